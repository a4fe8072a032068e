import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

const WEEKLY = 2;
const MONTHLY = 3;
const LAST_WEEK = -1;

/**
 * When a series may begin: at its start where that is a date of its rule, else at the first date after it. Where the rule
 * skips weeks or months, Zoom does not say whether those before the first date count, so both are there.
 * @param start in the zone of the series
 * @param rule `recurrence` as it is sent; undefined for what takes place once
 * @returns milliseconds since 1970
 */
export function firstOccurrences(start: DateTime, rule: IDataObject | undefined): number[] {
	const { type, repeat_interval: interval = 1 } = rule ?? {};
	const unit = type === WEEKLY ? 'weeks' : 'months';
	const isOn = type === WEEKLY ? dayOfWeek(rule) : type === MONTHLY ? dayOfMonth(rule) : undefined;
	if (!isOn) return [start.toMillis()];
	const firsts = [0, 1, Number(interval)].flatMap((steps) => {
		const days = daysOf(start.plus({ [unit]: steps }), unit);
		return days.find((day) => day >= start && isOn(day))?.toMillis() ?? [];
	});
	return [start.toMillis(), ...firsts];
}

/** All days of a week, which begins on Sunday, or of a month, at a time of day. */
function daysOf(time: DateTime, unit: 'weeks' | 'months'): DateTime[] {
	const [first, count] =
		unit === 'weeks'
			? [time.minus({ days: time.weekday % 7 }), 7]
			: [time.set({ day: 1 }), time.daysInMonth ?? 0];
	return Array.from({ length: count }, (_, days) => first.plus({ days }));
}

/** Zoom counts the days of the week from Sunday, which is 1. */
const weekdayOf = (day: DateTime) => (day.weekday % 7) + 1;

function dayOfWeek({ weekly_days: days = '' }: IDataObject = {}): (day: DateTime) => boolean {
	const chosen = String(days).split(',').map(Number);
	return (day) => chosen.includes(weekdayOf(day));
}

function dayOfMonth({
	monthly_day: dayNumber,
	monthly_week: week,
	monthly_week_day: weekday,
}: IDataObject = {}): (day: DateTime) => boolean {
	if (week === undefined) return ({ day }) => day === (dayNumber ?? 1);
	return (day) => {
		const isLast = day.plus({ weeks: 1 }).month !== day.month;
		const isInWeek = week === LAST_WEEK ? isLast : Math.ceil(day.day / 7) === week;
		return isInWeek && weekdayOf(day) === weekday;
	};
}
