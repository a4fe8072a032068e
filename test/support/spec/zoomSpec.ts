import type { ErrorObject, ValidateFunction } from 'ajv';
import Ajv from 'ajv';
import type { ZoomRequest } from '../../../nodes/Zoom/registry/types';
import type { Endpoint, Parameter, Schema } from '../../../spec/facts';
import { readEndpoint, readEndpoints, readOperations } from '../../../spec/read';

/** The endpoint of each operation that the node is to have, by resource and operation. */
export const readContract = (): Map<string, Endpoint> =>
	new Map(Object.entries(readOperations()).map(([name, of]) => [name, readEndpoint(of)]));

/** The words of what Zoom's documents have of answers with HTTP 429, with values in place. */
export function rateLimitTexts(): string[] {
	const refusals = readEndpoints().flatMap(({ refusals = [] }) => refusals);
	const texts = refusals
		.filter(([status, , words]) => status === 429 || /too many .*requests/i.test(words))
		.map(([, , words]) => words.replace('{0}', '3').replace('{1}', 'a@example.com'));
	return [...new Set(texts)];
}

/** What Zoom says a call may carry. */
export interface CallSpec {
	readonly query: Schema;
	readonly body: Schema | undefined;
	/** Path values by name. */
	readonly path: Readonly<Record<string, Schema>>;
	/** Section of Zoom's page it stands in. */
	readonly tag: string;
	/** What is wrong with a request, in words; empty when nothing is. */
	readonly problemsOf: (request: ZoomRequest) => string[];
}

// Places where Zoom's prose and its schema disagree, and the prose is right.
const WALL_TIME = '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z?';
const EXEMPT: Readonly<Record<string, Schema>> = {
	// Without "Z" the time is one of the zone given beside it.
	start_time: { type: 'string', pattern: `^${WALL_TIME}$` },
	// Several days are a list with commas.
	weekly_days: { type: 'string', pattern: '^[1-7](,[1-7])*$' },
};
// A path value called an integer may be a UUID, and is text in a path anyway.
const PATH_INTEGER: Schema = { type: 'string', pattern: '^(\\d+|[A-Za-z0-9+/=]+)$' };

const ajv = new Ajv({
	strict: false,
	allErrors: true,
	formats: {
		'date-time': new RegExp(`^${WALL_TIME.replace('Z?', '(Z|[+-]\\d{2}:\\d{2})')}$`),
		date: /^\d{4}-\d{2}-\d{2}$/,
		email: /^[^@\s]+@[^@\s]+$/,
		int64: true,
		password: true,
		uri: /^https?:\/\//,
	},
});

/** OpenAPI 3.0 as JSON Schema, with nothing allowed that is not named. */
function strict(schema: Schema, name = ''): object {
	const { nullable, properties, items, type, oneOf, ...rest } = EXEMPT[name] ?? whole(schema);
	// In one place Zoom writes the longest list as a maximum.
	const maxItems = rest.maxItems ?? rest.maximum;
	return {
		...rest,
		...(type && { type: nullable ? [type, 'null'] : type }),
		...(oneOf && { anyOf: oneOf.map((choice) => strict(choice)) }),
		...(items && { items: strict(items), ...(maxItems !== undefined && { maxItems }) }),
		...(properties && {
			additionalProperties: false,
			properties: Object.fromEntries(
				Object.entries(properties).map(([key, inner]) => [key, strict(inner, key)]),
			),
		}),
	};
}

/** A schema made of parts, as one. */
function whole({ allOf = [], ...schema }: Schema): Schema {
	return allOf.map(whole).reduce(
		(sum, part) => ({
			...part,
			...sum,
			...(part.properties && { properties: { ...part.properties, ...sum.properties } }),
			...(part.required && { required: [...part.required, ...(sum.required ?? [])] }),
		}),
		schema,
	);
}

const compile = (schema: Schema): ValidateFunction => ajv.compile(strict(schema));

function asObject(parameters: readonly Parameter[]): Schema {
	return {
		type: 'object',
		required: parameters.filter(({ required }) => required).map(({ name }) => name),
		properties: Object.fromEntries(parameters.map(({ name, schema = {} }) => [name, schema])),
	};
}

/** What Zoom says of the endpoint with this method and path. */
export function readCallSpec(endpoint: string): CallSpec {
	const { tag = '', shape } = readEndpoint(endpoint);
	if (!shape) throw new Error(`No document of Zoom's describes ${endpoint}`);
	const parameters = shape.parameters ?? [];
	const query = asObject(parameters.filter((parameter) => parameter.in === 'query'));
	const path = asObject(parameters.filter((parameter) => parameter.in === 'path')).properties ?? {};
	const body = shape.body?.['application/json'];
	const checkPath = compile(pathSchema(path));
	const checkQuery = compile(query);
	const checkBody = body && compile(body);
	return {
		query,
		body,
		path,
		tag,
		problemsOf: (request) => [
			...problems('path', pathValues(request), checkPath),
			...problems('query', request.query, checkQuery),
			...(checkBody
				? problems('body', request.body ?? {}, checkBody)
				: Object.keys(request.body ?? {}).length > 0
					? ['body: there is none']
					: []),
		],
	};
}

function pathSchema(path: CallSpec['path']): Schema {
	const entries = Object.entries(path).map(
		([name, schema]) => [name, schema.type === 'integer' ? PATH_INTEGER : schema] as const,
	);
	return { type: 'object', properties: Object.fromEntries(entries), required: Object.keys(path) };
}

/** The values in a path, decoded as Zoom decodes them. */
function pathValues({ path, operation }: ZoomRequest): Record<string, string> {
	const segments = path.split('/');
	const names = operation.path.split('/');
	return Object.fromEntries(
		names.flatMap((name, index) =>
			name.startsWith('{') ? [[name.slice(1, -1), decodeURIComponent(segments[index] ?? '')]] : [],
		),
	);
}

function problems(part: string, value: unknown, validate: ValidateFunction): string[] {
	if (validate(value)) return [];
	return (validate.errors ?? []).map(
		({ instancePath, message, params }: ErrorObject) =>
			`${part}${instancePath} ${message} ${JSON.stringify(params)}`,
	);
}

/** A place in a query or body, and the values Zoom names for it. */
export interface Leaf {
	readonly path: string;
	readonly choices: readonly unknown[];
	/** Whether Zoom calls it, or what it is in, deprecated. */
	readonly isDeprecated: boolean;
}

/** Every place in what a call may carry: `body.settings.audio`, `body.tracking_fields[].value`. */
export function leavesOf({ query, body }: Pick<CallSpec, 'query' | 'body'>): Leaf[] {
	const within = (part: Schema, path: string, isOld = false): Leaf[] => {
		const schema = whole(part);
		const isDeprecated = isOld || schema.deprecated === true;
		if (schema.oneOf) return schema.oneOf.flatMap((choice) => within(choice, path, isDeprecated));
		if (schema.items) return within(schema.items, `${path}[]`, isDeprecated);
		if (!schema.properties) return [{ path, choices: schema.enum ?? [], isDeprecated }];
		return Object.entries(schema.properties).flatMap(([name, inner]) =>
			within(inner, `${path}.${name}`, isDeprecated),
		);
	};
	return [...within(query, 'query'), ...(body ? within(body, 'body') : [])];
}

/** The places a request fills, with what it puts there. */
export function filledBy({ query, body }: ZoomRequest): { path: string; value: unknown }[] {
	const within = (value: unknown, path: string): { path: string; value: unknown }[] => {
		if (Array.isArray(value)) return value.flatMap((entry) => within(entry, `${path}[]`));
		if (typeof value !== 'object' || value === null) return [{ path, value }];
		return Object.entries(value).flatMap(([name, inner]) => within(inner, `${path}.${name}`));
	};
	return [...within(query, 'query'), ...within(body ?? {}, 'body')];
}
