import { zoomTime } from '../core/clock';
import type { EmulatorContext } from '../core/context';
import type { UserRecord } from '../core/records';
import { newSettings } from './settings/settings';

/** Adds a user; what is not given is as for a new licensed member. */
export function addUser(
	context: EmulatorContext,
	given: Partial<UserRecord> & { email: string },
): UserRecord {
	const id = given.id ?? context.ids.userId();
	const type = given.type ?? 2;
	const { first_name = '', last_name = '' } = given;
	return context.store.users.insert({
		id,
		first_name,
		last_name,
		display_name: [first_name, last_name].filter(Boolean).join(' '),
		type,
		role_id: '2',
		status: 'active',
		pmi: context.ids.personalMeetingId(),
		use_pmi: false,
		timezone: 'UTC',
		language: 'en-US',
		dept: '',
		verified: 1,
		host_key: context.ids.passcode(),
		created_at: zoomTime(context.clock.now()),
		login_types: [100],
		personal_password: context.ids.encryptedPassword(),
		profile: {},
		settings: newSettings(type === 2),
		...given,
	});
}

/** The owner of the account, whom a Server-to-Server token acts as. */
export function accountOwner(context: EmulatorContext): UserRecord {
	const [owner] = context.store.users.find((user) => user.role_id === '0');
	return owner;
}

/** Whether the user may manage the account, and with it install account-level apps. */
export function isAdmin(user: UserRecord): boolean {
	return user.role_id === '0' || user.role_id === '1';
}
