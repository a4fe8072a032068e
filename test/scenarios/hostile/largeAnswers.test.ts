import type { IDataObject } from 'n8n-workflow';
import { ZoomServerToServerOAuth2Api } from '../../../credentials/ZoomServerToServerOAuth2Api.credentials';
import type { Fault } from '../../emulator';
import { manualClock } from '../../emulator';
import type { NodeResult } from '../../support/engine/engine';
import type { TestEnvironment, Kind } from '../../support/engine/testEnvironment';
import { byId, createTestEnvironment, kinds } from '../../support/engine/testEnvironment';
import { takeAlarms, until } from '../../support/time/alarms';
import type { SubscriptionApiStub } from '../../support/trigger/subscriptionApiStub';
import { createSubscriptionApiStub } from '../../support/trigger/subscriptionApiStub';
import { credentialsFor } from '../../support/trigger/triggerCredentials';
import { install } from '../../support/trigger/triggerEngine';

const HENRIK = byId('henrik.holm@example.com');
const ME = byId('me');
const USER = 'GET /v2/users/{userId}';
const LIST = 'GET /v2/users/{userId}/meetings';
const CREATE = 'POST /v2/users/{userId}/meetings';
const TOKEN = 'POST /oauth/token';
const MEBIBYTE = 1024 ** 2;
const START = '2026-07-01T09:00:00Z';
const clock = manualClock(START);

let environment: TestEnvironment;
beforeAll(async () => {
	environment = await createTestEnvironment({ clock });
});
beforeEach(() => {
	clock.set(START);
	environment.reset();
});
afterEach(() => {
	jest.restoreAllMocks();
});
afterAll(async () => {
	await environment.close();
});

const fail = (match: string, fault: Omit<Fault, 'match'>) =>
	environment.emulator.faults.add({ match, times: Infinity, ...fault });
const callsTo = (pattern: string) => environment.emulator.requests.to(pattern);
const getUser = async (kind: Kind, count = 1, options: IDataObject = {}) =>
	await environment.run(
		kind,
		'user.get',
		{ userId: ME, options },
		{
			items: Array.from({ length: count }, () => ({})),
			node: { onError: 'continueRegularOutput' },
		},
	);
const errorsOf = ({ items }: NodeResult) =>
	items.map(({ error }) => error).filter((error) => error !== undefined);

/** Waits until Zoom has no connection open any more: none is kept for other calls. */
async function allClosed(): Promise<void> {
	let count = Infinity;
	const look = async () => (count = await environment.emulator.connections());
	await look();
	await until(() => {
		void look();
		return count === 0;
	});
}

/** That an error, whole, shows neither the secret nor the tokens of a credential. */
function expectNoSecrets(error: unknown, kind: Kind): void {
	const { clientSecret, sessionToken, oauthTokenData } = environment.credentials.read(kind);
	const { token } = JSON.parse(String(sessionToken ?? '') || '{}') as { token?: string };
	const { access_token: access, refresh_token: refresh } = Object(oauthTokenData) as IDataObject;
	const { message, description, stack, cause } = error as Error & { description?: string };
	const told = JSON.stringify([message, description, stack, cause, error]);
	const secrets = [clientSecret, token, access, refresh].filter((secret) => Boolean(secret));
	expect(secrets.length).toBeGreaterThan(0);
	for (const secret of secrets) expect(told).not.toContain(secret);
}

const tooLarge = (call: string) =>
	`Zoom's response is larger than 64 MiB, the limit of this node (${call}).`;
const bodies: ['as it is' | 'packed', Omit<Fault, 'match'>][] = [
	['as it is', { endless: true, status: 200 }],
	['packed', { endless: 'packed', status: 200 }],
];

describe.each(kinds)('A body without an end, to a %s connection', (kind) => {
	test.each(bodies)('is not taken in, %s, nor asked for again', async (_, fault) => {
		expect((await getUser(kind)).error).toBeUndefined();
		environment.emulator.requests.reset();
		fail(USER, fault);
		const { error } = await environment.run(kind, 'user.get', { userId: ME });
		expect(error?.message).toBe(tooLarge('GET /users/{userId}'));
		expect(error?.description).toMatch(/check its API URL\.$/);
		expectNoSecrets(error, kind);
		expect(callsTo(USER)).toHaveLength(1);
		await allClosed();
	});

	test('is no page of a list, and may be less when less is asked for', async () => {
		fail(LIST, { endless: true, status: 200 });
		const { error } = await environment.run(kind, 'meeting.getAll', {
			userId: HENRIK,
			returnAll: true,
		});
		expect(error?.message).toBe(tooLarge('GET /users/{userId}/meetings'));
		expect(error?.description).toBe(
			'Request less at once: use a smaller Limit or page_size, or a shorter period.',
		);
		expect(callsTo(LIST)).toHaveLength(1);
	});

	test('leaves it open whether something was made', async () => {
		fail(CREATE, { endless: true, status: 200 });
		const { error } = await environment.run(kind, 'meeting.create', {
			userId: HENRIK,
			topic: 'Once',
		});
		expect(error?.message).toBe(
			`${tooLarge('POST /users/{userId}/meetings')} Zoom may have created it. Check at Zoom before you run this again.`,
		);
		expect(callsTo(CREATE)).toHaveLength(1);
	});

	test('of an error is read at its beginning', async () => {
		fail(USER, { endless: true, status: 404 });
		const { error } = await environment.run(kind, 'user.get', { userId: ME });
		expect(error?.message).toContain('Not found. Not found.');
		expect(error?.message.length).toBeLessThan(700);
		environment.emulator.faults.clear();
		fail(USER, { endless: 'packed', status: 500 });
		const { items } = await getUser(kind, 1, { retryMode: 'none' });
		expect(items[0].error).toMatch(/HTTP 500/);
		await allClosed();
	});

	test('of a refused token ends with the renewal of that', async () => {
		await getUser(kind);
		environment.emulator.requests.reset();
		fail(USER, { endless: true, status: 401, times: 1 });
		expect(errorsOf(await getUser(kind))).toEqual([]);
		expect(callsTo(USER).map(({ status }) => status)).toEqual([0, 200]);
		expect(callsTo(TOKEN)).toHaveLength(1);
		const bearers = callsTo(USER).map(({ headers }) => headers.authorization);
		expect(new Set(bearers).size).toBe(2);
		await allClosed();
	});
});

describe.each(kinds)('An old token of a %s connection', (kind) => {
	test.each<[string, Omit<Fault, 'match'>]>([
		['401', { status: 401, body: { code: 124, message: 'Access token is expired.' } }],
		['400', { status: 400, body: { code: 124, message: 'Invalid access token.' } }],
	])('costs one call more where Zoom answers %s', async (_, fault) => {
		await getUser(kind);
		environment.emulator.requests.reset();
		fail(USER, { ...fault, times: 1 });
		expect(errorsOf(await getUser(kind))).toEqual([]);
		expect(callsTo(USER)).toHaveLength(2);
		expect(callsTo(TOKEN)).toHaveLength(1);
	});

	test('is renewed once for a hundred calls', async () => {
		await getUser(kind);
		environment.emulator.requests.reset();
		clock.advance(2 * 3_600_000);
		expect(errorsOf(await getUser(kind, 100))).toEqual([]);
		expect(callsTo(TOKEN)).toHaveLength(1);
	});
});

describe('An answer of the token endpoint without an end', () => {
	const told = () =>
		`${new URL(environment.emulator.url).host} did not issue an access token: its response is larger than 1024 KiB. For a custom environment, check the Token URL.`;

	test.each(bodies)('is not taken in, %s, nor asked for again', async (_, fault) => {
		fail(TOKEN, fault);
		const { error } = await environment.run('serverToServer', 'user.get', { userId: ME });
		expect(error?.message).toBe(told());
		expectNoSecrets(error, 'serverToServer');
		expect(callsTo(TOKEN)).toHaveLength(1);
		await allClosed();
	});

	test('is an error of the credential where n8n tests that', async () => {
		fail(TOKEN, bodies[0][1]);
		const { helpers } = environment.choices('serverToServer');
		const credential = { ...environment.credentials.read('serverToServer'), sessionToken: '' };
		const type = new ZoomServerToServerOAuth2Api();
		const asked = type.preAuthentication.call({ helpers }, credential);
		await expect(asked).rejects.toThrow(told());
		expect(callsTo(TOKEN)).toHaveLength(1);
	});

	test('is one of the app itself, too', async () => {
		fail(TOKEN, bodies[0][1]);
		const { error } = await environment.run('accountLevel', 'api.request', {
			endpoint: { __rl: true, mode: 'list', value: 'POST /im/chat/messages' } as never,
			parameters: { mappingMode: 'defineBelow', value: {}, schema: [] } as never,
			body: '{}',
			response: 'single',
		});
		expect(error?.message).toBe(told());
		expectNoSecrets(error, 'accountLevel');
		expect(callsTo(TOKEN)).toHaveLength(1);
	});
});

describe('The event subscriptions of a trigger', () => {
	let zoom: SubscriptionApiStub;
	beforeAll(async () => {
		zoom = await createSubscriptionApiStub();
	});
	afterAll(async () => {
		await zoom.close();
	});
	const activate = async () =>
		await install(credentialsFor(zoom.url), 'serverToServer', {
			authentication: 'serverToServer',
			delivery: 'webhookAutomatic',
			events: ['meeting.started'],
		}).activate();
	const large = (megabytes: number) => ({
		status: 200,
		body: Buffer.alloc(megabytes * MEBIBYTE, ' '),
	});

	test('are not taken in beyond a bound, neither as a list nor as what was made', async () => {
		zoom.state.next = [
			{ match: 'GET /v2/marketplace', answer: large(65) },
			{ match: 'POST /v2/marketplace', answer: large(65) },
		];
		await expect(activate()).rejects.toThrow(
			`${tooLarge('POST /marketplace/app/event_subscription')} Zoom may have created it`,
		);
		const path = '/v2/marketplace/app/event_subscription';
		const calls = zoom.calls().filter((call) => call.endsWith(path));
		expect(calls).toEqual([`GET ${path}`, `POST ${path}`]);
	});

	test('need a token, which is not taken in beyond a bound either', async () => {
		zoom.state.next = [
			{ match: 'POST /oauth/token', answer: large(2) },
			{ match: 'POST /oauth/token', answer: large(2) },
		];
		await expect(activate()).rejects.toThrow('its response is larger than 1024 KiB');
	});

	test('are waited for no longer than other calls are', async () => {
		const alarms = takeAlarms();
		let isAsked = false;
		let answer: () => void = () => undefined;
		zoom.state.onCreate = async () => {
			isAsked = true;
			await new Promise<void>((resolve) => (answer = resolve));
		};
		const activating = Promise.allSettled([activate()]);
		await until(() => isAsked);
		await alarms.ring(75_000);
		const [outcome] = await activating;
		expect((outcome as PromiseRejectedResult).reason).toMatchObject({
			message: expect.stringMatching(/^Zoom's response was not complete after 75 s/) as string,
		});
		answer();
	});
});
