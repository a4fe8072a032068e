import { DateTime } from 'luxon';
import type { FieldError } from '../core/http/answers';
import type { Recurrence } from '../core/records';

/** Zoom makes no more occurrences than this, also of a series without an end. */
export const mostOccurrences = 60;

const longestInterval = { 1: 99, 2: 50, 3: 10 };

/** What of a recurrence Zoom refuses beyond wrong types. */
export function recurrenceErrors(recurrence: Recurrence): FieldError[] {
	const { type, repeat_interval = 1, weekly_days, monthly_day = 1, end_times = 1 } = recurrence;
	const wrong: (string | false)[] = [
		(repeat_interval < 1 || repeat_interval > longestInterval[type]) && 'repeat_interval',
		type === 2 && !weekly_days && 'weekly_days',
		type === 3 && (monthly_day < 1 || monthly_day > 31) && 'monthly_day',
		type === 3 &&
			(recurrence.monthly_week === undefined) !== (recurrence.monthly_week_day === undefined) &&
			'monthly_week',
		(end_times < 0 || (!!recurrence.end_times && !!recurrence.end_date_time)) && 'end_times',
	];
	return wrong
		.filter((name) => name !== false)
		.map((name) => ({ field: `recurrence.${name}`, message: `Invalid parameter: ${name}.` }));
}

// The seed has the same series whenever it is made anew.
const known = new Map<string, readonly number[]>();
const MOST_KNOWN = 100;

/** The starts of a series in epoch milliseconds, at the same wall time in its zone. */
export function occurrenceStarts(
	recurrence: Recurrence,
	start: number,
	zone: string,
): readonly number[] {
	const key = JSON.stringify([recurrence, start, zone]);
	const starts = known.get(key) ?? startsOf(recurrence, start, zone);
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(key, starts);
	return starts;
}

function startsOf(recurrence: Recurrence, start: number, zone: string): number[] {
	const first = DateTime.fromMillis(start, { zone });
	const until = recurrence.end_date_time ? Date.parse(recurrence.end_date_time) : Infinity;
	const asked = recurrence.end_date_time ? 0 : (recurrence.end_times ?? 1);
	const most = asked || mostOccurrences;
	const starts: number[] = [];
	for (const day of days(recurrence, first)) {
		const at = first.set({ year: day.year, month: day.month, day: day.day }).toMillis();
		if (at < start) continue;
		if (at > until || starts.length >= most) break;
		starts.push(at);
	}
	return starts;
}

/** The days a rule names, from the period of the first date on, without end. */
function* days(recurrence: Recurrence, first: DateTime): Generator<DateTime> {
	const { type, repeat_interval = 1 } = recurrence;
	// Counted in UTC, where no day is missing or short.
	const start = DateTime.utc(first.year, first.month, first.day);
	for (let step = 0; ; step += repeat_interval) {
		if (type === 1) yield start.plus({ days: step });
		if (type === 2) yield* daysOfWeek(start.plus({ weeks: step }), recurrence.weekly_days ?? '');
		if (type === 3) yield* dayOfMonth(start.set({ day: 1 }).plus({ months: step }), recurrence);
	}
}

/** The chosen days of a week that begins on Sunday, which Zoom numbers 1. */
function daysOfWeek(day: DateTime, chosen: string): DateTime[] {
	const sunday = day.minus({ days: day.weekday % 7 });
	const numbers = [...new Set(chosen.split(',').map(Number))].sort();
	return numbers.map((number) => sunday.plus({ days: number - 1 }));
}

/** The chosen day of a month, by its number or by its week; a month without it is left out. */
function dayOfMonth(month: DateTime, recurrence: Recurrence): DateTime[] {
	const { monthly_week, monthly_week_day, monthly_day = 1 } = recurrence;
	const last = month.daysInMonth ?? 31;
	if (monthly_week === undefined || monthly_week_day === undefined)
		return monthly_day > last ? [] : [month.set({ day: monthly_day })];
	const all = Array.from({ length: last }, (_, index) => month.set({ day: index + 1 })).filter(
		(day) => (day.weekday % 7) + 1 === monthly_week_day,
	);
	return all.slice(monthly_week === -1 ? -1 : monthly_week - 1).slice(0, 1);
}
