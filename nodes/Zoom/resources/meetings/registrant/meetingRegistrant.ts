import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { toggle } from '../../../registry/field';
import type { Resource } from '../../../registry/types';
import { occurrenceId } from '../../shared/fields';
import { meetingId } from '../../shared/locators';
import {
	autoApprove,
	personFields,
	registrantId,
	registrantList,
	registrationFields,
} from './registrantFields';
import { status, statusFields, statusProblem } from './registrantStatus';
import { formFields, formProblem } from './registrationForm';

const confirmation = toggle(
	'Registrants Confirmation Email',
	'registrantsConfirmationEmail',
	'Whether to email a confirmation to registrants',
);

const questionTypes = [
	{ name: 'Short Answer', value: 'short' },
	{ name: 'Single Choice', value: 'single' },
];

/** People who registered for meetings. */
export const meetingRegistrant: Resource = {
	name: 'Meeting Registrant',
	plural: 'Meeting Registrants',
	value: 'meetingRegistrant',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/invitation--registration',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Register a person for a meeting',
			description:
				'Register a person and get their join link. Zoom allows three attempts per person per day.',
			...endpoint('POST /meetings/{meetingId}/registrants'),
			fields: [meetingId, ...personFields],
			optional: [...registrationFields, autoApprove],
			requires: 'a paid plan',
		},
		{
			name: 'Create Batch',
			value: 'createBatch',
			action: 'Register several people for a meeting',
			description:
				'Register several people at once. Only for scheduled meetings that do not recur.',
			...endpoint('POST /meetings/{meetingId}/batch_registrants'),
			fields: [meetingId, ...registrantList],
			optional: [autoApprove, confirmation],
			chunks: { key: 'registrants', size: 30, answer: 'registrants' },
			requires: 'a paid plan',
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a registrant from a meeting',
			description: "Delete a person's registration for a meeting. This cannot be undone.",
			...endpoint('DELETE /meetings/{meetingId}/registrants/{registrantId}'),
			fields: [meetingId, registrantId],
			optional: [occurrenceId],
			requires: 'a paid plan',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a registrant of a meeting',
			description: "Get a registrant's details, answers and join link",
			...endpoint('GET /meetings/{meetingId}/registrants/{registrantId}'),
			fields: [meetingId, registrantId],
			requires: 'a paid plan',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many registrants of a meeting',
			description: 'List the registrants of a meeting',
			...listEndpoint('GET /meetings/{meetingId}/registrants', { id: 'id' }),
			fields: [meetingId],
			optional: [occurrenceId, status],
			requires: 'a paid plan',
		},
		{
			name: 'Get Questions',
			value: 'getQuestions',
			action: 'Get the registration questions of a meeting',
			description: 'Get the standard and custom questions of the registration form',
			...endpoint('GET /meetings/{meetingId}/registrants/questions'),
			fields: [meetingId],
			requires: 'a paid plan',
		},
		{
			name: 'Update Questions',
			value: 'updateQuestions',
			action: 'Update the registration questions of a meeting',
			description: 'Set the standard and custom questions of the registration form',
			...endpoint('PATCH /meetings/{meetingId}/registrants/questions'),
			fields: [meetingId],
			optional: formFields(questionTypes),
			requires: 'a paid plan',
			idempotent: true,
			check: formProblem('meetingId'),
		},
		{
			name: 'Update Status',
			value: 'updateStatus',
			action: 'Approve, deny or cancel registrants of a meeting',
			description: 'Approve or deny registrants of a meeting, or cancel their approval',
			...endpoint('PUT /meetings/{meetingId}/registrants/status'),
			fields: [meetingId, ...statusFields],
			optional: [occurrenceId],
			chunks: { key: 'registrants', size: 30 },
			requires: 'a paid plan',
			check: statusProblem,
		},
	],
};
