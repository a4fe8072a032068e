import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

const start = '2026-07-15T09:00:00Z';
const kickOff = '84567890123';
const standUp = '83456789012';
const uuidOnce = encodeURIComponent('KickOff/2hPq5vKzYw2c0A==');
const uuidTwice = encodeURIComponent(encodeURIComponent('StandUp3//qR5vKzYw2c0A=='));

interface Row {
	id: string;
	name: string;
	user_id: string;
	user_email: string;
	duration: number;
	status: string;
	internal_user: boolean;
}

interface Statement {
	name: string;
	email: string;
	question_details: { question: string; answer: string }[];
}

describe('past meetings', () => {
	const clock = manualClock(start);
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock });
	});
	beforeEach(() => {
		clock.set(start);
		emulator.plan = 'unlimited';
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const get = async (path: string) => (await api('GET', `/past_meetings/${path}`)).body;
	const refusal = async (path: string) => {
		const { status, body } = await api('GET', `/past_meetings/${path}`);
		return [status, body.code, body.message];
	};
	const people = async (path: string) =>
		(await get(`${path}/participants`)) as unknown as {
			total_records: number;
			next_page_token: string;
			participants: Row[];
		};

	it('tell when they took place and how many minutes people spent in them', async () => {
		expect(await get(kickOff)).toMatchObject({
			uuid: 'KickOff/2hPq5vKzYw2c0A==',
			type: 2,
			topic: 'Kick-off',
			user_email: 'olivia.ortiz@example.com',
			start_time: '2026-07-08T14:58:00Z',
			end_time: '2026-07-08T16:02:00Z',
			duration: 64,
			participants_count: 6,
			// Olivia 64, Henrik 18 + 18 + 18, Hana 61, Bruno 27, Greta 56, the caller 35.
			total_minutes: 297,
			source: 'Zoom',
			has_meeting_summary: true,
		});
	});

	it('are found by the UUID of one instance, or the latest by the ID', async () => {
		expect(await get(uuidOnce)).toEqual(await get(kickOff));
		expect((await get(standUp)).uuid).toBe('StandUp3//qR5vKzYw2c0A==');
		expect(await get(uuidTwice)).toEqual(await get(standUp));
		expect(await refusal(encodeURIComponent('StandUp3//qR5vKzYw2c0A=='))).toEqual([
			404,
			3001,
			'Meeting does not exist: StandUp3/qR5vKzYw2c0A==.',
		]);
	});

	it('list their instances, between two dates only if both are given', async () => {
		const starts = async (query = '') =>
			((await get(`${standUp}/instances${query}`)).meetings as { start_time: string }[]).map(
				({ start_time }) => start_time.slice(0, 10),
			);
		expect(await starts()).toEqual(['2026-06-29', '2026-07-06', '2026-07-13']);
		expect(await starts('?from=2026-07-06&to=2026-07-06')).toEqual(['2026-07-06']);
		expect(await starts('?from=2026-07-06')).toHaveLength(3);
		expect(await get('81234567890/instances')).toEqual({ meetings: [] });
		expect(await refusal('123/instances')).toEqual([404, 3001, 'Meeting does not exist: 123.']);
		expect(await refusal('StandUp/instances')).toEqual([400, 300, 'Invalid meeting ID.']);
	});

	it('have a row for each time somebody came', async () => {
		const { participants, total_records } = await people(kickOff);
		expect(total_records).toBe(9);
		const henrik = participants.filter(({ name }) => name === 'Henrik Holm');
		expect(henrik.map(({ duration }) => duration)).toEqual([1080, 1080, 1080]);
		expect(new Set(henrik.map(({ user_id }) => user_id)).size).toBe(3);
		expect(new Set(henrik.map(({ id }) => id))).toEqual(new Set(['HenrikHolm-Host_000000']));
		expect(participants.filter(({ name }) => name === 'Hana Hayashi')).toMatchObject([
			{ status: 'in_waiting_room', duration: 120 },
			{ status: 'in_meeting', duration: 3660 },
		]);
	});

	it('hide the ID and the address of guests', async () => {
		const { participants } = await people(kickOff);
		expect(participants.find(({ name }) => name === 'Greta Gast')).toMatchObject({
			id: '',
			user_email: '',
			internal_user: false,
		});
		expect(participants.find(({ name }) => name === 'Bruno Batista')).toMatchObject({
			user_email: 'bruno.batista@example.com',
			internal_user: true,
		});
	});

	it('list people in pages', async () => {
		const path = `${kickOff}/participants?page_size=5`;
		const first = await get(path);
		expect(first).toMatchObject({ page_count: 2, page_size: 5, total_records: 9 });
		expect(first).not.toHaveProperty('page_number');
		const rest = await get(`${path}&next_page_token=${String(first.next_page_token)}`);
		expect(rest.participants).toHaveLength(4);
		expect(rest.next_page_token).toBe('');
	});

	it('name nobody where somebody was alone', async () => {
		expect(await people('85678901234')).toMatchObject({ total_records: 0, participants: [] });
		expect(await get('85678901234')).toMatchObject({ participants_count: 1, total_minutes: 5 });
	});

	it('tell what was answered and asked, and of anonymous people only that', async () => {
		const polls = (await get(`${kickOff}/polls`)).questions as Statement[];
		expect(polls.map(({ name, email }) => [name, email])).toEqual([
			['Henrik Holm', 'henrik.holm@example.com'],
			['Hana Hayashi', 'hana.hayashi@example.com'],
			['Anonymous Attendee', ''],
		]);
		expect(polls[0].question_details.map(({ answer }) => answer)).toEqual(['Yes', 'Berlin;Paris']);
		const asked = (await get(`${kickOff}/qa`)).questions as Statement[];
		expect(asked.map(({ name, question_details }) => [name, question_details[0].answer])).toEqual([
			['Hana Hayashi', 'Operations does.;Sales adds a tenth.'],
			['Anonymous Attendee', ''],
			['Greta Gast', 'live answered'],
		]);
	});

	it('are out of reach after a year, or after 15 months', async () => {
		const planning = '86789012345';
		const yearAgo = [400, 12702];
		expect(await refusal(planning)).toEqual([...yearAgo, 'Cannot access a meeting a year ago.']);
		expect(await refusal(`${planning}/polls`)).toEqual([
			...yearAgo,
			'Can not access a meeting a year ago.',
		]);
		expect(await people(planning)).toMatchObject({ total_records: 2 });
		expect((await get(`${planning}/instances`)).meetings).toHaveLength(1);
		clock.advance(80 * 86_400_000);
		api = apiOf(emulator);
		expect(await refusal(`${planning}/participants`)).toEqual([
			...yearAgo,
			'Can not access a meeting a year ago.',
		]);
		expect(await get(`${planning}/instances`)).toEqual({ meetings: [] });
		expect(await refusal(`${planning}/qa`)).toEqual([
			404,
			3001,
			'Meeting ID is invalid or not end.',
		]);
	});

	it('are not what has yet to take place', async () => {
		expect(await refusal('81234567890')).toEqual([400, 300, 'Cannot access meeting information.']);
		expect(await refusal('123')).toEqual([404, 3001, 'Meeting does not exist: 123.']);
		expect(await refusal('81234567890/participants')).toEqual([
			404,
			3001,
			'Meeting does not exist: 81234567890.',
		]);
	});

	it("are a user's own only, for a user's own token", async () => {
		const { access_token } = emulator.authorize(
			emulator.apps.userManaged,
			'hana.hayashi@example.com',
		);
		api = apiOf(emulator, access_token);
		expect((await get(standUp)).topic).toBe('Support stand-up');
		expect((await refusal(`${kickOff}/participants`)).slice(0, 2)).toEqual([400, 4711]);
		expect((await refusal(`${kickOff}/instances`)).slice(0, 2)).toEqual([400, 4711]);
	});

	it('need a plan that is paid for', async () => {
		emulator.plan = 'free';
		const paidOnly = `Only available for paid account: ${emulator.account.id}.`;
		expect(await refusal(kickOff)).toEqual([400, 200, paidOnly]);
		expect(await refusal(`${kickOff}/participants`)).toEqual([400, 200, paidOnly]);
	});
});
