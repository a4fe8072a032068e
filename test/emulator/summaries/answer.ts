import type { PastInstance } from '../history/records';
import type { SummaryRecord } from './records';

/** What a summary is of and when it was made, as it stands in lists. */
export function summaryHead(summary: SummaryRecord, instance: PastInstance): object {
	return {
		meeting_host_id: instance.host_id,
		meeting_host_email: instance.user_email,
		meeting_uuid: instance.uuid,
		meeting_id: instance.id,
		meeting_topic: instance.topic,
		meeting_start_time: instance.start_time,
		meeting_end_time: instance.end_time,
		summary_start_time: summary.summary_start_time,
		summary_end_time: summary.summary_end_time,
		summary_created_time: summary.summary_created_time,
		summary_last_modified_time: summary.summary_last_modified_time,
	};
}

/** The whole of a summary as Markdown. */
export function summaryContent({
	summary_overview,
	summary_details,
	next_steps,
}: SummaryRecord): string {
	return [
		`## Quick recap\n${summary_overview}`,
		...summary_details.map(({ label, summary }) => `### ${label}\n${summary}`),
		`## Next steps\n${next_steps.map((step) => `- ${step}`).join('\n')}`,
	].join('\n\n');
}
