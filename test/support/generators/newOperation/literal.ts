import type { Resource } from '../../../../nodes/Zoom/registry/types';
import type { Endpoint } from '../../../../spec/facts';
import { flat } from '../../../../spec/lists';
import { endpointName } from '../../../../spec/read';
import { titleOf } from '../endpoints/titles';
import type { Code } from './code';
import { importLines, listOf, literally } from './code';
import type { Value } from './fields';
import { fieldOf, membersOf, pathField, sorted } from './fields';
import { camelCase, singular, titleCase, wordsOf } from './words';

/** What an operation is called. */
export interface OperationName {
	/** In the menu. */
	readonly name: string;
	/** In workflows. */
	readonly value: string;
}

/** An operation to write. */
export interface Draft extends OperationName {
	readonly endpoint: Endpoint;
	readonly resource: Resource;
	/** Under which name its file exports it. */
	readonly exported: string;
	/** The folder of that file, below nodes/Zoom. */
	readonly folder: string;
}

const VERBS: Readonly<Record<string, string>> = {
	DELETE: 'Delete',
	GET: 'Get',
	PATCH: 'Update',
	POST: 'Create',
	PUT: 'Update',
};

/** What the operation of an endpoint is called unless somebody knows better. */
export function nameOf({ method, path, listKey }: Endpoint, resource: string): OperationName {
	const things = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'));
	const words = wordsOf(things[things.length - 1]);
	const verb = VERBS[method];
	if (camelCase(singular(words)) === resource) {
		if (method === 'GET' && listKey !== undefined) return { name: 'Get Many', value: 'getAll' };
		return { name: verb, value: verb.toLowerCase() };
	}
	const isOne = path.endsWith('}') || method === 'POST';
	return named(`${verb} ${titleCase(isOne ? singular(words) : words)}`);
}

/** With the value that follows from a name. */
export const named = (name: string): OperationName => ({ name, value: camelCase(wordsOf(name)) });

/** The TypeScript file that exports an operation, not formatted. */
export function literalOf(draft: Draft): string {
	const { endpoint, name, value, exported, folder } = draft;
	const { required, optional, inPath } = valuesOf(endpoint);
	const title = titleOf(endpoint.method, endpoint.path);
	const fields = listOf([
		...inPath.map((value) => pathField(value, endpoint.path)),
		...required.map(fieldOf),
	]);
	const more = listOf(sorted(optional).map(fieldOf));
	const call = callOf(endpoint);
	const check = checkOf(draft);
	const members = [
		`name: ${literally(name)}`,
		`value: ${literally(value)}`,
		`action: ${literally(title)}`,
		`description: ${literally(title)}`,
		...docsTagOf(draft),
		`...${call.text}`,
		`fields: ${fields.text}`,
		...(optional.length > 0 ? [`optional: ${more.text}`] : []),
		...check.map(({ text }) => `check: ${text}`),
	];
	const parts = [call, fields, more, ...check];
	const imports = parts.flatMap((part) => part.imports);
	return [
		...importLines(folder, [...imports, ['registry/types', 'type RestOperation']]),
		'',
		`/** ${title}. */`,
		`export const ${exported}: RestOperation = { ${members.join(', ')} };`,
		'',
	].join('\n');
}

/** The node reads lists page by page itself. */
const PAGING: ReadonlySet<string> = new Set(['next_page_token', 'page_number', 'page_size']);

/** What a call takes, but for paging and for what Zoom calls deprecated. */
function valuesOf({ method, shape = {} }: Endpoint) {
	const { parameters = [], body: bodies = {} } = shape;
	const hasBody = method !== 'GET' && method !== 'DELETE';
	const inQuery = parameters
		.filter(({ name, in: place }) => place === 'query' && !PAGING.has(name))
		.filter(({ schema }) => !schema?.deprecated)
		.map(
			({ name, schema = {}, required = false, takesTime }): Value => ({
				...{ name, schema, takesTime },
				...{ isRequired: required, isElsewhere: hasBody },
			}),
		);
	const body = hasBody ? bodies['application/json'] : undefined;
	const inBody = body ? membersOf({ ...body, ...flat(body) }) : [];
	const values = [...inQuery, ...inBody];
	return {
		inPath: parameters.filter(({ in: place }) => place === 'path'),
		inBody,
		required: values.filter(({ isRequired }) => isRequired),
		optional: values.filter(({ isRequired }) => !isRequired),
	};
}

/** The facts of the endpoint; of a list with what tells its entries apart. */
function callOf(endpoint: Endpoint): Code {
	const { listKey, shape } = endpoint;
	const name = literally(endpointName(endpoint));
	if (endpoint.method !== 'GET' || listKey === undefined) {
		return { text: `endpoint(${name})`, imports: [['registry/endpoint', 'endpoint']] };
	}
	const { items = {} } = flat(shape?.answers?.['200'] ?? {}).properties?.[listKey] ?? {};
	const hasId = Object.hasOwn(flat(items).properties ?? {}, 'id');
	return {
		text: `listEndpoint(${name}${hasId ? `, { id: 'id' }` : ''})`,
		imports: [['registry/endpoint', 'listEndpoint']],
	};
}

/** The rule that a change has to change something, where no part of the body is required. */
function checkOf({ endpoint, value }: Draft): Code[] {
	const { inPath, inBody, required } = valuesOf(endpoint);
	const isChange = endpoint.method === 'PATCH' && inBody.length > 0;
	if (!isChange || inBody.some(({ isRequired }) => isRequired)) return [];
	const rule = value === 'update' ? 'mustChange' : 'mustSet';
	const selectors = [
		...inPath.map(({ name }) => name),
		...required.map(({ name }) => camelCase(wordsOf(name))),
	];
	const text = `${rule}(${selectors.map(literally).join(', ')})`;
	return [{ text, imports: [['resources/shared/fields', rule]] }];
}

/** Where in Zoom's documentation it stands, if not where its resource does. */
function docsTagOf({ endpoint: { tag = '' }, resource: { docs } }: Draft): string[] {
	const section = tag.toLowerCase().replace(/&/g, '').replace(/ /g, '-');
	const isElsewhere = docs !== undefined && !docs.endsWith(`/${section}`);
	return isElsewhere ? [`docsTag: ${literally(section)}`] : [];
}
