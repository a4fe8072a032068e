import { choice, text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { toSemicolons } from '../../../values/lists';

/** Meeting settings about hosts and calendars. */
export const hostingSettings: Field[] = [
	text('Alternative Hosts', 'alternativeHosts', {
		encode: toSemicolons,
		placeholder: 'e.g. john@example.com, mary@example.com',
		description:
			'Email addresses or IDs of users who can also start the meeting, separated by commas or semicolons',
	}),
	toggle('Alternative Hosts Email Notification', 'alternativeHostsEmailNotification', {
		default: true,
		description: 'Whether to email alternative hosts',
	}),
	toggle(
		'Alternative Hosts Manage Cloud Recording',
		'alternativeHostManageCloudRecording',
		'Whether to let alternative hosts manage cloud recordings of the meeting',
	),
	toggle(
		'Alternative Hosts Manage Summary',
		'alternativeHostManageMeetingSummary',
		'Whether to let alternative hosts manage summaries of the meeting',
	),
	choice('Calendar Type', 'calendarType', {
		options: [
			{ name: 'Google Workspace', value: 2 },
			{ name: 'Outlook', value: 1 },
		],
		default: 1,
		description: 'Calendar that the meeting was scheduled with',
	}),
	toggle('Email Notification', 'emailNotification', {
		default: true,
		description: 'Whether to email alternative hosts and users with scheduling privilege',
	}),
	toggle('Host Meeting in China', 'cnMeeting', 'Whether to host the meeting in China'),
	toggle('Host Meeting in India', 'inMeeting', 'Whether to host the meeting in India'),
	toggle(
		'Push Change to Calendar',
		'pushChangeToCalendar',
		"Whether to push changes to the host's calendar. Needs the calendar service in the host's profile.",
	),
];

/** Meeting settings about sound, picture and recording. */
export const audioVideoSettings: Field[] = [
	toggle(
		'Disable Participant Video',
		'disableParticipantVideo',
		'Whether to prevent participants from showing video. Zoom must enable this for your account.',
	),
	toggle(
		'Host Can Pause or Stop Recording',
		'hostPauseStopRecording',
		'Whether to let the host pause or stop automatic cloud recording',
	),
	toggle(
		'Host Saves Video Order',
		'hostSaveVideoOrder',
		'Whether to let the host save the order of the videos',
	),
	toggle('Mute Upon Entry', 'muteUponEntry', 'Whether to mute participants when they join'),
	toggle(
		'Participant Video',
		'participantVideo',
		'Whether to turn on the video of participants when they join',
	),
	toggle('Watermark', 'watermark', 'Whether to show a watermark on shared screens'),
];
