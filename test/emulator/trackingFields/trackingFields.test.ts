import type { Emulator } from '..';
import { createEmulator } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

describe('tracking fields', () => {
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

	const refusal = async (method: string, path: string, body?: object) => {
		const reply = await api(method, `/tracking_fields${path}`, body);
		return [reply.status, reply.body.code, reply.body.message];
	};

	it('can be made, changed and removed', async () => {
		const created = await api('POST', '/tracking_fields', { field: 'Project' });
		expect([created.status, created.body]).toEqual([
			201,
			{
				id: expect.stringMatching(/^.{13}$/),
				field: 'Project',
				recommended_values: [],
				required: false,
				visible: true,
			},
		]);
		const path = `/tracking_fields/${String(created.body.id)}`;
		const change = { recommended_values: ['A', 'B'], visible: false };
		expect((await api('PATCH', path, change)).status).toBe(204);
		expect((await api('GET', path)).body).toEqual({ ...created.body, ...change });
		expect((await api('GET', '/tracking_fields')).body).toMatchObject({
			total_records: 3,
			tracking_fields: [{ field: 'Meeting purpose' }, { field: 'Cost center' }, change],
		});
		expect((await api('DELETE', path)).status).toBe(204);
		expect((await api('GET', '/tracking_fields')).body.total_records).toBe(2);
	});

	it('need a name of their own', async () => {
		const taken = [400, 200, 'Tracking field Cost center already exists.'];
		expect(await refusal('POST', '', { field: 'Cost center' })).toEqual(taken);
		expect(await refusal('PATCH', '/a32Purpose_00', { field: 'Cost center' })).toEqual(taken);
		expect(
			(await api('PATCH', '/tracking_fields/a32CostCenter', { field: 'Cost center' })).status,
		).toBe(204);
		expect((await refusal('POST', '', { visible: true })).slice(0, 2)).toEqual([400, 300]);
	});

	it('refuse an ID that is none', async () => {
		for (const method of ['GET', 'PATCH', 'DELETE'])
			expect(await refusal(method, '/none', method === 'PATCH' ? {} : undefined)).toEqual([
				404,
				5110,
				'Tracking field does not exist: none.',
			]);
	});
});
