import type { INodePropertyOptions } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { z } from 'zod';

import { COLLECTION_LABELS } from './labels';
import { splitList } from './lists';
import type { Field, FieldGroup, Operation, Values } from './operation';
import { collectionName, InputError, refuse } from './operation';

/** Reads one parameter of one item, expressions resolved; undefined when the node has no such parameter. */
export type ReadParameter = (name: string) => unknown;

/**
 * What the user gave for one item, checked. A field counts as set by being there, not by being truthy: `false`, `0` and
 * `''` in a collection are values. Only at the top, where n8n always shows a field, does `''` mean "not set".
 * @throws InputError naming the first field that holds something it must not
 */
export function readInput(operation: Operation, read: ReadParameter): Values {
	const authentication = read('authentication') === 'serverToServer' ? 'serverToServer' : 'oAuth2';
	const shown = operation.fields.filter((field) =>
		NodeHelpers.displayParameter({ authentication }, { ...field, options: undefined }, null, null),
	);
	const given = Object.fromEntries(shown.map((field) => [field.name, read(field.name)]));
	const collection = collectionName(operation);
	const values = {
		...readFields(shown, withoutBlanks(given), []),
		...readCollection(operation.optional ?? [], read(collection), COLLECTION_LABELS[collection]),
	};
	const broken = operation.check?.(values);
	if (broken !== undefined) throw new InputError(broken);
	return values;
}

/** Checks the fields of one of the node's own collections; its label is no part of theirs. */
export function readCollection(fields: readonly Field[], given: unknown, label: string): Values {
	const collection = given ?? {};
	if (!isRecord(collection)) return refuse([label], 'must be a collection of fields');
	return readFields(fields, collection, []);
}

/** Checks the fields of a collection; those that are not set are absent from the answer. */
export function readFields(
	fields: readonly Field[],
	given: unknown,
	labels: readonly string[],
): Values {
	if (!isRecord(given)) return refuse(labels, 'must be a collection of fields');
	const values: Record<string, unknown> = {};
	for (const field of fields) {
		const path = [...labels, field.displayName];
		const value = locatorValue(given[field.name]);
		if (value !== undefined && value !== null) values[field.name] = readField(field, value, path);
		else if (field.required) refuse(path, required(field));
	}
	return values;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const withoutBlanks = (given: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(given).filter(([, value]) => locatorValue(value) !== ''));

// A workflow made for n8n's own Zoom node holds the bare ID where this node has a resource locator.
const locatorValue = (value: unknown) => (isRecord(value) && '__rl' in value ? value.value : value);

function readField(field: Field, value: unknown, labels: readonly string[]): unknown {
	if (field.type === 'collection') return readFields(field.options as Field[], value, labels);
	if (field.type === 'fixedCollection') return readEntries(field, value, labels);
	const result = schemaOf(field).safeParse(value);
	return result.success ? result.data : refuse(labels, allowed(field));
}

function readEntries(field: Field, value: unknown, labels: readonly string[]): Values[] {
	const [group] = field.options as FieldGroup[];
	const entries = isRecord(value) ? (value[group.name] ?? []) : value;
	if (!Array.isArray(entries)) return refuse(labels, 'must be a list of entries');
	const { maxAllowedFields: most = Infinity } = field.typeOptions ?? {};
	if (entries.length > most) return refuse(labels, `must have at most ${most} entries`);
	return entries.map((entry, index) =>
		readFields(group.values, entry, [...labels, `${group.displayName} ${index + 1}`]),
	);
}

const schemas = new WeakMap<Field, z.ZodTypeAny>();

function schemaOf(field: Field): z.ZodTypeAny {
	const schema = schemas.get(field) ?? buildSchema(field);
	schemas.set(field, schema);
	return schema;
}

function buildSchema(field: Field): z.ZodTypeAny {
	const { minValue, maxValue, minLength, maxLength } = field.typeOptions ?? {};
	switch (field.type) {
		case 'number':
			return z.preprocess(
				toNumber,
				z
					.number()
					.int()
					.min(minValue ?? Number.MIN_SAFE_INTEGER)
					.max(maxValue ?? Number.MAX_SAFE_INTEGER),
			);
		case 'boolean':
			return z.preprocess(toBoolean, z.boolean());
		case 'options':
			return choiceSchema(field);
		case 'multiOptions':
			return z.preprocess(toList, z.array(choiceSchema(field)));
		case 'json':
			return z.preprocess(
				toJson,
				z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
			);
		case 'dateTime':
		case 'resourceLocator':
			return z.unknown();
		default:
			return z.preprocess(
				field.typeOptions?.list === true ? toListText : toText,
				z
					.string()
					.min(minLength ?? 0)
					.max(maxLength ?? Number.MAX_SAFE_INTEGER)
					// Half a character cannot be sent in a URL.
					.refine((text) => !/\p{Surrogate}/u.test(text)),
			);
	}
}

const choices = (field: Field) => (field.options ?? []) as INodePropertyOptions[];

// Choices that n8n loads on demand are checked by the field's `encode`, or by Zoom.
function choiceSchema(field: Field): z.ZodTypeAny {
	if (choices(field).length === 0) return z.string();
	const byText = new Map(choices(field).map(({ value }) => [String(value), value]));
	return z.preprocess(
		(given) => (typeof given === 'object' ? undefined : byText.get(String(given))),
		z.union([z.string(), z.number(), z.boolean()]),
	);
}

// Expressions often hand over text: "60" for a number and "true" for a switch mean what they say.
const toNumber = (given: unknown) =>
	typeof given === 'string' && /^\s*-?\d+\s*$/.test(given) ? Number(given) : given;
const toBoolean = (given: unknown) => (given === 'true' ? true : given === 'false' ? false : given);
const toText = (given: unknown) => (typeof given === 'number' ? String(given) : given);
const toListText = (given: unknown) =>
	Array.isArray(given) && given.every((entry) => typeof entry !== 'object')
		? given.join(', ')
		: toText(given);
const toList = (given: unknown) => (typeof given === 'string' ? splitList(given) : given);

function toJson(given: unknown): unknown {
	if (typeof given !== 'string') return given;
	try {
		return JSON.parse(given);
	} catch {
		return undefined;
	}
}

function required(field: Field): string {
	return field.hint === undefined ? 'is required' : `is required. ${field.hint}`;
}

function allowed(field: Field): string {
	const { minValue, maxValue, minLength, maxLength } = field.typeOptions ?? {};
	switch (field.type) {
		case 'number':
			return `must be a whole number${range(minValue, maxValue)}`;
		case 'boolean':
			return 'must be true or false';
		case 'options':
			return choices(field).length > 0 ? `must be one of ${values(field)}` : 'must be text';
		case 'multiOptions':
			return choices(field).length > 0
				? `must be a list of any of ${values(field)}`
				: 'must be a list of text';
		case 'json':
			return 'must be a JSON object or list';
		default:
			return `must be text${range(minLength, maxLength, ' characters')}`;
	}
}

const values = (field: Field) =>
	choices(field)
		.map(({ value }) => value)
		.join(', ');

function range(from: number | undefined, to: number | undefined, unit = ''): string {
	if (from !== undefined && to !== undefined) return ` from ${from} to ${to}${unit}`;
	if (to !== undefined) return ` of at most ${to}${unit}`;
	return from === undefined ? '' : ` of at least ${from}${unit}`;
}
