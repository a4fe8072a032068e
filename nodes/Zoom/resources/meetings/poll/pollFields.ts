import { choice, entries, text, toggle } from '../../../registry/field';
import type { Field, Values } from '../../../registry/types';
import { innerId } from '../../shared/fields';
import { questionFields } from './questionFields';
import { questionsProblem } from './questionRules';

const QUIZ = 3;

/** The poll an operation is about. */
export const pollId = innerId('Poll ID', 'pollId', 'The poll to work on, as listed by Get Many');

const titleField = text('Title', 'title', {
	maxLength: 64,
	placeholder: 'e.g. Your opinion',
	description: 'What the poll is called',
});

const questionsField = (lowestRating: number): Field =>
	entries('Questions', 'questions', {
		entry: 'Question',
		fields: questionFields({ name: 1024, lowestRating, hasRightAnswers: true }),
		description: 'What the poll asks',
	});

const anonymousField = toggle(
	'Anonymous',
	'anonymous',
	'Whether it stays unknown who answered what',
);

const pollType = choice('Poll Type', 'pollType', {
	options: [
		{ name: 'Advanced Poll', value: 2, description: 'With questions of every type' },
		{ name: 'Poll', value: 1, description: 'With single and multiple choices' },
		{ name: 'Quiz', value: 3, description: 'With right answers' },
	],
	default: 1,
	description: 'What kind of poll it is. Advanced polls and quizzes have to be on for the account.',
});

/** What a new poll is about. */
export const newPollFields: Field[] = [
	{ ...titleField, required: true },
	{ ...questionsField(0), required: true },
];

/** What can be said of a poll besides. */
export const pollOptions: Field[] = [anonymousField, pollType];

/** What can be changed about a poll. */
export const changedPollFields: Field[] = [...pollOptions, questionsField(0), titleField];

/** Several new polls. */
export const pollList = entries('Polls', 'polls', {
	required: true,
	entry: 'Poll',
	fields: [
		{ ...titleField, required: true },
		{ ...questionsField(1), required: true },
		anonymousField,
		pollType,
	],
	description: 'The polls to create',
});

/** Which polls to list. */
export const pollFilters: Field[] = [
	{
		...anonymousField,
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
