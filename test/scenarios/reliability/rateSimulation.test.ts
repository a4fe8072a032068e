import type { Simulation, SimulationResult } from '../../support/rateSimulation';
import { simulate } from '../../support/rateSimulation';

const range = (from: number, count: number, step = 1) =>
	Array.from({ length: count }, (_, index) => from + index * step);

describe.each(['sliding', 'fixed'] as const)('Where Zoom counts %s seconds', (window) => {
	const run = async (simulation: Omit<Simulation, 'window'> = {}): Promise<SimulationResult> => {
		const result = await simulate({ window, ...simulation });
		expect(result.failed).toBe(0);
		return result;
	};
	let quiet: SimulationResult;
	beforeAll(async () => {
		quiet = await run();
	});
	/** How much longer a run takes than one that nothing happens to. */
	const cost = async (refuse: readonly number[]) =>
		(await run({ refuse })).seconds / quiet.seconds - 1;

	test('300 creates are never refused, and take what pacing and the last answer take', () => {
		expect(quiet.refused).toBe(0);
		expect(quiet.byFloor).toBeLessThan(1.075);
	});

	test.each([3, 10, 80, 150, 220, 280, 295])(
		'one refusal among them (call %d) costs at most 2 %%',
		async (call) => {
			expect(await cost([call])).toBeLessThan(0.02);
		},
	);

	test('six refusals, one after the other, cost a few per cent', async () => {
		expect(await cost(range(10, 6, 50))).toBeLessThan(0.06);
	});

	test('four in a row cost less than a second and a half, ten in a row the half for some seconds', async () => {
		expect(await cost(range(100, 4))).toBeLessThan(0.14);
		const many = await cost(range(100, 10));
		expect(many).toBeGreaterThan(0.2);
		expect(many).toBeLessThan(0.6);
	});

	test('a refusal costs no more where many executions wait', async () => {
		const refused = await run({ runs: 20, refuse: [150] });
		expect(refused.seconds / quiet.seconds - 1).toBeLessThan(0.02);
	});

	test('two workers on half shares are not refused, and are as fast as one', async () => {
		const { refused, byFloor } = await run({ workers: 2, share: 0.5 });
		expect(refused).toBe(0);
		expect(byFloor).toBeLessThan(1.075);
	});

	test('two workers that know nothing of each other share what there is', async () => {
		const { refused, calls, byFloor } = await run({ workers: 2, items: 600 });
		expect(refused / calls).toBeLessThan(0.1);
		expect(byFloor).toBeLessThan(1.15);
	});

	test.each([false, true])(
		'other apps that take 30 %% (all at once: %s) leave the rest, little of which is lost',
		async (othersBurst) => {
			const { refused, calls, byFloor } = await run({ items: 600, others: 9, othersBurst });
			expect(refused / calls).toBeLessThan(0.03);
			expect(byFloor * 0.7).toBeLessThan(1.08);
			const longer = await run({ items: 1800, others: 9, othersBurst });
			expect(longer.refused - refused).toBeLessThan(0.0125 * 1200);
		},
	);

	test.each([10, 20])(
		'a plan that is much smaller than the credential says loses no item (%d side by side)',
		async (concurrency) => {
			const { byFloor } = await run({ items: 150, allowed: 4, concurrency });
			expect(byFloor).toBeLessThan(1.3);
		},
	);

	test.each([
		['pro', 10],
		['business', 20],
	] as const)('a busy n8n is refused nothing (%s, %d side by side)', async (plan, concurrency) => {
		const { refused } = await run({ plan, concurrency, items: 900, isBusy: true });
		expect(refused).toBe(0);
	});

	test.each([
		['free', 60, 20],
		['business', 900, 20],
	] as const)('one refusal costs little on %s, too', async (plan, items, concurrency) => {
		const calm = await run({ plan, items, concurrency });
		expect(calm.refused).toBe(0);
		const { seconds } = await run({ plan, items, concurrency, refuse: [items / 2] });
		// A turn on Free is more than a quarter of a second.
		expect(seconds - calm.seconds).toBeLessThan(plan === 'free' ? 1 : 0.02 * calm.seconds);
	});

	test('Business+ with ten at once reaches 95 % of what answers after 200 ms leave', async () => {
		const { seconds } = await run({ plan: 'business', items: 1000 });
		expect(1000 / seconds / (10 / 0.208)).toBeGreaterThan(0.95);
	});
});
