import { zoomTime } from '../core/clock';
import type { EmulatorContext } from '../core/context';
import { addPoll } from '../polls/polls';
import { addRegistrant } from '../registrants/registrants';
import { changeSurvey } from '../surveys/surveys';
import { addPanelists } from './panelists';
import { addWebinar } from './schedule';

const hour = 3_600_000;
const day = 24 * hour;
const henrik = 'HenrikHolm-Host_000000';
const olivia = 'OliviaOrtiz-Owner00000';

/** Gives those who host webinars the add-on for it. */
export function seedWebinarPlans({ store }: EmulatorContext): void {
	for (const id of [henrik, olivia])
		Object.assign(store.users.get(id)?.settings.feature ?? {}, {
			webinar: true,
			webinar_capacity: 500,
		});
}

/** A webinar to come. */
export function seedCustomerDay(context: EmulatorContext): void {
	const midnight = Math.floor(context.clock.now() / day) * day;
	const id = 95_678_901_234;
	const webinar = addWebinar(context, {
		id,
		host_id: henrik,
		topic: 'Customer day',
		agenda: 'News, and how others work with it',
		start_time: zoomTime(midnight + 9 * day + 14 * hour),
		duration: 120,
		settings: { approval_type: 0, practice_session: true },
	});
	const { trackingSources, livestreams, templates } = context.store;
	const newsletter = trackingSources.insert({
		id: '5516482804110',
		webinar_id: id,
		source_name: 'Newsletter',
		visitor_count: 40,
	});
	trackingSources.insert({
		id: '5516482804111',
		webinar_id: id,
		source_name: 'Website',
		visitor_count: 12,
	});
	for (const [index, [first_name, last_name]] of attendees.entries())
		addRegistrant(context, webinar, {
			id: `Customer_${first_name}`.padEnd(22, '0'),
			status: first_name === 'Sven' ? 'denied' : 'approved',
			create_time: zoomTime(context.clock.now() - (attendees.length - index) * hour),
			source_id: index < 2 ? newsletter.id : undefined,
			given: { email: `${first_name.toLowerCase()}@customer.example`, first_name, last_name },
		});
	addPanelists(context, webinar, [
		{ name: 'Hana Hayashi', email: 'hana.hayashi@example.com', name_tag_description: 'Support' },
		{ name: 'Tom Tanner', email: 'tom@partner.example' },
	]);
	addPoll(context, webinar, {
		id: 'CustomerPoll0000000000',
		title: 'Who is here?',
		anonymous: true,
		questions: [
			{ name: 'How long have you been with us?', type: 'single', answers: ['A year', 'Longer'] },
		],
	});
	changeSurvey(context, webinar, { third_party_survey: 'https://survey.example/customer-day' });
	livestreams.insert({
		gathering_id: id,
		page_url: 'https://video.example/customer-day',
		stream_key: 'customer-day-key',
		stream_url: 'rtmp://video.example/live',
	});
	templates.insert({ id: 'CustomerDayTemplate', name: 'Customer day', kind: 'webinar' });
	templates.insert({ id: 'AllHandsTemplate', name: 'All hands', kind: 'meeting' });
}

/** The webinar that has been, with what its past instance knows of its registrants. */
export function seedPastLaunch(context: EmulatorContext): void {
	const [past] = context.store.pastInstances.find(({ uuid }) => uuid.startsWith('Launch'));
	const webinar = addWebinar(context, {
		id: past.id,
		host_id: past.host_id,
		topic: past.topic,
		start_time: past.scheduled_time,
		created_at: past.created_at,
		settings: { approval_type: 1 },
	});
	for (const { id, status, create_time, email, first_name, last_name } of past.registrants ?? [])
		addRegistrant(context, webinar, {
			id,
			status,
			create_time,
			given: { email, first_name, last_name },
		});
	addPanelists(context, webinar, [{ name: 'Hana Hayashi', email: 'hana.hayashi@example.com' }]);
	addPoll(context, webinar, {
		id: 'P4kIoKWLTJehBJ8e1xRrbQ',
		title: 'Before you go',
		questions: [{ name: 'Will you try it?', type: 'single', answers: ['Yes', 'No'] }],
	});
}

const attendees = [
	['Nora', 'Nilsen'],
	['Omar', 'Olsen'],
	['Pia', 'Park'],
	['Rosa', 'Ruiz'],
	['Sven', 'Stone'],
];
