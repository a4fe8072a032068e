import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import type { Api, Reply } from '../caller';
import { apiOf } from '../caller';

const start = '2026-07-01T09:00:00Z';
const olivia = 'OliviaOrtiz-Owner00000';
const id = 86_000_000_001;

describe.each(['meeting', 'webinar'] as const)('registering for a %s', (kind) => {
	const clock = manualClock(start);
	const path = `/${kind}s/${id}`;
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

	/** Puts in a meeting or webinar of tomorrow, for which everybody may register. */
	const plan = (settings: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => {
		const given = { id, host_id: olivia, topic: 'Open day', start_time: '2026-07-02T09:00:00Z' };
		const whole = { ...given, settings: { approval_type: 0, ...settings }, ...more };
		return kind === 'meeting' ? emulator.addMeeting(whole) : emulator.addWebinar(whole);
	};
	/** Later, with a new token. */
	const moveTo = (time: string) => {
		clock.set(time);
		api = apiOf(emulator);
	};
	const register = (email = 'ann@example.org', more: object = {}) =>
		api('POST', `${path}/registrants`, { email, first_name: 'Ann', ...more });
	const listed = async (query = '') =>
		((await api('GET', `${path}/registrants${query}`)).body.registrants as { email: string }[]).map(
			({ email }) => email,
		);
	const setStatus = (action: string, registrants: object[]) =>
		api('PUT', `${path}/registrants/status`, { action, registrants });
	const refused = ({ status, body }: Reply) => [status, body.code, body.message];

	it('gives a link of one’s own at once', async () => {
		plan();
		const { status, body } = await register('ann@example.org', { last_name: 'Ash' });
		expect(status).toBe(201);
		expect(body).toEqual({
			id,
			topic: 'Open day',
			start_time: '2026-07-02T09:00:00Z',
			registrant_id: expect.stringMatching(/^[\w-]{22}$/),
			join_url: expect.stringContaining(`${emulator.url}/w/${id}?tk=`),
			...(kind === 'meeting' && { participant_pin_code: expect.any(Number) }),
		});
		expect((await fetch(String(body.join_url))).status).toBe(200);
		const one = (await api('GET', `${path}/registrants/${String(body.registrant_id)}`)).body;
		expect(one).toMatchObject({
			id: body.registrant_id,
			email: 'ann@example.org',
			first_name: 'Ann',
			last_name: 'Ash',
			city: '',
			custom_questions: [],
			status: 'approved',
			create_time: start,
			join_url: body.join_url,
		});
	});

	it('gives the link with the approval, where people are let in by hand', async () => {
		plan({ approval_type: 1 });
		const { registrant_id, join_url } = (await register()).body;
		expect(join_url).toBeUndefined();
		expect([await listed(), await listed('?status=pending')]).toEqual([[], ['ann@example.org']]);
		expect((await setStatus('approve', [{ id: registrant_id }])).status).toBe(204);
		const { registrants } = (await api('GET', `${path}/registrants`)).body;
		expect(registrants).toMatchObject([{ status: 'approved', join_url: expect.any(String) }]);
	});

	it('gives the same ID and link to who registers again, by an address in any case', async () => {
		plan();
		const first = (await register()).body;
		const again = (await register('Ann@Example.org', { city: 'Oslo' })).body;
		expect(again).toEqual(first);
		expect(await listed()).toHaveLength(1);
	});

	it('takes the same person three times a day', async () => {
		plan();
		for (let time = 0; time < 3; time++) expect((await register()).status).toBe(201);
		const call = kind === 'meeting' ? 'Add meeting registrant' : 'Add a webinar registrant';
		expect(refused(await register())).toEqual([
			429,
			429,
			`You have exceeded the daily rate limit of "3" for **${call}** API requests for the registrant "ann@example.org". You can resume these API requests at GMT 00:00:00.`,
		]);
		expect((await register('bob@example.org')).status).toBe(201);
		moveTo('2026-07-02T00:00:00Z');
		expect((await register()).status).toBe(201);
	});

	it('is refused where nobody has to register', async () => {
		plan({ approval_type: 2 });
		const forMeeting = `Registration has not been enabled for this meeting: ${id}.`;
		const forWebinar = `Registration has not been enabled for this webinar: ${id}.`;
		const required = `This webinar does not have registration as required: ${id}.`;
		const batch = { registrants: [{ email: 'ann@example.org', first_name: 'Ann' }] };
		const answers = [
			refused(await register()),
			refused(await api('POST', `${path}/batch_registrants`, batch)),
			refused(await api('GET', `${path}/registrants`)),
			refused(await setStatus('deny', [{ id: 'x' }])),
			refused(await api('DELETE', `${path}/registrants/x`)),
		];
		expect(answers).toEqual(
			kind === 'meeting'
				? [
						[404, 404, forMeeting],
						[400, 404, forMeeting],
						[400, 300, forMeeting],
						[400, 300, forMeeting],
						[400, 300, forMeeting],
					]
				: [
						[400, 3000, required],
						[400, 3000, forWebinar],
						[400, 3000, forWebinar],
						[400, 300, forMeeting],
						[400, 3000, forWebinar],
					],
		);
	});

	it('is refused when it is over', async () => {
		plan();
		moveTo('2026-07-02T09:59:59Z');
		expect((await register()).status).toBe(201);
		moveTo('2026-07-02T10:00:00Z');
		expect(refused(await register('bob@example.org')).slice(0, 2)).toEqual([400, 3038]);
	});

	describe('in a batch', () => {
		const batch = (count: number, more: object = {}) =>
			api('POST', `${path}/batch_registrants`, {
				registrants: Array.from({ length: count }, (_, index) => ({
					email: `p${index}@example.org`,
					first_name: `P${index}`,
				})),
				...more,
			});

		it('takes up to thirty people', async () => {
			plan();
			const { status, body } = await batch(30);
			expect(status).toBe(201);
			expect(body.registrants).toHaveLength(30);
			expect((body.registrants as object[])[0]).toMatchObject({
				email: 'p0@example.org',
				registrant_id: expect.any(String),
				join_url: expect.any(String),
			});
			for (const count of [0, 31]) expect((await batch(count)).body.code).toBe(300);
		});

		it('approves where that is asked for', async () => {
			plan({ approval_type: 1 });
			await batch(1);
			expect([await listed(), await listed('?status=pending')]).toEqual([[], ['p0@example.org']]);
			await batch(1, { auto_approve: true });
			expect(await listed()).toEqual(['p0@example.org']);
		});

		it('is not for series', async () => {
			plan({}, { type: kind === 'meeting' ? 8 : 9, recurrence: { type: 1, end_times: 3 } });
			const { code, message } = (await batch(1)).body;
			expect(code).toBe(kind === 'meeting' ? 303 : 300);
			expect(message).toContain(kind === 'meeting' ? 'meeting type: 2' : 'type 5');
		});
	});

	it('is listed by status, in pages by token or by number', async () => {
		plan();
		for (let index = 0; index < 5; index++) await register(`p${index}@example.org`);
		await setStatus('deny', [{ email: 'P4@example.org' }]);
		const first = (await api('GET', `${path}/registrants?page_size=3`)).body;
		expect(first).toMatchObject({ page_count: 2, page_number: 1, page_size: 3, total_records: 4 });
		const token = String(first.next_page_token);
		expect(await listed(`?page_size=3&next_page_token=${token}`)).toEqual(['p3@example.org']);
		expect(await listed('?page_size=3&page_number=2')).toEqual(['p3@example.org']);
		expect(await listed('?status=denied')).toEqual(['p4@example.org']);
		const others = await api(
			'GET',
			`${path}/registrants?page_size=3&status=denied&next_page_token=${token}`,
		);
		expect(others.body.code).toBe(300);
	});

	describe('and its status', () => {
		beforeEach(async () => {
			plan();
			await register();
		});

		it('is denied by denying and by cancelling alike', async () => {
			for (const action of ['deny', 'cancel']) {
				await setStatus('approve', [{ email: 'ann@example.org' }]);
				expect((await setStatus(action, [{ email: 'ann@example.org' }])).status).toBe(204);
				expect(await listed('?status=denied')).toEqual(['ann@example.org']);
			}
			expect((await register()).body.join_url).toBeUndefined();
		});

		it('changes for up to thirty people who have registered, or for nobody', async () => {
			const known = { email: 'ann@example.org' };
			for (const people of [[], [known, { id: 'nobody' }], Array.from({ length: 31 }, () => known)])
				expect((await setStatus('deny', people)).status).toBe(400);
			expect(await listed()).toEqual(['ann@example.org']);
		});

		it('changes ten times a day', async () => {
			for (let time = 0; time < 10; time++)
				expect((await setStatus('approve', [{ email: 'ann@example.org' }])).status).toBe(204);
			const { status, body } = await setStatus('deny', [{ email: 'ann@example.org' }]);
			expect(status).toBe(429);
			expect(body.message).toContain(`of "10" for ${kind} **Update registrant's status**`);
		});
	});

	it('can be undone', async () => {
		plan();
		const { registrant_id } = (await register()).body;
		const registrant = `${path}/registrants/${String(registrant_id)}`;
		expect((await api('DELETE', registrant)).status).toBe(204);
		expect(await listed()).toEqual([]);
		const invalid =
			'The value that you entered for the Registrant ID field is invalid. Enter a valid value and try again.';
		const gone = String(registrant_id);
		expect([
			refused(await api('GET', registrant)),
			refused(await api('DELETE', registrant)),
		]).toEqual(
			kind === 'meeting'
				? [
						[400, 300, invalid],
						[400, 300, invalid],
					]
				: [
						[400, 3079, `This registrant does not exist: ${gone}.`],
						[400, 3000, `Registrant ${gone} was not found.`],
					],
		);
	});

	it('is forgotten at a reset', async () => {
		plan();
		await register();
		const seeded = emulator.store.registrants.size;
		emulator.reset();
		expect(emulator.store.registrants.size).toBe(seeded - 1);
	});
});
