import { untilAborted } from '../../host/cancellation';
import { clock } from '../sync/clock';
import { settle } from '../sync/settle';
import type { Block } from './block';
import { Blocked } from './block';
import { Speed } from './speed';

// Zoom counts over a second that slides, and calls do not take equally long to arrive.
const MARGIN = 0.95;
/**
 * How many milliseconds late a turn may be taken without the next one being later for it: even so no second has more
 * than 1.025 * 95 % of the calls that Zoom allows.
 */
const SLACK = 25;
/** Milliseconds after which nobody has been late but there was nothing to do, which is not made up for. */
const IDLE = 1000;
/** Timers go by whole milliseconds. */
const TICK = 1;
/** The longest pause after refusals in a row, in milliseconds: a part of the second that Zoom counts. */
const LONGEST_PAUSE = 250;

/** How a turn is waited for. */
export interface TurnOptions {
	/** Milliseconds that are waited at most for the moment from which on Zoom takes calls again. */
	readonly maxWait: number;
	/** Whether the call was refused before: it goes before all that have not had a turn yet. */
	readonly isRepeat?: boolean;
	/** Ends the wait at once; the turn goes to those behind. */
	readonly signal?: AbortSignal;
}

interface Waiter extends TurnOptions {
	/** The share of the caller that waits: credentials of one account may have shares of their own. */
	readonly spacing: number;
	/** Ends the wait: with the turn, or with what there is instead of one. */
	readonly end: (block?: Block) => void;
}

/**
 * Hands out turns for calls of one kind, evenly spaced a little below the rate Zoom allows (a leaky bucket), in the order
 * they are asked for. Nobody's turn is fixed before it comes: what is not taken goes to the next one who waits. All goes
 * by elapsed time, whatever the clock shows.
 */
export class RateLimiter {
	/** When the next turn may be taken, in elapsed milliseconds. */
	private next = -Infinity;
	private readonly repeats: Waiter[] = [];
	private readonly waiting: Waiter[] = [];
	private isServing = false;
	/** Wakes the loop that serves waiting callers, because what it sleeps for has changed. */
	private alarm = new AbortController();
	private readonly speed = new Speed();
	private readonly blocked = new Blocked();
	private readonly spacings = new Set<number>();

	/** @param spacing milliseconds between two calls at the rate Zoom allows */
	constructor(private spacing: number) {
		this.spacings.add(spacing);
	}

	/** Takes over a rate the user has set. One that is new may mean that Zoom takes calls again. */
	setSpacing(spacing: number): void {
		if (spacing === this.spacing) return;
		this.spacing = spacing;
		if (this.spacings.has(spacing)) return;
		this.spacings.add(spacing);
		if (!this.blocked.lift()) return;
		this.next = clock.elapsed();
		this.alarm.abort();
	}

	/**
	 * Waits for a turn; rejects at once when the execution is cancelled.
	 * @returns what there is instead of a turn, where Zoom takes no calls for longer than may be waited
	 */
	async acquire(options: TurnOptions): Promise<Block | undefined> {
		options.signal?.throwIfAborted();
		const block = this.blocked.beyond(options.maxWait);
		if (block) return block;
		const queue = options.isRepeat ? this.repeats : this.waiting;
		let waiter: Waiter | undefined;
		const turn = new Promise<Block | undefined>((end) => {
			waiter = { ...options, spacing: this.spacing, end };
			queue.push(waiter);
		});
		void this.serve();
		try {
			return await untilAborted(turn, options.signal);
		} finally {
			if (waiter && remove(queue, waiter) && this.isIdle) this.alarm.abort();
		}
	}

	/** Takes a turn that cannot wait: those to come are later for it. */
	consume(spacing = this.spacing): void {
		const now = clock.elapsed();
		const due = now - this.next > IDLE ? now : Math.max(this.next, now - SLACK);
		this.next = due + this.distance(spacing);
	}

	/** Milliseconds from one turn to the next. */
	private distance(spacing: number): number {
		return spacing / MARGIN / this.speed.value;
	}

	/** Zoom refused a call because of its rate. */
	refused(): void {
		const now = clock.elapsed();
		const pause = Math.min(this.spacing * 2 ** this.speed.refusalsInRow, LONGEST_PAUSE);
		this.speed.refused(now);
		this.next = Math.max(this.next, now + pause);
	}

	/** A call worked. */
	succeeded(): void {
		this.speed.succeeded(clock.elapsed(), this.spacing);
	}

	/** Zoom takes no calls of this kind for a while. */
	block(block: Block): void {
		const endsAt = this.blocked.extend(block);
		if (endsAt === undefined) return;
		this.next = Math.max(this.next, endsAt);
		for (const queue of [this.repeats, this.waiting]) {
			for (const waiter of [...queue]) {
				const tooLong = this.blocked.beyond(waiter.maxWait);
				if (tooLong && remove(queue, waiter)) waiter.end(tooLong);
			}
		}
		this.alarm.abort();
	}

	private get isIdle(): boolean {
		return this.repeats.length === 0 && this.waiting.length === 0;
	}

	/** Hands out turns as long as somebody waits for one. */
	private async serve(): Promise<void> {
		if (this.isServing) return;
		this.isServing = true;
		while (!this.isIdle) {
			const wait = this.next - clock.elapsed();
			if (wait < TICK) this.serveNext();
			else await this.pause(wait);
		}
		this.isServing = false;
	}

	private serveNext(): void {
		const waiter = this.repeats.shift() ?? this.waiting.shift();
		if (!waiter || waiter.signal?.aborted) return;
		this.consume(waiter.spacing);
		waiter.end();
	}

	private async pause(wait: number): Promise<void> {
		await this.sleep(wait);
		const late = clock.elapsed() - this.next;
		if (late <= SLACK) return;
		// While n8n was busy, calls whose turns came before could not go out: the next one keeps its distance from them.
		await this.sleep(Math.min(late, this.distance(this.spacing)));
		this.next = Math.max(this.next, clock.elapsed());
	}

	private async sleep(wait: number): Promise<void> {
		this.alarm = new AbortController();
		await settle(clock.sleep(wait, this.alarm.signal));
	}
}

/** Takes an entry out of a list; tells whether it was there. */
function remove<T>(list: T[], entry: T): boolean {
	const index = list.indexOf(entry);
	if (index >= 0) list.splice(index, 1);
	return index >= 0;
}
