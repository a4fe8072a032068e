import type { Audience } from '../audience';
import { gatherAudience } from '../audience';

const henrik = '/users/henrik.holm@example.com';
const henrikId = 'HenrikHolm-Host_000000';
const start = '2026-07-15T09:00:00Z';
const minute = 60_000;

describe('events of meetings and webinars', () => {
	let audience: Audience;

	beforeAll(async () => {
		audience = await gatherAudience();
	});
	beforeEach(() => audience.reset());
	afterAll(() => audience.close());

	const done: Audience['done'] = (...args) => audience.done(...args);
	const act: Audience['act'] = (...args) => audience.act(...args);
	const told: Audience['told'] = (...args) => audience.told(...args);
	const names = async () => (await told()).map(({ event }) => event);
	const live = (method: string, params?: object) =>
		done('PATCH', '/live_meetings/8912345678/events', { method, params });

	it('is told once, with account, time and who did it', async () => {
		const meeting = await done('POST', `${henrik}/meetings`, {
			topic: 'Told of',
			agenda: 'Not told when made',
			start_time: '2026-07-20T10:00:00Z',
			settings: { meeting_invitees: [{ email: 'a@example.com' }], focus_mode: true },
			tracking_fields: [{ field: 'Cost center', value: 'v' }],
		});
		expect(await told()).toEqual([
			{
				event: 'meeting.created',
				event_ts: audience.clock.now(),
				payload: {
					account_id: audience.emulator.account.id,
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
						tracking_fields: [{ field: 'Cost center', value: 'v' }],
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
		expect(meeting.payload).toMatchObject({ scope: 'single', time_stamp: audience.clock.now() });
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
		const uuid = audience.emulator.store.meetings.get(81_234_567_890)?.uuid;
		await act('/meetings/81234567890/join', {
			name: 'Hana Hayashi',
			email: 'hana.hayashi@example.com',
		});
		await act('/meetings/81234567890/join', { name: 'Guest', email: 'guest@elsewhere.example' });
		audience.clock.advance(10 * minute);
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
});
