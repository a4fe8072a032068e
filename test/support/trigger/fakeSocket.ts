import type { Socket } from '../../../nodes/Zoom/trigger/webSocket/protocol';

/** A WebSocket of which a test plays the other end. */
export class FakeSocket implements Socket {
	onmessage: Socket['onmessage'] = null;

	onclose: Socket['onclose'] = null;

	onerror: Socket['onerror'] = null;

	/** What our side said. */
	readonly sent: string[] = [];

	/** Code with which our side closed it. */
	closedWith: number | undefined;

	constructor(readonly url: string) {}

	send(text: string): void {
		this.sent.push(text);
	}

	close(code?: number): void {
		this.closedWith ??= code;
	}

	/** The other end says something. */
	say(frame: unknown): void {
		this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
	}

	greet(): void {
		this.say({ module: 'build_connection', success: true, content: 'connected' });
	}

	deliver(body: unknown): void {
		this.say({ module: 'message', content: JSON.stringify(body), header: {} });
	}

	/** The other end says no, or no more. */
	refuse(content: string, module = 'build_connection'): void {
		this.say({ module, success: false, content });
	}

	/** The connection is gone. */
	drop(reason = ''): void {
		this.onclose?.({ reason });
	}
}

/** All sockets that were opened, in order, and the one who opens them. */
export function fakeSockets() {
	const sockets: FakeSocket[] = [];
	return {
		sockets,
		open(url: string): FakeSocket {
			const socket = new FakeSocket(url);
			sockets.push(socket);
			return socket;
		},
		latest: () => sockets[sockets.length - 1],
	};
}
