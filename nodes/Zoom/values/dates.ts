import { DateTime, IANAZone } from 'luxon';

import type { EncodeContext } from '../registry/types';

const WALL = "yyyy-MM-dd'T'HH:mm:ss";
const ISO_DATE_TIME =
	/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/i;
const EXPECTED =
	'must be a date and time such as 2026-07-05T10:00:00, with Z or an offset (+02:00) for an exact moment';

// Longer than any time or name of a zone; what is longer is not looked at.
const LONGEST = 100;

/** A time as the user meant it: an exact moment, or a reading of a clock somewhere. */
interface Reading {
	readonly time: DateTime;
	readonly isInstant: boolean;
}

// `instanceof` fails for dates made in another realm, as n8n's expression engine makes them.
const isDate = (value: unknown): value is Date =>
	Object.prototype.toString.call(value) === '[object Date]';

function read(value: unknown, { timezone, refuse }: EncodeContext): Reading {
	const reading = parse(value, timezone);
	return reading?.time.isValid ? reading : refuse(EXPECTED);
}

function parse(value: unknown, zone: string): Reading | undefined {
	if (isDate(value)) return { time: DateTime.fromJSDate(value, { zone: 'utc' }), isInstant: true };
	// What merely looks like one, made from JSON, has no methods.
	if (DateTime.isDateTime(value) && typeof value.toMillis === 'function')
		return { time: value, isInstant: true };
	const isText = typeof value === 'string' && value.length <= LONGEST;
	const match = isText ? ISO_DATE_TIME.exec(value.trim()) : null;
	if (!match) return undefined;
	const iso = match[0].replace(' ', 'T').toUpperCase();
	const time = DateTime.fromISO(iso, { zone, setZone: true });
	if (match[1] !== undefined) return { time, isInstant: true };
	// Of a time that clocks show twice luxon takes the one in force on the day it is asked; the first is always the same.
	return { time: time.getPossibleOffsets()[0], isInstant: false };
}

const asUtc = (time: DateTime) => `${time.toUTC().toFormat(WALL)}Z`;

/**
 * A start time: a moment goes out in UTC; a wall time goes out as it is when its zone goes with it (Zoom then keeps it
 * right across daylight saving), else as the moment it is in the workflow's zone.
 * @see https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 */
export function startTime(value: unknown, context: EncodeContext): string {
	const { time, isInstant } = read(value, context);
	return isInstant || !context.timezoneChosen ? asUtc(time) : time.toFormat(WALL);
}

/** A moment in UTC, for fields that Zoom reads in UTC whatever the zone of the meeting. */
export function utcTime(value: unknown, context: EncodeContext): string {
	return asUtc(read(value, context).time);
}

/**
 * The end of a time, as the last moment that is part of it, in UTC. A day stands for all of it, in the zone of the item:
 * written as a day, as midnight without an offset (n8n's picker) or as what an expression makes of a day (`$today`). Any
 * other moment stays as it is.
 */
export function endTime(value: unknown, context: EncodeContext): string {
	const reading = read(value, context);
	const lastDay = wholeDay(value, reading, context);
	return asUtc(
		lastDay
			? lastDay.setZone(context.timezone, { keepLocalTime: true }).endOf('day')
			: reading.time,
	);
}

/** The day a value stands for, if it stands for one; its hour is of no account. */
function wholeDay(
	value: unknown,
	{ time, isInstant }: Reading,
	{ timezone }: EncodeContext,
): DateTime | undefined {
	if (!isInstant) return MIDNIGHT.test(String(value)) ? time : undefined;
	if (typeof value === 'string' && !MADE_BY_EXPRESSION.test(value)) return undefined;
	// `$today` is of the workflow's zone, whatever zone the item chooses; JavaScript takes a day for its midnight in UTC.
	const readings = isDate(value) ? [time] : [time, time.setZone(timezone)];
	return readings.find((each) => each.toMillis() === each.startOf('day').toMillis());
}

// n8n makes text of a `DateTime` within a collection, and JSON of a `Date`: with milliseconds, which people do not write.
const MADE_BY_EXPRESSION = /\.000(?:Z|[+-]\d{2}:\d{2})\s*$/i;

const MIDNIGHT = /^\s*\d{4}-\d{2}-\d{2}(?:[T ]00:00(?::00(?:\.0{1,9})?)?)?\s*$/i;

/** A calendar day; of a moment, the day it is in the chosen or the workflow's zone. */
export const day = (value: unknown, context: EncodeContext): string =>
	dayOf(inZone(value, context));

/**
 * A day of those that Zoom counts in UTC. The beginning of a day here, as n8n's pickers and `$today` give it, stands for
 * that day; any other moment for the day it is in UTC, so that a list up to now has what is of now.
 */
export function utcDay(value: unknown, context: EncodeContext): string {
	const time = inZone(value, context);
	return dayOf(time.toMillis() === time.startOf('day').toMillis() ? time : time.toUTC());
}

function inZone(value: unknown, context: EncodeContext): DateTime {
	const { time, isInstant } = read(value, context);
	return isInstant ? time.setZone(context.timezone) : time;
}

const dayOf = (time: DateTime) => time.toISODate() ?? '';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A moment in UTC, or a day where no more was given; Zoom takes either. */
export const dayOrUtcTime = (value: unknown, context: EncodeContext): string =>
	typeof value === 'string' && DAY.test(value.trim())
		? day(value, context)
		: utcTime(value, context);

/** As `dayOrUtcTime`, for the end of a time: midnight as n8n's picker gives it stands for the whole day. */
export const dayOrEndTime = (value: unknown, context: EncodeContext): string =>
	typeof value === 'string' && MIDNIGHT.test(value) ? day(value, context) : endTime(value, context);

/** Whether a name is in the IANA time zone database; offsets, which some runtimes take for one, are not. */
export const isTimezone = (value: unknown): value is string =>
	typeof value === 'string' &&
	value.length <= LONGEST &&
	/^[A-Z]/i.test(value) &&
	IANAZone.isValidZone(value);

/** An IANA time zone name. */
export function timezone(value: unknown, { refuse }: EncodeContext): string {
	return isTimezone(value)
		? value
		: refuse('must be a time zone name such as Europe/Berlin, America/New_York or UTC');
}
