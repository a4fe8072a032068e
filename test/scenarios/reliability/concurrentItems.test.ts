import type { IDataObject } from 'n8n-workflow';
import type { Fault } from '../../emulator';
import { resultOf } from '../../support/engine/engine';
import { scenarios } from '../../support/engine/scenarios';
import { byId } from '../../support/engine/testEnvironment';

const CREATE = 'POST /v2/users/{userId}/meetings';
const UPDATE = 'PATCH /v2/meetings/{meetingId}';
const HENRIK = byId('henrik.holm@example.com');

const scenario = scenarios({ hostDayCap: false });

const many = (count: number) => Array.from({ length: count }, (_, number) => ({ number }));
const { fail, callsTo } = scenario;
const agendas = () => callsTo(UPDATE).map(({ body }) => (body as { agenda: string }).agenda);

const create = (count: number, options: IDataObject = {}, node = {}) =>
	scenario.environment.run(
		'serverToServer',
		'meeting.create',
		{ userId: HENRIK, topic: '={{ "Meeting " + $json.number }}', options },
		{ items: many(count), node },
	);

/** Updates of meetings, the one given for each item. */
const update = (ids: unknown[], options: IDataObject = {}, node = {}) =>
	scenario.environment.run(
		'serverToServer',
		'meeting.update',
		{
			meetingId: byId('={{ $json.id }}'),
			updateFields: { agenda: '={{ "Change " + $json.number }}' },
			options,
		},
		{ items: ids.map((id, number) => ({ id: id as number, number })), node },
	);

/** Bodies of faults that hold a call up by real milliseconds, those with lower numbers longer. */
const slowFirst = (match: string, of: (body: IDataObject) => number) => {
	for (let number = 0; number < 4; number++) {
		fail(
			({ method, path, body }) =>
				`${method} ${path}`.startsWith(match) && of(body as IDataObject) === number,
			{
				delayMs: (4 - number) * 30,
			},
		);
	}
};

// Under virtual time a call ends before the next turn comes.
const inRealTime = () => {
	scenario.virtual.stop();
	scenario.environment.credentials.save('serverToServer', {
		...scenario.environment.credentials.read('serverToServer'),
		plan: 'business',
	});
};

test('Items come out in their order, whichever was done first', async () => {
	inRealTime();
	slowFirst('POST /v2/users/', ({ topic }) => Number(String(topic).split(' ')[1]));
	const { items, outputs } = await create(12);
	expect(items.map(({ topic }) => topic)).toEqual(
		many(12).map(({ number }) => `Meeting ${number}`),
	);
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
		many(12).map(({ number }) => ({ item: number })),
	);
	const done = scenario.environment.emulator.store.meetings.find(({ topic }) =>
		topic.startsWith('Meeting '),
	);
	expect(done.map(({ topic }) => topic)).not.toEqual(items.map(({ topic }) => topic));
});

describe('How many items are worked on side by side', () => {
	const most = async (options: IDataObject) => {
		inRealTime();
		fail(CREATE, { delayMs: 400, times: Infinity });
		let underWay = 0;
		let peak = 0;
		const push = scenario.environment.emulator.requests.push.bind(
			scenario.environment.emulator.requests,
		);
		jest.spyOn(scenario.environment.emulator.requests, 'push').mockImplementation((request) => {
			if (request.path.endsWith('/meetings')) {
				underWay++;
				peak = Math.max(peak, underWay);
				setTimeout(() => underWay--, 390);
			}
			return push(request);
		});
		await create(40, options);
		return peak;
	};

	test.each([
		[{}, 10],
		[{ concurrentRequests: 1 }, 1],
		[{ concurrentRequests: 3 }, 3],
		[{ concurrentRequests: 20 }, 20],
	])('is with %j at most %d', async (options, expected) => {
		const peak = await most(options);
		expect(peak).toBeLessThanOrEqual(expected);
		expect(peak).toBeGreaterThan(expected / 2);
	});

	test.each([0, 21, 1.5, 'many'])('is never %s', async (concurrentRequests) => {
		const { error } = await create(2, { concurrentRequests });
		expect(error?.message).toBe('Concurrent Requests: must be a whole number from 1 to 20');
		expect(callsTo(CREATE)).toHaveLength(0);
	});
});

describe('Changes of one thing', () => {
	test('are made in the order of the items, however long each takes', async () => {
		inRealTime();
		slowFirst('PATCH /v2/meetings/', ({ agenda }) => Number(String(agenda).split(' ')[1]));
		const { error } = await update([81234567890, '812 3456 7890', '812-3456-7890', 81234567890]);
		expect(error).toBeUndefined();
		expect(agendas()).toEqual(many(4).map(({ number }) => `Change ${number}`));
		expect(scenario.environment.emulator.store.meetings.get(81234567890)?.agenda).toBe('Change 3');
	});

	test('do not hold up those of other things', async () => {
		slowFirst('PATCH /v2/meetings/', ({ agenda }) => (agenda === 'Change 0' ? 0 : -1));
		await update([81234567890, 81234567890, 82345678901, 8912345678]);
		expect(agendas().at(-1)).toBe('Change 1');
	});

	test('stay in order when one is repeated', async () => {
		fail(UPDATE, { status: 503, times: 2 });
		await update([81234567890, 81234567890, 81234567890]);
		expect(agendas()).toEqual(['Change 0', 'Change 0', 'Change 0', 'Change 1', 'Change 2']);
	});

	test('through any endpoint stay in order, too', async () => {
		inRealTime();
		slowFirst('PATCH /v2/meetings/', ({ agenda }) => Number(String(agenda).split(' ')[1]));
		const { error } = await scenario.environment.run(
			'serverToServer',
			'api.request',
			{
				endpoint: { __rl: true, mode: 'path', value: 'PATCH /meetings/{meetingId}' } as never,
				parameters: { mappingMode: 'defineBelow', value: { meetingId: '81234567890' } },
				body: '={{ JSON.stringify({ agenda: "Change " + $json.number }) }}',
			},
			{ items: many(4) },
		);
		expect(error).toBeUndefined();
		expect(agendas()).toEqual(many(4).map(({ number }) => `Change ${number}`));
	});
});

describe('An item that fails', () => {
	const broken =
		(number: number): Fault['match'] =>
		({ method, body }) =>
			method === 'POST' && (body as IDataObject | undefined)?.topic === `Meeting ${number}`;
	const refusal = { status: 400, body: { code: 300, message: 'Not this one.' } };

	test('does not disturb the others, and stands in its place', async () => {
		fail(broken(3), refusal);
		fail(broken(7), { ...refusal, status: 404 });
		const { items, error } = await create(12, {}, { onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect(items.map(({ topic, error: failed }) => topic ?? failed)).toEqual(
			many(12).map(({ number }) =>
				[3, 7].includes(number) ? 'Zoom refused the call: Not this one.' : `Meeting ${number}`,
			),
		);
	});

	test('goes to the error output with its input', async () => {
		fail(broken(3), refusal);
		const { outputs } = await create(6, {}, { onError: 'continueErrorOutput' });
		expect(outputs[0]).toHaveLength(5);
		expect(outputs[1]).toMatchObject([{ json: { number: 3 } }]);
	});

	test('ends the run; what was under way is seen through, and the error says how much was done', async () => {
		fail(broken(2), refusal);
		const { items, error } = await create(100);
		expect(items).toEqual([]);
		expect(error?.message).toBe('Zoom refused the call: Not this one.');
		expect(error?.context.itemIndex).toBe(2);
		const made = scenario.environment.emulator.store.meetings.find(({ topic }) =>
			topic.startsWith('Meeting '),
		);
		expect(made.length).toBeLessThan(15);
		expect(error?.description).toBe(`${made.length} of 100 items were done when the run stopped.`);
	});

	test('with wrong input ends the run too, and nothing is sent of it', async () => {
		const { error } = await scenario.environment.run(
			'serverToServer',
			'meeting.create',
			{
				userId: HENRIK,
				topic: 'Fine',
				additionalFields: { duration: '={{ $json.number === 0 ? "long" : 30 }}' },
				options: { concurrentRequests: 1 },
			},
			{ items: many(5) },
		);
		expect(error?.message).toMatch(/^Duration \(Minutes\): must be a whole number/);
		expect(callsTo(CREATE)).toHaveLength(0);
	});
});

describe('An item with wrong input, whichever check finds it,', () => {
	const when = (wrong: string, right: string) => `={{ $json.number === 2 ? ${wrong} : ${right} }}`;
	type Given = Parameters<typeof scenario.environment.run>[2];
	const api = (value: string, more: Given = {}): [string, Given] => [
		'api.request',
		{
			endpoint: { __rl: true, mode: 'path', value },
			body: '={{ JSON.stringify({ topic: "Meeting " + $json.number }) }}',
			...more,
		},
	];
	const meeting = (more: Given): [string, Given] => [
		'meeting.create',
		{ userId: HENRIK, topic: '={{ "Meeting " + $json.number }}', ...more },
	];
	const cases = [
		[
			'a type',
			meeting({ additionalFields: { duration: when('"long"', '30') } }),
			'Duration (Minutes): must be a whole number from 1 to 1440',
		],
		[
			'a time',
			meeting({ additionalFields: { startTime: when('"tomorrow"', '"2026-08-01T10:00:00Z"') } }),
			'Start Time: must be a date and time such as 2026-07-05T10:00:00, with Z or an offset (+02:00) for an exact moment',
		],
		[
			'a user',
			meeting({ userId: byId(when('"no one at all"', '"me"')) }),
			'Host: must be `me`, an email address or a Zoom user ID',
		],
		[
			'an option',
			meeting({
				additionalFields: { startTime: '2026-08-01T10:00:00Z', type: when('1', '2') },
				options: { ifExists: 'skip' },
			}),
			'If It Exists: must be Create Another for this Type, which has no fixed start',
		],
		[
			'an endpoint',
			api(when('"POST /users/me/../meetings"', '"POST /users/me/meetings"')),
			'Endpoint: must not have . or .. as a part of its path',
		],
		[
			'a form of the answer',
			api('POST /users/me/meetings', { response: when('"file"', '"single"') }),
			'Response: can be File only for GET',
		],
	] as const;

	test.each(cases)(
		'ends the run before those behind it are begun: %s',
		async (_, call, message) => {
			const [operation, parameters] = call;
			const { error } = await scenario.environment.run('serverToServer', operation, parameters, {
				items: many(12),
			});
			expect(error?.message).toBe(message);
			expect(error?.context.itemIndex).toBe(2);
			expect(error?.description).toBe('2 of 12 items were done when the run stopped.');
			expect(callsTo(CREATE).map(({ body }) => (body as IDataObject).topic)).toEqual([
				'Meeting 0',
				'Meeting 1',
			]);
		},
	);

	test.each(cases)('fails alone where a run goes on: %s', async (_, call, message) => {
		const [operation, parameters] = call;
		const { items, error } = await scenario.environment.run(
			'serverToServer',
			operation,
			parameters,
			{
				items: many(5),
				node: { onError: 'continueRegularOutput' },
			},
		);
		expect(error).toBeUndefined();
		expect(items.map(({ topic, error: failed }) => topic ?? failed)).toEqual([
			'Meeting 0',
			'Meeting 1',
			message,
			'Meeting 3',
			'Meeting 4',
		]);
	});
});

test('A cancelled run stops all items at once', async () => {
	fail(CREATE, { hang: 'headers', times: Infinity });
	const running = scenario.environment.start(
		'serverToServer',
		'meeting.create',
		{ userId: HENRIK, topic: 'x' },
		{ items: many(50) },
	);
	while (callsTo(CREATE).length < 1) await new Promise((resolve) => setImmediate(resolve));
	running.cancel();
	expect(resultOf(await running).items).toEqual([]);
	const calls = callsTo(CREATE).length;
	await new Promise((resolve) => setTimeout(resolve, 30));
	expect(callsTo(CREATE)).toHaveLength(calls);
	expect(calls).toBeLessThanOrEqual(10);
});

describe('Hints', () => {
	const hintsOf = ({ run }: Awaited<ReturnType<typeof create>>) =>
		(run.data.resultData.runData.Zoom[0].hints ?? []).map(({ message }) => message);

	test('are given once, however many items have them', async () => {
		const result = await scenario.environment.run(
			'serverToServer',
			'recording.getAll',
			{ userId: HENRIK, filters: { from: '2026-06-01', to: '2026-07-01' }, returnAll: true },
			{ items: many(5) },
		);
		expect(result.error).toBeUndefined();
		expect(new Set(hintsOf(result)).size).toBe(hintsOf(result).length);
	});

	test('warn of Retry On Fail, which would make things twice', async () => {
		const warning = /^Retry On Fail is on in the settings of this node/;
		expect(hintsOf(await create(3, {}, { retryOnFail: true }))).toEqual([
			expect.stringMatching(warning),
		]);
		expect(hintsOf(await create(3))).toEqual([]);
		const read = await scenario.environment.run(
			'serverToServer',
			'meeting.getAll',
			{ userId: HENRIK },
			{ node: { retryOnFail: true } },
		);
		expect(hintsOf(read)).toEqual([]);
	});

	test('tell of waits before repeats', async () => {
		fail(CREATE, { limit: 'perSecond', times: 1, retryAfter: '3' });
		expect(hintsOf(await create(1))).toEqual(['Waited 3 s before retrying failed calls.']);
	});
});
