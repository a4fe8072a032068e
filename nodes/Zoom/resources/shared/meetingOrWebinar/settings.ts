import { choice, text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { toCommas, toList } from '../../../values/lists';

/** Settings that meetings and webinars have alike. */
export const sessionSettings: Field[] = [
	toggle(
		'Allow Host Control of Mute State',
		'allowHostControlParticipantMuteState',
		'Whether to let the host and co-hosts mute and unmute participants. Cannot be combined with Request Permission to Unmute.',
	),
	toggle(
		'Allow Multiple Devices',
		'allowMultipleDevices',
		'Whether to let registrants join from several devices at once',
	),
	toggle(
		'Alternative Hosts Update Polls',
		'alternativeHostUpdatePolls',
		'Whether to let alternative hosts add and edit polls',
	),
	choice('Approval Type', 'approvalType', {
		options: [
			{ name: 'Approve Automatically', value: 0 },
			{ name: 'Approve Manually', value: 1 },
			{ name: 'No Registration', value: 2 },
		],
		default: 2,
		description: 'Whether participants must register, and how registrants are approved',
	}),
	choice('Audio', 'audio', {
		options: [
			{ name: 'Both Telephony and VoIP', value: 'both' },
			{ name: 'Telephony', value: 'telephony' },
			{ name: 'Third Party', value: 'thirdParty' },
			{ name: 'VoIP', value: 'voip' },
		],
		default: 'both',
		description: 'How participants can join the audio',
	}),
	text('Audio Conference Info', 'audioConferenceInfo', {
		maxLength: 2048,
		description: 'Information for participants about third-party audio',
	}),
	text('Authentication Domains', 'authenticationDomains', {
		encode: toCommas,
		placeholder: 'e.g. example.com, *.example.org',
		description: 'Comma-separated domains whose signed-in users can join',
	}),
	text(
		'Authentication Option ID',
		'authenticationOption',
		'ID of the authentication profile that participants must use, from "authentication_options" in the user\'s settings',
	),
	choice('Auto Recording', 'autoRecording', {
		options: [
			{ name: 'Cloud', value: 'cloud' },
			{ name: 'Disabled', value: 'none' },
			{ name: 'Local', value: 'local' },
		],
		default: 'none',
		description: 'Whether to record automatically, and where to store the recording',
	}),
	text('Contact Email', 'contactEmail', {
		placeholder: 'e.g. events@example.com',
		description: 'Email address for questions about registration',
	}),
	text('Contact Name', 'contactName', 'Name of the contact for questions about registration'),
	toggle(
		'Email in Attendee Report',
		'emailInAttendeeReport',
		'Whether to include the email addresses of signed-in guests in reports',
	),
	text('Global Dial-in Countries', 'globalDialInCountries', {
		encode: toList,
		placeholder: 'e.g. US, DE',
		description: 'Comma-separated two-letter codes of the countries to list dial-in numbers for',
	}),
	toggle('Host Video', 'hostVideo', "Whether to start with the host's video on"),
	toggle(
		'Meeting Authentication',
		'meetingAuthentication',
		'Whether to require participants to sign in to Zoom',
	),
	toggle(
		'Registrants Confirmation Email',
		'registrantsConfirmationEmail',
		'Whether to email a confirmation to registrants',
	),
	toggle(
		'Registrants Email Notification',
		'registrantsEmailNotification',
		'Whether to email registrants when they are approved, denied or cancelled',
	),
	choice('Registration Type', 'registrationType', {
		options: [
			{ name: 'Once for All Occurrences', value: 1 },
			{ name: 'For Each Occurrence', value: 2 },
			{ name: 'Once, Then Choose Occurrences', value: 3 },
		],
		default: 1,
		description:
			'Which occurrences a registration covers. Only for recurring meetings and webinars with fixed time.',
	}),
	toggle(
		'Request Permission to Unmute',
		'requestPermissionToUnmuteParticipants',
		'Whether to ask participants for permission before they are unmuted. Cannot be combined with Allow Host Control of Mute State.',
	),
	toggle(
		'Show Social Share Buttons',
		'showShareButton',
		'Whether to show social share buttons on the registration page',
	),
];

/** Settings that webinars have too, but meetings only when they are made. */
export const creationSettings: Field[] = [
	text('Data Center Regions', 'additionalDataCenterRegions', {
		encode: toList,
		placeholder: 'e.g. US, DE',
		description: 'Comma-separated two-letter codes of additional data center regions',
	}),
	toggle(
		'Show Join Info',
		'showJoinInfo',
		'Whether to show join information on the registration confirmation page',
	),
];
