const STRING = /"((?:[^"\\]|\\.)*)"(\s*:)?/g;
/** What is more than a name, an ID, an address or a number. */
const PROSE = /\p{L}.*\s.*\p{L}|^.{100,}$/su;

/** A JSON text of the same length and form in which an x stands for each letter of what somebody wrote, and of tokens. */
export const withoutProse = (json: string): string =>
	json.replace(STRING, (whole, text: string, colon?: string) =>
		colon === undefined && PROSE.test(text) ? `"${masked(text)}"` : whole,
	);

/** Letters become x or X; escapes, digits and signs stay. */
const masked = (text: string) =>
	text.replace(/\\u[\da-f]{4}|\\.|\p{Lu}|\p{L}/giu, (part) => {
		if (part.startsWith('\\')) return part;
		return part === part.toLowerCase() ? 'x' : 'X';
	});
