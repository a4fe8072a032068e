import { zoomTime } from '../core/clock';
import type { EmulatorContext } from '../core/context';
import { findInstance } from '../history/instances';
import type { SummaryRecord } from './records';

/** Adds the summary of an instance that has taken place; it was made five minutes after its end. */
export function addSummary(
	{ store }: EmulatorContext,
	given: Pick<
		SummaryRecord,
		'meeting_uuid' | 'summary_overview' | 'summary_details' | 'next_steps'
	>,
): SummaryRecord {
	const instance = store.pastInstances.get(given.meeting_uuid);
	if (!instance) throw new Error(`There is no past instance ${given.meeting_uuid}`);
	const made = zoomTime(Date.parse(instance.end_time) + 5 * 60_000);
	return store.summaries.insert({
		summary_start_time: instance.start_time,
		summary_end_time: instance.end_time,
		summary_created_time: made,
		summary_last_modified_time: made,
		summary_last_modified_user_id: instance.host_id,
		summary_title: `Meeting summary for ${instance.topic}`,
		...given,
	});
}

/** Summaries of the kick-off a week ago and of the latest stand-up. */
export function seedSummaries(context: EmulatorContext): void {
	const uuidOf = (id: string) => findInstance(context, 'meeting', id)?.uuid ?? '';
	addSummary(context, {
		meeting_uuid: uuidOf('84567890123'),
		summary_overview: 'The team agreed on scope, owners and dates of the project.',
		summary_details: [
			{ label: 'Scope', summary: 'The first version covers the European offices.' },
			{ label: 'Dates', summary: 'A pilot starts next month; everybody follows in autumn.' },
		],
		next_steps: ['Henrik sends the plan.', 'Hana finds three pilot users.'],
	});
	addSummary(context, {
		meeting_uuid: uuidOf('83456789012'),
		summary_overview: 'Two tickets are open, both wait for an answer from the customer.',
		summary_details: [{ label: 'Open tickets', summary: 'Both are about sign-in by phone.' }],
		next_steps: ['Bruno calls both customers.'],
	});
}
