import { endpoint, listEndpoint } from '../../registry/endpoint';
import type { RestOperation } from '../../registry/types';
import { listAttendance, mergeRejoins } from '../meetings/past/attendance';
import { pastWebinarId } from '../shared/locators';
import { registrantIds, WEBINAR_PLAN } from './reportFields';

const getWebinarParticipants: RestOperation = {
	name: 'Get Webinar Participants',
	value: 'getWebinarParticipants',
	action: 'List the participants of a past webinar from its report',
	description: 'List who attended a webinar of the last six months, and when they came and went',
	...listEndpoint('GET /report/webinars/{webinarId}/participants'),
	fields: [pastWebinarId],
	optional: [registrantIds, mergeRejoins],
	requires: WEBINAR_PLAN,
	run: listAttendance,
};

/** Reports on one webinar that took place. */
export const webinarReports: RestOperation[] = [
	{
		name: 'Get Webinar',
		value: 'getWebinar',
		action: 'Get the report of a past webinar',
		description: 'Get when a webinar took place, for how long and with how many participants',
		...endpoint('GET /report/webinars/{webinarId}'),
		fields: [pastWebinarId],
		requires: WEBINAR_PLAN,
	},
	getWebinarParticipants,
	{
		name: 'Get Webinar Polls',
		value: 'getWebinarPolls',
		action: 'List the poll answers of a past webinar from its report',
		description: 'List what each participant of a webinar answered in polls',
		...listEndpoint('GET /report/webinars/{webinarId}/polls'),
		fields: [pastWebinarId],
		requires: WEBINAR_PLAN,
	},
	{
		name: 'Get Webinar Questions',
		value: 'getWebinarQuestions',
		action: 'List the questions and answers of a past webinar from its report',
		description: 'List what was asked in a webinar, and what hosts and panelists answered',
		...listEndpoint('GET /report/webinars/{webinarId}/qa'),
		fields: [pastWebinarId],
		requires: WEBINAR_PLAN,
	},
	{
		name: 'Get Webinar Survey',
		value: 'getWebinarSurvey',
		action: 'Get the survey answers of a past webinar from its report',
		description: 'Get what participants answered in the survey after a webinar',
		...endpoint('GET /report/webinars/{webinarId}/survey'),
		fields: [pastWebinarId],
		requires: WEBINAR_PLAN,
	},
];
