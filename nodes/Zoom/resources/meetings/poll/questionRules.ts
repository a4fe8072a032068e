import { objectOf, objectsIn } from '../../../json/json';
import type { Values } from '../../../registry/types';

/** Questions as the user gave them, and what Zoom allows of them. */
export interface Questions {
	readonly questions: readonly Values[];
	/** The labels that lead to them. */
	readonly label: string;
	/** How many answers a choice may have. */
	readonly mostChoices: number;
	/** Whether every question needs a right answer. */
	readonly isQuiz?: boolean;
}

const LEAST = 2;
const LONGEST: Readonly<Record<string, number>> = { short_answer: 500, long_answer: 2000 };
const GRADED = ['fill_in_the_blank', 'matching', 'multiple', 'rank_order', 'single'];
const MATCHED = ['matching', 'rank_order'];

/** The sentence for the first question Zoom would refuse; undefined when all are sound. */
export function questionsProblem({ questions, label, ...allowed }: Questions): string | undefined {
	const problems = questions.map((question) => problemOf(question, allowed));
	const broken = problems.findIndex((problem) => problem !== undefined);
	return broken === -1 ? undefined : `${label} > Question ${broken + 1} > ${problems[broken]}`;
}

type Allowed = Pick<Questions, 'mostChoices' | 'isQuiz'>;

const problemOf = (question: Values, allowed: Allowed) =>
	answersProblem(question, allowed) ??
	promptsProblem(question) ??
	rightAnswersProblem(question, allowed) ??
	lengthProblem(question) ??
	ratingProblem(question);

const countOf = (list: unknown) => (Array.isArray(list) ? list.length : 0);

const detailsOf = ({ details }: Values) => objectOf(details);

function answersProblem({ type, answers }: Values, { mostChoices }: Allowed): string | undefined {
	const mostByType: Readonly<Record<string, number>> = {
		single: mostChoices,
		multiple: mostChoices,
		matching: 16,
		rank_order: 7,
	};
	const most = mostByType[String(type)];
	if (most === undefined) return undefined;
	const given = countOf(answers);
	if (given < LEAST) return `Answers: needs at least ${LEAST} for this Type`;
	return given > most ? `Answers: must have at most ${most} for this Type` : undefined;
}

function promptsProblem(question: Values): string | undefined {
	const { prompts } = detailsOf(question);
	return MATCHED.includes(String(question.type)) && countOf(prompts) < LEAST
		? `Details > Prompts: needs at least ${LEAST} for this Type`
		: undefined;
}

function rightAnswersProblem(question: Values, { isQuiz }: Allowed): string | undefined {
	const { rightAnswers, prompts } = detailsOf(question);
	const type = String(question.type);
	const given = countOf(rightAnswers);
	if (['single', 'matching'].includes(type) && given > 1) {
		return 'Details > Right Answers: must have at most 1 for this Type';
	}
	const isInPrompts = objectsIn(prompts).some(
		({ promptRightAnswers }) => countOf(promptRightAnswers) > 0,
	);
	return isQuiz && GRADED.includes(type) && given === 0 && !isInPrompts
		? 'Details > Right Answers: is required in a quiz'
		: undefined;
}

function lengthProblem(question: Values): string | undefined {
	const { answerMinCharacter: least, answerMaxCharacter: most } = detailsOf(question);
	const longest = LONGEST[String(question.type)];
	if (Number(most) > longest) {
		return `Details > Longest Answer: must be at most ${longest} for this Type`;
	}
	return Number(most) < Number(least)
		? 'Details > Longest Answer: must not be below Shortest Answer'
		: undefined;
}

function ratingProblem(question: Values): string | undefined {
	const { ratingMinValue, ratingMaxValue } = detailsOf(question);
	return Number(ratingMaxValue) <= Number(ratingMinValue)
		? 'Details > Highest Rating: must be above Lowest Rating'
		: undefined;
}
