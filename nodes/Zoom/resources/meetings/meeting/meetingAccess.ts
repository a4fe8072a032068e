import type { Field } from '../../../registry/types';
import { email } from '../../../values/identifiers';
import { toList } from '../../../values/lists';

/** Meeting settings about who may join, and how. */
export const accessSettings: Field[] = [
	{
		displayName: 'Authentication Exceptions',
		name: 'authenticationException',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Person' },
		default: {},
		options: [
			{
				displayName: 'Person',
				name: 'person',
				values: [
					{
						displayName: 'Email',
						name: 'email',
						type: 'string',
						encode: email,
						required: true,
						default: '',
						placeholder: 'e.g. jane@example.com',
						description: "The person's e-mail address",
					},
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						description: "The person's name",
					},
				],
			},
		],
		description: 'People who may join without signing in; each gets an invitation of their own',
	},
	{
		displayName: 'Blocked or Approved Countries',
		name: 'approvedOrDeniedCountriesOrRegions',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Approved Countries',
				name: 'approvedList',
				type: 'string',
				encode: toList,
				default: '',
				placeholder: 'e.g. DE, FR',
				description: 'Two-letter codes of the countries to let in, separated by commas',
			},
			{
				displayName: 'Blocked Countries',
				name: 'deniedList',
				type: 'string',
				encode: toList,
				default: '',
				placeholder: 'e.g. DE, FR',
				description: 'Two-letter codes of the countries to keep out, separated by commas',
			},
			{
				displayName: 'Enabled',
				name: 'enable',
				type: 'boolean',
				default: false,
				description: 'Whether people are let in or kept out by country',
			},
			{
				displayName: 'Method',
				name: 'method',
				type: 'options',
				options: [
					{ name: 'Let In the Approved', value: 'approve' },
					{ name: 'Keep Out the Blocked', value: 'deny' },
				],
				default: 'approve',
				description: 'Whether the list names those let in or those kept out',
			},
		],
		description: 'Who may join by country',
	},
	{
		displayName: 'Encryption Type',
		name: 'encryptionType',
		type: 'options',
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
	},
	{
		displayName: 'Join Before Host',
		name: 'joinBeforeHost',
		type: 'boolean',
		default: false,
		description: 'Whether participants may join before the host. The waiting room turns this off.',
	},
	{
		displayName: 'Join Before Host Time',
		name: 'jbhTime',
		type: 'options',
		options: [
			{ name: '10 Minutes Before', value: 10 },
			{ name: '15 Minutes Before', value: 15 },
			{ name: '5 Minutes Before', value: 5 },
			{ name: 'Any Time', value: 0 },
		],
		default: 0,
		description:
			'How long before the start participants may join, when they may join before the host',
	},
	{
		displayName: 'Internal Meeting',
		name: 'internalMeeting',
		type: 'boolean',
		default: false,
		description: 'Whether only people of the account may join',
	},
	{
		displayName: 'Invitees',
		name: 'meetingInvitees',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Invitee' },
		default: {},
		options: [
			{
				displayName: 'Invitee',
				name: 'invitee',
				values: [
					{
						displayName: 'Email',
						name: 'email',
						type: 'string',
						encode: email,
						required: true,
						default: '',
						placeholder: 'e.g. jane@example.com',
						description: "The invitee's e-mail address",
					},
				],
			},
		],
		description: 'People listed as invited; Zoom does not write to them',
	},
	{
		displayName: 'Private Meeting',
		name: 'privateMeeting',
		type: 'boolean',
		default: false,
		description: 'Whether the meeting is hidden in shared calendars',
	},
	{
		displayName: 'Use Personal Meeting ID',
		name: 'usePmi',
		type: 'boolean',
		default: false,
		description:
			"Whether the meeting takes place under the host's personal meeting ID. Only for scheduled meetings and recurring ones without fixed time.",
	},
	{
		displayName: 'Waiting Room',
		name: 'waitingRoom',
		type: 'boolean',
		default: false,
		description: 'Whether participants wait until the host lets them in',
	},
	{
		displayName: 'Waiting Room Options',
		name: 'waitingRoomOptions',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Mode',
				name: 'mode',
				type: 'options',
				options: [
					{ name: 'Choose for This Meeting', value: 'custom' },
					{ name: "Follow the Host's Settings", value: 'follow_setting' },
				],
				default: 'follow_setting',
				description: 'Whose rule applies',
			},
			{
				displayName: 'Who Waits',
				name: 'whoGoesToWaitingRoom',
				type: 'options',
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
			},
		],
		description: 'Who has to wait',
	},
];

/** Meeting settings about people who register first. */
export const registrationSettings: Field[] = [
	{
		displayName: 'Close Registration',
		name: 'closeRegistration',
		type: 'boolean',
		default: false,
		description: 'Whether registration ends after the meeting date',
	},
];
