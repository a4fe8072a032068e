import type { Operation, Resource } from '../registry/types';

/**
 * An operation as people search for it, such as "Get Meeting Invitation" or "Get Many Users". A menu of n8n finds only words
 * in a row, so the title must not break them with a colon.
 */
export function operationTitle(
	{ name: singular, plural }: Pick<Resource, 'name' | 'plural'>,
	{ name }: Pick<Operation, 'name'>,
): string {
	const [verb, ...object] = name.split(' ');
	const comesFirst = object.length === 1 && ADJECTIVES.has(object[0]);
	return [verb, ...(comesFirst ? [...object, plural] : [singular, ...object])].join(' ');
}

/** What stands before the thing, as in "Get Many Users". */
const ADJECTIVES: ReadonlySet<string> = new Set(['Many', 'All', 'Upcoming', 'Daily']);
