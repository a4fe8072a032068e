import type { IDataObject } from 'n8n-workflow';

import { json } from '../../registry/field';
import type { Connection, Field, RestOperation, Values } from '../../registry/types';
import { quoted } from '../../text/quote';
import { apiOrigins } from '../../transport/auth/environments';
import { readFields } from '../../values/input';
import { refuse } from '../../values/inputError';
import { splitList } from '../../values/lists';
import { readAddress } from './address';
import type { Endpoint } from './endpoints';
import { knownOf } from './parameterFields';

/** A call put together from what the user gave: an operation made for the occasion, and its values. */
export interface Call {
	readonly operation: RestOperation;
	readonly values: Values;
	/** The published endpoint it goes to, if it goes to one. */
	readonly endpoint: Endpoint | undefined;
}

/**
 * The call that the fields of the operation describe.
 * @throws InputError that names the field with what must not be in it
 */
export async function readCall(values: Values, { apiUrl }: Connection): Promise<Call> {
	const endpoint = typeof values.endpoint === 'string' ? values.endpoint : '';
	const address = readAddress(endpoint, apiOrigins(apiUrl));
	const { published, fields: known } = await knownOf(address);
	const { scopes = [], classicScopes = [], rate, title, token, upload } = published ?? {};
	if (upload) refuse(['Endpoint'], UPLOAD);
	if (values.response === 'file' && address.method !== 'GET') {
		refuse(['Response'], 'can be File only for GET');
	}
	const query = queryOf(address.query, values);
	const body = bodyOf(values, address.method);
	const fields = known.map(({ field }) => ({
		...field,
		required: field.required && !isIn(field, query, body),
	}));
	const given = readFields(fields, mapped(values.parameters, fields), ['Parameters']);
	const operation: RestOperation = {
		name: 'Request',
		value: 'request',
		action: 'Call an endpoint',
		description: title ?? 'An endpoint of Zoom',
		method: address.method,
		path: address.path,
		endpoint: published?.path,
		scopes,
		classicScopes,
		token,
		rate,
		fields,
	};
	const call = { operation, values: given, endpoint: published };
	return withBody(withQuery(call, query), body);
}

const UPLOAD =
	"takes a file, which this operation cannot send; use n8n's HTTP Request node with this credential";

// May be a bare list, which a few endpoints take and for which there is no field.
type Body = IDataObject | undefined;

function bodyOf({ body }: Values, method: string): Body {
	const isEmpty = Object.keys(Object(body)).length === 0;
	if (isEmpty && !Array.isArray(body)) return undefined;
	return method === 'GET'
		? refuse(['Body'], 'must be empty for GET; use Query')
		: (body as IDataObject);
}

// n8n sends what stands under any other name.
const NEVER_SENT: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * What goes into the query. A URL has text under each name, or several texts; for an object there is no one form in it.
 */
function queryOf(fromEndpoint: IDataObject, { query }: Values): IDataObject {
	const given = Object.entries({ ...fromEndpoint, ...Object(query) });
	const members = given.map(
		([name, value]) => [name, Array.isArray(value) ? value.map(asText) : asText(value)] as const,
	);
	for (const [name, value] of members) {
		if (NEVER_SENT.includes(name))
			refuse(['Query'], `must not have a name such as ${quoted(name)}`);
		if ([value].flat().some((part) => typeof part === 'object' && part !== null)) {
			refuse(
				['Query'],
				`has an object under ${quoted(name)}; use text, a number or a list of these`,
			);
		}
	}
	return Object.fromEntries(members) as IDataObject;
}

// Times that expressions hand over know how to become text.
const asText = (value: unknown): unknown =>
	value instanceof Object && 'toJSON' in value && typeof value.toJSON === 'function'
		? value.toJSON()
		: value;

const isIn = ({ in: place, apiName = '' }: Field, query: IDataObject, body: Body) =>
	Object.hasOwn(place === 'query' ? query : place === 'body' ? Object(body) : {}, apiName);

/** A parameter as the editor's form keeps it. */
interface Shown {
	readonly id?: unknown;
	readonly removed?: unknown;
}

/** What stands in the form, without what was left open there: the editor says null for that. */
function mapped(given: unknown, fields: readonly Field[]): Record<string, unknown> {
	const form: { value?: unknown; schema?: unknown } = Object(given);
	const values: Values = Object('mappingMode' in form ? form.value : given);
	const schema: unknown[] = Array.isArray(form.schema) ? form.schema : [];
	const removed = new Set(
		schema.map((field): Shown => Object(field)).flatMap(({ id, removed }) => (removed ? [id] : [])),
	);
	const set = Object.entries(values).filter(
		([name, value]) => value !== null && value !== undefined && !removed.has(name),
	);
	return Object.fromEntries(
		set.flatMap(([name, value]) => {
			const field = fields.find((entry) => entry.name === name);
			if (!field)
				return refuse(['Parameters'], `has ${quoted(name)}, which the endpoint does not take`);
			if (field.in === 'path' && value === '') return [];
			return [[name, isTextOfList(field, value) ? splitList(value) : value]];
		}),
	);
}

const isTextOfList = ({ typeOptions }: Field, value: unknown): value is string =>
	typeOptions?.multipleValues === true && typeof value === 'string' && !/^\s*\[/.test(value);

/** The call with more in its query, or something else there. */
function withQuery({ operation, values, endpoint }: Call, query: IDataObject): Call {
	const all = { ...operation.query, ...query };
	return { operation: { ...operation, query: all }, values, endpoint };
}

const bodyField = json('Body', 'whole body', { in: 'body', flatten: true });

function withBody({ operation, values, endpoint }: Call, body: Body): Call {
	if (body === undefined) return { operation, values, endpoint };
	if (!Array.isArray(body)) {
		const fields = [...operation.fields, bodyField];
		return {
			operation: { ...operation, fields },
			values: { ...values, [bodyField.name]: body },
			endpoint,
		};
	}
	if (
		operation.fields.some(({ in: place, name }) => place === 'body' && Object.hasOwn(values, name))
	) {
		refuse(['Body'], 'must be a JSON object if Parameters has body parameters');
	}
	return { operation: { ...operation, body }, values, endpoint };
}
