import type { Emulator } from '..';
import { createEmulator } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

const henrik = '/users/henrik.holm@example.com';
const account = { conference_code: '50125', leader_pin: '7788', tsp_bridge: 'US_TSP_TB' };

describe('telephony', () => {
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

	it("changes the account's provider", async () => {
		expect((await api('GET', '/tsp')).body).toMatchObject({ tsp_provider: 'Example Telephony' });
		expect((await api('PATCH', '/tsp', { enable: false })).status).toBe(204);
		expect((await api('GET', '/tsp')).body).toMatchObject({ enable: false, tsp_enabled: true });
		expect((await api('PATCH', '/tsp', { tsp_bridge: 'MOON_TSP_TB' })).body.code).toBe(300);
	});

	it('gives a user one or two accounts', async () => {
		const second = await api('POST', `${henrik}/tsp`, account);
		expect([second.status, second.body]).toEqual([
			201,
			{ ...account, id: '2', dial_in_numbers: [] },
		]);
		expect((await api('POST', `${henrik}/tsp`, account)).body.message).toBe(
			'You can add a maximum of two TSP configs.',
		);
		const change = { ...account, leader_pin: '9' };
		expect((await api('PATCH', `${henrik}/tsp/2`, change)).status).toBe(204);
		expect((await api('GET', `${henrik}/tsp/2`)).body.leader_pin).toBe('9');
		expect((await api('DELETE', `${henrik}/tsp/1`)).status).toBe(204);
		expect((await api('GET', `${henrik}/tsp`)).body.tsp_accounts).toMatchObject([{ id: '2' }]);
		expect((await api('DELETE', `${henrik}/tsp/2`)).body.message).toBe(
			'At least one TSP config must be available.',
		);
	});

	it('refuses codes that cannot be dialled, and accounts that are not there', async () => {
		for (const wrong of [{ leader_pin: 'abc' }, { conference_code: '12 34' }])
			expect((await api('POST', `${henrik}/tsp`, { ...account, ...wrong })).body.code).toBe(300);
		expect((await api('GET', `${henrik}/tsp/2`)).body.message).toBe('TSP config does not exist.');
		expect((await api('GET', `${henrik}/tsp/3`)).body.message).toBe(
			'The TSP ID provided does not exist.',
		);
		expect((await api('GET', '/users/petra.pohl@example.com/tsp')).body.code).toBe(1120);
	});

	it('is off for all users when it is off for the account', async () => {
		await api('PATCH', '/tsp', { tsp_enabled: false });
		const { status, body } = await api('GET', `${henrik}/tsp`);
		expect([status, body]).toEqual([400, { code: 2024, message: 'Account has not enabled TSP.' }]);
	});

	it('lists personal audio conferences', async () => {
		expect((await api('GET', `${henrik}/pac`)).body.pac_accounts).toMatchObject([
			{ conference_id: 4012555, participant_password: '482913' },
		]);
		expect((await api('GET', '/users/me/pac')).body).toEqual({ pac_accounts: [] });
	});
});
