import type { Call } from '../core/context';
import { ZoomError } from '../core/http/answers';
import type { Gathering } from '../core/records';
import { isWebinar } from '../meetingOrWebinar/agenda';

/** Zoom's answer where the host's settings have no polls. */
export function pollsOff({ type }: Gathering): ZoomError {
	const kind = isWebinar(type) ? 'Webinar' : 'Meeting';
	return new ZoomError(
		400,
		4400,
		`${kind} polls disabled. To enable this feature, enable the "${kind} Polls/Quizzes" setting in the Zoom web portal's "Settings" interface.`,
	);
}

/** Zoom's answer where the host's settings have only simple polls. */
export function advancedPollsOff({ type }: Gathering): ZoomError {
	const kind = isWebinar(type) ? 'webinar' : 'meeting';
	return new ZoomError(
		400,
		4400,
		`Advanced ${kind} polls disabled. To enable this feature, enable the "Allow host to create advanced polls and quizzes" setting in the Zoom web portal's "Settings" interface.`,
	);
}

/** Zoom's answer where no poll has that ID. */
export function noSuchPoll({ route }: Call, { type }: Gathering): ZoomError {
	if (isWebinar(type)) return new ZoomError(400, 4400, 'Invalid poll IDs.');
	const messages: Record<string, string> = {
		meetingPollGet: 'Meeting Poll not found.',
		meetingPollDelete: 'Meeting poll not found.',
	};
	return new ZoomError(404, 404, messages[route.operationId] ?? 'Meeting Poll not found');
}
