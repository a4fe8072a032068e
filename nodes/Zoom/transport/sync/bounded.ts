import { untilAborted } from '../../host/cancellation';
import { clock } from './clock';

const SHORTEST_LIMIT = 30_000;
const TIMEOUTS = 5;

/** Milliseconds that a whole call may take, however much comes meanwhile, by its timeout in seconds. */
export const limitOfCall = (timeout: number): number =>
	Math.max(timeout * TIMEOUTS * 1000, SHORTEST_LIMIT);

/** Something was under way for longer than it may be. */
export class TookTooLong extends Error {
	override readonly name = 'TookTooLong';
}

/** Work that has an end, whatever comes of it. */
export interface Bound {
	/** Ends the work. It follows what cancels it also when the work is done, as long as a file comes. */
	readonly signal: AbortSignal;
	/** Ends the work after a while, unless something is done before. */
	readonly endAfter: (milliseconds: number, done: AbortSignal) => void;
}

/**
 * What the work comes to, unless it takes too long or nobody wants it any more: then this ends at once, whatever the
 * work does.
 * @throws TookTooLong, or the reason of `cancel`
 */
export async function bounded<T>(
	milliseconds: number,
	work: (bound: Bound) => Promise<T>,
	cancel?: AbortSignal,
): Promise<T> {
	const [ending, settled] = [new AbortController(), new AbortController()];
	const signal = cancel ? AbortSignal.any([cancel, ending.signal]) : ending.signal;
	signal.throwIfAborted();
	const endAfter = (wait: number, done: AbortSignal) => {
		void clock.alarm(wait, AbortSignal.any([done, settled.signal])).then(
			() => ending.abort(new TookTooLong()),
			() => undefined,
		);
	};
	endAfter(milliseconds, settled.signal);
	return await untilAborted(work({ signal, endAfter }), signal).finally(() => settled.abort());
}
