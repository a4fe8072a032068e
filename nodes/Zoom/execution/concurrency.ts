import { settle } from '../transport/sync/settle';

/** Items to be worked on, some at a time. */
export interface Workload<Item> {
	readonly count: number;
	/** How many are worked on at once. */
	readonly limit: number;
	/** Prepares the item of one index; called in order, one at a time. What it throws is a failure of the item. */
	readonly prepare: (index: number) => Promise<Item>;
	/** Items with the same key are worked on one after the other, in order; undefined for an item that goes with any other. */
	readonly orderingKeyOf: (item: Item) => string | undefined;
	readonly perform: (item: Item) => Promise<void>;
}

/** How many items are prepared, for each that may be worked on, while another with their key is. */
const AHEAD = 5;

interface Taken<Item> {
	readonly index: number;
	readonly item: Item;
}

/**
 * Works on several items at a time. When one fails, none after it is begun, and those before it are finished.
 * @throws what the first of the failed items threw
 */
export async function forEachConcurrently<Item>(workload: Workload<Item>): Promise<void> {
	const { count, limit } = workload;
	const pool = new WorkerPool(workload);
	await Promise.all(Array.from({ length: Math.min(limit, count) }, async () => await pool.work()));
	pool.throwFirstFailure();
}

/** Workers, the items that wait for one of them, and what went wrong. */
class WorkerPool<Item> {
	private index = 0;
	private readonly failures = new Map<number, unknown>();
	/** Items that wait for another with their key, which a worker has. */
	private readonly queues = new Map<string, Array<Taken<Item>>>();
	private last: Promise<unknown> = Promise.resolve();
	/** Called when an item has ended. */
	private onEnd: () => void = () => undefined;

	constructor(private readonly workload: Workload<Item>) {}

	/** What one worker does, until nothing is left or something failed. */
	async work(): Promise<void> {
		for (let taken = await this.take(); taken; taken = await this.take()) {
			const orderingKey = this.workload.orderingKeyOf(taken.item);
			for (let next: Taken<Item> | undefined = taken; next && next.index < this.failed; ) {
				await this.perform(next);
				next = orderingKey === undefined ? undefined : this.queues.get(orderingKey)?.shift();
				this.onEnd();
			}
			if (orderingKey !== undefined) this.queues.delete(orderingKey);
		}
	}

	throwFirstFailure(): void {
		if (this.failed < Infinity) throw this.failures.get(this.failed);
	}

	/** Index of the first item that failed so far. */
	private get failed(): number {
		return Math.min(...this.failures.keys());
	}

	private async perform({ index, item }: Taken<Item>): Promise<void> {
		const done = await settle(this.workload.perform(item));
		if (done.status === 'rejected') this.failures.set(index, done.reason);
	}

	/** How many items are in all queues together, of which there are no more than workers. */
	private get queued(): number {
		return [...this.queues.values()].reduce((sum, { length }) => sum + length, 0);
	}

	/** The next item, for one worker at a time. */
	private async take(): Promise<Taken<Item> | undefined> {
		const mine = this.last.then(async () => await this.next());
		this.last = mine;
		return await mine;
	}

	/** The next item; those with a key that a worker has go to its queue. */
	private async next(): Promise<Taken<Item> | undefined> {
		const { count, limit, prepare, orderingKeyOf } = this.workload;
		while (this.index < Math.min(count, this.failed)) {
			if (this.queued >= AHEAD * limit) {
				await new Promise<void>((resolve) => (this.onEnd = resolve));
				continue;
			}
			const index = this.index++;
			const made = await settle(prepare(index));
			if (made.status === 'rejected') {
				this.failures.set(index, made.reason);
				return undefined;
			}
			const taken = { index, item: made.value };
			const orderingKey = orderingKeyOf(made.value);
			const queue = orderingKey === undefined ? undefined : this.queues.get(orderingKey);
			if (!queue) {
				if (orderingKey !== undefined) this.queues.set(orderingKey, []);
				return taken;
			}
			queue.push(taken);
		}
		return undefined;
	}
}
