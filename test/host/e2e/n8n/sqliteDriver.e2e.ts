import { join } from 'node:path';
import { sharedN8n } from '../../n8n/shared';
import { driverOptions } from '../../n8n/sqliteDriver';
import { run } from '../../process/run';

const { host } = sharedN8n();

/** A life of a small database, told in everything n8n asks of its driver. */
const program = `
const { Database, OPEN_READWRITE, OPEN_CREATE } = require('sqlite3').verbose();
const told = [];
const db = new Database(':memory:', OPEN_READWRITE | OPEN_CREATE, (error) => told.push(error));
const ask = (method, ...parameters) =>
	new Promise((resolve) => {
		db[method](...parameters, function (error, rows) {
			const { code, errno, message } = error ?? {};
			const { lastID, changes } = method === 'run' && !error ? this : {};
			told.push({ code, errno, message, rows, lastID, changes });
			resolve();
		});
	});
(async () => {
	await ask('run', 'CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE, size REAL, data BLOB)');
	const insert = 'INSERT INTO t (name, size, data) VALUES (?, ?, ?)';
	await ask('run', insert, ['5.0', 1.5, Buffer.from('bytes')]);
	await ask('run', insert, [5, true, null]);
	await ask('run', insert, ['5', 0, undefined]);
	await ask('run', insert, [new Date(0), 3000000000, 'text']);
	await ask('all', 'SELECT *, typeof(name) n, typeof(size) s, typeof(data) d FROM t WHERE id > ?', [0]);
	await ask('all', 'SELECT "unquoted" x');
	await ask('run', 'UPDATE t SET size = 9');
	await ask('run', 'NONSENSE');
	await ask('all', 'SELECT * FROM missing', []);
	await ask('close');
	console.log(JSON.stringify(told));
})();
`;

async function tell(env: NodeJS.ProcessEnv): Promise<unknown[]> {
	const { stdout, stderr } = await run(host.node, ['-e', program], {
		cwd: join(host.n8n, '../..'),
		env: { ...process.env, ...env },
	});
	if (!stdout) throw new Error(stderr);
	return JSON.parse(stdout) as unknown[];
}

describe("n8n's SQLite driver", () => {
	it('is its own, compiled on this machine', async () => {
		expect(host.driver).toBe('sqlite3');
		const { stdout } = await run(host.node, ['-p', 'require("sqlite3").VERSION'], {
			cwd: join(host.n8n, '../..'),
		});
		expect(stdout).toMatch(/^3\.\d+\.\d+\s*$/);
	});

	it('answers as its replacement does for machines without a compiler', async () => {
		const real = await tell({});
		expect(real).toHaveLength(12);
		expect(await tell({ NODE_OPTIONS: driverOptions })).toEqual(real);
	});
});
