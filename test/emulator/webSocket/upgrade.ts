import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { EmulatorContext } from '../core/context';
import { describeRequest } from '../core/http/incoming';

const handshakes = new WebSocketServer({ noServer: true });

/** Answers a call that wants a socket: opens one, or does what a fault wants. */
export function upgrade(
	context: EmulatorContext,
	incoming: IncomingMessage,
	connection: Duplex,
	head: Buffer,
): void {
	const request = describeRequest(context, incoming, Buffer.alloc(0));
	context.requests.push(request);
	const fault = context.faults.take(request);
	const answer = (status: number) => {
		request.status = status;
		connection.end(
			`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
		);
	};
	const open = () =>
		handshakes.handleUpgrade(incoming, connection, head, (socket) => {
			request.status = 101;
			context.events.sockets.open(socket, request.query, fault?.socket);
		});
	if (fault?.reset !== undefined) connection.destroy();
	else if (fault?.hang !== undefined) connection.on('error', () => undefined);
	else if (fault?.delayMs !== undefined) setTimeout(open, fault.delayMs).unref();
	else if (fault && fault.socket === undefined) answer(fault.status ?? 502);
	else if (request.path !== '/ws') answer(404);
	else open();
}
