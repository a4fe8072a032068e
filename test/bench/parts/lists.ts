import { setTimeout as pause } from 'node:timers/promises';
import type { NodeSketch } from '../../host/workflows/workflow';
import { zoomNode } from '../../host/workflows/zoomNode';
import { builtIn, itemsOf } from '../nodes';
import type { Part } from '../part';
import { median, round, seconds } from '../report/figures';
import type { Section } from '../section';
import { targetOf } from '../section';
import type { Site } from '../site';
import type { Zoom } from '../zoom';
import { HOST } from '../zoom';
import { builtInCredential } from './creates';

const LATENCIES = [100, 200];
const BATCH = 500;

const TOOLS = { ours: 'this node', builtIn: "n8n's own Zoom node" } as const;
type Tool = keyof typeof TOOLS;

/** One run of a list. */
export interface ListRun {
	readonly latencyMs: number;
	readonly tool: Tool;
	readonly meetings: number;
	readonly items: number;
	readonly pages: number;
	readonly seconds: number;
}

async function measure(site: Site): Promise<ListRun[]> {
	const zoom = await site.startZoom();
	try {
		await site.leadBuiltInTo(zoom);
		await zoom.set({ plan: 'pro' });
		const meetings = site.size(3000, 600);
		await seed(zoom, meetings);
		const nodes = await nodesFor(site, zoom);
		await site.run(...itemsOf(1), nodes.ours);
		const runs: ListRun[] = [];
		for (const latencyMs of LATENCIES) {
			await zoom.set({ latencyMs });
			for (let round = 0; round < site.size(5, 2); round++) {
				// n8n's own node takes minutes, and always the same.
				const tools: Tool[] = round > 0 ? ['ours'] : ['ours', 'builtIn'];
				for (const tool of tools) {
					await pause(1500);
					await zoom.forgetCalls();
					const { seconds, items } = await site.run(...itemsOf(1), nodes[tool]);
					const pages = (await zoom.calls()).length;
					site.say(
						`  ${latencyMs} ms, ${TOOLS[tool]}: ${items} items, ${pages} pages, ${seconds} s`,
					);
					runs.push({ latencyMs, tool, meetings, items, pages, seconds });
				}
			}
		}
		return runs;
	} finally {
		await zoom.stop();
	}
}

async function seed(zoom: Zoom, count: number): Promise<void> {
	for (let made = 0; made < count; made += BATCH) {
		const meetings = Array.from({ length: Math.min(BATCH, count - made) }, (_, index) => ({
			host_id: HOST,
			topic: `Meeting ${made + index}`,
		}));
		await zoom.seed({ meetings });
	}
}

async function nodesFor(site: Site, zoom: Zoom): Promise<Record<Tool, NodeSketch>> {
	const ours = await site.rest.createCredential(zoom.credential('pro'));
	const list = { resource: 'meeting', operation: 'getAll', returnAll: true };
	const userId = { __rl: true, mode: 'id', value: 'me' };
	return {
		ours: zoomNode(ours, { ...list, userId }),
		builtIn: builtIn(await builtInCredential(site, zoom), list),
	};
}

/** Time by what the network alone would take for the pages. */
const ofLatency = ({ seconds, pages, latencyMs }: ListRun) =>
	seconds / ((pages * latencyMs) / 1000);

function tell(runs: ListRun[]): Section {
	const keys = [...new Set(runs.map(({ latencyMs, tool }) => `${latencyMs} ${tool}`))];
	const groups = keys.map((key) =>
		runs.filter(({ latencyMs, tool }) => key === `${latencyMs} ${tool}`),
	);
	const ours = groups.filter(([{ tool }]) => tool === 'ours');
	const middle = (group: ListRun[], value: (run: ListRun) => number) => median(group.map(value));
	return {
		title: 'A long list',
		text: [
			`The workflow lists all ${runs[0].meetings} meetings of a host, plus the few in the seed data, with the limits of Pro. This node requests pages of 300. n8n's own node requests pages of 30 and waits for a second after each. Figures are medians of all runs, except for n8n's own node, which ran once and is redirected to the emulator as above.`,
		],
		columns: ['latency', 'node', 'items', 'pages', 'time', 'time ÷ (pages × latency)'],
		rows: groups.map((group) => [
			`${group[0].latencyMs} ms`,
			TOOLS[group[0].tool],
			String(group[0].items),
			String(group[0].pages),
			seconds(middle(group, (run) => run.seconds)),
			round(middle(group, ofLatency)),
		]),
		targets: [
			targetOf(
				'this node: time at most 1.2 times pages × latency',
				Math.max(...ours.map((group) => middle(group, ofLatency))),
				{
					most: 1.2,
					show: round,
					why: 'The rest is the work of n8n for each page: reading it and making its items.',
				},
			),
		],
	};
}

export const lists: Part<ListRun[]> = { measure, tell };
