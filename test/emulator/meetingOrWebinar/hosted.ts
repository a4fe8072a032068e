import type { Call } from '../core/context';
import type { Gathering, MeetingRecord, UserRecord, WebinarRecord } from '../core/records';
import { accountScopeMissing, requireHost } from '../oauth/access';
import { requireWebinarPlan } from '../webinars/plan';
import { findMeeting } from './agenda';
import { notAMeeting, notAWebinar } from './refusals';

/** The meeting of the path with its host, if the token may see it. */
export function theMeeting(call: Call): { meeting: MeetingRecord; host: UserRecord } {
	const meeting = findMeeting(call.context, call.params.meetingId);
	const host = meeting && call.context.store.users.get(meeting.host_id);
	if (!host) throw notAMeeting(call);
	requireOwn(call, meeting.host_id, meeting.assistant_id);
	requireHost(call, host);
	return { meeting, host };
}

/** The webinar of the path with its host, if the token may see it. */
export function theWebinar(call: Call): { webinar: WebinarRecord; host: UserRecord } {
	const reference = call.params.webinarId;
	const { webinars, users } = call.context.store;
	const webinar = webinars.get(reference) ?? webinars.find(({ uuid }) => uuid === reference)[0];
	const host = webinar && users.get(webinar.host_id);
	if (!host) throw notAWebinar(call);
	requireOwn(call, webinar.host_id);
	requireWebinarPlan(call, host);
	return { webinar, host };
}

/** The meeting or webinar of the path with its host, for routes that both have alike. */
export function theGathering(call: Call): { gathering: Gathering; host: UserRecord } {
	if ('webinarId' in call.params) {
		const { webinar, host } = theWebinar(call);
		return { gathering: webinar, host };
	}
	const { meeting, host } = theMeeting(call);
	return { gathering: meeting, host };
}

function requireOwn(call: Call, ...owners: (string | undefined)[]): void {
	if (!call.accountWide && !owners.includes(call.user?.id)) throw accountScopeMissing(call);
}
