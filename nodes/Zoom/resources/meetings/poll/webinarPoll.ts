import { endpoint, listEndpoint } from '../../../registry/endpoint';
import type { Resource } from '../../../registry/types';
import { mustChange } from '../../shared/fields';
import { webinarId } from '../../shared/locators';
import {
	changedPollFields,
	newPollFields,
	pollFilters,
	pollId,
	pollOptions,
	pollProblem,
} from './pollFields';

/** Polls of webinars. */
export const webinarPoll: Resource = {
	name: 'Webinar Poll',
	plural: 'Webinar Polls',
	value: 'webinarPoll',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/webinars',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create a poll for a webinar',
			description: "Create a poll for a webinar. Polls must be enabled in the host's settings.",
			...endpoint('POST /webinars/{webinarId}/polls'),
			fields: [webinarId, ...newPollFields],
			optional: pollOptions,
			requires: 'the webinar add-on',
			check: pollProblem,
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a poll of a webinar',
			description: 'Delete a poll of a webinar. This cannot be undone.',
			...endpoint('DELETE /webinars/{webinarId}/polls/{pollId}'),
			fields: [webinarId, pollId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a poll of a webinar',
			description: 'Get a poll of a webinar with its questions',
			...endpoint('GET /webinars/{webinarId}/polls/{pollId}'),
			fields: [webinarId, pollId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many polls of a webinar',
			description:
				'List the polls of a webinar with their questions. For the answers, use Past Webinar > Get Poll Results.',
			...listEndpoint('GET /webinars/{webinarId}/polls'),
			fields: [webinarId],
			optional: pollFilters,
			requires: 'the webinar add-on',
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update a poll of a webinar',
			description:
				'Update a poll of a webinar. Zoom replaces the whole poll, so set its title and all questions.',
			...endpoint('PUT /webinars/{webinarId}/polls/{pollId}'),
			fields: [webinarId, pollId],
			optional: changedPollFields,
			requires: 'the webinar add-on',
			check: (values) => mustChange('webinarId', 'pollId')(values) ?? pollProblem(values),
		},
	],
};
