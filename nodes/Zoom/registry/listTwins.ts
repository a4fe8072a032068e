import { memoized } from '../host/memoized';
import type { Field } from './types';

/** What a twin holds that was left alone; an empty text would be marked as wrong JSON in the form. */
export const NO_ENTRIES = '[]';

/** Fields, each list among them followed by a field that takes its entries by expression, as JSON. */
export const withTwins = memoized((fields: readonly Field[]): readonly Field[] => {
	const twins = new Set(fields.map(({ appendsTo }) => appendsTo));
	const isAlone = ({ type, name }: Field) => type === 'fixedCollection' && !twins.has(name);
	return fields.flatMap((field) => (isAlone(field) ? [field, twinOf(field)] : [field]));
});

const twinOf = memoized(
	(list: Field): Field => ({
		displayName: `${list.displayName} (JSON)`,
		name: `${list.name}Json`,
		type: 'json',
		appendsTo: list.name,
		...(list.displayOptions && { displayOptions: list.displayOptions }),
		default: NO_ENTRIES,
		description: `Additional entries for ${list.displayName}, as a JSON array of objects. Keys can be Zoom's names, such as first_name, or the parameter names of the fields above, such as firstName.`,
	}),
);
