import type { App, Delivery, Subscription } from '../../../emulator';
import { listenTo, type Listener } from '../../../emulator/webSocket/listener';
import { Log } from '../../n8n/log';
import type { Credential } from '../../n8n/rest';
import { sharedN8n } from '../../n8n/shared';
import { HostFixture } from '../../workflows/hostFixture';
import { secretsKept } from '../../workflows/triggerSecrets';
import type { TriggerWorkflow } from '../../workflows/triggerWorkflow';

const handshake = 'GET /ws';
const takenOver = /^Another connection to the same event subscription took over/;

let fixture: HostFixture;
let log: Log;
beforeAll(async () => {
	fixture = await HostFixture.open();
	log = new Log(fixture.rest, sharedN8n().userFolder);
});
/** What a test has made that would go on. */
let active: TriggerWorkflow[] = [];
let strangers: Listener[] = [];
afterEach(async () => {
	for (const stranger of strangers) stranger.close();
	for (const workflow of active) await workflow.deactivate();
	strangers = [];
	active = [];
});
afterAll(async () => {
	await fixture.close();
});

const workflows: TriggerWorkflow[] = [];

/** A workflow that listens to a subscription. */
async function stored(
	{ url }: { url: string },
	credential: Credential,
	parameters: Record<string, unknown> = {},
): Promise<TriggerWorkflow> {
	const workflow = await fixture.trigger(credential, {
		delivery: 'webSocket',
		socketUrl: url,
		events: ['meeting.started'],
		...parameters,
	});
	workflows.push(workflow);
	active.push(workflow);
	return workflow;
}

/** A subscription of a Server-to-Server app of its own, and a workflow that listens to it. */
async function fresh(parameters?: Record<string, unknown>) {
	const app = fixture.newApp();
	const credential = await fixture.serverToServer(app);
	const subscription = fixture.emulator.events.subscribe({ app, method: 'webSocket' });
	const workflow = await stored(subscription, credential, parameters);
	return { app, credential, subscription, workflow };
}

const open = ({ id }: Subscription) => fixture.emulator.events.sockets.of(id);
const handshakes = ({ id }: Subscription) =>
	fixture.emulator.requests.to(handshake).filter(({ query }) => query.subscriptionId === id);

/** Waits until the emulator has so many connections to a subscription, all of them in use. */
async function connected(subscription: Subscription, count = 1): Promise<void> {
	await fixture.rest.until(`${count} connections`, async () => {
		const states = open(subscription).map(({ state }) => state);
		const holds = states.length === count && states.every((state) => state === 'connected');
		return await Promise.resolve(holds || undefined);
	});
}

let told = 0;

/** Tells a subscription of something new, whatever it has subscribed to. */
function tell({ id }: Subscription, event = 'meeting.started'): Delivery {
	const content = { object: { topic: `Meeting ${++told}` } };
	const [delivery] = fixture.emulator.events.emit(event, content, { to: id });
	return delivery;
}

const bodyOf = ({ body }: Delivery) => JSON.parse(body) as Record<string, unknown>;

/** Waits until somebody who tries a workflow out waits for its event. */
async function waits({ id }: TriggerWorkflow, times = 1): Promise<void> {
	await log.says(times, 'Zoom Trigger is connected', id);
}

/** Another program connects for the same subscription, as one more n8n would. */
async function intrude(app: App, { url }: Subscription): Promise<Listener> {
	const { access_token: token } = fixture.emulator.authorize(app);
	const stranger = await listenTo(`${url}&access_token=${token}`);
	strangers.push(stranger);
	return stranger;
}

describe('A WebSocket', () => {
	it.each<[App['kind'], (app: App) => Promise<Credential>]>([
		['serverToServer', async (app) => await fixture.serverToServer(app)],
		['accountLevel', async (app) => await fixture.connectedApp(app, 'olivia.ortiz@example.com')],
	])('of an app that is %s is there while the workflow is active', async (kind, connect) => {
		const app = fixture.newApp(kind);
		const subscription = fixture.emulator.events.subscribe({ app, method: 'webSocket' });
		const workflow = await stored(subscription, await connect(app));
		expect(open(subscription)).toEqual([]);
		await workflow.activate();
		expect(open(subscription).map(({ state }) => state)).toEqual(['connected']);
		const sent = tell(subscription);
		expect(sent.state).toBe('delivered');
		expect(tell(subscription, 'meeting.ended').state).toBe('delivered');
		expect(await workflow.events(1)).toEqual([bodyOf(sent)]);
		const [execution] = await workflow.finished(1);
		expect(execution).toMatchObject({ mode: 'trigger', status: 'success' });

		await workflow.deactivate();
		await connected(subscription, 0);
		expect(tell(subscription).state).toBe('lost');
		expect(await workflow.executions()).toHaveLength(1);
		expect(handshakes(subscription)).toHaveLength(1);
	});

	it('is kept through edits, which count once they are published', async () => {
		const { subscription, workflow } = await fresh();
		await workflow.activate();
		const first = tell(subscription);
		await workflow.edit({ events: ['meeting.ended'] });
		const second = tell(subscription);
		expect(handshakes(subscription)).toHaveLength(1);
		await workflow.activate();
		await connected(subscription);
		tell(subscription);
		const third = tell(subscription, 'meeting.ended');
		const found = await workflow.events(3);
		expect(found).toEqual(expect.arrayContaining([first, second, third].map(bodyOf)));
		expect(found).toHaveLength(3);
	});

	it('goes when another way is chosen', async () => {
		const { app, subscription, workflow } = await fresh();
		await workflow.activate();
		await workflow.edit({ delivery: 'webhook' });
		await workflow.activate();
		await connected(subscription, 0);
		const webhook = fixture.emulator.events.subscribe({ app, url: workflow.productionUrl });
		expect(await fixture.emulator.events.validate(webhook)).toBe(true);
		await workflow.edit({ delivery: 'webSocket' });
		await workflow.activate();
		await connected(subscription);
		expect(await fixture.emulator.events.validate(webhook)).toBe(false);
	});

	it('is one for all workflows with the same subscription, and stays until the last is gone', async () => {
		const { credential, subscription, workflow } = await fresh();
		const other = await stored(subscription, credential, { events: ['meeting.ended'] });
		await workflow.activate();
		await other.activate();
		const started = tell(subscription);
		const ended = tell(subscription, 'meeting.ended');
		expect(await workflow.events(1)).toEqual([bodyOf(started)]);
		expect(await other.events(1)).toEqual([bodyOf(ended)]);
		await workflow.deactivate();
		expect(tell(subscription).state).toBe('delivered');
		const again = tell(subscription, 'meeting.ended');
		expect(await other.events(2)).toEqual([ended, again].map(bodyOf));
		expect(await workflow.executions()).toHaveLength(1);
		expect(handshakes(subscription)).toHaveLength(1);
		await other.deactivate();
		await connected(subscription, 0);
	});

	it('starts the workflow once with what comes twice', async () => {
		const { subscription, workflow } = await fresh();
		await workflow.activate();
		const twice = { to: subscription.id, times: 2 };
		const [{ body }] = fixture.emulator.events.emit('meeting.started', undefined, twice);
		// One after the other, since n8n keeps no order among what it starts at the same moment.
		expect(await workflow.events(1)).toEqual([JSON.parse(body)]);
		const last = tell(subscription);
		expect(await workflow.events(2)).toEqual([JSON.parse(body), bodyOf(last)]);
		expect(await workflow.executions()).toHaveLength(2);
	});
});

describe('Somebody who tries the node out', () => {
	it('gets the first event that is wanted, over a connection that is closed then', async () => {
		const { subscription, workflow } = await fresh();
		const id = await workflow.startTest();
		await connected(subscription);
		await waits(workflow);
		tell(subscription, 'meeting.ended');
		const wanted = tell(subscription);
		expect(await fixture.rest.finishedExecution(id)).toMatchObject({
			mode: 'manual',
			status: 'success',
		});
		expect(await workflow.events(1)).toEqual([bodyOf(wanted)]);
		await connected(subscription, 0);
	});

	it('shares the connection of the active workflow, which gets the event, too', async () => {
		const { subscription, workflow } = await fresh();
		await workflow.activate();
		const id = await workflow.startTest();
		await waits(workflow, 2);
		const event = bodyOf(tell(subscription));
		await fixture.rest.finishedExecution(id);
		const executions = await workflow.finished(2);
		expect(executions.map(({ mode }) => mode).sort()).toEqual(['manual', 'trigger']);
		expect(await workflow.events(2)).toEqual([event, event]);
		const later = bodyOf(tell(subscription));
		expect(await workflow.events(3)).toEqual([event, event, later]);
		expect(handshakes(subscription)).toHaveLength(1);
	});

	it('can stop it, which closes the connection', async () => {
		const { subscription, workflow } = await fresh();
		const id = await workflow.startTest();
		await waits(workflow);
		await fixture.rest.stopExecution(id);
		expect(await fixture.rest.finishedExecution(id)).toMatchObject({ status: 'canceled' });
		await connected(subscription, 0);
	});
});

describe('A connection that breaks off', () => {
	it.each<[string, (subscription: Subscription) => void]>([
		['is cut', (subscription) => open(subscription)[0].cut()],
		['is ended by Zoom', (subscription) => open(subscription)[0].close(1001)],
		[
			'is cut while Zoom cannot be reached',
			(subscription) => {
				const isOurs = ({ query }: { query: object }) =>
					Object.values(query).includes(subscription.id);
				fixture.emulator.faults.add({ match: isOurs, status: 503 });
				fixture.emulator.faults.add({ match: isOurs, reset: 'before' });
				open(subscription)[0].cut();
			},
		],
	])('because it %s comes back, and so do events', async (_, breakOff) => {
		const { subscription, workflow } = await fresh();
		await workflow.activate();
		const before = tell(subscription);
		breakOff(subscription);
		expect(tell(subscription).state).toBe('lost');
		await connected(subscription);
		const after = tell(subscription);
		expect(await workflow.events(2)).toEqual([before, after].map(bodyOf));
		expect(await workflow.executions()).toHaveLength(2);
	});

	it('when its token expires is made anew with another', async () => {
		const { settings, clock } = fixture.emulator;
		const { subscription, workflow } = await fresh();
		await workflow.activate();
		Object.assign(settings, { socketTokenExpiry: 'drop', heartbeatDeadlineMs: 0 });
		open(subscription)[0].cut();
		await connected(subscription);
		clock.advance(3_700_000);
		expect(open(subscription)).toEqual([]);
		await connected(subscription);
		settings.socketTokenExpiry = 'keep';
		const event = tell(subscription);
		expect(await workflow.events(1)).toEqual([bodyOf(event)]);
		const tokens = handshakes(subscription).map(({ query }) => query.access_token);
		expect(new Set(tokens).size).toBe(tokens.length);
		await log.says(1, 'was lost (Token is invalid)', workflow.id);
	});

	it('with a token that Zoom does not want is tried with one by another grant', async () => {
		const { subscription, workflow } = await fresh();
		fixture.emulator.faults.add({ match: handshake, socket: 'refuse' });
		const before = fixture.tokenCalls;
		await workflow.activate();
		expect(open(subscription).map(({ state }) => state)).toEqual(['connected']);
		const calls = fixture.emulator.requests.to('POST /oauth/token').slice(before);
		const grants = calls.map(({ body }) => (body as { grant_type: string }).grant_type);
		expect(grants).toEqual(['client_credentials', 'account_credentials']);
	});
});

describe('Somebody else who connects for the same subscription', () => {
	it('is told of, in a test at once and for an active workflow as a failed execution, and does not end it', async () => {
		const { app, credential, subscription, workflow } = await fresh();
		const replaced = async (times: number) =>
			await log.says(times, 'is not connected: Another connection', workflow.id);
		await workflow.activate();
		const first = await intrude(app, subscription);
		await replaced(1);
		expect(tell(subscription).state).toBe('delivered');
		await first.until(({ frames }) => frames.some(({ module }) => module === 'message'));

		// A new listener makes it try at once, and not after a minute or two.
		const test = await workflow.startTest();
		await first.until(({ closed }) => closed !== undefined);
		await waits(workflow, 3);
		await intrude(app, subscription);
		const { data, status } = await fixture.rest.finishedExecution(test);
		expect([status, data.resultData.error?.message]).toEqual([
			'error',
			expect.stringMatching(takenOver),
		]);
		await replaced(3);

		const other = await stored(subscription, credential);
		await other.activate();
		await intrude(app, subscription);
		await replaced(4);
		const executions = await workflow.finished(2);
		expect(executions.map(({ mode, status: how }) => [mode, how])).toEqual([
			['manual', 'error'],
			['trigger', 'error'],
		]);
		expect(executions[1].data.resultData.error?.message).toMatch(
			/^Zoom Trigger receives no events\. Another connection to the same event subscription took over/,
		);

		await other.deactivate();
		await other.activate();
		await connected(subscription);
		const event = tell(subscription);
		const [last] = (await workflow.finished(3)).slice(2);
		expect(last).toMatchObject({ mode: 'trigger', status: 'success' });
		expect(await workflow.events(3)).toEqual([bodyOf(event)]);
	});
});

it('No secret stands in the log or in an execution', async () => {
	const { rest, emulator, apps } = fixture;
	const { userFolder } = sharedN8n();
	expect(await secretsKept(emulator, apps, { rest, userFolder, workflows })).toEqual([]);
});
