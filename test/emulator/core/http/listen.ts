import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { send } from './wire';

/** An origin on the loopback interface that is being served. */
export interface Listener {
	url: string;
	/** How many connections are open. */
	connections(): Promise<number>;
	close(): Promise<void>;
}

/** Serves an origin on a port; 0 takes a free one. Calls for a socket are served where it is said how. */
export async function listen(
	port: number,
	serve: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>,
	upgrade?: (incoming: IncomingMessage, connection: Duplex, head: Buffer) => void,
): Promise<Listener> {
	const server = createServer((incoming, response) => {
		serve(incoming, response).catch((error: unknown) => {
			// A mistake in the emulator itself, which must not look like one of Zoom's answers.
			const stack = error instanceof Error ? error.stack : String(error);
			if (response.headersSent) response.destroy();
			else send(response, { status: 500, body: `The emulator failed: ${stack}` });
		});
	});
	// Closing a connection that nobody uses would break a call that is just being sent on it.
	server.keepAliveTimeout = 0;
	if (upgrade) server.on('upgrade', upgrade);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		connections: () =>
			new Promise((resolve, reject) => {
				server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
			}),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
