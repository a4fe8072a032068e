/** A map that forgets the oldest of its entries when there are too many. */
export class LruCache<T> {
	private readonly entries = new Map<string, T>();

	constructor(private readonly most: number) {}

	get(key: string): T | undefined {
		return this.entries.get(key);
	}

	has(key: string): boolean {
		return this.entries.has(key);
	}

	delete(key: string): void {
		this.entries.delete(key);
	}

	set(key: string, value: T): void {
		this.entries.delete(key);
		this.entries.set(key, value);
		if (this.entries.size > this.most) {
			const [oldest] = this.entries.keys();
			this.entries.delete(oldest);
		}
	}
}
