import type { Api } from '../../caller';
import { apiOf, control } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator, manualClock } from '../..';

const start = '2026-07-15T09:00:00Z';
const minute = 60_000;

describe('a running meeting', () => {
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

	const get = async (path: string) => (await api('GET', path)).body;
	const end = (path: string) => api('PUT', `${path}/status`, { action: 'end' });

	it('becomes a past instance under the UUID it had, with all who came', async () => {
		const { uuid } = await get('/meetings/81234567890');
		const meeting = '/meetings/81234567890';
		await control(emulator, 'POST', `${meeting}/start`);
		clock.advance(5 * minute);
		await control(emulator, 'POST', `${meeting}/join`, {
			name: 'Hana Hayashi',
			email: 'hana.hayashi@example.com',
		});
		await control(emulator, 'POST', `${meeting}/join`, { name: 'Guest' });
		clock.advance(10 * minute);
		await control(emulator, 'POST', `${meeting}/leave`, { name: 'Guest' });
		clock.advance(minute);
		await control(emulator, 'POST', `${meeting}/join`, { name: 'Guest' });
		clock.advance(4 * minute);
		expect((await end(meeting)).status).toBe(204);

		const past = await get('/past_meetings/81234567890');
		expect(past).toMatchObject({
			uuid,
			topic: 'Quarterly review',
			start_time: '2026-07-15T09:00:00Z',
			end_time: '2026-07-15T09:20:00Z',
			duration: 20,
			participants_count: 3,
			total_minutes: 20 + 15 + 10 + 4,
		});
		expect((await get(meeting)).uuid).not.toBe(uuid);
		const { participants } = await get('/past_meetings/81234567890/participants');
		expect(participants).toMatchObject([
			{ name: 'Henrik Holm', duration: 1200, user_id: '16778240' },
			{ name: 'Hana Hayashi', id: 'HanaHayashi-Host_00000', duration: 900 },
			{ name: 'Guest', id: '', user_email: '', duration: 600 },
			{ name: 'Guest', duration: 240 },
		]);
		expect((await get('/past_meetings/81234567890/instances')).meetings).toHaveLength(1);
	});

	it('that was put in as running has run since its start time', async () => {
		await end('/meetings/8912345678');
		expect(await get('/past_meetings/8912345678')).toMatchObject({
			start_time: '2026-07-15T08:50:00Z',
			end_time: '2026-07-15T09:00:00Z',
			participants_count: 1,
		});
	});

	it('of a series is the date that had come', async () => {
		const series = '/meetings/82345678901';
		const { occurrences } = await get(series);
		const [first, second] = occurrences as { occurrence_id: string; start_time: string }[];
		clock.set(second.start_time);
		api = apiOf(emulator);
		await control(emulator, 'POST', `${series}/start`);
		clock.advance(30 * minute);
		await end(series);
		const instances = emulator.store.pastInstances.find(({ id }) => id === 82345678901);
		expect(instances.at(-1)?.occurrence_id).toBe(second.occurrence_id);
		expect(first.occurrence_id).not.toBe(second.occurrence_id);
	});

	it('may be a webinar, whose absentees are the registrants who did not come', async () => {
		const webinar = '/webinars/95678901234';
		await control(emulator, 'POST', `${webinar}/start`);
		for (const [name, email] of [
			['Nora', 'nora@customer.example'],
			['Tom', 'tom@partner.example'],
		])
			await control(emulator, 'POST', '/meetings/95678901234/join', { name, email });
		clock.advance(30 * minute);
		expect((await end(webinar)).status).toBe(200);
		const { registrants } = await get('/past_webinars/95678901234/absentees');
		const names = (registrants as { first_name: string }[]).map(({ first_name }) => first_name);
		expect(names).toEqual(['Omar', 'Pia', 'Rosa']);
		const { history_meetings } = await get(
			'/report/history_meetings?from=2026-07-15&to=2026-07-15',
		);
		expect(history_meetings).toMatchObject([{ participants: 3, unique_viewers: 1 }]);
	});

	it('can be joined and left only while it runs', async () => {
		const join = await control(emulator, 'POST', '/meetings/81234567890/join', { name: 'x' });
		expect([join.status, join.body.error]).toEqual([400, '81234567890 does not run']);
		const leave = await control(emulator, 'POST', '/meetings/8912345678/leave', { name: 'x' });
		expect([leave.status, leave.body.error]).toEqual([400, 'x is not in the meeting']);
	});

	it('keeps its people over a snapshot', async () => {
		await control(emulator, 'POST', '/meetings/8912345678/join', { name: 'Guest' });
		const snapshot = emulator.store.snapshot();
		await end('/meetings/8912345678');
		emulator.store.restore(snapshot);
		expect(emulator.store.pastInstances.find(({ id }) => id === 8912345678)).toEqual([]);
		await end('/meetings/8912345678');
		expect(await get('/past_meetings/8912345678')).toMatchObject({ participants_count: 2 });
	});
});
