import { zoomTime } from '../core/clock';
import type { EmulatorContext } from '../core/context';
import type { PastInstance } from './records';

type Kind = PastInstance['kind'];

/** What has to be said of an instance; the rest follows from its host and its times. */
export type NewInstance = Partial<PastInstance> &
	Pick<PastInstance, 'id' | 'kind' | 'host_id' | 'topic' | 'start_time' | 'end_time'>;

/** Adds an instance of a meeting or webinar that has taken place. */
export function addPastInstance(context: EmulatorContext, given: NewInstance): PastInstance {
	const host = context.store.users.get(given.host_id);
	return context.store.pastInstances.insert({
		uuid: given.uuid ?? context.ids.uuid(),
		type: given.kind === 'meeting' ? 2 : 5,
		user_name: host?.display_name ?? '',
		user_email: host?.email ?? '',
		dept: host?.dept ?? '',
		created_at: zoomTime(Date.parse(given.start_time) - 86_400_000),
		source: 'Zoom',
		tracking_fields: [],
		attendees: [],
		features: [],
		...given,
	});
}

/** All instances of a meeting or webinar, the earliest first. */
export function instancesOf(context: EmulatorContext, kind: Kind, id: string): PastInstance[] {
	return context.store.pastInstances
		.find((instance) => instance.kind === kind && String(instance.id) === id)
		.sort(byStart);
}

/** The instance with that UUID, or the latest one of the meeting or webinar with that ID. */
export function findInstance(
	context: EmulatorContext,
	kind: Kind,
	reference: string,
): PastInstance | undefined {
	const byUuid = context.store.pastInstances.get(reference);
	return byUuid?.kind === kind ? byUuid : instancesOf(context, kind, reference).at(-1);
}

/** Orders instances by when they began. */
export function byStart(a: PastInstance, b: PastInstance): number {
	return a.start_time.localeCompare(b.start_time) || a.id - b.id;
}

/** The minutes from beginning to end, a begun one counting as a whole. */
export function minutes({ start_time, end_time }: Pick<PastInstance, 'start_time' | 'end_time'>) {
	return Math.ceil((Date.parse(end_time) - Date.parse(start_time)) / 60_000);
}
