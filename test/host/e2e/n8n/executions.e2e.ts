import type { RecordedRequest } from '../../../emulator';
import type { Credential } from '../../n8n/rest';
import type { Execution, Item } from '../../workflows/execution';
import { outputOf } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';
import { chain, manualTrigger, withErrorOutput, type NodeSketch } from '../../workflows/workflow';
import { byId, createMeeting, getUser, zoomNode } from '../../workflows/zoomNode';

const henrik = 'henrik.holm@example.com';

let fixture: HostFixture;
beforeAll(async () => {
	fixture = await HostFixture.open();
});
beforeEach(() => {
	fixture.emulator.reset();
});
afterAll(async () => {
	await fixture.close();
});

const noOp: NodeSketch = { name: 'Next', type: 'n8n-nodes-base.noOp' };
const jsonOf = ({ data }: Execution, node: string, output = 0) =>
	outputOf(data, node, output).map(({ json }) => json);
const creations = () => fixture.emulator.requests.to('POST /v2/users/{userId}/meetings');

/** Nodes that make one item of each entry of a list. */
function itemsOf(list: string): NodeSketch[] {
	return [
		{
			name: 'List',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: `={{ { "topic": ${list} } }}` },
		},
		{
			name: 'Items',
			type: 'n8n-nodes-base.splitOut',
			parameters: { fieldToSplitOut: 'topic' },
		},
	];
}
const createEach = (credential: Credential, more: Parameters<typeof zoomNode>[2] = {}) =>
	zoomNode(credential, createMeeting('={{ $json.topic }}'), more);

describe('A workflow', () => {
	it('creates a meeting and reads its host', async () => {
		const credential = await fixture.serverToServer();
		const execution = await fixture.run(
			zoomNode(
				credential,
				{
					...createMeeting('Kick-off', henrik),
					additionalFields: {
						startTime: '2027-03-01T10:00:00',
						timeZone: 'Europe/Berlin',
						duration: 45,
						settings: { waitingRoom: true, joinBeforeHost: false },
					},
				},
				{ name: 'Create' },
			),
			zoomNode(credential, getUser('={{ $json.host_id }}')),
		);
		expect(execution.status).toBe('success');
		const [meeting] = jsonOf(execution, 'Create');
		expect(meeting).toMatchObject({
			topic: 'Kick-off',
			start_time: '2027-03-01T09:00:00Z',
			timezone: 'Europe/Berlin',
			duration: 45,
			settings: { waiting_room: true, join_before_host: false },
		});
		expect(await (await fetch(String(meeting.join_url))).text()).toContain('Kick-off');
		expect(jsonOf(execution, 'Zoom')).toEqual([expect.objectContaining({ email: henrik })]);
	});

	it("reads times without a zone in the workflow's own", async () => {
		const { rest } = fixture;
		const node = zoomNode(await fixture.serverToServer(), {
			...createMeeting('Elsewhere'),
			additionalFields: { startTime: '2027-03-01T10:00:00' },
		});
		const workflow = chain('Elsewhere', [manualTrigger, node]);
		const settings = { ...workflow.settings, timezone: 'Asia/Tokyo' };
		const { id } = await rest.createWorkflow({ ...workflow, settings });
		await rest.runWorkflow(id, manualTrigger.name);
		expect(creations()[0].body).toMatchObject({ start_time: '2027-03-01T01:00:00Z' });
	});

	it('runs by schedule while it is active, and not after', async () => {
		const { rest } = fixture;
		const schedule = {
			name: 'Every second',
			type: 'n8n-nodes-base.scheduleTrigger',
			typeVersion: 1.2,
			parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: 1 }] } },
		};
		const workflow = await rest.createWorkflow(
			chain('Scheduled', [
				schedule,
				zoomNode(await fixture.serverToServer(), createMeeting('Daily')),
			]),
		);
		await rest.activate(workflow);
		const execution = await rest.scheduledExecution(workflow.id);
		await rest.deactivate(workflow.id);
		expect(execution).toMatchObject({ status: 'success', mode: 'trigger' });
		expect(jsonOf(execution, 'Zoom')).toEqual([expect.objectContaining({ topic: 'Daily' })]);
		// An execution that had begun ends before the calls are counted.
		await pause(1500);
		const calls = creations().length;
		await pause(2500);
		expect(creations()).toHaveLength(calls);
	});

	it('gets a thousand meetings for a thousand items, in their order', async () => {
		const topics = Array.from({ length: 1000 }, (_, index) => `Meeting ${index}`);
		const execution = await fixture.run(
			...itemsOf('Array.from({ length: 1000 }, (_, index) => "Meeting " + index)'),
			createEach(await fixture.serverToServer()),
		);
		expect(execution.status).toBe('success');
		const items = outputOf(execution.data, 'Zoom');
		expect(items.map(({ json }) => json.topic)).toEqual(topics);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(topics.map((_, item) => ({ item })));
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(1000);
		expect(creations()).toHaveLength(1000);
		expect(fixture.tokenCalls).toBe(1);
	});

	it('lists what there is on many pages', async () => {
		const host = fixture.emulator.addUser({ email: 'busy@example.com' });
		const topics = Array.from({ length: 650 }, (_, index) => `Meeting ${index}`);
		for (const topic of topics) fixture.emulator.addMeeting({ host_id: host.id, topic });
		const list = { resource: 'meeting', operation: 'getAll', userId: byId(host.email) };
		const all = await fixture.run(
			zoomNode(await fixture.serverToServer(), { ...list, returnAll: true }),
		);
		expect(
			jsonOf(all, 'Zoom')
				.map(({ topic }) => topic)
				.sort(),
		).toEqual(topics.sort());
		expect(fixture.emulator.requests.to('GET /v2/users/{userId}/meetings')).toHaveLength(3);
	});

	it('gives no items for an empty list, and does not go on', async () => {
		const list = { resource: 'meeting', operation: 'getAll', userId: byId('me'), returnAll: true };
		const host = fixture.emulator.addUser({ email: 'idle@example.com' });
		const credential = await fixture.serverToServer();
		const execution = await fixture.run(
			zoomNode(credential, { ...list, userId: byId(host.email) }),
			noOp,
		);
		expect(execution.status).toBe('success');
		expect(jsonOf(execution, 'Zoom')).toEqual([]);
		expect(execution.data.resultData.runData).not.toHaveProperty('Next');
	});

	it('calls nothing for no items', async () => {
		const execution = await fixture.run(
			...itemsOf('[]'),
			createEach(await fixture.serverToServer()),
		);
		expect(execution.status).toBe('success');
		expect([...fixture.emulator.requests]).toEqual([]);
	});
});

describe('Items that fail', () => {
	const failures = {
		match: ({ body }: RecordedRequest) => Object(body).topic === 'two',
		status: 404,
		headers: { 'x-zm-trackingid': 'WEB_tracked' },
		body: { code: 1001, message: 'User does not exist: me.' },
	};
	const failed = {
		error: 'User not found at Zoom: me',
		details: {
			status: 404,
			code: 1001,
			hint: 'Check the ID or email address. Pending users are found by email address only. Zoom says: User does not exist: me.',
			trackingId: 'WEB_tracked',
		},
	};
	const topics = '["one", "two", "three"]';

	it('stop the workflow, and the error says what happened and to which item', async () => {
		fixture.emulator.faults.add(failures);
		const execution = await fixture.run(
			...itemsOf(topics),
			createEach(await fixture.serverToServer()),
		);
		expect(execution.status).toBe('error');
		const { length } = creations().filter(({ status }) => status === 201);
		expect(execution.data.resultData.error).toMatchObject({
			message: failed.error,
			description: `${failed.details.hint} ${length} of 3 items were done when the run stopped.`,
			httpCode: '404',
			context: { itemIndex: 1, data: failed.details },
		});
	});

	it('stop the workflow before the next item where each waits for the one before', async () => {
		fixture.emulator.faults.add(failures);
		const credential = await fixture.serverToServer();
		const parameters = {
			...createMeeting('={{ $json.topic }}'),
			options: { concurrentRequests: 1 },
		};
		const execution = await fixture.run(...itemsOf(topics), zoomNode(credential, parameters));
		expect(execution.status).toBe('error');
		expect(creations().map(({ status }) => status)).toEqual([201, 404]);
	});

	it('go on beside the others with On Error: Continue', async () => {
		fixture.emulator.faults.add(failures);
		const execution = await fixture.run(
			...itemsOf(topics),
			createEach(await fixture.serverToServer(), { onError: 'continueRegularOutput' }),
			noOp,
		);
		expect(execution.status).toBe('success');
		const items = [
			{ json: expect.objectContaining({ topic: 'one' }), pairedItem: { item: 0 } },
			{ json: failed, pairedItem: { item: 1 } },
			{ json: expect.objectContaining({ topic: 'three' }), pairedItem: { item: 2 } },
		];
		expect(outputOf(execution.data, 'Zoom')).toEqual(items);
		expect(jsonOf(execution, 'Next')).toEqual(items.map(({ json }) => json));
	});

	it('go to the error output with their input and all details', async () => {
		fixture.emulator.faults.add(failures);
		const { rest } = fixture;
		const nodes = [
			manualTrigger,
			...itemsOf(topics),
			createEach(await fixture.serverToServer(), { onError: 'continueErrorOutput' }),
			noOp,
		];
		const { id } = await rest.createWorkflow(
			withErrorOutput(chain('Error output', nodes), 'Zoom', { ...noOp, name: 'Failed' }),
		);
		const execution = await rest.runWorkflow(id, manualTrigger.name);
		expect(execution.status).toBe('success');
		expect(jsonOf(execution, 'Next').map(({ topic }) => topic)).toEqual(['one', 'three']);
		const routed: Item[] = [{ json: { topic: 'two', ...failed }, pairedItem: { item: 1 } }];
		expect(outputOf(execution.data, 'Zoom', 1)).toEqual(routed);
		expect(jsonOf(execution, 'Failed')).toEqual([routed[0].json]);
	});

	it('of wrong input are refused one by one, with nothing sent for them', async () => {
		const execution = await fixture.run(
			...itemsOf('["12 345 678 901", "not an ID"]'),
			zoomNode(
				await fixture.serverToServer(),
				{ resource: 'meeting', operation: 'get', meetingId: byId('={{ $json.topic }}') },
				{ onError: 'continueRegularOutput' },
			),
		);
		expect(jsonOf(execution, 'Zoom').map(({ error }) => error)).toEqual([
			'Meeting not found at Zoom: 12345678901',
			expect.stringMatching(/^Meeting: /),
		]);
		expect(fixture.emulator.requests.to('* /v2/*')).toHaveLength(1);
	});
});

describe('Stopping an execution', () => {
	it('while the node waits ends it at once, and nothing more is sent', async () => {
		const { rest, emulator } = fixture;
		const asked = 6;
		emulator.faults.add({
			match: 'POST /v2/users/{userId}/meetings',
			limit: 'perSecond',
			retryAfter: String(asked),
		});
		const { id } = await rest.createWorkflow(
			chain('Stopped', [
				manualTrigger,
				...itemsOf('["one", "two"]'),
				createEach(await fixture.serverToServer(), { onError: 'continueRegularOutput' }),
				noOp,
			]),
		);
		const executionId = await rest.startWorkflow(id, manualTrigger.name);
		while (creations()[0]?.status !== 429) await pause(20);
		const refusedAt = Date.now();
		await rest.stopExecution(executionId);
		const execution = await rest.finishedExecution(executionId);
		expect(execution.status).toBe('canceled');
		expect(Date.parse(execution.stoppedAt!) - refusedAt).toBeLessThan(asked * 1000);
		await pause((asked + 1) * 1000);
		expect(creations()).toHaveLength(1);
		expect((await rest.execution(executionId)).data.resultData.runData).not.toHaveProperty('Next');
	});
});

describe("A block of n8n's own Zoom node", () => {
	/** As the built-in node saves it: no defaults, and a locator nowhere. */
	const block = {
		id: '7d3c1f5e-6a0b-4f0e-8d55-2f4b3f1f9a10',
		name: 'Zoom',
		type: 'n8n-nodes-base.zoom',
		typeVersion: 1,
		position: [440, 300] as [number, number],
		credentials: { zoomApi: { id: '12', name: 'Zoom account' } },
	};
	const create = {
		authentication: 'accessToken',
		topic: 'From the built-in node',
		additionalFields: {
			agenda: 'Unchanged',
			duration: 30,
			startTime: '2027-07-05T10:00:00',
			timeZone: 'Europe/Berlin',
			settings: { hostVideo: false, muteUponEntry: true, registrationType: 1 },
		},
	};
	const { authentication: _, ...createWithDefaults } = create;

	it.each([
		['with its authentication', create],
		['with its authentication left at the default', createWithDefaults],
	])('runs once its type and credential are changed, %s', async (_, parameters) => {
		const { id, name } = await fixture.connectedApp();
		const execution = await fixture.run({
			...block,
			parameters,
			type: 'n8n-nodes-zoom.zoom',
			credentials: { zoomGeneralAppOAuth2Api: { id, name } },
		});
		expect(execution.status).toBe('success');
		expect(jsonOf(execution, 'Zoom')).toEqual([
			expect.objectContaining({ topic: create.topic, agenda: 'Unchanged', host_email: henrik }),
		]);
		expect(creations().map(({ path, body }) => ({ path, body }))).toEqual([
			{
				path: '/v2/users/me/meetings',
				body: {
					topic: create.topic,
					agenda: 'Unchanged',
					duration: 30,
					start_time: '2027-07-05T10:00:00',
					timezone: 'Europe/Berlin',
					settings: { host_video: false, mute_upon_entry: true, registration_type: 1 },
				},
			},
		]);
	});

	it('runs for a Server-to-Server credential once that is chosen', async () => {
		const { id, name } = await fixture.serverToServer();
		const execution = await fixture.run({
			...block,
			parameters: { ...create, authentication: 'serverToServer', userId: byId('me') },
			type: 'n8n-nodes-zoom.zoom',
			credentials: { zoomServerToServerOAuth2Api: { id, name } },
		});
		expect(jsonOf(execution, 'Zoom')).toEqual([
			expect.objectContaining({ topic: create.topic, host_email: 'olivia.ortiz@example.com' }),
		]);
	});
});

async function pause(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
