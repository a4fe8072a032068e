/**
 * Compares two labels, for the order of a menu; capitals count as small letters. Not by `localeCompare`, whose rules take
 * 7 ms to load when n8n starts.
 */
export function compareLabels(a: string, b: string): number {
	const [first, second] = [a.toLowerCase(), b.toLowerCase()];
	if (first === second) return 0;
	return first < second ? -1 : 1;
}

interface Named {
	readonly name: string;
}

/** Puts the choices of a menu in the order of their names. */
export const byName = (a: Named, b: Named): number => compareLabels(a.name, b.name);
