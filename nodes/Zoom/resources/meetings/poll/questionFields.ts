import type { INodePropertyOptions } from 'n8n-workflow';

import { choice, entries, group, number, text, texts, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';

/** What differs between the questions of polls and of surveys. */
export interface QuestionKind {
	/** Longest question. */
	readonly name: number;
	/** Longest answer and label. */
	readonly answer?: number;
	readonly label?: number;
	/** Where a rating scale may begin. */
	readonly lowestRating: number;
	/** Whether some answers are right and others wrong. */
	readonly hasRightAnswers: boolean;
}

const types: INodePropertyOptions[] = [
	{ name: 'Fill in the Blank', value: 'fill_in_the_blank' },
	{ name: 'Long Answer', value: 'long_answer' },
	{ name: 'Matching', value: 'matching' },
	{ name: 'Multiple Choice', value: 'multiple' },
	{ name: 'Rank Order', value: 'rank_order' },
	{ name: 'Rating Scale', value: 'rating_scale' },
	{ name: 'Short Answer', value: 'short_answer' },
	{ name: 'Single Choice', value: 'single' },
];

const prompts = ({ answer, hasRightAnswers }: QuestionKind): Field =>
	entries('Prompts', 'prompts', {
		entry: 'Prompt',
		sortable: true,
		maxAllowedFields: 10,
		fields: [
			text('Prompt', 'promptQuestion', {
				maxLength: answer,
				required: true,
				description: 'Item to match or rank',
			}),
			...(hasRightAnswers ? [promptRightAnswers] : []),
		],
		description: 'Items to match with answers or to rank, from two to ten',
	});

const promptRightAnswers = texts('Right Answers', 'promptRightAnswers', {
	entry: 'Answer',
	sortable: true,
	description: 'Right answers for the prompt',
});

const quizFields: Field[] = [
	toggle(
		'Case Sensitive',
		'caseSensitive',
		'Whether to treat answers to fill-in-the-blank questions as case-sensitive',
	),
	texts('Right Answers', 'rightAnswers', {
		entry: 'Answer',
		sortable: true,
		minRequiredFields: 1,
		description:
			'Right answers. Required in a quiz. Enter one for a single choice question, and one per blank for a fill-in-the-blank question.',
	}),
];

const ratingLabel = (end: 'Highest' | 'Lowest', name: string, maxLength?: number): Field =>
	text(`${end} Rating Label`, name, {
		maxLength,
		description: `Text shown at the ${end.toLowerCase()} rating`,
	});

const ratingFields = ({ label, lowestRating }: QuestionKind): Field[] => [
	number('Highest Rating', 'ratingMaxValue', {
		minValue: lowestRating + 1,
		maxValue: 10,
		default: 5,
		description: 'Highest value of the rating scale',
	}),
	ratingLabel('Highest', 'ratingMaxLabel', label),
	ratingLabel('Lowest', 'ratingMinLabel', label),
	number('Lowest Rating', 'ratingMinValue', {
		minValue: lowestRating,
		maxValue: 9,
		default: 1,
		description: 'Lowest value of the rating scale',
	}),
];

const details = (kind: QuestionKind): Field =>
	group('Details', 'details', {
		flatten: true,
		fields: [
			toggle('Answer Required', 'answerRequired', 'Whether to require an answer'),
			number('Longest Answer', 'answerMaxCharacter', {
				minValue: 1,
				maxValue: 2000,
				default: 500,
				description:
					'Maximum number of characters, up to 500 for a short answer and 2,000 for a long answer',
			}),
			prompts(kind),
			number('Shortest Answer', 'answerMinCharacter', {
				minValue: 1,
				maxValue: 2000,
				default: 1,
				description: 'Minimum number of characters of a short or long answer',
			}),
			toggle(
				'Show as Dropdown',
				'showAsDropdown',
				'Whether to show a single choice question as a dropdown',
			),
			...ratingFields(kind),
			...(kind.hasRightAnswers ? quizFields : []),
		],
		description: 'Settings for specific question types',
	});

/** What is said of a question of a poll or survey. */
export const questionFields = (kind: QuestionKind): Field[] => [
	text('Question', 'name', {
		maxLength: kind.name,
		required: true,
		placeholder: 'e.g. How was it?',
		description: 'Text of the question',
	}),
	choice('Type', 'type', {
		required: true,
		options: types,
		default: 'single',
		description:
			'Type of the question. In polls, only advanced polls and quizzes accept types other than Single Choice and Multiple Choice.',
	}),
	texts('Answers', 'answers', {
		entry: 'Answer',
		sortable: true,
		maxLength: kind.answer,
		minRequiredFields: 2,
		displayOptions: { show: { type: ['matching', 'multiple', 'rank_order', 'single'] } },
		description: 'Answers to choose from, at least two',
	}),
	details(kind),
];
