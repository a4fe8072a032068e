import type { Call, EmulatorContext } from '../core/context';
import { present, validationFailed, ZoomError } from '../core/http/answers';
import type { Gathering, UserRecord } from '../core/records';
import { isWebinar } from '../meetingOrWebinar/agenda';
import { questionErrors } from './questions';
import type { PollContent, PollRecord, Question } from './records';
import { advancedPollsOff, noSuchPoll, pollsOff } from './refusals';

const bounds = { name: 1_024, choices: 10 };
const pollLimit = 50;
const quiz = 3;

/** Lets pass only what may have polls: not instant meetings, and only if the host's settings have them. */
export function requirePolls(gathering: Gathering, host: UserRecord): void {
	if (gathering.type === 1) throw new ZoomError(400, 3000, 'Cannot access meeting information.');
	if (pollSettings(gathering, host)?.enable !== true) throw pollsOff(gathering);
}

/** Refuses polls that Zoom would not take, and more of them than there may be. */
export function checkPolls(
	{ context }: Call,
	gathering: Gathering,
	host: UserRecord,
	polls: PollContent[],
	more: number,
): void {
	const advanced = polls.some(({ poll_type = 1 }) => poll_type !== 1);
	if (advanced && pollSettings(gathering, host)?.advanced_polls !== true)
		throw advancedPollsOff(gathering);
	const errors = polls.flatMap((poll, index) => {
		const field = polls.length > 1 ? `polls[${index}].questions` : 'questions';
		return questionErrors(poll.questions ?? [], bounds, field).concat(quizErrors(poll, field));
	});
	if (errors.length) throw validationFailed(...errors);
	if (pollsOf(context, gathering).length + more > pollLimit)
		throw new ZoomError(400, 4400, `You can only add a maximum of ${pollLimit} polls.`);
}

/** Adds a poll that has not been started. */
export function addPoll(
	context: EmulatorContext,
	gathering: Gathering,
	given: PollContent & { id?: string },
): PollRecord {
	return context.store.polls.insert({
		id: context.ids.userId(),
		gathering_id: gathering.id,
		status: 'notstart',
		...given,
		...completed(given),
	});
}

/** Replaces what a poll asks; it keeps its ID and its status. */
export function replacePoll(poll: PollRecord, given: PollContent): void {
	Object.assign(poll, completed(given));
}

/** The polls of a meeting or webinar, in the order they were made. */
export function pollsOf({ store }: EmulatorContext, gathering: Gathering): PollRecord[] {
	return store.polls.find(({ gathering_id }) => gathering_id === gathering.id);
}

/** The poll of the path. */
export function thePoll(call: Call, gathering: Gathering): PollRecord {
	const poll = call.context.store.polls.get(call.params.pollId);
	if (poll?.gathering_id !== gathering.id) throw noSuchPoll(call, gathering);
	return poll;
}

/** A poll as Zoom answers it. */
export function describePoll({ id, status, ...poll }: PollRecord): object {
	return present({ id, status, ...poll, gathering_id: undefined });
}

/** What was given, with Zoom's defaults for the rest. */
function completed(given: PollContent): Required<PollContent> {
	const { title = '', poll_type = 1, anonymous = false, questions = [] } = given;
	return { title, poll_type, anonymous, questions: questions.map(withDefaults) };

	function withDefaults(question: Question): Question {
		return { answer_required: poll_type === 1, show_as_dropdown: false, ...question };
	}
}

/** Every question of a quiz says what is right. */
function quizErrors({ poll_type, questions = [] }: PollContent, field: string) {
	if (poll_type !== quiz) return [];
	return questions.flatMap(({ right_answers, prompts = [] }, index) => {
		const inPrompts = prompts.some(({ prompt_right_answers }) => prompt_right_answers?.length);
		if (right_answers?.length || inPrompts) return [];
		return [{ field: `${field}[${index}].right_answers`, message: 'Invalid field.' }];
	});
}

function pollSettings(
	{ type }: Gathering,
	host: UserRecord,
): { enable?: boolean; advanced_polls?: boolean } | undefined {
	const { webinar_polling, meeting_polling } = host.settings.in_meeting;
	return isWebinar(type) ? (webinar_polling as object) : (meeting_polling as object);
}
