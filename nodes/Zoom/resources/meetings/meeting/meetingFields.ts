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
	{
		displayName: 'Custom Keys',
		name: 'customKeys',
		type: 'fixedCollection',
		typeOptions: {
			multipleValues: true,
			multipleValueButtonText: 'Add Key',
			maxAllowedFields: 10,
		},
		default: {},
		options: [
			{
				displayName: 'Custom Key',
				name: 'customKey',
				values: [
					{
						displayName: 'Key',
						name: 'key',
						type: 'string',
						typeOptions: { maxLength: 64 },
						default: '',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						typeOptions: { maxLength: 256 },
						default: '',
					},
				],
			},
		],
		description: 'Keys and values of your own to keep with the meeting, at most ten',
	},
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
export const topic: Field = {
	displayName: 'Topic',
	name: 'topic',
	type: 'string',
	in: 'body',
	typeOptions: { maxLength: 200 },
	default: '',
	placeholder: 'e.g. Weekly review',
	description: 'What the meeting is about',
};

/** What is said of a meeting beside its time and its settings. */
export const meetingFields: Field[] = [
	{
		displayName: 'Agenda',
		name: 'agenda',
		type: 'string',
		in: 'body',
		typeOptions: { rows: 3, maxLength: 2000 },
		default: '',
		description: 'A description of the meeting',
	},
	...detailFields,
	{
		displayName: 'Pre-Schedule',
		name: 'preSchedule',
		type: 'boolean',
		in: 'body',
		default: false,
		description: 'Whether the Google Workspace add-on finishes the scheduling',
	},
	{
		displayName: 'Sensitivity Label ID',
		name: 'sensitivityLabelId',
		type: 'string',
		in: 'body',
		default: '',
		description: 'Label to apply to the meeting. Zoom has to enable this for the account.',
	},
	{
		displayName: 'Template ID',
		name: 'templateId',
		type: 'string',
		in: 'body',
		default: '',
		description: "One of the account's meeting templates",
	},
];

/** Who is told of a deleted meeting. */
export const reminders: Field[] = [
	{
		displayName: 'Cancel Meeting Reminder',
		name: 'cancelMeetingReminder',
		type: 'boolean',
		in: 'query',
		default: false,
		description: 'Whether registrants are told by e-mail that the meeting is cancelled',
	},
	{
		displayName: 'Schedule Reminder',
		name: 'scheduleForReminder',
		type: 'boolean',
		in: 'query',
		default: false,
		description:
			'Whether host and alternative hosts are told by e-mail. Zoom tells them when this is not set.',
	},
];

/** Which meetings to list. */
export const listFilters: Field[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		in: 'query',
		encode: day,
		typeOptions: { dateOnly: true },
		default: '',
		description: 'First day to list',
	},
	{ ...timeZone, in: 'query' },
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		in: 'query',
		encode: day,
		typeOptions: { dateOnly: true },
		default: '',
		description: 'Last day to list',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		in: 'query',
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
	},
];
