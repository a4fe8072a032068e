import { seedGroups } from '../groups/seed';
import { seedHistory } from '../history/seed/seed';
import { addMeeting } from '../meetingOrWebinar/agenda';
import { seedRecordings } from '../recordings/seed';
import { seedTraining } from '../registrants/seed';
import { seedActivities } from '../reports/seed';
import { seedSummaries } from '../summaries/seed';
import { seedTelephony } from '../telephony/seed';
import { seedTrackingFields } from '../trackingFields/seed';
import { addUser } from '../users/people';
import { seedAssistants } from '../users/seed';
import { seedCustomerDay, seedPastLaunch, seedWebinarPlans } from '../webinars/seed';
import { zoomTime } from './clock';
import type { EmulatorContext } from './context';

const day = 86_400_000;

/** Puts everything but the clock and the settings back to what every start begins with. */
export function resetContext(context: EmulatorContext): void {
	const { apps, events, faults, ids, limits, pages, passes, requests, store, tokens } = context;
	for (const part of [apps, events, ids, limits, pages, passes, requests, tokens]) part.reset();
	faults.clear();
	store.restore({});
	seedUsers(context);
	seedWebinarPlans(context);
	seedMeetings(context);
	seedTraining(context);
	seedHistory(context);
	seedPastLaunch(context);
	seedCustomerDay(context);
	seedSummaries(context);
	seedTrackingFields(context);
	seedActivities(context);
	seedRecordings(context);
	seedAssistants(context);
	seedGroups(context);
	seedTelephony(context);
}

function seedUsers(context: EmulatorContext): void {
	const created_at = zoomTime(context.clock.now() - 400 * day);
	const people = [
		{
			id: 'OliviaOrtiz-Owner00000',
			email: 'olivia.ortiz@example.com',
			first_name: 'Olivia',
			last_name: 'Ortiz',
			role_id: '0',
			timezone: 'America/New_York',
			dept: 'Operations',
			profile: { job_title: 'Head of Operations', company: 'Example Corp' },
		},
		{
			id: 'HenrikHolm-Host_000000',
			email: 'henrik.holm@example.com',
			first_name: 'Henrik',
			last_name: 'Holm',
			timezone: 'Europe/Berlin',
			dept: 'Sales',
			profile: { custom_attributes: [{ key: 'cbf_region', name: 'Region', value: 'EMEA' }] },
		},
		{
			id: 'HanaHayashi-Host_00000',
			email: 'hana.hayashi@example.com',
			first_name: 'Hana',
			last_name: 'Hayashi',
			timezone: 'Asia/Tokyo',
			dept: 'Support',
		},
		{
			id: 'BrunoBatista-Basic0000',
			email: 'bruno.batista@example.com',
			first_name: 'Bruno',
			last_name: 'Batista',
			type: 1,
			timezone: 'America/Sao_Paulo',
		},
		{
			id: 'UmaUpton-NoLicense0000',
			email: 'uma.upton@example.com',
			first_name: 'Uma',
			last_name: 'Upton',
			type: 4,
			timezone: 'Europe/London',
		},
		{
			id: 'PetraPohl-Pending00000',
			email: 'petra.pohl@example.com',
			first_name: 'Petra',
			last_name: 'Pohl',
			type: 1,
			status: 'pending' as const,
			verified: 0,
		},
		{
			id: 'DaanDekker-Inactive000',
			email: 'daan.dekker@example.com',
			first_name: 'Daan',
			last_name: 'Dekker',
			type: 1,
			status: 'inactive' as const,
			timezone: 'Europe/Amsterdam',
		},
	];
	for (const person of people) addUser(context, { created_at, ...person });
}

function seedMeetings(context: EmulatorContext): void {
	const midnight = Math.floor(context.clock.now() / day) * day;
	const at = (days: number, hour: number) => zoomTime(midnight + days * day + hour * 3_600_000);
	const henrik = 'HenrikHolm-Host_000000';
	const hana = 'HanaHayashi-Host_00000';
	const olivia = 'OliviaOrtiz-Owner00000';
	addMeeting(context, {
		id: 81_234_567_890,
		host_id: henrik,
		topic: 'Quarterly review',
		agenda: 'Figures, outlook, questions',
		start_time: at(2, 13),
		duration: 45,
	});
	addMeeting(context, {
		id: 82_345_678_901,
		host_id: henrik,
		topic: 'Weekly planning',
		type: 8,
		start_time: at(1, 7),
		duration: 30,
		recurrence: { type: 2, repeat_interval: 1, weekly_days: '2,4', end_times: 10 },
	});
	addMeeting(context, {
		id: 987_654_321,
		// Begins with a slash and holds two in a row, the two cases that need double encoding.
		uuid: '/Vg8IdgluR5WD//eWIkpJA==',
		host_id: henrik,
		topic: 'Onboarding',
		start_time: at(3, 9),
	});
	addMeeting(context, {
		id: 83_456_789_012,
		uuid: 'aB+c/dEfGhIjKlMnOpQrSg==',
		host_id: hana,
		topic: 'Support stand-up',
		type: 3,
	});
	addMeeting(context, {
		id: 8_912_345_678,
		host_id: olivia,
		topic: 'All hands',
		start_time: zoomTime(context.clock.now() - 10 * 60_000),
		status: 'started',
	});
	addMeeting(context, {
		id: 84_567_890_123,
		host_id: olivia,
		topic: 'Kick-off',
		start_time: at(-7, 15),
	});
}
