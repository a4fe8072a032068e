import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

const id = 86_000_000_001;

describe.each(['meeting', 'webinar'] as const)('registering for a %s of several dates', (kind) => {
	const path = `/${kind}s/${id}`;
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

	/** Puts in three days in a row; answers their occurrence IDs. */
	const plan = (registration_type: number) => {
		const given = {
			id,
			host_id: 'OliviaOrtiz-Owner00000',
			type: kind === 'meeting' ? 8 : 9,
			start_time: '2026-07-02T09:00:00Z',
			recurrence: { type: 1, end_times: 3 } as const,
			settings: { approval_type: 0, registration_type },
		};
		const { occurrences = [] } =
			kind === 'meeting' ? emulator.addMeeting(given) : emulator.addWebinar(given);
		return occurrences.map(({ occurrence_id }) => occurrence_id);
	};
	const register = (query = '') =>
		api('POST', `${path}/registrants${query}`, { email: 'ann@example.org', first_name: 'Ann' });
	const listed = async (query = '') =>
		((await api('GET', `${path}/registrants${query}`)).body.registrants as { email: string }[]).map(
			({ email }) => email,
		);

	it('is for all of them, where one registration is for all', async () => {
		const dates = plan(1);
		const { body } = await register(`?occurrence_ids=${dates[0]}`);
		expect(body.occurrences).toMatchObject(dates.map((occurrence_id) => ({ occurrence_id })));
		expect(await listed(`?occurrence_id=${dates[2]}`)).toEqual(['ann@example.org']);
	});

	it('is for those chosen, where people choose', async () => {
		const dates = plan(3);
		const choose = (...chosen: string[]) => register(`?occurrence_ids=${chosen.join(',')}`);
		expect((await choose(dates[0], dates[1])).body.occurrences).toHaveLength(2);
		expect(await listed(`?occurrence_id=${dates[2]}`)).toEqual([]);
		expect((await choose(dates[2])).body.occurrences).toHaveLength(3);
		expect((await choose('1')).body.code).toBe(300);
	});

	it('is for one at a time, where people register for each', async () => {
		const dates = plan(2);
		const query = `?occurrence_ids=${dates[0]},${dates[1]}`;
		expect((await register(query)).body.code).toBe(300);
	});

	it('ends for one date, and with the last', async () => {
		const [first, second] = plan(3);
		const { registrant_id } = (await register(`?occurrence_ids=${first},${second}`)).body;
		const drop = (date: string) =>
			api('DELETE', `${path}/registrants/${String(registrant_id)}?occurrence_id=${date}`);
		expect((await drop(first)).status).toBe(204);
		expect([
			await listed(`?occurrence_id=${first}`),
			await listed(`?occurrence_id=${second}`),
		]).toEqual([[], ['ann@example.org']]);
		await api('PUT', `${path}/registrants/status?occurrence_id=${second}`, {
			action: 'cancel',
			registrants: [{ id: registrant_id }],
		});
		expect(await listed('?status=denied')).toEqual(['ann@example.org']);
	});

	it('ends for one named date only, where people choose dates of a meeting', async () => {
		plan(3);
		const { registrant_id } = (await register()).body;
		const { status } = await api('DELETE', `${path}/registrants/${String(registrant_id)}`);
		expect(status).toBe(kind === 'meeting' ? 400 : 204);
	});
});
