/** The time everything in the emulator goes by, in epoch milliseconds. */
export interface Clock {
	now(): number;
	advance(milliseconds: number): void;
	set(time: string | number): void;
	/** Whether time passes by itself. */
	readonly runs: boolean;
	/** Calls the listener whenever somebody has moved the time; what it returns ends that. */
	onMove(listener: () => void): () => void;
}

/** The machine's time, which can still be moved forward for token expiry and day limits. */
export function systemClock(): Clock {
	let offset = 0;
	const { moved, onMove } = moves();
	return {
		runs: true,
		onMove,
		now: () => Date.now() + offset,
		advance: (milliseconds) => {
			offset += milliseconds;
			moved();
		},
		set: (time) => {
			offset = new Date(time).getTime() - Date.now();
			moved();
		},
	};
}

/** A clock that stands still until a test moves it. */
export function manualClock(start: string | number): Clock {
	let now = new Date(start).getTime();
	const { moved, onMove } = moves();
	return {
		runs: false,
		onMove,
		now: () => now,
		advance: (milliseconds) => {
			now += milliseconds;
			moved();
		},
		set: (time) => {
			now = new Date(time).getTime();
			moved();
		},
	};
}

/** A time as Zoom writes it: UTC, to the second. */
export function zoomTime(milliseconds: number): string {
	return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** The next midnight in UTC, when Zoom's day limits start afresh. */
export function nextMidnight(now: number): number {
	const day = 86_400_000;
	return (Math.floor(now / day) + 1) * day;
}

function moves(): { moved(): void; onMove: Clock['onMove'] } {
	const listeners = new Set<() => void>();
	return {
		moved: () => listeners.forEach((listener) => listener()),
		onMove(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
