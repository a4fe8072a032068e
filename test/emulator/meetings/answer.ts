import type { EmulatorContext } from '../core/context';
import { present } from '../core/http/answers';
import { jwtShaped } from '../core/identifiers';
import type { MeetingRecord, Occurrence } from '../core/records';
import {
	digitPasscode,
	encryptedPasscode,
	joinUrl,
	registrationUrl,
} from '../meetingOrWebinar/links';
import { shownOccurrences } from '../meetingOrWebinar/occurrences';

/** Which side of a recurring meeting to show: one date of it, or its past dates too. */
export interface MeetingView {
	occurrence?: Occurrence;
	previous?: boolean;
}

/** A meeting as Zoom answers it to create and get. */
export function describeMeeting(
	context: EmulatorContext,
	meeting: MeetingRecord,
	view: MeetingView = {},
): object {
	const { occurrence } = view;
	const host = context.store.users.get(meeting.host_id);
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
		start_url: `${context.url}/s/${meeting.id}?zak=${jwtShaped({ uid: meeting.host_id })}`,
		join_url: joinUrl(context, meeting),
		registration_url: registrationUrl(context, meeting),
		password: meeting.password,
		h323_password: digitPasscode(meeting),
		pstn_password: digitPasscode(meeting),
		encrypted_password: encryptedPasscode(meeting),
		pmi: meeting.pmi === undefined ? undefined : String(meeting.pmi),
		pre_schedule: meeting.pre_schedule,
		occurrences: shownOccurrences(context, meeting, view.previous === true),
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
