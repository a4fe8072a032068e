import { time } from './transport/time';

/** Jobs to be done, some at a time. */
export interface Workload<Job> {
	readonly count: number;
	/** How many jobs are under way at once. */
	readonly most: number;
	/** Makes the job of one index ready; asked in order, one at a time. */
	readonly ready: (index: number) => Promise<Job>;
	/** Jobs of one lane are done one after the other, in order; undefined for a job that goes with any other. */
	readonly laneOf: (job: Job) => string | undefined;
	readonly perform: (job: Job) => Promise<void>;
}

// So that a long row of jobs in one lane does not keep n8n from everything else while they are made ready.
const BREATH = 50;

/**
 * Performs the jobs side by side. When one fails no further one is begun, and those under way are seen through.
 * @throws what the first of the failed jobs threw
 */
export async function sideBySide<Job>(workload: Workload<Job>): Promise<void> {
	const { count, most, laneOf, perform } = workload;
	const failures = new Map<number, unknown>();
	const queues = new Map<string, Array<Taken<Job>>>();
	const take = taker(workload, queues);

	const work = async ({ index, job }: Taken<Job>) => {
		const [done] = await Promise.allSettled([perform(job)]);
		if (done.status === 'rejected') failures.set(index, done.reason);
	};
	const worker = async () => {
		for (;;) {
			const taken = failures.size === 0 ? await take() : undefined;
			if (!taken) return;
			const lane = laneOf(taken.job);
			for (let next: Taken<Job> | undefined = taken; next && failures.size === 0; ) {
				await work(next);
				next = lane === undefined ? undefined : queues.get(lane)?.shift();
			}
			if (lane !== undefined) queues.delete(lane);
		}
	};
	await Promise.all(Array.from({ length: Math.min(most, count) }, worker));
	if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
}

interface Taken<Job> {
	readonly index: number;
	readonly job: Job;
}

/** Hands out the jobs in order; those of a lane that somebody works on go to its queue. */
function taker<Job>(
	{ count, ready, laneOf }: Workload<Job>,
	queues: Map<string, Array<Taken<Job>>>,
): () => Promise<Taken<Job> | undefined> {
	let index = 0;
	const next = async (): Promise<Taken<Job> | undefined> => {
		while (index < count) {
			const taken = { index, job: await ready(index) };
			index++;
			const lane = laneOf(taken.job);
			const queue = lane === undefined ? undefined : queues.get(lane);
			if (!queue) {
				if (lane !== undefined) queues.set(lane, []);
				return taken;
			}
			queue.push(taken);
			if (queue.length % BREATH === 0) await time.sleep(0);
		}
		return undefined;
	};
	let last: Promise<unknown> = Promise.resolve();
	return async () => {
		const mine = last.then(next);
		last = mine.catch(() => undefined);
		return await mine;
	};
}
