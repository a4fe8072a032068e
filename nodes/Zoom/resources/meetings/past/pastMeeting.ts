import { endpoint, listEndpoint } from '../../../registry/endpoint';
import type { Resource, Values, RestOperation } from '../../../registry/types';
import { fromDay, toDay } from '../../shared/dateRangeFields';
import { meetingId, pastMeetingId } from '../../shared/locators';
import { listAttendance, mergeRejoins } from './attendance';

const getParticipants: RestOperation = {
	name: 'Get Participants',
	value: 'getParticipants',
	action: 'List the participants of a past meeting',
	description: 'List who was in a meeting, when and how long. Zoom keeps this for 15 months.',
	...listEndpoint('GET /past_meetings/{meetingId}/participants'),
	fields: [pastMeetingId],
	optional: [mergeRejoins],
	requires: 'a paid plan',
	run: listAttendance,
};

/** Zoom heeds the days only when it has both. */
function daysProblem({ from, to }: Values): string | undefined {
	if ((from === undefined) === (to === undefined)) return undefined;
	return from === undefined ? 'From: is required with To' : 'To: is required with From';
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
				'Get when a meeting took place and how many people were in it. Zoom keeps this for a year.',
			...endpoint('GET /past_meetings/{meetingId}'),
			fields: [pastMeetingId],
		},
		{
			name: 'Get Instances',
			value: 'getInstances',
			action: 'List the past occurrences of a meeting',
			description: 'List when a meeting took place, with the UUID of each time, over 15 months',
			...listEndpoint('GET /past_meetings/{meetingId}/instances'),
			fields: [meetingId],
			optional: [fromDay, toDay],
			check: daysProblem,
		},
		getParticipants,
		{
			name: 'Get Poll Results',
			value: 'getPollResults',
			action: 'List the poll results of a past meeting',
			description: 'List what each participant answered in the polls of a meeting',
			...listEndpoint('GET /past_meetings/{meetingId}/polls'),
			docsTag: 'polls',
			fields: [pastMeetingId],
			requires: 'a paid plan',
		},
		{
			name: 'Get Questions',
			value: 'getQuestions',
			action: 'List the questions and answers of a past meeting',
			description:
				'List what each participant asked in a meeting, and the answers. Zoom keeps this for 15 months.',
			...listEndpoint('GET /past_meetings/{meetingId}/qa'),
			fields: [pastMeetingId],
		},
	],
};
