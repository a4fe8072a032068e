import type { PastInstance } from './history/records';
import type { MeetingRecord, UserRecord, WebinarRecord } from './records';
import type { RecordingRecord } from './recordings/records';
import type { OperationLog, SignIn } from './reports/records';
import type { SummaryRecord } from './summaries/records';
import type { TrackingField } from './trackingFields/records';

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

/** What the emulated Zoom account holds, one collection for each kind of record. */
export class Store {
	readonly users = new Collection<UserRecord>((user) => user.id);
	readonly meetings = new Collection<MeetingRecord>((meeting) => String(meeting.id));
	readonly recordings = new Collection<RecordingRecord>((recording) => recording.uuid);
	readonly webinars = new Collection<WebinarRecord>((webinar) => String(webinar.id));
	readonly pastInstances = new Collection<PastInstance>((instance) => instance.uuid);
	readonly summaries = new Collection<SummaryRecord>((summary) => summary.meeting_uuid);
	readonly trackingFields = new Collection<TrackingField>((field) => field.id);
	readonly signIns = new Collection<SignIn>((entry) => `${entry.time} ${entry.email}`);
	readonly operationLogs = new Collection<OperationLog>((entry) => String(entry.id));

	snapshot(): Snapshot {
		const entries = Object.entries(this.collections()).map(([kind, each]) => [
			kind,
			each.snapshot(),
		]);
		return Object.fromEntries(entries) as Snapshot;
	}

	/** Puts the records back; kinds the snapshot does not have are emptied. */
	restore(snapshot: Partial<Snapshot>): void {
		const kept: Record<string, object[] | undefined> = snapshot;
		for (const [kind, each] of Object.entries(this.collections())) each.restore(kept[kind] ?? []);
	}

	private collections(): Record<string, Collection<object>> {
		return { ...this } as unknown as Record<string, Collection<object>>;
	}
}

/** All records of the emulator at one moment. */
export type Snapshot = {
	[Kind in Exclude<keyof Store, 'snapshot' | 'restore'>]: ReturnType<Store[Kind]['snapshot']>;
};
