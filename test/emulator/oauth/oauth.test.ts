import type { Reply } from '../caller';
import { apiOf, basic, postForm, read } from '../caller';
import { subscriptionScopes } from '../events/subscriptions/endpoints';
import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';

const day = 86_400_000;

describe('the token endpoint', () => {
	const clock = manualClock('2026-07-01T09:00:00Z');
	let emulator: Emulator;

	beforeAll(async () => {
		emulator = await createEmulator({ clock });
	});
	beforeEach(() => emulator.reset());
	afterAll(() => emulator.close());

	const token = (app: { clientId: string; clientSecret: string }, fields: Record<string, string>) =>
		postForm(emulator, '/oauth/token', app, fields);
	const accountCredentials = () => ({
		grant_type: 'account_credentials',
		account_id: emulator.account.id,
	});
	const refused = (reply: Reply, reason: string, error: string) => {
		expect(reply.status).toBe(400);
		expect(reply.body).toEqual({ reason, error });
	};

	describe('for a Server-to-Server app', () => {
		it('gives a token that acts as the owner for an hour', async () => {
			const { status, body } = await token(emulator.apps.serverToServer, accountCredentials());
			expect(status).toBe(200);
			expect(body).toEqual({
				access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
				token_type: 'bearer',
				expires_in: 3600,
				scope: emulator.apps.serverToServer.scopes.join(' '),
				api_url: emulator.url,
			});

			const api = apiOf(emulator, String(body.access_token));
			expect((await api('GET', '/users/me')).body.role_name).toBe('Owner');
			clock.advance(3_599_000);
			expect((await api('GET', '/users/me')).status).toBe(200);
			clock.advance(1_000);
			const late = await api('GET', '/users/me');
			expect(late.status).toBe(401);
			expect(late.body).toEqual({ code: 124, message: 'Access token is expired.' });
		});

		it('lets several tokens live side by side', async () => {
			const app = emulator.apps.serverToServer;
			const first = await token(app, accountCredentials());
			const second = await token(app, accountCredentials());
			expect(first.body.access_token).not.toBe(second.body.access_token);
			for (const { body } of [first, second]) {
				const reply = await apiOf(emulator, String(body.access_token))('GET', '/users/me');
				expect(reply.status).toBe(200);
			}
		});

		it('gives a token the scopes the app had at that moment', async () => {
			const app = emulator.apps.serverToServer;
			app.scopes = ['user:read:user:admin'];
			const { body } = await token(app, accountCredentials());
			app.scopes = ['meeting:read:meeting:admin'];
			expect(body.scope).toBe('user:read:user:admin');
			const reply = await apiOf(emulator, String(body.access_token))('GET', '/users/me');
			expect(reply.status).toBe(200);
		});

		it('refuses a wrong ID or secret, a wrong account and a grant of another kind', async () => {
			const app = emulator.apps.serverToServer;
			const wrong = ['Invalid client_id or client_secret', 'invalid_client'] as const;
			refused(await token({ ...app, clientSecret: 'x' }, accountCredentials()), ...wrong);
			refused(await token({ ...app, clientId: 'x' }, accountCredentials()), ...wrong);
			const bad = ['Bad Request', 'invalid_request'] as const;
			refused(await token(app, { ...accountCredentials(), account_id: 'other' }), ...bad);
			refused(await token(app, { grant_type: 'account_credentials' }), ...bad);
			const grant = ['unsupported grant type', 'unsupported_grant_type'] as const;
			for (const grant_type of ['authorization_code', 'refresh_token', ''])
				refused(await token(app, { grant_type }), ...grant);
			refused(await token(emulator.apps.userManaged, accountCredentials()), ...grant);
		});

		it("gives the app's own token the scopes over its subscriptions, and no other token", async () => {
			const app = emulator.apps.serverToServer;
			const own = await token(app, { grant_type: 'client_credentials' });
			expect(own.body.scope).toBe(subscriptionScopes.join(' '));
			const [, claims] = String(own.body.access_token).split('.');
			expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).not.toHaveProperty('aid');
			expect((await token(app, accountCredentials())).body.scope).not.toMatch(/event_subscription/);
			// As one page of Zoom's has it: without the other grant, the account's token does for this too.
			app.grants = ['account_credentials'];
			const grant = ['unsupported grant type', 'unsupported_grant_type'] as const;
			refused(await token(app, { grant_type: 'client_credentials' }), ...grant);
			expect((await token(app, accountCredentials())).body.scope).toMatch(/:event_subscription/);
		});

		it('reads its parameters from a form body only', async () => {
			const app = emulator.apps.serverToServer;
			const json = await read(
				fetch(`${emulator.url}/oauth/token`, {
					method: 'POST',
					headers: { authorization: basic(app), 'content-type': 'application/json' },
					body: JSON.stringify(accountCredentials()),
				}),
			);
			refused(json, 'unsupported grant type', 'unsupported_grant_type');
			const query = new URLSearchParams(accountCredentials());
			for (const fields of [{}, accountCredentials()])
				refused(
					await postForm(emulator, `/oauth/token?${query}`, app, fields),
					'unsupported grant type',
					'unsupported_grant_type',
				);
		});

		it('refuses an app that is not activated, and its tokens stop working', async () => {
			const app = emulator.apps.serverToServer;
			const { body } = await token(app, accountCredentials());
			app.active = false;
			refused(
				await token(app, accountCredentials()),
				'The app has been disabled by the developer',
				'invalid_client',
			);
			const reply = await apiOf(emulator, String(body.access_token))('GET', '/users/me');
			expect([reply.status, reply.body.code]).toEqual([401, 124]);
		});
	});

	describe('for a General App', () => {
		const refresh = (refresh_token: unknown, app = emulator.apps.userManaged) =>
			token(app, { grant_type: 'refresh_token', refresh_token: String(refresh_token) });

		it('rotates the refresh token: each works once', async () => {
			const first = emulator.authorize(emulator.apps.userManaged);
			const second = await refresh(first.refresh_token);
			expect(second.status).toBe(200);
			expect(second.body.refresh_token).not.toBe(first.refresh_token);
			refused(await refresh(first.refresh_token), 'Invalid Token!', 'invalid_grant');
			expect((await refresh(second.body.refresh_token)).status).toBe(200);
		});

		it('leaves the access token of before alive, as was seen at Zoom', async () => {
			const first = emulator.authorize(emulator.apps.userManaged);
			await refresh(first.refresh_token);
			const reply = await apiOf(emulator, first.access_token)('GET', '/users/me');
			expect(reply.status).toBe(200);
		});

		it('forgets a refresh token after ninety days', async () => {
			const { refresh_token } = emulator.authorize(emulator.apps.userManaged);
			clock.advance(90 * day - 1);
			const later = await refresh(refresh_token);
			expect(later.status).toBe(200);
			clock.advance(90 * day);
			refused(await refresh(later.body.refresh_token), 'Invalid Token!', 'invalid_grant');
		});

		it('refuses the refresh token of another app', async () => {
			const { refresh_token } = emulator.authorize(emulator.apps.userManaged);
			const other = await refresh(refresh_token, emulator.apps.accountLevel);
			refused(other, 'Invalid Token!', 'invalid_grant');
		});

		it('keeps the scopes of the consent when the app gets more', async () => {
			const app = emulator.apps.userManaged;
			app.scopes = ['user:read:user'];
			const { refresh_token } = emulator.authorize(app);
			app.scopes = ['user:read:user', 'meeting:read:meeting'];
			expect((await refresh(refresh_token)).body.scope).toBe('user:read:user');
			expect(emulator.authorize(app).scope).toBe('user:read:user meeting:read:meeting');
		});

		it('kills the tokens of an earlier authorization of the same user and app', async () => {
			const { userManaged, accountLevel } = emulator.apps;
			const first = emulator.authorize(userManaged, 'henrik.holm@example.com');
			const otherUser = emulator.authorize(userManaged, 'hana.hayashi@example.com');
			const otherApp = emulator.authorize(accountLevel, 'henrik.holm@example.com');
			const second = emulator.authorize(userManaged, 'henrik.holm@example.com');
			const status = async (value: string) =>
				(await apiOf(emulator, value)('GET', '/users/me')).status;
			expect(await status(first.access_token)).toBe(401);
			refused(await refresh(first.refresh_token), 'Invalid Token!', 'invalid_grant');
			for (const { access_token } of [second, otherUser, otherApp])
				expect(await status(access_token)).toBe(200);
		});

		it('gives the app itself a token for its own things only', async () => {
			const app = emulator.apps.userManaged;
			app.scopes = ['imchat:bot', 'user:read:user'];
			const { status, body } = await token(app, { grant_type: 'client_credentials' });
			expect(status).toBe(200);
			expect(String(body.scope).split(' ')).toEqual(['imchat:bot', ...subscriptionScopes]);
			expect(body).not.toHaveProperty('refresh_token');
			const reply = await apiOf(emulator, String(body.access_token))('GET', '/users/me');
			expect(reply.body.code).toBe(4711);
		});
	});

	describe('revoking', () => {
		const revoke = (value: string, app = emulator.apps.userManaged) =>
			postForm(emulator, '/oauth/revoke', app, { token: value });

		it('ends the access token and its refresh token', async () => {
			const { access_token, refresh_token } = emulator.authorize(emulator.apps.userManaged);
			const { status, body } = await revoke(access_token);
			expect([status, body]).toEqual([200, { status: 'success' }]);
			const reply = await apiOf(emulator, access_token)('GET', '/users/me');
			expect(reply.body).toEqual({ code: 124, message: 'Invalid access token.' });
			const again = await token(emulator.apps.userManaged, {
				grant_type: 'refresh_token',
				refresh_token: String(refresh_token),
			});
			refused(again, 'Invalid Token!', 'invalid_grant');
		});

		it('refuses a token that is unknown, ended or of another app', async () => {
			const { access_token } = emulator.authorize(emulator.apps.userManaged);
			const invalid = ['Invalid Token!', 'invalid_request'] as const;
			refused(await revoke('nonsense'), ...invalid);
			refused(await revoke(access_token, emulator.apps.accountLevel), ...invalid);
			await revoke(access_token);
			refused(await revoke(access_token), ...invalid);
		});
	});
});
