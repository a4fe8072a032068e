import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';
import { clock as nodeClock } from '../../../nodes/Zoom/transport/sync/clock';
import { manualClock } from '../../emulator';
import { runNode } from '../../support/engine/engine';
import type { TestEnvironment } from '../../support/engine/testEnvironment';
import { createTestEnvironment } from '../../support/engine/testEnvironment';

/**
 * Node blocks as n8n's own Zoom node saves them, with nothing changed but the type and the credential. n8n stores no
 * defaults, so what the user left alone is not there.
 */
let environment: TestEnvironment;
beforeAll(async () => {
	environment = await createTestEnvironment({ clock: manualClock('2026-07-01T09:00:00Z') });
});
beforeEach(() => {
	environment.reset();
});
afterEach(() => {
	jest.restoreAllMocks();
});
afterAll(async () => {
	await environment.close();
});

const runBlock = (parameters: Record<string, NodeParameterValueType>, more: object = {}) =>
	runNode({
		parameters,
		credentials: environment.credentials,
		use: { zoomGeneralAppOAuth2Api: 'userManaged' },
		...more,
	});
const calls = () => environment.emulator.requests.to('* /v2/*');
const lastCall = () => calls().at(-1)!;
const meetingAnswer = { id: 81234567890, topic: 'T' };

describe('A block of the built-in node', () => {
	test('that creates a meeting sends what it said and answers what Zoom says', async () => {
		const { items } = await runBlock({
			authentication: 'oAuth2',
			topic: 'Kick-off',
			additionalFields: {
				agenda: 'All of it',
				duration: 45,
				password: 'abc',
				timeZone: 'Europe/Berlin',
				startTime: '2026-07-05T10:00:00',
				type: 2,
				settings: {
					audio: 'voip',
					alternativeHosts: 'hana.hayashi@example.com',
					autoRecording: 'cloud',
					cnMeeting: false,
					inMeeting: false,
					hostVideo: true,
					joinBeforeHost: true,
					muteUponEntry: true,
					participantVideo: true,
					registrationType: 1,
					watermark: true,
				},
			},
		});
		expect(lastCall()).toMatchObject({
			method: 'POST',
			path: '/v2/users/me/meetings',
			query: {},
			body: {
				topic: 'Kick-off',
				agenda: 'All of it',
				duration: 45,
				password: 'abc',
				timezone: 'Europe/Berlin',
				start_time: '2026-07-05T10:00:00',
				type: 2,
				settings: {
					audio: 'voip',
					alternative_hosts: 'hana.hayashi@example.com',
					auto_recording: 'cloud',
					cn_meeting: false,
					in_meeting: false,
					host_video: true,
					join_before_host: true,
					mute_upon_entry: true,
					participant_video: true,
					registration_type: 1,
					watermark: true,
				},
			},
		});
		expect(items).toEqual([expect.objectContaining({ topic: 'Kick-off', agenda: 'All of it' })]);
	});

	test("answers Zoom's JSON unchanged", async () => {
		const answer = { id: 1, nested: { zero: 0, no: false, nothing: null, empty: '' }, list: [1] };
		environment.emulator.faults.add({ match: 'GET /v2/meetings/*', status: 200, body: answer });
		const { items } = await runBlock({ operation: 'get', meetingId: '81234567890' });
		expect(items).toEqual([answer]);
	});

	test('with every field left alone still runs', async () => {
		const { items } = await runBlock({});
		expect(lastCall()).toMatchObject({ method: 'POST', path: '/v2/users/me/meetings' });
		expect(items).toHaveLength(1);
	});

	test.each(['accessToken', '', undefined])(
		'whose authentication is %j uses the General App credential',
		async (authentication) => {
			const { error } = await runBlock({
				...(authentication !== undefined && { authentication }),
				operation: 'getAll',
			});
			expect(error).toBeUndefined();
			expect(lastCall()).toMatchObject({ method: 'GET', path: '/v2/users/me/meetings' });
		},
	);

	test('that gets, updates and deletes does so', async () => {
		const { items } = await runBlock({ topic: 'Old' });
		const meetingId = String(items[0].id);
		const updated = await runBlock({
			operation: 'update',
			meetingId,
			updateFields: { topic: 'New', agenda: 'More' },
		});
		expect(updated.items).toEqual([{ success: true }]);
		expect(lastCall()).toMatchObject({
			method: 'PATCH',
			path: `/v2/meetings/${meetingId}`,
			body: { topic: 'New', agenda: 'More' },
		});
		await runBlock({
			operation: 'get',
			meetingId,
			additionalFields: { showPreviousOccurrences: true },
		});
		expect(lastCall()).toMatchObject({
			method: 'GET',
			query: { show_previous_occurrences: 'true' },
		});
		const deleted = await runBlock({
			operation: 'delete',
			meetingId,
			additionalFields: { scheduleForReminder: true },
		});
		expect(deleted.items).toEqual([{ success: true }]);
		expect(lastCall().query).toEqual({ schedule_for_reminder: 'true' });
	});
});

describe('The faults of the built-in node are not kept', () => {
	async function body(parameters: Record<string, NodeParameterValueType>): Promise<IDataObject> {
		environment.emulator.faults.add({ match: '* /v2/*', status: 201, body: meetingAnswer });
		await runBlock(parameters);
		return lastCall().body as IDataObject;
	}

	test('F1: false, 0 and empty text are sent', async () => {
		const sent = await body({
			operation: 'update',
			meetingId: '1',
			updateFields: {
				agenda: '',
				settings: { joinBeforeHost: false, muteUponEntry: false, hostVideo: true, jbhTime: 0 },
			},
		});
		expect(sent).toEqual({
			agenda: '',
			settings: { join_before_host: false, mute_upon_entry: false, host_video: true, jbh_time: 0 },
		});
	});

	const page = (answer: object, skip = 0) => {
		environment.emulator.faults.add({
			match: 'GET /v2/users/{userId}/meetings',
			status: 200,
			body: answer,
			skip,
		});
	};
	const listAll = () => runBlock({ operation: 'getAll', returnAll: true });

	test('F2: an account without meetings is one call, not a loop', async () => {
		page({ page_count: 0, page_number: 1, page_size: 300, total_records: 0, meetings: [] });
		expect((await listAll()).items).toEqual([]);
		expect(calls()).toHaveLength(1);
	});

	test('F3: the first page is fetched once', async () => {
		page({ page_count: 2, page_number: 1, meetings: [{ id: 1 }], next_page_token: 'two' });
		page({ page_count: 2, page_number: 2, meetings: [{ id: 2 }], next_page_token: '' });
		expect((await listAll()).items).toEqual([{ id: 1 }, { id: 2 }]);
		expect(calls().map(({ query }) => query.next_page_token)).toEqual([undefined, 'two']);
	});

	test('F4: an answer that counts no pages but names a next one goes on', async () => {
		page({ meetings: [{ id: 1 }], next_page_token: 'two' });
		page({ meetings: [{ id: 2 }] });
		expect((await listAll()).items).toEqual([{ id: 1 }, { id: 2 }]);
	});

	test('F5: deleting can keep the reminders from being sent', async () => {
		environment.emulator.faults.add({ match: 'DELETE /v2/*', status: 204 });
		await runBlock({
			operation: 'delete',
			meetingId: '1',
			additionalFields: { scheduleForReminder: false, cancelMeetingReminder: false },
		});
		expect(lastCall().query).toEqual({
			schedule_for_reminder: 'false',
			cancel_meeting_reminder: 'false',
		});
	});

	test.each([
		['/abc==/x', '%252Fabc%253D%253D%252Fx'],
		['ab//cd==', 'ab%252F%252Fcd%253D%253D'],
		['ab/cd==', 'ab%2Fcd%3D%3D'],
		['812 3456-7890', '81234567890'],
	])('F6: the ID %s is one segment of the path', async (meetingId, segment) => {
		await runBlock({ operation: 'get', meetingId });
		expect(lastCall().path).toBe(`/v2/meetings/${segment}`);
	});

	describe.each(['create', 'update'])('F7 and F8: on %s', (operation) => {
		const collection = operation === 'create' ? 'additionalFields' : 'updateFields';
		const timeOf = async (fields: IDataObject) => {
			const { start_time, timezone } = await body({
				operation,
				...(operation === 'update' && { meetingId: '1' }),
				[collection]: fields,
			});
			return { start_time, timezone };
		};

		test('an instant stays that instant, whatever zone is chosen', async () => {
			expect(
				await timeOf({ startTime: '2026-07-05T10:00:00+02:00', timeZone: 'Europe/Berlin' }),
			).toEqual({ start_time: '2026-07-05T08:00:00Z', timezone: 'Europe/Berlin' });
		});

		test('a wall time is read in the chosen zone', async () => {
			expect(await timeOf({ startTime: '2026-07-05T10:00:00', timeZone: 'Europe/Berlin' })).toEqual(
				{
					start_time: '2026-07-05T10:00:00',
					timezone: 'Europe/Berlin',
				},
			);
		});
	});

	test("F7: a wall time without a zone is read in the workflow's", async () => {
		environment.emulator.faults.add({ match: '* /v2/*', status: 201, body: meetingAnswer });
		await runBlock(
			{ additionalFields: { startTime: '2026-07-05T10:00:00' } },
			{ timezone: 'America/New_York' },
		);
		expect(lastCall().body).toEqual({ start_time: '2026-07-05T14:00:00Z' });
	});

	test('F7: a date from an expression is an instant', async () => {
		const sent = await body({
			additionalFields: {
				startTime: "={{ DateTime.fromISO('2026-07-05T10:00', { zone: 'Asia/Tokyo' }) }}",
			},
		});
		expect(sent).toEqual({ start_time: '2026-07-05T01:00:00Z' });
	});

	test('F9: an item that fails says why, with what Zoom said', async () => {
		const { outputs } = await runBlock(
			{ operation: 'get', meetingId: '1' },
			{ node: { continueOnFail: true } },
		);
		expect(outputs[0]).toEqual([
			{
				json: {
					error: 'Meeting not found at Zoom: 1',
					details: expect.objectContaining({ status: 404, code: 3001 }),
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test('F10: the host can be chosen', async () => {
		environment.emulator.faults.add({ match: '* /v2/*', status: 201, body: meetingAnswer });
		await runBlock({ userId: 'henrik.holm@example.com' });
		expect(lastCall().path).toBe('/v2/users/henrik.holm%40example.com/meetings');
	});

	test('F11: a recurring meeting gets its rule, and a waiting room can be had', async () => {
		const sent = await body({
			additionalFields: {
				type: 8,
				startTime: '2026-07-05T10:00:00Z',
				recurrence: { type: 1, repeatInterval: 2, endTimes: 3 },
				settings: { waitingRoom: true, approvalType: 0, usePmi: false },
			},
		});
		expect(sent).toMatchObject({
			type: 8,
			recurrence: { type: 1, repeat_interval: 2, end_times: 3 },
			settings: { waiting_room: true, approval_type: 0, use_pmi: false },
		});
	});

	test('F12: pages follow one another without a pause, and a limit is waited for', async () => {
		page({ meetings: [{ id: 1 }], next_page_token: 'two' });
		page({ meetings: [{ id: 2 }] });
		let passed = 0;
		const { now } = nodeClock;
		jest.spyOn(nodeClock, 'now').mockImplementation(() => now() + passed);
		const pause = jest.spyOn(nodeClock, 'sleep').mockImplementation(async (milliseconds) => {
			passed += milliseconds;
			await Promise.resolve();
		});
		const pauses = () => pause.mock.calls.map(([milliseconds]) => milliseconds);
		await listAll();
		// A turn is a matter of milliseconds.
		expect(Math.max(...pauses(), 0)).toBeLessThan(200);

		environment.emulator.faults.add({
			match: 'GET /v2/users/{userId}/meetings',
			limit: 'perSecond',
			retryAfter: '2',
		});
		expect((await listAll()).error).toBeUndefined();
		expect(pauses()).toContain(2000);
	});
});
