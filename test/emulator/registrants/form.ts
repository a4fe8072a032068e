import type { EmulatorContext } from '../core/context';
import type { FieldError } from '../core/http/answers';
import { validationFailed } from '../core/http/answers';
import type { Gathering } from '../core/records';
import type { CustomQuestion, Registration, RegistrationForm } from './records';

/** What registrants are asked; nothing beside name and e-mail until questions are set. */
export function formOf({ store }: EmulatorContext, { id }: Gathering): RegistrationForm {
	return (
		store.registrationForms.get(id) ?? { gathering_id: id, questions: [], custom_questions: [] }
	);
}

/** Replaces the questions of the kinds given. */
export function changeForm(
	context: EmulatorContext,
	gathering: Gathering,
	asked: Partial<RegistrationForm>,
): void {
	const form = formOf(context, gathering);
	const { questions = form.questions, custom_questions = form.custom_questions } = asked;
	const errors = custom_questions.flatMap(questionErrors);
	if (errors.length) throw validationFailed(...errors);
	context.store.registrationForms.put({ ...form, questions, custom_questions });
}

/** Refuses answers that leave out what is required, or that answer what nobody asked. */
export function checkAnswers(form: RegistrationForm, given: Registration): void {
	const { custom_questions = [] } = given;
	const answered = (title?: string) =>
		custom_questions.some((answer) => answer.title === title && answer.value);
	const errors = [
		...form.questions
			.filter(({ field_name = '', required }) => required && !given[field_name])
			.map(({ field_name = '' }) => invalid(field_name)),
		...form.custom_questions
			.filter(({ title, required }) => required && !answered(title))
			.map(() => invalid('custom_questions')),
		...custom_questions.flatMap(({ title, value = '' }, index) =>
			answerErrors(form, `custom_questions[${index}]`, title, value),
		),
	];
	if (errors.length) throw validationFailed(...errors);
}

function answerErrors(
	form: RegistrationForm,
	field: string,
	title: string | undefined,
	value: string,
): FieldError[] {
	const question = form.custom_questions.find((asked) => asked.title === title);
	if (!question) return [invalid(`${field}.title`)];
	const choice = /^single/.test(question.type ?? '') && value !== '';
	return choice && !question.answers?.includes(value) ? [invalid(`${field}.value`)] : [];
}

/** Only questions to pick an answer from have answers, and those must. */
function questionErrors(
	{ title, type, answers = [] }: CustomQuestion,
	index: number,
): FieldError[] {
	const field = `custom_questions[${index}]`;
	if (!title) return [invalid(`${field}.title`)];
	if (!type) return [invalid(`${field}.type`)];
	return (type === 'short') === answers.length > 0 ? [invalid(`${field}.answers`)] : [];
}

function invalid(field: string): FieldError {
	return { field, message: 'Invalid field.' };
}
