import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

const start = '2026-07-15T09:00:00Z';
const henrik = '/users/henrik.holm@example.com';
const hana = '/users/hana.hayashi@example.com';
const bruno = '/users/bruno.batista@example.com';

describe("users' accounts", () => {
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

	const as = (user: string) =>
		apiOf(emulator, emulator.authorize(emulator.apps.userManaged, user).access_token);

	describe('assistants', () => {
		it('and those they schedule for know of each other', async () => {
			expect((await api('GET', `${henrik}/assistants`)).body).toEqual({
				assistants: [
					{
						id: 'HanaHayashi-Host_00000',
						email: 'hana.hayashi@example.com',
						can_manage_host_private_event: true,
					},
				],
			});
			const { schedulers } = (await api('GET', `${hana}/schedulers`)).body;
			expect(schedulers).toMatchObject([
				{ id: 'HenrikHolm-Host_000000', email: 'henrik.holm@example.com' },
			]);
		});

		it('are added by ID or address and removed again', async () => {
			const assistants = [
				{ email: 'olivia.ortiz@example.com' },
				{ id: 'HanaHayashi-Host_00000', email: 'ignored@example.com' },
			];
			await api('DELETE', `${henrik}/assistants/HanaHayashi-Host_00000`);
			const added = await api('POST', `${henrik}/assistants`, { assistants });
			expect([added.status, added.body]).toEqual([
				201,
				{ ids: 'OliviaOrtiz-Owner00000,HanaHayashi-Host_00000', add_at: start },
			]);
			await api('DELETE', `${henrik}/assistants/olivia.ortiz@example.com`);
			const { body } = await api('GET', `${henrik}/assistants`);
			expect(body.assistants).toMatchObject([{ id: 'HanaHayashi-Host_00000' }]);
			const gone = await api('DELETE', `${henrik}/assistants/olivia.ortiz@example.com`);
			expect([gone.status, gone.body.code]).toEqual([404, 1001]);
		});

		it.each([
			['themselves', 'henrik.holm@example.com', "Can't assign scheduling privilege to yourself."],
			['strangers', 'x@example.com', "Can't find user x@example.com."],
			[
				'assistants already',
				'hana.hayashi@example.com',
				'User hana.hayashi@example.com has already granted scheduling privilege.',
			],
			[
				'without a licence',
				'bruno.batista@example.com',
				'The user must either be a Licensed user or an On-prem user : bruno.batista@example.com.',
			],
		])('cannot be %s, and then nobody is added', async (_, email, message) => {
			const assistants = [{ email: 'olivia.ortiz@example.com' }, { email }];
			const { status, body } = await api('POST', `${henrik}/assistants`, { assistants });
			expect([status, body]).toEqual([400, { code: 200, message }]);
			expect(emulator.store.assistants.size).toBe(1);
		});

		it('are forgotten with their user', async () => {
			await api('DELETE', hana);
			expect((await api('GET', `${henrik}/assistants`)).body.assistants).toEqual([]);
		});
	});

	describe('a picture', () => {
		const png = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1');
		const upload = (bytes: Buffer, field = 'pic_file') => {
			const form = new FormData();
			form.set(field, new Blob([bytes]), 'me.png');
			return api('POST', `${henrik}/picture`, form);
		};

		it('can be uploaded, seen and taken away', async () => {
			expect((await upload(png)).status).toBe(201);
			const { pic_url } = (await api('GET', henrik)).body;
			const seen = await fetch(String(pic_url));
			expect(seen.headers.get('content-type')).toBe('image/png');
			expect(Buffer.from(await seen.arrayBuffer()).equals(png)).toBe(true);
			expect((await api('DELETE', `${henrik}/picture`)).status).toBe(204);
			expect((await api('GET', henrik)).body).not.toHaveProperty('pic_url');
			expect((await fetch(String(pic_url))).status).toBe(404);
		});

		it.each([
			['empty', Buffer.alloc(0), 'File is empty.'],
			[
				'of more than two megabytes',
				Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]),
				'File size cannot exceed 2M.',
			],
			[
				'of another type',
				Buffer.from('GIF89a'),
				'Only jpg/jpeg or png image file can be uploaded.',
			],
		])('may not be %s', async (_, bytes, message) => {
			const { status, body } = await upload(bytes);
			expect([status, body]).toEqual([400, { code: 120, message }]);
		});

		it('comes in a form with the one field Zoom knows', async () => {
			expect((await upload(png, 'picture')).body.errors).toEqual([
				{ field: 'picture', message: 'Invalid field.' },
				{ field: 'pic_file', message: 'Invalid field.' },
			]);
			expect((await api('POST', `${henrik}/picture`, { pic_file: 'x' })).body.code).toBe(300);
		});

		it('comes in a form whose names stand in quotation marks', async () => {
			const { access_token } = emulator.authorize(emulator.apps.serverToServer);
			const part = 'Content-Disposition: form-data; name=pic_file; filename=me.png\r\n\r\nx';
			const response = await fetch(`${emulator.url}/v2${henrik}/picture`, {
				method: 'POST',
				headers: {
					authorization: `Bearer ${access_token}`,
					'content-type': 'multipart/form-data; boundary=b',
				},
				body: `--b\r\n${part}\r\n--b--\r\n`,
			});
			expect(await response.json()).toEqual({
				code: 300,
				message: "Invalid 'Content-Disposition' in multipart form",
			});
		});
	});

	describe('presence', () => {
		const set = (status: string, more: object = {}) =>
			api('PUT', '/users/me/presence_status', { status, ...more });
		const seen = async (by = api, who = 'me') =>
			(await by('GET', `/users/${who}/presence_status`)).body;

		it('can be set once a minute', async () => {
			expect(await seen()).toEqual({ status: 'Available' });
			expect((await set('Away')).status).toBe(204);
			expect((await set('Busy')).body.code).toBe(5301);
			clock.advance(60_000);
			await set('Busy');
			expect(await seen()).toEqual({ status: 'Busy' });
		});

		it.each(['Do_Not_Disturb', 'Do_No_Disturb'])('as %s ends by itself', async (status) => {
			await set(status, { duration: 5 });
			expect(await seen()).toEqual({
				status: 'Do_Not_Disturb',
				end_time: '2026-07-15T09:05:00Z',
				remaining_time: 300,
			});
			const colleague = apiOf(
				emulator,
				emulator.authorize(emulator.apps.accountLevel, 'henrik.holm@example.com').access_token,
			);
			expect(await seen(colleague, 'olivia.ortiz@example.com')).toEqual({
				status: 'Do_Not_Disturb',
			});
			clock.advance(300_000);
			expect(await seen()).toEqual({ status: 'Available' });
		});

		it('is one of those Zoom has', async () => {
			expect((await set('Sleeping')).body.code).toBe(300);
			expect((await set('Do_Not_Disturb', { duration: 1441 })).body.code).toBe(300);
		});
	});

	describe('a password', () => {
		it.each([
			[1124, 'Sh0rt'],
			[1125, '12345678'],
			[1126, 'Lettersonly'],
			[1128, 'lower case 1'],
			[300, `A1${'a'.repeat(30)}`],
		])('is refused with %i: %s', async (code, password) => {
			expect((await api('PUT', `${henrik}/password`, { password })).body.code).toBe(code);
		});

		it('cannot be the old one, nor an administrator’s, nor of one who signs in elsewhere', async () => {
			const password = { password: 'Much.better1' };
			expect((await api('PUT', `${henrik}/password`, password)).status).toBe(204);
			expect((await api('PUT', `${henrik}/password`, password)).body.code).toBe(300);
			expect((await api('PUT', '/users/me/password', password)).body.code).toBe(1117);
			emulator.addUser({ email: 'sso@example.com', login_types: [101] });
			expect((await api('PUT', '/users/sso@example.com/password', password)).body.code).toBe(1123);
			expect((await api('GET', henrik)).body).not.toHaveProperty('password');
		});
	});

	describe('an e-mail address', () => {
		it('is known only of those who signed up with it', async () => {
			emulator.addUser({ email: 'sso@example.com', login_types: [101] });
			for (const [email, existed_email] of [
				['Henrik.Holm@example.com', true],
				['sso@example.com', false],
				['stranger@example.org', false],
			])
				expect((await api('GET', `/users/email?email=${String(email)}`)).body).toEqual({
					existed_email,
				});
			expect((await api('GET', '/users/email')).body.code).toBe(300);
		});

		it('can be changed three times a day, within the domain of the account', async () => {
			const change = (from: string, email: string) =>
				api('PUT', `/users/${from}@example.com/email`, { email });
			expect((await change('henrik.holm', 'h@example.com')).status).toBe(204);
			expect((await api('GET', '/users/h@example.com')).body.id).toBe('HenrikHolm-Host_000000');
			expect((await change('h', 'h@example.org')).body.code).toBe(300);
			expect((await change('h', 'hana.hayashi@example.com')).body.code).toBe(1005);
			await change('h', 'i@example.com');
			await change('i', 'j@example.com');
			expect((await change('j', 'k@example.com')).body.message).toContain(
				'maximum number of times',
			);
		});

		it('is not for members to change, nor for administrators of each other', async () => {
			const email = { email: 'new@example.com' };
			expect((await as('henrik.holm@example.com')('PUT', '/users/me/email', email)).body).toEqual({
				code: 200,
				message: 'Only an account administrator can change email.',
			});
			emulator.addUser({ email: 'admin@example.com', role_id: '1' });
			expect((await api('PUT', '/users/admin@example.com/email', email)).body.code).toBe(1000);
		});
	});

	describe('settings', () => {
		const settings = async (query = '') => (await api('GET', `${henrik}/settings${query}`)).body;

		it('stick, and leave the others alone', async () => {
			const before = await settings();
			const change = {
				in_meeting: { waiting_room: true },
				recording: { auto_delete_cmr_days: 60 },
			};
			expect((await api('PATCH', `${henrik}/settings`, change)).status).toBe(204);
			expect(await settings()).toEqual({
				...before,
				in_meeting: { ...(before.in_meeting as object), waiting_room: true },
				recording: { ...(before.recording as object), auto_delete_cmr_days: 60 },
			});
			expect((await api('PATCH', `${henrik}/settings`, { in_meetings: {} })).body.code).toBe(300);
		});

		it('of the views that `option` shows stick too, for this user alone', async () => {
			const option = '?option=meeting_security';
			const change = { meeting_security: { waiting_room: true } };
			await api('PATCH', `${henrik}/settings${option}`, change);
			expect(await settings(option)).toMatchObject({
				meeting_security: { waiting_room: true, auto_security: true },
			});
			const others = (await api('GET', `${hana}/settings${option}`)).body;
			expect(others).toMatchObject({ meeting_security: { waiting_room: false } });
			const authentication_option = { id: 'signIn_DeskAuth_000000', action: 'hide' };
			const signIn = '?option=meeting_authentication';
			await api('PATCH', `${henrik}/settings${signIn}`, {
				meeting_authentication: true,
				authentication_option,
			});
			expect(await settings(signIn)).toMatchObject({
				meeting_authentication: true,
				authentication_options: [{ name: 'Sign in to Zoom', visible: false }],
			});
		});

		it.each([
			[1108, bruno, { large_meeting: true }],
			[1122, bruno, { webinar: true }],
			[1206, bruno, { zoom_events: true }],
			[1207, bruno, { concurrent_meeting: 'Plus' }],
			[1242, henrik, { zoom_whiteboard: true, zoom_whiteboard_plus: true }],
		])('are refused with %i where a feature cannot be had', async (code, user, feature) => {
			expect((await api('PATCH', `${user}/settings`, { feature })).body.code).toBe(code);
		});

		it('give either webinars or events, and nothing to a pending user', async () => {
			const give = (user: string, feature: object) =>
				api('PATCH', `/users/${user}@example.com/settings`, { feature });
			emulator.addUser({ email: 'new@example.com' });
			expect((await give('new', { webinar: true })).status).toBe(204);
			expect((await give('new', { zoom_events: true })).body.code).toBe(1205);
			await give('new', { webinar: false });
			await give('new', { zoom_events: true });
			expect((await give('new', { webinar: true })).body.code).toBe(1204);
			expect((await give('petra.pohl', { webinar: true })).body.code).toBe(1120);
		});
	});

	it('have permissions by their role', async () => {
		expect((await api('GET', '/users/me/permissions')).body.permissions).toContain('User:Edit');
		const { permissions } = (await api('GET', `${henrik}/permissions`)).body;
		expect(permissions).toEqual([
			'Meeting:Read',
			'Meeting:Edit',
			'Recording:Read',
			'Recording:Edit',
		]);
	});

	it('are counted by licence', async () => {
		expect((await api('GET', '/users/summary')).body).toEqual({
			licensed_users_count: 3,
			basic_users_count: 2,
			on_prem_users_count: 0,
			room_users_count: 0,
			join_only_users_count: 1,
			pending_users_count: 1,
			total_users_count: 6,
		});
	});
});
