import type { Handler } from '../core/context';
import { ZoomError } from '../core/http/answers';
import { tellTsp } from '../events/announcements/telephony';
import { userOf } from '../oauth/access';
import type { DialInNumber, TspAccount } from './records';
import {
	checkCodes,
	describeTsp,
	freeTspId,
	theTspAccount,
	tspAccountsOf,
	tspUser,
} from './tspAccounts';

/** The routes about joining by telephone: the provider, its accounts, and personal audio conferences. */
export const telephonyHandlers: Record<string, Handler> = {
	tsp({ context }) {
		return context.store.tspProvider.get('account');
	},

	tspUpdate({ context, body }) {
		context.store.tspProvider.update('account', body);
	},

	userTSPs(call) {
		return { tsp_accounts: tspAccountsOf(call, tspUser(call)).map(describeTsp) };
	},

	userTSPCreate(call) {
		const user = tspUser(call);
		checkCodes(call.body);
		const account = call.context.store.tspAccounts.insert({
			dial_in_numbers: [] as DialInNumber[],
			...(call.body as unknown as Omit<TspAccount, 'id' | 'user_id' | 'dial_in_numbers'>),
			user_id: user.id,
			id: freeTspId(call, user),
		});
		tellTsp(call.context, account, 'created', call.user);
		return describeTsp(account);
	},

	userTSP(call) {
		return describeTsp(theTspAccount(call));
	},

	userTSPUpdate(call) {
		const account = theTspAccount(call);
		checkCodes(call.body);
		const before = { ...account };
		Object.assign(account, call.body);
		tellTsp(call.context, account, 'updated', call.user, before);
	},

	userTSPDelete(call) {
		const account = theTspAccount(call);
		const all = call.context.store.tspAccounts;
		if (all.find(({ user_id }) => user_id === account.user_id).length === 1)
			throw new ZoomError(400, 300, 'At least one TSP config must be available.');
		all.delete(`${account.user_id} ${account.id}`);
		tellTsp(call.context, account, 'deleted', call.user);
	},

	userPACs(call) {
		const user = userOf(call);
		const found = call.context.store.pacAccounts.find(({ user_id }) => user_id === user.id);
		return { pac_accounts: found.map(({ user_id: _, ...account }) => account) };
	},
};
