import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

const launch = '/past_webinars/94567890123';

describe('past webinars', () => {
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

	const get = async (path: string) => (await api('GET', path)).body;
	const refusal = async (path: string) => {
		const { status, body } = await api('GET', path);
		return [status, body.code, body.message];
	};

	it('list who had registered and did not come', async () => {
		const { registrants, total_records } = await get(`${launch}/absentees`);
		expect(total_records).toBe(2);
		expect(registrants).toMatchObject([
			{ first_name: 'Dora', email: 'dora@customer.example', status: 'approved' },
			{ first_name: 'Emil' },
		]);
		const uuid = encodeURIComponent('Launch+82hPq5vKzYw2c0A==');
		expect(await get(`/past_webinars/${uuid}/absentees`)).toMatchObject({ total_records: 2 });
	});

	it('refuse with a successful status where the host has no webinar add-on', async () => {
		emulator.store.users.get('OliviaOrtiz-Owner00000')!.settings.feature.webinar = false;
		expect(await refusal(`${launch}/absentees`)).toEqual([
			200,
			200,
			'Webinar plan subscription is missing. Enable webinar for this user once the subscription is added:OliviaOrtiz-Owner00000.',
		]);
	});

	it('have no absentees without registration, nor on a date that was none', async () => {
		expect(await refusal(`${launch}/absentees?occurrence_id=1`)).toEqual([
			400,
			300,
			'The request could not be completed because you have provided an invalid occurrence ID: 1.',
		]);
		emulator.store.pastInstances.find(({ kind }) => kind === 'webinar')[0].registrants = undefined;
		expect(await refusal(`${launch}/absentees`)).toEqual([
			400,
			3000,
			"This webinar doesn't have registration required: 94567890123.",
		]);
	});

	it('show the addresses of registrants, and come back as often as they did', async () => {
		const { participants, total_records } = await get(`${launch}/participants`);
		expect(total_records).toBe(6);
		expect(participants).toContainEqual(
			expect.objectContaining({
				id: '',
				name: 'Ada Adler',
				user_email: 'ada@customer.example',
				internal_user: false,
			}),
		);
		const names = (participants as { name: string }[]).map(({ name }) => name);
		expect(names.filter((name) => name === 'Ben Brandt')).toHaveLength(2);
	});

	it('have instances, answers and questions', async () => {
		expect(await get(`${launch}/instances`)).toEqual({
			webinars: [{ uuid: 'Launch+82hPq5vKzYw2c0A==', start_time: '2026-07-10T15:55:00Z' }],
		});
		const { questions } = await get(`${launch}/polls`);
		expect(questions).toMatchObject([
			{ name: 'Ada Adler', email: 'ada@customer.example' },
			{ name: 'Anonymous Attendee', email: '' },
		]);
		expect((await get(`${launch}/qa`)).questions).toMatchObject([
			{ question_details: [{ answer: 'Nothing in the first year.' }] },
			{ question_details: [{ question: 'Is there a trial?', answer: '' }] },
		]);
	});

	it('are not meetings, nor the other way round', async () => {
		expect((await refusal('/past_meetings/94567890123')).slice(0, 2)).toEqual([404, 3001]);
		expect(await refusal('/past_webinars/84567890123/participants')).toEqual([
			404,
			3001,
			'Webinar does not exist.',
		]);
		expect(await refusal('/past_webinars/84567890123/qa')).toEqual([
			404,
			3001,
			'Webinar ID is invalid or not end.',
		]);
		expect(await refusal('/past_webinars/84567890123/instances')).toEqual([
			400,
			300,
			'Invalid webinar ID.',
		]);
	});
});
