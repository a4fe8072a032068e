import type { GroupRecord } from '../groups/records';
import type { PastInstance } from '../history/records';
import type { LivestreamRecord } from '../livestreams/livestreams';
import type { PollRecord } from '../polls/records';
import type { ProductRecord } from '../products/handlers';
import type { RecordingRecord } from '../recordings/records';
import type { RegistrantRecord, RegistrationForm, TrackingSource } from '../registrants/records';
import type { OperationLog, SignIn } from '../reports/records';
import type { SummaryRecord } from '../summaries/records';
import type { SurveyRecord } from '../surveys/records';
import type { PacAccount, TspAccount, TspProvider } from '../telephony/records';
import type { TemplateRecord } from '../templates/templates';
import type { TrackingField } from '../trackingFields/records';
import type { Picture } from '../users/account/picture';
import type { Assistance } from '../users/assistants/assistants';
import type { PanelistRecord } from '../webinars/panelists';
import type { MeetingRecord, UserRecord, WebinarRecord } from './records';

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

	/** Inserts the record, or puts it in the place of the one with its key. */
	put(record: T): T {
		this.records.set(this.keyOf(record), record);
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

/** The key of what a meeting or webinar has one of. */
function ofGathering({ gathering_id }: { gathering_id: number }): string {
	return String(gathering_id);
}

/** What the emulated Zoom account holds, one collection for each kind of record. */
export class Store {
	readonly users = new Collection<UserRecord>((user) => user.id);
	readonly meetings = new Collection<MeetingRecord>((meeting) => String(meeting.id));
	readonly recordings = new Collection<RecordingRecord>((recording) => recording.uuid);
	readonly webinars = new Collection<WebinarRecord>((webinar) => String(webinar.id));
	readonly registrants = new Collection<RegistrantRecord>((registrant) => registrant.id);
	readonly registrationForms = new Collection<RegistrationForm>(ofGathering);
	readonly trackingSources = new Collection<TrackingSource>((source) => source.id);
	readonly panelists = new Collection<PanelistRecord>((panelist) => panelist.id);
	readonly polls = new Collection<PollRecord>((poll) => poll.id);
	readonly surveys = new Collection<SurveyRecord>(ofGathering);
	readonly livestreams = new Collection<LivestreamRecord>(ofGathering);
	readonly templates = new Collection<TemplateRecord>((template) => template.id);
	readonly pastInstances = new Collection<PastInstance>((instance) => instance.uuid);
	readonly summaries = new Collection<SummaryRecord>((summary) => summary.meeting_uuid);
	readonly trackingFields = new Collection<TrackingField>((field) => field.id);
	readonly assistants = new Collection<Assistance>(
		({ user_id, assistant_id }) => `${user_id} ${assistant_id}`,
	);
	readonly pictures = new Collection<Picture>((picture) => picture.user_id);
	readonly groups = new Collection<GroupRecord>((group) => group.id);
	readonly tspProvider = new Collection<TspProvider>(() => 'account');
	readonly tspAccounts = new Collection<TspAccount>(({ user_id, id }) => `${user_id} ${id}`);
	readonly productRecords = new Collection<ProductRecord>((record) => record.id);
	readonly pacAccounts = new Collection<PacAccount>((account) => account.user_id);
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
