import type { Batch, Field } from '../../../registry/types';

/** Whom to make links for. */
export const inviteFields: Field[] = [
	{
		displayName: 'Attendees',
		name: 'attendees',
		type: 'fixedCollection',
		in: 'body',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Attendee' },
		required: true,
		default: {},
		options: [
			{
				displayName: 'Attendee',
				name: 'attendee',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						typeOptions: { maxLength: 64 },
						required: true,
						default: '',
						placeholder: 'e.g. Jane Doe',
						description: 'Name under which the person joins',
					},
					{
						displayName: 'Disable Audio',
						name: 'disableAudio',
						type: 'boolean',
						default: false,
						description: 'Whether the person joins without sound',
					},
					{
						displayName: 'Disable Video',
						name: 'disableVideo',
						type: 'boolean',
						default: false,
						description: 'Whether the person joins without video',
					},
				],
			},
		],
		description: 'The people to make links for; each link is for one person',
	},
];

/** How long the links are good for. */
export const lifetime: Field = {
	displayName: 'Lifetime (Seconds)',
	name: 'ttl',
	type: 'number',
	in: 'body',
	typeOptions: { minValue: 0, maxValue: 7776000 },
	default: 7200,
	description: 'How long the links are good for, at most 90 days; 0 means without end',
};

/** As many links as Zoom makes at once. */
export const inviteBatch: Batch = { key: 'attendees', size: 500, answer: 'attendees' };
