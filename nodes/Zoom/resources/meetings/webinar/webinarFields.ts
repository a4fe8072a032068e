import { objectOf } from '../../../json/json';
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

const COMMON_SETTINGS = [
	'practiceSession',
	'hostVideo',
	'panelistsVideo',
	'questionAndAnswer',
	'autoRecording',
	'onDemand',
	'alternativeHosts',
	'approvalType',
	'registrationType',
	'meetingAuthentication',
];

/** How a webinar to be made is run. */
export const newSettings = settingsField(settings, COMMON_SETTINGS, "use the host's defaults");

/** How a webinar is run from now on. */
export const changedSettings = settingsField(
	[...settings, notifyRegistrants],
	COMMON_SETTINGS,
	'keep their value',
);

/** What a webinar is called. */
export const topic = text('Topic', 'topic', {
	placeholder: 'e.g. Product launch',
	description: 'Topic of the webinar',
});

const simuliveFields: Field[] = [
	group('Delay Simulive Start', 'simuliveDelayStart', {
		fields: [
			toggle('Enabled', 'enable', {
				default: true,
				description: 'Whether to start the recording later than the webinar',
			}),
			number('Time', 'time', {
				minValue: 1,
				maxValue: 60,
				default: 10,
				description: 'Length of the delay, up to 60 seconds or 10 minutes',
			}),
			choice('Unit', 'timeunit', {
				options: [
					{ name: 'Minutes', value: 'minute' },
					{ name: 'Seconds', value: 'second' },
				],
				default: 'second',
				description: 'Unit of the delay',
			}),
		],
		description: 'Delay between the start of a simulive webinar and its recording',
	}),
	text(
		'Recording File ID',
		'recordFileId',
		'ID of the recording file that a simulive webinar plays',
	),
	toggle('Simulive', 'isSimulive', 'Whether to play a recording as if it were live'),
	toggle(
		'Transition to Live',
		'transitionToLive',
		'Whether to continue a simulive webinar live after its recording. The host must be present by then.',
	),
];

/** What is said of a webinar beside its settings. */
export const webinarFields: Field[] = [
	text('Agenda', 'agenda', { rows: 3, description: 'Description of the webinar' }),
	...detailFields,
	number('Duration (Minutes)', 'duration', {
		minValue: 1,
		default: 60,
		description: 'Planned duration of the webinar',
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
				description: 'Repeats as set in Recurrence',
			},
			{
				name: 'Recurring with No Fixed Time',
				value: 6,
				description: 'Can be started at any time with the same link',
			},
			{ name: 'Scheduled', value: 5 },
		],
		default: 5,
		description: 'Type of the webinar',
	}),
];

/** What can be said only of a new webinar. */
export const creationFields: Field[] = [
	toggle('Generate Passcode', 'defaultPasscode', {
		default: true,
		description:
			"Whether to generate a passcode if you set none and the host's settings require one",
	}),
	text('Template ID', 'templateId', 'ID of a webinar template, from Get Templates'),
];

/** Whether people are told of a deleted webinar. */
export const cancelReminder = toggle(
	'Cancel Webinar Reminder',
	'cancelWebinarReminder',
	'Whether to email panelists and registrants that the webinar is cancelled',
);

/** Which webinars to list. */
export const listFilters: Field[] = [
	toggle('Include Events Webinars', 'includeEventsWebinar', {
		default: true,
		description: 'Whether to include webinars of Zoom Events',
	}),
	choice('Type', 'type', {
		options: [
			{
				name: 'Scheduled',
				value: 'scheduled',
				description: 'All webinars that have not expired: past, live and upcoming',
			},
			{ name: 'Upcoming', value: 'upcoming', description: 'Upcoming and live webinars' },
		],
		default: 'scheduled',
		description: 'Which webinars to list. If not set, Zoom lists scheduled webinars.',
	}),
];

const MOST_MINUTES = 10;

/** The sentence for a simulive webinar that would begin too late. */
export function simuliveProblem({ simuliveDelayStart }: Values): string | undefined {
	const { time, timeunit } = objectOf(simuliveDelayStart);
	return timeunit === 'minute' && Number(time) > MOST_MINUTES
		? `Delay Simulive Start > Time: must be at most ${MOST_MINUTES} minutes`
		: undefined;
}
