import type { IDataObject, WorkflowActivateMode } from 'n8n-workflow';
import type { CredentialStore } from '../support/engine/credentialStore';
import type { FakeTime } from '../support/time/fakeTime';
import { takeTime } from '../support/time/fakeTime';
import { signedDelivery } from '../support/trigger/signing';
import type { SubscriptionApiStub } from '../support/trigger/subscriptionApiStub';
import { createSubscriptionApiStub } from '../support/trigger/subscriptionApiStub';
import { credentialsFor } from '../support/trigger/triggerCredentials';
import type { Installed } from '../support/trigger/triggerEngine';
import { install } from '../support/trigger/triggerEngine';
import { takeWebSocket } from '../support/trigger/webSocketGlobal';

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
		subscriptions: [],
		next: [],
		down: undefined,
		grants: { client_credentials: 'marketplace:write:event_subscription' },
		users: {
			me: { id: 'myId', account_id: 'myAccount' },
			'jane@example.com': { id: 'janesId' },
		},
	});
});
afterEach(() => {
	jest.restoreAllMocks();
});
afterAll(async () => {
	await zoom.close();
});

/** Lets time pass, virtual and real, until something is so. */
async function until(isSo: () => boolean): Promise<void> {
	for (let turn = 0; turn < 400 && !isSo(); turn++) {
		await clock.pass(SECOND);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	if (!isSo()) throw new Error('It did not come to that');
}

/** What comes of something that waits, while time passes. */
async function settled<T>(act: Promise<T>): Promise<PromiseSettledResult<T>> {
	let outcome: PromiseSettledResult<T> | undefined;
	void Promise.allSettled([act]).then(([result]) => (outcome = result));
	await until(() => outcome !== undefined);
	return outcome!;
}

async function done<T>(act: Promise<T>): Promise<T> {
	const outcome = await settled(act);
	if (outcome.status === 'rejected') throw outcome.reason;
	return outcome.value;
}

async function messageOf(act: Promise<unknown>): Promise<string> {
	const outcome = await settled(act);
	if (outcome.status === 'fulfilled') throw new Error('There was no error');
	return (outcome.reason as Error).message;
}

const trigger = (parameters: object) =>
	install(credentials, 'account', { events: ['meeting.started'], ...parameters });
const automatic = (more: object = {}) => trigger({ delivery: 'webhookAutomatic', ...more });
const ids = () => zoom.state.subscriptions.map(({ event_subscription_id: id }) => id);
const warnings = ({ logs }: Installed) => logs.filter((line) => line.startsWith('warn')).join('\n');

let count = 0;
const startedBy = (hostId: string) => ({
	event: 'meeting.started',
	event_ts: 1626230691572 + ++count,
	payload: { account_id: 'A', object: { host_id: hostId } as IDataObject },
});

/** The ways n8n activates with nobody watching. */
const MODES: WorkflowActivateMode[] = ['init', 'leadershipChange', 'update'];

describe('A webhook that n8n registers, active before', () => {
	test.each([
		['Zoom', (): void => void (zoom.state.down = 503)],
		['the token endpoint', () => void ((zoom.state.grants = {}), (zoom.state.down = 429))],
	])('stays active while %s is out', async (_, goOut) => {
		const it = automatic();
		await done(it.activate());
		const before = ids();
		goOut();
		for (const mode of MODES) await done(it.activate(mode));
		expect(warnings(it)).toMatch(/^warn: Zoom Trigger stays active and will try again: /);
		expect(ids()).toEqual(before);
		zoom.state.grants = { client_credentials: 'marketplace:write:event_subscription' };
		zoom.state.down = undefined;
		zoom.state.requests = [];
		await until(() => it.logs.some((line) => line.includes('is registered at Zoom again')));
		expect(ids()).toEqual(before);
		const { length } = zoom.state.requests;
		await clock.pass(20 * MINUTE);
		expect(zoom.state.requests).toHaveLength(length);
		await done(it.remove());
		expect(ids()).toEqual([]);
	});

	test('stays so when nobody is there at all', async () => {
		const it = automatic();
		await done(it.activate());
		credentials.save('account', {
			...credentials.read('account'),
			customTokenUrl: 'http://127.0.0.1:9/oauth/token',
		});
		await done(it.activate('update'));
		expect(warnings(it)).toMatch(/stays active and will try again/);
		await (await it.start('update')).response.closeFunction?.();
	});

	test('is registered once Zoom is back, with what has changed meanwhile', async () => {
		const it = automatic();
		await done(it.activate());
		it.node.parameters.events = ['meeting.ended'];
		zoom.state.down = 500;
		await done(it.activate('update'));
		await until(() => warnings(it).includes('is not registered at Zoom yet'));
		zoom.state.down = undefined;
		await until(() => zoom.state.subscriptions.some(({ events }) => events[0] === 'meeting.ended'));
		await until(() => it.logs.some((line) => line.includes('is registered at Zoom again')));
		expect(ids()).toHaveLength(1);
	});

	test('is made in the background where Zoom fails just at that', async () => {
		const it = automatic();
		await done(it.activate());
		zoom.state.subscriptions = [];
		const answer = { status: 503, body: {} };
		zoom.state.next = Array(4).fill({ match: 'POST /v2/marketplace', answer });
		await done(it.activate('update'));
		await until(() => ids().length === 1);
	});

	test('is tried no more once it is deactivated, or n8n lets it go', async () => {
		for (const end of [
			async (it: Installed) => void (await settled(it.remove())),
			async (it: Installed) => await (await it.start('update')).response.closeFunction?.(),
		]) {
			const it = automatic();
			await done(it.activate());
			zoom.state.down = 503;
			await done(it.activate('update'));
			await done(end(it));
			zoom.state.requests = [];
			await clock.pass(20 * MINUTE);
			expect(zoom.state.requests).toEqual([]);
			zoom.state.down = undefined;
		}
	});

	test('fails when Zoom refuses it', async () => {
		const it = automatic();
		await done(it.activate());
		zoom.state.grants = {};
		expect(await messageOf(it.activate('update'))).toMatch(
			/^Zoom did not issue a token for the app/,
		);
		zoom.state.grants = { client_credentials: 'marketplace:write:event_subscription' };
		zoom.state.subscriptions = [];
		const body = { code: 300, message: 'The event is not allowed for the app.' };
		zoom.state.next = [{ match: 'POST /v2/marketplace', answer: { status: 400, body } }];
		expect(await messageOf(it.activate('update'))).toMatch(/^This Zoom app lacks scopes/);
	});
});

test('A webhook that was never registered fails while Zoom is out, when somebody is there to read it', async () => {
	zoom.state.down = 503;
	const it = automatic();
	for (const mode of ['activate', 'update', 'manual'] as const) {
		expect(await messageOf(it.activate(mode))).toMatch(/HTTP 503/);
	}
	await done(it.activate('init'));
	zoom.state.down = undefined;
	await until(() => ids().length === 1);
});

describe('Hosts that could not be looked up', () => {
	const filters = { hosts: 'jane@example.com' };

	test('for a webhook are looked up with the first delivery', async () => {
		const it = trigger({ delivery: 'webhook', filters });
		zoom.state.down = 503;
		expect(await messageOf(it.activate())).toMatch(/^Hosts: jane@example\.com could not be looked/);
		await done(it.activate('init'));
		expect(await done(it.receive(signedDelivery(startedBy('janesId'))))).toMatchObject({
			status: 500,
		});
		zoom.state.down = undefined;
		await clock.pass(MINUTE);
		const { workflowData } = await done(it.receive(signedDelivery(startedBy('janesId'))));
		expect(workflowData).toHaveLength(1);
		const calls = zoom.state.requests.length;
		expect(await done(it.receive(signedDelivery(startedBy('otherId'))))).toMatchObject({
			status: 204,
		});
		expect(zoom.state.requests).toHaveLength(calls);
		expect(it.memory().hostIds).toEqual({ 'jane@example.com': 'janesId' });
	});

	test('are known from before where they were looked up once', async () => {
		for (const delivery of ['webhook', 'webhookAutomatic']) {
			const it = trigger({ delivery, filters });
			await done(it.activate());
			zoom.state.down = 503;
			for (const mode of MODES) await done(it.activate(mode));
			const { workflowData } = await done(it.receive(signedDelivery(startedBy('janesId'))));
			expect(workflowData).toHaveLength(1);
			zoom.state.down = undefined;
			await done(it.remove());
		}
	});

	test('for a WebSocket are looked up with the first event', async () => {
		const socketUrl = `${zoom.url.replace('http', 'ws')}/ws?subscriptionId=late_hosts`;
		const it = trigger({ delivery: 'webSocket', socketUrl, filters });
		zoom.state.down = 503;
		const starting = it.start('init');
		const { response, emitted, failures } = await done(starting);
		zoom.state.down = undefined;
		await until(() => sockets.length > 0);
		latest().greet();
		latest().deliver(startedBy('otherId'));
		const body = startedBy('janesId');
		latest().deliver(body);
		await until(() => emitted.length > 0);
		expect(emitted).toEqual([[[{ json: body }]]]);
		expect(failures).toEqual([]);
		await response.closeFunction?.();
	});
});

test('A WebSocket that has been active stays so with any activation while Zoom is out', async () => {
	const socketUrl = `${zoom.url.replace('http', 'ws')}/ws?subscriptionId=stays`;
	const it = trigger({ delivery: 'webSocket', socketUrl, filters: { hosts: 'jane@example.com' } });
	const starting = it.start();
	await until(() => sockets.length > 0);
	latest().greet();
	await (await done(starting)).response.closeFunction?.();
	zoom.state.down = 503;
	for (const mode of MODES) {
		const before = sockets.length;
		const { response } = await done(it.start(mode));
		zoom.state.down = undefined;
		await until(() => sockets.length > before);
		await response.closeFunction?.();
		zoom.state.down = 503;
	}
	expect(warnings(it)).toMatch(/stays active and will try again: Hosts: jane@example\.com/);
});
