import type { INodePropertyOptions } from 'n8n-workflow';

/** Stands for an event that is not among the popular ones. */
export const ANOTHER_EVENT = 'other';

const popular = (value: string, name: string, what: string, scope?: string) => ({
	name,
	value,
	description: scope === undefined ? what : `${what}. Needs ${scope}.`,
	// The entry of n8n's nodes panel that makes a trigger with this event.
	action: `On ${name.toLowerCase()}`,
});

const RECORDING = 'cloud_recording:read:recording';
const MEETING = 'meeting:read:meeting';
const WEBINAR = 'webinar:read:webinar';

/** The events that most workflows start with, the most wanted first. */
export const popularEvents: readonly INodePropertyOptions[] = [
	popular('recording.completed', 'Recording Completed', 'A cloud recording is ready', RECORDING),
	popular(
		'recording.transcript_completed',
		'Recording Transcript Completed',
		'The transcript of a cloud recording is ready',
		RECORDING,
	),
	popular('meeting.started', 'Meeting Started', 'A meeting has started', MEETING),
	popular('meeting.ended', 'Meeting Ended', 'A meeting has ended', MEETING),
	popular(
		'meeting.participant_joined',
		'Meeting Participant Joined',
		'A person has joined a meeting',
		'meeting:read:participant',
	),
	popular(
		'meeting.participant_left',
		'Meeting Participant Left',
		'A person has left a meeting',
		'meeting:read:participant',
	),
	popular(
		'meeting.registration_created',
		'Meeting Registration Created',
		'A person has registered for a meeting',
		'meeting:read:registrant',
	),
	popular(
		'meeting.summary_completed',
		'Meeting Summary Completed',
		'The AI Companion summary of a meeting is ready',
		'meeting:read:summary',
	),
	popular('meeting.created', 'Meeting Created', 'A meeting has been scheduled', MEETING),
	popular('meeting.updated', 'Meeting Updated', 'A meeting has been changed', MEETING),
	popular('meeting.deleted', 'Meeting Deleted', 'A meeting has been deleted', MEETING),
	popular('webinar.started', 'Webinar Started', 'A webinar has started', WEBINAR),
	popular('webinar.ended', 'Webinar Ended', 'A webinar has ended', WEBINAR),
	popular(
		'webinar.registration_created',
		'Webinar Registration Created',
		'A person has registered for a webinar',
		'webinar:read:registrant',
	),
	popular(
		'webinar.participant_joined',
		'Webinar Participant Joined',
		'A person has joined a webinar',
		'webinar:read:participant',
	),
	popular('user.created', 'User Created', 'A user has been added to the account'),
	popular('chat_message.sent', 'Chat Message Sent', 'A message has been sent in Team Chat'),
];

/** What leads from the popular events to all others. */
export const anotherEvent: INodePropertyOptions = {
	name: 'Another Event',
	value: ANOTHER_EVENT,
	description: 'Choose it in More Event Names or IDs',
	action: 'On another event',
};
