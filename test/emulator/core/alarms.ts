import type { Clock } from './clock';

interface Alarm {
	at: number;
	ring: () => void;
}

const longestTimer = 2 ** 31 - 1;

/** What is to be done at times to come; when the clock jumps, all that came due is done in order. */
export class Alarms {
	private waiting: Alarm[] = [];
	private timer: NodeJS.Timeout | undefined;
	private readonly stopListening: () => void;

	constructor(private readonly clock: Clock) {
		this.stopListening = clock.onMove(() => this.ringDue());
	}

	/** Rings at that time, or at once where it has passed; what this returns calls it off. */
	set(at: number, ring: () => void): () => void {
		const alarm = { at, ring };
		this.waiting.push(alarm);
		this.ringDue();
		return () => {
			this.waiting = this.waiting.filter((entry) => entry !== alarm);
			this.wind();
		};
	}

	clear(): void {
		this.waiting = [];
		this.wind();
	}

	close(): void {
		this.clear();
		this.stopListening();
	}

	private ringDue(): void {
		for (let next = this.next; next && next.at <= this.clock.now(); next = this.next) {
			const due = next;
			this.waiting = this.waiting.filter((entry) => entry !== due);
			due.ring();
		}
		this.wind();
	}

	/** Only a clock that runs needs a timer; one that is moved tells. */
	private wind(): void {
		clearTimeout(this.timer);
		const { next } = this;
		if (!next || !this.clock.runs) return;
		const wait = Math.min(Math.max(next.at - this.clock.now(), 0), longestTimer);
		this.timer = setTimeout(() => this.ringDue(), wait).unref();
	}

	private get next(): Alarm | undefined {
		return this.waiting.reduce<Alarm | undefined>(
			(first, alarm) => (first && first.at <= alarm.at ? first : alarm),
			undefined,
		);
	}
}
