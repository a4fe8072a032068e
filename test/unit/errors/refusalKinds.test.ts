import type { AppKind, RestOperation } from '../../../nodes/Zoom/registry/types';
import { isOutage } from '../../../nodes/Zoom/transport/errors/nodeError';
import { errorResponseOf } from '../../../nodes/Zoom/transport/response/outcome';
import { errorOf } from '../../support/failures';
import { restOperation } from '../../support/registry/registry';

const ACCOUNT = 'EabCDgh7Q9ijKLmnopqrST';

/** As API Call makes it. */
const endpoint = (method: RestOperation['method'], path: string): RestOperation => ({
	...restOperation('meeting.get'),
	method,
	path,
});

/** The error for an answer to a call of an operation. */
function errorFor(operation: RestOperation | string, status: number, body: unknown) {
	const row = typeof operation === 'string' ? restOperation(operation) : operation;
	const { method, path } = row;
	return errorOf(errorResponseOf({ statusCode: status, headers: {}, body }), {
		request: { operation: row, method, path, query: {} },
	});
}

type Row = [string, RestOperation | string, number, number, string, RegExp];

const host = /^The host of this meeting is not a user of the connected Zoom account\.$/;
const alone = /^Zoom refused the call: /;
const devices = endpoint('POST', '/phone/devices/{deviceId}/extensions');
const liveStreaming = endpoint('GET', '/meetings/{meetingId}/jointoken/live_streaming');

const rows: Row[] = [
	// In any language the code says what it is, of the thing in the path.
	[
		'French',
		'meeting.get',
		404,
		3001,
		'Réunion introuvable ou terminée : 812.',
		/^Meeting not found at Zoom\.$/,
	],
	[
		'Spanish',
		'meeting.update',
		404,
		3001,
		'La reunión no existe: 812.',
		/^Meeting not found at Zoom\.$/,
	],
	[
		'Japanese',
		'webinar.get',
		404,
		3001,
		'ウェビナーが見つかりません。',
		/^Webinar not found at Zoom\.$/,
	],
	[
		'German',
		'user.get',
		404,
		1001,
		'Benutzer nicht vorhanden: jane@example.com.',
		/^User not found at Zoom\.$/,
	],
	[
		'Spanish',
		'recording.get',
		404,
		3301,
		'Esta reunión no tiene grabaciones.',
		/^Zoom has no recording of this/,
	],
	[
		'French',
		'user.get',
		404,
		1120,
		'Aucune invitation en cours pour cette personne.',
		/^Zoom has no valid invitation/,
	],
	[
		'Spanish',
		'group.removeMember',
		400,
		1010,
		`El grupo es de otra cuenta: ${ACCOUNT}.`,
		/^This group does not belong/,
	],
	[
		'German',
		'recording.get',
		400,
		1010,
		`Benutzer gehört zu einem anderen Konto: ${ACCOUNT}.`,
		host,
	],
	[
		'Japanese',
		'user.get',
		400,
		1010,
		`別のアカウントです: ${ACCOUNT}`,
		/^This user does not belong/,
	],
	[
		'German',
		'user.create',
		409,
		1005,
		'Diese Adresse ist schon vergeben.',
		/^A Zoom user with this email address already exists/,
	],
	[
		'Japanese',
		'meeting.create',
		400,
		3161,
		'会議を主催できません。',
		/^This user is not allowed to host meetings/,
	],
	['Portuguese', 'group.get', 404, 4130, 'Grupo inexistente.', /^Group not found at Zoom\.$/],
	[
		'Italian',
		'user.get',
		404,
		2300,
		'Indirizzo sconosciuto.',
		/^Zoom does not know the endpoint GET/,
	],
	[
		'English of other words',
		'meeting.get',
		404,
		3001,
		'The meeting was removed or has expired: 812.',
		/^Meeting not found at Zoom\.$/,
	],
	['English of few words', 'user.get', 404, 1001, 'Unknown user', /^User not found at Zoom\.$/],
	[
		'an ID that is none',
		'webinar.get',
		400,
		300,
		'This webinar ID is not valid.',
		/^Webinar not found at Zoom\.$/,
	],
	[
		'a call with values in its path',
		endpoint('GET', '/report/meetings/81234567890/polls'),
		404,
		3001,
		'Introuvable.',
		/^Meeting not found at Zoom\.$/,
	],
	[
		'a user by address',
		endpoint('GET', '/users/jane%40example.com/tsp'),
		404,
		1001,
		'Introuvable.',
		/^User not found at Zoom\.$/,
	],
	[
		'a report on webinars',
		endpoint('GET', '/report/webinars/{webinarId}'),
		404,
		3001,
		'Introuvable.',
		/^Webinar not found at Zoom\.$/,
	],
	// What a code alone is not sure of is left to Zoom.
	['German', 'webinar.create', 400, 3000, 'Das geht bei diesem Webinar nicht.', alone],
	['German', 'meeting.create', 400, 200, 'Nur für zahlende Konten.', alone],
	['French', 'meeting.update', 400, 300, 'Valeur incorrecte.', alone],
	['Spanish', devices, 404, 1001, 'No se encuentra la extensión.', alone],
	['French', 'meetingRegistrant.create', 404, 1001, 'Réunion introuvable : 812.', alone],
	// The account is nobody's user.
	['an account', 'recording.get', 400, 1010, `User is not found on this account: ${ACCOUNT}`, host],
	[
		'an account',
		'recording.delete',
		400,
		1010,
		`The user doesn't belong to your account:${ACCOUNT}.`,
		host,
	],
	[
		'an account',
		'group.removeMember',
		400,
		1010,
		`This group does not belong to this account:${ACCOUNT}`,
		/^This group does not belong to the connected Zoom account\.$/,
	],
	[
		'an account',
		'user.get',
		404,
		2001,
		`The account does not exist: ${ACCOUNT}`,
		new RegExp(`^Account not found at Zoom: ${ACCOUNT}$`),
	],
	// Zoom names the thing, whatever the code is used for elsewhere.
	[
		'an extension',
		devices,
		404,
		1001,
		'User extension ID or shared extension ID was not found.',
		/^Extension not found at Zoom\.$/,
	],
	[
		'a role',
		endpoint('GET', '/roles/{roleId}'),
		404,
		1001,
		'The role does not exist: 5.',
		/^Role not found at Zoom: 5$/,
	],
	[
		'a number',
		endpoint('GET', '/phone/numbers/{phoneNumberId}'),
		404,
		1001,
		'Phone number does not exist: 5.',
		/^Phone number not found at Zoom: 5$/,
	],
	[
		'a host',
		'meeting.get',
		404,
		1001,
		'Meeting host does not exist: abc.',
		/^Host not found at Zoom: abc$/,
	],
	[
		'a poll',
		'meetingPoll.get',
		404,
		404,
		'Meeting poll could not be found.',
		/^Poll not found at Zoom\.$/,
	],
	[
		'a meeting',
		'meetingRegistrant.create',
		404,
		1001,
		"The meeting doesn't exist: 812.",
		/^Meeting not found at Zoom: 812$/,
	],
	[
		'a meeting that is over',
		'meeting.get',
		404,
		3001,
		'Meeting 812 is not found or has expired.',
		/^Meeting not found at Zoom\.$/,
	],
	[
		'a group of which the name is an address',
		'group.get',
		404,
		4130,
		'A group with this groupId: user@example.com does not exist.',
		/^Group not found at Zoom\.$/,
	],
	[
		'a subscription of a thing',
		endpoint('GET', '/rooms'),
		400,
		200,
		'Zoom Room subscription was not found.',
		alone,
	],
	[
		'something else under the code of a thing',
		'webinar.get',
		404,
		3001,
		'This webinar has not ended yet.',
		alone,
	],
	// Money is spoken of where Zoom speaks of it.
	[
		'no plan',
		'webinarRegistrant.create',
		400,
		3000,
		'Paid registration is not supported by this API.',
		alone,
	],
	[
		'users at their most',
		'user.updateSettings',
		400,
		200,
		'You can add max 20 paid users.',
		/^All licenses of this kind are in use\.$/,
	],
	[
		'users at their most',
		'user.create',
		400,
		200,
		'You can add a maximum of 3 paid users.',
		/^All licenses of this kind are in use\.$/,
	],
	[
		'a plan for webinars',
		'webinar.create',
		400,
		200,
		'The webinar plan is missing.',
		/^The host has no webinar license\.$/,
	],
	[
		'a feature for webinars',
		'user.updateSettings',
		400,
		1122,
		'Webinars can be switched on for Licensed users.',
		alone,
	],
	// A 401 is not always about the token.
	[
		'a number',
		endpoint('GET', '/phone/numbers'),
		401,
		124,
		'This phone number does not belong to your account',
		/^This phone number does not belong to the connected/,
	],
	[
		'an account',
		endpoint('GET', '/phone/recordings'),
		401,
		124,
		'Account does not exist: abc.',
		/^Account not found at Zoom: abc$/,
	],
	[
		'a number, in Spanish',
		endpoint('GET', '/phone/numbers'),
		401,
		124,
		'El número es de otra cuenta.',
		alone,
	],
	['a user', 'recording.get', 401, 1010, `User does not belong to this account: ${ACCOUNT}`, host],
	[
		'a meeting that others may see',
		'meeting.get',
		401,
		300,
		'You are not authorized to see this meeting.',
		alone,
	],
	[
		'what is registered for a webinar',
		'webinarRegistrant.getAll',
		401,
		3000,
		'Unauthorized request: no permission for the registrants of this webinar.',
		alone,
	],
	[
		'a permission',
		'user.get',
		401,
		200,
		'No permission.',
		/^The connected user does not have permission for this/,
	],
	['a kind of app', liveStreaming, 400, 124, 'This API takes OAuth2 authorization only.', alone],
];

const own = (error: ReturnType<typeof errorFor>, said: string) =>
	`${error.message}\n${error.description ?? ''}`.split(said).join(' ');

test.each(rows)(
	'%s: %j refused with %d and code %d, "%s"',
	(_, operation, status, code, said, message) => {
		const error = errorFor(operation, status, { code, message: said });
		expect(error.message).toMatch(message);
		expect(`${error.message} ${error.description ?? ''}`).toContain(said);
		expect(own(error, said)).not.toMatch(/connect it again|activated/);
		if (!/account does not exist/i.test(said)) expect(own(error, said)).not.toContain(ACCOUNT);
		if (!/paid|plan/.test(said)) expect(own(error, said)).not.toMatch(/\bplan\b|license|paid/);
		expect(isOutage(error)).toBe(false);
	},
);

test.each([
	[401, 124, 'Invalid access token.'],
	[400, 124, 'The access token is expired.'],
	[401, 124, 'Jeton d’accès non valable.'],
	[401, 124, 'Zugriffstoken abgelaufen.'],
	[401, 124, 'アクセストークンが無効です。'],
	[401, 124, '访问令牌无效。'],
	[401, 30031004, 'The token is not valid.'],
	[401, 401, 'Unauthorized'],
	[401, undefined, ''],
])('HTTP %d with code %p and "%s" is about the connection', (status, code, said) => {
	const error = errorFor('user.get', status, { code, message: said });
	expect(error.message).toBe('Zoom does not accept this connection.');
	expect(error.description).toMatch(/activated/);
	expect(error.description).toContain(said);
	expect(isOutage(error)).toBe(true);
});

test.each<[number, string]>([
	[
		4711,
		'Le jeton n’a pas les autorisations : [meeting:read:meeting:admin, meeting:read:meeting].',
	],
	[104, 'Für diese Anfrage fehlt: "meeting:read:meeting:admin"'],
	[201, 'アクセストークンに権限がありません：meeting:read:meeting:admin'],
])('A scope that is missing is known by code %d and its name, in any language', (code, said) => {
	const error = errorFor('meeting.get', 400, { code, message: said });
	expect(error.message).toContain(
		'Your Zoom app is missing required permissions: meeting:read:meeting:admin',
	);
	expect(error.description).toContain(said);
});

describe('What Zoom says stands beside', () => {
	test.each<[string, number, object]>([
		['an outage', 503, { message: 'Back at noon.' }],
		['a limit of the account', 429, { message: 'Daily rate limit reached. Back at noon.' }],
		['a limit of a second', 429, { message: 'Too fast. Back at noon.' }],
		['what is done at once', 429, { message: 'Too many concurrent calls. Back at noon.' }],
		[
			'wrong fields',
			400,
			{ message: 'Back at noon.', errors: [{ field: 'topic', message: 'Odd.' }] },
		],
		['a page token', 400, { message: 'The next page token is dead. Back at noon.' }],
		['an address that is taken', 409, { code: 1005, message: 'Back at noon.' }],
	])('%s', (_, status, body) => {
		const error = errorFor('user.create', status, body);
		expect(`${error.message} ${error.description ?? ''}`).toContain('Back at noon.');
	});

	test('what is known of a file says it, too', () => {
		const outcome = {
			...errorResponseOf({ statusCode: 403, headers: {}, body: { message: 'Back at noon.' } }),
			explanation: { message: 'Not now.' },
		};
		expect(errorOf(outcome).description).toBe('Zoom says: Back at noon.');
	});

	test('but is not told twice', () => {
		const outcome = {
			...errorResponseOf({ statusCode: 403, headers: {}, body: { message: 'Back at noon.' } }),
			explanation: { message: 'The file host says: Back at noon.' },
		};
		expect(errorOf(outcome).description ?? '').toBe('');
	});
});

describe('Fields that are wrong are readable', () => {
	test.each<[string, unknown, string]>([
		[
			'with field and message',
			[{ field: 'start_time', message: 'Too late.' }],
			'Zoom refuses Start Time: Too late.',
		],
		['without a field', [{ message: 'Too late.' }], 'Zoom refused the call: Too late.'],
		['without a message', [{ field: 'start_time' }], 'Zoom refuses Start Time'],
		['as texts', ['Too late.', 'Too long.'], 'Zoom refused the call: Too late.; Too long.'],
		[
			'by their names',
			{ start_time: 'Too late.', duration: ['Too long.'] },
			'Zoom refuses Start Time: Too late.; Duration (Minutes): Too long.',
		],
		['as one', { field: 'start_time', message: 'Too late.' }, 'Zoom refuses Start Time: Too late.'],
		['as a text', 'Too late.', 'Zoom refused the call: Too late.'],
		[
			'under other names',
			[{ parameter: 'start_time', detail: 'Too late.' }],
			'Zoom refuses Start Time: Too late.',
		],
		['in lists in a list', [[{ message: 'Too late.' }]], 'Zoom refused the call: Too late.'],
		[
			'with several messages',
			[{ field: 'start_time', messages: ['Too late.', 'Too long.'] }],
			'Zoom refuses Start Time: Too late.; Too long.',
		],
		[
			'with a message that is an object',
			[{ message: { text: 'Too late.' } }],
			'Zoom refused the call: Too late.',
		],
		[
			'among what is none',
			[null, 7, {}, [], { message: 'Too late.' }],
			'Zoom refused the call: Too late.',
		],
	])('%s', (_, errors, message) => {
		const error = errorFor('meeting.create', 400, {
			code: 300,
			message: 'Validation Failed.',
			errors,
		});
		expect(error.message).toBe(message);
		expect(error.description).toBe('Zoom says: Validation Failed.');
	});

	test('of which there are too many are not told to the last one', () => {
		const errors = Array.from({ length: 50_000 }, (_, at) => ({ field: `f${at}`, message: 'No.' }));
		const { message, description } = errorFor('meeting.create', 400, { errors });
		expect(message.length + String(description).length).toBeLessThan(2000);
		expect(message).toMatch(/^Zoom refuses f0: No\.; f1: No\./);
	});
});

describe('The reason is read wherever it stands', () => {
	test.each<[string, unknown]>([
		[
			'SCIM',
			{
				schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
				detail: 'Out of order.',
				status: '404',
			},
		],
		['the file hosts', { status: false, errorCode: 7, errorMessage: 'Out of order.' }],
		['an error within', { error: { code: 7, message: 'Out of order.' } }],
		['OAuth', { error: 'invalid_request', error_description: 'Out of order.' }],
		['a token endpoint', { reason: 'Out of order.', error: 'invalid_request' }],
		['an empty message beside it', { message: ' ', error: 'Out of order.' }],
		['a problem', { type: 'about:blank', title: 'Out of order.', status: 404 }],
		['a list', [{ code: 7, message: 'Out of order.' }]],
		['an envelope', { status: false, data: { id: 'a1', message: 'Out of order.' } }],
		['a list under another name', { errorList: [{ code: 7, message: 'Out of order.' }] }],
		['a sentence of another name', { id: 'a1', result: 'Out of order.' }],
		['JSON that is cut', '{"code":7,"message":"Out of order.","trace":"at'],
		['plain text', 'Out of order.'],
		['text of JSON', '"Out of order."'],
		['JSON that came as text', '{"code":7,"message":"Out of order."}'],
		['two lines', { message: '\tOut\r\n of\u00a0order.\u202e\n' }],
	])('%s', (_, body) => {
		expect(errorFor('user.get', 404, body).message).toBe('Zoom refused the call: Out of order.');
	});

	test.each([
		[
			'<!DOCTYPE html><html><head><title>\n Access  &amp; Denied </title></head></html>',
			'Access & Denied',
		],
		['<html><body><h1 class="x">Blocked <b>here</b></h1></body></html>', 'Blocked here'],
		[
			'<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access denied</Message></Error>',
			'Access denied',
		],
	])('a web page is told by its title: %s', (body, title) => {
		const error = errorFor('user.get', 403, body);
		expect(error.message).toBe(
			`Received a web page instead of a response from Zoom's API (HTTP 403): ${title}`,
		);
		expect(error.description).toMatch(/proxy or firewall/);
		expect(errorFor('user.get', 502, body).description).toContain(`The page says: ${title}`);
	});

	test.each<AppKind>(['serverToServer', 'user'])(
		'a page that asks to sign in is no matter of the connection (%s)',
		(appKind) => {
			const body = '<html><title>Sign in with your token</title></html>';
			const error = errorOf(errorResponseOf({ statusCode: 401, headers: {}, body }), { appKind });
			expect(error.message).toMatch(/^Received a web page/);
		},
	);
});
