import { choice, entries, group, text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { toList } from '../../../values/lists';

/** Meeting settings about what happens in the meeting. */
export const featureSettings: Field[] = [
	toggle(
		'Auto-Start AI Questions',
		'autoStartAiCompanionQuestions',
		'Whether to turn on AI Companion questions when the meeting starts',
	),
	toggle(
		'Auto-Start Deepfake Detection',
		'autoStartDeepfakeDetection',
		'Whether to start deepfake detection automatically. Zoom must enable this for your account.',
	),
	toggle(
		'Auto-Start Summary',
		'autoStartMeetingSummary',
		'Whether to start the AI Companion summary automatically',
	),
	group('Breakout Rooms', 'breakoutRoom', {
		fields: [
			toggle('Enabled', 'enable', 'Whether to create breakout rooms before the meeting'),
			entries('Rooms', 'rooms', {
				entry: 'Room',
				fields: [
					text('Name', 'name', 'Name of the room'),
					text('Participants', 'participants', {
						encode: toList,
						description:
							'Comma-separated email addresses of the participants to assign to the room',
					}),
				],
			}),
		],
		description:
			"Breakout rooms to create before the meeting. Zoom ignores them if the host's setting for this is off.",
	}),
	group('Continuous Meeting Chat', 'continuousMeetingChat', {
		fields: [
			toggle(
				'Add External Users',
				'autoAddInvitedExternalUsers',
				'Whether to add invited users from outside the account to the chat',
			),
			toggle(
				'Add Participants',
				'autoAddMeetingParticipants',
				'Whether to add participants to the chat',
			),
			toggle('Enabled', 'enable', 'Whether to enable continuous meeting chat'),
		],
		description: 'Chat that is also available before and after the meeting',
	}),
	toggle('Device Testing', 'deviceTesting', 'Whether to let participants test their devices'),
	toggle(
		'Focus Mode',
		'focusMode',
		'Whether to start the meeting in focus mode, in which participants see only the hosts',
	),
	toggle(
		'Participant-Focused Meeting',
		'participantFocusedMeeting',
		'Whether to use the layout that focuses on participants',
	),
	group('Q&A', 'questionAndAnswer', {
		fields: [
			toggle(
				'Allow Anonymous Questions',
				'allowAnonymousQuestions',
				'Whether to let participants ask questions anonymously',
			),
			toggle(
				'Allow Comments',
				'attendeesCanComment',
				'Whether to let participants answer and comment on questions',
			),
			toggle(
				'Allow Questions',
				'allowSubmitQuestions',
				'Whether to let participants ask questions',
			),
			toggle('Allow Upvotes', 'attendeesCanUpvote', 'Whether to let participants upvote questions'),
			toggle('Enabled', 'enable', 'Whether to enable Q&A'),
			choice('Visible Questions', 'questionVisibility', {
				options: [
					{ name: 'All', value: 'all' },
					{ name: 'Answered', value: 'answered' },
				],
				default: 'answered',
				description: 'Questions that participants can see',
			}),
		],
		description: 'Questions and answers during the meeting',
	}),
	entries('Resources', 'resources', {
		entry: 'Resource',
		fields: [
			choice('Permission Level', 'permissionLevel', {
				options: [
					{ name: 'Viewer', value: 'viewer' },
					{ name: 'Commenter', value: 'commenter' },
					{ name: 'Editor', value: 'editor' },
				],
				default: 'editor',
				description: 'What participants can do with the resource',
			}),
			text('Resource ID', 'resourceId', 'ID of the whiteboard'),
			choice('Resource Type', 'resourceType', {
				options: [{ name: 'Whiteboard', value: 'whiteboard' }],
				default: 'whiteboard',
				description: 'Type of the resource',
			}),
		],
		description: 'Whiteboards to add to the meeting',
	}),
	text(
		'Summary Template ID',
		'summaryTemplateId',
		'ID of the template that AI Companion uses for the summary',
	),
	group('Video Management', 'autoAddRecordingToVideoManagement', {
		fields: [
			entries('Channels', 'channels', {
				entry: 'Channel',
				maxAllowedFields: 5,
				fields: [
					text('Channel ID', 'channelId', { required: true, description: 'ID of the channel' }),
					text('Name', 'name', 'Name of the channel'),
				],
				description: 'Channels to add recordings to, up to five',
			}),
			toggle('Enabled', 'enable', 'Whether to add recordings to video management'),
		],
		description:
			'Video management channels for the recordings of the meeting. Zoom must enable this for your account.',
	}),
	choice('Who Can Ask AI', 'whoCanAskQuestions', {
		options: [
			{ name: 'All Participants and Invitees', value: 1 },
			{ name: 'All Participants, Since They Joined', value: 2 },
			{ name: 'Only the Host', value: 3 },
			{ name: 'Participants and Invitees in Our Organization', value: 4 },
			{ name: 'Participants in Our Organization, Since They Joined', value: 5 },
		],
		default: 1,
		description: 'Who can ask AI Companion about the transcript',
	}),
	choice('Who Receives Summary', 'whoWillReceiveSummary', {
		options: [
			{ name: 'All Invitees, Including External Ones', value: 4 },
			{ name: 'Host and Invitees in Our Organization', value: 3 },
			{ name: 'Host, Co-Hosts and Alternative Hosts', value: 2 },
			{ name: 'Only the Host', value: 1 },
		],
		default: 1,
		description: 'Who receives the summary',
	}),
];
