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
/** Milliseconds by which the clock may go back without anybody having set it. */
const DRIFT = 1000;

/** Zoom takes no calls of this kind before a moment. */
export interface Hold {
	/** Milliseconds since 1970. */
	readonly until: number;
	/** What Zoom said. */
	readonly refusal: Refusal;
	/** Whether it is for the rest of a day, which nobody waits for. */
	readonly isForDay: boolean;
}

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
	private held: Hold | undefined;
	/** The latest moment seen. */
	private latest = -Infinity;
	private readonly spacings = new Set<number>();

	/** @param spacing milliseconds between two calls at the rate Zoom allows */
	constructor(private spacing: number) {
		this.spacings.add(spacing);
	}

	/** Takes over a rate the user has set. One that is new may mean that Zoom takes calls again. */
	setSpacing(spacing: number): void {
		this.spacing = spacing;
		if (this.spacings.has(spacing)) return;
		this.spacings.add(spacing);
		if (this.held) this.resume(this.now());
		this.held = undefined;
	}

	/**
	 * Waits for a turn, behind those who asked before; rejects at once when the execution is cancelled.
	 * @param patience how many milliseconds are waited at most for the moment Zoom names
	 * @returns what there is instead of a turn, where Zoom takes no calls for longer than that
	 */
	async turn(patience: number, signal?: AbortSignal): Promise<Hold | undefined> {
		let schedule: number;
		let due: number;
		do {
			const hold = this.holdBeyond(patience);
			if (hold) return hold;
			schedule = this.schedule;
			due = this.reserve();
			for (let wait = this.until(due); wait >= TICK; wait = this.until(due)) {
				await time.sleep(wait, signal);
			}
		} while (schedule !== this.schedule);
		this.delay += Math.max(-this.until(due) - SLACK, 0);
		return undefined;
	}

	private holdBeyond(patience: number): Hold | undefined {
		const left = (this.held?.until ?? 0) - this.now();
		if (left <= 0) this.held = undefined;
		return this.held?.isForDay || left > patience ? this.held : undefined;
	}

	/** Takes a turn that cannot wait: those to come are later for it. */
	spend(): void {
		this.reserve();
	}

	// Reserving takes no time, so that nobody in this process gets in between.
	private reserve(): number {
		const now = this.now() - this.delay;
		const due = now - this.next > PAUSE ? now : Math.max(this.next, now - SLACK);
		this.next = due + this.spacing / MARGIN / this.speed;
		return due;
	}

	private until(due: number): number {
		return due + this.delay - this.now();
	}

	/** The moment it is. Where the clock was set back, so are all turns. */
	private now(): number {
		const now = time.now();
		if (now < this.latest - DRIFT) this.delay -= this.latest - now;
		this.latest = now;
		return now;
	}

	/** Zoom refused a call because of its rate. */
	slowDown(): void {
		const now = time.now();
		if (Math.abs(now - this.slowedAt) < ONE_REFUSAL) return;
		this.slowedAt = now;
		this.known = this.speed * SAFE;
		this.speed = Math.max(this.speed / 2, LOWEST);
	}

	/** A call worked. */
	speedUp(): void {
		const gain = this.speed < this.known ? RECOVERY : PROBING;
		this.speed = Math.min(this.speed + gain, 1);
	}

	/** Zoom takes no calls of this kind for a while: none goes out before, whoever has a turn already. */
	hold(hold: Hold): void {
		if (hold.until <= Math.max(this.now(), this.held?.until ?? 0)) return;
		this.held = hold;
		this.resume(hold.until);
	}

	/** Has turns begin anew at a moment. */
	private resume(at: number): void {
		this.next = at - this.delay;
		this.schedule++;
	}
}
