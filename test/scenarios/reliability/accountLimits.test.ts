import type { IDataObject } from 'n8n-workflow';
import { Zoom } from '../../../nodes/Zoom/Zoom.node';
import { resultOf } from '../../support/engine/engine';
import { scenarios } from '../../support/engine/scenarios';
import type { Kind } from '../../support/engine/testEnvironment';
import { byId } from '../../support/engine/testEnvironment';

const CREATE = 'POST /v2/users/{userId}/meetings';
const USER = 'GET /v2/users/{userId}';

const scenario = scenarios({ hostDayCap: false });
beforeEach(() => {
	scenario.environment.emulator.settings.plan = 'pro';
	scenario.environment.emulator.settings.rateLimitHeaders = 'current';
});

const many = (count: number) => Array.from({ length: count }, (_, number) => ({ number }));
const setCredential = (fields: IDataObject, kind: Kind = 'serverToServer') =>
	scenario.environment.credentials.save(kind, {
		...scenario.environment.credentials.read(kind),
		...fields,
	} as never);
const { callsTo } = scenario;
const fail: typeof scenario.fail = (match, fault) =>
	scenario.fail(match, { times: Infinity, ...fault });
const refusals = () =>
	scenario.environment.emulator.requests.filter(({ status }) => status === 429).length;
const { seconds } = scenario;
const hintsOf = (run: Awaited<ReturnType<typeof scenario.environment.run>>['run']) =>
	(run.data.resultData.runData.Zoom[0].hints ?? []).map(({ message }) => message);

const create = (count: number, options: IDataObject = {}, kind: Kind = 'serverToServer') =>
	scenario.environment.run(
		kind,
		'meeting.create',
		{ userId: byId('olivia.ortiz@example.com'), topic: '={{ $json.number }}', options },
		{ items: many(count) },
	);

describe('A run of many items', () => {
	test.each([
		['free', 'meeting.create', 4, 40],
		['free', 'meeting.getAll', 2, 20],
		['pro', 'meeting.create', 30, 150],
		['pro', 'meeting.getAll', 20, 100],
		['pro', 'report.getUserMeetings', 10, 50],
		['business', 'meeting.create', 80, 240],
		['business', 'meeting.getAll', 60, 180],
		['business', 'report.getUserMeetings', 40, 120],
	] as const)(
		'with plan %s and %s uses nine tenths of the %d calls a second and is not refused once',
		async (plan, operation, allowed, count) => {
			scenario.environment.emulator.settings.plan = plan;
			setCredential({ plan });
			const parameters = {
				userId: byId('me'),
				topic: 'One of many',
				from: '2026-06-20',
				to: '2026-07-01',
				options: { concurrentRequests: 20 },
			};
			const { items, error } = await scenario.environment.run(
				'serverToServer',
				operation,
				parameters,
				{
					items: many(count),
				},
			);
			expect(error).toBeUndefined();
			if (operation === 'meeting.create') expect(items).toHaveLength(count);
			expect(refusals()).toBe(0);
			expect((count - 1) / seconds()).toBeGreaterThan(0.9 * allowed);
		},
	);

	test('keeps to its share of the limit', async () => {
		setCredential({ rateLimitShare: 50 });
		await create(60);
		expect(60 / seconds()).toBeGreaterThan(13.5);
		expect(60 / seconds()).toBeLessThan(15);
	});

	test('says how long it was held up, and why', async () => {
		const { run } = await create(120);
		expect(hintsOf(run)).toEqual([
			"Waited 4 s for Zoom's rate limit (set by Plan and Share of Rate Limit in the credential).",
		]);
		expect(hintsOf((await create(10)).run)).toEqual([]);
	});

	test.each([10, 20])(
		'slows down where Zoom takes less than the credential says, and loses nothing (%d side by side)',
		async (concurrentRequests) => {
			scenario.environment.emulator.settings.plan = 'free';
			const { items, error } = await create(150, { concurrentRequests });
			expect(error).toBeUndefined();
			const topics = many(150).map(({ number }) => String(number));
			expect(items.map(({ topic }) => topic)).toEqual(topics);
			expect(new Set(items.map(({ id }) => id)).size).toBe(150);
			const made = scenario.environment.emulator.store.meetings.find(({ topic }) =>
				/^\d+$/.test(topic),
			);
			expect(made).toHaveLength(150);
		},
	);

	test('does not wait where Zoom wants it to wait longer than the user, and says so of each item', async () => {
		fail(CREATE, { limit: 'perSecond', retryAfter: '3600', times: 1 });
		const { items } = await scenario.environment.run(
			'serverToServer',
			'meeting.create',
			{
				userId: byId('me'),
				topic: 'x',
				options: { concurrentRequests: 1, retryMaxWait: 5 },
			},
			{ items: many(3), node: { onError: 'continueRegularOutput' } },
		);
		expect(items.map(({ error }) => error)).toEqual(
			Array(3).fill(expect.stringMatching(/again from 2026-07-01 10:00 \(UTC\)/)),
		);
		expect(callsTo(CREATE)).toHaveLength(1);
		expect(seconds()).toBeLessThan(5);
		scenario.environment.emulator.clock.set('2026-07-01T10:00:01Z');
		expect((await create(1)).error).toBeUndefined();
	});

	test('waits no longer than Zoom says, and nobody else goes before', async () => {
		scenario.environment.emulator.faults.add({
			match: CREATE,
			skip: 9,
			limit: 'perSecond',
			retryAfter: '5',
		});
		const { error } = await create(30);
		expect(error).toBeUndefined();
		const moments = callsTo(CREATE).map(({ at }) => at);
		const refused = moments[9];
		// Those on their way when the refusal came are no matter.
		expect(moments.filter((at) => at > refused + 500 && at < refused + 5000)).toEqual([]);
	});
});

describe('Who shares the limit', () => {
	const perSecond = () => {
		const moments = scenario.environment.emulator.requests.map(({ at }) => at);
		return moments.length / ((Math.max(...moments) - Math.min(...moments)) / 1000);
	};

	test('are all executions of the process', async () => {
		const runs = await Promise.all([create(40), create(40), create(40)]);
		expect(runs.flatMap(({ error }) => error ?? [])).toEqual([]);
		expect(refusals()).toBe(0);
		expect(perSecond()).toBeLessThan(30);
	});

	test('are the choices of a field', async () => {
		const { searchUsers } = new Zoom().methods.listSearch;
		const look = async () => await searchUsers.call(scenario.environment.choices('serverToServer'));
		await Promise.all([
			...Array.from({ length: 40 }, look),
			scenario.environment.run(
				'serverToServer',
				'meeting.getAll',
				{ userId: byId('me') },
				{ items: many(40) },
			),
		]);
		expect(refusals()).toBe(0);
		const lists = [...callsTo('GET /v2/users'), ...callsTo('GET /v2/users/{userId}/meetings')];
		const span = Math.max(...lists.map(({ at }) => at)) - Math.min(...lists.map(({ at }) => at));
		expect(lists).toHaveLength(80);
		expect(80 / (span / 1000)).toBeLessThan(20);
	});

	test('are the calls for access tokens', async () => {
		await create(2);
		const [token] = callsTo('POST /oauth/token');
		expect(callsTo(CREATE)[1].at).toBeGreaterThanOrEqual(token.at + 2 * 35);
	});

	test('are not other accounts, other labels and other products', async () => {
		// Of a General App the node does not know that its account is the same.
		scenario.environment.emulator.settings.plan = 'unlimited';
		await Promise.all([create(60), create(60, {}, 'accountLevel')]);
		expect(seconds()).toBeLessThan(2.5);
	});
});

describe('The label of a call', () => {
	test("is the one that Zoom's answers name", async () => {
		fail(USER, {
			status: 200,
			headers: { 'x-ratelimit-category': 'Heavy' },
			body: { id: 'u', email: 'a@example.com' },
		});
		const read = () =>
			scenario.environment.run(
				'serverToServer',
				'user.get',
				{ userId: byId('me') },
				{ items: many(30) },
			);
		await read();
		const begin = seconds();
		await read();
		expect(30 / (seconds() - begin)).toBeLessThan(10);
		scenario.environment.emulator.faults.clear();
		// Back again, so that other scenarios find it as it was.
		await read();
	});

	test('is known of an endpoint whatever values stand in its path', async () => {
		fail(USER, {
			status: 200,
			headers: { 'x-ratelimit-category': 'Heavy' },
			body: { id: 'u', email: 'a@example.com' },
		});
		const read = (domain: string) => {
			const value = `=GET /users/user{{ $json.number }}@${domain}`;
			const parameters = { endpoint: { __rl: true, mode: 'path', value } as never };
			return scenario.environment.run('serverToServer', 'api.request', parameters, {
				items: many(30),
			});
		};
		await read('example.com');
		const begin = seconds();
		await read('example.org');
		expect(30 / (seconds() - begin)).toBeLessThan(10);
		scenario.environment.emulator.faults.clear();
		await scenario.environment.run('serverToServer', 'user.get', { userId: byId('me') });
	});
});

describe('A limit for the day', () => {
	const report = (more: IDataObject = {}) =>
		scenario.environment.run(
			'serverToServer',
			'report.getUserMeetings',
			{ userId: byId('me'), from: '2026-06-20', to: '2026-07-01', ...more } as never,
			{ timezone: 'Europe/Berlin' },
		);
	const REPORT = 'GET /v2/report/users/{userId}/meetings';

	test('of the account closes this kind of call until Zoom counts anew, without asking again', async () => {
		fail(REPORT, { limit: 'accountDay' });
		const first = await report();
		expect(first.error?.message).toBe(
			"The Zoom account's daily limit is used up. It resets at 2026-07-02 02:00 (Europe/Berlin).",
		);
		expect(callsTo(REPORT)).toHaveLength(1);
		const second = await report({ options: { retryMode: 'retryAny' } });
		expect(second.error?.message).toBe(first.error?.message);
		expect(second.error?.context).toMatchObject({
			data: { status: 429, retryAfter: '2026-07-02T00:00:00.000Z' },
		});
		expect(callsTo(REPORT)).toHaveLength(1);
		scenario.environment.emulator.faults.clear();
		scenario.environment.emulator.clock.set('2026-07-02T00:00:01Z');
		expect((await report()).error).toBeUndefined();
	});

	test('that only a header tells stays one for those who do not ask', async () => {
		fail(REPORT, {
			status: 429,
			headers: { 'x-ratelimit-type': 'Daily-limit' },
			body: { code: 429, message: 'Too many requests.' },
			times: 1,
		});
		expect((await report()).error?.message).toMatch(/^The Zoom account's daily limit is used up/);
		expect((await report()).error?.message).toMatch(/^The Zoom account's daily limit is used up/);
		expect(callsTo(REPORT)).toHaveLength(1);
	});

	test('that names its end holds until then', async () => {
		fail(REPORT, { limit: 'accountDay', retryAfter: '2026-07-01T15:00:00Z', times: 1 });
		expect((await report()).error?.message).toContain('at 2026-07-01 17:00 (Europe/Berlin)');
		expect((await report()).error?.message).toContain('at 2026-07-01 17:00 (Europe/Berlin)');
		expect(callsTo(REPORT)).toHaveLength(1);
	});

	test('leaves other kinds of call alone', async () => {
		fail(REPORT, { limit: 'accountDay' });
		await report();
		expect((await create(1)).error).toBeUndefined();
	});

	test('holds where the plan of the credential has none', async () => {
		fail(CREATE, { limit: 'accountDay', times: 1 });
		expect((await create(1)).error?.message).toMatch(/^The Zoom account's daily limit is used up/);
		expect((await create(1)).error?.message).toMatch(/^The Zoom account's daily limit is used up/);
		expect(callsTo(CREATE)).toHaveLength(1);
	});

	test('of what one operation does is not one of calls, and closes nothing', async () => {
		fail('POST /v2/users', { limit: 'accountDay', times: 1 });
		const { error } = await scenario.environment.run('serverToServer', 'user.create', {
			email: 'new@example.com',
			userType: 1,
		});
		expect(error?.message).toMatch(/^The Zoom account's daily limit is used up/);
		expect((await create(1)).error).toBeUndefined();
	});

	test('holds for all credentials of the account, whatever each may spend', async () => {
		setCredential({ rateLimitShare: 100 });
		await report();
		setCredential({ rateLimitShare: 50 });
		await report();
		fail(REPORT, { limit: 'accountDay' });
		for (const rateLimitShare of [100, 50, 100, 50]) {
			setCredential({ rateLimitShare });
			expect((await report()).error).toBeDefined();
		}
		expect(callsTo(REPORT)).toHaveLength(3);
	});

	test('of one host fails that call and slows nobody down', async () => {
		fail(CREATE, { limit: 'userDay', times: 1 });
		const { outputs } = await scenario.environment.run(
			'serverToServer',
			'meeting.create',
			{ userId: byId('me'), topic: 'x' },
			{ items: many(60), node: { onError: 'continueRegularOutput' } },
		);
		const failed = outputs[0].filter(({ json }) => json.error !== undefined);
		expect(failed).toHaveLength(1);
		expect(failed[0].json.error).toMatch(/^Zoom's daily limit for this user or meeting is used up/);
		expect(60 / seconds()).toBeGreaterThan(0.9 * 30);
	});
});

describe('Whatever headers an answer has', () => {
	const hostile = {
		'retry-after': '99999999999999999999',
		date: 'Fri, 31 Dec 9999 23:59:59 GMT',
		'x-ratelimit-category': 'constructor',
		'x-ratelimit-type': '__proto__',
	};

	test('a call that was one too many is made again, and nobody is held up', async () => {
		const body = { code: 429, message: 'Too many requests.' };
		fail(CREATE, { status: 429, headers: hostile, body, times: 1 });
		const { items, error } = await create(20);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(20);
		expect(seconds()).toBeLessThan(3);
	});

	test('a create that failed is said to have happened perhaps', async () => {
		fail(CREATE, { status: 503, headers: hostile, times: 1 });
		expect((await create(1)).error?.message).toMatch(/Zoom may have created it/);
		expect((await create(1)).error).toBeUndefined();
	});

	test('what was made although the answer got lost is found', async () => {
		fail(CREATE, { status: 503, headers: hostile, times: 1, afterWork: true });
		const { items, error } = await scenario.environment.run('serverToServer', 'meeting.create', {
			userId: byId('me'),
			topic: 'Once',
			additionalFields: { startTime: '2026-07-20T10:00:00' },
			options: { retryUnsafeRequests: true },
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(callsTo(CREATE)).toHaveLength(1);
	});
});

describe('A limit by the day of something else than the account', () => {
	const ADD = 'POST /v2/meetings/{meetingId}/registrants';

	test('that of a registrant fails that call, says when it ends, and keeps nobody waiting', async () => {
		const message =
			'You have exceeded the daily rate limit of "3" for **Add meeting registrant** API requests for the registrant "a@example.com". You can resume these API requests at GMT 00:00:00.';
		fail(ADD, { status: 429, body: { code: 429, message }, times: 1 });
		const add = async () =>
			await scenario.environment.run(
				'serverToServer',
				'meetingRegistrant.create',
				{ meetingId: '81234567890', email: 'a@example.com', firstName: 'A' } as never,
				{ timezone: 'Europe/Berlin' },
			);
		const { error } = await add();
		expect(error?.message).toBe(
			"Zoom's daily limit for this registrant is used up. It resets at 2026-07-02 02:00 (Europe/Berlin).",
		);
		expect(error?.description).toContain(message.slice(0, 60));
		await add();
		expect(callsTo(ADD)).toHaveLength(2);
		expect((await create(1)).error).toBeUndefined();
	});

	test('that of one operation closes it, and no other', async () => {
		const message =
			'You have exceeded the daily rate limit (50) of Create a Group API request for this account. This limit resets at GMT 00:00:00.';
		fail('POST /v2/groups', { status: 429, body: { code: 429, message }, times: 1 });
		const make = async () =>
			await scenario.environment.run('serverToServer', 'group.create', { name: 'One' } as never);
		for (let times = 0; times < 2; times++) {
			expect((await make()).error?.message).toBe(
				"The account's daily limit for this operation is used up. It resets at 2026-07-02 00:00 (UTC).",
			);
		}
		expect(callsTo('POST /v2/groups')).toHaveLength(1);
		expect((await create(1)).error).toBeUndefined();
	});
});

test('A run that is cancelled while its items wait for their turns ends at once', async () => {
	const running = scenario.environment.start(
		'serverToServer',
		'meeting.create',
		{ userId: byId('me'), topic: 'x' },
		{ items: many(1000) },
	);
	while (callsTo(CREATE).length < 20) await new Promise((resolve) => setImmediate(resolve));
	running.cancel();
	const { items } = resultOf(await running);
	expect(items).toEqual([]);
	const made = callsTo(CREATE).length;
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(callsTo(CREATE).length).toBe(made);
	expect(made).toBeLessThan(40);
});

test.each([
	['plan', 'gold', 'Plan of the Zoom credential: must be one of free, pro, business'],
	[
		'rateLimitShare',
		0,
		'Share of Rate Limit (%) of the Zoom credential: must be a number from 1 to 100',
	],
	[
		'rateLimitShare',
		'half',
		'Share of Rate Limit (%) of the Zoom credential: must be a number from 1 to 100',
	],
])('A credential whose %s is %s is refused', async (field, value, message) => {
	setCredential({ [field]: value });
	expect((await create(1)).error?.message).toBe(message);
	expect(scenario.environment.emulator.requests).toHaveLength(0);
});
