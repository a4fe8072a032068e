import { createHash } from 'node:crypto';
import { present } from './answers';
import type { Desk } from './desk';
import { jwtShaped } from './identifiers';
import type { MeetingRecord, Occurrence } from './records';

/** Which side of a recurring meeting to show: one date of it, or its past dates too. */
export interface MeetingView {
	occurrence?: Occurrence;
	previous?: boolean;
}

/** A meeting as Zoom answers it to create and get. */
export function describeMeeting(
	desk: Desk,
	meeting: MeetingRecord,
	view: MeetingView = {},
): object {
	const { occurrence } = view;
	const host = desk.store.users.get(meeting.host_id);
	return present({
		uuid: meeting.uuid,
		id: meeting.id,
		host_id: meeting.host_id,
		host_email: host?.email,
		assistant_id: meeting.assistant_id,
		topic: meeting.topic,
		type: meeting.type,
		status: meeting.status,
		start_time: occurrence?.start_time ?? meeting.start_time,
		duration: meeting.type === 3 ? undefined : (occurrence?.duration ?? meeting.duration),
		timezone: meeting.timezone,
		agenda: occurrence?.changes?.agenda ?? meeting.agenda,
		created_at: meeting.created_at,
		start_url: `${desk.url}/s/${meeting.id}?zak=${jwtShaped({ uid: meeting.host_id })}`,
		join_url: joinUrl(desk, meeting),
		registration_url: registers(meeting)
			? `${desk.url}/meeting/register/${digest(`register ${meeting.id}`)}`
			: undefined,
		password: meeting.password,
		h323_password: digits(meeting.password),
		pstn_password: digits(meeting.password),
		encrypted_password: encryptedPassword(meeting),
		pmi: meeting.pmi === undefined ? undefined : String(meeting.pmi),
		pre_schedule: meeting.pre_schedule,
		occurrences: shownOccurrences(desk, meeting, view),
		recurrence: meeting.recurrence,
		settings: { ...meeting.settings, ...occurrence?.changes?.settings },
		tracking_fields: meeting.tracking_fields.length
			? meeting.tracking_fields.map((field) => ({ visible: true, ...field }))
			: undefined,
		template_id: meeting.template_id,
		sensitivity_label_id: meeting.sensitivity_label_id,
		creation_source: 'open_api',
	});
}

/** The link by which anyone joins; the emulator shows a page there. */
export function joinUrl(desk: Desk, meeting: MeetingRecord): string {
	const secret = encryptedPassword(meeting);
	return `${desk.url}/j/${meeting.pmi ?? meeting.id}${secret && `?pwd=${secret}`}`;
}

function shownOccurrences(
	desk: Desk,
	meeting: MeetingRecord,
	view: MeetingView,
): object[] | undefined {
	const now = desk.clock.now();
	return meeting.occurrences
		?.filter(
			({ start_time, duration }) =>
				view.previous || Date.parse(start_time) + duration * 60_000 > now,
		)
		.map(({ occurrence_id, start_time, duration, status }) => ({
			occurrence_id,
			start_time,
			duration,
			status,
		}));
}

function registers({ settings }: MeetingRecord): boolean {
	return settings.approval_type === 0 || settings.approval_type === 1;
}

function encryptedPassword({ id, password }: MeetingRecord): string {
	return password && `${digest(`${id} ${password}`)}.1`;
}

/** The passcode for telephones, which have digits only. */
function digits(password: string): string {
	if (/^\d*$/.test(password)) return password;
	return String(createHash('sha256').update(password).digest().readUInt32BE(0)).slice(0, 6);
}

function digest(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, 30);
}
