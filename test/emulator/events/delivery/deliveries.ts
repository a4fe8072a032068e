import { randomBytes, randomUUID } from 'node:crypto';
import type { Alarms } from '../../core/alarms';
import type { EmulatorContext } from '../../core/context';
import type { Attempt, Delivery, Forgery, Subscription } from '../records';
import type { Subscriptions } from '../subscriptions/subscriptions';
import { post } from './post';
import { signature } from './signing';

/** What makes a delivery unlike Zoom's. */
export interface Oddity {
	forge?: Forgery;
	age?: number;
}

/** Gives a delivery to the connected listeners; tells whether there were any. */
export type SocketDelivery = (
	subscription: Subscription,
	body: string,
	header: Record<string, string>,
) => boolean;

const minute = 60_000;

/** When Zoom tries again, counted from the first try. */
const retries = [5 * minute, 25 * minute, 85 * minute];

/** What is delivered: how often it was tried, what came of it, and what is still to come. */
export class Deliveries {
	readonly log: Delivery[] = [];

	private readonly underway = new Set<Promise<unknown>>();
	private held: Delivery[] | undefined;
	private running = new AbortController();
	private count = 0;

	constructor(
		private readonly context: Omit<EmulatorContext, 'events'>,
		private readonly alarms: Alarms,
		private readonly subscriptions: Subscriptions,
		private readonly toSocket: SocketDelivery,
	) {}

	/** Enters a delivery in the log, from where it goes out with `send`. */
	enter(
		{ id, method, url }: Subscription,
		event: string,
		body: string,
		{ requestId = newRequestId(), forge, age }: Oddity & { requestId?: string } = {},
	): Delivery {
		const delivery: Delivery = {
			id: String(++this.count),
			event,
			subscriptionId: id,
			method,
			url,
			requestId,
			body,
			at: this.context.clock.now(),
			state: 'pending',
			attempts: [],
			forge,
			age,
		};
		this.log.push(delivery);
		return delivery;
	}

	/** Sends deliveries off, all at once or each after the answer to the one before. */
	send(deliveries: Delivery[], inSequence = false): void {
		if (this.held) {
			for (const delivery of deliveries) delivery.state = 'held';
			this.held.push(...deliveries);
		} else if (inSequence) this.track(this.oneByOne(deliveries));
		else for (const delivery of deliveries) this.track(this.deliver(delivery));
	}

	/** Keeps back what is to be sent from now on. */
	hold(): void {
		this.held ??= [];
	}

	/** Sends what was kept back, each after the answer to the one before: as it came, backwards, or as named. */
	release(order: 'kept' | 'reversed' | string[] = 'kept'): Delivery[] {
		const held = this.held ?? [];
		this.held = undefined;
		const ordered = inOrder(held, order);
		for (const delivery of ordered) delivery.state = 'pending';
		this.send(ordered, true);
		return ordered;
	}

	/** Tries a delivery once, whatever comes of it. */
	async attempt(subscription: Subscription, delivery: Delivery): Promise<Attempt> {
		const { clock, settings } = this.context;
		const at = clock.now();
		const begun = performance.now();
		const headers = this.headersFor(subscription, delivery);
		const body = delivery.forge === 'body' ? altered(delivery.body) : delivery.body;
		const outcome = await post({
			url: subscription.url,
			headers,
			body,
			timeoutMs: settings.deliveryTimeoutMs,
			insecureTls: settings.insecureTls,
			signal: this.running.signal,
		});
		const latencyMs = Math.round(performance.now() - begun);
		const attempt = { at, latencyMs, headers, ...outcome };
		delivery.attempts.push(attempt);
		return attempt;
	}

	/** Waits for what is under way; retries whose time has not come are not. */
	async settled(): Promise<void> {
		while (this.underway.size) await Promise.all([...this.underway]);
	}

	/** Keeps `settled` waiting for something else that is under way. */
	track<T>(work: Promise<T>): Promise<T> {
		this.underway.add(work);
		const done = () => this.underway.delete(work);
		work.then(done, done);
		return work;
	}

	reset(): void {
		this.running.abort();
		this.running = new AbortController();
		this.held = undefined;
		this.count = 0;
		this.forget();
	}

	/** Empties the log; what is under way or still to come goes on. */
	forget(): void {
		this.log.length = 0;
	}

	private async oneByOne(deliveries: Delivery[]): Promise<void> {
		for (const delivery of deliveries) await this.deliver(delivery);
	}

	private async deliver(delivery: Delivery): Promise<void> {
		const { signal } = this.running;
		const subscription = this.subscriptions.find(delivery.subscriptionId);
		const isRetry = delivery.attempts.length > 0;
		delivery.nextAt = undefined;
		if (!subscription || (isRetry && !subscription.active)) delivery.state = 'dropped';
		else if (delivery.method === 'webSocket') this.tell(subscription, delivery);
		else {
			const { status } = await this.attempt(subscription, delivery);
			if (signal.aborted) delivery.state = 'dropped';
			else if (isTaken(status, isRetry)) delivery.state = 'delivered';
			else this.tryLater(delivery, status);
		}
	}

	private tell(subscription: Subscription, delivery: Delivery): void {
		const header = this.signatureHeaders(subscription, delivery);
		const body = delivery.forge === 'body' ? altered(delivery.body) : delivery.body;
		delivery.state = this.toSocket(subscription, body, header) ? 'delivered' : 'lost';
	}

	/** Zoom tries again where the receiver failed, not where it refused. */
	private tryLater(delivery: Delivery, status: number): void {
		const wait = retries[delivery.attempts.length - 1];
		const failed = status >= 500 || status <= 0;
		if (!failed || wait === undefined) {
			delivery.state = 'failed';
			return;
		}
		delivery.nextAt = delivery.attempts[0].at + wait;
		this.alarms.set(delivery.nextAt, () => this.track(this.deliver(delivery)));
	}

	private headersFor(subscription: Subscription, delivery: Delivery): Record<string, string> {
		return {
			'content-type': 'application/json',
			'user-agent': 'Zoom Marketplace/1.0a',
			'x-zm-request-id': delivery.requestId,
			'x-zm-trackingid': `v=2.0;clid=us02;rid=WEB_${randomBytes(16).toString('hex')}`,
			...this.signatureHeaders(subscription, delivery),
			...subscription.headers,
		};
	}

	private signatureHeaders(
		{ clientId }: Subscription,
		{ age = 0, attempts, body, forge }: Delivery,
	): Record<string, string> {
		const { apps, clock, settings } = this.context;
		const sinceFirst = attempts.length && !settings.resignRetries ? attempts[0].at : clock.now();
		const timestamp = String(Math.floor(sinceFirst / 1000) - age);
		const secret = forge === 'secret' ? 'not the secret' : (apps.find(clientId)?.secretToken ?? '');
		return {
			...(forge !== 'noTimestamp' && { 'x-zm-request-timestamp': timestamp }),
			...(forge !== 'noSignature' && { 'x-zm-signature': signature(secret, timestamp, body) }),
		};
	}
}

/** On the first try Zoom takes two answers for good, on a retry any success. */
function isTaken(status: number, isRetry: boolean): boolean {
	return isRetry ? status >= 200 && status < 300 : status === 200 || status === 204;
}

function inOrder(held: Delivery[], order: 'kept' | 'reversed' | string[]): Delivery[] {
	if (order === 'kept') return held;
	if (order === 'reversed') return [...held].reverse();
	const named = order.map((id) => held.find((delivery) => delivery.id === id));
	const missing = order.filter((_, index) => !named[index]);
	if (missing.length) throw new Error(`Not held: ${missing.join(', ')}`);
	const first = named as Delivery[];
	return [...first, ...held.filter((delivery) => !first.includes(delivery))];
}

/** The body with something in it that was not there when it was signed. */
function altered(body: string): string {
	return body.startsWith('{') ? body.replace('{', '{"altered":true,') : `${body} `;
}

/** In the form of those Zoom sends: a GUID with underscores. */
function newRequestId(): string {
	return randomUUID().replaceAll('-', '_');
}
