import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { choice, dateTime } from '../../../registry/field';
import type { Field, Resource } from '../../../registry/types';
import { endTime, utcTime } from '../../../values/dates';
import { summarizedMeetingId } from '../../shared/locators';

const NEEDS = 'a paid plan with AI Companion';

const filters: Field[] = [
	choice('Count By', 'timeFilterField', {
		options: [
			{ name: 'Creation', value: 'summary_created_time' },
			{ name: 'Start', value: 'summary_start_time' },
		],
		default: 'summary_start_time',
		description: 'Which time of a summary has to lie between From and To',
	}),
	dateTime('From', 'from', { encode: utcTime, description: 'Only summaries from this moment on' }),
	dateTime('To', 'to', {
		encode: endTime,
		description: 'Only summaries up to this moment; a day counts in full',
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
			description: 'Delete what AI Companion wrote of a meeting or webinar',
			...endpoint('DELETE /meetings/{meetingId}/meeting_summary'),
			fields: [summarizedMeetingId],
			requires: NEEDS,
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get the summary of a meeting or webinar',
			description: 'Get what AI Companion wrote of a meeting or webinar, with its next steps',
			...endpoint('GET /meetings/{meetingId}/meeting_summary'),
			fields: [summarizedMeetingId],
			requires: NEEDS,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'List the summaries of meetings and webinars of the account',
			description: 'List which meetings and webinars of the account have a summary',
			...listEndpoint('GET /meetings/meeting_summaries'),
			fields: [],
			optional: filters,
			requires: NEEDS,
		},
	],
};
