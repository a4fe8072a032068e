import { readInput } from '../../../nodes/Zoom/values/input';
import type { INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { collectionName, placeOf } from '../../../nodes/Zoom/registry/fieldNames';
import type { Field, FieldGroup, RestOperation } from '../../../nodes/Zoom/registry/types';
import {
	toCommas,
	toList,
	toSemicolons,
	toSingleList,
	toUsers,
} from '../../../nodes/Zoom/values/lists';
import { choicesOf, innerFields, reader } from './registry';

type Parameters = Record<string, unknown>;

/** So many turns show every choice of every field. */
export const TURNS = 40;

// More than Zoom takes anywhere: a longest length that the node forgets shows.
const LONG_TEXT = 3000;
const MANY = 21;
// Enough inside another list.
const FEW = 3;
const WALL_TIME = '2026-07-05T10:00:00';
const INSTANT = '2026-07-05T10:00:00+02:00';
// Zoom calls these lists, and takes one entry.
const SINGLE_ENTRY_LISTS = ['divisionIds'];

/**
 * A value somebody may give a field. Turn by turn, its choices, its bounds, short and long text; a list that has a
 * longest length is as long as it may be.
 */
export function sampleValue(field: Field, turn: number, isInList = false): unknown {
	const { minValue, maxValue, maxAllowedFields = isInList ? FEW : MANY } = field.typeOptions ?? {};
	switch (field.type) {
		case 'collection':
			return fitted(sampleOf(innerFields(field), turn, isInList));
		case 'fixedCollection': {
			const [group] = field.options as FieldGroup[];
			const turns = Array.from({ length: maxAllowedFields }, (_, index) => turn + index);
			return { [group.name]: turns.map((of) => fitted(shownOf(group.values, of))) };
		}
		case 'options':
			return choicesOf(field)[turn % choicesOf(field).length]?.value ?? 'Europe/Berlin';
		case 'multiOptions':
			return choicesOf(field).length === 0
				? []
				: [choicesOf(field)[turn % choicesOf(field).length].value];
		case 'number':
			return [minValue ?? 0, maxValue ?? 1_000_000, field.default][turn % 3];
		case 'boolean':
			return turn % 2 === 0;
		case 'dateTime':
			return turn % 2 === 0 ? WALL_TIME : INSTANT;
		case 'resourceLocator':
			return { __rl: true, mode: 'id', value: field.name === 'userId' ? 'me' : exampleId(field) };
		case 'json':
			return field.appendsTo === undefined ? '{}' : '[]';
		default:
			return field.typeOptions?.multipleValues ? sampleTexts(field, turn) : sampleText(field, turn);
	}
}

const exampleOf = (placeholder: string) => placeholder.replace(/^e\.g\. /, '');

const exampleId = ({ modes = [] }: Field) =>
	exampleOf(modes.find(({ name }) => name === 'id')?.placeholder ?? '');

function sampleTexts(field: Field, turn: number): string[] {
	const { minRequiredFields = 1, maxAllowedFields = MANY } = field.typeOptions ?? {};
	const length = turn % 2 === 0 ? minRequiredFields : maxAllowedFields;
	const text = sampleText({ ...field, required: true }, turn);
	return Array.from({ length }, (_, index) => (index === 0 ? text : 'x'));
}

const LIST_ENCODERS: unknown[] = [toCommas, toList, toSemicolons, toSingleList, toUsers];

function sampleText(field: Field, turn: number): string {
	const { name, typeOptions = {}, placeholder = '', encode, required } = field;
	const { minLength = required ? 1 : 0, maxLength = LONG_TEXT } = typeOptions;
	if (LIST_ENCODERS.includes(encode)) {
		return SINGLE_ENTRY_LISTS.includes(name) || turn % 2 === 0 ? 'one' : 'one, two@example.com';
	}
	if (placeholder.includes('@')) return `jane${turn}@example.com`;
	if (encode && placeholder !== '') return exampleOf(placeholder);
	if (encode) return `jane${turn}@example.com`;
	return 'x'.repeat(turn % 2 === 0 ? minLength : maxLength);
}

const sampleOf = (fields: readonly Field[], turn: number, isInList = false): Parameters =>
	Object.fromEntries(
		fields.map((field) => [field.name, sampleValue(field, turnOf(field, fields, turn), isInList)]),
	);

// A field that another one shows comes round more slowly, so that all goes with all.
function turnOf({ displayOptions }: Field, among: readonly Field[], turn: number): number {
	const [shower] = among.filter(({ name }) => displayOptions?.show?.[name]);
	return shower ? Math.floor(turn / choicesOf(shower).length) : turn;
}

/** An entry of a list, with what n8n shows of it. */
function shownOf(fields: readonly Field[], turn: number): Parameters {
	const sample = sampleOf(fields, turn, true);
	const shown = fields.filter((field) =>
		NodeHelpers.displayParameter(
			sample as INodeParameters,
			{ ...field, options: undefined },
			null,
			null,
		),
	);
	return Object.fromEntries(shown.map(({ name }) => [name, sample[name]]));
}

// What Zoom's documents allow of the answers to a question, by its type.
const MOST_ANSWERS: Readonly<Record<string, number>> = {
	single: 10,
	multiple: 10,
	matching: 16,
	rank_order: 7,
};

/** What is sampled with no more than goes together: answers to a type of question, a time in its unit. */
function fitted(entry: Parameters): Parameters {
	const { type, answers, details, time, timeunit } = entry;
	return {
		...entry,
		...(Array.isArray(answers) && { answers: answers.slice(0, MOST_ANSWERS[String(type)]) }),
		...(details !== undefined && { details: fittedDetails(String(type), details as Parameters) }),
		...(timeunit === 'minute' && { time: Math.min(Number(time), 10) }),
	};
}

function fittedDetails(type: string, details: Parameters): Parameters {
	const { rightAnswers = [], answerMinCharacter, answerMaxCharacter } = details;
	const most = ['single', 'matching'].includes(type) ? 1 : MANY;
	const longest = type === 'short_answer' ? 500 : 2000;
	return {
		...details,
		...('rightAnswers' in details && { rightAnswers: (rightAnswers as string[]).slice(0, most) }),
		answerMinCharacter: Math.min(Number(answerMinCharacter), longest),
		answerMaxCharacter: Math.min(Number(answerMaxCharacter), longest),
	};
}

/** No more than an operation demands. */
export const minimalInput = (operation: RestOperation, turn = 0): Parameters =>
	sampleOf(
		operation.fields.filter(({ required }) => required),
		turn,
	);

function isEnough(operation: RestOperation, input: Parameters): boolean {
	try {
		readInput(operation, reader(operation, input));
		return true;
	} catch {
		return false;
	}
}

/** The same, and for an update that has to change something one change. */
export function changeInput(operation: RestOperation): Parameters {
	const input = minimalInput(operation);
	const change = operation.optional?.find((field) => placeOf(operation, field) === 'body');
	if (isEnough(operation, input) || !change) return input;
	return { ...input, [collectionName(operation)]: { [change.name]: sampleValue(change, 1) } };
}

/** Every field of an operation at once, as far as they go together. */
export function fullInput(operation: RestOperation, turn: number): Parameters {
	const optional = sampleOf(operation.optional ?? [], turn);
	return {
		...sampleOf(operation.fields, turn),
		[collectionName(operation)]: { ...optional, ...sampleSchedule(operation, turn) },
	};
}

// What a rule of recurrence may hold together; the fifth turn is a meeting that does not recur by a rule.
const RULES = [
	{ type: 1, has: ['repeatInterval', 'endTimes'] },
	{ type: 2, has: ['repeatInterval', 'endDateTime', 'weeklyDays'] },
	{ type: 3, has: ['monthlyDay'] },
	{ type: 3, has: ['monthlyWeek', 'monthlyWeekDay'] },
];

// In days, weeks and months: of meetings, and of webinars, by the longest in days.
const LONGEST_INTERVALS: Readonly<Record<number, Readonly<Record<number, number>>>> = {
	99: { 1: 99, 2: 50, 3: 10 },
	90: { 1: 90, 2: 12, 3: 3 },
};

function sampleSchedule({ optional = [] }: RestOperation, turn: number): Parameters {
	const [recurrence, type] = ['recurrence', 'type'].map((name) =>
		optional.find((field) => field.name === name),
	);
	if (!recurrence || !type) return {};
	const RECURRING = choicesOf(type).find(({ name }) => name === 'Recurring with Fixed Time')?.value;
	const round = Math.floor(turn / (RULES.length + 1));
	const rule = RULES[turn % (RULES.length + 1)];
	if (!rule) {
		const meetingType = sampleValue(type, round);
		return { recurrence: undefined, type: meetingType === RECURRING ? type.default : meetingType };
	}
	const sample = sampleOf(
		innerFields(recurrence).filter(({ name }) => rule.has.includes(name)),
		round,
	);
	const days = innerFields(recurrence).find(({ name }) => name === 'repeatInterval');
	const longest = LONGEST_INTERVALS[Number(days?.typeOptions?.maxValue)][rule.type];
	if ('repeatInterval' in sample) {
		sample.repeatInterval = Math.min(Number(sample.repeatInterval), longest);
	}
	return { recurrence: { ...sample, type: rule.type }, type: RECURRING };
}

/** A value for a field alone: for one that adds to a list as JSON, that list's entries. */
function loneValue(field: Field, among: readonly Field[]): unknown {
	const list = among.find(({ name }) => name === field.appendsTo);
	if (!list) return sampleValue(field, 1);
	const [entries] = Object.values(sampleValue(list, 1) as Parameters);
	return JSON.stringify(entries);
}

/** One optional field and nothing else; inside a collection, that collection with nothing else. */
export function loneInputs(operation: RestOperation): { path: string; parameters: Parameters }[] {
	const lone = (fields: readonly Field[], within: string): { path: string; value: Parameters }[] =>
		fields.flatMap((field) => {
			const path = within + field.name;
			const inner = lone(innerFields(field), `${path}.`).map((entry) => ({
				path: entry.path,
				value: { [field.name]: wrapped(field, entry.value) },
			}));
			return [...inner, { path, value: { [field.name]: loneValue(field, fields) } }];
		});
	const wrapped = (field: Field, value: Parameters) =>
		field.type === 'fixedCollection'
			? { [(field.options as FieldGroup[])[0].name]: [value] }
			: value;
	return lone(operation.optional ?? [], '').map(({ path, value }) => ({
		path,
		parameters: { ...minimalInput(operation), [collectionName(operation)]: value },
	}));
}
