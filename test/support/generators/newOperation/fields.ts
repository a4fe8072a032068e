import { apiNameOf } from '../../../../nodes/Zoom/registry/fieldNames';
import type { Parameter, Schema } from '../../../../spec/facts';
import type { Code } from './code';
import { listOf, literally } from './code';
import type { Made } from './fieldTypes';
import { isGroup, make, plain } from './fieldTypes';
import { camelCase, spoken, titleCase, wordsOf } from './words';

/** A value that Zoom takes in the query or in the body. */
export interface Value {
	/** Zoom's name. */
	readonly name: string;
	readonly schema: Schema;
	readonly isRequired: boolean;
	/** Set where the value does not go where fields of the call usually go. */
	readonly isElsewhere?: boolean;
	readonly takesTime?: boolean;
}

/** Fields that the node has already for values in paths. */
const KNOWN: Readonly<Record<string, readonly [name: string, text: string]>> = {
	groupId: ['groupId', 'groupId'],
	meetingId: ['meetingId', 'meetingId'],
	userId: ['anyUser', '...anyUser'],
	webinarId: ['webinarId', 'webinarId'],
};

/** The field of a value in the path: one that the node has already, or a call of a function for fields. */
export function pathField({ name, schema = {} }: Parameter, path: string): Code {
	// Contacts and rooms have groups of their own.
	const isOther = name === 'groupId' && !path.startsWith('/groups/');
	const [known, text] = Object.hasOwn(KNOWN, name) && !isOther ? KNOWN[name] : [];
	if (known && text) return { text, imports: [['resources/shared/locators', known]] };
	const words = wordsOf(name);
	const label = literally(titleCase(words));
	const thing = spoken(words.filter((word) => word !== 'id'));
	const description = literally(`The ID of the ${thing}`);
	if (schema.type !== 'integer') {
		return {
			text: `innerId(${label}, '${name}', ${description})`,
			imports: [['resources/shared/fields', 'innerId']],
		};
	}
	const options = `encode: digits, required: true, placeholder: 'e.g. 81234567890', description: ${description}`;
	return {
		text: `text(${label}, '${name}', { ${options} })`,
		imports: [
			['registry/field', 'text'],
			['values/identifiers', 'digits'],
		],
	};
}

/** The field of a value: a call of a function of registry/field.ts. */
export function fieldOf(value: Value): Code {
	const { name, isRequired, isElsewhere, takesTime } = value;
	const schema = plain(value.schema);
	if (isRequired && isGroup(schema)) return insideField(name, schema);
	const words = wordsOf(name);
	const own = camelCase(words);
	const made = make(schema, words, fieldsWithin, takesTime);
	const description = literally(descriptionOf(words, made));
	const options = [
		...(isElsewhere ? [`in: 'query'`] : []),
		...(apiNameOf({ name: own }) === name ? [] : [`apiName: ${literally(name)}`]),
		...made.encode,
		...(isRequired ? ['required: true'] : []),
		...made.options,
	];
	const said =
		options.length > 0 ? `{ ${options.join(', ')}, description: ${description} }` : description;
	return {
		text: `${made.maker}(${literally(titleCase(words))}, '${own}', ${said})`,
		imports: [['registry/field', made.maker], ...made.imports],
	};
}

/** Fields that stand by themselves in the form, and go into one object. */
function insideField(name: string, schema: Schema): Code {
	const { text, imports } = fieldsWithin(schema);
	return {
		text: `...inside(${literally(name)}, ${text})`,
		imports: [['resources/shared/fields', 'inside'], ...imports],
	};
}

const fieldsWithin = (schema: Schema): Code => listOf(sorted(membersOf(schema)).map(fieldOf));

/** What an object has, but for what Zoom calls deprecated. */
export const membersOf = ({ properties = {}, required = [] }: Schema): Value[] =>
	Object.entries(properties)
		.filter(([, schema]) => !schema.deprecated)
		.map(([name, schema]) => ({ name, schema, isRequired: required.includes(name) }));

/** In the order of labels. */
export const sorted = (values: readonly Value[]): Value[] =>
	[...values].sort((a, b) => titleCase(wordsOf(a.name)).localeCompare(titleCase(wordsOf(b.name))));

const VERBS =
	/^(?:add|allow|auto|disable|enable|hide|include|join|keep|mute|notify|play|record|require|send|share|show|start|use)$/;

const OF_PERIODS: Readonly<Record<string, string>> = {
	from: 'When the period begins',
	to: 'When the period ends',
};

/** Says what the name says, for somebody to write better. */
function descriptionOf(words: readonly string[], { maker, isList }: Made): string {
	const [word] = words;
	if (words.length === 1 && Object.hasOwn(OF_PERIODS, word)) return OF_PERIODS[word];
	if (maker !== 'toggle') return `The ${spoken(words)}${isList ? ', separated by commas' : ''}`;
	if (word === 'is' || word === 'has') return `Whether it ${word} ${spoken(words.slice(1))}`;
	return `Whether to ${VERBS.test(word) ? '' : 'use '}${spoken(words)}`;
}
