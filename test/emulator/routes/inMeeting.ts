import { validationFailed, ZoomError } from '../answers';
import type { Handler } from '../desk';
import { theMeeting } from '../gatherings/hosted';
import type { ControlParams } from '../inMeeting/controls';
import { checkControl, isCallOut } from '../inMeeting/controls';

/** The route that acts on a running meeting; what it sets off has no trace in other answers. */
export const inMeetingHandlers: Record<string, Handler> = {
	inMeetingControl(call) {
		const { meeting, host } = theMeeting(call);
		const { method, params = {} } = call.body as { method?: string; params?: ControlParams };
		if (method === undefined)
			throw validationFailed({ field: 'method', message: 'Invalid field.' });
		if (meeting.status !== 'started' && !isCallOut(method))
			throw new ZoomError(400, 300, 'Meeting does not exist.');
		checkControl(call.desk, host, method, params);
	},
};
