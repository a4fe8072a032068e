import type { EmulatorContext } from '../../core/context';
import { present } from '../../core/http/answers';
import type { Gathering, UserRecord } from '../../core/records';
import { isWebinar } from '../../meetingOrWebinar/agenda';
import { personalUrl } from '../../meetingOrWebinar/links';
import type { RegistrantRecord } from '../../registrants/records';
import { comesOn, describeRegistrant } from '../../registrants/registrants';
import { describeTrackingSource } from '../../registrants/trackingSources';
import { dates, eventOf, operator, plan } from './wording';

/** Tells that somebody has registered, with all they gave. */
export function tellRegistered(
	context: EmulatorContext,
	gathering: Gathering,
	registrant: RegistrantRecord,
): void {
	context.events.happened(eventOf(gathering, 'registration_created'), gathering.host_id, () => {
		const {
			create_time: _,
			join_url = '',
			...given
		} = describeRegistrant(context, gathering, registrant);
		return {
			payload: {
				object: {
					...subject(gathering, registrant),
					registrant: { ...given, join_url, ...source(context, gathering, registrant) },
				},
			},
		};
	});
}

/** Tells that somebody's registration was approved, denied or cancelled. */
export function tellDecided(
	context: EmulatorContext,
	gathering: Gathering,
	registrant: RegistrantRecord,
	decision: 'approved' | 'denied' | 'cancelled',
	by?: UserRecord,
): void {
	const event = eventOf(gathering, `registration_${decision}`);
	context.events.happened(event, gathering.host_id, () => {
		const { id, pin_code, given } = registrant;
		const { email, first_name, last_name } = given;
		const approved = decision === 'approved';
		return {
			payload: {
				...operator(context, by),
				object: {
					...subject(gathering, registrant),
					registrant: present({
						id,
						first_name,
						last_name,
						email,
						join_url: approved ? personalUrl(context, gathering, id) : undefined,
						participant_pin_code: approved && !isWebinar(gathering.type) ? pin_code : undefined,
						...source(context, gathering, registrant),
					}),
				},
			},
		};
	});
}

/** What they registered for, of a series with the dates they come on. */
function subject(gathering: Gathering, registrant: RegistrantRecord): object {
	return present({
		...plan(gathering),
		// It is always there; a webinar without a fixed time has none.
		start_time: gathering.start_time ?? '',
		occurrences: dates(
			gathering.occurrences?.filter(({ occurrence_id }) => comesOn(registrant, occurrence_id)),
		),
	});
}

/** Where somebody found the page of a webinar. */
function source(
	context: EmulatorContext,
	gathering: Gathering,
	{ source_id = '' }: RegistrantRecord,
): { tracking_source?: object } {
	const found = context.store.trackingSources.get(source_id);
	if (!found) return {};
	const { id, source_name, tracking_url } = describeTrackingSource(context, gathering, found);
	return { tracking_source: { id, source_name, tracking_url } };
}
