import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { clock as nodeClock } from '../../../nodes/Zoom/transport/sync/clock';
import type { Clock } from '../../emulator';

interface Sleeper {
	readonly due: number;
	readonly wake: () => void;
}

/** Time that passes only where everybody waits: the nodes and the emulator go by one clock, and no test sleeps. */
export interface VirtualTime {
	/** Every wait asked for, in milliseconds, in the order they were asked for. */
	readonly waits: number[];
	/** Sets the clock of the nodes' machine by so many milliseconds, although no time has passed. */
	setClock(by: number): void;
	/** Ends it; the nodes go by the machine's clock again. */
	stop(): void;
}

// A call is under way from here to there.
const CALLS = {
	begin: 'http.client.request.start',
	end: ['http.client.response.finish', 'http.client.request.error'],
};

// Goes on from one test of a file to the next: time that has passed does not come back.
let elapsed = 0;

/** Lets the nodes wait by the emulator's clock, which moves on to the shortest wait as soon as no call is under way. */
export function startVirtualTime(clock: Clock, random = () => 1): VirtualTime {
	const waits: number[] = [];
	const underWay = new Set<unknown>();
	let sleepers: Sleeper[] = [];
	let isWatching = false;
	let isStopped = false;
	let set = 0;
	let seen = clock.now();
	const endMoves = clock.onMove(() => {
		elapsed += Math.max(clock.now() - seen, 0);
		seen = clock.now();
	});

	const begin = (message: unknown) => underWay.add((message as { request: object }).request);
	const end = (message: unknown) => {
		underWay.delete((message as { request: object }).request);
		watch();
	};
	subscribe(CALLS.begin, begin);
	for (const channel of CALLS.end) subscribe(channel, end);

	/** Moves on when nothing more has happened for some turns of the event loop. */
	function watch(quiet = 0): void {
		if (quiet === 0 && isWatching) return;
		isWatching = true;
		setImmediate(() => {
			isWatching = false;
			if (isStopped || sleepers.length === 0 || underWay.size > 0) return;
			if (quiet < QUIET) watch(quiet + 1);
			else wakeNext();
		});
	}

	function wakeNext(): void {
		const due = Math.min(...sleepers.map((sleeper) => sleeper.due));
		clock.set(Math.max(due, clock.now()));
		const awake = sleepers.filter((sleeper) => sleeper.due <= due);
		sleepers = sleepers.filter((sleeper) => sleeper.due > due);
		for (const { wake } of awake) wake();
		watch();
	}

	jest.spyOn(nodeClock, 'now').mockImplementation(() => clock.now() + set);
	jest.spyOn(nodeClock, 'elapsed').mockImplementation(() => elapsed);
	jest.spyOn(nodeClock, 'random').mockImplementation(random);
	jest.spyOn(nodeClock, 'sleep').mockImplementation(
		async (milliseconds, signal) =>
			await new Promise<void>((resolve, reject) => {
				waits.push(milliseconds);
				if (signal?.aborted) return reject(new Error('The execution was cancelled'));
				const sleeper = { due: clock.now() + milliseconds, wake: resolve };
				sleepers.push(sleeper);
				signal?.addEventListener('abort', () => {
					sleepers = sleepers.filter((each) => each !== sleeper);
					reject(new Error('The execution was cancelled'));
				});
				watch();
			}),
	);
	return {
		waits,
		setClock: (by) => void (set += by),
		stop() {
			isStopped = true;
			endMoves();
			unsubscribe(CALLS.begin, begin);
			for (const channel of CALLS.end) unsubscribe(channel, end);
			jest.restoreAllMocks();
		},
	};
}

// Between the end of a call and what comes of it lie a few turns.
const QUIET = 6;
