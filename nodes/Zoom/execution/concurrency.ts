/** Jobs to be done, some at a time. */
export interface Workload<Job> {
	readonly count: number;
	/** How many jobs are under way at once. */
	readonly most: number;
	/** Makes the job of one index ready; asked in order, one at a time. What it throws is a failure of the job. */
	readonly ready: (index: number) => Promise<Job>;
	/** Jobs of one lane are done one after the other, in order; undefined for a job that goes with any other. */
	readonly laneOf: (job: Job) => string | undefined;
	readonly perform: (job: Job) => Promise<void>;
}

/** How many jobs are made ready, for each that may be under way, before their lane is free. */
const AHEAD = 5;

interface Taken<Job> {
	readonly index: number;
	readonly job: Job;
}

/**
 * Performs the jobs side by side. When one fails none behind it is begun, and those before it are seen through.
 * @throws what the first of the failed jobs threw
 */
export async function sideBySide<Job>(workload: Workload<Job>): Promise<void> {
	const { count, most } = workload;
	const crew = new Crew(workload);
	await Promise.all(Array.from({ length: Math.min(most, count) }, async () => await crew.work()));
	crew.throwFirstFailure();
}

/** Workers, the jobs that wait for one of them, and what went wrong. */
class Crew<Job> {
	private index = 0;
	private readonly failures = new Map<number, unknown>();
	/** Jobs of the lanes that somebody works on. */
	private readonly queues = new Map<string, Array<Taken<Job>>>();
	private last: Promise<unknown> = Promise.resolve();
	/** Called when a job has ended. */
	private onEnd: () => void = () => undefined;

	constructor(private readonly workload: Workload<Job>) {}

	/** What one worker does, until nothing is left or something failed. */
	async work(): Promise<void> {
		for (let taken = await this.take(); taken; taken = await this.take()) {
			const lane = this.workload.laneOf(taken.job);
			for (let next: Taken<Job> | undefined = taken; next && next.index < this.failed; ) {
				await this.perform(next);
				next = lane === undefined ? undefined : this.queues.get(lane)?.shift();
				this.onEnd();
			}
			if (lane !== undefined) this.queues.delete(lane);
		}
	}

	throwFirstFailure(): void {
		if (this.failed < Infinity) throw this.failures.get(this.failed);
	}

	/** Index of the first job that failed so far. */
	private get failed(): number {
		return Math.min(...this.failures.keys());
	}

	private async perform({ index, job }: Taken<Job>): Promise<void> {
		const [done] = await Promise.allSettled([this.workload.perform(job)]);
		if (done.status === 'rejected') this.failures.set(index, done.reason);
	}

	/** How many jobs are in all queues together, of which there are no more than workers. */
	private get queued(): number {
		return [...this.queues.values()].reduce((sum, { length }) => sum + length, 0);
	}

	/** The next job, for one worker at a time. */
	private async take(): Promise<Taken<Job> | undefined> {
		const mine = this.last.then(async () => await this.next());
		this.last = mine;
		return await mine;
	}

	/** The next job; those of a lane that somebody works on go to its queue. */
	private async next(): Promise<Taken<Job> | undefined> {
		const { count, most, ready, laneOf } = this.workload;
		while (this.index < Math.min(count, this.failed)) {
			if (this.queued >= AHEAD * most) {
				await new Promise<void>((resolve) => (this.onEnd = resolve));
				continue;
			}
			const index = this.index++;
			const [made] = await Promise.allSettled([ready(index)]);
			if (made.status === 'rejected') {
				this.failures.set(index, made.reason);
				return undefined;
			}
			const taken = { index, job: made.value };
			const lane = laneOf(made.value);
			const queue = lane === undefined ? undefined : this.queues.get(lane);
			if (!queue) {
				if (lane !== undefined) this.queues.set(lane, []);
				return taken;
			}
			queue.push(taken);
		}
		return undefined;
	}
}
