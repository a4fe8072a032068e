import { endpoint, listEndpoint } from '../../../registry/endpoint';
import type { Resource, Values, RestOperation } from '../../../registry/types';
import { fromDay, toDay } from '../../shared/dateRangeFields';
import { meetingId, pastMeetingId } from '../../shared/locators';
import { listAttendance, mergeRejoins } from './attendance';

const getParticipants: RestOperation = {
	name: 'Get Participants',
	value: 'getParticipants',
	action: 'Get the participants of a past meeting',
	description:
		'List the participants of a meeting with their join and leave times. Zoom keeps this data for 15 months.',
	...listEndpoint('GET /past_meetings/{meetingId}/participants'),
	fields: [pastMeetingId],
	optional: [mergeRejoins],
	requires: 'a paid plan',
	run: listAttendance,
};

/** Zoom heeds the days only when it has both. */
function daysProblem({ from, to }: Values): string | undefined {
	if ((from === undefined) === (to === undefined)) return undefined;
	return from === undefined ? 'From: is required if To is set' : 'To: is required if From is set';
}

/** Meetings that took place. */
export const pastMeeting: Resource = {
	name: 'Past Meeting',
	plural: 'Past Meetings',
	value: 'pastMeeting',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/meetings',
	operations: [
		{
			name: 'Get',
			value: 'get',
			action: 'Get a past meeting',
			description:
				'Get the start, duration and number of participants of a meeting. Zoom keeps this data for a year.',
			...endpoint('GET /past_meetings/{meetingId}'),
			fields: [pastMeetingId],
		},
		{
			name: 'Get Instances',
			value: 'getInstances',
			action: 'Get the past occurrences of a meeting',
			description:
				'List the past occurrences of a meeting with their start times and UUIDs, up to 15 months back',
			...listEndpoint('GET /past_meetings/{meetingId}/instances'),
			fields: [meetingId],
			optional: [fromDay, toDay],
			check: daysProblem,
		},
		getParticipants,
		{
			name: 'Get Poll Results',
			value: 'getPollResults',
			action: 'Get the poll results of a past meeting',
			description: "List each participant's answers to the polls of a meeting",
			...listEndpoint('GET /past_meetings/{meetingId}/polls'),
			docsTag: 'polls',
			fields: [pastMeetingId],
			requires: 'a paid plan',
		},
		{
			name: 'Get Questions',
			value: 'getQuestions',
			action: 'Get the questions and answers of a past meeting',
			description:
				'List the questions of each participant in a meeting, with the answers. Zoom keeps this data for 15 months.',
			...listEndpoint('GET /past_meetings/{meetingId}/qa'),
			fields: [pastMeetingId],
		},
	],
};
