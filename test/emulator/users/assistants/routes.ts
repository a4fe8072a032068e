import type { Call, Handler } from '../../core/context';
import { noSuchUser } from '../../core/http/answers';
import type { UserRecord } from '../../core/records';
import { findUser, userOf } from '../../oauth/access';
import type { Assistance, NamedAssistant } from './assistants';
import { assist } from './assistants';

/** The routes about who may schedule for whom. */
export const userAssistantHandlers: Record<string, Handler> = {
	userAssistants(call) {
		const user = userOf(call);
		const found = privileges(call, ({ user_id }) => user_id === user.id);
		return {
			assistants: found.map(({ assistant_id, can_manage_host_private_event }) => {
				const { id, email } = userWith(call, assistant_id);
				return { id, email, can_manage_host_private_event };
			}),
		};
	},

	userAssistantCreate(call) {
		const { assistants = [] } = call.body as { assistants?: NamedAssistant[] };
		return assist(call.context, userOf(call), assistants);
	},

	userAssistantDelete(call) {
		const { context, params } = call;
		const user = userOf(call);
		const assistant = findUser(context.store, params.assistantId);
		if (!assistant || !context.store.assistants.delete(`${user.id} ${assistant.id}`))
			throw noSuchUser(params.assistantId);
	},

	userSchedulers(call) {
		const assistant = userOf(call);
		const found = privileges(call, ({ assistant_id }) => assistant_id === assistant.id);
		return {
			schedulers: found.map(({ user_id }) => {
				const { id, email, pmi } = userWith(call, user_id);
				return { id, email, pmi };
			}),
		};
	},
};

function privileges({ context }: Call, matches: (entry: Assistance) => boolean): Assistance[] {
	return context.store.assistants.find(matches);
}

function userWith({ context }: Call, id: string): UserRecord {
	const user = context.store.users.get(id);
	if (!user) throw noSuchUser(id);
	return user;
}
