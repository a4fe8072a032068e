import type { Emulator, Subscription } from '../..';
import { createEmulator, manualClock } from '../..';
import type { Receiver } from './receiver';
import { receive } from './receiver';
import { signature } from './signing';

const start = '2026-07-15T09:00:00Z';
const threeDays = 72 * 3_600_000;

describe('validation of a webhook', () => {
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
		Object.assign(receiver, { received: [], validations: [], reactions: [], proof: undefined });
		subscription = emulator.events.subscribe({
			app: emulator.apps.serverToServer,
			url: receiver.url,
			events: ['meeting.started'],
		});
	});
	afterAll(async () => {
		await emulator.close();
		await receiver.close();
	});

	const pass = async (times: number) => {
		for (let time = 0; time < times; time++) {
			clock.advance(threeDays);
			await emulator.events.settled();
		}
	};

	it('asks with a signed call, and takes the right proof only', async () => {
		expect(await emulator.events.validate(subscription)).toBe(true);
		const [{ body, headers, json }] = receiver.validations;
		expect(json).toEqual({
			event: 'endpoint.url_validation',
			payload: { plainToken: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/) },
			event_ts: clock.now(),
		});
		const { secretToken } = emulator.apps.serverToServer;
		const timestamp = headers['x-zm-request-timestamp'] ?? '';
		expect(headers['x-zm-signature']).toBe(signature(secretToken, timestamp, body));
		for (const wrong of ['{}', 'no JSON', 'null', '{"plainToken":"x","encryptedToken":"y"}']) {
			receiver.proof = (response) => response.end(wrong);
			expect(await emulator.events.validate(subscription)).toBe(false);
		}
		for (const status of [204, 404, 500]) {
			receiver.proof = status;
			expect(await emulator.events.validate(subscription)).toBe(false);
		}
		receiver.proof = undefined;
		emulator.apps.serverToServer.secretToken = 'changed at Zoom, not at the webhook';
		expect(await emulator.events.validate(subscription)).toBe(false);
	});

	it('is wanted again every three days, however the clock gets there', async () => {
		clock.advance(threeDays - 1);
		await emulator.events.settled();
		expect(receiver.validations).toHaveLength(0);
		clock.advance(1);
		await emulator.events.settled();
		expect(receiver.validations).toHaveLength(1);
		clock.advance(3 * threeDays);
		await emulator.events.settled();
		expect(receiver.validations).toHaveLength(4);
		emulator.events.unsubscribe(subscription.id);
		await pass(2);
		expect(receiver.validations).toHaveLength(4);
	});

	it('turns the subscription off after six failures in a row, until a proof turns it on', async () => {
		receiver.proof = 404;
		await pass(5);
		expect([subscription.active, subscription.failedValidations]).toEqual([true, 5]);
		receiver.proof = undefined;
		await pass(1);
		expect([subscription.active, subscription.failedValidations]).toEqual([true, 0]);
		receiver.proof = 404;
		await pass(6);
		expect([subscription.active, subscription.failedValidations]).toEqual([false, 6]);
		await pass(2);
		expect(receiver.validations).toHaveLength(12);
		expect(emulator.events.emit('meeting.started')).toEqual([]);
		receiver.proof = undefined;
		await emulator.events.validate(subscription.id);
		expect(subscription.active).toBe(true);
		expect(emulator.events.emit('meeting.started')).toHaveLength(1);
		await emulator.events.settled();
	});

	it('can be made to ask for the signature of an event, or be forged, and counts for nothing then', async () => {
		const plainToken = 'v0:1739923528:{"event":"meeting.started"}';
		const oracle = await emulator.events.challenge(subscription, { plainToken });
		expect(JSON.parse(oracle.attempts[0].answer)).toMatchObject({ plainToken });
		receiver.proof = 401;
		for (const forge of ['secret', 'noSignature'] as const)
			expect((await emulator.events.challenge(subscription, { forge })).state).toBe('failed');
		expect(subscription.failedValidations).toBe(0);
		expect(receiver.validations).toHaveLength(3);
		expect(receiver.validations[2].headers).not.toHaveProperty('x-zm-signature');
	});
});
