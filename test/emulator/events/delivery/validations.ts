import { randomBytes } from 'node:crypto';
import type { Alarms } from '../../core/alarms';
import type { EmulatorContext } from '../../core/context';
import type { Delivery, Subscription } from '../records';
import type { Subscriptions } from '../subscriptions/subscriptions';
import type { Deliveries, Oddity } from './deliveries';
import { encryptedToken } from './signing';

const threeDays = 72 * 3_600_000;
const mostFailures = 6;

/** Asks webhooks to prove that they know the secret: at first, on demand, and every three days. */
export class Validations {
	constructor(
		private readonly context: Omit<EmulatorContext, 'events'>,
		private readonly alarms: Alarms,
		private readonly subscriptions: Subscriptions,
		private readonly deliveries: Deliveries,
	) {}

	/** Asks once, with a token of one's own where given; tells whether the answer was right. */
	async ask(
		subscription: Subscription,
		{ plainToken = newToken(), ...oddity }: Oddity & { plainToken?: string } = {},
	): Promise<Delivery & { state: 'delivered' | 'failed' }> {
		const { apps, clock } = this.context;
		const event = 'endpoint.url_validation';
		const body = { event, payload: { plainToken }, event_ts: clock.now() };
		const delivery = this.deliveries.enter(subscription, event, JSON.stringify(body), oddity);
		const { status, answer } = await this.deliveries.track(
			this.deliveries.attempt(subscription, delivery),
		);
		const secret = apps.find(subscription.clientId)?.secretToken ?? '';
		const right = status === 200 && isProof(answer, plainToken, encryptedToken(secret, plainToken));
		return Object.assign(delivery, { state: right ? ('delivered' as const) : ('failed' as const) });
	}

	/** Asks, and turns the subscription on when the answer is right, or off when it failed too often. */
	async validate(subscription: Subscription): Promise<boolean> {
		const { state } = await this.ask(subscription);
		const right = state === 'delivered';
		subscription.failedValidations = right ? 0 : subscription.failedValidations + 1;
		if (right) subscription.active = true;
		else if (subscription.failedValidations >= mostFailures) subscription.active = false;
		return right;
	}

	/** Validates the subscription every three days for as long as it is there and on. */
	repeat(subscription: Subscription, since = this.context.clock.now()): void {
		const at = since + threeDays;
		this.alarms.set(at, () => {
			if (this.subscriptions.find(subscription.id) !== subscription) return;
			const done = subscription.active ? this.validate(subscription) : Promise.resolve();
			void this.deliveries.track(done.then(() => this.repeat(subscription, at)));
		});
	}
}

function isProof(answer: string, plainToken: string, encrypted: string): boolean {
	try {
		const proof = JSON.parse(answer) as Record<string, unknown> | null;
		return proof?.plainToken === plainToken && proof.encryptedToken === encrypted;
	} catch {
		return false;
	}
}

/** Twenty-two letters, digits, dashes and underscores, as Zoom's are. */
function newToken(): string {
	return randomBytes(16).toString('base64url');
}
