import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { RestOperation } from '../registry/types';
import { refuse } from './inputError';

/**
 * Ends the item where the time it asks for ends before it begins, is longer than Zoom answers, or would be asked for in
 * calls of which Zoom can answer nothing.
 * @param now milliseconds since 1970; until then a time reaches that has no end
 */
export function refuseWrongDateRange(
	{ from, to }: IDataObject,
	{ maxRange, list }: RestOperation,
	now: number,
): void {
	const begin = from === undefined ? undefined : dayOf(from);
	const end = to === undefined ? undefined : dayOf(to);
	if (begin && end && end < begin) refuse(['To'], 'must not be before From');
	const today = DateTime.fromMillis(now, { zone: 'utc' }).startOf('day');
	if (begin && maxRange === 'month' && (end ?? today) > begin.plus({ months: 1 })) {
		const isToday = end === undefined ? ' (today if it is not set)' : '';
		refuse(
			['To'],
			`must be at most one month after From${isToday}, because Zoom returns no more at once`,
		);
	}
	if (list?.dateWindows) {
		refuseOutside('From', begin, today);
		refuseOutside('To', end, today);
	}
}

const dayOf = (day: unknown) => DateTime.fromISO(String(day), { zone: 'utc' });

// Zoom was founded in 2011. Beyond these bounds there would be one empty call for every month.
const OLDEST = DateTime.utc(2011);
const MOST_YEARS_AHEAD = 1;

function refuseOutside(label: string, day: DateTime | undefined, today: DateTime): void {
	if (day === undefined) return;
	const latest = today.plus({ years: MOST_YEARS_AHEAD });
	if (day < OLDEST || day > latest) {
		refuse(
			[label],
			`must be from ${OLDEST.toISODate()} to ${latest.toISODate()}, one year from today`,
		);
	}
}
