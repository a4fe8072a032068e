import { sleep } from 'n8n-workflow';

/** The clock, the dice and the pauses of the transport: one place, so that a test can stand in for all of them. */
export const clock = {
	/** Milliseconds since 1970. Somebody may set this clock: what is waited or measured goes by `elapsed`. */
	now: (): number => Date.now(),
	/** Milliseconds since some moment of the past; unlike `now`, nobody can set this clock back or forward. */
	elapsed: (): number => performance.now(),
	/** From 0 up to, but not including, 1. */
	random: (): number => Math.random(),
	/** Waits; rejects at once when the signal says the execution was cancelled. */
	sleep: async (milliseconds: number, signal?: AbortSignal): Promise<void> =>
		await sleep(milliseconds, signal),
	/** As `sleep`, for a bound on what is under way rather than for a wait: it ends when nobody needs it any more. */
	alarm: async (milliseconds: number, signal: AbortSignal): Promise<void> =>
		await sleep(milliseconds, signal),
};
