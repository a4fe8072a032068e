import type { Call } from '../core/context';
import { noSuchMeeting, ZoomError } from '../core/http/answers';

/** The routes that answer a missing meeting in their own way. */
const missing: Record<string, [number, string]> = {
	meetingRegistrantCreate: [1001, 'Meeting does not exist: {id}.'],
	meetingPolls: [404, 'Meeting Poll not found'],
	meetingPollCreate: [404, 'Meeting not found'],
	meetingPollGet: [404, 'Meeting Poll not found.'],
	meetingPollDelete: [404, 'Meeting poll not found.'],
	inMeetingControl: [3001, 'Meeting {id} is not found or has expired.'],
};

/** The routes that refuse a webinar's ID in other words than most. */
const webinarsRefused: Record<string, [number, string]> = {
	meeting: [3000, 'Cannot access webinar info.'],
	meetingRegistrants: [300, 'Cannot access webinar info.'],
	meetingRegistrantCreate: [3000, 'Cannot access meeting info.'],
	meetingRegistrantGet: [3000, 'Cannot access webinar info.'],
	meetingregistrantdelete: [3000, 'Cannot access webinar info.'],
	meetingLiveStreamUpdate: [3000, 'Cannot access webinar info.'],
	meetingLiveStreamStatusUpdate: [3000, 'Cannot access webinar info.'],
	createBatchPolls: [3000, 'Cannot access meeting information.'],
};

/** Zoom's answer where the path names no meeting: nothing at all, or a webinar. */
export function notAMeeting({ context, params, route }: Call): ZoomError {
	const id = params.meetingId;
	if (context.store.webinars.get(id)) {
		const [code, message] = webinarsRefused[route.operationId] ?? [
			3000,
			'Cannot access webinar information.',
		];
		return new ZoomError(400, code, message);
	}
	const own = missing[route.operationId];
	return own ? new ZoomError(404, own[0], own[1].replace('{id}', id)) : noSuchMeeting(id);
}

/** Zoom's answer where the path names no webinar: nothing at all, or a meeting. */
export function notAWebinar({ context, params }: Call): ZoomError {
	const id = params.webinarId;
	if (context.store.meetings.get(id)) return new ZoomError(400, 300, 'Invalid webinar ID.');
	return new ZoomError(404, 3001, `Webinar does not exist: ${id}.`);
}
