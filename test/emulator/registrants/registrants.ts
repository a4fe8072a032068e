import { zoomTime } from '../core/clock';
import type { EmulatorContext } from '../core/context';
import { present } from '../core/http/answers';
import type { Gathering } from '../core/records';
import { isWebinar } from '../meetingOrWebinar/agenda';
import { personalUrl } from '../meetingOrWebinar/links';
import type { RegistrantRecord } from './records';

/** The details that Zoom always answers, empty where the person gave none. */
const details = [
	...['last_name', 'address', 'city', 'country', 'zip', 'state', 'phone', 'industry', 'org'],
	...['job_title', 'purchasing_time_frame', 'role_in_purchase_process', 'no_of_employees'],
	'comments',
];

type NewRegistrant = Pick<RegistrantRecord, 'given'> & Partial<RegistrantRecord>;

/** Registers a person; who has registered before keeps ID and link. */
export function addRegistrant(
	context: EmulatorContext,
	gathering: Gathering,
	{ given, ...rest }: NewRegistrant,
): RegistrantRecord {
	const known = findRegistrant(context, gathering, { email: given.email });
	if (!known)
		return context.store.registrants.insert({
			id: context.ids.userId(),
			gathering_id: gathering.id,
			status: 'approved',
			create_time: zoomTime(context.clock.now()),
			pin_code: Number(context.ids.passcode()),
			...rest,
			given,
		});
	known.given = { ...known.given, ...given };
	if (known.status === 'pending' && rest.status === 'approved') known.status = 'approved';
	// Who chose dates and then registers for all has all.
	known.occurrence_ids = rest.occurrence_ids &&
		known.occurrence_ids && [...new Set([...known.occurrence_ids, ...rest.occurrence_ids])];
	return known;
}

/** The registrants of a meeting or webinar, in the order they came. */
export function registrantsOf(
	{ store }: EmulatorContext,
	gathering: Gathering,
): RegistrantRecord[] {
	return store.registrants.find(({ gathering_id }) => gathering_id === gathering.id);
}

/** The registrant with that ID, or with that e-mail address where no ID is given. */
export function findRegistrant(
	context: EmulatorContext,
	gathering: Gathering,
	{ id, email = '' }: { id?: string; email?: string },
): RegistrantRecord | undefined {
	return registrantsOf(context, gathering).find((registrant) =>
		id === undefined
			? registrant.given.email.toLowerCase() === email.toLowerCase()
			: registrant.id === id,
	);
}

/** Whether the registrant comes on that date of a series. */
export function comesOn({ occurrence_ids }: RegistrantRecord, occurrenceId: string): boolean {
	return !occurrence_ids || occurrence_ids.includes(occurrenceId);
}

/** Takes the registrant off one date; tells whether there are dates left. */
export function dropDate(
	{ occurrences = [] }: Gathering,
	registrant: RegistrantRecord,
	occurrenceId: string,
): boolean {
	const dates = registrant.occurrence_ids ?? occurrences.map(({ occurrence_id }) => occurrence_id);
	registrant.occurrence_ids = dates.filter((date) => date !== occurrenceId);
	return registrant.occurrence_ids.length > 0;
}

/** What somebody answered beside name and address, empty where they did not. */
export function describeDetails(given: Record<string, unknown>): Record<string, unknown> {
	return {
		...Object.fromEntries(details.map((name) => [name, given[name] ?? ''])),
		custom_questions: given.custom_questions ?? [],
	};
}

/** A registrant as Zoom answers it. */
export function describeRegistrant(
	context: EmulatorContext,
	gathering: Gathering,
	{ id, status, create_time, pin_code, given }: RegistrantRecord,
): Record<string, unknown> {
	return present({
		id,
		email: given.email,
		first_name: given.first_name,
		...describeDetails(given),
		status,
		create_time,
		join_url: status === 'approved' ? personalUrl(context, gathering, id) : undefined,
		participant_pin_code: isWebinar(gathering.type) ? undefined : pin_code,
	});
}
