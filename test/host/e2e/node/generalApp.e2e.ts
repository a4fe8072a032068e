import type { App } from '../../../emulator';
import type { Credential } from '../../n8n/rest';
import { outputOf, type Execution } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';
import { createMeeting, getUser, zoomNode } from '../../workflows/zoomNode';

const hour = 3_600_000;
const henrik = 'henrik.holm@example.com';
const olivia = 'olivia.ortiz@example.com';

let fixture: HostFixture;
beforeAll(async () => {
	fixture = await HostFixture.open();
});
beforeEach(() => {
	fixture.emulator.reset();
});
afterAll(async () => {
	await fixture.close();
});

const readUser = async (credential: Credential, user?: string) =>
	await fixture.run(zoomNode(credential, getUser(user)));
const emailOf = ({ data }: Execution) => outputOf(data, 'Zoom')[0]?.json.email;
const messageOf = ({ data }: Execution) => data.resultData.error?.message;
const grants = () =>
	fixture.emulator.requests
		.to('POST /oauth/token')
		.map(({ body }) => (body as { grant_type: string }).grant_type);

describe('Connecting a General App', () => {
	it('sends people to Zoom with PKCE, a state, no scope and an https redirect URL', async () => {
		const app = fixture.newApp('userManaged');
		const { id } = await fixture.generalApp(app);
		const url = new URL(await fixture.rest.authorizationUrl(id));
		expect(url.origin + url.pathname).toBe(`${fixture.emulator.url}/oauth/authorize`);
		expect(Object.fromEntries(url.searchParams)).toEqual({
			client_id: app.clientId,
			response_type: 'code',
			redirect_uri: expect.stringMatching(/^https:.*\/rest\/oauth2-credential\/callback$/),
			state: expect.stringMatching(/./),
			scope: '',
			code_challenge: expect.stringMatching(/^[\w-]{43}$/),
			code_challenge_method: 'S256',
		});
	});

	it('shows a page at Zoom that names the app and its scopes', async () => {
		const { id } = await fixture.generalApp(
			fixture.newApp('userManaged', { name: 'Our App', scopes: ['meeting:write:meeting'] }),
		);
		const page = await (await fetch(await fixture.rest.authorizationUrl(id))).text();
		expect(page).toContain('Our App');
		expect(page).toContain('meeting:write:meeting');
	});

	it('exchanges the code with a header, a form and the verifier of the challenge', async () => {
		const app = fixture.newApp('userManaged');
		const { id } = await fixture.generalApp(app);
		const page = await fixture.answerConsent(await fixture.rest.authorizationUrl(id));
		expect(page).toContain('Connection successful');
		const [exchange] = fixture.emulator.requests.to('POST /oauth/token');
		const basic = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64');
		expect(exchange).toMatchObject({
			status: 200,
			query: {},
			headers: { authorization: `Basic ${basic}` },
			body: {
				grant_type: 'authorization_code',
				code: expect.any(String),
				code_verifier: expect.stringMatching(/^[\w.~-]{43,128}$/),
			},
		});
		expect(exchange.body).not.toHaveProperty('client_secret');
	});

	it('says so when the person declines, and stays unconnected', async () => {
		const credential = await fixture.generalApp();
		const url = await fixture.rest.authorizationUrl(credential.id);
		const page = await fixture.answerConsent(url, 'decline');
		expect(page).toContain('Failed to connect');
		expect(page).toContain('access_denied');
		expect(fixture.tokenCalls).toBe(0);
		expect(messageOf(await readUser(credential))).toBe(
			'This credential is not connected to Zoom yet. Open it in n8n and click Connect.',
		);
	});

	it('says so when the secret is wrong', async () => {
		const app = fixture.newApp('userManaged');
		const { id } = await fixture.generalApp({ ...app, clientSecret: 'wrong' });
		const page = await fixture.answerConsent(await fixture.rest.authorizationUrl(id));
		expect(page).toContain('Failed to connect');
		expect(page).not.toContain(app.clientSecret);
	});

	it.each<[string, (app: App) => void, string]>([
		['the app is not active', (app) => (app.active = false), 'The app has been disabled (4,717)'],
		['the redirect URL is not the one in the app', (app) => (app.redirectUris = []), '(4,700)'],
		['the client ID is unknown', (app) => (app.clientId = 'another'), '(4,702)'],
	])("ends on Zoom's page when %s", async (_, spoil, says) => {
		const app = fixture.newApp('userManaged');
		const { id } = await fixture.generalApp(app);
		spoil(app);
		const answer = await fetch(await fixture.rest.authorizationUrl(id));
		expect(answer.status).toBe(400);
		expect(await answer.text()).toContain(says);
	});

	it('is refused by Zoom when n8n is not reached by https', async () => {
		const app = fixture.newApp('userManaged');
		const { id } = await fixture.generalApp(app);
		const url = new URL(await fixture.rest.authorizationUrl(id));
		const insecure = url.searchParams.get('redirect_uri')!.replace(/^https/, 'http');
		app.redirectUris.push(insecure);
		url.searchParams.set('redirect_uri', insecure);
		const answer = await fetch(url);
		expect(answer.status).toBe(400);
		expect(await answer.text()).toContain(`Invalid redirect: ${insecure} (4,700)`);
	});
});

describe('A connected General App', () => {
	it('that is user-managed acts for the user who connected it, and reaches no other', async () => {
		const credential = await fixture.connectedApp();
		const created = await fixture.run(zoomNode(credential, createMeeting('Mine')));
		expect(outputOf(created.data, 'Zoom')[0].json).toMatchObject({
			topic: 'Mine',
			host_email: henrik,
		});
		expect(emailOf(await readUser(credential))).toBe(henrik);
		expect(messageOf(await readUser(credential, 'hana.hayashi@example.com'))).toMatch(
			/^Your Zoom app is missing required permissions: user:read:user:admin/,
		);
	});

	it('that is account-level acts for the whole account', async () => {
		const credential = await fixture.connectedApp(fixture.newApp('accountLevel'), olivia);
		expect(emailOf(await readUser(credential))).toBe(olivia);
		expect(emailOf(await readUser(credential, henrik))).toBe(henrik);
		const created = await fixture.run(zoomNode(credential, createMeeting('For Henrik', henrik)));
		expect(outputOf(created.data, 'Zoom')[0].json).toMatchObject({ host_email: henrik });
	});

	it.each<[App['kind'], string, string]>([
		['userManaged', henrik, 'user'],
		['accountLevel', olivia, 'account'],
	])('that is %s says who is connected, and what it may do', async (kind, email, appKind) => {
		const app = fixture.newApp(kind);
		const credential = await fixture.connectedApp(app, email);
		const { data } = await fixture.run(
			zoomNode(credential, { resource: 'connection', operation: 'getInfo' }),
		);
		expect(outputOf(data, 'Zoom')[0].json).toMatchObject({
			connected: true,
			email,
			appKind,
			apiUrl: fixture.emulator.url,
			grantedScopes: app.scopes,
		});
	});

	it('renews its token in the middle of a run', async () => {
		const credential = await fixture.connectedApp();
		fixture.emulator.faults.add({ match: 'POST /v2/users/*/meetings', skip: 1, expireToken: true });
		const items = { name: 'Items', type: 'n8n-nodes-base.set', typeVersion: 3.4 };
		const list = '={{ { "topics": ["one", "two", "three"] } }}';
		const { data } = await fixture.run(
			{ ...items, parameters: { mode: 'raw', jsonOutput: list } },
			{
				name: 'Split',
				type: 'n8n-nodes-base.splitOut',
				parameters: { fieldToSplitOut: 'topics' },
			},
			// One at a time, else the third may come to Zoom before there is a new token.
			zoomNode(credential, {
				...createMeeting('={{ $json.topics }}'),
				options: { concurrentRequests: 1 },
			}),
		);
		expect(outputOf(data, 'Zoom').map(({ json }) => json.topic)).toEqual(['one', 'two', 'three']);
		expect(grants()).toEqual(['authorization_code', 'refresh_token']);
		const created = fixture.emulator.requests.to('POST /v2/users/{userId}/meetings');
		expect(created.map(({ status }) => status)).toEqual([201, 401, 201, 201]);
	});

	it('stays connected from renewal to renewal', async () => {
		const credential = await fixture.connectedApp();
		for (let day = 0; day < 3; day++) {
			fixture.emulator.clock.advance(24 * hour);
			expect(emailOf(await readUser(credential))).toBe(henrik);
		}
		expect(grants()).toEqual(['authorization_code', ...Array(3).fill('refresh_token')]);
	});

	it('that lay idle for 90 days has to be connected again', async () => {
		const credential = await fixture.connectedApp();
		fixture.emulator.clock.advance(90 * 24 * hour);
		expect(messageOf(await readUser(credential))).toMatch(
			/^Zoom no longer accepts this connection: .* Open the credential in n8n and connect it again\.$/,
		);
		await fixture.reconnect(credential);
		expect(emailOf(await readUser(credential))).toBe(henrik);
	});

	it('that was given a scope has it once it is connected again', async () => {
		const app = fixture.newApp('userManaged', { scopes: ['meeting:read:meeting'] });
		const credential = await fixture.connectedApp(app);
		const refused = await readUser(credential);
		expect(messageOf(refused)).toBe(
			'Your Zoom app is missing required permissions: user:read:user',
		);
		expect(refused.data.resultData.error?.description).toMatch(/connect the credential .*again/);
		app.scopes.push('user:read:user');
		await fixture.reconnect(credential);
		expect(emailOf(await readUser(credential))).toBe(henrik);
	});

	it('whose secret was changed says so when its token has run out', async () => {
		const app = fixture.newApp('userManaged');
		const credential = await fixture.connectedApp(app);
		app.clientSecret = 'a new one';
		expect(emailOf(await readUser(credential))).toBe(henrik);
		fixture.emulator.clock.advance(hour);
		expect(messageOf(await readUser(credential))).toMatch(/^Invalid credentials: /);
	});

	it('whose app was deactivated says so', async () => {
		const app = fixture.newApp('userManaged');
		const credential = await fixture.connectedApp(app);
		app.active = false;
		expect(messageOf(await readUser(credential))).toMatch(/^The Zoom app is not activated\./);
	});
});

describe('Ending the connection of a General App', () => {
	it('with Revoke ends it at Zoom; the next run asks to connect again', async () => {
		const credential = await fixture.connectedApp();
		const { data } = await fixture.run(
			zoomNode(credential, { resource: 'connection', operation: 'revoke' }),
		);
		expect(outputOf(data, 'Zoom')[0].json).toEqual({ success: true, revoked: true });
		const [revocation] = fixture.emulator.requests.to('POST /oauth/revoke');
		expect(revocation.status).toBe(200);
		expect(messageOf(await readUser(credential))).toMatch(
			/^Zoom no longer accepts this connection: .* Open the credential in n8n and connect it again\.$/,
		);
		await fixture.reconnect(credential);
		expect(emailOf(await readUser(credential))).toBe(henrik);
	});

	it('with Revoke ends it also when its token has run out', async () => {
		const credential = await fixture.connectedApp();
		fixture.emulator.clock.advance(hour);
		const { data } = await fixture.run(
			zoomNode(credential, { resource: 'connection', operation: 'revoke' }),
		);
		expect(outputOf(data, 'Zoom')[0].json).toEqual({ success: true, revoked: true });
		expect(messageOf(await readUser(credential))).toMatch(
			/^Zoom no longer accepts this connection/,
		);
	});

	it("with n8n's Disconnect leaves no token in n8n", async () => {
		const credential = await fixture.connectedApp();
		await fixture.rest.disconnect(credential.id);
		expect(messageOf(await readUser(credential))).toMatch(
			/^This credential is not connected to Zoom yet\./,
		);
		expect(fixture.emulator.requests.to('* /v2/*')).toHaveLength(0);
		await fixture.reconnect(credential);
		expect(emailOf(await readUser(credential))).toBe(henrik);
	});

	it('by connecting the same user in a second credential ends the first', async () => {
		const app = fixture.newApp('userManaged');
		const first = await fixture.connectedApp(app);
		const second = await fixture.connectedApp(app);
		expect(emailOf(await readUser(second))).toBe(henrik);
		expect(messageOf(await readUser(first))).toMatch(/^Zoom no longer accepts this connection/);
	});
});
