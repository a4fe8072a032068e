import type { IDataObject } from 'n8n-workflow';
import type { Paging } from '../../../nodes/Zoom/registry/paging';
import type { RestOperation, ZoomRequest } from '../../../nodes/Zoom/registry/types';
import type { Client } from '../../../nodes/Zoom/transport/client/client';
import { dateWindowsOf } from '../../../nodes/Zoom/transport/lists/dateWindows';
import { listAll } from '../../../nodes/Zoom/transport/lists/listAll';
import { clock as nodeClock } from '../../../nodes/Zoom/transport/sync/clock';
import { DateTime } from 'luxon';
import { buildRequest } from '../../../nodes/Zoom/values/request';
import { messageOf, restOperation, restOperations } from '../../support/registry/registry';

const NOW = Date.parse('2026-07-20T12:00:00Z');
const operation = restOperation('meeting.getAll');

const request = (query: IDataObject): ZoomRequest => ({
	operation,
	method: 'GET',
	path: '/things',
	query,
});

/** A client that answers by the query, and the queries it saw. */
function answering(answer: (query: IDataObject) => IDataObject) {
	const queries: IDataObject[] = [];
	const client: Client = {
		send: async ({ query }) => {
			queries.push({ ...query });
			return await Promise.resolve(answer(query));
		},
	};
	return { client, queries };
}

beforeEach(() => {
	jest.spyOn(nodeClock, 'now').mockReturnValue(NOW);
});
afterEach(() => {
	jest.restoreAllMocks();
});

describe('A list paged by number', () => {
	const list: Paging = { key: 'webinars', paging: 'page', pageSize: 2 };
	const five = Array.from({ length: 5 }, (_, id) => ({ id }));
	const byNumber = ({ page_number: page = 1 }: IDataObject): IDataObject => ({
		page_number: Number(page),
		page_count: 3,
		total_records: 5,
		webinars: five.slice((Number(page) - 1) * 2, Number(page) * 2),
	});

	test('is read to its last page, each page once', async () => {
		const { client, queries } = answering(byNumber);
		expect(await listAll(client, request({}), list)).toEqual(five);
		expect(queries).toEqual([
			{ page_size: 2 },
			{ page_size: 2, page_number: '2' },
			{ page_size: 2, page_number: '3' },
		]);
	});

	test('is read no further than wanted', async () => {
		const { client, queries } = answering(byNumber);
		expect(await listAll(client, request({}), list, 3)).toEqual(five.slice(0, 3));
		expect(queries).toHaveLength(2);
	});

	test('that is empty has no pages and no entries', async () => {
		const { client, queries } = answering(() => ({
			page_number: 1,
			page_count: 0,
			total_records: 0,
			webinars: [],
		}));
		expect(await listAll(client, request({}), list)).toEqual([]);
		expect(queries).toHaveLength(1);
	});

	test.each([
		['that is not numbered', { page_count: 3 }],
		[
			'that counts pages and is not numbered, with tokens it does not take',
			{ page_count: 3, next_page_token: 'x' },
		],
	])('%s is counted', async (_, about) => {
		const { client, queries } = answering(({ page_number: page = 1 }) => ({
			...about,
			webinars: five.slice((Number(page) - 1) * 2, Number(page) * 2),
		}));
		expect(await listAll(client, request({}), list)).toEqual(five);
		expect(queries.map(({ page_number: page }) => page)).toEqual([undefined, '2', '3']);
	});

	test('that ignores the number is an error', async () => {
		const { client, queries } = answering(() => ({ page_count: 3, webinars: five.slice(0, 2) }));
		await expect(listAll(client, request({}), list)).rejects.toThrow('the same page');
		expect(queries).toHaveLength(2);
	});

	test('that never gets on is an error, not a loop', async () => {
		const { client } = answering(() => ({ page_number: 1, page_count: 9, webinars: [{ id: 1 }] }));
		await expect(listAll(client, request({}), list)).rejects.toThrow('the same page');
	});
});

describe('Months', () => {
	const months = (from?: string, to?: string) =>
		dateWindowsOf(request({ ...(from && { from }), ...(to && { to }) }), NOW).map(
			(month) => `${month.from} – ${month.to}`,
		);

	test.each([
		['within a month', '2026-07-01', '2026-07-31', ['2026-07-01 – 2026-07-31']],
		[
			'over the end of a year',
			'2025-12-15',
			'2026-02-20',
			['2025-12-15 – 2026-01-14', '2026-01-15 – 2026-02-14', '2026-02-15 – 2026-02-20'],
		],
		[
			'over a short month',
			'2026-01-31',
			'2026-04-01',
			['2026-01-31 – 2026-02-27', '2026-02-28 – 2026-03-27', '2026-03-28 – 2026-04-01'],
		],
		[
			'to the first day of another',
			'2026-06-10',
			'2026-07-10',
			['2026-06-10 – 2026-07-09', '2026-07-10 – 2026-07-10'],
		],
		[
			'of moments',
			'2026-06-01T10:00:00Z',
			'2026-07-02T00:00:00Z',
			[
				'2026-06-01T10:00:00Z – 2026-07-01T09:59:59Z',
				'2026-07-01T10:00:00Z – 2026-07-02T00:00:00Z',
			],
		],
		[
			'up to today',
			'2026-06-19',
			undefined,
			['2026-06-19 – 2026-07-18', '2026-07-19 – 2026-07-20'],
		],
		[
			'to a day that has not come, with no call for months of which nothing can be known',
			'2026-06-10',
			'2027-06-30',
			['2026-06-10 – 2026-07-09', '2026-07-10 – 2026-08-09'],
		],
		['from a day that has not come', '2026-09-01', '2026-12-31', ['2026-09-01 – 2026-09-30']],
		['from nowhere', undefined, '2026-07-01', []],
	])('%s', (_, from, to, expected) => {
		expect(months(from, to)).toEqual(expected);
	});

	test('of what is to come go on after today', () => {
		const ahead = dateWindowsOf(request({ from: '2026-07-01', to: '2026-10-01' }), NOW, true);
		expect(ahead.map(({ from }) => from)).toEqual([
			'2026-07-01',
			'2026-08-01',
			'2026-09-01',
			'2026-10-01',
		]);
	});

	test('are as many as the time has, however long it is', () => {
		expect(dateWindowsOf(request({ from: '0001-01-01', to: '2026-07-20' }), NOW)).toHaveLength(
			24_307,
		);
	});

	const listed = restOperations.filter(({ operation: { list } }) => list?.dateWindows);
	const build = (operation: RestOperation, from: unknown, to?: unknown) => {
		const values = { from, ...(to !== undefined && { to }) };
		return buildRequest({ ...operation, path: '/things' }, values, 'UTC', NOW);
	};
	const allowed = 'must be from 2011-01-01 to 2027-07-20, one year from today';

	test.each(listed)('of $name are bounded before anything is sent', ({ operation }) => {
		const problem = (from: unknown, to?: unknown) => messageOf(() => build(operation, from, to));
		const most = DateTime.fromISO('2027-07-21', { zone: 'utc' });
		for (const from of ['0001-01-01', '2010-12-31', '1970-01-01T00:00:00Z', new Date(0)]) {
			expect(problem(from, '2026-07-20')).toBe(`From: ${allowed}`);
			expect(problem(from)).toBe(`From: ${allowed}`);
		}
		for (const to of ['9999-12-31', '2027-07-21', most, new Date(8.64e15)]) {
			expect(problem('2026-07-01', to)).toBe(`To: ${allowed}`);
			expect(problem(to)).toBe(`From: ${allowed}`);
		}
		expect(build(operation, '2011-01-01', '2027-07-20').query).toMatchObject({
			from: '2011-01-01',
			to: '2027-07-20',
		});
	});

	test('touch without a gap, and none is longer than a month', () => {
		const parts = dateWindowsOf(request({ from: '2023-12-31', to: '2026-07-20' }), NOW);
		const day = 86_400_000;
		parts.forEach(({ from, to }, index) => {
			const after = new Date(Date.parse(to) + day);
			const latest = new Date(from);
			latest.setUTCMonth(latest.getUTCMonth() + 1);
			expect(after.getTime()).toBeLessThanOrEqual(latest.getTime() + 3 * day);
			if (index + 1 < parts.length) {
				expect(after.toISOString().slice(0, 10)).toBe(parts[index + 1].from);
			}
		});
		expect(parts.at(-1)?.to).toBe('2026-07-20');
	});
});

describe('A list of which Zoom answers a month at once', () => {
	const list: Paging = {
		key: 'meetings',
		paging: 'token',
		pageSize: 300,
		dateWindows: { by: 'start_time', id: 'uuid' },
	};
	const entry = (uuid: string, start_time: string) => ({ uuid, start_time });
	const all = [
		entry('a', '2026-05-03T08:00:00Z'),
		entry('b', '2026-06-02T08:00:00Z'),
		entry('c', '2026-06-20T08:00:00Z'),
		entry('d', '2026-07-05T08:00:00Z'),
	];
	// Newest first, as long as a month, with one on the border in both.
	const monthly = ({ from, to }: IDataObject): IDataObject => ({
		from,
		to,
		meetings: all
			.filter(
				({ uuid, start_time: at }) =>
					uuid === 'b' || (at >= String(from) && at.slice(0, 10) <= String(to)),
			)
			.reverse(),
	});
	const long = request({ from: '2026-05-01', to: '2026-07-10' });

	test('is put together in the order of time, each entry once', async () => {
		const { client, queries } = answering(monthly);
		const found = await listAll(client, long, list);
		expect(found.map(({ uuid }) => uuid)).toEqual(['a', 'b', 'c', 'd']);
		expect(queries.map(({ from, to }) => [from, to])).toEqual([
			['2026-05-01', '2026-05-31'],
			['2026-06-01', '2026-06-30'],
			['2026-07-01', '2026-07-10'],
		]);
	});

	test('may have an entry twice within a month, as Zoom answers it', async () => {
		const twice = [entry('a', '2026-05-03T08:00:00Z'), entry('a', '2026-05-03T09:00:00Z')];
		const { client } = answering(() => ({ meetings: twice }));
		expect(await listAll(client, long, list)).toEqual(twice);
	});

	test('whose entries have no ID is told apart by all of them', async () => {
		const signIn = (time: string, email = 'a@example.com') => ({ time, email });
		const border = signIn('2026-05-31T23:59:59Z');
		const parts = [
			[border, border, signIn('2026-05-02T08:00:00Z')],
			[border, signIn('2026-06-02T08:00:00Z'), signIn('2026-06-02T08:00:00Z', 'b@example.com')],
			[],
		];
		const { client } = answering(() => ({ logs: parts.shift() }));
		const found = await listAll(client, long, {
			key: 'logs',
			paging: 'token',
			dateWindows: { by: 'time' },
		});
		expect(found.map(({ time, email }) => `${String(time).slice(5, 10)} ${String(email)}`)).toEqual(
			[
				'05-02 a@example.com',
				'05-31 a@example.com',
				'05-31 a@example.com',
				'06-02 a@example.com',
				'06-02 b@example.com',
			],
		);
	});

	test('keeps entries of several months without the ID they are told apart by', async () => {
		const at = (start_time: string) => ({ start_time });
		const parts = [
			[at('2026-05-02T08:00:00Z')],
			[at('2026-06-02T08:00:00Z')],
			[at('2026-07-02T08:00:00Z')],
		];
		const { client } = answering(() => ({ meetings: parts.shift() }));
		expect(await listAll(client, long, list)).toHaveLength(3);
	});

	test('is read no further than wanted', async () => {
		const { client, queries } = answering(monthly);
		const found = await listAll(client, long, list, 2);
		expect(found).toHaveLength(2);
		expect(queries).toHaveLength(1);
	});

	test('stays in the order of Zoom where one call suffices', async () => {
		const { client } = answering(() => ({ meetings: [...all].reverse() }));
		const found = await listAll(client, request({ from: '2026-07-01', to: '2026-07-10' }), list);
		expect(found).toEqual([...all].reverse());
	});

	test('that Zoom shortens is told', async () => {
		const warn = jest.fn();
		const { client } = answering(() => ({ from: '2026-07-05', to: '2026-07-10', meetings: [] }));
		await listAll(client, request({ from: '2026-07-01' }), list, undefined, warn);
		expect(warn).toHaveBeenCalledWith(
			'Zoom returned entries from 2026-07-05 instead of 2026-07-01. Older entries are missing.',
		);
	});

	test('that Zoom answers with moments in place of days is whole', async () => {
		const warn = jest.fn();
		const { client } = answering(() => ({ from: '2026-07-01T00:00:00Z', meetings: [] }));
		await listAll(client, request({ from: '2026-07-01' }), list, undefined, warn);
		expect(warn).not.toHaveBeenCalled();
	});

	test('that Zoom answers whole is not', async () => {
		const warn = jest.fn();
		const { client } = answering(monthly);
		await listAll(client, long, list, undefined, warn);
		expect(warn).not.toHaveBeenCalled();
	});
});

describe('A list read by tokens', () => {
	const list: Paging = { key: 'things', paging: 'token', pageSize: 2 };
	/** Answers page after page, each of which leads to the next. */
	const paged = (pages: unknown[][], about: IDataObject = {}) =>
		answering(({ next_page_token: token = '0' }) => {
			const next = Number(token) + 1;
			return {
				...about,
				things: pages[Number(token)] as IDataObject[],
				next_page_token: next < pages.length ? String(next) : '',
			};
		});
	const read = async (pages: unknown[][], more: Partial<Paging> = {}, about: IDataObject = {}) => {
		const warn = jest.fn<undefined, [string]>();
		const { client, queries } = paged(pages, about);
		const found = await listAll(client, request({}), { ...list, ...more }, undefined, warn);
		return { found, queries, hints: warn.mock.calls.flat() };
	};
	const empty = (count: number) => Array.from({ length: count }, () => []);
	const a = { id: 'a', name: 'A' };
	const b = { id: 'b', name: 'B' };

	test('goes on over pages without entries', async () => {
		const { found, queries } = await read([[a], ...empty(19), [b], ...empty(19), [{ id: 'c' }]]);
		expect(found).toEqual([a, b, { id: 'c' }]);
		expect(queries).toHaveLength(41);
	});

	test.each([
		['a limit', 5],
		['none', undefined],
	])('ends with an error when page after page is empty, with %s', async (_, limit) => {
		let page = 0;
		const { client, queries } = answering(() => ({ things: [], next_page_token: `${++page}` }));
		await expect(listAll(client, request({}), list, limit)).rejects.toThrow(
			/^Zoom returned 20 pages without new entries in a row\./,
		);
		expect(queries).toHaveLength(20);
	});

	test.each<[string, IDataObject[][]]>([
		['one page', [[a, b]]],
		['two pages in turns', [[a], [b]]],
		[
			'two pages in turns, without IDs',
			[
				[{ n: 1 }, { n: 2 }],
				[{ n: 3 }, { n: 4 }],
			],
		],
		['one entry, without an ID', [[{ n: 1 }]]],
	])('ends with an error when new tokens bring the same again: %s', async (_, pages) => {
		let page = 0;
		const { client, queries } = answering(() => {
			const things = pages[page % pages.length];
			return { things, next_page_token: `${++page}` };
		});
		await expect(listAll(client, request({}), list)).rejects.toThrow(
			/the same page of the list twice|without new entries/,
		);
		expect(queries.length).toBeLessThanOrEqual(22);
	});

	test('has an entry once that stands on two pages', async () => {
		const { found } = await read([[a, b], [b, { id: 'c' }], [a]]);
		expect(found).toEqual([a, b, { id: 'c' }]);
	});

	test.each([
		'group.getAll',
		'meetingRegistrant.getAll',
		'pastWebinar.getAbsentees',
		'recordingRegistrant.getAll',
		'report.getUsers',
		'user.getAll',
		'webinarRegistrant.getAll',
	])('%s has an entry once that changed between two pages', async (name) => {
		const { id } = restOperation(name).list!;
		expect((await read([[a, b], [{ ...b, name: 'New' }]], { id })).found).toEqual([a, b]);
	});

	test('counts such an entry once towards the limit', async () => {
		const { client } = paged([[a, b], [b, { id: 'c' }], [{ id: 'd' }]]);
		expect(await listAll(client, request({}), list, 3)).toEqual([a, b, { id: 'c' }]);
	});

	test.each<[string, IDataObject, IDataObject]>([
		[
			'the same ID but another time, as the joins of one person',
			{ id: 'a', at: 1 },
			{ id: 'a', at: 2 },
		],
		[
			'nothing to identify them',
			{ email: 'a@example.com', at: 1 },
			{ email: 'a@example.com', at: 1 },
		],
		['an empty ID', { id: '', name: 'Guest' }, { id: '', name: 'Guest' }],
	])('has both of two entries with %s', async (_, one, other) => {
		expect((await read([[one], [other]])).found).toEqual([one, other]);
	});

	test('has both where Zoom answers the same twice on one page', async () => {
		expect((await read([[a, a], [b]])).found).toEqual([a, a, b]);
	});

	test('knows an entry that changed meanwhile where the registry says what identifies it', async () => {
		const { found } = await read([[a], [{ ...a, name: 'Changed' }, b]], { id: 'id' });
		expect(found).toEqual([a, b]);
	});

	test('of users, groups and members is such a list', () => {
		for (const name of ['user.getAll', 'group.getAll', 'group.getMembers']) {
			expect(restOperation(name).list?.id).toBe('id');
		}
	});

	test('leaves out what is no entry, and says so once', async () => {
		const { found, hints } = await read([
			[null, a, 7],
			['x', b, undefined, [a]],
		]);
		expect(found).toEqual([a, b]);
		expect(new Set(hints)).toEqual(
			new Set(["Entries of Zoom's list that are not objects were left out."]),
		);
	});

	test.each([
		['entries', { total_records: 3 }, 'Zoom counts 3 entries but returned 2.'],
		['pages', { page_count: 3 }, 'Zoom counts 3 pages but returned 2.'],
	])('says so where Zoom counts more %s than it answers', async (_, about, message) => {
		expect((await read([[a], [b]], {}, about)).hints).toEqual([
			`The list may be incomplete: ${message}`,
		]);
	});

	test('says nothing where the count fits, nor where no more is wanted', async () => {
		expect((await read([[a], [b]], {}, { total_records: 2, page_count: 2 })).hints).toEqual([]);
		const warn = jest.fn();
		const { client } = paged([[a], [b]], { total_records: 2 });
		await listAll(client, request({}), list, 1, warn);
		expect(warn).not.toHaveBeenCalled();
	});

	test.each([
		['none', { has_more: true }],
		['token', { next_page_token: '', has_more: true }],
	] as const)(
		'is an error where Zoom says there is more, but not where: paging %s',
		async (paging, about) => {
			const { client } = answering(() => ({ things: [a, b], ...about }));
			await expect(listAll(client, request({}), { ...list, paging })).rejects.toThrow(
				'Zoom reports more pages of the list, but no page token to get them.',
			);
			expect(await listAll(client, request({}), { ...list, paging }, 2)).toEqual([a, b]);
		},
	);

	test('is followed even where the registry knows of no pages', async () => {
		const { found, queries } = await read([[a], [b]], { paging: 'none' });
		expect(found).toEqual([a, b]);
		expect(queries).toEqual([{}, { next_page_token: '1' }]);
	});
});

describe('A time that Zoom cuts', () => {
	const list: Paging = { key: 'things', paging: 'token' };
	const hints = async (asked: IDataObject, ...answers: IDataObject[]) => {
		const warn = jest.fn<undefined, [string]>();
		let page = 0;
		const { client } = answering(() => {
			const next_page_token = page + 1 < answers.length ? String(page + 1) : '';
			return { things: [{ id: page }], next_page_token, ...answers[page++] };
		});
		await listAll(client, request(asked), list, undefined, warn);
		return warn.mock.calls.flat();
	};
	const asked = { from: '2026-03-01', to: '2026-06-30' };
	const older =
		'Zoom returned entries from 2026-06-01 instead of 2026-03-01. Older entries are missing.';
	const newer =
		'Zoom returned entries up to 2026-04-01 instead of 2026-06-30. Newer entries are missing.';

	test.each<[string, IDataObject[], string[]]>([
		['at the beginning', [{ from: '2026-06-01', to: '2026-06-30' }], [older]],
		['at the end', [{ from: '2026-03-01', to: '2026-04-01' }], [newer]],
		[
			'at the end, as a moment',
			[{ to: '2026-04-01T00:00:00Z' }],
			[newer.replace('04-01', '04-01T00:00:00Z')],
		],
		['on a later page', [asked, { from: '2026-06-01', to: '2026-06-30' }], [older]],
		['not at all', [asked, {}], []],
		['not at all, as moments', [{ from: '2026-03-01T00:00:00Z', to: '2026-06-30T23:59:59Z' }], []],
		['in words that are no time', [{ from: 'now', to: null }], []],
	])('is told: %s', async (_, answers, expected) => {
		expect(await hints(asked, ...answers)).toEqual(expected);
	});

	test.each<[string, IDataObject, IDataObject]>([
		['from_date', { from_date: '2026-03-01' }, { from_date: '2026-06-01' }],
		['start_date', { start_date: '2026-03-01' }, { start_date: '2026-06-01' }],
		['start_time', { start_time: '2026-03-01T00:00:00Z' }, { start_time: '2026-03-01T12:00:00Z' }],
	])('is told under the name of %s', async (_, query, answer) => {
		expect(await hints(query, answer)).toEqual([
			expect.stringMatching(/Older entries are missing/),
		]);
	});

	test('is not told of days that have not come', async () => {
		expect(await hints({ from: '2026-07-01', to: '2026-12-31' }, { to: '2026-07-20' })).toEqual([]);
		expect(
			await hints({ from: '2026-07-01', to: '2026-12-31' }, { to: '2026-08-20' }),
		).toHaveLength(1);
	});
});

test('A page is as large as most lists allow where Zoom does not say how large it may be', async () => {
	const { client, queries } = answering(() => ({ things: [] }));
	const list: Paging = { key: 'things', paging: 'token' };
	await listAll(client, request({}), list);
	await listAll(client, request({}), list, 10);
	expect(queries.map(({ page_size }) => page_size)).toEqual([300, 10]);
});
