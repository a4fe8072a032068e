import { messageOf, requestOf } from '../../support/registry/registry';

const meeting = { meetingId: '81234567890' };

const newPoll = (question: object, pollType = 1) => ({
	...meeting,
	title: 'Lunch',
	questions: { question: [{ name: 'Where to?', type: 'single', ...question }] },
	additionalFields: { pollType },
});
const answers = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}`);
const prompts = (count: number) => ({
	prompt: answers(count).map((promptQuestion) => ({ promptQuestion })),
});

describe('A poll', () => {
	test.each([
		['single', { answers: answers(2) }],
		['single', { answers: answers(10) }],
		['multiple', { answers: answers(10), details: { rightAnswers: ['1', '2'] } }],
		['matching', { answers: answers(16), details: { prompts: prompts(10) } }],
		['rank_order', { answers: answers(7), details: { prompts: prompts(2) } }],
		['short_answer', { details: { answerMinCharacter: 500, answerMaxCharacter: 500 } }],
		['long_answer', { details: { answerMaxCharacter: 2000 } }],
		['rating_scale', { details: { ratingMinValue: 0, ratingMaxValue: 10 } }],
	])('may ask a question of the type %s: %j', (type, question) => {
		expect(() => requestOf('meetingPoll.create', newPoll({ type, ...question }))).not.toThrow();
	});

	const at = 'Questions > Question 1 >';
	test.each([
		[{}, `${at} Answers: needs at least 2 for this Type`],
		[{ answers: answers(1) }, `${at} Answers: must be a list of text, of at least 2 entries`],
		[{ answers: answers(11) }, `${at} Answers: must have at most 10 for this Type`],
		[
			{ type: 'matching', answers: answers(17), details: { prompts: prompts(2) } },
			`${at} Answers: must have at most 16 for this Type`,
		],
		[
			{ type: 'rank_order', answers: answers(8), details: { prompts: prompts(2) } },
			`${at} Answers: must have at most 7 for this Type`,
		],
		[
			{ type: 'matching', answers: answers(2), details: { prompts: prompts(1) } },
			`${at} Details > Prompts: needs at least 2 for this Type`,
		],
		[
			{ type: 'matching', answers: answers(2), details: { prompts: prompts(11) } },
			`${at} Details > Prompts: must have at most 10 entries`,
		],
		[
			{ answers: answers(2), details: { rightAnswers: ['1', '2'] } },
			`${at} Details > Right Answers: must have at most 1 for this Type`,
		],
		[
			{ type: 'short_answer', details: { answerMaxCharacter: 501 } },
			`${at} Details > Longest Answer: must be at most 500 for this Type`,
		],
		[
			{ type: 'long_answer', details: { answerMaxCharacter: 5, answerMinCharacter: 6 } },
			`${at} Details > Longest Answer: must not be below Shortest Answer`,
		],
		[
			{ type: 'rating_scale', details: { ratingMinValue: 5, ratingMaxValue: 5 } },
			`${at} Details > Highest Rating: must be above Lowest Rating`,
		],
		[{ name: '' }, `${at} Question: is required`],
		[{ name: 'x'.repeat(1025) }, `${at} Question: must be text of at most 1024 characters`],
	])('may not ask %j: %s', (question, sentence) => {
		expect(messageOf(() => requestOf('meetingPoll.create', newPoll(question)))).toBe(sentence);
	});

	test('that is a quiz says what is right, in the question or its prompts', () => {
		const quiz = (question: object) =>
			requestOf('meetingPoll.create', newPoll({ answers: answers(2), ...question }, 3));
		expect(messageOf(() => quiz({}))).toBe(`${at} Details > Right Answers: is required in a quiz`);
		expect(() => quiz({ details: { rightAnswers: ['1'] } })).not.toThrow();
		const prompt = [1, 2].map((n) => ({ promptQuestion: `${n}`, promptRightAnswers: ['1'] }));
		expect(() => quiz({ type: 'rank_order', details: { prompts: { prompt } } })).not.toThrow();
		expect(() => quiz({ type: 'short_answer', answers: '' })).not.toThrow();
	});

	test('asks for at least one question', () => {
		const parameters = { ...newPoll({}), questions: {} };
		expect(messageOf(() => requestOf('meetingPoll.create', parameters))).toBe(
			'Questions: is required',
		);
	});

	test('among several is named when it is wrong', () => {
		const poll = [
			{ title: 'A', questions: { question: [{ name: 'a', type: 'long_answer' }] } },
			{ title: 'B', questions: { question: [{ name: 'b', type: 'single' }] } },
		];
		expect(
			messageOf(() => requestOf('meetingPoll.createBatch', { ...meeting, polls: { poll } })),
		).toBe('Polls > Poll 2 > Questions > Question 1 > Answers: needs at least 2 for this Type');
	});

	test('is sent as Zoom has it, details beside the rest', () => {
		const question = { answers: ['Roma', 'Paris'], details: { answerRequired: false } };
		expect(requestOf('meetingPoll.create', newPoll(question)).body).toEqual({
			title: 'Lunch',
			poll_type: 1,
			questions: [
				{ name: 'Where to?', type: 'single', answers: ['Roma', 'Paris'], answer_required: false },
			],
		});
	});

	test('may come by expression, with the names of the form but flat as Zoom has it', () => {
		const question = { name: 'Q', type: 'single', answers: ['A', 'B'] };
		const pollsJson = [
			{
				title: 'T',
				pollType: 3,
				questions: [{ ...question, rightAnswers: ['A'], answerRequired: true }],
			},
		];
		const questions = [{ ...question, right_answers: ['A'], answer_required: true }];
		expect(requestOf('meetingPoll.createBatch', { ...meeting, pollsJson }).body).toEqual({
			polls: [{ title: 'T', poll_type: 3, questions }],
		});
	});

	test('may come by expression, as Zoom answered it', () => {
		const polls = [
			{
				id: 'abc',
				status: 'notstart',
				title: 'Lunch',
				poll_type: 2,
				questions: [
					{
						name: 'Where to?',
						type: 'matching',
						answers: ['a', 'b'],
						answer_required: true,
						prompts: [
							{ prompt_question: '1', prompt_right_answers: ['a'] },
							{ prompt_question: '2', prompt_right_answers: ['b'] },
						],
					},
				],
			},
		];
		const { body } = requestOf('meetingPoll.createBatch', { ...meeting, pollsJson: polls });
		const [{ title, poll_type, questions }] = polls;
		expect(body).toEqual({ polls: [{ title, poll_type, questions }] });
	});
});

describe('A survey', () => {
	const survey = (question: object) => ({
		...meeting,
		updateFields: {
			customSurvey: { questions: { question: [{ name: 'How was it?', ...question }] } },
		},
	});

	test('may have more answers than a poll', () => {
		const more = survey({ type: 'single', answers: answers(50) });
		expect(() => requestOf('meetingSurvey.update', more)).not.toThrow();
	});

	test.each([
		[{ type: 'single', answers: answers(51) }, 'Answers: must have at most 50 for this Type'],
		[
			{ type: 'single', answers: ['x'.repeat(201), 'y'] },
			'Answers: must be a list of text of at most 200 characters, of at least 2 entries',
		],
		[
			{ type: 'matching', answers: answers(2) },
			'Details > Prompts: needs at least 2 for this Type',
		],
	])('may not ask %j: %s', (question, sentence) => {
		expect(messageOf(() => requestOf('meetingSurvey.update', survey(question)))).toBe(
			`Custom Survey > Questions > Question 1 > ${sentence}`,
		);
	});
});
