import { apiOf, read } from '../caller';
import type { Emulator } from '..';
import { createEmulator } from '..';

describe('who may do what', () => {
	let emulator: Emulator;

	beforeAll(async () => {
		emulator = await createEmulator();
	});
	beforeEach(() => emulator.reset());
	afterAll(() => emulator.close());

	const apiWith = (scopes: string[], app = emulator.apps.serverToServer, user?: string) => {
		app.scopes = scopes;
		return apiOf(emulator, emulator.authorize(app, user).access_token);
	};
	const missing = (scopes: string) => ({
		code: 4711,
		message: `Invalid access token, does not contain scopes:[${scopes}].`,
	});

	it('answers every call with a tracking ID and, where the route is known, its label', async () => {
		const api = apiOf(emulator);
		const light = await api('GET', '/users/me');
		expect(light.headers.get('x-zm-trackingid')).toMatch(/^v=2\.0;clid=us02;rid=WEB_[0-9a-f]{32}$/);
		expect(light.headers.get('x-ratelimit-category')).toBe('Light');
		expect(light.headers.has('x-ratelimit-limit')).toBe(false);
		expect((await api('GET', '/users')).headers.get('x-ratelimit-category')).toBe('Medium');
		const unknown = await api('GET', '/nowhere');
		expect(unknown.headers.get('x-zm-trackingid')).toMatch(/^v=2\.0/);
		expect(unknown.headers.has('x-ratelimit-category')).toBe(false);
	});

	it('refuses a call without a token, and with one that is none', async () => {
		const bare = await read(fetch(`${emulator.url}/v2/users/me`));
		expect([bare.status, bare.body.message]).toEqual([401, 'Requires an access token.']);
		const query = await read(fetch(`${emulator.url}/v2/users/me?access_token=x`));
		expect(query.status).toBe(401);
		const wrong = await apiOf(emulator, 'nonsense')('GET', '/users/me');
		expect([wrong.status, wrong.body]).toEqual([
			401,
			{ code: 124, message: 'Invalid access token.' },
		]);
	});

	it('names the scopes a route wants, and takes any one of them', async () => {
		const refused = await apiWith(['user:read:user:admin'])('PATCH', '/meetings/81234567890', {});
		expect(refused.status).toBe(400);
		expect(refused.body).toEqual(missing('meeting:update:meeting:admin, meeting:update:meeting'));
		const api = apiWith(['meeting:update:meeting:admin']);
		expect((await api('PATCH', '/meetings/81234567890', { topic: 'x' })).status).toBe(204);
	});

	it('takes classic scopes too, and names them to an app that has only such', async () => {
		const api = apiWith(['user:read:admin']);
		expect((await api('GET', '/users/henrik.holm@example.com')).status).toBe(200);
		const refused = await api('GET', '/meetings/81234567890');
		expect(refused.body).toEqual(missing('meeting:read, meeting:read:admin'));
	});

	it('checks scopes before it looks at the input', async () => {
		const refused = await apiWith(['user:read:user:admin'])('POST', '/users/me/meetings', {
			nonsense: 1,
		});
		expect(refused.body.code).toBe(4711);
	});

	describe('a user-level token', () => {
		const henrik = () =>
			apiOf(
				emulator,
				emulator.authorize(emulator.apps.userManaged, 'henrik.holm@example.com').access_token,
			);

		it('reaches its own user, by `me`, ID or e-mail address', async () => {
			for (const who of ['me', 'HenrikHolm-Host_000000', 'Henrik.Holm@example.com'])
				expect((await henrik()('GET', `/users/${who}`)).body.first_name).toBe('Henrik');
		});

		it('is told the admin scope when it reaches for others, who exist or not', async () => {
			for (const who of ['hana.hayashi@example.com', 'nobody@example.com']) {
				const refused = await henrik()('GET', `/users/${who}`);
				expect([refused.status, refused.body]).toEqual([400, missing('user:read:user:admin')]);
			}
			const refused = await henrik()('GET', '/meetings/83456789012');
			expect(refused.body).toEqual(missing('meeting:read:meeting:admin'));
			expect((await henrik()('GET', '/meetings/81234567890')).status).toBe(200);
		});

		it('cannot call routes that have no user-level scope', async () => {
			expect((await henrik()('GET', '/users')).body).toEqual(missing('user:read:list_users:admin'));
		});

		it('dies with its user', async () => {
			const api = henrik();
			await apiOf(emulator)('PUT', '/users/henrik.holm@example.com/status', {
				action: 'deactivate',
			});
			expect((await api('GET', '/users/me')).status).toBe(401);
		});
	});

	it('takes `me` for the owner in Server-to-Server calls', async () => {
		const { status, body } = await apiOf(emulator)('POST', '/users/me/meetings', { topic: 'x' });
		expect([status, body.host_email]).toEqual([201, 'olivia.ortiz@example.com']);
	});

	it('lets an account-level token reach everyone', async () => {
		const { access_token } = emulator.authorize(emulator.apps.accountLevel);
		const reply = await apiOf(emulator, access_token)('GET', '/users/hana.hayashi@example.com');
		expect(reply.status).toBe(200);
	});
});
