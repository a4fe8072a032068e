import type { Api } from '../caller';
import { apiOf } from '../caller';
import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';

interface Series extends Record<string, unknown> {
	id: number;
	occurrences: { occurrence_id: string; start_time: string; duration: number; status: string }[];
}

describe('a recurring meeting', () => {
	const clock = manualClock('2026-07-01T09:00:00Z');
	let emulator: Emulator;
	let api: Api;
	let series: Series;

	beforeAll(async () => {
		emulator = await createEmulator({ clock });
	});
	beforeEach(async () => {
		clock.set('2026-07-01T09:00:00Z');
		emulator.reset();
		api = apiOf(emulator);
		series = await create();
	});
	afterAll(() => emulator.close());

	const create = async (more: Record<string, unknown> = {}) =>
		(
			await api('POST', '/users/henrik.holm@example.com/meetings', {
				topic: 'Series',
				agenda: 'All',
				type: 8,
				start_time: '2026-10-23T10:00:00',
				timezone: 'Europe/Berlin',
				duration: 30,
				recurrence: { type: 1, repeat_interval: 2, end_times: 3 },
				...more,
			})
		).body as Series;
	const get = async (query = '') =>
		(await api('GET', `/meetings/${series.id}${query}`)).body as Series;
	const patch = (body: unknown, query = '') => api('PATCH', `/meetings/${series.id}${query}`, body);
	const times = ({ occurrences }: Series) => occurrences.map(({ start_time }) => start_time);

	it('has occurrences in its zone, named by their start', () => {
		expect(times(series)).toEqual([
			'2026-10-23T08:00:00Z',
			'2026-10-25T09:00:00Z',
			'2026-10-27T09:00:00Z',
		]);
		for (const { occurrence_id, start_time, duration, status } of series.occurrences) {
			expect(occurrence_id).toBe(String(Date.parse(start_time)));
			expect([duration, status]).toEqual([30, 'available']);
		}
		expect(series.recurrence).toEqual({ type: 1, repeat_interval: 2, end_times: 3 });
	});

	it('needs a rule, and one that gives a date', async () => {
		expect((await create({ recurrence: undefined })).errors).toEqual([
			{ field: 'recurrence', message: 'Invalid field.' },
		]);
		const both = { type: 1, end_times: 2, end_date_time: '2026-12-01T00:00:00Z' };
		expect((await create({ recurrence: both })).code).toBe(300);
		const before = { type: 1, end_date_time: '2026-10-01T00:00:00Z' };
		expect((await create({ recurrence: before })).code).toBe(300);
	});

	it('shows one date of its own', async () => {
		const [, second] = series.occurrences;
		const shown = await get(`?occurrence_id=${second.occurrence_id}`);
		expect(shown).toMatchObject({ topic: 'Series', start_time: second.start_time });
		const unknown = await get('?occurrence_id=123');
		expect(unknown).toMatchObject({ code: 300, message: 'Invalid parameter: `occurrence_id`.' });
	});

	it('changes one date without touching the others', async () => {
		const [first, second] = series.occurrences;
		const query = `?occurrence_id=${second.occurrence_id}`;
		const change = {
			start_time: '2026-10-25T14:00:00',
			duration: 90,
			agenda: 'This one',
			settings: { mute_upon_entry: true },
		};
		expect((await patch(change, query)).status).toBe(204);
		expect(await get(query)).toMatchObject({
			agenda: 'This one',
			start_time: '2026-10-25T13:00:00Z',
			duration: 90,
			settings: { mute_upon_entry: true },
		});
		const whole = await get();
		expect(whole).toMatchObject({ agenda: 'All', settings: { mute_upon_entry: false } });
		expect(whole.occurrences[0]).toEqual(first);
		expect(whole.occurrences[1]).toMatchObject({
			occurrence_id: second.occurrence_id,
			start_time: '2026-10-25T13:00:00Z',
		});
	});

	it('refuses for one date what only the series has', async () => {
		const query = `?occurrence_id=${series.occurrences[0].occurrence_id}`;
		const refused = await patch({ topic: 'x', settings: { audio: 'voip' } }, query);
		expect(refused.body.errors).toEqual([
			{ field: 'topic', message: 'Invalid field.' },
			{ field: 'settings.audio', message: 'Invalid field.' },
		]);
	});

	it('keeps a deleted date in its list', async () => {
		const [first, second] = series.occurrences;
		const query = `?occurrence_id=${second.occurrence_id}`;
		const path = `/meetings/${series.id}${query}`;
		expect((await api('DELETE', path)).status).toBe(204);
		const { occurrences } = await get();
		expect(occurrences[0]).toEqual(first);
		expect(occurrences[1]).toMatchObject({ ...second, status: 'deleted' });
		expect((await api('GET', path)).status).toBe(400);
		expect((await api('DELETE', path)).status).toBe(400);
	});

	it('hides past dates unless they are asked for', async () => {
		clock.set('2026-10-25T09:15:00Z');
		api = apiOf(emulator);
		expect(times(await get())).toEqual(['2026-10-25T09:00:00Z', '2026-10-27T09:00:00Z']);
		expect(times(await get('?show_previous_occurrences=true'))).toHaveLength(3);
	});

	it('is made anew by another rule or start, and follows a new length', async () => {
		await patch({ duration: 45 });
		expect((await get()).occurrences.map(({ duration }) => duration)).toEqual([45, 45, 45]);
		await patch({ recurrence: { type: 2, weekly_days: '2', end_times: 2 } });
		expect(times(await get())).toEqual(['2026-10-26T09:00:00Z', '2026-11-02T09:00:00Z']);
		await patch({ start_time: '2026-11-09T12:00:00' });
		expect(times(await get())).toEqual(['2026-11-09T11:00:00Z', '2026-11-16T11:00:00Z']);
	});
});
