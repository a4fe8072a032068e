import { createHash } from 'node:crypto';
import { apiOf, postForm, read } from '../caller';
import type { App, Emulator } from '..';
import { createEmulator, manualClock } from '..';

const callback = 'https://n8n.example.com/rest/oauth2-credential/callback';

describe('the authorize page', () => {
	const clock = manualClock('2026-07-01T09:00:00Z');
	let emulator: Emulator;

	beforeAll(async () => {
		emulator = await createEmulator({ clock });
	});
	beforeEach(() => emulator.reset());
	afterAll(() => emulator.close());

	const address = (more: Record<string, string> = {}, app: App = emulator.apps.userManaged) => {
		const query = {
			response_type: 'code',
			client_id: app.clientId,
			redirect_uri: callback,
			...more,
		};
		return `${emulator.url}/oauth/authorize?${new URLSearchParams(query)}`;
	};
	const decide = async (url: string, form: Record<string, string>) => {
		const response = await fetch(url, {
			method: 'POST',
			redirect: 'manual',
			body: new URLSearchParams(form),
		});
		return { status: response.status, target: new URL(response.headers.get('location') ?? '') };
	};
	const allow = async (url: string, user = 'henrik.holm@example.com') =>
		(await decide(url, { user, decision: 'allow' })).target.searchParams.get('code') ?? '';
	const exchange = (code: string, more: Record<string, string> = {}, app?: App) =>
		postForm(emulator, '/oauth/token', app ?? emulator.apps.userManaged, {
			grant_type: 'authorization_code',
			code,
			redirect_uri: callback,
			...more,
		});

	it('shows the app, its scopes, and who one can be', async () => {
		emulator.apps.userManaged.name = 'Q & A <Bot>';
		emulator.apps.userManaged.scopes = ['user:read:user', 'meeting:write:meeting'];
		const { status, headers, text } = await read(fetch(address({ scope: '' })));
		expect(status).toBe(200);
		expect(headers.get('content-type')).toMatch(/^text\/html/);
		expect(text).toContain('Q &amp; A &lt;Bot&gt;');
		expect(text).toContain('user:read:user');
		expect(text).toContain('henrik.holm@example.com');
		expect(text).not.toContain('petra.pohl@example.com');
		expect(text).not.toContain('daan.dekker@example.com');
		expect(text).toMatch(/<form method="post" action="[^"]*redirect_uri=/);
		expect(text).toContain(' name="decision" value="allow">Allow</button>');
		expect(text).toContain(' name="decision" value="decline">Decline</button>');
	});

	it('goes back with a code when allowed, and the code gives tokens of the chosen user', async () => {
		const { status, target } = await decide(address({ state: 'a b&c' }), {
			user: 'HanaHayashi-Host_00000',
			decision: 'allow',
		});
		expect(status).toBe(302);
		expect(target.origin + target.pathname).toBe(callback);
		expect(target.searchParams.get('state')).toBe('a b&c');

		const { status: exchanged, body } = await exchange(target.searchParams.get('code') ?? '');
		expect(exchanged).toBe(200);
		expect(body).toMatchObject({ token_type: 'bearer', expires_in: 3600, api_url: emulator.url });
		expect(body.refresh_token).toEqual(expect.any(String));
		const me = await apiOf(emulator, String(body.access_token))('GET', '/users/me');
		expect(me.body.email).toBe('hana.hayashi@example.com');
	});

	it('goes back with access_denied when declined', async () => {
		const { status, target } = await decide(address({ state: 's1' }), { decision: 'decline' });
		expect(status).toBe(302);
		expect(Object.fromEntries(target.searchParams)).toEqual({
			error: 'access_denied',
			state: 's1',
		});
	});

	it('takes a code once, within five minutes, from its own app and redirect URL', async () => {
		const used = await allow(address());
		expect((await exchange(used)).status).toBe(200);
		expect((await exchange(used)).body.error).toBe('invalid_request');

		const late = await allow(address());
		clock.advance(5 * 60_000);
		expect((await exchange(late)).body.error).toBe('invalid_request');

		const elsewhere = await exchange(await allow(address()), { redirect_uri: 'https://x.example' });
		expect(elsewhere.body).toEqual({ reason: 'Redirect URI mismatch.', error: 'invalid_request' });

		const stolen = await exchange(await allow(address()), {}, emulator.apps.accountLevel);
		expect(stolen.status).toBe(400);
	});

	describe('with PKCE', () => {
		const verifier = 'correct-horse-battery-staple-correct-horse-battery';
		const challenge = createHash('sha256').update(verifier).digest('base64url');
		const s256 = { code_challenge: challenge, code_challenge_method: 'S256' };

		it('takes the code with the verifier behind the challenge', async () => {
			const code = await allow(address(s256));
			expect((await exchange(code, { code_verifier: verifier })).status).toBe(200);
			const plain = { code_challenge: verifier, code_challenge_method: 'plain' };
			const plainCode = await allow(address(plain));
			expect((await exchange(plainCode, { code_verifier: verifier })).status).toBe(200);
		});

		it('refuses the code with another verifier or none', async () => {
			expect((await exchange(await allow(address(s256)), { code_verifier: 'x' })).status).toBe(400);
			expect((await exchange(await allow(address(s256)))).status).toBe(400);
			const plain = { code_challenge: challenge, code_challenge_method: 'plain' };
			const reply = await exchange(await allow(address(plain)), { code_verifier: verifier });
			expect(reply.status).toBe(400);
		});
	});

	it('lets only an admin authorize an account-level app', async () => {
		const app = emulator.apps.accountLevel;
		const { text } = await read(fetch(address({}, app)));
		expect(text).toContain('olivia.ortiz@example.com');
		expect(text).not.toContain('henrik.holm@example.com');
		const refused = await read(
			fetch(address({}, app), {
				method: 'POST',
				body: new URLSearchParams({ user: 'henrik.holm@example.com', decision: 'allow' }),
			}),
		);
		expect(refused.status).toBe(400);
		const code = await allow(address({}, app), 'olivia.ortiz@example.com');
		expect((await exchange(code, {}, app)).body.scope).toContain(':admin');
	});

	describe('shows an error page', () => {
		const problem = async (url: string, content: string) => {
			const { status, text, headers } = await read(fetch(url));
			expect(status).toBe(400);
			expect(headers.get('content-type')).toMatch(/^text\/html/);
			expect(text).toContain(content);
		};

		it('for an unknown client ID', () =>
			problem(address({ client_id: '<b>' }), 'Invalid client_id: &lt;b&gt; (4,702)'));

		it('for a redirect URL the app does not have', () =>
			problem(
				address({ redirect_uri: 'https://evil.example.com/' }),
				'Invalid redirect: https://evil.example.com/ (4,700)',
			));

		it('for an http:// redirect URL, though the app has it', async () => {
			const redirect_uri = 'http://localhost:5678/rest/oauth2-credential/callback';
			expect(emulator.apps.userManaged.redirectUris).toContain(redirect_uri);
			await problem(address({ redirect_uri }), 'Invalid redirect');
			emulator.settings.insecureRedirects = true;
			expect((await fetch(address({ redirect_uri }))).status).toBe(200);
			emulator.settings.insecureRedirects = false;
		});

		it('for a disabled app', () => {
			emulator.apps.userManaged.active = false;
			return problem(address(), '(4,717)');
		});

		it('for a scope the app does not have, while its own may be named', async () => {
			await problem(
				address({ scope: 'user:read:user phone:read:nothing' }),
				'Invalid scope: phone',
			);
			const scope = emulator.apps.userManaged.scopes.join(' ');
			expect((await fetch(address({ scope }))).status).toBe(200);
		});

		it('for a Server-to-Server app and for another response type', async () => {
			await problem(address({}, emulator.apps.serverToServer), '(4,705)');
			await problem(address({ response_type: 'token' }), '(4,705)');
		});
	});
});
