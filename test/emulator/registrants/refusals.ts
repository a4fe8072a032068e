import type { Call } from '../core/context';
import { ZoomError } from '../core/http/answers';
import type { Gathering } from '../core/records';
import { isWebinar } from '../meetingOrWebinar/agenda';

const forMeetings: Record<string, [number, number]> = {
	meetingRegistrantCreate: [404, 404],
	addBatchRegistrants: [400, 404],
};

/** Zoom's answer where nobody has to register; status and code differ from route to route. */
export function registrationOff({ route }: Call, { id, type }: Gathering): ZoomError {
	const { operationId } = route;
	const forMeeting = `Registration has not been enabled for this meeting: ${id}.`;
	if (!isWebinar(type)) {
		const [status, code] = forMeetings[operationId] ?? [400, 300];
		return new ZoomError(status, code, forMeeting);
	}
	if (operationId === 'webinarRegistrantStatus') return new ZoomError(400, 300, forMeeting);
	return new ZoomError(
		400,
		3000,
		operationId === 'webinarRegistrantCreate'
			? `This webinar does not have registration as required: ${id}.`
			: `Registration has not been enabled for this webinar: ${id}.`,
	);
}

/** Zoom's answer where no registrant has that ID. */
export function noSuchRegistrant({ route }: Call, id: string): ZoomError {
	if (route.operationId === 'webinarRegistrantGet')
		return new ZoomError(400, 3079, `This registrant does not exist: ${id}.`);
	if (route.operationId === 'deleteWebinarRegistrant')
		return new ZoomError(400, 3000, `Registrant ${id} was not found.`);
	return new ZoomError(
		400,
		300,
		'The value that you entered for the Registrant ID field is invalid. Enter a valid value and try again.',
	);
}

/** Zoom's answer when the meeting or webinar lies in the past. */
export function tooLate({ type }: Gathering, batch: boolean): ZoomError {
	const messages = {
		meeting:
			'Meeting is over, you can not register now. If you have any questions, please contact the Meeting host.',
		webinar:
			'Webinar is over, you cannot register now. If you have any questions, contact the webinar host.',
		webinarBatch:
			"The webinar is over. You cannot register now. If you have any questions, contact the webinar's host.",
	};
	const webinar = batch ? messages.webinarBatch : messages.webinar;
	return new ZoomError(400, 3038, isWebinar(type) ? webinar : messages.meeting);
}

/** Zoom's answer when no more people fit in; approving more for a webinar has another code. */
export function full({ route }: Call, { type }: Gathering): ZoomError {
	const code = route.operationId === 'webinarRegistrantStatus' ? 3035 : 3043;
	const kind = isWebinar(type) ? 'Webinar' : 'Meeting';
	return new ZoomError(400, code, `${kind} has reached maximum attendee capacity.`);
}
