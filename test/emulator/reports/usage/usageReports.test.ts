import type { Api } from '../../caller';
import { apiOf } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator, manualClock } from '../..';

const start = '2026-07-15T09:00:00Z';
const july = 'from=2026-07-01&to=2026-07-15';

interface Day {
	date: string;
	new_users: number;
	meetings: number;
	participants: number;
	meeting_minutes: number;
}

describe('reports on usage', () => {
	const clock = manualClock(start);
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock });
	});
	beforeEach(() => {
		clock.set(start);
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const get = async (path: string) => (await api('GET', `/report/${path}`)).body;
	const refusal = async (path: string) => {
		const { status, body } = await api('GET', `/report/${path}`);
		return [status, body.code, body.message];
	};

	describe('by day', () => {
		const days = async (query = '') => (await get(`daily${query}`)).dates as Day[];

		it('count every day of the month up to today', async () => {
			emulator.addUser({ email: 'new@example.com' });
			const { year, month, dates } = await get('daily');
			expect([year, month]).toEqual([2026, 7]);
			expect(dates).toHaveLength(15);
			expect((dates as Day[])[7]).toEqual({
				date: '2026-07-08',
				new_users: 0,
				meetings: 1,
				participants: 6,
				meeting_minutes: 297,
			});
			expect((dates as Day[])[14]).toMatchObject({ date: '2026-07-15', new_users: 1 });
			const june = await days('?month=6');
			expect(june).toHaveLength(30);
			expect(june.filter(({ meetings }) => meetings).map(({ date }) => date)).toEqual([
				'2026-06-05',
				'2026-06-29',
			]);
		});

		it('go back half a year, and not into the future', async () => {
			expect(await days('?year=2026&month=1')).toHaveLength(31);
			const late =
				'Daily report can only be provided for a month that falls within the recent 6 months.';
			expect(await refusal('daily?year=2025&month=12')).toEqual([400, 300, late]);
			expect(await refusal('daily?month=8')).toEqual([400, 300, late]);
			expect((await refusal('daily?month=13')).slice(0, 2)).toEqual([400, 300]);
		});
	});

	describe('by host', () => {
		const users = async (query: string) =>
			(await get(`users?${query}`)).users as { email: string; meetings: number }[];

		it('tell the active from the inactive', async () => {
			expect(await get(`users?type=active&${july}`)).toMatchObject({
				from: '2026-07-01',
				to: '2026-07-15',
				total_records: 3,
				total_meetings: 4,
				total_participants: 13,
				users: [
					{ user_name: 'Olivia Ortiz', meetings: 1, participants: 6, meeting_minutes: 297 },
					{ user_name: 'Hana Hayashi', meetings: 2, participants: 6 },
					{ user_name: 'Bruno Batista', meetings: 1, participants: 1, meeting_minutes: 5 },
				],
			});
			const idle = await users(`type=inactive&${july}`);
			expect(idle.map(({ email, meetings }) => [email, meetings])).toEqual([
				['henrik.holm@example.com', 0],
				['uma.upton@example.com', 0],
			]);
		});

		it('can be narrowed to a group', async () => {
			emulator.store.groups.insert({
				id: 'SupportGroup',
				name: 'Support',
				members: ['HanaHayashi-Host_00000'],
				created_at: start,
			});
			const hosts = await users(`group_id=SupportGroup&${july}`);
			expect(hosts.map(({ email }) => email)).toEqual(['hana.hayashi@example.com']);
			expect(await refusal(`users?group_id=none&${july}`)).toEqual([
				403,
				12703,
				'No permission for the group: none.',
			]);
		});

		it('come in pages by token and by number', async () => {
			const first = await get(`users?page_size=2&${july}`);
			expect(first).toMatchObject({ page_count: 2, page_number: 1, total_records: 3 });
			const token = String(first.next_page_token);
			expect(await users(`page_size=2&next_page_token=${token}&${july}`)).toHaveLength(1);
			expect(await users(`page_size=2&page_number=2&${july}`)).toHaveLength(1);
			expect(
				await refusal(`users?page_size=2&next_page_token=${token}&type=inactive&${july}`),
			).toEqual([400, 300, 'The next page token is invalid or expired.']);
		});
	});

	describe('by period', () => {
		it('silently shorten it to its last month, and say so in the answer', async () => {
			expect(await get('users?from=2026-01-01&to=2026-07-15')).toMatchObject({
				from: '2026-06-15',
				to: '2026-07-15',
			});
			expect(await get('cloud_recording?from=2026-01-01&to=2026-07-15')).toMatchObject({
				from: '2026-06-15',
			});
		});

		it('end half a year ago', async () => {
			const invalid = [400, 300, 'Invalid parameter: from.'];
			expect((await api('GET', '/report/users?from=2026-01-15&to=2026-02-01')).status).toBe(200);
			expect(await refusal('users?from=2026-01-14&to=2026-02-01')).toEqual(invalid);
			expect(await refusal('users?from=2026-07-02&to=2026-07-01')).toEqual(invalid);
		});

		it('need both days, and days that exist', async () => {
			expect((await refusal('users?from=2026-07-01')).slice(0, 2)).toEqual([400, 300]);
			expect((await refusal('users?from=2026-07-01&to=2026-07-32')).slice(0, 2)).toEqual([
				400, 300,
			]);
			expect(await refusal('history_meetings?from=yesterday&to=2026-07-01')).toEqual([
				400,
				300,
				'Invalid parameter: from.',
			]);
		});
	});

	it('tell what cloud recordings took up, up to yesterday', async () => {
		const { cloud_recording_storage } = await get(`cloud_recording?${july}`);
		const days = cloud_recording_storage as { date: string; usage: string }[];
		expect(days.map(({ date }) => date).slice(-1)).toEqual(['2026-07-14']);
		const usage = Object.fromEntries(days.map(({ date, usage }) => [date, parseFloat(usage)]));
		expect(usage['2026-07-08']).toBeGreaterThan(usage['2026-07-07']);
		// A recording has gone to the trash.
		expect(usage['2026-07-14']).toBeLessThan(usage['2026-07-13']);
	});

	it('count as heavy', async () => {
		emulator.plan = 'free';
		const [first, second] = [await api('GET', '/report/daily'), await api('GET', '/report/daily')];
		expect(first.headers.get('x-ratelimit-category')).toBe('Heavy');
		expect([first.status, first.body.code]).toEqual([400, 200]);
		expect(second.status).toBe(429);
		emulator.plan = 'unlimited';
	});
});
