import type { Field } from '../../registry/types';
import {
	instanceUuid,
	meetingId as encodeMeetingId,
	segment,
	userId,
	webinarId as encodeWebinarId,
} from '../../values/identifiers';

const userLocator = (me: string): Field => ({
	displayName: 'User',
	name: 'userId',
	type: 'resourceLocator',
	in: 'path',
	encode: userId,
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
const userFields = (displayName: string, description: string): Field[] => [
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

/** The user an operation is about, where nothing more is to say. */
export const anyUser = userFields('User', 'The user to work on');

/** As `anyUser`, also before they have accepted the invitation to Zoom. */
export const pendingUser = userFields(
	'User',
	'The user to work on; a pending one by e-mail address',
);

/** The user whose meetings or webinars it is about. */
export const hostUser = userFields('Host', 'The user who hosts');

const ID_PLACEHOLDER = 'e.g. 812 3456 7890';

/** A meeting or webinar, found in a list, or given by ID, UUID or link. */
const sessionLocator = (
	what: 'meeting' | 'webinar',
	searchListMethod: string,
	link: string,
): Field => ({
	displayName: what === 'meeting' ? 'Meeting' : 'Webinar',
	name: `${what}Id`,
	type: 'resourceLocator',
	in: 'path',
	encode: what === 'meeting' ? encodeMeetingId : encodeWebinarId,
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod, searchable: true },
			hint: `To see another host's ${what}s, search for the host's e-mail address`,
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: ID_PLACEHOLDER,
			hint: `A ${what} ID, or the UUID of one occurrence that took place`,
		},
		{ displayName: 'By URL', name: 'url', type: 'string', placeholder: `e.g. ${link}` },
	],
	description: `The ${what} to work on`,
});

/** The meeting an operation is about. */
export const meetingId = sessionLocator(
	'meeting',
	'searchMeetings',
	'https://zoom.us/j/81234567890',
);

/** The webinar an operation is about. */
export const webinarId = sessionLocator(
	'webinar',
	'searchWebinars',
	'https://zoom.us/w/81234567890',
);

/** A meeting or webinar that took place. */
export const pastMeetingId: Field = {
	...sessionLocator('meeting', 'searchPastMeetings', 'https://zoom.us/j/81234567890'),
	description:
		'The meeting that took place. The ID means its latest occurrence, a UUID exactly one.',
};

/** As `pastMeetingId`, for webinars. */
export const pastWebinarId: Field = {
	...sessionLocator('webinar', 'searchWebinars', 'https://zoom.us/w/81234567890'),
	description:
		'The webinar that took place. The ID means its latest occurrence, a UUID exactly one.',
};

/** A meeting or webinar AI Companion wrote a summary of. Zoom knows it by its UUID alone. */
export const summarizedMeetingId: Field = {
	displayName: 'Meeting or Webinar',
	name: 'meetingId',
	type: 'resourceLocator',
	in: 'path',
	encode: instanceUuid,
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchPastMeetings', searchable: true },
			hint: "To see another host's meetings, search for the host's e-mail address",
		},
		{
			displayName: 'By UUID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 4444AAAiAAAAAiAiAiiAii==',
			hint: 'As listed under "meeting_uuid" by Get Many',
		},
	],
	description: 'The meeting or webinar whose summary is meant',
};

/** A meeting or webinar with recordings in the cloud. */
export const recordedMeetingId: Field = {
	...sessionLocator('meeting', 'searchRecordings', 'https://zoom.us/j/81234567890'),
	displayName: 'Meeting or Webinar',
	description:
		'The meeting or webinar that was recorded. The ID means its latest occurrence, a UUID exactly one.',
};

/** The group an operation is about. */
export const groupId: Field = {
	displayName: 'Group',
	name: 'groupId',
	type: 'resourceLocator',
	in: 'path',
	encode: segment,
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchGroups', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. PVGBvlOlRXiQg1gJKjJMsA',
		},
	],
	description: 'The group to work on',
};
