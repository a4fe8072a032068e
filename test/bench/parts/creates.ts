import { setTimeout as pause } from 'node:timers/promises';
import { limitOf } from '../../../nodes/Zoom/transport/rateLimits/rateLimits';
import type { RateWindow } from '../../emulator';
import type { Credential } from '../../host/n8n/rest';
import type { NodeSketch } from '../../host/workflows/workflow';
import { builtInCreate, httpCreate, itemsOf, ourCreate } from '../nodes';
import type { Part } from '../part';
import { median, percent, reachable, round, seconds, shareOf } from '../report/figures';
import type { Section, Target } from '../section';
import { targetOf } from '../section';
import type { Site } from '../site';
import type { Zoom } from '../zoom';

const PLANS = ['pro', 'business'] as const;
type BenchPlan = (typeof PLANS)[number];

const LATENCIES = [100, 200];
/** Part of Zoom's allowance that this node asks for. */
const PACED = 0.95;
const PLAN_NAMES: Record<BenchPlan, string> = { pro: 'Pro', business: 'Business+' };

const TOOLS = {
	ours10: { name: 'this node', concurrency: 10 },
	ours20: { name: 'this node, 20 concurrent', concurrency: 20 },
	http: { name: 'HTTP Request, batches', concurrency: Infinity },
	builtIn: { name: "n8n's own Zoom node", concurrency: 1 },
} as const;
type Tool = keyof typeof TOOLS;

/** One run of creates. */
export interface CreateRun {
	readonly plan: BenchPlan;
	readonly latencyMs: number;
	readonly tool: Tool;
	readonly items: number;
	readonly seconds: number;
	/** Answers of Zoom that a call came too early. */
	readonly refused: number;
	readonly calls: number;
	readonly failed: number;
	/** What the items that failed say. */
	readonly errors?: readonly string[];
	readonly cpuMs: number;
	/** How the emulator counted seconds; back from each call where it is not said. */
	readonly rateWindow?: RateWindow;
}

const allowedBy = (plan: BenchPlan) => limitOf(plan, 'main', 'light').calls;

async function measure(site: Site): Promise<CreateRun[]> {
	const zoom = await site.startZoom();
	try {
		await site.leadBuiltInTo(zoom);
		const runs: CreateRun[] = [];
		for (const plan of PLANS) {
			const nodes = await nodesFor(site, zoom, plan);
			await zoom.set({ plan, latencyMs: 0 });
			// Gets the tokens, which later runs find.
			for (const node of Object.values(nodes)) await site.run(...itemsOf(1), node);
			for (const latencyMs of LATENCIES) {
				await zoom.set({ latencyMs });
				for (let round = 0; round < site.size(3, 1); round++) {
					for (const tool of Object.keys(nodes) as Tool[]) {
						// It takes a minute or two, and always the same.
						if (tool === 'builtIn' && round > 0) continue;
						const run = { plan, latencyMs, tool };
						runs.push(await once(site, zoom, run, nodes[tool]));
					}
				}
			}
		}
		return runs;
	} finally {
		await zoom.stop();
	}
}

async function nodesFor(
	site: Site,
	zoom: Zoom,
	plan: BenchPlan,
): Promise<Record<Tool, NodeSketch>> {
	const ours = await site.rest.createCredential(zoom.credential(plan));
	const theirs = await builtInCredential(site, zoom);
	const batch = { batchSize: allowedBy(plan), batchInterval: 1000 };
	return {
		ours10: ourCreate(ours),
		ours20: ourCreate(ours, TOOLS.ours20.concurrency),
		http: httpCreate(ours, zoom.url, batch),
		builtIn: builtInCreate(theirs),
	};
}

/** What n8n's own Zoom node signs in with: a bare token. */
export const builtInCredential = async (site: Site, zoom: Zoom): Promise<Credential> =>
	await site.rest.createCredential({
		name: 'Zoom token',
		type: 'zoomApi',
		data: { accessToken: await zoom.token() },
	});

async function once(
	site: Site,
	zoom: Zoom,
	run: Pick<CreateRun, 'plan' | 'latencyMs' | 'tool'>,
	node: NodeSketch,
): Promise<CreateRun> {
	const count = site.size(500, run.tool === 'builtIn' ? 20 : 200);
	// Zoom's second, in which nobody may have called before.
	await pause(1500);
	await zoom.forgetCalls();
	const done = await site.run(...itemsOf(count), node);
	const calls = (await zoom.calls()).filter(({ method }) => method === 'POST');
	site.say(
		`  ${run.plan}, ${run.latencyMs} ms, ${TOOLS[run.tool].name}: ${done.items} items, ${seconds(done.seconds)}, ${[`${done.failed} failed`, ...done.errors].join('; ')}`,
	);
	return {
		...run,
		items: done.items,
		seconds: done.seconds,
		refused: calls.filter(({ status }) => status === 429).length,
		calls: calls.length,
		failed: done.failed,
		...(done.failed > 0 && { errors: done.errors }),
		cpuMs: done.cpuMs,
		...(site.rateWindow === 'fixed' && { rateWindow: site.rateWindow }),
	};
}

const isOurs = ({ tool }: CreateRun) => tool === 'ours10' || tool === 'ours20';

/** Part of what Zoom allows that a run has used. */
const ofAllowance = ({ plan, items, seconds }: CreateRun) =>
	shareOf(allowedBy(plan), items, seconds);

/** Part of what pacing and latency leave that a run has used. */
const ofReachable = ({ plan, latencyMs, tool, items, seconds }: CreateRun) =>
	shareOf(
		reachable({
			allowed: allowedBy(plan),
			paced: PACED,
			concurrency: TOOLS[tool].concurrency,
			latencyMs,
		}),
		items,
		seconds,
	);

function tell(runs: CreateRun[]): Section {
	const groups = groupsOf(runs);
	const isFixed = runs.some(({ rateWindow }) => rateWindow === 'fixed');
	const counting = isFixed ? ' It counts one second after the other, by the clock.' : '';
	return {
		title: 'Many creates',
		text: [
			`The workflow creates ${Math.max(...runs.map(({ items }) => items))} meetings, one per item. The emulator applies Zoom's rate limits (${allowedBy('pro')} calls per second on Pro and ${allowedBy('business')} on Business+ for this kind of call) and delays each answer by the latency.${counting} Its limit of 100 creates per host and day is off (\`--no-host-day-cap\`), because n8n's own Zoom node supports only one host. A hook that n8n loads at its start (\`NODE_OPTIONS=--require test/bench/insideN8n.js\`) redirects that node from https://api.zoom.us to the emulator. No connection uses TLS. HTTP Request sends as many calls as Zoom allows per second, then waits for a second. Time is the execution time of the node in n8n. Figures are medians of all runs, except for n8n's own node, which ran once.`,
			'The floor is the number of items divided by the rate that Zoom allows. The reachable rate is the smaller of two rates: the one that this node aims for (95 % of what Zoom allows, because Zoom counts over a sliding second), and concurrent calls divided by latency.',
		],
		columns: [
			'plan',
			'latency',
			'node',
			'time',
			'429',
			'failed',
			'time ÷ floor',
			'of allowed rate',
			'of reachable rate',
		],
		rows: groups.map(rowOf),
		targets: targetsOf(runs, groups),
		notes: [
			'The column 429 is the mean number of refused calls per run. HTTP Request fails for refused items, and Retry On Fail would repeat the whole node, including the items that succeeded.',
			'A simulation in virtual time, without n8n and its single thread, tests the rate limiter alone and with both ways to count seconds (test/scenarios/reliability/rateSimulation.test.ts). 300 creates on Pro take at most 1.075 times the floor, and less than 2 % more with one refused call. Ten concurrent calls on Business+ reach at least 95 % of the rate that answers after 200 ms allow.',
		],
	};
}

/** The runs that differ in chance only. */
function groupsOf(runs: CreateRun[]): CreateRun[][] {
	const groups = new Map<string, CreateRun[]>();
	for (const run of runs) {
		const key = `${run.plan} ${run.latencyMs} ${run.tool}`;
		groups.set(key, [...(groups.get(key) ?? []), run]);
	}
	return [...groups.values()];
}

const middle = (group: CreateRun[], value: (run: CreateRun) => number) => median(group.map(value));

const mean = (group: CreateRun[], value: (run: CreateRun) => number) =>
	group.reduce((sum, run) => sum + value(run), 0) / group.length;

function rowOf(group: CreateRun[]): string[] {
	const [{ plan, latencyMs, tool, items }] = group;
	return [
		PLAN_NAMES[plan],
		`${latencyMs} ms`,
		TOOLS[tool].name,
		seconds(middle(group, (run) => run.seconds)),
		round(mean(group, ({ refused }) => refused)),
		`${round(mean(group, ({ failed }) => failed))} of ${items}`,
		round(1 / middle(group, ofAllowance)),
		percent(middle(group, ofAllowance)),
		percent(middle(group, ofReachable)),
	];
}

function targetsOf(runs: CreateRun[], groups: CreateRun[][]): Target[] {
	const ours = groups.filter(([run]) => isOurs(run));
	const worst = (value: (run: CreateRun) => number, among = ours) =>
		Math.min(...among.map((group) => middle(group, value)));
	const pro = ours.filter(([{ plan }]) => plan === 'pro');
	const all = runs.filter(isOurs);
	return [
		targetOf('this node: at least 95 % of the reachable rate, always', worst(ofReachable), {
			least: 0.95,
			show: percent,
			why: missedReachable(ours),
		}),
		targetOf(
			'this node: at least 90 % of the rate that Zoom allows on Pro',
			worst(ofAllowance, pro),
			{
				least: 0.9,
				show: percent,
			},
		),
		targetOf('this node: no item failed', Math.max(...all.map(({ failed }) => failed)), {
			most: 0,
			show: String,
			why: [...new Set(all.flatMap(({ errors = [] }) => errors))].join(' '),
		}),
		targetOf(
			'this node: less than 1 % of calls refused',
			Math.max(...all.map(({ refused, calls }) => refused / calls)),
			{ most: 0.00999, show: percent },
		),
	];
}

/** The physics of runs that stay below what is reachable. */
function missedReachable(groups: CreateRun[][]): string {
	const missed = groups.filter((group) => middle(group, ofReachable) < 0.95);
	const cases = missed.map((group) => {
		const [{ plan, latencyMs, tool }] = group;
		const reached = percent(middle(group, ofReachable));
		return `${PLAN_NAMES[plan]}, ${latencyMs} ms, ${TOOLS[tool].concurrency} concurrent (${reached})`;
	});
	const most = (value: (run: CreateRun) => number) =>
		Math.max(0, ...missed.map((group) => middle(group, value)));
	const end = most((run) => run.latencyMs / 1000 / run.seconds);
	const work = most(({ cpuMs, items }) => cpuMs / items);
	return `Below the target: ${cases.join('; ')}. At the end, a run waits for the last answer with nothing left to send, which is up to ${percent(end)} of the time. n8n's single thread also works up to ${round(work)} ms per item, and reads no answers and sends no calls in that time.`;
}

export const creates: Part<CreateRun[]> = { measure, tell };
