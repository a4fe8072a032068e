import { DateTime } from 'luxon';

/** The days a list covers, as its answer names them. */
export interface Window {
	from: string;
	to: string;
}

/** The days asked for, in UTC; of more than a month Zoom silently takes the last month. */
export function monthAsked(query: Record<string, unknown>, now: number): Window {
	const today = DateTime.fromMillis(now, { zone: 'utc' });
	const from = dateOf(query.from) ?? today;
	const to = dateOf(query.to) ?? (query.from === undefined ? today.plus({ days: 1 }) : today);
	const earliest = to.minus({ months: 1 });
	return { from: (from < earliest ? earliest : from).toISODate() ?? '', to: to.toISODate() ?? '' };
}

/** Whether a time lies on one of the days. */
export function isWithin({ from, to }: Window, time: string): boolean {
	const date = time.slice(0, 10);
	return date >= from && date <= to;
}

function dateOf(text: unknown): DateTime | undefined {
	return text === undefined ? undefined : DateTime.fromISO(String(text), { zone: 'utc' });
}
