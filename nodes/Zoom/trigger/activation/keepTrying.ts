import { processState } from '../../host/processState';
import { clock } from '../../transport/sync/clock';
import { settle } from '../../transport/sync/settle';
import type { Hooks } from './activation';

const FIRST_PAUSE = 15_000;
const LONGEST_PAUSE = 5 * 60_000;

/** Fails when it is to be made again; the signal says that nobody wants it any more. */
type Attempt = (signal: AbortSignal) => Promise<void>;

interface Effort {
	readonly over: AbortController;
	readonly done: Promise<void>;
}

/** What is tried in the background, by node. */
const efforts = processState(
	'registrations tried in the background',
	() => new Map<string, Effort>(),
);

const keyOf = (caller: Hooks) => `${caller.getWorkflow().id}:${caller.getNode().id}`;

/** Registers in the background: tries again, with growing pauses, until it succeeds or `stopTrying` is called. */
export function keepTrying(caller: Hooks, attempt: Attempt): void {
	const key = keyOf(caller);
	efforts().get(key)?.over.abort();
	const over = new AbortController();
	const done = repeat(caller, attempt, over.signal).then(() => {
		if (efforts().get(key)?.over === over) efforts().delete(key);
	});
	efforts().set(key, { over, done });
}

/** Ends what is tried for a node, once the attempt under way has ended. */
export async function stopTrying(caller: Hooks): Promise<void> {
	const effort = efforts().get(keyOf(caller));
	effort?.over.abort();
	await effort?.done;
}

async function repeat(caller: Hooks, attempt: Attempt, signal: AbortSignal): Promise<void> {
	const about = { workflowId: caller.getWorkflow().id, nodeName: caller.getNode().name };
	let told = '';
	for (let failures = 0; ; failures++) {
		const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures);
		await settle(clock.sleep(pause, signal));
		if (signal.aborted) return;
		const tried = await settle(attempt(signal));
		if (tried.status === 'fulfilled') {
			return caller.logger.info('Zoom Trigger is registered at Zoom again', about);
		}
		const { message } = tried.reason;
		// The same reason need not be told every five minutes.
		if (message !== told) {
			caller.logger.warn(`Zoom Trigger is not registered at Zoom yet: ${message}`, about);
		}
		told = message;
	}
}
