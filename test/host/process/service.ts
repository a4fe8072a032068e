import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { Problem } from './problem';
import { tail } from './run';

export interface ServiceOptions {
	/** What it is called in messages. */
	name: string;
	/** The program and its arguments. */
	command: string[];
	env?: NodeJS.ProcessEnv;
	/** Gets all it writes. */
	logFile: string;
	/** What it writes once it can be used. */
	readyLine: string;
	/** What ends it in good order; SIGTERM unless told. */
	stopSignal?: NodeJS.Signals;
}

/** A program that runs in the background. */
export interface Service {
	pid: number;
	/** The end of what it has written. */
	log(): string;
	stop(): Promise<void>;
	/** Ends it at once, as when its machine loses power. */
	kill(): Promise<void>;
}

const keptOutput = 100_000;
const startTimeout = 180_000;
const stopTimeout = 15_000;

/** Starts a program, which ends with this process, and waits until it is ready. */
export async function startService(options: ServiceOptions): Promise<Service> {
	const { command, env, stopSignal = 'SIGTERM' } = options;
	const [program, ...args] = command;
	const child = spawn(program, args, {
		env,
		// Its own process group, so that what it has started itself ends with it.
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const output = new Output(child, options);
	const kill = () => killGroup(child, 'SIGKILL');
	const stop = async (signal: NodeJS.Signals) => {
		await end(child, signal);
		process.off('exit', kill);
	};
	process.once('exit', kill);
	try {
		await output.ready();
	} catch (error) {
		kill();
		throw error;
	}
	return {
		pid: child.pid!,
		log: () => output.text,
		stop: async () => await stop(stopSignal),
		kill: async () => await stop('SIGKILL'),
	};
}

/** What a program writes: all of it in a file, the end of it at hand. */
class Output {
	text = '';

	constructor(
		private readonly child: ChildProcess,
		private readonly options: ServiceOptions,
	) {
		const log = createWriteStream(options.logFile);
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding('utf8').on('data', (text: string) => {
				this.text = (this.text + text).slice(-keptOutput);
				log.write(text);
			});
		}
		child.once('close', () => log.end());
	}

	async ready(): Promise<void> {
		const { name, readyLine } = this.options;
		await new Promise<void>((resolve, reject) => {
			const fail = (what: string) =>
				reject(new Problem(`${name} ${what} Its last words:\n${tail(this.text)}`));
			const timer = setTimeout(() => fail('did not start in time.'), startTimeout);
			const settle = (done: () => void) => () => {
				clearTimeout(timer);
				done();
			};
			const look = () => {
				if (this.text.includes(readyLine)) settle(resolve)();
			};
			this.child.stdout?.on('data', look);
			this.child.stderr?.on('data', look);
			this.child.once(
				'error',
				settle(() => fail('could not be started.')),
			);
			this.child.once(
				'close',
				settle(() => fail('stopped while starting.')),
			);
		});
	}
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	await new Promise<void>((resolve) => {
		const timer = setTimeout(() => killGroup(child, 'SIGKILL'), stopTimeout);
		child.once('close', () => {
			clearTimeout(timer);
			resolve();
		});
		killGroup(child, signal);
	});
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	try {
		process.kill(-child.pid!, signal);
	} catch {
		// The group is gone already.
	}
}
