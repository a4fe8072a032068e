import type { Field, Values } from '../../../registry/types';
import { timeZone } from '../../shared/fields';
import { detailFields, settingsField } from '../../shared/meetingOrWebinar/details';
import { interpretationSettings } from '../../shared/meetingOrWebinar/interpretation';
import { recurrenceField } from '../../shared/meetingOrWebinar/recurrence';
import type { Recurrence } from '../../shared/meetingOrWebinar/schedule';
import { startTime } from '../../shared/meetingOrWebinar/schedule';
import { creationSettings, sessionSettings } from '../../shared/meetingOrWebinar/settings';
import { mailSettings, notifyRegistrants, showSettings } from './webinarSettings';

/** How webinars may recur. */
export const webinarRecurrence: Recurrence = {
	type: 9,
	longest: { 1: 90, 2: 12, 3: 3 },
	endless: false,
};

const settings = [
	...creationSettings,
	...interpretationSettings,
	...mailSettings,
	...sessionSettings,
	...showSettings,
];

/** How a webinar to be made is run. */
export const newSettings = settingsField(settings);

/** How a webinar is run from now on. */
export const changedSettings = settingsField([...settings, notifyRegistrants]);

/** What a webinar is called. */
export const topic: Field = {
	displayName: 'Topic',
	name: 'topic',
	type: 'string',
	in: 'body',
	default: '',
	placeholder: 'e.g. Product launch',
	description: 'What the webinar is about',
};

const simuliveFields: Field[] = [
	{
		displayName: 'Delay Simulive Start',
		name: 'simuliveDelayStart',
		type: 'collection',
		in: 'body',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Enabled',
				name: 'enable',
				type: 'boolean',
				default: true,
				description: 'Whether the recording begins later than the webinar',
			},
			{
				displayName: 'Time',
				name: 'time',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 60 },
				default: 10,
				description: 'How much later: at most 60 seconds or 10 minutes',
			},
			{
				displayName: 'Unit',
				name: 'timeunit',
				type: 'options',
				options: [
					{ name: 'Minutes', value: 'minute' },
					{ name: 'Seconds', value: 'second' },
				],
				default: 'second',
				description: 'Unit of the time',
			},
		],
		description: 'How much later than a simulive webinar its recording begins',
	},
	{
		displayName: 'Recording File ID',
		name: 'recordFileId',
		type: 'string',
		in: 'body',
		default: '',
		description: 'The recording a simulive webinar shows',
	},
	{
		displayName: 'Simulive',
		name: 'isSimulive',
		type: 'boolean',
		in: 'body',
		default: false,
		description: 'Whether the webinar shows a recording as if it were live',
	},
	{
		displayName: 'Transition to Live',
		name: 'transitionToLive',
		type: 'boolean',
		in: 'body',
		default: false,
		description: 'Whether a simulive webinar goes on live. The host has to be there by then.',
	},
];

/** What is said of a webinar beside its settings. */
export const webinarFields: Field[] = [
	{
		displayName: 'Agenda',
		name: 'agenda',
		type: 'string',
		in: 'body',
		typeOptions: { rows: 3 },
		default: '',
		description: 'A description of the webinar',
	},
	...detailFields,
	{
		displayName: 'Duration (Minutes)',
		name: 'duration',
		type: 'number',
		in: 'body',
		typeOptions: { minValue: 1 },
		default: 60,
		description: 'How long it is planned to last',
	},
	recurrenceField(webinarRecurrence),
	...simuliveFields,
	startTime,
	{ ...timeZone, in: 'body' },
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		in: 'body',
		options: [
			{
				name: 'Recurring with Fixed Time',
				value: 9,
				description: 'Takes place again by the rule in Recurrence',
			},
			{
				name: 'Recurring with No Fixed Time',
				value: 6,
				description: 'One link to use whenever you like',
			},
			{ name: 'Scheduled', value: 5 },
		],
		default: 5,
		description: 'What kind of webinar it is',
	},
];

/** What can be said only of a new webinar. */
export const creationFields: Field[] = [
	{
		displayName: 'Generate Password',
		name: 'defaultPasscode',
		type: 'boolean',
		in: 'body',
		default: true,
		description:
			"Whether Zoom makes up a passcode when none is given and the host's settings require one",
	},
	{
		displayName: 'Template ID',
		name: 'templateId',
		type: 'string',
		in: 'body',
		default: '',
		description: 'A template as listed by Get Templates',
	},
];

/** Whether people are told of a deleted webinar. */
export const cancelReminder: Field = {
	displayName: 'Cancel Webinar Reminder',
	name: 'cancelWebinarReminder',
	type: 'boolean',
	in: 'query',
	default: false,
	description: 'Whether panelists and registrants are told by e-mail that the webinar is cancelled',
};

/** Which webinars to list. */
export const listFilters: Field[] = [
	{
		displayName: 'Include Events Webinars',
		name: 'includeEventsWebinar',
		type: 'boolean',
		in: 'query',
		default: true,
		description: 'Whether webinars of Zoom Events are listed, too',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		in: 'query',
		options: [
			{
				name: 'Scheduled',
				value: 'scheduled',
				description: 'All that have not expired: past, live and upcoming',
			},
			{ name: 'Upcoming', value: 'upcoming', description: 'Upcoming and live' },
		],
		default: 'scheduled',
		description: 'Which webinars to list. Zoom lists the scheduled ones when this is not set.',
	},
];

const MOST_MINUTES = 10;

/** The sentence for a simulive webinar that would begin too late. */
export function simuliveProblem({ simuliveDelayStart }: Values): string | undefined {
	const { time, timeunit } = (simuliveDelayStart ?? {}) as Values;
	return timeunit === 'minute' && Number(time) > MOST_MINUTES
		? `Delay Simulive Start > Time: must be at most ${MOST_MINUTES} minutes`
		: undefined;
}
