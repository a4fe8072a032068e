import type { Field, Item } from './operation';

/** Offered where an answer is so long that few want all of it. */
export const simplifyField: Field = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: false,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** An item with these members of its JSON and no others. */
export const simplified = ({ json, ...item }: Item, keys: readonly string[]): Item => ({
	...item,
	json: Object.fromEntries(Object.entries(json).filter(([key]) => keys.includes(key))),
});
