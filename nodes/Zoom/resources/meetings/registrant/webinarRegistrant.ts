import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { text } from '../../../registry/field';
import type { Resource } from '../../../registry/types';
import { occurrenceId } from '../../shared/fields';
import { webinarId } from '../../shared/locators';
import {
	autoApprove,
	personFields,
	registrantId,
	registrantList,
	registrationFields,
} from './registrantFields';
import { status, statusFields, statusProblem } from './registrantStatus';
import { formFields, formProblem } from './registrationForm';

const sourceId = text(
	'Tracking Source ID',
	'sourceId',
	'ID of the tracking source of the registrant, from Get Tracking Sources',
);

const trackingSourceId = text(
	'Tracking Source ID',
	'trackingSourceId',
	'Only registrants from the tracking source with this ID, from Get Tracking Sources',
);

const questionTypes = [
	{ name: 'Dropdown', value: 'single_dropdown' },
	{ name: 'Multiple Choice', value: 'multiple' },
	{ name: 'Short Answer', value: 'short' },
	{ name: 'Single Choice', value: 'single_radio' },
];

/** People who registered for webinars. */
export const webinarRegistrant: Resource = {
	name: 'Webinar Registrant',
	plural: 'Webinar Registrants',
	value: 'webinarRegistrant',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/webinars',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Register a person for a webinar',
			description:
				'Register a person and get their join link. Zoom allows three attempts per person per day.',
			...endpoint('POST /webinars/{webinarId}/registrants'),
			fields: [webinarId, ...personFields],
			optional: [...registrationFields, sourceId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Create Batch',
			value: 'createBatch',
			action: 'Register several people for a webinar',
			description:
				'Register several people at once. Only for scheduled webinars that do not recur.',
			...endpoint('POST /webinars/{webinarId}/batch_registrants'),
			fields: [webinarId, ...registrantList],
			optional: [autoApprove],
			chunks: { key: 'registrants', size: 30, answer: 'registrants' },
			requires: 'the webinar add-on',
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a registrant from a webinar',
			description: "Delete a person's registration for a webinar. This cannot be undone.",
			...endpoint('DELETE /webinars/{webinarId}/registrants/{registrantId}'),
			fields: [webinarId, registrantId],
			optional: [occurrenceId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a registrant of a webinar',
			description: "Get a registrant's details, answers and join link",
			...endpoint('GET /webinars/{webinarId}/registrants/{registrantId}'),
			fields: [webinarId, registrantId],
			optional: [occurrenceId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many registrants of a webinar',
			description: 'List the registrants of a webinar',
			...listEndpoint('GET /webinars/{webinarId}/registrants', { id: 'id' }),
			fields: [webinarId],
			optional: [occurrenceId, status, trackingSourceId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Get Questions',
			value: 'getQuestions',
			action: 'Get the registration questions of a webinar',
			description: 'Get the standard and custom questions of the registration form',
			...endpoint('GET /webinars/{webinarId}/registrants/questions'),
			fields: [webinarId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Update Questions',
			value: 'updateQuestions',
			action: 'Update the registration questions of a webinar',
			description: 'Set the standard and custom questions of the registration form',
			...endpoint('PATCH /webinars/{webinarId}/registrants/questions'),
			fields: [webinarId],
			optional: formFields(questionTypes),
			requires: 'the webinar add-on',
			idempotent: true,
			check: formProblem('webinarId'),
		},
		{
			name: 'Update Status',
			value: 'updateStatus',
			action: 'Approve, deny or cancel registrants of a webinar',
			description: 'Approve or deny registrants of a webinar, or cancel their approval',
			...endpoint('PUT /webinars/{webinarId}/registrants/status'),
			fields: [webinarId, ...statusFields],
			optional: [occurrenceId],
			chunks: { key: 'registrants', size: 30 },
			requires: 'the webinar add-on',
			check: statusProblem,
		},
	],
};
