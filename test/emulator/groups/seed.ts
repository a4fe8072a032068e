import type { Desk } from '../core/context';
import { addGroup } from './groups';

/** A group of everybody who can sign in, and one of two. */
export function seedGroups(desk: Desk): void {
	addGroup(desk, {
		id: 'DeskGroup-Everybody000',
		name: 'Everybody',
		members: desk.store.users.find(({ status }) => status === 'active').map(({ id }) => id),
	});
	addGroup(desk, {
		id: 'DeskGroup-Sales0000000',
		name: 'Sales',
		members: ['HenrikHolm-Host_000000', 'BrunoBatista-Basic0000'],
	});
}
