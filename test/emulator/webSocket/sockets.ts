import type { WebSocket } from 'ws';
import type { Alarms } from '../core/alarms';
import type { EmulatorContext } from '../core/context';
import { ZoomError } from '../core/http/answers';
import type { Subscription } from '../events/records';
import type { Subscriptions } from '../events/subscriptions/subscriptions';
import type { AccessToken } from '../oauth/tokens';
import { Connection } from './connection';

/** How a connection is to go wrong from its beginning: refused, mute, or cut. */
export type SocketFault = 'refuse' | 'mute' | 'cut';

const invalidToken = 'Invalid Token';

/** The sockets over which apps get events: one for each subscription, the latest. */
export class Sockets {
	/** Every open connection, refused ones too, in the order they came. */
	private connections: Connection[] = [];

	constructor(
		private readonly context: Omit<EmulatorContext, 'events'>,
		private readonly alarms: Alarms,
		private readonly subscriptions: Subscriptions,
	) {}

	get all(): Connection[] {
		return this.connections.filter(({ state }) => state !== 'closed');
	}

	/** The connections to a subscription: the one in use, and refused or mute ones. */
	of(subscriptionId: string): Connection[] {
		return this.all.filter((each) => each.subscriptionId === subscriptionId);
	}

	/** Takes a socket that is open already, since Zoom refuses only in words. */
	open(socket: WebSocket, query: Record<string, unknown>, fault?: SocketFault): void {
		const subscriptionId = String(query.subscriptionId);
		const token = this.validToken(String(query.access_token));
		const refusal = fault === 'refuse' ? invalidToken : this.refusal(subscriptionId, token);
		if (!refusal) this.endOthers(subscriptionId);
		const connection = new Connection(subscriptionId, socket);
		this.connections = [...this.all, connection];
		if (refusal) connection.state = 'refused';
		connection.tell({
			module: 'build_connection',
			success: !refusal,
			content: refusal ?? 'Connected',
		});
		this.listen(connection, socket, refusal);
		if (token) this.watchToken(connection, token);
		if (fault === 'mute') connection.mute();
		if (fault === 'cut') connection.cut();
	}

	/** Sends an event to the connected listeners; tells whether there were any. Nothing is kept for later. */
	deliver({ id }: Subscription, content: string, header: Record<string, string>): boolean {
		const connection = this.of(id).find(({ state }) => state === 'connected');
		// What is sent is JSON within JSON: the body as posted to a webhook, as a text.
		connection?.tell({ module: 'message', content, header: this.asSeen(header) });
		return connection !== undefined;
	}

	/** Ends all connections as a server does that goes away. */
	end(): void {
		for (const connection of this.all) connection.end();
		this.connections = [];
	}

	/** One client was seen to undo an escape that JSON does not, as if the header were JSON once more. */
	private asSeen(header: Record<string, string>): Record<string, string> {
		if (!this.context.settings.escapedSocketSignature) return header;
		return Object.fromEntries(
			Object.entries(header).map(([name, value]) => [name, value.replace('=', '\\u003d')]),
		);
	}

	private validToken(value: string): AccessToken | undefined {
		try {
			return this.context.tokens.authorize(`Bearer ${value}`);
		} catch (error) {
			if (error instanceof ZoomError) return undefined;
			throw error;
		}
	}

	/** Why Zoom does not accept: the token is to be the app's own or a Server-to-Server app's. */
	private refusal(subscriptionId: string, token: AccessToken | undefined): string | undefined {
		if (!token || (token.userId && token.app.kind !== 'serverToServer')) return invalidToken;
		const subscription = this.subscriptions.find(subscriptionId);
		const usable = subscription?.method === 'webSocket' && subscription.active;
		if (!usable || subscription.clientId !== token.app.clientId) return 'Invalid Subscription';
		return undefined;
	}

	private endOthers(subscriptionId: string): void {
		for (const other of this.of(subscriptionId)) {
			if (other.state !== 'connected') continue;
			other.tell({
				module: 'build_connection',
				success: false,
				content: 'Connected in another place',
			});
			other.close();
		}
	}

	private listen(connection: Connection, socket: WebSocket, refusal?: string): void {
		let callOff = this.awaitHeartbeat(connection);
		socket.on('close', () => callOff());
		socket.on('message', (data: Buffer) => {
			if (!isHeartbeat(data.toString())) return;
			callOff();
			callOff = this.awaitHeartbeat(connection);
			connection.tell({
				module: 'heartbeat',
				success: !refusal,
				content: refusal ?? 'live',
				header: {},
			});
		});
	}

	/** Closes the connection unless it is heard of in time; a mute one is never closed. */
	private awaitHeartbeat(connection: Connection): () => void {
		const { clock, settings } = this.context;
		if (!settings.heartbeatDeadlineMs) return () => undefined;
		return this.alarms.set(clock.now() + settings.heartbeatDeadlineMs, () => {
			if (connection.state !== 'mute') connection.close();
		});
	}

	private watchToken(connection: Connection, { expiresAt }: AccessToken): void {
		this.alarms.set(expiresAt, () => {
			const dropped = this.context.settings.socketTokenExpiry === 'drop';
			if (!dropped || connection.state !== 'connected') return;
			connection.tell({ module: 'message', success: false, content: 'Token is invalid' });
			connection.close();
		});
	}
}

function isHeartbeat(text: string): boolean {
	try {
		return (JSON.parse(text) as { module?: unknown } | null)?.module === 'heartbeat';
	} catch {
		return false;
	}
}
