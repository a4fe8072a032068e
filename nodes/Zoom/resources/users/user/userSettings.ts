import { choice, text, toggle } from '../../../registry/field';
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
	toggle('Host Video', 'hostVideo', "Whether to start meetings with the host's video on"),
	toggle('Join Before Host', 'joinBeforeHost', 'Whether to let participants join before the host'),
	toggle(
		'Participant Video',
		'participantsVideo',
		'Whether to start meetings with the video of participants on',
	),
	toggle(
		'Passcode in Link',
		'embedPasswordInJoinLink',
		'Whether to include the passcode in the join link, so that participants need not enter it',
	),
	text('Personal Meeting Passcode', 'pmiPassword', {
		password: true,
		description: "Passcode of the user's personal meeting",
	}),
	toggle(
		'Personal Meetings',
		'personalMeeting',
		'Whether to enable the personal meeting ID of the user',
	),
	toggle(
		'Require Passcode for Instant Meetings',
		'requirePasswordForInstantMeetings',
		'Whether to require a passcode for instant meetings',
	),
	toggle(
		'Require Passcode for New Meetings',
		'requirePasswordForSchedulingNewMeetings',
		'Whether to require a passcode for newly scheduled meetings',
	),
	choice('Require Passcode for Personal Meetings', 'requirePasswordForPmiMeetings', {
		options: [
			{ name: 'Always', value: 'all' },
			{ name: 'Never', value: 'none' },
			{ name: 'When Joining Before the Host', value: 'jbh_only' },
		],
		default: 'all',
		description: 'When to require a passcode for the personal meeting',
	}),
	toggle(
		'Require Passcode on the Phone',
		'pstnPasswordProtected',
		'Whether to require a passcode from participants who join by phone',
	),
	toggle(
		'Use Personal ID for Instant Meetings',
		'usePmiForInstantMeetings',
		'Whether to use the personal meeting ID for instant meetings',
	),
	toggle(
		'Use Personal ID for New Meetings',
		'usePmiForScheduledMeetings',
		'Whether to use the personal meeting ID for scheduled meetings',
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
		description: 'Whether to record meetings automatically, and where to store the recording',
	}),
	toggle('Cloud Recording', 'cloudRecording', 'Whether to let the user record in the cloud'),
	toggle(
		'Auto-Delete',
		'autoDeleteCmr',
		'Whether to delete cloud recordings automatically after a number of days',
	),
	choice('Delete After (Days)', 'autoDeleteCmrDays', {
		options: [
			{ name: '30 Days', value: 30 },
			{ name: '60 Days', value: 60 },
			{ name: '90 Days', value: 90 },
			{ name: '120 Days', value: 120 },
		],
		default: 30,
		description: 'Days after which cloud recordings are deleted automatically',
	}),
	toggle('Local Recording', 'localRecording', 'Whether to let the user record on the computer'),
	toggle(
		'Pause and Stop',
		'hostPauseStopRecording',
		'Whether to let the host pause and stop an automatic recording',
	),
	toggle('Record Audio File', 'recordAudioFile', 'Whether to create a separate audio file'),
	toggle('Record Gallery View', 'recordGalleryView', 'Whether to record the gallery view'),
	toggle(
		'Record Speaker View',
		'recordSpeakerView',
		'Whether to record the view of the active speaker',
	),
	toggle('Save Captions', 'saveCloseCaption', 'Whether to save closed captions as a VTT file'),
	toggle('Save Chat', 'saveChatText', 'Whether to save the chat with the recording'),
	toggle('Save Poll Results', 'savePollResults', 'Whether to save poll results with the recording'),
	toggle(
		'Show Names',
		'displayParticipantName',
		'Whether to show the names of participants in the recording',
	),
	toggle('Show Timestamp', 'showTimestamp', 'Whether to show the time in the recording'),
	toggle(
		'Transcript',
		'recordingAudioTranscript',
		'Whether to create a transcript of the recording',
	),
];

/** What Zoom sends emails about. */
export const notificationSettings: Field[] = [
	toggle(
		'Alternative Host',
		'alternativeHostReminder',
		'Whether to email users who are added or removed as alternative hosts',
	),
	toggle(
		'Cancelled Meeting',
		'cancelMeetingReminder',
		'Whether to email the host and the participants when a meeting is cancelled',
	),
	toggle(
		'Participants Before Host',
		'jbhReminder',
		'Whether to email the host when participants join before the host',
	),
	toggle(
		'Recording Available',
		'cloudRecordingAvailableReminder',
		'Whether to email the host when a cloud recording is available',
	),
	toggle(
		'Recording Available for Alternative Hosts',
		'recordingAvailableReminderAlternativeHosts',
		'Whether to email alternative hosts when a cloud recording is available',
	),
	toggle(
		'Recording Available for Schedulers',
		'recordingAvailableReminderSchedulers',
		'Whether to email the users who scheduled the meeting for the host when a cloud recording is available',
	),
	toggle(
		'Scheduled by Others',
		'scheduleForReminder',
		'Whether to email the host when others schedule, move or cancel a meeting for them',
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
		description: 'Concurrent meeting license of the user',
	}),
	toggle(
		'Large Meetings',
		'largeMeeting',
		'Whether to assign the large meeting add-on to the user',
	),
	choice('Large Meeting Capacity', 'largeMeetingCapacity', {
		options: [
			{ name: '500', value: 500 },
			{ name: '1,000', value: 1000 },
			{ name: '3,000', value: 3000 },
			{ name: '5,000', value: 5000 },
		],
		default: 500,
		description: 'Capacity of the large meeting license',
	}),
	toggle('Webinars', 'webinar', 'Whether to assign the webinar add-on to the user'),
	choice('Webinar Capacity', 'webinarCapacity', {
		// 501 and 1001 are licenses of their own at Zoom.
		options: [100, 500, 501, 1000, 1001, 3000, 5000, 10000].map((value) => ({
			name: value.toLocaleString('en-US'),
			value,
		})),
		default: 100,
		description: 'Capacity of the webinar license',
	}),
	toggle(
		'Zoom Phone',
		'zoomPhone',
		'Whether to assign Zoom Phone to the user. Turning it off removes their numbers and phones.',
	),
];

/** How participants join by telephone. */
export const telephonySettings: Field[] = [
	text('Conference Information', 'audioConferenceInfo', {
		rows: 3,
		maxLength: 2048,
		description: 'Information about how to join third-party audio',
	}),
	toggle(
		'International Numbers',
		'showInternationalNumbersLink',
		'Whether to include a link to international numbers in invitations',
	),
	toggle('Third-Party Audio', 'thirdPartyAudio', 'Whether to use third-party audio'),
];
