import { Pacer } from '../nodes/Zoom/transport/pacer';
import { familyOf, limitOf, sharingDay } from '../nodes/Zoom/transport/limits';
import type { Refusal } from '../nodes/Zoom/transport/outcome';
import { time } from '../nodes/Zoom/transport/time';
import { manualClock } from './emulator';
import type { VirtualTime } from './support/virtualTime';
import { startVirtualTime } from './support/virtualTime';

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
const PATIENCE = 60_000;
const refusal: Refusal = { kind: 'refusal', status: 429, message: '', fields: [], headers: {} };

/** When each of so many turns came that were all asked for at once. */
const turns = async (pacer: Pacer, count: number, signal?: AbortSignal): Promise<number[]> =>
	await Promise.all(
		Array.from({ length: count }, async () => {
			await pacer.turn(PATIENCE, signal);
			return time.now();
		}),
	);

// The clock goes by whole milliseconds, spacing does not.
const gaps = (moments: readonly number[]) =>
	moments.slice(1).map((moment, index) => Math.round((moment - moments[index]) / 5) * 5);

test('The first turn comes at once, and the others evenly, in the order they were asked for', async () => {
	const moments = await turns(new Pacer(SPACING), 20);
	expect(moments[0]).toBe(0);
	expect(gaps(moments).every((gap) => gap === 105)).toBe(true);
});

test('Whoever comes after a pause does not wait, and the pause is not made up for', async () => {
	const pacer = new Pacer(SPACING);
	await turns(pacer, 3);
	clock.advance(60_000);
	const paused = clock.now();
	const moments = await turns(pacer, 3);
	expect(moments[0]).toBe(paused);
	expect(gaps(moments)).toEqual([105, 105]);
});

describe('Where n8n is busy and timers are late', () => {
	/** Lets each wait last longer by what the numbers say, one after the other and over again. */
	const delayTimers = (...delays: number[]) => {
		const sleep = jest.mocked(time.sleep).getMockImplementation()!;
		let waits = 0;
		jest.spyOn(time, 'sleep').mockImplementation(async (milliseconds, signal) => {
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
		const moments = await turns(new Pacer(SPACING), 9);
		expect(gaps(moments)).toEqual([125, 85, 105, 105, 125, 85, 105, 105]);
	});

	test('what one is late beyond that puts all off', async () => {
		delayTimers(90, ...Array<number>(20).fill(0));
		const pacer = new Pacer(SPACING);
		expect(gaps(await turns(pacer, 5))).toEqual([195, 80, 105, 105]);
		expect(gaps(await turns(pacer, 3))).toEqual([105, 105]);
	});

	test('nothing is lost when every timer is a little late', async () => {
		delayTimers(4, 1, 9, 17, 24);
		const moments = await turns(new Pacer(1000 / 80), 400);
		expect(moments.at(-1)).toBeLessThan(399 * (1000 / 80 / 0.95) + 30);
	});

	test.each([1, 2, 4, 10, 20, 30, 40, 60, 80])(
		'no second has more than the %d turns that Zoom allows',
		async (allowed) => {
			delayTimers(0, 3, 170, 0, 24, 900, 0, 0, 1, 60);
			const moments = await turns(new Pacer(1000 / allowed), 300);
			expect(mostWithinASecond(moments)).toBeLessThanOrEqual(allowed);
		},
	);

	test('a pause of those who ask is made up for no further', async () => {
		const pacer = new Pacer(SPACING);
		await turns(pacer, 2);
		clock.advance(300);
		expect(gaps(await turns(pacer, 3))).toEqual([80, 105]);
	});
});

test('In no second there are more turns than Zoom allows', async () => {
	const moments = await turns(new Pacer(SPACING), 200);
	for (const begin of moments) {
		const within = moments.filter((moment) => moment >= begin && moment < begin + 1000);
		expect(within.length).toBeLessThanOrEqual(10);
	}
	// And hardly fewer.
	expect(moments.at(-1)).toBeLessThan((200 * SPACING) / 0.94);
});

test('A refusal halves the rate, those of the same second together once, down to a tenth', async () => {
	const pacer = new Pacer(SPACING);
	const gap = async () => gaps(await turns(pacer, 2))[0];
	await turns(pacer, 2);
	for (let refused = 0; refused < 5; refused++) pacer.slowDown();
	await turns(pacer, 1);
	expect(await gap()).toBe(210);
	for (let second = 0; second < 10; second++) {
		clock.advance(1000);
		pacer.slowDown();
	}
	await turns(pacer, 1);
	expect(await gap()).toBe(1055);
});

test('Each call that works gives a hundredth of the rate back, the last tenth slowly, and no more than there was', async () => {
	const pacer = new Pacer(SPACING);
	pacer.slowDown();
	for (let worked = 0; worked < 25; worked++) pacer.speedUp();
	await turns(pacer, 1);
	expect(gaps(await turns(pacer, 2))[0]).toBe(140);
	for (let worked = 0; worked < 25; worked++) pacer.speedUp();
	await turns(pacer, 1);
	expect(gaps(await turns(pacer, 2))[0]).toBe(115);
	for (let worked = 0; worked < 200; worked++) pacer.speedUp();
	await turns(pacer, 1);
	expect(gaps(await turns(pacer, 2))[0]).toBe(105);
});

test('Nobody goes before the moment Zoom names, and then not all at once', async () => {
	const pacer = new Pacer(SPACING);
	const waiting = turns(pacer, 5);
	pacer.slowDown();
	pacer.hold({ until: 3000, refusal, isForDay: false });
	const moments = await waiting;
	// The first turn had come before.
	expect(moments[0]).toBe(0);
	expect(moments[1]).toBe(3000);
	expect(gaps(moments).slice(1)).toEqual([210, 210, 210]);
});

test('Nobody goes before that moment although more turns than there were until then were given out', async () => {
	const pacer = new Pacer(SPACING);
	const waiting = turns(pacer, 100);
	pacer.hold({ until: 2000, refusal, isForDay: false });
	pacer.hold({ until: 1500, refusal, isForDay: false });
	const moments = (await waiting).sort((one, other) => one - other);
	expect(moments.slice(0, 2)).toEqual([0, 2000]);
	expect(gaps(moments).slice(1)).toEqual(Array(98).fill(105));
});

test('Whoever may not wait as long as Zoom wants is told so, and the others wait', async () => {
	const pacer = new Pacer(SPACING);
	const hold = { until: 20_000, refusal, isForDay: false };
	const [first, hasty, patient] = [5000, 5000, PATIENCE].map(
		async (patience) => await pacer.turn(patience),
	);
	pacer.hold(hold);
	expect(await first).toBeUndefined();
	expect(await hasty).toBe(hold);
	expect(time.now()).toBeLessThan(1000);
	expect(await patient).toBeUndefined();
	expect(time.now()).toBe(20_000);
});

test('A clock that is set back holds nobody up', async () => {
	clock.set(3_600_000);
	const pacer = new Pacer(SPACING);
	await turns(pacer, 3);
	clock.set(0);
	expect(await turns(pacer, 3)).toEqual([105, 211, 316]);
});

test('A cancelled execution stops waiting at once; the others keep their turns', async () => {
	const pacer = new Pacer(SPACING);
	const stop = new AbortController();
	const others = turns(pacer, 2);
	const cancelled = turns(pacer, 3, stop.signal);
	stop.abort();
	await expect(cancelled).rejects.toThrow('cancelled');
	expect(gaps(await others)).toEqual([105]);
});

describe('What Zoom has closed for the day', () => {
	const day = { until: 5000, refusal, isForDay: true };

	test('is not waited for, and opens when that is over', async () => {
		const pacer = new Pacer(SPACING);
		expect(await pacer.turn(PATIENCE)).toBeUndefined();
		const waiting = pacer.turn(PATIENCE);
		pacer.hold(day);
		expect(await waiting).toBe(day);
		expect(await pacer.turn(PATIENCE)).toBe(day);
		expect(time.now()).toBeLessThan(1000);
		clock.set(5000);
		expect(await pacer.turn(PATIENCE)).toBeUndefined();
		expect(time.now()).toBe(5000);
	});

	test('opens when the user has a plan or share that is new, and not for one that was in use', async () => {
		const pacer = new Pacer(SPACING);
		pacer.setSpacing(2 * SPACING);
		pacer.hold(day);
		for (const spacing of [SPACING, 2 * SPACING]) {
			pacer.setSpacing(spacing);
			expect(await pacer.turn(PATIENCE)).toBe(day);
		}
		pacer.setSpacing(SPACING / 2);
		expect(await pacer.turn(PATIENCE)).toBeUndefined();
		expect(time.now()).toBe(0);
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

	test('the two costliest labels share the day, but on free accounts', () => {
		expect(sharingDay('pro', 'heavy')).toEqual(['heavy', 'resourceIntensive']);
		expect(sharingDay('business', 'resourceIntensive')).toEqual(['heavy', 'resourceIntensive']);
		expect(sharingDay('pro', 'light')).toEqual(['light']);
		expect(sharingDay('free', 'heavy')).toEqual(['heavy']);
	});
});
