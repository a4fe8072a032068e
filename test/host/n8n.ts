import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { generate } from 'selfsigned';
import type { Host } from './install';
import { freePort } from './ports';
import { Problem } from './problem';
import { run, tail, type Finished } from './run';
import { standInOptions } from './sqliteDriver';

export interface N8nOptions {
	host: Host;
	userFolder: string;
	/** A free one by default. */
	port?: number;
	/** Serves https with a certificate of its own, since Zoom takes no other redirect URL. */
	https?: boolean;
	env?: NodeJS.ProcessEnv;
}

/** A running n8n server. */
export interface N8n {
	url: string;
	/** Of the server's process. */
	pid: number;
	/** What to trust when it serves https. */
	certificate?: string;
	/** The end of what it has written; `n8n.log` in the user folder has all. */
	log(): string;
	stop(): Promise<void>;
}

/** Variables of this process that n8n may see; proxies and a developer's own n8n settings stay out. */
const inherited = ['HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'TZ', 'LD_LIBRARY_PATH'];

/** Modules that ask the internet or slow the start, and that no node can see. */
const unwantedModules = ['chat-hub', 'insights', 'instance-ai', 'mcp-registry', 'workflow-builder'];

const readyLine = 'Editor is now accessible via:';
const keptOutput = 100_000;
const startTimeout = 180_000;
const stopTimeout = 15_000;

/** A user folder for one run, removed when this process ends. */
export function temporaryUserFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-zoom-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** Starts n8n on the loopback address and waits until its editor answers. */
export async function startN8n(options: N8nOptions): Promise<N8n> {
	mkdirSync(options.userFolder, { recursive: true });
	const port = options.port ?? (await freePort());
	const url = `${options.https ? 'https' : 'http'}://localhost:${port}`;
	const tls = options.https ? await certify(options.userFolder) : undefined;
	const child = spawn(options.host.node, [options.host.n8n, 'start'], {
		// Its own process group, so that its task runners end with it.
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
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
	const output = new Output(child, join(options.userFolder, 'n8n.log'));
	const kill = () => killGroup(child, 'SIGKILL');
	process.once('exit', kill);
	try {
		await output.ready();
	} catch (error) {
		kill();
		throw error;
	}
	return {
		url,
		pid: child.pid!,
		certificate: tls?.certificate,
		log: () => output.text,
		stop: async () => {
			await end(child);
			process.off('exit', kill);
		},
	};
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
		NODE_OPTIONS: host.driver === 'node:sqlite' ? standInOptions : '',
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

/** What n8n writes: all of it in a file, the end of it at hand. */
class Output {
	text = '';

	constructor(
		private readonly child: ChildProcess,
		file: string,
	) {
		const log = createWriteStream(file);
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding('utf8').on('data', (text: string) => {
				this.text = (this.text + text).slice(-keptOutput);
				log.write(text);
			});
		}
		child.once('close', () => log.end());
	}

	async ready(): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			const fail = (what: string) =>
				reject(new Problem(`${what} Its last words:\n${tail(this.text)}`));
			const timer = setTimeout(() => fail('n8n did not start in time.'), startTimeout);
			const settle = (done: () => void) => () => {
				clearTimeout(timer);
				done();
			};
			this.child.stdout?.on('data', () => {
				if (this.text.includes(readyLine)) settle(resolve)();
			});
			this.child.once(
				'error',
				settle(() => fail('n8n could not be started.')),
			);
			this.child.once(
				'close',
				settle(() => fail('n8n stopped while starting.')),
			);
		});
	}
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	await new Promise<void>((resolve) => {
		const timer = setTimeout(() => killGroup(child, 'SIGKILL'), stopTimeout);
		child.once('close', () => {
			clearTimeout(timer);
			resolve();
		});
		killGroup(child, 'SIGTERM');
	});
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	try {
		process.kill(-child.pid!, signal);
	} catch {
		// The group is gone already.
	}
}
