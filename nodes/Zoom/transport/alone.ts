import { untilAborted } from './aborted';

const queues = new Map<string, Promise<void>>();

/** Does the work when whatever else in this process goes by the same key is done; ends at once when cancelled. */
export async function alone<T>(
	key: string,
	work: () => Promise<T>,
	signal?: AbortSignal,
): Promise<T> {
	const before = queues.get(key);
	const mine = (async () => {
		await before;
		signal?.throwIfAborted();
		return await work();
	})();
	const done = mine.then(
		() => undefined,
		() => undefined,
	);
	queues.set(key, done);
	void done.then(() => {
		if (queues.get(key) === done) queues.delete(key);
	});
	return await untilAborted(mine, signal);
}
