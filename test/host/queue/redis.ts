import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../process/ports';
import { startService } from '../process/service';
import { lifeline, program } from './programs';
import type { Store } from './store';

/** A Redis of its own on the loopback address, with nothing in it; what it has is gone when it stops. */
export async function startRedis(): Promise<Store> {
	const redis = program('redis-server', 'redis-server');
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-zoom-redis-'));
	const remove = async () => await rm(folder, { recursive: true, force: true });
	const port = await freePort();
	const password = randomUUID();
	const configuration = join(folder, 'redis.conf');
	const lines = ['bind 127.0.0.1', `port ${port}`, `requirepass ${password}`, `dir ${folder}`];
	await writeFile(configuration, [...lines, 'save ""', ''].join('\n'), { mode: 0o600 });
	try {
		const service = await startService({
			name: 'Redis',
			command: [...lifeline(), redis, configuration],
			logFile: join(folder, 'redis.log'),
			readyLine: 'Ready to accept connections',
		});
		return {
			env: {
				QUEUE_BULL_REDIS_HOST: '127.0.0.1',
				QUEUE_BULL_REDIS_PORT: String(port),
				QUEUE_BULL_REDIS_PASSWORD: password,
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
