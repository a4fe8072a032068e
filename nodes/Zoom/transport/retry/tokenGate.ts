import { untilAborted } from '../../host/cancellation';
import { processState } from '../../host/processState';
import type { Connection } from '../../registry/types';
import type { NotSent, Outcome } from '../response/outcome';
import { clock } from '../sync/clock';
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
export interface GatedCall {
	readonly holder: Holder;
	readonly retry: RetryPolicy;
	readonly signal?: AbortSignal;
}

/**
 * Lets one call of a credential go first while there is no access token, none that is still good, or none to be had: n8n
 * asks for one in the course of it. All others wait, and share its failure; the next one asks when Zoom said, or after a
 * growing wait. So a token endpoint in trouble is asked by one call at a time, however many items need it.
 * @returns the pass to make the call with, which is to be closed after it; or why no token can be had
 */
export async function passTokenGate(call: GatedCall): Promise<Pass | NotSent> {
	const { holder, retry, signal } = call;
	const gate = gateOf(holder);
	const needsToken = lacksToken(holder) || gate.failure !== undefined;
	if (!needsToken) return new Pass(gate, call, false);
	if (gate.leader) {
		const failure = await untilAborted(gate.leader, signal);
		return failure ?? new Pass(gate, call, false);
	}
	const told = gate.failure && toldOf(gate.failure);
	if (!told?.pause) return new Pass(gate, call, true);
	if (told.pause > retry.maxWait) return told;
	await clock.sleep(told.pause, signal);
	return await passTokenGate(call);
}

function gateOf({ tokenKey }: Holder): Gate {
	const gate = gates().get(tokenKey) ?? {};
	gates().set(tokenKey, gate);
	return gate;
}

const lacksToken = (holder: Holder) =>
	(holder.tokenExpiresAt ?? Infinity) <= clock.now() && !signedIn().has(holder);

/** What a call that has passed the gate tells it, and hears from it. */
export class Pass {
	private readonly before: Failure | undefined;
	private end: (failure?: NotSent) => void = () => undefined;

	/** @param isLeader whether all others wait for it */
	constructor(
		private readonly gate: Gate,
		private readonly call: GatedCall,
		isLeader: boolean,
	) {
		this.before = gate.failure;
		if (!isLeader) return;
		gate.leader = new Promise((resolve) => (this.end = resolve));
		void gate.leader.then(() => (gate.leader = undefined));
	}

	/** Zoom has begun to answer, so there is a token. */
	answered(): void {
		this.end();
	}

	/** Why a token could not be had meanwhile; to be asked before the call goes out. */
	heldUp(): NotSent | undefined {
		const { failure } = this.gate;
		return failure === undefined || failure === this.before ? undefined : toldOf(failure);
	}

	/** Notes what a call shows of the token; of calls that began together the first failure counts. */
	note<T extends Outcome<unknown>>(outcome: T): T | NotSent {
		const noted = this.judged(outcome);
		this.end(isTokenFailure(noted) ? noted : undefined);
		return noted;
	}

	/** Lets the others go on, whatever became of the call. */
	close(): void {
		this.end();
	}

	private judged<T extends Outcome<unknown>>(outcome: T): T | NotSent {
		const { gate, before } = this;
		const { holder, retry } = this.call;
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
}

const isTokenFailure = (outcome: Outcome<unknown>): outcome is NotSent =>
	outcome.kind === 'notSent' && outcome.token !== undefined;

/** Keeps all calls from asking for a token for a while. */
function hold(gate: Gate, outcome: NotSent, retry: RetryPolicy): Failure {
	const tries = (gate.failure?.tries ?? 0) + 1;
	// It grows no longer than one item would wait.
	const repeats = Math.min(tries, Math.max(retry.countMax, 1)) - 1;
	const asked = (outcome.resumeAt ?? 0) - clock.now();
	const pause = asked > 0 ? asked : backoff(retry, { repeats, random: clock.random() });
	const until = outcome.stuck ? Infinity : clock.elapsed() + Math.floor(pause);
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
	pause: Math.max(Math.ceil(until - clock.elapsed()), 0),
});
