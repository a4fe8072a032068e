import type { MeetingRecord, UserRecord } from './records';

/** Records of one kind under their keys, in the order they came. */
export class Collection<T extends object> {
	private records = new Map<string, T>();

	constructor(private readonly keyOf: (record: T) => string) {}

	insert(record: T): T {
		const key = this.keyOf(record);
		if (this.records.has(key)) throw new Error(`There is already a record with the key ${key}`);
		this.records.set(key, record);
		return record;
	}

	get(key: string | number): T | undefined {
		return this.records.get(String(key));
	}

	find(matches: (record: T) => boolean = () => true): T[] {
		return [...this.records.values()].filter(matches);
	}

	update(key: string | number, change: Partial<T>): T {
		const record = this.get(key);
		if (!record) throw new Error(`There is no record with the key ${key}`);
		return Object.assign(record, change);
	}

	delete(key: string | number): boolean {
		return this.records.delete(String(key));
	}

	get size(): number {
		return this.records.size;
	}

	snapshot(): T[] {
		return structuredClone(this.find());
	}

	restore(records: T[]): void {
		this.records = new Map(structuredClone(records).map((record) => [this.keyOf(record), record]));
	}
}

/** All records of the emulator at one moment. */
export interface Snapshot {
	users: UserRecord[];
	meetings: MeetingRecord[];
}

/** What the emulated Zoom account holds. */
export class Store {
	readonly users = new Collection<UserRecord>((user) => user.id);
	readonly meetings = new Collection<MeetingRecord>((meeting) => String(meeting.id));

	snapshot(): Snapshot {
		return { users: this.users.snapshot(), meetings: this.meetings.snapshot() };
	}

	restore(snapshot: Snapshot): void {
		this.users.restore(snapshot.users);
		this.meetings.restore(snapshot.meetings);
	}
}
