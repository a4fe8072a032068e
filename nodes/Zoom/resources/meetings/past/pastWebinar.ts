import { listEndpoint } from '../../../registry/endpoint';
import type { Resource, RestOperation } from '../../../registry/types';
import { occurrenceId } from '../../shared/fields';
import { pastWebinarId, webinarId } from '../../shared/locators';
import { listAttendance, mergeRejoins } from './attendance';

const getParticipants: RestOperation = {
	name: 'Get Participants',
	value: 'getParticipants',
	action: 'List the participants of a past webinar',
	description: 'List who was in a webinar, when and how long',
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
			action: 'List those who missed a past webinar',
			description: 'List the people who registered for a webinar and did not come',
			...listEndpoint('GET /past_webinars/{webinarId}/absentees', { id: 'id' }),
			fields: [pastWebinarId],
			optional: [occurrenceId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Get Instances',
			value: 'getInstances',
			action: 'List the past occurrences of a webinar',
			description: 'List when a webinar took place, with the UUID of each time',
			...listEndpoint('GET /past_webinars/{webinarId}/instances'),
			fields: [webinarId],
			requires: 'the webinar add-on',
		},
		getParticipants,
		{
			name: 'Get Poll Results',
			value: 'getPollResults',
			action: 'List the poll results of a past webinar',
			description: 'List what each participant answered in the polls of a webinar',
			...listEndpoint('GET /past_webinars/{webinarId}/polls'),
			fields: [pastWebinarId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Get Questions',
			value: 'getQuestions',
			action: 'List the questions and answers of a past webinar',
			description: 'List what each participant asked in a webinar, and the answers',
			...listEndpoint('GET /past_webinars/{webinarId}/qa'),
			fields: [pastWebinarId],
			requires: 'the webinar add-on',
		},
	],
};
