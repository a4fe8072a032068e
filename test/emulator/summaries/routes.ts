import { zoomTime } from '../core/clock';
import type { Call, Handler } from '../core/context';
import { invalidParameter, noSuchMeeting, ZoomError } from '../core/http/answers';
import { askedPage } from '../core/listing';
import { requirePaidPlan } from '../core/plans';
import { tellSummaryTrashed } from '../events/announcements/summaries';
import type { PastInstance } from '../history/records';
import { accountScopeMissing } from '../oauth/access';
import { summaryContent, summaryHead } from './answer';
import type { SummaryRecord } from './records';

const month = 30 * 86_400_000;

/** The routes of the summaries that AI Companion writes. */
export const meetingSummaryHandlers: Record<string, Handler> = {
	Listmeetingsummaries(call) {
		const { context, query } = call;
		requirePaidPlan(call, 'Only available for Paid account.');
		const { from, to } = range(call);
		const field =
			query.time_filter_field === 'summary_created_time'
				? 'summary_created_time'
				: 'summary_start_time';
		const all = context.store.summaries
			.find((summary) => !summary.trashed && summary[field] >= from && summary[field] <= to)
			.sort((a, b) => a[field].localeCompare(b[field]))
			.map((summary) => listEntry(call, summary));
		const { entries, fields } = askedPage(call, all);
		const { page_size, next_page_token } = fields;
		return { page_size, next_page_token, from, to, summaries: entries };
	},

	Getameetingsummary(call) {
		const { summary, instance } = theSummary(call);
		const modifier = call.context.store.users.get(summary.summary_last_modified_user_id);
		return {
			...summaryHead(summary, instance),
			summary_last_modified_user_id: summary.summary_last_modified_user_id,
			summary_last_modified_user_email: modifier?.email ?? '',
			summary_title: summary.summary_title,
			summary_overview: summary.summary_overview,
			summary_details: summary.summary_details,
			next_steps: summary.next_steps,
			summary_content: summaryContent(summary),
		};
	},

	Deletemeetingorwebinarsummary(call) {
		const { summary } = theSummary(call);
		summary.trashed = true;
		tellSummaryTrashed(call.context, summary, call.user);
	},
};

/** The range asked for; Zoom documents none for a call without, here it is the last 30 days. */
function range({ context, query }: Call): { from: string; to: string } {
	const now = context.clock.now();
	const to = query.to === undefined ? now : Date.parse(String(query.to));
	const from = query.from === undefined ? to - month : Date.parse(String(query.from));
	if (from > to) throw invalidParameter('from');
	return { from: zoomTime(from), to: zoomTime(to) };
}

/** The summary of the path with its meeting, if the token may see it. */
function theSummary(call: Call): { summary: SummaryRecord; instance: PastInstance } {
	const { meetingId } = call.params;
	const { summaries, pastInstances } = call.context.store;
	if (/^\d+$/.test(meetingId)) throw new ZoomError(400, 300, 'Invalid meeting ID.');
	requirePaidPlan(call, 'Only available for Paid account.');
	const instance = pastInstances.get(meetingId);
	const summary = summaries.get(meetingId);
	if (!instance || !summary) throw noSuchMeeting(meetingId);
	if (!call.accountWide && instance.host_id !== call.user?.id) throw accountScopeMissing(call);
	if (summary.trashed)
		throw new ZoomError(
			403,
			2305,
			'The meeting summary has been moved to Trash and cannot be accessed.',
		);
	return { summary, instance };
}

function listEntry({ context }: Call, summary: SummaryRecord): object {
	return summaryHead(summary, context.store.pastInstances.get(summary.meeting_uuid)!);
}
