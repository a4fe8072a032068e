import { listEndpoint } from '../../../registry/endpoint';
import type { Resource, RestOperation } from '../../../registry/types';
import { occurrenceId } from '../../shared/fields';
import { pastWebinarId, webinarId } from '../../shared/locators';
import { listAttendance, mergeRejoins } from './attendance';

const getParticipants: RestOperation = {
	name: 'Get Participants',
	value: 'getParticipants',
	action: 'Get the participants of a past webinar',
	description: 'List the participants of a webinar with their join and leave times',
	...listEndpoint('GET /past_webinars/{webinarId}/participants'),
	fields: [pastWebinarId],
	optional: [mergeRejoins],
	requires: 'the webinar add-on',
	run: listAttendance,
};

/** Webinars that took place. */
export const pastWebinar: Resource = {
	name: 'Past Webinar',
	plural: 'Past Webinars',
	value: 'pastWebinar',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/webinars',
	operations: [
		{
			name: 'Get Absentees',
			value: 'getAbsentees',
			action: 'Get the absentees of a past webinar',
			description: 'List the registrants who did not attend a webinar',
			...listEndpoint('GET /past_webinars/{webinarId}/absentees', { id: 'id' }),
			fields: [pastWebinarId],
			optional: [occurrenceId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Get Instances',
			value: 'getInstances',
			action: 'Get the past occurrences of a webinar',
			description: 'List the past occurrences of a webinar with their start times and UUIDs',
			...listEndpoint('GET /past_webinars/{webinarId}/instances'),
			fields: [webinarId],
			requires: 'the webinar add-on',
		},
		getParticipants,
		{
			name: 'Get Poll Results',
			value: 'getPollResults',
			action: 'Get the poll results of a past webinar',
			description: "List each participant's answers to the polls of a webinar",
			...listEndpoint('GET /past_webinars/{webinarId}/polls'),
			fields: [pastWebinarId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Get Questions',
			value: 'getQuestions',
			action: 'Get the questions and answers of a past webinar',
			description: 'List the questions of each participant in a webinar, with the answers',
			...listEndpoint('GET /past_webinars/{webinarId}/qa'),
			fields: [pastWebinarId],
			requires: 'the webinar add-on',
		},
	],
};
