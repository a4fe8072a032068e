import { zoomTime } from '../core/clock';
import type { EmulatorContext } from '../core/context';
import type { UserRecord, WebinarRecord } from '../core/records';
import { hasTime, isSeries, setSeries } from '../meetingOrWebinar/agenda';

/** Adds a webinar; what is not given is as for a scheduled webinar of an hour from now. */
export function addWebinar(
	context: EmulatorContext,
	given: Partial<WebinarRecord> & { host_id: string },
): WebinarRecord {
	const now = zoomTime(context.clock.now());
	const type = given.type ?? 5;
	const webinar: WebinarRecord = {
		id: context.ids.meetingId(),
		uuid: context.ids.uuid(),
		topic: 'Zoom Webinar',
		type,
		status: 'waiting',
		duration: 60,
		timezone: context.store.users.get(given.host_id)?.timezone ?? 'UTC',
		agenda: '',
		created_at: now,
		password: context.ids.passcode(),
		tracking_fields: [],
		...given,
		settings: { ...structuredClone(newWebinarSettings), ...given.settings },
		start_time: hasTime(type) ? (given.start_time ?? now) : undefined,
	};
	if (isSeries(type)) setSeries(webinar, given.recurrence ?? { type: 1 });
	else delete webinar.recurrence;
	return context.store.webinars.insert(webinar);
}

/** Moves a user's webinars to another, or to nobody. */
export function passOnWebinars(
	context: EmulatorContext,
	from: UserRecord,
	to: UserRecord | undefined,
): void {
	for (const webinar of context.store.webinars.find(({ host_id }) => host_id === from.id)) {
		if (to) webinar.host_id = to.id;
		else context.store.webinars.delete(webinar.id);
	}
}

const newWebinarSettings: Record<string, unknown> = {
	host_video: false,
	panelists_video: false,
	practice_session: false,
	hd_video: false,
	hd_video_for_attendees: false,
	send_1080p_video_to_attendees: false,
	approval_type: 2,
	registration_type: 1,
	registrants_restrict_number: 0,
	audio: 'both',
	auto_recording: 'none',
	alternative_hosts: '',
	alternative_host_update_polls: false,
	close_registration: true,
	show_share_button: true,
	show_join_info: false,
	allow_multiple_devices: true,
	on_demand: false,
	contact_name: '',
	contact_email: '',
	email_language: 'en-US',
	panelists_invitation_email_notification: true,
	registrants_confirmation_email: true,
	registrants_email_notification: true,
	attendees_and_panelists_reminder_email_notification: { enable: true, type: 0 },
	follow_up_attendees_email_notification: { enable: false, type: 0 },
	follow_up_absentees_email_notification: { enable: false, type: 0 },
	question_and_answer: { enable: true, answer_questions: 'only' },
	post_webinar_survey: false,
	survey_url: '',
	meeting_authentication: false,
	panelist_authentication: false,
	add_watermark: false,
	add_audio_watermark: false,
	enable_session_branding: false,
	request_permission_to_unmute_participants: false,
	allow_host_control_participant_mute_state: false,
	email_in_attendee_report: true,
};
