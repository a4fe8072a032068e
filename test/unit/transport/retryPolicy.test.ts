import fc from 'fast-check';
import { Settings } from 'luxon';
import type { Outcome, ErrorResponse } from '../../../nodes/Zoom/transport/response/outcome';
import {
	isDayLimit,
	limitKind,
	nextUtcDay,
	resumeTimeIn,
	retryAfter,
} from '../../../nodes/Zoom/transport/response/throttling';
import type { RetryPolicy, RetryState } from '../../../nodes/Zoom/transport/retry/retryPolicy';
import {
	retryDecision,
	mayHaveHappened,
	parseStatusList,
} from '../../../nodes/Zoom/transport/retry/retryPolicy';
import { rateLimitTexts } from '../../support/spec/zoomSpec';

const NOW = Date.parse('2026-07-05T10:00:00Z');
const PER_SECOND =
	'You have reached the maximum per-second rate limit for this API. Try again later.';
const ACCOUNT_DAY =
	'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.';
const USER_DAY =
	'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.';
const CONCURRENT =
	'Too many concurrent requests. A request to disassociate this user has already been made.';

const refusal = (status: number, more: Partial<ErrorResponse> = {}): ErrorResponse => ({
	kind: 'errorResponse',
	status,
	message: '',
	fields: [],
	headers: {},
	...more,
});
const tooMany = (message: string, headers: Record<string, string> = {}) =>
	refusal(429, { code: 429, message, headers });

const policy = (more: Partial<RetryPolicy> = {}): RetryPolicy => ({
	mode: 'retryWhenStatusCodeMatch',
	isListed: (status) => [429, 500, 502, 503, 504].includes(status),
	countMax: 3,
	multiplyWait: true,
	maxWait: 60_000,
	repeatUnsafe: false,
	...more,
});
const state = (more: Partial<RetryState> = {}): RetryState => ({
	repeats: 0,
	idempotent: true,
	now: NOW,
	random: 0,
	...more,
});
const isRepeated = (outcome: Outcome, of: Partial<RetryPolicy>, at: Partial<RetryState> = {}) =>
	'wait' in retryDecision(outcome, policy(of), state(at));

const notSent = (transient: boolean): Outcome => ({ kind: 'notSent', message: '', transient });
const loss = (how: 'timeout' | 'broken' | 'unreadable'): Outcome => ({ kind: 'noResponse', how });

describe('Whether a call is repeated', () => {
	// Who repeats it: nobody, only retryAny, or both modes; and whether that holds for creating something, too.
	type Repeats = 'never' | 'any' | 'both';
	const cases: [string, Outcome, Repeats, 'alsoCreates' | 'notCreates'][] = [
		['HTTP 400', refusal(400), 'never', 'notCreates'],
		['HTTP 401', refusal(401), 'never', 'notCreates'],
		['HTTP 403', refusal(403), 'never', 'notCreates'],
		['HTTP 404', refusal(404), 'never', 'notCreates'],
		['HTTP 408', refusal(408), 'any', 'notCreates'],
		['HTTP 409', refusal(409), 'any', 'notCreates'],
		['HTTP 410', refusal(410), 'never', 'notCreates'],
		['HTTP 423', refusal(423), 'any', 'notCreates'],
		['HTTP 425', refusal(425), 'any', 'notCreates'],
		['the limit of a second', tooMany(PER_SECOND), 'both', 'alsoCreates'],
		['a concurrent change', tooMany(CONCURRENT), 'both', 'alsoCreates'],
		['a 429 that says nothing', tooMany(''), 'both', 'alsoCreates'],
		["the account's day", tooMany(ACCOUNT_DAY), 'never', 'notCreates'],
		["a user's day", tooMany(USER_DAY), 'never', 'notCreates'],
		[
			"a user's day that asks for a second",
			tooMany(USER_DAY, { 'retry-after': '1' }),
			'never',
			'notCreates',
		],
		['HTTP 500', refusal(500), 'both', 'notCreates'],
		['HTTP 501', refusal(501), 'any', 'notCreates'],
		['HTTP 502', refusal(502), 'both', 'notCreates'],
		['HTTP 503', refusal(503), 'both', 'notCreates'],
		['HTTP 504', refusal(504), 'both', 'notCreates'],
		['HTTP 599', refusal(599), 'any', 'notCreates'],
		['an error in a 200', refusal(200, { code: 200 }), 'never', 'notCreates'],
		['a time-out', loss('timeout'), 'both', 'notCreates'],
		['a reset', loss('broken'), 'both', 'notCreates'],
		['a truncated body', loss('unreadable'), 'both', 'notCreates'],
		['no connection, or no such name', notSent(true), 'both', 'alsoCreates'],
		['a connection to make again', notSent(false), 'never', 'notCreates'],
	];

	describe.each(cases)('after %s', (_, outcome, repeats, creates) => {
		const byMode = {
			none: false,
			retryWhenStatusCodeMatch: repeats === 'both',
			retryAny: repeats !== 'never',
		};
		test.each(Object.entries(byMode))('in mode %s: %s', (name, expected) => {
			const mode = name as RetryPolicy['mode'];
			const isCreated = expected && creates === 'alsoCreates';
			expect(isRepeated(outcome, { mode })).toBe(expected);
			expect(isRepeated(outcome, { mode }, { idempotent: false })).toBe(isCreated);
			const unsafe = { mode, repeatUnsafe: true };
			expect(isRepeated(outcome, unsafe)).toBe(expected);
			expect(isRepeated(outcome, unsafe, { idempotent: false })).toBe(expected);
		});
	});

	test('a list of its own decides in place of the usual one', () => {
		const isListed = (status: number) => status === 404;
		expect(isRepeated(refusal(404), { isListed })).toBe(true);
		expect(isRepeated(refusal(404), { isListed, mode: 'retryAny' })).toBe(true);
		expect(isRepeated(refusal(404), { isListed, mode: 'none' })).toBe(false);
		expect(isRepeated(refusal(404), { isListed }, { idempotent: false })).toBe(false);
		expect(isRepeated(refusal(500), { isListed })).toBe(false);
		expect(isRepeated(refusal(500), { isListed, mode: 'retryAny' })).toBe(true);
		expect(isRepeated(tooMany(PER_SECOND), { isListed })).toBe(false);
		expect(isRepeated(tooMany(PER_SECOND), { isListed, mode: 'retryAny' })).toBe(true);
	});

	test('a day limit is not waited for even when its status is listed', () => {
		const isListed = () => true;
		for (const mode of ['retryAny', 'retryWhenStatusCodeMatch'] as const) {
			expect(isRepeated(tooMany(USER_DAY), { isListed, mode, repeatUnsafe: true })).toBe(false);
			expect(isRepeated(tooMany(ACCOUNT_DAY), { isListed, mode, repeatUnsafe: true })).toBe(false);
		}
	});

	test.each([
		[0, []],
		[1, [0]],
		[3, [0, 1, 2]],
	])('at most %d repeats', (countMax, repeated) => {
		const rounds = [0, 1, 2, 3, 4].filter((repeats) =>
			isRepeated(refusal(500), { countMax }, { repeats }),
		);
		expect(rounds).toEqual(repeated);
	});
});

test('A call that was one too many in its second is made again soon, at first', () => {
	const waits = (headers: Record<string, string>, message = PER_SECOND) =>
		[0, 1, 2].map((repeats) =>
			retryDecision(tooMany(message, headers), policy(), state({ repeats, random: 1 })),
		);
	expect(waits({})).toEqual([{ wait: 150 }, { wait: 2000 }, { wait: 4000 }]);
	expect(waits({ 'retry-after': '3' })).toEqual(Array(3).fill({ wait: 3000 }));
	expect(waits({}, CONCURRENT)[0]).toEqual({ wait: 1000 });
});

describe('How long it waits', () => {
	const waits = (of: Partial<RetryPolicy>, random: number, outcome: Outcome = refusal(500)) =>
		[0, 1, 2, 3, 4].map((repeats) =>
			retryDecision(outcome, policy({ countMax: 20, ...of }), state({ repeats, random })),
		);
	const as = (...milliseconds: number[]) => milliseconds.map((wait) => ({ wait }));

	test('about twice as long each time, from a second on', () => {
		expect(waits({}, 1)).toEqual(as(1000, 2000, 4000, 8000, 16_000));
		expect(waits({}, 0.5)).toEqual(as(750, 1500, 3000, 6000, 12_000));
		expect(waits({}, 0)).toEqual(as(500, 1000, 2000, 4000, 8000));
	});

	test('never past the longest wait', () => {
		expect(waits({ maxWait: 3000 }, 1)).toEqual(as(1000, 2000, 3000, 3000, 3000));
		expect(waits({ maxWait: 3000 }, 0)).toEqual(as(500, 1000, 1500, 1500, 1500));
	});

	test('a second each time when it is not to grow', () => {
		expect(waits({ multiplyWait: false }, 0)).toEqual(as(1000, 1000, 1000, 1000, 1000));
		expect(waits({ multiplyWait: false }, 1)).toEqual(as(1000, 1000, 1000, 1000, 1000));
	});

	test('from half of it up to all of it, by chance', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
				fc.nat(19),
				fc.integer({ min: 1, max: 3600 }),
				(random, repeats, seconds) => {
					const maxWait = seconds * 1000;
					const whole = Math.min(maxWait, 1000 * 2 ** repeats);
					const decision = retryDecision(
						refusal(500),
						policy({ countMax: 20, maxWait }),
						state({ repeats, random }),
					);
					const wait = 'wait' in decision ? decision.wait : NaN;
					expect(wait).toBeGreaterThanOrEqual(whole / 2);
					expect(wait).toBeLessThanOrEqual(whole);
				},
			),
		);
	});

	test('what Zoom asks for, instead', () => {
		const asked = tooMany(PER_SECOND, { 'retry-after': '7' });
		expect(waits({}, 0, asked)).toEqual(as(7000, 7000, 7000, 7000, 7000));
		expect(waits({ multiplyWait: false }, 0, asked)).toEqual(as(7000, 7000, 7000, 7000, 7000));
		const busy = refusal(503, { headers: { 'retry-after': '7' } });
		expect(waits({}, 0, busy)[0]).toEqual({ wait: 7000 });
	});

	test('its own time when that moment is past', () => {
		const past = refusal(503, { headers: { 'retry-after': '2026-07-05T09:59:00Z' } });
		expect(retryDecision(past, policy(), state())).toEqual(
			retryDecision(refusal(503), policy(), state()),
		);
		expect(retryDecision(past, policy(), state())).toEqual({ wait: 500 });
	});

	test("until a date by Zoom's clock, whatever this machine's shows", () => {
		const date = 'Sun, 05 Jul 2026 09:00:00 GMT';
		const headers = { 'retry-after': '2026-07-05T09:00:07Z', date };
		expect(retryDecision(refusal(503, { headers }), policy(), state())).toEqual({ wait: 7000 });
	});

	test('its own time when what Zoom asks for cannot be read', () => {
		const odd = refusal(503, { headers: { 'retry-after': 'soon' } });
		expect(waits({}, 1, odd)[1]).toEqual({ wait: 2000 });
	});
});

describe('When it gives up, it says from when on calls are allowed', () => {
	const resumes = (outcome: Outcome, of: Partial<RetryPolicy> = {}) => {
		const decision = retryDecision(outcome, policy(of), state());
		if (!('stop' in decision)) throw new Error(`It waits ${decision.wait} ms`);
		return decision.resumeAt === undefined
			? undefined
			: new Date(decision.resumeAt).toISOString().replace('.000', '');
	};
	const asks = (after: string) => refusal(503, { headers: { 'retry-after': after } });

	test.each([
		['a wait longer than the longest', asks('61'), '2026-07-05T10:01:01Z'],
		['a date-time far off', asks('2026-07-05T12:00:00Z'), '2026-07-05T12:00:00Z'],
		["the account's day, to the next day in UTC", tooMany(ACCOUNT_DAY), '2026-07-06T00:00:00Z'],
		["a user's day, to the next day in UTC", tooMany(USER_DAY), '2026-07-06T00:00:00Z'],
		[
			"the account's day, to the moment Zoom names",
			tooMany(ACCOUNT_DAY, { 'retry-after': '2026-07-06T03:00:00Z' }),
			'2026-07-06T03:00:00Z',
		],
		['a refusal for good', refusal(404), undefined],
		['a connection to make again', notSent(false), undefined],
	])('after %s', (_, outcome, expected) => {
		expect(resumes(outcome)).toBe(expected);
	});

	test('a wait exactly as long as the longest is still made', () => {
		expect(retryDecision(asks('60'), policy(), state())).toEqual({ wait: 60_000 });
	});

	test('when repeats are used up or switched off, too', () => {
		expect(resumes(asks('7'), { countMax: 0 })).toBe('2026-07-05T10:00:07Z');
		expect(resumes(tooMany(PER_SECOND, { 'retry-after': '7' }), { mode: 'none' })).toBe(
			'2026-07-05T10:00:07Z',
		);
	});
});

describe('Retry-After', () => {
	test.each([
		['7', '2026-07-05T10:00:07.000Z'],
		[' 7 ', '2026-07-05T10:00:07.000Z'],
		['0', '2026-07-05T10:00:00.000Z'],
		['1.5', '2026-07-05T10:00:01.500Z'],
		['Sun, 05 Jul 2026 10:00:30 GMT', '2026-07-05T10:00:30.000Z'],
		['2026-07-06T00:00:00Z', '2026-07-06T00:00:00.000Z'],
		['2026-07-06T02:00:00+02:00', '2026-07-06T00:00:00.000Z'],
		['2026-07-06T00:00:00', '2026-07-06T00:00:00.000Z'],
		['2026-07-06T11:00:00Z', '2026-07-06T11:00:00.000Z'],
		['90000', '2026-07-06T11:00:00.000Z'],
	])('%s is %s', (value, expected) => {
		const moment = retryAfter({ 'retry-after': value }, NOW);
		expect(moment === undefined ? moment : new Date(moment).toISOString()).toBe(expected);
	});

	test.each([
		...['', ' ', 'soon', '-1', '-99999999999999999999', '7 seconds', 'NaN', 'Infinity', '1e400'],
		...['2026-13-45T00:00:00Z', '2026-02-30T00:00:00Z', '[object Object]', '5, 5', '0x10'],
		// More than Zoom can mean, or over.
		...['90001', '999999999', '99999999999999999999', '9'.repeat(400), '+275760-09-13T00:00:00Z'],
		...['9999-12-31T23:59:59Z', '2026-07-06T11:00:01Z', '2026-07-05T09:00:00Z'],
		...['Fri, 31 Dec 9999 23:59:59 GMT', 'Sun, 05 Jul 2026 09:59:59 GMT', '12:00', 'P1D'],
	])('%j says nothing', (value) => {
		expect(retryAfter({ 'retry-after': value }, NOW)).toBeUndefined();
		const { wait } = retryDecision(
			refusal(503, { headers: { 'retry-after': value } }),
			policy(),
			state(),
		) as {
			wait?: number;
		};
		expect(wait).toBe(500);
	});

	test.each([[['5', '9']], [5], [null], [{}], [Symbol('5')]])('as %p does not throw', (value) => {
		const headers = { 'retry-after': value, date: value, 'x-ratelimit-type': value } as never;
		expect(retryAfter(headers, NOW)).toBeUndefined();
		expect(limitKind({ message: '', headers }, NOW)).toBe('perSecond');
	});

	test.each([
		// The machine's clock is an hour behind, a day ahead.
		['Sun, 05 Jul 2026 11:00:00 GMT', '2026-07-05T11:00:30Z', 30],
		['Sat, 04 Jul 2026 10:00:00 GMT', '2026-07-05T00:00:00Z', 14 * 3600],
		// Such a date is none of Zoom's.
		['Thu, 01 Jan 1970 00:00:00 GMT', '2026-07-05T10:00:30Z', 30],
		['Fri, 31 Dec 9999 23:59:59 GMT', '2026-07-05T10:00:30Z', 30],
		['+275760-09-13T00:00:00Z', '2026-07-05T10:00:30Z', 30],
		['nonsense', '2026-07-05T10:00:30Z', 30],
	])('goes by the date of the answer (%s) where that can be', (date, value, seconds) => {
		expect(retryAfter({ 'retry-after': value, date }, NOW)).toBe(NOW + seconds * 1000);
	});

	test('without a zone is in UTC, wherever the machine is', () => {
		const zone = Settings.defaultZone;
		Settings.defaultZone = 'America/New_York';
		try {
			const headers = { 'retry-after': '2026-07-06T00:00:00' };
			expect(retryAfter(headers, NOW)).toBe(Date.parse('2026-07-06T00:00:00Z'));
		} finally {
			Settings.defaultZone = zone;
		}
	});

	test('is not needed', () => {
		expect(retryAfter({}, NOW)).toBeUndefined();
	});
});

const ofRegistrant = (number: string) =>
	`You have exceeded the daily rate limit of ${number} for **Add meeting registrant** API requests for the registrant "a@example.com". You can resume these API requests at GMT 00:00:00.`;
const OF_GROUP =
	'You have exceeded the daily rate limit (50) of Create a Group API request for this account. This limit resets at GMT 00:00:00.';

describe('Which limit a 429 is about', () => {
	test.each([
		['perSecond', PER_SECOND, {}],
		['perSecond', '', {}],
		['perSecond', 'Something new', {}],
		['perSecond', '', { 'x-ratelimit-type': 'QPS' }],
		['perSecond', 'Too Many Requests. For more information, see [rate limits](/docs/).', {}],
		['perSecond', 'Trop de demandes. Réessayez plus tard.', {}],
		['perSecond', 'Too many requests', { 'retry-after': '3600' }],
		['accountDay', ACCOUNT_DAY, {}],
		['accountDay', ACCOUNT_DAY, { 'x-ratelimit-type': 'Daily-limit' }],
		['accountDay', '', { 'x-ratelimit-type': 'Daily-limit' }],
		['accountDay', 'Se ha alcanzado el límite.', { 'x-ratelimit-type': 'Daily-limit' }],
		['accountDay', 'You have reached the daily rate limit for this account.', {}],
		['accountDay', 'Daily rate limit (30000) of API requests for this account exceeded.', {}],
		['accountDay', 'Daily rate limit (30000) for heavy and resource-intensive APIs reached.', {}],
		// As captured: the headers are those of an ordinary answer.
		['userDay', USER_DAY, { 'x-ratelimit-category': 'Light', 'x-ratelimit-remaining': '5893' }],
		['userDay', ofRegistrant('"3"'), {}],
		['userDay', ofRegistrant('"3"'), { 'x-ratelimit-type': 'Daily-limit' }],
		['userDay', ofRegistrant('(3)'), {}],
		['userDay', ofRegistrant('**3**'), {}],
		['userDay', ofRegistrant('&quot;3&quot;'), {}],
		['userDay', ofRegistrant('<b>3</b>'), {}],
		['userDay', ofRegistrant('“3”'), {}],
		['userDay', USER_DAY.replace('this particular user', 'the same host'), {}],
		['operationDay', OF_GROUP, {}],
		['operationDay', OF_GROUP, { 'x-ratelimit-type': 'Daily-limit' }],
		[
			'operationDay',
			OF_GROUP.replace('(50)', '"50"').replace('Create a Group', '**Create a Group**'),
			{},
		],
		// Whose limit it is does not tell in another language: not to be taken for that of the account.
		['otherDay', 'Ha superado el límite diario de "3" solicitudes. GMT 00:00:00', {}],
		['otherDay', 'Límite de «3» solicitudes', { 'x-ratelimit-type': 'Daily-limit' }],
		['otherDay', 'Vous avez dépassé la limite (100), réessayez à 00:00:00 GMT.', {}],
		['otherDay', '制限を超えました', { 'retry-after': '2026-07-06T00:00:00Z' }],
		['otherDay', 'You have exceeded the daily limit.', {}],
		['otherDay', 'You have exceeded the daily rate limit of 5 for this app.', {}],
		['concurrent', CONCURRENT, {}],
		['concurrent', CONCURRENT, { 'x-ratelimit-type': 'QPS' }],
	] as const)('%s: %s %j', (kind, message, headers) => {
		expect(limitKind({ message, headers }, NOW)).toBe(kind);
	});

	test('a long text is read to the end that Zoom may have written', () => {
		const message = `${'<b>'.repeat(50_000)} daily rate limit of this account ${'for the '.repeat(50_000)}`;
		expect(limitKind({ message, headers: {} }, NOW)).toBe('perSecond');
	});

	test.each([
		[ofRegistrant('"3"'), '2026-07-06T00:00:00.000Z'],
		[OF_GROUP.replace('00:00:00', '08:30:00'), '2026-07-06T08:30:00.000Z'],
		[OF_GROUP.replace('GMT 00:00:00', '18:00 UTC'), '2026-07-05T18:00:00.000Z'],
		['You can resume these API requests after 5 seconds.', '2026-07-05T10:00:05.000Z'],
		['retry making a new request after 30 seconds', '2026-07-05T10:00:30.000Z'],
		['after 99999 hours', undefined],
		['at GMT 99:99:99', undefined],
		['', undefined],
	])('%j may be made again at %s', (message, expected) => {
		const moment = resumeTimeIn({ message, headers: {} }, NOW);
		expect(moment && new Date(moment).toISOString()).toBe(expected);
	});

	test('a header counts more than the text', () => {
		const headers = { 'retry-after': '2026-07-05T15:00:00Z' };
		expect(resumeTimeIn({ message: OF_GROUP, headers }, NOW)).toBe(
			Date.parse('2026-07-05T15:00:00Z'),
		);
	});

	test.each([
		['2026-07-05T10:00:00Z', '2026-07-06T00:00:00.000Z'],
		['2026-07-05T23:59:59Z', '2026-07-06T00:00:00.000Z'],
		['2026-07-05T00:00:00Z', '2026-07-06T00:00:00.000Z'],
		['2026-12-31T12:00:00Z', '2027-01-01T00:00:00.000Z'],
	])('the day of %s ends at %s', (now, end) => {
		expect(new Date(nextUtcDay(Date.parse(now))).toISOString()).toBe(end);
	});
});

describe("The refusals in Zoom's documents", () => {
	const texts = rateLimitTexts();
	const kindOf = (message: string) => limitKind({ message, headers: {} }, NOW);
	const having = (pattern: RegExp) => texts.filter((text) => pattern.test(text));

	test('are all that is known of', () => {
		expect(texts.length).toBeGreaterThanOrEqual(15);
	});

	test.each([
		['userDay', /for the (?:registrant|panelist)/, 8],
		['operationDay', /for this account/, 2],
		['concurrent', /this meeting|presence status|concurrent requests/i, 4],
		['perSecond', /per-second|^too many requests(?:\.| for)/, 2],
	] as const)('%s: %s', (kind, pattern, atLeast) => {
		const found = having(pattern);
		expect(found.length).toBeGreaterThanOrEqual(atLeast);
		expect(found.map((text) => [text, kindOf(text)])).toEqual(found.map((text) => [text, kind]));
	});

	test('are never taken for a limit of the whole account', () => {
		expect(texts.filter((text) => kindOf(text) === 'accountDay')).toEqual([]);
		expect(having(/daily/).filter((text) => !isDayLimit(kindOf(text)))).toEqual([]);
	});
});

describe('A list of status codes', () => {
	const ALL = Array.from({ length: 200 }, (_, index) => 400 + index);

	test.each([
		['429', [429]],
		['429,500,502,503,504', [429, 500, 502, 503, 504]],
		[' 429 , 500 - 502 ', [429, 500, 501, 502]],
		['500-500', [500]],
		['400-599', ALL],
	])('%s', (list, statuses) => {
		expect(ALL.filter(parseStatusList(list) ?? (() => false))).toEqual(statuses);
	});

	test.each(['', ' ', ',', '429,', '429;500', '200', '399', '600', '4290', 'x', '5xx', '502-500'])(
		'%j is none',
		(list) => {
			expect(parseStatusList(list)).toBeUndefined();
		},
	);
});

describe('Whether Zoom may have done what was asked', () => {
	test.each([
		['a time-out', loss('timeout'), true],
		['a reset', loss('broken'), true],
		['a truncated body', loss('unreadable'), true],
		['HTTP 500', refusal(500), true],
		['HTTP 504', refusal(504), true],
		['HTTP 408', refusal(408), true],
		['HTTP 429', tooMany(PER_SECOND), false],
		['HTTP 400', refusal(400), false],
		['HTTP 409', refusal(409), false],
		['an error in a 200', refusal(200, { code: 200 }), false],
		['no connection', notSent(true), false],
		['success', { kind: 'success', body: {} } as const, false],
	] as [string, Outcome, boolean][])('after %s', (_, outcome, expected) => {
		expect(mayHaveHappened(outcome)).toBe(expected);
	});
});
