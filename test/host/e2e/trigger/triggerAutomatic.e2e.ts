import type { App, Delivery, Fault, RecordedRequest } from '../../../emulator';
import type { Credential, Publication } from '../../n8n/rest';
import { sharedN8n } from '../../n8n/shared';
import { HostFixture } from '../../workflows/hostFixture';
import { secretsKept } from '../../workflows/triggerSecrets';
import type { TriggerWorkflow } from '../../workflows/triggerWorkflow';

const route = '/v2/marketplace/app/event_subscription';
const henrik = 'HenrikHolm-Host_000000';
/** n8n publishes a trigger anew every ten seconds that does not say it is there. */
const watched = 25_000;

let fixture: HostFixture;
beforeAll(async () => {
	fixture = await HostFixture.open();
});
afterAll(async () => {
	await fixture.close();
});

const workflows: TriggerWorkflow[] = [];

/** A workflow whose webhook n8n registers itself. */
async function stored(credential: Credential, parameters: Record<string, unknown> = {}) {
	const workflow = await fixture.trigger(credential, {
		delivery: 'webhookAutomatic',
		events: ['meeting.started'],
		...parameters,
	});
	workflows.push(workflow);
	return workflow;
}

/** Such a workflow of a Server-to-Server app of its own. */
async function fresh(parameters?: Record<string, unknown>, fields?: Record<string, unknown>) {
	const app = fixture.newApp();
	return { app, workflow: await stored(await fixture.serverToServer(app, fields), parameters) };
}

const subscriptionsOf = (app: App) => fixture.emulator.events.subscriptions.of(app);
const statusOf = ({ attempts }: Delivery) => attempts.at(-1)?.status;
const bodyOf = ({ body }: Delivery) => JSON.parse(body) as Record<string, unknown>;

/** How often a subscription with one of a workflow's addresses was asked for. */
const creationsOf = ({ productionUrl, testUrl }: TriggerWorkflow) =>
	fixture.emulator.requests
		.to(`POST ${route}`)
		.map(({ body }) => (body as { event_webhook_url: string }).event_webhook_url)
		.filter((url) => url === productionUrl || url === testUrl).length;

/** Tells an app's subscriptions of something that has happened to Henrik. */
async function tell(app: App, event: string) {
	const ids = subscriptionsOf(app).map(({ id }) => id);
	const deliveries = fixture.emulator.events
		.emit(event, undefined, { userId: henrik })
		.filter(({ subscriptionId }) => ids.includes(subscriptionId));
	await fixture.emulator.events.settled();
	return deliveries;
}

const problemIn = ({ status, triggers }: Publication) => [
	status,
	triggers.map(({ errorMessage }) => errorMessage).find((message) => message !== null),
];

describe('A webhook that n8n registers', () => {
	let watchedWorkflow: TriggerWorkflow;
	let since: number;

	it.each<[App['kind'], string, (app: App) => Promise<Credential>]>([
		['serverToServer', 'account', async (app) => await fixture.serverToServer(app)],
		['userManaged', 'user', async (app) => await fixture.connectedApp(app)],
		[
			'accountLevel',
			'account',
			async (app) => await fixture.connectedApp(app, 'olivia.ortiz@example.com'),
		],
	])('of an app that is %s is there while the workflow is active', async (kind, scope, connect) => {
		const app = fixture.newApp(kind);
		const workflow = await stored(await connect(app));
		await workflow.activate();
		[watchedWorkflow, since] = [workflow, Date.now()];
		expect(subscriptionsOf(app)).toEqual([
			expect.objectContaining({
				name: 'n8n: Reacts to Zoom',
				url: workflow.productionUrl,
				events: ['meeting.started'],
				scope,
				source: 'openapi',
				active: true,
			}),
		]);
		const deliveries = await tell(app, 'meeting.started');
		expect(deliveries.map(statusOf)).toEqual([200]);
		expect(await tell(app, 'meeting.ended')).toEqual([]);
		expect(await workflow.events(1)).toEqual(deliveries.map(bodyOf));
		if (kind === 'accountLevel') return;
		await workflow.deactivate();
		expect(subscriptionsOf(app)).toEqual([]);
	});

	it('is registered anew with other events, and left alone where the trigger stays as it is', async () => {
		const { app, workflow } = await fresh();
		await workflow.activate();
		const [before] = subscriptionsOf(app);
		await workflow.edit({ events: ['meeting.ended', 'meeting.started'] });
		expect(subscriptionsOf(app)).toEqual([before]);
		await workflow.activate();
		const [after, ...others] = subscriptionsOf(app);
		expect(others).toEqual([]);
		expect(after.id).not.toBe(before.id);
		expect(after.events).toEqual(['meeting.ended', 'meeting.started']);
		expect((await tell(app, 'meeting.ended')).map(statusOf)).toEqual([200]);
		await workflow.add({ name: 'Next', type: 'n8n-nodes-base.noOp' });
		await workflow.activate();
		expect(subscriptionsOf(app)).toEqual([after]);
		expect(creationsOf(workflow)).toBe(2);
		await workflow.finished(1);
	});

	it('leaves alone what a person made at Zoom, and other workflows of the same app', async () => {
		const { app, workflow } = await fresh();
		const other = await stored(await fixture.serverToServer(app));
		const url = workflow.productionUrl;
		const byHand = fixture.emulator.events.subscribe({ app, url, events: ['user.created'] });
		await workflow.activate();
		await other.activate();
		await workflow.deactivate();
		expect(subscriptionsOf(app)).toEqual([
			byHand,
			expect.objectContaining({ url: other.productionUrl }),
		]);
		await other.deactivate();
		expect(subscriptionsOf(app)).toEqual([byHand]);
	});

	it('goes when another way is chosen, and comes back with it', async () => {
		const { app, workflow } = await fresh();
		await workflow.activate();
		await workflow.edit({ delivery: 'webhook' });
		await workflow.activate();
		expect(subscriptionsOf(app)).toEqual([]);
		await workflow.edit({ delivery: 'webhookAutomatic' });
		await workflow.activate();
		expect((await tell(app, 'meeting.started')).map(statusOf)).toEqual([200]);
		await workflow.finished(1);
		await workflow.deactivate();
	});

	it('is made for a test and removed after its first event, beside that of the active workflow', async () => {
		const { app, workflow } = await fresh();
		await workflow.activate();
		const [production] = subscriptionsOf(app);
		await workflow.listen();
		expect(subscriptionsOf(app).map(({ url }) => url)).toEqual([
			workflow.productionUrl,
			workflow.testUrl,
		]);
		expect((await tell(app, 'meeting.started')).map(statusOf)).toEqual([200, 200]);
		const modes = (await workflow.finished(2)).map(({ mode }) => mode);
		expect(modes.sort()).toEqual(['manual', 'webhook']);
		await fixture.rest.until('the end of the test', async () => {
			return await Promise.resolve(subscriptionsOf(app).length === 1 || undefined);
		});
		expect(subscriptionsOf(app)).toEqual([production]);
		expect((await tell(app, 'meeting.started')).map(statusOf)).toEqual([200]);
		await workflow.finished(3);
	});

	it('is removed when a test is stopped', async () => {
		const { app, workflow } = await fresh();
		await workflow.listen();
		expect(subscriptionsOf(app)).toHaveLength(1);
		await fixture.rest.stopListening(workflow.id);
		await fixture.rest.until('the end of the test', async () => {
			return await Promise.resolve(subscriptionsOf(app).length === 0 || undefined);
		});
	});

	it('that cannot be had leaves nothing behind, and n8n says why', async () => {
		const { faults } = fixture.emulator;
		const lacking = await fresh({ events: ['recording.completed'] });
		lacking.app.scopes = ['meeting:read:meeting:admin'];
		const silent = await fresh({}, { webhookSecretToken: '' });
		const wrong = await fresh({}, { webhookSecretToken: 'of-another-app' });
		const lost = await fresh();
		const isLost = ({ method, body }: RecordedRequest) =>
			method === 'POST' &&
			(body as { event_webhook_url?: string }).event_webhook_url === lost.workflow.productionUrl;
		faults.add({ match: isLost, reset: 'after', times: Infinity });
		const all = [lacking, silent, wrong, lost];
		const publications = await Promise.all(all.map(({ workflow }) => workflow.publish()));
		faults.clear();
		expect(publications.map(problemIn)).toEqual([
			['failed', expect.stringMatching(/lacks scopes for some of the chosen events: cloud_rec/)],
			['failed', expect.stringMatching(/Webhook Secret Token: is missing in the credential/)],
			['failed', expect.stringMatching(/Zoom could not validate the address https:\/\/localhost/)],
			['failed', expect.stringMatching(/^.*connection to Zoom was lost/)],
		]);
		expect(all.map(({ workflow }) => creationsOf(workflow))).toEqual([5, 0, 5, 5]);
		expect(all.map(({ app }) => subscriptionsOf(app))).toEqual([[], [], [], []]);

		await lost.workflow.activate();
		expect(subscriptionsOf(lost.app)).toHaveLength(1);
		await lost.workflow.deactivate();
	});

	it.each<[string, Partial<Fault>]>([
		['is down', { status: 503, times: 3 }],
		['breaks off before it has done anything', { reset: 'before' }],
		['makes it and breaks off', { reset: 'after', times: 2 }],
	])('is there once in the end where Zoom %s for a moment', async (_, fault) => {
		const { app, workflow } = await fresh();
		const match = ({ method, body }: RecordedRequest) =>
			method === 'POST' &&
			(body as { event_webhook_url?: string }).event_webhook_url === workflow.productionUrl;
		fixture.emulator.faults.add({ match, ...fault });
		await workflow.activate();
		expect(creationsOf(workflow)).toBeGreaterThan(1);
		expect(subscriptionsOf(app).map(({ url }) => url)).toEqual([workflow.productionUrl]);
		const deliveries = await tell(app, 'meeting.started');
		expect(deliveries.map(statusOf)).toEqual([200]);
		expect(await workflow.events(1)).toEqual(deliveries.map(bodyOf));
		await workflow.deactivate();
		expect(subscriptionsOf(app)).toEqual([]);
	});

	it('clears away what an earlier n8n left at its address, and nothing else', async () => {
		const { app, workflow } = await fresh();
		const { events } = fixture.emulator;
		const left = { app, url: workflow.productionUrl, source: 'openapi' as const };
		events.subscribe({ ...left, events: ['meeting.started'] });
		events.subscribe({ ...left, events: ['meeting.ended'] });
		const others = [
			events.subscribe({ ...left, source: 'default', events: ['user.created'] }),
			events.subscribe({ ...left, url: `${workflow.productionUrl}2`, events: ['user.created'] }),
		];
		await workflow.activate();
		expect(subscriptionsOf(app)).toEqual([
			...others,
			expect.objectContaining({ url: workflow.productionUrl, events: ['meeting.started'] }),
		]);
		await workflow.deactivate();
		expect(subscriptionsOf(app)).toEqual(others);
	});

	it('is registered once, and not again and again', async () => {
		await new Promise((resolve) => setTimeout(resolve, since + watched - Date.now()));
		expect(creationsOf(watchedWorkflow)).toBe(1);
	});
});

it('No secret stands in the log or in an execution', async () => {
	const { rest, emulator, apps } = fixture;
	const { userFolder } = sharedN8n();
	expect(await secretsKept(emulator, apps, { rest, userFolder, workflows })).toEqual([]);
});
