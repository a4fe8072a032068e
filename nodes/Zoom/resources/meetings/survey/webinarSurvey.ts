import { endpoint } from '../../../registry/endpoint';
import type { Resource } from '../../../registry/types';
import { mustChange } from '../../shared/fields';
import { webinarId } from '../../shared/locators';
import { followUp, surveyFields, surveyProblem } from './surveyFields';

/** Surveys of webinars. */
export const webinarSurvey: Resource = {
	name: 'Webinar Survey',
	plural: 'Webinar Surveys',
	value: 'webinarSurvey',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/webinars',
	operations: [
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete the survey of a webinar',
			description: 'Delete the survey of a webinar. This cannot be undone.',
			...endpoint('DELETE /webinars/{webinarId}/survey'),
			fields: [webinarId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get the survey of a webinar',
			description: 'Get the survey of a webinar with its questions',
			...endpoint('GET /webinars/{webinarId}/survey'),
			fields: [webinarId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Create or update the survey of a webinar',
			description:
				"Create or update the survey of a webinar. Surveys must be enabled in the host's settings.",
			...endpoint('PATCH /webinars/{webinarId}/survey'),
			fields: [webinarId],
			optional: [...surveyFields, followUp],
			requires: 'the webinar add-on',
			idempotent: true,
			check: (values) => mustChange('webinarId')(values) ?? surveyProblem(values),
		},
	],
};
