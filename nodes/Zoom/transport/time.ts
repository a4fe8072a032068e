import { sleep } from 'n8n-workflow';

/** The clock, the dice and the pause of the transport: one place, so that a test can stand in for all three. */
export const time = {
	/** Milliseconds since 1970. */
	now: (): number => Date.now(),
	/** From 0 up to, but not including, 1. */
	random: (): number => Math.random(),
	/** Waits; rejects at once when the signal says the execution was cancelled. */
	sleep: async (milliseconds: number, signal?: AbortSignal): Promise<void> =>
		await sleep(milliseconds, signal),
};
