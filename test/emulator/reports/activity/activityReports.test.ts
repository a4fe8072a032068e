import type { Api } from '../../caller';
import { apiOf } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator, manualClock } from '../..';

const start = '2026-07-15T09:00:00Z';
const july = 'from=2026-07-01&to=2026-07-15';

describe('reports on activities', () => {
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

	it('list who signed in and out, by default in the last month', async () => {
		const { from, to, activity_logs } = await get('activities');
		expect([from, to]).toEqual(['2026-06-15T00:00:00Z', '2026-07-15T00:00:00Z']);
		expect(activity_logs).toHaveLength(18);
		expect((activity_logs as object[])[0]).toEqual({
			email: 'hana.hayashi@example.com',
			time: '2026-07-13T17:00:00Z',
			type: 'Sign out',
			ip_address: '203.0.113.30',
			client_type: 'windows',
			version: '6.5.3.7509',
		});
		const day = await get('activities?from=2026-07-06&to=2026-07-06&page_size=4');
		expect(day).toMatchObject({ page_size: 4, next_page_token: expect.stringMatching(/./) });
		expect(day.activity_logs).toHaveLength(4);
	});

	describe('of operations', () => {
		const logged = async (query: string) =>
			(await get(`operationlogs?${query}`)).operation_logs as Record<string, string>[];

		it('hold what has been changed through the API, the latest first', async () => {
			await api('POST', '/users', {
				action: 'create',
				user_info: { email: 'new@example.com', type: 1 },
			});
			clock.advance(60_000);
			await api('DELETE', '/users/daan.dekker@example.com');
			await api('DELETE', '/users/nobody@example.com');
			const [removed, added] = await logged(`category_type=user&${july}`);
			expect(removed).toEqual({
				time: '2026-07-15T09:01:00Z',
				operator: 'olivia.ortiz@example.com',
				category_type: 'user',
				action: 'delete',
				operation_detail: 'delete user - daan.dekker@example.com',
			});
			expect(added.operation_detail).toBe('add user - new@example.com');
		});

		it('can be narrowed to a category, and to minutes', async () => {
			const details = (entries: Record<string, string>[]) =>
				entries.map(({ operation_detail }) => operation_detail);
			expect(details(await logged(`category_type=account&${july}`))).toEqual([
				'update account - Sign-in methods',
			]);
			expect(details(await logged('from=2026-07-14 09:00&to=2026-07-14 09:00'))).toEqual([
				'delete recording - 83456789012',
			]);
			expect(await logged('from=2026-07-14 09:01&to=2026-07-14 10:00')).toEqual([]);
		});
	});

	describe('of calls', () => {
		const calls = (query: string) => get(`telephone?${query}`);

		it('show who called in, what it cost and to which meeting', async () => {
			const answer = await calls(july);
			expect(answer).toMatchObject({ total_records: 1, page_count: 1 });
			expect(answer.telephony_usage).toMatchObject([
				{
					meeting_id: 84567890123,
					host_email: 'olivia.ortiz@example.com',
					type: 'toll-free',
					duration: 35,
					total: 1.05,
				},
			]);
		});

		it('are kept apart by what carries them', async () => {
			expect((await calls(`type=2&${july}`)).telephony_usage).toEqual([]);
			const { attendees } = emulator.store.pastInstances.get('KickOff/2hPq5vKzYw2c0A==')!;
			const { phone } = attendees.find((attendee) => attendee.phone)!;
			phone!.type = 'Toll';
			expect((await calls(`type=2&${july}`)).telephony_usage).toHaveLength(1);
			phone!.sip = true;
			expect((await calls(`type=3&${july}`)).telephony_usage).toHaveLength(1);
			expect((await calls(july)).telephony_usage).toEqual([]);
		});

		it('are not counted when looked for by the time of their meeting', async () => {
			const answer = await calls(`query_date_type=meeting_end_time&${july}`);
			expect(answer.telephony_usage).toHaveLength(1);
			expect(answer).not.toHaveProperty('total_records');
			expect(answer).not.toHaveProperty('page_count');
		});
	});
});
