import type { Schema } from '../../../../spec/facts';
import type { Code, Import } from './code';
import { literally } from './code';
import { singular, titleCase, wordsOf } from './words';

/** A function of registry/field.ts with members of its options. */
export interface Made {
	readonly maker: string;
	readonly encode: readonly string[];
	readonly options: readonly string[];
	readonly imports: readonly Import[];
	/** Whether several texts are given in one. */
	readonly isList?: boolean;
}

const made = (maker: string, options: readonly string[] = []): Made => ({
	...{ maker, options },
	...{ encode: [], imports: [] },
});

/** With a function of `values/` that turns what somebody enters into what Zoom wants. */
const encoded = (maker: string, file: string, name: string, options: readonly string[] = []) => ({
	...made(maker, options),
	encode: [`encode: ${name}`],
	imports: [[`values/${file}`, name]] as const,
});

/** One schema of those that Zoom puts together; of alternatives the first. */
export function plain({ allOf = [], oneOf = [], anyOf = [], ...schema }: Schema): Schema {
	const parts = [...allOf, ...oneOf.slice(0, 1), ...anyOf.slice(0, 1)].map(plain);
	const properties = Object.assign({}, ...[...parts, schema].map((part) => part.properties)) as
		| Schema['properties']
		| undefined;
	const whole = Object.assign({}, ...parts, schema) as Schema;
	return Object.keys(properties ?? {}).length > 0 ? { ...whole, properties } : whole;
}

/** Whether it is an object of which it is known what is in it. */
export const isGroup = ({ properties = {} }: Schema): boolean => Object.keys(properties).length > 0;

/**
 * How a value is entered.
 * @param within the fields of an object
 */
export function make(
	schema: Schema,
	words: readonly string[],
	within: (schema: Schema) => Code,
	takesTime = false,
): Made {
	if (schema.type === 'array') return makeList(schema, words, within);
	const choices = choicesOf(schema, words);
	if (choices) return made('choice', [`options: ${literally(choices)}`, defaultOf(schema)]);
	if (isGroup(schema)) {
		const { text, imports } = within(schema);
		return { ...made('group', [`fields: ${text}`]), imports };
	}
	if (schema.type === 'boolean') return made('toggle');
	if (schema.type === 'integer' || schema.type === 'number') return made('number', bounds(schema));
	return schema.type === 'string' ? makeText(schema, words, takesTime) : made('json');
}

function makeText(
	{ format, minLength, maxLength }: Schema,
	words: readonly string[],
	takesTime: boolean,
): Made {
	const isEnd = words[words.length - 1] === 'to' || words.includes('end');
	if (takesTime) return encoded('date', 'dates', isEnd ? 'dayOrEndTime' : 'dayOrUtcTime');
	if (format === 'date') return encoded('date', 'dates', 'day');
	if (format === 'date-time') return encoded('dateTime', 'dates', 'utcTime');
	const lengths = [
		...(minLength ? [`minLength: ${minLength}`] : []),
		...(maxLength ? [`maxLength: ${maxLength}`] : []),
	];
	if (format === 'email') {
		const placeholder = `placeholder: 'e.g. jane@example.com'`;
		return encoded('text', 'identifiers', 'email', [...lengths, placeholder]);
	}
	return made('text', lengths);
}

function makeList(
	{ items = {}, maxItems }: Schema,
	words: readonly string[],
	within: (schema: Schema) => Code,
): Made {
	const entry = plain(items);
	const choices = choicesOf(entry, words);
	if (choices) return made('choices', [`options: ${literally(choices)}`]);
	if (isGroup(entry)) {
		const { text, imports } = within(entry);
		const options = [
			`entry: ${literally(titleCase(singular(words)))}`,
			...(maxItems ? [`maxAllowedFields: ${maxItems}`] : []),
			`fields: ${text}`,
		];
		return { ...made('entries', options), imports };
	}
	if (entry.type !== 'string') return made('json', [`default: '[]'`]);
	const placeholder = `placeholder: 'e.g. first, second'`;
	return { ...encoded('text', 'lists', 'toList', [placeholder]), isList: true };
}

const valuesOf = ({ enum: values = [] }: Schema) =>
	values.filter((value) =>
		typeof value === 'string' ? value !== '' : Number.isSafeInteger(value),
	) as (string | number)[];

/** What can be chosen, in the order of names; undefined where anything may be entered. */
function choicesOf(schema: Schema, words: readonly string[]) {
	const named = (value: string | number) =>
		typeof value === 'number' ? `${titleCase(words)} ${value}` : titleCase(wordsOf(value)) || value;
	const values = valuesOf(schema);
	const isClear = new Set(values.map(named)).size === values.length;
	const choices = values.map((value) => ({ name: isClear ? named(value) : String(value), value }));
	return choices.length > 0 ? choices.sort((a, b) => a.name.localeCompare(b.name)) : undefined;
}

const defaultOf = (schema: Schema) => `default: ${literally(valuesOf(schema)[0])}`;

function bounds({ minimum, maximum }: Schema): string[] {
	return [
		...(minimum === undefined ? [] : [`minValue: ${minimum}`]),
		...(maximum === undefined ? [] : [`maxValue: ${maximum}`]),
		`default: ${Math.min(Math.max(minimum ?? 0, 0), maximum ?? Infinity)}`,
	];
}
