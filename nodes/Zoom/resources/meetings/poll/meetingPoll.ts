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
				"Make a poll for a scheduled meeting. Polls have to be on in its host's settings.",
			...endpoint('POST /meetings/{meetingId}/polls'),
			fields: [meetingId, ...newPollFields],
			optional: pollOptions,
			requires: 'a paid plan',
			check: pollProblem,
		},
		{
			name: 'Create Batch',
			value: 'createBatch',
			action: 'Create several polls for a meeting at once',
			description: 'Make several polls for a scheduled meeting, 25 in each call to Zoom',
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
			description: 'Delete a poll of a meeting',
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
			action: 'List the polls of a meeting',
			description:
				'List the polls of a meeting with their questions. Answers are under Past Meeting.',
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
				'Change a poll of a meeting. Zoom replaces it as a whole, so its title and questions have to be given.',
			...endpoint('PUT /meetings/{meetingId}/polls/{pollId}'),
			fields: [meetingId, pollId],
			optional: changedPollFields,
			requires: 'a paid plan',
			check: (values) => mustChange('meetingId', 'pollId')(values) ?? pollProblem(values),
		},
	],
};
