import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import type { Api, Reply } from '../caller';
import { apiOf, control } from '../caller';

const start = '2026-07-01T09:00:00Z';
const henrik = 'henrik.holm@example.com';
const customerDay = 95_678_901_234;

describe('a webinar', () => {
	const clock = manualClock(start);
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

	const create = async (body: unknown, user = henrik) => {
		const reply = await api('POST', `/users/${user}/webinars`, body);
		expect([reply.status, reply.body.message]).toEqual([201, undefined]);
		return reply.body;
	};
	const refusal = async (body: unknown, user = henrik) => {
		const { code, message } = (await api('POST', `/users/${user}/webinars`, body)).body;
		return [code, message];
	};
	const get = async (id: unknown, query = '') =>
		(await api('GET', `/webinars/${String(id)}${query}`)).body;
	const gone = ({ status, body }: Reply, id: unknown) =>
		expect([status, body]).toEqual([
			404,
			{ code: 3001, message: `Webinar does not exist: ${String(id)}.` },
		]);

	it('is scheduled for now and an hour, in the zone of its host, with a passcode', async () => {
		const webinar = await create({});
		expect(webinar).toMatchObject({
			host_id: 'HenrikHolm-Host_000000',
			host_email: henrik,
			topic: 'Zoom Webinar',
			type: 5,
			start_time: start,
			duration: 60,
			timezone: 'Europe/Berlin',
			created_at: start,
			is_simulive: false,
			creation_source: 'open_api',
			password: expect.stringMatching(/^\d{6}$/),
			settings: { approval_type: 2, practice_session: false },
		});
		expect(webinar).not.toHaveProperty('registration_url');
		for (const link of ['join_url', 'start_url'])
			expect((await fetch(String(webinar[link]))).status).toBe(200);
	});

	it('can be read back as it was answered, by ID and by UUID', async () => {
		const body = { topic: 'T', agenda: 'A', duration: 90, settings: { approval_type: 1 } };
		const made: Record<string, unknown> = await create(body);
		expect(made.registration_url).toMatch(/\/webinar\/register\/WN_/);
		const byId: Record<string, unknown> = await get(made.id);
		const byUuid: Record<string, unknown> = await get(encodeURIComponent(String(made.uuid)));
		for (const webinar of [made, byId, byUuid]) delete webinar.start_url;
		expect([byId, byUuid]).toEqual([made, made]);
	});

	it('may be for somebody else with the add-on', async () => {
		const { host_email } = await create({ schedule_for: 'olivia.ortiz@example.com' });
		expect(host_email).toBe('olivia.ortiz@example.com');
		expect(await refusal({ schedule_for: 'nobody@example.com' })).toEqual([
			300,
			'The value that you entered for the `schedule_for` field is invalid. Enter a valid value and try again.',
		]);
		expect((await refusal({ schedule_for: 'hana.hayashi@example.com' }))[0]).toBe(200);
	});

	it('needs the add-on of its host, which Zoom words in several ways', async () => {
		const missing = 'Webinar plan is missing. You must subscribe to the webinar plan and enable';
		const hana = 'HanaHayashi-Host_00000';
		expect(await refusal({}, hana)).toEqual([
			200,
			`${missing} webinars for user ${hana} in order to perform this action.`,
		]);
		emulator.store.webinars.update(customerDay, { host_id: hana });
		const path = `/webinars/${customerDay}`;
		const answers = [
			await api('GET', path),
			await api('PATCH', path, {}),
			await api('GET', `${path}/panelists`),
			await api('GET', `/users/${hana}/webinars`),
		];
		expect(answers.map(({ status, body }) => [status, body.code, body.message])).toEqual([
			[400, 200, `${missing} webinars for user ${hana} to perform this action.`],
			[400, 200, `${missing} webinars for this user in order to perform this action: ${hana}.`],
			[400, 200, `${missing} webinars for this user in order to perform this action.`],
			[400, 200, `${missing} webinars for this user in order to perform this action.`],
		]);
	});

	it('may play a recording', async () => {
		const playback = { is_simulive: true, record_file_id: 'r1' };
		expect(await create(playback)).toMatchObject(playback);
		expect(await refusal({ is_simulive: true })).toEqual([300, 'Record file does not exist.']);
		expect((await refusal({ ...playback, type: 6 }))[0]).toBe(4505);
		const forOther = { ...playback, schedule_for: 'olivia.ortiz@example.com' };
		expect((await refusal(forOther))[1]).toBe('Can not schedule simulive webinar for others.');
	});

	it('is changed where something is given', async () => {
		const { id } = await create({ topic: 'Before', agenda: 'A', settings: { hd_video: true } });
		const change = {
			topic: 'After',
			start_time: '2026-07-03T08:00:00Z',
			settings: { practice_session: true, notify_registrants: true },
		};
		const { status, text } = await api('PATCH', `/webinars/${String(id)}`, change);
		expect([status, text]).toEqual([204, '']);
		const webinar = await get(id);
		expect(webinar).toMatchObject({
			topic: 'After',
			agenda: 'A',
			start_time: '2026-07-03T08:00:00Z',
			settings: { practice_session: true, hd_video: true },
		});
		expect(webinar.settings).not.toHaveProperty('notify_registrants');
	});

	it('counts with meetings towards the hundred a day of a host', async () => {
		for (let count = 0; count < 50; count++) {
			await create({});
			await api('POST', `/users/${henrik}/meetings`, {});
		}
		expect((await refusal({}))[0]).toBe(429);
	});

	it('is ended while it runs, and then has another UUID', async () => {
		const path = `/webinars/${customerDay}`;
		const end = () => api('PUT', `${path}/status`, { action: 'end' });
		expect((await end()).body.message).toBe(`Webinar ${customerDay} has not started.`);
		const { uuid } = await get(customerDay);
		await control(emulator, 'POST', `${path}/start`);
		const { status, text } = await end();
		expect([status, text]).toEqual([200, '']);
		expect((await get(customerDay)).uuid).not.toBe(uuid);
	});

	it('is gone once it is deleted', async () => {
		const path = `/webinars/${customerDay}`;
		expect((await api('DELETE', path)).status).toBe(204);
		for (const method of ['GET', 'DELETE']) gone(await api(method, path), customerDay);
	});

	it('is no meeting, and a meeting is no webinar', async () => {
		expect((await api('GET', `/meetings/${customerDay}`)).body).toEqual({
			code: 3000,
			message: 'Cannot access webinar info.',
		});
		expect((await get(81_234_567_890)).message).toBe('Invalid webinar ID.');
		expect((await api('GET', '/webinars/abc/panelists')).body.message).toBe('Invalid webinar ID.');
		gone(await api('GET', '/webinars/1'), 1);
	});

	it('is out of reach of somebody else’s token', async () => {
		const token = (user: string) =>
			apiOf(emulator, emulator.authorize(emulator.apps.userManaged, user).access_token);
		expect((await token(henrik)('GET', `/webinars/${customerDay}`)).status).toBe(200);
		const { body } = await token('olivia.ortiz@example.com')('GET', `/webinars/${customerDay}`);
		expect(body.code).toBe(4711);
	});

	it('passes to another host, or goes, with the user who leaves', async () => {
		const query = '?transfer_email=olivia.ortiz@example.com&transfer_webinar=true';
		await api('DELETE', `/users/${henrik}${query}`);
		expect((await get(customerDay)).host_email).toBe('olivia.ortiz@example.com');
	});

	describe('of several dates', () => {
		const series = () =>
			create({
				type: 9,
				start_time: '2026-07-02T09:00:00Z',
				recurrence: { type: 1, end_times: 3 },
			});

		it('can be changed and deleted on one of them', async () => {
			const { id, occurrences } = await series();
			const [first, second] = occurrences as { occurrence_id: string }[];
			const at = ({ occurrence_id }: typeof first) =>
				`/webinars/${String(id)}?occurrence_id=${occurrence_id}`;
			const change = { duration: 15, settings: { panelists_video: true } };
			expect((await api('PATCH', at(first), change)).status).toBe(204);
			expect((await api('GET', at(first))).body).toMatchObject(change);
			expect((await api('PATCH', at(first), { topic: 'x' })).status).toBe(400);
			expect((await api('DELETE', at(second))).status).toBe(204);
			expect((await api('DELETE', at(second))).body).toEqual({
				code: 3000,
				message: 'Webinar occurrence does not exist.',
			});
			expect((await get(id)).occurrences).toMatchObject([
				{ duration: 15, status: 'available' },
				{ status: 'deleted' },
				{ status: 'available' },
			]);
		});

		it('needs a rule', async () => {
			expect((await refusal({ type: 9 }))[0]).toBe(300);
		});
	});

	describe('in lists', () => {
		const list = async (query = '') => (await api('GET', `/users/${henrik}/webinars${query}`)).body;
		const topics = async (query = '') =>
			((await list(query)).webinars as { topic: string }[]).map(({ topic }) => topic);

		it('stays for thirty days, upcoming only till its end', async () => {
			await create({ topic: 'soon', start_time: '2026-07-02T09:00:00Z' });
			await create({ topic: 'any time', type: 6 });
			expect(await topics()).toEqual(['soon', 'Customer day', 'any time']);
			const move = (time: string) => {
				clock.set(time);
				api = apiOf(emulator);
			};
			move('2026-07-02T10:00:00Z');
			expect(await topics()).toEqual(['soon', 'Customer day', 'any time']);
			expect(await topics('?type=upcoming')).toEqual(['Customer day', 'any time']);
			move('2026-08-01T10:00:00Z');
			expect(await topics()).toEqual(['Customer day', 'any time']);
		});

		it('comes in pages by number, and by no token', async () => {
			for (let count = 1; count < 4; count++)
				await create({ topic: `w${count}`, start_time: `2026-07-0${count + 1}T09:00:00Z` });
			expect(await list('?page_size=3')).toMatchObject({
				page_count: 2,
				page_number: 1,
				page_size: 3,
				total_records: 4,
				next_page_token: '',
			});
			expect(await topics('?page_size=3')).toEqual(['w1', 'w2', 'w3']);
			expect(await topics('?page_size=3&page_number=2')).toEqual(['Customer day']);
			expect(await topics('?page_size=3&page_number=3')).toEqual([]);
			expect((await list('?next_page_token=x')).code).toBe(300);
		});

		it('has its agenda shortened', async () => {
			await create({ agenda: 'a'.repeat(300), start_time: '2026-07-02T09:00:00Z' });
			expect((await list()).webinars).toMatchObject([{ agenda: 'a'.repeat(250) }, {}]);
		});
	});
});
