import { objectsIn } from '../../../json/json';
import { choice, entries, group, text, toggle } from '../../../registry/field';
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
	choice('Action', 'method', {
		required: true,
		options: [
			{
				name: 'Call a Phone',
				value: CALL_PHONE,
				description: 'Also works before the meeting starts',
			},
			{
				name: 'Call a Room System',
				value: CALL_ROOM,
				description: 'Also works before the meeting starts',
			},
			{ name: 'Disable AI Companion', value: 'ai_companion.disable' },
			{
				name: 'Invite Users',
				value: INVITE,
				description: 'Rings the Zoom clients of users of the account',
			},
			{ name: 'Pause Recording', value: 'recording.pause' },
			{
				name: 'Remove Participant',
				value: 'participant.remove',
				description: 'Zoom must enable this for your account',
			},
			{ name: 'Resume Recording', value: 'recording.resume' },
			{ name: 'Start AI Companion', value: 'ai_companion.start' },
			{ name: 'Start Recording', value: 'recording.start' },
			{ name: 'Stop AI Companion', value: 'ai_companion.stop' },
			{ name: 'Stop Recording', value: 'recording.stop' },
			{ name: 'Update Waiting Room', value: 'waiting_room.update' },
		],
		default: 'recording.start',
		description: 'What to do in the meeting. The recording actions control cloud recording.',
	}),
	...inside('params', [
		entries('Contacts', 'contacts', {
			required: true,
			displayOptions: forMethods(INVITE),
			entry: 'Contact',
			maxAllowedFields: 10,
			fields: [
				text('Email', 'email', {
					placeholder: 'e.g. jane@example.com',
					description: 'Email address of the user',
				}),
				text('User ID', 'id', 'ID of the user, if you do not set the email address'),
			],
			description: 'Users to invite, up to ten',
		}),
		text('Phone Number', 'phoneNumber', {
			required: true,
			displayOptions: forMethods(CALL_PHONE),
			placeholder: 'e.g. +16032331333-156',
			description: 'Number to call, with country code. Add an extension after a dash.',
		}),
		choice('Call Type', 'callType', {
			required: true,
			options: [
				{ name: 'H.323', value: 'h323' },
				{ name: 'SIP', value: 'sip' },
			],
			displayOptions: forMethods(CALL_ROOM),
			default: 'sip',
			description: 'Protocol to call the room system with',
		}),
		text('Device Address', 'deviceIp', {
			required: true,
			displayOptions: forMethods(CALL_ROOM),
			placeholder: 'e.g. 203.0.113.7',
			description: 'IP address or URI of the room system',
		}),
		text('Participant UUID', 'participantUuid', {
			required: true,
			displayOptions: forMethods('participant.remove'),
			description: 'UUID of the participant to remove, from the participant events of the meeting',
		}),
	]),
];

const headerFields = (protocol: string): Field[] => [
	text('From Name', 'fromDisplayName', {
		maxLength: 64,
		description: `Caller name in the ${protocol} header`,
	}),
	text('To Name', 'toDisplayName', {
		maxLength: 64,
		description: 'Name of the room system shown in the meeting',
	}),
];

/** What goes with only some of the methods. */
export const controlOptions = inside('params', [
	choice('AI Companion Mode', 'aiCompanionMode', {
		options: [
			{ name: 'Questions', value: 'questions' },
			{ name: 'Questions and Summary', value: 'all' },
			{ name: 'Summary', value: 'summary' },
		],
		default: 'all',
		description: 'AI Companion features to start or stop. Only for Start and Stop AI Companion.',
	}),
	toggle(
		'Delete Meeting Assets',
		'deleteMeetingAssets',
		'Whether to delete the transcript and summary. Only for Disable AI Companion.',
	),
	group('H.323 Headers', 'h323Headers', {
		fields: headerFields('H.323'),
		description: 'Headers for a call to a room system over H.323',
	}),
	text('Invitee Name', 'inviteeName', 'Name that the meeting shows for the person called by phone'),
	group('Phone Call Options', 'inviteOptions', {
		fields: [
			toggle('Require Greeting', 'requireGreeting', {
				default: true,
				description: 'Whether to play a greeting before the called person is connected',
			}),
			toggle('Require Pressing 1', 'requirePressingOne', {
				default: true,
				description: 'Whether to require the called person to press 1 to be connected',
			}),
		],
		description: 'What the person called by phone must do before they join',
	}),
	toggle(
		'Retain Transcript',
		'retainMeetingTranscript',
		"Whether to keep the transcript created for a summary. Defaults to the host's setting.",
	),
	group('SIP Headers', 'sipHeaders', {
		fields: [
			entries('Additional Headers', 'additionalHeaders', {
				entry: 'Header',
				maxAllowedFields: 10,
				fields: [
					text('Key', 'key', {
						maxLength: 32,
						placeholder: 'e.g. X-Department',
						description: 'Name of the header, starting with X-',
					}),
					text('Value', 'value', { maxLength: 256 }),
				],
				description: 'Custom headers, up to ten',
			}),
			text('From URI', 'fromUri', {
				maxLength: 256,
				placeholder: 'e.g. sip:meeting@example.com',
				description: 'Address of the caller, starting with sip: or sips:',
			}),
			...headerFields('SIP'),
		],
		description: 'Headers for a call to a room system over SIP',
	}),
	text('Waiting Room Description', 'waitingRoomDescription', {
		rows: 3,
		description: 'Text that participants see in the waiting room',
	}),
	text('Waiting Room Title', 'waitingRoomTitle', 'Title that participants see in the waiting room'),
]);

/** The sentence for a control that says too little. */
export function controlProblem(values: Values): string | undefined {
	const contacts = objectsIn(values.contacts);
	const unnamed = contacts.findIndex(({ email, id }) => email === undefined && id === undefined);
	if (unnamed !== -1) return `Contacts > Contact ${unnamed + 1}: needs an email address or an ID`;
	const says = values.waitingRoomTitle ?? values.waitingRoomDescription;
	return values.method === 'waiting_room.update' && says === undefined
		? 'Waiting Room Title or Waiting Room Description: is required to update the waiting room'
		: undefined;
}
