import type { EmulatorContext } from '../core/context';
import type { UserRecord } from '../core/records';

/** Takes a deleted user out of everything that spoke of them. */
export function forget({ store }: EmulatorContext, { id }: UserRecord): void {
	for (const group of store.groups.find())
		group.members = group.members.filter((member) => member !== id);
	for (const each of store.assistants.find(({ user_id, assistant_id }) =>
		[user_id, assistant_id].includes(id),
	))
		store.assistants.delete(`${each.user_id} ${each.assistant_id}`);
	for (const each of store.tspAccounts.find(({ user_id }) => user_id === id))
		store.tspAccounts.delete(`${each.user_id} ${each.id}`);
	for (const accounts of [store.pictures, store.pacAccounts]) accounts.delete(id);
}
