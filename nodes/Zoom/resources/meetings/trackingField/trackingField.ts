import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { text, texts, toggle } from '../../../registry/field';
import type { Field, Resource } from '../../../registry/types';
import { innerId, mustChange } from '../../shared/fields';

const PLAN = 'a Business or Education plan or higher';

const fieldId = innerId(
	'Tracking Field ID',
	'fieldId',
	'The tracking field to work on, by its ID as listed by Get Many',
);

const label = text('Label', 'field', {
	placeholder: 'e.g. Cost center',
	description: 'What hosts see beside the field when they schedule',
});

const qualities: Field[] = [
	texts('Recommended Values', 'recommendedValues', {
		entry: 'Value',
		default: [],
		description: 'Values hosts can pick from; they may still enter another',
	}),
	toggle('Required', 'required', 'Whether hosts must fill it in to schedule a meeting'),
	toggle('Visible', 'visible', 'Whether hosts see it when they schedule a meeting'),
];

/** Fields an account adds to its meetings, to tell later what they were for. */
export const trackingField: Resource = {
	name: 'Tracking Field',
	plural: 'Tracking Fields',
	value: 'trackingField',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/tracking-field',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create a tracking field',
			description: 'Add a field that every meeting of the account has from then on',
			...endpoint('POST /tracking_fields'),
			fields: [{ ...label, required: true }],
			optional: qualities,
			requires: PLAN,
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a tracking field',
			description: 'Take a tracking field away from the account',
			...endpoint('DELETE /tracking_fields/{fieldId}'),
			fields: [fieldId],
			requires: PLAN,
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a tracking field',
			description: 'Get the label of a tracking field and the values it recommends',
			...endpoint('GET /tracking_fields/{fieldId}'),
			fields: [fieldId],
			requires: PLAN,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'List the tracking fields of the account',
			description: 'List what hosts are asked to fill in when they schedule meetings',
			...listEndpoint('GET /tracking_fields'),
			fields: [],
			requires: PLAN,
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update a tracking field',
			description: 'Change the label of a tracking field, or what it offers and demands',
			...endpoint('PATCH /tracking_fields/{fieldId}'),
			fields: [fieldId],
			optional: [label, ...qualities],
			idempotent: true,
			check: mustChange('fieldId'),
			requires: PLAN,
		},
	],
};
