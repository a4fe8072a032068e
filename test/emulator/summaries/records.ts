/** What AI Companion wrote about an instance of a meeting or webinar; its key is the instance's UUID. */
export interface SummaryRecord {
	meeting_uuid: string;
	/** When it covers the meeting, which may be only a part of it. */
	summary_start_time: string;
	summary_end_time: string;
	summary_created_time: string;
	summary_last_modified_time: string;
	summary_last_modified_user_id: string;
	summary_title: string;
	summary_overview: string;
	summary_details: { label: string; summary: string }[];
	next_steps: string[];
	/** Set while it lies in the trash. */
	trashed?: true;
}
