import { untilAborted } from '../../host/cancellation';
import { processState } from '../../host/processState';
import type { Connection } from '../../registry/types';
import type { NotSent, Outcome } from '../response/outcome';
import { time } from '../sync/clock';
import { LruCache } from '../sync/lruCache';
import type { RetryPolicy } from './retryPolicy';
import { backoff } from './retryPolicy';

/** How it stands with the access token of a credential, for all calls of this process. */
interface Gate {
	/** The call that goes first, with why it got no token, if it did not. */
	leader?: Promise<NotSent | undefined>;
	failure?: Failure;
}

/** A token could not be had just now. */
interface Failure {
	readonly outcome: NotSent;
	/** How many times in a row. */
	readonly tries: number;
	/** When it is asked for again, by the clock that nobody can set; `Infinity` while n8n still waits for it. */
	readonly until: number;
}

const MOST_GATES = 1000;
const gates = processState('token gates', () => new LruCache<Gate>(MOST_GATES));
/** Whose token it is, as it was when that was read. */
export type Holder = Pick<Connection, 'tokenKey' | 'tokenExpiresAt'>;

/** Holders that were read before there was a token, and have made a call since. */
const signedIn = processState('connections that have a token by now', () => new WeakSet<Holder>());

/** The app of a connection, for calls by a token of its own. */
export const appHolder = ({ identity }: Connection): Holder => ({
	tokenKey: `app ${identity}`,
	// Its token is kept beside, where one call asks for all.
	tokenExpiresAt: Infinity,
});

/** A call that may have to wait for a token. */
export interface GatedCall<T> {
	readonly holder: Holder;
	readonly retry: RetryPolicy;
	readonly signal?: AbortSignal;
	/**
	 * Makes the call, unless `heldUp` says before it goes out that a token could not be had meanwhile; it may say that Zoom
	 * has answered long before it is done.
	 */
	readonly make: (answered?: () => void, heldUp?: () => NotSent | undefined) => Promise<Outcome<T>>;
}

/**
 * Lets one call of a credential go first while there is no access token, none that is still good, or none to be had: n8n
 * asks for one in the course of it. All others wait, and share its failure; the next one asks when Zoom said, or after a
 * growing wait. So a token endpoint in trouble is asked by one call at a time, however many items need it.
 */
export async function throughTokenGate<T>(call: GatedCall<T>): Promise<Outcome<T>> {
	const { holder, retry, signal } = call;
	const gate = gateOf(holder);
	const needsToken = lacksToken(holder) || gate.failure !== undefined;
	if (!needsToken) return await follow(gate, call);
	if (gate.leader) {
		const failure = await untilAborted(gate.leader, signal);
		return failure ?? (await follow(gate, call));
	}
	const told = gate.failure && toldOf(gate.failure);
	if (!told?.pause) return await lead(gate, call);
	if (told.pause > retry.maxWait) return told;
	await time.sleep(told.pause, signal);
	return await throughTokenGate(call);
}

function gateOf({ tokenKey }: Holder): Gate {
	const gate = gates().get(tokenKey) ?? {};
	gates().set(tokenKey, gate);
	return gate;
}

const lacksToken = (holder: Holder) =>
	(holder.tokenExpiresAt ?? Infinity) <= time.now() && !signedIn().has(holder);

async function lead<T>(gate: Gate, call: GatedCall<T>): Promise<Outcome<T>> {
	let answered: (() => void) | undefined;
	const answer = new Promise<undefined>((resolve) => (answered = () => resolve(undefined)));
	const made = follow(gate, call, answered);
	const failed = made.then(
		(outcome) => (isTokenFailure(outcome) ? outcome : undefined),
		() => undefined,
	);
	gate.leader = Promise.race([answer, failed]);
	void gate.leader.then(() => (gate.leader = undefined));
	return await made;
}

const isTokenFailure = (outcome: Outcome<unknown>): outcome is NotSent =>
	outcome.kind === 'notSent' && outcome.token !== undefined;

/** Makes a call and notes what it shows of the token; of calls that began together the first failure counts. */
async function follow<T>(
	gate: Gate,
	{ holder, retry, make }: GatedCall<T>,
	answered?: () => void,
): Promise<Outcome<T>> {
	const before = gate.failure;
	const heldUp = () =>
		gate.failure === undefined || gate.failure === before ? undefined : toldOf(gate.failure);
	const outcome = await make(answered, heldUp);
	if (isTokenFailure(outcome) && outcome.transient) {
		const known = gate.failure === before ? undefined : gate.failure;
		return toldOf(known ?? hold(gate, outcome, retry));
	}
	if (outcome.kind !== 'notSent') {
		signedIn().add(holder);
		if (gate.failure === before) gate.failure = undefined;
	}
	return outcome;
}

/** Keeps all calls from asking for a token for a while. */
function hold(gate: Gate, outcome: NotSent, retry: RetryPolicy): Failure {
	const tries = (gate.failure?.tries ?? 0) + 1;
	// It grows no longer than one item would wait.
	const repeats = Math.min(tries, Math.max(retry.countMax, 1)) - 1;
	const asked = (outcome.resumeAt ?? 0) - time.now();
	const pause = asked > 0 ? asked : backoff(retry, { repeats, random: time.random() });
	const until = outcome.stuck ? Infinity : time.elapsed() + Math.floor(pause);
	const failure = { outcome, tries, until };
	gate.failure = failure;
	const end = () => {
		if (gate.failure === failure) gate.failure = undefined;
	};
	void outcome.stuck?.then(end, end);
	return failure;
}

const toldOf = ({ outcome, tries, until }: Failure): NotSent => ({
	...outcome,
	tries,
	// Timers go by whole milliseconds.
	pause: Math.max(Math.ceil(until - time.elapsed()), 0),
});
