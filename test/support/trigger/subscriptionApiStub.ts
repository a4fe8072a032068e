import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call the stub got. */
export interface Recorded {
	readonly method: string;
	readonly path: string;
	readonly query: Record<string, string>;
	readonly authorization: string;
	readonly body: Record<string, unknown>;
}

interface Answer {
	readonly status: number;
	readonly body?: unknown;
	readonly headers?: Record<string, string>;
}

/** An event subscription, as Zoom lists it. */
export interface Made {
	event_subscription_id: string;
	events: string[];
	event_subscription_name?: string;
	event_webhook_url: string;
	subscription_scope?: string;
	created_source: 'default' | 'openapi';
}

const APP_SCOPES =
	'marketplace:write:event_subscription marketplace:read:list_event_subscriptions marketplace:delete:event_subscription';

/** As much of Zoom as making event subscriptions, looking up hosts and downloading files takes. */
export async function createSubscriptionApiStub(host = '127.0.0.1') {
	const state = {
		requests: [] as Recorded[],
		subscriptions: [] as Made[],
		/** What the next call is answered that begins like this, such as `POST /v2/marketplace`. */
		next: [] as { match: string; answer: Answer }[],
		/** While this is set, everything is answered with this status. */
		down: undefined as number | undefined,
		/** Scopes of the token of each grant; a grant that is missing is refused. */
		grants: { client_credentials: APP_SCOPES, account_credentials: '' } as Record<
			string,
			string | undefined
		>,
		/** Before the answer to a new subscription is sent. */
		onCreate: undefined as (() => Promise<void>) | undefined,
		files: {} as Record<string, { content: Buffer; redirect?: string }>,
		users: {} as Record<string, object>,
		count: 0,
	};

	const answer = async (call: Recorded): Promise<Answer> => {
		if (state.down !== undefined) return { status: state.down, body: {} };
		const name = `${call.method} ${call.path}`;
		const index = state.next.findIndex(({ match }) => name.startsWith(match));
		if (index >= 0) return state.next.splice(index, 1)[0].answer;
		if (name === 'POST /oauth/token') return token(call);
		if (call.path.startsWith('/files/')) return file(call);
		if (!/^Bearer /.test(call.authorization)) return { status: 401, body: { code: 124 } };
		if (call.path.startsWith('/v2/users/')) return user(call);
		return await subscription(call);
	};

	const token = ({ body }: Recorded): Answer => {
		const grant = String(body.grant_type);
		const scope = state.grants[grant];
		state.count += 1;
		return scope === undefined
			? { status: 400, body: { reason: 'unsupported grant type', error: 'unsupported_grant_type' } }
			: {
					status: 200,
					body: { access_token: `${grant}_${state.count}`, scope, expires_in: 3600 },
				};
	};

	const user = ({ path }: Recorded): Answer => {
		const id = decodeURIComponent(path.replace('/v2/users/', ''));
		const found = state.users[id];
		return found
			? { status: 200, body: found }
			: { status: 404, body: { code: 1001, message: `User does not exist: ${id}.` } };
	};

	const file = ({ path, authorization }: Recorded): Answer => {
		const found = state.files[path];
		if (!found)
			return { status: 404, body: { code: 3301, message: 'This recording does not exist.' } };
		if (found.redirect) return { status: 302, headers: { location: found.redirect } };
		return { status: 200, body: found.content, headers: { 'x-seen': authorization } };
	};

	const subscription = async ({ method, path, body }: Recorded): Promise<Answer> => {
		const id = path.split('/')[5];
		if (method === 'GET') {
			return {
				status: 200,
				body: { event_subscriptions: state.subscriptions, next_page_token: '' },
			};
		}
		if (method === 'POST') {
			await state.onCreate?.();
			const made = {
				...(body as unknown as Made),
				event_subscription_id: `sub_${++state.count}`,
				created_source: 'openapi' as const,
			};
			state.subscriptions.push(made);
			return { status: 201, body: { event_subscription_id: made.event_subscription_id } };
		}
		const known = state.subscriptions.length;
		state.subscriptions = state.subscriptions.filter((entry) => entry.event_subscription_id !== id);
		return state.subscriptions.length < known
			? { status: 204 }
			: { status: 404, body: { code: 300, message: `Event subscription does not exist: ${id}.` } };
	};

	const server = createServer((incoming, response) => {
		void recorded(incoming).then(async (call) => {
			state.requests.push(call);
			const { status, body, headers = {} } = await answer(call);
			const isFile = Buffer.isBuffer(body);
			response.writeHead(status, {
				'content-type': isFile ? 'application/octet-stream' : 'application/json',
				...headers,
			});
			response.end(isFile ? body : body === undefined ? undefined : JSON.stringify(body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, host, resolve));
	return {
		state,
		url: `http://${host}:${(server.address() as AddressInfo).port}`,
		/** Method and path of the calls so far, those for tokens aside. */
		calls: () =>
			state.requests
				.map(({ method, path }) => `${method} ${path}`)
				.filter((name) => !name.endsWith('/oauth/token')),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

export type SubscriptionApiStub = Awaited<ReturnType<typeof createSubscriptionApiStub>>;

async function recorded(incoming: IncomingMessage): Promise<Recorded> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	const text = Buffer.concat(chunks).toString();
	const url = new URL(incoming.url ?? '/', 'http://localhost');
	const isForm = /form/.test(incoming.headers['content-type'] ?? '');
	return {
		method: incoming.method ?? '',
		path: url.pathname,
		query: Object.fromEntries(url.searchParams),
		authorization: incoming.headers.authorization ?? '',
		body: isForm
			? Object.fromEntries(new URLSearchParams(text))
			: ((text === '' ? {} : JSON.parse(text)) as Record<string, unknown>),
	};
}
