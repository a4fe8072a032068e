import type { EmulatorContext } from '../core/context';
import type { PastInstance } from './records';
import { askedQuestions, combinedReply, pollAnswers, pollDetail, signature } from './statements';

/** The results of the polls as the past meeting or webinar shows them. */
export function pollResults(context: EmulatorContext, instance: PastInstance): object {
	const questions = pollAnswers(instance).map((statements) => ({
		...signature(context, statements),
		question_details: statements.entries.map(pollDetail),
	}));
	return { ...heading(instance), questions };
}

/** The questions and answers as the past meeting or webinar shows them. */
export function questionResults(context: EmulatorContext, instance: PastInstance): object {
	const questions = askedQuestions(instance).map((statements) => ({
		...signature(context, statements),
		question_details: statements.entries.map((entry) => ({
			question: entry.question,
			answer: combinedReply(entry),
		})),
	}));
	return { ...heading(instance), questions };
}

/** What stands at the beginning of results and reports. */
export function heading({ id, uuid, start_time }: PastInstance): object {
	return { id, uuid, start_time };
}
