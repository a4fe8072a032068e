import type { IHttpRequestMethods } from 'n8n-workflow';

import factsInUse from './endpointFacts.generated.json';
import type published from './endpoints.generated.json';
import type { Paging } from './paging';
import type { ListOperation, RateLabel, RestOperation } from './types';

/** What Zoom's documents say of an endpoint. */
export interface EndpointFacts {
	/** The Zoom product it belongs to. */
	readonly product: string;
	readonly title: string;
	readonly scopes: readonly string[];
	readonly classicScopes: readonly string[];
	readonly rate?: RateLabel;
	/** How Zoom pages what it lists; absent where its documents do not say. */
	readonly paging?: Paging['paging'];
	readonly pageSize?: number;
	/** The one list in the answer. */
	readonly listKey?: string;
	readonly deprecated?: boolean;
	/** Lists in the answer that Zoom's documents call deprecated, beside one that is not. */
	readonly deprecatedLists?: readonly string[];
	/** Which token it takes, where it is not that of a connection: the app's own. */
	readonly token?: 'app';
	/** Whether it takes nothing but a file. */
	readonly upload?: boolean;
}

type Published = typeof published;

/** A published endpoint by method and path, such as `GET /users/{userId}`. */
export type EndpointName = keyof Published;

/** A published endpoint that answers one list. */
export type ListEndpointName = {
	[Name in EndpointName]: Published[Name] extends { listKey: string } ? Name : never;
}[EndpointName];

/** Facts of the endpoints that operations use; the table of all is large, and loaded for API Call alone. */
const FACTS: ReadonlyMap<string, EndpointFacts> = new Map(
	Object.entries(factsInUse as Readonly<Record<string, EndpointFacts>>),
);

/** @throws Error when the generated facts lack an endpoint that an operation was given since. */
function factsOf(name: EndpointName): EndpointFacts {
	const facts = FACTS.get(name);
	if (facts) return facts;
	throw new Error(`endpointFacts.generated.json has no ${name}: run \`npm run generate\``);
}

type Call = Pick<RestOperation, 'method' | 'path' | 'scopes' | 'classicScopes' | 'rate' | 'token'>;

/** What an operation takes over from Zoom's documents of its endpoint. */
export function endpoint(name: EndpointName): Call {
	const { scopes, classicScopes, rate, token } = factsOf(name);
	return { ...methodAndPath(name), scopes, classicScopes, rate, token };
}

/**
 * The same for an operation whose items are the entries of the list in the answer.
 * @param own what Zoom's documents do not say of the list
 */
export function listEndpoint(
	name: ListEndpointName,
	own: Pick<Paging, 'id' | 'dateWindows'> = {},
): Call & Pick<ListOperation, 'list'> {
	const { listKey, paging, pageSize } = factsOf(name);
	if (listKey === undefined || paging === undefined) throw new Error(`${name} answers no list`);
	return { ...endpoint(name), list: { key: listKey, paging, pageSize, ...own } };
}

/** The two parts of an endpoint's name. */
export function methodAndPath(name: string): Pick<RestOperation, 'method' | 'path'> {
	const [method, path] = name.split(' ');
	return { method: method as IHttpRequestMethods, path };
}

const IDEMPOTENT_METHODS: readonly string[] = ['GET', 'PUT', 'DELETE'];

/** Whether Zoom ends up in the same state when the call arrives twice. */
export function isIdempotent(operation: RestOperation): boolean {
	return operation.idempotent ?? IDEMPOTENT_METHODS.includes(operation.method);
}
