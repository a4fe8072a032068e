import { secret } from '../../core/identifiers';
import type { App, Apps } from '../../oauth/apps';
import type { Tokens } from '../../oauth/tokens';
import { catalogue, mayHave } from '../catalogue/catalogue';
import type { Subscription } from '../records';

/** What has to be said of a subscription; the rest is as for a webhook made by hand. */
export type NewSubscription = Partial<Omit<Subscription, 'id' | 'failedValidations'>> & {
	clientId: string;
};

const most = 20;

/** The subscriptions of all apps, in the order they were made. */
export class Subscriptions {
	private records = new Map<string, Subscription>();

	constructor(
		private readonly apps: Apps,
		private readonly tokens: Tokens,
	) {}

	get all(): Subscription[] {
		return [...this.records.values()];
	}

	find(id: string): Subscription | undefined {
		return this.records.get(id);
	}

	of(app: App): Subscription[] {
		return this.all.filter(({ clientId }) => clientId === app.clientId);
	}

	/** Whether the app has as many as Zoom lets an app have. */
	isFull(app: App): boolean {
		return this.of(app).length >= most;
	}

	add(subscription: Subscription): Subscription {
		this.records.set(subscription.id, subscription);
		return subscription;
	}

	remove(id: string): boolean {
		return this.records.delete(id);
	}

	/** Those that are to be told of an event; it may be one user's, which others do not get. */
	wanting(event: string, userId?: string): Subscription[] {
		return this.all.filter(
			(each) => each.active && each.events.includes(event) && this.reaches(each, userId),
		);
	}

	reset(): void {
		this.records.clear();
	}

	/** An app gets events of the users who authorized it; a Server-to-Server app is authorized by being active. */
	private reaches({ clientId, scope, subscribers }: Subscription, userId?: string): boolean {
		const app = this.apps.find(clientId);
		if (!app?.active) return false;
		const everybody = app.kind === 'serverToServer';
		const authorized = this.tokens.authorizedBy(app);
		if (!everybody && !authorized.length) return false;
		if (scope !== 'user') return !subscribers || subscribers.length > 0;
		const users = everybody
			? (subscribers ?? [])
			: authorized.filter((user) => !subscribers || subscribers.includes(user));
		return userId === undefined ? users.length > 0 : users.includes(userId);
	}
}

/** A subscription that is not in force yet; by hand, without events named, it has all its app may have. */
export function newSubscription(
	app: App,
	origin: string,
	given: Omit<NewSubscription, 'clientId'>,
): Subscription {
	const id = secret(16);
	const { method = 'webhook' } = given;
	return {
		id,
		clientId: app.clientId,
		name: `${app.name} events`,
		method,
		url: method === 'webSocket' ? socketUrl(origin, id) : '',
		events: catalogue.map(({ name }) => name).filter((name) => mayHave(app, name)),
		scope: app.kind === 'userManaged' ? 'user' : 'account',
		source: 'default',
		active: true,
		headers: {},
		...given,
		failedValidations: 0,
	};
}

/** Whether Zoom would post to the address: https, and a host with a public name. */
export function isPublic(url: string): boolean {
	if (!isAddress(url)) return false;
	const { protocol, hostname } = new URL(url);
	return protocol === 'https:' && /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(hostname);
}

/** Whether it is an address at all. */
export function isAddress(url: string): boolean {
	return /^https?:\/\//.test(url) && URL.canParse(url);
}

/** Where the app connects, as Zoom shows it: the token is still to be added. */
function socketUrl(origin: string, id: string): string {
	return `${origin.replace(/^http/, 'ws')}/ws?subscriptionId=${id}`;
}
