import type { AppKind } from '../../../nodes/Zoom/registry/types';
import type { ErrorResponse } from '../../../nodes/Zoom/transport/response/outcome';
import { create, detailsOf, get, hintOf, messageOf, refused, update } from '../../support/failures';

describe('Missing scopes', () => {
	const message =
		'Invalid access token, does not contain scopes:[meeting:write:meeting, meeting:write:meeting:admin].';
	const SENTENCE = 'Your Zoom app is missing required permissions: ';

	test.each<[AppKind, string, RegExp]>([
		['user', 'meeting:write:meeting', /^Add it to the app .*connect the credential in n8n again/],
		['account', 'meeting:write:meeting:admin', /^Add it .*connect the credential in n8n again/],
		['serverToServer', 'meeting:write:meeting:admin', /^Add it .*deactivate and activate the app/],
	])('in an app of kind %s: %s', (appKind, scope, remedy) => {
		const outcome = refused(400, message, { code: 4711 });
		expect(messageOf(outcome, { appKind })).toBe(SENTENCE + scope);
		expect(hintOf(outcome, { appKind })).toMatch(remedy);
		expect(detailsOf(outcome, { appKind })).toMatchObject({
			status: 400,
			code: 4711,
			missingScopes: [scope],
		});
	});

	// Zoom's numbers for it differ by product; what it says does not.
	test.each([
		[400, 104],
		[400, 201],
		[401, 4700],
		[403, 4711],
		[200, 4711],
	])('are known by what Zoom says, whatever its numbers: HTTP %d, code %d', (status, code) => {
		expect(messageOf(refused(status, message, { code }))).toMatch(SENTENCE);
	});

	test.each([
		['does not contain scopes:["a:read","b:read"]', ['a:read', 'b:read']],
		['does not contain scope: a:read.', ['a:read']],
		['does not contain scopes [a:read:admin,b:read:admin]', ['a:read:admin', 'b:read:admin']],
	])('%s', (said, scopes) => {
		expect(detailsOf(refused(400, said), { appKind: 'user' })).toMatchObject({
			missingScopes: scopes,
		});
	});

	test('of which any one suffices are told so', () => {
		expect(messageOf(refused(400, 'does not contain scopes:[a:read, b:read]'))).toBe(
			`${SENTENCE}a:read, b:read (one of them is enough)`,
		);
	});

	test('that Zoom does not name are those of the operation', () => {
		const said = 'Invalid access token, does not contain scopes.';
		expect(messageOf(refused(401, said, { code: 4700 }))).toBe(
			`${SENTENCE}meeting:read:meeting:admin`,
		);
	});

	test('that a user-managed app cannot have are out of its reach', () => {
		const outcome = refused(400, 'does not contain scopes:[user:read:list_users:admin]');
		expect(messageOf(outcome, { appKind: 'user' })).toBe(`${SENTENCE}user:read:list_users:admin`);
		expect(hintOf(outcome, { appKind: 'user' })).toMatch(/user-managed app cannot/);
	});
});

describe('A refusal with a text of its own', () => {
	const cases: [string, ErrorResponse, RegExp, RegExp][] = [
		[
			'no recording',
			refused(404, 'There is no recording for this meeting.', { code: 3301 }),
			/^Zoom has no recording of this meeting or webinar\.$/,
			/moved to the trash/,
		],
		[
			'no recording, said otherwise',
			refused(404, 'There is no recording for this session.', { code: 3301 }),
			/^Zoom has no recording/,
			/UUID/,
		],
		[
			'no transcript',
			refused(404, 'This meeting transcript does not exist.', { code: 3322 }),
			/^Zoom has no transcript of this meeting or webinar\.$/,
			/creates the transcript/,
		],
		[
			'no such meeting',
			refused(404, 'Meeting does not exist: 81234567890.', { code: 3001 }),
			/^Meeting not found at Zoom: 81234567890$/,
			/meeting ID/,
		],
		[
			'a meeting ID that is none',
			refused(400, 'Invalid meeting ID.', { code: 300 }),
			/^Meeting not found at Zoom/,
			/meeting ID/,
		],
		[
			'a meeting that has expired',
			refused(404, 'Meeting does not exist: 1, or it has expired.', { code: 3001 }),
			/^Meeting not found at Zoom/,
			/expired/,
		],
		[
			'no such webinar',
			refused(404, 'Webinar does not exist: 7.', { code: 3001 }),
			/^Webinar not found at Zoom: 7$/,
			/webinar ID/,
		],
		[
			'no such user',
			refused(404, 'User does not exist: jane@example.com.', { code: 1001 }),
			/^User not found at Zoom: jane@example.com$/,
			/Pending users/,
		],
		[
			'a user of another account',
			refused(400, 'User does not belong to this account: abc.', { code: 1010 }),
			/^The host of this meeting is not a user of the connected Zoom account\.$/,
			/Zoom says: User does not belong/,
		],
		[
			'no webinar add-on',
			refused(400, 'Webinar plan is missing. Enable webinars for this user.', { code: 200 }),
			/webinar license/,
			/add-on.*Zoom says: Webinar plan is missing/,
		],
		[
			'a paid plan needed',
			refused(400, 'Only available for Paid account: abc.', { code: 200 }),
			/^Zoom offers this to paid accounts or users only\.$/,
			/Zoom says: Only available/,
		],
		[
			'hosting not allowed',
			refused(
				400,
				'Meeting hosting and scheduling capabilities are not allowed for your user account.',
				{ code: 3161 },
			),
			/not allowed to host meetings/,
			/another host/,
		],
		[
			'hosting not allowed, in other words',
			refused(400, 'Your user account is not allowed meeting hosting and scheduling capabilities.'),
			/not allowed to host meetings/,
			/another host/,
		],
		[
			'an address that is taken',
			refused(409, 'Email a@example.com has already been used.', { code: 1005 }),
			/address already exists/,
			/another address/,
		],
		[
			'a page token that died',
			refused(400, 'The next page token is invalid or expired.', { code: 300 }),
			/page token has expired/,
			/15 minutes/,
		],
		[
			'no permission',
			refused(400, 'No permission.', { code: 200 }),
			/does not have permission/,
			/No permission/,
		],
		[
			'no permission in a 200',
			refused(200, 'No permission.', { code: 200 }),
			/does not have permission/,
			/No permission/,
		],
		['an outage', refused(503), /^Zoom returned a server error.*HTTP 503/, /status\.zoom\.us/],
	];

	test.each(cases)('%s', (_, outcome, message, hint) => {
		expect(messageOf(outcome)).toMatch(message);
		expect(hintOf(outcome)).toMatch(hint);
	});

	test.each<[AppKind, RegExp]>([
		['user', /connect it again/],
		['account', /connect it again/],
		['serverToServer', /activated.*save the credential/],
	])('a token that is not accepted, in an app of kind %s', (appKind, hint) => {
		for (const outcome of [
			refused(401, 'Invalid access token.', { code: 124 }),
			refused(400, 'Access token is expired.', { code: 124 }),
		]) {
			expect(messageOf(outcome, { appKind })).toMatch(/does not accept this connection/);
			expect(hintOf(outcome, { appKind })).toMatch(hint);
			expect(hintOf(outcome, { appKind })).toContain(`Zoom says: ${outcome.message}`);
		}
	});

	test('a user-managed app is told that it reaches only its own user', () => {
		const outcome = refused(404, 'User does not exist: x.', { code: 1001 });
		expect(hintOf(outcome, { appKind: 'user' })).toMatch(/use me/);
	});

	test('fields that are wrong go by the labels the user sees', () => {
		const fields = [
			{ field: 'settings.jbh_time', message: 'Invalid parameter: jbh_time.' },
			{ field: 'password', message: 'Must have 6 characters.' },
			{ field: 'unknown', message: 'Odd.' },
		];
		const outcome = refused(400, 'Validation Failed.', { code: 300, fields });
		expect(messageOf(outcome, { request: create })).toBe(
			'Zoom refuses Settings > Join Before Host Time: Invalid parameter: jbh_time.; Passcode: Must have 6 characters.; unknown: Odd.',
		);
	});

	test.each([
		['What it says', 'Zoom refused the call: What it says'],
		['', 'The call was refused without a reason (HTTP 418).'],
	])('an unknown one is told in its own words: %j', (said, message) => {
		expect(messageOf(refused(418, said))).toBe(message);
	});

	test('one without a reason is put down to what lies between n8n and Zoom', () => {
		expect(hintOf(refused(403))).toMatch(/^Zoom always gives a reason, so a proxy or firewall/);
		expect(detailsOf(refused(418, 'What it says'))).not.toHaveProperty('hint');
	});
});

describe('A limit', () => {
	beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-07-05T10:00:00Z') }));
	afterEach(() => jest.useRealTimers());
	const USER_DAY =
		'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user.';
	const ACCOUNT_DAY = 'You have reached the maximum daily rate limit for this API.';
	const resumeAt = Date.parse('2026-07-06T00:00:00Z');

	test.each([
		[
			'of one user for the day',
			USER_DAY,
			/this user.*2026-07-06 02:00 \(Europe\/Berlin\)/,
			/100 meeting creates and updates per host and day/,
		],
		[
			'of the account for the day',
			ACCOUNT_DAY,
			/account.*daily limit.*2026-07-06 02:00 \(Europe\/Berlin\)/,
			/All apps of the account/,
		],
	])('%s says when it ends', (_, said, message, hint) => {
		for (const more of [{ resumeAt }, {}]) {
			expect(messageOf(refused(429, said), more)).toMatch(message);
			expect(hintOf(refused(429, said), more)).toMatch(hint);
		}
		expect(detailsOf(refused(429, said), { resumeAt })).toMatchObject({
			retryAfter: '2026-07-06T00:00:00.000Z',
		});
	});

	test('of a second', () => {
		const outcome = refused(
			429,
			'You have reached the maximum per-second rate limit for this API.',
		);
		expect(messageOf(outcome)).toMatch(/per-second rate limit/);
		expect(messageOf(outcome)).not.toMatch(/allowed again from/);
		expect(messageOf(outcome, { resumeAt })).toMatch(/allowed again from 2026-07-06 02:00/);
	});

	test('of changes at the same time', () => {
		const said = 'Too many concurrent requests. A request has already been made.';
		expect(messageOf(refused(429, said))).toMatch(/processing another change/);
	});
});

describe('A call without an answer', () => {
	test.each([
		['timeout', 'Zoom did not respond within 60 s (GET /meetings/{meetingId}).'],
		[
			'broken',
			'The connection to Zoom was lost before the response was complete (GET /meetings/{meetingId}).',
		],
		['unreadable', "Zoom's response could not be read (GET /meetings/{meetingId})."],
	] as const)('%s', (how, message) => {
		expect(messageOf({ kind: 'noResponse', how })).toBe(message);
	});

	test('says how often and how long it was tried', () => {
		const tried = { attempts: 4, elapsed: 7400 };
		expect(messageOf(refused(503), tried)).toMatch(/ Tried 4 times in 7 s\.$/);
		expect(messageOf(refused(503), { attempts: 1, elapsed: 7400 })).not.toMatch(/Tried/);
		expect(messageOf(refused(418, 'No'), tried)).toBe(
			'Zoom refused the call: No. Tried 4 times in 7 s.',
		);
	});

	test('that may have made something says so, and only then', () => {
		const loss = { kind: 'noResponse', how: 'broken' } as const;
		const DOUBT = / Zoom may have created it\. Check at Zoom/;
		expect(messageOf(loss, { request: create, mayHaveHappened: true })).toMatch(DOUBT);
		expect(messageOf(refused(503), { request: create, mayHaveHappened: true })).toMatch(DOUBT);
		expect(messageOf(loss, { request: create, mayHaveHappened: false })).not.toMatch(/may have/);
		expect(messageOf(loss, { request: get, mayHaveHappened: true })).not.toMatch(/may have/);
		expect(messageOf(loss, { request: update, mayHaveHappened: true })).not.toMatch(/may have/);
	});

	test('and before a refusal may have been the one that counted, where it changes something', () => {
		const no = refused(400, 'No.');
		const EARLIER = / An earlier attempt may have succeeded\.$/;
		expect(messageOf(no, { request: update, mayHaveHappened: true })).toMatch(EARLIER);
		expect(messageOf(no, { request: update, mayHaveHappened: false })).not.toMatch(EARLIER);
		expect(messageOf(no, { request: get, mayHaveHappened: true })).not.toMatch(EARLIER);
		expect(messageOf(refused(503), { request: update, mayHaveHappened: true })).not.toMatch(
			EARLIER,
		);
	});
});
