import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { choice, dateTime } from '../../../registry/field';
import type { Field, Resource } from '../../../registry/types';
import { endTime, utcTime } from '../../../values/dates';
import { summarizedMeetingId } from '../../shared/locators';

const NEEDS = 'a paid plan with AI Companion';

const filters: Field[] = [
	choice('Filter By', 'timeFilterField', {
		options: [
			{ name: 'Creation Time', value: 'summary_created_time' },
			{ name: 'Start Time', value: 'summary_start_time' },
		],
		default: 'summary_start_time',
		description: 'Whether From and To apply to the creation time or to the start time',
	}),
	dateTime('From', 'from', { encode: utcTime, description: 'Only summaries from this time on' }),
	dateTime('To', 'to', {
		encode: endTime,
		description: 'Only summaries up to this time. A date includes the whole day.',
	}),
];

/** What AI Companion wrote of meetings and webinars. */
export const meetingSummary: Resource = {
	name: 'Meeting Summary',
	plural: 'Meeting Summaries',
	value: 'meetingSummary',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/summaries',
	operations: [
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete the summary of a meeting or webinar',
			description:
				'Delete the AI Companion summary of a meeting or webinar. The API cannot restore it.',
			...endpoint('DELETE /meetings/{meetingId}/meeting_summary'),
			fields: [summarizedMeetingId],
			requires: NEEDS,
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get the summary of a meeting or webinar',
			description: 'Get the AI Companion summary of a meeting or webinar, including next steps',
			...endpoint('GET /meetings/{meetingId}/meeting_summary'),
			fields: [summarizedMeetingId],
			requires: NEEDS,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many summaries of meetings and webinars',
			description: 'List the meetings and webinars of the account that have a summary',
			...listEndpoint('GET /meetings/meeting_summaries'),
			fields: [],
			optional: filters,
			requires: NEEDS,
		},
	],
};
