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
	choice('Method', 'method', {
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
					description: "The user's e-mail address",
				}),
				text('User ID', 'id', "The user's ID, in place of the address"),
			],
			description: 'The users to invite, at most ten',
		}),
		text('Phone Number', 'phoneNumber', {
			required: true,
			displayOptions: forMethods(CALL_PHONE),
			placeholder: 'e.g. +16032331333-156',
			description: 'Number to call, with country code; an extension follows a dash',
		}),
		choice('Call Type', 'callType', {
			required: true,
			options: [
				{ name: 'H.323', value: 'h323' },
				{ name: 'SIP', value: 'sip' },
			],
			displayOptions: forMethods(CALL_ROOM),
			default: 'sip',
			description: 'How the room system is called',
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
			description: 'The participant to remove, as named by events of the meeting',
		}),
	]),
];

const headerFields = (protocol: string): Field[] => [
	text('From Name', 'fromDisplayName', {
		maxLength: 64,
		description: `Name of the caller in the ${protocol} header`,
	}),
	text('To Name', 'toDisplayName', {
		maxLength: 64,
		description: 'Name of the room system in the meeting',
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
		description: 'What to start or stop of AI Companion',
	}),
	toggle(
		'Delete Meeting Assets',
		'deleteMeetingAssets',
		'Whether transcript and summary are thrown away when AI Companion stops altogether',
	),
	group('H.323 Headers', 'h323Headers', {
		fields: headerFields('H.323'),
		description: 'How a room system called by H.323 sees the caller',
	}),
	text(
		'Invitee Name',
		'inviteeName',
		'Name under which whoever is called by phone appears in the meeting',
	),
	group('Phone Call Options', 'inviteOptions', {
		fields: [
			toggle('Require Greeting', 'requireGreeting', {
				default: true,
				description: 'Whether whoever answers is greeted before being connected',
			}),
			toggle('Require Pressing 1', 'requirePressingOne', {
				default: true,
				description: 'Whether whoever answers has to press 1 before being connected',
			}),
		],
		description: 'What is asked of whoever is called by phone',
	}),
	toggle(
		'Retain Transcript',
		'retainMeetingTranscript',
		"Whether the transcript made for a summary is kept. Zoom follows the host's setting when this is not set.",
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
						description: 'Name of the header; begins with X-',
					}),
					text('Value', 'value', { maxLength: 256 }),
				],
				description: 'Headers of your own, at most ten',
			}),
			text('From URI', 'fromUri', {
				maxLength: 256,
				placeholder: 'e.g. sip:meeting@example.com',
				description: 'Address of the caller; begins with sip: or sips:',
			}),
			...headerFields('SIP'),
		],
		description: 'How a room system called by SIP sees the caller',
	}),
	text('Waiting Room Description', 'waitingRoomDescription', {
		rows: 3,
		description: 'What people read while they wait',
	}),
	text('Waiting Room Title', 'waitingRoomTitle', 'Headline of the waiting room'),
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
