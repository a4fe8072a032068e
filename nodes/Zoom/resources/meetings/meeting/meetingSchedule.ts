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
		description: 'How long it is planned to last',
	}),
	recurrenceField(meetingRecurrence),
	startTime,
	timeZone,
	choice('Type', 'type', {
		options: [
			{ name: 'Instant', value: 1, description: 'Begins now' },
			{
				name: 'Recurring with Fixed Time',
				value: 8,
				description: 'Takes place again by the rule in Recurrence',
			},
			{
				name: 'Recurring with No Fixed Time',
				value: 3,
				description: 'One link to use whenever you like',
			},
			{ name: 'Scheduled', value: 2 },
			{ name: 'Screen Share Only', value: 10 },
		],
		default: 2,
		description: 'What kind of meeting it is',
	}),
];
