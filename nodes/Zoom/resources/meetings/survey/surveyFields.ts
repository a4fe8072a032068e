import type { Field, Values } from '../../../registry/types';
import { webAddress } from '../../../values/identifiers';
import { questionGroup } from '../poll/questionFields';
import { questionsProblem } from '../poll/questionRules';

/** What can be changed about a survey. */
export const surveyFields: Field[] = [
	{
		displayName: 'Custom Survey',
		name: 'customSurvey',
		type: 'collection',
		in: 'body',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Anonymous',
				name: 'anonymous',
				type: 'boolean',
				default: false,
				description: 'Whether it stays unknown who answered what',
			},
			{
				displayName: 'Feedback',
				name: 'feedback',
				type: 'string',
				typeOptions: { rows: 3, maxLength: 320 },
				default: '',
				description:
					'What people read when they have answered. Zoom thanks them when this is not set.',
			},
			{
				displayName: 'Numbered Questions',
				name: 'numberedQuestions',
				type: 'boolean',
				default: false,
				description: 'Whether questions are shown with their number',
			},
			{
				displayName: 'Questions',
				name: 'questions',
				type: 'fixedCollection',
				typeOptions: {
					multipleValues: true,
					multipleValueButtonText: 'Add Question',
					maxAllowedFields: 100,
				},
				default: {},
				options: [
					questionGroup({
						name: 420,
						answer: 200,
						label: 50,
						lowestRating: 0,
						hasRightAnswers: false,
					}),
				],
				description: 'What the survey asks, at most 100 questions',
			},
			{
				displayName: 'Show Question Type',
				name: 'showQuestionType',
				type: 'boolean',
				default: false,
				description: 'Whether questions are shown with their type',
			},
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				typeOptions: { maxLength: 64 },
				default: '',
				description: 'What the survey is called',
			},
		],
		description: "A survey with questions of one's own",
	},
	{
		displayName: 'Show in Browser',
		name: 'showInTheBrowser',
		type: 'boolean',
		in: 'body',
		default: true,
		description: 'Whether the survey opens in the browser at the end',
	},
	{
		displayName: 'Third-Party Survey',
		name: 'thirdPartySurvey',
		type: 'string',
		in: 'body',
		encode: webAddress,
		typeOptions: { maxLength: 64 },
		default: '',
		placeholder: 'e.g. https://example.com/survey',
		description: 'Link to a survey elsewhere',
	},
];

/** Where the survey of a webinar is found besides. */
export const followUp: Field = {
	displayName: 'Show in Follow-up Email',
	name: 'showInTheFollowUpEmail',
	type: 'boolean',
	in: 'body',
	default: false,
	description: 'Whether the follow-up e-mail has a link to the survey',
};

/** The sentence for a survey Zoom would refuse. */
export function surveyProblem({ customSurvey }: Values): string | undefined {
	const { questions } = (customSurvey ?? {}) as Values;
	return questionsProblem({
		questions: (questions ?? []) as Values[],
		label: 'Custom Survey > Questions',
		mostChoices: 50,
	});
}
