import type { Field, Values } from '../../../registry/types';
import { innerId } from '../../shared/fields';
import { questionGroup } from './questionFields';
import { questionsProblem } from './questionRules';

const QUIZ = 3;

/** The poll an operation is about. */
export const pollId = innerId('Poll ID', 'pollId', 'The poll to work on, as listed by Get Many');

const titleField: Field = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	typeOptions: { maxLength: 64 },
	default: '',
	placeholder: 'e.g. Your opinion',
	description: 'What the poll is called',
};

const questionsField = (lowestRating: number): Field => ({
	displayName: 'Questions',
	name: 'questions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Question' },
	default: {},
	options: [questionGroup({ name: 1024, lowestRating, hasRightAnswers: true })],
	description: 'What the poll asks',
});

const anonymousField: Field = {
	displayName: 'Anonymous',
	name: 'anonymous',
	type: 'boolean',
	default: false,
	description: 'Whether it stays unknown who answered what',
};

const pollType: Field = {
	displayName: 'Poll Type',
	name: 'pollType',
	type: 'options',
	options: [
		{ name: 'Advanced Poll', value: 2, description: 'With questions of every type' },
		{ name: 'Poll', value: 1, description: 'With single and multiple choices' },
		{ name: 'Quiz', value: 3, description: 'With right answers' },
	],
	default: 1,
	description: 'What kind of poll it is. Advanced polls and quizzes have to be on for the account.',
};

/** What a new poll is about. */
export const newPollFields: Field[] = [
	{ ...titleField, in: 'body', required: true },
	{ ...questionsField(0), in: 'body', required: true },
];

/** What can be said of a poll besides. */
export const pollOptions: Field[] = [
	{ ...anonymousField, in: 'body' },
	{ ...pollType, in: 'body' },
];

/** What can be changed about a poll. */
export const changedPollFields: Field[] = [
	...pollOptions,
	{ ...questionsField(0), in: 'body' },
	{ ...titleField, in: 'body' },
];

/** Several new polls. */
export const pollList: Field = {
	displayName: 'Polls',
	name: 'polls',
	type: 'fixedCollection',
	in: 'body',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Poll' },
	required: true,
	default: {},
	options: [
		{
			displayName: 'Poll',
			name: 'poll',
			values: [
				{ ...titleField, required: true },
				{ ...questionsField(1), required: true },
				anonymousField,
				pollType,
			],
		},
	],
	description: 'The polls to create',
};

/** Which polls to list. */
export const pollFilters: Field[] = [
	{
		...anonymousField,
		in: 'query',
		description: 'Whether to list the polls that are anonymous, or those that are not',
	},
];

/** The sentence for a poll Zoom would refuse. */
export const pollProblem = ({ pollType: type, questions }: Values): string | undefined =>
	questionsProblem({
		questions: (questions ?? []) as Values[],
		label: 'Questions',
		mostChoices: 10,
		isQuiz: type === QUIZ,
	});

/** As `pollProblem`, for several polls. */
export function pollListProblem({ polls }: Values): string | undefined {
	const problems = ((polls ?? []) as Values[]).map(pollProblem);
	const broken = problems.findIndex((problem) => problem !== undefined);
	return broken === -1 ? undefined : `Polls > Poll ${broken + 1} > ${problems[broken]}`;
}
