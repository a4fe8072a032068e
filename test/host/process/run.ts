import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** What a finished command left behind. */
export interface Finished {
	code: number;
	stdout: string;
	stderr: string;
}

export interface RunOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
}

/** Runs a command to its end and ends it with this process; the exit code is for the caller to judge. */
export async function run(
	command: string,
	args: string[],
	options: RunOptions = {},
): Promise<Finished> {
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
		// npm goes on for a minute after a gentler signal.
		const kill = () => child.kill('SIGKILL');
		process.once('exit', kill);
		let stdout = '';
		let stderr = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
		child.once('error', reject);
		child.once('close', (code, signal) => {
			process.off('exit', kill);
			// As a shell tells of a signal.
			const signalCode = 128 + constants.signals[signal ?? 'SIGKILL'];
			resolve({ code: code ?? signalCode, stdout, stderr });
		});
	});
}

/** Runs npm, the one that started this process where there is one. */
export async function npm(args: string[], options: RunOptions = {}): Promise<Finished> {
	const script = process.env.npm_execpath;
	return script?.endsWith('npm-cli.js')
		? await run(process.execPath, [script, ...args], options)
		: await run('npm', args, options);
}

/** The last lines of a log, for an error message. */
export function tail(text: string, lines = 15): string {
	return text.trimEnd().split('\n').slice(-lines).join('\n');
}
