import { generate } from 'selfsigned';
import type { Emulator, Subscription } from '../..';
import { createEmulator, manualClock } from '../..';
import type { Reaction, Receiver } from './receiver';
import { receive } from './receiver';
import { signature } from './signing';

const start = '2026-07-15T09:00:00Z';
const minute = 60_000;

describe('deliveries', () => {
	const clock = manualClock(start);
	let emulator: Emulator;
	let receiver: Receiver;
	let subscription: Subscription;

	beforeAll(async () => {
		emulator = await createEmulator({ clock, insecureWebhooks: true });
		receiver = await receive(emulator.apps.serverToServer.secretToken);
	});
	beforeEach(() => {
		clock.set(start);
		emulator.reset();
		Object.assign(emulator.settings, { resignRetries: true, deliveryTimeoutMs: 3_000 });
		Object.assign(receiver, { received: [], validations: [], reactions: [], proof: undefined });
		subscription = emulator.events.subscribe({
			app: emulator.apps.serverToServer,
			url: receiver.url,
			events: ['meeting.started', 'meeting.ended'],
		});
	});
	afterAll(async () => {
		await emulator.close();
		await receiver.close();
	});

	const emit = async (...reactions: Reaction[]) => {
		receiver.reactions = reactions;
		const [delivery] = emulator.events.emit('meeting.started', { object: { id: '1' } });
		await emulator.events.settled();
		return delivery;
	};
	const pass = async (minutes: number) => {
		clock.advance(minutes * minute);
		await emulator.events.settled();
	};

	it('are JSON with headers of Zoom, signed over the bytes that are sent', async () => {
		const delivery = await emit();
		const [{ body, headers, json }] = receiver.received;
		expect(json).toEqual({
			event: 'meeting.started',
			event_ts: clock.now(),
			payload: { object: { id: '1' } },
		});
		expect(headers).toMatchObject({
			'content-type': 'application/json',
			'user-agent': 'Zoom Marketplace/1.0a',
			'x-zm-request-timestamp': String(clock.now() / 1000),
			'x-zm-request-id': expect.stringMatching(/^[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}$/),
			'x-zm-trackingid': expect.stringMatching(/^v=2\.0;/),
		});
		const { secretToken } = emulator.apps.serverToServer;
		const timestamp = headers['x-zm-request-timestamp'] ?? '';
		expect(headers['x-zm-signature']).toBe(signature(secretToken, timestamp, body));
		expect(delivery).toMatchObject({
			event: 'meeting.started',
			subscriptionId: subscription.id,
			requestId: headers['x-zm-request-id'],
			state: 'delivered',
			body,
			attempts: [{ at: clock.now(), status: 200, latencyMs: expect.any(Number) }],
		});
		expect(emulator.events.deliveries).toEqual([delivery]);
	});

	it('are signed with the secret the app has at that moment', async () => {
		emulator.apps.serverToServer.secretToken = 'another';
		await emit();
		const [{ body, headers }] = receiver.received;
		const timestamp = headers['x-zm-request-timestamp'] ?? '';
		expect(headers['x-zm-signature']).toBe(signature('another', timestamp, body));
	});

	it('go only where the event was asked for, and carry what the subscriber wants sent along', async () => {
		const headers = { authorization: 'Basic eDp5' };
		emulator.events.subscribe({
			app: emulator.apps.serverToServer,
			url: `${receiver.url}/other`,
			events: ['user.created'],
			headers,
		});
		await emit();
		emulator.events.emit('user.created', {});
		emulator.events.emit('user.deleted', {});
		await emulator.events.settled();
		expect(receiver.received.map(({ path }) => path)).toEqual(['/hook', '/hook/other']);
		expect(receiver.received[1].headers).toMatchObject(headers);
	});

	it('are tried again 5, 25 and 85 minutes after the first try, and then no more', async () => {
		const delivery = await emit(500, 'reset', 503, 500);
		expect([delivery.state, delivery.nextAt]).toEqual(['pending', Date.parse(start) + 5 * minute]);
		await pass(4.99);
		expect(receiver.received).toHaveLength(1);
		await pass(0.01);
		expect(receiver.received).toHaveLength(2);
		await pass(20);
		await pass(59);
		expect(receiver.received).toHaveLength(3);
		await pass(1);
		expect(receiver.received).toHaveLength(4);
		expect(delivery.state).toBe('failed');
		expect(delivery.attempts.map(({ at }) => (at - Date.parse(start)) / minute)).toEqual([
			0, 5, 25, 85,
		]);
		expect(delivery.attempts.map(({ status }) => status)).toEqual([500, 0, 503, 500]);
		await pass(1_000);
		expect(receiver.received).toHaveLength(4);
	});

	it('are tried again as often as the clock jumps over', async () => {
		const delivery = await emit(500, 500, 500, 200);
		await pass(90);
		expect(delivery.attempts.map(({ status }) => status)).toEqual([500, 500, 500, 200]);
		expect(delivery.state).toBe('delivered');
	});

	it('keep their request ID over retries and are signed anew, or keep time and signature too', async () => {
		const seen = () =>
			receiver.received.map(({ headers }) => [
				headers['x-zm-request-id'],
				headers['x-zm-request-timestamp'],
				headers['x-zm-signature'],
			]);
		await emit(500);
		await pass(5);
		const [first, second] = seen();
		expect(second[0]).toBe(first[0]);
		expect(Number(second[1]) - Number(first[1])).toBe(300);
		expect(second[2]).not.toBe(first[2]);
		emulator.settings.resignRetries = false;
		receiver.received = [];
		await emit(500);
		await pass(5);
		expect(seen()[1]).toEqual(seen()[0]);
	});

	it.each([[301], [302], [307], [400], [401], [404], [410], [429], [201], [202]])(
		'that are answered %d have failed and are not tried again',
		async (status) => {
			const delivery = await emit(status);
			await pass(100);
			expect([delivery.state, delivery.attempts.length]).toEqual(['failed', 1]);
			expect(receiver.received).toHaveLength(1);
		},
	);

	it('are done with a 204 at first and with any success later', async () => {
		expect((await emit(204)).state).toBe('delivered');
		const retried = await emit(500, 202);
		await pass(5);
		expect([retried.state, retried.attempts.length]).toEqual(['delivered', 2]);
	});

	it('are tried again where no answer came in time or nobody was there', async () => {
		emulator.settings.deliveryTimeoutMs = 50;
		const late = await emit('hang');
		expect(late).toMatchObject({ state: 'pending', attempts: [{ status: -1, error: 'TIMEOUT' }] });
		const slowBody = await emit((response) => response.writeHead(200).write('{'));
		expect(slowBody.attempts).toMatchObject([{ status: -1 }]);
		emulator.settings.deliveryTimeoutMs = 60_000;
		subscription.url = 'http://127.0.0.1:9/closed';
		expect((await emit()).attempts).toMatchObject([{ status: -2, error: 'ECONNREFUSED' }]);
		subscription.url = 'http://nowhere.invalid/';
		expect((await emit()).attempts).toMatchObject([{ status: -13 }]);
	});

	it('stop with their subscription', async () => {
		const delivery = await emit(500);
		emulator.events.unsubscribe(subscription.id);
		await pass(5);
		expect([delivery.state, receiver.received.length]).toEqual(['dropped', 1]);
	});

	it('go to https addresses whose certificate nobody vouches for only where that is allowed', async () => {
		const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
		const secure = await receive(emulator.apps.serverToServer.secretToken, { key, cert });
		subscription.url = secure.url;
		expect((await emit()).attempts).toMatchObject([
			{ status: 0, error: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
		]);
		emulator.settings.insecureTls = true;
		expect((await emit()).state).toBe('delivered');
		expect(secure.received).toHaveLength(1);
		await secure.close();
	});

	it('arrive byte for byte where the whole body is given', async () => {
		const body = '{ "event": "meeting.started", "n": 1.0, "s": "\\u00e4 ä 🎉", "event_ts": 1 }\n';
		emulator.events.emit('meeting.started', body);
		await emulator.events.settled();
		expect(receiver.received[0].body).toBe(body);
	});

	it('that are redelivered have the same body and request ID, and a new signature', async () => {
		const first = await emit(400);
		clock.advance(minute);
		const again = emulator.events.redeliver(first.id);
		await emulator.events.settled();
		const [one, two] = receiver.received;
		expect(two.body).toBe(one.body);
		expect(two.headers['x-zm-request-id']).toBe(one.headers['x-zm-request-id']);
		expect(two.headers['x-zm-signature']).not.toBe(one.headers['x-zm-signature']);
		expect([first.state, again.state]).toEqual(['failed', 'delivered']);
		expect(() => emulator.events.redeliver('99')).toThrow('There is no delivery 99');
	});

	it('can be forged in four ways', async () => {
		const { secretToken } = emulator.apps.serverToServer;
		for (const forge of ['secret', 'body', 'noSignature', 'noTimestamp'] as const)
			emulator.events.emit('meeting.started', {}, { forge, inSequence: true });
		await emulator.events.settled();
		const genuine = receiver.received.filter(({ body, headers }) => {
			const timestamp = headers['x-zm-request-timestamp'];
			return timestamp && headers['x-zm-signature'] === signature(secretToken, timestamp, body);
		});
		expect(receiver.received).toHaveLength(4);
		expect(genuine).toEqual([]);
	});

	it('can be stale, or from the future, with a right signature', async () => {
		for (const age of [600, -600])
			emulator.events.emit('meeting.started', {}, { age, inSequence: true });
		await emulator.events.settled();
		const { secretToken } = emulator.apps.serverToServer;
		const times = receiver.received.map(({ body, headers }) => {
			const timestamp = headers['x-zm-request-timestamp'] ?? '';
			expect(headers['x-zm-signature']).toBe(signature(secretToken, timestamp, body));
			return clock.now() / 1000 - Number(timestamp);
		});
		expect(times.sort()).toEqual([-600, 600]);
	});

	it('can be duplicated, side by side or one after the other', async () => {
		let open = 0;
		let most = 0;
		const slow = (response: { end(): unknown }) => {
			most = Math.max(most, ++open);
			setTimeout(() => {
				open--;
				response.end();
			}, 20);
		};
		for (const inSequence of [false, true]) {
			most = 0;
			receiver.received = [];
			receiver.reactions = [slow, slow, slow];
			const copies = emulator.events.emit('meeting.started', {}, { times: 3, inSequence });
			await emulator.events.settled();
			expect(copies).toHaveLength(3);
			expect(new Set(receiver.received.map(({ headers }) => headers['x-zm-request-id'])).size).toBe(
				1,
			);
			expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
			expect(most > 1).toBe(!inSequence);
		}
	});

	it('can be held back and released in another order', async () => {
		const send = () => {
			emulator.events.hold();
			return [1, 2, 3].map((n) => emulator.events.emit('meeting.started', { n })[0]);
		};
		const order = () => receiver.received.splice(0).map(({ json }) => json.payload.n);
		const held = send();
		await emulator.events.settled();
		expect([held[0].state, receiver.received]).toEqual(['held', []]);
		emulator.events.release('reversed');
		await emulator.events.settled();
		expect(order()).toEqual([3, 2, 1]);
		const [, second] = send();
		emulator.events.release([second.id]);
		await emulator.events.settled();
		expect(order()).toEqual([2, 1, 3]);
		send();
		emulator.events.release();
		await emulator.events.settled();
		expect(order()).toEqual([1, 2, 3]);
		emulator.events.hold();
		expect(() => emulator.events.release(['99'])).toThrow('Not held: 99');
	});

	it('come in a burst, each an event of its own', async () => {
		emulator.events.burst(25, 'meeting.ended');
		await emulator.events.settled();
		expect(receiver.received).toHaveLength(25);
		expect(new Set(receiver.received.map(({ json }) => json.event_ts)).size).toBe(25);
	});

	it('may be for one subscription only, whatever it has asked for', async () => {
		emulator.events.emit('phone.caller_ringing', {}, { to: subscription.id });
		await emulator.events.settled();
		expect(receiver.received.map(({ json }) => json.event)).toEqual(['phone.caller_ringing']);
		expect(() => emulator.events.emit('x', {}, { to: 'nobody' })).toThrow(
			'There is no subscription nobody',
		);
	});

	it('that wait or are under way end with a reset and with the emulator', async () => {
		const other = await createEmulator({ clock, insecureWebhooks: true });
		const app = other.apps.serverToServer;
		const subscribe = () =>
			other.events.subscribe({ app, url: receiver.url, events: ['meeting.started'] });
		subscribe();
		receiver.reactions = ['hang'];
		other.events.emit('meeting.started', {});
		other.reset();
		await other.events.settled();
		expect([other.events.deliveries, other.events.subscriptions.all]).toEqual([[], []]);
		subscribe();
		receiver.reactions = [500, 'hang'];
		other.events.emit('meeting.started', {});
		await other.events.settled();
		other.events.emit('meeting.started', {});
		await other.close();
		const count = receiver.received.length;
		clock.advance(100 * minute);
		await new Promise((resolve) => setImmediate(resolve));
		expect(receiver.received).toHaveLength(count);
	});
});
