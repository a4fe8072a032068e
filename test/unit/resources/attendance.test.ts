import type { IDataObject } from 'n8n-workflow';
import { mergedRejoins } from '../../../nodes/Zoom/resources/meetings/past/attendance';

const at = (time: string) => `2026-07-08T${time}:00Z`;

/** A row as Zoom has it for one join, from one time of the day to another. */
function row(from: string, to: string, more: IDataObject = {}): IDataObject {
	const [join_time, leave_time] = [at(from), at(to)];
	const duration = (Date.parse(leave_time) - Date.parse(join_time)) / 1000;
	return {
		id: 'Jane',
		name: 'Jane',
		join_time,
		leave_time,
		duration,
		status: 'in_meeting',
		...more,
	};
}

const summary = (rows: IDataObject[]) =>
	mergedRejoins(rows).map(({ join_time, leave_time, duration_minutes, joins }) => [
		String(join_time).slice(11, 16),
		String(leave_time).slice(11, 16),
		duration_minutes,
		joins,
	]);

describe('Joins of one person', () => {
	test('become one, from the first to the last, in whatever order they come', () => {
		const rows = [row('11:00', '11:10'), row('10:00', '10:20'), row('10:30', '10:35')];
		expect(summary(rows)).toEqual([['10:00', '11:10', 35, 3]]);
	});

	test.each([
		['overlap', [row('10:00', '10:30'), row('10:20', '10:40')], 40, '10:40'],
		['lie one in the other', [row('10:00', '11:00'), row('10:10', '10:20')], 60, '11:00'],
		['are the same', [row('10:00', '10:30'), row('10:00', '10:30')], 30, '10:30'],
		['touch', [row('10:00', '10:30'), row('10:30', '10:40')], 40, '10:40'],
	])('that %s count no minute twice', (_, rows, minutes, end) => {
		expect(summary(rows)).toEqual([['10:00', end, minutes, 2]]);
	});

	test('count in seconds as Zoom does, and in begun minutes', () => {
		const short = { ...row('10:00', '10:00'), leave_time: '2026-07-08T10:00:20Z', duration: 20 };
		expect(mergedRejoins([short])).toEqual([{ ...short, duration_minutes: 1, joins: 1 }]);
	});

	test('are of one person, signed in or not, by their address', () => {
		const jane = { user_email: 'Jane@example.com' };
		const rows = [row('10:00', '10:20', jane), row('10:30', '10:40', { ...jane, id: '' })];
		expect(summary(rows)).toEqual([['10:00', '10:40', 30, 2]]);
	});

	test('are of two people where two registered under one name', () => {
		const phone = (registrant_id: string) =>
			row('10:00', '10:20', { id: '', name: 'iPhone', registrant_id });
		expect(mergedRejoins([phone('A'), phone('B'), phone('A')])).toHaveLength(2);
	});

	test('keep what else is known of the first', () => {
		const rows = [row('10:30', '10:40', { user_id: '2' }), row('10:00', '10:20', { user_id: '1' })];
		expect(mergedRejoins(rows)).toMatchObject([{ id: 'Jane', user_id: '1', joins: 2 }]);
	});

	test('that have no end yet last as long as Zoom says', () => {
		const rows = [row('10:00', '10:20'), { ...row('10:30', '10:40'), leave_time: undefined }];
		expect(mergedRejoins(rows)).toMatchObject([{ duration: 1800, duration_minutes: 30, joins: 2 }]);
	});

	test('that Zoom has not worked out yet count from their times', () => {
		const rows = [row('10:00', '10:20', { duration: 0 }), row('10:30', '10:40', { duration: 0 })];
		expect(summary(rows)).toEqual([['10:00', '10:40', 30, 2]]);
	});
});

describe('A row without times', () => {
	const minutes = (...rows: IDataObject[]) =>
		mergedRejoins(rows).map(({ duration, duration_minutes: all, joins }) => [duration, all, joins]);
	const bare = (more: IDataObject) => ({ id: 'Jane', name: 'Jane', ...more });

	test.each<[string, IDataObject[], unknown[]]>([
		['nothing but a duration', [bare({ duration: 90 })], [90, 2, 1]],
		['nothing at all', [bare({})], [0, 0, 1]],
		[
			'a time that cannot be read',
			[bare({ join_time: 'soon', leave_time: '', duration: 'x' })],
			[0, 0, 1],
		],
		['an end and a duration', [bare({ leave_time: at('10:20'), duration: 600 })], [600, 10, 1]],
		[
			'an end before its beginning',
			[bare({ join_time: at('10:20'), leave_time: at('10:00') })],
			[0, 0, 1],
		],
		[
			'no times beside one that has them',
			[bare({ duration: 60 }), row('10:00', '10:10'), bare({})],
			[660, 11, 3],
		],
		[
			'an end only, over another stay',
			[row('10:00', '10:10'), bare({ leave_time: at('10:15'), duration: 600 })],
			[900, 15, 2],
		],
	])('counts what is known of it: %s', (_, rows, expected) => {
		expect(minutes(...rows)).toEqual([expected]);
	});

	test('does not stand for the first join', () => {
		const [jane] = mergedRejoins([bare({ join_time: null }), row('10:00', '10:10')]);
		expect(jane).toMatchObject({ join_time: at('10:00'), leave_time: at('10:10') });
	});
});

describe('Time in the waiting room', () => {
	const waiting = row('09:50', '10:00', { status: 'in_waiting_room' });

	test('does not count for those who got in', () => {
		expect(summary([waiting, row('10:00', '10:30')])).toEqual([['10:00', '10:30', 30, 1]]);
	});

	test('is all there is of those who did not', () => {
		expect(mergedRejoins([waiting])).toMatchObject([{ status: 'in_waiting_room', joins: 1 }]);
	});
});

describe('A person', () => {
	const names = (rows: IDataObject[]) =>
		mergedRejoins(rows).map(({ name, joins }) => [name, joins]);
	const guest = (more: IDataObject) => row('10:00', '10:10', { id: '', user_email: '', ...more });

	test.each([
		['the ID', { id: 'A', name: 'x' }, { id: 'A', name: 'y' }],
		['the ID of a report', { participant_user_id: 'A', name: 'x' }, { participant_user_id: 'A' }],
		['the e-mail address', { user_email: 'Jane@example.com' }, { user_email: 'jane@example.com' }],
		['the name', { name: 'Jane Doe' }, { name: ' jane doe' }],
	])('is known by %s', (_, one, other) => {
		expect(mergedRejoins([guest(one), guest(other)])).toHaveLength(1);
	});

	// Rows as Zoom answers them of a meeting that is over, and of one that goes on.
	const live = (more: IDataObject) => ({
		...row('10:00', '10:10'),
		id: '',
		user_email: '',
		registrant_id: '',
		internal_user: false,
		public_ip: '203.0.113.7',
		private_ip: '192.168.0.5',
		customer_key: '',
		...more,
	});

	test.each<[string, IDataObject[]]>([
		[
			'a registration that a user ID joins',
			[{ id: 'U', registrant_id: 'R' }, { registrant_id: 'R' }],
		],
		[
			'an address with and without a registration',
			[{ user_email: 'a@example.com', registrant_id: 'R' }, { user_email: 'A@Example.com' }],
		],
		['the ID of a list and of a report', [{ id: 'U' }, { participant_user_id: 'U' }]],
		[
			'a customer key under two names',
			[
				{ customer_key: 'K', name: 'x' },
				{ customer_key: 'K', name: 'y' },
			],
		],
		[
			'a chain that only the last row closes',
			[
				{ registrant_id: 'R', name: '1' },
				{ user_email: 'a@example.com', name: '2' },
				{ customer_key: 'K', name: '3' },
				{ id: 'U', customer_key: 'K', user_email: 'a@example.com' },
				{ participant_user_id: 'U', registrant_id: 'R' },
			],
		],
		['numbers in place of texts', [{ id: 7 }, { id: '7' }]],
	])('is one by %s, in whatever order the rows come', (_, rows) => {
		for (const order of [rows, [...rows].reverse()]) {
			expect(mergedRejoins(order.map(live))).toEqual([
				expect.objectContaining({ joins: rows.length, duration_minutes: 10 }),
			]);
		}
	});

	test('has all identifiers that any row knows', () => {
		const rows = [
			live({ registrant_id: 'R', name: 'Guest' }),
			live({ id: 'U', registrant_id: 'R', user_email: 'a@example.com' }),
		];
		expect(mergedRejoins(rows)).toMatchObject([
			{ id: 'U', registrant_id: 'R', user_email: 'a@example.com', name: 'Guest', joins: 2 },
		]);
	});

	test('is somebody else than a guest of the same name with another customer key', () => {
		const keys = ['1', '2', '1', ''];
		const people = mergedRejoins(
			keys.map((customer_key) => live({ name: 'iPhone', customer_key })),
		);
		expect(people.map(({ customer_key, joins }) => [customer_key, joins])).toEqual([
			['1', 2],
			['2', 1],
			['', 1],
		]);
	});

	test.each([
		['another ID', { id: 'A' }, { id: 'B' }],
		['an ID in other letters', { id: 'Ab' }, { id: 'aB' }],
		['another e-mail address', { user_email: 'a@example.com' }, { user_email: 'b@example.com' }],
		['another name', { name: 'Jane' }, { name: 'John' }],
		['nothing to be known by', { name: '' }, { name: '' }],
		['as ID what another has as name', { id: 'Jane' }, { name: 'Jane' }],
	])('is somebody else with %s', (_, one, other) => {
		expect(mergedRejoins([guest(one), guest(other)])).toHaveLength(2);
	});

	test('stands where they first came', () => {
		const rows = [guest({ name: 'A' }), guest({ name: 'B' }), guest({ name: 'A' })];
		expect(names(rows)).toEqual([
			['A', 2],
			['B', 1],
		]);
	});
});

test('Nobody is nobody', () => {
	expect(mergedRejoins([])).toEqual([]);
});

test('A time that is an object is none, whatever its members are called', () => {
	const [person] = mergedRejoins([
		{ id: 'U1', duration: 60, join_time: { toString: 1, valueOf: 1 } },
	]);
	expect(person).toMatchObject({ id: 'U1', duration: 60, joins: 1 });
});
