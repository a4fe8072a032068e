import type { Connection, ZoomRequest } from '../operation';
import { isIdempotent } from '../operation';
import type { Caller } from './connection';
import { toNodeError } from './errors';
import type { Outcome } from './outcome';
import type { RetryPolicy } from './retry';
import { decide, mayHaveHappened } from './retry';
import { time } from './time';

/** How the calls of one item are made. */
export interface CallOptions {
	readonly retry: RetryPolicy;
	/** Seconds of silence after which a call is given up. */
	readonly timeout: number;
}

/** Who calls, with what and how. */
export interface CallSetting {
	readonly caller: Caller;
	readonly connection: Connection;
	readonly options: CallOptions;
}

/**
 * Makes a call, and makes it again where that may help and does no harm: every attempt, wait and error happens here.
 * @param request what is called, for the decision and the error
 * @param attempt makes the call once
 * @param gone what an answer means that says the thing is not there, when an earlier attempt may have removed it
 * @throws NodeApiError that says what happened and what to do
 */
export async function untilDone<T>(
	{ caller, connection, options }: CallSetting,
	request: ZoomRequest,
	attempt: () => Promise<Outcome<T>>,
	gone?: T,
): Promise<T> {
	const signal =
		'getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined;
	const begin = time.now();
	let doubtful = false;
	for (let attempts = 1; ; attempts++) {
		const outcome = await attempt();
		if (outcome.kind === 'success') return outcome.body;
		signal?.throwIfAborted();
		if (doubtful && gone !== undefined && isNotThere(outcome)) return gone;
		doubtful ||= mayHaveHappened(outcome);
		const now = time.now();
		const decision = decide(outcome, options.retry, {
			repeats: attempts - 1,
			idempotent: isIdempotent(request.operation),
			now,
			random: time.random(),
		});
		if ('stop' in decision) {
			throw toNodeError(caller.getNode(), {
				request,
				outcome,
				attempts,
				elapsed: now - begin,
				mayHaveHappened: doubtful,
				resumeAt: decision.resumeAt,
				appKind: connection.appKind,
				timezone: caller.getTimezone(),
				timeout: options.timeout,
			});
		}
		caller.logger.debug('Zoom call failed, will be repeated', {
			call: `${request.method} ${request.operation.path}`,
			attempts,
			wait: decision.wait,
		});
		await time.sleep(decision.wait, signal);
	}
}

const isNotThere = (outcome: Outcome<unknown>) =>
	outcome.kind === 'refusal' && outcome.status === 404;
