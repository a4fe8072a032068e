import { untilAborted } from '../../host/cancellation';
import { processState } from '../../host/processState';

const queues = processState('work that runs alone', () => new Map<string, Promise<unknown>>());

/**
 * Does the work when whatever else in this process goes by the same key is done. Waiting for that ends at once when
 * cancelled; work that was begun ends itself, so that it can tell what it may have done.
 */
export async function runExclusive<T>(
	key: string,
	work: () => Promise<T>,
	signal?: AbortSignal,
): Promise<T> {
	const before = queues().get(key);
	const mine = (async () => {
		await untilAborted(Promise.resolve(before), signal);
		return await work();
	})();
	const done = Promise.allSettled([before, mine]);
	queues().set(key, done);
	void done.then(() => {
		if (queues().get(key) === done) queues().delete(key);
	});
	return await mine;
}
