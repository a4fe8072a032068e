import { redactorFor, shorten } from '../../transport/redaction/redact';
import { clock } from '../../transport/sync/clock';
import { settle } from '../../transport/sync/settle';
import type { End, OpenSocket } from './protocol';
import { runConnection } from './protocol';

/** Where to connect, with a fresh token; or why that is not known. */
export type ConnectionUrl =
	| { readonly url: string }
	| {
			readonly problem: string;
			/** Whether it will be the same the next time. */
			readonly isFinal: boolean;
	  };

/** What a listener is told about the connection. */
export type StatusChange =
	| { readonly kind: 'connected' }
	/** It broke off, or could not be made; the next try is in `pause` milliseconds. */
	| { readonly kind: 'lost'; readonly message: string; readonly pause: number }
	/** Zoom does not want to, for a reason that waiting does not mend; it is tried again all the same. */
	| { readonly kind: 'refused'; readonly message: string }
	/** Somebody else connected for the same subscription. */
	| { readonly kind: 'replaced'; readonly message: string }
	/** It has been so for long: told once until the connection has been good again. */
	| { readonly kind: 'outage'; readonly message: string };

/** Someone who waits for events of a subscription. None of what it does may fail. */
export interface Listener {
	readonly address: () => Promise<ConnectionUrl>;
	/** Zoom did not accept the address it was given last. */
	readonly refused: () => void;
	readonly event: (content: unknown) => void;
	readonly news: (news: StatusChange) => void;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A connection this old is a good one. */
const GOOD = MINUTE;
const OUTAGE = 10 * MINUTE;
const FIRST_PAUSE = SECOND;
const LONGEST_PAUSE = MINUTE;
/** Where trying again is of little use. */
const LONGEST_PAUSE_REFUSED = 5 * MINUTE;
/** Refused twice, with a token of its own each time, it is not the token. */
const REFUSALS = 2;
/** Replaced so often, it is a fight. */
const REPLACEMENTS = 3;

const TAKEN_OVER =
	'Another connection to the same event subscription took over: Zoom allows one at a time. Use each subscription in one n8n only, and create another one for every other n8n.';

/** What is known of a listener. */
interface ListenerState {
	/** Since when it has waited for a good connection, in elapsed milliseconds. */
	waitsSince: number;
	/** Whether it was told of the outage there is. */
	isTold: boolean;
	/** How often in a row Zoom refused the address it gave. */
	refusals: number;
}

/** The one connection to a subscription that this process has, for all who listen to it. */
export class SharedConnection {
	private readonly listeners = new Map<Listener, ListenerState>();

	private readonly stopping = new AbortController();

	/** Ends the pause there is between two tries. */
	private wake = new AbortController();

	private upSince: number | undefined;

	private failures = 0;

	private replacements = 0;

	constructor(private readonly open: OpenSocket) {}

	/** Connects with the first; later ones have it tried at once where it is not connected. */
	add(listener: Listener): void {
		this.listeners.set(listener, { waitsSince: clock.elapsed(), isTold: false, refusals: 0 });
		if (this.upSince !== undefined) listener.news({ kind: 'connected' });
		if (this.listeners.size === 1) void this.run();
		this.failures = 0;
		this.wake.abort();
	}

	/** Whether nobody is left, so that the connection is closed for good. */
	remove(listener: Listener): boolean {
		this.listeners.delete(listener);
		if (this.listeners.size > 0) return false;
		this.stopping.abort();
		this.wake.abort();
		return true;
	}

	private async run(): Promise<void> {
		const { signal } = this.stopping;
		while (!signal.aborted) {
			// The latest listener was just set up, so its settings come first. If they are wrong, the others follow in turn.
			const all = [...this.listeners.keys()].reverse();
			const listener = all[this.failures % all.length];
			const end = await this.connection(listener, signal);
			if (signal.aborted || end.kind === 'stopped') continue;
			const pause = this.judge(end, listener);
			this.wake = new AbortController();
			await settle(clock.sleep(pause, this.wake.signal));
		}
	}

	private async connection(listener: Listener, signal: AbortSignal): Promise<End | Problem> {
		const address = await listener.address();
		// A listener that has left or moved meanwhile does not decide for the others.
		if (!this.listeners.has(listener)) return { kind: 'stopped' };
		if ('problem' in address) return { kind: 'noAddress', ...address };
		const ears = {
			connected: () => this.connected(),
			event: (content: unknown) => this.listeners.forEach((_, { event }) => event(content)),
		};
		const end = await runConnection(() => this.open(address.url), ears, signal);
		// A token that was good for long has merely run out.
		const isToken = end.kind === 'lost' && /token/i.test(end.said) && this.age() < GOOD;
		if (end.kind === 'refused' || isToken) listener.refused();
		return withoutToken(end, address.url);
	}

	private connected(): void {
		this.upSince = clock.elapsed();
		this.listeners.forEach((state) => (state.refusals = 0));
		this.tell({ kind: 'connected' });
	}

	/** How long the connection has been there, in milliseconds. */
	private age(): number {
		return this.upSince === undefined ? 0 : clock.elapsed() - this.upSince;
	}

	private tell(news: StatusChange): void {
		this.listeners.forEach((_, listener) => listener.news(news));
	}

	/**
	 * What the end of a connection means, told to all.
	 * @param asked who gave the address, and is to hear that it is wrong
	 * @returns how long to wait before the next, in milliseconds
	 */
	private judge(end: End | Problem, asked: Listener): number {
		const now = clock.elapsed();
		const lived = this.age();
		this.upSince = undefined;
		if (lived >= GOOD) {
			this.failures = 0;
			this.listeners.forEach((state) => Object.assign(state, { waitsSince: now, isTold: false }));
		}
		if (lived >= OUTAGE) this.replacements = 0;
		if (end.kind === 'replaced') return this.replaced();
		const isFinal = this.isFinal(end, asked);
		const message = textOf(end);
		const longest = isFinal ? LONGEST_PAUSE_REFUSED : LONGEST_PAUSE;
		const pause = Math.min(longest, FIRST_PAUSE * 2 ** this.failures) * (0.5 + clock.random() / 2);
		this.failures += 1;
		for (const [listener, state] of this.listeners) {
			const isMeant = isFinal && listener === asked;
			listener.news(isMeant ? { kind: 'refused', message } : { kind: 'lost', message, pause });
			if (state.isTold || now - state.waitsSince < OUTAGE) continue;
			state.isTold = true;
			listener.news({ kind: 'outage', message });
		}
		return pause;
	}

	private isFinal(end: End | Problem, asked: Listener): boolean {
		if (end.kind === 'noAddress') return end.isFinal;
		if (end.kind !== 'refused') return false;
		const state = this.listeners.get(asked);
		if (!state) return false;
		state.refusals += 1;
		return state.refusals >= REFUSALS;
	}

	// A listener that reconnects at once takes the connection from the other, which does the same.
	private replaced(): number {
		this.replacements += 1;
		this.tell({ kind: 'replaced', message: TAKEN_OVER });
		if (this.replacements === REPLACEMENTS) this.tell({ kind: 'outage', message: TAKEN_OVER });
		return MINUTE + clock.random() * MINUTE;
	}
}

interface Problem {
	readonly kind: 'noAddress';
	readonly problem: string;
	readonly isFinal: boolean;
}

function textOf(end: End | Problem): string {
	switch (end.kind) {
		case 'noAddress':
			return end.problem;
		case 'refused':
			return `Zoom refused the WebSocket connection${quote(end.said)}. Check that the Socket URL belongs to an event subscription of this credential's app, and that the app is activated.`;
		case 'lost':
			return `The WebSocket connection to Zoom was lost${quote(end.said)}.`;
		default:
			return "Zoom's WebSocket cannot be reached. Check the proxy and firewall between this n8n and Zoom.";
	}
}

/** What Zoom said at the end, without the token that the address had. */
function withoutToken(end: End, url: string): End {
	if (!('said' in end)) return end;
	const token = new URL(url).searchParams.get('access_token') ?? '';
	return { ...end, said: redactorFor([token])(end.said) };
}

const quote = (said: string) => (said === '' ? '' : ` (${shorten(said)})`);
