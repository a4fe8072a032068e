import { entries, group, text } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { userId } from '../../../values/identifiers';

/** What is said of meetings and webinars alike. */
export const detailFields: Field[] = [
	text('Passcode', 'password', {
		password: true,
		maxLength: 10,
		description: 'Passcode to join with. The Zoom account can have stricter rules.',
	}),
	text('Schedule For', 'scheduleFor', {
		encode: userId,
		unset: '',
		placeholder: 'e.g. jane@example.com',
		description:
			'Email address or ID of the user who becomes the host. The connected user needs the privilege to schedule for them.',
	}),
	entries('Tracking Fields', 'trackingFields', {
		entry: 'Tracking Field',
		fields: [
			text('Field', 'field', {
				required: true,
				description: 'Label of the tracking field in the account',
			}),
			text('Value', 'value', {
				sendEmpty: true,
				description: 'Value of the tracking field. Leave empty to clear it.',
			}),
		],
		description: "Values of the account's tracking fields",
	}),
];

/**
 * How a meeting or webinar is run.
 * @param first names of the settings used most, which the menu offers first
 * @param others what happens to the settings that are left out
 */
export const settingsField = (options: Field[], first: readonly string[], others: string): Field =>
	group('Settings', 'settings', {
		placeholder: 'Add Setting',
		first,
		fields: options,
		description: `Settings of the meeting or webinar. Settings that you leave out ${others}.`,
	});
