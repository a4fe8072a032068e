import type { App, Delivery } from '../../../emulator';
import type { Credential } from '../../n8n/rest';
import { sharedN8n } from '../../n8n/shared';
import { outputOf, type Item } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';
import { secretsKept } from '../../workflows/triggerSecrets';
import type { TriggerWorkflow } from '../../workflows/triggerWorkflow';

const henrik = 'HenrikHolm-Host_000000';

let fixture: HostFixture;
beforeAll(async () => {
	fixture = await HostFixture.open();
});
afterAll(async () => {
	await fixture.close();
});

const workflows: TriggerWorkflow[] = [];

/** A workflow that waits for a webhook pasted into Zoom. */
async function stored(credential: Credential, parameters: Record<string, unknown> = {}) {
	const workflow = await fixture.trigger(credential, {
		events: ['meeting.started'],
		...parameters,
	});
	workflows.push(workflow);
	return workflow;
}

/** An active one of a Server-to-Server app, with its address pasted into Zoom. */
async function subscribed(parameters: Record<string, unknown> = {}) {
	const app = fixture.newApp();
	const workflow = await stored(await fixture.serverToServer(app), parameters);
	await workflow.activate();
	const subscription = fixture.emulator.events.subscribe({ app, url: workflow.productionUrl });
	return { app, workflow, subscription };
}

/** Tells one subscription of something. */
async function tell({ id }: { id: string }, event: string, content?: string | object) {
	const [delivery] = fixture.emulator.events.emit(event, content, { to: id });
	await fixture.emulator.events.settled();
	return delivery;
}

const statusOf = ({ attempts }: Delivery) => attempts.at(-1)?.status;
const bodyOf = ({ body }: Delivery) => JSON.parse(body) as Record<string, unknown>;

describe('A webhook that is pasted into Zoom', () => {
	it.each<[App['kind'], (app: App) => Promise<Credential>]>([
		['serverToServer', async (app) => await fixture.serverToServer(app)],
		['userManaged', async (app) => await fixture.connectedApp(app)],
		['accountLevel', async (app) => await fixture.connectedApp(app, 'olivia.ortiz@example.com')],
	])('proves itself to an app that is %s, and hands on what that sends', async (kind, connect) => {
		const { events } = fixture.emulator;
		const app = fixture.newApp(kind);
		const workflow = await stored(await connect(app));
		const subscription = events.subscribe({ app, url: workflow.productionUrl });
		expect(await events.validate(subscription)).toBe(false);

		await workflow.activate();
		expect(await events.validate(subscription)).toBe(true);
		const deliveries = events.emit('meeting.started', undefined, { userId: henrik });
		const [unwanted] = events.emit('meeting.ended', undefined, { userId: henrik });
		await events.settled();
		expect(deliveries.map(statusOf)).toEqual([200]);
		expect(statusOf(unwanted)).toBe(204);
		const [execution] = await workflow.finished(1);
		expect(execution).toMatchObject({ mode: 'webhook', status: 'success' });
		expect(await workflow.events(1)).toEqual(deliveries.map(bodyOf));

		await workflow.deactivate();
		expect(statusOf(await tell(subscription, 'meeting.started'))).toBe(404);
		expect(await events.validate(subscription)).toBe(false);
		expect(await workflow.executions()).toHaveLength(1);
		events.unsubscribe(subscription.id);
	});

	it('needs no connection: the secret alone tells what Zoom sent', async () => {
		const app = fixture.newApp('userManaged');
		const workflow = await stored(await fixture.generalApp(app));
		await workflow.activate();
		const subscription = fixture.emulator.events.subscribe({ app, url: workflow.productionUrl });
		expect(await fixture.emulator.events.validate(subscription)).toBe(true);
		expect(statusOf(await tell(subscription, 'meeting.started'))).toBe(200);
		await workflow.finished(1);
	});

	it('keeps its address through edits, which count once they are published', async () => {
		const { workflow, subscription } = await subscribed();
		const first = await tell(subscription, 'meeting.started');
		await workflow.edit({ events: ['meeting.ended'] });
		const second = await tell(subscription, 'meeting.started');
		await workflow.activate();
		expect(statusOf(await tell(subscription, 'meeting.started'))).toBe(204);
		const third = await tell(subscription, 'meeting.ended');
		expect(await workflow.events(3)).toEqual([first, second, third].map(bodyOf));
	});

	it('takes the secret that stands in the credential now', async () => {
		const app = fixture.newApp();
		const credential = await fixture.serverToServer(app);
		const workflow = await stored(credential);
		await workflow.activate();
		const subscription = fixture.emulator.events.subscribe({ app, url: workflow.productionUrl });
		expect(statusOf(await tell(subscription, 'meeting.started'))).toBe(200);
		app.secretToken = 'Renewed-Secret-Token-1';
		expect(statusOf(await tell(subscription, 'meeting.started'))).toBe(401);
		const { data, ...rest } = credential;
		await fixture.rest.updateCredential(credential.id, {
			...rest,
			data: { ...data, webhookSecretToken: app.secretToken },
		});
		await fixture.rest.until('the new secret to be read', async () => {
			return (await fixture.emulator.events.validate(subscription)) || undefined;
		});
		expect(statusOf(await tell(subscription, 'meeting.started'))).toBe(200);
		await workflow.finished(2);
	});

	it('filters, and makes items that are easier to read', async () => {
		const { workflow, subscription } = await subscribed({
			filters: { hosts: 'henrik.holm@example.com', topic: 'review' },
			options: { output: 'simplified' },
		});
		const started = async (host_id: string, topic: string) =>
			await tell(subscription, 'meeting.started', { object: { id: 123, host_id, topic } });
		expect(statusOf(await started('HanaHayashi-Host_00000', 'Design review'))).toBe(204);
		expect(statusOf(await started(henrik, 'Coffee'))).toBe(204);
		expect(statusOf(await started(henrik, 'Design review'))).toBe(200);
		expect(await workflow.events(1)).toEqual([
			{
				event: 'meeting.started',
				eventTime: expect.stringMatching(/Z$/),
				id: '123',
				host_id: henrik,
				topic: 'Design review',
			},
		]);
	});

	it('fetches the files of a recording, of the chosen types, without its token in an item', async () => {
		const { app, workflow, subscription } = await subscribed({
			events: ['recording.completed'],
			filters: { fileTypes: ['MP4', 'CHAT'] },
			options: { downloadRecordings: true },
		});
		subscription.events = ['recording.completed'];
		app.scopes = [];
		const files = ['MP4', 'M4A', 'CHAT'].map((file_type) => ({ file_type }));
		fixture.emulator.addRecording({ host_id: henrik, topic: 'Kick-off', recording_files: files });
		await fixture.emulator.events.settled();
		const [{ data }] = await workflow.finished(1);
		const items = outputOf(data, 'Zoom Trigger') as (Item & { binary: { data: object } })[];
		expect(items.map(({ binary }) => binary.data)).toEqual([
			expect.objectContaining({ mimeType: 'video/mp4', fileExtension: 'mp4' }),
			expect.objectContaining({ mimeType: 'text/plain', fileExtension: 'txt' }),
		]);
		for (const { json } of items) expect(json).not.toHaveProperty('download_token');
		const { download_token: token } = bodyOf(fixture.emulator.events.deliveries.at(-1)!);
		const fetched = fixture.emulator.requests.filter(({ path }) => path.startsWith('/rec/'));
		expect(fetched.map(({ headers }) => headers.authorization)).toEqual([
			`Bearer ${String(token)}`,
			`Bearer ${String(token)}`,
		]);
	});
});

describe('Somebody who tries the node out', () => {
	it('gets the first event at the Test URL, which until then proves itself and refuses forgeries', async () => {
		const { events } = fixture.emulator;
		const app = fixture.newApp();
		const workflow = await stored(await fixture.serverToServer(app));
		const subscription = events.subscribe({ app, url: workflow.testUrl });
		await workflow.listen();
		expect(await events.validate(subscription)).toBe(true);
		events.emit('meeting.started', undefined, { to: subscription.id, forge: 'secret' });
		expect(statusOf(await tell(subscription, 'meeting.ended'))).toBe(204);
		expect(await workflow.executions()).toEqual([]);
		const wanted = await tell(subscription, 'meeting.started');
		expect(await workflow.events(1)).toEqual([bodyOf(wanted)]);
		expect(await workflow.executions()).toEqual([expect.objectContaining({ mode: 'manual' })]);
		expect(statusOf(await tell(subscription, 'meeting.started'))).toBe(404);
	});

	it('gets the same event each time, and does not disturb the active workflow', async () => {
		const { events } = fixture.emulator;
		const { app, workflow, subscription } = await subscribed();
		const testing = events.subscribe({ app, url: workflow.testUrl });
		const [{ id, body }] = events.emit('meeting.started', undefined, { to: testing.id });
		await events.settled();
		for (let turn = 0; turn < 2; turn++) {
			await workflow.listen();
			events.redeliver(id);
			await events.settled();
		}
		expect(statusOf(await tell(subscription, 'meeting.started', body))).toBe(200);
		const modes = (await workflow.finished(3)).map(({ mode }) => mode);
		expect(modes).toEqual(['manual', 'manual', 'webhook']);
		expect(await workflow.events(3)).toEqual(Array(3).fill(JSON.parse(body)));
	});
});

it('No secret stands in the log or in an execution', async () => {
	const { rest, emulator, apps } = fixture;
	const { userFolder } = sharedN8n();
	expect(await secretsKept(emulator, apps, { rest, userFolder, workflows })).toEqual([]);
});
