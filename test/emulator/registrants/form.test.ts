import type { Emulator } from '..';
import { createEmulator } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

const path = '/meetings/85789012345';

describe('the registration form', () => {
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

	const ask = async (body: unknown, of = path) =>
		(await api('PATCH', `${of}/registrants/questions`, body)).status;
	const questions = async () => (await api('GET', `${path}/registrants/questions`)).body;
	const register = async (answers: object) => {
		const { status, body } = await api('POST', `${path}/registrants`, {
			email: 'ann@example.org',
			first_name: 'Ann',
			...answers,
		});
		const errors = (body.errors as { field: string }[] | undefined) ?? [];
		return status === 201 ? 'taken' : errors.map(({ field }) => field);
	};
	const known = { title: 'How well do you know the product?', value: 'Well' };

	it('is empty until questions are set', async () => {
		const body = { settings: { approval_type: 0 } };
		const { id } = (await api('POST', '/users/me/meetings', body)).body;
		expect((await api('GET', `/meetings/${String(id)}/registrants/questions`)).body).toEqual({
			questions: [],
			custom_questions: [],
		});
	});

	it('keeps the kind of questions that is not given', async () => {
		const before = await questions();
		expect(await ask({ questions: [{ field_name: 'city', required: true }] })).toBe(204);
		expect(await questions()).toEqual({
			questions: [{ field_name: 'city', required: true }],
			custom_questions: before.custom_questions,
		});
	});

	it('has answers to pick from where one is to be picked, and only there', async () => {
		const question = (type: string, answers?: string[]) =>
			ask({ custom_questions: [{ title: 'Q', type, answers }] });
		expect(await question('single', ['a', 'b'])).toBe(204);
		expect(await question('short')).toBe(204);
		expect(await question('single')).toBe(400);
		expect(await question('short', ['a'])).toBe(400);
	});

	it('has other kinds of questions for webinars than for meetings', async () => {
		const custom_questions = [{ title: 'Q', type: 'multiple', answers: ['a', 'b'] }];
		expect(await ask({ custom_questions })).toBe(400);
		expect(await ask({ custom_questions }, '/webinars/95678901234')).toBe(204);
	});

	it('has to be filled in', async () => {
		expect(await register({ org: 'Org', custom_questions: [known] })).toBe('taken');
		expect(await register({ custom_questions: [known] })).toEqual(['org']);
		expect(await register({ org: 'Org' })).toEqual(['custom_questions']);
	});

	it('takes only answers to what it asks, and only those to pick from', async () => {
		const answer = (...custom_questions: object[]) => register({ org: 'Org', custom_questions });
		expect(await answer(known, { title: 'Shoe size?', value: '44' })).toEqual([
			'custom_questions[1].title',
		]);
		expect(await answer({ ...known, value: 'Perfectly' })).toEqual(['custom_questions[0].value']);
	});
});
