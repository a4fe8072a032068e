import type { Field, Operation, RestOperation } from './operation';

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
export const keyOf = (field: Pick<Field, 'name' | 'key'>): string =>
	field.key ?? field.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The label of the field that Zoom calls `key` in this operation, for its validation errors. */
export function labelOfKey(operation: RestOperation, key: string): string | undefined {
	return [...operation.fields, ...(operation.optional ?? [])].reduce<string | undefined>(
		(found, field) => found ?? labelWithin(field, key, []),
		undefined,
	);
}

function labelWithin(field: Field, key: string, labels: readonly string[]): string | undefined {
	const path = [...labels, field.displayName];
	const own = keyOf(field);
	if (own === key) return path.join(' > ');
	if (field.type !== 'collection' || !key.startsWith(`${own}.`)) return undefined;
	return (field.options as Field[]).reduce<string | undefined>(
		(found, inner) => found ?? labelWithin(inner, key.slice(own.length + 1), path),
		undefined,
	);
}
