import { control } from '../caller';
import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import type { Receiver } from './delivery/receiver';
import { receive } from './delivery/receiver';
import type { Delivery, Subscription } from './records';

describe('the control endpoints of events', () => {
	const clock = manualClock('2026-07-15T09:00:00Z');
	let emulator: Emulator;
	let receiver: Receiver;

	beforeAll(async () => {
		emulator = await createEmulator({ clock, insecureWebhooks: true });
	});
	beforeEach(async () => {
		emulator.reset();
		emulator.settings.insecureWebhooks = true;
		receiver = await receive(emulator.apps.serverToServer.secretToken);
	});
	afterEach(() => receiver.close());
	afterAll(() => emulator.close());

	const ask = (method: string, path: string, body?: unknown) =>
		control(emulator, method, path, body);
	const subscribe = async (more: object = {}) => {
		const { body } = await ask('POST', '/subscriptions', { url: receiver.url, ...more });
		return body as unknown as Subscription;
	};
	const mistake = async (method: string, path: string, body?: unknown) => {
		const reply = await ask(method, path, body);
		expect(reply.status).toBe(400);
		return reply.body.error;
	};

	it('make subscriptions by hand, whose address proves itself unless told not to', async () => {
		const made = await subscribe();
		expect(made).toMatchObject({
			clientId: emulator.apps.serverToServer.clientId,
			method: 'webhook',
			scope: 'account',
			source: 'default',
			active: true,
		});
		expect(made.events.length).toBeGreaterThan(500);
		expect(receiver.validations).toHaveLength(1);
		receiver.proof = 404;
		expect(await mistake('POST', '/subscriptions', { url: receiver.url })).toBe(
			'URL validation failed: it answered 404 without the proof',
		);
		await subscribe({ validate: false });
		expect((await ask('GET', '/subscriptions')).body).toHaveLength(2);
	});

	it('make subscriptions of any app, and sockets with their address', async () => {
		const app = emulator.apps.accountLevel.clientId;
		const made = await subscribe({
			app,
			method: 'webSocket',
			url: undefined,
			events: ['user.created'],
		});
		expect(made.url).toMatch(/^ws:.*\/ws\?subscriptionId=[\w-]{22}$/);
		const { clientId } = emulator.apps.userManaged;
		expect(await mistake('POST', '/subscriptions', { app: clientId, method: 'webSocket' })).toMatch(
			/whole account/,
		);
		const own = await subscribe({ app: clientId, validate: false });
		expect(own.scope).toBe('user');
	});

	it('refuse what makes no sense', async () => {
		expect(await mistake('POST', '/subscriptions', {})).toBe('A webhook needs a `url`');
		expect(await mistake('POST', '/subscriptions', { ulr: 'x' })).toBe('Unknown: ulr');
		expect(await mistake('POST', '/subscriptions', { app: 'x' })).toBe('There is no app x');
		expect(await mistake('DELETE', '/subscriptions/x')).toBe('There is no subscription x');
		expect(await mistake('POST', '/deliveries/1/redeliver')).toBe('There is no delivery 1');
		expect(await mistake('POST', '/sockets/x', { action: 'cut' })).toBe('Nobody is connected to x');
		for (let count = 0; count < 20; count++) await subscribe();
		expect(await mistake('POST', '/subscriptions', { url: receiver.url })).toMatch(/at most 20/);
		await ask('DELETE', '/subscriptions');
		emulator.settings.insecureWebhooks = false;
		expect(await mistake('POST', '/subscriptions', { url: receiver.url })).toMatch(
			/^Zoom posts to public https addresses only/,
		);
	});

	it('change, validate and delete a subscription', async () => {
		const { id } = await subscribe();
		const changed = await ask('PATCH', `/subscriptions/${id}`, { events: ['user.created'] });
		expect(changed.body).toMatchObject({ id, events: ['user.created'] });
		receiver.proof = 500;
		const validated = await ask('POST', `/subscriptions/${id}/validate`);
		expect(validated.body).toMatchObject({ active: true, failedValidations: 1 });
		const forged = await ask('POST', `/subscriptions/${id}/validate`, { plainToken: 'v0:1:{}' });
		expect(forged.body).toMatchObject({ state: 'failed', event: 'endpoint.url_validation' });
		expect((await ask('DELETE', `/subscriptions/${id}`)).status).toBe(204);
		expect((await ask('GET', '/subscriptions')).body).toEqual([]);
	});

	it('emit events: made up, with a payload, or as a whole body', async () => {
		await subscribe();
		const sent = await ask('POST', '/events', { event: 'meeting.started' });
		expect(sent.body).toMatchObject([{ event: 'meeting.started', state: 'delivered' }]);
		await ask('POST', '/events', { event: 'user.created', payload: { object: { id: 'x' } } });
		const body = '{ "event" : "user.created" }';
		await ask('POST', '/events', { event: 'user.created', body });
		await ask('POST', '/events', { event: 'user.created', body: { n: 1 } });
		expect(receiver.received.map((each) => each.json.payload?.object?.id)).toEqual([
			'81234567890',
			'x',
			undefined,
			undefined,
		]);
		expect(receiver.received.slice(2).map((each) => each.body)).toEqual([body, '{"n":1}']);
		expect(await mistake('POST', '/events', { event: 'user.invented' })).toBe(
			'Zoom has no event user.invented; give what it is to say',
		);
	});

	it('emit events to an address nobody subscribed, which is told of nothing else', async () => {
		const { url } = receiver;
		const emit = (how: object) => ask('POST', '/events', { event: 'meeting.started', ...how });
		expect((await emit({ url })).body).toMatchObject([{ url, state: 'delivered' }]);
		await emit({ url });
		expect((await emit({})).body).toEqual([]);
		expect(receiver.received).toHaveLength(2);
		expect(receiver.validations).toEqual([]);
		expect((await ask('GET', '/subscriptions')).body).toHaveLength(1);
		const nowhere = { event: 'meeting.started', url: 'nowhere' };
		expect(await mistake('POST', '/events', nowhere)).toBe('A webhook needs a `url`');
	});

	it('emit events that are forged, stale, doubled, or many', async () => {
		await subscribe({ events: ['user.created'] });
		const emit = (how: object) => ask('POST', '/events', { event: 'user.created', ...how });
		await emit({ forge: 'noSignature' });
		await emit({ age: 900, times: 2, inSequence: true });
		await emit({ burst: 10 });
		expect(receiver.received).toHaveLength(13);
		expect(receiver.received[0].headers).not.toHaveProperty('x-zm-signature');
		expect(receiver.received[2].headers['x-zm-request-timestamp']).toBe(
			String(clock.now() / 1000 - 900),
		);
	});

	it('show what was delivered, deliver it again, and forget it', async () => {
		await subscribe({ events: ['user.created'] });
		receiver.reactions = [404];
		await ask('POST', '/events', { event: 'user.created' });
		const log = (await ask('GET', '/deliveries')).body as unknown as Delivery[];
		expect(log).toMatchObject([
			{ event: 'endpoint.url_validation', state: 'delivered' },
			{ event: 'user.created', state: 'failed', attempts: [{ status: 404 }] },
		]);
		const again = await ask('POST', `/deliveries/${log[1].id}/redeliver`, { age: 60 });
		expect(again.body).toMatchObject({ state: 'delivered', requestId: log[1].requestId });
		receiver.reactions = [500];
		await ask('POST', '/events', { event: 'user.created' });
		await ask('DELETE', '/deliveries');
		expect((await ask('GET', '/deliveries')).body).toEqual([]);
		const count = receiver.received.length;
		await ask('POST', '/clock', { advanceMs: 300_000 });
		await emulator.events.settled();
		expect(receiver.received).toHaveLength(count + 1);
	});

	it('hold deliveries back and release them in another order', async () => {
		await subscribe({ events: ['user.created'] });
		await ask('POST', '/hold');
		for (const n of [1, 2]) await ask('POST', '/events', { event: 'user.created', payload: { n } });
		expect(receiver.received).toEqual([]);
		expect((await ask('POST', '/release', { order: 'reversed' })).body).toHaveLength(2);
		expect(receiver.received.map(({ json }) => json.payload.n)).toEqual([2, 1]);
	});

	it('name every event, with its scopes', async () => {
		const { body } = await ask('GET', '/events');
		expect(body).toHaveLength(571);
		expect(body).toContainEqual({
			event: 'meeting.started',
			scopes: expect.arrayContaining(['meeting:read:meeting:admin']),
			documented: true,
		});
	});

	it('change how events are sent, and the secret of an app', async () => {
		await ask('PATCH', '/settings', { resignRetries: true, deliveryTimeoutMs: 500 });
		expect(emulator.settings).toMatchObject({ resignRetries: true, deliveryTimeoutMs: 500 });
		await ask('PATCH', '/settings', { resignRetries: false, deliveryTimeoutMs: 3_000 });
		const { clientId } = emulator.apps.serverToServer;
		await ask('PATCH', `/apps/${clientId}`, { secretToken: 'changed' });
		expect(await mistake('POST', '/subscriptions', { url: receiver.url })).toMatch(/validation/);
		const { body } = await ask('GET', '/');
		const [{ fields }] = body.credentials as { fields: Record<string, string> }[];
		expect(fields['Secret Token']).toBe('changed');
	});
});
