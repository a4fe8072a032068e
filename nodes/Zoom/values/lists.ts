import type { EncodeContext } from '../registry/types';

/** Splits "a, b; c" into its entries. */
export const splitList = (text: string): string[] =>
	text
		.split(/[,;\n]/)
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');

/** "a, b" as the list Zoom wants. */
export const toList = (value: string): string[] => splitList(value);

/** As `toList`, for what Zoom calls a list and takes one entry of. */
export function toSingleList(value: string, { refuse }: EncodeContext): string[] {
	const entries = toList(value);
	return entries.length > 1 ? refuse('must be one ID') : entries;
}

/** "a, b" as the text with semicolons Zoom wants. */
export const toSemicolons = (value: string): string => splitList(value).join(';');

/** "a, b" as the text with commas, and nothing but commas, Zoom wants. */
export const toCommas = (value: string): string => splitList(value).join(',');

/** "a, b" as the users Zoom wants, each by e-mail address or ID. */
export function toUsers(value: string, { refuse }: EncodeContext): object[] {
	const entries = splitList(value);
	if (entries.length === 0) return refuse('must have at least one user');
	return entries.map((entry) => (entry.includes('@') ? { email: entry } : { id: entry }));
}

/** "a, b" as the things Zoom wants, each by its ID. */
export function toIds(value: string, { refuse }: EncodeContext): object[] {
	const entries = splitList(value);
	return entries.length === 0 ? refuse('must have at least one ID') : entries.map((id) => ({ id }));
}
