import type { ListOperation, RestOperation, ZoomRequest } from '../../registry/types';
import type { Client } from '../../transport/client/client';
import { urlOf } from '../../transport/client/client';
import { sendUnsigned } from '../../transport/client/signedCall';
import { listAll } from '../../transport/lists/listAll';
import type { Outcome, ErrorResponse } from '../../transport/response/outcome';
import { outcomeOf } from '../../transport/response/outcome';
import type { CallSetting } from '../../transport/retry/sendWithRetry';
import { sendWithRetry } from '../../transport/retry/sendWithRetry';

/** Whose events a subscription is to bring. */
export interface Subject {
	readonly scope: 'user' | 'account';
	readonly accountId: string;
	/** The user who connected or owns the app; not always known. */
	readonly userId: string | undefined;
}

/** An event subscription of an app, as Zoom lists it. */
export interface Subscription {
	readonly event_subscription_id?: unknown;
	readonly events?: unknown;
	readonly event_webhook_url?: unknown;
	/** `default` where it was made by hand; such a one cannot be changed by calls. */
	readonly created_source?: unknown;
}

/** What a new event subscription is to be like. */
export interface NewSubscription {
	readonly name: string;
	readonly url: string;
	readonly events: readonly string[];
}

/** The event subscriptions of an app. All of it fails with an error that says what happened and what to do. */
export interface Subscriptions {
	readonly list: () => Promise<Subscription[]>;
	/** @returns its ID */
	readonly create: (wanted: NewSubscription) => Promise<string>;
	/** It is no error when it is not there. */
	readonly remove: (id: string) => Promise<void>;
}

/** The scope a token needs to make subscriptions; Zoom gives it to apps, it cannot be added to them. */
export const WRITE_SCOPE = 'marketplace:write:event_subscription';

const PATH = '/marketplace/app/event_subscription';

const row = (action: string, method: RestOperation['method'], scope: string): RestOperation => ({
	name: action,
	value: 'eventSubscription',
	action,
	description: action,
	method,
	path: PATH,
	scopes: [scope],
	classicScopes: [],
	fields: [],
});

// Zoom does not say how large a page may be, and an app has no more than 20.
const LISTING: ListOperation = {
	...row('List event subscriptions', 'GET', 'marketplace:read:list_event_subscriptions'),
	list: { key: 'event_subscriptions', paging: 'token', pageSize: 30 },
};
const CREATION = row('Create an event subscription', 'POST', WRITE_SCOPE);
const DELETION = {
	...row('Delete an event subscription', 'DELETE', 'marketplace:delete:event_subscription'),
	path: `${PATH}/{eventSubscriptionId}`,
};

/** Who asks, and for whom. */
export interface SubscriptionClient {
	/** Of the app itself, since subscriptions are the app's and not a user's. */
	readonly token: string;
	/** Asks who that is, where it has to be known. */
	readonly subject: () => Promise<Subject>;
	/** The error for a refusal that has to do with subscriptions; undefined for all others. */
	readonly explain: (refusal: ErrorResponse) => Promise<Error | undefined>;
}

/**
 * @see https://developers.zoom.us/docs/api/marketplace/#tag/app
 */
export function subscriptionsOf(
	setting: CallSetting,
	{ token, subject, explain }: SubscriptionClient,
): Subscriptions {
	const client = appClient(setting, token, explain);
	return {
		async list() {
			const { userId, ...account } = await subject();
			const query = { ...inAccount(account), ...(userId !== undefined && { user_id: userId }) };
			return await listAll(client, callOf(LISTING, { query }), LISTING.list);
		},
		async create({ name, url, events }) {
			const { userId, ...account } = await subject();
			const body = {
				event_subscription_name: name,
				event_webhook_url: url,
				events: [...events],
				...(account.scope === 'user' && userId !== undefined
					? { subscription_scope: account.scope, user_ids: [userId] }
					: inAccount(account)),
			};
			const { event_subscription_id: id } = await client.send(callOf(CREATION, { body }));
			if (typeof id === 'string' && id !== '') return id;
			throw new Error('Zoom did not return the ID of the event subscription it created.');
		},
		async remove(id) {
			const path = `${PATH}/${encodeURIComponent(id)}`;
			await client.send(callOf(DELETION, { path }));
		},
	};
}

const inAccount = ({ scope, accountId }: Omit<Subject, 'userId'>) => ({
	subscription_scope: scope,
	account_id: accountId,
});

const callOf = (operation: RestOperation, more: Partial<ZoomRequest>): ZoomRequest => ({
	operation,
	method: operation.method,
	path: operation.path,
	query: {},
	...more,
});

/** Calls Zoom with a token of the app itself, which n8n neither stores nor renews. */
const appClient = (
	setting: CallSetting,
	token: string,
	explain: SubscriptionClient['explain'],
): Client => ({
	async send(request) {
		const attemptOnce = async (): Promise<Outcome> => {
			const outcome = await attempt(setting, token, request);
			if (outcome.kind !== 'errorResponse') return outcome;
			if (request.method === 'DELETE' && outcome.status === 404) {
				return { kind: 'success', body: {} };
			}
			const explained = await explain(outcome);
			if (explained) throw explained;
			return outcome;
		};
		const secrets = [token];
		return await sendWithRetry(setting, { request, secrets, attempt: attemptOnce, token: 'none' });
	},
});

async function attempt(
	setting: CallSetting,
	token: string,
	{ method, path, query, body }: ZoomRequest,
): Promise<Outcome> {
	const reply = await sendUnsigned(setting, {
		method,
		url: urlOf(setting.connection.apiUrl, path),
		headers: { Authorization: `Bearer ${token}` },
		qs: { ...query },
		body,
		json: true,
	});
	return 'kind' in reply ? reply : outcomeOf(reply);
}
