import type { Field, Values } from '../../../registry/types';
import { inside } from '../../shared/fields';

/** Shown for some of the methods. */
const forMethods = (...methods: string[]): Field['displayOptions'] => ({
	show: { method: methods },
});

const INVITE = 'participant.invite';
const CALL_PHONE = 'participant.invite.callout';
const CALL_ROOM = 'participant.invite.room_system_callout';

/** What to do in a meeting that takes place, and what Zoom has to know for it. */
export const controlFields: Field[] = [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		in: 'body',
		required: true,
		options: [
			{
				name: 'Call a Phone',
				value: CALL_PHONE,
				description: 'Works before the meeting begins, too',
			},
			{
				name: 'Call a Room System',
				value: CALL_ROOM,
				description: 'Works before the meeting begins, too',
			},
			{ name: 'Disable AI Companion', value: 'ai_companion.disable' },
			{
				name: 'Invite Users',
				value: INVITE,
				description: 'Their Zoom client rings; they have to be users of the account',
			},
			{ name: 'Pause Recording', value: 'recording.pause' },
			{
				name: 'Remove Participant',
				value: 'participant.remove',
				description: 'Zoom has to enable this for the account',
			},
			{ name: 'Resume Recording', value: 'recording.resume' },
			{ name: 'Start AI Companion', value: 'ai_companion.start' },
			{ name: 'Start Recording', value: 'recording.start' },
			{ name: 'Stop AI Companion', value: 'ai_companion.stop' },
			{ name: 'Stop Recording', value: 'recording.stop' },
			{ name: 'Update Waiting Room', value: 'waiting_room.update' },
		],
		default: 'recording.start',
		description: 'What to do in the meeting. Recordings are those in the cloud.',
	},
	...inside('params', [
		{
			displayName: 'Contacts',
			name: 'contacts',
			type: 'fixedCollection',
			typeOptions: {
				multipleValues: true,
				multipleValueButtonText: 'Add Contact',
				maxAllowedFields: 10,
			},
			required: true,
			displayOptions: forMethods(INVITE),
			default: {},
			options: [
				{
					displayName: 'Contact',
					name: 'contact',
					values: [
						{
							displayName: 'Email',
							name: 'email',
							type: 'string',
							default: '',
							placeholder: 'e.g. jane@example.com',
							description: "The user's e-mail address",
						},
						{
							displayName: 'User ID',
							name: 'id',
							type: 'string',
							default: '',
							description: "The user's ID, in place of the address",
						},
					],
				},
			],
			description: 'The users to invite, at most ten',
		},
		{
			displayName: 'Phone Number',
			name: 'phoneNumber',
			type: 'string',
			required: true,
			displayOptions: forMethods(CALL_PHONE),
			default: '',
			placeholder: 'e.g. +16032331333-156',
			description: 'Number to call, with country code; an extension follows a dash',
		},
		{
			displayName: 'Call Type',
			name: 'callType',
			type: 'options',
			required: true,
			options: [
				{ name: 'H.323', value: 'h323' },
				{ name: 'SIP', value: 'sip' },
			],
			displayOptions: forMethods(CALL_ROOM),
			default: 'sip',
			description: 'How the room system is called',
		},
		{
			displayName: 'Device Address',
			name: 'deviceIp',
			type: 'string',
			required: true,
			displayOptions: forMethods(CALL_ROOM),
			default: '',
			placeholder: 'e.g. 203.0.113.7',
			description: 'IP address or URI of the room system',
		},
		{
			displayName: 'Participant UUID',
			name: 'participantUuid',
			type: 'string',
			required: true,
			displayOptions: forMethods('participant.remove'),
			default: '',
			description: 'The participant to remove, as named by events of the meeting',
		},
	]),
];

const headerFields = (protocol: string): Field[] => [
	{
		displayName: 'From Name',
		name: 'fromDisplayName',
		type: 'string',
		typeOptions: { maxLength: 64 },
		default: '',
		description: `Name of the caller in the ${protocol} header`,
	},
	{
		displayName: 'To Name',
		name: 'toDisplayName',
		type: 'string',
		typeOptions: { maxLength: 64 },
		default: '',
		description: 'Name of the room system in the meeting',
	},
];

/** What goes with only some of the methods. */
export const controlOptions = inside('params', [
	{
		displayName: 'AI Companion Mode',
		name: 'aiCompanionMode',
		type: 'options',
		options: [
			{ name: 'Questions', value: 'questions' },
			{ name: 'Questions and Summary', value: 'all' },
			{ name: 'Summary', value: 'summary' },
		],
		default: 'all',
		description: 'What to start or stop of AI Companion',
	},
	{
		displayName: 'Delete Meeting Assets',
		name: 'deleteMeetingAssets',
		type: 'boolean',
		default: false,
		description:
			'Whether transcript and summary are thrown away when AI Companion stops altogether',
	},
	{
		displayName: 'H.323 Headers',
		name: 'h323Headers',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: headerFields('H.323'),
		description: 'How a room system called by H.323 sees the caller',
	},
	{
		displayName: 'Invitee Name',
		name: 'inviteeName',
		type: 'string',
		default: '',
		description: 'Name under which whoever is called by phone appears in the meeting',
	},
	{
		displayName: 'Phone Call Options',
		name: 'inviteOptions',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Require Greeting',
				name: 'requireGreeting',
				type: 'boolean',
				default: true,
				description: 'Whether whoever answers is greeted before being connected',
			},
			{
				displayName: 'Require Pressing 1',
				name: 'requirePressingOne',
				type: 'boolean',
				default: true,
				description: 'Whether whoever answers has to press 1 before being connected',
			},
		],
		description: 'What is asked of whoever is called by phone',
	},
	{
		displayName: 'Retain Transcript',
		name: 'retainMeetingTranscript',
		type: 'boolean',
		default: false,
		description:
			"Whether the transcript made for a summary is kept. Zoom follows the host's setting when this is not set.",
	},
	{
		displayName: 'SIP Headers',
		name: 'sipHeaders',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Additional Headers',
				name: 'additionalHeaders',
				type: 'fixedCollection',
				typeOptions: {
					multipleValues: true,
					multipleValueButtonText: 'Add Header',
					maxAllowedFields: 10,
				},
				default: {},
				options: [
					{
						displayName: 'Header',
						name: 'header',
						values: [
							{
								displayName: 'Key',
								name: 'key',
								type: 'string',
								typeOptions: { maxLength: 32 },
								default: '',
								placeholder: 'e.g. X-Department',
								description: 'Name of the header; begins with X-',
							},
							{
								displayName: 'Value',
								name: 'value',
								type: 'string',
								typeOptions: { maxLength: 256 },
								default: '',
							},
						],
					},
				],
				description: 'Headers of your own, at most ten',
			},
			{
				displayName: 'From URI',
				name: 'fromUri',
				type: 'string',
				typeOptions: { maxLength: 256 },
				default: '',
				placeholder: 'e.g. sip:meeting@example.com',
				description: 'Address of the caller; begins with sip: or sips:',
			},
			...headerFields('SIP'),
		],
		description: 'How a room system called by SIP sees the caller',
	},
	{
		displayName: 'Waiting Room Description',
		name: 'waitingRoomDescription',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'What people read while they wait',
	},
	{
		displayName: 'Waiting Room Title',
		name: 'waitingRoomTitle',
		type: 'string',
		default: '',
		description: 'Headline of the waiting room',
	},
]);

/** The sentence for a control that says too little. */
export function controlProblem(values: Values): string | undefined {
	const contacts = (values.contacts ?? []) as Values[];
	const unnamed = contacts.findIndex(({ email, id }) => email === undefined && id === undefined);
	if (unnamed !== -1) return `Contacts > Contact ${unnamed + 1}: needs an e-mail address or an ID`;
	const says = values.waitingRoomTitle ?? values.waitingRoomDescription;
	return values.method === 'waiting_room.update' && says === undefined
		? 'Waiting Room Title: is required to update the waiting room, or Waiting Room Description'
		: undefined;
}
