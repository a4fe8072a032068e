import { choice, choices, dateTime, group, number } from '../../../registry/field';
import type { EncodeContext, Field } from '../../../registry/types';
import { endTime } from '../../../values/dates';
import type { Recurrence } from './schedule';

const toCommaList = (days: readonly string[], { refuse }: EncodeContext): string =>
	days.length > 0 ? days.join(',') : refuse('must name at least one day');

const WEEKS = [
	{ name: 'First', value: 1 },
	{ name: 'Second', value: 2 },
	{ name: 'Third', value: 3 },
	{ name: 'Fourth', value: 4 },
	{ name: 'Last', value: -1 },
];

/** How often, how far apart, on which days, until when. */
const READING_ORDER = [
	'type',
	'repeatInterval',
	'weeklyDays',
	'monthlyDay',
	'monthlyWeek',
	'monthlyWeekDay',
	'endTimes',
	'endDateTime',
];

/** The rule by which something takes place again. */
export const recurrenceField = ({ longest, endless }: Recurrence): Field =>
	group('Recurrence', 'recurrence', {
		placeholder: 'Add Rule',
		first: READING_ORDER,
		fields: [
			number('End After (Occurrences)', 'endTimes', {
				minValue: endless ? 0 : 1,
				maxValue: 60,
				default: 10,
				description: `Number of occurrences.${endless ? ' 0 means no end.' : ''} Cannot be combined with End On.`,
			}),
			dateTime('End On', 'endDateTime', {
				encode: endTime,
				description:
					"Last day or time of the series. If you enter a date, or leave the time in the date picker at midnight, the whole day is included. The day is in Timezone. If Timezone is not set, the day is in the workflow's time zone. Cannot be combined with End After.",
			}),
			number('Every', 'repeatInterval', {
				minValue: 1,
				maxValue: longest[1],
				default: 1,
				description: `Interval in days (up to ${longest[1]}), weeks (up to ${longest[2]}) or months (up to ${longest[3]})`,
			}),
			number('Monthly Day', 'monthlyDay', {
				minValue: 1,
				maxValue: 31,
				default: 1,
				description: 'Day of the month. Only if Repeat is Monthly.',
			}),
			choice('Monthly Week', 'monthlyWeek', {
				options: WEEKS,
				default: 1,
				description: 'Week of the month. Only if Repeat is Monthly, together with Monthly Weekday.',
			}),
			choice('Monthly Weekday', 'monthlyWeekDay', {
				options: [
					{ name: 'Monday', value: 2 },
					{ name: 'Tuesday', value: 3 },
					{ name: 'Wednesday', value: 4 },
					{ name: 'Thursday', value: 5 },
					{ name: 'Friday', value: 6 },
					{ name: 'Saturday', value: 7 },
					{ name: 'Sunday', value: 1 },
				],
				default: 2,
				description: 'Day of the week. Only if Repeat is Monthly, together with Monthly Week.',
			}),
			choice('Repeat', 'type', {
				options: [
					{ name: 'Daily', value: 1 },
					{ name: 'Weekly', value: 2 },
					{ name: 'Monthly', value: 3 },
				],
				default: 2,
				description: 'How often the meeting or webinar repeats',
			}),
			choices('Weekdays', 'weeklyDays', {
				encode: toCommaList,
				options: [
					{ name: 'Monday', value: '2' },
					{ name: 'Tuesday', value: '3' },
					{ name: 'Wednesday', value: '4' },
					{ name: 'Thursday', value: '5' },
					{ name: 'Friday', value: '6' },
					{ name: 'Saturday', value: '7' },
					{ name: 'Sunday', value: '1' },
				],
				description: 'Days of the week. Only if Repeat is Weekly.',
			}),
		],
		description:
			'When the meeting or webinar repeats. On Create, this sets Type to "Recurring with Fixed Time" if you do not set it.',
	});
