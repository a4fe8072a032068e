import { choice, entries, group, text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { toList } from '../../../values/lists';
import { requiredEmail } from '../../shared/fields';

/** Meeting settings about who may join, and how. */
export const accessSettings: Field[] = [
	entries('Authentication Exceptions', 'authenticationException', {
		entry: 'Person',
		fields: [
			requiredEmail('Email address of the person'),
			text('Name', 'name', 'Name of the person'),
		],
		description:
			'People who can join without signing in. Each of them receives an individual invitation.',
	}),
	group('Blocked or Approved Countries', 'approvedOrDeniedCountriesOrRegions', {
		fields: [
			text('Approved Countries', 'approvedList', {
				encode: toList,
				placeholder: 'e.g. DE, FR',
				description: 'Comma-separated two-letter codes of the countries to allow',
			}),
			text('Blocked Countries', 'deniedList', {
				encode: toList,
				placeholder: 'e.g. DE, FR',
				description: 'Comma-separated two-letter codes of the countries to block',
			}),
			toggle('Enabled', 'enable', 'Whether to restrict by country who can join'),
			choice('Method', 'method', {
				options: [
					{ name: 'Allow Approved Countries', value: 'approve' },
					{ name: 'Deny Blocked Countries', value: 'deny' },
				],
				default: 'approve',
				description: 'Which of the two lists applies',
			}),
		],
		description: 'Countries from which participants can or cannot join',
	}),
	choice('Encryption Type', 'encryptionType', {
		options: [
			{
				name: 'End-to-End',
				value: 'e2ee',
				description:
					'Turns off features that need access to the content of the meeting, such as cloud recording',
			},
			{ name: 'Enhanced', value: 'enhanced_encryption' },
		],
		default: 'enhanced_encryption',
		description: 'Type of encryption for the meeting',
	}),
	toggle(
		'Join Before Host',
		'joinBeforeHost',
		'Whether to let participants join before the host. Zoom turns this off if the waiting room is on.',
	),
	choice('Join Before Host Time', 'jbhTime', {
		options: [
			{ name: '5 Minutes Before', value: 5 },
			{ name: '10 Minutes Before', value: 10 },
			{ name: '15 Minutes Before', value: 15 },
			{ name: 'Any Time', value: 0 },
		],
		default: 0,
		description: 'How long before the start participants can join. Only if Join Before Host is on.',
	}),
	toggle('Internal Meeting', 'internalMeeting', 'Whether to let only users of the account join'),
	entries('Invitees', 'meetingInvitees', {
		entry: 'Invitee',
		fields: [requiredEmail('Email address of the invitee')],
		description: 'People to list as invitees. Zoom does not email them.',
	}),
	toggle('Private Meeting', 'privateMeeting', 'Whether to hide the meeting in shared calendars'),
	toggle(
		'Use Personal Meeting ID',
		'usePmi',
		"Whether to use the host's personal meeting ID. Only for scheduled meetings and recurring meetings with no fixed time.",
	),
	toggle(
		'Waiting Room',
		'waitingRoom',
		'Whether to hold participants in a waiting room until the host admits them',
	),
	group('Waiting Room Options', 'waitingRoomOptions', {
		fields: [
			choice('Mode', 'mode', {
				options: [
					{ name: 'Custom', value: 'custom' },
					{ name: "Use the Host's Settings", value: 'follow_setting' },
				],
				default: 'follow_setting',
				description: "Whether to use the host's settings, or to choose with Who Waits",
			}),
			choice('Who Waits', 'whoGoesToWaitingRoom', {
				options: [
					{ name: 'Everyone', value: 'everyone' },
					{ name: 'Users Not in Account', value: 'users_not_in_account' },
					{
						name: 'Users Not in Account or Allowed Domains',
						value: 'users_not_in_account_or_whitelisted_domains',
					},
					{ name: 'Users Not in Organization', value: 'users_not_in_org' },
					{ name: 'Users Not Invited', value: 'users_not_on_invite' },
				],
				default: 'everyone',
				description: 'Which participants must wait. Only if Mode is Custom.',
			}),
		],
		description: 'Which participants must wait in the waiting room',
	}),
];

/** Meeting settings about people who register first. */
export const registrationSettings: Field[] = [
	toggle(
		'Close Registration',
		'closeRegistration',
		'Whether to close registration after the meeting date',
	),
];
