import { entries, number, text, toggle } from '../../../registry/field';
import type { Chunking } from '../../../registry/paging';
import type { Field } from '../../../registry/types';

/** Whom to make links for. */
export const inviteFields: Field[] = [
	entries('Attendees', 'attendees', {
		required: true,
		entry: 'Attendee',
		fields: [
			text('Name', 'name', {
				maxLength: 64,
				required: true,
				placeholder: 'e.g. Jane Doe',
				description: 'Display name of the person',
			}),
			toggle(
				'Disable Audio',
				'disableAudio',
				"Whether to turn off the person's audio when they join",
			),
			toggle(
				'Disable Video',
				'disableVideo',
				"Whether to turn off the person's video when they join",
			),
		],
		description: 'People to create links for. Each link is for one person.',
	}),
];

/** How long the links are good for. */
export const lifetime = number('Lifetime (Seconds)', 'ttl', {
	minValue: 0,
	maxValue: 7776000,
	default: 7200,
	description: 'How long the links are valid, up to 90 days. 0 means no limit.',
});

/** As many links as Zoom makes at once. */
export const inviteBatch: Chunking = { key: 'attendees', size: 500, answer: 'attendees' };
