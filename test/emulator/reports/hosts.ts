import type { Call } from '../core/context';
import { ZoomError } from '../core/http/answers';

/** Which hosts a report covers: all, or the members of the group that is asked for. */
export function hostFilter({ context, query }: Call): (userId: string) => boolean {
	const { group_id } = query;
	if (group_id === undefined) return () => true;
	const group = context.store.groups.get(String(group_id));
	if (!group) throw new ZoomError(403, 12703, `No permission for the group: ${String(group_id)}.`);
	return (userId) => group.members.includes(userId);
}
