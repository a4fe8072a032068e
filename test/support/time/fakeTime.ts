import { clock as nodeClock } from '../../../nodes/Zoom/transport/sync/clock';

/** The node's clock, standing still until a test moves it. */
export interface FakeTime {
	now(): number;
	/** Lets time pass, and everything happen that waits for it, in order. */
	pass(milliseconds: number): Promise<void>;
	/** Sets the clock by so many milliseconds, although no time has passed. */
	setClock(by: number): void;
	/** Lets happen what waits for nothing. */
	settle(): Promise<void>;
	/** How long each pause was to be, in the order they were begun. */
	readonly pauses: number[];
}

interface Sleeper {
	readonly until: number;
	readonly wake: () => void;
}

const LONG = 48 * 3_600_000;
// Goes on from one test of a file to the next: time that has passed does not come back.
let elapsed = 0;

/** Takes the node's clock, until mocks are restored. The dice always show the most there is. */
export function takeTime(start = Date.UTC(2026, 6, 5, 10)): FakeTime {
	let now = start;
	let set = 0;
	// What an earlier test of the file held back for hours is held back no more.
	const before = (elapsed += LONG) - now;
	const sleepers = new Set<Sleeper>();
	const pauses: number[] = [];
	jest.spyOn(nodeClock, 'now').mockImplementation(() => now + set);
	jest.spyOn(nodeClock, 'elapsed').mockImplementation(() => (elapsed = before + now));
	jest.spyOn(nodeClock, 'random').mockImplementation(() => 1);
	jest.spyOn(nodeClock, 'sleep').mockImplementation(
		async (milliseconds, signal) =>
			await new Promise((resolve, reject) => {
				pauses.push(milliseconds);
				const sleeper = {
					until: now + milliseconds,
					wake() {
						signal?.removeEventListener('abort', end);
						resolve();
					},
				};
				const end = () => {
					sleepers.delete(sleeper);
					reject(new Error('Cancelled'));
				};
				if (signal?.aborted) return end();
				sleepers.add(sleeper);
				signal?.addEventListener('abort', end, { once: true });
			}),
	);
	const settle = async () => {
		for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
	};
	return {
		now: () => now + set,
		setClock: (by) => void (set += by),
		pauses,
		settle,
		async pass(milliseconds) {
			const target = now + milliseconds;
			for (;;) {
				await settle();
				const due = [...sleepers].filter(({ until }) => until <= target);
				const [next] = due.sort((a, b) => a.until - b.until);
				if (!next) break;
				sleepers.delete(next);
				now = Math.max(now, next.until);
				next.wake();
			}
			now = target;
		},
	};
}
