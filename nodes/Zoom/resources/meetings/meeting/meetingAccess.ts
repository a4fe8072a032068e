import { choice, entries, group, text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { toList } from '../../../values/lists';
import { requiredEmail } from '../../shared/fields';

/** Meeting settings about who may join, and how. */
export const accessSettings: Field[] = [
	entries('Authentication Exceptions', 'authenticationException', {
		entry: 'Person',
		fields: [
			requiredEmail("The person's e-mail address"),
			text('Name', 'name', "The person's name"),
		],
		description: 'People who may join without signing in; each gets an invitation of their own',
	}),
	group('Blocked or Approved Countries', 'approvedOrDeniedCountriesOrRegions', {
		fields: [
			text('Approved Countries', 'approvedList', {
				encode: toList,
				placeholder: 'e.g. DE, FR',
				description: 'Two-letter codes of the countries to let in, separated by commas',
			}),
			text('Blocked Countries', 'deniedList', {
				encode: toList,
				placeholder: 'e.g. DE, FR',
				description: 'Two-letter codes of the countries to keep out, separated by commas',
			}),
			toggle('Enabled', 'enable', 'Whether people are let in or kept out by country'),
			choice('Method', 'method', {
				options: [
					{ name: 'Let In the Approved', value: 'approve' },
					{ name: 'Keep Out the Blocked', value: 'deny' },
				],
				default: 'approve',
				description: 'Whether the list names those let in or those kept out',
			}),
		],
		description: 'Who may join by country',
	}),
	choice('Encryption Type', 'encryptionType', {
		options: [
			{
				name: 'End-to-End',
				value: 'e2ee',
				description:
					'Turns off features that need Zoom to read the meeting, such as cloud recording',
			},
			{ name: 'Enhanced', value: 'enhanced_encryption' },
		],
		default: 'enhanced_encryption',
		description: 'How the meeting is encrypted',
	}),
	toggle(
		'Join Before Host',
		'joinBeforeHost',
		'Whether participants may join before the host. The waiting room turns this off.',
	),
	choice('Join Before Host Time', 'jbhTime', {
		options: [
			{ name: '10 Minutes Before', value: 10 },
			{ name: '15 Minutes Before', value: 15 },
			{ name: '5 Minutes Before', value: 5 },
			{ name: 'Any Time', value: 0 },
		],
		default: 0,
		description:
			'How long before the start participants may join, when they may join before the host',
	}),
	toggle('Internal Meeting', 'internalMeeting', 'Whether only people of the account may join'),
	entries('Invitees', 'meetingInvitees', {
		entry: 'Invitee',
		fields: [requiredEmail("The invitee's e-mail address")],
		description: 'People listed as invited; Zoom does not write to them',
	}),
	toggle('Private Meeting', 'privateMeeting', 'Whether the meeting is hidden in shared calendars'),
	toggle(
		'Use Personal Meeting ID',
		'usePmi',
		"Whether the meeting takes place under the host's personal meeting ID. Only for scheduled meetings and recurring ones without fixed time.",
	),
	toggle('Waiting Room', 'waitingRoom', 'Whether participants wait until the host lets them in'),
	group('Waiting Room Options', 'waitingRoomOptions', {
		fields: [
			choice('Mode', 'mode', {
				options: [
					{ name: 'Choose for This Meeting', value: 'custom' },
					{ name: "Follow the Host's Settings", value: 'follow_setting' },
				],
				default: 'follow_setting',
				description: 'Whose rule applies',
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
					{ name: 'Users Not on Invite', value: 'users_not_on_invite' },
				],
				default: 'everyone',
				description: 'Who has to wait, in the mode "Choose for This Meeting"',
			}),
		],
		description: 'Who has to wait',
	}),
];

/** Meeting settings about people who register first. */
export const registrationSettings: Field[] = [
	toggle(
		'Close Registration',
		'closeRegistration',
		'Whether registration ends after the meeting date',
	),
];
