import type { TurnOptions } from '../../../nodes/Zoom/transport/rateLimits/rateLimiter';
import { RateLimiter } from '../../../nodes/Zoom/transport/rateLimits/rateLimiter';
import {
	costsMore,
	familyOf,
	limitOf,
	sharingDay,
} from '../../../nodes/Zoom/transport/rateLimits/rateLimits';
import type { ErrorResponse } from '../../../nodes/Zoom/transport/response/outcome';
import { clock as nodeClock } from '../../../nodes/Zoom/transport/sync/clock';
import { WaitMetrics } from '../../../nodes/Zoom/transport/sync/waitMetrics';
import { manualClock } from '../../emulator';
import type { VirtualTime } from '../../support/time/virtualTime';
import { startVirtualTime } from '../../support/time/virtualTime';

const clock = manualClock(0);
let virtual: VirtualTime;
beforeEach(() => {
	clock.set(0);
	virtual = startVirtualTime(clock);
});
afterEach(() => {
	virtual.stop();
});

/** Ten calls a second at the rate Zoom allows, of which 95 % are made: one every 105 milliseconds. */
const SPACING = 100;
const MAX_WAIT = 60_000;
const refusal: ErrorResponse = {
	kind: 'errorResponse',
	status: 429,
	message: '',
	fields: [],
	headers: {},
};

/** When each of so many turns came that were all asked for at once. */
const turns = async (
	limiter: RateLimiter,
	count: number,
	options: Partial<TurnOptions> = {},
): Promise<number[]> =>
	await Promise.all(
		Array.from({ length: count }, async () => {
			await limiter.acquire({ maxWait: MAX_WAIT, ...options });
			return clock.now();
		}),
	);

// The clock goes by whole milliseconds, spacing does not.
const gaps = (moments: readonly number[]) =>
	moments.slice(1).map((moment, index) => Math.round((moment - moments[index]) / 5) * 5);

test('The first turn comes at once, and the others evenly, in the order they were asked for', async () => {
	const moments = await turns(new RateLimiter(SPACING), 20);
	expect(moments[0]).toBe(0);
	expect(gaps(moments).every((gap) => gap === 105)).toBe(true);
});

test('A call after a pause does not wait, and the pause is not made up for', async () => {
	const limiter = new RateLimiter(SPACING);
	await turns(limiter, 3);
	clock.advance(60_000);
	const paused = clock.now();
	const moments = await turns(limiter, 3);
	expect(moments[0]).toBe(paused);
	expect(gaps(moments)).toEqual([105, 105]);
});

describe('Where n8n is busy and timers are late', () => {
	/** Lets each wait last longer by what the numbers say, one after the other and over again. */
	const delayTimers = (...delays: number[]) => {
		const sleep = jest.mocked(nodeClock.sleep).getMockImplementation()!;
		let waits = 0;
		jest.spyOn(nodeClock, 'sleep').mockImplementation(async (milliseconds, signal) => {
			await sleep(milliseconds + delays[waits++ % delays.length], signal);
		});
	};
	const mostWithinASecond = (moments: readonly number[]) =>
		Math.max(
			...moments.map(
				(begin) => moments.filter((moment) => moment >= begin && moment < begin + 1000).length,
			),
		);

	test('the turns after a late one are not late for it', async () => {
		delayTimers(20, 0, 0, 0);
		const moments = await turns(new RateLimiter(SPACING), 9);
		expect(gaps(moments)).toEqual([125, 85, 105, 105, 125, 85, 105, 105]);
	});

	test('what one is late beyond that puts all off', async () => {
		delayTimers(90, ...Array<number>(20).fill(0));
		const limiter = new RateLimiter(SPACING);
		expect(gaps(await turns(limiter, 5))).toEqual([285, 105, 105, 105]);
		expect(gaps(await turns(limiter, 3))).toEqual([105, 105]);
	});

	test('nothing is lost when every timer is a little late', async () => {
		delayTimers(4, 1, 9, 17, 24);
		const moments = await turns(new RateLimiter(1000 / 80), 400);
		expect(moments.at(-1)).toBeLessThan(399 * (1000 / 80 / 0.95) + 30);
	});

	test.each([1, 2, 4, 10, 20, 30, 40, 60, 80])(
		'no second has more than the %d turns that Zoom allows',
		async (allowed) => {
			delayTimers(0, 3, 170, 0, 24, 900, 0, 0, 1, 60);
			const moments = await turns(new RateLimiter(1000 / allowed), 300);
			expect(mostWithinASecond(moments)).toBeLessThanOrEqual(allowed);
		},
	);

	test('a pause of those who ask is made up for no further', async () => {
		const limiter = new RateLimiter(SPACING);
		await turns(limiter, 2);
		clock.advance(300);
		expect(gaps(await turns(limiter, 3))).toEqual([80, 105]);
	});
});

test('In no second there are more turns than Zoom allows', async () => {
	const moments = await turns(new RateLimiter(SPACING), 200);
	for (const begin of moments) {
		const within = moments.filter((moment) => moment >= begin && moment < begin + 1000);
		expect(within.length).toBeLessThanOrEqual(10);
	}
	// And hardly fewer.
	expect(moments.at(-1)).toBeLessThan((200 * SPACING) / 0.94);
});

describe('After refusals', () => {
	const gap = async (limiter: RateLimiter) => {
		await turns(limiter, 1);
		const [one, other] = await turns(limiter, 2);
		return other - one;
	};
	const full = SPACING / 0.95;

	test('one costs a turn and a thirtieth of the rate', async () => {
		const limiter = new RateLimiter(SPACING);
		await turns(limiter, 1);
		limiter.refused();
		expect(await gap(limiter)).toBeCloseTo((full * 30) / 29, -0.5);
	});

	test('ten in a row bring the rate down to less than half, more of them to a tenth and no further', async () => {
		const limiter = new RateLimiter(SPACING);
		for (let refused = 0; refused < 10; refused++) limiter.refused();
		expect(await gap(limiter)).toBeGreaterThan(2 * full);
		for (let refused = 0; refused < 200; refused++) limiter.refused();
		expect(await gap(limiter)).toBeCloseTo(10 * full, -1);
	});

	test('some in each of a few seconds bring it down to half', async () => {
		const limiter = new RateLimiter(1000 / 30);
		for (let second = 0; second < 5; second++) {
			for (let refused = 0; refused < 4; refused++) limiter.refused();
			limiter.succeeded();
			clock.advance(1000);
		}
		expect(await gap(limiter)).toBeGreaterThan(2 * (1000 / 30 / 0.95));
	});

	test('calls that work give it back, and no more than there was', async () => {
		const limiter = new RateLimiter(SPACING);
		for (let refused = 0; refused < 30; refused++) limiter.refused();
		const slow = await gap(limiter);
		for (let worked = 0; worked < 300; worked++) {
			clock.advance(100);
			limiter.succeeded();
		}
		expect(await gap(limiter)).toBeLessThan(slow / 4);
		for (let worked = 0; worked < 600; worked++) {
			clock.advance(100);
			limiter.succeeded();
		}
		expect(Math.round((await gap(limiter)) / 5) * 5).toBe(105);
	});

	test('a call that was refused goes before all that have not been made yet', async () => {
		const limiter = new RateLimiter(SPACING);
		const others = turns(limiter, 200);
		const [repeat] = await turns(limiter, 1, { isRepeat: true });
		expect(repeat).toBeLessThan(2 * full);
		expect(await others).toHaveLength(200);
	});
});

test('Nobody goes before the moment Zoom names, and then not all at once', async () => {
	const limiter = new RateLimiter(SPACING);
	const waiting = turns(limiter, 5);
	limiter.block({ until: 3000, refusal, isForDay: false });
	const moments = await waiting;
	// The first turn had come before.
	expect(moments[0]).toBe(0);
	expect(moments[1]).toBe(3000);
	expect(gaps(moments).slice(1)).toEqual([105, 105, 105]);
});

test('Nobody goes before that moment although more turns than there were until then were given out', async () => {
	const limiter = new RateLimiter(SPACING);
	const waiting = turns(limiter, 100);
	limiter.block({ until: 2000, refusal, isForDay: false });
	limiter.block({ until: 1500, refusal, isForDay: false });
	const moments = (await waiting).sort((one, other) => one - other);
	expect(moments.slice(0, 2)).toEqual([0, 2000]);
	expect(gaps(moments).slice(1)).toEqual(Array(98).fill(105));
});

test('A call that may not wait as long as Zoom wants is told so, and the others wait', async () => {
	const limiter = new RateLimiter(SPACING);
	const block = { until: 20_000, refusal, isForDay: false };
	const [first, hasty, patient] = [5000, 5000, MAX_WAIT].map(
		async (maxWait) => await limiter.acquire({ maxWait }),
	);
	limiter.block(block);
	expect(await first).toBeUndefined();
	expect(await hasty).toEqual(block);
	expect(nodeClock.now()).toBeLessThan(1000);
	expect(await patient).toBeUndefined();
	expect(nodeClock.now()).toBe(20_000);
});

describe('When the clock of the machine is set', () => {
	const HOUR = 3_600_000;

	test.each([-24 * HOUR, -HOUR, -2000, 2000, HOUR, 24 * HOUR])(
		'by %d ms, those who wait have their turns as if nothing had happened',
		async (by) => {
			const limiter = new RateLimiter(1000 * 0.95);
			const waiting = turns(limiter, 6);
			await nodeClock.sleep(1500);
			virtual.setClock(by);
			expect(await waiting).toEqual([0, 1000, 2000, 3000, 4000, 5000]);
			expect((await turns(limiter, 2)).map((at) => at - 5000)).toEqual([1000, 2000]);
		},
	);

	test.each([-24 * HOUR, -HOUR, HOUR, 24 * HOUR])(
		'by %d ms, a block lasts as long as it was to last',
		async (by) => {
			const limiter = new RateLimiter(SPACING);
			limiter.block({ until: nodeClock.now() + 5000, refusal, isForDay: false });
			const waiting = turns(limiter, 2);
			virtual.setClock(by);
			expect(await waiting).toEqual([5000, 5105]);
		},
	);

	test('what is told of a block is the moment the clock shows then', async () => {
		const limiter = new RateLimiter(SPACING);
		limiter.block({ until: nodeClock.now() + HOUR, refusal, isForDay: true });
		virtual.setClock(-HOUR);
		expect(await limiter.acquire({ maxWait: 0 })).toMatchObject({ until: nodeClock.now() + HOUR });
	});

	test('what is measured is the time that passes', async () => {
		const waits = new WaitMetrics();
		const waiting = waits.during('turn', async () => await nodeClock.sleep(3000));
		virtual.setClock(-HOUR);
		await waiting;
		expect(waits.total('turn')).toBe(3000);
	});
});

describe('A cancelled execution', () => {
	test('stops waiting at once; the others keep their turns', async () => {
		const limiter = new RateLimiter(SPACING);
		const stop = new AbortController();
		const others = turns(limiter, 2);
		const cancelled = turns(limiter, 3, { signal: stop.signal });
		stop.abort();
		await expect(cancelled).rejects.toThrow('aborted');
		expect(gaps(await others)).toEqual([105]);
	});

	test.each([1, 2, 5])('leaves its turns to those behind (%d executions)', async (runs) => {
		const limiter = new RateLimiter(6000);
		await turns(limiter, 1);
		const stops = Array.from({ length: runs }, () => new AbortController());
		const dead = stops.map(async ({ signal }) => await turns(limiter, 20, { signal }));
		const behind = turns(limiter, 1);
		await nodeClock.sleep(400);
		for (const stop of stops) stop.abort();
		for (const run of dead) await expect(run).rejects.toThrow('aborted');
		expect(await behind).toEqual([Math.floor(6000 / 0.95)]);
		clock.advance(60_000);
		const [next] = await turns(limiter, 1);
		expect(next).toBe(clock.now());
	});

	test('of which a call had waited for its turn next leaves that turn, too', async () => {
		const limiter = new RateLimiter(SPACING);
		await turns(limiter, 1);
		const stop = new AbortController();
		const dead = turns(limiter, 1, { signal: stop.signal });
		const behind = turns(limiter, 1);
		await nodeClock.sleep(50);
		stop.abort();
		await expect(dead).rejects.toThrow('aborted');
		expect(await behind).toEqual([105]);
	});

	test('does not even ask when it was cancelled before', async () => {
		const limiter = new RateLimiter(SPACING);
		const signal = AbortSignal.abort();
		await expect(limiter.acquire({ maxWait: MAX_WAIT, signal })).rejects.toThrow('aborted');
		expect(await turns(limiter, 1)).toEqual([0]);
	});
});

describe('What Zoom has closed for the day', () => {
	const day = { until: 5000, refusal, isForDay: true };

	test('is not waited for, and opens when that is over', async () => {
		const limiter = new RateLimiter(SPACING);
		expect(await limiter.acquire({ maxWait: MAX_WAIT })).toBeUndefined();
		const waiting = limiter.acquire({ maxWait: MAX_WAIT });
		limiter.block(day);
		expect(await waiting).toEqual(day);
		expect(await limiter.acquire({ maxWait: MAX_WAIT })).toEqual(day);
		expect(nodeClock.now()).toBeLessThan(1000);
		clock.set(5000);
		expect(await limiter.acquire({ maxWait: MAX_WAIT })).toBeUndefined();
		expect(nodeClock.now()).toBe(5000);
	});

	test('opens when the user has a plan or share that is new, and not for one that was in use', async () => {
		const limiter = new RateLimiter(SPACING);
		limiter.setSpacing(2 * SPACING);
		limiter.block(day);
		for (const spacing of [SPACING, 2 * SPACING]) {
			limiter.setSpacing(spacing);
			expect(await limiter.acquire({ maxWait: MAX_WAIT })).toEqual(day);
		}
		limiter.setSpacing(SPACING / 2);
		expect(await limiter.acquire({ maxWait: MAX_WAIT })).toBeUndefined();
		expect(nodeClock.now()).toBe(0);
	});
});

describe('Limits', () => {
	test.each([
		['free', 'main', 'light', 4, 1000],
		['pro', 'main', 'light', 30, 1000],
		['pro', 'main', 'heavy', 10, 1000],
		['business', 'main', 'medium', 60, 1000],
		['business', 'main', 'resourceIntensive', 20, 60_000],
		['pro', 'phone', 'light', 20, 1000],
		['business', 'contactCenter', 'heavy', 10, 1000],
	] as const)('%s, %s, %s: %d in %d ms', (plan, family, label, ...expected) => {
		const { calls, within } = limitOf(plan, family, label);
		expect([calls, within]).toEqual(expected);
	});

	test.each([
		['/users/me/meetings', 'main'],
		['/phone/call_logs', 'phone'],
		['/phones', 'main'],
		['/contact_center/queues', 'contactCenter'],
		['/scim2/Users', 'main'],
	])('%s is of %s', (path, family) => {
		expect(familyOf(path)).toBe(family);
	});

	test('a label costs more than those Zoom takes more calls of', () => {
		expect(costsMore('resourceIntensive', 'light')).toBe(true);
		expect(costsMore('medium', 'medium')).toBe(false);
		expect(costsMore('light', 'heavy')).toBe(false);
	});

	test('the two costliest labels share the day, but on free accounts', () => {
		expect(sharingDay('pro', 'heavy')).toEqual(['heavy', 'resourceIntensive']);
		expect(sharingDay('business', 'resourceIntensive')).toEqual(['heavy', 'resourceIntensive']);
		expect(sharingDay('pro', 'light')).toEqual(['light']);
		expect(sharingDay('free', 'heavy')).toEqual(['heavy']);
	});
});
