import type { IHookFunctions } from 'n8n-workflow';

import type { Connection } from '../../registry/types';
import { readConnection } from '../../transport/auth/connection';
import { redactorFor } from '../../transport/redaction/redact';
import { settle } from '../../transport/sync/settle';
import { InputError } from '../../values/inputError';
import type { StaticData } from '../activation/staticData';
import { forget } from '../activation/staticData';
import { isTransient } from '../activation/transient';
import { eventName, withTwins } from '../events/eventNames';
import { publishedEvents } from '../events/events';
import { PATIENCE, profileOf } from '../filter/users';
import type { Settings } from '../parameters/settings';
import type { App } from './app';
import { readApp, tokenWith } from './app';
import { subscriptionRefusal } from './subscriptionRefusals';
import type { Subject, Subscription, Subscriptions, NewSubscription } from './subscriptions';
import { subscriptionsOf, WRITE_SCOPE } from './subscriptions';

/** What of the settings a subscription is made from. */
type Wanted = Pick<Settings, 'credentialType' | 'wanted'>;

/**
 * Whether the subscription this node made is there and as it is to be. Those of this address that are not are removed:
 * an activation that broke off or a test that was killed left them behind, and an app may have 20.
 */
export async function isRegistered(
	caller: IHookFunctions,
	settings: Wanted,
	memory: StaticData,
): Promise<boolean> {
	const url = addressOf(caller);
	const subscriptions = await openSubscriptions(caller, settings, url);
	const all = await listed(caller, subscriptions);
	const remembered = memory.subscription?.id;
	const own = all.find((entry) => remembered !== undefined && idOf(entry) === remembered);
	const serves = own?.event_webhook_url === url && hasEvents(own, settings.wanted);
	const leftovers = all.filter((entry) => isOfAddress(entry, url) && !(serves && entry === own));
	const known = serves ? [] : [removable(caller, memory, url)];
	await removeAll(caller, subscriptions, [...known, ...leftovers.map(idOf)]);
	forget(memory, 'pendingUrl');
	if (!serves) forget(memory, 'subscription');
	return serves;
}

/** Whether the node made a subscription for the address it has now; what became of it since is not asked. */
export const isRemembered = (caller: IHookFunctions, { subscription }: StaticData): boolean =>
	subscription?.url === addressOf(caller);

/**
 * The remembered subscription where it is surely this n8n's own. One for another address may be in use: an n8n that was
 * copied remembers what its original made.
 */
function removable(
	{ logger }: IHookFunctions,
	{ subscription }: StaticData,
	url: string,
): string | undefined {
	if (subscription === undefined || subscription.url === url) return subscription?.id;
	const { origin } = new URL(subscription.url);
	logger.warn(
		`Zoom Trigger keeps the event subscription for ${origin}, because the address of this n8n is now ${new URL(url).origin}. Delete the subscription at Zoom if no other n8n uses it.`,
	);
	return undefined;
}

/**
 * Makes the subscription.
 * @throws InputError when Zoom cannot reach this n8n, and an error that says why Zoom refuses it
 */
export async function register(
	caller: IHookFunctions,
	settings: Wanted,
	memory: StaticData,
): Promise<void> {
	const url = addressOf(caller);
	const { environment } = await readApp(caller, settings.credentialType);
	if (environment !== 'custom' && !url.startsWith('https://')) {
		throw new InputError(
			`Delivery: Zoom sends events to https addresses only, but the address of this n8n is ${new URL(url).origin}. Set N8N_WEBHOOK_URL (WEBHOOK_URL in older versions of n8n) to a public https address and restart n8n, or choose WebSocket.`,
		);
	}
	const subscriptions = await openSubscriptions(caller, settings, url);
	const name = [...`n8n: ${caller.getWorkflow().name ?? ''}`]
		.slice(0, LONGEST_NAME)
		.join('')
		.trim();
	memory.pendingUrl = url;
	const id = await createWith(subscriptions, { name, url, events: settings.wanted ?? [] });
	memory.subscription = { id, url };
	forget(memory, 'pendingUrl');
}

const LONGEST_NAME = 64;

/** Makes it with both names of events that Zoom calls by two, or as they were chosen where Zoom knows only one. */
async function createWith(subscriptions: Subscriptions, wanted: NewSubscription): Promise<string> {
	const events = withTwins(wanted.events);
	if (events.length === wanted.events.length) return await subscriptions.create(wanted);
	const made = await settle(subscriptions.create({ ...wanted, events }));
	if (made.status === 'fulfilled') return made.value;
	if (isTransient(made.reason)) throw made.reason;
	return await subscriptions.create(wanted);
}

/**
 * Removes what this node made, and what it may have made without getting to know.
 * @param isAutomatic whether the node is set to make subscriptions, so that there may be others than the one remembered
 */
export async function unregister(
	caller: IHookFunctions,
	credentialType: string,
	memory: StaticData,
	isAutomatic: boolean,
): Promise<void> {
	const url = addressOf(caller);
	const id = removable(caller, memory, url);
	// n8n may have written back what was remembered before, so that what is there is not what is remembered.
	const mayHaveMade = isAutomatic || memory.pendingUrl === url;
	if (id !== undefined || mayHaveMade) {
		const subscriptions = await openSubscriptions(caller, { credentialType, wanted: [] }, url);
		if (id !== undefined) await subscriptions.remove(id);
		const all = mayHaveMade ? await listed(caller, subscriptions) : [];
		const made = all.filter((entry) => isOfAddress(entry, url));
		await removeAll(caller, subscriptions, made.map(idOf));
	}
	forget(memory, 'subscription', 'pendingUrl');
}

function addressOf(caller: IHookFunctions): string {
	const url = caller.getNodeWebhookUrl('default');
	if (url === undefined) throw new InputError('Delivery: n8n has no address for this webhook');
	return url;
}

const idOf = ({ event_subscription_id: id }: Subscription) =>
	typeof id === 'string' ? id : undefined;

const isOfAddress = (
	{ event_webhook_url: address, created_source: source }: Subscription,
	url: string,
) => address === url && source !== 'default';

function hasEvents({ events }: Subscription, wanted: Settings['wanted'] = []): boolean {
	const found = new Set(Array.isArray(events) ? events.map((name) => eventName(String(name))) : []);
	const asked = new Set(wanted.map(eventName));
	return found.size === asked.size && [...asked].every((name) => found.has(name));
}

// What Zoom wants to know for the list is not certain for every kind of app; without it all else works. While Zoom is out,
// nothing is known of what there is.
async function listed(
	caller: IHookFunctions,
	subscriptions: Subscriptions,
): Promise<Subscription[]> {
	const asked = await settle(subscriptions.list());
	if (asked.status === 'fulfilled') return asked.value;
	if (isTransient(asked.reason)) throw asked.reason;
	const { message } = asked.reason;
	caller.logger.debug(`Zoom Trigger could not list the event subscriptions: ${message}`);
	return [];
}

async function removeAll(
	caller: IHookFunctions,
	subscriptions: Subscriptions,
	ids: ReadonlyArray<string | undefined>,
): Promise<void> {
	for (const id of new Set(ids)) {
		if (id === undefined) continue;
		const removed = await settle(subscriptions.remove(id));
		if (removed.status === 'fulfilled') continue;
		const { message } = removed.reason;
		caller.logger.warn(`Zoom Trigger could not remove an old event subscription: ${message}`);
	}
}

async function openSubscriptions(
	caller: IHookFunctions,
	{ credentialType, wanted = [] }: Wanted,
	url: string,
): Promise<Subscriptions> {
	const app = await readApp(caller, credentialType);
	const connection = await readConnection(caller, credentialType);
	const token = await tokenWith(caller, app, WRITE_SCOPE);
	const known = (await publishedEvents()).map(({ event }) => event);
	const events = known.filter(({ name }) => wanted.includes(name));
	const setting = { caller, connection, options: PATIENCE };
	let subject: Promise<Subject> | undefined;
	return subscriptionsOf(setting, {
		token,
		subject: async () => await (subject ??= subjectOf(caller, app, connection)),
		async explain(refusal) {
			const hide = redactorFor([token, ...(await connection.secrets())]);
			const sentence = subscriptionRefusal(refusal, { connection, events, url, hide });
			return sentence === undefined ? undefined : new Error(sentence);
		},
	});
}

/** Whose events an app of this kind can have: those of the user who connected it, or of the account. */
async function subjectOf(
	caller: IHookFunctions,
	{ accountId }: App,
	{ appKind, credentialType }: Connection,
): Promise<Subject> {
	const me = await settle(profileOf(caller, credentialType, 'me'));
	if (accountId !== undefined) {
		// Only the list asks for the user, and a Server-to-Server app may not be allowed to say who that is.
		if (me.status === 'rejected' && isTransient(me.reason)) throw me.reason;
		const userId = me.status === 'fulfilled' ? String(me.value.id) : undefined;
		return { scope: 'account', accountId, userId };
	}
	if (me.status === 'rejected') throw me.reason;
	return {
		scope: appKind === 'user' ? 'user' : 'account',
		accountId: String(me.value.account_id),
		userId: String(me.value.id),
	};
}
