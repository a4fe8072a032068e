import { createHash } from 'node:crypto';
import type { EmulatorContext } from '../../core/context';
import { present } from '../../core/http/answers';
import type { Gathering } from '../../core/records';
import { shownEmail } from '../../history/attendance';
import type { Attendee, Stay } from '../../history/records';
import { eventOf, plan } from './wording';

/** Tells that somebody has come to a running meeting or webinar. */
export function tellJoined(
	context: EmulatorContext,
	gathering: Gathering,
	attendee: Attendee,
	stay: Stay,
): void {
	tell(context, gathering, 'participant_joined', attendee, stay, { join_time: stay.join_time });
}

/** Tells that somebody has left, and why in Zoom's words. */
export function tellLeft(
	context: EmulatorContext,
	gathering: Gathering,
	attendee: Attendee,
	stay: Stay,
	reason = `${attendee.name} left the meeting.`,
): void {
	tell(context, gathering, 'participant_left', attendee, stay, {
		leave_time: stay.leave_time,
		leave_reason: reason,
	});
}

/** Who somebody is for as long as this one instance runs, however often they come back. */
export function participantUuid({ uuid }: Gathering, { name }: Attendee): string {
	const hex = createHash('sha256').update(`${uuid} ${name}`).digest('hex').toUpperCase();
	return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function tell(
	context: EmulatorContext,
	gathering: Gathering,
	what: string,
	attendee: Attendee,
	{ user_id }: Stay,
	times: Record<string, string | undefined>,
): void {
	context.events.happened(eventOf(gathering, what), gathering.host_id, () => ({
		payload: {
			object: {
				...plan(gathering),
				id: String(gathering.id),
				start_time: gathering.running?.start_time ?? gathering.start_time,
				participant: present({
					user_id,
					user_name: attendee.name,
					id: attendee.zoom_id ?? '',
					participant_user_id: attendee.zoom_id ?? '',
					participant_uuid: participantUuid(gathering, attendee),
					registrant_id: attendee.registrant_id,
					email: shownEmail(context, attendee),
					...times,
				}),
			},
		},
	}));
}
