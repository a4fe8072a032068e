import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint, Event } from './facts';

const read = <T>(name: string): T => JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as T;

/** The value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
	let made: { value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}

/** Every endpoint known, by product, path and method. */
export const readEndpoints = once(() =>
	readdirSync(join(__dirname, 'endpoints'))
		.sort()
		.flatMap((name) => read<readonly Endpoint[]>(join('endpoints', name))),
);

const byName = once(() => new Map(readEndpoints().map((entry) => [endpointName(entry), entry])));

/** `GET /users` */
export const endpointName = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string =>
	`${method} ${path}`;

/** The endpoint with this method and path, as Zoom writes it. */
export function readEndpoint(name: string): Endpoint {
	const found = byName().get(name);
	if (!found) throw new Error(`spec/endpoints has no ${name}`);
	return found;
}

/** The endpoints that the node has operations for, by resource and operation. */
export const readOperations = once(() => read<Readonly<Record<string, string>>>('operations.json'));

/** Every kind of event known, by name. */
export const readEvents = once(() => read<readonly Event[]>('events.json'));

/** Texts of events as Zoom delivers them, by name of the event, with made-up words. */
export const readEventSamples = once(() =>
	read<Readonly<Record<string, string>>>('eventSamples.json'),
);

/** Hashes of what Zoom calls its endpoints, where that is a sentence. */
export const readSummaryHashes = once(() => read<readonly string[]>('summaryHashes.json'));
