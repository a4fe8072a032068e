import { z } from 'zod';

import { memoized } from '../host/memoized';
import { parsedJson } from '../json/json';
import { choicesIn } from '../registry/field';
import type { Field } from '../registry/types';
import { splitList } from './lists';

/** What a value of a field has to be, and what it becomes. */
export const schemaOf = memoized((field: Field): z.ZodTypeAny => {
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
			return z.preprocess(toList, listOf(choiceSchema(field)));
		case 'dateTime':
		case 'resourceLocator':
		case 'resourceMapper':
			return z.unknown();
		case 'json':
			if (field.appendsTo) return z.preprocess(parsed, listOf(jsonObject));
			return z.preprocess(parsed, field.flatten ? jsonObject : jsonObject.or(z.array(z.unknown())));
		default: {
			const text = z
				.string()
				.min(minLength ?? 0)
				.max(maxLength ?? Number.MAX_SAFE_INTEGER)
				// Half a character cannot be sent in a URL.
				.refine((given) => !/\p{Surrogate}/u.test(given));
			if (!field.typeOptions?.multipleValues) {
				return z.preprocess(field.encode ? toListText : toText, text);
			}
			const { minRequiredFields: least = 0, maxAllowedFields: most = Infinity } = field.typeOptions;
			return z.preprocess(toLines, z.array(z.unknown()).min(least).max(most).pipe(listOf(text)));
		}
	}
});

/** A list that is looked through up to the first wrong entry: to gather all that is wrong takes far longer. */
const listOf = (entry: z.ZodTypeAny) =>
	z.array(z.unknown()).transform((entries, context): unknown[] => {
		const checked: unknown[] = [];
		for (const given of entries) {
			const result = entry.safeParse(given);
			if (!result.success) {
				context.addIssue({ code: 'custom' });
				return z.NEVER;
			}
			checked.push(result.data);
		}
		return checked;
	});

// Not a record, of which a copy would be made without the members of some names.
const jsonObject = z.custom<Record<string, unknown>>(
	(given) => Object.prototype.toString.call(given) === '[object Object]',
);

// Choices that n8n loads on demand are checked by the field's `encode`, or by Zoom.
function choiceSchema(field: Field): z.ZodTypeAny {
	if (choicesIn(field).length === 0) return z.string();
	const byText = new Map(choicesIn(field).map(({ value }) => [String(value), value]));
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
// Where a field judges its own text, a list of entries is text with commas.
const toListText = (given: unknown) =>
	Array.isArray(given) && given.every((entry) => typeof entry !== 'object')
		? given.join(', ')
		: toText(given);
const toList = (given: unknown) => (typeof given === 'string' ? splitList(given) : given);
const toLines = (given: unknown) =>
	(typeof given === 'string' ? linesOf(given) : Array.isArray(given) ? given : [given]).map(toText);
const linesOf = (text: string) => (text === '' ? [] : text.split('\n'));

/** What text says as JSON; undefined when it says nothing. */
export const parsed = (given: unknown): unknown =>
	typeof given === 'string' ? parsedJson(given) : given;

/** The same in words, to follow the field's label. */
export function allowed(field: Field): string {
	const { minValue, maxValue, minLength, maxLength } = field.typeOptions ?? {};
	switch (field.type) {
		case 'number':
			return `must be a whole number${range(minValue, maxValue)}`;
		case 'boolean':
			return 'must be true or false';
		case 'options':
			return choicesIn(field).length > 0 ? `must be one of ${choiceList(field)}` : 'must be text';
		case 'multiOptions':
			return choicesIn(field).length > 0
				? `must be a list of any of ${choiceList(field)}`
				: 'must be a list of text';
		case 'json':
			if (field.appendsTo) return 'must be a JSON list such as [{"name": "value"}]';
			return field.flatten
				? 'must be a JSON object such as {"name": "value"}'
				: 'must be a JSON object or list';
		default:
			return field.typeOptions?.multipleValues
				? `must be a list of text${range(minLength, maxLength, ' characters')}${countOf(field)}`
				: `must be text${range(minLength, maxLength, ' characters')}`;
	}
}

function countOf({ typeOptions = {} }: Field): string {
	const count = range(typeOptions.minRequiredFields, typeOptions.maxAllowedFields, ' entries');
	return count === '' ? '' : `,${count}`;
}

const MOST_TOLD = 12;

// A number says nothing by itself.
function choiceList(field: Field): string {
	const told = choicesIn(field).map(({ name, value }) =>
		/^-?\d+$/.test(String(value)) ? `${value} (${name})` : value,
	);
	return told.length > MOST_TOLD ? 'the choices in the list' : told.join(', ');
}

function range(from: number | undefined, to: number | undefined, unit = ''): string {
	if (from !== undefined && to !== undefined) return ` from ${from} to ${to}${unit}`;
	if (to !== undefined) return ` of at most ${to}${unit}`;
	return from === undefined ? '' : ` of at least ${from}${unit}`;
}
