import type { INodePropertyMode, INodePropertyOptions } from 'n8n-workflow';

import type { Field, FieldGroup } from './types';

type TypeOptions = NonNullable<Field['typeOptions']>;

/** What any field may have besides its names and type, as `Field` calls it. */
type Own = Partial<Omit<Field, 'displayName' | 'name' | 'type' | 'options' | 'typeOptions'>>;

interface TextOptions extends Own, Pick<TypeOptions, 'rows' | 'password'> {
	readonly minLength?: number;
	readonly maxLength?: number;
}

interface TextsOptions extends Own, Pick<TextOptions, 'maxLength'> {
	/** What one of the texts is called. */
	readonly entry: string;
	readonly minRequiredFields?: number;
	/** Whether their order means something, so that the form lets it be changed. */
	readonly sortable?: true;
}

interface NumberOptions extends Own, Pick<TypeOptions, 'minValue' | 'maxValue'> {
	readonly default: number;
}

interface ChoicesOptions extends Own {
	readonly options?: INodePropertyOptions[];
	/** The method that loads the choices, in place of `options`. */
	readonly loadOptionsMethod?: string;
}

type ChoiceOptions = ChoicesOptions & Pick<Field, 'default'>;

interface GroupOptions extends Own {
	readonly fields: Field[];
}

interface EntriesOptions extends GroupOptions {
	/** What one of the entries is called. */
	readonly entry: string;
	/** Its name, where that is not the same in camelCase. */
	readonly entryName?: string;
	/** What the button adds, where that is not the same. */
	readonly added?: string;
	/** Name of the field whose value heads an entry, where that is not the usual one (see `titleFieldOf`). */
	readonly titleField?: string;
	readonly maxAllowedFields?: number;
	/** Whether their order means something, so that the form lets it be changed. */
	readonly sortable?: true;
}

interface LocatorOptions extends Own {
	/** The method that fills the list. */
	readonly searchListMethod: string;
	/** What is said below the list. */
	readonly listHint?: string;
	/** The other ways to give it. */
	readonly modes: INodePropertyMode[];
}

/** A switch; its description begins with "Whether". */
export const toggle = (displayName: string, name: string, said: string | Own): Field =>
	field('boolean', displayName, name, { default: false, ...own(said) });

/** A text of one line, or of several rows. */
export function text(displayName: string, name: string, said: string | TextOptions = {}): Field {
	const { rows, password, minLength, maxLength, ...more }: TextOptions = own(said);
	const typeOptions = given({ rows, password, minLength, maxLength });
	return field('string', displayName, name, { typeOptions, default: '', ...more });
}

/** Several texts, each in a line of its own. */
export function texts(displayName: string, name: string, said: TextsOptions): Field {
	const { entry, maxLength, minRequiredFields, sortable, ...more } = said;
	const typeOptions = {
		multipleValues: true,
		multipleValueButtonText: `Add ${entry}`,
		...given({ maxLength, minRequiredFields, sortable }),
	};
	return field('string', displayName, name, { typeOptions, default: '', ...more });
}

/** A whole number. */
export function number(displayName: string, name: string, said: NumberOptions): Field {
	const { minValue, maxValue, ...more } = said;
	const typeOptions = given({ minValue, maxValue });
	return field('number', displayName, name, { typeOptions, ...more });
}

/** One of several choices. */
export function choice(displayName: string, name: string, said: ChoiceOptions): Field {
	const { loadOptionsMethod, ...more } = said;
	const typeOptions = given({ loadOptionsMethod });
	return field('options', displayName, name, { typeOptions, ...more });
}

/** Any number of several choices. */
export const choices = (displayName: string, name: string, said: ChoicesOptions): Field => ({
	...choice(displayName, name, { default: [], ...said }),
	type: 'multiOptions',
});

/** A day. */
export const date = (displayName: string, name: string, said: string | Own): Field =>
	field('dateTime', displayName, name, {
		typeOptions: { dateOnly: true },
		default: '',
		...own(said),
	});

/** A time on a day. */
export const dateTime = (displayName: string, name: string, said: string | Own): Field =>
	field('dateTime', displayName, name, { default: '', ...own(said) });

/** An object or a list, as JSON. */
export const json = (displayName: string, name: string, said: string | Own): Field =>
	field('json', displayName, name, { default: '{}', ...own(said) });

/** Fields shown on demand, which Zoom has in an object of their own. */
export function group(displayName: string, name: string, said: GroupOptions): Field {
	const { fields: options, placeholder = 'Add Field', description, ...more } = said;
	return withoutUnset({
		displayName,
		name,
		type: 'collection',
		...more,
		placeholder,
		default: {},
		options,
		description,
	});
}

/** A list; each of its entries has the same fields. The button below it shows the placeholder. */
export function entries(displayName: string, name: string, said: EntriesOptions): Field {
	const { entry, entryName = camelCase(entry), added = entry, fields, ...rest } = said;
	const { maxAllowedFields, sortable, titleField, description, ...more } = rest;
	return withoutUnset({
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: {
			multipleValues: true,
			fixedCollection: { itemTitle: titleOf(titleFieldOf(fields, titleField)) },
			...given({ maxAllowedFields, sortable }),
		},
		placeholder: `Add ${added}`,
		...more,
		default: {},
		options: [{ displayName: entry, name: entryName, values: fields }],
		description,
	});
}

/** The field that heads an entry: the one named, else the first text that is required, else the first text or field. */
function titleFieldOf(fields: readonly Field[], name: string | undefined): Field {
	const texts = fields.filter(({ type }) => type === 'string');
	return (
		fields.find((field) => field.name === name) ??
		texts.find(({ required }) => required) ??
		texts.at(0) ??
		fields[0]
	);
}

/** What heads an entry, as the editor reads it: the value of a field, of a choice its label; a number where there is none. */
function titleOf({ name, type }: Field): string {
	const value = `$collection.item.value.${name}`;
	if (type !== 'options') return `={{ ${value} }}`;
	const field = `$collection.item.properties.find((field) => field.name === "${name}")`;
	return `={{ ${field}.options.find((option) => option.value === ${value})?.name }}`;
}

/** A thing at Zoom, chosen from a list or given in another way. */
export function locator(displayName: string, name: string, said: LocatorOptions): Field {
	const { searchListMethod, listHint, modes, displayOptions, description, ...more } = said;
	return withoutUnset({
		displayName,
		name,
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		...more,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
				...(listHint !== undefined && { hint: listHint }),
			},
			...modes,
		],
		displayOptions,
		description,
	});
}

const own = <More extends Own>(said: string | More): More | Pick<Own, 'description'> =>
	typeof said === 'string' ? { description: said } : said;

function given(typeOptions: TypeOptions): TypeOptions | undefined {
	const set = withoutUnset(typeOptions);
	return Object.keys(set).length > 0 ? set : undefined;
}

const camelCase = (label: string) =>
	label.replace(/^\w/, (first) => first.toLowerCase()).replace(/\W+/g, '');

/** A field with its members in the order in which n8n's own nodes have them. */
function field(
	type: Field['type'],
	displayName: string,
	name: string,
	{
		default: value,
		placeholder,
		hint,
		description,
		...more
	}: Omit<Field, 'name' | 'type' | 'displayName'>,
): Field {
	const last = { default: value, placeholder, hint, description };
	return withoutUnset({ displayName, name, type, ...more, ...last });
}

const withoutUnset = <T extends object>(members: T): T =>
	Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;

type WithOptions = Pick<Field, 'options'>;

/** The fields that a collection offers. */
export const fieldsIn = ({ options = [] }: WithOptions): Field[] => options as Field[];

/** What an entry of a list (`fixedCollection`) consists of. */
export const groupIn = ({ options = [] }: WithOptions): FieldGroup => options[0] as FieldGroup;

/** The choices of a menu; none where n8n loads them on demand. */
export const choicesIn = ({ options = [] }: WithOptions): INodePropertyOptions[] =>
	options as INodePropertyOptions[];
