import type { Audience } from '../audience';
import { gatherAudience } from '../audience';

const henrik = '/users/henrik.holm@example.com';
const henrikId = 'HenrikHolm-Host_000000';

describe('events of people', () => {
	let audience: Audience;

	beforeAll(async () => {
		audience = await gatherAudience();
	});
	beforeEach(() => audience.reset());
	afterAll(() => audience.close());

	const done: Audience['done'] = (...args) => audience.done(...args);
	const act: Audience['act'] = (...args) => audience.act(...args);
	const told: Audience['told'] = (...args) => audience.told(...args);

	it('among registrants is told', async () => {
		const meeting = '/meetings/85789012345';
		const answers = { email: 'new@example.com', first_name: 'New', last_name: 'Comer' };
		const form = await done('GET', `${meeting}/registrants/questions`);
		const questions = form.questions as { field_name: string; required: boolean }[];
		const custom = form.custom_questions as { title: string; answers?: string[] }[];
		const full = {
			...Object.fromEntries(
				questions.filter(({ required }) => required).map(({ field_name }) => [field_name, 'x']),
			),
			...answers,
			custom_questions: custom.map(({ title, answers: [value] = ['x'] }) => ({ title, value })),
		};
		const { registrant_id: id } = await done('POST', `${meeting}/registrants`, full);
		await done('POST', `${meeting}/registrants`, full);
		await done('POST', `${meeting}/batch_registrants`, {
			registrants: [{ ...answers, email: 'batch@example.com' }],
		});
		for (const action of ['approve', 'approve', 'deny', 'approve', 'cancel'])
			await done('PUT', `${meeting}/registrants/status`, { action, registrants: [{ id }] });
		await done('DELETE', `${meeting}/registrants/${String(id)}`);
		const news = await told();
		expect(news.map(({ event }) => event.replace('meeting.registration_', ''))).toEqual([
			'created',
			'created',
			'approved',
			'denied',
			'approved',
			'cancelled',
			'cancelled',
		]);
		expect(news[0].payload.object.registrant).toMatchObject({
			...answers,
			status: 'pending',
			join_url: '',
			custom_questions: full.custom_questions,
		});
		expect(news[2].payload.object.registrant).toMatchObject({
			join_url: expect.stringMatching(/^http/),
		});
	});

	it('among registrants of webinars and viewers of recordings is told likewise', async () => {
		const webinar = '/webinars/95678901234';
		const { tracking_sources } = await done('GET', `${webinar}/tracking_sources`);
		const [{ id: source_id }] = tracking_sources as { id: string }[];
		await done('PATCH', webinar, { settings: { approval_type: 1 } });
		const { registrant_id } = await done('POST', `${webinar}/registrants`, {
			email: 'new@example.com',
			first_name: 'New',
			source_id,
		});
		for (const action of ['approve', 'deny', 'approve', 'cancel'])
			await done('PUT', `${webinar}/registrants/status`, {
				action,
				registrants: [{ id: registrant_id }],
			});
		const { meeting_id } = audience.emulator.addRecording({
			host_id: henrikId,
			settings: { on_demand: true, approval_type: 1 },
		});
		const viewers = `/meetings/${meeting_id}/recordings/registrants`;
		const viewer = await done('POST', viewers, { email: 'v@example.com', first_name: 'V' });
		for (const action of ['approve', 'deny'])
			await done('PUT', `${viewers}/status`, {
				action,
				registrants: [{ id: viewer.registrant_id }],
			});
		const news = await told();
		expect(news.map(({ event }) => event)).toEqual([
			'webinar.updated',
			'webinar.registration_created',
			'webinar.registration_approved',
			'webinar.registration_denied',
			'webinar.registration_approved',
			'webinar.registration_cancelled',
			'recording.completed',
			'recording.registration_created',
			'recording.registration_approved',
			'recording.registration_denied',
		]);
		expect(news[1].payload.object.registrant).toMatchObject({
			tracking_source: { id: source_id },
		});
	});

	it('about users and groups is told', async () => {
		const user_info = { email: 'new@example.com', type: 1, first_name: 'New', last_name: 'User' };
		const { id } = await done('POST', '/users', { action: 'ssoCreate', user_info });
		const user = `/users/${String(id)}`;
		await done('PATCH', user, { dept: 'Sales', job_title: 'Boss' });
		await done('PATCH', user, { dept: 'Sales' });
		await done('PATCH', `${user}/settings`, { in_meeting: { chat: false } });
		await done('PATCH', `${user}/settings`, { in_meeting: { chat: false } });
		await done('PUT', `${user}/presence_status`, { status: 'Away' });
		await done('PUT', `${user}/email`, { email: 'newer@example.com' });
		const { id: group } = await done('POST', '/groups', { name: 'Told' });
		const members = [{ id }];
		await done('PATCH', `/groups/${String(group)}`, { name: 'Renamed' });
		await done('POST', `/groups/${String(group)}/members`, { members });
		await done('POST', `/groups/${String(group)}/members`, { members });
		await done('DELETE', `/groups/${String(group)}/members/${String(id)}`);
		await done('DELETE', `/groups/${String(group)}`);
		for (const action of ['deactivate', 'deactivate', 'activate'])
			await done('PUT', `${user}/status`, { action });
		await done('DELETE', user);
		await done('DELETE', '/users/bruno.batista@example.com?action=delete');
		const news = await told();
		expect(news.map(({ event }) => event)).toEqual([
			'user.created',
			'user.updated',
			'user.settings_updated',
			'user.presence_status_updated',
			'user.updated',
			'group.created',
			'group.updated',
			'group.member_added',
			'group.members_deleted',
			'group.deleted',
			'user.deactivated',
			'user.activated',
			'user.disassociated',
			'user.deleted',
		]);
		expect(news[0].payload).toMatchObject({
			creation_type: 'ssoCreate',
			object: { ...user_info, id, display_name: 'New User' },
		});
		expect(news[1].payload).toMatchObject({
			object: { id, dept: 'Sales', job_title: 'Boss' },
			old_object: { id, dept: '' },
		});
		expect(news[2].payload).toMatchObject({
			object: { id, settings: { in_meeting: { chat: false } } },
			old_object: { id, settings: { in_meeting: { chat: true } } },
		});
	});

	it('about telephony and summaries is told', async () => {
		const account = {
			conference_code: '1',
			leader_pin: '2',
			tsp_bridge: 'US_TSP_TB',
			dial_in_numbers: [{ code: '1', number: '5', type: 'toll', country_label: 'US_TSP_TB' }],
		};
		await done('POST', `${henrik}/tsp`, account);
		await done('PATCH', `${henrik}/tsp/2`, { ...account, leader_pin: '3' });
		await done('DELETE', `${henrik}/tsp/2`);
		await done(
			'DELETE',
			`/meetings/${encodeURIComponent('KickOff/2hPq5vKzYw2c0A==')}/meeting_summary`,
		);
		await act('/seed', {
			summaries: [
				{
					meeting_uuid: audience.emulator.store.pastInstances.find(
						({ id }) => id === 85_678_901_234,
					)[0].uuid,
					summary_overview: 'Short',
					summary_details: [{ label: 'L', summary: 'S' }],
					next_steps: ['N'],
				},
			],
		});
		const news = await told();
		expect(news.map(({ event }) => event)).toEqual([
			'user.tsp_created',
			'user.tsp_updated',
			'user.tsp_deleted',
			'meeting.summary_trashed',
			'meeting.summary_completed',
		]);
		expect(news[1].payload).toMatchObject({
			object: { tsp_credentials: { leader_pin: '3' } },
			old_object: { leader_pin: '2' },
		});
	});
});
