/** As much of a name or value as says which one is meant. */
const MOST_QUOTED = 80;
const MOST_NAMES = 5;

/** Text cut to a length, never inside a character. */
export const shortened = (text: string, most: number): string =>
	text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** What was given, as a sentence quotes it: in quotation marks, on one line and not at length. */
export function quoted(given: unknown): string {
	if (typeof given === 'object' && given !== null)
		return Array.isArray(given) ? 'a list' : 'an object';
	const begin = shortened(String(given), MOST_QUOTED);
	return `"${begin.replace(/\p{Cc}/gu, ' ')}"`;
}

/** Several names as a sentence quotes them: the first few, and how many more there are. */
export function quotedAll(names: readonly string[]): string {
	const told = names.slice(0, MOST_NAMES).map(quoted).join(', ');
	const more = names.length - MOST_NAMES;
	return more > 0 ? `${told} and ${more} more` : told;
}
