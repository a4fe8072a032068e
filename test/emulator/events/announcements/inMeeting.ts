import { zoomTime } from '../../core/clock';
import type { EmulatorContext } from '../../core/context';
import { present } from '../../core/http/answers';
import type { Gathering, UserRecord } from '../../core/records';
import type { ControlParams } from '../../inMeeting/controls';
import type { LivestreamRecord } from '../../livestreams/livestreams';
import { identity, operator, plan } from './wording';

/** Tells that a meeting is streamed now, or no longer. */
export function tellLivestream(
	context: EmulatorContext,
	gathering: Gathering,
	{ page_url, resolution, stream_key, stream_url }: LivestreamRecord,
	what: 'started' | 'stopped',
	by?: UserRecord,
): void {
	context.events.happened(`meeting.live_streaming_${what}`, gathering.host_id, () => ({
		payload: {
			...operator(context, by),
			object: {
				...plan(gathering),
				start_time: gathering.running?.start_time ?? gathering.start_time,
				live_streaming: {
					service: 'Custom_Live_Streaming_Service',
					custom_live_streaming_settings: present({
						stream_url,
						stream_key,
						page_url,
						resolution,
					}),
					date_time: zoomTime(context.clock.now()),
				},
			},
		},
	}));
}

/** Tells that a user was invited into a running meeting. */
export function tellInvited(
	context: EmulatorContext,
	gathering: Gathering,
	invited: UserRecord,
	by?: UserRecord,
): void {
	const { id, uuid, host_id, topic } = gathering;
	context.events.happened('meeting.invitation_dispatched', host_id, () => ({
		payload: {
			...operator(context, by),
			object: {
				id: String(id),
				uuid,
				host_id,
				topic,
				participant: { participant_user_id: invited.id, email: invited.email },
			},
		},
	}));
}

/** Tells that somebody's telephone, or a room's system, rings. */
export function tellRinging(
	context: EmulatorContext,
	gathering: Gathering,
	{ call_type, device_ip, invitee_name = '', phone_number = '' }: ControlParams,
	by?: UserRecord,
): void {
	const { id, uuid, host_id } = identity(gathering);
	const room = device_ip !== undefined;
	const event = `meeting.participant_${room ? 'room_system' : 'phone'}_callout_ringing`;
	context.events.happened(event, host_id, () => ({
		payload: {
			object: {
				id,
				uuid,
				host_id,
				...(room && {
					message_id: `${id}-${context.clock.now()}`,
					inviter_name: by?.display_name ?? '',
				}),
				participant: room
					? { call_type, device_ip }
					: { invitee_name, phone_number: Number(phone_number.replace(/\D/g, '')) },
			},
		},
	}));
}

/** Tells that AI Companion listens, or no longer does. */
export function tellCompanion(
	context: EmulatorContext,
	{ id, uuid, host_id }: Gathering,
	what: 'started' | 'stopped',
	mode: 'questions' | 'summary' | 'all',
): void {
	context.events.happened(`meeting.ai_companion_${what}`, host_id, () => ({
		payload: {
			object: {
				meeting_number: id,
				meeting_uuid: uuid,
				host_id,
				ai_companion: { questions: mode !== 'summary', summary: mode !== 'questions' },
			},
		},
	}));
}
