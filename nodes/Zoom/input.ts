import type { INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { InputError, refuse } from './inputError';
import { jsonProblem } from './json';
import { COLLECTION_LABELS, collectionName, keyOf } from './names';
import type { Field, FieldGroup, Operation, Values } from './operation';
import { own } from './own';
import { quotedAll } from './quote';
import { allowed, schemaOf } from './schema';

/** Reads one parameter of one item, expressions resolved; undefined when the node has no such parameter. */
export type ReadParameter = (name: string) => unknown;

/** Is told, in a sentence, what of an input is left out. */
export type Note = (sentence: string) => void;

const nobody: Note = () => undefined;

/**
 * What the user gave for one item, checked. A field counts as set by being there, not by being truthy: `false`, `0` and
 * `''` in a collection are values. Only at the top, where n8n always shows a field, does `''` mean "not set".
 * @throws InputError naming the first field that holds something it must not
 */
export function readInput(operation: Operation, read: ReadParameter, note: Note = nobody): Values {
	const authentication = read('authentication') === 'serverToServer' ? 'serverToServer' : 'oAuth2';
	const given = Object.fromEntries(operation.fields.map(({ name }) => [name, read(name)]));
	const parameters = { ...given, authentication } as INodeParameters;
	const shown = operation.fields.filter((field) =>
		NodeHelpers.displayParameter(parameters, { ...field, options: undefined }, null, null),
	);
	const collection = collectionName(operation);
	const values = {
		...readFields(
			shown,
			withJsonEntries(shown, withoutBlanks(operation.fields, given), note),
			[],
			note,
		),
		...readCollection(
			operation.optional ?? [],
			read(collection),
			COLLECTION_LABELS[collection],
			note,
		),
	};
	const broken = operation.check?.(values);
	if (broken !== undefined) throw new InputError(broken);
	return values;
}

/** What was given, each list with the entries that it has as JSON besides. */
function withJsonEntries(fields: readonly Field[], given: Record<string, unknown>, note: Note) {
	return fields.reduce((all, field) => {
		const list = fields.find(({ name }) => name === field.addsTo);
		const json = all[field.name] ?? undefined;
		if (!list || json === undefined) return all;
		const more = readField(field, json, [field.displayName], note) as unknown[];
		const entries = entriesOf(list, all[list.name] ?? []);
		return Array.isArray(entries) ? { ...all, [list.name]: [...entries, ...more] } : all;
	}, given);
}

/** Checks the fields of one of the node's own collections; its label is no part of theirs. */
export function readCollection(
	fields: readonly Field[],
	given: unknown,
	label: string,
	note: Note = nobody,
): Values {
	const collection = given ?? {};
	if (!isRecord(collection)) return refuse([label], 'must be a collection of fields');
	return readFields(fields, collection, [], note);
}

/** Checks the fields of a collection; those that are not set are absent from the answer. */
export function readFields(
	fields: readonly Field[],
	given: unknown,
	labels: readonly string[],
	note: Note = nobody,
): Values {
	if (!isRecord(given)) return refuse(labels, 'must be a collection of fields');
	// A field may bear the name of a placeholder, and that any name there is.
	const values = Object.create(null) as Record<string, unknown>;
	for (const field of fields) {
		const path = [...labels, field.displayName];
		const value = locatorValue(own(given, field.name));
		if (value !== undefined && value !== null)
			values[field.name] = readField(field, value, path, note);
		else if (field.required) refuse(path, required(field));
	}
	return values;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was given without what n8n fills in where nothing was: an empty text, an empty list. */
function withoutBlanks(fields: readonly Field[], given: Record<string, unknown>) {
	const lists = fields.filter(isList).map(({ name }) => name);
	const texts = fields.filter(({ canBeEmpty }) => canBeEmpty).map(({ name }) => name);
	return Object.fromEntries(
		Object.entries(given).filter(([name, value]) =>
			lists.includes(name) ? !isEmpty(value) : texts.includes(name) || locatorValue(value) !== '',
		),
	);
}

const isList = ({ type, typeOptions }: Field) =>
	type === 'fixedCollection' || type === 'multiOptions' || typeOptions?.multipleValues === true;

const isEmpty = (value: unknown) =>
	value === '' ||
	(Array.isArray(value) && value.length === 0) ||
	(isRecord(value) && Object.keys(value).length === 0);

// A workflow made for n8n's own Zoom node holds the bare ID where this node has a resource locator.
const locatorValue = (value: unknown) =>
	isRecord(value) && Object.hasOwn(value, '__rl') ? value.value : value;

function readField(field: Field, value: unknown, labels: readonly string[], note: Note): unknown {
	if (field.type === 'collection') {
		return readFields(field.options as Field[], value, labels, note);
	}
	if (field.type === 'fixedCollection') return readEntries(field, value, labels, note);
	const result = schemaOf(field).safeParse(value);
	if (!result.success) return refuse(labels, allowed(field));
	const problem = field.type === 'json' ? jsonProblem(result.data) : undefined;
	return problem === undefined ? result.data : refuse(labels, problem);
}

function readEntries(
	field: Field,
	value: unknown,
	labels: readonly string[],
	note: Note,
): Values[] {
	const [group] = field.options as FieldGroup[];
	const entries = entriesOf(field, value);
	if (!Array.isArray(entries)) return refuse(labels, 'must be a list of entries');
	if (field.required && entries.length === 0) refuse(labels, required(field));
	const { maxAllowedFields: most = Infinity } = field.typeOptions ?? {};
	if (entries.length > most) return refuse(labels, `must have at most ${most} entries`);
	const names = namesOf(group.values);
	return entries.map((entry: unknown, index) => {
		const path = [...labels, `${group.displayName} ${index + 1}`];
		if (!isRecord(entry)) return refuse(path, 'must be an entry with fields');
		noteUnknown(entry, names, labels, note);
		// n8n shows every field of an entry and fills in those left alone.
		const given = withoutBlanks(group.values, named(group.values, entry));
		return readFields(group.values, given, path, note);
	});
}

/** The entries of a list, be it a form or came it from an expression. */
function entriesOf({ options }: Field, value: unknown): unknown {
	const [group] = options as FieldGroup[];
	if (!isRecord(value)) return value;
	return isEmpty(value) ? [] : value[group.name];
}

/** An entry under the names of the fields: what comes from an expression may have Zoom's, and not be grouped. */
function named(fields: readonly Field[], entry: Record<string, unknown>): Record<string, unknown> {
	const values = { ...entry };
	for (const field of fields) {
		if (field.spread && field.type === 'collection') {
			const inner = { ...entry, ...(entry[field.name] as object | undefined) };
			values[field.name] = named(field.options as Field[], inner);
		} else values[field.name] ??= entry[keyOf(field)];
	}
	return values;
}

/** Tells of what an entry has besides its fields, as one that came from another system may. */
function noteUnknown(
	entry: Record<string, unknown>,
	known: readonly string[],
	labels: readonly string[],
	note: Note,
): void {
	const unknown = Object.keys(entry).filter((name) => !known.includes(name));
	if (unknown.length === 0) return;
	note(`${labels.join(' > ')}: entries have no ${quotedAll(unknown)}, so that was left out.`);
}

/** The names an entry's fields may go by. */
const namesOf = (fields: readonly Field[]): string[] =>
	fields.flatMap((field) => [
		field.name,
		keyOf(field),
		...(field.spread && field.type === 'collection' ? namesOf(field.options as Field[]) : []),
	]);

function required(field: Field): string {
	return field.hint === undefined ? 'is required' : `is required. ${field.hint}`;
}
