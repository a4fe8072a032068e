import type { Call, Handler } from '../core/context';
import { present, validationFailed } from '../core/http/answers';
import { theGathering } from '../meetingOrWebinar/hosted';
import type { LivestreamRecord } from './livestreams';
import { controlLivestream, requireCustomStreaming } from './livestreams';

/** The routes about live streams, the same for meetings and webinars. */
export const livestreamHandlers: Record<string, Handler> = {
	getMeetingLiveStreamDetails: get,
	meetingLiveStreamUpdate: update,
	meetingLiveStreamStatusUpdate: changeStatus,
	webinarLiveStreamUpdate: update,
	webinarLiveStreamStatusUpdate: changeStatus,
};

/** Until a stream is set up its details are empty. */
function get(call: Call): object {
	const { gathering } = theGathering(call);
	const stream = call.context.store.livestreams.get(gathering.id);
	const { page_url = '', stream_key = '', stream_url = '', resolution } = stream ?? {};
	return present({ page_url, stream_key, stream_url, resolution });
}

function update(call: Call): void {
	const { gathering, host } = theGathering(call);
	requireCustomStreaming(gathering, host);
	const { livestreams } = call.context.store;
	livestreams.put({
		...livestreams.get(gathering.id),
		...(call.body as unknown as LivestreamRecord),
		gathering_id: gathering.id,
	});
}

function changeStatus(call: Call): void {
	const { gathering, host } = theGathering(call);
	requireCustomStreaming(gathering, host);
	if (call.body.action === undefined)
		throw validationFailed({ field: 'action', message: 'Invalid field.' });
	controlLivestream(call, gathering);
}
