import { createHash } from 'node:crypto';

import { time } from '../transport/time';
import type { EventBody } from './delivery';

/**
 * What tells one event from all others. The whole of it goes in, since two people may join in the same millisecond; not
 * the download token, which is another one each time.
 */
export const keyOf = ({ event, event_ts, payload }: EventBody): string =>
	createHash('sha256')
		.update(JSON.stringify([event, event_ts, payload]))
		.digest('hex');

const HOUR = 3_600_000;

/** Remembers keys for a while, the latest ones of them. */
export class RecentKeys {
	private readonly since = new Map<string, number>();

	constructor(
		private readonly capacity = 20_000,
		private readonly lifetime = 2 * HOUR,
	) {}

	/** Whether one of the keys was added before; adds them all. */
	isKnown(keys: readonly string[]): boolean {
		const now = time.now();
		this.forgetOld(now);
		const known = keys.some((key) => this.since.has(key));
		for (const key of keys) {
			// A key that is met again moves to the end, where the latest are.
			this.since.delete(key);
			this.since.set(key, now);
		}
		return known;
	}

	/** Takes keys out again, as if they had never been met. */
	forget(keys: readonly string[]): void {
		for (const key of keys) this.since.delete(key);
	}

	get size(): number {
		return this.since.size;
	}

	private forgetOld(now: number): void {
		for (const [key, since] of this.since) {
			if (since + this.lifetime > now && this.since.size < this.capacity) return;
			this.since.delete(key);
		}
	}
}

/** Of this process, for all nodes: keys are to begin with the node they are of. */
export const recent = new RecentKeys();
