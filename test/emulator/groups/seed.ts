import type { EmulatorContext } from '../core/context';
import { addGroup } from './groups';

/** A group of everybody who can sign in, and one of two. */
export function seedGroups(context: EmulatorContext): void {
	addGroup(context, {
		id: 'DeskGroup-Everybody000',
		name: 'Everybody',
		members: context.store.users.find(({ status }) => status === 'active').map(({ id }) => id),
	});
	addGroup(context, {
		id: 'DeskGroup-Sales0000000',
		name: 'Sales',
		members: ['HenrikHolm-Host_000000', 'BrunoBatista-Basic0000'],
	});
}
