import type { Call, EmulatorContext } from '../core/context';
import { ZoomError } from '../core/http/answers';
import type { Gathering, UserRecord } from '../core/records';
import { tellLivestream } from '../events/announcements/inMeeting';
import { isWebinar } from '../meetingOrWebinar/agenda';

/** Where a meeting or webinar is streamed to, and how while it is. */
export interface LivestreamRecord {
	gathering_id: number;
	page_url: string;
	stream_key: string;
	stream_url: string;
	resolution?: string;
	/** Set while the stream runs. */
	running?: { layout?: string; [setting: string]: unknown };
}

/** Lets pass only webinars whose host may stream to a service of one's own choice. */
export function requireCustomStreaming({ type }: Gathering, host: UserRecord): void {
	if (!isWebinar(type)) return;
	const { enable, live_streaming_service = [] } = (host.settings.in_meeting
		.webinar_live_streaming ?? {}) as { enable?: boolean; live_streaming_service?: string[] };
	if (enable && live_streaming_service.includes('custom_live_streaming_service')) return;
	throw new ZoomError(
		400,
		200,
		'The current user has not enabled the custom live streaming feature of the webinar.',
	);
}

/** Starts or stops the stream, or changes how a running one looks. */
export function controlLivestream(call: Call, gathering: Gathering): void {
	const { action, settings } = call.body as { action?: string; settings?: object };
	const stream = readyStream(call.context, gathering);
	const before = stream.running;
	if (action === 'stop') stream.running = undefined;
	else if (action === 'start') stream.running = { layout: 'follow_host', ...settings };
	else if (stream.running) Object.assign(stream.running, settings);
	if (!before === !stream.running) return;
	tellLivestream(call.context, gathering, stream, before ? 'stopped' : 'started', call.user);
}

/** The stream of a running meeting or webinar that is told where to go. */
function readyStream({ store }: EmulatorContext, gathering: Gathering): LivestreamRecord {
	const { id, settings, status, type } = gathering;
	if (settings.encryption_type === 'e2ee')
		throw new ZoomError(
			400,
			4400,
			'End-to-end encrypted meetings currently do not support the livestreaming feature.',
		);
	const kind = isWebinar(type) ? 'Webinar' : 'Meeting';
	if (status !== 'started')
		throw new ZoomError(400, isWebinar(type) ? 200 : 4927, `${kind} ${id} has not started.`);
	const stream = store.livestreams.get(id);
	if (!stream)
		throw new ZoomError(
			400,
			3000,
			`The current ${kind.toLowerCase()} is not configured with a custom streaming service.`,
		);
	return stream;
}
