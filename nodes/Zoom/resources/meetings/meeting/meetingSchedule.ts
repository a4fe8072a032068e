import { choice, number } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { timeZone } from '../../shared/fields';
import { recurrenceField } from '../../shared/meetingOrWebinar/recurrence';
import type { Recurrence } from '../../shared/meetingOrWebinar/schedule';
import { startTime } from '../../shared/meetingOrWebinar/schedule';

/** How meetings may recur. Zoom ignores or misreads what goes past its maxima. */
export const meetingRecurrence: Recurrence = {
	type: 8,
	longest: { 1: 99, 2: 50, 3: 10 },
	endless: true,
};

/** When a meeting takes place, and how often. */
export const scheduleFields: Field[] = [
	number('Duration (Minutes)', 'duration', {
		minValue: 1,
		maxValue: 1440,
		unset: 0,
		default: 60,
		description: 'Planned duration of the meeting',
	}),
	recurrenceField(meetingRecurrence),
	startTime,
	timeZone,
	choice('Type', 'type', {
		options: [
			{ name: 'Instant', value: 1, description: 'Starts now' },
			{
				name: 'Recurring with Fixed Time',
				value: 8,
				description: 'Repeats as set in Recurrence',
			},
			{
				name: 'Recurring with No Fixed Time',
				value: 3,
				description: 'Can be started at any time with the same link',
			},
			{ name: 'Scheduled', value: 2 },
			{ name: 'Screen Share Only', value: 10 },
		],
		default: 2,
		description: 'Type of the meeting',
	}),
];
