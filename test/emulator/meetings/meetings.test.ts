import type { Api, Reply } from '../caller';
import { apiOf, control, read } from '../caller';
import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';

const start = '2026-07-01T09:00:00Z';
const henrik = 'henrik.holm@example.com';

describe('a meeting', () => {
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
		const reply = await api('POST', `/users/${user}/meetings`, body);
		expect([reply.status, reply.body.message]).toEqual([201, undefined]);
		return reply.body;
	};
	const get = async (id: unknown, query = '') =>
		(await api('GET', `/meetings/${String(id)}${query}`)).body;
	const gone = (reply: Reply, id: unknown) => {
		expect([reply.status, reply.body]).toEqual([
			404,
			{ code: 3001, message: `Meeting does not exist: ${String(id)}.` },
		]);
	};

	describe('when created', () => {
		it('is scheduled for now and an hour, in the zone of its host, with a passcode', async () => {
			const meeting = await create({});
			expect(meeting).toMatchObject({
				host_id: 'HenrikHolm-Host_000000',
				host_email: henrik,
				topic: 'Zoom Meeting',
				type: 2,
				status: 'waiting',
				start_time: start,
				duration: 60,
				timezone: 'Europe/Berlin',
				created_at: start,
				pre_schedule: false,
				creation_source: 'open_api',
				password: expect.stringMatching(/^\d{6}$/),
				settings: { approval_type: 2, join_before_host: false, audio: 'both' },
			});
			expect(String(meeting.id)).toMatch(/^\d{9,11}$/);
			expect(meeting.uuid).toMatch(/^[A-Za-z0-9+/]{22}==$/);
			expect(meeting.h323_password).toBe(meeting.password);
			expect(meeting.pstn_password).toBe(meeting.password);
			expect(meeting.join_url).toBe(
				`${emulator.url}/j/${String(meeting.id)}?pwd=${String(meeting.encrypted_password)}`,
			);
			expect(meeting.start_url).toMatch(/\/s\/\d+\?zak=[\w-]+\.[\w-]+\.[\w-]+$/);
			expect(meeting).not.toHaveProperty('assistant_id');
		});

		it('can be read back as it was answered', async () => {
			const made: Record<string, unknown> = await create({ topic: 'T', agenda: 'A', duration: 30 });
			const read: Record<string, unknown> = await get(made.id);
			for (const meeting of [made, read]) delete meeting.start_url;
			expect(read).toEqual(made);
		});

		it('is another one each time, however equal the requests', async () => {
			const body = { topic: 'Twin', start_time: '2026-07-02T09:00:00Z' };
			expect((await create(body)).id).not.toBe((await create(body)).id);
		});

		it('starts at the instant given with Z, else at the wall time in its zone', async () => {
			const wall = '2026-12-24T18:00:00';
			const timezone = 'Asia/Kolkata';
			const at = async (body: unknown) => (await create(body)).start_time;
			expect(await at({ start_time: `${wall}Z`, timezone })).toBe('2026-12-24T18:00:00Z');
			expect(await at({ start_time: `${wall}.500Z` })).toBe('2026-12-24T18:00:00Z');
			expect(await at({ start_time: wall, timezone })).toBe('2026-12-24T12:30:00Z');
			expect(await at({ start_time: wall })).toBe('2026-12-24T17:00:00Z');
		});

		it('has no start time as an instant one or one without a fixed time', async () => {
			const start_time = '2026-07-02T09:00:00Z';
			for (const type of [1, 3]) {
				const meeting = await create({ type, start_time });
				expect(meeting).not.toHaveProperty('start_time');
				expect(meeting).not.toHaveProperty('occurrences');
			}
		});

		it('takes the passcode given, or none where none is wanted', async () => {
			const lettered = await create({ password: 'aB3!x' });
			expect(lettered.password).toBe('aB3!x');
			expect(lettered.pstn_password).toMatch(/^\d+$/);
			const open = await create({ default_password: false });
			expect(open.password).toBe('');
			expect(open.join_url).not.toContain('pwd');
		});

		it('keeps tracking fields, template and settings', async () => {
			emulator.store.templates.insert({ id: 'tpl1', name: 'Workshop', kind: 'meeting' });
			const meeting = await create({
				template_id: 'tpl1',
				tracking_fields: [{ field: 'Cost center', value: 'Blue' }],
				settings: { approval_type: 0, waiting_room: true, join_before_host: true },
			});
			expect(meeting).toMatchObject({
				template_id: 'tpl1',
				tracking_fields: [{ field: 'Cost center', value: 'Blue', visible: true }],
				registration_url: expect.stringContaining('/meeting/register/'),
				// The waiting room switches joining before the host off.
				settings: { approval_type: 0, waiting_room: true, join_before_host: false },
			});
		});

		it('uses the personal meeting ID in its link, not as its own', async () => {
			const { pmi } = (await api('GET', `/users/${henrik}`)).body;
			const meeting = await create({ settings: { use_pmi: true } });
			expect(meeting.pmi).toBe(String(pmi));
			expect(meeting.id).not.toBe(pmi);
			expect(meeting.join_url).toContain(`/j/${String(pmi)}?`);
		});

		it('drops without a word what the host may not have', async () => {
			const settings = { approval_type: 0, breakout_room: { enable: true }, mute_upon_entry: true };
			const { settings: kept } = await create({ settings }, 'bruno.batista@example.com');
			expect(kept).toMatchObject({
				approval_type: 2,
				breakout_room: { enable: false },
				mute_upon_entry: true,
			});
		});

		it('has a link that opens', async () => {
			const meeting = await create({ topic: 'Come <in>' });
			const page = await read(fetch(String(meeting.join_url)));
			expect([page.status, page.text.includes('Come &lt;in&gt;')]).toEqual([200, true]);
		});
	});

	describe('for somebody else', () => {
		it('belongs to the user of `schedule_for`, by e-mail or ID', async () => {
			for (const schedule_for of ['hana.hayashi@example.com', 'HanaHayashi-Host_00000']) {
				const meeting = await create({ schedule_for, start_time: '2026-07-02T09:00:00' });
				expect(meeting).toMatchObject({
					host_email: 'hana.hayashi@example.com',
					assistant_id: 'HenrikHolm-Host_000000',
					timezone: 'Asia/Tokyo',
					start_time: '2026-07-02T00:00:00Z',
				});
			}
		});

		it('is refused for a user who does not exist, and when instant', async () => {
			const refused = async (body: unknown) =>
				(await api('POST', `/users/${henrik}/meetings`, body)).body;
			expect((await refused({ schedule_for: 'x@example.com' })).message).toMatch(
				/^The value that you entered in the `schedule_for` field is invalid/,
			);
			const instant = await refused({ type: 1, schedule_for: 'hana.hayashi@example.com' });
			expect(instant.code).toBe(3000);
		});
	});

	it.each([
		['without a licence', 'uma.upton@example.com'],
		['deactivated', 'daan.dekker@example.com'],
		['pending', 'petra.pohl@example.com'],
	])('is refused a host who is %s', async (_what, user) => {
		const refused = await api('POST', `/users/${user}/meetings`, { topic: 'x' });
		expect([refused.status, refused.body]).toEqual([
			400,
			{
				code: 3161,
				message: 'Your user account is not allowed meeting hosting and scheduling capabilities.',
			},
		]);
		const list = await api('GET', `/users/${user}/meetings`);
		expect(list.body.code).toBe(3161);
	});

	it('is refused a host who does not exist', async () => {
		const { status, body } = await api('POST', '/users/x@example.com/meetings', {});
		expect([status, body]).toEqual([
			404,
			{ code: 1001, message: 'User does not exist: x@example.com.' },
		]);
	});

	describe('when updated', () => {
		it('answers 204 without a body and changes what was given only', async () => {
			const { id } = await create({ topic: 'Old', agenda: 'Keep', settings: { host_video: true } });
			const reply = await api('PATCH', `/meetings/${String(id)}`, {
				topic: '',
				settings: { mute_upon_entry: true },
			});
			expect([reply.status, reply.text]).toEqual([204, '']);
			expect(await get(id)).toMatchObject({
				topic: '',
				agenda: 'Keep',
				settings: { host_video: true, mute_upon_entry: true },
			});
		});

		it('leaves a past or missing start time alone without a word', async () => {
			const { id } = await create({ start_time: '2026-07-05T09:00:00Z' });
			for (const body of [{ start_time: '2026-06-01T09:00:00Z' }, { duration: 20 }])
				expect((await api('PATCH', `/meetings/${String(id)}`, body)).status).toBe(204);
			expect(await get(id)).toMatchObject({ start_time: '2026-07-05T09:00:00Z', duration: 20 });
			const start_time = '2026-07-06T09:00:00';
			await api('PATCH', `/meetings/${String(id)}`, { start_time, timezone: 'Asia/Tokyo' });
			expect((await get(id)).start_time).toBe('2026-07-06T00:00:00Z');
		});

		it('can become a series and a single meeting again', async () => {
			const { id } = await create({ start_time: '2026-07-05T09:00:00Z' });
			const bare = await api('PATCH', `/meetings/${String(id)}`, { type: 8 });
			expect(bare.status).toBe(400);
			const recurrence = { type: 1, end_times: 2 };
			await api('PATCH', `/meetings/${String(id)}`, { type: 8, recurrence });
			expect((await get(id)).occurrences).toHaveLength(2);
			await api('PATCH', `/meetings/${String(id)}`, { type: 2 });
			expect(await get(id)).not.toHaveProperty('occurrences');
		});

		it('moves to another host', async () => {
			const { id } = await create({});
			await api('PATCH', `/meetings/${String(id)}`, { schedule_for: 'hana.hayashi@example.com' });
			expect((await get(id)).host_email).toBe('hana.hayashi@example.com');
		});
	});

	describe('when deleted', () => {
		it('is gone, and comes back from the trash within thirty days', async () => {
			const { id } = await create({});
			const path = `/meetings/${String(id)}`;
			expect((await api('DELETE', path)).status).toBe(204);
			gone(await api('GET', path), id);
			gone(await api('PATCH', path, { topic: 'x' }), id);
			gone(await api('DELETE', path), id);
			expect((await api('PUT', `${path}/status`, { action: 'recover' })).status).toBe(204);
			expect((await get(id)).id).toBe(id);
			gone(await api('PUT', `${path}/status`, { action: 'recover' }), id);

			await api('DELETE', path);
			clock.advance(31 * 86_400_000);
			gone(await apiOf(emulator)('PUT', `${path}/status`, { action: 'recover' }), id);
		});

		it('remembers which reminders were asked for', async () => {
			const { id } = await create({});
			const query = 'schedule_for_reminder=false&cancel_meeting_reminder=true';
			await api('DELETE', `/meetings/${String(id)}?${query}`);
			expect(emulator.store.meetings.get(Number(id))?.deleted).toEqual({
				at: start,
				schedule_for_reminder: false,
				cancel_meeting_reminder: true,
			});
		});

		it('is refused as the personal meeting', async () => {
			const { pmi } = (await api('GET', `/users/${henrik}`)).body;
			const refused = await api('DELETE', `/meetings/${String(pmi)}`);
			expect(refused.body).toEqual({ code: 3018, message: 'Not allowed to delete PMI.' });
		});
	});

	it('ends only while it runs, and is another instance afterwards', async () => {
		const { id, uuid } = await create({});
		const path = `/meetings/${String(id)}/status`;
		const idle = await api('PUT', path, { action: 'end' });
		expect([idle.status, idle.body.code]).toEqual([400, 3000]);
		expect((await control(emulator, 'POST', `/meetings/${String(id)}/start`)).status).toBe(204);
		expect((await get(id)).status).toBe('started');
		expect((await api('PUT', path, { action: 'end' })).status).toBe(204);
		const after = await get(id);
		expect(after.status).toBe('waiting');
		expect(after.uuid).not.toBe(uuid);
		expect((await api('PUT', path, {})).body.code).toBe(300);
	});

	it('has an invitation to send', async () => {
		const { id, join_url, password } = await create({ topic: 'Tea' });
		const { body } = await api('GET', `/meetings/${String(id)}/invitation`);
		for (const part of ['Henrik Holm', 'Tea', join_url, id, password])
			expect(body.invitation).toContain(String(part));
		expect(body.sip_links).toHaveLength(1);
	});
});
