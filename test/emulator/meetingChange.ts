import { findUser } from './access';
import { checkZone, hasTime, setSeries, startInstant } from './agenda';
import { validationFailed, ZoomError } from './answers';
import type { Call } from './desk';
import type { MeetingRecord, Occurrence, Recurrence, UserRecord } from './records';

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
	const host = findUser(call.desk.store, String(schedule_for));
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
export function keptSettings(host: UserRecord, asked: unknown): Record<string, unknown> {
	const settings = { ...(asked as Record<string, unknown> | undefined) };
	if (settings.waiting_room === true) settings.join_before_host = false;
	if (host.type !== 2) delete settings.approval_type;
	if (host.settings.in_meeting.breakout_room_schedule !== true) delete settings.breakout_room;
	return settings;
}

/** Applies an update to a meeting as a whole. */
export function changeMeeting(call: Call, meeting: MeetingRecord, host: UserRecord): void {
	const { body, desk } = call;
	checkZone(body.timezone);
	const before = meeting.start_time;
	const type = (body.type as number | undefined) ?? meeting.type;
	const recurrence = (body.recurrence as Recurrence | undefined) ?? meeting.recurrence;
	if (type === 8 && !recurrence)
		throw validationFailed({ field: 'recurrence', message: 'Invalid field.' });
	const changed = { ...meeting, type, host_id: host.id };
	for (const name of plainFields)
		if (body[name] !== undefined) Object.assign(changed, { [name]: body[name] });
	changed.settings = { ...meeting.settings, ...keptSettings(host, body.settings) };
	changed.pmi = changed.settings.use_pmi === true ? host.pmi : undefined;
	changed.start_time = hasTime(type)
		? (futureStart(call, changed.timezone) ?? before ?? meeting.created_at)
		: undefined;
	if (type !== 8) {
		changed.recurrence = undefined;
		changed.occurrences = undefined;
	} else if (body.recurrence !== undefined || changed.start_time !== before || !before) {
		setSeries(changed, recurrence as Recurrence);
	} else if (body.duration !== undefined) {
		changed.occurrences = meeting.occurrences?.map((occurrence) => ({
			...occurrence,
			duration: changed.duration,
		}));
	}
	desk.store.meetings.update(meeting.id, changed);
}

/** Applies an update to one date of a recurring meeting, which takes few fields. */
export function changeOccurrence(call: Call, meeting: MeetingRecord, occurrence: Occurrence): void {
	const { agenda, duration, settings = {} } = call.body as Partial<MeetingRecord>;
	const refused = [
		...Object.keys(call.body).filter((name) => !occurrenceFields.includes(name)),
		...Object.keys(settings)
			.filter((name) => !occurrenceSettings.includes(name))
			.map((name) => `settings.${name}`),
	];
	if (refused.length)
		throw validationFailed(...refused.map((field) => ({ field, message: 'Invalid field.' })));
	occurrence.start_time = futureStart(call, meeting.timezone) ?? occurrence.start_time;
	occurrence.duration = duration ?? occurrence.duration;
	occurrence.changes = {
		...occurrence.changes,
		...(agenda !== undefined && { agenda }),
		settings: { ...occurrence.changes?.settings, ...settings },
	};
}

/** The start asked for; Zoom silently leaves a past one, like a missing one, alone. */
function futureStart({ body, desk }: Call, zone: string): string | undefined {
	if (body.start_time === undefined) return undefined;
	const start = startInstant(String(body.start_time), zone);
	return Date.parse(start) > desk.clock.now() ? start : undefined;
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
