import type { IDataObject } from 'n8n-workflow';
import type { CredentialStore } from '../../support/engine/credentialStore';
import type { FakeTime } from '../../support/time/fakeTime';
import { takeTime } from '../../support/time/fakeTime';
import type { SubscriptionApiStub } from '../../support/trigger/subscriptionApiStub';
import { createSubscriptionApiStub } from '../../support/trigger/subscriptionApiStub';
import { credentialsFor } from '../../support/trigger/triggerCredentials';
import type { Installed } from '../../support/trigger/triggerEngine';
import { install } from '../../support/trigger/triggerEngine';
import { takeWebSocket, until } from '../../support/trigger/webSocketGlobal';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const { sockets, latest } = takeWebSocket();
let zoom: SubscriptionApiStub;
let credentials: CredentialStore;
let clock: FakeTime;
beforeAll(async () => {
	zoom = await createSubscriptionApiStub();
});
beforeEach(() => {
	clock = takeTime();
	credentials = credentialsFor(zoom.url);
	Object.assign(zoom.state, {
		requests: [],
		next: [],
		grants: { client_credentials: 'x', account_credentials: 'y' },
		users: { 'jane@example.com': { id: 'janesId' } },
	});
});
afterEach(() => {
	jest.restoreAllMocks();
});
afterAll(async () => {
	await zoom.close();
});

let subscriptions = 0;
const addressOf = (id: string) => `${zoom.url.replace('http', 'ws')}/ws?subscriptionId=${id}`;
const trigger = (more: object = {}, credential = 'account') =>
	install(credentials, credential, {
		delivery: 'webSocket',
		socketUrl: addressOf(`subscription_${++subscriptions}`),
		events: ['meeting.started'],
		...more,
	});

/** Activates and lets the other end greet. */
async function connect(it: Installed) {
	const before = sockets.length;
	const starting = it.start();
	await until(() => sockets.length > before);
	latest().greet();
	return await starting;
}

/** Waits, without letting time pass, for the next socket. */
const nextSocket = async (act: () => void | Promise<void>) => {
	const before = sockets.length;
	await act();
	await until(() => sockets.length > before);
	return latest();
};

const messageOf = async (act: Promise<unknown>) => {
	const [outcome] = await Promise.allSettled([act]);
	if (outcome.status === 'fulfilled') throw new Error('There was no error');
	return (outcome.reason as Error).message;
};

let count = 0;
const started = (object: IDataObject = {}) => ({
	event: 'meeting.started',
	event_ts: 1626230691572 + ++count,
	payload: { account_id: 'A', object },
});

describe('With a webhook', () => {
	test.each([['webhook'], ['webhookAutomatic']])(
		'(%s) there is nothing to start, and n8n is told so with an object',
		async (delivery) => {
			for (const mode of ['activate', 'init', 'update'] as const) {
				const { response } = await trigger({ delivery }).start(mode);
				expect(response).toEqual(expect.any(Object));
				expect(response).not.toHaveProperty('manualTriggerFunction');
			}
			expect(zoom.state.requests).toEqual([]);
			expect(sockets).toEqual([]);
		},
	);

	test('wrong settings are refused here, too', async () => {
		expect(await messageOf(trigger({ delivery: 'webhook', events: [] }).start())).toBe(
			'Events: must have at least one event',
		);
	});
});

describe('Activated, a node with a WebSocket', () => {
	test('connects, and each event that is wanted starts the workflow', async () => {
		const it = trigger({ filters: { hosts: 'jane@example.com' } });
		const { emitted, response } = await connect(it);
		latest().deliver(started({ host_id: 'otherId' }));
		const body = started({ host_id: 'janesId' });
		latest().deliver(body);
		latest().deliver({ ...started({ host_id: 'janesId' }), event: 'meeting.ended' });
		latest().say({ module: 'message', content: 'no JSON' });
		latest().say({ module: 'message', content: '[1]' });
		expect(emitted).toEqual([[[{ json: body }]]]);
		await response.closeFunction?.();
		await clock.settle();
		expect(latest().closedWith).toBe(1000);
		latest().deliver(started({ host_id: 'janesId' }));
		expect(emitted).toHaveLength(1);
	});

	test("connects with the app's own token, fresh each time", async () => {
		const { response } = await connect(trigger());
		expect(latest().url).toMatch(
			/\?subscriptionId=subscription_\d+&access_token=client_credentials_\d+$/,
		);
		const first = latest().url;
		const next = await nextSocket(async () => {
			latest().drop();
			await clock.pass(SECOND);
		});
		expect(next.url).not.toBe(first);
		await response.closeFunction?.();
	});

	test('connects with another grant where Zoom does not take the first', async () => {
		const it = trigger({ authentication: 'serverToServer' }, 'serverToServer');
		const starting = it.start();
		await until(() => sockets.length === 1);
		const second = await nextSocket(async () => {
			latest().refuse('Invalid Token');
			await clock.pass(SECOND);
		});
		second.greet();
		const { response } = await starting;
		expect(sockets.map(({ url }) => url.replace(/.*access_token=|_\d+$/g, ''))).toEqual([
			'client_credentials',
			'account_credentials',
		]);
		await response.closeFunction?.();
	});

	test('connects with another grant where Zoom does not give the first', async () => {
		zoom.state.grants = { account_credentials: 'y' };
		const it = trigger({ authentication: 'serverToServer' }, 'serverToServer');
		const { response } = await connect(it);
		expect(latest().url).toMatch(/access_token=account_credentials_/);
		await response.closeFunction?.();
	});

	test('removes duplicates, unless they are wanted', async () => {
		const one = await connect(trigger());
		const body = started();
		for (let turn = 0; turn < 3; turn++) latest().deliver(body);
		expect(one.emitted).toHaveLength(1);
		const two = await connect(trigger({ options: { removeDuplicates: false } }));
		for (let turn = 0; turn < 3; turn++) latest().deliver(body);
		expect(two.emitted).toHaveLength(3);
		await one.response.closeFunction?.();
		await two.response.closeFunction?.();
	});

	test('shares the connection with another workflow, each with its own events', async () => {
		const socketUrl = addressOf('shared');
		const one = await connect(trigger({ socketUrl }));
		const two = await trigger({ socketUrl, events: ['meeting.ended'] }).start();
		expect(sockets).toHaveLength(1);
		latest().deliver(started());
		latest().deliver({ ...started(), event: 'meeting.ended' });
		expect([one.emitted.length, two.emitted.length]).toEqual([1, 1]);
		await one.response.closeFunction?.();
		await clock.settle();
		expect(latest().closedWith).toBeUndefined();
		await two.response.closeFunction?.();
		await clock.settle();
		expect(latest().closedWith).toBe(1000);
	});

	test('shares it however the address was written, and nothing that others may change', async () => {
		const socketUrl = addressOf('written');
		const one = await connect(trigger({ socketUrl }));
		const two = await trigger({ socketUrl: socketUrl.replace('/ws?', '/ws/?') }).start();
		expect(sockets).toHaveLength(1);
		const body = started({ topic: 'As it was' });
		latest().deliver(body);
		const payload = one.emitted[0][0][0].json.payload as { object: IDataObject };
		payload.object.topic = 'Changed';
		expect(two.emitted).toEqual([[[{ json: body }]]]);
		await one.response.closeFunction?.();
		await two.response.closeFunction?.();
	});

	test.each<Record<string, string>>([{ clientSecret: 'wrong' }, { clientId: 'other' }])(
		'does not share it with %j, who has to show that the events are for them',
		async (other) => {
			const socketUrl = addressOf(`guarded_${++subscriptions}`);
			const one = await connect(trigger({ socketUrl }));
			credentials.save('other', { ...credentials.read('account'), ...other });
			const answer = { status: 401, body: { reason: 'Invalid client_id or client_secret' } };
			zoom.state.next = [{ match: 'POST /oauth/token', answer }];
			const two = trigger({ socketUrl }, 'other');
			expect(await messageOf(two.start())).toMatch(/^Invalid credentials: /);
			expect(sockets).toHaveLength(1);
			latest().deliver(started());
			expect(one.emitted).toHaveLength(1);
			await one.response.closeFunction?.();
		},
	);

	test('shares it again with those who come with the new secret of the app', async () => {
		const socketUrl = addressOf('renewed');
		const all = [await connect(trigger({ socketUrl })), await trigger({ socketUrl }).start()];
		credentials.save('account', { ...credentials.read('account'), clientSecret: 'new' });
		all.push(await connect(trigger({ socketUrl })));
		const [first, second] = sockets;
		first.refuse('Connected in another place');
		for (let beat = 0; beat < 4; beat++) {
			await clock.pass(30 * SECOND);
			second.say({ module: 'heartbeat', success: true });
		}
		await until(() => {
			second.deliver(started());
			return all.every(({ emitted }) => emitted.length > 0);
		});
		expect(sockets).toHaveLength(2);
		for (const { response } of all) {
			expect(second.closedWith).toBeUndefined();
			await response.closeFunction?.();
			await clock.settle();
		}
		expect(second.closedWith).toBe(1000);
	});

	test('says nothing in the log that opens doors', async () => {
		const it = trigger();
		const { response } = await connect(it);
		await nextSocket(async () => {
			latest().refuse('Token is invalid: access_token=abcdefghijklm', 'heartbeat');
			await clock.pass(SECOND);
		});
		expect(it.logs.length).toBeGreaterThan(0);
		expect(it.logs.join('\n')).not.toMatch(/credentials_\d|subscriptionId|abcdefghijklm|ws:/);
		await response.closeFunction?.();
	});
});

describe('When Zoom refuses the connection', () => {
	test('the activation fails in a sentence, and the connection is not tried on', async () => {
		const starting = trigger().start();
		await until(() => sockets.length === 1);
		const second = await nextSocket(async () => {
			latest().refuse('Subscription not found');
			await clock.pass(SECOND);
		});
		second.refuse('Subscription not found');
		expect(await messageOf(starting)).toMatch(
			/^Zoom refused the WebSocket connection \(Subscription not found\)\. Check that the Socket URL/,
		);
		await clock.pass(10 * MINUTE);
		expect(sockets).toHaveLength(2);
	});

	test('for its credentials, the activation fails at once', async () => {
		const answer = { status: 401, body: { reason: 'Invalid client_id or client_secret' } };
		zoom.state.next = [
			{ match: 'POST /oauth/token', answer },
			{ match: 'POST /oauth/token', answer },
		];
		const it = trigger({ authentication: 'serverToServer' }, 'serverToServer');
		expect(await messageOf(it.start())).toMatch(/^Invalid credentials: /);
		expect(sockets).toEqual([]);
	});

	test('after a restart the node goes on trying', async () => {
		zoom.state.grants = {};
		const { response, failures } = await trigger().start('init');
		zoom.state.grants = { client_credentials: 'x' };
		const socket = await nextSocket(async () => await clock.pass(SECOND));
		socket.greet();
		expect(failures).toEqual([]);
		await response.closeFunction?.();
	});
});

describe('When Zoom cannot be reached', () => {
	test('the node is active all the same, and connects when it can', async () => {
		const answer = { status: 503, body: {} };
		zoom.state.next = Array(3).fill({ match: 'POST /oauth/token', answer });
		const starting = trigger().start();
		for (let second = 0; second < 3; second++) {
			const before = zoom.state.requests.length;
			await until(() => zoom.state.requests.length > before - 1);
			await new Promise((resolve) => setTimeout(resolve, 30));
			await clock.pass(4 * SECOND);
		}
		const { response, emitted } = await starting;
		await until(() => sockets.length > 0);
		latest().greet();
		latest().deliver(started());
		expect(emitted).toHaveLength(1);
		await response.closeFunction?.();
	});

	test('for long, one execution fails and says why', async () => {
		const { response, failures } = await connect(trigger());
		await clock.pass(MINUTE);
		for (let minute = 0; minute < 20; minute++) {
			const before = sockets.length;
			latest().drop();
			await clock.pass(MINUTE);
			await until(() => sockets.length > before);
		}
		expect(failures).toHaveLength(1);
		expect(failures[0]).toMatchObject({
			message:
				"Zoom Trigger receives no events. Zoom's WebSocket cannot be reached. Check the proxy and firewall between this n8n and Zoom.",
			description: expect.stringMatching(/does not send them again/),
		});
		await response.closeFunction?.();
	});
});

describe('Before anything is done', () => {
	test.each<[object, RegExp]>([
		[{ socketUrl: 'wss://ws.zoom.us/ws' }, /^Socket URL: must be the endpoint URL that Zoom shows/],
		[{ socketUrl: '' }, /^Socket URL: is required: the endpoint URL that Zoom shows/],
		[{ events: [] }, /^Events: must have at least one event$/],
		[{ filters: { meetingIds: 'weekly' } }, /^Meeting or Webinar IDs: must be/],
		[
			{ filters: { hosts: 'nobody@example.com' } },
			/^Hosts: nobody@example\.com could not be looked up/,
		],
	])('%j is refused', async (more, message) => {
		const told = messageOf(trigger(more).start());
		// For the turn of the call.
		await clock.pass(SECOND);
		expect(await told).toMatch(message);
		expect(sockets).toEqual([]);
	});

	test('an address elsewhere is refused, except in a custom environment', async () => {
		credentials.save('account', { ...credentials.read('account'), environment: 'zoom' });
		expect(await messageOf(trigger().start())).toMatch(/^Socket URL: must be the endpoint URL/);
		expect(zoom.state.requests).toEqual([]);
	});

	test('a process without WebSocket is told of', async () => {
		Object.defineProperty(globalThis, 'WebSocket', { value: undefined, configurable: true });
		expect(await messageOf(trigger().start())).toMatch(
			/^Delivery: WebSocket requires n8n on Node\.js 22 or newer/,
		);
	});
});

test('An error over one event leaves the others alone', async () => {
	const it = trigger();
	const { response, emitted } = await connect(it);
	const push = jest.spyOn(emitted, 'push').mockImplementationOnce(() => {
		throw new Error('The queue is full');
	});
	latest().deliver(started());
	latest().deliver(started());
	expect(push).toHaveBeenCalledTimes(2);
	expect(emitted).toHaveLength(1);
	expect(it.logs.join('\n')).toMatch(
		/error: Zoom Trigger could not process an event: The queue is full/,
	);
	await response.closeFunction?.();
});
