import { toList, toSemicolons } from '../../lists';
import type { Field } from '../../operation';

/** Meeting settings about hosts and calendars. */
export const hostingSettings: Field[] = [
	{
		displayName: 'Alternative Hosts',
		name: 'alternativeHosts',
		type: 'string',
		encode: toSemicolons,
		default: '',
		placeholder: 'e.g. john@example.com, mary@example.com',
		description:
			'E-mail addresses or IDs of users who may also start the meeting, separated by commas or semicolons',
	},
	{
		displayName: 'Alternative Hosts Email Notification',
		name: 'alternativeHostsEmailNotification',
		type: 'boolean',
		default: true,
		description: 'Whether alternative hosts are told by e-mail',
	},
	{
		displayName: 'Alternative Hosts Manage Cloud Recording',
		name: 'alternativeHostManageCloudRecording',
		type: 'boolean',
		default: false,
		description: 'Whether alternative hosts may manage cloud recordings of the meeting',
	},
	{
		displayName: 'Alternative Hosts Manage Summary',
		name: 'alternativeHostManageMeetingSummary',
		type: 'boolean',
		default: false,
		description: 'Whether alternative hosts may manage summaries of the meeting',
	},
	{
		displayName: 'Alternative Hosts Update Polls',
		name: 'alternativeHostUpdatePolls',
		type: 'boolean',
		default: false,
		description: 'Whether alternative hosts may add and edit polls',
	},
	{
		displayName: 'Calendar Type',
		name: 'calendarType',
		type: 'options',
		options: [
			{ name: 'Google Workspace', value: 2 },
			{ name: 'Outlook', value: 1 },
		],
		default: 1,
		description: 'The calendar the meeting was scheduled with',
	},
	{
		displayName: 'Email Notification',
		name: 'emailNotification',
		type: 'boolean',
		default: true,
		description: 'Whether alternative hosts and users with scheduling privilege are told by e-mail',
	},
	{
		displayName: 'Host Meeting in China',
		name: 'cnMeeting',
		type: 'boolean',
		default: false,
		description: 'Whether the meeting is hosted in China',
	},
	{
		displayName: 'Host Meeting in India',
		name: 'inMeeting',
		type: 'boolean',
		default: false,
		description: 'Whether the meeting is hosted in India',
	},
	{
		displayName: 'Push Change to Calendar',
		name: 'pushChangeToCalendar',
		type: 'boolean',
		default: false,
		description:
			"Whether changes go to the host's calendar. Needs the calendar service in the host's profile.",
	},
];

/** Meeting settings about sound, picture and recording. */
export const audioVideoSettings: Field[] = [
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
		displayName: 'Allow Host Control of Mute State',
		name: 'allowHostControlParticipantMuteState',
		type: 'boolean',
		default: false,
		description:
			'Whether host and co-hosts may mute and unmute participants. Not together with Request Permission to Unmute.',
	},
	{
		displayName: 'Disable Participant Video',
		name: 'disableParticipantVideo',
		type: 'boolean',
		default: false,
		description: 'Whether participants cannot show video. Zoom has to enable this for the account.',
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
		displayName: 'Host Can Pause or Stop Recording',
		name: 'hostPauseStopRecording',
		type: 'boolean',
		default: false,
		description: 'Whether the host may pause or stop automatic cloud recording',
	},
	{
		displayName: 'Host Saves Video Order',
		name: 'hostSaveVideoOrder',
		type: 'boolean',
		default: false,
		description: 'Whether the host may save the order of the videos',
	},
	{
		displayName: 'Host Video',
		name: 'hostVideo',
		type: 'boolean',
		default: false,
		description: "Whether the meeting begins with the host's video on",
	},
	{
		displayName: 'Muting Upon Entry',
		name: 'muteUponEntry',
		type: 'boolean',
		default: false,
		description: 'Whether participants are muted when they join',
	},
	{
		displayName: 'Participant Video',
		name: 'participantVideo',
		type: 'boolean',
		default: false,
		description: 'Whether participants join with their video on',
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
		displayName: 'Watermark',
		name: 'watermark',
		type: 'boolean',
		default: false,
		description: 'Whether shared screens show a watermark',
	},
];
