import { DateTime } from 'luxon';

import { clock } from '../sync/clock';
import type { ErrorResponse } from './outcome';

/**
 * Which of Zoom's limits a 429 is about. They call for different things: a second's limit passes, a day's does not, and
 * what one person or one operation may do a day says nothing about the rest of the account.
 * - `perSecond`: calls of one rate label, by the second or the minute
 * - `concurrent`: requests about one thing, which soon takes them again
 * - `accountDay`: calls of one rate label by the day
 * - `operationDay`: one operation by the day, for the whole account
 * - `userDay`: one operation by the day, for one person or one thing
 * - `otherDay`: by the day, and it is not clear what is counted
 * @see https://developers.zoom.us/docs/api/rate-limits/
 */
export type LimitKind =
	| 'perSecond'
	| 'concurrent'
	| 'accountDay'
	| 'operationDay'
	| 'userDay'
	| 'otherDay';

type Answer = Pick<ErrorResponse, 'message' | 'headers'>;

const HOUR = 3_600_000;
/** Zoom counts by the second, the minute and the day: a longer wait, with room for clocks that differ, is not meant. */
const LONGEST_WAIT = 25 * HOUR;
/** No limit by the second or the minute needs a longer wait. */
const LONGEST_SHORT_WAIT = HOUR;

const DAILY = /\bdaily\b|\bper[ -]day\b|\b(?:a|each|every) day\b/i;
const PER_SECOND = /\bper[ -](?:second|minute)\b/i;
const CONCURRENT = /simultaneous|concurrent|already been made/i;
const ONE_THING =
	/\b(?:(?:for|of|by|to|on) (?:the|this|that|each|one)|particular|same|single) (?:(?:particular|same|single) )?(user|host|registrant|panelist|attendee|participant|meeting|webinar|member|contact|person|recording|device|room|channel|event|group|phone number|email|session)\b/i;
const LABELS = /\b(?:heavy|resource[ -]intensive|(?:light|medium)[ -](?:API|requests?|calls?))\b/i;
const OF_THIS_API = /\brate limit for this API\b/i;
/** What a sentence may say of a limit without naming an operation. */
const UNSPECIFIC =
	/\b(?:of|for|the|this|that|your|an?|all|any|is|are|has|been|was|API|requests?|calls?|permitted|allowed|reached|exceeded)\b/gi;
/** A time of day in UTC, in one of its two orders. */
const CLOCK = /\b(?:GMT|UTC)\W{0,3}(\d\d?):(\d\d)|\b(\d\d?):(\d\d)(?::\d\d)?\W{0,3}(?:GMT|UTC)\b/i;
const PAUSE = /\bafter (\d{1,5}) (second|minute|hour)s?\b/i;
const PAUSE_UNITS = new Map([
	['second', 1000],
	['minute', 60_000],
	['hour', HOUR],
]);
/** Longer texts and headers are none of Zoom's. */
const LONGEST_TEXT = 2000;
const LONGEST_HEADER = 100;

/** Tells the limits apart by what Zoom says, since headers are not always there, and by headers, since texts are translated. */
export function limitKind(answer: Answer, now = clock.now()): LimitKind {
	const text = plain(answer.message);
	if (isDaily(text, answer, now)) return dayKind(text, answer);
	if (CONCURRENT.test(text) || ONE_THING.test(text)) return 'concurrent';
	return 'perSecond';
}

/** Whether a limit is over for the day, which nobody waits for. */
export const isDayLimit = (kind: LimitKind): boolean =>
	kind !== 'perSecond' && kind !== 'concurrent';

/** The person or thing whose limit was reached, in Zoom's word for it. */
export const limitedThing = ({ message }: Pick<ErrorResponse, 'message'>): string | undefined =>
	ONE_THING.exec(plain(message))?.[1].toLowerCase();

/** A text without markup and with plain quotes. */
const plain = (message: string) =>
	message
		.slice(0, LONGEST_TEXT)
		.replace(/<[^<>]{0,50}>|\*\*|`/g, ' ')
		.replace(/&(?:quot|#0?34|#x22|[lr]dquo|[lr]aquo);/gi, '"')
		.replace(/\s+/g, ' ');

function isDaily(text: string, { headers }: Answer, now: number): boolean {
	const type = headerIn(headers, 'x-ratelimit-type') ?? '';
	if (PER_SECOND.test(text) || /QPS/i.test(type)) return DAILY.test(text);
	if (/daily/i.test(type) || DAILY.test(text) || CLOCK.test(text)) return true;
	// In another language the wait may be all that can be read.
	return (waitIn(headers, now) ?? 0) > LONGEST_SHORT_WAIT;
}

// A limit of the whole account is the last thing to believe: it stops everybody.
function dayKind(text: string, { headers }: Answer): LimitKind {
	if (ONE_THING.test(text)) return 'userDay';
	if (LABELS.test(text)) return 'accountDay';
	const [about, ...rest] = afterLimit(text).split(/\baccount\b/i);
	if (rest.length > 0) {
		return /[a-z]/i.test(about.replace(UNSPECIFIC, '')) ? 'operationDay' : 'accountDay';
	}
	// In whatever language: what one operation may do a day is told with its number, a label's allowance without.
	const isCounted = /\d/.test(text.replace(/\d\d?:\d\d(?::\d\d)?/g, ''));
	const isTyped = /daily/i.test(headerIn(headers, 'x-ratelimit-type') ?? '');
	return !isCounted && (isTyped || OF_THIS_API.test(text)) ? 'accountDay' : 'otherDay';
}

const afterLimit = (text: string) => text.split(/\brate limit\b/i)[1] ?? '';

/**
 * When Zoom allows the next call: from `Retry-After` in any of the forms seen (seconds, an HTTP date, an ISO date-time),
 * else from what the text says.
 * @returns milliseconds since 1970; undefined where nothing is said, or nothing Zoom can mean
 */
export function resumeTimeIn({ message, headers }: Answer, now: number): number | undefined {
	return retryAfter(headers, now) ?? toldTime(plain(message), now);
}

/**
 * When Zoom allows the next call, from `Retry-After` in any of the forms seen: seconds, an HTTP date, an ISO date-time.
 * @returns milliseconds since 1970; undefined without the header, or when it says nothing Zoom can mean
 */
export function retryAfter(
	headers: Readonly<Record<string, string>>,
	now: number,
): number | undefined {
	const wait = waitIn(headers, now);
	return wait === undefined ? undefined : now + wait;
}

/** Milliseconds that `Retry-After` asks for. */
function waitIn(headers: Answer['headers'], now: number): number | undefined {
	const value = headerIn(headers, 'retry-after');
	if (value === undefined) return undefined;
	if (/^\d+(?:\.\d+)?$/.test(value)) return bounded(Number(value) * 1000);
	const date = /^\d{4}-/.test(value)
		? DateTime.fromISO(value, { zone: 'utc' })
		: DateTime.fromHTTP(value);
	if (!date.isValid) return undefined;
	// By Zoom's clock, which need not show what this machine's does, if the answer tells it.
	const told = dateIn(headers);
	const byZoom = told === undefined ? undefined : bounded(date.toMillis() - told);
	return byZoom ?? bounded(date.toMillis() - now);
}

const bounded = (wait: number) => (wait >= 0 && wait <= LONGEST_WAIT ? wait : undefined);

/** When an answer was made, by Zoom's clock. */
export function dateIn(headers: Answer['headers']): number | undefined {
	const date = Date.parse(headerIn(headers, 'date') ?? '');
	return Number.isNaN(date) ? undefined : date;
}

// A header that came twice is a list, and who knows what a proxy makes of one.
function headerIn(headers: Answer['headers'], name: string): string | undefined {
	const value: unknown = headers[name];
	if (typeof value !== 'string' || value.length > LONGEST_HEADER) return undefined;
	return value.trim() === '' ? undefined : value.trim();
}

function toldTime(text: string, now: number): number | undefined {
	const [, count, unit] = PAUSE.exec(text) ?? [];
	if (unit !== undefined) {
		const wait = bounded(Number(count) * (PAUSE_UNITS.get(unit.toLowerCase()) ?? NaN));
		return wait === undefined ? undefined : now + wait;
	}
	const [, hour, minute, otherHour, otherMinute] = CLOCK.exec(text) ?? [];
	const clock = { hour: Number(hour ?? otherHour), minute: Number(minute ?? otherMinute) };
	if (!(clock.hour < 24 && clock.minute < 60)) return undefined;
	const today = DateTime.fromMillis(now, { zone: 'utc' }).startOf('day').set(clock);
	return (today.toMillis() > now ? today : today.plus({ days: 1 })).toMillis();
}

/** Start of the next day in UTC, when Zoom's daily counts begin anew. */
export const nextUtcDay = (now: number): number =>
	DateTime.fromMillis(now, { zone: 'utc' }).plus({ days: 1 }).startOf('day').toMillis();
