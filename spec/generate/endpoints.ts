import type { Endpoint } from '../facts';
import { ownListKeyOf } from '../lists';
import { endpointName } from '../read';
import type { ApiDocument, ClientRow, Documents, EndpointRow, Operation } from './documents';
import { documentedRefusals, refusalFacts } from './refusals';
import { shapeOf } from './shapes';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** An endpoint in a document. */
interface Documented {
	readonly name: string;
	readonly method: string;
	readonly path: string;
	readonly operation: Operation;
	readonly document: ApiDocument;
}

/** Everything the documents say of each endpoint, by path and method. */
export function endpointFacts(documents: Documents): Endpoint[] {
	const join = joiner(documents);
	const listed = documents.endpoints.map((row) => join(endpointName(row), listedFacts(row)));
	const names = new Set(listed.map(endpointName));
	const unlisted = documents.current
		.flatMap(documentedIn)
		.filter(({ name }) => !names.has(name))
		.map((entry) => join(entry.name, unlistedFacts(entry)));
	return [...listed, ...unlisted].sort((a, b) => compare(sortKey(a), sortKey(b)));
}

type Facts = Omit<Endpoint, 'document' | 'shape' | 'oldShape' | 'client' | 'refusals' | 'listKey'>;

/** Adds to what an endpoint is what it takes, answers and refuses. */
function joiner(documents: Documents): (name: string, facts: Facts) => Endpoint {
	const current = byName(documents.current.flatMap(documentedIn));
	const old = byName(documentedIn(documents.old));
	const { client } = documents;
	const refusals = refusalFacts(documentedRefusals(documents));
	const operations = [...documents.operations, ...documents.furtherOperations];
	const listKeys = new Map(operations.map((row) => [endpointName(row), row.listKey] as const));
	return (name, facts) => {
		const [now, then] = [current.get(name), old.get(name)];
		const taken = {
			shape: now && shapeOf(now.operation, now.document),
			oldShape: now ? undefined : then && shapeOf(then.operation, then.document),
		};
		return known({
			...facts,
			// The documents of operations say by null that an answer is no list.
			listKey: listKeys.has(name)
				? (listKeys.get(name) ?? undefined)
				: ownListKeyOf({ ...facts, ...taken }),
			document: now?.document.name,
			...taken,
			client: now || !(name in client) ? undefined : clientFacts(client[name]),
			refusals: refusals.get(name),
		});
	};
}

const byName = (all: readonly Documented[]) => new Map(all.map((entry) => [entry.name, entry]));

const documentedIn = (document: ApiDocument): Documented[] =>
	Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.entries(methods)
			.map(([method, operation]) => ({ method: method.toUpperCase(), operation }))
			.filter(({ method }) => METHODS.includes(method))
			.map((entry) => ({ ...entry, name: `${entry.method} ${path}`, path, document })),
	);

function listedFacts(row: EndpointRow): Facts {
	const { product, method, path, operationId, tag, granularScopes, classicScopes } = row;
	const { rateLimitLabel, pagination, maxPageSize, success, deprecated } = row;
	return {
		...{ product, method, path, operationId, tag, granularScopes, classicScopes },
		...known({ rateLimitLabel, pagination, maxPageSize, success, deprecated }),
	} as Facts;
}

/** What an endpoint's own document says, where the list lacks it. */
function unlistedFacts({ method, path, operation }: Documented): Facts {
	const { operationId, description = '', parameters = [], responses = {} } = operation;
	const label = /Rate Limit Label\][^`]*`([A-Za-z-]+)`/.exec(description)?.[1];
	const isPaged = parameters.some(({ name }) => name === 'next_page_token');
	const size = parameters.find(({ name }) => name === 'page_size')?.schema?.maximum;
	const scopes = (kind: string) => operation['x-extensions']?.[kind] ?? [];
	return {
		product: path.startsWith('/docs/') ? 'canvas' : path.split('/')[1].replace('_', '-'),
		...{ method, path, operationId, tag: operation.tags?.[0] },
		granularScopes: scopes('x-granular-scopes'),
		classicScopes: scopes('x-macro-scopes'),
		...known({
			rateLimitLabel: label?.toUpperCase(),
			pagination: isPaged ? 'token' : 'none',
			maxPageSize: size as number | undefined,
			success: Object.keys(responses).find((status) => status.startsWith('2')),
			unlisted: true,
		}),
	};
}

const clientFacts = ({ parameters, responseLists, baseUrl, mime }: ClientRow) =>
	known({
		parameters,
		lists: responseLists.length > 0 ? responseLists : undefined,
		server: baseUrl,
		contentType: mime,
	}) as unknown as Endpoint['client'];

/** The record without what is not known or not so. */
const known = <T extends object>(record: T): T =>
	Object.fromEntries(
		Object.entries(record).filter(
			([, value]) => ![undefined, null, false, ''].includes(value as null),
		),
	) as T;

const sortKey = ({ method, path }: Endpoint) => `${path} ${METHODS.indexOf(method)}`;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
