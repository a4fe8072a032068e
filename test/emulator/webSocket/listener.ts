import { WebSocket } from 'ws';
import type { Frame } from './connection';

/** A client of the emulated sockets that keeps all it is told, for tests. */
export interface Listener {
	frames: Frame[];
	/** The frames as they came. */
	texts: string[];
	/** Set once the connection is closed, with the code of that. */
	closed?: number;
	/** The status with which the connection was refused before it opened. */
	refused?: number;
	say(frame: object | string): void;
	/** Waits until what is asked for has come true. */
	until(holds: (listener: Listener) => boolean): Promise<void>;
	close(): void;
}

/** Connects to an address, and waits until it is open or will not be. */
export async function listenTo(url: string): Promise<Listener> {
	const socket = new WebSocket(url);
	const waiting = new Set<() => void>();
	const changed = () => waiting.forEach((check) => check());
	const listener: Listener = {
		frames: [],
		texts: [],
		say: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
		until: (holds) =>
			new Promise((resolve) => {
				const check = () => {
					if (!holds(listener)) return;
					waiting.delete(check);
					resolve();
				};
				waiting.add(check);
				check();
			}),
		close: () => socket.terminate(),
	};
	socket.on('message', (data: Buffer) => {
		listener.texts.push(data.toString());
		listener.frames.push(JSON.parse(data.toString()) as Frame);
		changed();
	});
	socket.on('unexpected-response', (_request, response) => {
		listener.refused = response.statusCode;
		listener.closed = 0;
		socket.terminate();
		changed();
	});
	// What breaks a connection also closes it.
	socket.on('error', () => undefined);
	socket.on('close', (code) => {
		listener.closed ??= code;
		changed();
	});
	await listener.until(({ closed, frames }) => closed !== undefined || frames.length > 0);
	return listener;
}
