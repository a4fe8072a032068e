import { processState } from '../../host/processState';
import { InputError } from '../../values/inputError';
import type { OpenSocket, Socket } from './protocol';
import type { Listener } from './sharedConnection';
import { SharedConnection } from './sharedConnection';

/** All connections of a process. */
export interface ConnectionPool {
	/**
	 * Listens to a subscription, over the connection that is there for it or a new one.
	 * @param connectionKey what the connection is known by
	 * @returns what ends it; the connection is closed when nobody listens any more
	 */
	readonly join: (connectionKey: string, listener: Listener) => () => void;
}

/** A pool that opens its sockets in a certain way. */
export function createConnectionPool(open: OpenSocket): ConnectionPool {
	const sockets = new Map<string, SharedConnection>();
	return {
		join(connectionKey, listener) {
			const socket = sockets.get(connectionKey) ?? new SharedConnection(open);
			sockets.set(connectionKey, socket);
			socket.add(listener);
			return () => {
				if (socket.remove(listener) && sockets.get(connectionKey) === socket) {
					sockets.delete(connectionKey);
				}
			};
		},
	};
}

// n8n's server has it; the Node.js that runs tests may not.
declare const WebSocket: (new (url: string) => Socket) | undefined;

const processPool = processState('WebSocket connections', () =>
	createConnectionPool((url) => new (WebSocket as new (url: string) => Socket)(url)),
);

/**
 * The pool of this process, which all workflows and tests in it share.
 * @throws InputError where the process has no WebSocket
 */
export function connectionPool(): ConnectionPool {
	if (typeof WebSocket !== 'undefined') return processPool();
	throw new InputError(
		'Delivery: WebSocket requires n8n on Node.js 22 or newer. Choose a webhook, or update n8n.',
	);
}
