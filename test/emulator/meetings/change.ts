import type { Call } from '../core/context';
import { invalidParameter, validationFailed, ZoomError } from '../core/http/answers';
import type { Gathering, MeetingRecord, Occurrence, Recurrence, UserRecord } from '../core/records';
import { tellDateUpdated } from '../events/announcements/gatherings';
import {
	checkZone,
	hasTime,
	isSeries,
	isWebinar,
	setSeries,
	startInstant,
} from '../meetingOrWebinar/agenda';
import { findUser } from '../oauth/access';
import { checkTemplate } from '../templates/templates';
import { checkTrackingFields } from '../trackingFields/records';

const occurrenceFields = ['agenda', 'start_time', 'duration', 'settings'];
const occurrenceSettings = [
	'host_video',
	'participant_video',
	'join_before_host',
	'mute_upon_entry',
	'waiting_room',
	'watermark',
	'auto_recording',
];

/** The user a meeting is for: `schedule_for`, else the one who asks. */
export function chosenHost(call: Call, asker: UserRecord, type: number): UserRecord {
	const { schedule_for } = call.body;
	if (schedule_for === undefined || schedule_for === '') return asker;
	const host = findUser(call.context.store, String(schedule_for));
	if (!host)
		throw new ZoomError(
			400,
			300,
			'The value that you entered in the `schedule_for` field is invalid. Enter a valid value and try again.',
		);
	if (type === 1 && host !== asker)
		throw new ZoomError(
			400,
			3000,
			"Instant meetings do not support the `schedule_for` parameter, and you can't schedule an instant meeting for another user.",
		);
	return host;
}

/** What Zoom keeps of the settings asked for; what the host may not have it drops without a word. */
export function keptSettings(
	host: UserRecord,
	type: number,
	asked: unknown,
): Record<string, unknown> {
	const settings = { ...(asked as Record<string, unknown> | undefined) };
	if (settings.waiting_room === true) settings.join_before_host = false;
	// Without a fixed time there is no registration either.
	if (host.type !== 2 || type === 3) delete settings.approval_type;
	if (host.settings.in_meeting.breakout_room_schedule !== true) delete settings.breakout_room;
	// Who is not licensed has no cloud to record to.
	if (host.type !== 2 && settings.auto_recording === 'cloud') delete settings.auto_recording;
	return settings;
}

/** Refuses a meeting made through a calendar's add-on, unless it is a scheduled one or has no fixed time. */
export function checkPreSchedule({ pre_schedule }: Call['body'], type: number): void {
	if (pre_schedule === true && ![2, 3].includes(type)) throw invalidParameter('pre_schedule');
}

/** Applies an update to a meeting as a whole. */
export function changeMeeting(call: Call, meeting: MeetingRecord, host: UserRecord): void {
	const { body, context } = call;
	checkZone(body.timezone);
	const type = (body.type as number | undefined) ?? meeting.type;
	checkPreSchedule(body, type);
	checkTrackingFields(call);
	checkTemplate(call, 'meeting', host);
	const changed = { ...meeting, type, host_id: host.id };
	for (const name of plainFields)
		if (body[name] !== undefined) Object.assign(changed, { [name]: body[name] });
	changed.settings = { ...meeting.settings, ...keptSettings(host, type, body.settings) };
	changed.pmi = changed.settings.use_pmi === true ? host.pmi : undefined;
	reschedule(call, meeting, changed);
	context.store.meetings.update(meeting.id, changed);
}

/** Gives a changed meeting or webinar its start and its dates; `before` is how it was. */
export function reschedule(call: Call, before: Gathering, changed: Gathering): void {
	const { body } = call;
	const { type } = changed;
	const start = before.start_time;
	const recurrence = (body.recurrence as Recurrence | undefined) ?? before.recurrence;
	changed.start_time = hasTime(type)
		? (futureStart(call, changed.timezone) ?? start ?? before.created_at)
		: undefined;
	if (!isSeries(type)) {
		changed.recurrence = undefined;
		changed.occurrences = undefined;
	} else if (!recurrence) {
		throw validationFailed({ field: 'recurrence', message: 'Invalid field.' });
	} else if (body.recurrence !== undefined || changed.start_time !== start || !start) {
		setSeries(changed, recurrence);
	} else if (body.duration !== undefined) {
		changed.occurrences = before.occurrences?.map((occurrence) => ({
			...occurrence,
			duration: changed.duration,
		}));
	}
}

/** Applies an update to one date of a series, which takes few fields. */
export function changeOccurrence(call: Call, gathering: Gathering, occurrence: Occurrence): void {
	const { agenda, duration, settings = {} } = call.body as Partial<MeetingRecord>;
	const before = { ...occurrence };
	const refused = [
		...Object.keys(call.body).filter((name) => !occurrenceFields.includes(name)),
		...Object.keys(settings)
			.filter((name) => !isWebinar(gathering.type) && !occurrenceSettings.includes(name))
			.map((name) => `settings.${name}`),
	];
	if (refused.length)
		throw validationFailed(...refused.map((field) => ({ field, message: 'Invalid field.' })));
	occurrence.start_time = futureStart(call, gathering.timezone) ?? occurrence.start_time;
	occurrence.duration = duration ?? occurrence.duration;
	occurrence.changes = {
		...occurrence.changes,
		...(agenda !== undefined && { agenda }),
		settings: { ...occurrence.changes?.settings, ...settings },
	};
	tellDateUpdated(call.context, gathering, before, occurrence, call.user);
}

/** The start asked for; Zoom silently leaves a past one, like a missing one, alone. */
function futureStart({ body, context }: Call, zone: string): string | undefined {
	if (body.start_time === undefined) return undefined;
	const start = startInstant(String(body.start_time), zone);
	return Date.parse(start) > context.clock.now() ? start : undefined;
}

const plainFields = [
	'topic',
	'agenda',
	'duration',
	'password',
	'pre_schedule',
	'timezone',
	'tracking_fields',
	'template_id',
	'sensitivity_label_id',
];
