import { choice, date, entries, text, toggle } from '../../../registry/field';
import type { Field, Values } from '../../../registry/types';
import { day } from '../../../values/dates';
import { timeZone } from '../../shared/fields';
import { detailFields, settingsField } from '../../shared/meetingOrWebinar/details';
import { interpretationSettings } from '../../shared/meetingOrWebinar/interpretation';
import { creationSettings, sessionSettings } from '../../shared/meetingOrWebinar/settings';
import { accessSettings, registrationSettings } from './meetingAccess';
import { featureSettings } from './meetingFeatures';
import { audioVideoSettings, hostingSettings } from './meetingHosting';

const settings = [
	...accessSettings,
	...audioVideoSettings,
	...featureSettings,
	...hostingSettings,
	...interpretationSettings,
	...registrationSettings,
	...sessionSettings,
];

const COMMON_SETTINGS = [
	'waitingRoom',
	'joinBeforeHost',
	'hostVideo',
	'participantVideo',
	'muteUponEntry',
	'autoRecording',
	'alternativeHosts',
	'approvalType',
	'registrationType',
	'meetingAuthentication',
];

const updateOnlySettings: Field[] = [
	entries('Custom Keys', 'customKeys', {
		entry: 'Custom Key',
		added: 'Key',
		maxAllowedFields: 10,
		fields: [text('Key', 'key', { maxLength: 64 }), text('Value', 'value', { maxLength: 256 })],
		description: 'Custom keys and values to store with the meeting, up to ten',
	}),
];

/** How a meeting to be made is run. */
export const newSettings = settingsField(
	[...settings, ...creationSettings],
	COMMON_SETTINGS,
	"use the host's defaults",
);

/** How a meeting is run from now on. */
export const changedSettings = settingsField(
	[...settings, ...updateOnlySettings],
	COMMON_SETTINGS,
	'keep their value',
);

/** The sentence for a setting that lacks what Zoom demands once it is given at all; undefined when none does. */
export function settingsProblem({ settings }: Values): string | undefined {
	const given = (settings ?? {}) as Readonly<Record<string, Values | undefined>>;
	const { waitingRoomOptions, autoAddRecordingToVideoManagement: videos } = given;
	if (waitingRoomOptions && waitingRoomOptions.mode === undefined) {
		return 'Settings > Waiting Room Options > Mode: is required';
	}
	return videos && videos.enable === undefined
		? 'Settings > Video Management > Enabled: is required'
		: undefined;
}

/** What a meeting is called. */
export const topic = text('Topic', 'topic', {
	maxLength: 200,
	placeholder: 'e.g. Weekly review',
	description: 'Topic of the meeting',
});

/** What is said of a meeting beside its time and its settings. */
export const meetingFields: Field[] = [
	text('Agenda', 'agenda', {
		rows: 3,
		maxLength: 2000,
		description: 'Description of the meeting',
	}),
	...detailFields,
	toggle(
		'Pre-Schedule',
		'preSchedule',
		'Whether to let the Google Workspace add-on complete the scheduling',
	),
	text(
		'Sensitivity Label ID',
		'sensitivityLabelId',
		'ID of the label to apply to the meeting. Zoom must enable this for your account.',
	),
	text('Template ID', 'templateId', 'ID of a meeting template of the account'),
];

/** Who is told of a deleted meeting. */
export const reminders: Field[] = [
	toggle(
		'Cancel Meeting Reminder',
		'cancelMeetingReminder',
		'Whether to email registrants that the meeting is cancelled',
	),
	toggle(
		'Schedule Reminder',
		'scheduleForReminder',
		'Whether to email the host and alternative hosts that the meeting is cancelled. If not set, Zoom emails them.',
	),
];

/** Which meetings to list. */
export const listFilters: Field[] = [
	date('From', 'from', { encode: day, description: 'First day to include' }),
	timeZone,
	date('To', 'to', { encode: day, description: 'Last day to include' }),
	choice('Type', 'type', {
		options: [
			{ name: 'Live', value: 'live', description: 'Meetings in progress' },
			{
				name: 'Previous',
				value: 'previous_meetings',
				description: 'Meetings whose scheduled end has passed, up to six months back',
			},
			{
				name: 'Scheduled',
				value: 'scheduled',
				description: 'All meetings that have not expired: past, live and upcoming',
			},
			{
				name: 'Upcoming',
				value: 'upcoming',
				description: 'Upcoming and live meetings, up to six months ahead',
			},
			{
				name: 'Upcoming (Scheduled Only)',
				value: 'upcoming_meetings',
				description: 'Upcoming and live scheduled meetings, up to six months ahead',
			},
		],
		default: 'live',
		description: 'Which meetings to list. If not set, Zoom lists scheduled meetings.',
	}),
];
