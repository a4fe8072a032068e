import type { Api } from '../../caller';
import { apiOf } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator, manualClock } from '../..';

const july = 'from=2026-07-01&to=2026-07-15';

type Listed = Record<string, unknown>;

describe('reports that list events', () => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock: manualClock('2026-07-15T09:00:00Z') });
	});
	beforeEach(() => {
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const get = async (path: string) => (await api('GET', `/report/${path}`)).body;
	const topics = (events: unknown) => (events as Listed[]).map(({ topic }) => topic);

	describe('of a user', () => {
		const meetings = async (user: string, query = '') =>
			(await get(`users/${user}/meetings?${july}${query}`)).meetings as Listed[];

		it('hold what they hosted with company', async () => {
			expect(topics(await meetings('me'))).toEqual(['Kick-off', 'Product launch']);
			expect(topics(await meetings('bruno.batista@example.com'))).toEqual([]);
			expect(topics(await meetings('bruno.batista@example.com', '&type=pastOne'))).toEqual([
				"Bruno Batista's Zoom Meeting",
			]);
			expect((await meetings('me'))[0]).toMatchObject({
				schedule_time: '07/08/2026 15:00',
				participants_count: 6,
				participants_count_my_account: 4,
				has_screen_share: true,
			});
		});

		it('or what they joined, with their own times', async () => {
			const joined = await meetings('henrik.holm@example.com', '&type=pastJoined');
			expect(topics(joined)).toEqual(['Support stand-up', 'Kick-off', 'Support stand-up']);
			expect(joined[1]).toMatchObject({
				host_name: 'Olivia Ortiz',
				join_time: '07/08/2026 15:00',
				leave_time: '07/08/2026 16:02',
			});
		});

		it('need a user', async () => {
			const { status, body } = await api('GET', `/report/users/x@example.com/meetings?${july}`);
			expect([status, body]).toEqual([
				404,
				{ code: 1001, message: 'User x@example.com not exist or not belong to this account.' },
			]);
		});
	});

	describe('of the past', () => {
		const history = async (query = '') =>
			topics((await get(`history_meetings?${july}${query}`)).history_meetings);

		it.each([
			[
				'',
				[
					'Support stand-up',
					'Kick-off',
					'Product launch',
					"Bruno Batista's Zoom Meeting",
					'Support stand-up',
				],
			],
			['&meeting_type=webinar', ['Product launch']],
			['&report_type=survey', ['Kick-off', 'Product launch']],
			['&report_type=reaction', ['Kick-off']],
			['&report_type=resource', []],
			['&search_key=stand', ['Support stand-up', 'Support stand-up']],
			['&search_key=84567890123', ['Kick-off']],
			['&meeting_feature=telephone_usage', ['Kick-off']],
			[
				'&meeting_feature=meeting_summary,registration',
				['Kick-off', 'Product launch', 'Support stand-up'],
			],
		])('can be narrowed: %s', async (query, expected) => {
			expect(await history(query)).toEqual(expected);
		});

		it('tell of webinars how many watched', async () => {
			const { history_meetings } = await get(`history_meetings?${july}&meeting_type=webinar`);
			expect(history_meetings).toMatchObject([
				{ type: 'Webinar', participants: 5, unique_viewers: 3, feature_used: { poll: true } },
			]);
		});

		it('go by the end if asked to', async () => {
			emulator.store.pastInstances.find(({ topic }) => topic === 'Kick-off')[0].end_time =
				'2026-07-09T00:10:00Z';
			const day = 'history_meetings?from=2026-07-09&to=2026-07-09';
			expect((await get(day)).history_meetings).toEqual([]);
			const ended = (await get(`${day}&date_type=end_time`)).history_meetings;
			expect(topics(ended)).toEqual(['Kick-off']);
		});
	});

	it('to come hold every date of a series', async () => {
		const week = 'from=2026-07-15&to=2026-07-24';
		const { upcoming_events } = await get(`upcoming_events?${week}&type=meeting`);
		expect(
			(upcoming_events as Listed[]).map(({ topic, start_time }) => [topic, start_time]),
		).toEqual(
			expect.arrayContaining([
				['Quarterly review', '2026-07-17T13:00:00Z'],
				['Onboarding', '2026-07-18T09:00:00Z'],
				['Weekly planning', '2026-07-20T07:00:00Z'],
				['Weekly planning', '2026-07-22T07:00:00Z'],
			]),
		);
		const { upcoming_events: webinars } = await get(`upcoming_events?${week}&type=webinar`);
		expect(topics(webinars)).toEqual(['Customer day']);
		const past = await get('upcoming_events?from=2026-07-01&to=2026-07-14');
		expect(past.upcoming_events).toEqual([]);
	});
});
