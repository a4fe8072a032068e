import type { IncomingMessage } from 'node:http';
import type { EmulatorContext } from '../context';
import { readParts } from './multipart';
import type { RecordedRequest } from './requests';

/** The path below which control endpoints lie. */
export const control = '/__emulator';

/** Reads a call to its end. */
export async function readRequest(
	context: Pick<EmulatorContext, 'clock'>,
	incoming: IncomingMessage,
): Promise<RecordedRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	return describeRequest(context, incoming, Buffer.concat(chunks));
}

/** A call as it is recorded, not answered yet. */
export function describeRequest(
	{ clock }: Pick<EmulatorContext, 'clock'>,
	incoming: IncomingMessage,
	bytes: Buffer,
): RecordedRequest {
	const url = incoming.url ?? '/';
	const [path, ...search] = url.split('?');
	const headers = Object.fromEntries(
		Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
	);
	return {
		method: incoming.method ?? 'GET',
		path,
		url,
		query: readForm(search.join('?')),
		headers,
		// `curl -d` calls everything a form, and control endpoints take JSON only.
		body: readBody(bytes, isControl(path) ? 'application/json' : (headers['content-type'] ?? '')),
		status: 0,
		at: clock.now(),
	};
}

/** Whether a call is to the emulator itself and not to Zoom. */
export function isControl(path: string): boolean {
	return path.startsWith(`${control}/`);
}

function readBody(bytes: Buffer, type: string): unknown {
	if (!bytes.length) return undefined;
	if (/^multipart\/form-data/i.test(type)) return readParts(bytes, type);
	const text = bytes.toString();
	if (/^application\/x-www-form-urlencoded/i.test(type)) return readForm(text);
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

function readForm(text: string): Record<string, string | string[]> {
	const values = new URLSearchParams(text);
	return Object.fromEntries(
		[...new Set(values.keys())].map((name) => {
			const all = values.getAll(name);
			return [name, all.length > 1 ? all : all[0]];
		}),
	);
}
