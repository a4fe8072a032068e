import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import type { RateWindow } from '../emulator';
import { installHost, type Host } from '../host/install';
import { startN8n, temporaryUserFolder, type N8n } from '../host/n8n/n8n';
import { installNodes } from '../host/n8n/pack';
import { Rest } from '../host/n8n/rest';
import { Session } from '../host/n8n/session';
import { owner } from '../host/n8n/shared';
import { driverOptions } from '../host/n8n/sqliteDriver';
import { freePort } from '../host/process/ports';
import { outputOf, type Execution, type Item, type NodeRun } from '../host/workflows/execution';
import { chain, manualTrigger, type NodeSketch } from '../host/workflows/workflow';
import { Zoom } from './zoom';

/** What a process has used so far. */
export interface Usage {
	/** Milliseconds of processor time. */
	readonly cpuMs: number;
	/** Bytes the process holds. */
	readonly resident: number;
	/** Bytes that JavaScript and its buffers hold, garbage among them. */
	readonly heap: number;
}

/** One run of a workflow, as far as its last node goes. */
export interface Run {
	/** How long the node took by n8n's own watch. */
	readonly seconds: number;
	readonly items: number;
	readonly failed: number;
	/** What the items that failed say. */
	readonly errors: string[];
	/** Milliseconds of processor time that n8n used from start to end of the whole execution. */
	readonly cpuMs: number;
	readonly output: Item[];
}

const pollEvery = 500;

/** One real n8n with the packed nodes, in which everything is measured. */
export class Site {
	private constructor(
		readonly host: Host,
		readonly userFolder: string,
		readonly n8n: N8n,
		readonly rest: Rest,
		private readonly session: Session,
		private readonly probe: string,
		/** Whether runs are to be fewer and smaller, to see that they work. */
		readonly isShort: boolean,
		/** How the emulator counts seconds. */
		readonly rateWindow: RateWindow,
		readonly say: (line: string) => void,
	) {}

	static async open(
		isShort: boolean,
		rateWindow: RateWindow,
		say: (line: string) => void,
	): Promise<Site> {
		const host = await installHost(say);
		const userFolder = temporaryUserFolder();
		await installNodes(userFolder, say);
		say('Starting n8n ...');
		const port = await freePort();
		const loaded = `--require ${JSON.stringify(join(__dirname, 'insideN8n.js'))}`;
		const env = {
			BENCH_PROBE_PORT: String(port),
			NODE_OPTIONS: [host.driver === 'node:sqlite' ? driverOptions : '', loaded].join(' '),
			N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
		};
		const n8n = await startN8n({ host, userFolder, env });
		const rest = await Rest.signIn(n8n, owner);
		const session = new Session(n8n);
		await session.signIn(owner);
		const probe = `http://127.0.0.1:${port}`;
		return new Site(host, userFolder, n8n, rest, session, probe, isShort, rateWindow, say);
	}

	/** So much as that, or a part of it in a short trial. */
	size(full: number, short: number): number {
		return this.isShort ? short : full;
	}

	/** An emulator in a process of its own. */
	async startZoom(): Promise<Zoom> {
		return await Zoom.start(this.userFolder, this.rateWindow);
	}

	/** Leads what n8n's own Zoom node sends to the emulator. */
	async leadBuiltInTo({ url }: Zoom): Promise<void> {
		await axios.get(`${this.probe}/zoom`, { params: { url } });
	}

	/** What n8n has used. */
	async usage(): Promise<Usage> {
		return await this.ask('/');
	}

	/** The same after a collection of garbage. */
	async collectedUsage(): Promise<Usage> {
		return await this.ask('/collected');
	}

	/** Stores and runs a workflow of these nodes behind a manual trigger. */
	async run(...nodes: NodeSketch[]): Promise<Run> {
		const measured = nodes.at(-1)!.name;
		const { id } = await this.rest.createWorkflow(chain('Bench', [manualTrigger, ...nodes]));
		const before = await this.usage();
		const executionId = await this.rest.startWorkflow(id, manualTrigger.name);
		await this.finished(id);
		const after = await this.usage();
		const execution = await this.rest.execution(executionId);
		return { ...told(execution, measured), cpuMs: after.cpuMs - before.cpuMs };
	}

	/** How many executions of a workflow have ended. */
	async executionsOf(workflowId: string): Promise<number> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId, finished: true }));
		const { count } = await this.session.ask<{ count: number }>(
			'GET',
			`/rest/executions?limit=1&filter=${filter}`,
		);
		return count;
	}

	async close(): Promise<void> {
		await this.n8n.stop();
	}

	private async ask(path: string): Promise<Usage> {
		const { data } = await axios.get<{
			cpu: NodeJS.CpuUsage;
			memory: NodeJS.MemoryUsage;
		}>(`${this.probe}${path}`);
		const { cpu, memory } = data;
		return {
			cpuMs: (cpu.user + cpu.system) / 1000,
			resident: memory.rss,
			heap: memory.heapUsed + memory.external,
		};
	}

	/** Waits for the only execution of a workflow, seldom enough for the questions not to count. */
	private async finished(workflowId: string): Promise<void> {
		for (;;) {
			await pause(pollEvery);
			const [execution] = await this.rest.executions(workflowId);
			if (execution?.stoppedAt) return;
		}
	}
}

function told({ data, status }: Execution, node: string): Omit<Run, 'cpuMs'> {
	const { error, runData } = data.resultData;
	const run = runData[node]?.at(-1) as (NodeRun & { executionTime: number }) | undefined;
	if (status !== 'success' || !run || run.error) {
		throw new Error(`A run ended with ${status}: ${JSON.stringify(error ?? run?.error)}`);
	}
	const output = outputOf(data, node);
	const errors = output.flatMap(({ json }) =>
		json.error === undefined ? [] : [String(json.error)],
	);
	return {
		seconds: run.executionTime / 1000,
		items: output.length,
		failed: errors.length,
		errors: [...new Set(errors)],
		output,
	};
}
