import { choice, entries, group, text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { toList } from '../../../values/lists';

/** Meeting settings about what happens in the meeting. */
export const featureSettings: Field[] = [
	toggle(
		'Auto-Start AI Questions',
		'autoStartAiCompanionQuestions',
		'Whether AI Companion answers questions about the meeting from its start',
	),
	toggle(
		'Auto-Start Deepfake Detection',
		'autoStartDeepfakeDetection',
		'Whether deepfake detection starts by itself. Zoom has to enable this for the account.',
	),
	toggle(
		'Auto-Start Summary',
		'autoStartMeetingSummary',
		'Whether AI Companion writes a summary of the meeting',
	),
	group('Breakout Rooms', 'breakoutRoom', {
		fields: [
			toggle('Enabled', 'enable', 'Whether rooms are set up before the meeting'),
			entries('Rooms', 'rooms', {
				entry: 'Room',
				fields: [
					text('Name', 'name', 'The name of the room'),
					text('Participants', 'participants', {
						encode: toList,
						description: 'E-mail addresses of those who belong in the room, separated by commas',
					}),
				],
			}),
		],
		description:
			"Rooms set up before the meeting. Zoom ignores them when the host's setting for it is off.",
	}),
	group('Continuous Meeting Chat', 'continuousMeetingChat', {
		fields: [
			toggle(
				'Add External Users',
				'autoAddInvitedExternalUsers',
				'Whether invited people outside the account are added to the chat',
			),
			toggle(
				'Add Participants',
				'autoAddMeetingParticipants',
				'Whether participants are added to the chat',
			),
			toggle('Enabled', 'enable', 'Whether there is such a chat'),
		],
		description: 'A chat that goes on before and after the meeting',
	}),
	toggle('Device Testing', 'deviceTesting', 'Whether participants can test their devices'),
	toggle(
		'Focus Mode',
		'focusMode',
		'Whether participants see only the hosts when the meeting begins',
	),
	toggle(
		'Participant-Focused Meeting',
		'participantFocusedMeeting',
		'Whether the meeting is laid out around its participants',
	),
	group('Question and Answer', 'questionAndAnswer', {
		fields: [
			toggle(
				'Allow Anonymous Questions',
				'allowAnonymousQuestions',
				'Whether participants may ask without giving their name',
			),
			toggle(
				'Allow Comments',
				'attendeesCanComment',
				'Whether participants may answer and comment',
			),
			toggle('Allow Questions', 'allowSubmitQuestions', 'Whether participants may ask'),
			toggle('Allow Upvotes', 'attendeesCanUpvote', 'Whether participants may vote questions up'),
			toggle('Enabled', 'enable', 'Whether there are questions and answers'),
			choice('Visible Questions', 'questionVisibility', {
				options: [
					{ name: 'All', value: 'all' },
					{ name: 'Answered', value: 'answered' },
				],
				default: 'answered',
				description: 'Which questions participants see',
			}),
		],
		description: 'Questions during the meeting',
	}),
	entries('Resources', 'resources', {
		entry: 'Resource',
		fields: [
			choice('Permission Level', 'permissionLevel', {
				options: [
					{ name: 'Commenter', value: 'commenter' },
					{ name: 'Editor', value: 'editor' },
					{ name: 'Viewer', value: 'viewer' },
				],
				default: 'editor',
				description: 'What participants may do with it',
			}),
			text('Resource ID', 'resourceId', 'The ID of the whiteboard'),
			choice('Resource Type', 'resourceType', {
				options: [{ name: 'Whiteboard', value: 'whiteboard' }],
				default: 'whiteboard',
				description: 'What it is',
			}),
		],
		description: 'Whiteboards of the meeting',
	}),
	text(
		'Summary Template ID',
		'summaryTemplateId',
		'Which template AI Companion writes the summary by',
	),
	group('Video Management', 'autoAddRecordingToVideoManagement', {
		fields: [
			entries('Channels', 'channels', {
				entry: 'Channel',
				maxAllowedFields: 5,
				fields: [
					text('Channel ID', 'channelId', { required: true, description: 'The ID of the channel' }),
					text('Name', 'name', 'The name of the channel'),
				],
				description: 'The channels, at most five',
			}),
			toggle('Enabled', 'enable', 'Whether recordings are added to video management'),
		],
		description:
			'Where recordings of the meeting are shown. Zoom has to enable this for the account.',
	}),
	choice('Who Can Ask AI', 'whoCanAskQuestions', {
		options: [
			{ name: 'All Participants and Invitees', value: 1 },
			{ name: 'All Participants, From When They Join', value: 2 },
			{ name: 'Only the Host', value: 3 },
			{ name: 'Participants and Invitees in Our Organization', value: 4 },
			{ name: 'Participants in Our Organization, From When They Join', value: 5 },
		],
		default: 1,
		description: 'Who may ask AI Companion about the transcript',
	}),
	choice('Who Receives Summary', 'whoWillReceiveSummary', {
		options: [
			{ name: 'All Invitees, Also Outside Our Organization', value: 4 },
			{ name: 'Host and Invitees in Our Organization', value: 3 },
			{ name: 'Host, Co-Hosts and Alternative Hosts', value: 2 },
			{ name: 'Only the Host', value: 1 },
		],
		default: 1,
		description: 'Who gets the summary',
	}),
];
