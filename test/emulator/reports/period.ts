import { DateTime } from 'luxon';
import type { Call } from '../core/context';
import { ZoomError } from '../core/http/answers';

/** The days a report covers, both included and in UTC, and the same as instants. */
export interface Period {
	from: string;
	to: string;
	start: number;
	end: number;
}

/**
 * The days asked for; of more than a month Zoom silently takes the last month, and beyond half a year
 * it has no reports.
 */
export function reportPeriod({ context, query }: Call, longest: object = { months: 1 }): Period {
	const today = DateTime.fromMillis(context.clock.now(), { zone: 'utc' }).startOf('day');
	const to = query.to === undefined ? today : dateAsked(query, 'to');
	const asked = query.from === undefined ? to.minus(longest) : dateAsked(query, 'from');
	const from = DateTime.max(asked, to.minus(longest));
	if (from > to || from < today.minus({ months: 6 })) throw invalid('from');
	const wholeDay = !String(query.to).includes(':');
	return {
		from: from.toFormat('yyyy-MM-dd'),
		to: to.toFormat('yyyy-MM-dd'),
		start: from.toMillis(),
		end: to.plus(wholeDay ? { days: 1 } : { minutes: 1 }).toMillis(),
	};
}

/** Whether a time lies within the period. */
export function isDuring({ start, end }: Period, time: string): boolean {
	const at = Date.parse(time);
	return at >= start && at < end;
}

/** The dates of the period, one after the other. */
export function datesOfPeriod({ start, end }: Period): string[] {
	const days = Math.round((end - start) / 86_400_000);
	const first = DateTime.fromMillis(start, { zone: 'utc' });
	return Array.from({ length: days }, (_, index) =>
		first.plus({ days: index }).toFormat('yyyy-MM-dd'),
	);
}

/** A date, or for operation logs a date with hours and minutes. */
function dateAsked(query: Record<string, unknown>, name: 'from' | 'to'): DateTime {
	const date = DateTime.fromISO(String(query[name]).replace(' ', 'T'), { zone: 'utc' });
	if (!date.isValid) throw invalid(name);
	return date;
}

function invalid(name: string): ZoomError {
	return new ZoomError(400, 300, `Invalid parameter: ${name}.`);
}
