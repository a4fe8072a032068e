import type { Field } from '../../../registry/types';
import { toCommas, toList } from '../../../values/lists';

/** Settings that meetings and webinars have alike. */
export const sessionSettings: Field[] = [
	{
		displayName: 'Allow Host Control of Mute State',
		name: 'allowHostControlParticipantMuteState',
		type: 'boolean',
		default: false,
		description:
			'Whether host and co-hosts may mute and unmute participants. Not together with Request Permission to Unmute.',
	},
	{
		displayName: 'Allow Multiple Devices',
		name: 'allowMultipleDevices',
		type: 'boolean',
		default: false,
		description: 'Whether registrants may join from several devices at once',
	},
	{
		displayName: 'Alternative Hosts Update Polls',
		name: 'alternativeHostUpdatePolls',
		type: 'boolean',
		default: false,
		description: 'Whether alternative hosts may add and edit polls',
	},
	{
		displayName: 'Approval Type',
		name: 'approvalType',
		type: 'options',
		options: [
			{ name: 'Approve Automatically', value: 0 },
			{ name: 'Approve by Hand', value: 1 },
			{ name: 'No Registration', value: 2 },
		],
		default: 2,
		description: 'Whether people register first, and who approves them',
	},
	{
		displayName: 'Audio',
		name: 'audio',
		type: 'options',
		options: [
			{ name: 'Both Telephony and VoIP', value: 'both' },
			{ name: 'Telephony', value: 'telephony' },
			{ name: 'Third Party', value: 'thirdParty' },
			{ name: 'VOIP', value: 'voip' },
		],
		default: 'both',
		description: 'How participants can be heard',
	},
	{
		displayName: 'Audio Conference Info',
		name: 'audioConferenceInfo',
		type: 'string',
		typeOptions: { maxLength: 2048 },
		default: '',
		description: 'What participants are told about third-party audio',
	},
	{
		displayName: 'Authentication Domains',
		name: 'authenticationDomains',
		type: 'string',
		encode: toCommas,
		default: '',
		placeholder: 'e.g. example.com, *.example.org',
		description: 'Domains whose signed-in users may join, separated by commas',
	},
	{
		displayName: 'Authentication Option ID',
		name: 'authenticationOption',
		type: 'string',
		default: '',
		description:
			'Which sign-in profile is required; its ID is under "authentication_options" in the user\'s settings',
	},
	{
		displayName: 'Auto Recording',
		name: 'autoRecording',
		type: 'options',
		options: [
			{ name: 'Cloud', value: 'cloud' },
			{ name: 'Disabled', value: 'none' },
			{ name: 'Local', value: 'local' },
		],
		default: 'none',
		description: 'Whether recording starts by itself',
	},
	{
		displayName: 'Contact Email',
		name: 'contactEmail',
		type: 'string',
		default: '',
		placeholder: 'e.g. events@example.com',
		description: 'Address shown for questions about registration',
	},
	{
		displayName: 'Contact Name',
		name: 'contactName',
		type: 'string',
		default: '',
		description: 'Name shown for questions about registration',
	},
	{
		displayName: 'Email in Attendee Report',
		name: 'emailInAttendeeReport',
		type: 'boolean',
		default: false,
		description: 'Whether reports show the e-mail addresses of signed-in guests',
	},
	{
		displayName: 'Global Dial-in Countries',
		name: 'globalDialInCountries',
		type: 'string',
		encode: toList,
		default: '',
		placeholder: 'e.g. US, DE',
		description:
			'Two-letter codes of the countries to list dial-in numbers for, separated by commas',
	},
	{
		displayName: 'Host Video',
		name: 'hostVideo',
		type: 'boolean',
		default: false,
		description: "Whether it begins with the host's video on",
	},
	{
		displayName: 'Meeting Authentication',
		name: 'meetingAuthentication',
		type: 'boolean',
		default: false,
		description: 'Whether participants must be signed in to Zoom',
	},
	{
		displayName: 'Registrants Confirmation Email',
		name: 'registrantsConfirmationEmail',
		type: 'boolean',
		default: false,
		description: 'Whether registrants get a confirmation by e-mail',
	},
	{
		displayName: 'Registrants Email Notification',
		name: 'registrantsEmailNotification',
		type: 'boolean',
		default: false,
		description:
			'Whether registrants are told by e-mail that they were approved, denied or cancelled',
	},
	{
		displayName: 'Registration Type',
		name: 'registrationType',
		type: 'options',
		options: [
			{ name: 'Once for All Occurrences', value: 1 },
			{ name: 'For Each Occurrence', value: 2 },
			{ name: 'Once, Then Choose Occurrences', value: 3 },
		],
		default: 1,
		description: 'What one registration is good for. Only for those that recur with fixed time.',
	},
	{
		displayName: 'Request Permission to Unmute',
		name: 'requestPermissionToUnmuteParticipants',
		type: 'boolean',
		default: false,
		description:
			'Whether participants are asked to allow being unmuted. Not together with Allow Host Control of Mute State.',
	},
	{
		displayName: 'Show Social Share Buttons',
		name: 'showShareButton',
		type: 'boolean',
		default: false,
		description: 'Whether the registration page has buttons to share it',
	},
];

/** Settings that webinars have too, but meetings only when they are made. */
export const creationSettings: Field[] = [
	{
		displayName: 'Data Center Regions',
		name: 'additionalDataCenterRegions',
		type: 'string',
		encode: toList,
		default: '',
		placeholder: 'e.g. US, DE',
		description: 'Two-letter codes of further data center regions, separated by commas',
	},
	{
		displayName: 'Show Join Info',
		name: 'showJoinInfo',
		type: 'boolean',
		default: false,
		description: 'Whether the registration confirmation page says how to join',
	},
];
