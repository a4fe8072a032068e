import type { Call } from '../core/context';
import type { Gathering } from '../core/records';
import { tellCompanion, tellInvited, tellRinging } from '../events/announcements/inMeeting';
import { participantUuid } from '../events/announcements/participants';
import { controlRecording } from '../history/running/recording';
import { leaveMeeting, runningNow } from '../history/running/running';
import { findUser } from '../oauth/access';
import type { ControlParams } from './controls';

/** Does what a control asks for, as far as the emulator knows what it is about. */
export function performControl(
	{ context, user }: Call,
	meeting: Gathering,
	method: string,
	params: ControlParams,
): void {
	const { ai_companion_mode = 'all', contacts = [], participant_uuid } = params;
	const [subject, action] = method.split('.');
	if (subject === 'recording') {
		runningNow(context, meeting);
		controlRecording(context, meeting, action as 'start' | 'stop' | 'pause' | 'resume');
	} else if (method === 'participant.invite') {
		for (const { id, email = '' } of contacts) {
			const invited = findUser(context.store, id ?? email);
			if (invited) tellInvited(context, meeting, invited, user);
		}
	} else if (method.endsWith('callout')) tellRinging(context, meeting, params, user);
	else if (method === 'participant.remove') remove(context, meeting, participant_uuid);
	else if (subject === 'ai_companion')
		tellCompanion(context, meeting, action === 'start' ? 'started' : 'stopped', ai_companion_mode);
}

function remove(context: Call['context'], meeting: Gathering, uuid: string | undefined): void {
	const attendee = runningNow(context, meeting).attendees.find(
		(each) => participantUuid(meeting, each) === uuid,
	);
	const isThere = attendee?.stays.some(({ leave_time }) => leave_time === undefined);
	if (attendee && isThere) leaveMeeting(context, meeting, attendee.name, 'Removed by host.');
}
