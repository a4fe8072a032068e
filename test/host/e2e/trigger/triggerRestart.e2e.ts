import type { App, Delivery, RecordedRequest, Subscription } from '../../../emulator';
import type { N8n } from '../../n8n/n8n';
import { OwnN8n } from '../../n8n/ownN8n';
import type { Credential } from '../../n8n/rest';
import { HostFixture } from '../../workflows/hostFixture';
import { secretsKept } from '../../workflows/triggerSecrets';
import { TriggerWorkflow } from '../../workflows/triggerWorkflow';

const handshake = 'GET /ws';
const route = '/v2/marketplace/app/event_subscription';
const minutes = 60_000;

const own = new OwnN8n();
let n8n: N8n;
let fixture: HostFixture;
beforeAll(async () => {
	n8n = await own.start();
	// A busy machine may take longer than Zoom waits, and that is not what is tried.
	fixture = await HostFixture.open(n8n, {
		events: { deliveryTimeoutMs: minutes, heartbeatDeadlineMs: 0 },
	});
}, 5 * minutes);
afterEach(() => {
	fixture.emulator.faults.clear();
});
afterAll(async () => {
	await own.stop();
	await fixture?.close();
});

const workflows: TriggerWorkflow[] = [];

async function stored(
	credential: Credential,
	parameters: Record<string, unknown>,
): Promise<TriggerWorkflow> {
	const workflow = await TriggerWorkflow.create(fixture.rest, n8n, credential, {
		events: ['meeting.started'],
		...parameters,
	});
	workflows.push(workflow);
	return workflow;
}

/** A workflow that listens to a subscription of an app of its own. */
async function socketWorkflow() {
	const app = fixture.newApp();
	const subscription = fixture.emulator.events.subscribe({ app, method: 'webSocket' });
	const socketUrl = subscription.url;
	const parameters = { delivery: 'webSocket', socketUrl };
	return { subscription, workflow: await stored(await fixture.serverToServer(app), parameters) };
}

/** A workflow whose webhook n8n registers for an app of its own. */
async function automaticWorkflow() {
	const app = fixture.newApp();
	const parameters = { delivery: 'webhookAutomatic' };
	return { app, workflow: await stored(await fixture.serverToServer(app), parameters) };
}

/** Moves the clocks of the nodes and of Zoom. */
function jump(): void {
	fixture.emulator.clock.advance(11 * minutes);
	own.jump();
}

/** n8n has ended: when it is started again its nodes go by the machine's clock, and so does Zoom. */
function resetClock(): void {
	fixture.emulator.clock.set(Date.now());
}

const open = ({ id }: Subscription) => fixture.emulator.events.sockets.of(id);
const handshakes = ({ id }: Subscription) =>
	fixture.emulator.requests.to(handshake).filter(({ query }) => query.subscriptionId === id).length;
const subscriptionsOf = (app: App) => fixture.emulator.events.subscriptions.of(app);
const addressesOf = (app: App) => subscriptionsOf(app).map(({ url }) => url);
const bodyOf = ({ body }: Delivery) => JSON.parse(body) as Record<string, unknown>;
const statusOf = ({ attempts }: Delivery) => attempts.at(-1)?.status;
const isFor = (subscription: Subscription) => (request: RecordedRequest) =>
	request.query.subscriptionId === subscription.id;

/** How often a subscription with the workflow's address was asked for. */
const creationsOf = ({ productionUrl }: TriggerWorkflow) =>
	fixture.emulator.requests
		.to(`POST ${route}`)
		.filter(
			({ body }) => (body as { event_webhook_url: string }).event_webhook_url === productionUrl,
		).length;

async function until(what: string, holds: () => boolean): Promise<void> {
	await fixture.rest.until(what, async () => await Promise.resolve(holds() || undefined));
}

/** Waits until the emulator has one connection to a subscription, in use. */
async function connected(subscription: Subscription): Promise<void> {
	await until('a connection', () => {
		const states = open(subscription).map(({ state }) => state);
		return states.length === 1 && states[0] === 'connected';
	});
}

let told = 0;

/** Tells a subscription of something new. */
async function tell({ id }: Subscription): Promise<Delivery> {
	const content = { object: { topic: `Meeting ${++told}` } };
	const [delivery] = fixture.emulator.events.emit('meeting.started', content, { to: id });
	await fixture.emulator.events.settled();
	return delivery;
}

describe('A WebSocket', () => {
	it('on which nothing is heard any more is made anew', async () => {
		const { subscription, workflow } = await socketWorkflow();
		await workflow.activate();
		const [connection] = open(subscription);
		connection.mute();
		jump();
		await connected(subscription);
		expect(connection.state).toBe('closed');
		const event = await tell(subscription);
		expect(await workflow.events(1)).toEqual([bodyOf(event)]);
		await workflow.deactivate();
	});

	it('that cannot be made for long is told of once, and does not end the workflow', async () => {
		const { subscription, workflow } = await socketWorkflow();
		await workflow.activate();
		const fail = () => {
			const fault = { match: isFor(subscription), status: 503, times: Infinity };
			fixture.emulator.faults.add(fault);
		};
		/** Ends the pause there is, and waits until it was tried again. */
		const tryAgain = async () => {
			const before = handshakes(subscription);
			jump();
			await until('another try', () => handshakes(subscription) > before);
		};
		const outages = async (count: number) => {
			const executions = await workflow.finished(count);
			return executions.map(({ mode, status, data }) => [
				mode,
				status,
				data.resultData.error?.message,
			]);
		};
		const outage = [
			'trigger',
			'error',
			"Zoom Trigger receives no events. Zoom's WebSocket cannot be reached. Check the proxy and firewall between this n8n and Zoom.",
		];
		fail();
		open(subscription)[0].cut();
		for (let turn = 0; turn < 4; turn++) await tryAgain();
		expect(await outages(1)).toEqual([outage]);
		expect((await tell(subscription)).state).toBe('lost');

		fixture.emulator.faults.clear();
		jump();
		await connected(subscription);
		const event = await tell(subscription);
		expect(await workflow.events(2)).toEqual([bodyOf(event)]);
		expect(await workflow.executions()).toHaveLength(2);

		// It was good for a while, so that the next outage is another one.
		fail();
		await tryAgain();
		await tryAgain();
		expect((await outages(3)).map(([, status]) => status)).toEqual(['error', 'success', 'error']);
		fixture.emulator.faults.clear();
		jump();
		await connected(subscription);
		await workflow.deactivate();
		await until('the connection to be closed', () => open(subscription).length === 0);
	});

	it('that cannot be made at first is no reason to refuse the workflow', async () => {
		const { subscription, workflow } = await socketWorkflow();
		fixture.emulator.faults.add({ match: isFor(subscription), status: 503, times: Infinity });
		const publication = workflow.publish();
		await until('a try', () => handshakes(subscription) > 0);
		jump();
		expect(await publication).toMatchObject({ status: 'published' });
		await until('another try', () => handshakes(subscription) > 1);
		fixture.emulator.faults.clear();
		jump();
		await connected(subscription);
		const event = bodyOf(await tell(subscription));
		expect(await workflow.events(2)).toEqual([event]);
		const executions = await workflow.finished(2);
		expect(executions.map(({ status }) => status)).toEqual(['error', 'success']);
		await workflow.deactivate();
	});
});

describe('An n8n that ends', () => {
	let socket: Awaited<ReturnType<typeof socketWorkflow>>;
	let automatic: Awaited<ReturnType<typeof automaticWorkflow>>;
	beforeAll(async () => {
		socket = await socketWorkflow();
		automatic = await automaticWorkflow();
		await socket.workflow.activate();
		await automatic.workflow.activate();
	});

	/** What happens now reaches a workflow once. */
	async function expectEvent(workflow: TriggerWorkflow, subscription: Subscription): Promise<void> {
		const { length } = await workflow.executions();
		const event = await tell(subscription);
		expect(event.state).toBe('delivered');
		const found = await workflow.events(length + 1);
		expect(found).toHaveLength(length + 1);
		expect(found.at(-1)).toEqual(bodyOf(event));
	}

	/** What happens now reaches both workflows once. */
	async function expectEvents(): Promise<void> {
		await connected(socket.subscription);
		await expectEvent(socket.workflow, socket.subscription);
		await expectEvent(automatic.workflow, subscriptionsOf(automatic.app)[0]);
	}

	it('in good order closes its connection, keeps its subscription, and goes on when it is started again', async () => {
		await expectEvents();
		const [connection] = open(socket.subscription);
		const before = subscriptionsOf(automatic.app);
		await own.stop();
		resetClock();
		expect(connection.closeCode).toBe(1000);
		expect(subscriptionsOf(automatic.app)).toEqual(before);
		const lost = await tell(socket.subscription);
		const late = await tell(before[0]);
		expect([lost.state, statusOf(late)]).toEqual(['lost', -2]);

		await own.start();
		await connected(socket.subscription);
		expect(subscriptionsOf(automatic.app)).toEqual(before);
		// Zoom delivers a webhook again, five minutes later.
		fixture.emulator.clock.advance(5 * minutes);
		await fixture.emulator.events.settled();
		expect([late.attempts.length, late.state]).toEqual([2, 'delivered']);
		expect((await automatic.workflow.events(2)).at(-1)).toEqual(bodyOf(late));
		expect(await socket.workflow.executions()).toHaveLength(1);
		resetClock();
		expect(creationsOf(automatic.workflow)).toBe(1);
	});

	it('by kill -9, while a test listens and another workflow is being registered, leaves one subscription for each', async () => {
		const tested = await automaticWorkflow();
		await tested.workflow.listen();
		expect(addressesOf(tested.app)).toEqual([tested.workflow.testUrl]);
		const begun = await automaticWorkflow();
		const isBegun = ({ method, body }: RecordedRequest) =>
			method === 'POST' &&
			(body as { event_webhook_url?: string }).event_webhook_url === begun.workflow.productionUrl;
		fixture.emulator.faults.add({ match: isBegun, hang: 'body' });
		const publication = begun.workflow.publish().catch((error: Error) => error);
		await until('a subscription', () => subscriptionsOf(begun.app).length > 0);
		const [connection] = open(socket.subscription);
		await own.kill();
		resetClock();
		await publication;
		await until('the connection to break off', () => connection.state === 'closed');
		expect(connection.closeCode).toBe(1006);

		await own.start();
		await connected(socket.subscription);
		expect(addressesOf(automatic.app)).toEqual([automatic.workflow.productionUrl]);
		expect(creationsOf(automatic.workflow)).toBe(1);

		await expectEvents();

		await fixture.rest.publication(begun.workflow.id);
		expect(addressesOf(begun.app)).toEqual([begun.workflow.productionUrl]);
		await expectEvent(begun.workflow, subscriptionsOf(begun.app)[0]);

		await tested.workflow.listen();
		expect(addressesOf(tested.app)).toEqual([tested.workflow.testUrl]);
		await fixture.rest.stopListening(tested.workflow.id);
		await until('the end of the test', () => subscriptionsOf(tested.app).length === 0);
	});

	it('and comes back at another address is registered there, which leaves the other to the n8n there', async () => {
		const before = automatic.workflow.productionUrl;
		const elsewhere = n8n.url.replace('localhost', '127.0.0.1');
		const now = automatic.workflow.seenBy(fixture.rest, { url: elsewhere }).productionUrl;
		await own.stop();
		await own.start({ N8N_WEBHOOK_URL: `${elsewhere}/` });
		await until('the new address', () => addressesOf(automatic.app).includes(now));
		expect(addressesOf(automatic.app)).toEqual([before, now]);
		await expectEvent(automatic.workflow, subscriptionsOf(automatic.app)[1]);
		await automatic.workflow.deactivate();
		expect(addressesOf(automatic.app)).toEqual([before]);
		await automatic.workflow.activate();
		expect(addressesOf(automatic.app)).toEqual([before, now]);
	});

	it('has no secret in its log or in an execution', async () => {
		const { rest, emulator, apps } = fixture;
		const { userFolder } = own;
		expect(await secretsKept(emulator, apps, { rest, userFolder, workflows })).toEqual([]);
	});
});
