import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import type { Api, Reply } from '../../caller';
import { apiOf, postForm, read } from '../../caller';
import type { Emulator, Fault } from '../..';
import { createEmulator, manualClock } from '../..';

const route = 'POST /v2/users/{userId}/meetings';

describe('faults', () => {
	const clock = manualClock('2026-07-01T09:00:00Z');
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock });
	});
	beforeEach(() => {
		emulator.reset();
		emulator.settings.rateLimitHeaders = 'current';
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const create = () => api('POST', '/users/me/meetings', { topic: 'Faulty' });
	const made = () => emulator.store.meetings.find(({ topic }) => topic === 'Faulty').length;
	const fault = (kind: Omit<Fault, 'match'>) => emulator.faults.add({ match: route, ...kind });

	/** The answer to a create as it comes off the socket, and how the connection ended. */
	const raw = async (): Promise<{
		status: number;
		promised: number;
		body: string;
		end: string;
	}> => {
		const { access_token } = emulator.authorize(emulator.apps.serverToServer);
		const call = httpRequest(`${emulator.url}/v2/users/me/meetings`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${access_token}`,
				'content-type': 'application/json',
			},
		});
		call.end(JSON.stringify({ topic: 'Faulty' }));
		const [response] = (await once(call, 'response')) as [IncomingMessage];
		let body = '';
		response.on('data', (chunk: Buffer) => (body += chunk.toString()));
		const end = await new Promise<string>((resolve) => {
			response.once('end', () => resolve('end'));
			response.once('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)));
		});
		const promised = Number(response.headers['content-length']);
		return { status: response.statusCode ?? 0, promised, body, end };
	};

	describe('are matched', () => {
		const status = async () => (await create()).status;

		it.each<[string, Fault['match']]>([
			['by route', route],
			['by path', 'POST /v2/users/me/meetings'],
			['by path of any method', '/v2/users/me/meetings'],
			['by anything', '* /v2/*'],
			['by expression', /meetings$/],
			['by function', ({ body }) => (body as { topic?: string }).topic === 'Faulty'],
		])('%s', async (_how, match) => {
			emulator.faults.add({ match, status: 503 });
			expect([await status(), await status()]).toEqual([503, 201]);
		});

		it.each<[string, Fault['match']]>([
			['another method', 'GET /v2/users/{userId}/meetings'],
			['another route', 'POST /v2/users'],
			['part of a path', 'POST /v2/users/me'],
			['a dot standing for anything', 'POST /v2/users/.e/meetings'],
		])('not by %s', async (_how, match) => {
			emulator.faults.add({ match, status: 503 });
			expect(await status()).toBe(201);
		});

		it('so many times, after letting some pass, one after the other', async () => {
			fault({ status: 500, times: 2, skip: 1 });
			fault({ status: 503 });
			const seen: number[] = [];
			for (let call = 0; call < 5; call++) seen.push(await status());
			expect(seen).toEqual([503, 500, 500, 201, 201]);
		});

		it('for ever, until cleared', async () => {
			fault({ status: 500, times: Infinity });
			for (let call = 0; call < 5; call++) expect(await status()).toBe(500);
			emulator.faults.clear();
			expect(await status()).toBe(201);
		});

		it('on the token endpoint too', async () => {
			emulator.faults.add({ match: 'POST /oauth/token', status: 500, html: true });
			const ask = () =>
				postForm(emulator, '/oauth/token', emulator.apps.serverToServer, {
					grant_type: 'account_credentials',
					account_id: emulator.account.id,
				});
			const page = await ask();
			expect([page.status, page.headers.get('content-type')]).toEqual([500, 'text/html']);
			expect((await ask()).status).toBe(200);
		});
	});

	it('must be one thing each', () => {
		expect(() => fault({})).toThrow(/; this one has none$/);
		expect(() => fault({ status: 500, hang: 'body' })).toThrow(/has status and hang$/);
		expect(() => fault({ html: true, status: 503 })).not.toThrow();
	});

	it('answer what they are told, without the work', async () => {
		fault({ status: 503, headers: { 'retry-after': '7' }, body: { code: 1, message: 'later' } });
		const { status, headers, body } = await create();
		expect([status, headers.get('retry-after'), body]).toEqual([
			503,
			'7',
			{ code: 1, message: 'later' },
		]);
		expect(headers.get('x-zm-trackingid')).toMatch(/^v=2\.0/);
		expect(made()).toBe(0);
		fault({ status: 500, body: 'plain words' });
		expect((await create()).text).toBe('plain words');
	});

	it('answer what they are told, after the work', async () => {
		fault({ status: 502, afterWork: true });
		expect((await create()).status).toBe(502);
		expect(made()).toBe(1);
	});

	it('answer later', async () => {
		fault({ delayMs: 25 });
		const order: string[] = [];
		const slow = create().then((reply) => order.push(`slow ${reply.status}`));
		await new Promise(setImmediate);
		await create().then((reply) => order.push(`fast ${reply.status}`));
		await slow;
		expect(order).toEqual(['fast 201', 'slow 201']);
	});

	it('are not the only cause of lateness: a setting delays every answer, but not the work', async () => {
		emulator.settings.latencyMs = 50;
		try {
			const begin = performance.now();
			const late = create();
			while (made() === 0) await new Promise(setImmediate);
			expect(performance.now() - begin).toBeLessThan(50);
			expect((await late).status).toBe(201);
			expect(performance.now() - begin).toBeGreaterThanOrEqual(49);
		} finally {
			emulator.settings.latencyMs = 0;
		}
	});

	it.each([
		['before', 0],
		['after', 1],
	] as const)('cut the connection %s the work', async (reset, meetings) => {
		fault({ reset });
		await expect(create()).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } });
		expect(made()).toBe(meetings);
		expect(emulator.requests.to(route)).toMatchObject([{ status: 0 }]);
		expect((await create()).status).toBe(201);
	});

	it.each([
		['headers', 0],
		['body', 1],
	] as const)('leave the caller waiting for the %s', async (hang, meetings) => {
		fault({ hang });
		const waiting = new AbortController();
		const { access_token } = emulator.authorize(emulator.apps.serverToServer);
		const answer = fetch(`${emulator.url}/v2/users/me/meetings`, {
			method: 'POST',
			signal: waiting.signal,
			headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
			body: JSON.stringify({ topic: 'Faulty' }),
		});
		if (hang === 'headers') {
			while (!emulator.requests.to(route).length) await new Promise(setImmediate);
			// Another call is answered in the meantime, so this one had its chance.
			await api('GET', '/users/me');
			waiting.abort();
			await expect(answer).rejects.toThrow(/abort/);
		} else {
			const response = await answer;
			const reader = response.body?.getReader();
			const first = await reader?.read();
			const got = first?.value?.length ?? 0;
			expect([response.status, got > 0]).toEqual([201, true]);
			expect(got).toBeLessThan(Number(response.headers.get('content-length')));
			waiting.abort();
			await expect(reader?.read()).rejects.toThrow(/abort/);
		}
		expect(made()).toBe(meetings);
	});

	it('send an answer byte by byte, with the work', async () => {
		fault({ dripMs: 1 });
		const { status, promised, body, end } = await raw();
		expect([status, end]).toEqual([201, 'end']);
		expect(body).toHaveLength(promised);
		expect(made()).toBe(1);
	});

	it('cut the body short and the connection with it', async () => {
		fault({ truncate: true });
		const { status, promised, body, end } = await raw();
		expect([status, end]).toEqual([201, 'ECONNRESET']);
		expect(body.length).toBeGreaterThan(0);
		expect(body.length).toBeLessThan(promised);
		expect(made()).toBe(1);
	});

	it('send a whole answer that is half a JSON', async () => {
		fault({ malformedJson: true });
		const { status, promised, body, end } = await raw();
		expect([status, end, body.length]).toEqual([200, 'end', promised]);
		expect(() => JSON.parse(body) as unknown).toThrow(SyntaxError);
		expect(made()).toBe(1);
	});

	it('send an HTML page', async () => {
		fault({ html: true });
		const { status, headers, text } = await create();
		expect([status, headers.get('content-type')]).toEqual([502, 'text/html']);
		expect(text).toMatch(/^<html>/);
		expect(made()).toBe(0);
	});

	it('send an error with a 200', async () => {
		fault({ okError: { code: 200, message: 'No permission.' } });
		const { status, body } = await create();
		expect([status, body]).toEqual([200, { code: 200, message: 'No permission.' }]);
		expect(made()).toBe(0);
	});

	it('let a token expire for good', async () => {
		fault({ expireToken: true });
		const { status, body } = await create();
		expect([status, body]).toEqual([401, { code: 124, message: 'Access token is expired.' }]);
		expect((await create()).status).toBe(401);
		api = apiOf(emulator);
		expect((await create()).status).toBe(201);
	});

	describe('are a limit', () => {
		const headers = (reply: Reply) =>
			['x-ratelimit-type', 'x-ratelimit-limit', 'x-ratelimit-remaining', 'retry-after'].map(
				(name) => reply.headers.get(name),
			);

		it.each([
			['perSecond', /per-second rate limit/, ['QPS', '30', '0', null]],
			[
				'accountDay',
				/daily rate limit for this API/,
				['Daily-limit', '6000', '0', '2026-07-02T00:00:00Z'],
			],
			['userDay', /\(100\) of Meeting Create\/Update/, [null, '30', '30', null]],
			['concurrent', /^Too many concurrent requests/, [null, '30', '30', null]],
		] as const)(
			"%s, in Zoom's words and either kind of headers",
			async (limit, message, documented) => {
				fault({ limit, times: 2 });
				const current = await create();
				expect(current.status).toBe(429);
				expect(current.body).toEqual({ code: 429, message: expect.stringMatching(message) });
				expect(current.headers.get('x-ratelimit-category')).toBe('Light');
				expect(headers(current)).toEqual([null, null, null, null]);
				emulator.settings.rateLimitHeaders = 'documented';
				expect(headers(await create())).toEqual(documented);
				expect(made()).toBe(0);
			},
		);

		it("with a Retry-After of one's own", async () => {
			fault({ limit: 'perSecond', retryAfter: '3' });
			expect((await create()).headers.get('retry-after')).toBe('3');
		});
	});

	it('can be had for one call by a Prefer header', async () => {
		const ask = (code: number) =>
			read(fetch(`${emulator.url}/v2/users/me`, { headers: { prefer: `code=${code}` } }));
		expect((await ask(429)).body.message).toMatch(/per-second/);
		expect((await ask(404)).body.code).toBe(3001);
		const broken = await ask(503);
		expect([broken.status, broken.body.code]).toEqual([503, 503]);
	});
});
