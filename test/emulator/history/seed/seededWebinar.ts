import type { EmulatorContext } from '../../core/context';
import { addPastInstance } from '../instances';
import type { Attendee, PastRegistrant, Stay } from '../records';
import { sceneFrom } from './scene';

const olivia = 'OliviaOrtiz-Owner00000';
const hana = 'HanaHayashi-Host_00000';

/** A webinar with registration: of five approved people three came, one of them twice. */
export function seedLaunch(context: EmulatorContext, start: number): void {
	const { at, stay, user } = sceneFrom(context, start);
	const id = 94_567_890_123;
	const registrant = (
		first_name: string,
		last_name: string,
		status: PastRegistrant['status'] = 'approved',
	): PastRegistrant => ({
		id: `Registrant_${first_name}`.padEnd(22, '0'),
		email: `${first_name.toLowerCase()}@customer.example`,
		first_name,
		last_name,
		status,
		create_time: at(-3 * 1440),
		join_url: `${context.url}/j/${id}?tk=${first_name}`,
	});
	const ada = registrant('Ada', 'Adler');
	const ben = registrant('Ben', 'Brandt');
	const cleo = registrant('Cleo', 'Costa');
	const absent = [registrant('Dora', 'Dahl'), registrant('Emil', 'Egli')];
	const refused = [registrant('Fay', 'Frost', 'pending'), registrant('Gus', 'Gray', 'denied')];
	const poll = { id: 'P4kIoKWLTJehBJ8e1xRrbQ', question: 'Will you try it?' };
	const survey = { id: '9a8fGJEWrA', question: 'Would you recommend it?' };
	addPastInstance(context, {
		uuid: 'Launch+82hPq5vKzYw2c0A==',
		kind: 'webinar',
		id,
		host_id: olivia,
		topic: 'Product launch',
		scheduled_time: at(0),
		start_time: at(-5),
		end_time: at(45),
		survey: { id: '8SFHRTGHSdeskSurvey001', name: 'After the launch' },
		features: ['screen_sharing', 'video_on', 'record_to_cloud'],
		registrants: [ada, ben, cleo, ...absent, ...refused],
		attendees: [
			user(olivia, [stay(-5, 45)], { panelist: true }),
			user(hana, [stay(-4, 45)], { panelist: true }),
			viewer(ada, [stay(0, 45)], {
				poll_answers: [{ ...poll, answer: 'Yes', date_time: at(40) }],
				survey_answers: [{ ...survey, answer: '9', date_time: at(46) }],
				questions: [
					{
						question_id: 'Wz1uO0wN0x4',
						question: 'What does it cost?',
						create_time: at(20),
						question_status: 'answered',
						replies: [
							{
								by: 'Hana Hayashi',
								content: 'Nothing in the first year.',
								create_time: at(21),
								type: 'host_answered_publicly',
							},
						],
					},
				],
			}),
			viewer(ben, [stay(1, 12), stay(20, 45)], {
				poll_answers: [{ ...poll, answer: 'No', date_time: at(41), anonymous: true }],
			}),
			viewer(cleo, [stay(2, 30)], {
				questions: [
					{
						question_id: 'Wz2uO0wN0x4',
						question: 'Is there a trial?',
						create_time: at(25),
						question_status: 'open',
						replies: [],
					},
				],
			}),
		],
	});
}

function viewer(
	{ id, email, first_name, last_name = '' }: PastRegistrant,
	stays: Stay[],
	more: Partial<Attendee>,
): Attendee {
	return { name: `${first_name} ${last_name}`, email, registrant_id: id, stays, ...more };
}
