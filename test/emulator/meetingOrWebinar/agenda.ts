import { DateTime, IANAZone } from 'luxon';
import { zoomTime } from '../core/clock';
import type { EmulatorContext } from '../core/context';
import { invalidParameter, validationFailed } from '../core/http/answers';
import type { Gathering, MeetingRecord, Occurrence, Recurrence, UserRecord } from '../core/records';
import { occurrenceStarts, recurrenceErrors } from './recurrence';

/** Adds a meeting; what is not given is as for a scheduled meeting of an hour from now. */
export function addMeeting(
	context: EmulatorContext,
	given: Partial<MeetingRecord> & { host_id: string },
): MeetingRecord {
	const now = zoomTime(context.clock.now());
	const type = given.type ?? 2;
	const timezone = given.timezone ?? context.store.users.get(given.host_id)?.timezone ?? 'UTC';
	const meeting: MeetingRecord = {
		id: context.ids.meetingId(),
		uuid: context.ids.uuid(),
		topic: 'Zoom Meeting',
		type,
		status: 'waiting',
		duration: 60,
		timezone,
		agenda: '',
		created_at: now,
		password: context.ids.passcode(),
		pre_schedule: false,
		tracking_fields: [],
		...given,
		settings: { ...structuredClone(newMeetingSettings), ...given.settings },
		// Only meetings with a time have one; Zoom gives one that was not asked for a time of its own.
		start_time: hasTime(type) ? (given.start_time ?? now) : undefined,
	};
	if (type === 8) setSeries(meeting, given.recurrence ?? { type: 1 });
	else delete meeting.recurrence;
	return context.store.meetings.insert(meeting);
}

/** Whether meetings or webinars of that type have a start time. */
export function hasTime(type: number): boolean {
	return isSeries(type) || type === 2 || type === 5;
}

/** Whether that type is a webinar's. */
export function isWebinar(type: number): boolean {
	return type === 5 || type === 6 || type === 9;
}

/** Whether meetings or webinars of that type recur at fixed times. */
export function isSeries(type: number): boolean {
	return type === 8 || type === 9;
}

/** The instant a `start_time` means: with `Z` itself, without as wall time in the zone. */
export function startInstant(text: string, zone: string): string {
	return zoomTime(DateTime.fromISO(text, { zone }).toMillis());
}

/** The start of what is being made: Zoom puts now in place of one that is over. */
export function comingStart({ clock }: EmulatorContext, text: string, zone: string): string {
	const start = startInstant(text, zone);
	return Date.parse(start) > clock.now() ? start : zoomTime(clock.now());
}

/** Refuses a time zone that is none. */
export function checkZone(zone: unknown): void {
	if (zone !== undefined && !IANAZone.isValidZone(String(zone))) throw invalidParameter('timezone');
}

/** Makes the meeting or webinar recur: its occurrences follow from its start, its zone and the rule. */
export function setSeries(meeting: Gathering, recurrence: Recurrence): void {
	const errors = recurrenceErrors(recurrence);
	if (errors.length) throw validationFailed(...errors);
	const start = Date.parse(meeting.start_time ?? '');
	const starts = occurrenceStarts(recurrence, start, meeting.timezone);
	if (!starts.length) throw invalidParameter('recurrence.end_date_time');
	meeting.recurrence = { repeat_interval: 1, ...recurrence };
	meeting.occurrences = starts.map((at) => ({
		occurrence_id: String(at),
		start_time: zoomTime(at),
		duration: meeting.duration,
		status: 'available',
	}));
	meeting.start_time = zoomTime(starts[0]);
}

/** The dates on which the meeting takes place, the whole meeting being one where it does not recur. */
export function datesOf(meeting: Gathering): Pick<Occurrence, 'start_time' | 'duration'>[] {
	if (meeting.occurrences)
		return meeting.occurrences.filter(({ status }) => status === 'available');
	const { start_time, duration } = meeting;
	return start_time ? [{ start_time, duration }] : [];
}

/** The meeting with that ID, or with the UUID of its present instance, unless it lies in the trash. */
export function findMeeting(
	context: EmulatorContext,
	reference: string,
): MeetingRecord | undefined {
	const byId = context.store.meetings.get(reference);
	const meeting = byId ?? context.store.meetings.find(({ uuid }) => uuid === reference)[0];
	return meeting?.deleted ? undefined : meeting;
}

/** Moves a user's meetings to another, or to nobody. */
export function passOnMeetings(
	context: EmulatorContext,
	from: UserRecord,
	to: UserRecord | undefined,
): void {
	for (const meeting of context.store.meetings.find(({ host_id }) => host_id === from.id)) {
		if (to) meeting.host_id = to.id;
		else context.store.meetings.delete(meeting.id);
	}
}

const newMeetingSettings: Record<string, unknown> = {
	host_video: false,
	participant_video: false,
	join_before_host: false,
	jbh_time: 0,
	mute_upon_entry: false,
	watermark: false,
	use_pmi: false,
	approval_type: 2,
	audio: 'both',
	auto_recording: 'none',
	alternative_hosts: '',
	alternative_hosts_email_notification: true,
	alternative_host_update_polls: false,
	close_registration: false,
	show_share_button: false,
	allow_multiple_devices: false,
	registrants_confirmation_email: true,
	registrants_email_notification: true,
	waiting_room: false,
	request_permission_to_unmute_participants: false,
	meeting_authentication: false,
	encryption_type: 'enhanced_encryption',
	approved_or_denied_countries_or_regions: { enable: false },
	breakout_room: { enable: false },
	internal_meeting: false,
	continuous_meeting_chat: { enable: false },
	participant_focused_meeting: false,
	push_change_to_calendar: false,
	resources: [],
	email_notification: true,
	focus_mode: false,
	private_meeting: false,
	host_save_video_order: false,
	device_testing: false,
	auto_start_meeting_summary: false,
	auto_start_ai_companion_questions: false,
};
