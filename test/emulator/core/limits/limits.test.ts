import type { Api, Reply } from '../../caller';
import { apiOf } from '../../caller';
import type { Emulator, Plan } from '../..';
import { createEmulator, manualClock } from '../..';
import type { Label } from '../contract/contract';
import { LimitReached, Limits } from './limits';

const start = '2026-07-01T09:00:00Z';
const perSecond =
	'You have reached the maximum per-second rate limit for this API. Try again later.';
const perDay =
	'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.';
const perHost =
	'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.';

describe('limits', () => {
	const clock = manualClock(start);
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock });
	});
	beforeEach(() => {
		clock.set(start);
		emulator.reset();
		Object.assign(emulator.settings, {
			plan: 'unlimited',
			hostDayCap: true,
			rateLimitHeaders: 'current',
			rateWindow: 'sliding',
		});
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const refused = (reply: Reply, message: string, code = 429) => {
		expect([reply.status, reply.body]).toEqual([429, { code, message }]);
	};
	const limitHeaders = ({ headers }: Reply) =>
		Object.fromEntries(
			[...headers].filter(([name]) => name.startsWith('x-ratelimit') || name === 'retry-after'),
		);
	/** So many calls that pass, without the clock moving more than it must. */
	const spend = async (count: number, path = '/users/me') => {
		for (let call = 0; call < count; call++) expect((await api('GET', path)).status).toBe(200);
	};

	it.each<[Plan, string, number]>([
		['free', '/users/me', 4],
		['free', '/users', 2],
		['pro', '/users/me', 30],
		['pro', '/users', 20],
		['business', '/users/me', 80],
		['business', '/users', 60],
	])('on %s let GET %s pass %i times a second', async (plan, path, count) => {
		emulator.plan = plan;
		await spend(count, path);
		refused(await api('GET', path), perSecond);
	});

	it('slide: a call makes room a second after it was made, and a refused one takes none', async () => {
		emulator.plan = 'free';
		await spend(1);
		clock.advance(600);
		await spend(3);
		refused(await api('GET', '/users/me'), perSecond);
		clock.advance(399);
		refused(await api('GET', '/users/me'), perSecond);
		clock.advance(1);
		await spend(1);
		refused(await api('GET', '/users/me'), perSecond);
	});

	it('can count one second after the other, each for itself', async () => {
		Object.assign(emulator.settings, { plan: 'free', rateWindow: 'fixed' });
		clock.advance(900);
		await spend(4);
		refused(await api('GET', '/users/me'), perSecond);
		clock.advance(100);
		await spend(4);
		refused(await api('GET', '/users/me'), perSecond);
		clock.advance(999);
		refused(await api('GET', '/users/me'), perSecond);
		clock.advance(1);
		await spend(1);
	});

	it('count each label for itself', async () => {
		emulator.plan = 'free';
		await spend(4, '/users/me');
		await spend(2, '/users');
	});

	it('leave everything alone on no plan', () => spend(100));

	it('answer a refused meeting update with the code its own page gives', async () => {
		emulator.plan = 'free';
		await spend(4);
		refused(await api('PATCH', '/meetings/81234567890', { topic: 'x' }), perSecond, 4001);
	});

	describe('by the day', () => {
		const dayOn = (plan: Plan) => {
			clock.set('2026-07-01T00:00:00Z');
			const limits = new Limits(clock, {
				plan,
				hostDayCap: true,
				rateLimitHeaders: 'documented',
			});
			/** Counts one request a second, which no limit per second minds. */
			const count = (label: Label, times = 1) => {
				for (let call = 0; call < times; call++) {
					clock.advance(1000);
					limits.count(label);
				}
			};
			return { limits, count };
		};
		const over = new LimitReached('accountDay');

		it.each<[Plan, Label, number]>([
			['free', 'Light', 6000],
			['free', 'Medium', 2000],
			['free', 'Heavy', 1000],
			['pro', 'Heavy', 30_000],
			['business', 'Heavy', 60_000],
		])('end on %s for %s after %i, until midnight in UTC', (plan, label, most) => {
			const { limits, count } = dayOn(plan);
			count(label, most);
			expect(() => count(label)).toThrow(over);
			expect(limits.refusal('accountDay', undefined).body).toEqual({ code: 429, message: perDay });
			expect(limits.headers(label, 'accountDay')).toEqual({
				'x-ratelimit-category': label,
				'x-ratelimit-type': 'Daily-limit',
				'x-ratelimit-limit': String(most),
				'x-ratelimit-remaining': '0',
				'retry-after': '2026-07-02T00:00:00Z',
			});
			clock.set('2026-07-02T00:00:00Z');
			expect(() => count(label)).not.toThrow();
		});

		it('have one allowance for heavy and resource-intensive requests on paid plans', () => {
			const pro = dayOn('pro');
			pro.count('Resource-intensive');
			pro.count('Heavy', 29_999);
			expect(() => pro.count('Heavy')).toThrow(over);
			expect(() => pro.count('Resource-intensive')).toThrow(over);
			pro.count('Light');

			const free = dayOn('free');
			free.count('Heavy', 1000);
			expect(() => free.count('Heavy')).toThrow(over);
			free.count('Resource-intensive');
		});
	});

	it.each<[Plan, Label, number, number]>([
		['free', 'Heavy', 1, 1000],
		['pro', 'Heavy', 10, 1000],
		['business', 'Heavy', 40, 1000],
		['free', 'Resource-intensive', 10, 60_000],
		['pro', 'Resource-intensive', 10, 60_000],
		['business', 'Resource-intensive', 20, 60_000],
	])('on %s let %s requests pass %i times in %i ms', (plan, label, most, window) => {
		const settings = { plan, hostDayCap: true, rateLimitHeaders: 'current' as const };
		const limits = new Limits(clock, settings);
		for (let call = 0; call < most; call++) limits.count(label);
		clock.advance(window - 1);
		expect(() => limits.count(label)).toThrow(new LimitReached('perSecond'));
		clock.advance(1);
		expect(() => limits.count(label)).not.toThrow();
	});

	describe('of a hundred meeting writes a day for a host', () => {
		const write = (host: string) => api('POST', `/users/${host}/meetings`, { topic: 'x' });

		it('count creates and updates together, for the host they fall on', async () => {
			const { id } = (await write('henrik.holm@example.com')).body;
			for (let call = 1; call < 100; call++) {
				const reply =
					call % 2
						? await write('henrik.holm@example.com')
						: await api('PATCH', `/meetings/${String(id)}`, { topic: String(call) });
				expect(reply.status).toBeLessThan(300);
			}
			const over = await write('henrik.holm@example.com');
			refused(over, perHost);
			// The one limit whose answer looks like any other by its headers.
			expect(limitHeaders(over)).toEqual({ 'x-ratelimit-category': 'Light' });
			refused(await api('PATCH', `/meetings/${String(id)}`, { topic: 'x' }), perHost);
			expect((await api('GET', `/meetings/${String(id)}`)).status).toBe(200);
			expect((await api('DELETE', `/meetings/${String(id)}`)).status).toBe(204);
			expect((await write('hana.hayashi@example.com')).status).toBe(201);
			const body = { schedule_for: 'henrik.holm@example.com' };
			refused(await api('POST', '/users/me/meetings', body), perHost);

			clock.set('2026-07-02T00:00:00Z');
			api = apiOf(emulator);
			expect((await write('henrik.holm@example.com')).status).toBe(201);
		});

		it('can be switched off', async () => {
			emulator.settings.hostDayCap = false;
			for (let call = 0; call < 101; call++)
				expect((await write('henrik.holm@example.com')).status).toBe(201);
		});
	});

	it('let a free account invite fifty users a day', async () => {
		emulator.plan = 'free';
		const invite = (action: string, name: string) => {
			clock.advance(1000);
			const user_info = { email: `${name}@example.com`, type: 1 };
			return api('POST', '/users', { action, user_info });
		};
		for (let call = 0; call < 50; call++)
			expect((await invite('create', `u${call}`)).status).toBe(201);
		refused(await invite('create', 'more'), perDay);
		expect((await invite('custCreate', 'more')).status).toBe(201);
	});

	describe('in their documented headers', () => {
		beforeEach(() => {
			emulator.settings.rateLimitHeaders = 'documented';
		});

		it('count down on the way', async () => {
			emulator.plan = 'pro';
			expect(limitHeaders(await api('GET', '/users/me'))).toEqual({
				'x-ratelimit-category': 'Light',
				'x-ratelimit-type': 'QPS',
				'x-ratelimit-limit': '30',
				'x-ratelimit-remaining': '29',
			});
			emulator.plan = 'free';
			const daily = limitHeaders(await api('GET', '/users/me'));
			expect(daily).toMatchObject({
				'x-ratelimit-type': 'Daily-limit',
				'x-ratelimit-limit': '6000',
			});
		});

		it('name the kind of a per-second refusal, without a time', async () => {
			emulator.plan = 'pro';
			await spend(30);
			expect(limitHeaders(await api('GET', '/users/me'))).toEqual({
				'x-ratelimit-category': 'Light',
				'x-ratelimit-type': 'QPS',
				'x-ratelimit-limit': '30',
				'x-ratelimit-remaining': '0',
			});
		});
	});
});
