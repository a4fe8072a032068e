import type { Api } from '../../caller';
import { apiOf, read } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator } from '../..';

describe('strictness', () => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const create = (body: unknown) => api('POST', '/users/me/meetings', body);
	const refusal = async (body: unknown) => {
		const reply = await create(body);
		expect([reply.status, reply.body.code, reply.body.message]).toEqual([
			400,
			300,
			'Validation Failed.',
		]);
		return reply.body.errors;
	};
	const invalidField = (field: string) => ({ field, message: 'Invalid field.' });
	const invalidParameter = (field: string) => ({
		field,
		message: `Invalid parameter: ${field.split('.').pop()}.`,
	});

	it('refuses keys it does not know, at every depth', async () => {
		expect(await refusal({ topik: 'x' })).toEqual([invalidField('topik')]);
		expect(await refusal({ settings: { wait: true, breakout_room: { on: 1 } } })).toEqual([
			invalidField('settings.wait'),
			invalidField('settings.breakout_room.on'),
		]);
		// What every object inherits is not a known key.
		expect(await refusal({ toString: 'x' })).toEqual([invalidField('toString')]);
	});

	it.each([
		['a number as text', { duration: '30' }, 'duration'],
		['a fraction for an integer', { duration: 30.5 }, 'duration'],
		['text for a boolean', { settings: { waiting_room: 'true' } }, 'settings.waiting_room'],
		['null', { agenda: null }, 'agenda'],
		['an object for a list', { tracking_fields: {} }, 'tracking_fields'],
		['a list for an object', { settings: [] }, 'settings'],
		[
			'a list entry without its required key',
			{ tracking_fields: [{}] },
			'tracking_fields[0].field',
		],
	])('refuses %s', async (_what, body, field) => {
		expect(await refusal(body)).toEqual([invalidField(field)]);
	});

	it.each([
		['a value outside the enum', { type: 7 }, 'type'],
		['too small a number', { duration: 0 }, 'duration'],
		['too big a number', { duration: 1441 }, 'duration'],
		['too long a text', { topic: 'x'.repeat(201) }, 'topic'],
		['a date that is none', { start_time: '2026-02-30T10:00:00' }, 'start_time'],
		['a date in words', { start_time: 'tomorrow' }, 'start_time'],
		[
			'an offset, which Zoom does not document',
			{ start_time: '2026-05-01T10:00:00+02:00' },
			'start_time',
		],
		['a time zone that is none', { timezone: 'Mars/Olympus' }, 'timezone'],
		[
			'a list member outside the enum',
			{ recurrence: { type: 2, weekly_days: '1,8' } },
			'recurrence.weekly_days',
		],
		[
			'an address that is none',
			{ settings: { meeting_invitees: [{ email: 'x' }] } },
			'settings.meeting_invitees[0].email',
		],
	])('refuses %s', async (_what, body, field) => {
		expect(await refusal(body)).toEqual([invalidParameter(field)]);
	});

	it('counts characters, not code units', async () => {
		expect((await create({ topic: '🎉'.repeat(200) })).status).toBe(201);
	});

	it('lets pass what stands at the bounds, and empty and false values', async () => {
		for (const duration of [1, 1440]) expect((await create({ duration })).status).toBe(201);
		const { body } = await create({ topic: '', agenda: '', settings: { host_video: false } });
		expect(body).toMatchObject({ topic: '', settings: { host_video: false } });
	});

	it('refuses unknown, mistyped and repeated query keys, and those out of the enum', async () => {
		const errors = async (query: string) =>
			(await api('GET', `/users/me/meetings?${query}`)).body.errors;
		expect(await errors('pagesize=10')).toEqual([invalidField('pagesize')]);
		expect(await errors('page_number=one')).toEqual([invalidField('page_number')]);
		expect(await errors('type=live&type=scheduled')).toEqual([invalidField('type')]);
		expect(await errors('type=past')).toEqual([invalidParameter('type')]);
		expect(await errors('from=01.05.2026')).toEqual([invalidParameter('from')]);
		const bool = await api('DELETE', '/meetings/81234567890?schedule_for_reminder=1');
		expect(bool.body.errors).toEqual([invalidField('schedule_for_reminder')]);
	});

	it('names what is required and missing', async () => {
		const { body } = await api('POST', '/users', { action: 'create', user_info: {} });
		expect(body.errors).toEqual([invalidField('user_info.email'), invalidField('user_info.type')]);
	});

	it.each([
		['no body', undefined, 'application/json'],
		['half a body', '{"topic":', 'application/json'],
		['a list', '[]', 'application/json'],
		['a form', 'topic=x', 'application/x-www-form-urlencoded'],
		['JSON that does not say so', '{"topic":"x"}', 'text/plain'],
	])('wants a JSON object: not %s', async (_what, body, type) => {
		const { access_token } = emulator.authorize(emulator.apps.serverToServer);
		const reply = await read(
			fetch(`${emulator.url}/v2/users/me/meetings`, {
				method: 'POST',
				headers: { authorization: `Bearer ${access_token}`, 'content-type': type },
				body,
			}),
		);
		expect([reply.status, reply.body]).toEqual([
			400,
			{ code: 300, message: 'Request Body should be a valid JSON object.' },
		]);
	});

	describe('about paths', () => {
		const nasty = '/Vg8IdgluR5WD//eWIkpJA==';
		const plain = 'aB+c/dEfGhIjKlMnOpQrSg==';
		const once = encodeURIComponent;
		const twice = (text: string) => once(once(text));

		it('does not know other routes, or other methods on its own', async () => {
			const unknown = { code: 2300, message: 'This API endpoint is not recognized.' };
			for (const [method, path] of [
				['GET', '/nowhere'],
				['GET', '/webinars/123/branding'],
				['POST', '/meetings/81234567890'],
				['GET', '/users/me/meetings/'],
				['GET', '/users/OliviaOrtiz-Owner00000/zak'],
				['GET', '/users/%E0%A4%A'],
			])
				expect((await api(method, path)).body).toEqual(unknown);
		});

		it('takes only digits where Zoom takes only an ID', async () => {
			for (const id of ['abc', '81234567890x', '812%2034567890', once(plain)]) {
				const { status, body } = await api('DELETE', `/meetings/${id}`);
				expect([status, body]).toEqual([400, { code: 300, message: 'Invalid meeting ID.' }]);
			}
		});

		it('finds a UUID encoded once, unless its slashes need it twice', async () => {
			expect((await api('GET', `/meetings/${once(plain)}`)).body.id).toBe(83_456_789_012);
			expect((await api('GET', `/meetings/${twice(nasty)}`)).body.id).toBe(987_654_321);
		});

		it('eats the slashes of a UUID that needed it twice and got it once', async () => {
			const { status, body } = await api('GET', `/meetings/${once(nasty)}`);
			expect(status).toBe(404);
			expect(body.message).toBe('Meeting does not exist: Vg8IdgluR5WD/eWIkpJA==.');
		});

		it('does not decode more than it should', async () => {
			expect((await api('GET', `/meetings/${twice(plain)}`)).status).toBe(404);
			expect((await api('GET', `/meetings/${once(twice(nasty))}`)).status).toBe(404);
			expect((await api('GET', `/users/${twice('henrik.holm@example.com')}`)).status).toBe(404);
		});

		it('takes a bare UUID with slashes for a path', async () => {
			expect((await api('GET', `/meetings/${plain}`)).body.code).toBe(2300);
		});
	});
});
