import type {
	Plan,
	RateLabel,
	RestOperation,
	ZoomRequest,
} from '../../../nodes/Zoom/registry/types';
import { observe, acquireSlot } from '../../../nodes/Zoom/transport/rateLimits/accountLimits';
import type { Outcome, ErrorResponse } from '../../../nodes/Zoom/transport/response/outcome';
import { noteZoomTime, zoomTimeOf } from '../../../nodes/Zoom/transport/response/zoomClock';
import { clock as nodeClock } from '../../../nodes/Zoom/transport/sync/clock';
import { manualClock } from '../../emulator';
import type { VirtualTime } from '../../support/time/virtualTime';
import { startVirtualTime } from '../../support/time/virtualTime';

const NOW = Date.UTC(2026, 6, 5, 10);
const clock = manualClock(NOW);
let virtual: VirtualTime;
beforeEach(() => {
	clock.set(NOW);
	virtual = startVirtualTime(clock);
});
afterEach(() => {
	virtual.stop();
});

let accounts = 0;
const newAccount = (plan: Plan = 'pro') => ({ account: `account ${++accounts}`, plan, share: 1 });
type Account = ReturnType<typeof newAccount>;

const requestOf = (rate: RateLabel | undefined, path: string, more: object = {}): ZoomRequest => ({
	method: 'GET',
	path,
	query: {},
	operation: { method: 'GET', path, rate } as RestOperation,
	...more,
});
const METRICS = requestOf('resourceIntensive', '/metrics/meetings');
const USER = requestOf('light', '/users/me');
const UNKNOWN = requestOf(undefined, '/new/endpoint');

const success = (category?: unknown): Outcome => ({
	kind: 'success',
	body: {},
	headers: (category === undefined ? {} : { 'x-ratelimit-category': category }) as never,
});
const tooMany = (message: string, headers: Record<string, unknown> = {}): ErrorResponse => ({
	kind: 'errorResponse',
	status: 429,
	message,
	fields: [],
	headers: headers as never,
});

/** Makes calls one after the other; tells how long they took, in milliseconds. */
async function make(account: Account, request: ZoomRequest, count: number, category?: unknown) {
	const begin = clock.now();
	for (let call = 0; call < count; call++) {
		expect(await acquireSlot(account, request, { maxWait: 60_000 })).toBeUndefined();
		observe(account, request, success(category));
	}
	return clock.now() - begin;
}

describe('What an answer says of the label of a call', () => {
	test('slows that call down at once, where it allows less', async () => {
		const account = newAccount();
		await make(account, USER, 1, 'Heavy');
		expect(await make(account, USER, 11, 'Heavy')).toBeGreaterThan(1000);
	});

	test('concerns that account only', async () => {
		const [one, other] = [newAccount(), newAccount()];
		await make(one, USER, 30, 'Resource-intensive');
		expect(await make(other, USER, 6)).toBeLessThan(200);
		expect(await make(one, USER, 2)).toBeGreaterThan(6000);
	});

	test.each([
		['resource-intensive', METRICS, 6000],
		['heavy', requestOf('heavy', '/heavy'), 100],
		['no', UNKNOWN, 50],
	] as const)(
		'is not believed at once where the documents say %s and it allows more',
		async (_, request, atLeast) => {
			const account = newAccount();
			await make(account, request, 19, 'Light');
			expect(await make(account, request, 1, 'Heavy')).toBeGreaterThan(atLeast);
			await make(account, request, 19, 'Light');
			expect(await make(account, request, 1, 'Light')).toBeGreaterThan(atLeast);
			// What twenty answers in a row say is true.
			await make(account, request, 1, 'Light');
			expect(await make(account, request, 20, 'Light')).toBeLessThan(1000);
			// Until one says otherwise.
			await make(account, request, 1, 'Heavy');
			await make(account, request, 1);
			expect(await make(account, request, 1)).toBeGreaterThan(atLeast - 60);
		},
	);

	test('counts as what is documented again as soon as an answer says so', async () => {
		const account = newAccount();
		await make(account, USER, 5, 'Heavy');
		await make(account, USER, 1, 'Light');
		expect(await make(account, USER, 11)).toBeLessThan(500);
	});

	test.each([
		...['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'x'.repeat(200)],
		...[['Light', 'Heavy'], 7, {}, null, true],
	])('is nothing where it is %p', async (category) => {
		const account = newAccount();
		expect(observe(account, USER, success(category))).toBeUndefined();
		expect(await make(account, USER, 11, category)).toBeLessThan(500);
	});

	test('of more calls than can be remembered does not grow without end', async () => {
		const account = newAccount();
		for (let call = 0; call < 6000; call++) {
			observe(account, requestOf('light', `/items/${call}`), success('Resource-intensive'));
		}
		expect(await make(account, requestOf('light', '/items/0'), 11)).toBeLessThan(500);
		expect(await make(account, requestOf('light', '/items/5999'), 2)).toBeGreaterThan(6000);
	});
});

describe('A refusal with a wait that Zoom cannot mean', () => {
	test.each([
		...['99999999999999999999', '+275760-09-13T00:00:00Z', '999999999', '-5', 'NaN', 'Infinity'],
		...['9999-12-31T23:59:59Z', 'Fri, 31 Dec 9999 23:59:59 GMT', ['1', '2'], {}, null],
	])('holds nobody up (%p)', async (retryAfter) => {
		const account = newAccount();
		const headers = { 'retry-after': retryAfter, date: 'Fri, 31 Dec 275760 23:59:59 GMT' };
		expect(() => observe(account, USER, tooMany('', headers))).not.toThrow();
		expect(await make(account, USER, 11)).toBeLessThan(1000);
	});

	test('by the day ends at midnight all the same', async () => {
		const account = newAccount();
		const headers = { 'retry-after': '99999999999999999999', 'x-ratelimit-type': 'Daily-limit' };
		observe(account, USER, tooMany('', headers));
		expect(await acquireSlot(account, USER, { maxWait: Infinity })).toMatchObject({
			status: 429,
			headers: { 'retry-after': '2026-07-06T00:00:00.000Z', 'x-ratelimit-type': 'Daily-limit' },
		});
		clock.set('2026-07-06T00:00:00Z');
		expect(await make(account, USER, 2)).toBeLessThan(100);
	});
});

describe('A limit by the day', () => {
	const create = (path: string, body: object = {}) =>
		requestOf('light', path, {
			method: 'POST',
			body,
			operation: { method: 'POST', path, rate: 'light' },
		});
	const GROUPS = create('/groups');
	const isFree = async (account: Account, request: ZoomRequest) =>
		(await acquireSlot(account, request, { maxWait: 0 })) === undefined;
	const perDay =
		'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.';

	test.each([
		'You have exceeded the daily rate limit (50) of Create a Group API request for this account. This limit resets at GMT 00:00:00.',
		'You have exceeded the daily rate limit of "50" for **Create a Group** API requests for this account.',
		// Said as if it were one of the label.
		perDay,
	])('of one operation closes that operation only: %s', async (message) => {
		const account = newAccount();
		observe(account, GROUPS, tooMany(message));
		expect(await isFree(account, GROUPS)).toBe(false);
		expect(await isFree(account, USER)).toBe(true);
		expect(await isFree(account, create('/meetings'))).toBe(true);
		expect(await isFree(newAccount(), GROUPS)).toBe(true);
		clock.set('2026-07-06T00:00:00Z');
		expect(await isFree(account, GROUPS)).toBe(true);
	});

	test('of one action of an endpoint closes no other action', async () => {
		const account = newAccount();
		const message =
			'You have exceeded the daily rate limit (50) of user invite requests permitted for this account. You may resume these requests at GMT 00:00:00.';
		observe(account, create('/users', { action: 'create' }), tooMany(message));
		expect(await isFree(account, create('/users', { action: 'create' }))).toBe(false);
		expect(await isFree(account, create('/users', { action: 'custCreate' }))).toBe(true);
	});

	test('of one operation also meets those that wait for their turns already', async () => {
		const account = newAccount();
		const waiting = [1, 2, 3].map(
			async () => await acquireSlot(account, GROUPS, { maxWait: 60_000 }),
		);
		await waiting[0];
		observe(account, GROUPS, tooMany('daily rate limit (50) of Create a Group for this account'));
		expect(await Promise.all(waiting.slice(1))).toEqual([
			expect.objectContaining({ status: 429 }),
			expect.objectContaining({ status: 429 }),
		]);
	});

	test.each([
		'You have exceeded the daily rate limit of "3" for **Add meeting registrant** API requests for the registrant "a@example.com". You can resume these API requests at GMT 00:00:00.',
		'You have exceeded the daily rate limit of "3" for webinar **Add panelists** API requests for the panelist "a@example.com".',
		"You have exceeded the daily rate limit of &quot;3&quot; for **Update registrant's status** API requests for the registrant &quot;a@example.com&quot;.",
		'Ha superado el límite diario de "3" solicitudes de API «Agregar inscrito» para a@example.com.',
		'Vous avez dépassé la limite quotidienne (100). Réessayez à 00:00:00 GMT.',
	])('of one person, or of who knows what, keeps nobody waiting: %s', async (message) => {
		const account = newAccount();
		const add = create('/meetings/1/registrants');
		for (const headers of [{}, { 'x-ratelimit-type': 'Daily-limit' }]) {
			observe(
				account,
				add,
				tooMany(message, { ...headers, 'retry-after': '2026-07-06T00:00:00Z' }),
			);
		}
		expect(await make(account, add, 11)).toBeLessThan(500);
		expect(await make(account, USER, 11)).toBeLessThan(500);
	});

	test('of the account closes its label', async () => {
		const account = newAccount();
		observe(account, USER, tooMany(perDay, { 'x-ratelimit-type': 'Daily-limit' }));
		expect(await isFree(account, create('/meetings'))).toBe(false);
		expect(await isFree(account, METRICS)).toBe(true);
	});
});

describe("Zoom's clock", () => {
	test.each([3600, -3600])('is what answers say (%d s)', (seconds) => {
		const date = new Date(NOW + seconds * 1000).toUTCString();
		noteZoomTime('clock', { date });
		expect(zoomTimeOf('clock', NOW)).toBe(NOW + seconds * 1000);
	});

	test.each([
		...['Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT', '+275760-09-13', '', 'x'],
		...[['Sun, 05 Jul 2026 10:00:00 GMT'], 0, null, {}],
	])('is not what no answer of Zoom can say (%p)', (date) => {
		noteZoomTime('other clock', { date: new Date(NOW + 5000).toUTCString() });
		noteZoomTime('other clock', { date } as never);
		expect(zoomTimeOf('other clock', nodeClock.now())).toBe(NOW + 5000);
	});
});
