import type { Field } from '../../../registry/types';
import { meetingNumber } from '../../../values/identifiers';
import { meetingId } from '../../shared/locators';

/** The meeting to make a template of. */
export const templateMeetingId: Field = { ...meetingId, in: 'body', encode: meetingNumber };

/** What is said of a template. */
export const templateFields: Field[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		in: 'body',
		default: '',
		placeholder: 'e.g. Weekly review',
		description: 'What the template is called',
	},
	{
		displayName: 'Overwrite',
		name: 'overwrite',
		type: 'boolean',
		in: 'body',
		default: false,
		description: 'Whether a template made from the same meeting before is replaced',
	},
	{
		displayName: 'Save Recurrence',
		name: 'saveRecurrence',
		type: 'boolean',
		in: 'body',
		default: false,
		description: 'Whether the template keeps how the meeting recurs',
	},
];
