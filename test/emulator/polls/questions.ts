import type { FieldError } from '../core/http/answers';
import type { Question } from './records';

/** How long questions and how many answers may be, which differs between polls and surveys. */
export interface QuestionBounds {
	name: number;
	choices: number;
}

const choices = ['single', 'multiple'];
const pairs = ['matching', 'rank_order'];
const longest: Record<string, number> = { short_answer: 500, long_answer: 2_000 };

/** What is wrong with the questions; the rules depend on the kind of each question. */
export function questionErrors(
	questions: Question[],
	bounds: QuestionBounds,
	field: string,
): FieldError[] {
	return questions.flatMap((question, index) =>
		wrongParts(question, bounds).map((part) => ({
			field: `${field}[${index}].${part}`,
			message: `Invalid parameter: ${part}.`,
		})),
	);
}

function wrongParts(question: Question, bounds: QuestionBounds): string[] {
	const { name = '', type = '', answers = [], prompts = [], right_answers = [] } = question;
	const { answer_min_character = 1, answer_max_character = 1 } = question;
	const { rating_min_value = 0, rating_max_value = 10 } = question;
	const mostAnswers: Record<string, number> = {
		single: bounds.choices,
		multiple: bounds.choices,
		matching: 16,
		rank_order: 7,
	};
	const wrong: Record<string, boolean> = {
		name: name === '' || [...name].length > bounds.name,
		type: type === '',
		answers:
			(choices.includes(type) && answers.length < 2) ||
			answers.length > (mostAnswers[type] ?? Infinity),
		prompts: pairs.includes(type) && (prompts.length < 2 || prompts.length > 10),
		right_answers: ['single', 'matching'].includes(type) && right_answers.length > 1,
		answer_max_character:
			answer_max_character > (longest[type] ?? Infinity) ||
			answer_max_character < answer_min_character,
		rating_max_value: rating_max_value <= rating_min_value,
	};
	return Object.keys(wrong).filter((part) => wrong[part]);
}
