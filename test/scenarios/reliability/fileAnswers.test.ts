import type { INodeExecutionData } from 'n8n-workflow';
import { typeByExtension, UNKNOWN_TYPE } from '../../../nodes/Zoom/files/mediaTypes';
import { mismatchOf } from '../../../nodes/Zoom/transport/download/fileCheck';
import type { Fault } from '../../emulator';
import { manualClock } from '../../emulator';
import type { TestEnvironment, Kind } from '../../support/engine/testEnvironment';
import { byId, createTestEnvironment, kinds } from '../../support/engine/testEnvironment';
// After the environment, which prepares what n8n-core needs when it loads.
import { BinaryDataService } from 'n8n-core';

const START = '2026-07-15T09:00:00Z';
const KICK_OFF = '84567890123';
const STORED = 'GET /replay/*';
const clock = manualClock(START);

let environment: TestEnvironment;
beforeAll(async () => {
	environment = await createTestEnvironment({ clock });
});
beforeEach(() => {
	clock.set(START);
	environment.reset();
});
afterEach(() => {
	jest.restoreAllMocks();
});
afterAll(async () => {
	await environment.close();
});

type Parameters = object & { fileTypes?: string[] };

const run = (operation: string, parameters: object = {}, kind: Kind = 'serverToServer') =>
	environment.run(kind, `recording.${operation}`, { meetingId: byId(KICK_OFF), ...parameters });
const urlOf = async (type: string) => {
	const [{ recording_files: files }] = (await run('get')).items;
	return (files as { file_type: string; download_url: string }[]).find(
		({ file_type }) => file_type === type,
	)!.download_url;
};
const filesOf = (outputs: INodeExecutionData[][]) =>
	outputs.flat().flatMap(({ binary }) => Object.values(binary ?? {}));
const downloads = () => environment.emulator.requests.to('GET /rec/download/*');
const answer = (fault: Partial<Fault>) =>
	environment.emulator.faults.add({ match: STORED, times: Infinity, ...fault } as Fault);
const once = { options: { retryMode: 'none' } };

const FORBIDDEN = 'Zoom returned an error instead of the file: Forbidden';
const types = ['application/json', 'text/plain', 'application/octet-stream', 'video/mp4', ''];

describe('An error that says all is well', () => {
	/** Ways to ask for the video of a recording. */
	const ways: [string, () => Promise<[string, Parameters]>][] = [
		[
			'of a meeting',
			async () => await Promise.resolve(['recording.download', { fileTypes: ['MP4'] }]),
		],
		[
			'by its address',
			async () => ['recording.download', { source: 'url', downloadUrl: await urlOf('MP4') }],
		],
		[
			'by its address and token',
			async () => [
				'recording.download',
				{
					source: 'url',
					downloadUrl: await urlOf('MP4'),
					downloadToken: (
						await run('get', { additionalFields: { includeFields: 'download_access_token' } })
					).items[0].download_access_token,
				},
			],
		],
	];

	test.each(ways.flatMap(([way, ask]) => types.map((type) => [way, type, ask] as const)))(
		'is no video %s, whatever type it says it has: %j',
		async (_, type, ask) => {
			const [operation, parameters] = await ask();
			answer({ forbidden: true, headers: { 'content-type': type } });
			const more = { meetingId: byId(KICK_OFF), ...parameters, ...once };
			const { outputs, error } = await environment.run('serverToServer', operation, more as never);
			expect(error?.message).toBe(FORBIDDEN);
			expect(outputs.flat()).toEqual([]);
		},
	);

	test.each(['TRANSCRIPT', 'CC', 'CHAT', 'TIMELINE', 'SUMMARY', 'M4A'])(
		'is no file of type %s either',
		async (type) => {
			answer({ forbidden: true });
			const { error } = await run('download', { fileTypes: [type], ...once });
			expect(error?.message).toBe(FORBIDDEN);
		},
	);

	test.each(['text', 'segments', 'binary'])('is no transcript as %s', async (output) => {
		answer({ forbidden: true, headers: { 'content-type': 'text/plain' } });
		const { items, error } = await run('getTranscript', { output, ...once });
		expect(error?.message).toBe(FORBIDDEN);
		expect(items).toEqual([]);
	});

	test.each([
		['{"code":3301,"message":"There is no file."}', 'There is no file.'],
		['\ufeff {"error":{"code":7,"message":"No such object"}}', 'No such object'],
		['{"success":false,"message":"Try later"}', 'Try later'],
		[
			'<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code><Message>Access denied</Message></Error>',
			'Access denied',
		],
		['Forbidden', 'Forbidden'],
		['{"status":false}', ''],
		['{"data":[]}', ''],
		['[{"a":1}]', ''],
	])('may be %s', async (body, said) => {
		answer({ status: 200, body, headers: { 'content-type': 'application/octet-stream' } });
		const { error } = await run('download', { fileTypes: ['MP4'], ...once });
		expect(error?.message).toBe(
			`Zoom returned an error instead of the file${said === '' ? '.' : `: ${said}`}`,
		);
	});

	const sentences = [
		...['Forbidden', '"Forbidden"', 'Zugriff verweigert', 'アクセスが拒否されました', 'error=7'],
		'Forbidden. '.repeat(90),
	];

	test.each(sentences)(
		'is no video, no sound and no document, in whatever words and called whatever: %s',
		async (body) => {
			const downloadUrl = await urlOf('MP4');
			const names = ['a.mp4', 'a.MOV', 'a.mp3', 'a.png', 'a.pdf', 'a.docx', 'a.zip'];
			for (const [at, fileName] of names.entries()) {
				const headers = { 'content-type': types[at % types.length] };
				answer({ match: 'GET /rec/download/*', times: 1, status: 200, body, headers });
				const additionalFields = { fileName };
				const { outputs, error } = await run('download', {
					...{ source: 'url', downloadUrl, additionalFields },
					...once,
				});
				expect(error?.message).toMatch(/^Zoom returned (?:an error|something else) instead/);
				expect(outputs.flat()).toEqual([]);
			}
		},
	);

	test.each([
		['TRANSCRIPT', 'Zugriff verweigert', 'text/vtt'],
		['CC', 'null', 'application/octet-stream'],
		['TIMELINE', 'Zugriff verweigert', 'text/plain'],
		['TIMELINE', 'Forbidden', 'application/octet-stream'],
		['SUMMARY', '"Forbidden"', 'application/json'],
		['CHAT', 'Forbidden', 'text/plain'],
		['CHAT', 'error=Forbidden&code=124', 'application/x-www-form-urlencoded'],
	])('is no %s, although it is text: %s as %s', async (type, body, mediaType) => {
		answer({ status: 200, body, headers: { 'content-type': mediaType } });
		const { outputs, error } = await run('download', { fileTypes: [type], ...once });
		expect(error?.message).toMatch(/^Zoom returned an error instead of the file: /);
		expect(outputs.flat()).toEqual([]);
	});

	test.each(['text/plain', 'application/octet-stream', 'video/mp4', 'audio/mpeg', ''])(
		'is no file of which nobody knows the kind: %s',
		async (type) => {
			const downloadUrl = await urlOf('MP4');
			const fault = { status: 200, body: 'Access denied.', headers: { 'content-type': type } };
			answer({ match: 'GET /rec/download/*', ...fault });
			const { error } = await run('download', { source: 'url', downloadUrl, ...once });
			expect(error?.message).toBe('Zoom returned an error instead of the file: Access denied.');
		},
	);

	test('of which more came than is read is quoted', async () => {
		const body = { status: false, errorCode: 124, errorMessage: 'Forbidden', at: 'x'.repeat(1e5) };
		answer({ status: 200, body: JSON.stringify(body) });
		const { error } = await run('download', { fileTypes: ['MP4'], ...once });
		expect(error?.message).toBe(FORBIDDEN);
	});

	test('keeps to itself what opens doors', async () => {
		const body = { status: false, errorCode: 124, errorMessage: 'Bad token=abcdefghijklmnop' };
		answer({ status: 200, body });
		const { error } = await run('download', { fileTypes: ['MP4'], ...once });
		expect(error?.message).toMatch(/^Zoom returned an error instead of the file: Bad token=/);
		expect(JSON.stringify(error)).not.toContain('abcdefghijklmnop');
	});

	test('sent in chunks, without a length, is none the better', async () => {
		answer({
			status: 200,
			body: JSON.stringify({ errorCode: 124, errorMessage: 'Forbidden' }),
			headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
		});
		const { error } = await run('download', { fileTypes: ['MP4'], ...once });
		expect(error?.message).toBe(FORBIDDEN);
	});
});

describe('What comes in place of a file', () => {
	const page = '<!DOCTYPE html>\n<html><body>Sign in</body></html>';

	test.each([
		['nothing', { status: 200, body: '' }, 'Zoom returned an empty response instead of the file.'],
		[
			'no content',
			{ status: 204, body: '' },
			'Zoom returned an empty response instead of the file.',
		],
		['a part', { status: 206, body: 'x'.repeat(100) }, 'Zoom returned only a part of the file.'],
		['a page', { html: true, status: 200 }, /^Zoom returned a web page instead/],
		[
			'a page that does not say so',
			{ status: 200, body: page, headers: { 'content-type': 'video/mp4' } },
			/^Zoom returned a web page instead/,
		],
		[
			'a page behind a remark',
			{ status: 200, body: `<!-- proxy -->\n${page}`, headers: { 'content-type': 'video/mp4' } },
			/^Zoom returned a web page instead/,
		],
		[
			'a page that is a script',
			{ status: 200, body: '<script>location = "/signin"</script>' },
			/^Zoom returned a web page instead/,
		],
		[
			'blanks',
			{ status: 200, body: ' \r\n' },
			/^Zoom returned an (?:empty response|error) instead/,
		],
		[
			'several parts',
			{ status: 200, body: '--x\0', headers: { 'content-type': 'multipart/byteranges' } },
			'Zoom returned only a part of the file.',
		],
		[
			'a redirect to nowhere',
			{ status: 302, body: '' },
			'Zoom returned an error instead of the file (HTTP 302).',
		],
		[
			'a picture',
			{ status: 200, body: '\u0001PNG', headers: { 'content-type': 'image/png' } },
			'Zoom returned something else instead of the file (image/png).',
		],
		[
			'a transcript',
			{ status: 200, body: 'WEBVTT\n\n', headers: { 'content-type': 'text/vtt' } },
			'Zoom returned something else instead of the file (text/vtt).',
		],
	] as [string, Partial<Fault>, string | RegExp][])('is told: %s', async (_, fault, message) => {
		answer(fault);
		const { outputs, error } = await run('download', { fileTypes: ['MP4'], ...once });
		expect(error?.message).toMatch(message);
		expect(outputs.flat()).toEqual([]);
	});

	test.each(['MP4', 'M4A'])('%s of another size than listed is not passed on', async (type) => {
		answer({
			status: 200,
			body: `\0\0\0\x18ftyp${'\0'.repeat(9990)}`,
			headers: { 'content-type': type === 'MP4' ? 'video/mp4' : 'audio/mp4' },
		});
		const { outputs, error } = await run('download', { fileTypes: [type], ...once });
		expect(error?.message).toMatch(/^Zoom sent 9,998 bytes instead of the 1[\d,]+ bytes it lists/);
		expect(outputs.flat()).toEqual([]);
	});

	test.each(['CHAT', 'TRANSCRIPT', 'TIMELINE'])('%s may differ a little', async (type) => {
		const [recording] = environment.emulator.store.recordings.find(
			({ topic }) => topic === 'Kick-off',
		);
		for (const file of recording.recording_files) file.file_size += 7;
		const { outputs, error } = await run('download', { fileTypes: [type] });
		expect(error).toBeUndefined();
		expect(filesOf(outputs)).toHaveLength(1);
	});

	test('is the file where Zoom lists none of its bytes and sends none', async () => {
		const [recording] = environment.emulator.store.recordings.find(
			({ topic }) => topic === 'Kick-off',
		);
		const chat = recording.recording_files.find(({ file_type: type }) => type === 'CHAT')!;
		Object.assign(chat, { file_size: 0, text: '' });
		const { outputs, error } = await run('download', { fileTypes: ['CHAT'] });
		expect(error).toBeUndefined();
		expect(filesOf(outputs)).toEqual([expect.objectContaining({ bytes: 0 })]);
	});

	test('is the file when it is JSON and may be', async () => {
		for (const type of ['TIMELINE', 'SUMMARY', 'CHAT']) {
			answer({ status: 200, times: 1, body: { code: 0, data: [1], error: null, list: ['x'] } });
			const { error } = await run('download', { fileTypes: [type] });
			expect(error).toBeUndefined();
		}
	});

	test.each([
		['notes.txt', 'Server error: file not found'],
		['answer.json', '{"error":"denied"}'],
		['page.html', '<html><body>Forbidden</body></html>'],
		['plan.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
		['plan.pdf', '%PDF-1.7\nAccess denied'],
	])(
		'is the file where it has as many bytes as are listed, or begins as it has to: %s',
		(name, said) => {
			const expected = typeByExtension(name.slice(name.indexOf('.') + 1));
			const bytes = Buffer.from(said);
			const wanted = { expected, isByHost: false, size: bytes.length };
			const arrival = { bytes, isWhole: true };
			for (const type of [expected, UNKNOWN_TYPE, undefined]) {
				expect(mismatchOf(wanted, { ...arrival, type })).toBeUndefined();
			}
		},
	);

	test.each(['[1, 2, 3]', '{ }', '[]'])('is a file of JSON whatever it holds: %s', (said) => {
		const wanted = { expected: 'application/json', isByHost: false };
		const arrival = { bytes: Buffer.from(said), isWhole: true, type: 'application/json' };
		expect(mismatchOf(wanted, arrival)).toBeUndefined();
	});

	test('of any length goes on as it came', async () => {
		const [recording] = environment.emulator.store.recordings.find(
			({ topic }) => topic === 'Kick-off',
		);
		const files = recording.recording_files;
		const [video, chat] = ['MP4', 'CHAT'].map(
			(type) => files.find(({ file_type }) => file_type === type)!,
		);
		for (const size of [1, 24, 511, 512, 513, 65_535, 65_536, 65_537, 66_047, 66_048, 200_000]) {
			video.file_size = size;
			chat.text = 'Hana:\tThanks 👍\r\n'
				.repeat(size)
				.slice(0, size)
				.replace(/[\ud800-\udbff]$/, '!');
			const { outputs, error } = await run('download', { fileTypes: ['MP4', 'CHAT'] });
			expect(error).toBeUndefined();
			const [first, second] = filesOf(outputs);
			expect(first).toMatchObject({ bytes: size });
			expect(Buffer.from(second.data, 'base64').toString()).toBe(chat.text);
		}
	});

	test('has no name of its own making', async () => {
		const [recording] = environment.emulator.store.recordings.find(
			({ topic }) => topic === 'Kick-off',
		);
		recording.topic = `${'会議'.repeat(200)}/../\u202e`;
		const { outputs } = await run('download', { fileTypes: ['CHAT'] });
		const [{ fileName }] = filesOf(outputs);
		expect(Buffer.byteLength(fileName!)).toBeLessThanOrEqual(255);
		expect(fileName).toMatch(/^会議.* 2026-07-08 15-00-00 chat_file\.txt$/);
		answer({
			status: 200,
			body: 'text',
			headers: { 'content-disposition': 'attachment; filename="..%2Fa%00b\\"CON.txt"' },
		});
		const byUrl = await run('download', { source: 'url', downloadUrl: await urlOf('CHAT') });
		expect(filesOf(byUrl.outputs)[0].fileName).toBe('a_b_CON.txt');
		expect(filesOf(byUrl.outputs)[0]).not.toHaveProperty('directory');
	});
});

describe("A file's host that refuses", () => {
	test.each([
		[401, { errorMessage: 'Forbidden', errorCode: 124, status: false }, FORBIDDEN],
		[403, { errorMessage: 'Forbidden', errorCode: 124, status: false }, FORBIDDEN],
		[401, '', 'The credential has no access to this file (HTTP 401).'],
		[403, '', 'The credential has no access to this file (HTTP 403).'],
		[400, { message: 'Bad link' }, 'Zoom returned an error instead of the file: Bad link'],
		[404, { message: 'Gone' }, 'Zoom returned an error instead of the file: Gone'],
		[410, '', 'File not found at Zoom.'],
	])('with %s %j is told, and no word of app or connection', async (status, body, message) => {
		answer({ match: 'GET /rec/download/*', status, body });
		for (const kind of kinds) {
			const { error } = await run('download', { fileTypes: ['MP4'], ...once }, kind);
			expect(error?.message).toBe(message);
			expect(error?.description ?? '').not.toMatch(/activate|connect it again|proxy/i);
		}
	});

	test('a download token is told with its words', async () => {
		const downloadUrl = await urlOf('MP4');
		answer({ match: 'GET /rec/download/*', forbidden: true, status: 401 });
		const parameters = { source: 'url', downloadUrl, downloadToken: 'an.old.token', ...once };
		const { error } = await run('download', parameters);
		expect(error?.message).toBe('Zoom does not accept the download token for this file.');
		expect(error?.description).toMatch(/Zoom says: Forbidden$/);
	});

	test('the access token is asked with a token for the recording, which opens the next file at once', async () => {
		const [recording] = environment.emulator.store.recordings.find(
			({ topic }) => topic === 'Kick-off',
		);
		recording.needs_download_token = true;
		for (const kind of kinds) {
			environment.emulator.requests.reset();
			const { outputs, error } = await run('download', { fileTypes: ['M4A', 'CHAT'] }, kind);
			expect(error).toBeUndefined();
			expect(filesOf(outputs)).toHaveLength(2);
			const asked = environment.emulator.requests.to('GET /v2/meetings/*/recordings');
			expect(asked.map(({ query }) => query)).toEqual([
				{},
				{ include_fields: 'download_access_token', ttl: '3600' },
			]);
			expect(downloads()).toHaveLength(3);
		}
		const transcript = await run('getTranscript');
		expect(transcript.error).toBeUndefined();
		expect(transcript.items[0].text).toContain('Hana Hayashi');
	});

	test('the token for the recording, too, is told as it was first', async () => {
		answer({ match: 'GET /rec/download/*', forbidden: true });
		const { error } = await run('download', { fileTypes: ['MP4'], ...once });
		expect(error?.message).toBe(FORBIDDEN);
		expect(downloads()).toHaveLength(2);
		expect(JSON.stringify({ ...error, node: undefined })).not.toMatch(/eyJ/);
	});

	test('is told where there is no token for the recording', async () => {
		answer({ match: 'GET /rec/download/*', forbidden: true, status: 401 });
		answer({ match: 'GET /v2/meetings/{meetingId}/recordings', skip: 1, status: 400 });
		const { error } = await run('download', { fileTypes: ['MP4'], ...once });
		expect(error?.message).toBe(FORBIDDEN);
	});

	test.each(kinds)('an old access token of %s gets a new one', async (kind) => {
		const downloadUrl = await urlOf('CHAT');
		await environment.run(kind, 'user.get', { userId: byId('me') });
		clock.advance(3_600_001);
		const { outputs, error } = await run('download', { source: 'url', downloadUrl }, kind);
		expect(error).toBeUndefined();
		expect(filesOf(outputs)).toHaveLength(1);
	});

	test('an old access token whose app is gone is told as that', async () => {
		const downloadUrl = await urlOf('CHAT');
		clock.advance(3_600_001);
		environment.apps.userManaged.active = false;
		const parameters = { source: 'url', downloadUrl, ...once };
		const { error } = await run('download', parameters, 'userManaged');
		expect(error?.message).not.toMatch(/file/);
		environment.apps.userManaged.active = true;
	});
});

describe('A recording that is still processing', () => {
	test.each([[[]], [['MP4']], [['CHAT', 'CC']]])(
		'is that, whatever is wanted of it: %j',
		async (fileTypes) => {
			const [recording] = environment.emulator.store.recordings.find(
				({ topic }) => topic === 'Kick-off',
			);
			recording.recording_files = [{ ...recording.recording_files[0], processing: true }];
			const { items, error } = await run('download', { fileTypes });
			expect(error?.message).toMatch(/^Zoom is still processing the recording/);
			expect(items).toEqual([]);
		},
	);

	test('gives what is ready, and a hint', async () => {
		const [recording] = environment.emulator.store.recordings.find(
			({ topic }) => topic === 'Kick-off',
		);
		recording.recording_files[1].processing = true;
		const { items, run: whole } = await run('download', { fileTypes: ['MP4'] });
		expect(items).toHaveLength(1);
		expect(JSON.stringify(whole)).toMatch(/Zoom is still processing the recording: some files/);
	});
});

describe('A call of the API that answers a file', () => {
	const call = (endpoint: string, more: object = {}) =>
		environment.run('serverToServer', 'api.request', {
			method: 'GET',
			endpoint,
			response: 'file',
			...once,
			...more,
		} as never);

	test.each([
		['an error', { forbidden: true }, FORBIDDEN],
		['nothing', { status: 200, body: '' }, 'Zoom returned an empty response instead of the file.'],
		['a part', { status: 206, body: 'x' }, 'Zoom returned only a part of the file.'],
		['a page', { html: true, status: 200 }, /^Zoom returned a web page/],
		[
			'no scope',
			{
				status: 400,
				body: {
					code: 4711,
					message: 'Invalid access token, does not contain scopes:[user:read:user]',
				},
			},
			/^Your Zoom app is missing/,
		],
	] as [string, Partial<Fault>, string | RegExp][])(
		'is held to the same: %s',
		async (_, fault, message) => {
			answer({ match: 'GET /v2/users/*', ...fault });
			const { items, error } = await call('/users/me');
			expect(error?.message).toMatch(message);
			expect(items).toEqual([]);
		},
	);

	test('answers JSON as the file that it is, with an old token, too', async () => {
		expect((await call('/users/me')).error).toBeUndefined();
		clock.advance(3_600_001);
		const { outputs, error } = await call('/users/me');
		expect(error).toBeUndefined();
		expect(filesOf(outputs)).toEqual([expect.objectContaining({ mimeType: 'application/json' })]);
	});
});

describe('Connections do not stay', () => {
	/** Connections once nothing is under way any more. */
	const settled = async () => {
		let [before, count] = [-1, await environment.emulator.connections()];
		while (before !== count) {
			await new Promise((resolve) => setImmediate(resolve));
			[before, count] = [count, await environment.emulator.connections()];
		}
		return count;
	};
	const page = `<html>${'x'.repeat(300_000)}</html>`;

	test.each([
		['a large page', { status: 200, body: page, headers: { 'content-type': 'text/html' } }],
		[
			'a large page that is refused',
			{ status: 401, body: page, headers: { 'content-type': 'text/html' } },
		],
		['a large error', { status: 200, body: JSON.stringify({ errorMessage: 'x'.repeat(300_000) }) }],
		['an error without an end', { endless: true }],
		['an error without an end that is 401', { endless: true, status: 401 }],
		['an error without an end that is 500', { endless: true, status: 500 }],
		['a large part', { status: 206, body: 'x'.repeat(300_000) }],
	] as [string, Partial<Fault>][])('after %s', async (_, fault) => {
		const downloadUrl = await urlOf('MP4');
		const additionalFields = { fileName: 'kick-off.mp4' };
		const parameters = { source: 'url', downloadUrl, additionalFields, ...once };
		answer({ match: 'GET /rec/download/*', ...fault });
		const memory = process.memoryUsage().rss;
		const items = Array.from({ length: 20 }, () => ({}));
		const before = await settled();
		const { outputs } = await environment.run(
			'userManaged',
			'recording.download',
			parameters as never,
			{
				items,
				node: { onError: 'continueRegularOutput' },
			},
		);
		expect(outputs[0].map(({ json }) => json.error)).toEqual(Array(20).fill(expect.any(String)));
		expect(await settled()).toBeLessThanOrEqual(before + 1);
		expect(process.memoryUsage().rss - memory).toBeLessThan(200 * 1024 ** 2);
	});

	test('after a file that n8n cannot keep', async () => {
		const before = await settled();
		const failure = Object.assign(new Error('EACCES'), { code: 'EACCES' });
		jest.spyOn(BinaryDataService.prototype, 'store').mockRejectedValue(failure);
		const { error } = await run('download', { fileTypes: ['MP4'], ...once });
		expect(error?.message).toBe('n8n could not store the file (EACCES).');
		expect(await settled()).toBeLessThanOrEqual(before + 1);
	});
});
