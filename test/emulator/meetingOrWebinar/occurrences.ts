import type { Call, EmulatorContext } from '../core/context';
import { ZoomError } from '../core/http/answers';
import type { Gathering, Occurrence } from '../core/records';

/** The date of a series that `occurrence_id` names, or nothing where none is named. */
export function askedOccurrence({ query }: Call, gathering: Gathering): Occurrence | undefined {
	if (query.occurrence_id === undefined) return undefined;
	const occurrence = gathering.occurrences?.find(
		({ occurrence_id, status }) => occurrence_id === query.occurrence_id && status !== 'deleted',
	);
	if (!occurrence) throw new ZoomError(400, 300, 'Invalid parameter: `occurrence_id`.');
	return occurrence;
}

/** The dates of a series as Zoom lists them: those to come, and past ones where asked for. */
export function shownOccurrences(
	context: EmulatorContext,
	gathering: Gathering,
	previous: boolean,
): object[] | undefined {
	const now = context.clock.now();
	return gathering.occurrences
		?.filter(
			({ start_time, duration }) => previous || Date.parse(start_time) + duration * 60_000 > now,
		)
		.map(describeOccurrence);
}

/** One date of a series as Zoom answers it. */
export function describeOccurrence(occurrence: Occurrence): object {
	const { occurrence_id, start_time, duration, status } = occurrence;
	return { occurrence_id, start_time, duration, status };
}
