import type { IDataObject } from 'n8n-workflow';

import { isObject, objectOf, objectsIn } from '../json/json';
import { apiNameOf, placeOf } from '../registry/fieldNames';
import { fieldsIn, groupIn } from '../registry/field';
import type { Field, RestOperation, Values, OperationRequest } from '../registry/types';
import { refuseWrongDateRange } from './dateRange';
import { isTimezone } from './dates';
import { refuse } from './inputError';
import { own } from './own';

interface Zone {
	readonly timezone: string;
	readonly timezoneChosen: boolean;
}

/**
 * The call an operation makes of one item's checked values.
 * @param workflowTimezone IANA name; wall times are read in it unless the item chose a zone of its own
 * @param now milliseconds since 1970; until then a time reaches that has no end
 * @throws InputError when a value cannot be turned into what Zoom wants
 */
export function buildRequest(
	operation: RestOperation,
	values: Values,
	workflowTimezone: string,
	now = Date.now(),
): OperationRequest {
	const fields = uniqueByName([...operation.fields, ...(operation.optional ?? [])]).filter(
		(field) => Object.hasOwn(values, field.name) && placeOf(operation, field) !== 'node',
	);
	const zone = zoneOf(fields, values, workflowTimezone);
	const given: IDataObject = {};
	const body: IDataObject = structuredClone(operation.body ?? {});
	const segments = new Map<string, string>();
	const spreads: IDataObject[] = [];
	for (const field of fields) {
		const value = encode(field, values[field.name], zone, [field.displayName]);
		const place = placeOf(operation, field);
		if (field.flatten) spreads.push(objectOf(value));
		else if (place === 'path') segments.set(field.name, pathSegment(String(value), field));
		else setPath(place === 'query' ? given : body, apiNameOf(field), value);
	}
	const query = { ...given, ...operation.query };
	refuseWrongDateRange(query, operation, now);
	const sent = spreads.reduce(merged, body);
	return {
		operation,
		values,
		method: operation.method,
		path: operation.path.replace(/\{(\w+)\}/g, (_, name: string) => String(segments.get(name))),
		query,
		body: hasBody(operation.method, sent) ? sent : undefined,
	};
}

// A deletion rarely says more than what it deletes.
const hasBody = (method: string, body: IDataObject) =>
	method !== 'GET' && (method !== 'DELETE' || Object.keys(body).length > 0);

// A field that differs by authentication is declared once for each, under one name.
const uniqueByName = (fields: readonly Field[]) => [
	...new Map(fields.map((field) => [field.name, field])).values(),
];

/** The zone that goes to Zoom beside the times, be it in a field of its own or in one of JSON. */
function zoneOf(fields: readonly Field[], values: Values, workflowTimezone: string): Zone {
	const chosen = fields
		.map((field) => {
			const value = values[field.name];
			if (field.flatten && isObject(value)) return value.timezone;
			return apiNameOf(field) === 'timezone' ? value : undefined;
		})
		.filter(isTimezone)
		.at(-1);
	return chosen === undefined
		? { timezone: workflowTimezone, timezoneChosen: false }
		: { timezone: chosen, timezoneChosen: true };
}

function encode(field: Field, value: unknown, zone: Zone, labels: readonly string[]): unknown {
	if (field.encode) {
		return field.encode(value, { ...zone, refuse: (allowed) => refuse(labels, allowed) });
	}
	if (field.type === 'collection') {
		return encodeFields(fieldsIn(field), objectOf(value), zone, labels);
	}
	if (field.type === 'fixedCollection') {
		const group = groupIn(field);
		return objectsIn(value).map((entry, index) =>
			encodeFields(group.values, entry, zone, [...labels, `${group.displayName} ${index + 1}`]),
		);
	}
	return value;
}

function encodeFields(
	fields: readonly Field[],
	values: Values,
	zone: Zone,
	labels: readonly string[],
): IDataObject {
	const encoded: IDataObject = {};
	const spreads: IDataObject[] = [];
	for (const field of fields) {
		if (!Object.hasOwn(values, field.name)) continue;
		const value = encode(field, values[field.name], zone, [...labels, field.displayName]);
		if (field.flatten) spreads.push(objectOf(value));
		else setPath(encoded, apiNameOf(field), value);
	}
	return spreads.reduce(merged, encoded);
}

/** One object laid over another, member by member. */
function merged(under: IDataObject, over: IDataObject): IDataObject {
	const laid = Object.entries(over).map(([key, value]) => {
		const below = own(under, key);
		return [key, isObject(value) && isObject(below) ? merged(below, value) : value] as const;
	});
	return Object.fromEntries([...Object.entries(under), ...laid]);
}

/** Sets a member under one of the registry's own keys. */
function setPath(target: IDataObject, key: string, value: unknown): void {
	const [head, ...rest] = key.split('.');
	if (rest.length === 0) target[head] = value as IDataObject[string];
	else setPath(objectOf((target[head] ??= {})), rest.join('.'), value);
}

/**
 * One encoded path segment. Zoom decodes twice what begins with a slash or holds two in a row, as meeting UUIDs may.
 * @see https://developers.zoom.us/docs/api/meetings/
 */
function pathSegment(value: string, field: Field): string {
	if (value === '.' || value === '..') refuse([field.displayName], 'must not be . or ..');
	const once = encodeURIComponent(value);
	return value.startsWith('/') || value.includes('//') ? encodeURIComponent(once) : once;
}
