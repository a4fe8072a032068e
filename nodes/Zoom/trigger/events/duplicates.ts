import { processState } from '../../host/processState';
import { clock } from '../../transport/sync/clock';
import { digest } from './digest';
import type { EventBody } from './eventBody';

/**
 * What tells one event from all others. The whole of it goes in, since two people may join in the same millisecond; not
 * the download token, which is another one each time.
 */
export const keyOf = ({ event, event_ts, payload }: EventBody): string =>
	digest([event, event_ts, payload]);

/** What tells a request from others. Zoom does not sign the ID, so whatever its length, the key is short. */
export const requestKeyOf = (requestId: string, { event, event_ts }: EventBody): string =>
	digest([requestId, event, event_ts]);

const HOUR = 3_600_000;
/** Some 10 MB when there are two keys for each. */
const EVENTS = 20_000;
const KEYS_PER_EVENT = 2;

interface Encounter {
	/** In elapsed milliseconds. */
	readonly since: number;
	/** Where that is not certain yet: whether nothing came of it. */
	failed?: () => boolean;
}

/** Remembers keys for a while, the latest ones of them. */
export class ExpiringSet {
	private readonly met = new Map<string, Encounter>();

	constructor(
		private readonly capacity = EVENTS * KEYS_PER_EVENT,
		private readonly lifetime = 2 * HOUR,
	) {}

	/** Whether one of the keys was added before; adds them all. */
	isKnown(keys: readonly string[]): boolean {
		const now = clock.elapsed();
		this.forgetOld(now);
		const known = keys.some((key) => this.counts(key));
		for (const key of keys) {
			const before = known ? this.met.get(key) : undefined;
			// A key that is met again moves to the end, where the latest are.
			this.met.delete(key);
			this.met.set(key, { ...before, since: now });
		}
		return known;
	}

	private counts(key: string): boolean {
		const encounter = this.met.get(key);
		return encounter !== undefined && encounter.failed?.() !== true;
	}

	/** Takes keys out again, as if they had never been met. */
	forget(keys: readonly string[]): void {
		for (const key of keys) this.met.delete(key);
	}

	/** Leaves open whether keys were met: when they come again, they count as new if it failed by then. */
	doubt(keys: readonly string[], failed: () => boolean): void {
		for (const key of keys) {
			const encounter = this.met.get(key);
			if (encounter) encounter.failed = failed;
		}
	}

	/** Ends the doubt: the keys were met. */
	trust(keys: readonly string[]): void {
		for (const key of keys) delete this.met.get(key)?.failed;
	}

	get size(): number {
		return this.met.size;
	}

	private forgetOld(now: number): void {
		for (const [key, { since }] of this.met) {
			if (since + this.lifetime > now && this.met.size < this.capacity) return;
			this.met.delete(key);
		}
	}
}

/** Of this process, for all nodes: keys are to begin with the node they are of. */
export const recent = processState('events that came', () => new ExpiringSet());
