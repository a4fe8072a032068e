import type { Call, Handler } from '../../core/context';
import { invalidParameter, present, validationFailed, ZoomError } from '../../core/http/answers';
import { askedPage } from '../../core/listing';
import type { App } from '../../oauth/apps';
import { mayHave } from '../catalogue/catalogue';
import type { Subscription } from '../records';
import { isAddress, isPublic, newSubscription } from './subscriptions';

interface Asked {
	events: string[];
	event_subscription_name?: string;
	event_webhook_url: string;
	user_ids?: string[];
	subscription_scope: Subscription['scope'];
	account_id?: string;
}

/** The routes by which an app subscribes to events itself. */
export const eventSubscriptionHandlers: Record<string, Handler> = {
	async createEventSubscription(call) {
		const { context } = call;
		const asked = call.body as unknown as Asked;
		const { app } = call.token;
		if (!asked.events.length) throw invalidParameter('events');
		if (!asked.events.every((event) => mayHave(app, event)))
			throw refused('The event is not allowed for the app.');
		requireAddress(call, asked.event_webhook_url);
		const subscribers = subscribersOf(call, asked);
		requireRoom(call);
		const subscription = newSubscription(app, context.url, {
			name: asked.event_subscription_name ?? '',
			url: asked.event_webhook_url,
			events: asked.events,
			scope: asked.subscription_scope,
			subscribers,
			source: 'openapi',
		});
		if (context.settings.validateOnCreate) {
			const { state } = await context.events.challenge(subscription);
			if (state === 'failed') throw refused('URL validation failed. Try again later.');
			// Others may have been made while the webhook thought about it.
			requireRoom(call);
		}
		context.events.putInForce(subscription);
		return { event_subscription_id: subscription.id };
	},

	getUserEventSubscriptions(call) {
		const { user_id, subscription_scope, account_id } = call.query;
		const { app } = call.token;
		if (account_id !== app.accountId) throw invalidParameter('account_id');
		const all = call.context.events.subscriptions
			.of(app)
			.filter(({ method }) => method === 'webhook')
			.filter(({ scope }) => subscription_scope === undefined || scope === subscription_scope)
			.filter(({ scope, subscribers }) => {
				return scope !== 'user' || !subscribers || subscribers.includes(String(user_id));
			});
		const { entries, fields } = askedPage(call, all);
		return {
			next_page_token: fields.next_page_token,
			page_size: fields.page_size,
			event_subscriptions: entries.map((each) => describe(each, app, String(user_id))),
		};
	},

	unSubscribeEventSubscription(call) {
		const { event_subscription_id, user_ids, account_id } = call.query;
		const { app } = call.token;
		if (account_id !== app.accountId) throw invalidParameter('account_id');
		const subscription = theSubscription(call, String(event_subscription_id));
		const { scope, subscribers = [] } = subscription;
		if (scope !== 'user') subscription.subscribers = [];
		else if (user_ids === undefined) throw invalidField('user_ids');
		else {
			const leaving = String(user_ids).split(',');
			subscription.subscribers = subscribers.filter((id) => !leaving.includes(id));
		}
	},

	deleteEventSubscription(call) {
		const { id } = theSubscription(call, call.params.eventSubscriptionId);
		call.context.events.unsubscribe(id);
	},

	subscribeEventSubscription(call) {
		const subscription = theSubscription(call, call.params.eventSubscriptionId);
		const { user_ids, account_id } = call.body as Pick<Asked, 'user_ids' | 'account_id'>;
		const subscription_scope = subscription.scope;
		const added = subscribersOf(call, { user_ids, account_id, subscription_scope });
		subscription.subscribers = [...new Set([...(subscription.subscribers ?? []), ...added])];
	},
};

/** Who a subscription is for; they must have authorized the app. */
function subscribersOf(
	{ context, token: { app } }: Call,
	asked: Pick<Asked, 'user_ids' | 'account_id' | 'subscription_scope'>,
): string[] {
	const { user_ids, account_id, subscription_scope } = asked;
	const authorized = context.tokens.authorizedBy(app);
	if (account_id !== undefined && account_id !== app.accountId)
		throw invalidParameter('account_id');
	if (subscription_scope === 'user') {
		if (!user_ids?.length) throw invalidField('user_ids');
		const all = app.kind === 'serverToServer' ? userIds(context) : authorized;
		if (!user_ids.every((id) => all.includes(id))) throw notAuthorized();
		return user_ids;
	}
	if (account_id === undefined) throw invalidField('account_id');
	if (subscription_scope === 'master_account' || !hasAccount(app, authorized))
		throw notAuthorized();
	return [account_id];
}

function userIds({ store }: Call['context']): string[] {
	return store.users.find().map(({ id }) => id);
}

/** A Server-to-Server app has the account by being active, an account-level one by an admin's consent. */
function hasAccount({ kind }: App, authorized: string[]): boolean {
	return kind === 'serverToServer' || (kind === 'accountLevel' && authorized.length > 0);
}

function requireAddress({ context }: Call, url: string): void {
	const right = context.settings.insecureWebhooks ? isAddress(url) : isPublic(url);
	if (!right) throw invalidParameter('event_webhook_url');
}

function requireRoom({ context, token }: Call): void {
	if (context.events.subscriptions.isFull(token.app))
		throw refused('You can add a maximum of 20 event subscriptions.');
}

/** The app's own subscription with that ID; one made by hand cannot be changed by the API. */
function theSubscription({ context, token }: Call, id: string): Subscription {
	const subscription = context.events.subscriptions.find(id);
	if (subscription?.clientId !== token.app.clientId)
		throw new ZoomError(404, 300, `Event subscription does not exist: ${id}.`);
	if (subscription.source !== 'openapi')
		throw refused('Only event subscriptions created by API can be changed.');
	return subscription;
}

function describe(
	{ id, events, name, url, scope, source }: Subscription,
	{ accountId }: App,
	userId: string,
): object {
	return present({
		event_subscription_id: id,
		events,
		event_subscription_name: name,
		event_webhook_url: url,
		subscription_scope: scope,
		created_source: source,
		subscriber_id: scope === 'user' ? userId : accountId,
	});
}

function notAuthorized(): ZoomError {
	return refused("The user don't authorize the app.");
}

function invalidField(field: string): ZoomError {
	return validationFailed({ field, message: 'Invalid field.' });
}

function refused(message: string): ZoomError {
	return new ZoomError(400, 300, message);
}
