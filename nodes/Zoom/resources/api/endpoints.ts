import { processState } from '../../host/processState';
import type { EndpointFacts } from '../../registry/endpoint';
import { methodAndPath } from '../../registry/endpoint';
import type { RestOperation } from '../../registry/types';

/** A published endpoint of Zoom's REST API. */
export type Endpoint = EndpointFacts & Pick<RestOperation, 'method' | 'path'>;

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

/** All published endpoints, product by product. The table is large, so it is loaded when it is first asked for. */
export const publishedEndpoints = processState('published endpoints', loadEndpoints);

async function loadEndpoints(): Promise<readonly Endpoint[]> {
	const { default: table } = await import('../../registry/endpoints.generated.json');
	const facts = Object.entries(table as Readonly<Record<string, EndpointFacts>>);
	return facts.map(([name, known]) => ({ ...methodAndPath(name), ...known }));
}

/** The published endpoint a call is of: the path may hold placeholders, whatever their names, or values in their place. */
export async function publishedAt(method: string, path: string): Promise<Endpoint | undefined> {
	const all = (await publishedEndpoints()).filter((endpoint) => endpoint.method === method);
	const same = all.find((endpoint) => endpoint.path === path);
	if (same) return same;
	const segments = path.split('/');
	const fitting = all.filter((endpoint) => fits(endpoint.path.split('/'), segments));
	// "/users/me/zak" is an endpoint of its own, though it looks like one of "/users/{userId}/…".
	return fitting.sort((a, b) => placeholders(a) - placeholders(b)).at(0);
}

const isPlaceholder = (segment: string) => segment.startsWith('{');

const fits = (pattern: readonly string[], segments: readonly string[]) =>
	pattern.length === segments.length &&
	pattern.every((part, index) => part === segments[index] || isPlaceholder(part));

const placeholders = ({ path }: Endpoint) => path.split('/').filter(isPlaceholder).length;

/** What a published endpoint takes; nothing where Zoom's documents on the product are not known. */
export async function parametersOf({ product, method, path }: Endpoint): Promise<Parameter[]> {
	const { default: table } = (await PARAMETERS[product]?.()) ?? { default: {} };
	return (table as Readonly<Record<string, Parameter[]>>)[`${method} ${path}`] ?? [];
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
