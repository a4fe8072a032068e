import { text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { meetingNumber } from '../../../values/identifiers';
import { meetingId } from '../../shared/locators';

/** The meeting to make a template of. */
export const templateMeetingId: Field = { ...meetingId, encode: meetingNumber };

/** What is said of a template. */
export const templateFields: Field[] = [
	text('Name', 'name', {
		placeholder: 'e.g. Weekly review',
		description: 'Name of the template',
	}),
	toggle('Overwrite', 'overwrite', 'Whether to replace an existing template of the same meeting'),
	toggle(
		'Save Recurrence',
		'saveRecurrence',
		'Whether to save the recurrence of the meeting in the template',
	),
];
