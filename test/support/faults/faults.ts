import type { Fault } from '../../emulator';
import type { TestEnvironment, Kind } from '../engine/testEnvironment';

/** What a caller can know of a call that failed, from Zoom's documents and from how connections break. */
export type Nature =
	/** Refused for the moment, and not done. */
	| 'throttled'
	/** Refused for longer than anybody waits, and not done. */
	| 'closed'
	/** It may have been done. */
	| 'ambiguous'
	/** It never left. */
	| 'unsent'
	/** Refused for good, and not done. */
	| 'definite';

/** Something that goes wrong. */
export interface Failure {
	readonly nature: Nature;
	/** Of an answer: its status, by which repeats can be chosen. */
	readonly status?: number;
	/** Whether Zoom did the work all the same. */
	readonly done?: true;
	/** Milliseconds that Zoom asks to wait. */
	readonly asks?: number;
	/** What the error says. */
	readonly says: RegExp;
	/** What it says where a file was asked for, of which the host gives reasons of its own. */
	readonly saysOfFile?: RegExp;
	/** What the emulator does to the call; nothing for what happens on the way. */
	readonly fault?: Omit<Fault, 'match'>;
	/** Whether it hits the body of a file rather than the answer that leads to it. */
	readonly hitsBody?: true;
	/** Milliseconds in which something is looked for besides. */
	readonly besides?: number;
	/** Whether the call is not even made. */
	readonly isUnseen?: true;
	/** What happens besides. */
	readonly happen?: (environment: TestEnvironment) => void;
	/** Where the call goes instead of the emulator. */
	readonly origin?: string;
	/** Kinds of operation it cannot happen to, and why. */
	readonly except?: Readonly<Record<string, string>>;
}

const NOW = Date.parse('2026-07-01T09:00:00Z');
const inSeconds = (seconds: number) => new Date(NOW + seconds * 1000);

const UNTIL_MIDNIGHT = [15 * 3600, 15 * 3600, 15 * 3600] as const;

interface Form {
	readonly retryAfter?: string;
	readonly asks?: number;
}

/** A failure without `Retry-After`, and with it as seconds, as an HTTP date and as an ISO date. */
function inEachForm(
	name: string,
	[seconds, http, iso]: readonly [number, number, number],
	make: (form: Form) => Failure,
): [string, Failure][] {
	const ask = (retryAfter: string, wait: number) => make({ retryAfter, asks: wait * 1000 });
	return [
		[name, make({})],
		[`${name}, seconds to wait`, ask(String(seconds), seconds)],
		[`${name}, an HTTP date`, ask(inSeconds(http).toUTCString(), http)],
		[`${name}, an ISO date`, ask(inSeconds(iso).toISOString(), iso)],
	];
}

const limit = (
	kind: Fault['limit'],
	more: Partial<Failure> & { retryAfter?: string },
): Failure => ({
	nature: 'throttled',
	status: 429,
	says: /^Zoom's per-second rate limit for this account was exceeded/,
	...more,
	fault: {
		limit: kind,
		...(more.retryAfter !== undefined && { retryAfter: more.retryAfter }),
	},
});

/** Zoom's limits, with each form in which it says when to come back. */
const limits: Readonly<Record<string, Failure>> = Object.fromEntries([
	...inEachForm('429 per second', [2, 5, 4], (form) => limit('perSecond', form)),
	...inEachForm('429 for a concurrent change', [2, 5, 4], (form) =>
		limit('concurrent', {
			...form,
			says: /^Zoom is still processing another change of the same object/,
		}),
	),
	...inEachForm("429 for the account's day", UNTIL_MIDNIGHT, ({ retryAfter }) =>
		limit('accountDay', {
			nature: 'closed',
			retryAfter,
			says: /^The Zoom account's daily limit is used up. It resets at 2026-07-02 00:00 \(UTC\)/,
		}),
	),
	...inEachForm("429 for a user's day", UNTIL_MIDNIGHT, ({ retryAfter }) =>
		limit('userDay', {
			nature: 'closed',
			retryAfter,
			says: /^Zoom's daily limit for this user or meeting is used up. It resets at 2026-07-02 00:00 \(UTC\)/,
		}),
	),
]);

const server = (status: number, done?: true): Failure => ({
	nature: 'ambiguous',
	status,
	says: new RegExp(`^Zoom returned a server error \\(HTTP ${status}\\)`),
	fault: { status, ...(done && { afterWork: true }) },
	...(done && { done }),
});

const broken = (fault: Failure['fault'], more: Partial<Failure> = {}): Failure => ({
	nature: 'ambiguous',
	says: /^The connection to Zoom was lost before the response was complete/,
	fault,
	...more,
});

/** Everything that goes wrong, by name. Dates are as of the start of a scenario. */
export const failures: Readonly<Record<string, Failure>> = {
	...limits,
	'429 per second, an hour to wait': limit('perSecond', { nature: 'closed', retryAfter: '3600' }),
	'500': server(500),
	'500 after the work': server(500, true),
	'502': server(502),
	'502 as a web page': { ...server(502), fault: { html: true, status: 502 } },
	'503': server(503),
	'503 after the work': server(503, true),
	'504': server(504),
	'a refused connection': {
		nature: 'unsent',
		origin: 'http://127.0.0.1:9',
		says: /^Zoom cannot be reached at 127\.0\.0\.1:9\./,
	},
	'an unknown name': {
		nature: 'unsent',
		origin: 'http://zoom.invalid',
		says: /^Zoom cannot be reached: the host name zoom\.invalid cannot be resolved\./,
	},
	'a reset before the work': broken({ reset: 'before' }),
	'a reset after the work': broken({ reset: 'after' }, { done: true }),
	'a body cut short': broken({ truncate: true }, { done: true, hitsBody: true }),
	'broken JSON': broken(
		{ malformedJson: true },
		{
			done: true,
			says: /^Zoom's response could not be read/,
			except: { download: 'a file has no form that could be broken' },
		},
	),
	'a web page with 200': broken(
		{ html: true, status: 200 },
		{
			says: /^Zoom's response could not be read/,
			except: { download: 'it is what Zoom shows for a link that has expired' },
		},
	),
	'200 with an error': {
		nature: 'definite',
		says: /^Zoom offers this to paid accounts or users only\./,
		saysOfFile: /^Zoom returned an error instead of the file: Only available for Paid account: 123/,
		fault: { okError: { code: 200, message: 'Only available for Paid account: 123' } },
	},
	'401 that stays': {
		nature: 'definite',
		status: 401,
		says: /^Zoom does not accept this connection\./,
		saysOfFile: /^Zoom returned an error instead of the file: Invalid access token\./,
		fault: { status: 401, body: { code: 124, message: 'Invalid access token.' } },
	},
	'a scope taken away': {
		nature: 'definite',
		says: /^Your Zoom app is missing required permissions: /,
		fault: {
			status: 400,
			body: { code: 4711, message: 'Invalid access token, does not contain scopes:[a:read:b].' },
		},
		except: { download: 'files have no scopes of their own' },
	},
};

/** Seconds until a call without an answer is given up: more than all scenarios of silence need to begin at once. */
export const PATIENCE = 2;

/** Silence, for which everybody has to wait in earnest. */
export const silences: Readonly<Record<string, Failure>> = {
	'nothing comes back': {
		nature: 'ambiguous',
		says: new RegExp(`^Zoom did not respond within ${PATIENCE} s`),
		fault: { hang: 'headers' },
	},
	'half an answer comes back': {
		nature: 'ambiguous',
		done: true,
		hitsBody: true,
		says: new RegExp(
			`^(Zoom did not respond within ${PATIENCE} s|The connection to Zoom was lost)`,
		),
		fault: { hang: 'body' },
	},
};

const renewalFails = (fault: Omit<Fault, 'match'>) => (environment: TestEnvironment) => {
	environment.emulator.clock.advance(2 * 3_600_000);
	environment.emulator.faults.add({ match: 'POST /oauth/token', times: Infinity, ...fault });
};

/** What goes wrong with the access token, of which Zoom never sees the call itself succeed, by kind of app. */
export const tokenFailures: Readonly<Record<string, Failure & { readonly kind: Kind }>> = {
	'a token refused for good': {
		kind: 'serverToServer',
		isUnseen: true,
		nature: 'definite',
		says: /^Invalid credentials: Zoom does not know this Client ID and Client Secret/,
		happen: renewalFails({
			status: 401,
			body: { reason: 'Invalid client_id or client_secret', error: 'invalid_client' },
		}),
	},
	'a token that Zoom is too ill for': {
		kind: 'serverToServer',
		isUnseen: true,
		nature: 'unsent',
		says: /^Zoom did not issue an access token: it answered with HTTP 503\. Try again in a moment\./,
		happen: renewalFails({ status: 503 }),
	},
	'a renewal refused for good': {
		kind: 'accountLevel',
		nature: 'definite',
		says: /^Zoom no longer accepts this connection: access was revoked/,
		// Another process may have renewed the token.
		besides: 1700,
		happen: renewalFails({
			status: 400,
			body: { reason: 'Invalid Token!', error: 'invalid_grant' },
		}),
	},
	'a renewal that Zoom is too ill for': {
		kind: 'accountLevel',
		nature: 'unsent',
		says: /^Zoom did not issue a new access token: it answered with HTTP 503\. Try again in a moment\./,
		happen: renewalFails({ status: 503 }),
	},
};
