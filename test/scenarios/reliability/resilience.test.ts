import type { IDataObject } from 'n8n-workflow';
import { clock as nodeClock } from '../../../nodes/Zoom/transport/sync/clock';
import { Zoom } from '../../../nodes/Zoom/Zoom.node';
import type { Fault } from '../../emulator';
import { resultOf } from '../../support/engine/engine';
import { scenarios } from '../../support/engine/scenarios';
import { byId } from '../../support/engine/testEnvironment';

const henrik = byId('henrik.holm@example.com');
const CREATE = 'POST /v2/users/{userId}/meetings';
const LIST = 'GET /v2/users/{userId}/meetings';
const TOKEN = 'POST /oauth/token';

const scenario = scenarios();

const create = (options: IDataObject = {}) =>
	scenario.environment.run('serverToServer', 'meeting.create', {
		userId: henrik,
		topic: 'Once',
		options,
	});
const list = (options: IDataObject = {}) =>
	scenario.environment.run('serverToServer', 'meeting.getAll', { userId: henrik, options });
const { callsTo } = scenario;
const fail: typeof scenario.fail = (match, fault) =>
	scenario.fail(match, { times: Infinity, ...fault });
// A turn comes within milliseconds here; what is told of are the waits after failures.
const repeats = () => scenario.virtual.waits.filter((wait) => wait >= 150);
const meetingsMade = () =>
	scenario.environment.emulator.store.meetings.find(({ topic }) => topic === 'Once').length;

const anyMode = { retryMode: 'retryAny' };
const noRetry = { retryMode: 'none' };
const unsafe = { retryUnsafeRequests: true };

describe('A reading call', () => {
	test('is repeated with growing waits until it works', async () => {
		fail(LIST, { status: 503, times: 3 });
		const { items, error } = await list();
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
		expect(repeats()).toEqual([1000, 2000, 4000]);
	});

	test('waits between half and all of what it could', async () => {
		jest.spyOn(nodeClock, 'random').mockReturnValue(0);
		fail(LIST, { status: 503, times: 2 });
		await list();
		expect(repeats()).toEqual([500, 1000]);
	});

	test('gives up after the repeats it has, and says so', async () => {
		fail(LIST, { status: 503 });
		const { error } = await list();
		expect(callsTo(LIST)).toHaveLength(4);
		expect(error?.message).toBe('Zoom returned a server error (HTTP 503). Tried 4 times in 7 s.');
	});

	test.each([
		[{ retryCountMax: 0 }, []],
		[{ retryCountMax: 1 }, [1000]],
		[{ retryCountMax: 8, retryMaxWait: 10 }, [1, 2, 4, 8, 10, 10, 10, 10].map((s) => s * 1000)],
		[{ retryMultiplyWaitTime: false }, [1000, 1000, 1000]],
		[noRetry, []],
		[{ retryStatusCodeList: '500-502' }, []],
		[{ retryStatusCodeList: '500-599' }, [1000, 2000, 4000]],
		[{ ...anyMode, retryStatusCodeList: '500' }, [1000, 2000, 4000]],
	])('with %j waits %j', async (options, expected) => {
		fail(LIST, { status: 503 });
		await list(options);
		expect(repeats()).toEqual(expected);
	});

	test.each<[string, Omit<Fault, 'match'>]>([
		['breaks off before Zoom saw it', { reset: 'before' }],
		['breaks off after Zoom saw it', { reset: 'after' }],
		['is cut short', { truncate: true }],
		['is broken JSON', { malformedJson: true }],
		['is a web page', { html: true, status: 200 }],
	])('whose answer %s is repeated', async (_, fault) => {
		fail(LIST, { ...fault, times: 1 });
		expect((await list()).error).toBeUndefined();
		expect(callsTo(LIST)).toHaveLength(2);
	});

	test('is never repeated for what a repeat cannot change', async () => {
		fail(LIST, { status: 404, body: { code: 1001, message: 'User does not exist: nobody.' } });
		const { error } = await list(anyMode);
		expect(callsTo(LIST)).toHaveLength(1);
		expect(error?.message).toBe('User not found at Zoom: nobody');
	});

	test('that Zoom answers with 200 and an error is an error', async () => {
		fail(LIST, { okError: { code: 200, message: 'Only available for Paid account: 123' } });
		const { error } = await list(anyMode);
		expect(callsTo(LIST)).toHaveLength(1);
		expect(error).toMatchObject({
			message: 'Zoom offers this to paid accounts or users only.',
			description: 'Zoom says: Only available for Paid account: 123',
			httpCode: '200',
		});
	});
});

describe('A call that makes something', () => {
	const ambiguous: [string, Omit<Fault, 'match'>, number][] = [
		['503', { status: 503 }, 0],
		['500 after the work', { status: 500, afterWork: true }, 1],
		['a reset before the work', { reset: 'before' }, 0],
		['a reset after the work', { reset: 'after' }, 1],
		['a body cut short', { truncate: true }, 1],
		['broken JSON', { malformedJson: true }, 1],
	];

	describe.each([{}, anyMode])('with %j', (options) => {
		test.each(ambiguous)('is not repeated after %s', async (_, fault, made) => {
			fail(CREATE, fault);
			const { error } = await create(options);
			expect(callsTo(CREATE)).toHaveLength(1);
			expect(meetingsMade()).toBe(made);
			expect(error?.message).toContain(
				'Zoom may have created it. Check at Zoom before you run this again.',
			);
		});
	});

	test.each(ambiguous)(
		'is repeated after %s when the user wants that, unless it was made',
		async (_, fault, made) => {
			fail(CREATE, { ...fault, times: 1 });
			expect((await create(unsafe)).error).toBeUndefined();
			expect(callsTo(CREATE)).toHaveLength(2 - made);
			expect(meetingsMade()).toBe(1);
		},
	);

	test('is repeated after a limit, since Zoom refused it before doing it', async () => {
		fail(CREATE, { limit: 'perSecond', times: 2 });
		expect((await create()).error).toBeUndefined();
		expect(meetingsMade()).toBe(1);
		expect(repeats()).toEqual([150, 2000]);
	});

	test('that was refused for good does not raise doubt', async () => {
		fail(CREATE, { status: 400, body: { code: 300, message: 'Validation Failed.' } });
		const { error } = await create();
		expect(error?.message).toBe('Zoom refused the call: Validation Failed.');
	});

	test('that was refused in broken JSON with 200 does not raise doubt', async () => {
		fail(CREATE, {
			status: 200,
			headers: { 'content-type': 'application/json' },
			body: '{"code":104,"message":"Invalid access token, does not contain scopes:["a:write:b"]"}',
		});
		const { error } = await create();
		expect(error?.message).toBe('Your Zoom app is missing required permissions: a:write:b');
	});

	test('keeps the doubt of an earlier try', async () => {
		scenario.environment.emulator.faults.add({ match: CREATE, status: 500 });
		scenario.environment.emulator.faults.add({
			match: CREATE,
			status: 400,
			body: { code: 300, message: 'Topic is taken.' },
		});
		const { error } = await create(unsafe);
		expect(error?.message).toMatch(
			/^Zoom refused the call: Topic is taken\. Tried 2 times in 1 s\. Zoom may have created it/,
		);
	});
});

describe('An update', () => {
	test('is repeated after an ambiguous failure, since it changes nothing more', async () => {
		const { items } = await create();
		fail('PATCH /v2/meetings/{meetingId}', { reset: 'after', times: 1 });
		const { error } = await scenario.environment.run('serverToServer', 'meeting.update', {
			meetingId: byId(items[0].id),
			updateFields: { agenda: 'Same' },
		});
		expect(error).toBeUndefined();
		expect(callsTo('PATCH /v2/meetings/{meetingId}')).toHaveLength(2);
	});
});

describe('A deletion', () => {
	const DELETE = 'DELETE /v2/meetings/{meetingId}';
	const remove = (meetingId: string) =>
		scenario.environment.run('serverToServer', 'meeting.delete', { meetingId: byId(meetingId) });

	test.each<[string, Omit<Fault, 'match'>]>([
		['breaks off', { reset: 'after' }],
		['is an error', { status: 500, afterWork: true }],
	])('whose answer %s succeeds when its repeat finds nothing', async (_, fault) => {
		fail(DELETE, { ...fault, times: 1 });
		const { items, error } = await remove('81234567890');
		expect(error).toBeUndefined();
		expect(items).toEqual([{ success: true }]);
		expect(callsTo(DELETE).at(-1)?.status).toBe(404);
		expect(callsTo(DELETE)).toHaveLength(2);
	});

	test.each<[string, Omit<Fault, 'match'> | undefined]>([
		['at once', undefined],
		['after a limit, at which Zoom did nothing', { limit: 'perSecond' }],
	])('of what is not there is an error, %s', async (_, fault) => {
		if (fault) fail(DELETE, { ...fault, times: 1 });
		const { error } = await remove('81111111111');
		expect(error?.message).toMatch(/^Meeting not found at Zoom: 81111111111/);
		expect(error?.message).not.toContain('An earlier try');
	});

	test('that is refused for another reason after a lost answer says what may have been', async () => {
		fail(DELETE, { reset: 'before', times: 1 });
		fail(DELETE, { status: 400, body: { code: 3000, message: 'It is locked.' }, times: 1 });
		expect((await remove('81234567890')).error?.message).toBe(
			'Zoom refused the call: It is locked. Tried 2 times in 1 s. An earlier attempt may have succeeded.',
		);
	});
});

describe('Ending a meeting', () => {
	const STATUS = 'PUT /v2/meetings/{meetingId}/status';
	const end = (meetingId: string) =>
		scenario.environment.run('serverToServer', 'meeting.end', { meetingId: byId(meetingId) });

	test('whose repeat is refused says that an earlier attempt may have succeeded', async () => {
		fail(STATUS, { reset: 'after', times: 1 });
		expect((await end('8912345678')).error?.message).toBe(
			'Zoom refused the call: Meeting 8912345678 has not started. Tried 2 times in 1 s. An earlier attempt may have succeeded.',
		);
	});

	test('that was refused for good does not', async () => {
		fail(STATUS, { limit: 'perSecond', times: 1 });
		expect((await end('81234567890')).error?.message).toBe(
			'Zoom refused the call: Meeting 81234567890 has not started. Tried 2 times in 1 s.',
		);
	});
});

describe('A limit', () => {
	test.each([
		['seconds', '7'],
		['an HTTP date', 'Wed, 01 Jul 2026 09:00:07 GMT'],
		['an ISO date-time', '2026-07-01T09:00:07Z'],
	])('that says when to come back in %s is obeyed', async (_, retryAfter) => {
		fail(LIST, { limit: 'perSecond', retryAfter, times: 1 });
		expect((await list()).error).toBeUndefined();
		expect(repeats()).toEqual([7000]);
	});

	test('that asks for more than the longest wait ends the item and says when', async () => {
		fail(LIST, { limit: 'perSecond', retryAfter: '90' });
		const { error } = await list();
		expect(callsTo(LIST)).toHaveLength(1);
		expect(error?.message).toBe(
			"Zoom's per-second rate limit for this account was exceeded. Calls are allowed again from 2026-07-01 09:02 (UTC).",
		);
		expect(error?.context).toMatchObject({ data: { retryAfter: '2026-07-01T09:01:30.000Z' } });
	});

	test('that comes with a problem of Zoom is told too', async () => {
		fail(LIST, { status: 503, headers: { 'retry-after': '300' } });
		expect((await list()).error?.message).toBe(
			'Zoom returned a server error (HTTP 503). Calls are allowed again from 2026-07-01 09:05 (UTC).',
		);
	});

	test('of changes at the same time is waited for', async () => {
		fail(LIST, { limit: 'concurrent', times: 1 });
		expect((await list()).error).toBeUndefined();
		expect(repeats()).toEqual([1000]);
	});

	test.each([{}, anyMode, { retryMaxWait: 3600, ...anyMode }])(
		'of the account for the day stops at once with %j',
		async (options) => {
			fail(CREATE, { limit: 'accountDay' });
			const { error } = await create(options);
			expect(callsTo(CREATE)).toHaveLength(1);
			expect(error?.message).toBe(
				"The Zoom account's daily limit is used up. It resets at 2026-07-02 00:00 (UTC).",
			);
		},
	);

	test("of a host for the day stops at once and tells the time in the workflow's zone", async () => {
		fail(CREATE, { limit: 'userDay' });
		const { error } = await scenario.environment.run(
			'serverToServer',
			'meeting.create',
			{ userId: henrik, options: anyMode },
			{ timezone: 'Europe/Berlin' },
		);
		expect(callsTo(CREATE)).toHaveLength(1);
		expect(error?.message).toContain('It resets at 2026-07-02 02:00 (Europe/Berlin)');
		expect(error?.description).toContain('100 meeting creates and updates per host and day');
	});

	test('of a hundred creates a day is met on the hundred and first', async () => {
		const items = Array.from({ length: 101 }, () => ({}));
		const { outputs } = await scenario.environment.run(
			'serverToServer',
			'meeting.create',
			{ userId: henrik, topic: 'Once' },
			{ items, node: { onError: 'continueErrorOutput' } },
		);
		expect(outputs.map((output) => output.length)).toEqual([100, 1]);
		expect(outputs[1][0].json.error).toContain("Zoom's daily limit for this user");
	});
});

describe('A Zoom that cannot be reached', () => {
	test.each(['meeting.getAll', 'meeting.create'])('is tried again for %s', async (operation) => {
		const credential = scenario.environment.credentials.read('serverToServer');
		// A port nobody listens at.
		scenario.environment.credentials.save('serverToServer', {
			...credential,
			customApiUrl: 'http://127.0.0.1:9',
		});
		const { error } = await scenario.environment.run('serverToServer', operation, {
			userId: henrik,
		});
		expect(repeats()).toEqual([1000, 2000, 4000]);
		expect(error?.message).toBe('Zoom cannot be reached at 127.0.0.1:9. Tried 4 times in 7 s.');
	});

	test('because its name is unknown is tried again', async () => {
		const credential = scenario.environment.credentials.read('serverToServer');
		scenario.environment.credentials.save('serverToServer', {
			...credential,
			customApiUrl: 'http://zoom.invalid',
		});
		const { error } = await create();
		expect(repeats()).toEqual([1000, 2000, 4000]);
		expect(error?.message).toMatch(
			/^Zoom cannot be reached: the host name zoom\.invalid cannot be resolved\./,
		);
	});

	test.each(['meeting.getAll', 'meeting.create'])(
		'because it speaks no https is not tried again for %s',
		async (operation) => {
			const customApiUrl = scenario.environment.emulator.url.replace('http:', 'https:');
			const credential = scenario.environment.credentials.read('serverToServer');
			scenario.environment.credentials.save('serverToServer', { ...credential, customApiUrl });
			const { error } = await scenario.environment.run('serverToServer', operation, {
				userId: henrik,
			});
			expect(repeats()).toEqual([]);
			expect(error?.message).toBe(
				`The connection to ${new URL(customApiUrl).host} is not secure: its certificate is not trusted, or it does not support https.`,
			);
		},
	);

	test.each([
		['before it answers', 'headers', 'Zoom did not respond within 1 s'],
		// The client tells a stalled body no differently from a broken one.
		['in the middle of its answer', 'body', 'The connection to Zoom was lost'],
	] as const)('that falls silent %s is given up after the timeout', async (_, hang, message) => {
		fail(LIST, { hang });
		const { error } = await list({ timeout: 1, retryCountMax: 0 });
		expect(error?.message).toContain(message);
	});
});

test('The choices of a field are asked for twice at most, since somebody waits for them', async () => {
	fail('GET /v2/users', { status: 503 });
	const { searchUsers } = new Zoom().methods.listSearch;
	await expect(searchUsers.call(scenario.environment.choices('serverToServer'))).rejects.toThrow(
		'Zoom returned a server error (HTTP 503). Tried 2 times in 1 s.',
	);
	expect(callsTo('GET /v2/users')).toHaveLength(2);
});

describe('A cancelled execution', () => {
	test('ends while it waits, at once and without another call', async () => {
		jest.spyOn(nodeClock, 'sleep').mockImplementation(
			async (_, signal) =>
				await new Promise((_resolve, reject) => {
					signal?.addEventListener('abort', () => reject(new Error('cancelled')));
					setImmediate(() => running.cancel());
				}),
		);
		fail(LIST, { status: 503 });
		const running = scenario.environment.start('serverToServer', 'meeting.getAll', {
			userId: henrik,
			options: { retryCountMax: 20 },
		});
		const { items } = resultOf(await running);
		expect(items).toEqual([]);
		expect(callsTo(LIST)).toHaveLength(1);
	});

	test('leaves the items that follow alone', async () => {
		fail(CREATE, { status: 503 });
		jest.spyOn(nodeClock, 'sleep').mockImplementation(async (wait, signal) => {
			if (wait < 500) return;
			running.cancel();
			await new Promise((resolve) => setImmediate(resolve));
			signal?.throwIfAborted();
		});
		const running = scenario.environment.start(
			'serverToServer',
			'meeting.create',
			{ userId: henrik, options: { ...unsafe, concurrentRequests: 1 } },
			{ items: [{}, {}, {}], node: { onError: 'continueRegularOutput' } },
		);
		resultOf(await running);
		await new Promise((resolve) => setImmediate(resolve));
		expect(callsTo(CREATE)).toHaveLength(1);
	});
});

describe('Tokens', () => {
	test('fifty first calls of a Server-to-Server app fetch one', async () => {
		const runs = await Promise.all(Array.from({ length: 50 }, () => list()));
		expect(runs.filter(({ error }) => error !== undefined)).toEqual([]);
		expect(callsTo(TOKEN)).toHaveLength(1);
	});

	test.each(['serverToServer', 'userManaged'] as const)(
		'fifty calls of a %s connection after expiry renew it once',
		async (kind) => {
			const read = () => scenario.environment.run(kind, 'user.get', { userId: byId('me') });
			await read();
			scenario.environment.emulator.clock.advance(2 * 3_600_000);
			scenario.environment.emulator.requests.reset();
			const runs = await Promise.all(Array.from({ length: 50 }, read));
			expect(runs.filter(({ error }) => error !== undefined)).toEqual([]);
			expect(callsTo(TOKEN)).toHaveLength(1);
		},
	);

	test.each(['serverToServer', 'accountLevel'] as const)(
		'a %s token that dies in the middle of a run is renewed, and nothing is lost',
		async (kind) => {
			scenario.environment.emulator.faults.add({ match: CREATE, skip: 2, expireToken: true });
			const { items, error } = await scenario.environment.run(
				kind,
				'meeting.create',
				{ userId: henrik, topic: 'Once' },
				{ items: [{}, {}, {}, {}] },
			);
			expect(error).toBeUndefined();
			expect(items).toHaveLength(4);
			expect(meetingsMade()).toBe(4);
		},
	);

	const EXPIRED = { status: 400, body: { code: 124, message: 'Access token is expired.' } };
	test.each(['serverToServer', 'accountLevel'] as const)(
		'of a %s connection that Zoom calls expired with a 400 are renewed too',
		async (kind) => {
			const read = () => scenario.environment.run(kind, 'meeting.getAll', { userId: henrik });
			await read();
			fail(LIST, { ...EXPIRED, times: 1 });
			const [lists, tokens] = [callsTo(LIST).length, callsTo(TOKEN).length];
			expect((await read()).error).toBeUndefined();
			expect(callsTo(LIST)).toHaveLength(lists + 2);
			expect(callsTo(TOKEN)).toHaveLength(tokens + 1);
		},
	);

	test('that cannot be renewed for a moment are waited for, even by a create', async () => {
		scenario.environment.emulator.clock.advance(2 * 3_600_000);
		fail(TOKEN, { status: 503, times: 2 });
		const { error } = await scenario.environment.run('accountLevel', 'meeting.create', {
			userId: henrik,
		});
		expect(error).toBeUndefined();
		expect(repeats()).toEqual([1000, 2000]);
	});

	test('of a Server-to-Server app likewise', async () => {
		fail(TOKEN, { status: 503, times: 2 });
		expect((await create()).error).toBeUndefined();
		expect(repeats()).toEqual([1000, 2000]);
	});

	const fetchFrom = (origin: string) => {
		const credential = scenario.environment.credentials.read('serverToServer');
		const customTokenUrl = `${origin}/oauth/token`;
		scenario.environment.credentials.save('serverToServer', { ...credential, customTokenUrl });
	};

	test('are waited for where nobody can be asked for them', async () => {
		fetchFrom('http://127.0.0.1:9');
		expect((await create()).error?.message).toMatch(
			/^Zoom cannot be reached at 127\.0\.0\.1:9\. Check n8n's access to the internet/,
		);
		expect(repeats()).toEqual([1000, 2000, 4000]);
	});

	test('are not waited for where no https is spoken', async () => {
		fetchFrom(scenario.environment.emulator.url.replace('http:', 'https:'));
		expect((await create()).error?.message).toMatch(
			/^The connection to 127\.0\.0\.1:\d+ is not secure: /,
		);
		expect(repeats()).toEqual([]);
	});

	test('that were revoked ask the user to connect again', async () => {
		scenario.environment.emulator.clock.advance(91 * 86_400_000);
		const { error } = await scenario.environment.run('userManaged', 'user.get', {
			userId: byId('me'),
		});
		expect(error?.message).toBe(
			'Zoom no longer accepts this connection: access was revoked, it was not used for 90 days, or the response to the last token renewal was lost. Open the credential in n8n and connect it again.',
		);
		// What another process may have stored meanwhile is looked for.
		expect(repeats().reduce((sum, wait) => sum + wait, 0)).toBeLessThan(2000);
	});

	test('that were revoked are looked for once only in the calls that follow', async () => {
		scenario.environment.emulator.clock.advance(91 * 86_400_000);
		const run = async () =>
			await scenario.environment.run('userManaged', 'user.get', { userId: byId('me') });
		const { error } = await run();
		const looks = repeats().length;
		expect(looks).toBeGreaterThan(0);
		expect((await run()).error?.message).toBe(error?.message);
		expect(repeats()).toHaveLength(looks);
	});

	test('that were never there ask the user to connect', async () => {
		const { oauthTokenData: _, ...unconnected } =
			scenario.environment.credentials.read('userManaged');
		scenario.environment.credentials.save('userManaged', unconnected);
		const { error } = await scenario.environment.run('userManaged', 'user.get', {
			userId: byId('me'),
		});
		expect(error?.message).toBe(
			'This credential is not connected to Zoom yet. Open it in n8n and click Connect.',
		);
	});

	test.each([
		['clientSecret', 'wrong', /^Invalid credentials: /],
		['accountId', 'not an ID', /^Invalid Account ID format: /],
		['accountId', 'OtherAccount_00', /^Zoom does not know this Account ID/],
	])('with a wrong %s say what is wrong', async (field, value, message) => {
		scenario.environment.credentials.save('serverToServer', {
			...scenario.environment.credentials.read('serverToServer'),
			[field]: value,
		});
		const { error } = await create();
		expect(error?.message).toMatch(message);
		expect(repeats()).toEqual([]);
	});

	test('of a credential that was edited are not used any more', async () => {
		const right = scenario.environment.credentials.read('serverToServer');
		expect((await list()).error).toBeUndefined();
		const edit = (change: object) =>
			scenario.environment.credentials.save('serverToServer', {
				...scenario.environment.credentials.read('serverToServer'),
				...change,
			});
		edit({ clientSecret: 'mistyped' });
		expect((await list()).error?.message).toMatch(/^Invalid credentials: /);
		edit({ clientSecret: right.clientSecret });
		expect((await list()).error).toBeUndefined();
		edit({ accountId: 'OtherAccount_00' });
		expect((await list()).error?.message).toMatch(/^Zoom does not know this Account ID/);
	});

	test('of an app that was deactivated say so', async () => {
		await list();
		scenario.environment.apps.serverToServer.active = false;
		const { error } = await create();
		expect(error?.message).toMatch(/^The Zoom app is not activated\./);
	});

	test('of a General App that was deactivated say so', async () => {
		scenario.environment.apps.userManaged.active = false;
		const { error } = await scenario.environment.run('userManaged', 'user.get', {
			userId: byId('me'),
		});
		expect(error?.message).toMatch(/^The Zoom app is not activated\./);
	});

	test.each([
		['userManaged', 'meeting:write:meeting', 'connect the credential in n8n again'],
		['accountLevel', 'meeting:write:meeting:admin', 'connect the credential in n8n again'],
		['serverToServer', 'meeting:write:meeting:admin', 'deactivate and activate the app'],
	] as const)('without a scope name it for a %s connection', async (kind, scope, remedy) => {
		const app = scenario.environment.apps[kind];
		app.scopes = app.scopes.filter((name) => !name.startsWith('meeting:write:meeting'));
		scenario.environment.credentials.save(kind, {
			...scenario.environment.credentials.read(kind),
			sessionToken: '',
			...(kind !== 'serverToServer' && {
				oauthTokenData: {
					...scenario.environment.emulator.authorize(app),
				} as unknown as IDataObject,
			}),
		});
		const { error } = await scenario.environment.run(kind, 'meeting.create', {
			userId: kind === 'userManaged' ? byId('me') : henrik,
		});
		expect(error?.message).toBe(`Your Zoom app is missing required permissions: ${scope}`);
		expect(error?.description).toContain(remedy);
		expect(error?.context).toMatchObject({ data: { missingScopes: [scope], code: 4711 } });
	});
});

test('No token, secret, passcode or start link stands in an error', async () => {
	const zak = 'eyJhbGciOiJIUzUxMiJ9.secret-part.signature';
	fail('* /v2/*', {
		status: 400,
		body: {
			code: 3000,
			message: `Cannot open https://zoom.us/s/812?zak=${zak} with passcode=hunter2, Bearer ${zak}`,
		},
	});
	const { clientSecret } = scenario.environment.apps.serverToServer;
	const runs = [
		await create(),
		await scenario.environment.run('userManaged', 'meeting.create', {
			additionalFields: { password: 'hunter2' },
		}),
	];
	fail(TOKEN, { reset: 'after' });
	scenario.environment.credentials.save('serverToServer', {
		...scenario.environment.credentials.read('serverToServer'),
		sessionToken: '',
		clientId: 'another',
	});
	runs.push(await create({ retryMode: 'none' }));
	for (const { error, run } of runs) {
		expect(error).toBeDefined();
		const data = JSON.stringify(run.data.resultData);
		const text = JSON.stringify([
			error,
			error?.message,
			error?.description,
			error?.context,
			error?.stack,
		]);
		expect(data.includes(zak)).toBe(false);
		for (const secret of [zak, clientSecret, '/s/812']) expect(text).not.toContain(secret);
		expect([error?.message, error?.description].join()).not.toContain('hunter2');
	}
});
