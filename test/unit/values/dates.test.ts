import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DateTime, Settings } from 'luxon';
import { parameterFields } from '../../../nodes/Zoom/resources/api/parameterFields';
import { isTimezone } from '../../../nodes/Zoom/values/dates';
import { messageOf, requestOf } from '../../support/registry/registry';
import { startTimes } from '../../support/registry/startTimes';

describe('A start time', () => {
	test.each(startTimes)('$about in a workflow of $workflow: $sent', (scenario) => {
		const { given, chosen, workflow: timezone, sent } = scenario;
		const fields = { startTime: given, ...(chosen && { timeZone: chosen }) };
		const zone = chosen && { timezone: chosen };

		const created = requestOf('meeting.create', { additionalFields: fields }, { timezone });
		expect(created.body).toEqual({ start_time: sent, ...zone });

		const update = { meetingId: '1', updateFields: fields };
		expect(requestOf('meeting.update', update, { timezone }).body).toEqual(created.body);
	});

	// The zone of the process is read when it starts.
	test.each(['UTC', 'America/New_York', 'Pacific/Chatham'])(
		'is the same on a machine in %s',
		(TZ) => {
			const script =
				"process.stdout.write(JSON.stringify([new Date(0).getHours(), require('./startTimes').sentTimes()]))";
			const { stdout, stderr } = spawnSync(
				process.execPath,
				[require.resolve('tsx/cli'), '-e', script],
				{
					cwd: join(__dirname, '../../support/registry'),
					env: { ...process.env, TZ },
					encoding: 'utf8',
				},
			);
			expect(stderr).toBe('');
			const [hour, sent] = JSON.parse(stdout) as [number, string[]];
			expect(hour).toBe(DateTime.fromMillis(0, { zone: TZ }).hour);
			expect(sent).toEqual(startTimes.map((scenario) => scenario.sent));
		},
	);

	test.each(['2026-01-15', '2026-07-15'])(
		'that clocks show twice is the same time whether it is asked on %s',
		(today) => {
			const clock = Settings.now;
			Settings.now = () => Date.parse(today);
			try {
				const additionalFields = { startTime: '2026-10-25T02:30:00' };
				const workflow = { timezone: 'Europe/Berlin' };
				expect(requestOf('meeting.create', { additionalFields }, workflow).body).toEqual({
					start_time: '2026-10-25T00:30:00Z',
				});
			} finally {
				Settings.now = clock;
			}
		},
	);

	test('is not read at all in a zone that is none', () => {
		const additionalFields = { startTime: '2026-07-05T10:00:00', timeZone: 'Mars/Base' };
		expect(messageOf(() => requestOf('meeting.create', { additionalFields }))).toMatch(/^Timezone/);
	});
});

describe('The end of a recurrence', () => {
	const endOf = (endDateTime: unknown, more: object = {}, timezone = 'America/New_York') => {
		const recurrence = { type: 1, endDateTime };
		const additionalFields = { type: 8, recurrence, ...more };
		const { body } = requestOf('meeting.create', { additionalFields }, { timezone });
		return (body?.recurrence as Record<string, unknown>).end_date_time;
	};

	const berlin = { timeZone: 'Europe/Berlin' };
	const midnight = (zone: string) => DateTime.fromISO('2026-07-20T00:00:00', { zone });

	// Zoom reads it in UTC whatever the zone of the meeting.
	test.each<[string, unknown, object, string]>([
		['a moment', '2026-12-31T00:00:00Z', {}, '2026-12-31T00:00:00Z'],
		['a moment', '2026-12-31T00:00:00+01:00', berlin, '2026-12-30T23:00:00Z'],
		['a moment', new Date('2026-12-30T23:00:00Z'), berlin, '2026-12-30T23:00:00Z'],
		['a moment', midnight('Europe/Berlin').plus({ hours: 9 }), berlin, '2026-07-20T07:00:00Z'],
		['a time of the clock', '2026-12-31T00:00:01', {}, '2026-12-31T05:00:01Z'],
		['a time of the clock', '2026-07-20 10:00', berlin, '2026-07-20T08:00:00Z'],
		['a day', '2026-07-20', {}, '2026-07-21T03:59:59Z'],
		['a day', ' 2026-07-20 ', berlin, '2026-07-20T21:59:59Z'],
		["the picker's day", '2026-07-20T00:00:00', berlin, '2026-07-20T21:59:59Z'],
		["the picker's day", '2026-07-20T00:00:00.000', berlin, '2026-07-20T21:59:59Z'],
		["the picker's day", '2026-07-20 00:00', {}, '2026-07-21T03:59:59Z'],
		['a day in winter', '2026-12-31', berlin, '2026-12-31T22:59:59Z'],
		['a day of 25 hours', '2026-10-25', berlin, '2026-10-25T22:59:59Z'],
		['a day of 23 hours', '2026-03-29', berlin, '2026-03-29T21:59:59Z'],
		// Clocks there go from 23:59 to 01:00.
		[
			'a day without a midnight',
			'2026-09-06T00:00:00',
			{ timeZone: 'America/Santiago' },
			'2026-09-07T02:59:59Z',
		],
		['$today in the zone chosen', midnight('Europe/Berlin'), berlin, '2026-07-20T21:59:59Z'],
		['$today of another zone', midnight('America/New_York'), berlin, '2026-07-20T21:59:59Z'],
		['$today as a moment', midnight('Europe/Berlin').toUTC(), berlin, '2026-07-20T21:59:59Z'],
		['a day as JavaScript has it', new Date('2026-07-20'), berlin, '2026-07-20T21:59:59Z'],
		// n8n makes text of what an expression within a collection comes to.
		['$today as text', '2026-07-20T00:00:00.000+02:00', berlin, '2026-07-20T21:59:59Z'],
		[
			'$today of another zone as text',
			'2026-07-20T00:00:00.000-04:00',
			berlin,
			'2026-07-20T21:59:59Z',
		],
		['$today of UTC as text', '2026-07-20T00:00:00.000Z', berlin, '2026-07-20T21:59:59Z'],
		['a moment as text', '2026-07-20T08:30:00.000+02:00', berlin, '2026-07-20T06:30:00Z'],
	])('%s: %s with %j is %s', (_, given, more, sent) => {
		expect(endOf(given, more)).toBe(sent);
	});

	test('is the same for an update and for webinars', () => {
		const end = '2026-07-20T21:59:59Z';
		const recurrence = { type: 1, endDateTime: '2026-07-20T00:00:00' };
		const updateFields = { ...berlin, recurrence };
		for (const [name, id] of [
			['meeting.update', 'meetingId'],
			['webinar.update', 'webinarId'],
		] as const) {
			const { body } = requestOf(name, { [id]: '1', updateFields });
			expect(body?.recurrence).toEqual({ type: 1, end_date_time: end });
		}
		const additionalFields = { ...berlin, type: 9, recurrence };
		expect(requestOf('webinar.create', { additionalFields }).body?.recurrence).toEqual({
			type: 1,
			end_date_time: end,
		});
	});
});

describe('The last day to list', () => {
	test.each([
		['2026-07-20', '2026-07-20T21:59:59Z'],
		['2026-07-20T00:00:00', '2026-07-20T21:59:59Z'],
		['2026-07-20T10:00:00', '2026-07-20T08:00:00Z'],
		['2026-07-20T00:00:00Z', '2026-07-20T00:00:00Z'],
	])('of summaries counts in full: %s', (to, sent) => {
		const timezone = 'Europe/Berlin';
		const { query } = requestOf('meetingSummary.getAll', { filters: { to } }, { timezone });
		expect(query.to).toBe(sent);
	});

	const encoded = (name: string, type: 'dateTime' | 'dateOrTime', value: unknown) => {
		const [{ field }] = parameterFields(
			{ method: 'GET', path: '/x', placeholders: [], query: {} },
			[{ name, in: 'query', type }],
		);
		const refuse = (allowed: string): never => {
			throw new Error(allowed);
		};
		return field.encode!(value, { timezone: 'Europe/Berlin', timezoneChosen: false, refuse });
	};

	test.each([
		['to', 'dateOrTime', '2026-07-20', '2026-07-20'],
		['to', 'dateOrTime', '2026-07-20T00:00:00', '2026-07-20'],
		['to', 'dateOrTime', '2026-07-20T10:00:00', '2026-07-20T08:00:00Z'],
		['to', 'dateOrTime', '2026-07-20T00:00:00Z', '2026-07-20T00:00:00Z'],
		['to', 'dateTime', '2026-07-20', '2026-07-20T21:59:59Z'],
		['created_time_to', 'dateTime', '2026-07-20T00:00:00', '2026-07-20T21:59:59Z'],
		['from', 'dateTime', '2026-07-20', '2026-07-19T22:00:00Z'],
		['end_time', 'dateTime', '2026-07-20T00:00:00', '2026-07-19T22:00:00Z'],
	] as const)('of any endpoint counts in full: %s as %s: %s', (name, type, value, sent) => {
		expect(encoded(name, type, value)).toBe(sent);
	});
});

describe('A day to list from', () => {
	const dayOf = (from: unknown, more: object = {}, timezone = 'America/New_York') =>
		requestOf('meeting.getAll', { filters: { from, ...more } }, { timezone }).query.from;

	test.each([
		['the day itself', '2026-07-05', {}, '2026-07-05'],
		["a wall time, as n8n's picker gives it", '2026-07-05T00:00:00', {}, '2026-07-05'],
		['a moment: the day it is in the workflow', '2026-07-05T02:00:00Z', {}, '2026-07-04'],
		[
			'a moment: the day it is in the zone chosen',
			'2026-07-05T23:00:00Z',
			{ timeZone: 'Europe/Berlin' },
			'2026-07-06',
		],
		['a Date', new Date('2026-07-05T02:00:00Z'), {}, '2026-07-04'],
		[
			'a luxon DateTime',
			DateTime.fromISO('2026-07-05T23:30:00', { zone: 'Asia/Tokyo' }),
			{},
			'2026-07-05',
		],
	])('%s: %s', (_, given, more, sent) => {
		expect(dayOf(given, more)).toBe(sent);
	});
});

describe('A time zone', () => {
	test.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata'])(
		'%s is one',
		(zone) => {
			expect(isTimezone(zone)).toBe(true);
			const body = { timezone: zone };
			expect(requestOf('meeting.create', { additionalFields: { timeZone: zone } }).body).toEqual(
				body,
			);
			expect(requestOf('user.update', { updateFields: { timeZone: zone } }).body).toEqual(body);
		},
	);

	test.each(['', 'Berlin', 'Mars/Base', '+02:00', '-0500', 'local', 'system', null, 2, {}])(
		'%j is none',
		(zone) => {
			expect(isTimezone(zone)).toBe(false);
		},
	);
});
