import { email } from '../../identifiers';
import { toList } from '../../lists';
import type { Field } from '../../operation';

/** Meeting settings about what happens in the meeting. */
export const featureSettings: Field[] = [
	{
		displayName: 'Auto-Start AI Questions',
		name: 'autoStartAiCompanionQuestions',
		type: 'boolean',
		default: false,
		description: 'Whether AI Companion answers questions about the meeting from its start',
	},
	{
		displayName: 'Auto-Start Deepfake Detection',
		name: 'autoStartDeepfakeDetection',
		type: 'boolean',
		default: false,
		description:
			'Whether deepfake detection starts by itself. Zoom has to enable this for the account.',
	},
	{
		displayName: 'Auto-Start Summary',
		name: 'autoStartMeetingSummary',
		type: 'boolean',
		default: false,
		description: 'Whether AI Companion writes a summary of the meeting',
	},
	{
		displayName: 'Breakout Rooms',
		name: 'breakoutRoom',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Enabled',
				name: 'enable',
				type: 'boolean',
				default: false,
				description: 'Whether rooms are set up before the meeting',
			},
			{
				displayName: 'Rooms',
				name: 'rooms',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Room' },
				default: {},
				options: [
					{
						displayName: 'Room',
						name: 'room',
						values: [
							{
								displayName: 'Name',
								name: 'name',
								type: 'string',
								default: '',
								description: 'The name of the room',
							},
							{
								displayName: 'Participants',
								name: 'participants',
								type: 'string',
								encode: toList,
								default: '',
								description:
									'E-mail addresses of those who belong in the room, separated by commas',
							},
						],
					},
				],
			},
		],
		description:
			"Rooms set up before the meeting. Zoom ignores them when the host's setting for it is off.",
	},
	{
		displayName: 'Continuous Meeting Chat',
		name: 'continuousMeetingChat',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Add External Users',
				name: 'autoAddInvitedExternalUsers',
				type: 'boolean',
				default: false,
				description: 'Whether invited people outside the account are added to the chat',
			},
			{
				displayName: 'Add Participants',
				name: 'autoAddMeetingParticipants',
				type: 'boolean',
				default: false,
				description: 'Whether participants are added to the chat',
			},
			{
				displayName: 'Enabled',
				name: 'enable',
				type: 'boolean',
				default: false,
				description: 'Whether there is such a chat',
			},
		],
		description: 'A chat that goes on before and after the meeting',
	},
	{
		displayName: 'Device Testing',
		name: 'deviceTesting',
		type: 'boolean',
		default: false,
		description: 'Whether participants can test their devices',
	},
	{
		displayName: 'Focus Mode',
		name: 'focusMode',
		type: 'boolean',
		default: false,
		description: 'Whether participants see only the hosts when the meeting begins',
	},
	{
		displayName: 'Language Interpretation',
		name: 'languageInterpretation',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Enabled',
				name: 'enable',
				type: 'boolean',
				default: false,
				description: 'Whether there are interpreters',
			},
			{
				displayName: 'Interpreters',
				name: 'interpreters',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Interpreter' },
				default: {},
				options: [
					{
						displayName: 'Interpreter',
						name: 'interpreter',
						values: [
							{
								displayName: 'Email',
								name: 'email',
								type: 'string',
								encode: email,
								required: true,
								default: '',
								placeholder: 'e.g. jane@example.com',
								description: "The interpreter's e-mail address",
							},
							{
								displayName: 'Languages',
								name: 'interpreterLanguages',
								type: 'string',
								default: '',
								placeholder: 'e.g. English,French',
								description: 'The two languages, separated by a comma',
							},
						],
					},
				],
			},
		],
		description:
			"Interpreters for spoken languages. Zoom ignores them when the host's account does not have the feature.",
	},
	{
		displayName: 'Participant-Focused Meeting',
		name: 'participantFocusedMeeting',
		type: 'boolean',
		default: false,
		description: 'Whether the meeting is laid out around its participants',
	},
	{
		displayName: 'Question and Answer',
		name: 'questionAndAnswer',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Allow Anonymous Questions',
				name: 'allowAnonymousQuestions',
				type: 'boolean',
				default: false,
				description: 'Whether participants may ask without giving their name',
			},
			{
				displayName: 'Allow Comments',
				name: 'attendeesCanComment',
				type: 'boolean',
				default: false,
				description: 'Whether participants may answer and comment',
			},
			{
				displayName: 'Allow Questions',
				name: 'allowSubmitQuestions',
				type: 'boolean',
				default: false,
				description: 'Whether participants may ask',
			},
			{
				displayName: 'Allow Upvotes',
				name: 'attendeesCanUpvote',
				type: 'boolean',
				default: false,
				description: 'Whether participants may vote questions up',
			},
			{
				displayName: 'Enabled',
				name: 'enable',
				type: 'boolean',
				default: false,
				description: 'Whether there are questions and answers',
			},
			{
				displayName: 'Visible Questions',
				name: 'questionVisibility',
				type: 'options',
				options: [
					{ name: 'All', value: 'all' },
					{ name: 'Answered', value: 'answered' },
				],
				default: 'answered',
				description: 'Which questions participants see',
			},
		],
		description: 'Questions during the meeting',
	},
	{
		displayName: 'Resources',
		name: 'resources',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Resource' },
		default: {},
		options: [
			{
				displayName: 'Resource',
				name: 'resource',
				values: [
					{
						displayName: 'Permission Level',
						name: 'permissionLevel',
						type: 'options',
						options: [
							{ name: 'Commenter', value: 'commenter' },
							{ name: 'Editor', value: 'editor' },
							{ name: 'Viewer', value: 'viewer' },
						],
						default: 'editor',
						description: 'What participants may do with it',
					},
					{
						displayName: 'Resource ID',
						name: 'resourceId',
						type: 'string',
						default: '',
						description: 'The ID of the whiteboard',
					},
					{
						displayName: 'Resource Type',
						name: 'resourceType',
						type: 'options',
						options: [{ name: 'Whiteboard', value: 'whiteboard' }],
						default: 'whiteboard',
						description: 'What it is',
					},
				],
			},
		],
		description: 'Whiteboards of the meeting',
	},
	{
		displayName: 'Sign Language Interpretation',
		name: 'signLanguageInterpretation',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Enabled',
				name: 'enable',
				type: 'boolean',
				default: false,
				description: 'Whether there are interpreters',
			},
			{
				displayName: 'Interpreters',
				name: 'interpreters',
				type: 'fixedCollection',
				typeOptions: {
					multipleValues: true,
					multipleValueButtonText: 'Add Interpreter',
					maxAllowedFields: 20,
				},
				default: {},
				options: [
					{
						displayName: 'Interpreter',
						name: 'interpreter',
						values: [
							{
								displayName: 'Email',
								name: 'email',
								type: 'string',
								encode: email,
								required: true,
								default: '',
								placeholder: 'e.g. jane@example.com',
								description: "The interpreter's e-mail address",
							},
							{
								displayName: 'Sign Language',
								name: 'signLanguage',
								type: 'string',
								default: '',
								placeholder: 'e.g. American',
								description: "The interpreter's sign language",
							},
						],
					},
				],
			},
		],
		description:
			"Interpreters for sign languages. Zoom ignores them when the host's account does not have the feature.",
	},
	{
		displayName: 'Summary Template ID',
		name: 'summaryTemplateId',
		type: 'string',
		default: '',
		description: 'Which template AI Companion writes the summary by',
	},
	{
		displayName: 'Video Management',
		name: 'autoAddRecordingToVideoManagement',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Channels',
				name: 'channels',
				type: 'fixedCollection',
				typeOptions: {
					multipleValues: true,
					multipleValueButtonText: 'Add Channel',
					maxAllowedFields: 5,
				},
				default: {},
				options: [
					{
						displayName: 'Channel',
						name: 'channel',
						values: [
							{
								displayName: 'Channel ID',
								name: 'channelId',
								type: 'string',
								required: true,
								default: '',
								description: 'The ID of the channel',
							},
							{
								displayName: 'Name',
								name: 'name',
								type: 'string',
								default: '',
								description: 'The name of the channel',
							},
						],
					},
				],
				description: 'The channels, at most five',
			},
			{
				displayName: 'Enabled',
				name: 'enable',
				type: 'boolean',
				default: false,
				description: 'Whether recordings are added to video management',
			},
		],
		description:
			'Where recordings of the meeting are shown. Zoom has to enable this for the account.',
	},
	{
		displayName: 'Who Can Ask AI',
		name: 'whoCanAskQuestions',
		type: 'options',
		options: [
			{ name: 'All Participants and Invitees', value: 1 },
			{ name: 'All Participants, From When They Join', value: 2 },
			{ name: 'Only the Host', value: 3 },
			{ name: 'Participants and Invitees in Our Organization', value: 4 },
			{ name: 'Participants in Our Organization, From When They Join', value: 5 },
		],
		default: 1,
		description: 'Who may ask AI Companion about the transcript',
	},
	{
		displayName: 'Who Receives Summary',
		name: 'whoWillReceiveSummary',
		type: 'options',
		options: [
			{ name: 'All Invitees, Also Outside Our Organization', value: 4 },
			{ name: 'Host and Invitees in Our Organization', value: 3 },
			{ name: 'Host, Co-Hosts and Alternative Hosts', value: 2 },
			{ name: 'Only the Host', value: 1 },
		],
		default: 1,
		description: 'Who gets the summary',
	},
];
