import fc from 'fast-check';
import type { Api } from '../caller';
import { apiOf } from '../caller';
import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';

interface Listing extends Record<string, unknown> {
	next_page_token: string;
	meetings: { id: number; topic: string; agenda?: string; start_time?: string }[];
}

const start = '2026-07-01T09:00:00Z';
const host_id = 'BrunoBatista-Basic0000';

describe('lists of meetings', () => {
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

	const list = async (query = '') =>
		(await api('GET', `/users/${host_id}/meetings?${query}`)).body as Listing;
	const topics = async (query: string) => (await list(query)).meetings.map(({ topic }) => topic);
	const add = (topic: string, start_time?: string, more = {}) =>
		emulator.addMeeting({ host_id, topic, start_time, ...more });

	describe('by type', () => {
		beforeEach(() => {
			add('long ago', '2025-12-01T09:00:00Z');
			add('past', '2026-06-30T09:00:00Z');
			add('running', '2026-07-01T08:50:00Z', { status: 'started' });
			add('next', '2026-07-01T10:00:00Z');
			add('far', '2027-03-01T09:00:00Z');
			add('any time', undefined, { type: 3 });
			add('instant', undefined, { type: 1, status: 'started' });
			add('binned', '2026-07-02T09:00:00Z', { deleted: { at: start } });
		});

		it.each([
			['', ['long ago', 'past', 'running', 'next', 'far', 'any time']],
			['type=scheduled', ['long ago', 'past', 'running', 'next', 'far', 'any time']],
			['type=live', ['running', 'instant']],
			['type=upcoming', ['running', 'next', 'any time']],
			['type=upcoming_meetings', ['running', 'next', 'any time']],
			['type=previous_meetings', ['past']],
		])('%s', async (query, expected) => {
			expect(await topics(query)).toEqual(expected);
		});
	});

	it('can be narrowed to days in a zone', async () => {
		add('late on the 1st', '2026-07-01T23:30:00Z');
		add('the 2nd', '2026-07-02T12:00:00Z');
		add('late on the 2nd', '2026-07-02T23:30:00Z');
		expect(await topics('from=2026-07-02')).toEqual(['the 2nd', 'late on the 2nd']);
		expect(await topics('from=2026-07-02&to=2026-07-02')).toEqual(['the 2nd', 'late on the 2nd']);
		const berlin = 'from=2026-07-02&to=2026-07-02&timezone=Europe/Berlin';
		expect(await topics(berlin)).toEqual(['late on the 1st', 'the 2nd']);
		expect(await topics('to=2026-07-01')).toEqual(['late on the 1st']);
	});

	it('shorten the agenda to 250 characters', async () => {
		add('wordy', start, { agenda: 'x'.repeat(300) });
		const [{ agenda }] = (await list()).meetings;
		expect(agenda).toBe('x'.repeat(250));
	});

	it('of the next day show each date, and what the user is invited to', async () => {
		const settings = { meeting_invitees: [{ email: 'bruno.batista@example.com' }] };
		add('own', '2026-07-01T12:00:00Z');
		add('daily', '2026-07-01T08:00:00Z', { type: 8, recurrence: { type: 1, end_times: 5 } });
		add('too far', '2026-07-02T09:00:00Z');
		add('over', '2026-07-01T07:00:00Z');
		emulator.addMeeting({
			host_id: 'HenrikHolm-Host_000000',
			topic: 'invited',
			start_time: '2026-07-01T15:00:00Z',
			settings,
		});
		const { body } = await api('GET', `/users/${host_id}/upcoming_meetings`);
		expect(body.total_records).toBe(3);
		expect(body.meetings).toMatchObject([
			{ topic: 'own', start_time: '2026-07-01T12:00:00Z', is_host: true, use_pmi: false },
			{ topic: 'invited', is_host: false },
			{ topic: 'daily', start_time: '2026-07-02T08:00:00Z', is_host: true },
		]);
		const unknown = await api('GET', '/users/x@example.com/upcoming_meetings');
		expect([unknown.status, unknown.body.code]).toEqual([404, 3001]);
	});

	describe('in pages', () => {
		const fill = (count: number) => {
			for (let index = 0; index < count; index++)
				add(`m${index}`, new Date(Date.parse(start) + index * 60_000).toISOString());
		};

		it('have 30 entries unless told, at most 300, and a token to the next page', async () => {
			fill(301);
			const first = await list();
			expect(first.meetings).toHaveLength(30);
			expect(first).toMatchObject({
				page_count: 11,
				page_number: 1,
				page_size: 30,
				total_records: 301,
				next_page_token: expect.stringMatching(/./),
			});
			const most = await list('page_size=9999');
			expect([most.page_size, most.meetings.length]).toEqual([300, 300]);
			const last = await list(`page_size=9999&next_page_token=${most.next_page_token}`);
			expect([last.meetings.length, last.next_page_token]).toEqual([1, '']);
			for (const odd of ['0', '-3', 'many', ''])
				expect((await list(`page_size=${odd}`)).page_size).toBe(30);
		});

		it('go on by number too', async () => {
			fill(5);
			const { meetings, page_number } = await list('page_size=2&page_number=3');
			expect(meetings.map(({ topic }) => topic)).toEqual(['m4']);
			expect(page_number).toBe(3);
		});

		it('refuse a token that is unknown, older than 15 minutes, or of another list', async () => {
			fill(5);
			const refusal = {
				code: 300,
				message: 'The next page token is invalid or expired.',
			};
			const token = (await list('page_size=2')).next_page_token;
			const follow = `next_page_token=${token}`;
			expect(await list('page_size=2&next_page_token=nonsense')).toEqual(refusal);
			expect(await list(`page_size=3&${follow}`)).toEqual(refusal);
			expect(await list(`page_size=2&type=upcoming&${follow}`)).toEqual(refusal);
			const other = await api('GET', `/users/me/meetings?page_size=2&${follow}`);
			expect([other.status, other.body]).toEqual([400, refusal]);
			clock.advance(15 * 60_000 - 1);
			expect((await list(`page_size=2&${follow}`)).meetings).toHaveLength(2);
			clock.advance(1);
			expect(await list(`page_size=2&${follow}`)).toEqual(refusal);
		});

		it('give every entry once and in order, whatever their size', async () => {
			const sizes = fc.record({
				count: fc.integer({ min: 0, max: 40 }),
				size: fc.integer({ min: 1, max: 45 }),
			});
			await fc.assert(
				fc.asyncProperty(sizes, async ({ count, size }) => {
					emulator.reset();
					api = apiOf(emulator);
					fill(count);
					const seen: string[] = [];
					let token = '';
					do {
						const page = await list(`page_size=${size}&next_page_token=${token}`);
						seen.push(...page.meetings.map(({ topic }) => topic));
						token = page.next_page_token;
					} while (token);
					expect(seen).toEqual(Array.from({ length: count }, (_, index) => `m${index}`));
				}),
				{ numRuns: 25 },
			);
		});
	});
});
