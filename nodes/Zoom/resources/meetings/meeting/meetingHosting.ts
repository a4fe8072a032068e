import { choice, text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { toSemicolons } from '../../../values/lists';

/** Meeting settings about hosts and calendars. */
export const hostingSettings: Field[] = [
	text('Alternative Hosts', 'alternativeHosts', {
		encode: toSemicolons,
		placeholder: 'e.g. john@example.com, mary@example.com',
		description:
			'E-mail addresses or IDs of users who may also start the meeting, separated by commas or semicolons',
	}),
	toggle('Alternative Hosts Email Notification', 'alternativeHostsEmailNotification', {
		default: true,
		description: 'Whether alternative hosts are told by e-mail',
	}),
	toggle(
		'Alternative Hosts Manage Cloud Recording',
		'alternativeHostManageCloudRecording',
		'Whether alternative hosts may manage cloud recordings of the meeting',
	),
	toggle(
		'Alternative Hosts Manage Summary',
		'alternativeHostManageMeetingSummary',
		'Whether alternative hosts may manage summaries of the meeting',
	),
	choice('Calendar Type', 'calendarType', {
		options: [
			{ name: 'Google Workspace', value: 2 },
			{ name: 'Outlook', value: 1 },
		],
		default: 1,
		description: 'The calendar the meeting was scheduled with',
	}),
	toggle('Email Notification', 'emailNotification', {
		default: true,
		description: 'Whether alternative hosts and users with scheduling privilege are told by e-mail',
	}),
	toggle('Host Meeting in China', 'cnMeeting', 'Whether the meeting is hosted in China'),
	toggle('Host Meeting in India', 'inMeeting', 'Whether the meeting is hosted in India'),
	toggle(
		'Push Change to Calendar',
		'pushChangeToCalendar',
		"Whether changes go to the host's calendar. Needs the calendar service in the host's profile.",
	),
];

/** Meeting settings about sound, picture and recording. */
export const audioVideoSettings: Field[] = [
	toggle(
		'Disable Participant Video',
		'disableParticipantVideo',
		'Whether participants cannot show video. Zoom has to enable this for the account.',
	),
	toggle(
		'Host Can Pause or Stop Recording',
		'hostPauseStopRecording',
		'Whether the host may pause or stop automatic cloud recording',
	),
	toggle(
		'Host Saves Video Order',
		'hostSaveVideoOrder',
		'Whether the host may save the order of the videos',
	),
	toggle('Muting Upon Entry', 'muteUponEntry', 'Whether participants are muted when they join'),
	toggle('Participant Video', 'participantVideo', 'Whether participants join with their video on'),
	toggle('Watermark', 'watermark', 'Whether shared screens show a watermark'),
];
