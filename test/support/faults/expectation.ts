import type { Failure } from './faults';
import type { Subject } from './operations';

/** What a user set under Options. */
export interface Policy {
	readonly retryMode: 'none' | 'retryAny' | 'retryWhenStatusCodeMatch';
	readonly retryUnsafeRequests: boolean;
}

/** What has to come of a call. */
export interface Expectation {
	/** How often Zoom sees it. */
	readonly calls: number;
	readonly succeeds: boolean;
	/** Bounds of each wait between two attempts, in milliseconds. */
	readonly waits: readonly (readonly [least: number, most: number])[];
	/** Whether the error has to say that Zoom may have done it. */
	readonly isDoubtful: boolean;
}

const REPEATS = 3;

/**
 * What the design says has to happen, worked out from what a user chose, what the operation is and what went wrong.
 * @param times how often it goes wrong
 * @param most how often a call is repeated at most
 */
export function expectationOf(
	subject: Subject,
	name: string,
	failure: Failure,
	policy: Policy,
	times: number,
	most = REPEATS,
): Expectation {
	const isSafe = subject.idempotent || policy.retryUnsafeRequests;
	const isRepeated =
		policy.retryMode !== 'none' &&
		(failure.nature === 'throttled' ||
			failure.nature === 'unsent' ||
			(failure.nature === 'ambiguous' && isSafe));
	// What was made is looked for before it is made again.
	const isFound = name === 'create' && policy.retryUnsafeRequests && failure.done === true;
	// That it is gone is known by the status of the second answer, however much of its body comes.
	const isGone = name === 'delete' && isRepeated && failure.hitsBody === true;
	const repeats = isFound || !isRepeated ? 0 : times === 1 || isGone ? 1 : most;
	const attempts = 1 + repeats;
	// n8n itself renews the token and calls again, once for each attempt, in every mode.
	const isRenewed = failure.status === 401;
	const isSeen = failure.origin === undefined && failure.isUnseen !== true;
	return {
		calls: isSeen ? attempts * (isRenewed ? 2 : 1) : 0,
		succeeds: isFound || isGone || ((isRepeated || isRenewed) && times === 1),
		waits: Array.from({ length: repeats + Number(isFound && isRepeated) }, (_, index) =>
			waitBefore(failure, index),
		),
		isDoubtful: failure.nature === 'ambiguous' && !subject.idempotent && !isFound,
	};
}

function waitBefore({ asks, fault }: Failure, index: number): [number, number] {
	// A date that has passed says nothing any more.
	const isPast = index > 0 && !/^\d+$/.test(fault?.retryAfter ?? '');
	if (asks !== undefined && !isPast) return [asks, asks];
	// One call too many in a second may be made in the next.
	const most = index === 0 && fault?.limit === 'perSecond' ? 150 : 1000 * 2 ** index;
	return [most / 2, most];
}
