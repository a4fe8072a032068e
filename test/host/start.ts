import { parseArgs } from 'node:util';
import { installHost } from './install';
import { isFree } from './process/ports';
import { Problem } from './process/problem';
import { watchSources } from './process/watch';

const help = `Runs n8n with the Zoom nodes of this repository and a Zoom emulator. Both are reachable from this machine only.

  npm start                            runs until you press Ctrl-C
  npm start -- --check                 ends after the example workflow with exit code 0 or 1
  npm run dev                          rebuilds the nodes when they change, and n8n reloads them
  npm start -- --port 5679             port of n8n (default: 5678)
  npm start -- --emulator-port 4201    port of the emulator (default: 4200)
`;

const oldestNode = [20, 19];

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

function readArguments() {
	try {
		return parseArgs({
			options: {
				check: { type: 'boolean', default: false },
				watch: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
				port: { type: 'string', default: '5678' },
				'emulator-port': { type: 'string', default: '4200' },
			},
		}).values;
	} catch (error) {
		throw new Problem(`${(error as Error).message}\n\n${help}`);
	}
}

function portNumber(option: string, value: string): number {
	const port = Number(value);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new Problem(`--${option} must be a number from 1 to 65535, not "${value}".`);
}

function refuseOldNode(): void {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
	throw new Problem(
		`Node.js ${oldestNode.join('.')} or newer is required, but this is ${process.version}. Install a newer version from nodejs.org and run this again.`,
	);
}

async function refuseBusyPort(port: number, what: string, option: string): Promise<void> {
	if (await isFree(port)) return;
	throw new Problem(
		`Port ${port} for ${what} is in use. Stop the program that uses it, or choose another port with \`npm start -- ${option} ${port + 1}\`.`,
	);
}

async function start(): Promise<void> {
	const { check, watch, help: wantsHelp, ...ports } = readArguments();
	if (wantsHelp) {
		say(help);
		process.exit(0);
	}
	refuseOldNode();
	const port = portNumber('port', ports.port);
	const emulatorPort = portNumber('emulator-port', ports['emulator-port']);
	await refuseBusyPort(port, 'n8n', '--port');
	await refuseBusyPort(emulatorPort, 'the emulator', '--emulator-port');
	const host = await installHost(say);
	// Loaded only now, since it would find some of its packages in a half-installed test/host.
	const { startDemo, userFolder } = await import('./demo');
	stop = await startDemo({ host, port, emulatorPort, reloads: watch, say });
	if (check) return await end(0);
	say('Press Ctrl-C to stop both.');
	if (!watch) return;
	const { sourceFolders, updateNodes } = await import('./n8n/pack');
	const update = async () => await updateNodes(userFolder);
	say('Waiting for changes to the nodes ...');
	await watchSources({ folders: sourceFolders, update, say, signal: stopped.signal });
}

async function end(code: number): Promise<void> {
	stopped.abort();
	if (stop) {
		say('Stopping n8n and the emulator ...');
		// A second Ctrl-C does not wait.
		const stopping = stop;
		stop = undefined;
		await stopping();
	}
	process.exit(code);
}

let stop: (() => Promise<void>) | undefined;
const stopped = new AbortController();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => void end(stop ? 0 : 130));
}

start().catch((error: unknown) => {
	const { message, stack } = error as Error;
	process.stderr.write(`${error instanceof Problem ? message : stack}\n`);
	process.exit(1);
});
