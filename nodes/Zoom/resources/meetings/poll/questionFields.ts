import type { INodePropertyOptions } from 'n8n-workflow';

import type { Field, FieldGroup } from '../../../registry/types';

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

const texts = (maxLength?: number): Field['typeOptions'] => ({
	multipleValues: true,
	multipleValueButtonText: 'Add Answer',
	...(maxLength !== undefined && { maxLength }),
});

const prompts = ({ answer, hasRightAnswers }: QuestionKind): Field => ({
	displayName: 'Prompts',
	name: 'prompts',
	type: 'fixedCollection',
	typeOptions: {
		multipleValues: true,
		multipleValueButtonText: 'Add Prompt',
		maxAllowedFields: 10,
	},
	default: {},
	options: [
		{
			displayName: 'Prompt',
			name: 'prompt',
			values: [
				{
					displayName: 'Prompt',
					name: 'promptQuestion',
					type: 'string',
					...(answer !== undefined && { typeOptions: { maxLength: answer } }),
					required: true,
					default: '',
					description: 'What is to be matched or ranked',
				},
				...(hasRightAnswers ? [promptRightAnswers] : []),
			],
		},
	],
	description: 'What the answers are to be matched with or ranked by, two to ten',
});

const promptRightAnswers: Field = {
	displayName: 'Right Answers',
	name: 'promptRightAnswers',
	type: 'string',
	typeOptions: texts(),
	default: '',
	description: 'Which of the answers are right for the prompt',
};

const quizFields: Field[] = [
	{
		displayName: 'Case Sensitive',
		name: 'caseSensitive',
		type: 'boolean',
		default: false,
		description: 'Whether capitals matter in what fills a blank',
	},
	{
		displayName: 'Right Answers',
		name: 'rightAnswers',
		type: 'string',
		typeOptions: { ...texts(), minRequiredFields: 1 },
		default: '',
		description:
			'What is right. A quiz needs it. Single choices have one right answer, blanks one for each blank.',
	},
];

const ratingLabel = (end: 'Highest' | 'Lowest', name: string, maxLength?: number): Field => ({
	displayName: `Label of ${end} Rating`,
	name,
	type: 'string',
	...(maxLength !== undefined && { typeOptions: { maxLength } }),
	default: '',
	description: `What the ${end.toLowerCase()} rating means`,
});

const ratingFields = ({ label, lowestRating }: QuestionKind): Field[] => [
	{
		displayName: 'Highest Rating',
		name: 'ratingMaxValue',
		type: 'number',
		typeOptions: { minValue: lowestRating + 1, maxValue: 10 },
		default: 5,
		description: 'Where a rating scale ends',
	},
	ratingLabel('Highest', 'ratingMaxLabel', label),
	ratingLabel('Lowest', 'ratingMinLabel', label),
	{
		displayName: 'Lowest Rating',
		name: 'ratingMinValue',
		type: 'number',
		typeOptions: { minValue: lowestRating, maxValue: 9 },
		default: 1,
		description: 'Where a rating scale begins',
	},
];

const details = (kind: QuestionKind): Field => ({
	displayName: 'Details',
	name: 'details',
	type: 'collection',
	spread: true,
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Answer Required',
			name: 'answerRequired',
			type: 'boolean',
			default: false,
			description: 'Whether the question has to be answered',
		},
		{
			displayName: 'Longest Answer',
			name: 'answerMaxCharacter',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 2000 },
			default: 500,
			description: 'Characters, at most 500 for a short answer and 2000 for a long one',
		},
		prompts(kind),
		{
			displayName: 'Shortest Answer',
			name: 'answerMinCharacter',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 2000 },
			default: 1,
			description: 'Characters, for short and long answers',
		},
		{
			displayName: 'Show as Dropdown',
			name: 'showAsDropdown',
			type: 'boolean',
			default: false,
			description: 'Whether a single choice is made in a dropdown',
		},
		...ratingFields(kind),
		...(kind.hasRightAnswers ? quizFields : []),
	],
	description: 'What goes with some types of question',
});

/** One question of a poll or survey. */
export const questionGroup = (kind: QuestionKind): FieldGroup => ({
	displayName: 'Question',
	name: 'question',
	values: [
		{
			displayName: 'Question',
			name: 'name',
			type: 'string',
			typeOptions: { maxLength: kind.name },
			required: true,
			default: '',
			placeholder: 'e.g. How was it?',
			description: 'What is asked',
		},
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			required: true,
			options: types,
			default: 'single',
			description: 'How it is answered. Polls take other types than choices only when advanced.',
		},
		{
			displayName: 'Answers',
			name: 'answers',
			type: 'string',
			typeOptions: { ...texts(kind.answer), minRequiredFields: 2 },
			displayOptions: { show: { type: ['matching', 'multiple', 'rank_order', 'single'] } },
			default: '',
			description: 'The answers to choose from, at least two',
		},
		details(kind),
	],
});
