import type { Api } from '../../caller';
import { apiOf } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator } from '../..';

const recording = '/meetings/84567890123/recordings';
const registrants = `${recording}/registrants`;
const ada = { email: 'ada@example.com', first_name: 'Ada' };

describe('registrants of a recording', () => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator();
	});
	beforeEach(async () => {
		emulator.reset();
		api = apiOf(emulator);
		await api('PATCH', `${recording}/settings`, { on_demand: true, approval_type: 0 });
	});
	afterAll(() => emulator.close());

	const emails = async (status: string) => {
		const { body } = await api('GET', `${registrants}?status=${status}`);
		return (body.registrants as { email: string }[]).map(({ email }) => email);
	};

	it('are taken only where it is on demand', async () => {
		await api('PATCH', `${recording}/settings`, { on_demand: false });
		expect((await api('POST', registrants, ada)).body).toEqual({
			code: 300,
			message: 'Registration has not been enabled for this meeting: 84567890123.',
		});
	});

	it('get a link of their own, and the same ID when they come again', async () => {
		const first = await api('POST', registrants, ada);
		expect([first.status, first.body]).toMatchObject([
			201,
			{ id: 84567890123, topic: 'Kick-off', registrant_id: expect.any(String) },
		]);
		expect((await fetch(String(first.body.share_url))).status).toBe(200);
		const again = await api('POST', registrants, { ...ada, last_name: 'Byron' });
		expect(again.body.registrant_id).toBe(first.body.registrant_id);
		expect(await emails('approved')).toEqual(['ada@example.com']);
	});

	it('wait where somebody approves them, and are approved and denied', async () => {
		await api('PATCH', `${recording}/settings`, { approval_type: 1 });
		const { registrant_id: id } = (await api('POST', registrants, ada)).body;
		expect(await emails('pending')).toEqual(['ada@example.com']);
		for (const [action, status] of [
			['approve', 'approved'],
			['deny', 'denied'],
		]) {
			const change = { action, registrants: [{ id }] };
			expect((await api('PUT', `${registrants}/status`, change)).status).toBe(204);
			expect(await emails(status)).toEqual(['ada@example.com']);
		}
		const unknown = { action: 'deny', registrants: [{ id: 'nobody' }] };
		expect((await api('PUT', `${registrants}/status`, unknown)).body.code).toBe(300);
	});

	it('have to answer the questions that are required', async () => {
		const questions = [
			{ field_name: 'org', required: true },
			{ field_name: 'city', required: false },
		];
		const custom_questions = [{ title: 'Why?', type: 'short', required: true }];
		await api('PATCH', `${registrants}/questions`, { questions, custom_questions });
		expect((await api('GET', `${registrants}/questions`)).body).toEqual({
			questions,
			custom_questions,
		});
		expect((await api('POST', registrants, ada)).body.errors).toEqual([
			{ field: 'org', message: 'Invalid field.' },
			{ field: 'custom_questions', message: 'Invalid field.' },
		]);
		const answers = { org: 'Example', custom_questions: [{ title: 'Why?', value: 'So' }] };
		expect((await api('POST', registrants, { ...ada, ...answers })).status).toBe(201);
	});
});
