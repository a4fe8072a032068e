import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { WebhookContext } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';
import type { CredentialStore } from '../../support/engine/credentialStore';
import type { FakeTime } from '../../support/time/fakeTime';
import { takeTime } from '../../support/time/fakeTime';
import { signedBytes, signedDelivery } from '../../support/trigger/signing';
import { credentialsFor, SECRET } from '../../support/trigger/triggerCredentials';
import type { Delivery, Installed } from '../../support/trigger/triggerEngine';
import { install } from '../../support/trigger/triggerEngine';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let clock: FakeTime;
let credentials: CredentialStore;
let reads: jest.SpyInstance;
beforeEach(() => {
	clock = takeTime();
	credentials = credentialsFor('http://127.0.0.1:9');
	reads = jest.spyOn(credentials, 'getDecrypted');
});
afterEach(() => {
	jest.restoreAllMocks();
});

const trigger = (more: object = {}, credential = 'user') =>
	install(credentials, credential, { events: ['meeting.started'], ...more });

let count = 0;
const started = (object: IDataObject = {}, more: object = {}) => ({
	event: 'meeting.started',
	event_ts: 1626230691572 + ++count,
	payload: { account_id: 'A', object: { id: '81234567890', ...object } },
	...more,
});
const question = (plainToken: unknown) => ({
	event: 'endpoint.url_validation',
	payload: { plainToken },
	event_ts: 1654503849680,
});

/** What became of a delivery. */
async function outcome(it: Installed, delivery: Delivery) {
	const { workflowData, webhookResponse, noWebhookResponse, status, json } =
		await it.receive(delivery);
	if (workflowData) return { starts: workflowData.flat().map((item) => item.json) };
	return webhookResponse === undefined ? { noWebhookResponse, status, json } : { webhookResponse };
}

const FORGED = { noWebhookResponse: true, status: 401, json: { message: 'Not signed by Zoom' } };
const IGNORED = { noWebhookResponse: true, status: 204, json: undefined };

describe('A genuine delivery', () => {
	test('starts the workflow with the body as Zoom sent it', async () => {
		const body = started({ topic: 'Grüße 👋' });
		expect(await outcome(trigger(), signedDelivery(body))).toEqual({ starts: [body] });
	});

	test('is told by its bytes, whatever they would look like written by us', async () => {
		const text =
			'{ "event" : "meeting.started",\n"payload":{"object":{"duration":60.0,"topic":"\\u00fc"}}}';
		expect(await outcome(trigger(), signedBytes(Buffer.from(text)))).toEqual({
			starts: [{ event: 'meeting.started', payload: { object: { duration: 60, topic: 'ü' } } }],
		});
	});

	test('serves with either kind of app', async () => {
		const it = trigger({ authentication: 'serverToServer' }, 'serverToServer');
		const body = started();
		expect(await outcome(it, signedDelivery(body))).toEqual({ starts: [body] });
	});

	test.each([
		[9, {}, true],
		[11, {}, false],
		[4, { options: { maximumAge: 5 } }, true],
		[6, { options: { maximumAge: 5 } }, false],
		[-4, {}, true],
		[-6, {}, false],
	])('signed %s minutes ago, with %j, is in time: %s', async (minutes, more, expected) => {
		const body = started();
		const delivery = signedDelivery(body, { at: clock.now() - minutes * MINUTE });
		expect(await outcome(trigger(more), delivery)).toEqual(expected ? { starts: [body] } : FORGED);
	});

	test('that is not wanted ends well and starts nothing', async () => {
		const it = trigger({ filters: { topic: 'review' } });
		expect(await outcome(it, signedDelivery(started({ topic: 'Sync' })))).toEqual(IGNORED);
		expect(await outcome(it, signedDelivery(started({}, { event: 'meeting.ended' })))).toEqual(
			IGNORED,
		);
	});

	test('of a host who was given by address starts it once the address was looked up', async () => {
		const it = trigger({ filters: { hosts: 'jane@example.com' } });
		const body = started({ host_id: 'janesId' });
		const notReady = {
			noWebhookResponse: true,
			status: 500,
			json: { message: 'Not ready' },
		};
		expect(await outcome(it, signedDelivery(body))).toEqual(notReady);
		expect(it.logs.join()).toMatch(/a host in the filter has not been looked up/);
		const other = started({ host_id: 'janesId' }, { event: 'meeting.ended' });
		expect(await outcome(it, signedDelivery(other))).toEqual(IGNORED);
		it.memory().hostIds = { 'jane@example.com': 'janesId' };
		expect(await outcome(it, signedDelivery(body))).toEqual({ starts: [body] });
	});

	test('of files leaves out those that are not wanted', async () => {
		const it = trigger({ events: ['*'], filters: { fileTypes: ['MP4'] } });
		const files = [{ file_type: 'MP4' }, { file_type: 'M4A' }];
		const body = started({ recording_files: files }, { event: 'recording.completed' });
		expect(await outcome(it, signedDelivery(body))).toMatchObject({
			starts: [{ payload: { object: { recording_files: [{ file_type: 'MP4' }] } } }],
		});
	});

	test.each([
		['[]'],
		['{}'],
		['null'],
		['{"event":'],
		[''],
		['\u0000'],
		['{"event":1}'],
		['{"event":"","payload":{}}'],
	])('of %j is none of an event', async (text) => {
		expect(await outcome(trigger({ events: ['*'] }), signedBytes(Buffer.from(text)))).toEqual({
			noWebhookResponse: true,
			status: 400,
			json: { message: 'Not an event from Zoom' },
		});
	});

	test.each([[[1]], ['text'], [null], [7]])('with %j for a payload starts it', async (payload) => {
		const body = { event: 'meeting.started', event_ts: ++count, payload };
		expect(await outcome(trigger(), signedDelivery(body))).toEqual({ starts: [body] });
	});

	test('for a node that is set wrongly fails in a sentence, for genuine deliveries alone', async () => {
		const it = trigger({ events: [] });
		await expect(it.receive(signedDelivery(started()))).rejects.toThrow(
			'Events: must have at least one event',
		);
		expect(await outcome(it, signedDelivery(started(), { secret: 'other' }))).toEqual(FORGED);
	});
});

describe('A forgery', () => {
	test.each<[string, (delivery: Delivery) => Delivery]>([
		['without a signature', ({ rawBody }) => ({ rawBody })],
		[
			'with the signature of another body',
			(delivery) => ({ ...delivery, rawBody: Buffer.from(JSON.stringify(started())) }),
		],
		['without a body', ({ headers }) => ({ headers })],
		['signed with another secret', () => signedDelivery(started(), { secret: 'guess' })],
		['signed with none', () => signedDelivery(started(), { secret: '' })],
		[
			'with another time',
			(delivery) => ({
				...delivery,
				headers: { ...delivery.headers, 'x-zm-request-timestamp': String(clock.now() / 1000 - 1) },
			}),
		],
	])('%s is refused and starts nothing', async (_, forge) => {
		expect(await outcome(trigger(), forge(signedDelivery(started())))).toEqual(FORGED);
	});

	test('is refused while the credential has no secret, even if signed with none', async () => {
		credentials = credentialsFor('http://127.0.0.1:9', { webhookSecretToken: '' });
		expect(await outcome(trigger(), signedDelivery(started(), { secret: '' }))).toEqual(FORGED);
	});

	test('does not get an execution out of n8n by a credential that is gone', async () => {
		expect(await outcome(trigger({}, 'nobody'), signedDelivery(started()))).toEqual({
			noWebhookResponse: true,
			status: 500,
			json: { message: 'Not ready' },
		});
	});

	test('is told in the log once a minute at most', async () => {
		const it = trigger();
		for (let turn = 0; turn < 5; turn++) {
			expect(await outcome(it, { rawBody: Buffer.from('x') })).toEqual(FORGED);
			await clock.pass(20 * SECOND);
		}
		expect(it.logs).toEqual([
			expect.stringMatching(/^warn: Zoom Trigger rejected a delivery: it is not signed with the/),
			expect.stringMatching(/^warn: /),
		]);
	});

	test.each<[string, IDataObject, (now: number) => Delivery, RegExp]>([
		[
			'a missing secret',
			{ webhookSecretToken: '' },
			() => signedDelivery(started()),
			/no Webhook Secret Token/,
		],
		[
			'its age',
			{},
			(now) => signedDelivery(started(), { at: now - 2 * 60 * MINUTE }),
			/it was signed 7200 s ago/,
		],
	])('is explained in the log by %s', async (_, more, make, expected) => {
		credentials = credentialsFor('http://127.0.0.1:9', more);
		const it = trigger();
		await outcome(it, make(clock.now()));
		expect(it.logs).toEqual([expect.stringMatching(expected)]);
		expect(it.logs.join()).not.toContain(SECRET);
	});
});

describe("Zoom's question about the address", () => {
	test('is answered, and starts nothing', async () => {
		const plainToken = 'qgg8vlvZRS6UYooatFL8Aw';
		const encryptedToken = createHmac('sha256', SECRET).update(plainToken).digest('hex');
		for (const mode of ['webhook', 'manual'] as const) {
			expect(await outcome(trigger(), { ...signedDelivery(question(plainToken)), mode })).toEqual({
				webhookResponse: { plainToken, encryptedToken },
			});
		}
	});

	test('is answered to Zoom alone', async () => {
		expect(await outcome(trigger(), signedDelivery(question('abc'), { secret: 'guess' }))).toEqual(
			FORGED,
		);
		expect(
			await outcome(trigger(), { rawBody: Buffer.from(JSON.stringify(question('abc'))) }),
		).toEqual(FORGED);
	});

	test('is not answered when it is the text of a signature', async () => {
		const forged = `v0:${clock.now() / 1000}:{"event":"user.deleted"}`;
		for (const plainToken of [forged, undefined, null, 1, {}, 'x'.repeat(200)]) {
			expect(await outcome(trigger(), signedDelivery(question(plainToken)))).toEqual({
				noWebhookResponse: true,
				status: 400,
				json: { message: 'Not an event from Zoom' },
			});
		}
	});
});

describe('The secret', () => {
	const pass = async (it: Installed, secret = SECRET) =>
		'starts' in (await outcome(it, signedDelivery(started(), { secret })));

	test('is read once in five seconds, however many deliveries come', async () => {
		const it = trigger();
		await Promise.all(Array.from({ length: 20 }, async () => await pass(it)));
		expect(reads).toHaveBeenCalledTimes(1);
		await clock.pass(5 * SECOND - 1);
		expect(await pass(it)).toBe(true);
		expect(reads).toHaveBeenCalledTimes(1);
		await clock.pass(1);
		expect(await pass(it)).toBe(true);
		expect(reads).toHaveBeenCalledTimes(2);
	});

	const replace = (secret: string) =>
		credentials.save('user', { ...credentials.read('user'), webhookSecretToken: secret });

	test('that was replaced in the credential serves after a second, and the old one no more', async () => {
		const it = trigger();
		expect(await pass(it)).toBe(true);
		replace('new');
		await clock.pass(SECOND);
		expect(await pass(it, 'new')).toBe(true);
		expect(await pass(it)).toBe(false);
	});

	test('that was replaced is accepted for five seconds at most, even while it alone is used', async () => {
		const it = trigger();
		for (let turn = 0; turn < 3; turn++) {
			expect(await pass(it)).toBe(true);
			await clock.pass(SECOND);
		}
		replace('new');
		await clock.pass(5 * SECOND);
		expect(await pass(it)).toBe(false);
		replace('');
		await clock.pass(5 * SECOND);
		for (const secret of [SECRET, 'new', '']) expect(await pass(it, secret)).toBe(false);
	});

	test.each([3, -3])(
		'that was replaced is refused in time when the clock is set by %s s',
		async (by) => {
			const it = trigger();
			expect(await pass(it)).toBe(true);
			replace('new');
			clock.setClock(-by * SECOND);
			await clock.pass(4 * SECOND);
			clock.setClock(2 * by * SECOND);
			await clock.pass(SECOND);
			expect(await pass(it)).toBe(false);
		},
	);

	test('is not read for each forgery', async () => {
		const it = trigger();
		for (let turn = 0; turn < 50; turn++) {
			expect(await pass(it, 'guess')).toBe(false);
			await clock.pass(100);
		}
		expect(reads.mock.calls.length).toBeLessThanOrEqual(6);
	});

	test('that could not be read is read with the next delivery', async () => {
		const it = trigger();
		reads.mockRejectedValueOnce(new Error('The database is locked'));
		expect(await pass(it)).toBe(false);
		expect(await pass(it)).toBe(true);
	});
});

describe('A delivery that came before', () => {
	test('starts nothing, with another signature and token too', async () => {
		const it = trigger();
		const body = started();
		expect(await outcome(it, signedDelivery(body))).toEqual({ starts: [body] });
		await clock.pass(5 * MINUTE);
		expect(await outcome(it, signedDelivery(body))).toEqual(IGNORED);
		await clock.pass(80 * MINUTE);
		expect(await outcome(it, signedDelivery({ ...body, download_token: 'x' }))).toEqual(IGNORED);
	});

	test('in a burst starts the workflow once', async () => {
		const it = trigger();
		const delivery = signedDelivery(started());
		const outcomes = await Promise.all(
			Array.from({ length: 10 }, async () => await outcome(it, delivery)),
		);
		expect(outcomes.filter((entry) => 'starts' in entry)).toHaveLength(1);
	});

	test('is known by the ID of the request, too, where Zoom gives one', async () => {
		const it = trigger();
		const headers = { 'x-zm-request-id': 'a-b-c' };
		const body = started();
		expect(await outcome(it, signedDelivery(body, { headers }))).toEqual({ starts: [body] });
		const again = { ...body, payload: { ...body.payload, sent: 2 } };
		expect(await outcome(it, signedDelivery(again, { headers }))).toEqual(IGNORED);
		const other = { ...again, event_ts: 1 };
		expect(await outcome(it, signedDelivery(other, { headers }))).toEqual({ starts: [other] });
	});

	test('at another workflow is new', async () => {
		const delivery = signedDelivery(started());
		expect(await outcome(trigger(), delivery)).toHaveProperty('starts');
		expect(await outcome(trigger(), delivery)).toHaveProperty('starts');
	});

	test('counts when duplicates are wanted, and in a test', async () => {
		const delivery = signedDelivery(started());
		const it = trigger({ options: { removeDuplicates: false } });
		expect(await outcome(it, delivery)).toHaveProperty('starts');
		expect(await outcome(it, delivery)).toHaveProperty('starts');
		const tried = trigger();
		expect(await outcome(tried, { ...delivery, mode: 'manual' })).toHaveProperty('starts');
		expect(await outcome(tried, { ...delivery, mode: 'manual' })).toHaveProperty('starts');
		expect(await outcome(tried, delivery)).toHaveProperty('starts');
	});

	test('counts when n8n could not start the workflow the first time', async () => {
		const it = trigger();
		const delivery = signedDelivery(started());
		const first = await it.receive(delivery);
		first.end(500);
		const second = await it.receive(delivery);
		expect(second.workflowData).toHaveLength(1);
		second.end(200);
		expect(await outcome(it, delivery)).toEqual(IGNORED);
	});

	test('counts when n8n failed to start it after Zoom had hung up', async () => {
		const it = trigger();
		const delivery = signedDelivery(started());
		const laterAnswer = (await it.receive(delivery)).hangUp();
		expect(await outcome(it, delivery)).toEqual(IGNORED);
		laterAnswer(500);
		const again = await it.receive(delivery);
		expect(again.workflowData).toHaveLength(1);
		again.hangUp()(200);
		expect(await outcome(it, delivery)).toEqual(IGNORED);
	});

	/** The next answer is to a Zoom that has hung up already. */
	const hangUpBefore = async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		const caller = connect((server.address() as AddressInfo).port, '127.0.0.1');
		caller.write('POST / HTTP/1.1\r\nHost: n8n\r\n\r\n');
		const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
		caller.destroy();
		await once(response, 'close');
		server.close();
		const answers = jest.spyOn(WebhookContext.prototype, 'getResponseObject');
		answers.mockReturnValueOnce(response as never);
		return response;
	};

	test('counts when n8n failed to start it and Zoom had hung up before', async () => {
		const it = trigger();
		const delivery = signedDelivery(started());
		const response = await hangUpBefore();
		expect(await outcome(it, delivery)).toHaveProperty('starts');
		expect(await outcome(it, delivery)).toEqual(IGNORED);
		response.statusCode = 500;
		expect(await outcome(it, delivery)).toHaveProperty('starts');
	});

	test('is certain as soon as n8n has answered, and the answer is kept no longer', async () => {
		const it = trigger();
		const [good, bad] = [signedDelivery(started()), signedDelivery(started())];
		const answers = [await hangUpBefore()];
		await outcome(it, good);
		answers.push(await hangUpBefore());
		await outcome(it, bad);
		answers[1].statusCode = 500;
		for (const answer of answers) answer.end();
		[answers[0].statusCode, answers[1].statusCode] = [500, 200];
		expect(await outcome(it, good)).toEqual(IGNORED);
		expect(await outcome(it, bad)).toHaveProperty('starts');
	});
});

describe('Whatever is sent', () => {
	const bytes = fc.oneof(
		fc.uint8Array({ maxLength: 2000 }).map((array) => Buffer.from(array)),
		fc.json().map((text) => Buffer.from(text)),
		fc.string({ unit: 'binary', maxLength: 500 }).map((text) => Buffer.from(text)),
		fc
			.jsonValue({ maxDepth: 4 })
			.map((payload) =>
				Buffer.from(JSON.stringify({ event: 'meeting.started', event_ts: 1, payload })),
			),
		fc
			.record({ n: fc.double({ noNaN: true }), s: fc.string({ unit: 'grapheme' }) })
			.map((object) =>
				Buffer.from(JSON.stringify({ event: 'meeting.started', payload: { object } }, null, 1)),
			),
		fc
			.constantFrom(
				'{"event":"meeting.started","payload":{"object":{"id":1e400,"__proto__":{"polluted":1}}}}',
				`{"event":"meeting.started","payload":{"object":${'['.repeat(500)}${']'.repeat(500)}}}`,
				`{"event":"meeting.started","payload":{"object":{"topic":"${'x'.repeat(1e6)}"}}}`,
				'{"event":"meeting.started","payload":{"object":{"id":12345678901234567890}}}',
				'\ufeff{"event":"meeting.started"}',
			)
			.map((text) => Buffer.from(text)),
	);

	test('its signature holds, to the byte', async () => {
		const it = trigger({ events: ['*'], options: { removeDuplicates: false } });
		await fc.assert(
			fc.asyncProperty(bytes, fc.nat(), async (rawBody, at) => {
				const delivery = signedBytes(rawBody);
				const genuine = await outcome(it, delivery);
				expect(genuine).not.toMatchObject({ status: 401 });
				expect(genuine).not.toMatchObject({ status: 500 });
				if (rawBody.length === 0) return;
				const changed = Buffer.from(rawBody);
				changed[at % changed.length] ^= 1;
				expect(await outcome(it, { ...delivery, rawBody: changed })).toEqual(FORGED);
			}),
			{ numRuns: 200 },
		);
		expect({}).not.toHaveProperty('polluted');
	});

	test('and in whatever headers, nothing goes wrong', async () => {
		const it = trigger({ events: ['*'] });
		const text = fc.string({ unit: 'binary', maxLength: 100 });
		const headers = fc.record(
			{
				'x-zm-signature': fc.oneof(
					text,
					text.map((rest) => `v0=${rest}`),
				),
				'x-zm-request-timestamp': fc.oneof(text, fc.integer().map(String)),
				'x-zm-request-id': text,
			},
			{ requiredKeys: [] },
		);
		await fc.assert(
			fc.asyncProperty(bytes, headers, async (rawBody, given) => {
				expect(await outcome(it, { rawBody, headers: given })).toEqual(FORGED);
			}),
			{ numRuns: 200 },
		);
	});

	test('with filters of all kinds, an event is taken or left', async () => {
		const it = trigger({
			events: ['*'],
			filters: { meetingIds: '1', hosts: 'a@b.c', topic: 'x', fileTypes: ['MP4'] },
			options: { removeDuplicates: false },
		});
		it.memory().hostIds = { 'a@b.c': 'A' };
		const value = fc.jsonValue({ maxDepth: 2 });
		const object = fc.dictionary(
			fc.constantFrom(
				...['id', 'meeting_id', 'host_id', 'host_email', 'topic', 'recording_files'],
				...['participant_audio_files', 'archive_files', '__proto__'],
			),
			value,
		);
		await fc.assert(
			fc.asyncProperty(object, async (given) => {
				const found = await outcome(
					it,
					signedDelivery({ event: 'recording.completed', payload: { object: given } }),
				);
				expect('starts' in found || found.status === 204).toBe(true);
			}),
			{ numRuns: 200 },
		);
	});
});
