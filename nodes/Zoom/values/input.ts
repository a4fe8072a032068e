import type { INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { isObject } from '../json/json';
import { COLLECTION_LABELS, collectionName } from '../registry/fieldNames';
import { fieldsIn, groupIn } from '../registry/field';
import { NO_ENTRIES, withTwins } from '../registry/listTwins';
import type { Field, FieldGroup, Operation, Values } from '../registry/types';
import { quotedAll } from '../text/quote';
import { underFieldNames } from './givenNames';
import { InputError, refuse } from './inputError';
import { jsonProblem } from './json';
import { own } from './own';
import { allowed, parsed, schemaOf } from './schema';

/** Reads one parameter of one item; undefined when the node has no such parameter. */
export type ReadParameter = (name: string) => unknown;

/** Is told, in a sentence, what of an input is left out. */
export type Warn = (sentence: string) => void;

type Given = Record<string, unknown>;

/** How the values of some fields are read. */
interface Reading {
	/** Labels of what the fields are in. */
	readonly labels: readonly string[];
	readonly note: Warn;
	/** The same values as the workflow holds them, expressions unresolved; undefined where that is not known. */
	readonly stored?: unknown;
	/** The node's parameters, for fields that others show; undefined where all fields count. */
	readonly root?: INodeParameters;
}

const nobody: Warn = () => undefined;
const unknownStored: ReadParameter = () => undefined;

/**
 * What the user gave for one item, checked. A field counts as set by being there, not by being truthy: `false`, `0` and
 * `''` in a collection are values. Only at the top, where n8n always shows a field, does `''` mean "not set".
 * @param read resolves expressions
 * @param stored leaves expressions as they are
 * @throws InputError naming the first field that holds something it must not
 */
export function readInput(
	operation: Operation,
	read: ReadParameter,
	note: Warn = nobody,
	stored: ReadParameter = unknownStored,
): Values {
	const authentication = read('authentication') === 'serverToServer' ? 'serverToServer' : 'oAuth2';
	const fields = withTwins(operation.fields);
	const given = Object.fromEntries(fields.map(({ name }) => [name, read(name)]));
	const root = { ...given, authentication } as INodeParameters;
	const shown = fields.filter(isShownBy(root));
	const collection = collectionName(operation);
	noteEmptied(shown, given, stored, note);
	const atTop = {
		labels: [],
		note,
		stored: Object.fromEntries(fields.map(({ name }) => [name, stored(name)])),
		root,
	};
	const set: Values = {
		...readNamed(shown, withoutBlanks(fields, given), atTop),
		...readCollection(operation.optional ?? [], read(collection), COLLECTION_LABELS[collection], {
			note,
			stored: stored(collection),
			root,
		}),
	};
	const values = { ...operation.implied?.(set), ...set };
	const broken = operation.check?.(values);
	if (broken !== undefined) throw new InputError(broken);
	return values;
}

const isShownBy =
	(parameters: INodeParameters, root?: INodeParameters) =>
	(field: Field): boolean =>
		NodeHelpers.displayParameter(parameters, { ...field, options: undefined }, null, null, root);

/** Tells of lists at the top that an expression makes without entries; those of the form are empty unless filled. */
function noteEmptied(fields: readonly Field[], given: Given, stored: ReadParameter, note: Warn) {
	for (const { name, displayName, type, required, appendsTo } of fields) {
		const held = stored(name);
		const isExpression = typeof held === 'string' && held.startsWith('=');
		const isLeftOut =
			appendsTo === undefined
				? type === 'fixedCollection' && !required && isEmpty(given[name])
				: given[name] === NO_ENTRIES;
		if (isExpression && isLeftOut) {
			note(`${displayName}: the expression returned no entries, so the list was left out.`);
		}
	}
}

/** Checks the fields of one of the node's own collections; its label is no part of theirs. */
export function readCollection(
	fields: readonly Field[],
	given: unknown,
	label: string,
	reading: Partial<Omit<Reading, 'labels'>> = {},
): Values {
	const collection = objectOf(given ?? {});
	if (!isObject(collection)) return refuse([label], 'must be a collection of fields');
	const { values, ...others } = underFieldNames(withTwins(fields), collection);
	const note = reading.note ?? nobody;
	noteOthers(`${label}: unknown fields`, label, others, note);
	return readNamed(fields, values, { ...reading, labels: [], note }, shownAmong(values, reading));
}

/** Checks the fields of a collection; those that are not set are absent from the answer. */
export function readFields(
	fields: readonly Field[],
	given: unknown,
	labels: readonly string[],
	reading: Partial<Omit<Reading, 'labels'>> = {},
): Values {
	const collection = objectOf(given);
	if (!isObject(collection)) return refuse(labels, 'must be a collection of fields');
	const { values, ...others } = underFieldNames(withTwins(fields), collection);
	const note = reading.note ?? nobody;
	const label = labels.join(' > ');
	noteOthers(`${label}: unknown fields`, label, others, note);
	return readNamed(fields, values, { ...reading, labels, note }, shownAmong(values, reading));
}

/** Tells of what is given besides the fields, as what came from another system may have. */
function noteOthers(
	sentence: string,
	label: string,
	{ unknown, doubles }: Omit<ReturnType<typeof underFieldNames>, 'values'>,
	note: Warn,
): void {
	if (unknown.length > 0) note(`${sentence} were left out: ${quotedAll(unknown)}.`);
	if (doubles.length > 0) {
		const names = quotedAll(doubles);
		note(`${label}: ${names} was left out, because the field is also given under its own name.`);
	}
}

type IsShown = (field: Field) => boolean;

const shownAmong = (given: Given, { root }: Partial<Reading>): IsShown =>
	root ? isShownBy(given as INodeParameters, root) : () => true;

/** Checks what was given under the names of the fields; of fields that the form does not show nothing counts. */
function readNamed(
	fields: readonly Field[],
	given: Given,
	reading: Reading,
	isShown: IsShown = () => true,
): Values {
	// A field may bear the name of a placeholder, and that any name there is.
	const values: Given = Object.create(null);
	const all = withTwins(fields);
	const complete = withJsonEntries(all, given, reading);
	for (const field of all.filter((each) => each.appendsTo === undefined && isShown(each))) {
		const { name, displayName } = field;
		const labels = [...reading.labels, displayName];
		const value = locatorValue(own(complete, name));
		const inner = { ...reading, labels, stored: memberOf(reading.stored, name) };
		if (value === undefined || value === null || isLeftAlone(field, value, inner)) {
			if (field.required) refuse(labels, required(field));
		} else values[name] = readField(field, value, inner);
	}
	return values;
}

/** Whether a value is what the workflow holds where n8n's own Zoom node was left alone; that node does not send it. */
function isLeftAlone({ unset }: Field, value: unknown, { stored, labels, note }: Reading): boolean {
	if (unset === undefined || value !== unset || stored !== unset) return false;
	const what = value === '' ? 'it is empty' : `it is ${String(value)}`;
	note(`${labels.join(' > ')}: ${what}, so it was left out, as n8n's own Zoom node does.`);
	return true;
}

const memberOf = (stored: unknown, name: string) =>
	isObject(stored) ? own(stored, name) : undefined;

/** What was given, each list with the entries that it has as JSON besides. */
function withJsonEntries(fields: readonly Field[], given: Given, reading: Reading): Given {
	return fields.reduce((all, field) => {
		const list = fields.find(({ name }) => name === field.appendsTo);
		const json = own(all, field.name) ?? '';
		if (!list || json === '') return all;
		const labels = [...reading.labels, field.displayName];
		const more = readField(field, json, { ...reading, labels }) as unknown[];
		const entries = entriesOf(list, own(all, list.name) ?? []);
		return Array.isArray(entries) ? { ...all, [list.name]: [...entries, ...more] } : all;
	}, given);
}

/** A collection, be it an object or one as JSON, as tools hand it over. */
const objectOf = (given: unknown) =>
	typeof given === 'string' && given.trimStart().startsWith('{') ? parsed(given) : given;

/** What was given without what n8n fills in where nothing was: an empty text, an empty list, JSON without entries. */
function withoutBlanks(fields: readonly Field[], given: Given): Given {
	const lists = fields.filter(isList).map(({ name }) => name);
	const texts = fields.filter(({ sendEmpty }) => sendEmpty).map(({ name }) => name);
	const twins = fields.filter(({ appendsTo }) => appendsTo !== undefined).map(({ name }) => name);
	const isSet = (name: string, value: unknown): boolean => {
		if (lists.includes(name)) return !isEmpty(value);
		if (twins.includes(name) && value === NO_ENTRIES) return false;
		return texts.includes(name) || locatorValue(value) !== '';
	};
	return Object.fromEntries(Object.entries(given).filter(([name, value]) => isSet(name, value)));
}

const isList = ({ type, typeOptions }: Field) =>
	type === 'fixedCollection' || type === 'multiOptions' || typeOptions?.multipleValues === true;

const isEmpty = (value: unknown) =>
	value === '' ||
	(Array.isArray(value) && value.length === 0) ||
	(isObject(value) && Object.keys(value).length === 0);

// A workflow made for n8n's own Zoom node holds the bare ID where this node has a resource locator.
const locatorValue = (value: unknown) =>
	isObject(value) && Object.hasOwn(value, '__rl') ? value.value : value;

function readField(field: Field, value: unknown, reading: Reading): unknown {
	const { labels } = reading;
	if (field.type === 'collection') {
		return readFields(fieldsIn(field), value, labels, reading);
	}
	if (field.type === 'fixedCollection') return readEntries(field, value, reading);
	const result = schemaOf(field).safeParse(value);
	if (!result.success) return refuse(labels, allowed(field));
	const problem = field.type === 'json' ? jsonProblem(result.data) : undefined;
	return problem === undefined ? result.data : refuse(labels, problem);
}

function readEntries(field: Field, value: unknown, reading: Reading): Values[] {
	const { labels, note, stored } = reading;
	const group = groupIn(field);
	const entries = entriesOf(field, value);
	if (!Array.isArray(entries)) return refuse(labels, 'must be a list of entries');
	if (entries.length === 0) {
		if (field.required) refuse(labels, required(field));
		note(`${labels.join(' > ')}: the list has no entries, and is sent as an empty list.`);
	}
	const { maxAllowedFields: most = Infinity } = field.typeOptions ?? {};
	if (entries.length > most) return refuse(labels, `must have at most ${most} entries`);
	const inForm = memberOf(stored, group.name);
	return entries.map((entry: unknown, index) => {
		const path = [...labels, `${group.displayName} ${index + 1}`];
		const storedEntry: unknown = Array.isArray(inForm) ? inForm[index] : undefined;
		return readEntry(
			group,
			objectOf(entry),
			{ ...reading, labels: path, stored: storedEntry },
			labels,
		);
	});
}

function readEntry(
	{ values: fields }: FieldGroup,
	entry: unknown,
	reading: Reading,
	list: readonly string[],
): Values {
	if (!isObject(entry)) return refuse(reading.labels, 'must be an entry with fields');
	const { values, ...others } = underFieldNames(withTwins(fields), entry);
	const label = list.join(' > ');
	noteOthers(`${label}: unknown fields of entries`, label, others, reading.note);
	// n8n shows every field of an entry, and stores of those left alone nothing, but takes them as set.
	const isInForm = isObject(reading.stored);
	const all = withTwins(fields);
	const given = withoutBlanks(all, isInForm ? filledIn(all, values) : values);
	const within = { ...reading, root: isInForm ? reading.root : undefined };
	return readNamed(fields, given, within, shownAmong(given, within));
}

const filledIn = (fields: readonly Field[], given: Given): Given =>
	Object.fromEntries(
		fields.map(({ name, default: initial }) => [name, own(given, name) ?? initial] as const),
	);

/** The entries of a list, be it a form, came it from an expression, or as JSON. */
function entriesOf(field: Field, value: unknown): unknown {
	const group = groupIn(field);
	const list = typeof value === 'string' ? (parsed(value) ?? value) : value;
	if (!isObject(list)) return list;
	const entries = isEmpty(list) ? [] : own(list, group.name);
	return typeof entries === 'string' ? parsed(entries) : entries;
}

function required(field: Field): string {
	return field.hint === undefined ? 'is required' : `is required. ${field.hint}`;
}
