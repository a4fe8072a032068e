import { entries, group, text } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { userId } from '../../../values/identifiers';

/** What is said of meetings and webinars alike. */
export const detailFields: Field[] = [
	text('Password', 'password', {
		password: true,
		maxLength: 10,
		description: 'Passcode to join with. Rules of the Zoom account may ask for more.',
	}),
	text('Schedule For', 'scheduleFor', {
		encode: userId,
		unset: '',
		placeholder: 'e.g. jane@example.com',
		description:
			'E-mail address or ID of the user who becomes the host. The connected user needs the privilege to schedule for them.',
	}),
	entries('Tracking Fields', 'trackingFields', {
		entry: 'Tracking Field',
		fields: [
			text('Field', 'field', {
				required: true,
				description: 'Label of the tracking field, as set up for the account',
			}),
			text('Value', 'value', {
				sendEmpty: true,
				description: 'Leave it empty to clear the field',
			}),
		],
		description: "Values of the account's tracking fields",
	}),
];

/** How a meeting or webinar is run. */
export const settingsField = (options: Field[]): Field =>
	group('Settings', 'settings', {
		placeholder: 'Add Setting',
		fields: options,
		description: "How it is run. What is not set follows the host's own settings.",
	});
