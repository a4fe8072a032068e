import { manualClock } from '../../emulator';
import type { TestEnvironment } from '../../support/engine/testEnvironment';
import { byId, createTestEnvironment } from '../../support/engine/testEnvironment';

const START = '2026-07-15T09:00:00Z';
const KICK_OFF = '84567890123';

let environment: TestEnvironment;
beforeAll(async () => {
	environment = await createTestEnvironment({ clock: manualClock(START) });
});
beforeEach(() => {
	environment.reset();
});
afterAll(async () => {
	await environment.close();
});

const run = (operation: string, parameters: Record<string, unknown> = {}) =>
	environment.run('serverToServer', `report.${operation}`, {
		returnAll: true,
		...parameters,
	} as never);
const windows = (path: string) =>
	environment.emulator.requests
		.to(`GET /v2/report/${path}`)
		.map(({ query: { from, to } }) => `${String(from)} – ${String(to)}`);
const spring = { from: '2026-04-20', to: '2026-07-15' };
const springByMonth = [
	'2026-04-20 – 2026-05-19',
	'2026-05-20 – 2026-06-19',
	'2026-06-20 – 2026-07-15',
];

test.each([
	['getUserMeetings', 'users/*/meetings', 'start_time'],
	['getHistory', 'history_meetings', 'start_time'],
	['getCloudRecording', 'cloud_recording', 'date'],
	['getOperationLogs', 'operationlogs', 'time'],
	['getTelephone', 'telephone', 'start_time'],
])('%s over months is put together in order, each entry once', async (operation, path, time) => {
	const { items, error } = await run(operation, {
		userId: byId('olivia.ortiz@example.com'),
		...spring,
	});
	expect(error).toBeUndefined();
	expect(windows(path)).toEqual(springByMonth);
	const times = items.map((item) => String(item[time]));
	expect(times.length).toBeGreaterThan(0);
	expect(times).toEqual([...times].sort());
	expect(new Set(items.map((item) => JSON.stringify(item))).size).toBe(items.length);
});

test('Storage is told for every day of the months', async () => {
	const { items } = await run('getCloudRecording', { from: '2026-05-01', to: '2026-07-14' });
	expect(items).toHaveLength(31 + 30 + 14);
});

test('Hosts over more than a month are refused, since their sums cannot be joined', async () => {
	const { error } = await run('getUsers', spring);
	expect(error?.message).toBe(
		'To: must be at most one month after From, because Zoom returns no more at once',
	);
	expect(environment.emulator.requests.to('GET /v2/report/*')).toEqual([]);
	expect((await run('getUsers', { from: '2026-06-20', to: '2026-07-15' })).error).toBeUndefined();
});

test('What is to come is listed for months', async () => {
	const { items, error } = await run('getUpcomingEvents', { from: '2026-07-15', to: '2026-10-31' });
	expect(error).toBeUndefined();
	expect(environment.emulator.requests.to('GET /v2/report/upcoming_events')).toHaveLength(4);
	const times = items.map(({ start_time: time }) => String(time));
	// The weekly series of the seed is there again and again.
	expect(times.length).toBeGreaterThan(5);
	expect(times).toEqual([...times].sort());
});

test('Sign-ins are listed over months, and without days of Zoom as it likes', async () => {
	const { items, error } = await run('getActivities', {});
	expect(error).toBeUndefined();
	expect(items.length).toBeGreaterThan(0);
	const long = await run('getActivities', { filters: spring });
	expect(windows('activities').slice(1)).toEqual(springByMonth);
	expect(long.items.length).toBeGreaterThanOrEqual(items.length);
	const backwards = await run('getActivities', {
		filters: { from: '2026-07-02', to: '2026-07-01' },
	});
	expect(backwards.error?.message).toBe('To: must not be before From');
});

test.each([
	['a moment', '2026-07-02T23:30:00Z', 'Europe/Berlin', '2026-07-02'],
	['now, in the evening', '2026-07-02T20:10:00-07:00', 'America/Los_Angeles', '2026-07-03'],
	['a wall time', '2026-07-02T20:10:00', 'America/Los_Angeles', '2026-07-03'],
	['the beginning of a day', '2026-07-02T00:00:00+02:00', 'Europe/Berlin', '2026-07-02'],
	["a day of n8n's picker", '2026-07-02T00:00:00', 'Asia/Tokyo', '2026-07-02'],
	['a day', '2026-07-02', 'America/Los_Angeles', '2026-07-02'],
])('Zoom counts days in UTC: %s (%s in %s) is in that of %s', async (_, to, timezone, day) => {
	await environment.run(
		'serverToServer',
		'report.getUsers',
		{ from: '2026-07-01', to },
		{ timezone },
	);
	expect(windows('users')).toEqual([`2026-07-01 – ${day}`]);
});

test('Participants who came several times are listed once when wanted', async () => {
	const every = await run('getMeetingParticipants', { meetingId: byId(KICK_OFF) });
	const merged = await run('getMeetingParticipants', {
		meetingId: byId(KICK_OFF),
		filters: { mergeRejoins: true },
	});
	expect(merged.error).toBeUndefined();
	expect(merged.items.length).toBeLessThan(every.items.length);
	const joins = merged.items.map((item) => Number(item.joins));
	const inside = every.items.filter(({ status }) => status !== 'in_waiting_room');
	expect(joins.reduce((sum, count) => sum + count)).toBe(inside.length);
	const one = await run('getMeetingParticipants', {
		meetingId: byId(KICK_OFF),
		returnAll: false,
		limit: 1,
		filters: { mergeRejoins: true },
	});
	expect(one.items).toEqual(merged.items.slice(0, 1));
});

test('History can be asked for what used several features', async () => {
	const { error } = await run('getHistory', {
		from: '2026-07-01',
		to: '2026-07-15',
		filters: { meetingFeature: ['poll', 'screen_sharing'] },
	});
	expect(error).toBeUndefined();
	const [call] = environment.emulator.requests.to('GET /v2/report/history_meetings');
	expect(call.query.meeting_feature).toBe('poll,screen_sharing');
});
