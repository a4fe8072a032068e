import type { Api } from '../../caller';
import { apiOf, control } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator, manualClock } from '../..';
import type { RecordingFile } from '../records';

const start = '2026-07-15T09:00:00Z';
const gibibyte = 1024 ** 3;

describe('downloads', () => {
	const clock = manualClock(start);
	let emulator: Emulator;
	let api: Api;
	let bearer: string;

	beforeAll(async () => {
		emulator = await createEmulator({ clock });
	});
	beforeEach(() => {
		clock.set(start);
		emulator.reset();
		bearer = emulator.authorize(emulator.apps.serverToServer).access_token;
		api = apiOf(emulator, bearer);
	});
	afterAll(() => emulator.close());

	const urlOf = async (type: string, meeting = '84567890123') => {
		const { body } = await api('GET', `/meetings/${meeting}/recordings`);
		const files = body.recording_files as (RecordingFile & { download_url: string })[];
		return files.find(({ file_type }) => file_type === type)?.download_url ?? '';
	};
	const get = (url: string, token?: string, init: RequestInit = {}) =>
		fetch(url, {
			...init,
			headers: { ...(token && { authorization: `Bearer ${token}` }), ...init.headers },
		});

	it('are redirected to another origin, which never sees the bearer', async () => {
		const response = await get(await urlOf('TRANSCRIPT'), bearer);
		expect(response.redirected).toBe(true);
		expect(response.url).toMatch(`${emulator.filesUrl}/replay/2026/07/08/`);
		const [first] = emulator.requests.to('GET /rec/download/*');
		const [second] = emulator.requests.to('GET /replay/*');
		expect([first.status, second.status]).toEqual([302, 200]);
		expect(first.headers.authorization).toBe(`Bearer ${bearer}`);
		expect(second.headers).not.toHaveProperty('authorization');
		expect(new URL(emulator.filesUrl).host).toBe(second.headers.host);
	});

	it('are refused by the other origin when a bearer comes along, or the link is old', async () => {
		const { headers } = await get(await urlOf('CHAT'), bearer, { redirect: 'manual' });
		const link = headers.get('location') ?? '';
		expect((await get(link, bearer)).status).toBe(403);
		expect((await get(link)).status).toBe(200);
		clock.advance(3_600_000);
		expect((await get(link)).status).toBe(403);
		expect((await get(`${emulator.filesUrl}/replay/x?Signature=x`)).status).toBe(403);
	});

	it('have the name, type and length of the file', async () => {
		const head = async (type: string) => {
			const { headers } = await get(await urlOf(type), bearer);
			return ['content-disposition', 'content-type', 'content-length'].map((name) =>
				headers.get(name),
			);
		};
		expect(await head('MP4')).toEqual([
			'attachment; filename=GMT20260708-150000_Recording_1920x1080.mp4',
			'video/mp4',
			'12000000',
		]);
		expect((await head('M4A'))[1]).toBe('audio/mp4');
		expect((await head('CHAT')).slice(0, 2)).toEqual([
			'attachment; filename=GMT20260708-150000_RecordingnewChat.txt',
			'text/plain',
		]);
	});

	it('say what was said', async () => {
		const text = async (type: string) => (await get(await urlOf(type), bearer)).text();
		const transcript = await text('TRANSCRIPT');
		expect(transcript).toMatch(/^WEBVTT\r\n\r\n1\r\n00:00:04\.000 --> 00:00:12\.000\r\n/);
		expect(transcript).toContain('Hana Hayashi: 了解です。');
		expect(await text('CC')).not.toContain('Hana Hayashi:');
		expect(await text('CHAT')).toContain('00:01:11\tHana Hayashi:\tThanks 👍\r\n');
		expect(JSON.parse(await text('TIMELINE'))).toMatchObject({
			timeline: [{ ts: '00:00:04.000', users: [{ username: 'Olivia Ortiz' }] }, {}, {}, {}],
		});
		expect(JSON.parse(await text('SUMMARY'))).toHaveProperty('overall_summary');
		const { body } = await api('GET', '/meetings/84567890123/transcript');
		expect(await (await get(String(body.download_url), bearer)).text()).toBe(transcript);
	});

	it('can be fetched in ranges', async () => {
		const url = await urlOf('M4A');
		const whole = Buffer.from(await (await get(url, bearer)).arrayBuffer());
		expect(whole.subarray(4, 11).toString()).toBe('ftypM4A');
		for (const [range, from, to] of [
			['bytes=0-9', 0, 10],
			['bytes=65530-200000', 65_530, 200_001],
			['bytes=1799990-', 1_799_990, 1_800_000],
			['bytes=-5', 1_799_995, 1_800_000],
		] as const) {
			const part = await get(url, bearer, { headers: { range } });
			expect(part.status).toBe(206);
			expect(part.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/1800000`);
			expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(from, to))).toBe(true);
		}
		const beyond = await get(url, bearer, { headers: { range: 'bytes=1800000-' } });
		expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */1800000']);
	});

	describe('open', () => {
		it('to a download token until it ends, and to nothing but its recording', async () => {
			const path = '/meetings/84567890123/recordings?include_fields=download_access_token&ttl=60';
			const token = String((await api('GET', path)).body.download_access_token);
			expect((await get(await urlOf('CHAT'), token)).status).toBe(200);
			expect((await get(await urlOf('MP4', '82345678901'), token)).status).toBe(401);
			clock.advance(60_000);
			expect((await get(await urlOf('CHAT'), token)).status).toBe(401);
		});

		it('to a token in the query as well', async () => {
			const response = await get(`${await urlOf('CHAT')}?access_token=${bearer}`);
			expect(response.headers.get('content-type')).toBe('text/plain');
		});

		it('to the host, and to who may see the whole account, with scopes for recordings', async () => {
			const url = await urlOf('CHAT');
			const as = (user: string) => emulator.authorize(emulator.apps.userManaged, user).access_token;
			expect((await get(url, as('olivia.ortiz@example.com'))).status).toBe(200);
			expect((await get(url, as('henrik.holm@example.com'))).status).toBe(401);
			const app = emulator.addApp({ scopes: ['meeting:read:meeting:admin'] });
			expect((await get(url, emulator.authorize(app).access_token)).status).toBe(401);
		});

		it('to anyone where the recording is public and has no passcode', async () => {
			expect((await get(await urlOf('MP4', '82345678901'))).status).toBe(200);
		});
	});

	it('are pages of HTML where Zoom does not hand out the file', async () => {
		const url = await urlOf('CHAT');
		const page = async (path: string, token?: string) => {
			const response = await get(path, token);
			expect(response.headers.get('content-type')).toMatch('text/html');
			return [response.status, /<title>([^<]*)</.exec(await response.text())?.[1]];
		};
		expect(await page(url)).toEqual([200, 'Passcode Required - Zoom']);
		expect(await page(url, 'nonsense')).toEqual([401, 'Unauthorized - Zoom']);
		clock.advance(3_600_000);
		expect(await page(url, bearer)).toEqual([401, 'Unauthorized - Zoom']);
		expect(await page(`${emulator.url}/rec/download/nothing`)).toEqual([404, 'Error - Zoom']);
		bearer = emulator.authorize(emulator.apps.serverToServer).access_token;
		await apiOf(emulator, bearer)('DELETE', '/meetings/84567890123/recordings');
		expect(await page(url, bearer)).toEqual([404, 'Error - Zoom']);
	});

	it('count among the downloads of the recording', async () => {
		await get(await urlOf('CHAT'), bearer);
		const query = 'from=2026-07-15&to=2026-07-15&type=by_download';
		const path = `/meetings/84567890123/recordings/analytics_details?${query}`;
		expect((await api('GET', path)).body.analytics_details).toEqual([
			{ date_time: start, name: 'Olivia Ortiz', email: 'olivia.ortiz@example.com' },
		]);
	});

	describe('of a gibibyte', () => {
		const meeting = '86000000000';

		beforeEach(async () => {
			const recordings = [
				{
					host_id: 'OliviaOrtiz-Owner00000',
					meeting_id: Number(meeting),
					recording_files: [{ file_type: 'MP4', file_size: gibibyte }],
				},
			];
			await control(emulator, 'POST', '/seed', { recordings });
		});

		const sizeOf = async (body: ReadableStream<Uint8Array> | null) => {
			let size = 0;
			for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) size += chunk.length;
			return size;
		};

		it('come whole, at the pace of the reader, and are never held', async () => {
			const response = await get(await urlOf('MP4', meeting), bearer);
			expect(response.headers.get('content-length')).toBe(String(gibibyte));
			const before = process.memoryUsage().rss;
			expect(await sizeOf(response.body)).toBe(gibibyte);
			expect(process.memoryUsage().rss - before).toBeLessThan(gibibyte / 2);
		});

		it('can break off in the middle, on either origin', async () => {
			const url = await urlOf('MP4', meeting);
			emulator.faults.add({ match: 'GET /replay/*', truncate: true });
			const response = await get(url, bearer);
			expect(response.headers.get('content-length')).toBe(String(gibibyte));
			await expect(sizeOf(response.body)).rejects.toThrow('terminated');
			emulator.faults.add({ match: 'GET /rec/download/*', status: 503 });
			expect((await get(url, bearer)).status).toBe(503);
		});
	});

	it('can come late, or stop and hang', async () => {
		const url = await urlOf('CHAT');
		emulator.faults.add({ match: 'GET /replay/*', delayMs: 50 });
		expect(await (await get(url, bearer)).text()).toContain('Thanks');
		emulator.faults.add({ match: 'GET /replay/*', hang: 'body' });
		const ended = new AbortController();
		const response = await get(url, bearer, { signal: ended.signal });
		const reader = response.body?.getReader();
		expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
		ended.abort();
		await expect(reader?.read()).rejects.toThrow('aborted');
	});
});
