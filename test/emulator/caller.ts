import type { App, Emulator } from './';

/** An answer read to its end. */
export interface Reply {
	status: number;
	headers: Headers;
	body: Record<string, unknown>;
	text: string;
}

/** Sends one REST call, with JSON or a multipart form, and reads its answer. */
export type Api = (method: string, path: string, body?: unknown) => Promise<Reply>;

/** A client of the REST API, as the Server-to-Server app unless another token is given. */
export function apiOf(
	emulator: Emulator,
	token = emulator.authorize(emulator.apps.serverToServer).access_token,
): Api {
	return (method, path, body) =>
		read(
			fetch(`${emulator.url}/v2${path}`, {
				method,
				headers: {
					authorization: `Bearer ${token}`,
					...(body !== undefined &&
						!(body instanceof FormData) && { 'content-type': 'application/json' }),
				},
				body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
			}),
		);
}

/** Posts a form as an app does: with its ID and secret in the header. */
export function postForm(
	emulator: Emulator,
	path: string,
	app: Pick<App, 'clientId' | 'clientSecret'>,
	fields: Record<string, string>,
): Promise<Reply> {
	return read(
		fetch(emulator.url + path, {
			method: 'POST',
			headers: { authorization: basic(app) },
			body: new URLSearchParams(fields),
		}),
	);
}

/** The HTTP Basic header of an app. */
export function basic({ clientId, clientSecret }: Pick<App, 'clientId' | 'clientSecret'>): string {
	return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
}

/** Calls a control endpoint. */
export function control(
	emulator: { url: string },
	method: string,
	path: string,
	body?: unknown,
): Promise<Reply> {
	return read(
		fetch(`${emulator.url}/__emulator${path}`, {
			method,
			body: body === undefined ? undefined : JSON.stringify(body),
		}),
	);
}

/** Reads an answer to its end; what is not JSON stays text. */
export async function read(answer: Promise<Response>): Promise<Reply> {
	const response = await answer;
	const text = await response.text();
	return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): Record<string, unknown> {
	try {
		return JSON.parse(text) as Record<string, unknown>;
	} catch {
		return {};
	}
}
