import type { INodePropertyOptions } from 'n8n-workflow';

import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { choice, text } from '../../../registry/field';
import type { Field, Resource } from '../../../registry/types';
import { toIds } from '../../../values/lists';
import { recordedMeetingId } from '../../shared/locators';
import { personFields, registrationFields } from '../registrant/registrantFields';
import { status } from '../registrant/registrantStatus';
import { formFields, formProblem } from '../registrant/registrationForm';

const ON_DEMAND = 'an on-demand recording';

// Nobody chooses occurrences or a language here, and Zoom counts employees otherwise.
const NOT_ASKED = ['language', 'noOfEmployees', 'occurrenceIds'];

const answers: Field[] = [
	...registrationFields.filter(({ name }) => !NOT_ASKED.includes(name)),
	choice('Number of Employees', 'noOfEmployees', {
		options: [
			{ name: '1-20', value: '1-20' },
			{ name: '21-50', value: '21-50' },
			{ name: '51-100', value: '51-100' },
			{ name: '101-250', value: '101-250' },
			{ name: '251-500', value: '251-500' },
			{ name: '501-1,000', value: '501-1,000' },
			{ name: '1,001-5,000', value: '1,001-5,000' },
			{ name: '5,001-10,000', value: '5,001-10,000' },
			{ name: 'More Than 10,000', value: 'More than 10,000' },
		],
		default: '1-20',
		description: "Number of employees in the registrant's organization",
	}),
	{
		...status,
		description: 'Status of the registrant. Only approved registrants can watch the recording.',
	},
];

const questionTypes = [
	{ name: 'Multiple Choice', value: 'multiple' },
	{ name: 'Short Answer', value: 'short' },
	{ name: 'Single Choice', value: 'single' },
];

const decisions: INodePropertyOptions[] = [
	{ name: 'Approve', value: 'approve' },
	{ name: 'Deny', value: 'deny' },
];

/** People who registered to watch recordings. */
export const recordingRegistrant: Resource = {
	name: 'Recording Registrant',
	plural: 'Recording Registrants',
	value: 'recordingRegistrant',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Register a person for a recording',
			description: 'Register a person for a recording and get the link to watch it',
			...endpoint('POST /meetings/{meetingId}/recordings/registrants'),
			fields: [recordedMeetingId, ...personFields],
			optional: answers,
			requires: ON_DEMAND,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many registrants of a recording',
			description: 'List the registrants of a recording',
			...listEndpoint('GET /meetings/{meetingId}/recordings/registrants', { id: 'id' }),
			fields: [recordedMeetingId],
			optional: [status],
			requires: ON_DEMAND,
		},
		{
			name: 'Get Questions',
			value: 'getQuestions',
			action: 'Get the registration questions of a recording',
			description: 'Get the standard and custom questions of the registration form',
			...endpoint('GET /meetings/{meetingId}/recordings/registrants/questions'),
			fields: [recordedMeetingId],
			requires: ON_DEMAND,
		},
		{
			name: 'Update Questions',
			value: 'updateQuestions',
			action: 'Update the registration questions of a recording',
			description: 'Set the standard and custom questions of the registration form',
			...endpoint('PATCH /meetings/{meetingId}/recordings/registrants/questions'),
			fields: [recordedMeetingId],
			optional: formFields(questionTypes),
			idempotent: true,
			check: formProblem('meetingId'),
			requires: ON_DEMAND,
		},
		{
			name: 'Update Status',
			value: 'updateStatus',
			action: 'Approve or deny registrants of a recording',
			description: 'Approve or deny people who registered to watch a recording',
			...endpoint('PUT /meetings/{meetingId}/recordings/registrants/status'),
			fields: [
				recordedMeetingId,
				choice('Action', 'action', {
					required: true,
					options: decisions,
					default: 'approve',
					description: 'What to do with the registrants',
				}),
				text('Registrant IDs', 'registrants', {
					encode: toIds,
					required: true,
					description: 'Comma-separated IDs of the registrants, from Get Many',
				}),
			],
			chunks: { key: 'registrants', size: 30 },
			requires: ON_DEMAND,
		},
	],
};
