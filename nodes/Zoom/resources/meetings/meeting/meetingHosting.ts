import type { Field } from '../../../registry/types';
import { toSemicolons } from '../../../values/lists';

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
		displayName: 'Disable Participant Video',
		name: 'disableParticipantVideo',
		type: 'boolean',
		default: false,
		description: 'Whether participants cannot show video. Zoom has to enable this for the account.',
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
		displayName: 'Watermark',
		name: 'watermark',
		type: 'boolean',
		default: false,
		description: 'Whether shared screens show a watermark',
	},
];
