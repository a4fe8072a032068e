import { objectOf } from '../../../json/json';
import { dateTime } from '../../../registry/field';
import type { Field, Values } from '../../../registry/types';
import { startTime as encodeStartTime } from '../../../values/dates';

/** When it begins, in whatever zone. */
export const startTime = dateTime('Start Time', 'startTime', {
	encode: encodeStartTime,
	unset: '',
	description:
		"When the meeting or webinar starts. If not set, a new scheduled meeting or webinar starts now. If the time has no UTC offset, the node uses Timezone. If Timezone is not set, the node uses the workflow's time zone.",
});

/** What everybody sets of something new, with how it differs in sight: left empty, it is as if it were not there. */
const AT_TOP: Readonly<Record<string, Partial<Field>>> = {
	startTime: { description: `${startTime.description} If empty, Zoom starts it now.` },
	duration: { default: '', placeholder: 'e.g. 60' },
	timeZone: {},
};

/** Those of the fields that everybody sets, to be always in sight. */
export const scheduleAtTop = (fields: readonly Field[]): Field[] =>
	Object.entries(AT_TOP).flatMap(([name, own]) =>
		fields
			.filter((field) => field.name === name)
			.map((field) => ({ ...field, ...own, unset: undefined })),
	);

/** The fields beside those: a value that a workflow has among them counts more than one at the top. */
export const besideTop = (fields: readonly Field[]): Field[] =>
	fields.map((field) => (field.name in AT_TOP ? { ...field, whereStored: true } : field));

/** What Zoom allows of a recurrence, which differs between meetings and webinars. */
export interface Recurrence {
	/** The type of those that recur by a rule. */
	readonly type: number;
	/** The longest interval by the number of the unit: days, weeks, months. */
	readonly longest: Readonly<Record<number, number>>;
	/** Whether 0 times means without end. */
	readonly endless: boolean;
}

const WEEKLY = 2;
const MONTHLY = 3;

/** The sentence for a recurrence Zoom would refuse or silently drop; undefined when it is sound. */
export function recurrenceProblem(
	{ recurrence }: Values,
	{ longest }: Recurrence,
): string | undefined {
	if (recurrence === undefined) return undefined;
	const rule = objectOf(recurrence);
	const type = Number(rule.type);
	if (rule.type === undefined) return 'Recurrence > Repeat: is required';
	if (Number(rule.repeatInterval) > longest[type]) {
		return `Recurrence > Every: must be at most ${longest[type]} for this Repeat`;
	}
	if (rule.endTimes !== undefined && rule.endDateTime !== undefined) {
		return 'Recurrence: use either End After or End On, not both';
	}
	if (type === WEEKLY && rule.weeklyDays === undefined) {
		return 'Recurrence > Weekdays: is required if Repeat is Weekly';
	}
	if (type !== WEEKLY && rule.weeklyDays !== undefined) {
		return 'Recurrence > Weekdays: can be set only if Repeat is Weekly';
	}
	return monthProblem(rule);
}

function monthProblem(rule: Record<string, unknown>): string | undefined {
	const byWeek = rule.monthlyWeek !== undefined || rule.monthlyWeekDay !== undefined;
	const byDay = rule.monthlyDay !== undefined;
	if (rule.type !== MONTHLY) {
		return byWeek || byDay
			? 'Recurrence > Monthly Day, Week and Weekday: can be set only if Repeat is Monthly'
			: undefined;
	}
	if (byWeek && byDay) {
		return 'Recurrence: use either Monthly Day, or Monthly Week with Monthly Weekday, not both';
	}
	if (byWeek && (rule.monthlyWeek === undefined || rule.monthlyWeekDay === undefined)) {
		return 'Recurrence: set Monthly Week and Monthly Weekday together';
	}
	return byWeek || byDay
		? undefined
		: 'Recurrence: set Monthly Day, or Monthly Week with Monthly Weekday, if Repeat is Monthly';
}

/** The type that a recurrence implies of what is new: Zoom drops it on any other type without a word. */
export const impliedType =
	({ type }: Recurrence) =>
	({ recurrence }: Values): Values =>
		recurrence === undefined ? {} : { type };

/** The same for what is new, which must not say of itself that it does not recur. */
export function newRecurrenceProblem(values: Values, allowed: Recurrence): string | undefined {
	const isRecurring = Number(values.type) === allowed.type;
	if (isRecurring && values.recurrence === undefined) {
		return 'Recurrence: is required if Type is Recurring with Fixed Time';
	}
	if (!isRecurring && values.recurrence !== undefined) {
		return 'Type: must be Recurring with Fixed Time if Recurrence is set';
	}
	return recurrenceProblem(values, allowed);
}
