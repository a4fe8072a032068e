import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

const path = '/webinars/95678901234/panelists';

describe('the panelists of a webinar', () => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock: manualClock('2026-07-01T09:00:00Z') });
	});
	beforeEach(() => {
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const add = (...panelists: object[]) => api('POST', path, { panelists });
	const list = async () => (await api('GET', path)).body;
	const names = async () =>
		((await list()).panelists as { name: string }[]).map(({ name }) => name);

	it('are invited, listed with links of their own, and removed', async () => {
		const { status, body } = await add({ name: 'Ann', email: 'ann@example.org' });
		expect([status, body]).toEqual([
			201,
			{ id: '95678901234', updated_at: '2026-07-01T09:00:00Z' },
		]);
		const { panelists, total_records } = await list();
		expect(total_records).toBe(3);
		const ann = (panelists as { id: string; join_url: string }[])[2];
		expect(ann).toEqual({
			id: expect.stringMatching(/^[\w-]{22}$/),
			name: 'Ann',
			email: 'ann@example.org',
			join_url: expect.stringContaining(`${emulator.url}/w/95678901234?tk=`),
		});
		expect((await api('DELETE', `${path}/${ann.id}`)).status).toBe(204);
		expect((await api('DELETE', `${path}/TOM@partner.example`)).status).toBe(204);
		expect(await names()).toEqual(['Hana Hayashi']);
		expect((await api('DELETE', `${path}/${ann.id}`)).status).toBe(400);
	});

	it('are changed where they are invited again', async () => {
		await add({ name: 'Thomas Tanner', email: 'Tom@Partner.example', name_tag_name: 'Tom' });
		expect(await names()).toEqual(['Hana Hayashi', 'Thomas Tanner']);
	});

	it('can be removed all at once', async () => {
		expect((await api('DELETE', path)).status).toBe(204);
		expect(await list()).toEqual({ panelists: [], total_records: 0 });
	});

	it('have a name and an address, and are at most thirty at a time and a hundred in all', async () => {
		expect((await add({ name: 'Ann' })).body.errors).toMatchObject([
			{ field: 'panelists[0].email' },
		]);
		expect((await add()).status).toBe(400);
		const some = (count: number, from: number) =>
			Array.from({ length: count }, (_, index) => ({
				name: 'P',
				email: `p${from + index}@example.org`,
			}));
		expect((await add(...some(31, 0))).status).toBe(400);
		for (const from of [0, 30, 60]) expect((await add(...some(30, from))).status).toBe(201);
		expect((await add(...some(9, 90))).body).toMatchObject({
			code: 3000,
			message: expect.stringContaining('limit for the number of panelists'),
		});
	});
});
