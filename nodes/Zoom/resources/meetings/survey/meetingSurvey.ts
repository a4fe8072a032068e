import { endpoint } from '../../../registry/endpoint';
import type { Resource } from '../../../registry/types';
import { mustChange } from '../../shared/fields';
import { meetingId } from '../../shared/locators';
import { surveyFields, surveyProblem } from './surveyFields';

/** Surveys of meetings. */
export const meetingSurvey: Resource = {
	name: 'Meeting Survey',
	plural: 'Meeting Surveys',
	value: 'meetingSurvey',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/surveys',
	operations: [
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete the survey of a meeting',
			description: 'Delete the survey of a meeting. This cannot be undone.',
			...endpoint('DELETE /meetings/{meetingId}/survey'),
			fields: [meetingId],
			requires: 'a paid plan',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get the survey of a meeting',
			description: 'Get the survey of a meeting with its questions',
			...endpoint('GET /meetings/{meetingId}/survey'),
			fields: [meetingId],
			requires: 'a paid plan',
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Create or update the survey of a meeting',
			description:
				"Create or update the survey of a scheduled meeting. Surveys must be enabled in the host's settings.",
			...endpoint('PATCH /meetings/{meetingId}/survey'),
			fields: [meetingId],
			optional: surveyFields,
			requires: 'a paid plan',
			idempotent: true,
			check: (values) => mustChange('meetingId')(values) ?? surveyProblem(values),
		},
	],
};
