import type { NoResponse, Outcome, ErrorResponse } from '../response/outcome';
import {
	isDayLimit,
	limitKind,
	nextUtcDay,
	resumeTimeIn,
	retryAfter,
} from '../response/throttling';

/** What the user chose under Options; see there for the meaning of each. */
export interface RetryPolicy {
	readonly mode: 'none' | 'retryAny' | 'retryWhenStatusCodeMatch';
	readonly isListed: (status: number) => boolean;
	/** Repeats after the first call. */
	readonly countMax: number;
	readonly multiplyWait: boolean;
	/** Longest single wait, in milliseconds. */
	readonly maxWait: number;
	/** Whether calls that are not idempotent are repeated like the others. */
	readonly repeatUnsafe: boolean;
}

/** What the decision rests on besides the policy. */
export interface RetryState {
	/** Repeats made so far. */
	readonly repeats: number;
	readonly idempotent: boolean;
	/** Milliseconds since 1970. */
	readonly now: number;
	/** From 0 up to 1. */
	readonly random: number;
}

/** Go on after `wait` milliseconds, or stop; `resumeAt` when Zoom said from when on calls are allowed again. */
export type Decision =
	| { readonly wait: number }
	| { readonly stop: true; readonly resumeAt?: number };

const FIRST_WAIT = 1000;
/**
 * Part of the wait that is waited when a call was one too many in its second, the first time. Most often the next turn is
 * all it takes, and turns keep it from coming too early.
 */
const SOON = 0.15;
const TRANSIENT_CLIENT_ERRORS: readonly number[] = [408, 409, 423, 425, 429];

/**
 * Whether a call that did not succeed is made again, and when. A call that Zoom may have acted on is repeated only if
 * that does no harm.
 */
export function retryDecision(
	outcome: Outcome<unknown>,
	policy: RetryPolicy,
	state: RetryState,
): Decision {
	const resumeAt = resumeTimeOf(outcome, state.now);
	const stop = { stop: true, resumeAt } as const;
	if (!isRepeatable(outcome, policy, state.idempotent) || state.repeats >= policy.countMax)
		return stop;
	const pause = outcome.kind === 'notSent' ? outcome.pause : undefined;
	if (pause !== undefined && pause > policy.maxWait) return stop;
	const asked = (resumeAt ?? 0) - state.now;
	if (asked > policy.maxWait) return stop;
	if (asked > 0) return { wait: asked };
	if (pause !== undefined) return { wait: pause };
	const wait = backoff(policy, state);
	return { wait: isFirstOfItsSecond(outcome, state) ? wait * SOON : wait };
}

function isRepeatable(
	outcome: Outcome<unknown>,
	policy: RetryPolicy,
	idempotent: boolean,
): boolean {
	if (policy.mode === 'none' || outcome.kind === 'success' || outcome.kind === 'storageFailure')
		return false;
	if (outcome.kind === 'notSent') return outcome.transient;
	const isSafe = idempotent || policy.repeatUnsafe;
	// What never came to its end, or was too much, would be so the next time, too.
	if (outcome.kind === 'noResponse') return isSafe && !isEndless(outcome);
	if (outcome.status === 429) return isChosen(429, policy) && isPassing(outcome);
	return isSafe && isChosen(outcome.status, policy);
}

const isEndless = ({ how }: NoResponse) => how === 'endless' || how === 'tooLarge';

const isFirstOfItsSecond = (outcome: Outcome<unknown>, { repeats }: RetryState) =>
	repeats === 0 &&
	outcome.kind === 'errorResponse' &&
	outcome.status === 429 &&
	limitKind(outcome) === 'perSecond';

const isPassing = (refusal: ErrorResponse) => !isDayLimit(limitKind(refusal));

function isChosen(status: number, policy: RetryPolicy): boolean {
	if (policy.isListed(status)) return true;
	return policy.mode === 'retryAny' && (status >= 500 || TRANSIENT_CLIENT_ERRORS.includes(status));
}

function resumeTimeOf(outcome: Outcome<unknown>, now: number): number | undefined {
	if (outcome.kind === 'notSent') return outcome.resumeAt;
	return outcome.kind === 'errorResponse' ? resumeTime(outcome, now) : undefined;
}

function resumeTime(refusal: ErrorResponse, now: number): number | undefined {
	if (refusal.status !== 429) return retryAfter(refusal.headers, now);
	return resumeTimeIn(refusal, now) ?? (isPassing(refusal) ? undefined : nextUtcDay(now));
}

/**
 * Milliseconds to wait before a repeat. Half of it is certain, so that it grows; the other half is chance, so that workers
 * do not march in step.
 */
export function backoff(
	{ multiplyWait, maxWait }: RetryPolicy,
	{ repeats, random }: Pick<RetryState, 'repeats' | 'random'>,
): number {
	if (!multiplyWait) return Math.min(FIRST_WAIT, maxWait);
	return Math.min(maxWait, FIRST_WAIT * 2 ** repeats) * (0.5 + random / 2);
}

/** Whether Zoom may have done what was asked although the call failed. */
export function mayHaveHappened(outcome: Outcome<unknown>): boolean {
	if (outcome.kind === 'noResponse') return true;
	return outcome.kind === 'errorResponse' && (outcome.status >= 500 || outcome.status === 408);
}

/** Reads "429,500-599"; undefined when the list is not one. */
export function parseStatusList(list: string): ((status: number) => boolean) | undefined {
	const ranges = list
		.split(',')
		.map((part) => /^\s*([45]\d\d)(?:\s*-\s*([45]\d\d))?\s*$/.exec(part))
		.map((match) => match && ([Number(match[1]), Number(match[2] ?? match[1])] as const));
	const isList = (ranges: unknown[]): ranges is Array<readonly [number, number]> =>
		ranges.every((range) => range !== null);
	if (!isList(ranges) || ranges.some(([from, to]) => from > to)) return undefined;
	return (status) => ranges.some(([from, to]) => status >= from && status <= to);
}
