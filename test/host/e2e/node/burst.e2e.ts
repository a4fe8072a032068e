import type { Credential } from '../../n8n/rest';
import { HostFixture } from '../../workflows/hostFixture';
import { chain, type Workflow } from '../../workflows/workflow';
import { getUser, zoomNode } from '../../workflows/zoomNode';

const many = 50;
const hour = 3_600_000;

let fixture: HostFixture;
const active: Workflow[] = [];
beforeAll(async () => {
	fixture = await HostFixture.open();
});
beforeEach(() => {
	fixture.emulator.reset();
});
afterEach(async () => {
	for (const { id } of active.splice(0)) await fixture.rest.deactivate(id);
});
afterAll(async () => {
	await fixture.close();
});

/** An active workflow that reads the connected user each time its webhook is called. */
async function webhookFor(credential: Credential): Promise<string> {
	const { rest } = fixture;
	const path = `user-of-${credential.id}`;
	const webhook = {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { path, httpMethod: 'POST', responseMode: 'lastNode' },
	};
	const workflow = await rest.createWorkflow(
		chain('Webhook', [webhook, zoomNode(credential, getUser())]),
	);
	active.push(await rest.activate(workflow));
	await rest.webhookReady(path);
	return path;
}

/** The addresses in the answers to many calls made at once. */
async function callTogether(path: string): Promise<unknown[]> {
	const calls = Array.from({ length: many }, async () => {
		const { status, data } = await fixture.rest.callWebhook<{ email?: string }>(path);
		return data.email ?? { status, data };
	});
	return await Promise.all(calls);
}

const all = <T>(value: T): T[] => Array.from({ length: many }, () => value);
const refreshes = () =>
	fixture.emulator.requests
		.to('POST /oauth/token')
		.filter(({ body }) => (body as { grant_type?: string }).grant_type === 'refresh_token');
const usersRead = () => fixture.emulator.requests.to('GET /v2/users/{userId}');

describe(`${many} executions at once`, () => {
	it('fetch the first token of a Server-to-Server credential once', async () => {
		const path = await webhookFor(await fixture.serverToServer());
		expect(fixture.tokenCalls).toBe(0);
		expect(await callTogether(path)).toEqual(all('olivia.ortiz@example.com'));
		expect(fixture.tokenCalls).toBe(1);
		expect(usersRead()).toHaveLength(many);
	});

	it('fetch the next token once when Zoom no longer takes the first', async () => {
		const path = await webhookFor(await fixture.serverToServer());
		await fixture.rest.callWebhook(path);
		expect(fixture.tokenCalls).toBe(1);
		fixture.emulator.clock.advance(hour);
		expect(await callTogether(path)).toEqual(all('olivia.ortiz@example.com'));
		expect(fixture.tokenCalls).toBe(2);
	});

	it("refresh a General App's token once", async () => {
		const path = await webhookFor(await fixture.connectedApp());
		fixture.emulator.clock.advance(hour);
		expect(await callTogether(path)).toEqual(all('henrik.holm@example.com'));
		expect(refreshes()).toHaveLength(1);
		expect(refreshes()[0].status).toBe(200);
		expect(usersRead().filter(({ status }) => status === 401).length).toBeGreaterThan(0);

		// What n8n stored is the pair that Zoom gave last.
		fixture.emulator.clock.advance(hour);
		expect(await callTogether(path)).toEqual(all('henrik.holm@example.com'));
		expect(refreshes().map(({ status }) => status)).toEqual([200, 200]);
	});
});
