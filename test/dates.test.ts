import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DateTime, Settings } from 'luxon';
import { isTimezone } from '../nodes/Zoom/dates';
import { messageOf, requestOf } from './support/registry';
import { startTimes } from './support/startTimes';

describe('A start time', () => {
	test.each(startTimes)('$about in a workflow of $workflow: $sent', (story) => {
		const { given, chosen, workflow: timezone, sent } = story;
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
				{ cwd: join(__dirname, 'support'), env: { ...process.env, TZ }, encoding: 'utf8' },
			);
			expect(stderr).toBe('');
			const [hour, sent] = JSON.parse(stdout) as [number, string[]];
			expect(hour).toBe(DateTime.fromMillis(0, { zone: TZ }).hour);
			expect(sent).toEqual(startTimes.map((story) => story.sent));
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

	// Zoom reads it in UTC whatever the zone of the meeting.
	test.each([
		['2026-12-31T00:00:00Z', {}, '2026-12-31T00:00:00Z'],
		['2026-12-31T00:00:00+01:00', {}, '2026-12-30T23:00:00Z'],
		['2026-12-31T00:00:00', {}, '2026-12-31T05:00:00Z'],
		['2026-12-31T00:00:00', { timeZone: 'Europe/Berlin' }, '2026-12-30T23:00:00Z'],
		[new Date('2026-12-31T00:00:00Z'), { timeZone: 'Europe/Berlin' }, '2026-12-31T00:00:00Z'],
	])('%s with %j is %s', (given, more, sent) => {
		expect(endOf(given, more)).toBe(sent);
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
