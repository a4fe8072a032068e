import { objectOf, parsedJson } from '../../json/json';
import type { Redactor } from '../redaction/redact';
import { redact, shorten } from '../redaction/redact';
import { retryAfter } from '../response/throttling';
import { clock } from '../sync/clock';
import { ZoomTokenError } from './storedToken';

/** Zoom's `reason` for giving no token, and what to do about it. */
export interface TokenRefusal {
	readonly reason: string;
	readonly message: string;
}

/** What any app can be refused for. */
export const APP_REFUSALS: readonly TokenRefusal[] = [
	{
		reason: 'Invalid client_id or client_secret',
		message:
			'Invalid credentials: Zoom does not know this Client ID and Client Secret. Copy both again, from the same app.',
	},
	{
		reason: 'The app has been disabled by the developer',
		message:
			'The Zoom app is not activated. Open it at marketplace.zoom.us, activate it, then save this credential again.',
	},
];

export const UNKNOWN_ACCOUNT =
	'Zoom does not know this Account ID for this app. Copy the Account ID from the App Credentials page of the same Server-to-Server OAuth app.';

/** What a Server-to-Server app can be refused for; with wrong fields Zoom says no more than "Bad Request". */
export const SERVER_TO_SERVER_REFUSALS: readonly TokenRefusal[] = [
	...APP_REFUSALS,
	{ reason: 'Bad Request', message: UNKNOWN_ACCOUNT },
	{ reason: 'Invalid account_id', message: UNKNOWN_ACCOUNT },
	{
		reason: 'unsupported grant type',
		message:
			'This Zoom app is not a Server-to-Server OAuth app. Create a Server-to-Server OAuth app, or use the credential Zoom General App OAuth2 API.',
	},
];

/** What can be said of a token that was not given. */
export interface TokenTexts {
	readonly refusals: readonly TokenRefusal[];
	/** For any other reason that Zoom names. */
	readonly unknown: string;
	/** That there is none. Default: no access token. */
	readonly none?: string;
}

/** What a General App whose token was to be renewed can be told. */
export const RENEWAL_TEXTS: TokenTexts = {
	refusals: APP_REFUSALS,
	unknown: 'Zoom did not issue a new access token.',
	none: 'Zoom did not issue a new access token',
};

/** The sentence for a General App; undefined for an unknown reason. */
export const generalAppRefusal = (reason: unknown): string | undefined =>
	APP_REFUSALS.find((refusal) => refusal.reason === reason)?.message;

/** An answer of the token endpoint that holds no token. */
export interface TokenlessAnswer {
	readonly status: number;
	readonly body: unknown;
	readonly headers?: object;
}

/** Why an answer of the token endpoint holds no token, in a sentence for the admin. */
export function refusedToken(
	{ status, body, headers = {} }: TokenlessAnswer,
	{ refusals, unknown, none = 'Zoom did not issue an access token' }: TokenTexts,
	hide: Redactor = redact,
): ZoomTokenError {
	const quoted = (words: string) => shorten(hide(words));
	const { reason, said } = wordsIn(body);
	const known = refusals.find((entry) => entry.reason === reason);
	if (known) return new ZoomTokenError(known.message, false);
	if (status >= 500 || TRANSIENT.includes(status)) {
		const resumeAt = retryAfter(lowerCase(headers), clock.now());
		const advice = resumeAt === undefined ? ' Try again in a moment.' : '';
		const message = `${none}: it answered with HTTP ${status}.${advice}`;
		return new ZoomTokenError(message, true, resumeAt);
	}
	if (status < 300) {
		return new ZoomTokenError(`${none}: its response could not be read (HTTP ${status}).`, true);
	}
	if (reason !== undefined && REFUSING.includes(status)) {
		const isPassing = PASSING.test(reason);
		return new ZoomTokenError(`${unknown} Zoom says: ${quoted(reason)}`, isPassing);
	}
	const text = said === '' ? '' : `: ${quoted(said)}`;
	// What is between here and Zoom refuses in pages of its own, often only for a moment.
	const isPassing = reason === undefined && BARRED.includes(status);
	return new ZoomTokenError(`${none} (HTTP ${status}${text}).`, isPassing);
}

const TRANSIENT: readonly number[] = [408, 425, 429];
const REFUSING: readonly number[] = [400, 401, 403];
const BARRED: readonly number[] = [401, 403];

// How OAuth and gateways name what is over soon.
const PASSING = /server_error|temporarily|slow_down|too many|rate limit/i;

const lowerCase = (headers: object) =>
	Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);

/** Zoom's reason, which only its own answers have, and what else an answer says. */
function wordsIn(body: unknown): { readonly reason?: string; readonly said: string } {
	const json = objectOf(typeof body === 'string' ? parsedJson(body) : body);
	const reason = firstText(json.reason, json.error_description, json.error);
	return { reason, said: reason ?? firstText(json.message) ?? titleOf(body) };
}

const firstText = (...values: readonly unknown[]) =>
	values.find((value): value is string => typeof value === 'string' && value !== '');

const MOST_READ = 2000;

/** The title of a page, which is all that is worth quoting of one. */
function titleOf(body: unknown): string {
	const text = typeof body === 'string' ? body.slice(0, MOST_READ) : '';
	const begin = text.toLowerCase().indexOf('<title>');
	return begin < 0
		? ''
		: text
				.slice(begin + '<title>'.length)
				.split('<', 1)[0]
				.trim();
}
