import type { EmulatorContext } from '../../core/context';
import { present } from '../../core/http/answers';
import type { Gathering, MeetingRecord, Occurrence, UserRecord } from '../../core/records';
import { isSeries } from '../../meetingOrWebinar/agenda';
import { joinUrl, registrationUrl } from '../../meetingOrWebinar/links';
import { describeOccurrence } from '../../meetingOrWebinar/occurrences';
import { dates, documented, eventOf, operator, plan } from './wording';

/** What a meeting or webinar looks like in an event about a change. */
type View = Record<string, unknown> & { settings?: Record<string, unknown> };

/** Tells that a meeting or webinar was made, through the API or otherwise. */
export function tellCreated(
	context: EmulatorContext,
	gathering: Gathering & Pick<Partial<MeetingRecord>, 'pmi'>,
	by?: UserRecord,
	creation_source: 'open_api' | 'other' = 'open_api',
): void {
	const event = eventOf(gathering, 'created');
	context.events.happened(event, gathering.host_id, () => {
		const { password, pmi, recurrence, tracking_fields, occurrences } = gathering;
		const object = present({
			...plan(gathering),
			join_url: joinUrl(context, gathering),
			password,
			pmi: pmi === undefined ? undefined : String(pmi),
			creation_source,
			occurrences: occurrences?.map(describeOccurrence),
			settings: {
				use_pmi: false,
				...documented(event, 'payload.object.settings', gathering.settings),
			},
			recurrence,
			tracking_fields: tracking_fields.length ? tracking_fields : undefined,
		});
		return {
			payload: {
				...operator(context, by),
				operation: extent(gathering),
				object: documented(event, 'payload.object', object),
			},
		};
	});
}

/** Tells how a meeting or webinar was changed as a whole, if it was; `before` is how it was. */
export function tellUpdated(
	context: EmulatorContext,
	before: Gathering,
	gathering: Gathering,
	by?: UserRecord,
): void {
	const scope = extent(gathering);
	tellChange(context, gathering, scope, viewOf(context, before), viewOf(context, gathering), by);
}

/** Tells how one date of a series was changed, if it was; `before` is how it was. */
export function tellDateUpdated(
	context: EmulatorContext,
	gathering: Gathering,
	before: Occurrence,
	occurrence: Occurrence,
	by?: UserRecord,
): void {
	tellChange(context, gathering, 'single', dateView(before), dateView(occurrence), by);
}

/** Tells that a meeting or webinar was deleted, or one date of it. */
export function tellDeleted(
	context: EmulatorContext,
	gathering: Gathering,
	by?: UserRecord,
	occurrence?: Occurrence,
): void {
	context.events.happened(eventOf(gathering, 'deleted'), gathering.host_id, () => ({
		payload: {
			...operator(context, by),
			operation: occurrence ? 'single' : extent(gathering),
			object: present({
				...plan(gathering),
				occurrences: dates(
					occurrence ? [{ ...occurrence, status: 'available' }] : gathering.occurrences,
				),
			}),
		},
	}));
}

/** Tells that a deleted meeting is back. */
export function tellRecovered(
	context: EmulatorContext,
	meeting: MeetingRecord,
	by?: UserRecord,
): void {
	context.events.happened('meeting.recovered', meeting.host_id, () => ({
		payload: {
			...operator(context, by),
			operation: extent(meeting),
			object: present({ ...plan(meeting), occurrences: dates(meeting.occurrences) }),
		},
	}));
}

/** Tells that a meeting or webinar has begun. */
export function tellStarted(context: EmulatorContext, gathering: Gathering): void {
	context.events.happened(eventOf(gathering, 'started'), gathering.host_id, () => ({
		payload: { object: running(context, gathering) },
	}));
}

/** Tells that a meeting or webinar is over, while it still is what it was. */
export function tellEnded(context: EmulatorContext, gathering: Gathering, end_time: string): void {
	context.events.happened(eventOf(gathering, 'ended'), gathering.host_id, () => ({
		payload: { object: { ...running(context, gathering), end_time } },
	}));
}

/** The running one: its ID is a text, its start the real one, its duration the planned one. */
function running(context: EmulatorContext, gathering: Gathering): object {
	return {
		...plan(gathering),
		id: String(gathering.id),
		host_email: context.store.users.get(gathering.host_id)?.email ?? '',
		start_time: gathering.running?.start_time ?? gathering.start_time,
	};
}

/** Only what has changed is told, as it is and as it was. */
function tellChange(
	context: EmulatorContext,
	gathering: Gathering,
	scope: 'single' | 'all',
	before: View,
	after: View,
	by?: UserRecord,
): void {
	const event = eventOf(gathering, 'updated');
	context.events.happened(event, gathering.host_id, () => {
		const old = difference(before, after);
		const now = difference(after, before);
		if (!Object.keys(old).length && !Object.keys(now).length) return undefined;
		const part = ({ settings, ...values }: View) => ({
			id: gathering.id,
			...documented(event, 'payload.object', values),
			...(settings && { settings: documented(event, 'payload.object.settings', settings) }),
		});
		return {
			payload: {
				...operator(context, by),
				scope,
				object: part(now),
				old_object: part(old),
				time_stamp: context.clock.now(),
			},
		};
	});
}

function viewOf(context: EmulatorContext, gathering: Gathering): View {
	const { agenda, password, recurrence, settings, tracking_fields, occurrences } = gathering;
	const { uuid: _uuid, id: _id, ...planned } = plan(gathering);
	return present({
		...planned,
		agenda,
		password,
		registration_url: registrationUrl(context, gathering),
		occurrences: occurrences?.map(describeOccurrence),
		recurrence,
		tracking_fields,
		settings,
	});
}

function dateView(occurrence: Occurrence): View {
	const { agenda, settings } = occurrence.changes ?? {};
	return present({ occurrences: [describeOccurrence(occurrence)], agenda, settings });
}

/** What of the first is not so in the second. */
function difference({ settings, ...values }: View, from: View): View {
	const differing = (these: object, those: Record<string, unknown> = {}) =>
		Object.fromEntries(
			Object.entries(these).filter(
				([name, value]) => JSON.stringify(value) !== JSON.stringify(those[name]),
			),
		);
	const set = differing(settings ?? {}, from.settings);
	return { ...differing(values, from), ...(Object.keys(set).length && { settings: set }) };
}

/** Whether what was done concerns all dates of a series, or the one there is. */
function extent({ type }: Gathering): 'single' | 'all' {
	return isSeries(type) ? 'all' : 'single';
}
