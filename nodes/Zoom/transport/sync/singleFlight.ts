import { clock } from './clock';
import { LruCache } from './lruCache';

/** Work that was begun, shared by all callers that ask for it. */
export interface Flight<T> {
	readonly result: Promise<T>;
	/** In elapsed milliseconds. */
	readonly begunAt: number;
}

/** Does work that many ask for at the same time once, and hands out its result as long as it serves. */
export class SingleFlight<T> {
	private readonly flights: LruCache<Flight<T>>;

	/** @param most keys of which the latest are remembered */
	constructor(most: number) {
		this.flights = new LruCache(most);
	}

	/**
	 * The latest result of a key if it serves, else that of new work, which is taken as it is by all who ask meanwhile. They
	 * share a failure, too, which is forgotten then.
	 */
	async run(
		key: string,
		work: () => Promise<T>,
		serves: (latest: Flight<T>) => boolean | Promise<boolean>,
	): Promise<T> {
		const known = this.flights.get(key);
		if (known && (await serves(known))) return await known.result;
		// Another caller that looked at the same one may have begun to replace it meanwhile.
		const current = this.flights.get(key);
		if (current && current !== known) return await current.result;
		const flight = { result: work(), begunAt: clock.elapsed() };
		this.flights.set(key, flight);
		flight.result.catch(() => {
			if (this.flights.get(key) === flight) this.flights.delete(key);
		});
		return await flight.result;
	}

	/** What was begun last for a key. */
	latest(key: string): Promise<T> | undefined {
		return this.flights.get(key)?.result;
	}

	/** Has the work of a key begun anew when it is asked for the next time. */
	forget(key: string): void {
		this.flights.delete(key);
	}
}
