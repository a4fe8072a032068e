import type { Refusal } from './outcome';
import { time } from './time';

// Zoom counts over a second that slides, and calls do not take equally long to arrive.
const MARGIN = 0.95;
const LOWEST = 0.1;
// Up to about the speed that was refused last it goes fast, beyond that slowly.
const RECOVERY = 0.01;
const PROBING = 0.001;
const SAFE = 0.9;
/**
 * How many milliseconds late a turn may come, as it does when n8n is busy, without those to come being later for it:
 * even so no second has more than 1.025 * 95 % of the calls that Zoom allows.
 */
const SLACK = 25;
/** Timers go by whole milliseconds. */
const TICK = 1;
/** Milliseconds after which nobody has been late but there was nothing to do, which is not made up for. */
const PAUSE = 1000;
/** Milliseconds within which calls that were under way together are refused together. */
const ONE_REFUSAL = 1000;

/**
 * Hands out turns for calls of one kind, evenly spaced a little below the rate Zoom allows: a token bucket (GCRA) that
 * holds no more than what may be made up for. It slows down when Zoom refuses all the same, since others may spend
 * from the same limit, and recovers with every call that works.
 */
export class Pacer {
	/** When the next turn is, in milliseconds since 1970, but for the delay. */
	private next = 0;
	/** By how much all turns are put off, since some came so late that others would have gone out with them. */
	private delay = 0;
	/** Part of the full rate in use. */
	private speed = 1;
	private slowedAt = -Infinity;
	/** Speed that is likely to be taken. */
	private known = 1;
	/** Changes when turns that were handed out no longer hold. */
	private schedule = 0;
	private closure: { readonly until: number; readonly refusal: Refusal } | undefined;

	/** @param spacing milliseconds between two calls at the rate Zoom allows */
	constructor(private spacing: number) {}

	/** Takes over a rate the user has changed. */
	setSpacing(spacing: number): void {
		if (spacing === this.spacing) return;
		this.spacing = spacing;
		this.closure = undefined;
	}

	/** Waits for a turn, behind those who asked before; rejects at once when the execution is cancelled. */
	async turn(signal?: AbortSignal): Promise<void> {
		let schedule: number;
		let due: number;
		do {
			schedule = this.schedule;
			due = this.reserve();
			for (let wait = this.until(due); wait >= TICK; wait = this.until(due)) {
				await time.sleep(wait, signal);
			}
		} while (schedule !== this.schedule);
		this.delay += Math.max(-this.until(due) - SLACK, 0);
	}

	/** Takes a turn that cannot wait: those to come are later for it. */
	spend(): void {
		this.reserve();
	}

	// Reserving takes no time, so that nobody in this process gets in between.
	private reserve(): number {
		const now = time.now() - this.delay;
		const due = now - this.next > PAUSE ? now : Math.max(this.next, now - SLACK);
		this.next = due + this.spacing / MARGIN / this.speed;
		return due;
	}

	private until(due: number): number {
		return due + this.delay - time.now();
	}

	/**
	 * Zoom refused a call because of its rate.
	 * @param resumeAt before which nothing goes out, in milliseconds since 1970, where Zoom says so
	 */
	slowDown(resumeAt?: number): void {
		const now = time.now();
		if (now - this.slowedAt >= ONE_REFUSAL) {
			this.slowedAt = now;
			this.known = this.speed * SAFE;
			this.speed = Math.max(this.speed / 2, LOWEST);
		}
		if (resumeAt !== undefined && resumeAt > this.next + this.delay) {
			this.next = resumeAt - this.delay;
			this.schedule++;
		}
	}

	/** A call worked. */
	speedUp(): void {
		const gain = this.speed < this.known ? RECOVERY : PROBING;
		this.speed = Math.min(this.speed + gain, 1);
	}

	/** Zoom refuses all calls of this kind until then: those to come fail without being sent. */
	close(until: number, refusal: Refusal): void {
		this.closure = { until, refusal };
	}

	/** What Zoom said when it closed for the day, while that holds. */
	get closedBy(): { readonly until: number; readonly refusal: Refusal } | undefined {
		if (this.closure && this.closure.until <= time.now()) this.closure = undefined;
		return this.closure;
	}
}
