import { installHost } from './install';
import type { N8n } from './n8n/n8n';
import { installNodes } from './n8n/pack';
import { publish } from './n8n/shared';
import { exitOnSignals } from './process/signals';

declare global {
	var runningN8n: N8n | undefined;
}

/** Starts the n8n that all end-to-end tests share, with the packed nodes. */
export default async function setUp(): Promise<void> {
	exitOnSignals();
	const say = (line: string) => void process.stderr.write(`${line}\n`);
	const host = await installHost(say);
	// Loaded only now, since it would find some of its packages in a half-installed test/host.
	const { startN8n, temporaryUserFolder } = await import('./n8n/n8n');
	const userFolder = temporaryUserFolder();
	await installNodes(userFolder, say);
	const env = { GENERIC_TIMEZONE: 'Europe/Berlin', N8N_LOG_LEVEL: 'debug' };
	const n8n = await startN8n({ host, userFolder, https: true, env });
	globalThis.runningN8n = n8n;
	const { url, pid, certificate } = n8n;
	publish({ host, userFolder, url, pid, certificate });
}
