import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { ZoomServerToServerOAuth2Api } from '../../../credentials/ZoomServerToServerOAuth2Api.credentials';
import { ZoomTokenError } from '../../../nodes/Zoom/transport/auth/storedToken';
import { clock as nodeClock } from '../../../nodes/Zoom/transport/sync/clock';

const type = new ZoomServerToServerOAuth2Api();
const NOW = Date.parse('2026-07-05T10:00:00Z');
const SCOPES = 'meeting:read:meeting:admin meeting:write:meeting:admin';

type Fields = Record<string, unknown>;
interface Answer {
	statusCode?: number;
	body?: unknown;
	headers?: Fields;
}

// Tokens are shared within a process, so each test has an app of its own.
let apps = 0;
let app: Fields;
let http: jest.Mock<Promise<unknown>, [IHttpRequestOptions]>;
let tokens: number;

const granted = (more: Fields = {}): Answer => ({
	body: {
		access_token: `token-${++tokens}-of-${apps}`,
		token_type: 'bearer',
		expires_in: 3600,
		scope: SCOPES,
		api_url: 'https://api-eu.zoom.us',
		...more,
	},
});
const answers = (make: () => Answer) =>
	http.mockImplementation(async () => {
		await Promise.resolve();
		return { statusCode: 200, headers: {}, ...make() };
	});

beforeEach(() => {
	apps++;
	tokens = 0;
	app = {
		accountId: 'aBcD1234_efGH-56',
		clientId: `client-${apps}`,
		clientSecret: 'S3cr3tV4lue',
		environment: 'zoom',
		checkScopesFor: [],
		sessionToken: '',
	};
	http = jest.fn();
	answers(() => granted());
	jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => jest.restoreAllMocks());

const asCredential = (fields: Fields) => fields as ICredentialDataDecryptedObject;

/** What n8n stores after asking for a token. */
const fetchToken = async (fields: Fields = app) =>
	await type.preAuthentication.call({ helpers: { httpRequest: http } }, asCredential(fields));

/** The token n8n would store. */
const tokenOf = async (fields: Fields = app) => {
	const { sessionToken } = await fetchToken(fields);
	return (JSON.parse(sessionToken) as { token: string }).token;
};
const failureOf = async (fields: Fields = app): Promise<ZoomTokenError> => {
	const [result] = await Promise.allSettled([fetchToken(fields)]);
	if (result.status === 'fulfilled') throw new Error('There was a token');
	expect(result.reason).toBeInstanceOf(ZoomTokenError);
	return result.reason as ZoomTokenError;
};
const together = async <T>(times: number, act: () => Promise<T>) =>
	await Promise.all(Array.from({ length: times }, act));

describe('Asking for a token', () => {
	test('sends the parameters in the form and the client in a header', async () => {
		await fetchToken();
		expect(http).toHaveBeenCalledTimes(1);
		expect(http.mock.calls[0][0]).toMatchObject({
			method: 'POST',
			url: 'https://zoom.us/oauth/token',
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: 'grant_type=account_credentials&account_id=aBcD1234_efGH-56',
			auth: { username: app.clientId, password: 'S3cr3tV4lue' },
		});
		expect(http.mock.calls[0][0]).not.toHaveProperty('qs');
		expect(Number(http.mock.calls[0][0].timeout)).toBeGreaterThan(0);
	});

	test.each([
		[{ environment: 'zoomGov' }, 'https://zoomgov.com/oauth/token'],
		[
			{ environment: 'custom', customTokenUrl: 'http://127.0.0.1:4000/oauth/token' },
			'http://127.0.0.1:4000/oauth/token',
		],
	])('asks where %j says', async (fields, url) => {
		await fetchToken({ ...app, ...fields });
		expect(http.mock.calls[0][0].url).toBe(url);
	});

	test('keeps the token with its scopes, its region and its end', async () => {
		expect(JSON.parse((await fetchToken()).sessionToken)).toEqual({
			token: `token-1-of-${apps}`,
			scope: SCOPES,
			api_url: 'https://api-eu.zoom.us',
			fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
			expiresAt: NOW + 3600_000,
		});
	});

	test('keeps no secret with it', async () => {
		expect((await fetchToken()).sessionToken).not.toContain('S3cr3tV4lue');
	});

	const nothing = { scope: null, api_url: null, expires_in: null };
	test.each<[string, Fields, number]>([
		['leaves out', {}, 3600],
		['says nothing of', nothing, 3600],
		['says oddly', { expires_in: 'soon' }, 3600],
		['says to have ended', { expires_in: 0 }, 3600],
		['says in text', { expires_in: '7200' }, 7200],
		['says to last a second', { expires_in: 1 }, 1],
		['says to last a day', { expires_in: 86_400 }, 86_400],
		['says to last longer than a day', { expires_in: 86_401 }, 3600],
		['says to last for ever', { expires_in: 1e308 }, 3600],
		['says to last for ever, in text', { expires_in: '1e999' }, 3600],
		['says to last no second', { expires_in: 0.5 }, 3600],
		['says to have ended before', { expires_in: -1 }, 3600],
		['says in an empty text', { expires_in: '' }, 3600],
		['says in no number at all', { expires_in: [7200], scope: ['a'], api_url: {} }, 3600],
	])('does with what Zoom %s', async (_, answer, life) => {
		answers(() => ({ body: { access_token: 'bare', ...answer } }));
		const { api_url, ...token } = JSON.parse((await fetchToken()).sessionToken) as Fields;
		expect(api_url).toBeUndefined();
		expect(token).toMatchObject({ token: 'bare', scope: '', expiresAt: NOW + life * 1000 });
	});
});

describe('An Account ID', () => {
	test.each([
		[''],
		[' '],
		['123456789'],
		['jane@example.com'],
		['aBcD 1234'],
		['aBcD/1234'],
		['äBcD1234'],
		['aBcD.1234'],
		[undefined],
		[null],
		[12345],
	])('such as %j is refused without a call', async (accountId) => {
		const { message, transient } = await failureOf({ ...app, accountId });
		expect(message).toMatch(/^Invalid Account ID format/);
		expect(transient).toBe(false);
		expect(http).not.toHaveBeenCalled();
	});

	test.each(['aBcD1234', '_a-', '-1', 'A'])('such as %s goes to Zoom', async (accountId) => {
		await fetchToken({ ...app, accountId });
		expect(http).toHaveBeenCalledTimes(1);
	});

	test('goes to Zoom without the blanks around it, as do the ID and secret of the app', async () => {
		await fetchToken({
			...app,
			accountId: ' aBcD1234\n',
			clientId: ' id',
			clientSecret: '\tsecret ',
		});
		expect(http).toHaveBeenCalledWith(
			expect.objectContaining({
				body: 'grant_type=account_credentials&account_id=aBcD1234',
				auth: { username: 'id', password: 'secret' },
			}),
		);
	});
});

describe('A Token URL of a custom environment', () => {
	test.each(['', 'zoom.us/oauth/token'])('such as %j is refused without a call', async (url) => {
		const { message, transient } = await failureOf({
			...app,
			environment: 'custom',
			customTokenUrl: url,
		});
		expect(message).toMatch(/^Token URL of the Zoom credential: must be an address/);
		expect(transient).toBe(false);
		expect(http).not.toHaveBeenCalled();
	});
});

describe('One token serves many', () => {
	test('50 that ask at once make one call', async () => {
		const all = await together(50, tokenOf);
		expect(http).toHaveBeenCalledTimes(1);
		expect(new Set(all)).toEqual(new Set([`token-1-of-${apps}`]));
	});

	test('one that asks just after makes none', async () => {
		await fetchToken();
		expect(await tokenOf()).toBe(`token-1-of-${apps}`);
		expect(http).toHaveBeenCalledTimes(1);
	});

	test('a token that was refused is not given again', async () => {
		const { sessionToken } = await fetchToken();
		expect(await tokenOf({ ...app, sessionToken })).toBe(`token-2-of-${apps}`);
	});

	test('50 whose token was refused make one call', async () => {
		const { sessionToken } = await fetchToken();
		const all = await together(50, () => tokenOf({ ...app, sessionToken }));
		expect(http).toHaveBeenCalledTimes(2);
		expect(new Set(all)).toEqual(new Set([`token-2-of-${apps}`]));
	});

	test('one that still holds the token of before is given the latest', async () => {
		const { sessionToken } = await fetchToken();
		await fetchToken({ ...app, sessionToken });
		expect(await tokenOf({ ...app, sessionToken })).toBe(`token-2-of-${apps}`);
		expect(http).toHaveBeenCalledTimes(2);
	});

	test('one whose token came later than the latest here is not given that', async () => {
		const { sessionToken } = await fetchToken();
		const elsewhere = { ...JSON.parse(sessionToken), token: 'of another process' } as Fields;
		const later = JSON.stringify({ ...elsewhere, expiresAt: NOW + 7200_000 });
		expect(await tokenOf({ ...app, sessionToken: later })).toBe(`token-2-of-${apps}`);
	});

	test('one whose token is of the fields of before is given the latest', async () => {
		const { sessionToken } = await fetchToken();
		const before = { ...JSON.parse(sessionToken), fingerprint: 'x' } as Fields;
		const stale = JSON.stringify({ ...before, expiresAt: NOW + 7200_000 });
		expect(await tokenOf({ ...app, sessionToken: stale })).toBe(`token-1-of-${apps}`);
		expect(http).toHaveBeenCalledTimes(1);
	});

	test('a token that has run out is not given, however the clock was set meanwhile', async () => {
		await fetchToken();
		const elapsed = nodeClock.elapsed();
		jest.spyOn(nodeClock, 'elapsed').mockReturnValue(elapsed + 3600_000);
		for (const hours of [1, 0, -24, 24 * 365]) {
			jest.spyOn(Date, 'now').mockReturnValue(NOW + hours * 3600_000);
			jest.spyOn(nodeClock, 'elapsed').mockReturnValue(nodeClock.elapsed() + 3600_000);
			const before = tokens;
			await fetchToken();
			expect(tokens).toBe(before + 1);
		}
	});

	test.each([
		['was set back', -24 * 3600_000],
		['was set forward', 24 * 3600_000],
	])('a token whose end cannot be, since the clock %s, is not used', async (_, jump) => {
		const connected = { ...app, ...(await fetchToken()) };
		jest.spyOn(Date, 'now').mockReturnValue(NOW + jump);
		const request = { url: 'https://api.zoom.us/v2' };
		await expect(type.authenticate(asCredential(connected), request)).rejects.toMatchObject({
			response: { status: 401 },
		});
		const { sessionToken } = await fetchToken(connected);
		const signed = await type.authenticate(asCredential({ ...connected, sessionToken }), request);
		expect(signed.headers).toEqual({ Authorization: `Bearer token-2-of-${apps}` });
	});

	test.each([
		['secret', { clientSecret: 'another' }],
		['account', { accountId: 'another' }],
		['environment', { environment: 'zoomGov' }],
		['token URL', { environment: 'custom', customTokenUrl: 'http://127.0.0.1/token' }],
	])('an edited %s takes effect at once', async (_, edited) => {
		await fetchToken();
		await fetchToken({ ...app, ...edited });
		expect(http).toHaveBeenCalledTimes(2);
	});

	test('a failure is not kept', async () => {
		answers(() => ({ statusCode: 503, body: '' }));
		await failureOf();
		answers(() => granted());
		expect(await tokenOf()).toBe(`token-1-of-${apps}`);
	});

	test('50 that fail at once make one call, and the next makes another', async () => {
		http.mockRejectedValue(new Error('ECONNREFUSED'));
		await together(50, failureOf);
		expect(http).toHaveBeenCalledTimes(1);
		await failureOf();
		expect(http).toHaveBeenCalledTimes(2);
	});
});

describe('Required permissions', () => {
	const ticked = () => ({ ...app, checkScopesFor: ['meeting:write', 'meeting:delete'] });

	test('that are granted let the token pass', async () => {
		await fetchToken({ ...app, checkScopesFor: ['meeting:write'] });
		expect(http).toHaveBeenCalledTimes(1);
	});

	test('that are lacking are named, with what to do', async () => {
		const { message, transient } = await failureOf(ticked());
		expect(message).toMatch(
			/^Your Zoom app is missing required permissions: meeting:delete:meeting:admin\. Add .*deactivate and activate the app/,
		);
		expect(transient).toBe(false);
	});

	test('are asked of a new token before any is said to be lacking', async () => {
		await fetchToken();
		answers(() => granted({ scope: `${SCOPES} meeting:delete:meeting:admin` }));
		expect(await tokenOf(ticked())).toBe(`token-2-of-${apps}`);
	});

	test('that were lacking and were added are found when it is saved again', async () => {
		await failureOf(ticked());
		answers(() => granted({ scope: 'meeting:write' }));
		expect(await tokenOf(ticked())).toBe(`token-2-of-${apps}`);
	});

	test.each([undefined, '', 'meeting:delete', {}])('%j asks for none', async (checkScopesFor) => {
		expect(await tokenOf({ ...app, checkScopesFor })).toBe(`token-1-of-${apps}`);
	});
});

describe('When Zoom gives no token, the admin reads', () => {
	test.each([
		['Invalid client_id or client_secret', /^Invalid credentials: .*Client ID and Client Secret/],
		['The app has been disabled by the developer', /^The Zoom app is not activated/],
		['Bad Request', /does not know this Account ID/],
		['Invalid account_id', /does not know this Account ID/],
		['unsupported grant type', /not a Server-to-Server OAuth app/],
		['Something new', /^Zoom did not issue an access token\..*Zoom says: Something new$/],
	])('after "%s": %s', async (reason, expected) => {
		for (const statusCode of [400, 401]) {
			answers(() => ({ statusCode, body: { reason, error: 'invalid_request' } }));
			const { message, transient } = await failureOf();
			expect(message).toMatch(expected);
			expect(transient).toBe(false);
		}
	});

	test('what Zoom says without a secret in it', async () => {
		const reason = 'No grant for client_secret=S3cr3tV4lue';
		answers(() => ({ statusCode: 400, body: { reason } }));
		expect((await failureOf()).message).toMatch(/No grant for client_secret=\[hidden\]$/);
	});

	const cut = '{"access_token":"abc';
	const page = '<html><head><title>Attention required</title></head></html>';
	test.each([
		[503, '<html>', ': it answered with HTTP 503. Try again in a moment.', true],
		[500, { message: 'x' }, ': it answered with HTTP 500. Try again in a moment.', true],
		[429, { code: 429 }, ': it answered with HTTP 429. Try again in a moment.', true],
		[408, '', ': it answered with HTTP 408. Try again in a moment.', true],
		[425, '', ': it answered with HTTP 425. Try again in a moment.', true],
		[200, {}, ': its response could not be read (HTTP 200).', true],
		[200, page, ': its response could not be read (HTTP 200).', true],
		[200, cut, ': its response could not be read (HTTP 200).', true],
		[200, { access_token: '' }, ': its response could not be read (HTTP 200).', true],
		[200, { access_token: 7 }, ': its response could not be read (HTTP 200).', true],
		[204, '', ': its response could not be read (HTTP 204).', true],
		[403, page, ' (HTTP 403: Attention required).', true],
		[401, '', ' (HTTP 401).', true],
		[302, '', ' (HTTP 302).', false],
		[400, '', ' (HTTP 400).', false],
		[400, '<html>', ' (HTTP 400).', false],
		[404, page, ' (HTTP 404: Attention required).', false],
		[404, { message: 'Not Found' }, ' (HTTP 404: Not Found).', false],
		[405, { error: 'no such method' }, ' (HTTP 405: no such method).', false],
	])('after HTTP %d with %j: %s', async (statusCode, body, message, transient) => {
		answers(() => ({ statusCode, body }));
		const failure = await failureOf();
		expect(failure.message).toBe(`Zoom did not issue an access token${message}`);
		expect(failure.transient).toBe(transient);
	});

	test('when Zoom takes the next request, where it says so', async () => {
		answers(() => ({ statusCode: 429, body: '', headers: { 'Retry-After': '3' } }));
		const { message, resumeAt } = await failureOf();
		expect(message).toBe('Zoom did not issue an access token: it answered with HTTP 429.');
		expect(resumeAt).toBe(NOW + 3000);
	});

	test('that the answer took too long, which holds up nobody else', async () => {
		let ring: () => void = jest.fn();
		jest.spyOn(nodeClock, 'alarm').mockReturnValue(new Promise((resolve) => (ring = resolve)));
		http.mockReturnValue(new Promise(() => undefined));
		const waiting = Promise.all(Array.from({ length: 5 }, async () => await failureOf()));
		await Promise.resolve();
		ring();
		for (const { message, transient } of await waiting) {
			expect(message).toBe('zoom.us did not issue an access token within 15 s.');
			expect(transient).toBe(true);
		}
		expect(http).toHaveBeenCalledTimes(1);
		expect(http.mock.calls[0][0].abortSignal?.aborted).toBe(true);
		jest.spyOn(nodeClock, 'alarm').mockRejectedValue(new Error('never'));
		answers(() => granted());
		expect(await tokenOf()).toBe(`token-1-of-${apps}`);
	});

	const ADVICE =
		" Check n8n's access to the internet and, for a custom environment, the Token URL.";
	const NOT_SECURE =
		'The connection to zoom.us is not secure: its certificate is not trusted, or it does not support https.';
	const BROKEN = 'The connection to zoom.us was lost while the node fetched a token.';
	const noRoute = { code: 'ENETUNREACH', syscall: 'connect' };
	test.each([
		[
			'a refused connection',
			{ code: 'ECONNREFUSED' },
			`Zoom cannot be reached at zoom.us.${ADVICE}`,
		],
		[
			'a failure at each of its addresses',
			{ code: 'ENETUNREACH', errors: [noRoute, noRoute] },
			`Zoom cannot be reached at zoom.us.${ADVICE}`,
		],
		[
			'an unknown name',
			{ code: 'ENOTFOUND' },
			`Zoom cannot be reached: the host name zoom.us cannot be resolved.${ADVICE}`,
		],
		['a certificate that is not accepted', { code: 'CERT_HAS_EXPIRED' }, NOT_SECURE + ADVICE],
		['an answer that is no https', { code: 'EPROTO' }, NOT_SECURE + ADVICE],
		['a reset', { code: 'ECONNRESET' }, BROKEN],
		['silence', { code: 'ECONNABORTED' }, BROKEN],
		['something unknown', {}, BROKEN],
	])('after %s what it means, and nothing of the request', async (_, error, message) => {
		const reason = Object.assign(new Error('It failed with S3cr3tV4lue'), {
			config: { auth: { password: 'S3cr3tV4lue' } },
			...error,
		});
		http.mockRejectedValue(reason);
		const failure = await failureOf();
		expect(failure.message).toBe(message);
		// What is not secure now will not be so in a moment.
		expect(failure.transient).toBe(!message.startsWith(NOT_SECURE));
		expect(
			JSON.stringify({ ...failure, message: failure.message, stack: failure.stack }),
		).not.toContain('S3cr3tV4lue');
		expect(failure.cause).toBeUndefined();
	});

	test.each([
		[
			'The request was blocked because it resolves to a restricted IP address',
			'The request was blocked because it resolves to a restricted IP address',
		],
		['Not sent with client_secret=S3cr3tV4lue', 'Not sent with client_secret=[hidden]'],
	])('why n8n itself did not send the request: %s', async (said, told) => {
		http.mockRejectedValue(new Error(said));
		const { message, transient } = await failureOf();
		expect(message).toBe(told);
		expect(transient).toBe(false);
	});
});

describe('Signing a call', () => {
	const request: IHttpRequestOptions = { url: 'https://api.zoom.us/v2', headers: { Accept: 'a' } };
	const sign = async (fields: Fields) => await type.authenticate(asCredential(fields), request);
	/** The credential as n8n stores it once it has a token. */
	const connected = async () => ({ ...app, ...(await fetchToken()) });

	test('puts the token into the header, and leaves the call as it was', async () => {
		const signed = await sign(await connected());
		expect(signed).toEqual({
			url: 'https://api.zoom.us/v2',
			headers: { Accept: 'a', Authorization: `Bearer token-1-of-${apps}` },
		});
		expect(request.headers).toEqual({ Accept: 'a' });
		expect(http).toHaveBeenCalledTimes(1);
	});

	test.each<[string, Fields]>([
		['there is none', { sessionToken: '' }],
		['it is not one of ours', { sessionToken: '{"token":"x"}' }],
		['it cannot be read', { sessionToken: 'x' }],
		['it was made with another secret', { clientSecret: 'another' }],
		['it was made for another account', { accountId: 'another' }],
		['it comes from elsewhere', { environment: 'zoomGov' }],
		['it lacks a permission', { checkScopesFor: ['meeting:delete'] }],
	])('makes n8n ask for a token when %s', async (_, changed) => {
		const fields = { ...(await connected()), ...changed };
		await expect(sign(fields)).rejects.toMatchObject({ response: { status: 401 } });
		expect(http).toHaveBeenCalledTimes(1);
	});

	test('makes n8n ask for a token when it has run out', async () => {
		const fields = await connected();
		jest.spyOn(Date, 'now').mockReturnValue(NOW + 3600_000);
		await expect(sign(fields)).rejects.toMatchObject({ response: { status: 401 } });
	});
});

describe("n8n's test of the credential", () => {
	const request: IHttpRequestOptions = { url: 'https://zoom.us/oauth/token' };
	const asStored = async () => asCredential({ ...app, ...(await fetchToken()) });

	test('asks for a new token, since the stored one has the scopes of before', async () => {
		const credential = await asStored();
		await expect(type.authenticate(credential, request)).rejects.toMatchObject({
			response: { status: 401 },
		});
		Object.assign(credential, await fetchToken(credential));
		const signed = await type.authenticate(credential, request);
		expect(signed.headers).toEqual({ Authorization: `Bearer token-2-of-${apps}` });
	});

	test("does not take another's token either", async () => {
		const credential = await asStored();
		await tokenOf({ ...credential });
		await expect(type.authenticate(credential, request)).rejects.toThrow();
		expect(await tokenOf(credential)).toBe(`token-3-of-${apps}`);
	});
});
