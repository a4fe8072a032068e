import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { ZoomServerToServerOAuth2Api } from '../../../credentials/ZoomServerToServerOAuth2Api.credentials';
import type { Emulator } from '../../emulator';
import { createEmulator, manualClock } from '../../emulator';
import type { TestEnvironment, Kind } from '../../support/engine/testEnvironment';
import { byId, createTestEnvironment, kinds } from '../../support/engine/testEnvironment';

let environment: TestEnvironment;
beforeAll(async () => {
	environment = await createTestEnvironment({ clock: manualClock('2026-07-01T09:00:00Z') });
});
beforeEach(() => {
	environment.reset();
});
afterAll(async () => {
	await environment.close();
});

const appKinds = {
	serverToServer: 'serverToServer',
	userManaged: 'user',
	accountLevel: 'account',
} as const;

describe.each(kinds)('A %s connection', (kind) => {
	test('says who it is and what it may do', async () => {
		const { items } = await environment.run(kind, 'connection.getInfo', {});
		expect(items).toEqual([
			expect.objectContaining({
				connected: true,
				email: 'olivia.ortiz@example.com',
				userId: 'OliviaOrtiz-Owner00000',
				accountId: environment.emulator.account.id,
				planType: 'Licensed',
				appKind: appKinds[kind],
				apiUrl: environment.emulator.url,
			}),
		]);
		const [{ grantedScopes, coverage }] = items as [
			{ grantedScopes: string[]; coverage: Coverage },
		];
		expect(grantedScopes.sort()).toEqual([...environment.apps[kind].scopes].sort());
		expect(coverage.meeting.missing).toEqual([]);
		expect(coverage.meeting.covered).toContain('create');
		expect(coverage.user.missing.map(({ operation }) => operation)).toEqual(
			kind === 'userManaged' ? ['create', 'deletePicture', 'getAll', 'getSummary'] : [],
		);
	});

	test('is revoked at Zoom', async () => {
		await environment.run(kind, 'user.get', { userId: byId('me') });
		const { items } = await environment.run(kind, 'connection.revoke', {});
		expect(items).toEqual([{ success: true, revoked: true }]);
		const [call] = environment.emulator.requests.to('POST /oauth/revoke');
		expect(call).toMatchObject({ status: 200, body: { token: expect.stringMatching(/\S/) } });
		const after = await environment.run(kind, 'user.get', { userId: byId('me') });
		if (kind === 'serverToServer') expect(after.error).toBeUndefined();
		else expect(after.error?.message).toMatch(/^Zoom no longer accepts this connection/);
	});

	test('is revoked at Zoom also when its token has run out', async () => {
		await environment.run(kind, 'user.get', { userId: byId('me') });
		environment.emulator.clock.advance(3_600_000);
		const { items } = await environment.run(kind, 'connection.revoke', {});
		expect(items).toEqual([{ success: true, revoked: true }]);
		const after = await environment.run(kind, 'user.get', { userId: byId('me') });
		if (kind === 'serverToServer') expect(after.error).toBeUndefined();
		else expect(after.error?.message).toMatch(/^Zoom no longer accepts this connection/);
	});
});

interface Coverage {
	meeting: { covered: string[]; missing: IDataObject[] };
	user: { covered: string[]; missing: IDataObject[] };
}

test('A connection that may not read users still says what it can', async () => {
	const app = environment.apps.serverToServer;
	app.scopes = ['meeting:read:meeting:admin', 'meeting:write:admin'];
	const { items } = await environment.run('serverToServer', 'connection.getInfo', {});
	expect(items[0]).toMatchObject({
		connected: true,
		email: null,
		grantedScopes: app.scopes,
		note: 'The connected user is not known: the app lacks user:read:admin or user:write:admin',
	});
	const { meeting } = items[0].coverage as unknown as Coverage;
	const writing = ['create', 'delete', 'end', 'recover', 'update'];
	expect(meeting.covered).toEqual(expect.arrayContaining([...writing, 'get']));
	expect(meeting.missing).toContainEqual({
		operation: 'getAll',
		anyOf: ['meeting:read:admin'],
	});
});

test('A connection that does not work says so instead', async () => {
	environment.apps.serverToServer.active = false;
	const { error } = await environment.run('serverToServer', 'connection.getInfo', {});
	expect(error?.message).toMatch(/^The Zoom app is not activated/);
});

describe('A connection that may not read users and does not work', () => {
	const getInfo = async () => {
		const options = { retryMode: 'none' };
		return await environment.run('serverToServer', 'connection.getInfo', { options });
	};
	beforeEach(async () => {
		environment.apps.serverToServer.scopes = ['meeting:read:meeting:admin'];
		expect((await getInfo()).error).toBeUndefined();
	});

	test('because its app was deactivated says that', async () => {
		environment.apps.serverToServer.active = false;
		expect((await getInfo()).error?.message).toMatch(/^The Zoom app is not activated/);
	});

	test('because Zoom has a problem says that', async () => {
		environment.emulator.faults.add({ match: 'GET /v2/users/{userId}', status: 503 });
		expect((await getInfo()).error?.message).toBe('Zoom returned a server error (HTTP 503).');
	});
});

describe('A custom environment', () => {
	const API_URL = 'API URL of the Zoom credential: must be an address such as https://api.zoom.us';
	const TOKEN_URL =
		'Token URL of the Zoom credential: must be an address such as https://zoom.us/oauth/token';
	test.each<[Kind, object, string]>([
		['serverToServer', { customApiUrl: '' }, API_URL],
		['serverToServer', { customApiUrl: 'api.zoom.us' }, API_URL],
		['serverToServer', { customTokenUrl: '' }, TOKEN_URL],
		['serverToServer', { customTokenUrl: 'zoom.us/oauth/token' }, TOKEN_URL],
		['userManaged', { customApiUrl: '' }, API_URL],
		['accountLevel', { customApiUrl: 'api.zoom.us' }, API_URL],
	])(
		'of a %s connection with %j is refused before anything is sent',
		async (kind, urls, message) => {
			environment.credentials.save(kind, { ...environment.credentials.read(kind), ...urls });
			const { error } = await environment.run(kind, 'user.get', { userId: byId('me') });
			expect(error?.message).toBe(message);
			expect(environment.emulator.requests).toHaveLength(0);
		},
	);
});

describe('A redirect to somewhere else', () => {
	let elsewhere: Emulator;
	beforeAll(async () => {
		elsewhere = await createEmulator();
	});
	beforeEach(() => {
		elsewhere.reset();
	});
	afterAll(async () => {
		await elsewhere.close();
	});
	const redirect = (match: string, status: number) => {
		const headers = { location: `${elsewhere.url}/oauth/token` };
		environment.emulator.faults.add({ match, status, headers, body: '' });
	};

	describe.each([302, 307])('with HTTP %d', (status) => {
		test('is not followed for a token, which takes the client secret', async () => {
			redirect('POST /oauth/token', status);
			const { error } = await environment.run('serverToServer', 'user.get', { userId: byId('me') });
			expect(error?.message).toBe(`Zoom did not issue an access token (HTTP ${status}).`);
			expect(elsewhere.requests).toHaveLength(0);
		});

		test('is not followed to revoke one, which takes it too', async () => {
			redirect('POST /oauth/revoke', status);
			const { error } = await environment.run('userManaged', 'connection.revoke', {});
			expect(error?.message).toBe(`Zoom did not revoke the access token (HTTP ${status}).`);
			expect(elsewhere.requests).toHaveLength(0);
		});

		test("is not followed in n8n's test of the credential, which does so as well", async () => {
			redirect('POST /oauth/token', status);
			const { clientId, clientSecret } = environment.apps.serverToServer;
			await environment.choices('serverToServer').helpers.httpRequest({
				...(new ZoomServerToServerOAuth2Api().test.request as IHttpRequestOptions),
				url: `${environment.emulator.url}/oauth/token`,
				body: 'grant_type=account_credentials',
				auth: { username: clientId, password: clientSecret },
			});
			expect(environment.emulator.requests.to('POST /oauth/token')).toHaveLength(1);
			expect(elsewhere.requests).toHaveLength(0);
		});

		test('takes no access token along', async () => {
			redirect('GET /v2/users/{userId}', status);
			await environment.run('userManaged', 'user.get', { userId: byId('me') });
			expect(elsewhere.requests).toHaveLength(1);
			expect(elsewhere.requests[0].headers).not.toHaveProperty('authorization');
		});
	});
});

test('Revoking without a token is no call and no error', async () => {
	const { items } = await environment.run('serverToServer', 'connection.revoke', {});
	expect(items).toEqual([{ success: true, revoked: false }]);
	expect(environment.emulator.requests).toHaveLength(0);
});

test('Revoking that Zoom refuses is an error without secrets', async () => {
	await environment.run('userManaged', 'user.get', { userId: byId('me') });
	environment.emulator.faults.add({ match: 'POST /oauth/revoke', status: 500 });
	const { error } = await environment.run('userManaged', 'connection.revoke', {});
	expect(error?.message).toBe('Zoom did not revoke the access token (HTTP 500).');
	expect(JSON.stringify(error)).not.toContain(environment.apps.userManaged.clientSecret);
});

test('Revoking when Zoom is not there is an error without secrets', async () => {
	const credential = environment.credentials.read('userManaged');
	// A port nobody listens at.
	const customTokenUrl = 'http://127.0.0.1:9/oauth/token';
	environment.credentials.save('userManaged', { ...credential, customTokenUrl });
	const { error } = await environment.run('userManaged', 'connection.revoke', {});
	expect(error?.message).toBe(
		'Zoom cannot be reached at 127.0.0.1:9. The access token was not revoked.',
	);
	expect(JSON.stringify(error)).not.toContain(environment.apps.userManaged.clientSecret);
});

test('Revoking that breaks off does not claim that nothing happened', async () => {
	await environment.run('userManaged', 'user.get', { userId: byId('me') });
	environment.emulator.faults.add({ match: 'POST /oauth/revoke', reset: 'after' });
	const { error } = await environment.run('userManaged', 'connection.revoke', {});
	expect(error?.message).toBe(
		'The connection to Zoom was lost. The access token may have been revoked.',
	);
	expect(JSON.stringify(error)).not.toContain(environment.apps.userManaged.clientSecret);
});

test('Revoking at an address that is none names the field', async () => {
	const credential = environment.credentials.read('userManaged');
	environment.credentials.save('userManaged', {
		...credential,
		customTokenUrl: 'zoom.us/oauth/token',
	});
	const { error } = await environment.run('userManaged', 'connection.revoke', {});
	expect(error?.message).toMatch(/^Token URL of the Zoom credential: must be an address/);
});

test('Revoking for an app that was deactivated says so', async () => {
	environment.apps.userManaged.active = false;
	const { error } = await environment.run('userManaged', 'connection.revoke', {});
	expect(error?.message).toMatch(/^The Zoom app is not activated/);
});

test('Revoking what is revoked already says that the connection has ended', async () => {
	await environment.run('userManaged', 'user.get', { userId: byId('me') });
	await environment.run('userManaged', 'connection.revoke', {});
	const { error } = await environment.run('userManaged', 'connection.revoke', {});
	expect(error?.message).toMatch(/^Zoom no longer accepts this connection/);
});

describe('The scopes to add to an app', () => {
	const required = async (parameters: object) => {
		const { items } = await environment.run('serverToServer', 'connection.getRequiredScopes', {
			...parameters,
		});
		expect(environment.emulator.requests).toHaveLength(0);
		return items[0];
	};

	test.each([
		['serverToServer', ['meeting:write:meeting:admin', 'user:read:user:admin']],
		['account', ['meeting:write:meeting:admin', 'user:read:user:admin']],
		['user', ['meeting:write:meeting', 'user:read:user']],
	])('of kind %s are those of its level', async (appKind, scopes) => {
		expect(await required({ appKind, operations: ['meeting:create', 'user:get'] })).toEqual({
			appKind,
			scopes,
			scopeList: scopes.join('\n'),
			operations: ['meeting:create', 'user:get'],
			outOfReach: [],
		});
	});

	test.each(['meeting:juggle', 'connection:revoke', 'create', ''])(
		'are not told for the unknown operation "%s"',
		async (unknown) => {
			const { error } = await environment.run('serverToServer', 'connection.getRequiredScopes', {
				appKind: 'user',
				operations: ['meeting:create', unknown],
			});
			expect(error?.message).toBe(
				`Operation Names or IDs: must be from the list; "${unknown}" is not in it`,
			);
		},
	);

	test('leave out what a user-managed app can never do', async () => {
		expect(await required({ appKind: 'user', operations: ['user:getAll', 'user:get'] })).toEqual(
			expect.objectContaining({
				scopes: ['user:read:user'],
				operations: ['user:get'],
				outOfReach: ['user:getAll'],
			}),
		);
	});

	test('are those of every operation when none is chosen', async () => {
		const { scopes } = await required({ appKind: 'serverToServer' });
		expect(scopes).toHaveLength(new Set(scopes as string[]).size);
		expect((scopes as string[]).length).toBeGreaterThan(15);
	});
});
