import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

const sales = '/groups/DeskGroup-Sales0000000';

describe('groups', () => {
	const clock = manualClock('2026-07-15T09:00:00Z');
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock });
	});
	beforeEach(() => {
		emulator.plan = 'unlimited';
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const members = async (group = sales, query = '') => {
		const { body } = await api('GET', `${group}/members${query}`);
		return (body.members as { first_name: string }[]).map(({ first_name }) => first_name);
	};

	it('are listed in pages, with the number of their members', async () => {
		const { body } = await api('GET', '/groups?page_size=1');
		expect(body).toMatchObject({
			total_records: 2,
			groups: [{ name: 'Everybody', total_members: 5 }],
		});
		const next = `/groups?page_size=1&next_page_token=${String(body.next_page_token)}`;
		expect((await api('GET', next)).body.groups).toMatchObject([{ name: 'Sales' }]);
	});

	it('are made, renamed and deleted', async () => {
		const made = await api('POST', '/groups', { name: 'Support' });
		expect([made.status, made.body]).toMatchObject([201, { name: 'Support', total_members: 0 }]);
		const group = `/groups/${String(made.body.id)}`;
		expect((await api('PATCH', group, { name: 'Help' })).status).toBe(204);
		expect((await api('GET', group)).body.name).toBe('Help');
		expect((await api('DELETE', group)).status).toBe(204);
		const gone = await api('GET', group);
		expect([gone.status, gone.body.code]).toEqual([404, 4130]);
	});

	it('have a name that no other has', async () => {
		const refused = async (method: string, path: string, name?: unknown) => {
			const { status, body } = await api(method, path, { name });
			return [status, body.code];
		};
		expect(await refused('POST', '/groups', 'Sales')).toEqual([409, 4132]);
		expect(await refused('PATCH', sales, 'Everybody')).toEqual([409, 4132]);
		expect(await refused('POST', '/groups')).toEqual([400, 300]);
		expect(await refused('POST', '/groups', 'x'.repeat(128))).toEqual([400, 300]);
		expect((await api('PATCH', sales, { name: 'Sales' })).status).toBe(204);
	});

	it('take members by ID or address, each once, and let them go', async () => {
		const added = await api('POST', `${sales}/members`, {
			members: [
				{ email: 'hana.hayashi@example.com' },
				{ id: 'HenrikHolm-Host_000000', email: 'ignored@example.com' },
				{ email: 'stranger@example.com' },
			],
		});
		expect([added.status, added.body]).toEqual([
			201,
			{ ids: 'HanaHayashi-Host_00000,HenrikHolm-Host_000000', added_at: '2026-07-15T09:00:00Z' },
		]);
		expect(await members()).toEqual(['Henrik', 'Bruno', 'Hana']);
		expect(await members(sales, '?page_size=2&page_number=2')).toEqual(['Hana']);
		await api('DELETE', `${sales}/members/henrik.holm@example.com`);
		expect(await members()).toEqual(['Bruno', 'Hana']);
		const gone = await api('DELETE', `${sales}/members/HenrikHolm-Host_000000`);
		expect([gone.status, gone.body.code]).toEqual([404, 4131]);
		const thirtyOne = Array.from({ length: 31 }, () => ({ email: 'a@example.com' }));
		expect((await api('POST', `${sales}/members`, { members: thirtyOne })).body.code).toBe(300);
	});

	it('stand with their users, and lose those who are deleted', async () => {
		const henrik = '/users/henrik.holm@example.com';
		expect((await api('GET', henrik)).body.group_ids).toEqual([
			'DeskGroup-Everybody000',
			'DeskGroup-Sales0000000',
		]);
		await api('DELETE', henrik);
		expect(await members()).toEqual(['Bruno']);
	});

	it('are not for free accounts, which lists and reads say with a successful status', async () => {
		emulator.plan = 'free';
		const message = 'Only available for Paid account.';
		for (const [method, path, status] of [
			['GET', '/groups', 200],
			['GET', sales, 200],
			['DELETE', sales, 400],
		] as const) {
			const reply = await api(method, path);
			expect([reply.status, reply.body]).toEqual([status, { code: 200, message }]);
			clock.advance(1000);
		}
	});

	it('can be made a hundred times a day', async () => {
		for (let count = 0; count < 100; count++)
			expect((await api('POST', '/groups', { name: `Group ${count}` })).status).toBe(201);
		expect((await api('POST', '/groups', { name: 'One more' })).status).toBe(429);
	});
});
