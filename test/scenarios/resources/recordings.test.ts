import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { INodeExecutionData } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { manualClock } from '../../emulator';
import type { TestEnvironment, Kind } from '../../support/engine/testEnvironment';
import { byId, createTestEnvironment } from '../../support/engine/testEnvironment';
// After the environment, which prepares what n8n-core needs when it loads.
import { BinaryDataService } from 'n8n-core';

const START = '2026-07-15T09:00:00Z';
const KICK_OFF = '84567890123';
const clock = manualClock(START);

let environment: TestEnvironment;
beforeAll(async () => {
	environment = await createTestEnvironment({ clock });
});
beforeEach(() => {
	clock.set(START);
	environment.reset();
});
afterAll(async () => {
	await environment.close();
});

const run = (operation: string, parameters = {}, kind: Kind = 'serverToServer') =>
	environment.run(kind, `recording.${operation}`, { meetingId: byId(KICK_OFF), ...parameters });
const filesOf = (outputs: INodeExecutionData[][]) =>
	outputs[0].map(({ json, binary }) => ({ json, ...binary?.data }));
const textOf = ({ data }: { data?: string }) => Buffer.from(data ?? '', 'base64').toString();
const downloads = () => environment.emulator.requests.to('GET /rec/download/*');
const urlOf = async (type: string) => {
	const [{ recording_files: files }] = (await run('get')).items;
	const found = (files as { file_type: string; download_url: string }[]).find(
		({ file_type }) => file_type === type,
	);
	return found!.download_url;
};
const patient = { options: { retryMaxWait: 1 } };

describe('Recordings of more than a month', () => {
	const list = async (filters: object, more: object = {}) => {
		const { items, error } = await run('getAll', {
			userId: byId('henrik.holm@example.com'),
			returnAll: true,
			filters: filters as never,
			...more,
		});
		expect(error).toBeUndefined();
		return items.map(({ topic }) => topic);
	};
	const windows = () =>
		environment.emulator.requests
			.to('GET /v2/users/*/recordings')
			.map(({ query: { from, to } }) => [from, to]);

	test('are listed month by month, the oldest first', async () => {
		environment.emulator.addRecording({
			host_id: 'HenrikHolm-Host_000000',
			topic: 'Latest',
			start_time: '2026-07-14T08:00:00Z',
		});
		expect(await list({ from: '2026-05-10', to: '2026-07-15' })).toEqual([
			'Weekly planning',
			'Latest',
		]);
		expect(windows()).toEqual([
			['2026-05-10', '2026-06-09'],
			['2026-06-10', '2026-07-09'],
			['2026-07-10', '2026-07-15'],
		]);
	});

	test("and less than one are one call, and none is Zoom's own time", async () => {
		expect(await list({ from: '2026-06-01', to: '2026-06-30' })).toEqual(['Weekly planning']);
		expect(await list({})).toEqual([]);
		expect(windows()).toEqual([
			['2026-06-01', '2026-06-30'],
			[undefined, undefined],
		]);
	});

	test('are cut down to what matters when wanted simple', async () => {
		const { items } = await run('getAll', {
			userId: byId('henrik.holm@example.com'),
			filters: { from: '2026-06-01', to: '2026-06-30' },
			simplify: true,
		});
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({ topic: 'Weekly planning', duration: 30 });
		expect(items[0]).not.toHaveProperty('recording_files');
		environment.emulator.requests.reset();
		const { error } = await run('getAll', { userId: byId('me'), simplify: 'perhaps' });
		expect(error?.message).toBe('Simplify: must be true or false');
		expect(environment.emulator.requests).toEqual([]);
	});

	test.each([
		[
			{ from: '2026-02-01', to: '2026-02-10' },
			'Zoom returned no entries from 2026-02-01 to 2026-02-10.',
		],
		[{ from: '2026-07-14' }, 'Zoom returned no entries from 2026-07-14.'],
		[
			{},
			'Zoom returned no entries for its default period. Set From and To to choose another period.',
		],
	])('that there are none of in %j are said to be none of these days', async (filters, hint) => {
		const found = await run('getAll', { userId: byId('henrik.holm@example.com'), filters });
		expect(found.items).toEqual([]);
		const hints = found.run.data.resultData.runData.Zoom[0].hints ?? [];
		expect(hints.map(({ message }) => message)).toEqual([hint]);
	});

	test('of one meeting are found by its ID as people write it, which has to be one', async () => {
		const days = { from: '2026-06-01', to: '2026-06-30' };
		const userId = byId('henrik.holm@example.com');
		const of = async (meetingId: unknown) =>
			await run('getAll', { userId, filters: { ...days, meetingId } });
		expect((await of('823 4567-8901')).items).toHaveLength(1);
		expect((await of(82345678901)).items).toHaveLength(1);
		expect((await of('81234567890')).items).toEqual([]);
		expect((await of('KickOff==')).error?.message).toBe(
			'Meeting ID: must be a meeting ID, not a UUID',
		);
	});
});

test('A simple recording has its files and the token that was asked for', async () => {
	environment.emulator.faults.add({
		match: 'GET /v2/meetings/{meetingId}/recordings',
		status: 200,
		body: {
			topic: 'Kick-off',
			account_id: 'abc',
			recording_files: [],
			participant_audio_files: [{ id: 'a' }],
			download_access_token: 'token',
		},
	});
	const additionalFields = { includeFields: 'download_access_token' };
	expect((await run('get', { simplify: true, additionalFields })).items).toEqual([
		{
			topic: 'Kick-off',
			recording_files: [],
			participant_audio_files: [{ id: 'a' }],
			download_access_token: 'token',
		},
	]);
});

describe('Downloading', () => {
	test('gives an item with a file for each file of a recording', async () => {
		const { outputs, error } = await run('download');
		expect(error).toBeUndefined();
		const files = filesOf(outputs);
		expect(files.map(({ fileName }) => fileName)).toEqual([
			'Kick-off 2026-07-08 15-00-00 shared_screen_with_speaker_view.mp4',
			'Kick-off 2026-07-08 15-00-00 audio_only.m4a',
			'Kick-off 2026-07-08 15-00-00 audio_transcript.vtt',
			expect.stringMatching(/^Kick-off .*\.vtt$/),
			'Kick-off 2026-07-08 15-00-00 chat_file.txt',
			expect.stringMatching(/^Kick-off .*timeline\.json$/),
			expect.stringMatching(/^Kick-off .*summary\.json$/),
		]);
		expect(files[0]).toMatchObject({ mimeType: 'video/mp4', bytes: 12_000_000 });
		expect(files[0].json).toMatchObject({
			file_type: 'MP4',
			meeting: { id: Number(KICK_OFF), uuid: 'KickOff/2hPq5vKzYw2c0A==', topic: 'Kick-off' },
		});
		expect(files[0].json).not.toHaveProperty('meeting.recording_play_passcode');
	});

	test('takes the access token to Zoom and no further', async () => {
		await run('download', { fileTypes: ['CHAT'] });
		const [first] = downloads();
		const [second] = environment.emulator.requests.to('GET /replay/*');
		expect(first.headers.authorization).toMatch(/^Bearer /);
		expect(second.headers.host).toBe(new URL(environment.emulator.filesUrl).host);
		expect(second.headers).not.toHaveProperty('authorization');
	});

	test.each<[string, object, string[]]>([
		['of some types', { fileTypes: ['M4A', 'CHAT'] }, ['M4A', 'CHAT']],
		[
			'of a type, with the voices of all',
			{ fileTypes: ['M4A'], additionalFields: { participantAudio: true } },
			['M4A', 'M4A', 'M4A'],
		],
		[
			'of an ID',
			{ additionalFields: { recordingId: 'c1c0ffee-0000-4000-8000-000000000012' } },
			['M4A'],
		],
	])('gives only files %s', async (_, parameters, types) => {
		const { items, error } = await run('download', { ...parameters });
		expect(error).toBeUndefined();
		expect(items.map(({ file_type }) => file_type)).toEqual(types);
	});

	test('of what there is not gives nothing, or says what is wrong', async () => {
		expect((await run('download', { fileTypes: ['CSV'] })).items).toEqual([]);
		const { error } = await run('download', { additionalFields: { recordingId: 'x' } });
		expect(error?.message).toMatch(
			/^Recording ID: must be the ID of a file of this recording, such/,
		);
		const none = await run('download', { meetingId: byId('1234567890') });
		expect(none.error?.message).toBe('Zoom has no recording of this meeting or webinar.');
	});

	test('puts the file where it is wanted', async () => {
		const { outputs } = await run('download', {
			fileTypes: ['CHAT'],
			binaryPropertyName: 'chat',
		});
		expect(outputs[0][0].binary?.chat).toMatchObject({ mimeType: 'text/plain' });
	});

	test.each([
		[
			Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
			'n8n has no storage space left for the file.',
		],
		[
			Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }),
			'n8n could not store the file (EACCES).',
		],
		[
			new UserError('File exceeds database limit of 512 MB.'),
			'n8n could not store the file: File exceeds database limit of 512 MB.',
		],
	])('that n8n cannot keep (%s) is not fetched again', async (failure, message) => {
		const store = jest.spyOn(BinaryDataService.prototype, 'store').mockRejectedValue(failure);
		const { error } = await run('download', { fileTypes: ['M4A'] });
		store.mockRestore();
		expect(error?.message).toBe(message);
		expect(downloads()).toHaveLength(1);
	});

	test('begins anew where the file broke off', async () => {
		environment.emulator.faults.add({ match: 'GET /replay/*', truncate: true });
		const { outputs, error } = await run('download', { fileTypes: ['M4A'] });
		expect(error).toBeUndefined();
		expect(filesOf(outputs)[0]).toMatchObject({ bytes: 1_800_000 });
		expect(downloads()).toHaveLength(2);
	});

	test('of a file that always breaks off is an error, and no half a file', async () => {
		environment.emulator.faults.add({ match: 'GET /replay/*', truncate: true, times: Infinity });
		const { outputs, error } = await run('download', {
			fileTypes: ['M4A'],
			options: { retryCountMax: 1 },
		});
		expect(error?.message).toMatch(/connection to Zoom was lost/);
		expect(outputs.flat()).toEqual([]);
		expect(downloads()).toHaveLength(2);
	});

	test('of a file that stops coming is given up', async () => {
		environment.emulator.faults.add({ match: 'GET /replay/*', hang: 'body' });
		const { outputs, error } = await run('download', {
			fileTypes: ['M4A'],
			options: { timeout: 1 },
		});
		expect(error).toBeUndefined();
		expect(filesOf(outputs)[0]).toMatchObject({ bytes: 1_800_000 });
		expect(downloads()).toHaveLength(2);
	});

	test('goes on after Zoom had a problem', async () => {
		environment.emulator.faults.add({ match: 'GET /rec/download/*', status: 503 });
		const { error } = await run('download', { fileTypes: ['CHAT'], ...patient });
		expect(error).toBeUndefined();
		expect(downloads()).toHaveLength(2);
	});
});

describe('Downloading by the URL of a webhook', () => {
	const fromUrl = (downloadUrl: string, more: object = {}, kind: Kind = 'serverToServer') =>
		environment.run(kind, 'recording.download', { source: 'url', downloadUrl, ...more });
	const tokenFor = async (ttl: number) => {
		const additionalFields = { includeFields: 'download_access_token', ttl };
		return (await run('get', { additionalFields })).items[0].download_access_token as string;
	};

	test('that is not of Zoom ends the run before the files behind it are asked for', async () => {
		const url = await urlOf('CHAT');
		const { error } = await environment.run(
			'serverToServer',
			'recording.download',
			{ source: 'url', downloadUrl: '={{ $json.url }}' },
			{ items: [{ url }, { url: 'https://example.com/file' }, { url }] },
		);
		expect(error?.message).toMatch(/^Download URL: must be an https address of Zoom/);
		expect(error?.description).toBe('1 of 3 items were done when the run stopped.');
	});

	test('needs no more than its token, which no other call gets', async () => {
		const downloadToken = await tokenFor(600);
		const { outputs, error } = await fromUrl(await urlOf('CHAT'), { downloadToken }, 'userManaged');
		expect(error).toBeUndefined();
		const [file] = filesOf(outputs);
		expect(textOf(file)).toContain('https://example.com/kick-off');
		expect(file.fileName).toMatch(/\.txt$/);
		expect(downloads().map(({ headers }) => headers.authorization)).toEqual([
			`Bearer ${downloadToken}`,
		]);
	});

	test('takes the access token where there is no other', async () => {
		const { outputs } = await fromUrl(await urlOf('CHAT'), {
			additionalFields: { fileName: 'kick-off.txt' },
		});
		expect(filesOf(outputs)[0]).toMatchObject({ fileName: 'kick-off.txt', mimeType: 'text/plain' });
	});

	test('with a token that has run out says so, and does not tell it', async () => {
		const downloadToken = await tokenFor(60);
		const url = await urlOf('CHAT');
		clock.advance(61_000);
		const { error } = await fromUrl(url, { downloadToken });
		expect(error?.message).toMatch(/^Zoom returned a web page instead of the file/);
		// n8n itself keeps what the node was set to.
		expect(JSON.stringify({ ...error, node: undefined })).not.toContain(downloadToken);
	});

	test('ends with the run that is stopped', async () => {
		const downloadToken = await tokenFor(600);
		const downloadUrl = await urlOf('MP4');
		environment.emulator.faults.add({ match: 'GET /replay/*', hang: 'body' });
		const open = new Set<ClientRequest>();
		const opened = (message: unknown) => open.add((message as { request: ClientRequest }).request);
		subscribe('http.client.request.start', opened);
		const running = environment.start('serverToServer', 'recording.download', {
			source: 'url',
			downloadUrl,
			downloadToken,
		});
		while (environment.emulator.requests.to('GET /replay/*').length === 0) await setImmediate();
		running.cancel();
		await running;
		await setImmediate();
		unsubscribe('http.client.request.start', opened);
		expect([...open].map(({ destroyed }) => destroyed)).toEqual([true, true]);
	});

	test.each([
		'https://zoom.us.example.com/rec/download/x',
		'http://zoom.us/rec/download/x',
		'rec/download/x',
		'https://example.com/?x=https://zoom.us/',
	])('sends no token to %s', async (url) => {
		const { error } = await fromUrl(url, { downloadToken: 'a.secret.token' });
		expect(error?.message).toMatch(/^Download URL: must be an https address of Zoom/);
	});

	test('of a download token that Zoom refuses says so', async () => {
		const match = 'GET /rec/download/*';
		environment.emulator.faults.add({
			match,
			status: 401,
			body: { errorCode: 401, status: false },
		});
		const { error } = await fromUrl(await urlOf('MP4'), { downloadToken: 'an.old.token' });
		expect(error?.message).toBe('Zoom does not accept the download token for this file.');
		expect(error?.description).toMatch(/^A download token is valid for 24 hours/);
	});

	test('of a file that is gone without a word says so', async () => {
		environment.emulator.faults.add({ match: 'GET /replay/*', status: 404, body: '' });
		const { error } = await fromUrl(await urlOf('MP4'));
		expect(error?.message).toBe('File not found at Zoom.');
	});

	test('of a file that is gone says so', async () => {
		const { error } = await fromUrl(`${environment.emulator.url}/rec/download/none`);
		expect(error?.message).toMatch(/^Zoom returned a web page instead of the file/);
	});
});

describe('A transcript', () => {
	test('is text with its segments', async () => {
		const { items, error } = await run('getTranscript');
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({
			meeting_topic: 'Kick-off',
			text: expect.stringContaining('Hana Hayashi: 了解です。 Support will be ready by then.'),
		});
		expect((items[0].segments as object[])[1]).toEqual({
			speaker: 'Henrik Holm',
			start: 12,
			end: 19,
			text: 'Sales want the first version in September.',
		});
	});

	test('is an item for each thing said', async () => {
		const { items } = await run('getTranscript', { output: 'segments' });
		expect(items.map(({ speaker }) => speaker)).toEqual([
			'Olivia Ortiz',
			'Henrik Holm',
			'Hana Hayashi',
			'Olivia Ortiz',
		]);
	});

	test('is a file', async () => {
		const { outputs } = await run('getTranscript', { output: 'binary' });
		const [file] = filesOf(outputs);
		expect(file).toMatchObject({ mimeType: 'text/vtt' });
		expect(file.fileName).toMatch(/^Kick-off 2026-07-08 .* transcript\.vtt$/);
		expect(textOf(file)).toMatch(/^WEBVTT/);
	});

	test.each(['text', 'segments'])('nothing can be read from is an error as %s', async (output) => {
		for (const body of ['WEBVTT\n\n', 'no transcript at all', '\ufeff\r\n', '{"segments":[{}]}']) {
			const headers = { 'content-type': 'text/vtt' };
			environment.emulator.faults.add({
				match: 'GET /replay/*',
				times: 2,
				status: 200,
				headers,
				body,
			});
			const { items, error } = await run('getTranscript', { output });
			expect(error?.message).toMatch(
				/^(?:The transcript could not be read|Zoom returned an (?:error|empty response) instead)/,
			);
			environment.emulator.faults.clear();
			expect(items).toEqual([]);
		}
	});

	test('that is not there says why', async () => {
		const message = async (meetingId = KICK_OFF) =>
			(await run('getTranscript', { meetingId: byId(meetingId) })).error?.message;
		expect(await message('82345678901')).toBe('Zoom has no transcript of this meeting or webinar.');
		const [recording] = environment.emulator.store.recordings.find(
			({ topic }) => topic === 'Kick-off',
		);
		recording.transcript_restriction = 'NOT_READY';
		expect(await message()).toBe('Zoom is still processing the transcript. Try again later.');
		delete recording.transcript_restriction;
		expect((await run('deleteTranscript')).items).toEqual([{ success: true }]);
		expect(await message()).toBe('The transcript was deleted or is in the trash.');
	});
});

test('A recording goes to the trash and comes back, whole and file by file', async () => {
	const uuid = 'KickOff/2hPq5vKzYw2c0A==';
	expect((await run('delete')).items).toEqual([{ success: true }]);
	expect((await run('get')).error?.message).toMatch(/^Zoom has no recording/);
	expect((await run('recover', { meetingUUID: uuid })).items).toEqual([{ success: true }]);

	const recordingId = 'c1c0ffee-0000-4000-8000-000000000001';
	expect((await run('deleteFile', { recordingId })).items).toEqual([{ success: true }]);
	expect((await run('get')).items[0].recording_files).toHaveLength(6);
	expect((await run('recoverFile', { recordingId })).items).toEqual([{ success: true }]);
	expect((await run('get')).items[0].recording_files).toHaveLength(7);

	await run('delete', { additionalFields: { action: 'delete' } });
	expect((await run('recover', { meetingUUID: uuid })).error?.message).toMatch(/^Zoom has no rec/);
});

test('Who may watch a recording is changed and read', async () => {
	const updated = await run('updateSettings', {
		additionalFields: { shareRecording: 'internally', viewerDownload: false, approvalType: 1 },
	});
	expect(updated.items).toEqual([{ success: true }]);
	expect((await run('getSettings')).items[0]).toMatchObject({
		share_recording: 'internally',
		viewer_download: false,
		approval_type: 1,
	});
	const nothing = await run('updateSettings');
	expect(nothing.error?.message).toBe('Additional Fields: must have at least one field to change');
});

test('Who viewed a recording is listed over months, and counted within one', async () => {
	const filters = { from: '2026-07-01', to: '2026-07-15' };
	const { items } = await run('getAnalyticsDetails', { filters });
	expect(items.map(({ name }) => name)).toContain('Hana Hayashi');
	const long = await run('getAnalyticsDetails', { filters: { ...filters, from: '2026-05-01' } });
	expect(long.items).toEqual(items);
	const sums = await run('getAnalyticsSummary', { additionalFields: { from: '2026-06-01' } });
	expect(sums.error?.message).toMatch(/^To: must be at most one month after From/);
	const additionalFields = { from: '2026-07-16', to: '2026-07-15' };
	const wrong = await run('getAnalyticsSummary', { additionalFields });
	expect(wrong.error?.message).toBe('To: must not be before From');
});
