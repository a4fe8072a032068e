import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../process/ports';
import { jump, movableClock } from './movableClock';
import { startN8n, temporaryUserFolder, type N8n } from './n8n';
import { sharedN8n } from './shared';
import { driverOptions } from './sqliteDriver';

/** n8n is to take up again after seconds, and not after two minutes, what it was about when it was killed. */
const impatient = {
	N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '20',
	N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '1000',
};

/** An n8n of a test's own, with the packed nodes, which it may end and start again, and whose nodes' clock it can move. */
export class OwnN8n {
	readonly userFolder = temporaryUserFolder();
	private n8n: N8n | undefined;
	private port = 0;

	async start(env: NodeJS.ProcessEnv = {}): Promise<N8n> {
		const { host, userFolder: shared } = sharedN8n();
		const { userFolder } = this;
		if (this.port === 0) {
			this.port = await freePort();
			await mkdir(userFolder, { recursive: true });
			await cp(join(shared, '.n8n/nodes'), join(userFolder, '.n8n/nodes'), { recursive: true });
		}
		const driver = host.driver === 'node:sqlite' ? driverOptions : '';
		const NODE_OPTIONS = `${driver} ${movableClock}`.trim();
		this.n8n = await startN8n({
			host,
			userFolder,
			port: this.port,
			env: { N8N_LOG_LEVEL: 'debug', NODE_OPTIONS, ...impatient, ...env },
		});
		return this.n8n;
	}

	/** Ends it in good order. */
	async stop(): Promise<void> {
		await this.n8n?.stop();
	}

	/** Ends it at once, as when its machine loses power. */
	async kill(): Promise<void> {
		await this.n8n?.kill();
	}

	/** Moves the clock of its Zoom nodes ahead by eleven minutes. */
	jump(): void {
		if (this.n8n) jump(this.n8n);
	}
}
