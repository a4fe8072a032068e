import { pieceHider } from './secretPieces';

const LONGEST = 500;
// Nobody reads more of a text from outside, and no pattern is tried on more of it.
const LONGEST_READ = 2000;

const HIDDEN = '[hidden]';

/** What is a secret by its form, and what stands there instead. Each pattern takes time in proportion to the text. */
const SECRETS: ReadonlyArray<readonly [RegExp, (found: string, name: string) => string]> = [
	[/https?:(?:\\?\/){2}[^\s"']+/gi, withoutStartLink],
	[/[\w.-]{10,}/g, withoutJwt],
	// Long enough not to be the next word of a sentence about a Basic user.
	[/\b(Bearer|Basic)\s{1,9}[\w.+/=~-]{12,}/gi, (_, scheme) => `${scheme} ${HIDDEN}`],
	[
		/((?:token|secret|password|passcode|zak|tk|pwd)["'\\]{0,3}\s{0,9}(?:[=:]|%3[ad])\s{0,9})(?:\\?"[^"]*"?|'[^']*'?|[^\s"'&,}]+)/gi,
		(_, name) => `${name}${HIDDEN}`,
	],
];

// With such a link anyone can start the meeting as its host.
function withoutStartLink(link: string): string {
	return /\/s\\?\/\d/.test(link) ? '[hidden link]' : link;
}

function withoutJwt(word: string): string {
	const begin = word.indexOf('eyJ');
	return begin >= 0 && word.includes('.', begin) ? word.slice(0, begin) + HIDDEN : word;
}

/** Text that is not endless. */
export const shorten = (text: string, longest = LONGEST): string =>
	text.length > longest ? `${text.slice(0, longest)}…` : text;

/** Takes secrets out of text from outside, and cuts it to what can be read. */
export type Redactor = (text: string) => string;

/** Hides what is a secret by its form. */
export const redact: Redactor = (text) =>
	SECRETS.reduce(
		(rest, [secret, instead]) => rest.replace(secret, instead),
		shorten(text, LONGEST_READ),
	);

/** Hides these secrets, in whatever form they come, and what is a secret by its form. */
export function redactorFor(secrets: readonly string[]): Redactor {
	const hide = pieceHider(secrets);
	return (text) => redact(hide(shorten(text, LONGEST_READ)));
}
