/** Part of the allowed rate that is always used, however much Zoom refuses. */
const LOWEST = 0.1;
/** Calls that are looked back on; at full rate they take one period, which is at least a second. */
const CALLS = 30;
const SECOND = 1000;
/** What is left of a refusal with each call after it. */
const FADING = 1 - 1 / CALLS;
/** What a refusal takes at most. */
const DEEPEST_CUT = 0.5;
/** What a period without a refusal gives back, up to what is likely to be taken and beyond. */
const RECOVERY = 0.3;
const PROBING = 0.008;
/** Periods without a refusal that double what probing gives. */
const DOUBLING = 2;
const MOST_CAUTION = 16;

/**
 * How fast calls go out, as part of the rate that is allowed: Zoom may refuse calls although they keep to it, since
 * others may spend from the same limit. Goes down in proportion: one refusal in hundreds of calls takes about one call
 * in thirty for a few seconds, ten in a row or some in every second bring it down to half and below.
 */
export class Speed {
	private current = 1;
	/** A speed that is likely to be taken: between that before the refusals of a second, and that after them. */
	private known = 1;
	private before = 1;
	/** How many of the latest calls were refused; the longer ago, the less it counts. */
	private strain = 0;
	/** Grows with every attempt to go faster that was refused: others spend from the limit for good, it seems. */
	private caution = 1;
	/** How many refusals came since the last success. */
	private row = 0;
	private cutAt = -Infinity;
	private refusedAt = -Infinity;
	private gainedAt = -Infinity;

	/** From 0.1 to 1. */
	get value(): number {
		return this.current;
	}

	/** Refusals without a success between them. */
	get refusalsInRow(): number {
		return this.row;
	}

	/**
	 * Zoom refused a call because of its rate.
	 * @param now elapsed milliseconds
	 */
	refused(now: number): void {
		if (now - this.cutAt >= SECOND) {
			this.cutAt = now;
			this.before = this.current;
			const isProbing = this.current < 1 && this.current >= this.known;
			if (isProbing) this.caution = Math.min(this.caution * 2, MOST_CAUTION);
		}
		this.row++;
		this.strain = this.strain * FADING + 1;
		const cut = Math.min((1 + this.strain) / 2 / CALLS, DEEPEST_CUT);
		this.current = Math.max(this.current * (1 - cut), LOWEST);
		this.known = Math.sqrt(this.before * this.current);
		this.refusedAt = now;
	}

	/**
	 * A call worked.
	 * @param now elapsed milliseconds
	 * @param spacing milliseconds between two calls at full rate
	 */
	succeeded(now: number, spacing: number): void {
		this.row = 0;
		this.strain *= FADING;
		if (this.current >= 1) return;
		const period = Math.max(CALLS * spacing, SECOND);
		const since = Math.min(now - Math.max(this.gainedAt, this.refusedAt), period) / period;
		const clean = (now - this.refusedAt) / period;
		const gain =
			this.current < this.known
				? RECOVERY / Math.max(this.strain, 1)
				: (PROBING * 2 ** (clean / DOUBLING)) / this.caution;
		this.current = Math.min(this.current + gain * since, 1);
		if (this.current === 1) this.caution = 1;
		this.gainedAt = now;
	}
}
