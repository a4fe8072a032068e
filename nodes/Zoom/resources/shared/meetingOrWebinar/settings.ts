import { choice, text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { toCommas, toList } from '../../../values/lists';

/** Settings that meetings and webinars have alike. */
export const sessionSettings: Field[] = [
	toggle(
		'Allow Host Control of Mute State',
		'allowHostControlParticipantMuteState',
		'Whether host and co-hosts may mute and unmute participants. Not together with Request Permission to Unmute.',
	),
	toggle(
		'Allow Multiple Devices',
		'allowMultipleDevices',
		'Whether registrants may join from several devices at once',
	),
	toggle(
		'Alternative Hosts Update Polls',
		'alternativeHostUpdatePolls',
		'Whether alternative hosts may add and edit polls',
	),
	choice('Approval Type', 'approvalType', {
		options: [
			{ name: 'Approve Automatically', value: 0 },
			{ name: 'Approve by Hand', value: 1 },
			{ name: 'No Registration', value: 2 },
		],
		default: 2,
		description: 'Whether people register first, and who approves them',
	}),
	choice('Audio', 'audio', {
		options: [
			{ name: 'Both Telephony and VoIP', value: 'both' },
			{ name: 'Telephony', value: 'telephony' },
			{ name: 'Third Party', value: 'thirdParty' },
			{ name: 'VOIP', value: 'voip' },
		],
		default: 'both',
		description: 'How participants can be heard',
	}),
	text('Audio Conference Info', 'audioConferenceInfo', {
		maxLength: 2048,
		description: 'What participants are told about third-party audio',
	}),
	text('Authentication Domains', 'authenticationDomains', {
		encode: toCommas,
		placeholder: 'e.g. example.com, *.example.org',
		description: 'Domains whose signed-in users may join, separated by commas',
	}),
	text(
		'Authentication Option ID',
		'authenticationOption',
		'Which sign-in profile is required; its ID is under "authentication_options" in the user\'s settings',
	),
	choice('Auto Recording', 'autoRecording', {
		options: [
			{ name: 'Cloud', value: 'cloud' },
			{ name: 'Disabled', value: 'none' },
			{ name: 'Local', value: 'local' },
		],
		default: 'none',
		description: 'Whether recording starts by itself',
	}),
	text('Contact Email', 'contactEmail', {
		placeholder: 'e.g. events@example.com',
		description: 'Address shown for questions about registration',
	}),
	text('Contact Name', 'contactName', 'Name shown for questions about registration'),
	toggle(
		'Email in Attendee Report',
		'emailInAttendeeReport',
		'Whether reports show the e-mail addresses of signed-in guests',
	),
	text('Global Dial-in Countries', 'globalDialInCountries', {
		encode: toList,
		placeholder: 'e.g. US, DE',
		description:
			'Two-letter codes of the countries to list dial-in numbers for, separated by commas',
	}),
	toggle('Host Video', 'hostVideo', "Whether it begins with the host's video on"),
	toggle(
		'Meeting Authentication',
		'meetingAuthentication',
		'Whether participants must be signed in to Zoom',
	),
	toggle(
		'Registrants Confirmation Email',
		'registrantsConfirmationEmail',
		'Whether registrants get a confirmation by e-mail',
	),
	toggle(
		'Registrants Email Notification',
		'registrantsEmailNotification',
		'Whether registrants are told by e-mail that they were approved, denied or cancelled',
	),
	choice('Registration Type', 'registrationType', {
		options: [
			{ name: 'Once for All Occurrences', value: 1 },
			{ name: 'For Each Occurrence', value: 2 },
			{ name: 'Once, Then Choose Occurrences', value: 3 },
		],
		default: 1,
		description: 'What one registration is good for. Only for those that recur with fixed time.',
	}),
	toggle(
		'Request Permission to Unmute',
		'requestPermissionToUnmuteParticipants',
		'Whether participants are asked to allow being unmuted. Not together with Allow Host Control of Mute State.',
	),
	toggle(
		'Show Social Share Buttons',
		'showShareButton',
		'Whether the registration page has buttons to share it',
	),
];

/** Settings that webinars have too, but meetings only when they are made. */
export const creationSettings: Field[] = [
	text('Data Center Regions', 'additionalDataCenterRegions', {
		encode: toList,
		placeholder: 'e.g. US, DE',
		description: 'Two-letter codes of further data center regions, separated by commas',
	}),
	toggle(
		'Show Join Info',
		'showJoinInfo',
		'Whether the registration confirmation page says how to join',
	),
];
