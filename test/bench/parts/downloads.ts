import { readFileSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import axios from 'axios';
import { run } from '../../host/process/run';
import type { Item } from '../../host/workflows/execution';
import type { NodeSketch } from '../../host/workflows/workflow';
import { byId, zoomNode } from '../../host/workflows/zoomNode';
import { httpRequest, itemsOf } from '../nodes';
import type { Part } from '../part';
import { bytes, median, round, seconds } from '../report/figures';
import type { Section } from '../section';
import { targetOf } from '../section';
import type { Site } from '../site';
import type { Zoom } from '../zoom';
import { HOST } from '../zoom';

const MEBIBYTE = 1024 ** 2;
const GIBIBYTE = 1024 ** 3;
const ids = { small: 88_000_000_001, large: 88_000_000_002 };

const TOOLS = { ours: 'this node', http: 'HTTP Request', curl: 'curl' } as const;
type Tool = keyof typeof TOOLS;

/** One download. */
export interface DownloadRun {
	readonly tool: Tool;
	readonly bytes: number;
	readonly seconds: number;
	/** How much more memory n8n held at most than before, in bytes; none of curl. */
	readonly growth?: number;
	readonly cpuMs?: number;
}

async function measure(site: Site): Promise<DownloadRun[]> {
	const zoom = await site.startZoom();
	try {
		const size = site.size(GIBIBYTE, 64 * MEBIBYTE);
		await seed(zoom, ids.small, MEBIBYTE);
		await seed(zoom, ids.large, size);
		const credential = await site.rest.createCredential(zoom.credential());
		const url = async (id: number) => await linkOf(zoom, id);
		const nodes = async (id: number): Promise<[Tool, NodeSketch][]> => [
			['ours', ours(credential, id)],
			['http', theirs(credential, await url(id))],
		];
		for (const [, node] of await nodes(ids.small)) await site.run(...itemsOf(1), node);
		const runs: DownloadRun[] = [];
		const link = await url(ids.large);
		for (let round = 0; round < site.size(5, 1); round++) {
			for (const [tool, node] of await nodes(ids.large)) {
				const done = await inN8n(site, node, size);
				runs.push({ tool, bytes: size, ...done });
				site.say(`  ${TOOLS[tool]}: ${done.seconds} s, grew by ${bytes(done.growth)}`);
			}
			const curl = await byCurl(site, link);
			if (curl === undefined) continue;
			runs.push({ tool: 'curl', bytes: size, seconds: curl });
			site.say(`  curl: ${curl} s`);
		}
		return runs;
	} finally {
		await zoom.stop();
	}
}

const seed = async (zoom: Zoom, meeting_id: number, file_size: number) => {
	const recording_files = [{ file_type: 'MP4', file_size }];
	await zoom.seed({ recordings: [{ meeting_id, host_id: HOST, recording_files }] });
};

const ours = (credential: Parameters<typeof zoomNode>[0], id: number) =>
	zoomNode(credential, {
		resource: 'recording',
		operation: 'download',
		source: 'meeting',
		meetingId: byId(String(id)),
	});

/** A file by its link, with the token in it as Zoom allows. */
const theirs = (credential: Parameters<typeof httpRequest>[0], url: string): NodeSketch => {
	const node = httpRequest(credential, { url });
	const response = { response: { responseFormat: 'file', outputPropertyName: 'data' } };
	const parameters = { url, authentication: 'none', options: { response } };
	return { ...node, credentials: undefined, onError: undefined, parameters };
};

async function linkOf(zoom: Zoom, id: number): Promise<string> {
	const token = await zoom.token();
	const { data } = await axios.get<{ recording_files: { download_url: string }[] }>(
		`${zoom.url}/v2/meetings/${id}/recordings`,
		{ headers: { authorization: `Bearer ${token}` } },
	);
	return `${data.recording_files[0].download_url}?access_token=${token}`;
}

async function inN8n(site: Site, node: NodeSketch, size: number) {
	await site.collectedUsage();
	const before = memoryOf(site);
	let peak = before;
	const watch = setInterval(() => {
		peak = Math.max(peak, memoryOf(site));
	}, 20);
	try {
		const done = await site.run(...itemsOf(1), node);
		const [item] = done.output as (Item & { binary: { data: { bytes: number } } })[];
		if (item.binary.data.bytes !== size) throw new Error(`Got ${JSON.stringify(item)}`);
		return { seconds: done.seconds, cpuMs: done.cpuMs, growth: peak - before };
	} finally {
		clearInterval(watch);
		await removeLarge(join(site.userFolder, '.n8n'), size);
	}
}

/** Memory that n8n holds, without asking it. */
function memoryOf({ n8n }: Site): number {
	const status = readFileSync(`/proc/${n8n.pid}/status`, 'utf8');
	return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

/** Makes room on the disk. */
async function removeLarge(folder: string, least: number): Promise<void> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	for (const entry of entries.filter((each) => each.isFile())) {
		const path = join(entry.parentPath, entry.name);
		if ((await stat(path)).size >= least) await rm(path);
	}
}

/** Seconds that curl takes into a file on the same disk; undefined where there is no curl. */
async function byCurl(site: Site, url: string): Promise<number | undefined> {
	const file = join(site.userFolder, 'curl');
	const began = performance.now();
	try {
		const { code, stderr } = await run('curl', ['-sSfL', '-o', file, url]);
		if (code !== 0) throw new Error(`curl: ${stderr}`);
		return (performance.now() - began) / 1000;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	} finally {
		await rm(file, { force: true });
	}
}

function tell(runs: DownloadRun[]): Section {
	const tools = (Object.keys(TOOLS) as Tool[]).filter((tool) =>
		runs.some((each) => each.tool === tool),
	);
	const of = (tool: Tool) => runs.filter((each) => each.tool === tool);
	const time = (tool: Tool) => median(of(tool).map((each) => each.seconds));
	const growth = (tool: Tool) => Math.max(...of(tool).map((each) => each.growth ?? NaN));
	const size = bytes(runs[0].bytes);
	return {
		title: 'A large download',
		text: [
			`The workflow downloads a recording of ${size} into n8n's binary data on disk (\`N8N_DEFAULT_BINARY_DATA_MODE=filesystem\`). curl writes it to a file on the same disk. This node first requests the list of the recording's files. The others get the link. Times are medians of ${of('ours').length} runs in turn. Memory growth is the highest resident memory of the n8n process minus that before the run, in the worst run.`,
		],
		columns: ['with', 'time', '÷ HTTP Request', 'per second', "growth of n8n's memory"],
		rows: tools.map((tool) => [
			TOOLS[tool],
			seconds(time(tool)),
			round(time(tool) / time('http')),
			bytes(runs[0].bytes / time(tool)),
			tool === 'curl' ? '' : bytes(growth(tool)),
		]),
		targets: [
			targetOf(
				'this node: at most 1.1 times the time of HTTP Request',
				time('ours') / time('http'),
				{
					most: 1.1,
					show: round,
					why: 'Both stream to disk with the same helper of n8n. This node makes one more call, and checks after each chunk whether the download was cut off.',
				},
			),
			targetOf('this node: memory grows by at most 64 MiB', growth('ours'), {
				most: 64 * MEBIBYTE,
				show: bytes,
				why: 'n8n holds the chunks in transfer, and written chunks that have not been garbage-collected yet.',
			}),
		],
	};
}

export const downloads: Part<DownloadRun[]> = { measure, tell };
