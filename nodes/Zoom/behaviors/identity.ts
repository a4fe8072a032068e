import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { objectOf, objectsIn } from '../json/json';
import type { OperationRequest } from '../registry/types';
import { firstOccurrences } from './firstOccurrence';

/** What tells one from all others of its host. */
export interface Identity {
	/** As the user named them. */
	readonly host: string;
	readonly topic: string;
	/** Milliseconds since 1970; undefined for one that starts at any time, or when Zoom chooses. */
	readonly start: number | undefined;
	/** Its start, and when its first date may be besides, as that of a series is the first of its rule. */
	readonly firstDates: readonly number[];
	/** When it may begin besides, since Zoom puts the time of the call in place of a start that is over. */
	readonly present?: readonly [from: number, to: number];
	readonly type: number | undefined;
}

export const INSTANT = 1;
// Meetings of types 3 and 6 (webinars) have no fixed start, instant ones start at once.
export const WITHOUT_START: ReadonlyArray<number | undefined> = [INSTANT, 3, 6];
export const SERIES: readonly unknown[] = [8, 9];

/** What a request creates, as far as it tells one from others. */
export function identityOf({ body = {}, values }: OperationRequest): Identity {
	const { topic = '', start_time: start, timezone, schedule_for: host } = body;
	const type = typeof body.type === 'number' ? body.type : undefined;
	const rule = SERIES.includes(type) ? objectOf(body.recurrence) : undefined;
	const zone = typeof timezone === 'string' ? timezone : 'utc';
	const hasStart = start !== undefined && !WITHOUT_START.includes(type);
	const begin = hasStart ? DateTime.fromISO(String(start), { zone }) : undefined;
	return {
		host: String(host ?? values.userId),
		topic: String(topic),
		start: begin?.toMillis(),
		firstDates: begin ? firstOccurrences(begin, rule) : [],
		type,
	};
}

/** Whether something has the topic wanted. */
export const isCalled = ({ topic }: IDataObject, wanted: Identity) =>
	String(topic).trim() === wanted.topic.trim();

/** A meeting with each of its dates, where it has several. */
export const datesOf = (whole: IDataObject): IDataObject[] => [
	whole,
	...objectsIn([whole.occurrences ?? []].flat()),
];

/** Whether something begins when the one wanted does. */
export const startsAt =
	({ start: wanted, firstDates: dates, present, type }: Identity) =>
	({ start_time: start }: IDataObject): boolean => {
		// Where none is asked for, Zoom sets a start itself, unless there is none by type.
		if (wanted === undefined) return start === undefined || !WITHOUT_START.includes(type);
		const begin = Date.parse(String(start));
		if (dates.includes(begin)) return true;
		// The dates of a series follow its rule from then on.
		const [from, to] = present ?? [Infinity, -Infinity];
		return begin >= from && (begin <= to || (present !== undefined && SERIES.includes(type)));
	};
