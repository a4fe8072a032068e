import { locator } from '../../registry/field';
import type { Field } from '../../registry/types';
import {
	instanceUuid,
	meetingId as encodeMeetingId,
	segment,
	userId,
	webinarId as encodeWebinarId,
} from '../../values/identifiers';

const userLocator = (
	displayName: string,
	me: string,
	more: Pick<Field, 'default' | 'displayOptions' | 'description'>,
): Field =>
	locator(displayName, 'userId', {
		encode: userId,
		searchListMethod: 'searchUsers',
		modes: [
			{
				displayName: 'By ID or Email',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. jane@example.com',
				hint: `User ID, email address, or "me" for ${me}`,
			},
		],
		...more,
	});

/**
 * The user an operation is about, under one name for both kinds of connection: a General App acts for the user who
 * connected it, a Server-to-Server app for nobody in particular, so there the user is asked for.
 */
const userFields = (displayName: string, description: string): Field[] => [
	userLocator(displayName, 'the user who connected the credential', {
		default: { mode: 'id', value: 'me' },
		displayOptions: { hide: { authentication: ['serverToServer'] } },
		description,
	}),
	userLocator(displayName, 'the owner of the Zoom app', {
		default: { mode: 'list', value: '' },
		displayOptions: { show: { authentication: ['serverToServer'] } },
		description,
	}),
];

/** The user an operation is about, where nothing more is to say. */
export const anyUser = userFields('User', 'User that the operation applies to');

/** As `anyUser`, also before they have accepted the invitation to Zoom. */
export const pendingUser = userFields(
	'User',
	'User that the operation applies to. For a pending user, enter the email address.',
);

/** The user whose meetings or webinars it is about. */
export const hostUser = userFields('Host', 'User who hosts the meeting or webinar');

const otherHosts = (what: string) =>
	`To see another host's ${what}s, search for the host's email address`;

const LABELS = { meeting: 'Meeting', webinar: 'Webinar' };

const LINKS = {
	meeting: 'https://zoom.us/j/81234567890',
	webinar: 'https://zoom.us/w/81234567890',
};

interface Session {
	readonly searchListMethod: string;
	readonly displayName?: string;
	readonly description?: string;
}

/** A meeting or webinar, found in a list, or given by ID, UUID or link. */
const sessionLocator = (
	what: 'meeting' | 'webinar',
	{
		searchListMethod,
		displayName = LABELS[what],
		description = `${displayName} that the operation applies to`,
	}: Session,
): Field =>
	locator(displayName, `${what}Id`, {
		encode: what === 'meeting' ? encodeMeetingId : encodeWebinarId,
		searchListMethod,
		listHint: otherHosts(what),
		modes: [
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 812 3456 7890',
				hint: `${LABELS[what]} ID, or the UUID of a past occurrence`,
			},
			{ displayName: 'By URL', name: 'url', type: 'string', placeholder: `e.g. ${LINKS[what]}` },
		],
		description,
	});

/** The meeting an operation is about. */
export const meetingId = sessionLocator('meeting', { searchListMethod: 'searchMeetings' });

/** The webinar an operation is about. */
export const webinarId = sessionLocator('webinar', { searchListMethod: 'searchWebinars' });

/** A meeting or webinar that took place. */
export const pastMeetingId = sessionLocator('meeting', {
	searchListMethod: 'searchPastMeetings',
	description:
		'Past meeting. A meeting ID selects the latest occurrence. A UUID selects a specific occurrence.',
});

/** As `pastMeetingId`, for webinars. */
export const pastWebinarId = sessionLocator('webinar', {
	searchListMethod: 'searchWebinars',
	description:
		'Past webinar. A webinar ID selects the latest occurrence. A UUID selects a specific occurrence.',
});

/** A meeting or webinar AI Companion wrote a summary of. Zoom knows it by its UUID alone. */
export const summarizedMeetingId = locator('Meeting or Webinar', 'meetingId', {
	encode: instanceUuid,
	searchListMethod: 'searchPastMeetings',
	listHint: otherHosts('meeting'),
	modes: [
		{
			displayName: 'By UUID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 4444AAAiAAAAAiAiAiiAii==',
			hint: 'UUID from "meeting_uuid" of Get Many',
		},
	],
	description: 'Meeting or webinar that the summary belongs to',
});

/** A meeting or webinar with recordings in the cloud. */
export const recordedMeetingId = sessionLocator('meeting', {
	searchListMethod: 'searchRecordings',
	displayName: 'Meeting or Webinar',
	description:
		'Recorded meeting or webinar. An ID selects the latest occurrence. A UUID selects a specific occurrence.',
});

/** The group an operation is about. */
export const groupId = locator('Group', 'groupId', {
	encode: segment,
	searchListMethod: 'searchGroups',
	modes: [
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. PVGBvlOlRXiQg1gJKjJMsA',
		},
	],
	description: 'Group that the operation applies to',
});
