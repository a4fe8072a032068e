import { manualClock } from '../../emulator';
import type { TestEnvironment, Kind } from '../../support/engine/testEnvironment';
import { byId, createTestEnvironment, kinds } from '../../support/engine/testEnvironment';

const henrik = 'henrik.holm@example.com';

let environment: TestEnvironment;
beforeAll(async () => {
	environment = await createTestEnvironment({ clock: manualClock('2026-07-01T09:00:00Z') });
});
beforeEach(() => {
	environment.reset();
});
afterAll(async () => {
	await environment.close();
});

const calls = () => environment.emulator.requests.to('* /v2/*');
const lastCall = () => calls().at(-1)!;
const host = (kind: Kind) => ({ userId: byId(kind === 'serverToServer' ? henrik : 'me') });

async function createdMeeting(kind: Kind, parameters = {}) {
	const { items, error } = await environment.run(kind, 'meeting.create', {
		...host(kind),
		...parameters,
	});
	expect(error).toBeUndefined();
	return items[0];
}

test.each<[Kind, string, object, string[]]>([
	['serverToServer', 'create', {}, ['olivia.ortiz@example.com']],
	['serverToServer', 'getAll', {}, ['the owner of the Zoom app']],
	['serverToServer', 'create', host('serverToServer'), []],
	['userManaged', 'create', {}, []],
])(
	'Whom "me" stands for with a %s connection is said after %s %j',
	async (kind, name, more, said) => {
		const parameters = { userId: byId('me'), topic: 'Review', ...more };
		const { run, error } = await environment.run(kind, `meeting.${name}`, parameters);
		expect(error).toBeUndefined();
		const hints = run.data.resultData.runData.Zoom[0].hints ?? [];
		expect(hints.map(({ message }) => message)).toEqual(
			said.map((text) => expect.stringContaining(text)),
		);
	},
);

describe.each(kinds)('A %s connection', (kind) => {
	test('makes, reads, changes, lists and deletes a meeting', async () => {
		const created = await createdMeeting(kind, {
			topic: 'Review',
			additionalFields: {
				agenda: 'Numbers',
				duration: 30,
				password: 'abc123',
				startTime: '2026-07-05T10:00:00',
				timeZone: 'Europe/Berlin',
				trackingFields: { trackingField: [{ field: 'Cost center', value: 'Blue' }] },
				settings: {
					alternativeHosts: 'hana.hayashi@example.com',
					joinBeforeHost: true,
					jbhTime: 5,
					muteUponEntry: true,
				},
			},
		});
		expect(created).toMatchObject({
			topic: 'Review',
			start_time: '2026-07-05T08:00:00Z',
			timezone: 'Europe/Berlin',
			duration: 30,
			settings: { join_before_host: true, jbh_time: 5, mute_upon_entry: true },
		});

		const meetingId = byId(created.id);
		await environment.run(kind, 'meeting.update', {
			meetingId,
			updateFields: { topic: 'Retrospective', settings: { muteUponEntry: false } },
		});
		const read = await environment.run(kind, 'meeting.get', { meetingId });
		expect(read.items).toEqual([
			expect.objectContaining({
				topic: 'Retrospective',
				agenda: 'Numbers',
				settings: expect.objectContaining({ mute_upon_entry: false, join_before_host: true }),
			}),
		]);

		const listed = await environment.run(kind, 'meeting.getAll', {
			...host(kind),
			returnAll: true,
		});
		expect(listed.items.map(({ id }) => id)).toContain(created.id);

		const deleted = await environment.run(kind, 'meeting.delete', { meetingId });
		expect(deleted.items).toEqual([{ success: true }]);
		const gone = await environment.run(kind, 'meeting.get', { meetingId });
		expect(gone.error?.message).toBe(`Meeting not found at Zoom: ${String(created.id)}`);
	});
});

test('A meeting is recovered from the trash, started, ended and invited to', async () => {
	const { id } = await createdMeeting('serverToServer', { topic: 'Phoenix' });
	const meetingId = byId(id);
	await environment.run('serverToServer', 'meeting.delete', { meetingId });
	const recovered = await environment.run('serverToServer', 'meeting.recover', { meetingId });
	expect(recovered.items).toEqual([{ success: true }]);
	expect(lastCall()).toMatchObject({ method: 'PUT', body: { action: 'recover' } });

	const invitation = await environment.run('serverToServer', 'meeting.getInvitation', {
		meetingId,
	});
	expect(invitation.items[0].invitation).toContain('Phoenix');

	environment.emulator.store.meetings.update(String(id), { status: 'started' });
	const ended = await environment.run('serverToServer', 'meeting.end', { meetingId });
	expect(ended.items).toEqual([{ success: true }]);
	expect(lastCall()).toMatchObject({ method: 'PUT', body: { action: 'end' } });
});

describe('A recurring meeting', () => {
	const weekly = {
		type: 8,
		startTime: '2026-07-06T09:00:00',
		timeZone: 'Europe/Berlin',
		recurrence: { type: 2, repeatInterval: 1, weeklyDays: ['2', '4'], endTimes: 4 },
	};

	test('has the occurrences its rule says', async () => {
		const { occurrences } = await createdMeeting('serverToServer', { additionalFields: weekly });
		expect((occurrences as { start_time: string }[]).map((entry) => entry.start_time)).toEqual([
			'2026-07-06T07:00:00Z',
			'2026-07-08T07:00:00Z',
			'2026-07-13T07:00:00Z',
			'2026-07-15T07:00:00Z',
		]);
		expect(lastCall().body).toMatchObject({
			recurrence: { type: 2, repeat_interval: 1, weekly_days: '2,4', end_times: 4 },
		});
	});

	test('needs no type beside its recurrence', async () => {
		const { type: _, ...untyped } = weekly;
		const { type, occurrences } = await createdMeeting('serverToServer', {
			additionalFields: untyped,
		});
		expect(lastCall().body).toMatchObject({ type: 8 });
		expect(type).toBe(8);
		expect(occurrences).toHaveLength(4);
	});

	test.each([
		['2026-07-20', 'a day'],
		['2026-07-20T00:00:00', 'midnight, as the date picker gives a day'],
		['={{ DateTime.fromISO("2026-07-20") }}', 'a day by expression, of which n8n makes text'],
	])('takes place on its last day, too, in its own zone: %s (%s)', async (endDateTime) => {
		const { endTimes: _, ...rule } = weekly.recurrence;
		const { occurrences } = await createdMeeting('serverToServer', {
			additionalFields: { ...weekly, recurrence: { ...rule, weeklyDays: ['2'], endDateTime } },
		});
		expect((occurrences as { start_time: string }[]).map((entry) => entry.start_time)).toEqual([
			'2026-07-06T07:00:00Z',
			'2026-07-13T07:00:00Z',
			'2026-07-20T07:00:00Z',
		]);
		expect(lastCall().body).toMatchObject({
			recurrence: { end_date_time: '2026-07-20T21:59:59Z' },
		});
	});

	test('loses and changes one occurrence at a time', async () => {
		const { id, occurrences } = await createdMeeting('serverToServer', {
			additionalFields: weekly,
		});
		const [first, second] = occurrences as { occurrence_id: string }[];
		const meetingId = byId(id);
		await environment.run('serverToServer', 'meeting.delete', {
			meetingId,
			additionalFields: { occurrenceId: first.occurrence_id },
		});
		await environment.run('serverToServer', 'meeting.update', {
			meetingId,
			updateFields: { occurrenceId: second.occurrence_id, duration: 15 },
		});
		const { items } = await environment.run('serverToServer', 'meeting.get', {
			meetingId,
			additionalFields: { showPreviousOccurrences: true },
		});
		expect(items[0].occurrences).toEqual([
			expect.objectContaining({ occurrence_id: first.occurrence_id, status: 'deleted' }),
			expect.objectContaining({ occurrence_id: second.occurrence_id, duration: 15 }),
			expect.objectContaining({ status: 'available' }),
			expect.objectContaining({ status: 'available' }),
		]);
	});

	test.each([
		[{ recurrence: { repeatInterval: 2 }, type: 8 }, 'Recurrence > Repeat: is required'],
		[{ type: 8 }, 'Recurrence: is required if Type is Recurring with Fixed Time'],
		[
			{ recurrence: weekly.recurrence, type: 2 },
			'Type: must be Recurring with Fixed Time if Recurrence is set',
		],
		[
			{ type: 8, recurrence: { type: 2 } },
			'Recurrence > Weekdays: is required if Repeat is Weekly',
		],
		[
			{ type: 8, recurrence: { type: 3, repeatInterval: 11, monthlyDay: 1 } },
			'Recurrence > Every: must be at most 10 for this Repeat',
		],
	])('%j is refused before anything is sent', async (additionalFields, message) => {
		const { error } = await environment.run('serverToServer', 'meeting.create', {
			...host('serverToServer'),
			additionalFields,
		});
		expect(error?.message).toBe(message);
		expect(calls()).toHaveLength(0);
	});
});

describe('A list', () => {
	function addMeetings(count: number): void {
		const [owner] = environment.emulator.store.users.find(({ email }) => email === henrik);
		for (let index = 0; index < count; index++) {
			environment.emulator.addMeeting({ host_id: owner.id, topic: `Meeting ${index}` });
		}
	}
	const list = (parameters: Record<string, never> | object) =>
		environment.run('serverToServer', 'meeting.getAll', {
			...host('serverToServer'),
			...parameters,
		});

	test('is followed to its end, each entry once', async () => {
		addMeetings(650);
		const { items } = await list({ returnAll: true });
		const ids = items.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.length).toBe(
			environment.emulator.store.meetings.find(({ host_id }) => host_id.startsWith('Henrik'))
				.length,
		);
		expect(calls().map(({ query }) => query.page_size)).toEqual(['300', '300', '300']);
	});

	test('stops at its limit', async () => {
		addMeetings(350);
		expect((await list({ limit: 2 })).items).toHaveLength(2);
		expect(lastCall().query.page_size).toBe('2');
		expect((await list({ limit: 320 })).items).toHaveLength(320);
		expect((await list({})).items).toHaveLength(50);
	});

	test('can be empty', async () => {
		const { outputs, error } = await environment.run('serverToServer', 'meeting.getAll', {
			userId: byId('hana.hayashi@example.com'),
			returnAll: true,
			filters: { type: 'live' },
		});
		expect(error).toBeUndefined();
		expect(outputs).toEqual([[]]);
		expect(calls()).toHaveLength(1);
	});

	test.each([[['again', 'again']], [['one', 'other', 'one']]])(
		'that Zoom answers in circles (%j) is an error, not a loop',
		async (tokens) => {
			for (const next_page_token of tokens) {
				environment.emulator.faults.add({
					match: 'GET /v2/users/{userId}/meetings',
					status: 200,
					body: { meetings: [{ id: 1 }], next_page_token },
				});
			}
			const { error } = await list({ returnAll: true });
			expect(error?.message).toBe('Zoom returned the same page of the list twice.');
			expect(calls()).toHaveLength(tokens.length);
		},
	);

	test('that is missing from the answer is an error, not an empty list', async () => {
		environment.emulator.faults.add({
			match: 'GET /v2/users/{userId}/meetings',
			status: 200,
			body: { page_size: 30 },
		});
		expect((await list({ returnAll: true })).error?.message).toBe(
			"Zoom's response has no list of meetings.",
		);
	});

	test('is filtered by what the user set', async () => {
		await list({
			filters: { type: 'upcoming', from: '2026-07-01T00:00:00', to: '2026-07-31', timeZone: 'UTC' },
		});
		expect(lastCall().query).toEqual({
			page_size: '50',
			type: 'upcoming',
			from: '2026-07-01',
			to: '2026-07-31',
			timezone: 'UTC',
		});
	});

	test('of what is next has a limit of our own, since Zoom does not page it', async () => {
		await createdMeeting('serverToServer', {
			additionalFields: { startTime: '2026-07-01T12:00:00Z' },
		});
		await createdMeeting('serverToServer', {
			additionalFields: { startTime: '2026-07-01T13:00:00Z' },
		});
		const upcoming = (parameters: object) =>
			environment.run('serverToServer', 'meeting.getUpcoming', {
				...host('serverToServer'),
				...parameters,
			});
		expect((await upcoming({ limit: 1 })).items).toHaveLength(1);
		expect((await upcoming({ returnAll: true })).items.length).toBeGreaterThanOrEqual(2);
		expect(lastCall().query).toEqual({});
	});
});

describe('Input items', () => {
	const topics = ['One', 'Two', 'Three'].map((topic) => ({ topic }));

	test('each make their own call, in order, and keep their place', async () => {
		const { items, outputs } = await environment.run(
			'serverToServer',
			'meeting.create',
			{
				...host('serverToServer'),
				topic: '={{ $json.topic }}',
				additionalFields: { agenda: '={{ $json.topic + "!" }}' },
			},
			{ items: topics },
		);
		expect(items.map(({ topic, agenda }) => [topic, agenda])).toEqual([
			['One', 'One!'],
			['Two', 'Two!'],
			['Three', 'Three!'],
		]);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	const withOneBad = [{ id: 'not an ID' }, { id: '1' }];

	test('that fail end the run and say which item it was', async () => {
		const { error } = await environment.run(
			'serverToServer',
			'meeting.get',
			{ meetingId: byId('={{ $json.id }}') },
			{ items: withOneBad },
		);
		expect(error?.message).toMatch(/^Meeting: must be a meeting ID/);
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(calls()).toHaveLength(0);
	});

	test("whose expression fails keep n8n's own explanation of it", async () => {
		const { error } = await environment.run(
			'serverToServer',
			'meeting.get',
			{ meetingId: byId(`={{ $json.id || $('Nowhere').first().json.id }}`) },
			{ items: [{ id: 81234567890 }, {}] },
		);
		expect(error).toMatchObject({
			name: 'ExpressionError',
			message: "Referenced node doesn't exist",
			context: { nodeCause: 'Nowhere', parameter: 'meetingId', itemIndex: 1 },
		});
		expect(calls()).toHaveLength(1);
	});

	test('that fail go on as items with details when the workflow wants that', async () => {
		const { id } = await createdMeeting('serverToServer', { topic: 'Found' });
		const { outputs, error } = await environment.run(
			'serverToServer',
			'meeting.get',
			{ meetingId: byId('={{ $json.id }}') },
			{
				items: [...withOneBad, { id }],
				node: { onError: 'continueRegularOutput' },
			},
		);
		expect(error).toBeUndefined();
		expect(
			outputs[0].map(({ json, pairedItem }) => [json.error ?? json.topic, pairedItem]),
		).toEqual([
			[expect.stringMatching(/^Meeting: must be a meeting ID/), { item: 0 }],
			['Meeting not found at Zoom: 1', { item: 1 }],
			['Found', { item: 2 }],
		]);
		expect(outputs[0][1].json.details).toEqual({
			status: 404,
			code: 3001,
			hint: expect.stringContaining('Check the meeting ID'),
			trackingId: expect.stringMatching(/^v=2\.0;clid=/),
		});
	});

	test('that fail go to the error output with their input when there is one', async () => {
		const { id } = await createdMeeting('serverToServer', { topic: 'Found' });
		const { outputs } = await environment.run(
			'serverToServer',
			'meeting.get',
			{ meetingId: byId('={{ $json.id }}') },
			{ items: [{ id: '1', row: 7 }, { id }], node: { onError: 'continueErrorOutput' } },
		);
		const [regular, failed] = outputs;
		expect(regular.map(({ json }) => json.topic)).toEqual(['Found']);
		expect(failed).toHaveLength(1);
		expect(failed[0].json).toMatchObject({
			id: '1',
			row: 7,
			error: 'Meeting not found at Zoom: 1',
			details: { status: 404, code: 3001 },
		});
	});

	test('can be none at all', async () => {
		const { outputs } = await environment.run(
			'serverToServer',
			'meeting.create',
			host('serverToServer'),
			{
				items: [],
			},
		);
		expect(outputs.flat()).toEqual([]);
		expect(calls()).toHaveLength(0);
	});
});

describe('Wrong input is one sentence, and nothing is sent', () => {
	const create = (additionalFields: object) => ['meeting.create', { additionalFields }] as const;
	test.each([
		[
			...create({ duration: '={{ 0 }}' }),
			'Duration (Minutes): must be a whole number from 1 to 1440',
		],
		[
			...create({ settings: { audio: 'smoke signals' } }),
			'Settings > Audio: must be one of both, telephony, thirdParty, voip',
		],
		[
			...create({ timeZone: 'Mars/Olympus' }),
			'Timezone Name or ID: must be a time zone name such as Europe/Berlin, America/New_York or UTC',
		],
		[
			...create({ startTime: 'next Tuesday' }),
			'Start Time: must be a date and time such as 2026-07-05T10:00:00, with Z or an offset (+02:00) for an exact moment',
		],
		[
			'meeting.get',
			{ meetingId: byId('call me') },
			'Meeting: must be a meeting ID (digits; spaces and dashes are allowed), a meeting UUID or a Zoom meeting link',
		],
		['user.get', { userId: byId('..') }, 'User: must not be . or ..'],
		[
			'user.get',
			{ userId: byId('Henrik Holm') },
			'User: must be `me`, an email address or a Zoom user ID',
		],
		[
			'meeting.update',
			{ meetingId: byId(1), updateFields: {} },
			'Update Fields: must have at least one field to change',
		],
		[
			'meeting.getAll',
			{ options: { retryStatusCodeList: '429,teapot' } },
			'Retry Status Codes: must be status codes from 400 to 599 and ranges of them, such as 429,500-599',
		],
		['meeting.getAll', { limit: 0 }, 'Limit: must be a whole number of at least 1'],
		[
			'meeting.__CUSTOM_API_CALL__',
			{},
			"Operation: for a Custom API Call, use n8n's HTTP Request node with the credential of this node",
		],
		['meeting.juggle', {}, 'Operation: must be one from the list of Meeting, not "juggle"'],
		['chat.getAll', {}, 'Resource: must be one from the list, not "chat"'],
	])('%s %j', async (operation, parameters, message) => {
		const { error } = await environment.run('userManaged', operation, parameters as never);
		expect(error?.message).toBe(message);
		expect(calls()).toHaveLength(0);
	});

	test('a Server-to-Server app is told whom to act for', async () => {
		await expect(
			environment.run('serverToServer', 'meeting.create', { topic: 'Whose?' }),
		).rejects.toThrow('Parameter "Host" is required.');
		const { error } = await environment.run('serverToServer', 'meeting.create', {
			userId: byId('={{ $json.nobody }}'),
		});
		expect(error?.message).toMatch(/^Host: is required/);
		expect(calls()).toHaveLength(0);
	});
});
