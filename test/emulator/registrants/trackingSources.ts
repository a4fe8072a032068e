import type { EmulatorContext } from '../core/context';
import type { Gathering } from '../core/records';
import { registrationUrl } from '../meetingOrWebinar/links';
import type { TrackingSource } from './records';
import { registrantsOf } from './registrants';

/** A tracking source as Zoom answers it, with how many registered from there. */
export function describeTrackingSource(
	context: EmulatorContext,
	webinar: Gathering,
	{ id, source_name, visitor_count }: TrackingSource,
) {
	const page = registrationUrl(context, webinar) ?? '';
	return {
		id,
		source_name,
		visitor_count,
		tracking_url: page.replace('/register/', `/register/${id}/`),
		registration_count: registrantsOf(context, webinar).filter(({ source_id }) => source_id === id)
			.length,
	};
}
