import type { IDataObject, INodeType } from 'n8n-workflow';
import * as workflow from 'n8n-workflow';
import { clock as nodeClock } from '../../../nodes/Zoom/transport/sync/clock';
import type { Fault } from '../../emulator';
import { nodeTypes } from '../../support/engine/engine';
import { START, scenarios } from '../../support/engine/scenarios';
import { byId } from '../../support/engine/testEnvironment';
import { startVirtualTime } from '../../support/time/virtualTime';

const CREATE = 'POST /v2/users/{userId}/meetings';
const LIST = 'GET /v2/users/{userId}/meetings';
const HENRIK = 'henrik.holm@example.com';

const scenario = scenarios();

/** The node as another process has it: with a memory of its own, but by the same clock. */
async function secondNode(): Promise<INodeType> {
	let node: INodeType | undefined;
	await jest.isolateModulesAsync(async () => {
		jest.doMock('n8n-workflow', () => workflow);
		jest.doMock('../../../nodes/Zoom/transport/sync/clock', () => ({ clock: nodeClock }));
		const { Zoom } = await import('../../../nodes/Zoom/Zoom.node');
		node = new Zoom();
	});
	return node!;
}

const { fail, callsTo } = scenario;
const made = (topic = 'Review') =>
	scenario.environment.emulator.store.meetings.find((each) => each.topic === topic);

const at = { startTime: '2026-07-05T10:00:00', timeZone: 'Europe/Berlin' };
const create = (
	options: IDataObject,
	more: IDataObject = {},
	items: IDataObject[] = [{}],
	node = {},
) =>
	scenario.environment.run(
		'serverToServer',
		'meeting.create',
		{
			userId: byId(HENRIK),
			topic: 'Review',
			...more,
			additionalFields: { ...at, ...(more.additionalFields as object) },
			options,
		},
		{ items, node },
	);
const skip = { ifExists: 'skip' };
const update = { ifExists: 'update' };
const unsafe = { retryUnsafeRequests: true };

describe('A meeting that is not to be made twice', () => {
	test('is made where there is none, and left alone when the workflow runs again', async () => {
		const first = await create(skip);
		expect(first.items[0]).not.toHaveProperty('ifExists');
		const second = await create(skip);
		expect(second.items[0]).toMatchObject({ id: first.items[0].id, ifExists: 'skipped' });
		expect(second.items[0].settings).toBeDefined();
		expect(made()).toHaveLength(1);
		expect(callsTo(CREATE)).toHaveLength(1);
	});

	test('is found however its start is written', async () => {
		await create(skip);
		const { items } = await create(skip, {
			additionalFields: { startTime: '2026-07-05T08:00:00Z' },
		});
		expect(items[0].ifExists).toBe('skipped');
	});

	test.each([
		['another topic', { topic: 'Preview' }],
		['another start', { additionalFields: { startTime: '2026-07-05T11:00:00' } }],
		['another host', { userId: byId('hana.hayashi@example.com') }],
	])('is another one with %s', async (_, more) => {
		await create(skip);
		const { items } = await create(skip, more);
		expect(items[0]).not.toHaveProperty('ifExists');
		expect(callsTo(CREATE)).toHaveLength(2);
	});

	test('is changed to what the item says where that is wanted, what it does not say stays', async () => {
		await create(skip, {
			additionalFields: { agenda: 'Old', duration: 25, settings: { muteUponEntry: true } },
		});
		const { items } = await create(update, {
			additionalFields: { agenda: 'New', settings: { waitingRoom: true } },
		});
		expect(items[0]).toMatchObject({
			agenda: 'New',
			duration: 25,
			ifExists: 'updated',
			settings: { mute_upon_entry: true, waiting_room: true },
		});
		expect(made()).toHaveLength(1);
	});

	test('is made once where two items want the same', async () => {
		const { items } = await create(skip, {}, [{}, {}, {}]);
		expect(items.map(({ ifExists }) => ifExists)).toEqual([undefined, 'skipped', 'skipped']);
		expect(new Set(items.map(({ id }) => id)).size).toBe(1);
		expect(made()).toHaveLength(1);
	});

	test('is made once by two executions at the same moment', async () => {
		const runs = await Promise.all([create(skip), create(skip), create(update)]);
		expect(new Set(runs.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(1);
		expect(made()).toHaveLength(1);
	});

	test("is made once even where Zoom's list is behind", async () => {
		fail(LIST, { status: 200, body: { meetings: [], total_records: 0 }, times: Infinity });
		const { items } = await create(skip, {}, [{}, {}]);
		expect(items[1].ifExists).toBe('skipped');
		expect(made()).toHaveLength(1);
	});

	test('is made again when it was deleted meanwhile', async () => {
		const { items } = await create(skip);
		await scenario.environment.run('serverToServer', 'meeting.delete', {
			meetingId: byId(items[0].id),
		});
		const again = await create(skip);
		expect(again.items[0]).not.toHaveProperty('ifExists');
		expect(again.items[0].id).not.toBe(items[0].id);
	});

	test('is another one when somebody has changed the one that was made', async () => {
		const { items } = await create(skip);
		await scenario.environment.run('serverToServer', 'meeting.update', {
			meetingId: byId(items[0].id),
			updateFields: { topic: 'Something else' },
		});
		const again = await create(skip);
		expect(again.items[0]).not.toHaveProperty('ifExists');
		expect(made()).toHaveLength(1);
	});

	test('is found beyond the first page, and read no further', async () => {
		const host_id = scenario.environment.emulator.store.users.find(
			({ email }) => email === HENRIK,
		)[0].id;
		for (let number = 0; number < 700; number++) {
			const start_time = new Date(Date.parse(START) + number * 3_600_000).toISOString();
			scenario.environment.emulator.addMeeting({
				host_id,
				topic: number === 400 ? 'Review' : `Filler ${number}`,
				start_time: `${start_time.slice(0, 19)}Z`,
			});
		}
		const startTime = new Date(Date.parse(START) + 400 * 3_600_000).toISOString();
		const { items } = await create(skip, { additionalFields: { startTime } });
		expect(items[0].ifExists).toBe('skipped');
		expect(callsTo(LIST)).toHaveLength(2);
	});

	test.each([{}, { additionalFields: { type: 2 } }])(
		'is left alone where it is a series and %j would make a single one of it',
		async (more) => {
			const recurrence = { type: 1, repeatInterval: 1, endTimes: 5 };
			await create(skip, { additionalFields: { type: 8, recurrence } });
			const other = { startTime: '2026-07-07T10:00:00', ...more.additionalFields };
			const { error } = await create(update, { additionalFields: other });
			expect(error?.message).toMatch(
				/^If It Exists: must be Return Existing or Create Another here: the existing one \(\d+\) is a series/,
			);
			expect(callsTo('PATCH /v2/meetings/{meetingId}')).toEqual([]);
			const skipped = await create(skip, { additionalFields: other });
			expect(skipped.items[0]).toMatchObject({ ifExists: 'skipped', type: 8 });
		},
	);

	test('may be a series, of which any date is known', async () => {
		const series = {
			additionalFields: {
				type: 8,
				recurrence: { type: 1, repeatInterval: 1, endTimes: 5 },
			},
		};
		await create(skip, series);
		scenario.environment.emulator.clock.set('2026-07-07T12:00:00Z');
		const { items } = await create(skip, series);
		expect(items[0].ifExists).toBe('skipped');
		expect(made()).toHaveLength(1);
	});

	// It is asked for from Sunday 5 July on.
	describe.each([
		['weekly', { type: 2, weeklyDays: ['4', '6'] }, '2026-07-08T08:00:00Z'],
		['every other week', { type: 2, weeklyDays: ['7'], repeatInterval: 2 }, '2026-07-11T08:00:00Z'],
		['monthly by day', { type: 3, monthlyDay: 2 }, '2026-08-02T08:00:00Z'],
		[
			'monthly by day, after the clocks change',
			{ type: 3, monthlyDay: 2, repeatInterval: 5 },
			'2026-12-02T09:00:00Z',
		],
		['monthly by week', { type: 3, monthlyWeek: 2, monthlyWeekDay: 3 }, '2026-07-14T08:00:00Z'],
		[
			'monthly by the last week',
			{ type: 3, monthlyWeek: -1, monthlyWeekDay: 6 },
			'2026-07-31T08:00:00Z',
		],
	])('may be a series that begins later than its start (%s)', (_, rule, first) => {
		const series = { additionalFields: { type: 8, recurrence: { endTimes: 5, ...rule } } };

		test('and is known when the workflow runs again', async () => {
			await create(skip, series);
			expect(made().map((each) => each.start_time)).toEqual([first]);
			const { items } = await create(skip, series, [{}, {}]);
			expect(items.map(({ ifExists }) => ifExists)).toEqual(['skipped', 'skipped']);
			expect(made()).toHaveLength(1);
		});

		test('and is found when the answer got lost', async () => {
			fail(CREATE, { reset: 'after', times: 1 });
			const { items, error } = await create(unsafe, series);
			expect(error).toBeUndefined();
			expect(made().map(({ id }) => id)).toEqual([items[0].id]);
		});
	});

	test('is looked for with the user it is scheduled for', async () => {
		const scheduleFor = 'hana.hayashi@example.com';
		const first = await create(skip, { additionalFields: { scheduleFor } });
		expect(first.error).toBeUndefined();
		const second = await create(skip, { additionalFields: { scheduleFor } });
		expect(second.items[0].ifExists).toBe('skipped');
		expect(callsTo('GET /v2/users/hana.hayashi%40example.com/meetings')).not.toHaveLength(0);
	});

	test.each([
		[{ type: 1 }, 'must be Create Another for this Type, which has no fixed start'],
		[{ type: 3 }, 'must be Create Another for this Type, which has no fixed start'],
		[{ startTime: '' }, 'requires a Start Time'],
	])('has to have a start: %j is refused', async (additionalFields, sentence) => {
		const { error } = await scenario.environment.run('serverToServer', 'meeting.create', {
			userId: byId(HENRIK),
			topic: 'Review',
			additionalFields: Object.fromEntries(
				Object.entries({ ...at, ...additionalFields }).filter(([, value]) => value !== ''),
			),
			options: skip,
		});
		expect(error?.message).toBe(`If It Exists: ${sentence}`);
		expect(scenario.environment.emulator.requests).toHaveLength(0);
	});

	test('names the scope that looking for it takes', async () => {
		const app = scenario.environment.apps.serverToServer;
		app.scopes = app.scopes.filter((scope) => !scope.includes('list_meetings'));
		const { error } = await create(skip);
		expect(error?.message).toMatch(
			/^Your Zoom app is missing required permissions: .*list_meetings/,
		);
		expect(made()).toHaveLength(0);
	});
});

test('A webinar is not made twice either', async () => {
	const run = () =>
		scenario.environment.run('serverToServer', 'webinar.create', {
			userId: byId(HENRIK),
			topic: 'Launch',
			additionalFields: { startTime: '2026-07-05T10:00:00Z' },
			options: skip,
		});
	const [first, second] = [await run(), await run()];
	expect(second.items[0]).toMatchObject({ id: first.items[0].id, ifExists: 'skipped' });
	expect(callsTo('POST /v2/users/{userId}/webinars')).toHaveLength(1);
});

const hintsOf = ({ run }: Awaited<ReturnType<typeof create>>) =>
	(run.data.resultData.runData.Zoom[0].hints ?? []).map(({ message }) => message);
const over = { startTime: '2026-06-30T10:00:00' };

describe('A meeting whose start is over', () => {
	const refusal = /^Start Time: must be in the future, because no existing one was found/;

	test.each([skip, update])('is not made with %j, on no run', async (options) => {
		for (let run = 0; run < 2; run++) {
			const { items, error } = await create(options, { additionalFields: over });
			expect(error?.message).toMatch(refusal);
			expect(items).toEqual([]);
		}
		expect(callsTo(CREATE)).toEqual([]);
		expect(made()).toEqual([]);
	});

	test('is found where it was made in time', async () => {
		const first = await create(skip);
		scenario.environment.emulator.clock.set('2026-07-05T08:00:01Z');
		const { items } = await create(skip);
		expect(items[0]).toMatchObject({ id: first.items[0].id, ifExists: 'skipped' });
	});

	test("is over by Zoom's clock, not by this machine's", async () => {
		scenario.virtual.stop();
		const { clock } = scenario.environment.emulator;
		const behind = startVirtualTime({
			...clock,
			now: () => clock.now() - 90_000,
			set: (at) => clock.set(Number(at) + 90_000),
		});
		const startTime = new Date(clock.now() - 30_000).toISOString();
		const { error } = await create(skip, { additionalFields: { startTime } });
		behind.stop();
		expect(error?.message).toMatch(refusal);
		expect(made()).toEqual([]);
	});

	test('is made once where it passes while the call waits', async () => {
		const startTime = new Date(Date.parse(START) + 1000).toISOString();
		fail(CREATE, { limit: 'perSecond', times: 3 });
		const { items } = await create(skip, { additionalFields: { startTime } }, [{}, {}]);
		expect(Date.parse(String(items[0].start_time))).toBeGreaterThan(Date.parse(startTime));
		expect(items[1]).toMatchObject({ id: items[0].id, ifExists: 'skipped' });
		const again = await create(skip, { additionalFields: { startTime } });
		expect(again.items[0]).toMatchObject({ id: items[0].id, ifExists: 'skipped' });
		expect(made()).toHaveLength(1);
	});

	test('is not made where it is a series whose first date is over', async () => {
		const recurrence = { type: 2, repeatInterval: 1, weeklyDays: ['3'], endTimes: 5 };
		const { error } = await create(skip, { additionalFields: { ...over, type: 8, recurrence } });
		expect(error?.message).toMatch(refusal);
		expect(made()).toEqual([]);
	});

	test('is made once where the create is repeated although Zoom may have acted', async () => {
		for (const [, fault] of afterTheWork) {
			scenario.environment.reset();
			fail(CREATE, fault);
			const { items, error } = await create(unsafe, { additionalFields: over });
			expect(error).toBeUndefined();
			expect(made().map(({ id }) => id)).toEqual([items[0].id]);
		}
	});

	test("is not taken for another item's with another start", async () => {
		fail(CREATE, { reset: 'after', times: 2 });
		const { items, error } = await create(
			unsafe,
			{ additionalFields: { startTime: '={{ $json.start }}' } },
			[
				{ start: '2026-06-30T10:00:00' },
				{ start: '2026-06-29T10:00:00' },
				{ start: '2026-07-09T10:00:00' },
			],
		);
		expect(error).toBeUndefined();
		expect(new Set(items.map(({ id }) => id)).size).toBe(3);
		expect(made()).toHaveLength(3);
	});

	test('is no webinar that is made either', async () => {
		const { error } = await scenario.environment.run('serverToServer', 'webinar.create', {
			userId: byId(HENRIK),
			topic: 'Review',
			additionalFields: { ...at, ...over },
			options: skip,
		});
		expect(error?.message).toMatch(refusal);
		expect(callsTo('POST /v2/users/{userId}/webinars')).toEqual([]);
	});
});

test('An ID of a form that no ID has ends the item in a sentence', async () => {
	const odd = { toString: 'x', valueOf: 1 };
	fail(CREATE, { status: 201, body: { id: odd, topic: 'Review', created_at: odd } });
	const { error } = await create(skip);
	expect(error?.message).toMatch(/^The node could not read the response from Zoom or the input \(/);
});

describe('Two workers with the same items', () => {
	const OTHER = 'n8n-nodes-zoom.otherWorker';
	beforeAll(async () => {
		const other = await secondNode();
		const { getByNameAndVersion: usual } = nodeTypes;
		nodeTypes.getByNameAndVersion = (name) => (name === OTHER ? other : usual(name));
	});
	const items = Array.from({ length: 20 }, (_, number) => ({ number }));
	const topics = { topic: '={{ "Lesson " + $json.number }}' };

	test.each([['skip'], ['update']])('come to the same meetings with %s', async (ifExists) => {
		const results = await Promise.all([
			create({ ifExists }, topics, items),
			create({ ifExists }, topics, items, { type: OTHER }),
		]);
		const [one, other] = results.map((result) => result.items.map(({ id }) => id));
		expect(new Set(one).size).toBe(20);
		expect(other).toEqual(one);
		const { meetings } = scenario.environment.emulator.store;
		const lessons = meetings.find(({ topic }) => topic.startsWith('Lesson'));
		const hints = results.flatMap(hintsOf).filter((hint) => hint.includes('another process'));
		// The registries are two, so both have made some; nothing of it is deleted.
		expect(lessons.length).toBeGreaterThan(20);
		const told = results
			.flatMap((result) => result.items)
			.flatMap(({ id, duplicateId }) => [id, ...(duplicateId === undefined ? [] : [duplicateId])]);
		expect(new Set(told)).toEqual(new Set(lessons.map(({ id }) => id)));
		expect(hints.length).toBeGreaterThan(0);
	});
});

describe('A meeting that another process made at the same time', () => {
	/** The first look finds nothing, as that of a process that looked before the other made it. */
	const atTheSameTime = (own: object = {}) => {
		const host_id = scenario.environment.emulator.store.users.find(
			({ email }) => email === HENRIK,
		)[0].id;
		const rival = scenario.environment.emulator.addMeeting({
			host_id,
			topic: 'Review',
			start_time: '2026-07-05T08:00:00Z',
			...own,
		});
		fail(LIST, { status: 200, body: { meetings: [], total_records: 0 } });
		return rival;
	};

	test('is answered, with a hint that names both, and nothing is deleted', async () => {
		const rival = atTheSameTime({ created_at: '2026-07-01T08:59:59Z' });
		const result = await create(skip);
		expect(result.items[0]).toMatchObject({ id: rival.id, ifExists: 'skipped' });
		const [own] = made().filter(({ id }) => id !== rival.id);
		expect(result.items[0].duplicateId).toBe(own.id);
		const hints = hintsOf(result);
		expect(hints).toEqual([
			`Created ${own.id}, but another process created ${rival.id} with the same topic and start at the same time. The item is the older one (${rival.id}). Nothing was deleted.`,
		]);
		expect(made()).toHaveLength(2);
		// The next run has the same answer.
		expect((await create(skip)).items[0].id).toBe(rival.id);
	});

	test('is changed where that is wanted', async () => {
		const rival = atTheSameTime({ created_at: '2026-07-01T08:59:59Z' });
		const { items } = await create(update, { additionalFields: { agenda: 'New' } });
		expect(items[0]).toMatchObject({ id: rival.id, ifExists: 'updated', agenda: 'New' });
	});

	test('is not answered where it is younger', async () => {
		const rival = atTheSameTime({ created_at: '2026-07-01T09:00:05Z' });
		const result = await create(skip);
		expect(result.items[0].id).not.toBe(rival.id);
		expect(result.items[0]).not.toHaveProperty('ifExists');
		expect(hintsOf(result)).toEqual([]);
	});

	test.each([
		[1, true],
		[99_999_999_999, false],
	])('in the same second is the one with the lower ID: %d', async (id, isRival) => {
		atTheSameTime({ id, created_at: '2026-07-01T09:00:00Z' });
		const { items } = await create(skip);
		expect(items[0].id === id).toBe(isRival);
	});

	test('is checked for when the second of the creation is over', async () => {
		await create(skip);
		const [before, after] = callsTo(LIST).map(({ at: time }) => time);
		expect(Math.floor(after / 1000)).toBeGreaterThan(Math.floor(before / 1000));
		expect(callsTo(LIST)).toHaveLength(2);
	});

	test('does not cost what was made where it cannot be read', async () => {
		atTheSameTime({ created_at: '2026-07-01T08:59:59Z' });
		fail('GET /v2/meetings/{meetingId}', { status: 400, body: { code: 300, message: 'Not now.' } });
		const result = await create(skip);
		expect(result.error).toBeUndefined();
		expect(made().map(({ id }) => id)).toContain(result.items[0].id);
		expect(hintsOf(result)).toEqual([expect.stringMatching(/^Created \d+, but could not check/)]);
	});

	test('does not cost what was made where the look fails', async () => {
		fail(LIST, { status: 400, body: { code: 300, message: 'No lists today.' }, skip: 1 });
		const result = await create(skip);
		expect(result.items[0].id).toBe(made()[0].id);
		expect(hintsOf(result)).toEqual([
			expect.stringMatching(/^Created \d+, but could not check whether another process/),
		]);
	});
});

const afterTheWork: [string, Omit<Fault, 'match'>][] = [
	['500', { status: 500, afterWork: true }],
	['a reset', { reset: 'after' }],
	['a body cut short', { truncate: true }],
	['broken JSON', { malformedJson: true }],
];

describe('A create that is repeated although Zoom may have acted', () => {
	test.each(afterTheWork)('makes one meeting of one item, after %s', async (_, fault) => {
		fail(CREATE, fault);
		const { items, error } = await create(unsafe);
		expect(error).toBeUndefined();
		expect(made()).toHaveLength(1);
		expect(items[0].id).toBe(made()[0].id);
		expect(callsTo(CREATE)).toHaveLength(1);
	});

	test.each(afterTheWork)(
		'makes one meeting even when %s came of the last try',
		async (_, fault) => {
			fail(CREATE, fault);
			const { items, error } = await create({ ...unsafe, retryCountMax: 0 });
			expect(error).toBeUndefined();
			expect(items[0].id).toBe(made()[0].id);
		},
	);

	test('is made again where Zoom had not acted', async () => {
		fail(CREATE, { reset: 'before' });
		const { error } = await create(unsafe);
		expect(error).toBeUndefined();
		expect(callsTo(CREATE)).toHaveLength(2);
		expect(made()).toHaveLength(1);
	});

	test('does not take what was there before for its own', async () => {
		await create({});
		scenario.environment.emulator.clock.advance(60_000);
		fail(CREATE, { reset: 'before' });
		await create(unsafe);
		expect(made()).toHaveLength(2);
	});

	test("does not take another item's for its own", async () => {
		fail(CREATE, { reset: 'before', skip: 1 });
		fail(CREATE, { reset: 'after', skip: 3 });
		const { items, error } = await create(unsafe, {}, [{}, {}, {}]);
		expect(error).toBeUndefined();
		expect(new Set(items.map(({ id }) => id)).size).toBe(3);
		expect(made()).toHaveLength(3);
	});

	test("goes by Zoom's clock where this machine's is ahead", async () => {
		scenario.virtual.stop();
		const { clock } = scenario.environment.emulator;
		const virtual = startVirtualTime({
			...clock,
			now: () => clock.now() + 90_000,
			set: (at) => clock.set(Number(at) - 90_000),
		});
		fail(CREATE, { reset: 'after' });
		const { error } = await create({ ...unsafe, retryMaxWait: 1 });
		expect(error).toBeUndefined();
		virtual.stop();
		expect(made()).toHaveLength(1);
	});

	test('finds one whose start Zoom chose', async () => {
		await create({}, { topic: 'Now' });
		scenario.environment.emulator.clock.advance(60_000);
		fail(CREATE, { reset: 'after' });
		const { items, error } = await scenario.environment.run('serverToServer', 'meeting.create', {
			userId: byId(HENRIK),
			topic: 'Now',
			options: unsafe,
		});
		expect(error).toBeUndefined();
		expect(made('Now').map(({ id }) => id)).toContain(items[0].id);
		expect(callsTo(CREATE)).toHaveLength(2);
	});

	test('finds one without a fixed time', async () => {
		const { items, error } = await (() => {
			fail(CREATE, { reset: 'after' });
			return scenario.environment.run('serverToServer', 'meeting.create', {
				userId: byId(HENRIK),
				topic: 'Any time',
				additionalFields: { type: 3 },
				options: unsafe,
			});
		})();
		expect(error).toBeUndefined();
		expect(made('Any time').map(({ id }) => id)).toEqual([items[0].id]);
	});

	test.each([
		['an outage', { status: 503 }, 12],
		['a refusal', { status: 400, body: { code: 300, message: 'No lists today.' } }, 3],
		['a limit for the day', { limit: 'accountDay' } as const, 1],
	])('does not look for it for ever after %s', async (_, fault, lists) => {
		fail(CREATE, { reset: 'after' });
		fail(LIST, { ...fault, times: Infinity });
		const { error } = await create(unsafe);
		expect(error?.message).toMatch(/The check for it failed: /);
		expect(callsTo(LIST)).toHaveLength(lists);
	});

	test('stops where looking for it fails, and says both', async () => {
		fail(CREATE, { reset: 'after' });
		fail(LIST, { status: 400, body: { code: 300, message: 'No lists today.' }, times: Infinity });
		const { error } = await create(unsafe);
		expect(error?.message).toMatch(
			/Zoom may have created it. Check at Zoom before you run this again\. The check for it failed: Zoom refused the call: No lists today/,
		);
		expect(callsTo(CREATE)).toHaveLength(1);
	});
});
