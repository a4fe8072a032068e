import { entries, group, text, toggle } from '../../../registry/field';
import type { Field, Values } from '../../../registry/types';
import { webAddress } from '../../../values/identifiers';
import { questionFields } from '../poll/questionFields';
import { questionsProblem } from '../poll/questionRules';

/** What can be changed about a survey. */
export const surveyFields: Field[] = [
	group('Custom Survey', 'customSurvey', {
		fields: [
			toggle('Anonymous', 'anonymous', 'Whether it stays unknown who answered what'),
			text('Feedback', 'feedback', {
				rows: 3,
				maxLength: 320,
				description:
					'What people read when they have answered. Zoom thanks them when this is not set.',
			}),
			toggle(
				'Numbered Questions',
				'numberedQuestions',
				'Whether questions are shown with their number',
			),
			entries('Questions', 'questions', {
				entry: 'Question',
				maxAllowedFields: 100,
				fields: questionFields({
					name: 420,
					answer: 200,
					label: 50,
					lowestRating: 0,
					hasRightAnswers: false,
				}),
				description: 'What the survey asks, at most 100 questions',
			}),
			toggle(
				'Show Question Type',
				'showQuestionType',
				'Whether questions are shown with their type',
			),
			text('Title', 'title', { maxLength: 64, description: 'What the survey is called' }),
		],
		description: "A survey with questions of one's own",
	}),
	toggle('Show in Browser', 'showInTheBrowser', {
		default: true,
		description: 'Whether the survey opens in the browser at the end',
	}),
	text('Third-Party Survey', 'thirdPartySurvey', {
		encode: webAddress,
		maxLength: 64,
		placeholder: 'e.g. https://example.com/survey',
		description: 'Link to a survey elsewhere',
	}),
];

/** Where the survey of a webinar is found besides. */
export const followUp = toggle(
	'Show in Follow-up Email',
	'showInTheFollowUpEmail',
	'Whether the follow-up e-mail has a link to the survey',
);

/** The sentence for a survey Zoom would refuse. */
export function surveyProblem({ customSurvey }: Values): string | undefined {
	const { questions } = (customSurvey ?? {}) as Values;
	return questionsProblem({
		questions: (questions ?? []) as Values[],
		label: 'Custom Survey > Questions',
		mostChoices: 50,
	});
}
