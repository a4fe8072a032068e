import { fieldsIn, groupIn } from './field';
import type { Field, Operation, RestOperation } from './types';

/** What the collections of optional fields are called. */
export const COLLECTION_LABELS = {
	updateFields: 'Update Fields',
	filters: 'Filters',
	additionalFields: 'Additional Fields',
} as const;

/** Name of the collection that holds an operation's optional fields. */
export function collectionName(
	operation: Operation,
): 'updateFields' | 'filters' | 'additionalFields' {
	if (operation.value === 'update') return 'updateFields';
	return 'list' in operation && operation.list ? 'filters' : 'additionalFields';
}

/** Zoom's name of a field, relative to the object it is in. */
export const apiNameOf = (field: Pick<Field, 'name' | 'apiName'>): string =>
	field.apiName ?? field.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Where in a request a field goes: into the path that names it, else into the query of a call without a body, else into
 * the body; or where the field itself says, `node` being nowhere.
 */
export function placeOf(
	{ method, path }: Pick<RestOperation, 'method' | 'path'>,
	field: Pick<Field, 'name' | 'in'>,
): NonNullable<Field['in']> {
	if (field.in !== undefined) return field.in;
	if (path.includes(`{${field.name}}`)) return 'path';
	return method === 'GET' || method === 'DELETE' ? 'query' : 'body';
}

/** The label of the field that Zoom calls `key` in this operation, for its validation errors. */
export function labelOfApiName(operation: RestOperation, key: string): string | undefined {
	return labelAmong([...operation.fields, ...(operation.optional ?? [])], key, []);
}

const labelAmong = (fields: readonly Field[], key: string, labels: readonly string[]) =>
	fields.reduce<string | undefined>(
		(found, field) => found ?? labelWithin(field, key, labels),
		undefined,
	);

function labelWithin(field: Field, key: string, labels: readonly string[]): string | undefined {
	const path = [...labels, field.displayName];
	const own = apiNameOf(field);
	if (own === key) return path.join(' > ');
	if (!key.startsWith(own)) return undefined;
	const rest = key.slice(own.length);
	if (field.type === 'collection' && rest.startsWith('.')) {
		return labelAmong(fieldsIn(field), rest.slice(1), path);
	}
	const [, index, member] = /^\[(\d+)\](?:\.(.+))?$/.exec(rest) ?? [];
	if (field.type !== 'fixedCollection' || index === undefined) return undefined;
	const group = groupIn(field);
	const entry = [...path, `${group.displayName} ${Number(index) + 1}`];
	return member === undefined ? entry.join(' > ') : labelAmong(group.values, member, entry);
}
