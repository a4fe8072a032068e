import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parameter } from '../../../../nodes/Zoom/resources/api/endpoints';

/** The parts of an OpenAPI schema that Zoom uses. */
interface Schema {
	type?: string;
	format?: string;
	enum?: unknown[];
	required?: string[];
	properties?: Record<string, Schema>;
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	allOf?: Schema[];
	oneOf?: Schema[];
	anyOf?: Schema[];
	items?: Schema;
	deprecated?: boolean;
}

/** An endpoint in one of Zoom's documents. */
export interface Documented {
	readonly method: string;
	readonly path: string;
	readonly operation: Operation;
}

interface Operation {
	operationId?: string;
	summary?: string;
	description?: string;
	parameters?: {
		name: string;
		in: string;
		required?: boolean;
		description?: string;
		schema?: Schema;
		$ref?: string;
	}[];
	requestBody?: { content?: Record<string, { schema?: Schema }> };
	responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
	'x-extensions'?: { 'x-granular-scopes'?: string[]; 'x-macro-scopes'?: string[] };
}

const CURRENT = [
	'zoom-canvas.2026-08.json',
	'zoom-meeting.2026-08.json',
	'zoom-my-notes.2026-08.json',
	'zoom-phone.2026-07.json',
	'zoom-users.2026-08.json',
];
const OLD = 'zoom-legacy-combined.2022.json';

/** The endpoints of the documents that are up to date, and those of the one that is not. */
export const readDocuments = (shared: string) => ({
	current: CURRENT.flatMap((file) => endpointsOf(join(shared, 'zoom-spec', file))),
	old: endpointsOf(join(shared, 'zoom-spec', OLD)),
});

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

function endpointsOf(file: string): Documented[] {
	const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
		paths: Record<string, Record<string, Operation>>;
	};
	return Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods)
			.filter(([method]) => METHODS.includes(method))
			.map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
	);
}

/** Whether an endpoint takes nothing but a file. */
export const isUpload = ({ operation: { requestBody } }: Documented): boolean =>
	Object.keys(requestBody?.content ?? {}).join() === 'multipart/form-data';

/** The lists of things that an endpoint answers. */
export function listsOf({ operation }: Documented): { name: string; deprecated: boolean }[] {
	const { schema = {} } = operation.responses?.['200']?.content?.['application/json'] ?? {};
	return Object.entries(flat(schema).properties ?? {})
		.filter(([, { type, items }]) => type === 'array' && items?.type === 'object')
		.map(([name, { deprecated = false }]) => ({ name, deprecated }));
}

// Paging is the node's business.
const PAGING = ['next_page_token', 'page_number', 'page_size'];

// Much that is said to be a date may have a time as well; the sentence beside it says so, the type does not.
const TAKES_TIME = /yyyy-mm-dd\b.* or .*HH:mm:ss'?Z/i;

/** What an endpoint takes in its path, its query and the first level of its body. */
export function parametersOf({ method, operation }: Documented): Parameter[] {
	const { parameters = [], requestBody } = operation;
	const simple = parameters
		.filter(
			(entry) => entry.in === 'path' || (entry.in === 'query' && !PAGING.includes(entry.name)),
		)
		.map(({ name, in: place, required, description = '', schema = {} }) => ({
			name,
			in: place as 'path' | 'query',
			...(required && { required }),
			...typeOf(place === 'path' ? { ...schema, type: 'string', format: undefined } : schema),
			...(schema.format === 'date' &&
				TAKES_TIME.test(description) && { type: 'dateOrTime' as const }),
		}));
	const schema = requestBody?.content?.['application/json']?.schema;
	if (!schema || method === 'GET') return simple;
	const { properties = {}, required = [] } = flat(schema);
	const body = Object.entries(properties).map(([name, entry]) => ({
		name,
		in: 'body' as const,
		...(required.includes(name) && { required: true }),
		...typeOf(entry),
	}));
	return [...simple, ...body];
}

/** Name and type only, of a document so old that its bounds may be wrong by now. */
export const roughly = ({ name, in: place, type }: Parameter): Parameter => ({
	name,
	in: place,
	...(place === 'path' && { required: true }),
	type,
});

/** One object for all the ways Zoom puts one together; of alternatives nothing is required. */
function flat(schema: Schema): Schema {
	const all = (schema.allOf ?? []).map(flat);
	const some = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].map(flat);
	return {
		properties: Object.assign({}, ...[schema, ...all, ...some].map(({ properties }) => properties)),
		required: [schema, ...all].flatMap(({ required = [] }) => required),
	};
}

function typeOf(given: Schema): Pick<Parameter, 'type'> & Partial<Parameter> {
	const schema = given.type ? given : { ...given, ...(given.allOf ?? given.oneOf ?? [])[0] };
	const { format, minimum, maximum, minLength, maxLength } = schema;
	const choices = (schema.enum ?? []).filter(
		(value) => typeof value === 'number' || (typeof value === 'string' && value !== ''),
	) as (string | number)[];
	switch (schema.type) {
		case 'integer':
			return {
				type: 'integer',
				...(choices.length > 0 ? { enum: choices } : clean({ min: minimum, max: maximum })),
			};
		case 'boolean':
		case 'array':
		case 'object':
			return { type: schema.type };
		case 'string':
			if (choices.length > 0) return { type: 'string', enum: choices };
			if (format === 'date') return { type: 'date' };
			if (format === 'date-time') return { type: 'dateTime' };
			return { type: 'string', ...clean({ minLength, maxLength }) };
		default:
			return { type: schema.properties ? 'object' : 'string' };
	}
}

const clean = (bounds: Record<string, number | undefined>) =>
	Object.fromEntries(Object.entries(bounds).filter(([, bound]) => bound !== undefined));
