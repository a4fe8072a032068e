import type { IDataObject } from 'n8n-workflow';
import type { CredentialStore } from '../support/engine/credentialStore';
import { takeTime } from '../support/time/fakeTime';
import type { SubscriptionApiStub } from '../support/trigger/subscriptionApiStub';
import { createSubscriptionApiStub } from '../support/trigger/subscriptionApiStub';
import { credentialsFor } from '../support/trigger/triggerCredentials';
import type { Run } from '../support/trigger/triggerEngine';
import { install, seen, triggerResult } from '../support/trigger/triggerEngine';
import { takeWebSocket, until } from '../support/trigger/webSocketGlobal';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let zoom: SubscriptionApiStub;
let storage: SubscriptionApiStub;
let credentials: CredentialStore;
beforeAll(async () => {
	[zoom, storage] = await Promise.all([createSubscriptionApiStub(), createSubscriptionApiStub()]);
});
beforeEach(() => {
	Object.assign(seen, { keys: [], failures: 0 });
	credentials = credentialsFor(zoom.url);
	for (const { state } of [zoom, storage])
		Object.assign(state, { requests: [], next: [], files: {} });
});
afterEach(() => {
	jest.restoreAllMocks();
});
afterAll(async () => {
	await Promise.all([zoom.close(), storage.close()]);
});

const trigger = (more: object = {}) => install(credentials, 'user', { events: ['*'], ...more });

let count = 0;
const started = (object: IDataObject = {}) => ({
	event: 'meeting.started',
	event_ts: 1626230691572 + ++count,
	payload: { account_id: 'A', object: { id: 81234567890, ...object } },
});

const run = async (it: ReturnType<typeof trigger>, items: IDataObject[], more?: Run) =>
	triggerResult(await it.execute(items, more));
const jsonOf = async (...call: Parameters<typeof run>) =>
	(await run(...call)).items.map(({ json }) => json);

describe('At the head of an execution', () => {
	test('the event is one item, as Zoom sent it', async () => {
		const body = started();
		expect((await run(trigger(), [body])).items).toEqual([{ json: body, pairedItem: { item: 0 } }]);
	});

	test('the event is one item, simple when that is wanted', async () => {
		const it = trigger({ options: { output: 'simplified' } });
		expect(await jsonOf(it, [started()])).toEqual([
			{
				event: 'meeting.started',
				eventTime: expect.stringMatching(/^2021-07-14T02:44:51/),
				accountId: 'A',
				id: '81234567890',
			},
		]);
	});

	test('what is no event is left as it is', async () => {
		expect(await jsonOf(trigger(), [{}, { a: 1 }])).toEqual([{}, { a: 1 }]);
		expect(
			await jsonOf(trigger({ delivery: 'webSocket', socketUrl: 'x' }), [{}], { mode: 'trigger' }),
		).toEqual([{}]);
	});

	test('wrong settings end it in a sentence', async () => {
		const { error } = await run(trigger({ events: [] }), [started()]);
		expect(error?.message).toBe('Events: must have at least one event');
	});
});

describe('An event that started another execution before', () => {
	test('ends this one, whichever process had the other', async () => {
		const it = trigger();
		const body = started();
		expect(await jsonOf(it, [body], { executionId: '1' })).toEqual([body]);
		expect(await jsonOf(it, [{ ...body, download_token: 'x' }], { executionId: '2' })).toEqual([]);
	});

	test('is found among many that come at the same moment', async () => {
		const it = trigger();
		const bodies = Array.from({ length: 10 }, () => started());
		const twice = [...bodies, ...bodies].map((body, index) =>
			jsonOf(it, [body], { executionId: `${index}` }),
		);
		expect((await Promise.all(twice)).flat()).toEqual(bodies);
		expect(seen.keys).toHaveLength(30);
	});

	test('is found among the last 1,000', async () => {
		const it = trigger();
		const bodies = Array.from({ length: 1001 }, () => started());
		for (const body of bodies) await jsonOf(it, [body], { executionId: 'first' });
		expect(await jsonOf(it, [bodies[1]], { executionId: 'second' })).toEqual([]);
		expect(await jsonOf(it, [bodies[0]], { executionId: 'second' })).toEqual([bodies[0]]);
	});

	test('is no other than this one, tried again', async () => {
		const it = trigger();
		const body = started();
		expect(await jsonOf(it, [body], { executionId: '1' })).toEqual([body]);
		expect(await jsonOf(it, [body], { executionId: '1' })).toEqual([body]);
		expect(await jsonOf(it, [body], { executionId: '2', mode: 'retry' })).toEqual([body]);
		expect(await jsonOf(it, [body], { executionId: '3' })).toEqual([]);
	});

	test('counts in a test, where duplicates are wanted, and by WebSocket', async () => {
		const body = started();
		await run(trigger(), [body], { mode: 'manual' });
		await run(trigger({ options: { removeDuplicates: false } }), [body]);
		await run(trigger({ delivery: 'webSocket', socketUrl: 'x' }), [body], { mode: 'trigger' });
		expect(seen.keys).toEqual([]);
	});

	test('is asked for again when the question fails', async () => {
		const it = trigger();
		const body = started();
		seen.failures = 1;
		expect(await jsonOf(it, [body], { executionId: '1' })).toEqual([body]);
		expect(await jsonOf(it, [body], { executionId: '2' })).toEqual([]);
	});

	test('is handed on rather than lost when there is no answer', async () => {
		seen.failures = 2;
		const body = started();
		expect(await jsonOf(trigger(), [body])).toEqual([body]);
	});
});

describe('The files of a recording', () => {
	const file = (name: string, more: IDataObject = {}) => ({
		id: name,
		file_type: 'MP4',
		file_extension: 'MP4',
		recording_type: 'gallery_view',
		recording_start: '2026-07-05T10:00:00Z',
		status: 'completed',
		download_url: `${zoom.url}/files/${name}`,
		...more,
	});
	const recorded = (object: IDataObject, more: object = {}) => ({
		event: 'recording.completed',
		event_ts: 1626230691572 + ++count,
		download_token: 'deliverys_token',
		payload: { account_id: 'A', object: { id: 81234567890, topic: 'Weekly review', ...object } },
		...more,
	});
	const offer = (...names: string[]) => {
		for (const name of names) {
			zoom.state.files[`/files/${name}`] = { content: Buffer.from(`\0content of ${name}`) };
		}
	};
	const downloading = (more: object = {}) =>
		trigger({ options: { downloadRecordings: true, ...more } });
	const contentOf = (binary: object | undefined) =>
		Object.entries(
			(binary ?? {}) as Record<string, { data: string; fileName: string; mimeType: string }>,
		).map(([field, { data, fileName, mimeType }]) => [
			field,
			// A file of sound or pictures begins with what is no text.
			Buffer.from(data, 'base64').toString().replace(/^\0/, ''),
			fileName,
			mimeType,
		]);

	test('are items of their own, with the rest of the event and without the token', async () => {
		offer('one', 'voice');
		zoom.state.files['/files/two'] = { content: Buffer.from('WEBVTT of two') };
		const voice = file('voice', { file_type: 'M4A', file_extension: 'M4A', file_name: 'Jane' });
		const body = recorded({
			recording_files: [
				file('one'),
				file('two', {
					recording_type: 'audio_transcript',
					file_type: 'TRANSCRIPT',
					file_extension: undefined,
				}),
			],
			participant_audio_files: [voice],
		});
		const { items } = await run(downloading(), [body]);
		const { download_token: _, ...rest } = body;
		expect(items.map(({ json }) => json)).toEqual(
			[
				{ recording_files: [file('one')], participant_audio_files: [] },
				{ recording_files: [expect.objectContaining({ id: 'two' })], participant_audio_files: [] },
				{ recording_files: [], participant_audio_files: [voice] },
			].map((lists) => ({
				...rest,
				payload: { ...rest.payload, object: { ...rest.payload.object, ...lists } },
			})),
		);
		expect(items.map(({ binary }) => contentOf(binary))).toEqual([
			[
				[
					'data',
					'content of one',
					'Weekly review 2026-07-05 10-00-00 gallery_view.mp4',
					'video/mp4',
				],
			],
			[
				[
					'data',
					'WEBVTT of two',
					'Weekly review 2026-07-05 10-00-00 audio_transcript.vtt',
					'text/vtt',
				],
			],
			[['data', 'content of voice', 'Weekly review 2026-07-05 10-00-00 Jane.m4a', 'audio/mp4']],
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(Array(3).fill({ item: 0 }));
	});

	test('are opened with the token of the delivery, which goes no further than Zoom', async () => {
		offer('one');
		zoom.state.files['/files/one'].redirect = `${storage.url}/files/stored`;
		storage.state.files['/files/stored'] = { content: Buffer.from('\0stored') };
		const { items } = await run(downloading(), [recorded({ recording_files: [file('one')] })]);
		expect(contentOf(items[0].binary)).toEqual([
			['data', 'stored', expect.anything(), 'video/mp4'],
		]);
		expect(zoom.state.requests.map(({ authorization }) => authorization)).toEqual([
			'Bearer deliverys_token',
		]);
		expect(storage.state.requests.map(({ authorization }) => authorization)).toEqual(['']);
	});

	test("are opened with the connection's where the delivery has none", async () => {
		offer('one');
		const body = recorded({ archive_files: [file('one')] }, { download_token: undefined });
		expect((await run(downloading(), [body])).items).toHaveLength(1);
		expect(zoom.state.requests.at(-1)?.authorization).toBe('Bearer users_token');
	});

	test('can be of a simple item', async () => {
		offer('one');
		const it = downloading({ output: 'simplified' });
		expect(await jsonOf(it, [recorded({ recording_files: [file('one')] })])).toEqual([
			expect.objectContaining({
				event: 'recording.completed',
				id: '81234567890',
				recording_files: [expect.objectContaining({ id: 'one' })],
			}),
		]);
	});

	test('that are not ready are told of and left out', async () => {
		offer('one');
		const files = [
			file('one'),
			file('two', { status: 'processing' }),
			file('three', { download_url: undefined }),
		];
		const { items, hints } = await run(downloading(), [recorded({ recording_files: files })]);
		expect(items).toHaveLength(1);
		expect(hints).toEqual([
			{ message: '2 of 3 files of the recording cannot be downloaded yet.', type: 'warning' },
		]);
	});

	test('are not there in other events, which are handed on whole', async () => {
		const bodies = [started(), recorded({}), recorded({ recording_files: [] })];
		expect(await jsonOf(downloading(), bodies)).toEqual(bodies);
	});

	test.each([
		'recording.deleted',
		'recording.trashed.',
		'recording.batch_trashed',
		'session.recording_deleted',
	])('are gone with %s, which is handed on whole', async (event) => {
		const body = recorded({ recording_files: [file('one')] }, { event });
		const { items, hints } = await run(downloading(), [body]);
		expect(items).toEqual([{ json: body, pairedItem: { item: 0 } }]);
		expect(hints).toEqual([]);
		expect(zoom.state.requests).toEqual([]);
	});

	test.each<[string, IDataObject, string[], string[]]>([
		[
			'phone.recording_completed',
			{
				recordings: [
					{ id: 'one', date_time: '2026-07-05T10:00:00Z', download_url: '/files/one' },
					{ id: 'two', date_time: '2026-07-05T10:00:00Z', download_url: '/files/two' },
				],
			},
			['one', 'two'],
			[
				'phone recording_completed 2026-07-05 10-00-00 one',
				'phone recording_completed 2026-07-05 10-00-00 two',
			],
		],
		[
			'phone.recording_transcript_completed',
			{ recordings: [{ id: 'one', transcript_download_url: '/files/one' }] },
			['one'],
			['phone recording_transcript_completed one transcript'],
		],
		[
			'phone.voicemail_received',
			{ id: 'one', date_time: '2026-07-05T10:00:00Z', download_url: '/files/one' },
			['one'],
			['phone voicemail_received 2026-07-05 10-00-00 one'],
		],
		[
			'phone.sms_received',
			{
				message: 'Hello',
				attachments: [
					{ name: 'image.jpg', type: 'jpg', download_url: '/files/one' },
					{ name: 'image.jpg', type: 'jpg', download_url: '/files/two' },
				],
			},
			['one', 'two'],
			['image.jpg', 'image (2).jpg'],
		],
		[
			'meeting.chat_message_file_sent',
			{ chat_message_file: { file_name: 'plan.pdf', download_url: '/files/one' } },
			['one'],
			['plan.pdf'],
		],
		[
			'session.recording_completed',
			{
				participant_video_files: [
					{ id: 'one', file_name: 'Jane', file_extension: 'MP4', download_url: '/files/one' },
				],
			},
			['one'],
			['Jane.mp4'],
		],
	])('of %s are items of their own, too', async (event, object, names, fileNames) => {
		offer('one', 'two');
		const text = JSON.stringify(object).replaceAll('/files/', `${zoom.url}/files/`);
		const given = JSON.parse(text) as IDataObject;
		const body = { event, event_ts: 1626230691572 + ++count, payload: { object: given } };
		const { items, error } = await run(downloading(), [body]);
		expect(error).toBeUndefined();
		expect(items.flatMap(({ binary }) => contentOf(binary)).map(([, content]) => content)).toEqual(
			names.map((name) => `content of ${name}`),
		);
		expect(items.flatMap(({ binary }) => contentOf(binary)).map(([, , name]) => name)).toEqual(
			fileNames,
		);
		for (const [index, { json }] of items.entries()) {
			const said = JSON.stringify(json);
			expect(said).toContain(`/files/${names[index]}`);
			expect(said.match(/\/files\//g)).toHaveLength(1);
		}
	});

	test.each(['phone.recording_completed', 'phone.voicemail_received'])(
		'of %s are sound, or an error in whatever language',
		async (event) => {
			zoom.state.files['/files/one'] = { content: Buffer.from('Zugriff verweigert') };
			const object = { id: 'one', download_url: `${zoom.url}/files/one` };
			const { items, error } = await run(downloading(), [{ ...started(object), event }]);
			expect(error?.message).toBe('Zoom returned an error instead of the file: Zugriff verweigert');
			expect(items).toEqual([]);
		},
	);

	test('of other hosts are named in a hint, and the event is handed on', async () => {
		const attachments = [{ name: 'a.jpg', download_url: 'https://example.com/a.jpg' }];
		const body = { ...started({ attachments }), event: 'phone.sms_received' };
		const { items, hints } = await run(downloading(), [body]);
		expect(items.map(({ json }) => json)).toEqual([body]);
		expect(hints).toEqual([
			{
				message:
					"1 of 1 files of phone.sms_received are not on one of Zoom's domains, so the node did not download them.",
				type: 'warning',
			},
		]);
	});

	test('are not fetched from anywhere but Zoom', async () => {
		const stolen = file('one', { download_url: `${storage.url}/files/one` });
		const { error } = await run(downloading(), [recorded({ recording_files: [stolen] })]);
		expect(error?.message).toMatch(/^The file is not on one of Zoom's domains/);
		expect(storage.state.requests).toEqual([]);
	});

	test('that are gone end the execution in a sentence, without the token', async () => {
		const result = await run(downloading(), [recorded({ recording_files: [file('none')] })]);
		expect(result.error?.message).toMatch(/recording does not exist/i);
		expect(JSON.stringify(result.error)).not.toContain('deliverys_token');
	});

	test('that fail are error items beside the others where the workflow is to go on', async () => {
		offer('one');
		const node = { onError: 'continueRegularOutput' as const };
		const body = recorded({ recording_files: [file('none'), file('one')] });
		const { items } = await run(downloading(), [body], { node });
		expect(items[0].json).toEqual({
			error: expect.stringMatching(/recording does not exist/i),
			details: expect.objectContaining({ event: 'recording.completed', fileId: 'none' }),
		});
		expect(contentOf(items[1].binary)[0][1]).toBe('content of one');
	});

	test('that fail once are there when n8n tries the node again', async () => {
		offer('one');
		zoom.state.next = [
			{
				match: 'GET /files/one',
				answer: { status: 404, body: { code: 3301, message: 'Not yet' } },
			},
		];
		const node = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const body = recorded({ recording_files: [file('one')] });
		expect((await run(downloading(), [body], { node })).items).toHaveLength(1);
		expect((await run(downloading(), [body], { executionId: '2' })).items).toHaveLength(0);
	});
});

describe('A test by WebSocket', () => {
	const SUBSCRIPTION = 'aBcD1234efGH5678ijKL90';
	const sockets = takeWebSocket();
	beforeEach(() => {
		zoom.state.grants = { client_credentials: 'x' };
		zoom.state.users = { me: { id: 'myId' } };
	});

	const socketUrl = () => `${zoom.url.replace('http', 'ws')}/ws?subscriptionId=${SUBSCRIPTION}`;
	const begin = async (more: object = {}) => {
		const it = trigger({ delivery: 'webSocket', socketUrl: socketUrl(), ...more });
		const execution = it.execute([{}], { mode: 'manual' });
		return { it, execution };
	};
	const connect = async (more: object = {}) => {
		const { it, execution } = await begin(more);
		await until(() => sockets.sockets.length > 0);
		return { it, execution, socket: sockets.latest() };
	};

	test('waits for an event that is wanted, and closes the connection', async () => {
		const { execution, socket } = await connect({ filters: { topic: 'review', hosts: 'me' } });
		expect(socket.url).toBe(`${socketUrl()}&access_token=client_credentials_${zoom.state.count}`);
		socket.greet();
		socket.deliver(started({ topic: 'Sync', host_id: 'myId' }));
		socket.deliver(started({ topic: 'Review', host_id: 'otherId' }));
		socket.say({ module: 'message', content: 'no JSON' });
		const body = started({ topic: 'Review', host_id: 'myId' });
		socket.deliver(body);
		expect(triggerResult(await execution).items).toEqual([{ json: body, pairedItem: { item: 0 } }]);
		expect(socket.closedWith).toBe(1000);
	});

	test('ends when it is stopped', async () => {
		const { execution, socket } = await connect();
		socket.greet();
		execution.cancel();
		await Promise.allSettled([execution]);
		await new Promise((resolve) => setImmediate(resolve));
		expect(socket.closedWith).toBe(1000);
	});

	test('ends when another n8n takes the connection', async () => {
		const { execution, socket } = await connect();
		socket.greet();
		socket.refuse('Connected in another place', 'message');
		expect(triggerResult(await execution).error?.message).toMatch(
			/^Another connection to the same event subscription took over/,
		);
	});

	test('ends when Zoom cannot be reached', async () => {
		const clock = takeTime();
		const { execution } = await connect();
		for (let attempt = 1; attempt <= 3; attempt++) {
			await until(() => sockets.sockets.length === attempt);
			sockets.latest().drop();
			await clock.pass(2 * SECOND);
		}
		expect(triggerResult(await execution).error?.message).toBe(
			"Zoom's WebSocket cannot be reached. Check the proxy and firewall between this n8n and Zoom.",
		);
		await clock.pass(MINUTE);
		expect(sockets.sockets).toHaveLength(3);
	});

	test('goes on after a connection that broke off, for ten minutes', async () => {
		const clock = takeTime();
		const { execution, socket } = await connect();
		const ended = jest.fn();
		void execution.then(ended);
		socket.greet();
		for (let minute = 1; minute <= 10; minute++) {
			const before = sockets.sockets.length;
			sockets.latest().drop();
			await clock.pass(MINUTE);
			await until(() => sockets.sockets.length > before);
		}
		expect(ended).not.toHaveBeenCalled();
		sockets.latest().drop();
		expect(triggerResult(await execution).error?.message).toBe(
			"Zoom's WebSocket cannot be reached. Check the proxy and firewall between this n8n and Zoom.",
		);
	});

	test('ends when Zoom gives no token', async () => {
		zoom.state.grants = {};
		zoom.state.next = [
			{
				match: 'POST /oauth/token',
				answer: { status: 400, body: { reason: 'The app has been disabled by the developer' } },
			},
		];
		const { execution } = await begin();
		expect(triggerResult(await execution).error?.message).toMatch(/^The Zoom app is not activated/);
	});

	test('ends when the Socket URL is none', async () => {
		const it = trigger({ delivery: 'webSocket', socketUrl: 'https://zoom.us' });
		const result = triggerResult(await it.execute([{}], { mode: 'manual' }));
		expect(result.error?.message).toMatch(/^Socket URL: must be the endpoint URL/);
	});
});
