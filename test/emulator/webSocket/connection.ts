import type { WebSocket } from 'ws';

/** What goes over a socket, as JSON. */
export interface Frame {
	module: string;
	success?: boolean;
	content?: string;
	header?: Record<string, string>;
}

/** A socket an app has open; a refused one is open too and gets nothing. */
export class Connection {
	/** A `mute` one is there for the app and gone for Zoom: nothing comes back on it. */
	state: 'connected' | 'refused' | 'mute' | 'closed' = 'connected';

	/** How it was closed, once it is: 1006 where nobody said so. */
	closeCode?: number;

	constructor(
		readonly subscriptionId: string,
		private readonly socket: WebSocket,
	) {
		socket.on('close', (code) => {
			this.state = 'closed';
			this.closeCode = code;
		});
		// What breaks a connection also closes it.
		socket.on('error', () => undefined);
	}

	tell(frame: Frame): void {
		this.send(JSON.stringify(frame));
	}

	/** Sends a text that need not be a frame. */
	send(text: string): void {
		if (this.state !== 'mute') this.socket.send(text);
	}

	/** Stops answering, as when the network is gone and nobody has noticed. */
	mute(): void {
		this.state = 'mute';
	}

	/** Breaks the connection without a word. */
	cut(): void {
		this.state = 'closed';
		this.socket.terminate();
	}

	close(code = 1000): void {
		this.state = 'closed';
		this.socket.close(code);
	}

	/** Goes away without waiting for the other side to agree. */
	end(): void {
		if (this.state === 'mute') return this.cut();
		this.close(1001);
		setImmediate(() => this.socket.terminate());
	}
}
