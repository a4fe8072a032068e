import { objectsIn } from '../../../json/json';
import { choice, entries, text, toggle } from '../../../registry/field';
import type { Field, Values } from '../../../registry/types';
import { innerId } from '../../shared/fields';
import { questionFields } from './questionFields';
import { questionsProblem } from './questionRules';

const QUIZ = 3;

/** The poll an operation is about. */
export const pollId = innerId('Poll ID', 'pollId', 'ID of the poll, from Get Many');

const titleField = text('Title', 'title', {
	maxLength: 64,
	placeholder: 'e.g. Your opinion',
	description: 'Title of the poll',
});

const questionsField = (lowestRating: number): Field =>
	entries('Questions', 'questions', {
		entry: 'Question',
		sortable: true,
		fields: questionFields({ name: 1024, lowestRating, hasRightAnswers: true }),
		description: 'Questions of the poll',
	});

const anonymousField = toggle('Anonymous', 'anonymous', 'Whether to keep answers anonymous');

const pollType = choice('Poll Type', 'pollType', {
	options: [
		{ name: 'Advanced Poll', value: 2, description: 'Questions of every type' },
		{ name: 'Poll', value: 1, description: 'Single choice and multiple choice questions' },
		{ name: 'Quiz', value: 3, description: 'Questions with right answers' },
	],
	default: 1,
	description: 'Type of the poll. Advanced polls and quizzes must be enabled for the account.',
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
	sortable: true,
	fields: [
		{ ...titleField, required: true },
		{ ...questionsField(1), required: true },
		anonymousField,
		pollType,
	],
	description: 'Polls to create',
});

/** Which polls to list. */
export const pollFilters: Field[] = [
	{
		...anonymousField,
		description:
			'Whether to list only anonymous polls. If off, Zoom lists only polls that are not anonymous. If not set, Zoom lists all polls.',
	},
];

/** The sentence for a poll Zoom would refuse. */
export const pollProblem = ({ pollType: type, questions }: Values): string | undefined =>
	questionsProblem({
		questions: objectsIn(questions),
		label: 'Questions',
		mostChoices: 10,
		isQuiz: type === QUIZ,
	});

/** As `pollProblem`, for several polls. */
export function pollListProblem({ polls }: Values): string | undefined {
	const problems = objectsIn(polls).map(pollProblem);
	const broken = problems.findIndex((problem) => problem !== undefined);
	return broken === -1 ? undefined : `Polls > Poll ${broken + 1} > ${problems[broken]}`;
}
