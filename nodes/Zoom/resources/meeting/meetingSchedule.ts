import { startTime, utcTime } from '../../dates';
import type { EncodeContext, Field, Values } from '../../operation';
import { timeZone } from '../fields';

const RECURRING_WITH_FIXED_TIME = 8;
const WEEKLY = 2;
const MONTHLY = 3;

const toCommaList = (days: readonly string[], { refuse }: EncodeContext): string =>
	days.length > 0 ? days.join(',') : refuse('must name at least one day');

/** When a meeting takes place, and how often. */
export const scheduleFields: Field[] = [
	{
		displayName: 'Duration (Minutes)',
		name: 'duration',
		type: 'number',
		in: 'body',
		typeOptions: { minValue: 1, maxValue: 1440 },
		default: 60,
		description: 'How long the meeting is planned to last',
	},
	{
		displayName: 'Recurrence',
		name: 'recurrence',
		type: 'collection',
		in: 'body',
		placeholder: 'Add Rule',
		default: {},
		options: [
			{
				displayName: 'End After (Times)',
				name: 'endTimes',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 60 },
				default: 10,
				description:
					'How many times it takes place; 0 means without end. Not together with End On.',
			},
			{
				displayName: 'End On',
				name: 'endDateTime',
				type: 'dateTime',
				encode: utcTime,
				default: '',
				description: 'The last moment it may take place. Not together with End After.',
			},
			{
				displayName: 'Every',
				name: 'repeatInterval',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 99 },
				default: 1,
				description: 'Every how many days (at most 99), weeks (50) or months (10)',
			},
			{
				displayName: 'Monthly Day',
				name: 'monthlyDay',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 31 },
				default: 1,
				description: 'Day of the month, for a monthly meeting',
			},
			{
				displayName: 'Monthly Week',
				name: 'monthlyWeek',
				type: 'options',
				options: [
					{ name: 'First', value: 1 },
					{ name: 'Fourth', value: 4 },
					{ name: 'Last', value: -1 },
					{ name: 'Second', value: 2 },
					{ name: 'Third', value: 3 },
				],
				default: 1,
				description: 'Week of the month, for a monthly meeting; goes with Monthly Weekday',
			},
			{
				displayName: 'Monthly Weekday',
				name: 'monthlyWeekDay',
				type: 'options',
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
				description: 'Day of the week, for a monthly meeting; goes with Monthly Week',
			},
			{
				displayName: 'Repeat',
				name: 'type',
				type: 'options',
				options: [
					{ name: 'Daily', value: 1 },
					{ name: 'Monthly', value: 3 },
					{ name: 'Weekly', value: 2 },
				],
				default: 2,
				description: 'How often it takes place',
			},
			{
				displayName: 'Weekdays',
				name: 'weeklyDays',
				type: 'multiOptions',
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
				default: [],
				description: 'Days of the week, for a weekly meeting',
			},
		],
		description:
			'When the meeting takes place again. Goes with the type "Recurring with Fixed Time".',
	},
	{
		displayName: 'Start Time',
		name: 'startTime',
		type: 'dateTime',
		in: 'body',
		encode: startTime,
		default: '',
		description:
			'When the meeting begins. A time without an offset is meant in Timezone if that is set, else in the time zone of the workflow.',
	},
	{ ...timeZone, in: 'body' },
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		in: 'body',
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
	},
];

// Zoom's own maxima; it ignores or misreads what goes past them.
const LONGEST_INTERVAL: Readonly<Record<number, number>> = { 1: 99, 2: 50, 3: 10 };

/** The sentence for a recurrence Zoom would refuse or silently drop; undefined when it is sound. */
export function recurrenceProblem({ recurrence }: Values): string | undefined {
	if (recurrence === undefined) return undefined;
	const rule = recurrence as Record<string, unknown>;
	const type = rule.type as number | undefined;
	if (type === undefined) return 'Recurrence > Repeat: is required';
	const longest = LONGEST_INTERVAL[type];
	if ((rule.repeatInterval as number) > longest) {
		return `Recurrence > Every: must be at most ${longest} for this Repeat`;
	}
	if (rule.endTimes !== undefined && rule.endDateTime !== undefined) {
		return 'Recurrence: use either End After or End On, not both';
	}
	if (type === WEEKLY && rule.weeklyDays === undefined) {
		return 'Recurrence > Weekdays: is required when Repeat is Weekly';
	}
	if (type !== WEEKLY && rule.weeklyDays !== undefined) {
		return 'Recurrence > Weekdays: goes only with Repeat set to Weekly';
	}
	return monthProblem(rule);
}

function monthProblem(rule: Record<string, unknown>): string | undefined {
	const byWeek = rule.monthlyWeek !== undefined || rule.monthlyWeekDay !== undefined;
	const byDay = rule.monthlyDay !== undefined;
	if (rule.type !== MONTHLY) {
		return byWeek || byDay
			? 'Recurrence > Monthly Day, Week and Weekday: go only with Repeat set to Monthly'
			: undefined;
	}
	if (byWeek && byDay) {
		return 'Recurrence: use either Monthly Day, or Monthly Week with Monthly Weekday, not both';
	}
	if (byWeek && (rule.monthlyWeek === undefined || rule.monthlyWeekDay === undefined)) {
		return 'Recurrence: Monthly Week and Monthly Weekday go together';
	}
	return byWeek || byDay
		? undefined
		: 'Recurrence: a monthly meeting needs Monthly Day, or Monthly Week with Monthly Weekday';
}

/** A new meeting has to say of itself that it recurs: Zoom drops a recurrence on any other type without a word. */
export function newMeetingProblem(values: Values): string | undefined {
	const isRecurring = Number(values.type) === RECURRING_WITH_FIXED_TIME;
	if (isRecurring && values.recurrence === undefined) {
		return 'Recurrence: is required when Type is Recurring with Fixed Time';
	}
	if (!isRecurring && values.recurrence !== undefined) {
		return 'Type: must be Recurring with Fixed Time when Recurrence is set';
	}
	return recurrenceProblem(values);
}
