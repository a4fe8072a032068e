import type { EmulatorContext } from '../../core/context';
import type { UserRecord } from '../../core/records';
import type { GroupRecord } from '../../groups/records';
import { operator } from './wording';

/** Tells that a group was made or is gone. */
export function tellGroup(
	context: EmulatorContext,
	{ id, name }: GroupRecord,
	what: 'created' | 'deleted',
	by?: UserRecord,
): void {
	tell(context, what, { object: { id, name } }, by);
}

/** Tells that a group has another name. */
export function tellGroupRenamed(
	context: EmulatorContext,
	{ id, name }: GroupRecord,
	before: string,
	by?: UserRecord,
): void {
	if (name !== before)
		tell(context, 'updated', { object: { id, name }, old_object: { id, name: before } }, by);
}

/** Tells who has come into a group, or has left it. */
export function tellMembers(
	context: EmulatorContext,
	{ id }: GroupRecord,
	users: UserRecord[],
	what: 'member_added' | 'members_deleted',
	by?: UserRecord,
): void {
	const members = users.map((user) => ({ id: user.id, email: user.email }));
	if (members.length) tell(context, what, { object: { id, members } }, by);
}

function tell(context: EmulatorContext, what: string, payload: object, by?: UserRecord): void {
	context.events.happened(`group.${what}`, undefined, () => ({
		payload: { ...operator(context, by), ...payload, time_stamp: context.clock.now() },
	}));
}
