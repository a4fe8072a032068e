import Ajv from 'ajv';
import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import type { Api } from '../caller';
import { apiOf, control } from '../caller';
import { documented, documentedEvents } from './documents';
import type { Received, Receiver } from './receiver';
import { receive } from './receiver';

const start = '2026-07-15T09:00:00Z';
const henrik = '/users/henrik.holm@example.com';
const henrikId = 'HenrikHolm-Host_000000';
const minute = 60_000;
const whereDocumented = documented ? it : it.skip;

describe('what changes in the emulator', () => {
	const clock = manualClock(start);
	const all: Received[] = [];
	let emulator: Emulator;
	let receiver: Receiver;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock, insecureWebhooks: true });
		receiver = await receive(emulator.apps.serverToServer.secretToken);
	});
	beforeEach(() => {
		clock.set(start);
		emulator.reset();
		receiver.received = [];
		api = apiOf(emulator);
		emulator.events.subscribe({ app: emulator.apps.serverToServer, url: receiver.url });
	});
	afterAll(async () => {
		await emulator.close();
		await receiver.close();
	});

	/** What was told since the last time, in the order of the log. */
	const told = async () => {
		await emulator.events.settled();
		const order = emulator.events.deliveries.map(({ requestId }) => requestId);
		const news = receiver.received
			.splice(0)
			.sort(
				(a, b) =>
					order.indexOf(a.headers['x-zm-request-id'] ?? '') -
					order.indexOf(b.headers['x-zm-request-id'] ?? ''),
			);
		all.push(...news);
		return news.map(({ json }) => json);
	};
	const names = async () => (await told()).map(({ event }) => event);
	const done = async (method: string, path: string, body?: unknown) => {
		const reply = await api(method, path, body);
		expect(reply.status).toBeLessThan(300);
		return reply.body;
	};
	const act = async (path: string, body?: unknown) =>
		expect((await control(emulator, 'POST', path, body)).status).toBeLessThan(300);
	const live = (method: string, params?: object) =>
		done('PATCH', '/live_meetings/8912345678/events', { method, params });

	it('is told once, with account, time and who did it', async () => {
		const meeting = await done('POST', `${henrik}/meetings`, {
			topic: 'Told of',
			agenda: 'Not told when made',
			start_time: '2026-07-20T10:00:00Z',
			settings: { meeting_invitees: [{ email: 'a@example.com' }], focus_mode: true },
			tracking_fields: [{ field: 'f', value: 'v' }],
		});
		expect(await told()).toEqual([
			{
				event: 'meeting.created',
				event_ts: clock.now(),
				payload: {
					account_id: emulator.account.id,
					operator: 'olivia.ortiz@example.com',
					operator_id: 'OliviaOrtiz-Owner00000',
					operation: 'single',
					object: {
						uuid: meeting.uuid,
						id: meeting.id,
						host_id: henrikId,
						topic: 'Told of',
						type: 2,
						start_time: '2026-07-20T10:00:00Z',
						duration: 60,
						timezone: 'Europe/Berlin',
						join_url: meeting.join_url,
						password: meeting.password,
						creation_source: 'open_api',
						settings: {
							use_pmi: false,
							alternative_hosts: '',
							meeting_invitees: [{ email: 'a@example.com' }],
							join_before_host: false,
							jbh_time: 0,
						},
						tracking_fields: [{ field: 'f', value: 'v' }],
					},
				},
			},
		]);
	});

	it('of a meeting or webinar is told with what is new and what was old, and nothing else', async () => {
		await done('PATCH', '/meetings/81234567890', {
			topic: 'Another',
			duration: 45,
			settings: { audio: 'voip', mute_upon_entry: false },
		});
		await done('PATCH', '/webinars/95678901234', { agenda: 'Another' });
		// What is as it was is no news.
		await done('PATCH', '/meetings/81234567890', { topic: 'Another' });
		const [meeting, webinar, ...more] = await told();
		expect(more).toEqual([]);
		expect(meeting.payload).toMatchObject({ scope: 'single', time_stamp: clock.now() });
		expect([meeting.payload.object, meeting.payload.old_object]).toEqual([
			{ id: 81_234_567_890, topic: 'Another', settings: { audio: 'voip' } },
			{ id: 81_234_567_890, topic: 'Quarterly review', settings: { audio: 'both' } },
		]);
		expect([webinar.event, webinar.payload.object]).toEqual([
			'webinar.updated',
			{ id: 95_678_901_234, agenda: 'Another' },
		]);
	});

	it('of a series concerns all dates or a single one', async () => {
		const recurrence = { type: 2, weekly_days: '2', end_times: 3 };
		const made = await done('POST', `${henrik}/meetings`, {
			type: 8,
			start_time: '2026-07-20T10:00:00Z',
			recurrence,
		});
		const webinar = await done('POST', `${henrik}/webinars`, { type: 9, recurrence });
		const series = `/meetings/${String(made.id)}`;
		const [first, second] = made.occurrences as { occurrence_id: string }[];
		await done('PATCH', `${series}?occurrence_id=${first.occurrence_id}`, { duration: 30 });
		await done('PATCH', series, { agenda: 'For all' });
		await done('DELETE', `${series}?occurrence_id=${second.occurrence_id}`);
		await done('DELETE', series);
		await done('PUT', `${series}/status`, { action: 'recover' });
		const dates = ((await done('GET', `/webinars/${String(webinar.id)}`)).occurrences ?? []) as {
			occurrence_id: string;
		}[];
		await done('DELETE', `/webinars/${String(webinar.id)}?occurrence_id=${dates[0].occurrence_id}`);
		await done('DELETE', `/webinars/${String(webinar.id)}`);
		const news = await told();
		expect(
			news.map(({ event, payload }) => [
				event,
				payload.operation ?? payload.scope,
				(payload.object.occurrences as unknown[] | undefined)?.length,
			]),
		).toEqual([
			['meeting.created', 'all', 3],
			['webinar.created', 'all', 3],
			['meeting.updated', 'single', 1],
			['meeting.updated', 'all', undefined],
			['meeting.deleted', 'single', 1],
			['meeting.deleted', 'all', 2],
			['meeting.recovered', 'all', 2],
			['webinar.deleted', 'single', 1],
			['webinar.deleted', 'all', 2],
		]);
		expect(news[2].payload.object).toMatchObject({ occurrences: [{ ...first, duration: 30 }] });
		expect(news[4].payload.object).toMatchObject({
			occurrences: [{ occurrence_id: second.occurrence_id }],
		});
	});

	it('in a running meeting is told as it happens', async () => {
		await act('/meetings/81234567890/start');
		const uuid = emulator.store.meetings.get(81_234_567_890)?.uuid;
		await act('/meetings/81234567890/join', {
			name: 'Hana Hayashi',
			email: 'hana.hayashi@example.com',
		});
		await act('/meetings/81234567890/join', { name: 'Guest', email: 'guest@elsewhere.example' });
		clock.advance(10 * minute);
		await act('/meetings/81234567890/leave', { name: 'Guest' });
		await done('PUT', '/meetings/81234567890/status', { action: 'end' });
		const news = await told();
		expect(
			news.map(({ event, payload }) => [
				event,
				(payload.object.participant as { user_name: string } | undefined)?.user_name,
			]),
		).toEqual([
			['meeting.started', undefined],
			['meeting.participant_joined', 'Henrik Holm'],
			['meeting.participant_joined', 'Hana Hayashi'],
			['meeting.participant_joined', 'Guest'],
			['meeting.participant_left', 'Guest'],
			['meeting.participant_left', 'Henrik Holm'],
			['meeting.participant_left', 'Hana Hayashi'],
			['meeting.ended', undefined],
		]);
		for (const { payload } of news)
			expect(payload.object).toMatchObject({ id: '81234567890', uuid, start_time: start });
		expect(news[7].payload.object).toMatchObject({
			duration: 45,
			end_time: '2026-07-15T09:10:00Z',
		});
		const [, , hana, guest, left, hostLeft] = news.map(({ payload }) => payload.object.participant);
		expect(hana).toMatchObject({ id: 'HanaHayashi-Host_00000', email: 'hana.hayashi@example.com' });
		// The address of a stranger is not told.
		expect(guest).toMatchObject({ id: '', email: '', join_time: start });
		expect(left).toMatchObject({
			leave_time: '2026-07-15T09:10:00Z',
			leave_reason: 'Guest left the meeting.',
			participant_uuid: (guest as { participant_uuid: string }).participant_uuid,
		});
		expect(hostLeft).toMatchObject({ leave_reason: 'Host ended the meeting.' });
	});

	it('in a running webinar is told likewise', async () => {
		await act('/webinars/95678901234/start');
		await act('/meetings/95678901234/join', { name: 'Nora', email: 'nora@customer.example' });
		await done('PUT', '/webinars/95678901234/status', { action: 'end' });
		expect(await names()).toEqual([
			'webinar.started',
			'webinar.participant_joined',
			'webinar.participant_joined',
			'webinar.participant_left',
			'webinar.participant_left',
			'webinar.ended',
		]);
	});

	it('by controls of a running meeting is told', async () => {
		await act('/meetings/8912345678/join', { name: 'Guest' });
		const [{ payload }] = await told();
		const { participant_uuid } = payload.object.participant as { participant_uuid: string };
		await live('participant.invite', { contacts: [{ email: 'hana.hayashi@example.com' }] });
		await live('participant.invite.callout', { invitee_name: 'X', phone_number: '+49 30 1234' });
		await live('participant.invite.room_system_callout', {
			call_type: 'sip',
			device_ip: '10.0.0.1',
		});
		await live('ai_companion.start', { ai_companion_mode: 'summary' });
		await live('ai_companion.stop');
		await live('participant.remove', { participant_uuid });
		const stream = { stream_url: 'rtmp://x', stream_key: 'k', page_url: 'https://x.example' };
		await done('PATCH', '/meetings/8912345678/livestream', stream);
		for (const action of ['start', 'start', 'stop', 'stop'])
			await done('PATCH', '/meetings/8912345678/livestream/status', { action });
		const news = await told();
		expect(news.map(({ event }) => event)).toEqual([
			'meeting.invitation_dispatched',
			'meeting.participant_phone_callout_ringing',
			'meeting.participant_room_system_callout_ringing',
			'meeting.ai_companion_started',
			'meeting.ai_companion_stopped',
			'meeting.participant_left',
			'meeting.live_streaming_started',
			'meeting.live_streaming_stopped',
		]);
		expect(news[5].payload.object.participant).toMatchObject({
			leave_reason: 'Removed by host.',
			participant_uuid,
		});
	});

	it('of a recording is told from its start to its end, with a token that opens its files', async () => {
		const { uuid } = emulator.store.meetings.get(8_912_345_678)!;
		for (const action of ['pause', 'start', 'pause', 'pause', 'resume', 'stop', 'start'])
			await live(`recording.${action}`);
		clock.advance(5 * minute);
		await done('PUT', '/meetings/8912345678/status', { action: 'end' });
		const news = await told();
		expect(news.map(({ event }) => event)).toEqual([
			'recording.started',
			'recording.paused',
			'recording.resumed',
			'recording.stopped',
			'recording.started',
			'meeting.participant_left',
			'recording.stopped',
			'meeting.ended',
			'recording.completed',
			'recording.transcript_completed',
		]);
		const [completed, transcribed] = news.slice(8);
		expect(completed.payload.object).toMatchObject({ uuid, id: 8_912_345_678, duration: 5 });
		const files = [completed, transcribed].flatMap(
			({ payload }) =>
				payload.object.recording_files as { file_type: string; download_url: string }[],
		);
		expect(files.map(({ file_type }) => file_type)).toEqual(['MP4', 'M4A', 'TRANSCRIPT']);
		const fetchWith = (token?: string) =>
			fetch(files[2].download_url, { headers: { authorization: `Bearer ${token}` } });
		expect(files[2].download_url).toMatch(/\/rec\/webhook_download\//);
		expect(await (await fetchWith(completed.download_token)).text()).toMatch(/^WEBVTT/);
		clock.advance(24 * 60 * minute);
		expect((await fetchWith(completed.download_token)).status).toBe(401);
	});

	it('to a recording and its files is told: trash, recovery, the end, another name', async () => {
		const { uuid, recording_files } = emulator.store.recordings.find(
			({ topic }) => topic === 'Kick-off',
		)[0];
		const recording = `/meetings/${encodeURIComponent(uuid)}/recordings`;
		const one = `${recording}/${recording_files[0].id}`;
		await done('PATCH', `${recording}/settings`, { topic: 'Renamed' });
		await done('DELETE', one);
		await done('PUT', `${one}/status`, { action: 'recover' });
		await done('DELETE', recording);
		await done('PUT', `${recording}/status`, { action: 'recover' });
		await done('DELETE', `/meetings/${encodeURIComponent(uuid)}/transcript`);
		await done('DELETE', `${one}?action=delete`);
		await done('DELETE', `${recording}?action=delete`);
		const news = await told();
		expect(
			news.map(({ event, payload, download_token }) => [
				event,
				payload.object.recording_count,
				download_token !== undefined,
			]),
		).toEqual([
			['recording.renamed', undefined, false],
			['recording.trashed', 1, true],
			['recording.recovered', 1, true],
			['recording.trashed', 9, true],
			['recording.recovered', 9, true],
			['recording.trashed', 1, true],
			['recording.deleted', 1, false],
			['recording.deleted', 8, false],
		]);
		expect(news[0].payload).toMatchObject({
			object: { topic: 'Renamed' },
			old_object: { topic: 'Kick-off' },
		});
	});

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
		const { meeting_id } = emulator.addRecording({
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
					meeting_uuid: emulator.store.pastInstances.find(({ id }) => id === 85_678_901_234)[0]
						.uuid,
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

	it('is told of what is put in beside the API too', async () => {
		await act('/seed', {
			users: [{ email: 'seeded@example.com' }],
			meetings: [{ host_id: henrikId }],
			webinars: [{ host_id: henrikId }],
			recordings: [{ host_id: henrikId }],
		});
		const news = await told();
		expect(news.map(({ event }) => event)).toEqual([
			'user.created',
			'meeting.created',
			'webinar.created',
			'recording.completed',
		]);
		expect(news[1].payload).toMatchObject({
			operator_id: henrikId,
			object: { creation_source: 'other' },
		});
	});

	it('is told to subscriptions of the users whom it concerns', async () => {
		emulator.events.unsubscribe(emulator.events.subscriptions.all[0].id);
		const app = emulator.apps.userManaged;
		emulator.authorize(app, 'hana.hayashi@example.com');
		emulator.events.subscribe({ app, url: receiver.url });
		await done('POST', `${henrik}/meetings`, { topic: "Henrik's" });
		await done('POST', '/users/hana.hayashi@example.com/meetings', { topic: "Hana's" });
		expect((await told()).map(({ payload }) => payload.object.topic)).toEqual(["Hana's"]);
	});

	it('costs and changes nothing where nobody wants to know', async () => {
		emulator.reset();
		api = apiOf(emulator);
		const without = await done('POST', `${henrik}/meetings`, { topic: 'x' });
		emulator.reset();
		emulator.events.subscribe({ app: emulator.apps.serverToServer, url: receiver.url });
		api = apiOf(emulator);
		const toldOf = await done('POST', `${henrik}/meetings`, { topic: 'x' });
		expect({ ...toldOf, start_url: '' }).toEqual({ ...without, start_url: '' });
		await told();
		emulator.reset();
		const happened = jest.fn();
		emulator.events.happened('meeting.created', henrikId, happened);
		expect(happened).not.toHaveBeenCalled();
	});

	whereDocumented('has the shape that Zoom documents for its event, and nothing else', () => {
		const ajv = new Ajv({
			strict: false,
			allErrors: true,
			formats: {
				'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
				email: true,
				int64: true,
			},
		});
		const schemas = new Map(documentedEvents().map(({ name, schema }) => [name, schema]));
		const checked = new Set<string>();
		for (const { json } of all) {
			const schema = schemas.get(json.event);
			if (!schema) continue;
			checked.add(json.event);
			const valid = ajv.compile(schema);
			valid(json);
			expect([json.event, valid.errors ?? []]).toEqual([json.event, []]);
		}
		expect([...checked].sort()).toEqual(announced);
	});
});

/** The documented events that changes set off, of which every one has to have been seen. */
const announced = [
	'meeting.ai_companion_started',
	'meeting.ai_companion_stopped',
	'meeting.created',
	'meeting.deleted',
	'meeting.ended',
	'meeting.invitation_dispatched',
	'meeting.live_streaming_started',
	'meeting.live_streaming_stopped',
	'meeting.participant_joined',
	'meeting.participant_left',
	'meeting.participant_phone_callout_ringing',
	'meeting.participant_room_system_callout_ringing',
	'meeting.recovered',
	'meeting.registration_approved',
	'meeting.registration_cancelled',
	'meeting.registration_created',
	'meeting.registration_denied',
	'meeting.started',
	'meeting.summary_completed',
	'meeting.summary_trashed',
	'meeting.updated',
	'recording.completed',
	'recording.deleted',
	'recording.paused',
	'recording.recovered',
	'recording.registration_approved',
	'recording.registration_created',
	'recording.registration_denied',
	'recording.renamed',
	'recording.resumed',
	'recording.started',
	'recording.stopped',
	'recording.transcript_completed',
	'recording.trashed',
	'user.tsp_created',
	'user.tsp_deleted',
	'user.tsp_updated',
	'webinar.created',
	'webinar.deleted',
	'webinar.ended',
	'webinar.participant_joined',
	'webinar.participant_left',
	'webinar.registration_approved',
	'webinar.registration_cancelled',
	'webinar.registration_created',
	'webinar.registration_denied',
	'webinar.started',
	'webinar.updated',
];
