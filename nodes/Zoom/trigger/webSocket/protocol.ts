import { isObject } from '../../json/json';
import { clock } from '../../transport/sync/clock';
import { parseJson } from '../events/eventBody';

/** The part of a WebSocket that is needed. */
export interface Socket {
	onmessage: ((event: { readonly data: unknown }) => void) | null;
	onclose: ((event: { readonly reason: string }) => void) | null;
	onerror: ((event: unknown) => void) | null;
	send(text: string): void;
	close(code?: number): void;
}

/** Makes a WebSocket and begins to connect it. */
export type OpenSocket = (url: string) => Socket;

/** How a conversation ended, or why there was none. */
export type End =
	/** We ended it. */
	| { readonly kind: 'stopped' }
	/** Zoom did not take the call. */
	| { readonly kind: 'unreachable' }
	/** Zoom took the call and does not want to talk; `said` is why. */
	| { readonly kind: 'refused'; readonly said: string }
	/** Zoom talks to somebody else about the same subscription. */
	| { readonly kind: 'replaced' }
	/** It broke off, or Zoom ended it; `said` is why, if it said so. */
	| { readonly kind: 'lost'; readonly said: string };

/** What happens in a conversation. */
export interface Handlers {
	/** Zoom agreed to send events. */
	readonly connected: () => void;
	/** Zoom sent what is to be the body of an event. */
	readonly event: (content: unknown) => void;
}

const GREETING = 15_000;
const HEARTBEAT = 30_000;
/** After this much silence nobody is there any more, whatever the network says. */
const SILENCE = 2.5 * HEARTBEAT;

const NORMAL = 1000;

/**
 * Talks to Zoom until one of both has had enough.
 * @param signal ends it
 * @see https://developers.zoom.us/docs/api/websockets/
 */
export async function runConnection(
	open: () => Socket,
	handlers: Handlers,
	signal: AbortSignal,
): Promise<End> {
	const over = new AbortController();
	const state = { isUp: false, heardAt: clock.elapsed() };
	const socket = opened(open);
	if (!socket) return { kind: 'unreachable' };
	const end = await new Promise<End>((resolve) => {
		const broken = (said = '') =>
			resolve(state.isUp ? { kind: 'lost', said } : { kind: 'unreachable' });
		socket.onmessage = ({ data }) => {
			state.heardAt = clock.elapsed();
			const frame = frameOf(data);
			const refusal = refusalIn(frame, state.isUp);
			if (refusal) return resolve(refusal);
			if (!state.isUp && isGreeting(frame)) {
				state.isUp = true;
				handlers.connected();
			}
			if (frame.module === 'message') handlers.event(contentOf(frame));
		};
		socket.onclose = ({ reason }) =>
			isReplacement(reason) ? resolve({ kind: 'replaced' }) : broken(reason);
		socket.onerror = () => broken();
		signal.addEventListener('abort', () => resolve({ kind: 'stopped' }), { signal: over.signal });
		keepAlive(socket, state, over.signal).then(broken, () => broken());
	});
	over.abort();
	[socket.onmessage, socket.onclose] = [null, null];
	// Some sockets throw an error that nobody listens to.
	socket.onerror = () => undefined;
	socket.close(NORMAL);
	return end;
}

// An address that is none throws.
function opened(open: () => Socket): Socket | undefined {
	try {
		return open();
	} catch {
		return undefined;
	}
}

interface Frame {
	readonly module?: unknown;
	readonly success?: unknown;
	readonly content?: unknown;
}

// What is no text is nothing of Zoom's.
const frameOf = (data: unknown): Frame => {
	const frame = typeof data === 'string' ? parseJson(data) : undefined;
	return isObject(frame) ? frame : {};
};

const isGreeting = ({ module, success }: Frame) =>
	module === 'message' || (module === 'build_connection' && success === true);

const isReplacement = (text: string) => /another place/i.test(text);

/** More is not quoted. */
const LONGEST_REASON = 1000;

// The call is taken even when it is refused; the first word decides, and any later one may end it.
function refusalIn({ success, content }: Frame, isUp: boolean): End | undefined {
	if (success !== false) return undefined;
	const said = typeof content === 'string' ? content.slice(0, LONGEST_REASON) : '';
	if (isReplacement(said)) return { kind: 'replaced' };
	return { kind: isUp ? 'lost' : 'refused', said };
}

/** The body of an event comes as text within the text. */
const contentOf = ({ content }: Frame): unknown =>
	typeof content === 'string' ? parseJson(content) : content;

/** Says that we are there as long as Zoom is; ends with why it does so no more, or fails when the conversation is over. */
async function keepAlive(
	socket: Socket,
	state: { readonly isUp: boolean; readonly heardAt: number },
	over: AbortSignal,
): Promise<string> {
	await clock.sleep(GREETING, over);
	while (state.isUp && clock.elapsed() - state.heardAt <= SILENCE) {
		socket.send(JSON.stringify({ module: 'heartbeat' }));
		await clock.sleep(HEARTBEAT, over);
	}
	return 'Zoom stopped responding';
}
