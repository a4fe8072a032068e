import type { Call } from '../core/context';
import { ZoomError } from '../core/http/answers';
import type { UserRecord, WebinarRecord } from '../core/records';
import { checkZone } from '../meetingOrWebinar/agenda';
import { reschedule } from '../meetings/change';
import { findUser } from '../oauth/access';
import { checkTrackingFields } from '../trackingFields/records';

const plainFields = ['topic', 'agenda', 'duration', 'password', 'timezone', 'tracking_fields'];

/** The user a webinar is for: `schedule_for`, else the one who asks. */
export function chosenWebinarHost({ body, context }: Call, asker: UserRecord): UserRecord {
	const { schedule_for } = body;
	if (schedule_for === undefined || schedule_for === '') return asker;
	const host = findUser(context.store, String(schedule_for));
	if (host) return host;
	throw new ZoomError(
		400,
		300,
		'The value that you entered for the `schedule_for` field is invalid. Enter a valid value and try again.',
	);
}

/** What the request says of playing a recording, if it is one that Zoom takes. */
export function simulive(
	{ body }: Call,
	type: number,
	forOther: boolean,
): WebinarRecord['simulive'] {
	const { is_simulive, record_file_id, transition_to_live, simulive_delay_start } =
		body as WebinarRecord['simulive'] & object;
	if (is_simulive !== true) return undefined;
	if (type === 6) throw new ZoomError(400, 4505, "Simulive can't select `No Fixed Time`.");
	if (forOther) throw new ZoomError(400, 300, 'Can not schedule simulive webinar for others.');
	if (!record_file_id) throw new ZoomError(400, 300, 'Record file does not exist.');
	return { is_simulive, record_file_id, transition_to_live, simulive_delay_start };
}

/** Applies an update to a webinar as a whole. */
export function changeWebinar(call: Call, webinar: WebinarRecord, host: UserRecord): void {
	const { body, context } = call;
	checkZone(body.timezone);
	checkTrackingFields(call);
	const type = (body.type as number | undefined) ?? webinar.type;
	const settings = { ...webinar.settings, ...(body.settings as object | undefined) };
	// It is an order to Zoom and not a setting that stays.
	delete settings.notify_registrants;
	const changed: WebinarRecord = { ...webinar, type, host_id: host.id, settings };
	for (const name of plainFields)
		if (body[name] !== undefined) Object.assign(changed, { [name]: body[name] });
	if (body.is_simulive !== undefined)
		changed.simulive = simulive(call, type, host.id !== webinar.host_id);
	reschedule(call, webinar, changed);
	context.store.webinars.update(webinar.id, changed);
}
