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

const updateOnlySettings: Field[] = [
	entries('Custom Keys', 'customKeys', {
		entry: 'Custom Key',
		added: 'Key',
		maxAllowedFields: 10,
		fields: [text('Key', 'key', { maxLength: 64 }), text('Value', 'value', { maxLength: 256 })],
		description: 'Keys and values of your own to keep with the meeting, at most ten',
	}),
];

/** How a meeting to be made is run. */
export const newSettings = settingsField([...settings, ...creationSettings]);

/** How a meeting is run from now on. */
export const changedSettings = settingsField([...settings, ...updateOnlySettings]);

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
	description: 'What the meeting is about',
});

/** What is said of a meeting beside its time and its settings. */
export const meetingFields: Field[] = [
	text('Agenda', 'agenda', {
		rows: 3,
		maxLength: 2000,
		description: 'A description of the meeting',
	}),
	...detailFields,
	toggle(
		'Pre-Schedule',
		'preSchedule',
		'Whether the Google Workspace add-on finishes the scheduling',
	),
	text(
		'Sensitivity Label ID',
		'sensitivityLabelId',
		'Label to apply to the meeting. Zoom has to enable this for the account.',
	),
	text('Template ID', 'templateId', "One of the account's meeting templates"),
];

/** Who is told of a deleted meeting. */
export const reminders: Field[] = [
	toggle(
		'Cancel Meeting Reminder',
		'cancelMeetingReminder',
		'Whether registrants are told by e-mail that the meeting is cancelled',
	),
	toggle(
		'Schedule Reminder',
		'scheduleForReminder',
		'Whether host and alternative hosts are told by e-mail. Zoom tells them when this is not set.',
	),
];

/** Which meetings to list. */
export const listFilters: Field[] = [
	date('From', 'from', { encode: day, description: 'First day to list' }),
	timeZone,
	date('To', 'to', { encode: day, description: 'Last day to list' }),
	choice('Type', 'type', {
		options: [
			{ name: 'Live', value: 'live', description: 'Taking place now' },
			{
				name: 'Previous',
				value: 'previous_meetings',
				description: 'Scheduled end has passed; at most six months back',
			},
			{
				name: 'Scheduled',
				value: 'scheduled',
				description: 'All that have not expired: past, live and upcoming',
			},
			{
				name: 'Upcoming',
				value: 'upcoming',
				description: 'Upcoming and live; at most six months ahead',
			},
			{
				name: 'Upcoming (Scheduled Only)',
				value: 'upcoming_meetings',
				description: 'Upcoming and live scheduled meetings; at most six months ahead',
			},
		],
		default: 'live',
		description: 'Which meetings to list. Zoom lists the scheduled ones when this is not set.',
	}),
];
