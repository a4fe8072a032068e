import { endpoint, listEndpoint } from '../../registry/endpoint';
import type { RestOperation } from '../../registry/types';
import { listAttendance, mergeRejoins } from '../meetings/past/attendance';
import { pastMeetingId } from '../shared/locators';
import { PLAN, registrantIds } from './reportFields';

const getMeetingParticipants: RestOperation = {
	name: 'Get Meeting Participants',
	value: 'getMeetingParticipants',
	action: 'Get the participants of a past meeting from its report',
	description:
		'List the participants of a meeting with their join and leave times. Only for meetings with at least two participants.',
	...listEndpoint('GET /report/meetings/{meetingId}/participants'),
	fields: [pastMeetingId],
	optional: [registrantIds, mergeRejoins],
	requires: PLAN,
	run: listAttendance,
};

/** Reports on one meeting that took place. */
export const meetingReports: RestOperation[] = [
	{
		name: 'Get Meeting',
		value: 'getMeeting',
		action: 'Get the report of a past meeting',
		description: 'Get the start, duration and number of participants of a meeting',
		...endpoint('GET /report/meetings/{meetingId}'),
		fields: [pastMeetingId],
		requires: PLAN,
	},
	getMeetingParticipants,
	{
		name: 'Get Meeting Polls',
		value: 'getMeetingPolls',
		action: 'Get the poll answers of a past meeting from its report',
		description: "List each participant's answers to the polls of a meeting",
		...listEndpoint('GET /report/meetings/{meetingId}/polls'),
		fields: [pastMeetingId],
		requires: PLAN,
	},
	{
		name: 'Get Meeting Questions',
		value: 'getMeetingQuestions',
		action: 'Get the questions and answers of a past meeting from its report',
		description: 'List the questions that participants asked in a meeting, with the answers',
		...listEndpoint('GET /report/meetings/{meetingId}/qa'),
		fields: [pastMeetingId],
		requires: PLAN,
	},
	{
		name: 'Get Meeting Survey',
		value: 'getMeetingSurvey',
		action: 'Get the survey answers of a past meeting from its report',
		description: 'Get the answers of participants to the survey of a meeting',
		...endpoint('GET /report/meetings/{meetingId}/survey'),
		fields: [pastMeetingId],
		requires: PLAN,
	},
];
