import type { Desk } from '../../core/context';
import type { UserRecord } from '../../core/records';
import type { GroupRecord } from '../../groups/records';
import { operator } from './wording';

/** Tells that a group was made or is gone. */
export function tellGroup(
	desk: Desk,
	{ id, name }: GroupRecord,
	what: 'created' | 'deleted',
	by?: UserRecord,
): void {
	tell(desk, what, { object: { id, name } }, by);
}

/** Tells that a group has another name. */
export function tellGroupRenamed(
	desk: Desk,
	{ id, name }: GroupRecord,
	before: string,
	by?: UserRecord,
): void {
	if (name !== before)
		tell(desk, 'updated', { object: { id, name }, old_object: { id, name: before } }, by);
}

/** Tells who has come into a group, or has left it. */
export function tellMembers(
	desk: Desk,
	{ id }: GroupRecord,
	users: UserRecord[],
	what: 'member_added' | 'members_deleted',
	by?: UserRecord,
): void {
	const members = users.map((user) => ({ id: user.id, email: user.email }));
	if (members.length) tell(desk, what, { object: { id, members } }, by);
}

function tell(desk: Desk, what: string, payload: object, by?: UserRecord): void {
	desk.events.happened(`group.${what}`, undefined, () => ({
		payload: { ...operator(desk, by), ...payload, time_stamp: desk.clock.now() },
	}));
}
