import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { encryptedToken } from './signing';

/** A post as it arrived. */
export interface Received {
	path: string;
	headers: Record<string, string | undefined>;
	/** The bytes as text. */
	body: string;
	json: {
		event: string;
		event_ts: number;
		download_token?: string;
		payload: Record<string, unknown> & { object: Record<string, unknown> };
	};
}

/** How a post is answered: with a status, or not at all. */
export type Reaction = number | 'hang' | 'reset' | ((response: ServerResponse) => void);

/** A webhook for tests: it proves itself, keeps what it gets, and reacts as it is told. */
export interface Receiver {
	url: string;
	/** Events, without validation calls. */
	received: Received[];
	validations: Received[];
	/** One for each event to come; then, and from the start, 200. */
	reactions: Reaction[];
	/** How it answers validation calls where that is not with the proof. */
	proof?: Reaction;
	close(): Promise<void>;
}

/** Starts a webhook that knows a secret token; with a certificate it is an https one. */
export async function receive(
	secretToken: string,
	certificate?: { key: string; cert: string },
): Promise<Receiver> {
	const receiver: Receiver = {
		url: '',
		received: [],
		validations: [],
		reactions: [],
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	const listener: RequestListener = (request, response) => {
		void take(request).then((post) => {
			if (post.json.event === 'endpoint.url_validation') {
				receiver.validations.push(post);
				if (receiver.proof !== undefined) return react(response, receiver.proof);
				const { plainToken } = post.json.payload as unknown as { plainToken: string };
				const proof = { plainToken, encryptedToken: encryptedToken(secretToken, plainToken) };
				return response.end(JSON.stringify(proof));
			}
			receiver.received.push(post);
			return react(response, receiver.reactions.shift() ?? 200);
		});
	};
	const server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	receiver.url = `${certificate ? 'https' : 'http'}://127.0.0.1:${port}/hook`;
	return receiver;
}

async function take(request: IncomingMessage): Promise<Received> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const body = Buffer.concat(chunks).toString();
	return {
		path: request.url ?? '',
		headers: request.headers as Received['headers'],
		body,
		json: parsed(body) as Received['json'],
	};
}

function parsed(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return {};
	}
}

function react(response: ServerResponse, reaction: Reaction): void {
	if (typeof reaction === 'function') reaction(response);
	else if (reaction === 'reset') response.destroy();
	else if (reaction !== 'hang') response.writeHead(reaction).end();
}
