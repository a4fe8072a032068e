import type { EmulatorContext } from '../../core/context';
import type { UserRecord } from '../../core/records';
import { summaryContent, summaryHead } from '../../summaries/answer';
import type { SummaryRecord } from '../../summaries/records';
import { operator } from './wording';

/** Tells that a summary can be read. */
export function tellSummarized(context: EmulatorContext, summary: SummaryRecord): void {
	const instance = context.store.pastInstances.get(summary.meeting_uuid)!;
	context.events.happened('meeting.summary_completed', instance.host_id, () => {
		const { summary_title, summary_overview, summary_details, next_steps } = summary;
		return {
			payload: {
				object: {
					...summaryHead(summary, instance),
					summary_title,
					summary_overview,
					summary_details,
					next_steps,
					summary_content: summaryContent(summary),
				},
			},
		};
	});
}

/** Tells that a summary was thrown away. */
export function tellSummaryTrashed(
	context: EmulatorContext,
	summary: SummaryRecord,
	by?: UserRecord,
): void {
	const instance = context.store.pastInstances.get(summary.meeting_uuid)!;
	context.events.happened('meeting.summary_trashed', instance.host_id, () => ({
		payload: {
			...operator(context, by),
			object: {
				...summaryHead(summary, instance),
				summary_title: summary.summary_title,
			},
		},
	}));
}
