import { choice, choices, dateTime, group, number } from '../../../registry/field';
import type { EncodeContext, Field } from '../../../registry/types';
import { endTime } from '../../../values/dates';
import type { Recurrence } from './schedule';

const toCommaList = (days: readonly string[], { refuse }: EncodeContext): string =>
	days.length > 0 ? days.join(',') : refuse('must name at least one day');

/** The rule by which something takes place again. */
export const recurrenceField = ({ longest, endless }: Recurrence): Field =>
	group('Recurrence', 'recurrence', {
		placeholder: 'Add Rule',
		fields: [
			number('End After (Times)', 'endTimes', {
				minValue: endless ? 0 : 1,
				maxValue: 60,
				default: 10,
				description: `How many times it takes place${endless ? '; 0 means without end' : ''}. Not together with End On.`,
			}),
			dateTime('End On', 'endDateTime', {
				encode: endTime,
				description:
					'The last day or moment it can take place. A day, or midnight as the date picker gives it, includes that whole day in Timezone if it is set, else in the time zone of the workflow. Not together with End After.',
			}),
			number('Every', 'repeatInterval', {
				minValue: 1,
				maxValue: longest[1],
				default: 1,
				description: `Every how many days (at most ${longest[1]}), weeks (${longest[2]}) or months (${longest[3]})`,
			}),
			number('Monthly Day', 'monthlyDay', {
				minValue: 1,
				maxValue: 31,
				default: 1,
				description: 'Day of the month, when it repeats monthly',
			}),
			choice('Monthly Week', 'monthlyWeek', {
				options: [
					{ name: 'First', value: 1 },
					{ name: 'Fourth', value: 4 },
					{ name: 'Last', value: -1 },
					{ name: 'Second', value: 2 },
					{ name: 'Third', value: 3 },
				],
				default: 1,
				description: 'Week of the month, when it repeats monthly; goes with Monthly Weekday',
			}),
			choice('Monthly Weekday', 'monthlyWeekDay', {
				options: [
					{ name: 'Friday', value: 6 },
					{ name: 'Monday', value: 2 },
					{ name: 'Saturday', value: 7 },
					{ name: 'Sunday', value: 1 },
					{ name: 'Thursday', value: 5 },
					{ name: 'Tuesday', value: 3 },
					{ name: 'Wednesday', value: 4 },
				],
				default: 2,
				description: 'Day of the week, when it repeats monthly; goes with Monthly Week',
			}),
			choice('Repeat', 'type', {
				options: [
					{ name: 'Daily', value: 1 },
					{ name: 'Monthly', value: 3 },
					{ name: 'Weekly', value: 2 },
				],
				default: 2,
				description: 'How often it takes place',
			}),
			choices('Weekdays', 'weeklyDays', {
				encode: toCommaList,
				options: [
					{ name: 'Friday', value: '6' },
					{ name: 'Monday', value: '2' },
					{ name: 'Saturday', value: '7' },
					{ name: 'Sunday', value: '1' },
					{ name: 'Thursday', value: '5' },
					{ name: 'Tuesday', value: '3' },
					{ name: 'Wednesday', value: '4' },
				],
				description: 'Days of the week, when it repeats weekly',
			}),
		],
		description: 'When it takes place again. Goes with the type "Recurring with Fixed Time".',
	});
