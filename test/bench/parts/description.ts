import { join } from 'node:path';
import { run } from '../../host/process/run';
import type { Part } from '../part';
import { bytes, median, round } from '../report/figures';
import type { Section } from '../section';
import { targetOf } from '../section';
import type { Site } from '../site';

/** What `describe.js` tells of a node's description, in a process of its own. */
export interface Described {
	readonly properties: number;
	readonly bytes: number;
	readonly gzipped: number;
	/** Milliseconds to load the node's files, without n8n's own packages. */
	readonly loadMs: number;
	/** Milliseconds to build the node for the first time. */
	readonly buildMs: number;
	/** Milliseconds to build it once more. */
	readonly againMs: number;
	/** Microseconds to read a node's parameters, once n8n's code is compiled. */
	readonly parametersUs: number;
}

const NODES = {
	zoom: 'Zoom',
	zoomTrigger: 'Zoom Trigger',
	builtIn: "n8n's own Zoom node",
} as const;
type NodeName = keyof typeof NODES;

type Samples = Record<NodeName, Described[]>;

const hostModules = join(__dirname, '../../host/node_modules');

async function measure(site: Site): Promise<Samples> {
	const dist = join(site.userFolder, '.n8n/nodes/node_modules/n8n-nodes-zoom/dist/nodes/Zoom');
	const files: Record<NodeName, [string, string]> = {
		zoom: [join(dist, 'Zoom.node.js'), 'Zoom'],
		zoomTrigger: [join(dist, 'ZoomTrigger.node.js'), 'ZoomTrigger'],
		builtIn: [join(hostModules, 'n8n-nodes-base/dist/nodes/Zoom/Zoom.node.js'), 'Zoom'],
	};
	const samples: Samples = { zoom: [], zoomTrigger: [], builtIn: [] };
	for (let round = 0; round < site.size(11, 3); round++) {
		for (const [name, file] of Object.entries(files) as [NodeName, [string, string]][]) {
			samples[name].push(await describe(site, file));
		}
	}
	return samples;
}

async function describe({ host }: Site, file: [string, string]): Promise<Described> {
	const args = [join(__dirname, 'describe.js'), ...file];
	const env = { ...process.env, NODE_OPTIONS: '', NODE_PATH: hostModules };
	const { code, stdout, stderr } = await run(host.node, args, { env });
	if (code !== 0) throw new Error(`describe.js: ${stderr}`);
	return JSON.parse(stdout) as Described;
}

function tell(samples: Samples): Section {
	const middle = (name: NodeName, key: keyof Described) =>
		median(samples[name].map((sample) => sample[key]));
	const names = Object.keys(NODES) as NodeName[];
	const ms = (value: number) => `${round(value)} ms`;
	const zoom = (key: keyof Described) => middle('zoom', key);
	return {
		title: 'The description of the nodes',
		text: [
			`What n8n and its editor load for a node, from the packed package, each time in a new process with n8n's Node.js. Figures are medians of ${samples.zoom.length}. Load is the time to load the files of the node without n8n's own packages. Build is the time for \`new Zoom()\`. n8n calls \`getNodeParameters\` for each node of each execution, here for a new node.`,
		],
		columns: [
			'node',
			'properties',
			'size',
			'gzipped',
			'load',
			'build',
			'build again',
			'getNodeParameters',
		],
		rows: names.map((name) => [
			NODES[name],
			String(middle(name, 'properties')),
			bytes(middle(name, 'bytes')),
			bytes(middle(name, 'gzipped')),
			ms(middle(name, 'loadMs')),
			ms(middle(name, 'buildMs')),
			ms(middle(name, 'againMs')),
			`${round(middle(name, 'parametersUs'))} µs`,
		]),
		targets: [
			targetOf('Zoom: at most 600 KiB', zoom('bytes'), { most: 600 * 1024, show: bytes }),
			targetOf('Zoom: at most 60 KiB gzipped', zoom('gzipped'), { most: 60 * 1024, show: bytes }),
			targetOf('Zoom: at most 50 ms to load and build', zoom('loadMs') + zoom('buildMs'), {
				most: 50,
				show: ms,
				why: 'n8n starts with the descriptions as JSON, which the package contains. It loads the code once, when the node is first used. Most of this time is spent on finding, reading and compiling the files of the operations, the rest on building with code that is not optimized yet.',
			}),
			targetOf('Zoom: at most 1 ms for getNodeParameters', zoom('parametersUs') / 1000, {
				most: 1,
				show: ms,
			}),
		],
	};
}

export const description: Part<Samples> = { measure, tell };
