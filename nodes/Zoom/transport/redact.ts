const LONGEST = 500;

const SECRETS: ReadonlyArray<readonly [RegExp, string]> = [
	// Links with which anyone can start the meeting as its host.
	[/https?:\/\/[^\s"']*\/s\/\d+[^\s"']*/gi, '[hidden link]'],
	[/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]+)?/g, '[hidden]'],
	[/\b(Bearer|Basic)\s+[\w.+/=~-]+/gi, '$1 [hidden]'],
	[
		/(["']?\b(?:access_token|refresh_token|client_secret|token|zak|tk|pwd|password|passcode)\b["']?\s*[=:]\s*["']?)[^\s"'&,}]+/gi,
		'$1[hidden]',
	],
];

/** Text from outside, made fit for an error: without anything that opens a door, and not endless. */
export function redact(text: string): string {
	const hidden = SECRETS.reduce((rest, [secret, instead]) => rest.replace(secret, instead), text);
	return hidden.length > LONGEST ? `${hidden.slice(0, LONGEST)}…` : hidden;
}
