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
		maxAllowedFields: 10,
		fields: [
			text('Prompt', 'promptQuestion', {
				maxLength: answer,
				required: true,
				description: 'What is to be matched or ranked',
			}),
			...(hasRightAnswers ? [promptRightAnswers] : []),
		],
		description: 'What the answers are to be matched with or ranked by, two to ten',
	});

const promptRightAnswers = texts('Right Answers', 'promptRightAnswers', {
	entry: 'Answer',
	description: 'Which of the answers are right for the prompt',
});

const quizFields: Field[] = [
	toggle('Case Sensitive', 'caseSensitive', 'Whether capitals matter in what fills a blank'),
	texts('Right Answers', 'rightAnswers', {
		entry: 'Answer',
		minRequiredFields: 1,
		description:
			'What is right. A quiz needs it. Single choices have one right answer, blanks one for each blank.',
	}),
];

const ratingLabel = (end: 'Highest' | 'Lowest', name: string, maxLength?: number): Field =>
	text(`Label of ${end} Rating`, name, {
		maxLength,
		description: `What the ${end.toLowerCase()} rating means`,
	});

const ratingFields = ({ label, lowestRating }: QuestionKind): Field[] => [
	number('Highest Rating', 'ratingMaxValue', {
		minValue: lowestRating + 1,
		maxValue: 10,
		default: 5,
		description: 'Where a rating scale ends',
	}),
	ratingLabel('Highest', 'ratingMaxLabel', label),
	ratingLabel('Lowest', 'ratingMinLabel', label),
	number('Lowest Rating', 'ratingMinValue', {
		minValue: lowestRating,
		maxValue: 9,
		default: 1,
		description: 'Where a rating scale begins',
	}),
];

const details = (kind: QuestionKind): Field =>
	group('Details', 'details', {
		flatten: true,
		fields: [
			toggle('Answer Required', 'answerRequired', 'Whether the question has to be answered'),
			number('Longest Answer', 'answerMaxCharacter', {
				minValue: 1,
				maxValue: 2000,
				default: 500,
				description: 'Characters, at most 500 for a short answer and 2000 for a long one',
			}),
			prompts(kind),
			number('Shortest Answer', 'answerMinCharacter', {
				minValue: 1,
				maxValue: 2000,
				default: 1,
				description: 'Characters, for short and long answers',
			}),
			toggle('Show as Dropdown', 'showAsDropdown', 'Whether a single choice is made in a dropdown'),
			...ratingFields(kind),
			...(kind.hasRightAnswers ? quizFields : []),
		],
		description: 'What goes with some types of question',
	});

/** What is said of a question of a poll or survey. */
export const questionFields = (kind: QuestionKind): Field[] => [
	text('Question', 'name', {
		maxLength: kind.name,
		required: true,
		placeholder: 'e.g. How was it?',
		description: 'What is asked',
	}),
	choice('Type', 'type', {
		required: true,
		options: types,
		default: 'single',
		description: 'How it is answered. Polls take other types than choices only when advanced.',
	}),
	texts('Answers', 'answers', {
		entry: 'Answer',
		maxLength: kind.answer,
		minRequiredFields: 2,
		displayOptions: { show: { type: ['matching', 'multiple', 'rank_order', 'single'] } },
		description: 'The answers to choose from, at least two',
	}),
	details(kind),
];
