import { ZoomTokenError } from '../../../nodes/Zoom/transport/auth/storedToken';
import { classifyError } from '../../../nodes/Zoom/transport/client/classifyError';
import { outcomeOf } from '../../../nodes/Zoom/transport/response/outcome';

const answer = (statusCode: number, body: unknown, headers: object = {}) =>
	outcomeOf({ statusCode, body, headers });

describe('An answer that is none', () => {
	test.each([
		['JSON', 200, { id: 1 }, { id: 1 }],
		['an empty object', 200, {}, {}],
		['201', 201, { id: 1 }, { id: 1 }],
		['204 without a body', 204, '', {}],
		['no body at all', 204, undefined, {}],
		['null', 202, null, {}],
		// Zoom's way of saying "no error".
		['code 0', 200, { code: 0, error_message: '' }, { code: 0, error_message: '' }],
		['a code of other meaning', 200, { code: 5, name: 'x' }, { code: 5, name: 'x' }],
		['a message without a code', 200, { message: 'Hello' }, { message: 'Hello' }],
		['a bare list', 200, [{ id: 1 }], { items: [{ id: 1 }] }],
	])('%s is success', (_, status, body, data) => {
		expect(answer(status, body)).toMatchObject({ kind: 'success', body: data });
	});

	test.each([
		['cut short', '{"id": 81234567890, "topic": "Rev'],
		['HTML', '<html><body>Welcome</body></html>'],
		['a number', 1],
	])('%s in a 200 cannot be read, so nobody knows what Zoom did', (_, body) => {
		expect(answer(200, body)).toEqual({ kind: 'noResponse', how: 'unreadable' });
	});
});

describe('An answer that is an error', () => {
	const refusal = (more: object) => ({
		kind: 'errorResponse',
		fields: [],
		headers: {},
		code: undefined,
		...more,
	});
	const MALFORMED =
		'{"code":104,"message":"Invalid access token, does not contain scopes:["zoom_events_basic:read","zoom_events_basic:read:admin"]"}';

	test.each<[string, number, unknown, object]>([
		[
			'the usual form',
			404,
			{ code: 3001, message: 'Meeting does not exist: 1.' },
			{ code: 3001, message: 'Meeting does not exist: 1.' },
		],
		[
			'a 200 with an error',
			200,
			{ code: 200, message: 'No permission.' },
			{ code: 200, message: 'No permission.' },
		],
		['a 201 with an error', 201, { code: 300, message: 'No.' }, { code: 300, message: 'No.' }],
		[
			'error_message in place of message',
			200,
			{ code: 104, error_message: 'No scope' },
			{ code: 104, message: 'No scope' },
		],
		['a code in text', 400, { code: '300', message: 'x' }, { code: 300, message: 'x' }],
		[
			'the form of the token endpoint',
			400,
			{ reason: 'Invalid Token!', error: 'invalid_grant' },
			{ message: 'Invalid Token!' },
		],
		['an error word alone', 400, { error: 'invalid_grant' }, { message: 'invalid_grant' }],
		[
			'quotes that are not escaped',
			400,
			MALFORMED,
			{
				code: 104,
				message:
					'Invalid access token, does not contain scopes:["zoom_events_basic:read","zoom_events_basic:read:admin"]',
			},
		],
		['HTML', 502, '<html>Bad Gateway</html>', { message: '' }],
		['nothing', 500, '', { message: '' }],
		['no body', 500, undefined, { message: '' }],
		['an array', 400, [1], { message: '' }],
		['a body cut short', 400, '{"code":300,"mess', { message: '' }],
		['a message that is no text', 400, { code: 1, message: { a: 1 } }, { code: 1, message: '' }],
		['a code that is no number', 400, { code: null, message: 'x' }, { message: 'x' }],
	])('%s', (_, status, body, expected) => {
		expect(answer(status, body)).toEqual(refusal({ status, ...expected }));
	});

	test('names the fields that are wrong', () => {
		const errors = [
			{ field: 'settings.jbh_time', message: 'Invalid parameter: jbh_time.' },
			{ message: 'No field' },
			'odd',
			null,
		];
		expect(answer(400, { code: 300, message: 'Validation Failed.', errors })).toMatchObject({
			fields: [
				{ field: 'settings.jbh_time', message: 'Invalid parameter: jbh_time.' },
				{ field: '', message: 'No field' },
				{ field: '', message: 'odd' },
			],
		});
	});

	test('keeps headers under lower-case names', () => {
		const headers = { 'X-ZM-TrackingId': 'v=2.0;rid=WEB_1', 'retry-after': 7 };
		expect(answer(429, {}, headers)).toMatchObject({
			headers: { 'x-zm-trackingid': 'v=2.0;rid=WEB_1', 'retry-after': '7' },
		});
	});
});

describe('An error thrown instead of an answer', () => {
	const URL = 'https://api.zoom.us/v2/users/me/meetings';
	const TOKEN_URL = 'https://zoom.us/oauth/token';
	/** As n8n hands on what its HTTP client throws. */
	const thrown = (more: object, url = URL) => {
		const { message = 'Request failed', ...rest } = more as { message?: string };
		const cause = Object.assign(new Error(message), { config: { url }, ...rest });
		return Object.assign(new Error(message), { cause });
	};
	const outcome = (error: unknown) => classifyError(error, URL);

	test.each([
		['a time-out', { code: 'ETIMEDOUT' }, 'timeout'],
		['a time-out on a connection that was made', { code: 'ETIMEDOUT', syscall: 'read' }, 'timeout'],
		['silence', { code: 'ECONNABORTED', message: 'timeout of 60000ms exceeded' }, 'timeout'],
		['a reset', { code: 'ECONNRESET' }, 'broken'],
		['a broken pipe', { code: 'EPIPE' }, 'broken'],
		['something unknown on the way', {}, 'broken'],
	])('%s leaves it open what Zoom did', (_, error, how) => {
		expect(outcome(thrown(error))).toEqual({ kind: 'noResponse', how });
		expect(outcome(thrown(error).cause)).toEqual({ kind: 'noResponse', how });
	});

	const noRoute = { code: 'ENETUNREACH', syscall: 'connect' };
	const noAnswer = { code: 'ETIMEDOUT', syscall: 'connect' };
	test.each([
		['a refused connection', { code: 'ECONNREFUSED' }, 'Zoom cannot be reached at api.zoom.us.'],
		['a network without a way to it', noRoute, 'Zoom cannot be reached at api.zoom.us.'],
		[
			'a time-out at each of its addresses',
			{ code: 'ETIMEDOUT', errors: [noAnswer, noAnswer] },
			'Zoom cannot be reached at api.zoom.us.',
		],
		[
			'another failure at each of its addresses, told by the client as the cause',
			{ code: 'ENETUNREACH', cause: { code: 'ENETUNREACH', errors: [noRoute, noAnswer] } },
			'Zoom cannot be reached at api.zoom.us.',
		],
		[
			'a time-out before there was a connection',
			{ code: 'ETIMEDOUT', cause: { syscall: 'connect' } },
			'Zoom cannot be reached at api.zoom.us.',
		],
		[
			'an unknown name',
			{ code: 'ENOTFOUND' },
			'Zoom cannot be reached: the host name api.zoom.us cannot be resolved.',
		],
		[
			'a name server that does not answer',
			{ code: 'EAI_AGAIN' },
			'Zoom cannot be reached: the host name api.zoom.us cannot be resolved.',
		],
	])('%s means that nothing was sent, and may pass', (_, error, message) => {
		const expected = { kind: 'notSent', message, transient: true, isOutage: true };
		expect(outcome(thrown(error))).toEqual(expected);
	});

	test.each([
		'CERT_HAS_EXPIRED',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'ERR_SSL_WRONG_VERSION_NUMBER',
		'EPROTO',
	])('a connection that is not secure (%s) stays so', (code) => {
		expect(outcome(thrown({ code }))).toEqual({
			kind: 'notSent',
			message:
				'The connection to api.zoom.us is not secure: its certificate is not trusted, or it does not support https.',
			transient: false,
			isOutage: true,
		});
	});

	test.each([
		{ code: 'ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC' },
		{ code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' },
		{ code: 'EPROTO', message: 'write EPROTO 40A7:error:0A0003FC:SSL routines:bad record mac' },
	])('a secure connection that breaks later (%j) may have brought it there', (error) => {
		expect(outcome(thrown(error))).toEqual({ kind: 'noResponse', how: 'broken' });
	});

	test('an answer inside is read like any other', () => {
		const response = { status: 401, headers: {}, data: { code: 124, message: 'Expired' } };
		expect(outcome(thrown({ response }))).toMatchObject({
			kind: 'errorResponse',
			status: 401,
			code: 124,
			message: 'Expired',
		});
	});

	test('a good answer inside did not arrive whole', () => {
		const response = { status: 200, headers: {}, data: '{"id"' };
		expect(outcome(thrown({ response, code: 'ECONNRESET' }))).toEqual({
			kind: 'noResponse',
			how: 'broken',
		});
	});

	const token = (body: unknown, more: object = {}) =>
		Object.assign(new Error('Bad request'), { body, ...more });
	const reconnect = /connect it again\.$/;
	test.each([
		[
			'a dead refresh token',
			token({ error: 'invalid_grant', reason: 'Invalid Token!' }),
			reconnect,
			false,
		],
		['a bare invalid_grant', token({ error: 'invalid_grant' }), reconnect, false],
		[
			'the older form',
			token({ error: 'invalid_request', reason: 'Invalid Token!' }),
			reconnect,
			false,
		],
		['no refresh token', new Error('No refresh token is available'), reconnect, false],
		[
			'a credential that was never connected',
			new Error('OAuth credentials not connected'),
			/not connected to Zoom yet.*click Connect/,
			false,
		],
		[
			'a token that is none',
			new Error('Unable to sign without access token'),
			/click Connect/,
			false,
		],
		[
			'a wrong secret',
			token({ error: 'invalid_client', reason: 'Invalid client_id or client_secret' }),
			/^Invalid credentials/,
			false,
		],
		[
			'a disabled app',
			token({ error: 'invalid_client', reason: 'The app has been disabled by the developer' }),
			/^The Zoom app is not activated/,
			false,
		],
		[
			'a token endpoint that cannot be reached',
			thrown({ code: 'ECONNREFUSED' }, TOKEN_URL),
			/^Zoom cannot be reached at zoom\.us\. Check n8n's access to the internet/,
			true,
		],
		[
			'a token endpoint that is busy',
			token({}, { status: 429 }),
			/^Zoom did not issue a new access token: it answered with HTTP 429\./,
			true,
		],
		[
			'a token endpoint that has a problem',
			token({}, { status: 503 }),
			/^Zoom did not issue a new access token: it answered with HTTP 503\./,
			true,
		],
		[
			'a token endpoint that refuses',
			token({}, { status: 400 }),
			/^Zoom did not issue a new access token \(HTTP 400\)\.$/,
			false,
		],
		[
			'a token endpoint that is not secure',
			thrown({ code: 'CERT_HAS_EXPIRED' }, TOKEN_URL),
			/^The connection to zoom\.us is not secure: /,
			false,
		],
		[
			'a token endpoint that is nowhere',
			thrown({ code: 'ENOTFOUND' }, TOKEN_URL),
			/^Zoom cannot be reached: the host name zoom\.us cannot be resolved\./,
			true,
		],
		[
			"a token endpoint that asks to wait, in OAuth's words",
			token({ error: 'slow_down' }),
			/^Zoom did not issue a new access token\. Zoom says: slow_down$/,
			true,
		],
		[
			'a renewal whose answer is no JSON',
			token('<html>', { status: 200 }),
			/^Zoom did not issue a new access token: its response could not be read \(HTTP 200\)\.$/,
			true,
		],
		[
			'a Server-to-Server token refused for good',
			Object.assign(new Error('x'), {
				cause: new ZoomTokenError('Invalid Account ID format', false),
			}),
			/^Invalid Account ID format$/,
			false,
		],
		[
			'a Server-to-Server token not to be had just now',
			new ZoomTokenError('Zoom did not issue an access token', true),
			/^Zoom did not issue an access token$/,
			true,
		],
	])('%s: nothing was sent', (_, error, message, transient) => {
		const found = outcome(error);
		expect(found).toMatchObject({ kind: 'notSent', transient });
		expect(found.kind === 'notSent' && found.message).toMatch(message);
	});
});
