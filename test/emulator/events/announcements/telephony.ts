import type { EmulatorContext } from '../../core/context';
import type { UserRecord } from '../../core/records';
import type { TspAccount } from '../../telephony/records';
import { operator } from './wording';

/** Tells what has become of a user's TSP account; `before` is how a changed one was. */
export function tellTsp(
	context: EmulatorContext,
	account: TspAccount,
	what: 'created' | 'updated' | 'deleted',
	by?: UserRecord,
	before?: TspAccount,
): void {
	context.events.happened(`user.tsp_${what}`, account.user_id, () => ({
		payload: {
			...operator(context, by),
			object: {
				id: account.user_id,
				email: context.store.users.get(account.user_id)?.email ?? '',
				tsp_credentials: credentials(account),
			},
			...(before && { old_object: credentials(before) }),
		},
	}));
}

function credentials({
	conference_code,
	leader_pin,
	tsp_bridge = '',
	dial_in_numbers,
}: TspAccount) {
	return { conference_code, leader_pin, tsp_bridge, dial_in_numbers };
}
