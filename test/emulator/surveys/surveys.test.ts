import type { Emulator } from '..';
import { createEmulator } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

const question = { name: 'Did you like it?', type: 'single', answers: ['Yes', 'No'] };

describe.each([
	['meeting', '/meetings/81234567890', 'HenrikHolm-Host_000000'],
	['webinar', '/webinars/94567890123', 'OliviaOrtiz-Owner00000'],
])('the survey of a %s', (kind, path, host) => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator();
	});
	beforeEach(() => {
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const survey = async () => (await api('GET', `${path}/survey`)).body;
	const change = (body: unknown) => api('PATCH', `${path}/survey`, body);

	it('is set, changed and deleted', async () => {
		expect(await survey()).toEqual({});
		const custom_survey = { title: 'After it', questions: [question] };
		expect((await change({ custom_survey })).status).toBe(204);
		const made = await survey();
		expect(made).toEqual({
			show_in_the_browser: true,
			...(kind === 'webinar' && { show_in_the_follow_up_email: false }),
			custom_survey: {
				...custom_survey,
				anonymous: false,
				numbered_questions: false,
				show_question_type: false,
				feedback: expect.stringMatching(/^Thank you/),
				questions: [{ ...question, answer_required: false, show_as_dropdown: false }],
			},
		});
		await change({ show_in_the_browser: false, custom_survey: { anonymous: true } });
		expect(await survey()).toEqual({
			...made,
			show_in_the_browser: false,
			custom_survey: { ...(made.custom_survey as object), anonymous: true },
		});
		expect((await api('DELETE', `${path}/survey`)).status).toBe(204);
		expect(await survey()).toEqual({});
	});

	it('may be somebody else’s, behind a link that is one', async () => {
		expect((await change({ third_party_survey: 'https://survey.example/1' })).status).toBe(204);
		expect(await survey()).toMatchObject({ third_party_survey: 'https://survey.example/1' });
		expect((await change({ third_party_survey: 'survey.example' })).body).toEqual({
			code: 300,
			message: 'Invalid third party survey: survey.example.',
		});
	});

	it('takes longer lists of answers than polls, and shorter questions', async () => {
		const ask = (more: object) =>
			change({ custom_survey: { questions: [{ ...question, ...more }] } });
		const answers = Array.from({ length: 51 }, (_, index) => `a${index}`);
		expect((await ask({ answers: answers.slice(1) })).status).toBe(204);
		expect((await ask({ answers })).status).toBe(400);
		expect((await ask({ name: 'x'.repeat(420) })).status).toBe(204);
		expect((await ask({ name: 'x'.repeat(421) })).body.errors).toEqual([
			{ field: 'custom_survey.questions[0].name', message: 'Invalid parameter: name.' },
		]);
	});

	it('needs the setting for surveys', async () => {
		emulator.store.users.get(host)!.settings.in_meeting[`${kind}_survey`] = false;
		const { status, body } = await api('GET', `${path}/survey`);
		expect([status, body.code]).toEqual([400, 3000]);
		expect(body.message).toMatch(/survey disabled/);
	});
});
