import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credential } from '../../n8n/rest';
import { sharedN8n } from '../../n8n/shared';
import { executeWorkflow, importCredentials, importWorkflows } from '../../workflows/commands';
import { serverToServerCredential } from '../../workflows/connections';
import { outputOf } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';
import {
	chain,
	manualTrigger,
	type NodeSketch,
	type WorkflowInput,
} from '../../workflows/workflow';
import { byId, createMeeting, getUser, zoomNode } from '../../workflows/zoomNode';

const { host, userFolder } = sharedN8n();
const n8n = { host, userFolder };
const hour = 3_600_000;

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

/** Stores a workflow of these nodes behind a manual trigger, and runs it by the command line. */
async function execute(...nodes: NodeSketch[]) {
	const workflow = chain('By the command line', [manualTrigger, ...nodes]);
	const { id } = await fixture.rest.createWorkflow(workflow);
	return await executeWorkflow(n8n, id);
}

/** The example as somebody imports it: with a credential chosen in its Zoom nodes. */
async function example({ id, name, type }: Credential): Promise<WorkflowInput & { id: string }> {
	const file = join(__dirname, '../../../../examples/first-meeting.json');
	const workflow = JSON.parse(await readFile(file, 'utf8')) as WorkflowInput & { id: string };
	const nodes = workflow.nodes.map((node) =>
		node.type === 'n8n-nodes-zoom.zoom' ? { ...node, credentials: { [type]: { id, name } } } : node,
	);
	return { ...workflow, nodes };
}

const tomorrow = () =>
	new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin' }).format(Date.now() + 24 * hour);

describe("n8n's command line", () => {
	it('imports a credential and the example workflow, and executes it', async () => {
		const credential = {
			...serverToServerCredential(fixture.emulator, fixture.newApp()),
			id: 'importedConnection',
		};
		await importCredentials(n8n, [credential]);
		const workflow = await example(credential);
		await importWorkflows(n8n, [workflow]);
		const before = tomorrow();
		const { code, data } = await executeWorkflow(n8n, workflow.id);
		expect(data.resultData.error).toBeUndefined();
		expect(code).toBe(0);
		const [meeting] = outputOf(data, 'Create a meeting');
		expect(meeting.json).toMatchObject({ topic: 'Hello from n8n', duration: 30 });
		const [call] = fixture.emulator.requests.to('POST /v2/users/{userId}/meetings');
		const { start_time } = call.body as { start_time: string };
		expect([`${before}T10:00:00`, `${tomorrow()}T10:00:00`]).toContain(start_time);
		expect(call.body).toMatchObject({
			timezone: 'Europe/Berlin',
			settings: { waiting_room: true },
		});
		const [user] = outputOf(data, 'Get its host');
		expect(user.json).toMatchObject({ id: meeting.json.host_id });

		// The same workflow, run in the editor.
		const { nodes } = await fixture.rest.workflow(workflow.id);
		const trigger = nodes.find(({ type }) => type.endsWith('.manualTrigger'))!;
		const execution = await fixture.rest.runWorkflow(workflow.id, trigger.name);
		expect(execution.status).toBe('success');
	});

	it('shares a General App connection with the server, also across a renewal', async () => {
		const credential = await fixture.connectedApp();
		fixture.emulator.clock.advance(hour);
		const { code, data } = await execute(
			zoomNode(credential, createMeeting('From the command line'), { name: 'Create' }),
			zoomNode(credential, getUser('={{ $json.host_id }}')),
		);
		expect(code).toBe(0);
		expect(outputOf(data, 'Create')[0].json).toMatchObject({ topic: 'From the command line' });
		expect(outputOf(data, 'Zoom')[0].json).toMatchObject({ email: 'henrik.holm@example.com' });
		expect(fixture.tokenCalls).toBe(2);

		const { status } = await fixture.run(zoomNode(credential, getUser()));
		expect(status).toBe('success');
		expect(fixture.tokenCalls).toBe(2);
	});

	it('ends with 1 when the workflow fails, and says why', async () => {
		const get = { resource: 'meeting', operation: 'get', meetingId: byId('123 456 789 01') };
		const { code, data } = await execute(zoomNode(await fixture.serverToServer(), get));
		expect(code).toBe(1);
		expect(data.resultData.error?.message).toBe('Meeting not found at Zoom: 12345678901');
	});
});
