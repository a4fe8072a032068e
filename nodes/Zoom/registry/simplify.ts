import type { Field, Item } from './types';

/** Offered where an answer is so long that few want all of it. */
export const simplifyField: Field = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: false,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** An item with these members of its JSON and no others; one that has none of them is what was asked for, and stays. */
export function simplified({ json, ...item }: Item, keys: readonly string[]): Item {
	const kept = Object.entries(json).filter(([key]) => keys.includes(key));
	return { ...item, json: kept.length > 0 ? Object.fromEntries(kept) : json };
}
