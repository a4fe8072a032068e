import { endpoint, listEndpoint } from '../../registry/endpoint';
import type { RestOperation } from '../../registry/types';
import { listAttendance, mergeRejoins } from '../meetings/past/attendance';
import { pastMeetingId } from '../shared/locators';
import { PLAN, registrantIds } from './reportFields';

const getMeetingParticipants: RestOperation = {
	name: 'Get Meeting Participants',
	value: 'getMeetingParticipants',
	action: 'List the participants of a past meeting from its report',
	description:
		'List who took part in a meeting with at least two people, and when they came and went',
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
		description: 'Get when a meeting took place, for how long and with how many participants',
		...endpoint('GET /report/meetings/{meetingId}'),
		fields: [pastMeetingId],
		requires: PLAN,
	},
	getMeetingParticipants,
	{
		name: 'Get Meeting Polls',
		value: 'getMeetingPolls',
		action: 'List the poll answers of a past meeting from its report',
		description: 'List what each participant of a meeting answered in polls',
		...listEndpoint('GET /report/meetings/{meetingId}/polls'),
		fields: [pastMeetingId],
		requires: PLAN,
	},
	{
		name: 'Get Meeting Questions',
		value: 'getMeetingQuestions',
		action: 'List the questions and answers of a past meeting from its report',
		description: 'List what participants of a meeting asked, and what they were answered',
		...listEndpoint('GET /report/meetings/{meetingId}/qa'),
		fields: [pastMeetingId],
		requires: PLAN,
	},
	{
		name: 'Get Meeting Survey',
		value: 'getMeetingSurvey',
		action: 'Get the survey answers of a past meeting from its report',
		description: 'Get what participants answered in the survey after a meeting',
		...endpoint('GET /report/meetings/{meetingId}/survey'),
		fields: [pastMeetingId],
		requires: PLAN,
	},
];
