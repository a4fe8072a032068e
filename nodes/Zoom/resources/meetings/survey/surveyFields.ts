import { objectOf, objectsIn } from '../../../json/json';
import { entries, group, text, toggle } from '../../../registry/field';
import type { Field, Values } from '../../../registry/types';
import { webAddress } from '../../../values/identifiers';
import { questionFields } from '../poll/questionFields';
import { questionsProblem } from '../poll/questionRules';

/** What can be changed about a survey. */
export const surveyFields: Field[] = [
	group('Custom Survey', 'customSurvey', {
		fields: [
			toggle('Anonymous', 'anonymous', 'Whether to keep answers anonymous'),
			text('Feedback', 'feedback', {
				rows: 3,
				maxLength: 320,
				description: 'Message shown after the survey. Defaults to a thank-you message from Zoom.',
			}),
			toggle('Numbered Questions', 'numberedQuestions', 'Whether to number the questions'),
			entries('Questions', 'questions', {
				entry: 'Question',
				sortable: true,
				maxAllowedFields: 100,
				fields: questionFields({
					name: 420,
					answer: 200,
					label: 50,
					lowestRating: 0,
					hasRightAnswers: false,
				}),
				description: 'Questions of the survey, up to 100',
			}),
			toggle('Show Question Type', 'showQuestionType', 'Whether to show the type of each question'),
			text('Title', 'title', { maxLength: 64, description: 'Title of the survey' }),
		],
		description: 'Survey with your own questions',
	}),
	toggle('Show in Browser', 'showInTheBrowser', {
		default: true,
		description: 'Whether to open the survey in the browser when the meeting or webinar ends',
	}),
	text('Third-Party Survey', 'thirdPartySurvey', {
		encode: webAddress,
		maxLength: 64,
		placeholder: 'e.g. https://example.com/survey',
		description: 'URL of a survey on another site',
	}),
];

/** Where the survey of a webinar is found besides. */
export const followUp = toggle(
	'Show in Follow-up Email',
	'showInTheFollowUpEmail',
	'Whether to include a link to the survey in the follow-up email',
);

/** The sentence for a survey Zoom would refuse. */
export function surveyProblem({ customSurvey }: Values): string | undefined {
	const { questions } = objectOf(customSurvey);
	return questionsProblem({
		questions: objectsIn(questions),
		label: 'Custom Survey > Questions',
		mostChoices: 50,
	});
}
