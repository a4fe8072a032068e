import type { Api } from '../caller';
import { apiOf } from '../caller';
import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';

const start = '2026-07-01T09:00:00Z';
const henrik = 'henrik.holm@example.com';

describe('users', () => {
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

	const emails = async (query: string) => {
		const { body } = await api('GET', `/users?${query}`);
		return (body.users as { email: string }[]).map(({ email }) => email.split('@')[0]);
	};
	const claims = (token: unknown) =>
		JSON.parse(Buffer.from(String(token).split('.')[1], 'base64url').toString()) as {
			iat: number;
			exp: number;
		};

	describe('listed', () => {
		it('are the active ones unless told', async () => {
			const active = ['olivia.ortiz', 'henrik.holm', 'hana.hayashi', 'bruno.batista', 'uma.upton'];
			expect(await emails('')).toEqual(active);
			expect(await emails('status=inactive')).toEqual(['daan.dekker']);
			expect(await emails('status=pending')).toEqual(['petra.pohl']);
		});

		it('can be narrowed to a role and show more where asked', async () => {
			expect(await emails('role_id=0')).toEqual(['olivia.ortiz']);
			const bare = await api('GET', '/users');
			expect((bare.body.users as object[])[1]).not.toHaveProperty('host_key');
			const keys = await api('GET', '/users?include_fields=host_key');
			expect((keys.body.users as object[])[1]).toMatchObject({ host_key: expect.any(String) });
			const attributes = await api('GET', '/users?include_fields=custom_attributes');
			expect((attributes.body.users as object[])[1]).toMatchObject({
				custom_attributes: [{ key: 'cbf_region', name: 'Region', value: 'EMEA' }],
			});
		});

		it('come in pages of up to 2,000, by token or number', async () => {
			expect((await api('GET', '/users?page_size=999999')).body.page_size).toBe(2000);
			const { body } = await api('GET', '/users?page_size=2');
			const next = `/users?page_size=2&next_page_token=${String(body.next_page_token)}`;
			const byToken = (await api('GET', next)).body.users;
			const byNumber = (await api('GET', '/users?page_size=2&page_number=2')).body.users;
			expect(byToken).toEqual(byNumber);
			expect(byToken).toMatchObject([{ first_name: 'Hana' }, { first_name: 'Bruno' }]);
		});
	});

	describe('read', () => {
		it('have their profile, and a personal link that opens', async () => {
			const { body } = await api('GET', `/users/${henrik}`);
			expect(body).toMatchObject({
				id: 'HenrikHolm-Host_000000',
				display_name: 'Henrik Holm',
				type: 2,
				role_name: 'Member',
				timezone: 'Europe/Berlin',
				status: 'active',
				account_id: emulator.account.id,
				pmi: expect.any(Number),
			});
			expect(body.personal_meeting_url).toContain(`/j/${String(body.pmi)}?pwd=`);
		});

		it('have no ID while they are pending, only their address', async () => {
			const { status, body } = await api('GET', '/users/petra.pohl@example.com');
			expect([status, body.status]).toEqual([200, 'pending']);
			expect(body).not.toHaveProperty('id');
			expect(body.created_at).toBe(start);
			expect((await api('GET', '/users/PetraPohl-Pending00000')).status).toBe(404);
		});

		it('are found by employee ID where that is asked for', async () => {
			emulator.store.users.update('HenrikHolm-Host_000000', {
				profile: { employee_unique_id: 'E-7' },
			});
			const found = await api('GET', '/users/E-7?search_by_unique_id=true');
			expect(found.body.first_name).toBe('Henrik');
			expect((await api('GET', '/users/E-7')).body).toEqual({
				code: 1001,
				message: 'User does not exist: E-7.',
			});
		});
	});

	describe('created', () => {
		const create = (action: string, info: object = {}) =>
			api('POST', '/users', {
				action,
				user_info: { email: 'nina@example.com', type: 1, first_name: 'Nina', ...info },
			});

		it.each(['autoCreate', 'custCreate', 'ssoCreate'])('by %s are active', async (action) => {
			const { status, body } = await create(action, { password: 'Passw0rd' });
			expect([status, body]).toEqual([
				201,
				{
					id: expect.any(String),
					first_name: 'Nina',
					last_name: '',
					email: 'nina@example.com',
					type: 1,
				},
			]);
			expect((await api('GET', `/users/${String(body.id)}`)).body.status).toBe('active');
		});

		it('by invitation are pending', async () => {
			expect((await create('create')).status).toBe(201);
			expect((await api('GET', '/users/nina@example.com')).body.status).toBe('pending');
		});

		it('are refused an address that is taken, however it is written', async () => {
			const { status, body } = await create('create', { email: 'Henrik.Holm@example.com' });
			expect([status, body]).toEqual([
				409,
				{ code: 1005, message: 'Email "Henrik.Holm@example.com" has already been used.' },
			]);
		});

		it('are refused without what their action needs', async () => {
			const weak = await create('autoCreate', { password: 'password' });
			expect(weak.body.message).toBe('Invalid parameter: password');
			expect((await create('create', { type: 99 })).status).toBe(400);
			expect((await create('ssoCreate', { type: 99 })).status).toBe(201);
			expect((await api('POST', '/users', { action: 'create' })).status).toBe(400);
			expect((await create('create', { email: 'nobody' })).status).toBe(400);
		});
	});

	describe('updated', () => {
		const patch = (body: unknown, user = henrik) => api('PATCH', `/users/${user}`, body);
		const read = async (user = henrik) => (await api('GET', `/users/${user}`)).body;

		it('change what was given, and their display name with their name', async () => {
			const { status, text } = await patch({ last_name: 'Hansen', job_title: 'Lead', dept: '' });
			expect([status, text]).toEqual([204, '']);
			expect(await read()).toMatchObject({
				first_name: 'Henrik',
				last_name: 'Hansen',
				display_name: 'Henrik Hansen',
				job_title: 'Lead',
				dept: '',
			});
			await patch({ display_name: 'HH' });
			expect((await read()).display_name).toBe('HH');
		});

		it('are refused what Zoom refuses', async () => {
			expect((await patch({ pmi: 123 })).body.code).toBe(300);
			expect((await patch({ timezone: 'x' })).body.code).toBe(300);
			expect((await patch({ type: 1, zoom_one_type: 16 })).body.code).toBe(300);
			expect((await patch({ linkedin_url: 'https://example.com' })).body.code).toBe(300);
		});

		it('may not change their own name without being an admin', async () => {
			const { access_token } = emulator.authorize(emulator.apps.userManaged, henrik);
			const own = apiOf(emulator, access_token);
			const refused = await own('PATCH', '/users/me', { first_name: 'X' });
			expect(refused.body).toEqual({
				code: 200,
				message: "Only an account administrator can change a user's name.",
			});
			expect((await own('PATCH', '/users/me', { job_title: 'X' })).status).toBe(204);
		});
	});

	describe('removed', () => {
		const meeting = 81_234_567_890;

		it('are gone with their meetings', async () => {
			expect((await api('DELETE', `/users/${henrik}?action=delete`)).status).toBe(204);
			expect((await api('GET', `/users/${henrik}`)).status).toBe(404);
			expect((await api('GET', `/meetings/${meeting}`)).status).toBe(404);
		});

		it('leave their meetings to another where asked', async () => {
			const heir = 'transfer_meeting=true&transfer_email=hana.hayashi@example.com';
			expect((await api('DELETE', `/users/${henrik}?${heir}`)).status).toBe(204);
			const { body } = await api('GET', `/meetings/${meeting}`);
			expect(body.host_email).toBe('hana.hayashi@example.com');
		});

		it.each([
			['the owner', '/users/me', 1117],
			['to themselves', `/users/${henrik}?transfer_email=${henrik}`, 300],
			['to nobody', `/users/${henrik}?transfer_email=x@example.com`, 1001],
			['to an unnamed heir', `/users/${henrik}?transfer_meeting=true`, 300],
			['for good while pending', '/users/petra.pohl@example.com?action=delete', 200],
			['what does not exist', '/users/x@example.com', 1001],
		])('cannot be: %s', async (_what, path, code) => {
			expect((await api('DELETE', path)).body.code).toBe(code);
		});

		it('can be while pending, by disassociating', async () => {
			expect((await api('DELETE', '/users/petra.pohl@example.com')).status).toBe(204);
			expect(await emails('status=pending')).toEqual([]);
		});
	});

	describe('switched', () => {
		const put = (body: unknown, user = henrik) => api('PUT', `/users/${user}/status`, body);

		it('off lose their licence and may not host; on again they are basic', async () => {
			expect((await put({ action: 'deactivate' })).status).toBe(204);
			expect((await api('GET', `/users/${henrik}`)).body).toMatchObject({
				status: 'inactive',
				type: 1,
			});
			expect((await api('POST', `/users/${henrik}/meetings`, {})).body.code).toBe(3161);
			await put({ action: 'activate' });
			expect((await api('GET', `/users/${henrik}`)).body).toMatchObject({
				status: 'active',
				type: 1,
			});
		});

		it('clock in and out', async () => {
			const clockedIn = () => emulator.store.users.get('HenrikHolm-Host_000000')?.clocked_in;
			await put({ action: 'clock_in' });
			expect(clockedIn()).toBe(true);
			await put({ action: 'clock_out' });
			expect(clockedIn()).toBe(false);
		});

		it('cannot be as the owner or while pending, nor pass events to nobody', async () => {
			expect((await put({ action: 'deactivate' }, 'me')).body.code).toBe(200);
			const pending = await put({ action: 'deactivate' }, 'petra.pohl@example.com');
			expect(pending.body.code).toBe(1120);
			expect((await put({ action: 'deactivate', transfer_events: true })).body.code).toBe(300);
		});
	});

	describe('and their settings', () => {
		const settings = async (query = '') =>
			(await api('GET', `/users/${henrik}/settings${query}`)).body;

		it('are shown in sections, in part, or as another view', async () => {
			expect(await settings()).toMatchObject({
				schedule_meeting: { host_video: false },
				feature: { meeting_capacity: 100 },
			});
			expect(await settings('?custom_query_fields=host_video,cloud_recording')).toEqual({
				schedule_meeting: { host_video: false },
				recording: { cloud_recording: true },
			});
			for (const option of ['meeting_authentication', 'recording_authentication'])
				expect(await settings(`?option=${option}`)).toMatchObject({ [option]: false });
			expect(await settings('?option=meeting_security')).toHaveProperty('meeting_security');
		});
	});

	describe('and their keys', () => {
		const token = async (query: string, user = henrik) =>
			(await api('GET', `/users/${user}/token?${query}`)).body;
		const life = (body: Record<string, unknown>) => {
			const { iat, exp } = claims(body.token);
			return exp - iat;
		};

		it('live two hours unless told, ninety days for API users', async () => {
			expect(life(await token('type=zak'))).toBe(7200);
			expect(life(await token('type=zak&ttl=60'))).toBe(60);
			expect((await token('type=zak&ttl=31536001')).code).toBe(300);
			const user_info = { email: 'api@example.com', type: 1 };
			await api('POST', '/users', { action: 'custCreate', user_info });
			expect(life(await token('type=zak', 'api@example.com'))).toBe(90 * 86_400);
		});

		it('are no longer given in the old form, which Zoom says with a 200', async () => {
			const { status, body } = await api('GET', `/users/${henrik}/token`);
			expect([status, body]).toEqual([
				200,
				{ token: 'Token is no longer supported. Please use ZAK token instead.' },
			]);
		});

		it('on behalf of the user are for one meeting', async () => {
			expect((await token('type=onbehalf')).code).toBe(300);
			expect(life(await token('type=onbehalf&meeting_id=81234567890'))).toBe(7200);
		});

		it('of oneself live five minutes', async () => {
			expect(life((await api('GET', '/users/me/zak')).body)).toBe(300);
		});
	});
});
