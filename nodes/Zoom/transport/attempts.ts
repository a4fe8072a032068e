import type { Connection, ZoomRequest } from '../operation';
import { isIdempotent } from '../operation';
import { cancelSignal, STOPPED } from './aborted';
import type { Caller } from './connection';
import { mayPass, toNodeError } from './errors';
import type { Failure } from './failure';
import type { Failed, Outcome } from './outcome';
import { endsConnection } from './outcome';
import { learn, takeTurn } from './pacing';
import type { RetryPolicy } from './retry';
import { decide, growingWait, mayHaveHappened } from './retry';
import { time } from './time';
import { throughTokenGate } from './tokenGate';
import { Waits } from './waits';
import { noteZoomTime } from './zoomClock';

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
	/** Measures what the call waits. */
	readonly waits?: Waits;
	/** Keeps what ended the connection, so that the calls that follow are not made in vain. */
	readonly end?: ConnectionEnd;
}

/** What ended the connection in the course of a run. */
export interface ConnectionEnd {
	outcome?: Failed;
	/** How many calls in a row were refused for their token although it was new. */
	refusals?: number;
}

/** A new token may run out by chance before it is used; so many in a row do not. */
const MOST_REFUSALS = 3;

/** One call that may take several attempts. */
export interface Endeavour<T> {
	/** What is called, for the decision and the error. */
	readonly request: ZoomRequest;
	/** Makes the call once; says `answered` when Zoom has begun to answer, where the whole answer may take long. */
	readonly attempt: (answered?: () => void) => Promise<Outcome<T>>;
	/** Secrets that go out with the call, besides those of the connection. */
	readonly secrets?: readonly string[];
	/** Whether the call takes an access token of the connection. Default: it does. */
	readonly takesToken?: boolean;
	/** What an answer means that says the thing is not there, when an earlier attempt may have removed it. */
	readonly gone?: T;
	/** Finds what an attempt made although it failed, none of it older than `since` (milliseconds since 1970). */
	readonly findMade?: (since: number) => Promise<T | undefined>;
	/** Whether the call spends none of the account's limits, as that of a file at its host. */
	readonly isUnlimited?: boolean;
}

/** How far an endeavour has come. */
interface Progress {
	attempts: number;
	/** When the first attempt was made, in milliseconds since 1970. */
	begin: number;
	/** The same moment in elapsed milliseconds. */
	startedAt: number;
	/** Whether Zoom may have done it in spite of the failures. */
	doubtful: boolean;
}

/**
 * Makes a call, and makes it again where that may help and does no harm: every turn, attempt, wait and error happens
 * here.
 * @throws NodeApiError that says what happened and what to do
 */
export async function untilDone<T>(setting: CallSetting, endeavour: Endeavour<T>): Promise<T> {
	const progress: Progress = { attempts: 0, begin: 0, startedAt: 0, doubtful: false };
	const [done] = await Promise.allSettled([repeated(setting, endeavour, progress)]);
	if (done.status === 'fulfilled') return done.value;
	if (!cancelSignal(setting.caller)?.aborted) throw done.reason;
	throw await failureOf(setting, endeavour, { ...progress, outcome: STOPPED });
}

async function repeated<T>(
	setting: CallSetting,
	endeavour: Endeavour<T>,
	progress: Progress,
): Promise<T> {
	const { request, gone, findMade } = endeavour;
	const signal = cancelSignal(setting.caller);
	for (;;) {
		const outcome = await attemptInTurn(setting, endeavour, progress);
		if (outcome.kind === 'success') return outcome.body;
		if (progress.doubtful && gone !== undefined && isNotThere(outcome)) return gone;
		progress.doubtful ||= mayHaveHappened(outcome);
		signal?.throwIfAborted();
		const decision = decide(outcome, setting.options.retry, {
			repeats: Math.max(progress.attempts, triesOf(outcome)) - 1,
			idempotent: isIdempotent(request.operation),
			now: time.now(),
			random: time.random(),
		});
		if ('wait' in decision) await pause(setting, request, decision.wait);
		const search =
			progress.doubtful && findMade
				? await lookFor(setting, request, async () => await findMade(progress.begin))
				: {};
		signal?.throwIfAborted();
		if (search.found !== undefined) return search.found;
		if ('stop' in decision || search.problem !== undefined) {
			throw await failureOf(setting, endeavour, {
				...progress,
				outcome,
				unverified: search.problem,
				...decision,
			});
		}
	}
}

/** One attempt when its turn has come; none where Zoom takes no such calls for longer than may be waited. */
async function attemptInTurn<T>(
	setting: CallSetting,
	{ request, attempt, takesToken = true, isUnlimited = false }: Endeavour<T>,
	progress: Progress,
): Promise<Outcome<T>> {
	const { caller, connection, options, end = {}, waits = new Waits() } = setting;
	const signal = cancelSignal(caller);
	const once = async (answered?: () => void, heldUp?: () => Failed | undefined) => {
		const turn = { maxWait: options.retry.maxWait, isRepeat: progress.attempts > 0, signal };
		const held = isUnlimited
			? undefined
			: await waits.during('turn', async () => await takeTurn(connection, request, turn));
		if (progress.attempts++ === 0) {
			progress.begin = time.now();
			progress.startedAt = time.elapsed();
		}
		const ended = held ?? (takesToken ? (end.outcome ?? heldUp?.()) : undefined);
		if (ended) return ended;
		const { refusals } = end;
		const outcome = await attempt(answered);
		noteEnd(end, outcome, refusals);
		note(setting, request, outcome, isUnlimited);
		return outcome;
	};
	if (!takesToken) return await once();
	if (end.outcome) return end.outcome;
	const { retry } = options;
	return await throughTokenGate({ connection, retry, signal, make: once });
}

/** How many times a call, or others before it, asked for a token in vain. */
const triesOf = (outcome: Failed) => (outcome.kind === 'notSent' ? (outcome.tries ?? 0) : 0);

/** Takes from an answer what counts for the calls to come. Whatever goes wrong with that, the answer is what it is. */
function note(
	{ caller, connection }: CallSetting,
	request: ZoomRequest,
	outcome: Outcome<unknown>,
	isUnlimited: boolean,
): void {
	const call = callName(request);
	try {
		if ('headers' in outcome) noteZoomTime(connection.account, outcome.headers ?? {});
		const label = isUnlimited ? undefined : learn(connection, request, outcome);
		if (label === undefined) return;
		caller.logger.debug('Zoom counts a call under another label than documented', { call, label });
	} catch (error) {
		const { message } = error as Error;
		caller.logger.warn('The headers of an answer of Zoom could not be evaluated', {
			call,
			message,
		});
	}
}

/** @param before how many refusals there were when the call began: of calls that began together one counts */
function noteEnd(end: ConnectionEnd, outcome: Outcome<unknown>, before: number | undefined): void {
	if (!endsConnection(outcome)) {
		if (outcome.kind === 'success') end.refusals = 0;
		return;
	}
	if (end.refusals === before) end.refusals = (before ?? 0) + 1;
	if (outcome.kind !== 'refusal' || (end.refusals ?? 0) >= MOST_REFUSALS) end.outcome ??= outcome;
}

async function pause(
	{ caller, waits = new Waits() }: CallSetting,
	request: ZoomRequest,
	wait: number,
): Promise<void> {
	const details = { call: callName(request), wait };
	caller.logger.debug('Zoom call failed, will be repeated', details);
	await waits.during('repeat', async () => await time.sleep(wait, cancelSignal(caller)));
}

const callName = ({ method, operation: { path } }: ZoomRequest) => `${method} ${path}`;

interface Ending extends Progress, Pick<Failure, 'outcome' | 'unverified' | 'resumeAt'> {}

const failureOf = async (
	{ caller, connection, options }: CallSetting,
	{ request, secrets = [] }: Pick<Endeavour<unknown>, 'request' | 'secrets'>,
	{ startedAt, doubtful, ...ending }: Ending,
) =>
	toNodeError(caller.getNode(), {
		...ending,
		request,
		secrets: [...secrets, ...(await connection.secrets())],
		elapsed: time.elapsed() - startedAt,
		mayHaveHappened: doubtful,
		appKind: connection.appKind,
		timezone: caller.getTimezone(),
		timeout: options.timeout,
	});

const isNotThere = (outcome: Failed) => outcome.kind === 'refusal' && outcome.status === 404;

/** A search repeats its own calls, and is begun anew so often besides, whatever Zoom says of it: much hangs on it. */
const MORE_SEARCHES = 2;

/** What was made, or why nobody knows. */
async function lookFor<T>(
	setting: CallSetting,
	request: ZoomRequest,
	find: () => Promise<T | undefined>,
): Promise<{ readonly found?: T; readonly problem?: string }> {
	const { retry } = setting.options;
	const most = retry.mode === 'none' ? 0 : Math.min(retry.countMax, MORE_SEARCHES);
	for (let repeats = 0; ; repeats++) {
		const [search] = await Promise.allSettled([find()]);
		if (search.status === 'fulfilled') return { found: search.value };
		cancelSignal(setting.caller)?.throwIfAborted();
		if (repeats >= most || !mayPass(search.reason)) {
			return { problem: (search.reason as Error).message };
		}
		await pause(setting, request, growingWait(retry, { repeats, random: time.random() }));
	}
}
