import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Recurrence } from '../core/records';
import { mostOccurrences, occurrenceStarts, recurrenceErrors } from './recurrence';

describe('occurrences', () => {
	const starts = (recurrence: Recurrence, start: string, zone = 'UTC') =>
		occurrenceStarts(recurrence, DateTime.fromISO(start, { zone }).toMillis(), zone).map((at) =>
			DateTime.fromMillis(at, { zone }).toFormat('ccc yyyy-MM-dd HH:mm ZZ'),
		);

	it('come daily, every so many days', () => {
		const daily: Recurrence = { type: 1, repeat_interval: 3, end_times: 3 };
		expect(starts(daily, '2026-02-26T09:00')).toEqual([
			'Thu 2026-02-26 09:00 +00:00',
			'Sun 2026-03-01 09:00 +00:00',
			'Wed 2026-03-04 09:00 +00:00',
		]);
	});

	it('come weekly on the chosen days, from the first one after the start, in weeks from Sunday', () => {
		const weekly: Recurrence = { type: 2, repeat_interval: 2, weekly_days: '6,1,3', end_times: 5 };
		expect(starts(weekly, '2026-07-01T09:00')).toEqual([
			'Fri 2026-07-03 09:00 +00:00',
			'Sun 2026-07-12 09:00 +00:00',
			'Tue 2026-07-14 09:00 +00:00',
			'Fri 2026-07-17 09:00 +00:00',
			'Sun 2026-07-26 09:00 +00:00',
		]);
	});

	it('come monthly on a day, leaving out months without it', () => {
		const monthly: Recurrence = { type: 3, monthly_day: 31, end_times: 3 };
		expect(starts(monthly, '2026-01-15T09:00')).toEqual([
			'Sat 2026-01-31 09:00 +00:00',
			'Tue 2026-03-31 09:00 +00:00',
			'Sun 2026-05-31 09:00 +00:00',
		]);
	});

	it('come monthly on a day of a week, the last one too', () => {
		const second: Recurrence = { type: 3, monthly_week: 2, monthly_week_day: 3, end_times: 2 };
		expect(starts(second, '2026-07-15T09:00')).toEqual([
			'Tue 2026-08-11 09:00 +00:00',
			'Tue 2026-09-08 09:00 +00:00',
		]);
		const last: Recurrence = { type: 3, monthly_week: -1, monthly_week_day: 1, end_times: 2 };
		expect(starts(last, '2026-07-15T09:00')).toEqual([
			'Sun 2026-07-26 09:00 +00:00',
			'Sun 2026-08-30 09:00 +00:00',
		]);
	});

	it('keep their wall time when the clocks change', () => {
		const daily: Recurrence = { type: 1, end_times: 3 };
		expect(starts(daily, '2026-10-24T09:30', 'Europe/Berlin')).toEqual([
			'Sat 2026-10-24 09:30 +02:00',
			'Sun 2026-10-25 09:30 +01:00',
			'Mon 2026-10-26 09:30 +01:00',
		]);
		// On 2027-03-28 there is no 02:30 in Berlin; the day after has one again.
		expect(starts(daily, '2027-03-27T02:30', 'Europe/Berlin')).toEqual([
			'Sat 2027-03-27 02:30 +01:00',
			'Sun 2027-03-28 03:30 +02:00',
			'Mon 2027-03-29 02:30 +02:00',
		]);
	});

	it('count days in the zone of the meeting, not in UTC', () => {
		const mondays: Recurrence = { type: 2, weekly_days: '2', end_times: 1 };
		expect(starts(mondays, '2026-07-06T08:00', 'Asia/Tokyo')).toEqual([
			'Mon 2026-07-06 08:00 +09:00',
		]);
	});

	it('end at a time, which is still within the series', () => {
		const until = (end_date_time: string): Recurrence => ({ type: 1, end_date_time });
		expect(starts(until('2026-07-03T09:00:00Z'), '2026-07-01T09:00')).toHaveLength(3);
		expect(starts(until('2026-07-03T08:59:59Z'), '2026-07-01T09:00')).toHaveLength(2);
		expect(starts(until('2026-06-30T09:00:00Z'), '2026-07-01T09:00')).toHaveLength(0);
	});

	it('are one unless told, and never more than Zoom makes', () => {
		expect(starts({ type: 1 }, '2026-07-01T09:00')).toHaveLength(1);
		expect(starts({ type: 1, end_times: 0 }, '2026-07-01T09:00')).toHaveLength(mostOccurrences);
		const years: Recurrence = { type: 1, end_date_time: '2036-07-01T09:00:00Z' };
		expect(starts(years, '2026-07-01T09:00')).toHaveLength(mostOccurrences);
	});

	it('are in order, without doubles, from the start on, and on days the rule names', () => {
		const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland');
		const recurrence = fc.record({
			type: fc.constantFrom(2 as const),
			repeat_interval: fc.integer({ min: 1, max: 50 }),
			weekly_days: fc
				.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
				.map((days) => days.join(',')),
			end_times: fc.integer({ min: 1, max: 60 }),
		});
		const start = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2030, 0) });
		fc.assert(
			fc.property(recurrence, start, zone, (rule, at, where) => {
				const made = occurrenceStarts(rule, at, where);
				expect(made).toHaveLength(rule.end_times);
				expect(made).toEqual([...new Set(made)].sort((a, b) => a - b));
				expect(made[0]).toBeGreaterThanOrEqual(at);
				for (const instant of made) {
					const day = (DateTime.fromMillis(instant, { zone: where }).weekday % 7) + 1;
					expect(rule.weekly_days.split(',')).toContain(String(day));
				}
			}),
		);
	});
});

describe('a recurrence', () => {
	it.each<[string, Recurrence]>([
		['repeat_interval', { type: 1, repeat_interval: 100 }],
		['repeat_interval', { type: 2, weekly_days: '1', repeat_interval: 51 }],
		['repeat_interval', { type: 3, repeat_interval: 11 }],
		['repeat_interval', { type: 1, repeat_interval: 0 }],
		['weekly_days', { type: 2 }],
		['monthly_day', { type: 3, monthly_day: 32 }],
		['monthly_week', { type: 3, monthly_week: 1 }],
		['monthly_week', { type: 3, monthly_week_day: 1 }],
		['end_times', { type: 1, end_times: 2, end_date_time: '2026-07-03T09:00:00Z' }],
		['end_times', { type: 1, end_times: -1 }],
	])('is refused for its %s: %j', (name, recurrence) => {
		expect(recurrenceErrors(recurrence)).toEqual([
			{ field: `recurrence.${name}`, message: `Invalid parameter: ${name}.` },
		]);
	});

	it.each<Recurrence>([
		{ type: 1, repeat_interval: 99 },
		{ type: 2, weekly_days: '1,7', repeat_interval: 50 },
		{ type: 3, repeat_interval: 10, monthly_week: -1, monthly_week_day: 7 },
		{ type: 1, end_times: 0, end_date_time: '2026-07-03T09:00:00Z' },
	])('is taken at its bounds: %j', (recurrence) => {
		expect(recurrenceErrors(recurrence)).toEqual([]);
	});
});
