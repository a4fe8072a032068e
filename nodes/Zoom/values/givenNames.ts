import { isObject } from '../json/json';
import { apiNameOf } from '../registry/fieldNames';
import { fieldsIn } from '../registry/field';
import { withTwins } from '../registry/listTwins';
import type { Field } from '../registry/types';
import { own } from './own';

type Given = Record<string, unknown>;

/** What was given for fields, by the names of the fields. */
interface Named {
	readonly values: Given;
	/** Names that are no field's, with dots for those further in. */
	readonly unknown: readonly string[];
	/** Zoom's names of fields that are given under their own names, too. */
	readonly doubles: readonly string[];
}

/**
 * What was given for fields under their own names or Zoom's, as people and expressions write it. Where it is given under
 * both, a field's own name counts.
 */
export function underFieldNames(fields: readonly Field[], given: Given): Named {
	const names = new Set(fields.map(({ name }) => name));
	const values: Given = Object.create(null);
	const taken = new Set<string>();
	const doubles: string[] = [];
	const unknown: string[] = [];
	for (const field of fields) {
		const key = apiNameOf(field);
		const value = own(given, field.name) ?? undefined;
		const called = names.has(key) ? undefined : (own(given, key) ?? undefined);
		if (value !== undefined && called !== undefined) doubles.push(key);
		values[field.name] = value ?? called;
		taken.add(field.name);
		if (!names.has(key)) taken.add(key);
	}
	for (const field of fields.filter(isGroup)) {
		const flat = membersOf(field, given, taken);
		const group = values[field.name] ?? {};
		if (isObject(group)) values[field.name] = { ...flat, ...group };
		Object.keys(flat).forEach((name) => taken.add(name));
	}
	for (const [head, inner] of nestedIn(fields)) {
		const object = own(given, head);
		if (names.has(head) || !isObject(object)) continue;
		const within = underFieldNames(inner, object);
		for (const { name } of inner) values[name] ??= within.values[name];
		unknown.push(...within.unknown.map((name) => `${head}.${name}`));
		doubles.push(...within.doubles.map((name) => `${head}.${name}`));
		taken.add(head);
	}
	unknown.push(...Object.keys(given).filter((name) => !taken.has(name)));
	return { values, unknown, doubles };
}

/** Whether a field is a group in the form only: Zoom has its members beside the others. */
const isGroup = ({ flatten, type }: Field) => flatten === true && type === 'collection';

/** The members of a group that stand beside it. */
function membersOf(group: Field, given: Given, taken: ReadonlySet<string>): Given {
	const names = withTwins(fieldsIn(group)).flatMap((field) => [field.name, apiNameOf(field)]);
	return Object.fromEntries(
		Object.entries(given).filter(([name]) => names.includes(name) && !taken.has(name)),
	);
}

/** The fields that Zoom has in an object of their own, by its name. */
function nestedIn(fields: readonly Field[]): Map<string, Field[]> {
	const objects = new Map<string, Field[]>();
	for (const field of fields) {
		const [head, ...rest] = apiNameOf(field).split('.');
		if (rest.length === 0) continue;
		objects.set(head, [...(objects.get(head) ?? []), { ...field, apiName: rest.join('.') }]);
	}
	return objects;
}
