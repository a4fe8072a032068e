import { zoomTime } from '../core/clock';
import type { EmulatorContext } from '../core/context';
import { addMeeting } from '../meetingOrWebinar/agenda';
import { addPoll } from '../polls/polls';
import { changeSurvey } from '../surveys/surveys';
import { changeForm } from './form';
import type { RegistrantRecord } from './records';
import { addRegistrant } from './registrants';

const hour = 3_600_000;
const day = 24 * hour;
const hana = 'HanaHayashi-Host_00000';

/** A meeting for which people register and are let in by hand, with a poll and a survey. */
export function seedTraining(context: EmulatorContext): void {
	const midnight = Math.floor(context.clock.now() / day) * day;
	const training = addMeeting(context, {
		id: 85_789_012_345,
		host_id: hana,
		topic: 'Product training',
		agenda: 'For new customers',
		start_time: zoomTime(midnight + 6 * day + 6 * hour),
		duration: 90,
		settings: { approval_type: 1 },
	});
	changeForm(context, training, {
		questions: [
			{ field_name: 'org', required: true },
			{ field_name: 'job_title', required: false },
		],
		custom_questions: [
			{ title: 'What would you like to learn?', type: 'short', required: false },
			{
				title: 'How well do you know the product?',
				type: 'single',
				required: true,
				answers: ['Not at all', 'A little', 'Well'],
			},
		],
	});
	people.forEach(([first_name, last_name, org, known, status], index) =>
		addRegistrant(context, training, {
			id: `Training_${first_name}`.padEnd(22, '0'),
			status,
			create_time: zoomTime(context.clock.now() - (people.length - index) * hour),
			given: {
				email: `${first_name.toLowerCase()}@customer.example`,
				first_name,
				last_name,
				org,
				custom_questions: [{ title: 'How well do you know the product?', value: known }],
			},
		}),
	);
	addPoll(context, training, {
		id: 'TrainingPoll0000000000',
		title: 'Half-time',
		questions: [
			{ name: 'Is the pace right?', type: 'single', answers: ['Too slow', 'Right', 'Too fast'] },
		],
	});
	changeSurvey(context, training, {
		custom_survey: {
			title: 'After the training',
			anonymous: true,
			questions: [
				{
					name: 'How useful was it?',
					type: 'rating_scale',
					rating_min_value: 0,
					rating_max_value: 10,
					rating_min_label: 'Not at all',
					rating_max_label: 'Very',
				},
				{ name: 'What was missing?', type: 'long_answer', answer_max_character: 500 },
			],
		},
	});
}

type Person = [
	first: string,
	last: string,
	org: string,
	known: string,
	status: RegistrantRecord['status'],
];

const people: Person[] = [
	['Ida', 'Iversen', 'Fjord Foods', 'A little', 'approved'],
	['Jonas', 'Jung', 'Jung & Sons', 'Well', 'approved'],
	['Kim', 'Kato', 'Kato Works', 'Not at all', 'pending'],
	['Lea', 'Lopez', 'Lopez Labs', 'A little', 'pending'],
	['Max', 'Muster', 'Nobody Ltd', 'Well', 'denied'],
];
