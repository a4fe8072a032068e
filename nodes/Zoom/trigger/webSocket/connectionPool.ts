import { InputError } from '../../values/inputError';
import type { OpenSocket, Socket } from './protocol';
import type { Listener } from './sharedConnection';
import { SharedSocket } from './sharedConnection';

/** All connections of a process. */
export interface SocketHub {
	/**
	 * Listens to a subscription, over the connection that is there for it or a new one.
	 * @param line what the connection is known by
	 * @returns what ends it; the connection is closed when nobody listens any more
	 */
	readonly join: (line: string, listener: Listener) => () => void;
}

/** A hub that makes its sockets in a certain way. */
export function createSocketHub(open: OpenSocket): SocketHub {
	const sockets = new Map<string, SharedSocket>();
	return {
		join(line, listener) {
			const socket = sockets.get(line) ?? new SharedSocket(open);
			sockets.set(line, socket);
			socket.add(listener);
			return () => {
				if (socket.remove(listener) && sockets.get(line) === socket) {
					sockets.delete(line);
				}
			};
		},
	};
}

// n8n's server has it; the Node.js that runs tests may not.
declare const WebSocket: (new (url: string) => Socket) | undefined;

const processHub = createSocketHub((url) => new (WebSocket as new (url: string) => Socket)(url));

/**
 * The hub of this process, which all workflows and tests in it share.
 * @throws InputError where the process has no WebSocket
 */
export function socketHub(): SocketHub {
	if (typeof WebSocket !== 'undefined') return processHub;
	throw new InputError(
		'Delivery: WebSocket needs n8n on Node.js 22 or newer; choose a webhook, or update n8n',
	);
}
