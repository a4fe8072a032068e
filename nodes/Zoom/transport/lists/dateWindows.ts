import { DateTime } from 'luxon';

import type { ZoomRequest } from '../../registry/types';

/** Part of the time a list is wanted for; both days, in UTC, are part of it. */
export interface DateWindow {
	readonly from: string;
	readonly to: string;
}

/**
 * Cuts the time from `from` to `to` into parts that Zoom answers, the oldest first: it serves at most a month at once.
 * @param isAhead whether the list is of what is to come; else nothing is asked for that has not begun anywhere yet
 * @returns nothing where the request names no day to begin with, so that Zoom's own default counts
 */
export function dateWindowsOf({ query }: ZoomRequest, now: number, isAhead = false): DateWindow[] {
	const begin = DateTime.fromISO(String(query.from), { zone: 'utc' });
	if (!begin.isValid) return [];
	const today = DateTime.fromMillis(now, { zone: 'utc' });
	const end = query.to === undefined ? today : DateTime.fromISO(String(query.to), { zone: 'utc' });
	const { format, step } = String(query.from).includes('T') ? MOMENTS : DAYS;
	const tomorrow = today.plus({ days: 1 });
	return starts(begin, end).flatMap((from, index, all) => {
		if (index > 0 && from > tomorrow && !isAhead) return [];
		const to = all[index + 1]?.minus(step) ?? end;
		return [{ from: from.toFormat(format), to: to.toFormat(format) }];
	});
}

const DAYS = { format: 'yyyy-MM-dd', step: { days: 1 } };
const MOMENTS = { format: "yyyy-MM-dd'T'HH:mm:ss'Z'", step: { seconds: 1 } };

// Each a month after the one before: after the 31st of January and the 28th of February comes the 28th of March.
function starts(begin: DateTime, end: DateTime): DateTime[] {
	const all = [begin];
	for (let next = begin.plus({ months: 1 }); next <= end; next = next.plus({ months: 1 })) {
		all.push(next);
	}
	return all;
}
