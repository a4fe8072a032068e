import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../process/ports';
import { Problem } from '../process/problem';
import { run, tail } from '../process/run';
import { startService } from '../process/service';
import { lifeline, program } from './programs';
import type { Store } from './store';

const user = 'n8n';
const database = 'postgres';

/** A PostgreSQL of its own on the loopback address, with nothing in it; what it has is gone when it stops. */
export async function startPostgres(): Promise<Store> {
	const initdb = program('initdb', 'postgresql');
	const postgres = program('postgres', 'postgresql');
	// Not in a user folder, which is closed to other users.
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-zoom-postgres-'));
	const remove = async () => await rm(folder, { recursive: true, force: true });
	try {
		const password = randomUUID();
		const passwordFile = join(folder, 'password');
		const data = join(folder, 'data');
		await writeFile(passwordFile, password, { mode: 0o600 });
		const launcher = await launcherFor(folder);
		const access = ['--username', user, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
		const kind = ['--encoding=UTF8', '--locale=C', '--no-sync'];
		await succeed([...launcher, initdb, '--pgdata', data, ...access, ...kind]);
		const port = await freePort();
		const settings = {
			listen_addresses: '127.0.0.1',
			port,
			unix_socket_directories: '',
			// Nothing of it is to survive a crash of the machine.
			fsync: 'off',
			synchronous_commit: 'off',
		};
		const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
		const service = await startService({
			name: 'PostgreSQL',
			command: [...launcher, postgres, '-D', data, ...given],
			logFile: join(folder, 'postgres.log'),
			readyLine: 'database system is ready to accept connections',
			// Without waiting for its clients.
			stopSignal: 'SIGINT',
		});
		return {
			env: {
				DB_TYPE: 'postgresdb',
				DB_POSTGRESDB_HOST: '127.0.0.1',
				DB_POSTGRESDB_PORT: String(port),
				DB_POSTGRESDB_DATABASE: database,
				DB_POSTGRESDB_USER: user,
				DB_POSTGRESDB_PASSWORD: password,
			},
			stop: async () => {
				await service.stop();
				await remove();
			},
		};
	} catch (error) {
		await remove();
		throw error;
	}
}

/** PostgreSQL does not run as root; the package brings a user for it. */
async function launcherFor(folder: string): Promise<string[]> {
	if (process.getuid?.() !== 0) return lifeline();
	await succeed(['chown', '-R', 'postgres:postgres', folder]);
	return [...lifeline(), '--reuid=postgres', '--regid=postgres', '--init-groups'];
}

async function succeed([command, ...args]: string[]): Promise<void> {
	const { code, stdout, stderr } = await run(command, args);
	if (code !== 0) throw new Problem(`${command} failed:\n${tail(stdout + stderr)}`);
}
