import { readFileSync } from 'node:fs';
import { HostFixture } from '../../workflows/hostFixture';
import { chain, manualTrigger, type NodeSketch } from '../../workflows/workflow';
import { byId, zoomNode } from '../../workflows/zoomNode';

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

const webhook = (path: string): NodeSketch => ({
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	webhookId: path,
	parameters: { httpMethod: 'POST', path, responseMode: 'lastNode' },
});

const request = (endpoint: string, query: string) => ({
	resource: 'api',
	operation: 'request',
	endpoint: { __rl: true, mode: 'path', value: endpoint },
	query,
	response: 'single',
});

/** n8n answers its REST interface and a webhook that has nothing to do with Zoom. */
async function expectAlive(): Promise<void> {
	expect(Array.isArray(await fixture.rest.workflows())).toBe(true);
	const { id } = await fixture.rest.createWorkflow(chain('Alive', [manualTrigger]));
	expect((await fixture.rest.runWorkflow(id, manualTrigger.name)).status).toBe('success');
}

describe('An n8n whose workflow takes a query from outside', () => {
	it('goes on working, whatever the names in it', async () => {
		const path = 'query-from-outside';
		const node = zoomNode(
			await fixture.serverToServer(),
			request('GET /users/me', '={{ JSON.stringify($json.body) }}'),
			{ onError: 'continueRegularOutput' },
		);
		const workflow = await fixture.rest.createWorkflow(chain('Open', [webhook(path), node]));
		await fixture.rest.activate(workflow);
		await fixture.rest.webhookReady(path);
		const bodies = [
			'{"__proto__.toJSON":"x"}',
			'{"__proto__":{"toJSON":"x","then":"x"}}',
			'{"constructor.prototype.toJSON":"x"}',
			'{"constructor":{"prototype":{"toJSON":"x"}}}',
			'{"a.__proto__.toJSON":"x","a[__proto__][toJSON]":"x"}',
			'{"hasOwnProperty":"x","toString":"x","valueOf":1}',
		];
		for (const body of bodies) {
			const { status } = await fixture.rest.callWebhook(path, JSON.parse(body) as object);
			expect([body, status]).toEqual([body, 200]);
			await expectAlive();
		}
		const { status, data } = await fixture.rest.callWebhook<{ email: string }>(path, {});
		expect([status, data.email]).toEqual([200, expect.stringContaining('@')]);
		await fixture.rest.deactivate(workflow.id);
	});

	it('sends a name with a dot as it is', async () => {
		const node = zoomNode(
			await fixture.serverToServer(),
			request('GET /phone/users?c.d=2', '{"a.b": "1"}'),
		);
		expect((await fixture.run(node)).status).toBe('success');
		const [{ query }] = fixture.emulator.requests.to('GET /v2/phone/users');
		expect(query).toEqual({ 'a.b': '1', 'c.d': '2' });
	});
});

it('An ID of two megabytes is refused, and n8n goes on working', async () => {
	// A quadratic expression would take hours.
	const meetingId = byId('={{ "+".repeat(2000000) + "!" }}');
	const node = zoomNode(await fixture.serverToServer(), {
		resource: 'meeting',
		operation: 'get',
		meetingId,
	});
	const { status, data } = await fixture.run(node);
	expect(status).toBe('error');
	expect(data.resultData.error?.message).toMatch(/^Meeting: must be a meeting ID/);
	expect(JSON.stringify(data).length).toBeLessThan(100_000);
	await expectAlive();
});

/** How many connections to a port of this machine are open. */
function connectionsTo(port: number): number {
	const established = '01';
	const wanted = port.toString(16).toUpperCase().padStart(4, '0');
	return ['/proc/net/tcp', '/proc/net/tcp6']
		.flatMap((table) => readFileSync(table, 'utf8').trim().split('\n').slice(1))
		.map((line) => line.trim().split(/\s+/))
		.filter(([, , remote, state]) => remote.endsWith(`:${wanted}`) && state === established).length;
}

it('Links that answer a page instead of a file leave no connections behind', async () => {
	const links = 200;
	const page = `<html><body>${'page '.repeat(60_000)}</body></html>`;
	fixture.emulator.faults.add({
		match: 'GET /rec/download/*',
		status: 200,
		headers: { 'content-type': 'text/html' },
		body: page,
		times: Infinity,
	});
	const list: NodeSketch = {
		name: 'Links',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: {
			mode: 'raw',
			jsonOutput: `={{ { "link": Array.from({ length: ${links} }, (_, n) => "${fixture.emulator.url}/rec/download/" + n) } }}`,
		},
	};
	const items: NodeSketch = {
		name: 'Items',
		type: 'n8n-nodes-base.splitOut',
		parameters: { fieldToSplitOut: 'link' },
	};
	const node = zoomNode(
		await fixture.serverToServer(),
		{
			resource: 'recording',
			operation: 'download',
			source: 'url',
			downloadUrl: '={{ $json.link }}',
			downloadToken: 'none',
			// A connection that is left would be closed only then.
			options: { timeout: 300 },
		},
		{ onError: 'continueRegularOutput' },
	);
	const { data } = await fixture.run(list, items, node);
	expect(data.resultData.runData.Zoom[0].data?.main[0]).toHaveLength(links);
	expect(fixture.emulator.requests.to('GET /rec/download/*')).toHaveLength(links);
	const port = Number(new URL(fixture.emulator.url).port);
	await fixture.rest.until(
		'connections to be closed',
		async () => connectionsTo(port) < links / 4 || undefined,
		20_000,
	);
});
