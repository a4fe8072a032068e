import type { Call } from '../core/context';
import { invalidParameter, ZoomError } from '../core/http/answers';
import type { UserRecord } from '../core/records';
import { userOf } from '../oauth/access';
import type { TspAccount } from './records';

const ids = ['1', '2'] as const;

/** The user of the path, if the account has TSP and the user has joined it. */
export function tspUser(call: Call): UserRecord {
	const user = userOf(call);
	if (user.status === 'pending')
		throw new ZoomError(
			404,
			1120,
			'A valid invitation to join the Zoom account was not found for this user.',
		);
	if (!call.context.store.tspProvider.get('account')?.tsp_enabled)
		throw new ZoomError(400, 2024, 'Account has not enabled TSP.');
	return user;
}

/** The TSP accounts of a user. */
export function tspAccountsOf({ context }: Call, user: UserRecord): TspAccount[] {
	return context.store.tspAccounts.find(({ user_id }) => user_id === user.id);
}

/** The TSP account of the path. */
export function theTspAccount(call: Call): TspAccount {
	const user = tspUser(call);
	const { tspId } = call.params;
	if (!ids.some((id) => id === tspId))
		throw new ZoomError(400, 300, 'The TSP ID provided does not exist.');
	const account = tspAccountsOf(call, user).find(({ id }) => id === tspId);
	if (!account) throw new ZoomError(400, 300, 'TSP config does not exist.');
	return account;
}

/** The first of the two IDs that is free. */
export function freeTspId(call: Call, user: UserRecord): '1' | '2' {
	const taken = tspAccountsOf(call, user).map(({ id }) => id);
	const free = ids.find((id) => !taken.includes(id));
	if (!free) throw new ZoomError(400, 300, 'You can add a maximum of two TSP configs.');
	return free;
}

/** Refuses codes that have anything but digits, or more than a telephone conference takes. */
export function checkCodes(body: Record<string, unknown>): void {
	for (const name of ['conference_code', 'leader_pin'])
		if (!/^\d{1,16}$/.test(String(body[name]))) throw invalidParameter(name);
}

/** A TSP account as Zoom answers it. */
export function describeTsp({ user_id: _, ...account }: TspAccount): object {
	return account;
}
