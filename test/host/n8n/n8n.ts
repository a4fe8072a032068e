import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { generate } from 'selfsigned';
import type { Host } from '../install';
import { freePort } from '../process/ports';
import { run, type Finished } from '../process/run';
import { startService, type Service } from '../process/service';
import { driverOptions } from './sqliteDriver';

export interface N8nOptions {
	host: Host;
	userFolder: string;
	/** A free one by default. */
	port?: number;
	/** Serves https with a certificate of its own, since Zoom takes no other redirect URL. */
	https?: boolean;
	/** What it is there for; all there is to do, unless told. */
	role?: Role;
	/** Given to its command. */
	args?: string[];
	/** A command that becomes the one it is given. */
	launcher?: readonly string[];
	env?: NodeJS.ProcessEnv;
}

/** A running n8n server; `n8n.log` in its user folder has all it has written. */
export interface N8n extends Service {
	url: string;
	/** What to trust when it serves https. */
	certificate?: string;
}

/** The part a process has in n8n's queue mode; `start` has every other, too. */
export type Role = 'start' | 'webhook' | 'worker';

/** Variables of this process that n8n may see; proxies and a developer's own n8n settings stay out. */
const inherited = ['HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'TZ', 'LD_LIBRARY_PATH'];

/** Modules that ask the internet or slow the start, and that no node can see. */
const unwantedModules = ['chat-hub', 'insights', 'instance-ai', 'mcp-registry', 'workflow-builder'];

const readyLines: Readonly<Record<Role, string>> = {
	start: 'Editor is now accessible via:',
	webhook: 'Webhook listener waiting for requests.',
	worker: 'n8n worker is now ready',
};

/** A user folder for one run, removed when this process ends. */
export function temporaryUserFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-zoom-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** Starts n8n on the loopback address and waits until it can be used. */
export async function startN8n(options: N8nOptions): Promise<N8n> {
	const { host, userFolder, role = 'start', args = [], launcher = [] } = options;
	mkdirSync(userFolder, { recursive: true });
	const port = options.port ?? (await freePort());
	const url = `${options.https ? 'https' : 'http'}://localhost:${port}`;
	const tls = options.https ? await certify(userFolder) : undefined;
	const service = await startService({
		name: 'n8n',
		command: [...launcher, host.node, host.n8n, role, ...args],
		logFile: join(userFolder, 'n8n.log'),
		readyLine: readyLines[role],
		env: {
			...(await environment(options)),
			N8N_PORT: String(port),
			N8N_PROTOCOL: options.https ? 'https' : 'http',
			N8N_SECURE_COOKIE: String(options.https === true),
			N8N_EDITOR_BASE_URL: url,
			N8N_WEBHOOK_URL: url,
			...tls?.env,
			...options.env,
		},
	});
	return { ...service, url, certificate: tls?.certificate };
}

/** Runs one n8n command, such as `execute --id=…`, in a user folder. */
export async function runN8n(options: N8nOptions, args: string[]): Promise<Finished> {
	return await run(options.host.node, [options.host.n8n, ...args], {
		env: { ...(await environment(options)), ...options.env },
	});
}

async function environment({ host, userFolder }: N8nOptions): Promise<NodeJS.ProcessEnv> {
	const kept = inherited.map((name) => [name, process.env[name]]);
	return {
		...Object.fromEntries(kept),
		// n8n starts its task runner as plain `node`, which must not be an older system Node.js.
		PATH: [dirname(host.node), process.env.PATH].join(delimiter),
		NODE_OPTIONS: host.driver === 'node:sqlite' ? driverOptions : '',
		NODE_COMPILE_CACHE: join(dirname(host.n8n), '../../.cache/compiled'),
		N8N_USER_FOLDER: userFolder,
		N8N_RESTRICT_FILE_ACCESS_TO: join(userFolder, '.n8n-files'),
		N8N_HOST: 'localhost',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_DISABLED_MODULES: unwantedModules.join(','),
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	};
}

async function certify(userFolder: string) {
	const pems = await generate([{ name: 'commonName', value: 'localhost' }], {
		extensions: [
			{ name: 'basicConstraints', cA: true },
			{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
		],
	});
	const files = {
		N8N_SSL_KEY: join(userFolder, 'key.pem'),
		N8N_SSL_CERT: join(userFolder, 'cert.pem'),
	};
	writeFileSync(files.N8N_SSL_KEY, pems.private, { mode: 0o600 });
	writeFileSync(files.N8N_SSL_CERT, pems.cert);
	return { certificate: pems.cert, env: files };
}
