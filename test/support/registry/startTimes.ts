import { DateTime } from 'luxon';
import { startTime } from '../../../nodes/Zoom/values/dates';

/** A start time as a user gives it, and what has to reach Zoom. */
export interface StartTime {
	readonly about: string;
	readonly given: unknown;
	/** Zone set in the node; none when absent. */
	readonly chosen?: string;
	/** Of the workflow. */
	readonly workflow: string;
	readonly sent: string;
}

const berlin = 'Europe/Berlin';
const newYork = 'America/New_York';

// Moments go out in UTC. Wall times go out as they are when their zone goes along, else as the moment they mean in the
// workflow's zone.
export const startTimes: readonly StartTime[] = [
	...[berlin, newYork, undefined].flatMap((chosen) => [
		moment('a moment in UTC', '2026-07-05T10:00:00Z', '2026-07-05T10:00:00Z', chosen),
		moment('a moment in lower case', '2026-07-05t10:00:00z', '2026-07-05T10:00:00Z', chosen),
		moment('an offset', '2026-07-05T10:00:00+02:00', '2026-07-05T08:00:00Z', chosen),
		moment('an offset without colon', '2026-07-05T10:00:00-0430', '2026-07-05T14:30:00Z', chosen),
		moment('milliseconds', '2026-07-05T10:00:00.999Z', '2026-07-05T10:00:00Z', chosen),
		moment('a Date', new Date('2026-07-05T10:00:00Z'), '2026-07-05T10:00:00Z', chosen),
		moment(
			'a luxon DateTime in a zone of its own',
			DateTime.fromISO('2026-07-05T10:00:00', { zone: 'Asia/Tokyo' }),
			'2026-07-05T01:00:00Z',
			chosen,
		),
		moment(
			'a luxon DateTime in UTC',
			DateTime.fromISO('2026-07-05T10:00:00', { zone: 'utc' }),
			'2026-07-05T10:00:00Z',
			chosen,
		),
	]),
	...[berlin, newYork].flatMap((workflow) => [
		wall('a wall time', '2026-07-05T10:00:00', workflow),
		wall('a wall time with a blank', '2026-07-05 10:00:00', workflow),
		wall('a wall time without seconds', ' 2026-07-05T10:00 ', workflow),
	]),
	{
		about: 'a wall time without a zone of its own',
		given: '2026-07-05T10:00:00',
		workflow: berlin,
		sent: '2026-07-05T08:00:00Z',
	},
	{
		about: 'a wall time in winter',
		given: '2026-01-05T10:00:00',
		workflow: berlin,
		sent: '2026-01-05T09:00:00Z',
	},
	{
		about: 'a wall time in a workflow elsewhere',
		given: '2026-07-05T10:00:00',
		workflow: newYork,
		sent: '2026-07-05T14:00:00Z',
	},
	{
		about: 'a day alone, which begins at midnight',
		given: '2026-07-05',
		workflow: newYork,
		sent: '2026-07-05T04:00:00Z',
	},
	{
		about: 'a time that clocks skip: an hour later',
		given: '2026-03-29T02:30:00',
		workflow: berlin,
		sent: '2026-03-29T01:30:00Z',
	},
	{
		about: 'a time that clocks show twice: the first',
		given: '2026-10-25T02:30:00',
		workflow: berlin,
		sent: '2026-10-25T00:30:00Z',
	},
	{
		about: 'a time that clocks show twice, with the offset that tells',
		given: '2026-10-25T02:30:00+01:00',
		workflow: berlin,
		sent: '2026-10-25T01:30:00Z',
	},
];

function moment(about: string, given: unknown, sent: string, chosen?: string): StartTime {
	return { about, given, chosen, workflow: 'Asia/Kolkata', sent };
}

function wall(about: string, given: string, workflow: string): StartTime {
	const sent = '2026-07-05T10:00:00';
	return { about: `${about}, its zone set`, given, chosen: berlin, workflow, sent };
}

/** What the node makes of all of them in this process. */
export const sentTimes = (): string[] =>
	startTimes.map(({ given, chosen, workflow }) =>
		startTime(given, {
			timezone: chosen ?? workflow,
			timezoneChosen: chosen !== undefined,
			refuse: (allowed) => {
				throw new Error(allowed);
			},
		}),
	);
