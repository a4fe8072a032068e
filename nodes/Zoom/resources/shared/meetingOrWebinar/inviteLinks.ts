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
				description: 'Name under which the person joins',
			}),
			toggle('Disable Audio', 'disableAudio', 'Whether the person joins without sound'),
			toggle('Disable Video', 'disableVideo', 'Whether the person joins without video'),
		],
		description: 'The people to make links for; each link is for one person',
	}),
];

/** How long the links are good for. */
export const lifetime = number('Lifetime (Seconds)', 'ttl', {
	minValue: 0,
	maxValue: 7776000,
	default: 7200,
	description: 'How long the links are good for, at most 90 days; 0 means without end',
});

/** As many links as Zoom makes at once. */
export const inviteBatch: Chunking = { key: 'attendees', size: 500, answer: 'attendees' };
