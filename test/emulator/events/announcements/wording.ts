import type { EmulatorContext } from '../../core/context';
import type { Gathering, Occurrence, UserRecord } from '../../core/records';
import { isWebinar } from '../../meetingOrWebinar/agenda';
import { accountOwner } from '../../users/people';
import { findEvent } from '../catalogue/catalogue';

/** Who did something, as events name them; where nobody is known it was the account's owner. */
export function operator(
	context: EmulatorContext,
	by?: UserRecord,
): { operator: string; operator_id: string } {
	const { email, id } = by ?? accountOwner(context);
	return { operator: email, operator_id: id };
}

/** The name of an event that meetings and webinars have alike. */
export function eventOf({ type }: Gathering, what: string): string {
	return `${isWebinar(type) ? 'webinar' : 'meeting'}.${what}`;
}

/** What names a meeting or webinar in most of its events. */
export function identity({ uuid, id, host_id, topic, type }: Gathering) {
	return { uuid, id, host_id, topic, type };
}

/** A meeting or webinar as it was planned. */
export function plan(gathering: Gathering) {
	const { start_time, duration, timezone } = gathering;
	return { ...identity(gathering), start_time, duration, timezone };
}

/** Dates of a series as most events name them. */
export function dates(occurrences: Occurrence[] | undefined): object[] | undefined {
	return occurrences
		?.filter(({ status }) => status === 'available')
		.map(({ occurrence_id, start_time }) => ({ occurrence_id, start_time }));
}

/** Of some values those that Zoom's documents name at a place in an event. */
export function documented(
	event: string,
	place: string,
	values: Record<string, unknown>,
): Record<string, unknown> {
	const at = place
		.split('.')
		.reduce<unknown>(
			(part, name) => (part as Record<string, unknown>)[name],
			findEvent(event)?.body,
		);
	const names = Object.keys(at as object);
	return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
