import type { Handler } from '../core/context';
import { validationFailed, ZoomError } from '../core/http/answers';
import { theMeeting } from '../meetingOrWebinar/hosted';
import type { ControlParams } from './controls';
import { checkControl, isCallOut } from './controls';
import { performControl } from './performance';

/** The route that acts on a running meeting; most of what it sets off shows in events only. */
export const inMeetingHandlers: Record<string, Handler> = {
	inMeetingControl(call) {
		const { meeting, host } = theMeeting(call);
		const { method, params = {} } = call.body as { method?: string; params?: ControlParams };
		if (method === undefined)
			throw validationFailed({ field: 'method', message: 'Invalid field.' });
		if (meeting.status !== 'started' && !isCallOut(method))
			throw new ZoomError(400, 300, 'Meeting does not exist.');
		checkControl(call.context, host, method, params);
		performControl(call, meeting, method, params);
	},
};
