import fc from 'fast-check';
import type { FakeTime } from '../../support/time/fakeTime';
import { takeTime } from '../../support/time/fakeTime';
import { signedBytes } from '../../support/trigger/signing';
import type { SubscriptionApiStub } from '../../support/trigger/subscriptionApiStub';
import { createSubscriptionApiStub } from '../../support/trigger/subscriptionApiStub';
import { credentialsFor, SECRET } from '../../support/trigger/triggerCredentials';
import type { Delivery, Installed } from '../../support/trigger/triggerEngine';
import { install } from '../../support/trigger/triggerEngine';
import { takeWebSocket, until } from '../../support/trigger/webSocketGlobal';

const SEED = { seed: 20261201, numRuns: 80 };
const MEGABYTE = 1024 * 1024;

const { sockets, latest } = takeWebSocket();
let clock: FakeTime;
let zoom: SubscriptionApiStub;
beforeAll(async () => {
	zoom = await createSubscriptionApiStub();
});
beforeEach(() => {
	clock = takeTime();
});
afterEach(() => {
	jest.restoreAllMocks();
});
afterAll(async () => {
	await zoom.close();
});

const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const namesOf = () => prototypes.map((prototype) => Reflect.ownKeys(prototype));
const untouched = namesOf();
/** Nothing that came in has reached what all objects share. */
function expectIntact({ logs }: Installed): void {
	expect(namesOf()).toEqual(untouched);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	expect(logs.join('\n')).not.toMatch(
		new RegExp(`${SECRET}|client_credentials_\\d|access_token=(?!\\[hidden])`),
	);
	for (const line of logs) expect(line.length).toBeLessThan(2000);
}

const HOSTILE = [
	...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then'],
	...['event', 'payload', 'object', 'event_ts', 'account_id', 'host_id', 'topic', 'id'],
	...['recording_files', 'file_type', 'plainToken', 'download_token', '', 'a.b', '$json', 'toJSON'],
];
const name = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 8 }));
const { value: content } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.oneof(
			fc.constantFrom(null, true, false, 0, -1, 1e308, 'meeting.started', '{{ $env }}', '\u0000'),
			fc.string({ unit: 'binary' }),
			fc.double(),
		),
		fc.array(tie('value'), { maxLength: 4 }),
		fc.array(fc.tuple(name, tie('value')), { maxLength: 6 }).map((entries) => {
			const made: Record<string, unknown> = {};
			for (const [key, value] of entries) {
				Object.defineProperty(made, key, { value, enumerable: true, configurable: true });
			}
			return made;
		}),
	),
}));
const EVENTS = ['meeting.started', 'endpoint.url_validation', '__proto__', 'constructor'];
const hostileJson = fc
	.tuple(fc.constantFrom(...EVENTS), content, content)
	.map(([event, payload, more]) => {
		const polluting =
			'"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}';
		const text = JSON.stringify(payload) ?? 'null';
		return `{"event":"${event}","payload":{"object":${text},${polluting}},${polluting},"more":${JSON.stringify(more) ?? '1'},"event":"${event}"}`;
	});

const webhook = (more: object = {}) =>
	install(credentialsFor('http://127.0.0.1:9'), 'user', {
		events: ['*'],
		filters: { meetingIds: '812', topic: 'x', fileTypes: ['MP4'] },
		...more,
	});

/** Answered as a delivery may be, with nothing thrown and nothing told to the sender. */
async function expectAnswer(it: Installed, delivery: Delivery): Promise<number | undefined> {
	const { workflowData, webhookResponse, status, json } = await it.receive(delivery);
	expect(workflowData !== undefined || webhookResponse !== undefined || status !== undefined).toBe(
		true,
	);
	expect([undefined, 204, 400, 401]).toContain(status);
	expect(JSON.stringify([webhookResponse ?? null, json ?? null])).not.toContain(SECRET);
	for (const item of workflowData?.flat() ?? []) {
		expect(Object.getPrototypeOf(item.json)).toBe(Object.prototype);
		expect(JSON.stringify(item.json)).not.toContain('__proto__":');
		await it.execute([item.json], { mode: 'manual' });
	}
	return status;
}

describe('A webhook takes in', () => {
	test('whatever JSON may hold', async () => {
		const every = webhook({
			filters: {},
			options: { removeDuplicates: false, output: 'simplified' },
		});
		const some = webhook();
		await fc.assert(
			fc.asyncProperty(hostileJson, async (text) => {
				for (const it of [every, some]) {
					await expectAnswer(it, signedBytes(Buffer.from(text)));
					expectIntact(it);
				}
			}),
			SEED,
		);
	}, 60_000);

	test('bytes that are no text, signed or not', async () => {
		const it = webhook();
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, isSigned) => {
				const rawBody = Buffer.from(bytes);
				const status = await expectAnswer(it, isSigned ? signedBytes(rawBody) : { rawBody });
				expect(status).toBe(isSigned ? 400 : 401);
				expectIntact(it);
			}),
			SEED,
		);
	}, 60_000);

	const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
	test.each<[string, Buffer]>([
		[
			'a body of 17 MB',
			Buffer.from(JSON.stringify({ event: 'x', text: 'a'.repeat(17 * MEGABYTE) })),
		],
		['a name of 1 MB', Buffer.from(JSON.stringify({ event: 'a'.repeat(MEGABYTE) }))],
		['100,000 lists in one another', Buffer.from('['.repeat(100_000))],
		['500,000 objects in one another', Buffer.from(`{"event":"x","payload":${nested(500_000)}}`)],
		['2,000 objects in one another', Buffer.from(`{"event":"x","payload":${nested(2000)}}`)],
		['a byte that is no UTF-8', Buffer.from([0xff, 0xfe, 0x7b])],
	])('%s, and refuses it', async (_, rawBody) => {
		const it = webhook();
		expect(await expectAnswer(it, signedBytes(rawBody))).toBe(400);
		expectIntact(it);
	});

	test('headers of any kind', async () => {
		const it = webhook();
		const value = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(fc.string(), { maxLength: 3 }),
			fc.constantFrom(undefined, null, 'a'.repeat(MEGABYTE), {}, 1e308),
		);
		const headers = fc.dictionary(
			fc.constantFrom('x-zm-signature', 'x-zm-request-timestamp', 'x-zm-request-id', '__proto__'),
			value,
		);
		const signed = signedBytes(Buffer.from('{"event":"meeting.started"}'));
		await fc.assert(
			fc.asyncProperty(headers, fc.boolean(), async (given, isOver) => {
				const all = isOver ? { ...signed.headers, ...given } : given;
				await expectAnswer(it, { rawBody: signed.rawBody, headers: all as Delivery['headers'] });
				expectIntact(it);
			}),
			SEED,
		);
	}, 60_000);
});

describe('A WebSocket takes in', () => {
	let count = 0;
	async function connected() {
		const it = install(credentialsFor(zoom.url), 'account', {
			delivery: 'webSocket',
			socketUrl: `${zoom.url.replace('http', 'ws')}/ws?subscriptionId=hostile_${++count}`,
			events: ['*'],
			options: { removeDuplicates: false },
		});
		const starting = it.start();
		await until(() => sockets.length > 0);
		latest().greet();
		return { it, ...(await starting) };
	}

	test('frames of any kind, and goes on', async () => {
		const { it, response, emitted } = await connected();
		const socket = latest();
		const frame = fc.oneof(
			fc
				.record(
					{
						module: fc.oneof(fc.constantFrom('message', 'heartbeat', 'build_connection'), content),
						success: fc.constantFrom(true, null, 1, 'false'),
						content: fc.oneof(content, hostileJson, fc.string({ unit: 'binary' })),
						header: content,
					},
					{ requiredKeys: [] },
				)
				.map((made) => JSON.stringify(made)),
			hostileJson,
			fc.string({ unit: 'binary' }),
			fc.constantFrom('a'.repeat(5 * MEGABYTE), '['.repeat(100_000)),
			fc.constantFrom<unknown>(
				undefined,
				null,
				{},
				Buffer.from('{}'),
				new ArrayBuffer(8),
				Symbol('x'),
			),
		);
		fc.assert(
			fc.property(frame, (data) => {
				socket.onmessage?.({ data });
				expectIntact(it);
			}),
			SEED,
		);
		for (const [[{ json }]] of emitted) {
			expect(Object.getPrototypeOf(json)).toBe(Object.prototype);
		}
		const before = emitted.length;
		socket.deliver({ event: 'meeting.started', payload: {} });
		expect(emitted).toHaveLength(before + 1);
		await response.closeFunction?.();
	}, 60_000);

	test('a refusal of any length, and quotes a little of it', async () => {
		const { it, response } = await connected();
		latest().refuse(`access_token=abc.def ${'x'.repeat(MEGABYTE)}`, 'heartbeat');
		await clock.settle();
		expect(it.logs.join('\n')).toMatch(/is not connected/);
		expectIntact(it);
		await response.closeFunction?.();
	});
});
