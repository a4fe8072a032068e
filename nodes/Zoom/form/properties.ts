import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { memoized } from '../host/memoized';
import { processState } from '../host/processState';
import { fieldsIn } from '../registry/field';
import { COLLECTION_LABELS, collectionName } from '../registry/fieldNames';
import { listFields } from '../registry/listFields';
import { withTwins } from '../registry/listTwins';
import { compareLabels } from '../registry/menuOrder';
import { simplifyField } from '../registry/simplify';
import type { Field, FieldGroup, Operation, Resource } from '../registry/types';
import { isRest } from '../registry/types';
import { defaultOperation } from './defaultOperation';
import { optionFieldsOf } from './requestOptions';

/** One property and the operations, by resource, that show it. */
interface Shown {
	readonly property: INodeProperties;
	readonly operations: Map<string, string[]>;
}

/** The values of the operations of each resource. */
type Menus = ReadonlyMap<string, readonly string[]>;

/**
 * What n8n draws: the menus, and every field once, shown for all operations that have it. n8n looks through the whole
 * list for each parameter it reads, so fewer properties make a faster node.
 */
export function buildProperties(resources: readonly Resource[]): INodeProperties[] {
	// Section by section, so that a property shared by many operations stands in its place for each.
	const shown = [...SECTIONS, untouched].flatMap((section) => merge(resources, section));
	const menus: Menus = new Map(
		resources.map(({ value, operations }) => [value, operations.map((each) => each.value)]),
	);
	return [
		...resources.map(operationMenu),
		...shown.flatMap((entry) => withDisplayOptions(entry, menus)),
	];
}

/** The choices of the Resource menu. */
export const resourceOptions = (resources: readonly Resource[]): INodePropertyOptions[] =>
	resources.map(({ name, value }) => ({ name, value }));

const emptyMenu: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: '',
};

const operationMenu = (resource: Resource): INodeProperties => ({
	...emptyMenu,
	displayOptions: { show: { resource: [resource.value] } },
	options: resource.operations.map((operation) => ({
		name: operation.name,
		value: operation.value,
		action: operation.action,
		description: descriptionOf(operation),
	})),
	default: defaultOperation(resource).value,
});

/** What an operation does, and what Zoom demands for it. */
export function descriptionOf(operation: Operation): string {
	const { description } = operation;
	if (!isRest(operation) || operation.requires === undefined) return description;
	return `${description}${description.endsWith('.') ? '' : '.'} Needs ${operation.requires}.`;
}

/** The parts of an operation's form, from top to bottom. */
const SECTIONS: ReadonlyArray<(operation: Operation) => readonly Field[]> = [
	(operation) => withTwins(operation.fields),
	(operation) => (isRest(operation) && operation.list ? listFields : []),
	(operation) => (isRest(operation) && operation.simplify ? [simplifyField] : []),
	(operation) => (operation.optional ? [collection(operation)] : []),
	(operation) => (hasOptions(operation) ? [optionCollection(operation)] : []),
];

/**
 * The collections and lists of an operation once more, as values n8n does not look into: of those that it does, it keeps
 * only members it knows, and drops expressions for the whole. No form shows them.
 */
const untouched = (operation: Operation): readonly Field[] =>
	fieldsOf(operation)
		.filter(({ type }) => type === 'collection' || type === 'fixedCollection')
		.map(({ name, displayName }) => ({ displayName, name, type: 'hidden', default: {} }));

/** All fields of an operation in the order they are shown. */
export const fieldsOf = (operation: Operation): Field[] =>
	SECTIONS.flatMap((section) => section(operation));

function collection(operation: Operation): Field {
	const name = collectionName(operation);
	return {
		displayName: COLLECTION_LABELS[name],
		name,
		type: 'collection',
		placeholder: name === 'filters' ? 'Add Filter' : 'Add Field',
		default: {},
		options: [...(operation.optional ?? [])],
	};
}

const hasOptions = (operation: Operation) => !('withoutOptions' in operation);

const optionCollection = (operation: Operation): Field => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [...optionFieldsOf(operation)],
	description: 'How the node calls Zoom',
});

/** Fields by their labels, behind those that are named to come first. */
function sorted(fields: readonly Field[], first: readonly string[] = []): Field[] {
	const placeOf = ({ name }: Field) => (first.includes(name) ? first.indexOf(name) : first.length);
	return [...fields].sort(
		(a, b) => placeOf(a) - placeOf(b) || compareLabels(a.displayName, b.displayName),
	);
}

const ifSet = (name: string): IDisplayOptions => ({
	show: { [name]: [{ _cnd: { exists: true } }] },
});

/** The n8n part of a field; what a collection offers comes in the order of its labels, unless it says otherwise. */
export function toProperty({ options, ...field }: Field): INodeProperties {
	const { first, whereStored, ...others } = field;
	const own = { in: undefined, apiName: undefined, flatten: undefined, appendsTo: undefined };
	const shown = whereStored && { displayOptions: ifSet(field.name) };
	const read = { sendEmpty: undefined, encode: undefined, unset: undefined };
	const native = { ...others, ...own, ...read, ...shown };
	if (!options) return native;
	const isCollection = field.type === 'collection';
	const ordered = isCollection ? sorted(withTwins(fieldsIn({ options })), first) : options;
	return { ...native, options: ordered.map(toOption(field)) };
}

/** The same, made once for a field that many operations have. */
const sharedProperty = memoized(toProperty);

/**
 * The same in an entry of a list, of which n8n keeps what is not a default: a field that has one is not missing where it
 * was left alone.
 */
const entryProperty = memoized((field: Field): INodeProperties => {
	const isFilled = field.required && field.default !== '';
	return isFilled ? { ...sharedProperty(field), required: undefined } : sharedProperty(field);
});

const toOption =
	({ type }: Pick<Field, 'type'>) =>
	(
		option: INodePropertyOptions | Field | FieldGroup,
	): NonNullable<INodeProperties['options']>[number] => {
		if (type === 'collection') return sharedProperty(option as Field);
		if (type !== 'fixedCollection') return option as INodePropertyOptions;
		const group = option as FieldGroup;
		const values = withTwins(group.values);
		// In the order of the labels, as n8n demands of so many.
		const ordered = values.length < 5 ? values : sorted(values);
		return { ...group, values: ordered.map(entryProperty) };
	};

const marks = processState('marks of equal properties', () => ({
	known: new WeakMap<object, string>(),
	numbers: new Map<string, number>(),
}));

/** A mark that equal properties have in common; what fields share is looked at once. */
function markOf(property: NonNullable<INodeProperties['options']>[number]): string {
	const { known, numbers } = marks();
	const before = known.get(property);
	if (before !== undefined) return before;
	const {
		options = [],
		values = [],
		...own
	} = property as Partial<INodeProperties> & {
		values?: INodeProperties[];
	};
	const text = [own, options.map(markOf), values.map(markOf)].map((part) => JSON.stringify(part));
	const whole = text.join();
	const mark = String(numbers.get(whole) ?? numbers.size);
	numbers.set(whole, Number(mark));
	known.set(property, mark);
	return mark;
}

/** The properties of one section, equal ones once, each after those that stand before it in any form. */
function merge(
	resources: readonly Resource[],
	section: (operation: Operation) => readonly Field[],
): Shown[] {
	const merged = new Map<string, Shown & { readonly before: Set<string> }>();
	for (const resource of resources) {
		for (const operation of resource.operations) {
			const before: string[] = [];
			for (const field of section(operation)) {
				const property = sharedProperty(field);
				const identity = markOf(property);
				const entry = merged.get(identity) ?? {
					property,
					operations: new Map<string, string[]>(),
					before: new Set<string>(),
				};
				const values = entry.operations.get(resource.value) ?? [];
				values.push(operation.value);
				entry.operations.set(resource.value, values);
				before.forEach((earlier) => entry.before.add(earlier));
				before.push(identity);
				merged.set(identity, entry);
			}
		}
	}
	return inOrder(merged);
}

/** The entries in the order they were met, except that each follows what stands before it. */
function inOrder<T extends { readonly before: ReadonlySet<string> }>(
	entries: ReadonlyMap<string, T>,
): T[] {
	const placed = new Map<string, T>();
	const left = new Map(entries);
	while (left.size > 0) {
		const entry = firstWhole(left, placed);
		placed.set(...entry);
		left.delete(entry[0]);
	}
	return [...placed.values()];
}

/** The first entry that nothing has to stand before any more; the very first where there is none. */
function firstWhole<T extends { readonly before: ReadonlySet<string> }>(
	left: ReadonlyMap<string, T>,
	placed: ReadonlyMap<string, T>,
): [string, T] {
	for (const entry of left) {
		if ([...entry[1].before].every((identity) => placed.has(identity))) return entry;
	}
	const [first] = left;
	return first;
}

/** A property, as often as it takes to say in n8n's conditions which operations show it. */
function withDisplayOptions({ property, operations }: Shown, menus: Menus): INodeProperties[] {
	return groupsOf(operations, menus).map((group) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...conditions(group, menus), ...property.displayOptions?.show },
		},
	}));
}

/** What one condition of n8n names: every one of the operations in every one of the resources. */
interface Group {
	readonly resources: readonly string[];
	readonly operations: readonly string[];
}

/** Few groups that name the operations given and no others. */
function groupsOf(shown: Shown['operations'], menus: Menus): Group[] {
	const isExact = (group: Group) =>
		group.resources.every((resource) =>
			valuesOf(resource, menus).every(
				(value) => !group.operations.includes(value) || shown.get(resource)?.includes(value),
			),
		);
	return [...shown].reduce<Group[]>((groups, [resource, operations]) => {
		const widened = groups.map((group) => ({
			resources: [...group.resources, resource],
			operations: [...new Set([...group.operations, ...operations])],
		}));
		const index = widened.findIndex(isExact);
		return index < 0
			? [...groups, { resources: [resource], operations }]
			: groups.map((group, at) => (at === index ? widened[index] : group));
	}, []);
}

const valuesOf = (resource: string, menus: Menus) => menus.get(resource) ?? [];

function conditions(group: Group, menus: Menus): IDisplayOptions['show'] {
	const all = group.resources.flatMap((resource) => valuesOf(resource, menus));
	const areAll = all.every((value) => group.operations.includes(value));
	return {
		resource: [...group.resources],
		...(!areAll && { operation: [...group.operations] }),
	};
}
