import type { Field } from '../../../registry/types';
import { userId } from '../../../values/identifiers';

/** What is said of meetings and webinars alike. */
export const detailFields: Field[] = [
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		in: 'body',
		typeOptions: { password: true, maxLength: 10 },
		default: '',
		description: 'Passcode to join with. Rules of the Zoom account may ask for more.',
	},
	{
		displayName: 'Schedule For',
		name: 'scheduleFor',
		type: 'string',
		in: 'body',
		encode: userId,
		unset: '',
		default: '',
		placeholder: 'e.g. jane@example.com',
		description:
			'E-mail address or ID of the user who becomes the host. The connected user needs the privilege to schedule for them.',
	},
	{
		displayName: 'Tracking Fields',
		name: 'trackingFields',
		type: 'fixedCollection',
		in: 'body',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Tracking Field' },
		default: {},
		options: [
			{
				displayName: 'Tracking Field',
				name: 'trackingField',
				values: [
					{
						displayName: 'Field',
						name: 'field',
						type: 'string',
						required: true,
						default: '',
						description: 'Label of the tracking field, as set up for the account',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						canBeEmpty: true,
						default: '',
						description: 'Leave it empty to clear the field',
					},
				],
			},
		],
		description: "Values of the account's tracking fields",
	},
];

/** How a meeting or webinar is run. */
export const settingsField = (options: Field[]): Field => ({
	displayName: 'Settings',
	name: 'settings',
	type: 'collection',
	in: 'body',
	placeholder: 'Add Setting',
	default: {},
	options,
	description: "How it is run. What is not set follows the host's own settings.",
});
