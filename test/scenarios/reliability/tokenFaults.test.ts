import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { Fault } from '../../emulator';
import type { NodeResult } from '../../support/engine/engine';
import { resultOf } from '../../support/engine/engine';
import { scenarios } from '../../support/engine/scenarios';
import type { Kind } from '../../support/engine/testEnvironment';
import { byId } from '../../support/engine/testEnvironment';
import type { Alarms } from '../../support/time/alarms';
import { takeAlarms, until } from '../../support/time/alarms';

const HENRIK = byId('henrik.holm@example.com');
const CREATE = 'POST /v2/users/{userId}/meetings';
const LIST = 'GET /v2/users/{userId}/meetings';
const TOKEN = 'POST /oauth/token';

const scenario = scenarios({ hostDayCap: false });
const { callsTo } = scenario;
const fail: typeof scenario.fail = (match, fault) =>
	scenario.fail(match, { times: Infinity, ...fault });

let alarms: Alarms;
beforeEach(() => {
	alarms = takeAlarms();
});

const many = (count: number) => Array.from({ length: count }, () => ({}));
const going = { onError: 'continueRegularOutput' } as const;

const creates = (count: number, options: IDataObject = {}) =>
	[
		'meeting.create',
		{ userId: HENRIK, topic: 'Once', options },
		{ items: many(count), node: going },
	] as const;
const create = async (kind: Kind, count: number, options?: IDataObject) =>
	await scenario.environment.run(kind, ...creates(count, options));
const list = async (kind: Kind, options: IDataObject = {}) =>
	await scenario.environment.run(kind, 'meeting.getAll', { userId: HENRIK, options });
const edit = (kind: Kind, change: ICredentialDataDecryptedObject) =>
	scenario.environment.credentials.save(kind, {
		...scenario.environment.credentials.read(kind),
		...change,
	});
const expireTokens = () => scenario.environment.emulator.clock.advance(2 * 3_600_000);
const errorsOf = ({ items }: NodeResult) =>
	items.map(({ error }) => error).filter((error) => error !== undefined);
const meetingsMade = () =>
	scenario.environment.emulator.store.meetings.find(({ topic }) => topic === 'Once').length;

/** Does something when a matching call of a number reaches Zoom, before it is answered. */
function atCall(method: string, number: number, act: () => void): void {
	let count = 0;
	fail(
		(request) => {
			const [verb, route] = method.split(' ');
			const path = route.replace(/^\/v2/, '');
			const matches = request.method === verb && [request.path, request.route].includes(path);
			if (matches && ++count === number) act();
			return false;
		},
		{ status: 500 },
	);
}

const CHANGED =
	'The credential was changed during this run, so the node stopped. Run the workflow again for the remaining items.';

describe('A whole answer', () => {
	test('that drips is given up, however much comes, and not asked for again', async () => {
		await list('serverToServer');
		scenario.environment.emulator.requests.reset();
		fail(LIST, { dripMs: 5 });
		const listing = list('serverToServer', { timeout: 2 });
		await until(() => callsTo(LIST).length === 1);
		await alarms.ring(30_000);
		expect((await listing).error?.message).toBe(
			"Zoom's response was not complete after 30 s, the limit of a call with this Timeout (GET /users/{userId}/meetings).",
		);
		expect(callsTo(LIST)).toHaveLength(1);
	});

	test('to a create that drips leaves it open whether it was made', async () => {
		fail(CREATE, { dripMs: 5 });
		const creating = create('accountLevel', 1, { timeout: 120 });
		await until(() => meetingsMade() === 1);
		await alarms.ring(600_000);
		expect(errorsOf(await creating)).toEqual([
			expect.stringMatching(/not complete after 600 s.*Zoom may have created it/),
		]);
		expect(meetingsMade()).toBe(1);
	});

	test('from the token endpoint that drips holds nobody up for ever', async () => {
		fail(TOKEN, { dripMs: 5 });
		alarms.ringAlways(15_000);
		const { error } = await list('serverToServer');
		expect(error?.message).toMatch(
			/^127\.0\.0\.1:\d+ did not issue an access token within 15 s\. Tried 4 times/,
		);
		expect(callsTo(LIST)).toHaveLength(0);
		scenario.environment.emulator.faults.clear();
		alarms = takeAlarms();
		expect((await list('serverToServer')).error).toBeUndefined();
	});

	test('to a renewal by n8n that does not come ends the item, and those that follow at once', async () => {
		// Virtual time stands still while a call is under way.
		scenario.virtual.stop();
		alarms = takeAlarms();
		edit('accountLevel', { plan: 'business' });
		expireTokens();
		let answer: () => void = () => undefined;
		scenario.fail(TOKEN, { hold: new Promise<void>((resolve) => (answer = resolve)) });
		const creating = create('accountLevel', 30);
		await until(() => callsTo(TOKEN).length > 0);
		alarms.ringAlways(30_000);
		const stuck = /^Zoom did not issue a new access token within 30 s\. n8n is still waiting/;
		expect(errorsOf(await creating)).toEqual(many(30).map(() => expect.stringMatching(stuck)));
		expect(callsTo(CREATE).length).toBeLessThanOrEqual(10);
		// The calls of another run are not even sent.
		const calls = callsTo('* *').length;
		expect((await list('accountLevel')).error?.message).toMatch(stuck);
		expect(callsTo('* *')).toHaveLength(calls);
		expect(callsTo(TOKEN)).toHaveLength(1);
		const token = () => JSON.stringify(scenario.environment.credentials.read('accountLevel'));
		const before = token();
		answer();
		await until(() => token() !== before);
		expect((await list('accountLevel')).error).toBeUndefined();
		// What was given up is not made after all.
		expect(meetingsMade()).toBe(0);
	});
});

describe('A token endpoint in trouble', () => {
	test('is asked by one call for all, when it says, and not by every item', async () => {
		fail(TOKEN, { status: 429, headers: { 'retry-after': '3' }, body: { code: 429 } });
		const result = await create('serverToServer', 40);
		expect(errorsOf(result)).toHaveLength(40);
		expect(callsTo(TOKEN).length).toBeLessThanOrEqual(8);
		expect(callsTo(CREATE)).toHaveLength(0);
		const times = callsTo(TOKEN).map(({ at }) => at);
		const gaps = times.slice(1).map((at, index) => at - times[index]);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3000);
	});

	test('is asked so of a General App, too, with hardly a call of a dead token', async () => {
		expireTokens();
		// n8n does not hand on when Zoom takes the next request.
		fail(TOKEN, { status: 429, headers: { 'retry-after': '3' }, body: { code: 429 } });
		const result = await create('accountLevel', 40);
		expect(errorsOf(result)).toHaveLength(40);
		expect(callsTo(TOKEN).length).toBeLessThanOrEqual(8);
		expect(callsTo(CREATE)).toHaveLength(callsTo(TOKEN).length);
	});

	test.each(['serverToServer', 'accountLevel'] as const)(
		'that is well again loses no item of a %s connection',
		async (kind) => {
			expireTokens();
			fail(TOKEN, { status: 503, times: 3 });
			const result = await create(kind, 40);
			expect(errorsOf(result)).toEqual([]);
			expect(meetingsMade()).toBe(40);
			expect(callsTo(TOKEN)).toHaveLength(4);
		},
	);

	test('that asks for longer than an item waits fails all at once, with the time', async () => {
		fail(TOKEN, { status: 429, headers: { 'retry-after': '3600' }, body: { code: 429 } });
		const result = await create('serverToServer', 40);
		expect(errorsOf(result)).toEqual(
			many(40).map(() =>
				expect.stringMatching(
					/^Zoom did not issue an access token: it answered with HTTP 429\. .*2026-07-01 10:00 \(UTC\)/,
				),
			),
		);
		expect(callsTo(TOKEN)).toHaveLength(1);
		expect(scenario.seconds()).toBeLessThan(1);
	});

	const page = { headers: { 'content-type': 'text/html' }, body: '<html><title>Sorry</title>' };
	const unreadable = 'its response could not be read (HTTP 200).';
	test.each<[string, Omit<Fault, 'match'>, number, string]>([
		['a page', { status: 200, ...page }, 4, `: ${unreadable}`],
		['an empty object', { status: 200, body: {} }, 4, ''],
		['half of the JSON', { malformedJson: true }, 4, `: ${unreadable}`],
		['nothing', { status: 204, body: '' }, 4, ': its response could not be read (HTTP 204).'],
		['408', { status: 408, body: '' }, 4, ': it answered with HTTP 408. Try again in a moment.'],
		['a page with 403', { status: 403, ...page }, 4, ' (HTTP 403: Sorry).'],
		['404', { status: 404, body: { message: 'Not Found' } }, 1, ' (HTTP 404: Not Found).'],
		['a page with 404', { status: 404, ...page }, 1, ' (HTTP 404: Sorry).'],
	])('that answers %s is told as it is', async (name, fault, calls, told) => {
		fail(TOKEN, fault);
		const first = await list('serverToServer');
		expect(first.error?.message).toContain(
			`Zoom did not issue an access token${told || `: ${unreadable}`}`,
		);
		expect(callsTo(TOKEN)).toHaveLength(calls);
		// What is cut short may be lost for good: Zoom takes the refresh token of a General App once.
		if (name === 'half of the JSON') return;
		expireTokens();
		const renewed = await list('accountLevel');
		const none = ': its response had none.';
		expect(renewed.error?.message).toContain(
			`Zoom did not issue a new access token${told || none}`,
		);
		expect(callsTo(TOKEN)).toHaveLength(2 * calls);
	});

	const ADVICE =
		" Check n8n's access to the internet and, for a custom environment, the Token URL.";
	test.each([
		[() => 'http://127.0.0.1:9', 4, 'Zoom cannot be reached at 127.0.0.1:9.'],
		[
			() => 'http://zoom.invalid',
			4,
			'Zoom cannot be reached: the host name zoom.invalid cannot be resolved.',
		],
		[() => scenario.environment.emulator.url.replace('http:', 'https:'), 1, ' is not secure: '],
	])('that %s cannot be reached is told for a General App, too', async (origin, calls, told) => {
		expireTokens();
		edit('accountLevel', { customTokenUrl: `${origin()}/oauth/token` });
		const { error } = await list('accountLevel');
		expect(error?.message).toContain(told);
		expect(error?.message).toContain(ADVICE);
		expect(callsTo(LIST)).toHaveLength(calls);
	});
});

describe('A connection known to be dead', () => {
	const deaths: [string, Kind, Omit<Fault, 'match'>, RegExp][] = [
		[
			'whose renewal is refused',
			'accountLevel',
			{ status: 400, body: { reason: 'Invalid Token!', error: 'invalid_grant' } },
			/^Zoom no longer accepts this connection: /,
		],
		[
			'whose app was deactivated',
			'serverToServer',
			{ status: 401, body: { reason: 'The app has been disabled by the developer', error: 'x' } },
			/^The Zoom app is not activated\./,
		],
	];
	test.each(deaths)('%s is asked no more in the run', async (_, kind, fault, told) => {
		await list(kind);
		const tokens = callsTo(TOKEN).length;
		scenario.environment.emulator.faults.add({ match: CREATE, skip: 29, expireToken: true });
		fail(TOKEN, fault);
		const result = await create(kind, 100, { concurrentRequests: 1 });
		const errors = errorsOf(result);
		expect(errors).toHaveLength(71);
		expect(new Set(errors).size).toBe(1);
		expect(errors[0]).toMatch(told);
		expect(callsTo(CREATE)).toHaveLength(30);
		expect(callsTo(TOKEN)).toHaveLength(tokens + 1);
	});

	test.each(['serverToServer', 'accountLevel'] as const)(
		'with a %s token refused although it is new is asked no more in the run',
		async (kind) => {
			fail(CREATE, { skip: 9, status: 401, body: { code: 124, message: 'Invalid access token.' } });
			const result = await create(kind, 50, { concurrentRequests: 1 });
			expect(new Set(errorsOf(result)).size).toBe(1);
			expect(errorsOf(result)).toHaveLength(41);
			expect(callsTo(CREATE)).toHaveLength(15);
		},
	);

	test.each(['serverToServer', 'accountLevel'] as const)(
		'is none of which calls are refused by chance, also where nothing else succeeds: %s',
		async (kind) => {
			const DELETE = 'DELETE /v2/meetings/{meetingId}';
			for (const skip of [5, 15, 25, 35]) {
				fail(DELETE, {
					skip,
					times: 2,
					status: 401,
					body: { code: 124, message: 'Invalid access token.' },
				});
			}
			const result = await scenario.environment.run(
				kind,
				'meeting.delete',
				{ meetingId: byId('99999999999'), options: { concurrentRequests: 1 } },
				{ items: many(60), node: going },
			);
			const errors = errorsOf(result);
			expect(
				errors.filter((error) => /^Meeting not found at Zoom/.test(String(error))),
			).toHaveLength(56);
			expect(callsTo(DELETE)).toHaveLength(64);
		},
	);

	test('is replaced although the credential had none, and got it from another with the same fields', async () => {
		await list('serverToServer');
		edit('serverToServer', { sessionToken: '' });
		fail(LIST, { expireToken: true, times: 1 });
		expect((await list('serverToServer')).error).toBeUndefined();
		expect(callsTo(LIST).map(({ status }) => status)).toEqual([200, 401, 200]);
		expect(callsTo(TOKEN)).toHaveLength(2);
	});

	test('is asked again by the next run', async () => {
		fail(CREATE, { status: 401, body: { code: 124, message: 'Invalid access token.' }, times: 6 });
		expect(errorsOf(await create('accountLevel', 3, { concurrentRequests: 1 }))).toHaveLength(3);
		expect(errorsOf(await create('accountLevel', 3))).toEqual([]);
	});
});

describe('The token of an app itself', () => {
	const CHAT = 'POST /v2/im/chat/messages';
	const chat = (count: number, options: IDataObject = {}) =>
		[
			'api.request',
			{
				endpoint: CHAT.replace('/v2', ''),
				body: JSON.stringify({
					robot_jid: 'v1@xmpp.zoom.us',
					content: { head: { text: 'Hello' } },
				}),
				options,
			},
			{ items: many(count), node: going },
		] as const;
	const send = async (count: number, options?: IDataObject) =>
		await scenario.environment.run('accountLevel', ...chat(count, options));
	beforeEach(() => {
		scenario.environment.apps.accountLevel.scopes.push('imchat:bot');
	});
	afterEach(() => {
		const { scopes } = scenario.environment.apps.accountLevel;
		scopes.splice(scopes.indexOf('imchat:bot'), 1);
	});

	test('is asked for by one call for all, when Zoom says, and not by every item', async () => {
		fail(TOKEN, { status: 429, headers: { 'retry-after': '3' }, body: { code: 429 } });
		expect(errorsOf(await send(40))).toHaveLength(40);
		const times = callsTo(TOKEN).map(({ at }) => at);
		expect(times.length).toBeLessThanOrEqual(8);
		const gaps = times.slice(1).map((at, index) => at - times[index]);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3000);
		expect(callsTo(CHAT)).toHaveLength(0);
	});

	test('that is well again after a while loses no item', async () => {
		fail(TOKEN, { status: 503, times: 3 });
		expect(errorsOf(await send(40))).toEqual([]);
		expect(callsTo(TOKEN)).toHaveLength(4);
		expect(callsTo(CHAT)).toHaveLength(40);
	});

	test('that Zoom does not give is asked for once in a run', async () => {
		fail(TOKEN, {
			status: 401,
			body: { reason: 'The app has been disabled by the developer', error: 'x' },
		});
		const errors = errorsOf(await send(40));
		expect(errors).toHaveLength(40);
		expect(errors[0]).toMatch(/^The Zoom app is not activated\./);
		expect(callsTo(TOKEN)).toHaveLength(1);
	});

	test('that Zoom refuses although it is new is tried no more in the run', async () => {
		fail(CHAT, { status: 401, body: { code: 124, message: 'Invalid access token.' } });
		expect(errorsOf(await send(40, { concurrentRequests: 1 }))).toHaveLength(40);
		expect(callsTo(CHAT).length).toBeLessThanOrEqual(6);
		// The connection is another matter.
		expect((await list('accountLevel')).error).toBeUndefined();
	});

	test('is not waited for after Stop', async () => {
		let answer: () => void = () => undefined;
		scenario.fail(TOKEN, { hold: new Promise<void>((resolve) => (answer = resolve)) });
		const running = scenario.environment.start('accountLevel', ...chat(3));
		await until(() => callsTo(TOKEN).length > 0);
		running.cancel();
		const { error } = resultOf(await running);
		expect(error?.message).toBe('Stopped because the execution was canceled.');
		answer();
		expect(callsTo(CHAT)).toHaveLength(0);
	});

	test('is used no more when its credential was changed', async () => {
		atCall(CHAT, 10, () => edit('accountLevel', { clientSecret: 'another' }));
		const result = await send(20, { concurrentRequests: 1 });
		expect(errorsOf(result)).toEqual(many(10).map(() => CHANGED));
		expect(callsTo(CHAT)).toHaveLength(10);
	});
});

describe('A renewal whose answer gets lost', () => {
	test.each<[string, Omit<Fault, 'match'>]>([
		['reset', { reset: 'after' }],
		['cut', { truncate: true }],
		['half of its JSON', { malformedJson: true }],
		['a page', { status: 200, afterWork: true, body: '<html>' }],
		['an empty token', { status: 200, afterWork: true, body: { access_token: '' } }],
	])('(%s) is named as the reason when Zoom takes the old one no more', async (_, fault) => {
		expireTokens();
		scenario.fail(TOKEN, fault);
		const { error } = await list('accountLevel');
		expect(error?.message).toMatch(
			/^Zoom no longer accepts this connection: the response to the last token renewal was lost/,
		);
	});

	test('and left an empty token is made again, where Zoom still takes the old one', async () => {
		expireTokens();
		scenario.fail(TOKEN, { status: 200, body: { access_token: '' } });
		const { error } = await list('accountLevel');
		expect(error).toBeUndefined();
		const { oauthTokenData } = scenario.environment.credentials.read('accountLevel');
		expect((oauthTokenData as IDataObject).access_token).toMatch(/./);
	});
});

describe('A credential changed in the course of a run', () => {
	const changes: [string, Kind, () => ICredentialDataDecryptedObject][] = [
		['API URL', 'serverToServer', () => ({ customApiUrl: 'http://127.0.0.1:9' })],
		['API URL', 'accountLevel', () => ({ customApiUrl: 'http://127.0.0.1:9' })],
		['Token URL', 'serverToServer', () => ({ customTokenUrl: 'http://127.0.0.1:9/token' })],
		['environment', 'serverToServer', () => ({ environment: 'zoomGov' })],
		['environment', 'accountLevel', () => ({ environment: 'zoomGov' })],
		['app', 'accountLevel', () => ({ clientId: 'another' })],
		['secret', 'serverToServer', () => ({ clientSecret: 'another' })],
		['account', 'serverToServer', () => ({ accountId: 'Another_00' })],
		[
			'user',
			'accountLevel',
			() => ({
				oauthTokenData: {
					...scenario.environment.emulator.authorize(
						scenario.environment.apps.accountLevel,
						'henrik.holm@example.com',
					),
				},
			}),
		],
	];
	test.each(changes)('(%s, %s) ends what is left of it', async (_, kind, change) => {
		atCall(CREATE, 30, () => edit(kind, change()));
		const result = await create(kind, 60, { concurrentRequests: 1 });
		expect(errorsOf(result)).toEqual(many(30).map(() => CHANGED));
		expect(meetingsMade()).toBe(30);
		expect(callsTo(CREATE)).toHaveLength(30);
	});

	// n8n stores what it renewed over a user who connected meanwhile, so that the run's user stays.
	const lasting = changes.filter(([what]) => what !== 'user');
	test.each(lasting)(
		'(%s, %s) while its token is renewed ends it, too',
		async (_, kind, change) => {
			await list(kind);
			scenario.environment.emulator.faults.add({ match: CREATE, skip: 4, expireToken: true });
			atCall(TOKEN, 1, () => edit(kind, change()));
			const result = await create(kind, 10, { concurrentRequests: 1 });
			// A Server-to-Server call is repeated with a token of the credential it was signed with.
			const done = kind === 'serverToServer' ? 5 : 4;
			expect(errorsOf(result)).toEqual(many(10 - done).map(() => CHANGED));
			expect(meetingsMade()).toBe(done);
		},
	);

	test('ends it for a user-managed app without tokens that tell their user, too', async () => {
		const opaque = (access_token: string, app = scenario.environment.apps.userManaged) => {
			const { access_token: _, ...token } = scenario.environment.emulator.authorize(app);
			return { oauthTokenData: { ...token, access_token } };
		};
		edit('userManaged', opaque('first'));
		const calls: unknown[] = [];
		atCall(CREATE, 3, () => edit('userManaged', opaque('second')));
		fail(({ path, headers }) => path.startsWith('/v2/') && calls.push(headers.authorization) > 0, {
			status: 200,
			body: { id: 1 },
		});
		const result = await scenario.environment.run(
			'userManaged',
			'meeting.create',
			{ options: { concurrentRequests: 1 } },
			{ items: many(6), node: going },
		);
		expect(errorsOf(result)).toEqual(many(3).map(() => CHANGED));
		expect(new Set(calls)).toEqual(new Set(['Bearer first']));
	});

	test('that only got a new token of the same user goes on', async () => {
		const renewed = () => {
			const { apps, emulator } = scenario.environment;
			const { email } = emulator.store.users.find(({ role_id: role }) => String(role) === '0')[0];
			edit('accountLevel', { oauthTokenData: { ...emulator.authorize(apps.accountLevel, email) } });
		};
		atCall(CREATE, 3, renewed);
		expect(errorsOf(await create('accountLevel', 6, { concurrentRequests: 1 }))).toEqual([]);
	});

	test('by other processes that renew the token first, again and again, goes on', async () => {
		const { apps, emulator } = scenario.environment;
		const { email } = emulator.store.users.find(({ role_id: role }) => String(role) === '0')[0];
		const renewElsewhere = () =>
			edit('accountLevel', { oauthTokenData: { ...emulator.authorize(apps.accountLevel, email) } });
		fail(({ path }) => path === '/oauth/token' && (renewElsewhere(), true), {
			status: 400,
			body: { reason: 'Invalid Token!', error: 'invalid_grant' },
		});
		scenario.fail(CREATE, {
			times: 3,
			status: 401,
			body: { code: 124, message: 'Access token is expired.' },
		});
		expect(errorsOf(await create('accountLevel', 1))).toEqual([]);
		expect(callsTo(TOKEN)).toHaveLength(3);
		expect(meetingsMade()).toBe(1);
	});

	test('in what no call depends on goes on', async () => {
		atCall(CREATE, 3, () =>
			edit('serverToServer', { plan: 'free', rateLimitShare: 50, webhookSecretToken: 'x' }),
		);
		expect(errorsOf(await create('serverToServer', 6, { concurrentRequests: 1 }))).toEqual([]);
	});
});

describe('Stop', () => {
	test.each(['serverToServer', 'accountLevel'] as const)(
		'ends a run of a %s connection that waits for a token at once, and nothing is made',
		async (kind) => {
			expireTokens();
			let answer: () => void = () => undefined;
			scenario.fail(TOKEN, { hold: new Promise<void>((resolve) => (answer = resolve)) });
			const running = scenario.environment.start(kind, ...creates(3));
			await until(() => callsTo(TOKEN).length > 0);
			running.cancel();
			const { error, run } = resultOf(await running);
			expect(error?.message).toBe('Stopped because the execution was canceled.');
			expect(run.status).toBe('canceled');
			answer();
			expect((await list(kind)).error).toBeUndefined();
			expect(meetingsMade()).toBe(0);
		},
	);

	test.each(['serverToServer', 'accountLevel'] as const)(
		'with three creates of a %s connection under way tells what may have been made',
		async (kind) => {
			await list(kind);
			fail(CREATE, { hang: 'body' });
			const running = scenario.environment.start(kind, ...creates(5, { concurrentRequests: 3 }));
			await until(() => meetingsMade() === 3);
			running.cancel();
			const { error, run } = resultOf(await running);
			expect(error?.message).toBe(
				'Stopped because the execution was canceled. Zoom may have created it. Check at Zoom before you run this again.',
			);
			expect(error?.description).toContain('Items 0, 1 and 2');
			expect(run.status).toBe('canceled');
			expect(callsTo(CREATE)).toHaveLength(3);
		},
	);

	test.each(['serverToServer', 'accountLevel'] as const)(
		'with a create of a %s connection under way that makes each thing once tells it, too',
		async (kind) => {
			await list(kind);
			fail(CREATE, { hang: 'body' });
			const [operation, parameters, more] = creates(3, { ifExists: 'skip' });
			const additionalFields = { startTime: '2026-08-01T10:00:00Z' };
			const running = scenario.environment.start(
				kind,
				operation,
				{ ...parameters, additionalFields },
				more,
			);
			await until(() => meetingsMade() === 1);
			running.cancel();
			const { error } = resultOf(await running);
			expect(error?.message).toBe(
				'Stopped because the execution was canceled. Zoom may have created it. Check at Zoom before you run this again.',
			);
			expect(callsTo(CREATE)).toHaveLength(1);
		},
	);
});
