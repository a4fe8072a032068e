import type { EmulatorContext } from '../core/context';
import type { Controls } from '../core/control/controls';
import { assignKnown, found } from '../core/control/controls';
import type { Connection } from '../webSocket/connection';
import { catalogue } from './catalogue/catalogue';
import type { Emission } from './events';
import type { Subscription } from './records';
import type { NewSubscription } from './subscriptions/subscriptions';
import { isAddress, isPublic, newSubscription } from './subscriptions/subscriptions';

/** The control endpoints about events: who is told, what was sent, and what goes wrong on the way. */
export const eventControls: Controls = {
	'GET /events': () =>
		catalogue.map(({ name, granular, body }) => ({
			event: name,
			scopes: granular,
			documented: body !== undefined,
		})),
	'POST /events': async (context, { event, payload, body, burst, url, ...rest }) => {
		const { events } = context;
		const name = String(event);
		const how = url === undefined ? rest : { ...rest, to: subscriptionAt(context, String(url)).id };
		const content = body === undefined ? (payload as object | undefined) : textOf(body);
		const sent =
			typeof burst === 'number'
				? events.burst(burst, name, payload as object | undefined, how)
				: events.emit(name, content, how as Emission);
		await events.settled();
		return sent;
	},
	'GET /subscriptions': ({ events }) => events.subscriptions.all,
	'POST /subscriptions': (context, given) => subscribe(context, given),
	'DELETE /subscriptions': ({ events }) => {
		for (const { id } of events.subscriptions.all) events.unsubscribe(id);
	},
	'PATCH /subscriptions/*': (context, change, id) => {
		const subscription = theSubscription(context, id);
		requireAddress(context, { ...subscription, ...change });
		return assignKnown(subscription, change);
	},
	'DELETE /subscriptions/*': ({ events }, _body, id) => {
		found(events.unsubscribe(id) || undefined, 'subscription', id);
	},
	'POST /subscriptions/*/validate': async (context, { plainToken, forge, age }, id) => {
		const subscription = theSubscription(context, id);
		const asked = plainToken ?? forge ?? age;
		if (asked !== undefined)
			return context.events.challenge(subscription, { plainToken, forge, age } as object);
		await context.events.validate(subscription);
		return subscription;
	},
	'GET /deliveries': ({ events }) => events.deliveries,
	'DELETE /deliveries': ({ events }) => events.forget(),
	'POST /deliveries/*/redeliver': async ({ events }, oddity, id) => {
		const delivery = events.redeliver(id, oddity);
		await events.settled();
		return delivery;
	},
	'POST /hold': ({ events }) => events.hold(),
	'POST /release': async ({ events }, { order }) => {
		const released = events.release(order as 'reversed' | string[]);
		await events.settled();
		return released;
	},
	'GET /sockets': ({ events }) => events.sockets.all.map(describe),
	'POST /sockets/*': ({ events }, { action, code, frame }, id) => {
		const open = events.sockets.of(id);
		if (!open.length) throw new Error(`Nobody is connected to ${id}`);
		for (const connection of open) {
			if (action === 'cut') connection.cut();
			else if (action === 'mute') connection.mute();
			else if (action === 'close') connection.close(code as number | undefined);
			else if (action === 'send') connection.send(textOf(frame));
			else throw new Error('Give an action: cut, mute, close or send');
		}
		return open.map(describe);
	},
};

const settable = ['method', 'name', 'url', 'events', 'scope', 'subscribers', 'active', 'headers'];

/** Makes a subscription by hand: as on the app's page, its address has to prove itself first. */
async function subscribe(
	context: EmulatorContext,
	given: Record<string, unknown>,
): Promise<Subscription> {
	const { events } = context;
	const { app: clientId, validate = true, ...rest } = given;
	const unknown = Object.keys(rest).filter((name) => !settable.includes(name));
	if (unknown.length) throw new Error(`Unknown: ${unknown.join(', ')}`);
	const app =
		clientId === undefined
			? context.apps.seeded.serverToServer
			: found(context.apps.find(String(clientId)), 'app', String(clientId));
	if (rest.method === 'webSocket' && app.kind === 'userManaged')
		throw new Error('Only apps of a whole account have sockets');
	if (events.subscriptions.isFull(app)) throw new Error('An app has at most 20 subscriptions');
	const subscription = newSubscription(app, context.url, rest as Omit<NewSubscription, 'clientId'>);
	requireAddress(context, subscription);
	if (validate === true && subscription.method === 'webhook') {
		const { state, attempts } = await events.challenge(subscription);
		const { status, error = `it answered ${status} without the proof` } = attempts[0];
		if (state === 'failed') throw new Error(`URL validation failed: ${error}`);
	}
	return events.putInForce(subscription);
}

/** The subscription with an address; where there is none it is made, for what is sent on demand alone. */
function subscriptionAt(context: EmulatorContext, url: string): Subscription {
	const { apps, events } = context;
	const known = events.subscriptions.all.find((each) => each.url === url);
	if (known) return known;
	const made = newSubscription(apps.seeded.serverToServer, context.url, { url, events: [] });
	requireAddress(context, made);
	return events.putInForce(made);
}

function requireAddress({ settings }: EmulatorContext, { method, url }: Subscription): void {
	if (method === 'webSocket') return;
	if (!isAddress(url)) throw new Error('A webhook needs a `url`');
	if (!settings.insecureWebhooks && !isPublic(url))
		throw new Error(
			`Zoom posts to public https addresses only, without --insecure-webhooks: ${url}`,
		);
}

function theSubscription({ events }: EmulatorContext, id: string): Subscription {
	return found(events.subscriptions.find(id), 'subscription', id);
}

function describe({ subscriptionId, state }: Connection): object {
	return { subscriptionId, state };
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
