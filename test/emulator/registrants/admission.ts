import type { Call } from '../core/context';
import { invalidParameter, ZoomError } from '../core/http/answers';
import type { Gathering, UserRecord } from '../core/records';
import { datesOf, isWebinar } from '../meetingOrWebinar/agenda';
import { registers } from '../meetingOrWebinar/links';
import { isPanelist } from '../webinars/panelists';
import { full, registrationOff, tooLate } from './refusals';
import { registrantsOf } from './registrants';

const meetingCapacity = 4_999;

/** Lets pass only meetings and webinars for which people register. */
export function requireRegistration(call: Call, gathering: Gathering, host: UserRecord): void {
	if (!isWebinar(gathering.type) && host.type !== 2)
		throw new ZoomError(400, 200, `Only available for paid users: ${host.id}.`);
	if (!registers(gathering)) throw registrationOff(call, gathering);
}

/** Lets pass only registrations that can still come true. */
export function requireOpen(call: Call, gathering: Gathering, batch: boolean): void {
	const now = call.context.clock.now();
	const dates = datesOf(gathering);
	const over = ({ start_time, duration }: (typeof dates)[number]) =>
		Date.parse(start_time) + duration * 60_000 <= now;
	const running = gathering.status === 'started';
	if (dates.length && dates.every(over) && !running) throw tooLate(gathering, batch);
}

/** Refuses more registrants than the meeting or webinar takes. */
export function requireRoom(call: Call, gathering: Gathering, more: number): void {
	const { registrants_restrict_number } = gathering.settings;
	const most = isWebinar(gathering.type)
		? Number(registrants_restrict_number) || Infinity
		: meetingCapacity;
	const taken = registrantsOf(call.context, gathering).filter(({ status }) => status !== 'denied');
	if (taken.length + more > most) throw full(call, gathering);
}

/** Refuses those who come to a webinar anyway: its host and its panelists. */
export function requireStranger(
	{ context }: Call,
	gathering: Gathering,
	host: UserRecord,
	email: string,
): void {
	if (!isWebinar(gathering.type)) return;
	if (host.email.toLowerCase() === email.toLowerCase())
		throw new ZoomError(400, 3027, 'Host cannot register.');
	if (isPanelist(context, gathering, email))
		throw new ZoomError(
			400,
			3000,
			'You have been invited as a panelist for the webinar, please check your email to find more information about this webinar.',
		);
}

/** The dates asked for, where people choose dates; without them they come to all. */
export function chosenDates(gathering: Gathering, asked: unknown): string[] | undefined {
	const { registration_type = 1 } = gathering.settings;
	if (asked === undefined || !gathering.occurrences || registration_type === 1) return undefined;
	const dates = String(asked).split(',');
	const known = dates.every((date) =>
		gathering.occurrences?.some(
			({ occurrence_id, status }) => occurrence_id === date && status === 'available',
		),
	);
	// Only the third kind of registration takes several dates at once.
	if (!known || (dates.length > 1 && registration_type !== 3))
		throw invalidParameter('occurrence_ids');
	return dates;
}
