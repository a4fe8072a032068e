import type { Api } from '../../caller';
import { apiOf } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator, manualClock } from '../..';

const kickOff = '/report/meetings/84567890123';
const launch = '/report/webinars/94567890123';

describe('reports about one instance', () => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock: manualClock('2026-07-15T09:00:00Z') });
	});
	beforeEach(() => {
		emulator.plan = 'unlimited';
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const get = async (path: string) => (await api('GET', path)).body;
	const refusal = async (path: string) => {
		const { status, body } = await api('GET', path);
		return [status, body.code, body.message];
	};

	it('agree with the past meeting', async () => {
		const past = await get('/past_meetings/84567890123');
		const report = await get(kickOff);
		for (const field of ['uuid', 'start_time', 'duration', 'total_minutes', 'participants_count'])
			expect(report[field]).toEqual(past[field]);
		expect(report).toMatchObject({
			dept: 'Operations',
			tracking_fields: [{ field: 'Meeting purpose', value: 'Sales' }],
		});
	});

	it('name registrants by their ID only when asked to', async () => {
		const names = async (query: string) =>
			(await get(`${launch}/participants${query}`)).participants as Record<string, unknown>[];
		expect((await names(''))[2]).toMatchObject({ registrant_id: '' });
		const [olivia, , ada] = await names('?include_fields=registrant_id');
		expect(olivia).toMatchObject({
			participant_user_id: 'OliviaOrtiz-Owner00000',
			registrant_id: '',
		});
		expect(ada).toMatchObject({ registrant_id: 'Registrant_Ada00000000' });
		expect(ada).not.toHaveProperty('participant_user_id');
	});

	it('tell where somebody came from, and by which key an app knows them', async () => {
		const rows = (await get(`${kickOff}/participants`)).participants as Record<string, unknown>[];
		const [henrik] = rows.filter(({ name }) => name === 'Henrik Holm');
		expect(henrik).toMatchObject({
			customer_key: '',
			public_ip: expect.stringMatching(/^203\.0\.113\.\d+$/),
			private_ip: expect.stringMatching(/^192\.168\.1\.\d+$/),
		});
		const [phone] = rows.filter(({ name }) => name === '1646555****');
		expect(phone).toMatchObject({ public_ip: '', private_ip: '' });
	});

	it('split the names of those who answered, unless they are anonymous', async () => {
		const { questions } = await get(`${kickOff}/polls`);
		expect(questions).toMatchObject([
			{ name: 'Henrik Holm', first_name: 'Henrik', last_name: 'Holm' },
			{ name: 'Hana Hayashi' },
			{
				name: 'Anonymous Attendee',
				first_name: 'Anonymous Attendee',
				last_name: 'Anonymous Attendee',
				email: '',
			},
		]);
	});

	it('tell who answered a question, and how', async () => {
		const { questions } = await get(`${kickOff}/qa`);
		expect(questions).toMatchObject([
			{
				user_id: 'HanaHayashi-Host_00000',
				question_details: [
					{
						question_status: 'answered',
						answer: 'Operations does.;Sales adds a tenth.',
						answer_details: [
							{ name: 'Olivia Ortiz', type: 'host_answered_publicly' },
							{ email: 'henrik.holm@example.com', type: 'participant_commented' },
						],
					},
				],
			},
			{ user_id: '', name: 'Anonymous Attendee', question_details: [{ question_status: 'open' }] },
			{ user_id: '', name: 'Greta Gast', email: '' },
		]);
	});

	it('have the survey, or none', async () => {
		expect(await get(`${kickOff}/survey`)).toMatchObject({
			meeting_id: 84567890123,
			survey_name: 'After the kick-off',
			survey_answers: [{ name: 'Henrik Holm', answer_details: [{ answer: 'Good' }] }],
		});
		expect(await get(`${launch}/survey`)).toMatchObject({
			webinar_uuid: 'Launch+82hPq5vKzYw2c0A==',
			survey_answers: [{ email: 'ada@customer.example' }],
		});
		const none = await get('/report/meetings/83456789012/survey');
		expect(none).toMatchObject({ survey_answers: [] });
		expect(none).not.toHaveProperty('survey_id');
	});

	it.each([
		['/report/meetings/1', 'Meeting 1 not found or has expired.'],
		['/report/meetings/1/participants', 'Meeting 1 not found or has expired.'],
		['/report/meetings/1/polls', 'Meeting "1" not found or has expired.'],
		['/report/meetings/1/qa', 'Meeting 1 not found or has expired.'],
		['/report/meetings/1/survey', 'Webinar 1 not found or has expired.'],
		['/report/webinars/1', 'Meeting 1 not found or has expired.'],
		['/report/webinars/1/participants', 'Webinar "1" not found or has expired'],
		['/report/webinars/1/polls', 'Webinar 1 not found or has expired.'],
	])('refuse %s in their own words', async (path, message) => {
		expect(await refusal(path)).toEqual([404, 3001, message]);
	});

	it('are out of reach after a year, those on people in webinars after half of it', async () => {
		const planning = '/report/meetings/86789012345';
		expect(await refusal(planning)).toEqual([400, 12702, 'Can not access meeting a year ago.']);
		expect(await refusal(`${planning}/survey`)).toEqual([
			400,
			12702,
			'Can not access a webinar a year ago.',
		]);
		expect(await refusal(`${planning}/qa`)).toEqual([
			404,
			3001,
			'Meeting 86789012345 not found or has expired.',
		]);
		const [webinar] = emulator.store.pastInstances.find(({ kind }) => kind === 'webinar');
		webinar.end_time = '2026-01-10T17:00:00Z';
		expect((await api('GET', launch)).status).toBe(200);
		expect(await refusal(`${launch}/participants`)).toEqual([
			400,
			12702,
			'Can not access a webinar a year ago.',
		]);
	});

	it('need a plan that is paid for, and an admin', async () => {
		const own = emulator.authorize(emulator.apps.userManaged, 'olivia.ortiz@example.com');
		api = apiOf(emulator, own.access_token);
		expect((await refusal(kickOff)).slice(0, 2)).toEqual([400, 4711]);
		api = apiOf(emulator);
		emulator.plan = 'free';
		expect(await refusal(kickOff)).toEqual([
			400,
			200,
			`This is only available for paid account: ${emulator.account.id}.`,
		]);
	});
});
