import { endpoint, listEndpoint } from '../../../registry/endpoint';
import type { Resource } from '../../../registry/types';
import { mustChange } from '../../shared/fields';
import { meetingId } from '../../shared/locators';
import {
	changedPollFields,
	newPollFields,
	pollFilters,
	pollId,
	pollList,
	pollListProblem,
	pollOptions,
	pollProblem,
} from './pollFields';

/** Polls of meetings. */
export const meetingPoll: Resource = {
	name: 'Meeting Poll',
	plural: 'Meeting Polls',
	value: 'meetingPoll',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/polls',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create a poll for a meeting',
			description:
				"Create a poll for a scheduled meeting. Polls must be enabled in the host's settings.",
			...endpoint('POST /meetings/{meetingId}/polls'),
			fields: [meetingId, ...newPollFields],
			optional: pollOptions,
			requires: 'a paid plan',
			check: pollProblem,
		},
		{
			name: 'Create Batch',
			value: 'createBatch',
			action: 'Create several polls for a meeting',
			description:
				'Create several polls for a scheduled meeting. The node sends them to Zoom in chunks of 25.',
			...endpoint('POST /meetings/{meetingId}/batch_polls'),
			fields: [meetingId, pollList],
			chunks: { key: 'polls', size: 25, answer: 'polls' },
			requires: 'a paid plan',
			check: pollListProblem,
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a poll of a meeting',
			description: 'Delete a poll of a meeting. This cannot be undone.',
			...endpoint('DELETE /meetings/{meetingId}/polls/{pollId}'),
			fields: [meetingId, pollId],
			requires: 'a paid plan',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a poll of a meeting',
			description: 'Get a poll of a meeting with its questions',
			...endpoint('GET /meetings/{meetingId}/polls/{pollId}'),
			fields: [meetingId, pollId],
			requires: 'a paid plan',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many polls of a meeting',
			description:
				'List the polls of a meeting with their questions. For the answers, use Past Meeting > Get Poll Results.',
			...listEndpoint('GET /meetings/{meetingId}/polls'),
			fields: [meetingId],
			optional: pollFilters,
			requires: 'a paid plan',
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update a poll of a meeting',
			description:
				'Update a poll of a meeting. Zoom replaces the whole poll, so set its title and all questions.',
			...endpoint('PUT /meetings/{meetingId}/polls/{pollId}'),
			fields: [meetingId, pollId],
			optional: changedPollFields,
			requires: 'a paid plan',
			check: (values) => mustChange('meetingId', 'pollId')(values) ?? pollProblem(values),
		},
	],
};
