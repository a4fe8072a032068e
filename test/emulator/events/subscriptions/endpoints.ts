import type { Route, Shape } from '../../core/contract/contract';

/** The scopes over subscriptions, which Zoom gives to an app's own tokens and nobody can ask for. */
export const subscriptionScopes = [
	'marketplace:write:event_subscription',
	'marketplace:delete:event_subscription',
	'marketplace:update:event_subscription',
	'marketplace:read:list_event_subscriptions',
	'marketplace:write:websocket_connection',
];

const path = '/marketplace/app/event_subscription';
const text: Shape = { type: 'string' };
const texts: Shape = { type: 'array', items: text };
const scope: Shape = { type: 'string', enum: ['user', 'account', 'master_account'] };

/**
 * The routes over an app's own subscriptions. No OpenAPI document has them; their fields are those
 * of Zoom's client `@zoom/rivet`.
 */
export const subscriptionRoutes: Route[] = [
	route('POST', path, 'createEventSubscription', 'write:event_subscription', {
		success: 201,
		body: {
			type: 'object',
			required: ['events', 'event_webhook_url', 'subscription_scope'],
			properties: {
				events: texts,
				event_subscription_name: text,
				event_webhook_url: text,
				user_ids: texts,
				subscription_scope: scope,
				account_id: text,
			},
		},
	}),
	route('GET', path, 'getUserEventSubscriptions', 'read:list_event_subscriptions', {
		success: 200,
		paging: 'token',
		query: {
			page_size: { type: 'integer' },
			next_page_token: text,
			user_id: text,
			subscription_scope: scope,
			account_id: text,
		},
		requiredQuery: ['user_id', 'account_id'],
	}),
	route('DELETE', path, 'unSubscribeEventSubscription', 'delete:event_subscription', {
		query: { event_subscription_id: text, user_ids: text, account_id: text },
		requiredQuery: ['event_subscription_id', 'account_id'],
	}),
	route('DELETE', `${path}/{id}`, 'deleteEventSubscription', 'delete:event_subscription', {}),
	route('PATCH', `${path}/{id}`, 'subscribeEventSubscription', 'update:event_subscription', {
		body: {
			type: 'object',
			required: ['account_id'],
			properties: { user_ids: texts, account_id: text },
		},
	}),
];

function route(
	method: string,
	template: string,
	operationId: string,
	scopeName: string,
	more: Partial<Route>,
): Route {
	return {
		method,
		path: template.replace('{id}', '{eventSubscriptionId}'),
		operationId,
		granular: [`marketplace:${scopeName}`],
		classic: [],
		paging: 'none',
		success: 204,
		params: template.endsWith('{id}') ? { eventSubscriptionId: text } : {},
		query: {},
		scopeError: { code: 201 },
		...more,
	};
}
