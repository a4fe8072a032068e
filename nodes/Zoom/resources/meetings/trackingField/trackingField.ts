import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { text, texts, toggle } from '../../../registry/field';
import type { Field, Resource } from '../../../registry/types';
import { innerId, mustChange } from '../../shared/fields';

const PLAN = 'a Business or Education plan or higher';

const fieldId = innerId('Tracking Field ID', 'fieldId', 'ID of the tracking field, from Get Many');

const label = text('Label', 'field', {
	placeholder: 'e.g. Cost center',
	description: 'Label that hosts see when they schedule a meeting',
});

const qualities: Field[] = [
	texts('Recommended Values', 'recommendedValues', {
		entry: 'Value',
		sortable: true,
		default: [],
		description: 'Values that hosts can choose from. They can still enter another value.',
	}),
	toggle('Required', 'required', 'Whether to require a value when hosts schedule a meeting'),
	toggle('Visible', 'visible', 'Whether to show the field to hosts when they schedule a meeting'),
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
			description: 'Create a tracking field for the meetings of the account',
			...endpoint('POST /tracking_fields'),
			fields: [{ ...label, required: true }],
			optional: qualities,
			requires: PLAN,
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a tracking field',
			description: 'Delete a tracking field from the account. This cannot be undone.',
			...endpoint('DELETE /tracking_fields/{fieldId}'),
			fields: [fieldId],
			requires: PLAN,
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a tracking field',
			description: 'Get the label and the recommended values of a tracking field',
			...endpoint('GET /tracking_fields/{fieldId}'),
			fields: [fieldId],
			requires: PLAN,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many tracking fields',
			description: 'List the tracking fields of the account',
			...listEndpoint('GET /tracking_fields'),
			fields: [],
			requires: PLAN,
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update a tracking field',
			description: 'Update the label, recommended values and visibility of a tracking field',
			...endpoint('PATCH /tracking_fields/{fieldId}'),
			fields: [fieldId],
			optional: [label, ...qualities],
			idempotent: true,
			check: mustChange('fieldId'),
			requires: PLAN,
		},
	],
};
