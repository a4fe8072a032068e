import { DateTime } from 'luxon';

import type { Refusal } from './outcome';

/**
 * Which of Zoom's limits a 429 is about. They call for different things: a second's limit passes, a day's does not, and
 * one user's day says nothing about the rest of the account.
 * @see https://developers.zoom.us/docs/api/rate-limits/
 */
export type LimitKind = 'perSecond' | 'accountDay' | 'userDay' | 'concurrent';

/** Tells the limits apart by what Zoom says, since headers are not always there. */
export function limitKind({ message, headers }: Pick<Refusal, 'message' | 'headers'>): LimitKind {
	if (/simultaneous|concurrent|already been made/i.test(message)) return 'concurrent';
	if (
		/daily rate limit (?:of )?\(\d+\)|particular (?:user|registrant|meeting|webinar)/i.test(message)
	) {
		return 'userDay';
	}
	const isDaily =
		/daily/i.test(headers['x-ratelimit-type'] ?? '') || /daily rate limit/i.test(message);
	return isDaily ? 'accountDay' : 'perSecond';
}

/**
 * When Zoom allows the next call, from `Retry-After` in any of the forms seen: seconds, an HTTP date, an ISO date-time.
 * @returns milliseconds since 1970; undefined without the header or when it cannot be read
 */
export function retryAfter(
	headers: Readonly<Record<string, string>>,
	now: number,
): number | undefined {
	const value = headers['retry-after']?.trim();
	if (value === undefined || value === '') return undefined;
	if (/^\d+(?:\.\d+)?$/.test(value)) return now + Number(value) * 1000;
	const date = DateTime.fromISO(value, { zone: 'utc' });
	const readable = date.isValid ? date : DateTime.fromHTTP(value);
	if (!readable.isValid) return undefined;
	// By Zoom's clock, which need not show what this machine's does.
	const told = Date.parse(headers.date ?? '');
	return readable.toMillis() + (Number.isNaN(told) ? 0 : now - told);
}

/** Start of the next day in UTC, when Zoom's daily counts begin anew. */
export const nextUtcDay = (now: number): number =>
	DateTime.fromMillis(now, { zone: 'utc' }).plus({ days: 1 }).startOf('day').toMillis();
