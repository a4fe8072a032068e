import { Alarms } from '../core/alarms';
import type { EmulatorContext } from '../core/context';
import type { App } from '../oauth/apps';
import { accountId } from '../oauth/apps';
import { Sockets } from '../webSocket/sockets';
import type { Oddity } from './delivery/deliveries';
import { Deliveries } from './delivery/deliveries';
import { Validations } from './delivery/validations';
import type { Delivery, Subscription } from './records';
import { sampleBody } from './samples';
import type { NewSubscription } from './subscriptions/subscriptions';
import { newSubscription, Subscriptions } from './subscriptions/subscriptions';

/** Which subscriptions get what is emitted, how often, and what is wrong with it. */
export interface Emission extends Oddity {
	/** Only to this subscription, whatever it has subscribed to. */
	to?: string;
	/** Whose event it is; subscriptions for other users do not get it. */
	userId?: string;
	/** How often the same is sent: all at once, or each after the answer to the one before. */
	times?: number;
	inSequence?: boolean;
}

/** What an event says beside its name and time. */
export interface News {
	payload: Record<string, unknown>;
	/** What opens the recordings it tells of. */
	download_token?: string;
}

/** Tells apps what happens: who wants to know, how they are told, and what came of it. */
export class Events {
	readonly subscriptions: Subscriptions;
	readonly sockets: Sockets;

	private readonly alarms: Alarms;
	private readonly sent: Deliveries;
	private readonly validations: Validations;

	constructor(private readonly context: Omit<EmulatorContext, 'events'>) {
		this.alarms = new Alarms(context.clock);
		this.subscriptions = new Subscriptions(context.apps, context.tokens);
		this.sockets = new Sockets(context, this.alarms, this.subscriptions);
		this.sent = new Deliveries(context, this.alarms, this.subscriptions, (...message) =>
			this.sockets.deliver(...message),
		);
		this.validations = new Validations(context, this.alarms, this.subscriptions, this.sent);
	}

	/** All deliveries so far, validation calls among them, oldest first. */
	get deliveries(): readonly Delivery[] {
		return this.sent.log;
	}

	/** Makes a subscription as a person does on the app's page, with any address and without its proof. */
	subscribe({ app, ...given }: Omit<NewSubscription, 'clientId'> & { app: App }): Subscription {
		return this.putInForce(newSubscription(app, this.context.url, given));
	}

	/** Puts a subscription in force, of which from now on a proof is wanted every three days. */
	putInForce(subscription: Subscription): Subscription {
		this.subscriptions.add(subscription);
		if (subscription.method === 'webhook') this.validations.repeat(subscription);
		return subscription;
	}

	/** Ends a subscription and its socket; what is still to be tried again is dropped. */
	unsubscribe(id: string): boolean {
		for (const connection of this.sockets.of(id)) connection.close();
		return this.subscriptions.remove(id);
	}

	/** Asks a webhook for its proof; a right one turns the subscription on, the sixth wrong one off. */
	validate(subscription: Subscription | string): Promise<boolean> {
		return this.validations.validate(this.theSubscription(subscription));
	}

	/** Sends a validation call with any token, signed or forged, which counts for nothing. */
	challenge(
		subscription: Subscription | string,
		how: Oddity & { plainToken?: string } = {},
	): Promise<Delivery> {
		return this.validations.ask(this.theSubscription(subscription), how);
	}

	/** Tells of something that has happened to a user's things; nothing is built if nobody wants to know. */
	happened(event: string, userId: string | undefined, build: () => News | undefined): void {
		const wanting = this.subscriptions.wanting(event, userId);
		const news = wanting.length ? build() : undefined;
		if (!news) return;
		const { payload, ...rest } = news;
		const whole = { account_id: accountId, ...payload };
		this.dispatch(wanting, event, this.bodyOf(event, whole, rest), {});
	}

	/**
	 * Sends an event on demand. A text is the whole body and arrives byte for byte, an object is the
	 * payload in it, and without either it is made up.
	 */
	emit(event: string, content?: string | object, how: Emission = {}): Delivery[] {
		const body = typeof content === 'string' ? content : this.bodyOf(event, content);
		const { to, userId } = how;
		const chosen =
			to === undefined ? this.subscriptions.wanting(event, userId) : [this.theSubscription(to)];
		return this.dispatch(chosen, event, body, how);
	}

	/** Sends many different events of a kind at once, each a millisecond after the one before. */
	burst(count: number, event: string, payload?: object, how: Emission = {}): Delivery[] {
		return Array.from({ length: count }, (_, index) => {
			const body = JSON.parse(this.bodyOf(event, payload)) as { event_ts: number };
			body.event_ts += index;
			return this.emit(event, JSON.stringify(body), how);
		}).flat();
	}

	/** Sends what was sent before once more, with the same request ID and a new signature. */
	redeliver(id: string, oddity: Oddity = {}): Delivery {
		const before = this.deliveries.find((delivery) => delivery.id === id);
		if (!before) throw new Error(`There is no delivery ${id}`);
		const { event, body, requestId, subscriptionId } = before;
		const subscription = this.theSubscription(subscriptionId);
		const delivery = this.sent.enter(subscription, event, body, { ...oddity, requestId });
		this.sent.send([delivery]);
		return delivery;
	}

	/** Keeps back all deliveries from now on, so that they can be released in another order. */
	hold(): void {
		this.sent.hold();
	}

	/** Sends what was kept back, each after the answer to the one before: as it came, backwards, or as named. */
	release(order?: 'kept' | 'reversed' | string[]): Delivery[] {
		return this.sent.release(order);
	}

	/** Waits until everything under way is answered; retries whose time has not come are not waited for. */
	settled(): Promise<void> {
		return this.sent.settled();
	}

	/** Empties the log; what is under way or still to come goes on. */
	forget(): void {
		this.sent.forget();
	}

	reset(): void {
		this.alarms.clear();
		this.subscriptions.reset();
		this.sent.reset();
		this.sockets.end();
	}

	async close(): Promise<void> {
		this.alarms.close();
		this.sent.reset();
		this.sockets.end();
		await this.settled();
	}

	private bodyOf(event: string, payload?: object, rest?: object): string {
		if (!payload) return JSON.stringify(sampleBody(this.context, event));
		return JSON.stringify({ event, event_ts: this.context.clock.now(), payload, ...rest });
	}

	private dispatch(
		subscriptions: Subscription[],
		event: string,
		body: string,
		{ times = 1, inSequence, forge, age }: Emission,
	): Delivery[] {
		return subscriptions.flatMap((subscription) => {
			const first = this.sent.enter(subscription, event, body, { forge, age });
			const { requestId } = first;
			const copies = Array.from({ length: times - 1 }, () =>
				this.sent.enter(subscription, event, body, { requestId, forge, age }),
			);
			const all = [first, ...copies];
			this.sent.send(all, inSequence);
			return all;
		});
	}

	private theSubscription(reference: Subscription | string): Subscription {
		if (typeof reference !== 'string') return reference;
		const subscription = this.subscriptions.find(reference);
		if (!subscription) throw new Error(`There is no subscription ${reference}`);
		return subscription;
	}
}
