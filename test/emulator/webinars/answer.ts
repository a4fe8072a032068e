import type { EmulatorContext } from '../core/context';
import { present } from '../core/http/answers';
import { jwtShaped } from '../core/identifiers';
import type { Occurrence, WebinarRecord } from '../core/records';
import {
	digitPasscode,
	encryptedPasscode,
	joinUrl,
	registrationUrl,
} from '../meetingOrWebinar/links';
import { shownOccurrences } from '../meetingOrWebinar/occurrences';

/** A webinar as Zoom answers it to create and get; of a series, one date where asked for. */
export function describeWebinar(
	context: EmulatorContext,
	webinar: WebinarRecord,
	view: { occurrence?: Occurrence; previous?: boolean } = {},
): object {
	const { occurrence } = view;
	return present({
		uuid: webinar.uuid,
		id: webinar.id,
		host_id: webinar.host_id,
		host_email: context.store.users.get(webinar.host_id)?.email,
		topic: webinar.topic,
		type: webinar.type,
		start_time: occurrence?.start_time ?? webinar.start_time,
		duration: webinar.type === 6 ? undefined : (occurrence?.duration ?? webinar.duration),
		timezone: webinar.timezone,
		agenda: occurrence?.changes?.agenda ?? webinar.agenda,
		created_at: webinar.created_at,
		start_url: `${context.url}/s/${webinar.id}?zak=${jwtShaped({ uid: webinar.host_id })}`,
		join_url: joinUrl(context, webinar),
		registration_url: registrationUrl(context, webinar),
		password: webinar.password,
		encrypted_passcode: encryptedPasscode(webinar),
		h323_passcode: digitPasscode(webinar),
		occurrences: shownOccurrences(context, webinar, view.previous === true),
		recurrence: webinar.recurrence,
		settings: { ...webinar.settings, ...occurrence?.changes?.settings },
		tracking_fields: webinar.tracking_fields.length
			? webinar.tracking_fields.map((field) => ({ visible: true, ...field }))
			: undefined,
		template_id: webinar.template_id,
		is_simulive: false,
		...webinar.simulive,
		creation_source: 'open_api',
	});
}

/** A webinar as it stands in a list. */
export function listWebinar(context: EmulatorContext, webinar: WebinarRecord): object {
	return present({
		uuid: webinar.uuid,
		id: webinar.id,
		host_id: webinar.host_id,
		topic: webinar.topic,
		type: webinar.type,
		start_time: webinar.start_time,
		duration: webinar.type === 6 ? undefined : webinar.duration,
		timezone: webinar.timezone,
		// Zoom shortens it in lists.
		agenda: webinar.agenda ? [...webinar.agenda].slice(0, 250).join('') : undefined,
		created_at: webinar.created_at,
		join_url: joinUrl(context, webinar),
		is_simulive: webinar.simulive?.is_simulive === true,
		is_events_webinar: false,
	});
}
