import { endpoint, listEndpoint } from '../../registry/endpoint';
import type { RestOperation } from '../../registry/types';
import { listAttendance, mergeRejoins } from '../meetings/past/attendance';
import { pastWebinarId } from '../shared/locators';
import { registrantIds, WEBINAR_PLAN } from './reportFields';

const getWebinarParticipants: RestOperation = {
	name: 'Get Webinar Participants',
	value: 'getWebinarParticipants',
	action: 'Get the participants of a past webinar from its report',
	description:
		'List the participants of a webinar of the last six months with their join and leave times',
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
		description: 'Get the start, duration and number of participants of a webinar',
		...endpoint('GET /report/webinars/{webinarId}'),
		fields: [pastWebinarId],
		requires: WEBINAR_PLAN,
	},
	getWebinarParticipants,
	{
		name: 'Get Webinar Polls',
		value: 'getWebinarPolls',
		action: 'Get the poll answers of a past webinar from its report',
		description: "List each participant's answers to the polls of a webinar",
		...listEndpoint('GET /report/webinars/{webinarId}/polls'),
		fields: [pastWebinarId],
		requires: WEBINAR_PLAN,
	},
	{
		name: 'Get Webinar Questions',
		value: 'getWebinarQuestions',
		action: 'Get the questions and answers of a past webinar from its report',
		description: 'List the questions asked in a webinar, with the answers of hosts and panelists',
		...listEndpoint('GET /report/webinars/{webinarId}/qa'),
		fields: [pastWebinarId],
		requires: WEBINAR_PLAN,
	},
	{
		name: 'Get Webinar Survey',
		value: 'getWebinarSurvey',
		action: 'Get the survey answers of a past webinar from its report',
		description: 'Get the answers of participants to the survey of a webinar',
		...endpoint('GET /report/webinars/{webinarId}/survey'),
		fields: [pastWebinarId],
		requires: WEBINAR_PLAN,
	},
];
