import { cancelSignal, STOPPED } from '../../host/cancellation';
import type { N8nContext } from '../../host/n8nContext';
import type { Connection, ZoomRequest } from '../../registry/types';
import { isIdempotent } from '../../registry/endpoint';
import { mayPass, toNodeError } from '../errors/nodeError';
import { observe, acquireSlot } from '../rateLimits/accountLimits';
import type { FailedCall } from '../response/failedCall';
import type { Failed, Outcome } from '../response/outcome';
import { noteZoomTime } from '../response/zoomClock';
import { clock } from '../sync/clock';
import { settle } from '../sync/settle';
import { WaitMetrics } from '../sync/waitMetrics';
import type { RetryPolicy } from './retryPolicy';
import { retryDecision, backoff, mayHaveHappened } from './retryPolicy';
import { appHolder } from './tokenGate';
import { TokenTrust } from './tokenTrust';
import type { TokenUse } from './tokenUse';
import { OWN_TOKEN, takeToken } from './tokenUse';

/** How the calls of one item are made. */
export interface CallOptions {
	readonly retry: RetryPolicy;
	/** Seconds of silence after which a call is given up. */
	readonly timeout: number;
}

/** Who calls, with what and how. */
export interface CallSetting {
	readonly caller: N8nContext;
	readonly connection: Connection;
	readonly options: CallOptions;
	/** Measures what the call waits. */
	readonly waits?: WaitMetrics;
	/** What the run knows of its tokens, so that calls are not made in vain. */
	readonly trust?: Trust;
}

/** Whose token a call takes up: the connection's, or the app's own. */
export type TokenOwner = 'connection' | 'app';

/** What a run knows of each of its tokens. */
export type Trust = Readonly<Record<TokenOwner, TokenTrust>>;

/** What a run knows before its first call. */
export const freshTrust = (): Trust => ({ connection: new TokenTrust(), app: new TokenTrust() });

/** One call that may take several attempts. */
export interface RetryableCall<T> {
	/** What is called, for the decision and the error. */
	readonly request: ZoomRequest;
	/** Makes the call once; says `answered` when Zoom has begun to answer, where the whole answer may take long. */
	readonly attempt: (answered?: () => void) => Promise<Outcome<T>>;
	/** Secrets that go out with the call, besides those of the connection. */
	readonly secrets?: readonly string[];
	/** Whose token is asked for and renewed in the course of the call; `none` when it has one already. Default: `connection`. */
	readonly token?: TokenOwner | 'none';
	/** What an answer means that says the thing is not there, when an earlier attempt may have removed it. */
	readonly gone?: T;
	/** Finds what an attempt made although it failed, none of it older than `since` (milliseconds since 1970). */
	readonly findMade?: (since: number) => Promise<T | undefined>;
	/** Whether the call spends none of the account's limits, as that of a file at its host. */
	readonly isUnlimited?: boolean;
}

/** How far a call has come. */
interface Progress {
	attempts: number;
	/** When the first attempt was made, in milliseconds since 1970. */
	begin: number;
	/** The same moment in elapsed milliseconds. */
	startedAt: number;
	/** Whether Zoom may have done it in spite of the failures. */
	maybeApplied: boolean;
}

/**
 * Makes a call, and makes it again where that may help and does no harm: every turn, attempt, wait and error happens
 * here.
 * @throws NodeApiError that says what happened and what to do
 */
export async function sendWithRetry<T>(setting: CallSetting, call: RetryableCall<T>): Promise<T> {
	const progress: Progress = { attempts: 0, begin: 0, startedAt: 0, maybeApplied: false };
	const done = await settle(repeated(setting, call, progress));
	if (done.status === 'fulfilled') return done.value;
	if (!cancelSignal(setting.caller)?.aborted) throw done.reason;
	throw await failureOf(setting, call, { ...progress, outcome: STOPPED });
}

async function repeated<T>(
	setting: CallSetting,
	call: RetryableCall<T>,
	progress: Progress,
): Promise<T> {
	const { request, gone, findMade } = call;
	const signal = cancelSignal(setting.caller);
	for (;;) {
		const outcome = await attemptInTurn(setting, call, progress);
		if (outcome.kind === 'success') return outcome.body;
		if (progress.maybeApplied && gone !== undefined && isNotThere(outcome)) return gone;
		progress.maybeApplied ||= mayHaveHappened(outcome);
		signal?.throwIfAborted();
		const decision = retryDecision(outcome, setting.options.retry, {
			repeats: Math.max(progress.attempts, triesOf(outcome)) - 1,
			idempotent: isIdempotent(request.operation),
			now: clock.now(),
			random: clock.random(),
		});
		if ('wait' in decision) await pause(setting, request, decision.wait);
		const search =
			progress.maybeApplied && findMade
				? await lookFor(setting, request, async () => await findMade(progress.begin))
				: {};
		signal?.throwIfAborted();
		if (search.found !== undefined) return search.found;
		if ('stop' in decision || search.problem !== undefined) {
			throw await failureOf(setting, call, {
				...progress,
				outcome,
				unverified: search.problem,
				...decision,
			});
		}
	}
}

/** One attempt, step by step; none where a step says why there is no use in it. */
async function attemptInTurn<T>(
	setting: CallSetting,
	call: RetryableCall<T>,
	progress: Progress,
): Promise<Outcome<T>> {
	const token = await tokenFor(setting, call);
	if ('kind' in token) return token;
	try {
		const outcome =
			(await turnOf(setting, call, progress)) ??
			token.heldUp() ??
			(await token.call(async () => await sendOnce(setting, call, token.answered)));
		return token.note(outcome);
	} finally {
		token.close();
	}
}

/** Waits until the token of a call may be used. */
async function tokenFor(
	{ caller, connection, options, trust = freshTrust() }: CallSetting,
	{ token = 'connection' }: RetryableCall<unknown>,
): Promise<TokenUse | Failed> {
	if (token === 'none') return OWN_TOKEN;
	const holder = token === 'app' ? appHolder(connection) : connection;
	const signal = cancelSignal(caller);
	return await takeToken(trust[token], { holder, retry: options.retry, signal });
}

async function sendOnce<T>(
	setting: CallSetting,
	call: RetryableCall<T>,
	answered: () => void,
): Promise<Outcome<T>> {
	const outcome = await call.attempt(answered);
	note(setting, call, outcome);
	return outcome;
}

/** Waits for the turn of a call, unless Zoom takes no such calls for longer than may be waited. */
async function turnOf(
	{ caller, connection, options, waits = new WaitMetrics() }: CallSetting,
	{ request, isUnlimited = false }: RetryableCall<unknown>,
	progress: Progress,
): Promise<Failed | undefined> {
	const { maxWait } = options.retry;
	const turn = { maxWait, isRepeat: progress.attempts > 0, signal: cancelSignal(caller) };
	const held = isUnlimited
		? undefined
		: await waits.during('turn', async () => await acquireSlot(connection, request, turn));
	if (progress.attempts++ === 0) {
		progress.begin = clock.now();
		progress.startedAt = clock.elapsed();
	}
	return held;
}

/** How many times a call, or others before it, asked for a token in vain. */
const triesOf = (outcome: Failed) => (outcome.kind === 'notSent' ? (outcome.tries ?? 0) : 0);

/** Takes from an answer what counts for the calls to come. Whatever goes wrong with that, the answer is what it is. */
function note(
	{ caller, connection }: CallSetting,
	{ request, isUnlimited = false }: RetryableCall<unknown>,
	outcome: Outcome<unknown>,
): void {
	const call = callName(request);
	try {
		if ('headers' in outcome) noteZoomTime(connection.account, outcome.headers ?? {});
		const label = isUnlimited ? undefined : observe(connection, request, outcome);
		if (label === undefined) return;
		caller.logger.debug('Zoom counts a call under another rate label than documented', {
			call,
			label,
		});
	} catch (error) {
		const { message }: Error = Object(error);
		caller.logger.warn('The headers of a response from Zoom could not be read', {
			call,
			message,
		});
	}
}

async function pause(
	{ caller, waits = new WaitMetrics() }: CallSetting,
	request: ZoomRequest,
	wait: number,
): Promise<void> {
	const details = { call: callName(request), wait };
	caller.logger.debug('Zoom call failed and will be retried', details);
	await waits.during('repeat', async () => await clock.sleep(wait, cancelSignal(caller)));
}

const callName = ({ method, operation: { path } }: ZoomRequest) => `${method} ${path}`;

interface Ending extends Progress, Pick<FailedCall, 'outcome' | 'unverified' | 'resumeAt'> {}

const failureOf = async (
	{ caller, connection, options }: CallSetting,
	{ request, secrets = [] }: Pick<RetryableCall<unknown>, 'request' | 'secrets'>,
	{ startedAt, maybeApplied, ...ending }: Ending,
) =>
	toNodeError(caller.getNode(), {
		...ending,
		request,
		secrets: [...secrets, ...(await connection.secrets())],
		elapsed: clock.elapsed() - startedAt,
		mayHaveHappened: maybeApplied,
		appKind: connection.appKind,
		timezone: caller.getTimezone(),
		timeout: options.timeout,
	});

const isNotThere = (outcome: Failed) => outcome.kind === 'errorResponse' && outcome.status === 404;

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
		const search = await settle(find());
		if (search.status === 'fulfilled') return { found: search.value };
		cancelSignal(setting.caller)?.throwIfAborted();
		if (repeats >= most || !mayPass(search.reason)) {
			return { problem: search.reason.message };
		}
		await pause(setting, request, backoff(retry, { repeats, random: clock.random() }));
	}
}
