import type { Emulator } from '..';
import { createEmulator } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

const question = { name: 'Tea or coffee?', type: 'single', answers: ['Tea', 'Coffee'] };

describe.each([
	['meeting', '/meetings/81234567890'],
	['webinar', '/webinars/94567890123'],
])('the polls of a %s', (kind, path) => {
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

	const create = (poll: object) => api('POST', `${path}/polls`, poll);
	const polls = async (query = '') =>
		(await api('GET', `${path}/polls${query}`)).body.polls as { id: string; title: string }[];
	const titles = async (query = '') => (await polls(query)).map(({ title }) => title);
	const wrong = async (more: object, poll: object = {}) => {
		const { errors } = (await create({ ...poll, questions: [{ ...question, ...more }] })).body;
		return ((errors as { field: string }[] | undefined) ?? []).map(({ field }) => field);
	};

	it('are made, listed, replaced and deleted', async () => {
		const seeded = await titles();
		const { status, body } = await create({ title: 'Drinks', questions: [question] });
		expect(status).toBe(201);
		expect(body).toEqual({
			id: expect.any(String),
			status: 'notstart',
			title: 'Drinks',
			poll_type: 1,
			anonymous: false,
			questions: [{ ...question, answer_required: true, show_as_dropdown: false }],
		});
		expect(await titles()).toEqual([...seeded, 'Drinks']);
		const poll = `${path}/polls/${String(body.id)}`;
		expect((await api('PUT', poll, { anonymous: true, questions: [question] })).status).toBe(204);
		expect((await api('GET', poll)).body).toMatchObject({
			id: body.id,
			title: '',
			anonymous: true,
		});
		expect((await api('DELETE', poll)).status).toBe(204);
		expect(await titles()).toEqual(seeded);
	});

	it('are listed by whether they are anonymous', async () => {
		await create({ title: 'Open', questions: [question] });
		await create({ title: 'Secret', anonymous: true, questions: [question] });
		expect(await titles('?anonymous=true')).toEqual(['Secret']);
		expect(await titles('?anonymous=false')).toContain('Open');
	});

	it('are not found under an ID of another', async () => {
		const { status, body } = await api('GET', `${path}/polls/CustomerPoll0000000000`);
		expect([status, body]).toEqual(
			kind === 'meeting'
				? [404, { code: 404, message: 'Meeting Poll not found.' }]
				: [400, { code: 4400, message: 'Invalid poll IDs.' }],
		);
	});

	it('ask as each kind of question has to', async () => {
		const many = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);
		const prompts = (count: number) => many(count).map((prompt_question) => ({ prompt_question }));
		expect(await wrong({})).toEqual([]);
		expect(await wrong({ name: undefined })).toEqual(['questions[0].name']);
		expect(await wrong({ answers: many(11) })).toEqual(['questions[0].answers']);
		expect(await wrong({ answers: undefined })).toEqual(['questions[0].answers']);
		expect(await wrong({ right_answers: ['Tea', 'Coffee'] })).toEqual([
			'questions[0].right_answers',
		]);
		const matching = { type: 'matching', answers: many(16) };
		expect(await wrong({ ...matching, prompts: prompts(10) })).toEqual([]);
		expect(await wrong({ ...matching, prompts: prompts(1) })).toEqual(['questions[0].prompts']);
		const ranked = { type: 'rank_order', prompts: prompts(2) };
		expect(await wrong({ ...ranked, answers: many(8) })).toEqual(['questions[0].answers']);
		const short = { type: 'short_answer', answers: undefined };
		expect(await wrong({ ...short, answer_max_character: 501 })).toEqual([
			'questions[0].answer_max_character',
		]);
		const scale = { type: 'rating_scale', answers: undefined };
		expect(await wrong({ ...scale, rating_min_value: 5, rating_max_value: 5 })).toEqual([
			'questions[0].rating_max_value',
		]);
	});

	it('say what is right where they are a quiz', async () => {
		const quiz = { poll_type: 3 };
		expect(await wrong({}, quiz)).toEqual(['questions[0].right_answers']);
		expect(await wrong({ right_answers: ['Tea'] }, quiz)).toEqual([]);
	});

	it('are up to fifty', async () => {
		for (let count = (await polls()).length; count < 50; count++)
			await create({ questions: [question] });
		expect((await create({ questions: [question] })).body).toEqual({
			code: 4400,
			message: 'You can only add a maximum of 50 polls.',
		});
	});

	it('need the setting for polls, and advanced ones a setting of their own', async () => {
		const { host_id } = emulator.store[`${kind as 'meeting'}s`].get(path.split('/')[2])!;
		const { in_meeting } = emulator.store.users.get(host_id)!.settings;
		const setting = `${kind}_polling`;
		in_meeting[setting] = { enable: true, advanced_polls: false };
		const advanced = { poll_type: 2, questions: [question] };
		expect((await create(advanced)).body).toMatchObject({
			code: 4400,
			message: expect.stringContaining(`Advanced ${kind} polls disabled`),
		});
		expect((await create({ questions: [question] })).status).toBe(201);
		in_meeting[setting] = { enable: false };
		const { status, body } = await api('GET', `${path}/polls`);
		expect([status, body.code]).toEqual([400, 4400]);
		expect(body.message).toMatch(/polls disabled/);
	});
});

describe('polls of meetings', () => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	it('can be made in batches, whole or not at all', async () => {
		const path = '/meetings/81234567890';
		const batch = (...polls: object[]) => api('POST', `${path}/batch_polls`, { polls });
		const good = { title: 'a', questions: [question] };
		const bad = { title: 'b', questions: [{ ...question, type: undefined }] };
		expect((await batch(good, bad)).body.errors).toEqual([
			{ field: 'polls[1].questions[0].type', message: 'Invalid parameter: type.' },
		]);
		expect((await api('GET', `${path}/polls`)).body.total_records).toBe(0);
		const { status, body } = await batch(good, { ...good, title: 'c' });
		expect(status).toBe(201);
		expect(body.polls).toMatchObject([{ title: 'a' }, { title: 'c' }]);
		expect((await batch()).status).toBe(400);
	});

	it('have several ways to say that there is no meeting', async () => {
		const answers = await Promise.all([
			api('GET', '/meetings/1/polls'),
			api('POST', '/meetings/1/polls', {}),
			api('POST', '/meetings/1/batch_polls', { polls: [{}] }),
			api('PUT', '/meetings/1/polls/x', {}),
		]);
		expect(answers.map(({ status, body }) => [status, body.code, body.message])).toEqual([
			[404, 404, 'Meeting Poll not found'],
			[404, 404, 'Meeting not found'],
			[404, 3001, 'Meeting does not exist: 1.'],
			[404, 3001, 'Meeting does not exist: 1.'],
		]);
	});

	it('are not for instant meetings', async () => {
		const { id } = (await api('POST', '/users/me/meetings', { type: 1 })).body;
		const { body } = await api('POST', `/meetings/${String(id)}/polls`, { questions: [question] });
		expect(body).toEqual({ code: 3000, message: 'Cannot access meeting information.' });
	});
});
