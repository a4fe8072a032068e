import type { IDataObject } from 'n8n-workflow';
import { jsonProblem } from '../../../nodes/Zoom/values/json';
import { scenarios } from '../../support/engine/scenarios';
import { byId } from '../../support/engine/testEnvironment';

const scenario = scenarios();
const { callsTo } = scenario;

/** As a webhook hands over what an outsider posted: every name is a member of its own. */
const parsed = (json: string) => JSON.parse(json) as IDataObject;

type Given = Parameters<typeof scenario.environment.run>[2];

/** Calls any endpoint, by its method and path, for each item. */
const call = async (path: string, more: Given = {}, items: IDataObject[] = [{}], node = {}) =>
	await scenario.environment.run(
		'serverToServer',
		'api.request',
		{ endpoint: { __rl: true, mode: 'path', value: path }, response: 'single', ...more },
		{ items, node },
	);

const lastCall = () => callsTo('*').at(-1)!;

const namesOfPrototype = () => Object.getOwnPropertyNames(Object.prototype).join();
const untouched = namesOfPrototype();
afterEach(() => {
	expect(namesOfPrototype()).toBe(untouched);
});

describe('A name from outside', () => {
	test.each([
		'a.b',
		'a..b',
		'.',
		'__proto__.polluted',
		'constructor.prototype.polluted',
		'a[__proto__]',
		'a[b]',
		'hasOwnProperty',
		'toString',
		'valueOf',
		'toJSON',
		'length',
	])('goes out as it is, in the query and in the body: %s', async (name) => {
		const members = { [name]: 'yes' };
		const path = `GET /phone/users?${encodeURIComponent(name)}=yes`;
		for (const [endpoint, more] of [
			['GET /phone/users', { query: JSON.stringify(members) }],
			['GET /phone/users', { query: members }],
			[path, {}],
			[path, { response: 'file' }],
		] as const) {
			expect((await call(endpoint, more)).error).toBeUndefined();
			expect(lastCall().query).toEqual(members);
		}
		const body = { [name]: { [name]: 'yes' } };
		expect((await call('POST /rooms', { body: JSON.stringify(body) })).error).toBeUndefined();
		expect(lastCall().body).toEqual(body);
	});

	test.each([
		['Query', 'GET /users/me', { query: '{"__proto__": "x"}' }],
		['Query', 'GET /users/me', { query: '={{ $json.members }}' }],
		['Body', 'POST /rooms', { body: '{"__proto__": {"polluted": "yes"}}' }],
		['Body', 'POST /rooms', { body: '{"a": [{"__proto__": {}}]}' }],
		['Body', 'POST /rooms', { body: '={{ JSON.stringify($json.members) }}' }],
	])('that stands for the prototype is refused: %s of %s with %j', async (label, path, more) => {
		const members = parsed('{"__proto__": {"polluted": "yes"}, "a": 1}');
		const { error } = await call(path, more, [{ members }]);
		expect(error?.message).toBe(`${label} (JSON): must not have a key named "__proto__"`);
		expect(callsTo('*')).toEqual([]);
	});

	test.each(['__proto__', 'constructor', 'prototype'])(
		'that n8n would leave out is refused: %s',
		async (name) => {
			const { error } = await call(`GET /users/me?${name}=1`);
			expect(error?.message).toBe(`Query: must not have a name such as "${name}"`);
		},
	);

	test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
		'of a placeholder has no value until one is given: {%s}',
		async (name) => {
			const { error } = await call(`GET /rooms/{${name}}`);
			expect(error?.message).toMatch(/^Parameters > .+: is required$/);
		},
	);

	test('of a placeholder may be one that every object knows', async () => {
		const parameters = { mappingMode: 'defineBelow', value: { toString: 'abc' } };
		await call('GET /rooms/{toString}', { parameters });
		expect(lastCall().path).toBe('/v2/rooms/abc');
	});

	test('may stand for what makes text of an object, which is made of none', async () => {
		const action = { toString: 1, valueOf: 1 };
		await call('POST /rooms', { body: { action } });
		expect(lastCall().body).toEqual({ action });
		const { error } = await call('', { endpoint: '={{ JSON.parse($json.text) }}' }, [
			{ text: JSON.stringify(action) },
		]);
		expect(error?.message).toMatch(/^Endpoint: must be a method and a path, such as GET/);
	});

	test('that leads out of an answer leads to no list', async () => {
		for (const listKey of ['constructor', '__proto__', 'users.constructor.prototype']) {
			const { error } = await call('GET /users', {
				response: 'list',
				additionalFields: { listKey },
			});
			expect(error?.message).toContain(`Zoom's response contains no list named ${listKey}`);
		}
	});
});

describe('A value of the query', () => {
	test('may be a list, but no object, which a URL has no one form for', async () => {
		await call('GET /users/me', { query: '{"a": [1, "b", true], "c": null}' });
		expect(lastCall().query).toEqual({ a: ['1', 'b', 'true'], c: '' });
		for (const query of ['{"a": {"b": 1}}', '{"a": [{"b": 1}]}', '{"a": [[1]]}']) {
			const { error } = await call('GET /users/me', { query });
			expect(error?.message).toBe(
				'Query: has an object under "a"; use text, a number or a list of these',
			);
		}
	});

	test('may be a time', async () => {
		await call('GET /users/me', {
			query: '={{ { from: DateTime.fromISO("2026-07-01T00:00Z").toUTC() } }}',
		});
		expect(lastCall().query).toEqual({ from: '2026-07-01T00:00:00.000Z' });
	});
});

test('JSON that nobody can send is refused', async () => {
	const nested = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`;
	await call('POST /rooms', { body: nested(100) });
	expect(lastCall().body).toEqual(JSON.parse(nested(100)));
	for (const levels of [102, 200_000]) {
		const { error } = await call('POST /rooms', { body: nested(levels) });
		expect(error?.message).toMatch(
			/^Body \(JSON\): must (?:not be nested more than 100 levels deep|be a value that JSON can represent)$/,
		);
	}
});

test('What has no JSON is refused', () => {
	const circle: IDataObject = {};
	circle.a = { b: circle };
	expect(jsonProblem(circle)).toBe('must be a value that JSON can represent');
	expect(jsonProblem({ a: [1, null, 'b'] })).toBeUndefined();
});

describe('What is quoted of the input', () => {
	const items = [{ long: 'x'.repeat(5_000_000) }];
	const LONG = '={{ $json.long }}';
	const isShort = ({ error }: Awaited<ReturnType<typeof call>>) => {
		expect(error?.message.length).toBeGreaterThan(10);
		expect(error?.message.length).toBeLessThan(500);
		// With the node's parameters and the stack.
		expect(JSON.stringify({ ...error, stack: error?.stack }).length).toBeLessThan(8000);
	};

	test.each<[string, Given]>([
		['a resource', { resource: LONG }],
		['an operation', { operation: LONG }],
		['an operation of another kind', { operation: { toString: 1 } }],
		['a user', { userId: byId(LONG) }],
		['a zone', { additionalFields: { timeZone: LONG } }],
		['a time', { additionalFields: { startTime: LONG } }],
		['a choice', { additionalFields: { type: LONG } }],
		['a number', { additionalFields: { duration: LONG } }],
		['a topic', { topic: LONG }],
	])('is short: %s', async (_, given) => {
		const parameters = { userId: byId('me'), ...given };
		isShort(
			await scenario.environment.run('serverToServer', 'meeting.create', parameters, { items }),
		);
	});

	test.each<[string, string, Given]>([
		['a segment', 'GET /users/${$json.long}^', {}],
		['a placeholder', 'GET /users/{${$json.long}}', {}],
		['a parameter', 'GET /users/{userId}', { parameters: '={{ { [$json.long]: 1 } }}' }],
		['a query name', 'GET /users/me', { query: '={{ { [$json.long]: { a: 1 } } }}' }],
		['a list key', 'GET /users', { response: 'list', additionalFields: { listKey: LONG } }],
	])('of a call is short: %s', async (_, path, more) => {
		isShort(await call(`={{ \`${path}\` }}`, more, items));
	});

	test('is short where n8n says it: the name of a field with a file', async () => {
		const given = { userId: byId('me'), binaryPropertyName: LONG };
		const { error } = await scenario.environment.run(
			'serverToServer',
			'user.uploadPicture',
			given,
			{
				items,
			},
		);
		expect(error?.message).toMatch(/^This operation expects .*…$/);
		expect(JSON.stringify({ ...error, stack: error?.stack }).length).toBeLessThan(12_000);
	});

	test('is the first few of many names, and how many more there are', async () => {
		const names = Array.from({ length: 50_000 }, (_, index) => [`name ${index}`, 1] as const);
		const entry = { email: 'jane@example.com', firstName: 'Jane', ...Object.fromEntries(names) };
		const { run } = await scenario.environment.run(
			'serverToServer',
			'meetingRegistrant.createBatch',
			{ meetingId: byId('81234567890'), registrantsJson: '={{ [$json] }}' },
			{ items: [entry], node: { onError: 'continueRegularOutput' } },
		);
		const [hint] = run.data.resultData.runData.Zoom[0].hints ?? [];
		expect(hint.message).toBe(
			'Registrants: unknown fields of entries were left out: "name 0", "name 1", "name 2", "name 3", "name 4" and 49995 more.',
		);
	});
});
