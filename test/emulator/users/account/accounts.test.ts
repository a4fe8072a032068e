import type { Api } from '../../caller';
import { apiOf } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator, manualClock } from '../..';

const start = '2026-07-15T09:00:00Z';
const henrik = '/users/henrik.holm@example.com';
const hana = '/users/hana.hayashi@example.com';

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
