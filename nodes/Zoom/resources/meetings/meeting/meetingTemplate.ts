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
		description: 'What the template is called',
	}),
	toggle(
		'Overwrite',
		'overwrite',
		'Whether a template made from the same meeting before is replaced',
	),
	toggle('Save Recurrence', 'saveRecurrence', 'Whether the template keeps how the meeting recurs'),
];
