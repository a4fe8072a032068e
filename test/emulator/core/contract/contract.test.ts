import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { readEndpoint } from '../../../../spec/read';
import type { Api } from '../../caller';
import { apiOf, control } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator } from '../..';
import { handlers, writtenHandlers } from '../routes';
import { closed } from './closed';
import { contract } from './contract';
import { generateContract } from './generate';

describe('the contract', () => {
	it('knows every route, once, and each is handled', () => {
		const ids = contract.map(({ operationId }) => operationId);
		expect(new Set(ids).size).toBe(ids.length);
		expect([...ids].sort()).toEqual(Object.keys(handlers).sort());
	});

	it('has a scope for every route', () => {
		for (const { granular, classic } of contract)
			expect(granular.length + classic.length).toBeGreaterThan(0);
	});
});

describe("next to Zoom's documents", () => {
	it('the contract is what they say', () => {
		const stored = readFileSync(join(__dirname, 'contract.json'), 'utf8');
		expect(stored === generateContract()).toBe(true);
	});

	describe('every answer', () => {
		const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
		const seen = new Set<string>();
		let emulator: Emulator;
		let api: Api;

		beforeAll(async () => {
			emulator = await createEmulator();
			api = apiOf(emulator);
		});
		afterAll(() => emulator.close());

		const addTemplate = (kind: 'meeting' | 'webinar') =>
			emulator.store.templates.insert({ id: `${kind} template`, name: kind, kind });

		/** Calls, and holds the answer against the documented one: its status, its fields, no others. */
		const check = async (method: string, path: string, body?: unknown) => {
			const reply = await api(method, path, body);
			const { route = '' } = emulator.requests[emulator.requests.length - 1];
			const { operationId = '', shape } = readEndpoint(`${method} ${route}`);
			seen.add(operationId);
			expect(Object.keys(shape?.answers ?? {})).toContain(String(reply.status));
			expect(reply.status).toBeLessThan(300);
			const schema = shape?.answers?.[reply.status] ?? undefined;
			expect(schema === undefined).toBe(reply.text === '');
			if (schema) {
				const valid = ajv.compile(closed(schema));
				valid(withoutUndocumented(reply.body));
				expect(valid.errors ?? []).toEqual([]);
			}
			return reply.body;
		};

		it('has the documented status and fields', async () => {
			const user = '/users/henrik.holm@example.com';
			addTemplate('meeting');
			const { id } = await check('POST', `${user}/meetings`, {
				topic: 'x',
				agenda: 'y',
				type: 8,
				start_time: '2030-05-06T10:00:00',
				recurrence: { type: 3, monthly_week: -1, monthly_week_day: 2, end_times: 3 },
				schedule_for: 'hana.hayashi@example.com',
				template_id: 'meeting template',
				tracking_fields: [{ field: 'Cost center', value: 'v' }],
				settings: { approval_type: 1, meeting_invitees: [{ email: 'a@example.com' }] },
			});
			const meeting = `/meetings/${String(id)}`;
			await check('POST', `${user}/meetings`, { settings: { use_pmi: true } });
			await check('GET', meeting);
			await check('GET', '/meetings/8912345678');
			await check('GET', `${meeting}/invitation`);
			await check('PATCH', meeting, { topic: 'z' });
			for (const type of ['scheduled', 'live', 'upcoming', 'previous_meetings'])
				await check('GET', `${user}/meetings?type=${type}`);
			await check('GET', '/users/me/upcoming_meetings');
			await control(emulator, 'POST', `${meeting}/start`);
			await check('PUT', `${meeting}/status`, { action: 'end' });
			await check('DELETE', meeting);
			for (const status of ['active', 'inactive', 'pending'])
				await check('GET', `/users?status=${status}&include_fields=custom_attributes`);
			for (const who of ['me', 'henrik.holm@example.com', 'petra.pohl@example.com'])
				await check('GET', `/users/${who}`);
			const user_info = { email: 'new@example.com', type: 2, last_name: 'New' };
			await check('POST', '/users', { action: 'ssoCreate', user_info });
			await check('PATCH', '/users/new@example.com', { vanity_name: 'new', company: 'Example' });
			await check('GET', '/users/new@example.com');
			for (const option of ['', '?option=meeting_authentication', '?option=meeting_security'])
				await check('GET', `${user}/settings${option}`);
			await check('GET', `${user}/settings?option=recording_authentication`);
			await check('GET', `${user}/token?type=zak`);
			await check('GET', '/users/me/zak');
			await check('PUT', '/users/new@example.com/status', { action: 'deactivate' });
			await check('DELETE', '/users/new@example.com');
		});

		it('has the documented status and fields for webinars', async () => {
			const user = '/users/henrik.holm@example.com';
			addTemplate('webinar');
			const { id } = await check('POST', `${user}/webinars`, {
				topic: 'x',
				agenda: 'y',
				type: 9,
				start_time: '2030-05-06T10:00:00',
				recurrence: { type: 1, end_times: 3 },
				schedule_for: 'olivia.ortiz@example.com',
				template_id: 'webinar template',
				tracking_fields: [{ field: 'Cost center', value: 'v' }],
				settings: { approval_type: 1, question_and_answer: { enable: true } },
			});
			const webinar = `/webinars/${String(id)}`;
			const playback = { is_simulive: true, record_file_id: 'r', transition_to_live: true };
			await check('POST', `${user}/webinars`, playback);
			await check('GET', webinar);
			await check('PATCH', webinar, { topic: 'z', settings: { notify_registrants: true } });
			for (const type of ['scheduled', 'upcoming'])
				await check('GET', `${user}/webinars?type=${type}&page_number=1`);
			await check('GET', `${user}/webinar_templates`);
			await check('GET', '/webinars/95678901234/tracking_sources');
			const panelists = [{ name: 'P', email: 'p@example.com', name_tag_name: 'P' }];
			await check('POST', `${webinar}/panelists`, { panelists });
			await check('GET', `${webinar}/panelists`);
			await check('DELETE', `${webinar}/panelists/p@example.com`);
			await check('DELETE', `${webinar}/panelists`);
			await control(emulator, 'POST', `${webinar}/start`);
			await check('PUT', `${webinar}/status`, { action: 'end' });
			await check('DELETE', webinar);
		});

		describe.each([
			['meeting', '/meetings/85789012345'],
			['webinar', '/webinars/95678901234'],
		])('about a %s', (kind, path) => {
			it('has the documented status and fields for registrants', async () => {
				const questions = [{ field_name: 'industry', required: true }];
				const custom_questions = [{ title: 'Why?', type: 'short', required: true }];
				await check('PATCH', `${path}/registrants/questions`, { questions, custom_questions });
				await check('GET', `${path}/registrants/questions`);
				const { registrant_id } = await check('POST', `${path}/registrants`, {
					email: 'a@example.com',
					first_name: 'A',
					industry: 'Food',
					language: 'de-DE',
					custom_questions: [{ title: 'Why?', value: 'Because' }],
				});
				const registrants = [{ email: 'b@example.com', first_name: 'B' }];
				await check('POST', `${path}/batch_registrants`, { auto_approve: true, registrants });
				for (const status of ['approved', 'pending', 'denied'])
					await check('GET', `${path}/registrants?status=${status}&page_size=1`);
				await check('PUT', `${path}/registrants/status`, {
					action: 'approve',
					registrants: [{ id: registrant_id }],
				});
				await check('GET', `${path}/registrants/${String(registrant_id)}`);
				await check('DELETE', `${path}/registrants/${String(registrant_id)}`);
			});

			it('has the documented status and fields for polls and the survey', async () => {
				const questions = [{ name: 'q', type: 'multiple', answers: ['a', 'b'] }];
				const poll = { title: 't', poll_type: 2, anonymous: true, questions };
				const { id } = await check('POST', `${path}/polls`, poll);
				if (kind === 'meeting') await check('POST', `${path}/batch_polls`, { polls: [poll] });
				await check('GET', `${path}/polls?anonymous=true`);
				await check('GET', `${path}/polls/${String(id)}`);
				await check('PUT', `${path}/polls/${String(id)}`, { title: 'u', questions });
				await check('DELETE', `${path}/polls/${String(id)}`);
				await check('GET', `${path}/survey`);
				await check('PATCH', `${path}/survey`, {
					custom_survey: { title: 's', questions },
					third_party_survey: 'https://survey.example',
				});
				await check('GET', `${path}/survey`);
				await check('DELETE', `${path}/survey`);
				await check('GET', `${path}/survey`);
			});

			it('has the documented status and fields for invite links and the live stream', async () => {
				await check('POST', `${path}/invite_links`, { attendees: [{ name: 'A' }], ttl: 60 });
				await check('PATCH', `${path}/livestream`, {
					page_url: 'https://video.example/x',
					stream_url: 'rtmp://video.example/live',
					stream_key: 'k',
					resolution: '720p',
				});
				await control(emulator, 'POST', `${path}/start`);
				for (const action of ['start', 'stop'])
					await check('PATCH', `${path}/livestream/status`, { action });
				if (kind === 'meeting') await check('GET', `${path}/livestream`);
			});
		});

		it('has the documented status and fields for templates and controls of meetings', async () => {
			const user = '/users/hana.hayashi@example.com';
			const meeting_id = 83_456_789_012;
			await check('POST', `${user}/meeting_templates`, { meeting_id, name: 'n' });
			await check('GET', `${user}/meeting_templates`);
			const method = 'recording.start';
			await check('PATCH', '/live_meetings/8912345678/events', { method });
		});

		it('has the documented status and fields where it tells of the past', async () => {
			for (const uuid of ['84567890123', '%252FStandUp2PqR5vKzYw2c0A%3D%3D']) {
				const meeting = `/past_meetings/${uuid}`;
				for (const part of ['', '/participants?page_size=2', '/polls', '/qa'])
					await check('GET', meeting + part);
			}
			await check('GET', '/past_meetings/83456789012/instances');
			const webinar = '/past_webinars/94567890123';
			for (const part of ['instances', 'participants', 'absentees', 'polls', 'qa'])
				await check('GET', `${webinar}/${part}`);
			const { summaries } = await check('GET', '/meetings/meeting_summaries?page_size=1');
			const [{ meeting_uuid }] = summaries as { meeting_uuid: string }[];
			const summary = `/meetings/${encodeURIComponent(meeting_uuid)}/meeting_summary`;
			await check('GET', summary);
			await check('DELETE', summary);
		});

		it('has the documented status and fields in reports', async () => {
			const month = `from=${date(-29)}&to=${date(0)}`;
			for (const part of [
				'',
				'/participants?include_fields=registrant_id',
				'/polls',
				'/qa',
				'/survey',
			]) {
				await check('GET', `/report/meetings/84567890123${part}`);
				await check('GET', `/report/webinars/94567890123${part}`);
			}
			await check('GET', '/report/daily');
			for (const type of ['active', 'inactive'])
				await check('GET', `/report/users?type=${type}&${month}`);
			for (const type of ['past', 'pastOne', 'pastJoined'])
				await check('GET', `/report/users/me/meetings?type=${type}&${month}`);
			for (const by of ['start_time', 'meeting_start_time'])
				await check('GET', `/report/telephone?query_date_type=${by}&${month}`);
			await check('GET', `/report/activities?${month}`);
			await check('GET', `/report/operationlogs?${month}`);
			await check('GET', `/report/cloud_recording?${month}`);
			await check('GET', `/report/history_meetings?${month}`);
			await check('GET', `/report/upcoming_events?from=${date(0)}&to=${date(28)}`);
		});

		it('has the documented status and fields for tracking fields', async () => {
			const { id } = await check('POST', '/tracking_fields', { field: 'Project' });
			const field = `/tracking_fields/${String(id)}`;
			await check('GET', field);
			await check('GET', '/tracking_fields');
			await check('PATCH', field, { visible: false });
			await check('DELETE', field);
		});

		it('has the documented status and fields for recordings', async () => {
			const recording = '/meetings/84567890123/recordings';
			const today = new Date().toISOString().slice(0, 10);
			const users = (query: string) => `/users/olivia.ortiz@example.com/recordings?${query}`;
			await check('GET', users(`from=2020-01-01&to=${today}&page_size=1`));
			const included = 'include_fields=download_access_token&ttl=60';
			const { recording_files } = await check('GET', `${recording}?${included}`);
			for (const type of ['by_view', 'by_download'])
				await check('GET', `${recording}/analytics_details?from=2020-01-01&type=${type}`);
			await check('GET', `${recording}/analytics_summary?from=2020-01-01&to=${today}`);
			await check('GET', '/meetings/84567890123/transcript');
			await check('PATCH', `${recording}/settings`, { on_demand: true, auto_delete: true });
			await check('GET', `${recording}/settings`);
			const questions = [{ field_name: 'last_name', required: true }];
			await check('PATCH', `${recording}/registrants/questions`, { questions });
			await check('GET', `${recording}/registrants/questions`);
			const { registrant_id } = await check('POST', `${recording}/registrants`, {
				email: 'a@example.com',
				first_name: 'A',
				last_name: 'B',
			});
			await check('GET', `${recording}/registrants?page_size=1`);
			await check('PUT', `${recording}/registrants/status`, {
				action: 'deny',
				registrants: [{ id: registrant_id }],
			});
			await check('DELETE', '/meetings/84567890123/transcript');
			await check('GET', '/meetings/84567890123/transcript');
			const file = `${recording}/${(recording_files as { id: string }[])[0].id}`;
			await check('DELETE', file);
			await check('GET', users('trash=true&trash_type=recording_file'));
			await check('PUT', `${file}/status`, { action: 'recover' });
			await check('DELETE', recording);
			await check('GET', users('trash=true'));
			const { uuid } = emulator.store.recordings.find(({ topic }) => topic === 'Kick-off')[0];
			const again = `/meetings/${encodeURIComponent(uuid)}/recordings/status`;
			await check('PUT', again, { action: 'recover' });
		});

		it("has the documented status and fields for users' accounts", async () => {
			const user = '/users/henrik.holm@example.com';
			await check('GET', '/users/email?email=henrik.holm@example.com');
			await check('GET', '/users/summary');
			await check('GET', `${user}/permissions`);
			await check('GET', `${user}/assistants`);
			await check('GET', '/users/hana.hayashi@example.com/schedulers');
			await check('DELETE', `${user}/assistants/hana.hayashi@example.com`);
			const assistants = [{ email: 'hana.hayashi@example.com' }];
			await check('POST', `${user}/assistants`, { assistants });
			await check('PUT', '/users/me/presence_status', { status: 'Do_No_Disturb', duration: 5 });
			for (const who of ['/users/me', user]) await check('GET', `${who}/presence_status`);
			const picture = new FormData();
			picture.set('pic_file', new Blob([Buffer.from('\xff\xd8\xff', 'latin1')]), 'a.jpg');
			await check('POST', `${user}/picture`, picture);
			await check('GET', user);
			await check('DELETE', `${user}/picture`);
			const feature = { webinar: true, webinar_capacity: 500 };
			await check('PATCH', `${user}/settings`, { feature });
			const authentication_option = { id: 'signIn_DeskAuth_000000', action: 'hide' };
			const hidden = { meeting_authentication: true, authentication_option };
			await check('PATCH', `${user}/settings?option=meeting_authentication`, hidden);
			for (const query of ['', '?option=meeting_authentication'])
				await check('GET', `${user}/settings${query}`);
			await check('PUT', `${user}/password`, { password: 'Much.better1' });
			await check('PUT', `${user}/email`, { email: 'h.holm@example.com' });
			await check('PUT', '/users/h.holm@example.com/email', { email: 'henrik.holm@example.com' });
		});

		it('has the documented status and fields for groups and telephony', async () => {
			const { id } = await check('POST', '/groups', { name: 'New' });
			const group = `/groups/${String(id)}`;
			await check('GET', '/groups?page_size=1');
			await check('PATCH', group, { name: 'Newer' });
			const members = [{ email: 'henrik.holm@example.com' }, { id: 'HanaHayashi-Host_00000' }];
			await check('POST', `${group}/members`, { members });
			await check('GET', `${group}/members?page_size=1`);
			await check('GET', group);
			await check('DELETE', `${group}/members/henrik.holm@example.com`);
			await check('DELETE', group);
			await check('PATCH', '/tsp', { tsp_provider: 'Another' });
			await check('GET', '/tsp');
			const user = '/users/henrik.holm@example.com';
			const account = { conference_code: '1', leader_pin: '2', dial_in_numbers: [{ code: '1' }] };
			await check('POST', `${user}/tsp`, account);
			await check('PATCH', `${user}/tsp/2`, account);
			await check('GET', `${user}/tsp`);
			await check('GET', `${user}/tsp/2`);
			await check('DELETE', `${user}/tsp/2`);
			await check('GET', `${user}/pac`);
		});

		it('was one of every route that somebody wrote', () => {
			expect([...seen].sort()).toEqual(Object.keys(writtenHandlers).sort());
		});
	});
});

/** Members seen in Zoom's live answers that its documents do not name. */
const undocumented = ['customer_key', 'public_ip', 'private_ip'];

function withoutUndocumented(body: Record<string, unknown>): object {
	if (!Array.isArray(body.participants)) return body;
	const participants = (body.participants as object[]).map((row) =>
		Object.fromEntries(Object.entries(row).filter(([name]) => !undocumented.includes(name))),
	);
	return { ...body, participants };
}

function date(daysAhead: number): string {
	return new Date(Date.now() + daysAhead * 86_400_000).toISOString().slice(0, 10);
}
