import { choice, group, number, text, toggle } from '../../../registry/field';
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
export const topic = text('Topic', 'topic', {
	placeholder: 'e.g. Product launch',
	description: 'What the webinar is about',
});

const simuliveFields: Field[] = [
	group('Delay Simulive Start', 'simuliveDelayStart', {
		fields: [
			toggle('Enabled', 'enable', {
				default: true,
				description: 'Whether the recording begins later than the webinar',
			}),
			number('Time', 'time', {
				minValue: 1,
				maxValue: 60,
				default: 10,
				description: 'How much later: at most 60 seconds or 10 minutes',
			}),
			choice('Unit', 'timeunit', {
				options: [
					{ name: 'Minutes', value: 'minute' },
					{ name: 'Seconds', value: 'second' },
				],
				default: 'second',
				description: 'Unit of the time',
			}),
		],
		description: 'How much later than a simulive webinar its recording begins',
	}),
	text('Recording File ID', 'recordFileId', 'The recording a simulive webinar shows'),
	toggle('Simulive', 'isSimulive', 'Whether the webinar shows a recording as if it were live'),
	toggle(
		'Transition to Live',
		'transitionToLive',
		'Whether a simulive webinar goes on live. The host has to be there by then.',
	),
];

/** What is said of a webinar beside its settings. */
export const webinarFields: Field[] = [
	text('Agenda', 'agenda', { rows: 3, description: 'A description of the webinar' }),
	...detailFields,
	number('Duration (Minutes)', 'duration', {
		minValue: 1,
		default: 60,
		description: 'How long it is planned to last',
	}),
	recurrenceField(webinarRecurrence),
	...simuliveFields,
	startTime,
	timeZone,
	choice('Type', 'type', {
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
	}),
];

/** What can be said only of a new webinar. */
export const creationFields: Field[] = [
	toggle('Generate Password', 'defaultPasscode', {
		default: true,
		description:
			"Whether Zoom makes up a passcode when none is given and the host's settings require one",
	}),
	text('Template ID', 'templateId', 'A template as listed by Get Templates'),
];

/** Whether people are told of a deleted webinar. */
export const cancelReminder = toggle(
	'Cancel Webinar Reminder',
	'cancelWebinarReminder',
	'Whether panelists and registrants are told by e-mail that the webinar is cancelled',
);

/** Which webinars to list. */
export const listFilters: Field[] = [
	toggle('Include Events Webinars', 'includeEventsWebinar', {
		default: true,
		description: 'Whether webinars of Zoom Events are listed, too',
	}),
	choice('Type', 'type', {
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
	}),
];

const MOST_MINUTES = 10;

/** The sentence for a simulive webinar that would begin too late. */
export function simuliveProblem({ simuliveDelayStart }: Values): string | undefined {
	const { time, timeunit } = (simuliveDelayStart ?? {}) as Values;
	return timeunit === 'minute' && Number(time) > MOST_MINUTES
		? `Delay Simulive Start > Time: must be at most ${MOST_MINUTES} minutes`
		: undefined;
}
