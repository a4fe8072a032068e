// Read when n8n-core is loaded, so it stands before the imports.
process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
process.env.N8N_SSRF_ALLOWED_IP_RANGES = '127.0.0.2/32';

import type { IDataObject } from 'n8n-workflow';
import type { N8nContext } from '../../../nodes/Zoom/host/n8nContext';
import { isTransient } from '../../../nodes/Zoom/trigger/activation/transient';
import { requireEgress } from '../../../nodes/Zoom/trigger/webSocket/egress';
import type { CredentialStore } from '../../support/engine/credentialStore';
import type { TestEnvironment } from '../../support/engine/testEnvironment';
import { byId, createTestEnvironment } from '../../support/engine/testEnvironment';
import { png } from '../../support/pictures';
import type { SubscriptionApiStub } from '../../support/trigger/subscriptionApiStub';
import { createSubscriptionApiStub } from '../../support/trigger/subscriptionApiStub';
import { credentialsFor } from '../../support/trigger/triggerCredentials';
import { install } from '../../support/trigger/triggerEngine';
import { takeWebSocket, until } from '../../support/trigger/webSocketGlobal';

/** What n8n says of an address that its protection against server-side request forgery does not allow. */
const BLOCKED = /resolves to a restricted IP address/;

describe('With the protection of n8n on, a call of the Zoom node to a private address is not made', () => {
	let environment: TestEnvironment;
	beforeAll(async () => {
		environment = await createTestEnvironment();
	});
	beforeEach(() => {
		environment.reset();
	});
	afterAll(async () => {
		await environment.close();
	});

	const picture = {
		data: {
			data: png.toString('base64'),
			mimeType: 'image/png',
			fileName: 'me.png',
		},
	};
	test.each<[string, string, IDataObject, object]>([
		['API', 'meeting.get', { meetingId: byId('81234567890') as never }, {}],
		['API Call', 'api.request', { endpoint: 'GET /users/me' }, {}],
		['upload', 'user.uploadPicture', { userId: byId('me') as never }, { binary: picture }],
		[
			'download',
			'recording.download',
			{ source: 'url', downloadUrl: 'OWN/rec/download/x', downloadToken: 'eyJx' },
			{},
		],
	])('%s', async (_, operation, parameters, more) => {
		const own = JSON.parse(
			JSON.stringify(parameters).replace('OWN', environment.emulator.url),
		) as typeof parameters;
		const { error } = await environment.run('userManaged', operation, own as never, more);
		expect(error?.message).toMatch(BLOCKED);
		expect(environment.emulator.requests.to('* /*')).toEqual([]);
	});

	test('token', async () => {
		const { error } = await environment.run('serverToServer', 'meeting.get', {
			meetingId: byId('81234567890'),
		});
		expect(error?.message).toMatch(BLOCKED);
		expect(environment.emulator.requests.to('* /*')).toEqual([]);
	});
});

describe('With the protection of n8n on, the trigger', () => {
	const { sockets, latest } = takeWebSocket();
	let blocked: SubscriptionApiStub;
	let allowed: SubscriptionApiStub;
	beforeAll(async () => {
		[blocked, allowed] = [
			await createSubscriptionApiStub(),
			await createSubscriptionApiStub('127.0.0.2'),
		];
	});
	beforeEach(() => {
		blocked.state.requests = [];
		allowed.state.requests = [];
	});
	afterAll(async () => {
		await blocked.close();
		await allowed.close();
	});

	const messageOf = async (act: Promise<unknown>) => {
		const [outcome] = await Promise.allSettled([act]);
		if (outcome.status === 'fulfilled') throw new Error('There was no error');
		return (outcome.reason as Error).message;
	};
	const withWebSocket = (credentials: CredentialStore, { url }: SubscriptionApiStub, id: string) =>
		install(credentials, 'account', {
			delivery: 'webSocket',
			socketUrl: `${url.replace('http', 'ws')}/ws?subscriptionId=${id}`,
			events: ['*'],
		});
	const automatic = (credentials: CredentialStore) =>
		install(credentials, 'serverToServer', {
			authentication: 'serverToServer',
			delivery: 'webhookAutomatic',
			events: ['meeting.started'],
		});

	test('does not open a WebSocket to a private address, and asks for no token for it', async () => {
		const it = withWebSocket(credentialsFor(blocked.url), blocked, 'private');
		expect(await messageOf(it.start())).toMatch(
			/^Socket URL: n8n does not allow connections to 127\.0\.0\.1:\d+\. .*restricted IP address\. .*N8N_SSRF_ALLOWED_HOSTNAMES/,
		);
		expect(sockets).toEqual([]);
		expect(blocked.state.requests).toEqual([]);
	});

	test('does not do so in a test, nor after a restart, either', async () => {
		const it = withWebSocket(credentialsFor(blocked.url), blocked, 'private_2');
		const run = await it.execute([{}], { mode: 'manual' });
		expect(run.data.resultData.error?.message).toMatch(/^Socket URL: n8n does not allow/);
		const { response } = await it.start('init');
		expect(it.logs.join('\n')).toMatch(/is not connected: Socket URL: n8n does not allow/);
		await response.closeFunction?.();
		expect(sockets).toEqual([]);
		expect(blocked.state.requests).toEqual([]);
	});

	test('opens one to an address that the administrator allowed', async () => {
		const starting = withWebSocket(credentialsFor(allowed.url), allowed, 'allowed').start();
		await until(() => sockets.length === 1);
		latest().greet();
		await (await starting).response.closeFunction?.();
		expect(latest().url).toMatch(/^ws:\/\/127\.0\.0\.2:/);
	});

	test('asks a private address for no token of the app', async () => {
		expect(await messageOf(automatic(credentialsFor(blocked.url)).activate())).toMatch(BLOCKED);
		expect(blocked.state.requests).toEqual([]);
	});

	test('makes no event subscription at one', async () => {
		const customTokenUrl = `${allowed.url}/oauth/token`;
		const credentials = credentialsFor(blocked.url, { customTokenUrl });
		expect(await messageOf(automatic(credentials).activate())).toMatch(BLOCKED);
		expect([...new Set(allowed.state.requests.map(({ path }) => path))]).toEqual(['/oauth/token']);
		expect(blocked.state.requests).toEqual([]);
	});
});

describe('Where n8n', () => {
	const url = new URL('wss://zoom.example.com/ws?subscriptionId=x');
	const callerWith = (helpers: object) => ({ helpers }) as N8nContext;

	test('has no such protection yet, every address is allowed', async () => {
		await expect(requireEgress(callerWith({}), url)).resolves.toBeUndefined();
	});

	test('cannot resolve the name just now, that may pass', async () => {
		const validateUrl = jest.fn().mockRejectedValue(new Error('getaddrinfo EAI_AGAIN'));
		const caller = callerWith({ getSecureEgressFilter: () => ({ validateUrl }) });
		const [asked] = await Promise.allSettled([requireEgress(caller, url)]);
		const { reason } = asked as PromiseRejectedResult;
		expect(isTransient(reason)).toBe(true);
		expect((reason as Error).message).toMatch(/zoom\.example\.com .*cannot be resolved/);
		expect(validateUrl).toHaveBeenCalledWith('wss://zoom.example.com/');
	});
});
