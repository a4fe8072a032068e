import type { Emulator } from '..';
import { createEmulator } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

const henrik = '/users/henrik.holm@example.com';

describe('templates', () => {
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

	const save = async (body: object, user = henrik) => {
		const reply = await api('POST', `${user}/meeting_templates`, {
			meeting_id: 81_234_567_890,
			...body,
		});
		return { ...reply.body, status: reply.status } as Record<string, unknown>;
	};
	const list = async (user = henrik, kind = 'meeting') =>
		(await api('GET', `${user}/${kind}_templates`)).body;

	it('are made of one’s own meetings, and listed with those for everyone', async () => {
		const { status, id, name } = await save({});
		expect([status, name]).toEqual([201, 'Quarterly review']);
		expect(await list()).toEqual({
			total_records: 2,
			templates: [
				{ id: 'AllHandsTemplate', name: 'All hands', type: 2 },
				{ id, name: 'Quarterly review', type: 1 },
			],
		});
		expect((await list('/users/hana.hayashi@example.com')).total_records).toBe(1);
		expect(await save({}, '/users/hana.hayashi@example.com')).toMatchObject({
			status: 400,
			code: 3001,
		});
		expect(await save({ meeting_id: 1 })).toMatchObject({ status: 400, code: 3001 });
	});

	it('give way to one of the same name only if it is of the same meeting', async () => {
		const { id } = await save({ name: 'T' });
		const taken = { code: 3000, message: 'Meeting template name already exists: T.' };
		expect(await save({ name: 'T' })).toMatchObject(taken);
		expect(await save({ name: 'T', overwrite: true, meeting_id: 82_345_678_901 })).toMatchObject(
			taken,
		);
		expect(await save({ name: 'T', overwrite: true })).toMatchObject({ status: 201, id });
	});

	it('are forty at most', async () => {
		for (let count = 0; count < 40; count++) await save({ name: `T${count}` });
		expect((await save({ name: 'one more' })).message).toBe(
			'You can only create up to 40 meeting templates.',
		);
	});

	it('of webinars are for those with the add-on', async () => {
		expect(await list(henrik, 'webinar')).toMatchObject({ templates: [{ name: 'Customer day' }] });
		expect((await list('/users/hana.hayashi@example.com', 'webinar')).code).toBe(200);
	});
});
