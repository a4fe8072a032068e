import type { EmulatorContext } from '../../core/context';
import { addPastInstance } from '../instances';
import { sceneFrom } from './scene';

const olivia = 'OliviaOrtiz-Owner00000';
const henrik = 'HenrikHolm-Host_000000';
const hana = 'HanaHayashi-Host_00000';
const bruno = 'BrunoBatista-Basic0000';

/** An hour with six people: one comes back twice, one waits, one is a guest, one calls in. */
export function seedKickOff(context: EmulatorContext, start: number): void {
	const { at, stay, user } = sceneFrom(context, start);
	const poll = { id: 'QalIoKWLTJehBJ8e1xRrbQ', question: 'Is the plan clear?' };
	const where = { id: 'QalIoKWLTJehBJ8e1xRrbQ', question: 'Where do we start?' };
	const survey = { id: '798fGJEWrA', question: 'How was this meeting?' };
	addPastInstance(context, {
		uuid: 'KickOff/2hPq5vKzYw2c0A==',
		kind: 'meeting',
		id: 84_567_890_123,
		host_id: olivia,
		topic: 'Kick-off',
		scheduled_time: at(0),
		start_time: at(-2),
		end_time: at(62),
		tracking_fields: [{ field: 'Meeting purpose', value: 'Sales' }],
		survey: { id: '8SFHRTGHSdeskSurvey000', name: 'After the kick-off' },
		features: ['screen_sharing', 'video_on', 'in_meeting_chat', 'record_to_cloud', 'reaction'],
		attendees: [
			user(olivia, [stay(-2, 62)]),
			user(henrik, [stay(0, 18), stay(22, 40), stay(44, 62)], {
				poll_answers: [
					{ ...poll, answer: 'Yes', date_time: at(50) },
					{ ...where, answer: 'Berlin;Paris', date_time: at(50) },
				],
				survey_answers: [{ ...survey, answer: 'Good', date_time: at(63) }],
			}),
			user(hana, [stay(-1, 1, 'in_waiting_room'), stay(1, 62)], {
				poll_answers: [{ ...poll, answer: 'No', date_time: at(51) }],
				questions: [
					{
						question_id: 'Qz1uO0wN0x4',
						question: 'Who pays for the pilot?',
						create_time: at(30),
						question_status: 'answered',
						replies: [
							{
								by: 'Olivia Ortiz',
								content: 'Operations does.',
								create_time: at(32),
								type: 'host_answered_publicly',
							},
							{
								by: 'Henrik Holm',
								content: 'Sales adds a tenth.',
								create_time: at(33),
								type: 'participant_commented',
							},
						],
					},
				],
			}),
			user(bruno, [stay(3, 30)], {
				poll_answers: [{ ...poll, answer: 'Yes', date_time: at(29), anonymous: true }],
				questions: [
					{
						question_id: 'Qz2uO0wN0x4',
						question: 'Is there a plan B?',
						create_time: at(25),
						question_status: 'open',
						anonymous: true,
						replies: [],
					},
				],
			}),
			{
				name: 'Greta Gast',
				email: 'greta@guest.example',
				stays: [stay(4, 60)],
				questions: [
					{
						question_id: 'Qz3uO0wN0x4',
						question: 'When do we get the slides?',
						create_time: at(55),
						question_status: 'answered',
						live: true,
						replies: [],
					},
				],
			},
			{
				name: '1646555****',
				email: '',
				stays: [stay(10, 45)],
				phone: {
					type: 'toll-free',
					phone_number: '+1 8885550199',
					call_in_number: '+1 6465550100',
					country_name: 'US',
					rate: 0.03,
				},
			},
		],
	});
}

/** A quarter of an hour of a meeting that recurs at no fixed time. */
export function seedStandUp(context: EmulatorContext, uuid: string, start: number): void {
	const { at, stay, user } = sceneFrom(context, start);
	addPastInstance(context, {
		uuid,
		kind: 'meeting',
		id: 83_456_789_012,
		type: 3,
		host_id: hana,
		topic: 'Support stand-up',
		start_time: at(0),
		end_time: at(15),
		attendees: [user(hana, [stay(0, 15)]), user(henrik, [stay(1, 15)]), user(bruno, [stay(2, 14)])],
	});
}

/** Somebody alone in an instant meeting, which most reports leave out. */
export function seedTrial(context: EmulatorContext, start: number): void {
	const { at, stay, user } = sceneFrom(context, start);
	addPastInstance(context, {
		uuid: 'TrialRun2hPq5vKzYw2c0A==',
		kind: 'meeting',
		id: 85_678_901_234,
		type: 1,
		host_id: bruno,
		topic: "Bruno Batista's Zoom Meeting",
		created_at: at(0),
		start_time: at(0),
		end_time: at(5),
		attendees: [user(bruno, [stay(0, 5)])],
	});
}

/** Longer ago than the month that a report covers. */
export function seedWeekPlanning(context: EmulatorContext, start: number): void {
	const { at, stay, user } = sceneFrom(context, start);
	addPastInstance(context, {
		uuid: 'Planning1+hPq5vKzYw2c0A==',
		kind: 'meeting',
		id: 82_345_678_901,
		type: 8,
		host_id: henrik,
		topic: 'Weekly planning',
		scheduled_time: at(0),
		start_time: at(0),
		end_time: at(30),
		attendees: [user(henrik, [stay(0, 30)]), user(hana, [stay(0, 28)])],
	});
}

/** Longer ago than Zoom looks back. */
export function seedYearPlanning(context: EmulatorContext, start: number): void {
	const { at, stay, user } = sceneFrom(context, start);
	addPastInstance(context, {
		uuid: 'Planning2hPq5vKzYw2c0A==',
		kind: 'meeting',
		id: 86_789_012_345,
		host_id: olivia,
		topic: 'Annual planning',
		scheduled_time: at(0),
		start_time: at(0),
		end_time: at(90),
		attendees: [user(olivia, [stay(0, 90)]), user(henrik, [stay(0, 90)])],
	});
}
