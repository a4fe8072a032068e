import { randomUUID } from 'node:crypto';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { movableClock } from '../n8n/movableClock';
import { startN8n, type N8n, type N8nOptions } from '../n8n/n8n';
import { sharedN8n } from '../n8n/shared';
import { freePort } from '../process/ports';
import { startPostgres } from './postgres';
import { lifeline } from './programs';
import { startRedis } from './redis';
import type { Store } from './store';

type Plan = Pick<N8nOptions, 'role' | 'args' | 'port' | 'env'>;

// One execution at a time, so that two at once are on two workers.
const worker: Plan = { role: 'worker', args: ['--concurrency=1'] };

const queueMode = {
	EXECUTIONS_MODE: 'queue',
	// How long a worker may be silent, in milliseconds: a minute where nothing is said, and half of one between two looks.
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
	// How often the main process looks for executions that nobody is about, in minutes: every three hours where nothing is said.
	N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '0.1',
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
};

/** n8n in queue mode: a main process, one for webhooks and two workers, all with the packed nodes. */
export class Cluster {
	private readonly stores: Store[] = [];
	private readonly plans = new Map<string, Plan>();
	private readonly processes = new Map<string, N8n>();
	private readonly env: NodeJS.ProcessEnv = { ...queueMode, N8N_ENCRYPTION_KEY: randomUUID() };

	static async start(): Promise<Cluster> {
		const cluster = new Cluster();
		try {
			await cluster.begin();
			return cluster;
		} catch (error) {
			await cluster.stop();
			throw error;
		}
	}

	/** Has the editor, and the triggers that wait in memory; takes webhooks as well. */
	get main(): N8n {
		return this.named('main');
	}

	/** Takes webhooks. */
	get webhook(): N8n {
		return this.named('webhook');
	}

	get workers(): N8n[] {
		return [this.named('worker-1'), this.named('worker-2')];
	}

	/** Starts a process that has ended anew, with the folder and the port it had. */
	async restart(ended: N8n): Promise<void> {
		const [name] = [...this.processes].find(([, each]) => each === ended) ?? [];
		if (name === undefined) throw new Error('This process is not one of the cluster');
		await this.launch(name);
	}

	async stop(): Promise<void> {
		await Promise.all([...this.processes.values()].map(async (each) => await each.stop()));
		await Promise.all(this.stores.map(async (store) => await store.stop()));
	}

	private async begin(): Promise<void> {
		for (const start of [startPostgres, startRedis]) {
			const store = await start();
			this.stores.push(store);
			Object.assign(this.env, store.env);
		}
		const port = await freePort();
		// What the editor shows as the address of webhooks, behind which an installation has a proxy.
		this.env.N8N_WEBHOOK_URL = `http://localhost:${port}`;
		const main = { N8N_LOG_LEVEL: 'debug', NODE_OPTIONS: movableClock };
		this.plans.set('main', { role: 'start', env: main });
		this.plans.set('webhook', { role: 'webhook', port });
		this.plans.set('worker-1', worker).set('worker-2', worker);
		// It makes the tables for the others.
		await this.launch('main');
		const others = [...this.plans.keys()].filter((name) => name !== 'main');
		const started = await Promise.allSettled(others.map(async (name) => await this.launch(name)));
		// Only now, so that those that did start can be stopped.
		for (const each of started) if (each.status === 'rejected') throw each.reason;
	}

	private async launch(name: string): Promise<void> {
		const { host, userFolder: shared } = sharedN8n();
		const userFolder = join(shared, 'queue', name);
		const plan = this.plans.get(name);
		await mkdir(userFolder, { recursive: true });
		await cp(join(shared, '.n8n/nodes'), join(userFolder, '.n8n/nodes'), { recursive: true });
		const env = { ...this.env, ...plan?.env };
		const process = await startN8n({ host, userFolder, launcher: lifeline(), ...plan, env });
		this.processes.set(name, process);
	}

	private named(name: string): N8n {
		const found = this.processes.get(name);
		if (!found) throw new Error(`${name} was not started`);
		return found;
	}
}
