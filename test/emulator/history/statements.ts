import type { EmulatorContext } from '../core/context';
import { shownEmail } from './attendance';
import type { Attendee, GivenAnswer, PastInstance, Question } from './records';

/** What one person said under their name, or what they said anonymously. */
interface Statements<T> {
	attendee: Attendee;
	anonymous: boolean;
	entries: T[];
}

/** The answers to the polls, each person's together. */
export function pollAnswers({ attendees }: PastInstance): Statements<GivenAnswer>[] {
	return byPerson(attendees, ({ poll_answers }) => poll_answers);
}

/** The answers to the survey, each person's together. */
export function surveyAnswers({ attendees }: PastInstance): Statements<GivenAnswer>[] {
	return byPerson(attendees, ({ survey_answers }) => survey_answers);
}

/** The questions of Q&A, each person's together. */
export function askedQuestions({ attendees }: PastInstance): Statements<Question>[] {
	return byPerson(attendees, ({ questions }) => questions);
}

/** Name and address of a person, unless they spoke anonymously. */
export function signature(
	context: EmulatorContext,
	{ attendee, anonymous }: Pick<Statements<unknown>, 'attendee' | 'anonymous'>,
): { name: string; email: string } {
	if (anonymous) return { name: 'Anonymous Attendee', email: '' };
	return { name: attendee.name, email: shownEmail(context, attendee) };
}

/** A poll answer as Zoom writes it in results and reports. */
export function pollDetail({ id, question, answer, date_time }: GivenAnswer): object {
	return { polling_id: id, question, answer, date_time };
}

/** All replies to a question in one text. */
export function combinedReply({ live, replies }: Question): string {
	return live ? 'live answered' : replies.map(({ content }) => content).join(';');
}

function byPerson<T extends { anonymous?: true }>(
	attendees: Attendee[],
	saidBy: (attendee: Attendee) => T[] | undefined,
): Statements<T>[] {
	return attendees.flatMap((attendee) =>
		[false, true]
			.map((anonymous) => ({
				attendee,
				anonymous,
				entries: (saidBy(attendee) ?? []).filter(
					(entry) => (entry.anonymous ?? false) === anonymous,
				),
			}))
			.filter(({ entries }) => entries.length),
	);
}
