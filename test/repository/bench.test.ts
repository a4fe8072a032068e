import type { CreateRun } from '../bench/parts/creates';
import { creates } from '../bench/parts/creates';
import { growth } from '../bench/parts/growth';
import { lists } from '../bench/parts/lists';
import {
	bytes,
	median,
	percent,
	quantile,
	reachable,
	round,
	shareOf,
} from '../bench/report/figures';
import type { Setting } from '../bench/report/page';
import { pageOf, table } from '../bench/report/page';
import { targetOf } from '../bench/section';

describe('Figures', () => {
	test.each([
		[[3, 1, 2], 2],
		[[4, 1, 3, 2], 2.5],
		[[7], 7],
	])('the median of %j is %d', (values, expected) => {
		expect(median(values)).toBe(expected);
	});

	test('a quantile is a value that so many do not exceed', () => {
		const values = Array.from({ length: 100 }, (_, index) => 100 - index);
		expect([0, 0.5, 0.99, 1].map((part) => quantile(values, part))).toEqual([1, 50, 99, 100]);
	});

	test.each([
		[{ allowed: 30, paced: 0.95, concurrency: 10, latencyMs: 100 }, 28.5],
		[{ allowed: 80, paced: 0.95, concurrency: 10, latencyMs: 200 }, 50],
		[{ allowed: 80, paced: 0.95, concurrency: 20, latencyMs: 200 }, 76],
		[{ allowed: 80, paced: 0.95, concurrency: Infinity, latencyMs: 200 }, 76],
	])('what can be reached with %j is %d a second', (rate, expected) => {
		expect(reachable(rate)).toBeCloseTo(expected);
	});

	test('a share is what was done by what could have been done', () => {
		expect(shareOf(28.5, 500, 20)).toBeCloseTo(0.877, 3);
	});

	test.each([
		[0, '0'],
		[0.0456, '0.046'],
		[1.2345, '1.23'],
		[12.345, '12.3'],
		[1234.5, '1235'],
	])('%d reads %s', (value, expected) => {
		expect(round(value)).toBe(expected);
	});

	test.each([
		[512, '512 B'],
		[2048, '2.00 KiB'],
		[34 * 1024 ** 2, '34.0 MiB'],
		[1024 ** 3, '1.00 GiB'],
		[-3 * 1024 ** 2, '-3.00 MiB'],
	])('%d bytes read %s', (size, expected) => {
		expect(bytes(size)).toBe(expected);
	});
});

test('A target is met up to its bound, and says why not only where it is missed', () => {
	const bounds = { least: 0.95, show: percent, why: 'Physics.' };
	expect(targetOf('enough', 0.95, bounds)).toMatchObject({ value: '95.0 %', isMet: true });
	expect(targetOf('enough', 0.949, bounds).isMet).toBe(false);
	expect(targetOf('little', 65, { most: 64, show: String }).isMet).toBe(false);
	expect(targetOf('a figure there is', NaN, { most: 1, show: String }).isMet).toBe(false);
});

test('A table can be read as it stands', () => {
	expect(table(['node', 'time'], [['this node', '1 s']])).toBe(
		['| node      | time |', '|-----------|------|', '| this node | 1 s  |'].join('\n'),
	);
});

describe('The page', () => {
	const setting: Setting = {
		date: '2026-11-27',
		package: 'n8n-nodes-zoom 0.1.0',
		n8n: '2.40.7',
		node: '24.0.0',
		cpu: 'Some CPU',
		cores: 2,
		memory: 24 * 1024 ** 3,
		system: 'Linux 6.1',
		database: 'SQLite',
		isShort: false,
	};
	const run = (change: Partial<CreateRun>): CreateRun => ({
		plan: 'pro',
		latencyMs: 100,
		tool: 'ours10',
		items: 500,
		seconds: 17.8,
		refused: 0,
		calls: 500,
		failed: 0,
		cpuMs: 2000,
		...change,
	});
	const tell = (...runs: CreateRun[]) => ({ setting, section: creates.tell(runs) });

	test('names the date, the versions and the machine', () => {
		expect(pageOf([tell(run({}))])).toContain(
			'2026-11-27: n8n-nodes-zoom 0.1.0, n8n 2.40.7 on Node.js 24.0.0 with SQLite, 2 cores (Some CPU), 24 GiB of memory, Linux 6.1.',
		);
	});

	test('has the median of equal runs, by the floor, the allowance and what can be reached', () => {
		const page = pageOf([tell(run({ seconds: 17 }), run({}), run({ seconds: 18.5 }))]);
		const row = page.split('\n').find((line) => line.startsWith('| Pro '));
		expect(row?.split('|').map((cell) => cell.trim())).toEqual([
			'',
			'Pro',
			'100 ms',
			'this node',
			'17.8 s',
			'0',
			'0 of 500',
			'1.07',
			'93.6 %',
			'98.6 %',
			'',
		]);
		expect(page).not.toContain('missed');
	});

	test('says where a target is missed, and why', () => {
		const page = pageOf([
			tell(run({}), run({ latencyMs: 200, tool: 'ours20', seconds: 20, failed: 1, refused: 9 })),
		]);
		expect(page).toContain(
			'87.7 %, **missed**. Below the target: Pro, 200 ms, 20 concurrent (87.7 %).',
		);
		expect(page).toContain('no item failed: 1, **missed**');
		expect(page).toContain('refused: 1.80 %, **missed**');
		expect(page).toContain('allows on Pro: 83.3 %, **missed**');
	});

	test('does not hold other nodes to the targets', () => {
		const others = { seconds: 60, failed: 40, refused: 90 };
		const page = pageOf([
			tell(run({}), run({ tool: 'builtIn', ...others }), run({ tool: 'http', ...others })),
		]);
		expect(page).not.toContain('missed');
		expect(page).toContain('40.0 of 500');
	});

	test('says of a part that was measured at another time', () => {
		const samples = [
			{ latencyMs: 100, tool: 'ours', meetings: 3000, items: 3002, pages: 11, seconds: 1.21 },
		] as Parameters<typeof lists.tell>[0];
		const other = { setting: { ...setting, date: '2026-12-01' }, section: lists.tell(samples) };
		const page = pageOf([tell(run({})), other]);
		expect(page).toContain('Measured separately: 2026-12-01: ');
		expect(page).toContain('pages × latency: 1.10, met');
	});

	test('compares the two largest sizes where it tells of growth', () => {
		const sample = (items: number, each: number) => ({
			items,
			seconds: items * 0.0135,
			cpuMs: items * each,
			live: items * 1000,
			resident: items * 2000,
		});
		const section = growth.tell([sample(10, 40), sample(1000, 5), sample(10_000, 7)]);
		expect(section.targets.map(({ value, isMet }) => [value, isMet])).toEqual([
			['1.00', true],
			['1.40', false],
			['1.00', true],
		]);
	});
});
