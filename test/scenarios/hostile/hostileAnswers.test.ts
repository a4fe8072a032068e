import fc from 'fast-check';
import { classifyError } from '../../../nodes/Zoom/transport/client/classifyError';
import { redactorFor } from '../../../nodes/Zoom/transport/redaction/redact';
import { outcomeOf, errorResponseOf } from '../../../nodes/Zoom/transport/response/outcome';
import { subscriptionRefusal } from '../../../nodes/Zoom/trigger/subscription/subscriptionRefusals';
import { isHeardIn } from '../../support/echoes';
import { create, errorOf, get } from '../../support/failures';

const SECRET = 'q7RkX2vLw9TzB4nMy6HsD1fGc3JpV8aE';

const hostileNames = fc.constantFrom(
	...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length', ''],
	...[
		'code',
		'message',
		'errors',
		'field',
		'error',
		'detail',
		'errorCode',
		'errorMessage',
		'status',
	],
);
const hostileText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 200 }),
	hostileNames,
	fc.constantFrom(
		...[SECRET, `Bearer ${SECRET}`, `token=${SECRET}`, `does not contain scopes:[${SECRET}:read]`],
		...[`User does not exist: ${SECRET}`, `The user (${SECRET}) does not belong to this account`],
		...['$&$1$`', '\u202e', '\0', '\ud800', '1e400', 'NaN', '[object Object]', 'null'],
	),
	fc
		.tuple(
			fc.constantFrom(':', ' ', '"', '\\', '<', '<title', 'eyJ.', 'http://', 'a:', '%'),
			fc.nat(3000),
		)
		.map(([piece, count]) => piece.repeat(count)),
);
const hostile = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
	object: fc
		.array(fc.tuple(fc.oneof(hostileNames, hostileText), tie('value')), { maxLength: 5 })
		// As a parser makes it: with a member that is called __proto__.
		.map((members) => {
			const made = members.map(
				([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value ?? null)}`,
			);
			return JSON.parse(`{${made.join(',')}}`) as unknown;
		}),
	value: fc.oneof(
		{ maxDepth: 4 },
		hostileText,
		fc.constantFrom<unknown>(null, true, 0, -1, 3001, 124, Infinity, NaN, 2 ** 70, 1e-7),
		fc.array(tie('value'), { maxLength: 4 }),
		tie('object'),
	),
}));
const bodies = fc.oneof(
	hostile.object,
	hostile.value,
	hostileText,
	hostile.object.map((body) => JSON.stringify(body)),
	hostileText.map((text) => `{"code":300,"message":"${text}"}`),
	hostileText.map((text) => `<html><title>${text}</title>`),
);
const headers = fc.dictionary(
	fc.oneof(
		fc.constantFrom(
			'X-ZM-TrackingID',
			'x-zm-trackingid',
			'Retry-After',
			'x-ratelimit-type',
			'__proto__',
		),
		fc.string({ maxLength: 20 }),
	),
	fc.oneof(
		hostileText,
		hostile.value,
		fc.array(hostileText, { maxLength: 3 }),
		fc.constantFrom<unknown>(undefined, Symbol('odd'), () => 'odd', { toString: null }),
	),
);
const statuses = fc.constantFrom(200, 204, 302, 400, 401, 403, 404, 409, 429, 500, 503);

const natural = Object.getOwnPropertyNames(Object.prototype);
afterEach(() => {
	expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(natural);
	expect(Object.keys({})).toEqual([]);
});

/** What is told of an answer, which must not be much, nor hold a secret. */
function expectSober(outcome: ReturnType<typeof outcomeOf>): void {
	if (outcome.kind === 'success') return;
	for (const request of [get, create]) {
		const error = errorOf(outcome, { request, secrets: [SECRET] });
		const { message, description, context } = error;
		expect(message).not.toBe('');
		expect(message.length).toBeLessThan(700);
		expect(String(description ?? '').length).toBeLessThan(1100);
		const told = [message, description, JSON.stringify(context)].join('\n');
		expect(told.length).toBeLessThan(6000);
		expect(isHeardIn(told, SECRET)).toBe(false);
	}
}

describe('An answer nobody expects', () => {
	test('is told soberly, whatever its status, members and headers', () => {
		fc.assert(
			fc.property(statuses, bodies, headers, (statusCode, body, given) => {
				expectSober(outcomeOf({ statusCode, body, headers: given }));
			}),
			{ numRuns: 400 },
		);
	});

	test('is no more when n8n throws it', () => {
		const url = 'https://api.zoom.us/v2/users/me';
		fc.assert(
			fc.property(statuses, bodies, fc.option(headers), (status, data, given) => {
				const response = { status, data, headers: given };
				const cause = { message: 'Failed', config: { url, auth: SECRET }, response };
				expectSober(classifyError(Object.assign(new Error('Failed'), { cause }), url));
			}),
			{ numRuns: 200 },
		);
	});

	test('to a subscription is quoted soberly', () => {
		const connection = { appKind: 'account' as const, grantedScopes: [] };
		const hide = redactorFor([SECRET]);
		const known = fc.constantFrom('subscription limit ', 'account_id ', 'url not valid ', '');
		fc.assert(
			fc.property(known, bodies, (begin, body) => {
				const refusal = errorResponseOf({ statusCode: 400, body, headers: {} });
				const told = subscriptionRefusal(
					{ ...refusal, message: begin + refusal.message },
					{ connection, events: [], url: 'https://n8n.example.com/webhook', hide },
				);
				expect(told?.length ?? 0).toBeLessThan(1000);
				expect(isHeardIn(told ?? '', SECRET)).toBe(false);
			}),
			{ numRuns: 200 },
		);
	});
});

describe('An answer beyond all measure', () => {
	const deep = (open: string, close: string) => open.repeat(10_000) + close.repeat(10_000);
	const many = Array.from({ length: 100_000 }, (_, at) => ({ field: `f${at}`, message: SECRET }));

	test.each<[string, unknown]>([
		['nested 10,000 deep', JSON.parse(deep('{"message":', '}').replace(':}', ':1}')) as unknown],
		['in lists 10,000 deep', JSON.parse(deep('[', ']')) as unknown],
		['nested 10,000 deep as text', deep('{"error":', '}').replace(':}', ':1}')],
		['with 100,000 wrong fields', { errors: many }],
		[
			'with 100,000 members',
			{ errors: Object.fromEntries(many.map(({ field }) => [field, SECRET])) },
		],
		['with 100,000 messages', { message: many }],
		['with a code that is a thing', { code: { valueOf: 1 }, message: 'Odd.' }],
		['with a code beyond numbers', JSON.parse('{"code":1e400,"message":"Odd."}') as unknown],
		['with a code of many digits', { code: '9'.repeat(100_000), message: 'Odd.' }],
	])('%s', (_, body) => {
		for (const statusCode of [200, 400]) expectSober(outcomeOf({ statusCode, body, headers: {} }));
	});

	test('with headers of a megabyte', () => {
		const long = `${SECRET} `.repeat(40_000);
		const given = {
			'x-zm-trackingid': long,
			'retry-after': long,
			'set-cookie': Array(50_000).fill(long),
		};
		expectSober(errorResponseOf({ statusCode: 400, body: {}, headers: given }));
	});

	// That each ends is all a test can show; that they take linear time is shown by a check of every expression.
	test.each([
		...[
			'http://',
			'eyJ',
			'eyJ.',
			'token ',
			'token="',
			'Bearer ',
			'Basic  ',
			': ',
			'. ',
			' ',
			'\\',
			'%',
		],
		...[
			'<',
			'<title',
			'<title>',
			'&#x',
			'"',
			'{"code":1,',
			'/s/1',
			'does not exist',
			'user ',
			'scope:',
		],
		...[
			'invalid meeting id ',
			'next page token ',
			'add max ',
			'email a',
			'=',
			'[',
			'\u200b',
			SECRET,
		],
	])('of a megabyte of %j', (piece) => {
		const text = piece.repeat(Math.ceil(2 ** 20 / piece.length));
		for (const body of [text, { message: text }, { errors: [{ field: text, message: text }] }]) {
			expectSober(errorResponseOf({ statusCode: 400, body, headers: { 'x-zm-trackingid': text } }));
		}
	});
});
