import { setTimeout as pause } from 'node:timers/promises';
import type { NodeSketch } from '../../host/workflows/workflow';
import { byId, zoomNode } from '../../host/workflows/zoomNode';
import { httpCreate, httpRequest, itemsOf, ourCreate } from '../nodes';
import type { Part } from '../part';
import { median, round } from '../report/figures';
import type { Section } from '../section';
import type { Site } from '../site';
import type { Zoom } from '../zoom';

const CALLS = { get: 'read a user', create: 'create a meeting' } as const;
type Call = keyof typeof CALLS;

type Tool = 'ours' | 'http';

/** One run of the same call for many items. */
export interface CpuRun {
	readonly call: Call;
	readonly tool: Tool;
	readonly items: number;
	readonly cpuMs: number;
	readonly seconds: number;
}

// About as many at a time, and a second, as this node makes.
const batch = { batchSize: 10, batchInterval: 130 };

async function measure(site: Site): Promise<CpuRun[]> {
	const zoom = await site.startZoom();
	try {
		const nodes = await nodesFor(site, zoom);
		const runs: CpuRun[] = [];
		for (let round = 0; round <= site.size(3, 1); round++) {
			for (const [call, tool, node] of nodes) {
				await pause(1500);
				const { items, failed, cpuMs, seconds } = await site.run(
					...itemsOf(round === 0 ? 100 : site.size(1000, 200)),
					node,
				);
				if (failed > 0) throw new Error(`${failed} items failed`);
				// The first is for n8n's code to be compiled.
				if (round === 0) continue;
				site.say(`  ${CALLS[call]}, ${tool}: ${round3(cpuMs / items)} ms an item, ${seconds} s`);
				runs.push({ call, tool, items, cpuMs, seconds });
			}
		}
		return runs;
	} finally {
		await zoom.stop();
	}
}

const round3 = (value: number) => value.toFixed(3);

async function nodesFor(site: Site, zoom: Zoom): Promise<[Call, Tool, NodeSketch][]> {
	const credential = await site.rest.createCredential(zoom.credential('business'));
	const user = { resource: 'user', operation: 'get', userId: byId('me') };
	return [
		['get', 'ours', zoomNode(credential, user)],
		['get', 'http', httpRequest(credential, { url: `${zoom.url}/v2/users/me` }, batch)],
		['create', 'ours', ourCreate(credential)],
		['create', 'http', httpCreate(credential, zoom.url, batch)],
	];
}

function tell(runs: CpuRun[]): Section {
	const calls = Object.keys(CALLS) as Call[];
	const cost = (call: Call, tool: Tool) =>
		median(
			runs
				.filter((each) => each.call === call && each.tool === tool)
				.map(({ cpuMs, items }) => cpuMs / items),
		);
	return {
		title: 'CPU time per item',
		text: [
			`CPU time of the n8n process (all threads) for a workflow that makes the same call for each of ${runs[0].items} items, with this node (plan Business+, 10 concurrent) and with n8n's HTTP Request node (same credential, batches of ${batch.batchSize} every ${batch.batchInterval} ms) in turn. It includes the work of n8n itself: making the items, sending, storing the execution. Figures are medians of ${runs.filter(({ call, tool }) => call === 'get' && tool === 'ours').length} runs.`,
		],
		columns: ['call', 'this node', 'HTTP Request', 'difference'],
		rows: calls.map((call) => [
			CALLS[call],
			`${round(cost(call, 'ours'))} ms`,
			`${round(cost(call, 'http'))} ms`,
			`${round(cost(call, 'ours') - cost(call, 'http'))} ms`,
		]),
		targets: [],
	};
}

export const cpu: Part<CpuRun[]> = { measure, tell };
