import { setTimeout as pause } from 'node:timers/promises';
import { itemsOf, ourCreate } from '../nodes';
import type { Part } from '../part';
import { bytes, round, seconds } from '../report/figures';
import type { Section } from '../section';
import { targetOf } from '../section';
import type { Run, Site, Usage } from '../site';

/** Runs of so many items: one for time, others for memory. */
export interface GrowthRun {
	readonly items: number;
	readonly seconds: number;
	readonly cpuMs: number;
	/** Bytes in use after garbage was collected, beyond those before, at the most. */
	readonly live: number;
	/** Bytes that the process held beyond those before, at the most. */
	readonly resident: number;
}

const PACED = 0.95;
const ALLOWED = 80;

async function measure(site: Site): Promise<GrowthRun[]> {
	const zoom = await site.startZoom();
	try {
		const credential = await site.rest.createCredential(zoom.credential('business'));
		const create = async (count: number) =>
			await site.run(...itemsOf(count), ourCreate(credential, 20));
		await create(200);
		const runs: GrowthRun[] = [];
		for (const items of site.isShort ? [10, 100, 1000] : [10, 100, 1000, 10_000]) {
			await pause(1500);
			const { seconds, cpuMs } = checked(await create(items), items);
			const memory = await memoryOf(site, items, async () => await create(items));
			site.say(
				`  ${items}: ${seconds} s, ${round(cpuMs / items)} ms of processor time and ${bytes(memory.live / items)} an item`,
			);
			runs.push({ items, seconds, cpuMs, ...memory });
			await zoom.forgetCalls();
		}
		return runs;
	} finally {
		await zoom.stop();
	}
}

function checked(run: Run, items: number): Run {
	if (run.items === items && run.failed === 0) return run;
	throw new Error(`${run.failed} of ${run.items} items failed`);
}

type Memory = Pick<GrowthRun, 'live' | 'resident'>;

/** The peak at the end of a short run is short too, and easily missed: the most of several runs. */
async function memoryOf(site: Site, items: number, act: () => Promise<Run>): Promise<Memory> {
	const runs: Memory[] = [];
	while (runs.length < (isLong(items) ? 1 : 3)) runs.push(await memoryDuring(site, items, act));
	return {
		live: Math.max(...runs.map(({ live }) => live)),
		resident: Math.max(...runs.map(({ resident }) => resident)),
	};
}

const isLong = (items: number) => items > 1000;

/**
 * The most memory in use while something is done, beyond what is in use at other times; looked at a few times only,
 * since it takes time to collect garbage.
 */
async function memoryDuring(site: Site, items: number, act: () => Promise<Run>): Promise<Memory> {
	const idle = [await idleUsage(site)];
	const busy: Usage[] = [];
	let isDone = false;
	const done = act().finally(() => (isDone = true));
	while (!isDone) {
		await pause(isLong(items) ? 1000 : 50);
		busy.push(await site.collectedUsage());
	}
	checked(await done, items);
	idle.push(await idleUsage(site));
	const growth = (value: (usage: Usage) => number) =>
		Math.max(0, ...busy.map(value)) - Math.min(...idle.map(value));
	return {
		live: growth(({ heap }) => heap),
		resident: growth(({ resident }) => resident),
	};
}

/** What n8n uses once it has let go of the run before. */
async function idleUsage(site: Site): Promise<Usage> {
	await pause(10_000);
	return await site.collectedUsage();
}

function tell(runs: GrowthRun[]): Section {
	const [middle, last] = runs.slice(-2);
	const cpu = ({ cpuMs, items }: GrowthRun) => cpuMs / items;
	const memory = ({ live, items }: GrowthRun) => live / items;
	const time = (run: GrowthRun) => run.seconds / run.items;
	return {
		title: 'Growth',
		text: [
			`Creates as above, 20 concurrent, without latency. The node always keeps to a plan, so the largest plan, Business+, limits it to ${ALLOWED * PACED} items per second, or ${round(1000 / ALLOWED / PACED)} ms per item. The emulator has no limit. The rate limiter does not affect CPU time, so growth that is worse than linear shows there. Memory was measured in separate runs with garbage collection every second (up to 1000 items: the highest of three runs, twenty collections per second). Live is the highest memory in use minus the memory in use between runs. It includes the items of all nodes and n8n's copies of them at the end. Resident is the memory that the process held.`,
		],
		columns: [
			'items',
			'time',
			'time per item',
			'CPU time per item',
			'live',
			'live per item',
			'resident',
		],
		rows: runs.map((run) => [
			String(run.items),
			seconds(run.seconds),
			`${round(time(run) * 1000)} ms`,
			`${round(cpu(run))} ms`,
			bytes(run.live),
			bytes(memory(run)),
			bytes(run.resident),
		]),
		targets: [
			targetOf(
				`time per item is flat: with ${last.items} items at most 1.1 times that with ${middle.items}`,
				time(last) / time(middle),
				{ most: 1.1, show: round },
			),
			targetOf(`CPU time per item is flat: at most 1.2 times`, cpu(last) / cpu(middle), {
				most: 1.2,
				show: round,
			}),
			targetOf(`live memory per item is flat: at most 1.2 times`, memory(last) / memory(middle), {
				most: 1.2,
				show: round,
			}),
		],
		notes: ['The fixed cost of an execution dominates the rows with 10 and 100 items.'],
	};
}

export const growth: Part<GrowthRun[]> = { measure, tell };
