import { apiOf, control, postForm } from '../caller';
import { signature } from '../events/delivery/signing';
import type { Emulator, Subscription } from '..';
import { createEmulator, manualClock } from '..';
import type { Listener } from './listener';
import { listenTo } from './listener';

const start = '2026-07-15T09:00:00Z';
const connected = { module: 'build_connection', success: true, content: 'Connected' };
const invalid = { module: 'build_connection', success: false, content: 'Invalid Token' };
const heartbeat = { module: 'heartbeat' };

describe('the WebSocket endpoint', () => {
	const clock = manualClock(start);
	const open: Listener[] = [];
	let emulator: Emulator;
	let subscription: Subscription;

	beforeAll(async () => {
		emulator = await createEmulator({ clock });
	});
	beforeEach(() => {
		clock.set(start);
		emulator.reset();
		const usual = { heartbeatDeadlineMs: 60_000, socketTokenExpiry: 'keep' as const };
		Object.assign(emulator.settings, usual, { escapedSocketSignature: false });
		subscription = subscribe();
	});
	afterEach(() => open.splice(0).forEach((listener) => listener.close()));
	afterAll(() => emulator.close());

	const subscribe = (events = ['meeting.started']) =>
		emulator.events.subscribe({ app: emulator.apps.serverToServer, method: 'webSocket', events });
	const token = () => emulator.authorize(emulator.apps.serverToServer).access_token;
	const connect = async (access_token = token(), url = subscription.url) => {
		const listener = await listenTo(`${url}&access_token=${access_token}`);
		open.push(listener);
		return listener;
	};
	const answered = async (listener: Listener, frame: object | string = heartbeat) => {
		const count = listener.frames.length;
		listener.say(frame);
		await listener.until(({ frames }) => frames.length > count);
		return listener.frames[count];
	};

	it("has the subscription's address as Zoom shows it, the token in the query", async () => {
		const origin = emulator.url.replace('http', 'ws');
		expect(subscription.url).toBe(`${origin}/ws?subscriptionId=${subscription.id}`);
		expect(subscription.id).toMatch(/^[\w-]{22}$/);
		expect((await connect()).frames).toEqual([connected]);
		expect(emulator.requests.to('GET /ws')).toMatchObject([
			{ status: 101, query: { subscriptionId: subscription.id } },
		]);
	});

	it('takes tokens of both grants', async () => {
		const app = emulator.apps.serverToServer;
		for (const form of [
			{ grant_type: 'account_credentials', account_id: emulator.account.id },
			{ grant_type: 'client_credentials' },
		]) {
			const { body } = await postForm(
				emulator,
				'/oauth/token',
				app,
				form as Record<string, string>,
			);
			expect((await connect(String(body.access_token))).frames).toEqual([connected]);
		}
	});

	it('opens and refuses in words: bad tokens, tokens of a user or another app, no subscription', async () => {
		const { accountLevel } = emulator.apps;
		const user = emulator.authorize(accountLevel).access_token;
		const expired = token();
		clock.advance(3_600_000);
		for (const bad of ['nonsense', user, expired])
			expect((await connect(bad)).frames).toEqual([invalid]);
		const { body } = await postForm(emulator, '/oauth/token', accountLevel, {
			grant_type: 'client_credentials',
		});
		const missing = { ...invalid, content: 'Invalid Subscription' };
		expect((await connect(String(body.access_token))).frames).toEqual([missing]);
		const elsewhere = subscription.url.replace(subscription.id, 'nothing');
		expect((await connect(token(), elsewhere)).frames).toEqual([missing]);
		subscription.active = false;
		expect((await connect()).frames).toEqual([missing]);
	});

	it('keeps what it refused open, tells it nothing, and answers its heartbeats with the refusal', async () => {
		const refused = await connect('nonsense');
		emulator.events.emit('meeting.started');
		expect(await answered(refused)).toEqual({ ...invalid, module: 'heartbeat', header: {} });
		expect(refused.closed).toBeUndefined();
		expect(emulator.events.deliveries).toMatchObject([{ state: 'lost' }]);
	});

	it('answers heartbeats, and nothing else', async () => {
		const listener = await connect();
		listener.say('no JSON');
		listener.say({ module: 'nothing' });
		listener.say('null');
		expect(await answered(listener)).toEqual({
			module: 'heartbeat',
			success: true,
			content: 'live',
			header: {},
		});
		expect(listener.frames).toHaveLength(2);
	});

	it('closes a connection that is silent for a minute', async () => {
		const listener = await connect();
		clock.advance(59_000);
		await answered(listener);
		clock.advance(59_000);
		expect(emulator.events.sockets.all).toHaveLength(1);
		clock.advance(1_000);
		await listener.until(({ closed }) => closed !== undefined);
		expect([listener.closed, emulator.events.sockets.all]).toEqual([1000, []]);
		emulator.settings.heartbeatDeadlineMs = 0;
		await connect();
		clock.advance(600_000);
		expect(emulator.events.sockets.all).toHaveLength(1);
	});

	it('sends the body of a webhook as a text within the frame, signed beside it', async () => {
		const listener = await connect();
		const body = '{"event":"meeting.started", "n": 1.0, "s": "ä"}';
		emulator.events.emit('meeting.started', body);
		await listener.until(({ frames }) => frames.length === 2);
		const { secretToken } = emulator.apps.serverToServer;
		const timestamp = String(clock.now() / 1000);
		expect(listener.frames[1]).toEqual({
			module: 'message',
			content: body,
			header: {
				'x-zm-request-timestamp': timestamp,
				'x-zm-signature': signature(secretToken, timestamp, body),
			},
		});
		expect(emulator.events.deliveries).toMatchObject([{ method: 'webSocket', state: 'delivered' }]);
	});

	it('may write the signature as if it were JSON once more', async () => {
		emulator.settings.escapedSocketSignature = true;
		const listener = await connect();
		emulator.events.emit('meeting.started', '{"s":"v0=x"}');
		await listener.until(({ frames }) => frames.length === 2);
		const { content, header = {} } = listener.frames[1];
		expect(content).toBe('{"s":"v0=x"}');
		expect(header['x-zm-signature']).toMatch(/^v0\\u003d[0-9a-f]{64}$/);
		expect(listener.texts[1]).toContain('"x-zm-signature":"v0\\\\u003d');
	});

	it('can forge and date what it sends', async () => {
		const listener = await connect();
		for (const how of [{ forge: 'noSignature' }, { forge: 'body' }, { age: 600 }] as const)
			emulator.events.emit('meeting.started', {}, how);
		await listener.until(({ frames }) => frames.length === 4);
		const [unsigned, altered, stale] = listener.frames.slice(1);
		expect(unsigned.header).not.toHaveProperty('x-zm-signature');
		expect(altered.content).toContain('"altered":true');
		expect(stale.header).toMatchObject({
			'x-zm-request-timestamp': String(clock.now() / 1000 - 600),
		});
	});

	it('has one connection for a subscription: a second one ends the first', async () => {
		const other = subscribe(['meeting.ended']);
		const elsewhere = await connect(token(), other.url);
		const first = await connect();
		const refused = await connect('nonsense');
		const second = await connect();
		await first.until(({ closed }) => closed !== undefined);
		expect(first.frames).toEqual([
			connected,
			{ ...invalid, content: 'Connected in another place' },
		]);
		expect([first.closed, elsewhere.closed, refused.closed]).toEqual([1000, undefined, undefined]);
		emulator.events.emit('meeting.started');
		await second.until(({ frames }) => frames.length === 2);
	});

	it('never sends again what was missed', async () => {
		emulator.events.emit('meeting.started');
		const listener = await connect();
		await answered(listener);
		expect(listener.frames).toHaveLength(2);
		expect(emulator.events.deliveries).toMatchObject([{ state: 'lost', attempts: [] }]);
		clock.advance(90 * 60_000);
		expect(emulator.events.deliveries).toHaveLength(1);
	});

	it('keeps a connection whose token expires, or drops it, as it is set', async () => {
		emulator.settings.heartbeatDeadlineMs = 0;
		const kept = await connect();
		clock.advance(3_600_000);
		expect((await answered(kept)).success).toBe(true);
		emulator.settings.socketTokenExpiry = 'drop';
		const dropped = await connect();
		clock.advance(3_600_000);
		await dropped.until(({ closed }) => closed !== undefined);
		expect(dropped.frames[1]).toEqual({
			module: 'message',
			success: false,
			content: 'Token is invalid',
		});
	});

	it('connects an app that nobody authorized, and has nothing to tell it', async () => {
		const app = emulator.apps.accountLevel;
		const { url } = emulator.events.subscribe({
			app,
			method: 'webSocket',
			events: ['meeting.ended'],
		});
		const { body } = await postForm(emulator, '/oauth/token', app, {
			grant_type: 'client_credentials',
		});
		const listener = await connect(String(body.access_token), url);
		expect(listener.frames).toEqual([connected]);
		expect(emulator.events.emit('meeting.ended')).toEqual([]);
		emulator.authorize(app);
		expect(emulator.events.emit('meeting.ended')).toMatchObject([{ state: 'delivered' }]);
	});

	it('can go wrong from the beginning, as a fault says', async () => {
		const fault = (what: object) => emulator.faults.add({ match: 'GET /ws', ...what });
		fault({ status: 503, times: 2 });
		expect((await connect()).refused).toBe(503);
		expect((await connect()).refused).toBe(503);
		fault({ reset: 'before' });
		expect((await connect()).closed).toBe(1006);
		fault({ socket: 'refuse' });
		expect((await connect()).frames).toEqual([invalid]);
		fault({ socket: 'cut' });
		const cut = await connect();
		await cut.until(({ closed }) => closed !== undefined);
		expect(cut.closed).toBe(1006);
		fault({ delayMs: 20 });
		expect((await connect()).frames).toEqual([connected]);
		expect(emulator.requests.to('GET /ws').map(({ status }) => status)).toEqual([
			503, 503, 0, 101, 101, 101,
		]);
	});

	it('can go dead under a connection without closing it', async () => {
		emulator.faults.add({ match: 'GET /ws', socket: 'mute' });
		const listener = await connect();
		listener.say(heartbeat);
		emulator.events.emit('meeting.started');
		clock.advance(600_000);
		expect(emulator.events.deliveries).toMatchObject([{ state: 'lost' }]);
		const next = await connect();
		expect((await answered(next)).success).toBe(true);
		expect([listener.frames, listener.closed]).toEqual([[connected], undefined]);
	});

	it('can be cut, muted, closed and made to say anything while it is open', async () => {
		const act = (body: object) => control(emulator, 'POST', `/sockets/${subscription.id}`, body);
		const listener = await connect();
		expect((await control(emulator, 'GET', '/sockets')).body).toEqual([
			{ subscriptionId: subscription.id, state: 'connected' },
		]);
		const frame = { module: 'message', success: false, content: 'Token is invalid' };
		await act({ action: 'send', frame });
		await listener.until(({ frames }) => frames.length === 2);
		expect(listener.frames[1]).toEqual(frame);
		await act({ action: 'close', code: 1001 });
		await listener.until(({ closed }) => closed !== undefined);
		expect(listener.closed).toBe(1001);
		const second = await connect();
		await act({ action: 'mute' });
		second.say(heartbeat);
		await act({ action: 'cut' });
		await second.until(({ closed }) => closed !== undefined);
		expect([second.closed, second.frames]).toEqual([1006, [connected]]);
		expect((await act({ action: 'cut' })).body.error).toMatch(/^Nobody is connected/);
	});

	it('ends connections with their subscription, a reset and the emulator', async () => {
		const first = await connect();
		emulator.events.unsubscribe(subscription.id);
		await first.until(({ closed }) => closed !== undefined);
		subscription = subscribe();
		const second = await connect();
		emulator.reset();
		await second.until(({ closed }) => closed !== undefined);
		expect([first.closed, second.closed]).toEqual([1000, 1001]);
		const other = await createEmulator();
		const { url } = other.events.subscribe({
			app: other.apps.serverToServer,
			method: 'webSocket',
		});
		const { access_token } = other.authorize(other.apps.serverToServer);
		const third = await connect(access_token, url);
		await other.close();
		await third.until(({ closed }) => closed !== undefined);
		expect(third.closed).toBe(1001);
	});

	it('is there for calls that want a socket only, and at one path', async () => {
		expect((await fetch(`${emulator.url}/ws`)).status).toBe(404);
		expect((await listenTo(`${emulator.url.replace('http', 'ws')}/other`)).refused).toBe(404);
		const { status } = await apiOf(emulator)('GET', '/users/me');
		expect(status).toBe(200);
	});
});
