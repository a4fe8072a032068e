import { zoomTime } from '../core/clock';
import type { EmulatorContext } from '../core/context';
import { present } from '../core/http/answers';
import type { UserRecord } from '../core/records';
import { accountId } from '../oauth/apps';

const roleNames: Record<string, string> = { '0': 'Owner', '1': 'Admin', '2': 'Member' };

/** A user as Zoom answers it to get. */
export function describeUser(context: EmulatorContext, user: UserRecord): object {
	const pending = user.status === 'pending';
	return present({
		...(!pending && { id: user.id }),
		first_name: user.first_name,
		last_name: user.last_name,
		display_name: user.display_name,
		email: user.email,
		type: user.type,
		role_name: roleNames[user.role_id],
		role_id: user.role_id,
		...(!pending && {
			pmi: user.pmi,
			use_pmi: user.use_pmi,
			personal_meeting_url: `${context.url}/j/${user.pmi}?pwd=${user.personal_password}`,
		}),
		timezone: user.timezone,
		verified: user.verified,
		dept: user.dept,
		// For a pending user Zoom puts the time of the call here.
		created_at: pending ? zoomTime(context.clock.now()) : user.created_at,
		user_created_at: pending ? undefined : user.created_at,
		account_id: accountId,
		status: user.status,
		language: user.language,
		phone_country: '',
		phone_number: '',
		group_ids: context.store.groups
			.find(({ members }) => members.includes(user.id))
			.map(({ id }) => id),
		im_group_ids: [],
		login_types: user.login_types,
		...user.profile,
	});
}

/** A user as it stands in the list; `extra` is what `include_fields` asks for. */
export function listUser(user: UserRecord, extra: unknown): object {
	const pending = user.status === 'pending';
	const { custom_attributes, employee_unique_id } = user.profile;
	return present({
		...(!pending && { id: user.id }),
		first_name: user.first_name,
		last_name: user.last_name,
		display_name: user.display_name,
		email: user.email,
		type: user.type,
		...(!pending && { pmi: user.pmi }),
		timezone: user.timezone,
		verified: user.verified,
		dept: user.dept,
		created_at: user.created_at,
		user_created_at: user.created_at,
		status: user.status,
		role_id: user.role_id,
		employee_unique_id,
		...(extra === 'custom_attributes' && { custom_attributes }),
		...(extra === 'host_key' && { host_key: user.host_key }),
	});
}
