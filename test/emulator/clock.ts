/** The time everything in the emulator goes by, in epoch milliseconds. */
export interface Clock {
	now(): number;
	advance(milliseconds: number): void;
	set(time: string | number): void;
}

/** The machine's time, which can still be moved forward for token expiry and day limits. */
export function systemClock(): Clock {
	let offset = 0;
	return {
		now: () => Date.now() + offset,
		advance: (milliseconds) => {
			offset += milliseconds;
		},
		set: (time) => {
			offset = new Date(time).getTime() - Date.now();
		},
	};
}

/** A clock that stands still until a test moves it. */
export function manualClock(start: string | number): Clock {
	let now = new Date(start).getTime();
	return {
		now: () => now,
		advance: (milliseconds) => {
			now += milliseconds;
		},
		set: (time) => {
			now = new Date(time).getTime();
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
