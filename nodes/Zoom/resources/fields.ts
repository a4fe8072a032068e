import { timezone } from '../dates';
import { meetingId as encodeMeetingId, userId as encodeUserId } from '../identifiers';
import { COLLECTION_LABELS } from '../names';
import type { Field, Values } from '../operation';

const userLocator = (me: string): Field => ({
	displayName: 'User',
	name: 'userId',
	type: 'resourceLocator',
	in: 'path',
	encode: encodeUserId,
	required: true,
	default: { mode: 'id', value: 'me' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchUsers', searchable: true },
		},
		{
			displayName: 'By ID or Email',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. jane@example.com',
			hint: `A user ID, an e-mail address, or me: ${me}`,
		},
	],
});

/**
 * The user an operation is about, under one name for both kinds of connection: a General App acts for whoever
 * connected it, a Server-to-Server app for nobody in particular, so there the user is asked for.
 */
export const userFields = (displayName: string, description: string): Field[] => [
	{
		...userLocator('the user who connected the credential'),
		displayName,
		displayOptions: { hide: { authentication: ['serverToServer'] } },
		description,
	},
	{
		...userLocator('the owner of the Zoom app'),
		displayName,
		default: { mode: 'list', value: '' },
		displayOptions: { show: { authentication: ['serverToServer'] } },
		description,
	},
];

/** The meeting an operation is about. */
export const meetingId: Field = {
	displayName: 'Meeting',
	name: 'meetingId',
	type: 'resourceLocator',
	in: 'path',
	encode: encodeMeetingId,
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchMeetings', searchable: true },
			hint: "To see another host's meetings, search for the host's e-mail address",
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 812 3456 7890',
			hint: 'A meeting ID, or the UUID of one occurrence that took place',
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://zoom.us/j/81234567890',
		},
	],
	description: 'The meeting to work on',
};

/** One date of a recurring meeting. */
export const occurrenceId: Field = {
	displayName: 'Occurrence ID',
	name: 'occurrenceId',
	type: 'string',
	in: 'query',
	default: '',
	placeholder: 'e.g. 1783238400000',
	description:
		'One occurrence of a recurring meeting, as listed under "occurrences" by Get. Without it the whole series is meant.',
};

/** A zone from n8n's list, or by expression; wall times of the same item are read in it. */
export const timeZone: Field = {
	displayName: 'Timezone Name or ID',
	name: 'timeZone',
	type: 'options',
	key: 'timezone',
	encode: timezone,
	typeOptions: { loadOptionsMethod: 'getTimezones' },
	default: '',
	description:
		'Zone in which times without an offset are meant. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** How the user signs in, for accounts where one e-mail address has several logins. */
export const loginType: Field = {
	displayName: 'Login Type',
	name: 'loginType',
	type: 'options',
	in: 'query',
	options: [
		{ name: 'Alipay', value: 23 },
		{ name: 'API User', value: 99 },
		{ name: 'Apple', value: 24 },
		{ name: 'Facebook', value: 0 },
		{ name: 'Google', value: 1 },
		{ name: 'Microsoft', value: 27 },
		{ name: 'Mobile Device', value: 97 },
		{ name: 'Phone Number', value: 11 },
		{ name: 'RingCentral', value: 98 },
		{ name: 'Single Sign-On', value: 101 },
		{ name: 'WeChat', value: 21 },
		{ name: 'Work Email', value: 100 },
	],
	default: 100,
	description: 'Which login is meant where one e-mail address has several',
};

/**
 * The rule that an update has to change something; which thing is meant is no change.
 * @param selectors names of the fields that say which
 */
export const mustChange =
	(...selectors: string[]) =>
	(values: Values): string | undefined =>
		Object.keys(values).some((name) => !selectors.includes(name))
			? undefined
			: `${COLLECTION_LABELS.updateFields}: must have at least one field to change`;
