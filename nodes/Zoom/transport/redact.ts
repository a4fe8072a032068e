const LONGEST = 500;

const SECRETS: ReadonlyArray<readonly [RegExp, string]> = [
	// Links with which anyone can start the meeting as its host.
	[/https?:\/\/[^\s"']*\/s\/\d+[^\s"']*/gi, '[hidden link]'],
	[/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]+)?/g, '[hidden]'],
	// Long enough not to be the next word of a sentence about a Basic user.
	[/\b(Bearer|Basic)\s+[\w.+/=~-]{12,}/gi, '$1 [hidden]'],
	[
		/(["']?\b[\w-]{0,30}(?:token|secret|password|passcode|zak|tk|pwd)\b["']?\s*[=:]\s*)(?:"[^"]*"?|'[^']*'?|[^\s"'&,}]+)/gi,
		'$1[hidden]',
	],
];

/** Text from outside without anything that opens a door. */
export const redact = (text: string): string =>
	SECRETS.reduce((rest, [secret, instead]) => rest.replace(secret, instead), text);

/** Text that is not endless. */
export const shorten = (text: string): string =>
	text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
