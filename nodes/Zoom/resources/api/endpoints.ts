import type { IHttpRequestMethods } from 'n8n-workflow';

import type { List, RateLabel } from '../../registry/types';

/** A published endpoint of Zoom's REST API. */
export interface Endpoint {
	readonly method: IHttpRequestMethods;
	/** Path below `/v2`, with `{placeholders}`. */
	readonly path: string;
	readonly title: string;
	readonly scopes: readonly string[];
	readonly classicScopes: readonly string[];
	readonly rate?: RateLabel;
	/** How Zoom pages what it lists; absent where its documents do not say. */
	readonly paging?: List['paging'];
	readonly pageSize?: number;
	readonly deprecated?: boolean;
	/** Lists in the answer that Zoom's documents call deprecated, beside one that is not. */
	readonly deprecatedLists?: readonly string[];
	/** Which token it takes, where it is not that of a connection: the app's own. */
	readonly token?: 'app';
	/** Whether it takes nothing but a file. */
	readonly upload?: boolean;
}

/** What an endpoint takes. */
export interface Parameter {
	/** Zoom's name. */
	readonly name: string;
	readonly in: 'path' | 'query' | 'body';
	readonly type:
		| 'array'
		| 'boolean'
		| 'date'
		| 'dateOrTime'
		| 'dateTime'
		| 'integer'
		| 'object'
		| 'string';
	readonly required?: boolean;
	readonly enum?: ReadonlyArray<string | number>;
	readonly min?: number;
	readonly max?: number;
	readonly minLength?: number;
	readonly maxLength?: number;
}

/** An endpoint and the Zoom product it belongs to. */
export interface Published {
	readonly product: string;
	readonly endpoint: Endpoint;
}

let published: Promise<Published[]> | undefined;

/** All published endpoints, product by product. The table is large, so it is loaded when it is first asked for. */
export async function publishedEndpoints(): Promise<Published[]> {
	published ??= loadEndpoints();
	return await published;
}

async function loadEndpoints(): Promise<Published[]> {
	const { default: table } = await import('./endpoints.generated.json');
	return Object.entries(table as unknown as Record<string, Endpoint[]>).flatMap(
		([product, endpoints]) => endpoints.map((endpoint) => ({ product, endpoint })),
	);
}

/** The published endpoint a call is of: the path may hold placeholders, whatever their names, or values in their place. */
export async function publishedAt(method: string, path: string): Promise<Published | undefined> {
	const all = await publishedEndpoints();
	const same = all.find(({ endpoint }) => endpoint.method === method && endpoint.path === path);
	if (same) return same;
	const segments = path.split('/');
	const fitting = all.filter(
		({ endpoint }) => endpoint.method === method && fits(endpoint.path.split('/'), segments),
	);
	// "/users/me/zak" is an endpoint of its own, though it looks like one of "/users/{userId}/…".
	return fitting.sort((a, b) => placeholders(a) - placeholders(b)).at(0);
}

const isPlaceholder = (segment: string) => segment.startsWith('{');

const fits = (pattern: readonly string[], segments: readonly string[]) =>
	pattern.length === segments.length &&
	pattern.every((part, index) => part === segments[index] || isPlaceholder(part));

const placeholders = ({ endpoint }: Published) =>
	endpoint.path.split('/').filter(isPlaceholder).length;

/** What a published endpoint takes; nothing where Zoom's documents on the product are not known. */
export async function parametersOf({ product, endpoint }: Published): Promise<Parameter[]> {
	const { default: table } = (await PARAMETERS[product]?.()) ?? { default: {} };
	const byEndpoint = table as unknown as Record<string, Parameter[]>;
	return byEndpoint[`${endpoint.method} ${endpoint.path}`] ?? [];
}

const PARAMETERS: Readonly<Record<string, () => Promise<{ default: object }>>> = {
	accounts: async () => await import('./parameters/accounts.generated.json'),
	canvas: async () => await import('./parameters/canvas.generated.json'),
	chat: async () => await import('./parameters/chat.generated.json'),
	meetings: async () => await import('./parameters/meetings.generated.json'),
	'my-notes': async () => await import('./parameters/my-notes.generated.json'),
	phone: async () => await import('./parameters/phone.generated.json'),
	rooms: async () => await import('./parameters/rooms.generated.json'),
	users: async () => await import('./parameters/users.generated.json'),
};
