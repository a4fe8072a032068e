import type { Api } from '../../caller';
import { apiOf } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator, manualClock } from '../..';

const henrik = '/users/henrik.holm@example.com';
const bruno = '/users/bruno.batista@example.com';

describe('what Zoom does without a word, and what it refuses', () => {
	const clock = manualClock('2026-07-01T09:00:00Z');
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock });
	});
	beforeEach(() => {
		emulator.reset();
		emulator.settings.language = 'en';
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const made = async (path: string, body: object) => {
		const { status, body: answer } = await api('POST', path, body);
		expect(status).toBe(201);
		return answer as { id: number; start_time: string; settings: Record<string, unknown> };
	};
	const refused = async (method: string, path: string, body?: object) => {
		const { status, body: answer } = await api(method, path, body);
		return [status, answer.code, answer.message];
	};
	const invalid = (field: string) => ({
		code: 300,
		message: 'Validation Failed.',
		errors: [{ field, message: `Invalid parameter: ${field}.` }],
	});

	describe('a start that is over', () => {
		it.each([
			['a scheduled meeting', '/meetings', { start_time: '2026-06-30T09:00:00Z' }],
			['a webinar', '/webinars', { start_time: '2026-06-30T09:00:00Z' }],
			[
				'a wall time',
				'/meetings',
				{ start_time: '2026-07-01T10:59:00', timezone: 'Europe/Berlin' },
			],
			[
				'a series',
				'/meetings',
				{ type: 8, recurrence: { type: 1, end_times: 2 }, start_time: '2026-06-01T09:00:00Z' },
			],
		])('of %s becomes now', async (_what, path, body) => {
			expect(await made(henrik + path, body)).toMatchObject({ start_time: '2026-07-01T09:00:00Z' });
		});

		it('that is still to come stays', async () => {
			const start_time = '2026-07-01T09:00:01Z';
			expect(await made(`${henrik}/meetings`, { start_time })).toMatchObject({ start_time });
		});
	});

	describe('an automatic recording Zoom does not know', () => {
		it.each([
			['a meeting', '/meetings/81234567890', 'settings'],
			['a webinar', '/webinars/95678901234', 'settings'],
		])('leaves %s as it was', async (_what, path, section) => {
			expect((await api('PATCH', path, { [section]: { auto_recording: 'cloud' } })).status).toBe(
				204,
			);
			const odd = { [section]: { auto_recording: 'sometimes' } };
			expect((await api('PATCH', path, odd)).status).toBe(204);
			expect((await api('GET', path)).body.settings).toMatchObject({ auto_recording: 'cloud' });
		});

		it("leaves a user's settings as they were, and changes what stands beside", async () => {
			const recording = { auto_recording: 'always', local_recording: false };
			expect((await api('PATCH', `${henrik}/settings`, { recording })).status).toBe(204);
			expect((await api('GET', `${henrik}/settings`)).body.recording).toMatchObject({
				auto_recording: 'none',
				local_recording: false,
			});
		});
	});

	describe('the cloud of a host without licence', () => {
		it('takes no recordings of a meeting', async () => {
			const settings = { auto_recording: 'cloud' };
			const basic = await made(`${bruno}/meetings`, { settings });
			expect(basic.settings).toMatchObject({ auto_recording: 'none' });
			const licensed = await made(`${henrik}/meetings`, { settings });
			expect(licensed.settings).toMatchObject({ auto_recording: 'cloud' });
			await api('PATCH', `/meetings/${basic.id}`, { settings });
			expect((await api('GET', `/meetings/${basic.id}`)).body.settings).toMatchObject({
				auto_recording: 'none',
			});
		});

		it('is not switched on', async () => {
			const recording = { cloud_recording: true, auto_recording: 'cloud', local_recording: false };
			await api('PATCH', `${bruno}/settings`, { recording });
			expect((await api('GET', `${bruno}/settings`)).body.recording).toMatchObject({
				cloud_recording: false,
				auto_recording: 'none',
				local_recording: false,
			});
		});
	});

	it('a meeting made by a calendar is no series, and none that starts at once', async () => {
		const daily = { type: 8, recurrence: { type: 1, end_times: 2 }, pre_schedule: true };
		expect((await api('POST', `${henrik}/meetings`, daily)).body).toEqual(invalid('pre_schedule'));
		expect(await refused('POST', `${henrik}/meetings`, { type: 1, pre_schedule: true })).toEqual([
			400,
			300,
			'Validation Failed.',
		]);
		for (const type of [2, 3]) await made(`${henrik}/meetings`, { type, pre_schedule: true });
		const series = await api('PATCH', '/meetings/82345678901', { pre_schedule: true });
		expect(series.body).toEqual(invalid('pre_schedule'));
	});

	it.each([
		['POST', `${henrik}/meetings`],
		['POST', `${henrik}/webinars`],
		['PATCH', '/meetings/81234567890'],
		['PATCH', '/webinars/95678901234'],
	])('%s %s takes tracking fields of the account only', async (method, path) => {
		const values = (field: string) => ({ tracking_fields: [{ field, value: 'x' }] });
		expect((await api(method, path, values('Nobody made it'))).body).toEqual(
			invalid('tracking_fields'),
		);
		expect((await api(method, path, values('Cost center'))).status).toBeLessThan(300);
	});

	it('a template is one of the administrators, and a webinar or an update takes one of the host', async () => {
		const add = (id: string, kind: 'meeting' | 'webinar', owner_id?: string) =>
			emulator.store.templates.insert({ id, name: id, kind, owner_id });
		const { id: owner } = (await api('GET', henrik)).body as { id: string };
		add('for all', 'meeting');
		add('own', 'meeting', owner);
		add('own webinar', 'webinar', owner);
		const meeting = async (template_id: string) =>
			(await api('POST', `${henrik}/meetings`, { template_id })).status;
		expect(await meeting('for all')).toBe(201);
		for (const id of ['own', 'own webinar', 'none']) expect(await meeting(id)).toBe(400);
		const webinar = async (template_id: string) =>
			(await api('POST', `${henrik}/webinars`, { template_id })).body;
		expect(await webinar('own webinar')).toMatchObject({ template_id: 'own webinar' });
		expect(await webinar('own')).toEqual(invalid('template_id'));
		const change = { template_id: 'own' };
		expect((await api('PATCH', '/meetings/81234567890', change)).status).toBe(204);
	});

	describe('in an account of another language', () => {
		it.each([
			['es', 'No hay ninguna reunión con este número: 80000000001.'],
			['fr', "Aucune réunion n'a ce numéro : 80000000001."],
		] as const)('%s words a refusal, with the same code', async (language, message) => {
			emulator.settings.language = language;
			expect(await refused('GET', '/meetings/80000000001')).toEqual([404, 3001, message]);
			const missing = await refused('GET', '/meetings/81234567890/recordings');
			expect(missing.slice(0, 2)).toEqual([404, 3301]);
			expect(missing[2]).not.toMatch(/recording\b/);
			const { body } = await api('POST', `${henrik}/meetings`, { duration: 'long' });
			expect(body).toMatchObject({ code: 300, errors: [{ field: 'duration' }] });
			expect(JSON.stringify(body)).not.toMatch(/invalid|failed/i);
		});

		it('limits and what is said of a token stay English', async () => {
			emulator.settings.language = 'es';
			api = apiOf(emulator, 'no token');
			expect(await refused('GET', '/users/me')).toEqual([401, 124, 'Requires an access token.']);
		});
	});

	it('days are limited in the words of the operation, with the number quoted', async () => {
		const path = '/meetings/85789012345/registrants';
		const ada = { email: 'ada@example.com', first_name: 'Ada', last_name: 'A' };
		for (let times = 0; times < 3; times++) await api('POST', path, ada);
		const { status, body } = await api('POST', path, ada);
		expect([status, body.code]).toEqual([429, 429]);
		expect(body.message).toContain('daily rate limit of "3" for **Add meeting registrant** API');
		expect(body.message).toContain('for the registrant "ada@example.com"');
		for (let number = 0; number < 100; number++)
			await api('POST', '/groups', { name: `G${number}` });
		expect(await refused('POST', '/groups', { name: 'One more' })).toEqual([
			429,
			429,
			expect.stringContaining('daily rate limit (100) of Create a Group API request'),
		]);
	});
});
