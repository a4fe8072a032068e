import { validationFailed, ZoomError } from '../answers';
import type { Handler } from '../desk';
import { theMeeting } from '../gatherings/hosted';
import type { ControlParams } from '../inMeeting/controls';
import { checkControl, isCallOut } from '../inMeeting/controls';
import { performControl } from '../inMeeting/performance';

/** The route that acts on a running meeting; most of what it sets off shows in events only. */
export const inMeetingHandlers: Record<string, Handler> = {
	inMeetingControl(call) {
		const { meeting, host } = theMeeting(call);
		const { method, params = {} } = call.body as { method?: string; params?: ControlParams };
		if (method === undefined)
			throw validationFailed({ field: 'method', message: 'Invalid field.' });
		if (meeting.status !== 'started' && !isCallOut(method))
			throw new ZoomError(400, 300, 'Meeting does not exist.');
		checkControl(call.desk, host, method, params);
		performControl(call, meeting, method, params);
	},
};
