import type { IDataObject } from 'n8n-workflow';

import { clock } from '../sync/clock';
import type { Page } from './pages';
import { countsOf, isInside } from './paging';

/** Tells the user something beside the items. */
export type Warn = (message: string) => void;

/** What is wanted of a list. */
export interface Wanted {
	readonly limit: number;
	/** What was asked for. */
	readonly query: Readonly<IDataObject>;
	readonly warn: Warn;
}

/** The entries of all pages together, at most `limit`; tells of what is missing. */
export async function collect(
	pages: AsyncIterable<Page>,
	{ limit, query, warn }: Wanted,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	const answered = { entries: 0, pages: 0 };
	const counted = { entries: 0, pages: 0 };
	for await (const { entries, size, unreadable, answer } of pages) {
		warnOfCut(query, answer, warn);
		if (unreadable > 0) warn("Entries of Zoom's list that are not objects were left out.");
		for (const entry of entries) found.push(entry);
		if (found.length >= limit) return found.slice(0, limit);
		answered.entries += size;
		answered.pages += 1;
		const counts = countsOf(answer);
		counted.entries = Math.max(counted.entries, counts.entries);
		counted.pages = Math.max(counted.pages, counts.pages);
	}
	// A caller that asks for a later page does not want the pages before it.
	if (isInside(query)) return found;
	for (const what of ['entries', 'pages'] as const) {
		if (counted[what] > answered[what]) {
			warn(
				`The list may be incomplete: Zoom counts ${counted[what]} ${what} but returned ${answered[what]}.`,
			);
		}
	}
	return found;
}

/** Pairs of parameters for the time that is asked for, and members of the answer for the time that is answered. */
const RANGES = [
	['from', 'to'],
	['from_date', 'to_date'],
	['start_date', 'end_date'],
	['start_time', 'end_time'],
] as const;

/** Zoom tells which days it answers, and moves them without an error where it deems the time too long. */
export function warnOfCut(
	query: Readonly<IDataObject>,
	answer: Readonly<IDataObject>,
	warn: Warn,
): void {
	for (const [from, to] of RANGES) {
		const [begin, end] = [textOf(answer[from]), textOf(answer[to])];
		if (isLater(begin, textOf(query[from]))) {
			warn(
				`Zoom returned entries from ${begin} instead of ${textOf(query[from])}. Older entries are missing.`,
			);
		}
		if (isLater(textOf(query[to]), end) && !isToday(end)) {
			warn(
				`Zoom returned entries up to ${end} instead of ${textOf(query[to])}. Newer entries are missing.`,
			);
		}
	}
}

const MOST_TOLD = 40;
const textOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, MOST_TOLD) : '');

const DAY = 'yyyy-mm-dd'.length;

/** Whether a time is after another; by their days where one of them is no more than a day. */
function isLater(one: string, other: string): boolean {
	const length = Math.min(one.length, other.length) > DAY ? undefined : DAY;
	return Date.parse(one.slice(0, length)) > Date.parse(other.slice(0, length));
}

const ONE_DAY = 86_400_000;

// What is asked for beyond today has not happened yet.
function isToday(moment: string): boolean {
	const ahead = Date.parse(moment.slice(0, DAY)) - clock.now();
	return ahead > -ONE_DAY && ahead <= ONE_DAY;
}
