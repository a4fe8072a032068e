import { choice, text, toggle } from '../../../registry/field';
import { byName } from '../../../registry/menuOrder';
import type { Field } from '../../../registry/types';

/** What new meetings begin with. */
export const scheduleSettings: Field[] = [
	choice('Audio', 'audioType', {
		options: [
			{ name: 'Computer', value: 'voip' },
			{ name: 'Telephone', value: 'telephony' },
			{ name: 'Telephone and Computer', value: 'both' },
			{ name: 'Third Party', value: 'thirdParty' },
		],
		default: 'voip',
		description: 'How participants join the audio',
	}),
	toggle('Host Video', 'hostVideo', 'Whether meetings begin with the video of the host on'),
	toggle('Join Before Host', 'joinBeforeHost', 'Whether participants may join before the host'),
	toggle(
		'Participant Video',
		'participantsVideo',
		'Whether meetings begin with the video of the participants on',
	),
	toggle(
		'Passcode in Link',
		'embedPasswordInJoinLink',
		'Whether the link to join holds the passcode, so that nobody has to enter it',
	),
	text('Personal Meeting Passcode', 'pmiPassword', {
		password: true,
		description: "Passcode of the user's personal meeting",
	}),
	toggle('Personal Meetings', 'personalMeeting', 'Whether the user has a personal meeting ID'),
	toggle(
		'Require Passcode for Instant Meetings',
		'requirePasswordForInstantMeetings',
		'Whether meetings started on the spot have a passcode',
	),
	toggle(
		'Require Passcode for New Meetings',
		'requirePasswordForSchedulingNewMeetings',
		'Whether meetings scheduled from now on have a passcode',
	),
	choice('Require Passcode for Personal Meetings', 'requirePasswordForPmiMeetings', {
		options: [
			{ name: 'Always', value: 'all' },
			{ name: 'Never', value: 'none' },
			{ name: 'When Joining Before the Host', value: 'jbh_only' },
		],
		default: 'all',
		description: 'Which personal meetings have a passcode',
	}),
	toggle(
		'Require Passcode on the Phone',
		'pstnPasswordProtected',
		'Whether participants who call in have to enter a passcode',
	),
	toggle(
		'Use Personal ID for Instant Meetings',
		'usePmiForInstantMeetings',
		'Whether meetings started on the spot have the personal meeting ID',
	),
	toggle(
		'Use Personal ID for New Meetings',
		'usePmiForScheduledMeetings',
		'Whether scheduled meetings have the personal meeting ID',
	),
];

/** How meetings are recorded. */
export const recordingSettings: Field[] = [
	choice('Automatic Recording', 'autoRecording', {
		options: [
			{ name: 'In the Cloud', value: 'cloud' },
			{ name: 'None', value: 'none' },
			{ name: 'On the Computer', value: 'local' },
		],
		default: 'none',
		description: 'Whether meetings are recorded from their start, and where',
	}),
	toggle('Cloud Recording', 'cloudRecording', 'Whether the user may record in the cloud'),
	toggle(
		'Delete by Itself',
		'autoDeleteCmr',
		'Whether cloud recordings are deleted after some days',
	),
	choice('Delete After (Days)', 'autoDeleteCmrDays', {
		options: [
			{ name: '30 Days', value: 30 },
			{ name: '60 Days', value: 60 },
			{ name: '90 Days', value: 90 },
			{ name: '120 Days', value: 120 },
		],
		default: 30,
		description: 'How old cloud recordings become when they are deleted by themselves',
	}),
	toggle('Local Recording', 'localRecording', 'Whether the user may record on the computer'),
	toggle(
		'Pause and Stop',
		'hostPauseStopRecording',
		'Whether the host may pause and stop a recording that began by itself',
	),
	toggle('Record Audio File', 'recordAudioFile', 'Whether there is a file with the sound only'),
	toggle(
		'Record Gallery View',
		'recordGalleryView',
		'Whether the view with all participants is recorded',
	),
	toggle(
		'Record Speaker View',
		'recordSpeakerView',
		'Whether the view with whoever speaks is recorded',
	),
	toggle('Save Captions', 'saveCloseCaption', 'Whether closed captions are kept as a VTT file'),
	toggle('Save Chat', 'saveChatText', 'Whether the chat is kept with the recording'),
	toggle('Save Poll Results', 'savePollResults', 'Whether poll results are kept, too'),
	toggle('Show Names', 'displayParticipantName', 'Whether the recording shows who is who'),
	toggle('Show Timestamp', 'showTimestamp', 'Whether the recording shows the time'),
	toggle('Transcript', 'recordingAudioTranscript', 'Whether Zoom writes down what is said'),
];

/** What Zoom writes e-mails about. */
export const notificationSettings: Field[] = [
	toggle(
		'Alternative Host',
		'alternativeHostReminder',
		'Whether those who become or no longer are alternative hosts are told',
	),
	toggle(
		'Cancelled Meeting',
		'cancelMeetingReminder',
		'Whether the host and the participants are told',
	),
	toggle(
		'Participants Before Host',
		'jbhReminder',
		'Whether the host is told when participants are there first',
	),
	toggle(
		'Recording Available',
		'cloudRecordingAvailableReminder',
		'Whether the host is told when a cloud recording can be watched',
	),
	toggle(
		'Recording Available for Alternative Hosts',
		'recordingAvailableReminderAlternativeHosts',
		'Whether alternative hosts are told, too',
	),
	toggle(
		'Recording Available for Schedulers',
		'recordingAvailableReminderSchedulers',
		'Whether those who scheduled the meeting for the host are told, too',
	),
	toggle(
		'Scheduled by Others',
		'scheduleForReminder',
		'Whether the host is told when others schedule, move or cancel a meeting for them',
	),
];

/** What a user is licensed for. */
export const featureSettings: Field[] = [
	choice('Concurrent Meetings', 'concurrentMeeting', {
		options: [
			{ name: 'Basic', value: 'Basic' },
			{ name: 'None', value: 'None' },
			{ name: 'Plus', value: 'Plus' },
		],
		default: 'None',
		description: 'Which license for several meetings at once the user has',
	}),
	toggle('Large Meetings', 'largeMeeting', 'Whether the user has the add-on for large meetings'),
	choice('Large Meeting Capacity', 'largeMeetingCapacity', {
		options: [
			{ name: '500', value: 500 },
			{ name: '1,000', value: 1000 },
			{ name: '3,000', value: 3000 },
			{ name: '5,000', value: 5000 },
		],
		default: 500,
		description: 'How many people fit into a large meeting',
	}),
	toggle('Webinars', 'webinar', 'Whether the user has the webinar add-on'),
	choice('Webinar Capacity', 'webinarCapacity', {
		// 501 and 1001 are licenses of their own at Zoom.
		options: [100, 500, 501, 1000, 1001, 3000, 5000, 10000]
			.map((value) => ({ name: String(value), value }))
			.sort(byName),
		default: 100,
		description: 'How many people fit into a webinar',
	}),
	toggle('Zoom Phone', 'zoomPhone', 'Whether the user has Zoom Phone; without it numbers are lost'),
];

/** How participants join by telephone. */
export const telephonySettings: Field[] = [
	text('Conference Information', 'audioConferenceInfo', {
		rows: 3,
		maxLength: 2048,
		description: 'How to join the audio of a third party',
	}),
	toggle(
		'International Numbers',
		'showInternationalNumbersLink',
		'Whether invitations link to the numbers in other countries',
	),
	toggle('Third-Party Audio', 'thirdPartyAudio', 'Whether a third party carries the audio'),
];
