import { randomUUID } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import type { Subscription } from '../../../emulator';
import { openBrowser } from '../../browser/browser';
import { Editor } from '../../browser/editor';
import type { NodePanel } from '../../browser/nodePanel';
import type { Credential, CredentialInput } from '../../n8n/rest';
import { owner, sharedN8n } from '../../n8n/shared';
import { generalAppCredential, serverToServerCredential } from '../../workflows/connections';
import { HostFixture } from '../../workflows/hostFixture';
import { chain, manualTrigger } from '../../workflows/workflow';
import { createMeeting, zoomNode } from '../../workflows/zoomNode';

const serverToServer = 'Zoom Server-to-Server OAuth2 API';
const generalApp = 'Zoom General App OAuth2 API';
// n8n offers both nodes as one, in the words of the trigger.
const ours =
	'Create and manage Zoom meetings, webinars, recordings and users, or start a workflow when something happens in Zoom';
const henrik = 'Henrik Holm (henrik.holm@example.com)';

let fixture: HostFixture;
let browser: BrowserContext;
let editor: Editor;
beforeAll(async () => {
	fixture = await HostFixture.open();
	browser = await openBrowser();
	editor = await Editor.signIn(await browser.newPage(), sharedN8n().url, owner);
});
beforeEach(() => {
	fixture.emulator.reset();
});
afterAll(async () => {
	await browser?.close();
	await fixture?.close();
});

describe('The dialog of a Server-to-Server credential', () => {
	it('says that the connection works', async () => {
		const dialog = await editor.newCredential(serverToServer);
		await dialog.fill(serverToServerCredential(fixture.emulator, fixture.newApp()));
		await dialog.save();
		await dialog.success.waitFor();
		expect(await dialog.success.innerText()).toContain('Connection tested successfully');
	});

	it('says what is wrong with a secret, until it is put right', async () => {
		const credential = serverToServerCredential(fixture.emulator, fixture.newApp());
		const { clientSecret } = credential.data;
		const dialog = await editor.newCredential(serverToServer);
		await dialog.fill({ ...credential, data: { ...credential.data, clientSecret: 'wrong' } });
		await dialog.save();
		expect(await dialog.failure()).toContain(
			'Invalid credentials: Zoom does not know this Client ID and Client Secret.',
		);
		expect(await dialog.success.isVisible()).toBe(false);
		await dialog.inputs.fill('clientSecret', String(clientSecret));
		await dialog.save();
		await dialog.success.waitFor();
	});

	it('names the permissions the app lacks, until it has them', async () => {
		const app = fixture.newApp('serverToServer', { scopes: ['meeting:read:meeting:admin'] });
		const dialog = await editor.newCredential(serverToServer);
		await dialog.fill(serverToServerCredential(fixture.emulator, app));
		await dialog.inputs.choose(
			'checkScopesFor',
			'Create Tracking Fields',
			'Delete Tracking Fields',
		);
		await dialog.save();
		expect(await dialog.failure()).toContain(
			'Your Zoom app is missing required permissions: tracking_field:write:tracking_field:admin, tracking_field:delete:tracking_field:admin.',
		);
		app.scopes.push(
			'tracking_field:write:tracking_field:admin',
			'tracking_field:delete:tracking_field:admin',
		);
		await dialog.retry();
		await dialog.success.waitFor();
	});
});

describe('The dialog of a General App credential', () => {
	it('connects the user who allows it on the page of Zoom', async () => {
		const dialog = await editor.newCredential(generalApp);
		await dialog.fill(generalAppCredential(fixture.emulator, fixture.newApp('userManaged')));
		const zoom = await dialog.connect();
		await zoom.getByLabel('Henrik Holm').check();
		const closed = zoom.waitForEvent('close');
		await zoom.getByRole('button', { name: 'Allow' }).click();
		await closed;
		await dialog.connected.waitFor();
		expect(await dialog.connected.innerText()).toContain('Account connected');
	});

	it('stays unconnected when they decline, and the pop-up says so', async () => {
		const dialog = await editor.newCredential(generalApp);
		await dialog.fill(generalAppCredential(fixture.emulator, fixture.newApp('userManaged')));
		const zoom = await dialog.connect();
		await zoom.getByRole('button', { name: 'Decline' }).click();
		await zoom.getByText('Insufficient parameters for OAuth2 callback').waitFor();
		await zoom.close();
		expect(await dialog.connected.isVisible()).toBe(false);
	});
});

describe('The panel of the node', () => {
	it('creates a meeting for a host from the list', async () => {
		const name = await stored(serverToServerCredential(fixture.emulator));
		const panel = await editor.newNode('zoom', ours, 'Get a user');
		await panel.chooseCredential(name);
		await panel.inputs.choose('resource', 'Meeting');
		await panel.inputs.choose('operation', 'Create');
		await panel.inputs.chooseFromList('userId', 'henrik', henrik);
		await panel.inputs.fill('topic', 'Made in the editor');
		await panel.execute();
		await panel.output.getByText('Made in the editor', { exact: true }).waitFor();
		expect(await panel.output.innerText()).toContain('henrik.holm@example.com');
		const [call] = fixture.emulator.requests.to('POST /v2/users/{userId}/meetings');
		expect(call).toMatchObject({ status: 201, body: { topic: 'Made in the editor' } });
	});

	it('shows what an endpoint from the list takes, and sends what is filled in and no more', async () => {
		const name = await stored(serverToServerCredential(fixture.emulator));
		const panel = await editor.newNode('zoom', ours, 'Call any Zoom API endpoint');
		await panel.chooseCredential(name);
		const { inputs, parameters } = panel;
		await inputs.chooseFromList(
			'endpoint',
			'phone call queue',
			'Create a phone call queue – POST /phone/call_queues',
		);
		await parameters.getByText('Site ID', { exact: true }).waitFor();
		await inputs.chooseFromList('endpoint', 'get a user', 'Get a user – GET /users/{userId}');
		await inputs.fill('userId', 'henrik.holm@example.com');
		expect(await parameters.getByText('Site ID', { exact: true }).isVisible()).toBe(false);
		await panel.execute();
		await panel.output.getByText('Henrik', { exact: true }).waitFor();
		const [call] = fixture.emulator.requests.to('GET /v2/users/{userId}');
		// The endpoint takes switches, too, which nobody touched.
		expect(call).toMatchObject({ path: '/v2/users/henrik.holm%40example.com', query: {} });
	});

	it('offers credentials of both kinds', async () => {
		const names = [
			await stored(serverToServerCredential(fixture.emulator)),
			await stored(generalAppCredential(fixture.emulator)),
		];
		const panel = await editor.newNode('zoom', ours, 'Get a user');
		const offered = (await panel.credentialsOffered()).join();
		for (const name of names) expect(offered).toContain(name);
	});

	it('says on the spot what a call was refused for', async () => {
		const app = fixture.newApp('serverToServer', { scopes: ['user:read:user:admin'] });
		const panel = await openMeeting('Zoom', await fixture.serverToServer(app));
		await panel.execute();
		await panel.error.waitFor();
		expect(await panel.error.innerText()).toBe(
			'Your Zoom app is missing required permissions: meeting:write:meeting:admin',
		);
		expect(await panel.output.innerText()).toContain('deactivate and activate the app');
	});

	it('offers its output to the next node before it has ever run', async () => {
		const panel = await openMeeting('Edit Fields', await fixture.serverToServer());
		await panel.input.getByText('join_url', { exact: true }).waitFor();
		expect(await panel.input.innerText()).toContain('Preview');
		expect(fixture.emulator.requests.to('POST /v2/users/{userId}/meetings')).toHaveLength(0);
	});

	/** A name of its own, since the drop-down offers what other tests have stored, too. */
	async function stored(credential: CredentialInput): Promise<string> {
		const name = `Named ${randomUUID()}`;
		await fixture.rest.createCredential({ ...credential, name });
		return name;
	}

	/** Opens one node of a stored workflow that creates a meeting and goes on with it. */
	async function openMeeting(node: string, credential: Credential): Promise<NodePanel> {
		const next = { name: 'Edit Fields', type: 'n8n-nodes-base.set', typeVersion: 3.4 };
		const zoom = zoomNode(credential, createMeeting('From a stored workflow'));
		const { id, nodes } = await fixture.rest.createWorkflow(
			chain('Browser', [manualTrigger, zoom, next]),
		);
		return await editor.openNode(id, nodes.find(({ name }) => name === node)!.id);
	}
});

describe('The panel of the trigger', () => {
	const event = 'recording.transcript_completed';

	/** The trigger in a new workflow, which waits for the transcript of a recording. */
	async function newTrigger(): Promise<NodePanel> {
		const credential = serverToServerCredential(fixture.emulator);
		const name = `Named ${randomUUID()}`;
		await fixture.rest.createCredential({ ...credential, name });
		const panel = await editor.newNode('zoom', ours, 'On recording transcript completed');
		await panel.chooseCredential(name);
		await panel.inputs.chooseSearched('events', [
			'meeting.started',
			'Meeting Started (meeting.started)',
		]);
		return panel;
	}

	const steps = async ({ parameters }: NodePanel) =>
		await parameters.getByRole('listitem').filter({ visible: true }).allInnerTexts();

	/** Zoom tells of a transcript, and the output shows it. */
	async function expectOutput(panel: NodePanel, subscription?: Subscription): Promise<void> {
		const [delivery] = fixture.emulator.events.emit(event, undefined, { to: subscription?.id });
		const { download_token: token } = JSON.parse(delivery.body) as { download_token: string };
		await panel.output.getByText(event, { exact: true }).waitFor();
		expect(await panel.output.innerText()).toContain(token);
	}

	it('says where to click at Zoom, shows the Test URL, listens there, and shows what comes', async () => {
		const panel = await newTrigger();
		expect(await steps(panel)).toEqual([
			expect.stringMatching(
				/^1\. Open your app at Zoom and go to Features > Access \(Feature in some apps\)\. Copy the Secret Token/,
			),
			'2. Publish this workflow.',
			expect.stringMatching(
				/^3\. .*add a subscription with the events of this node and the Production URL\. Click Validate, then Save/,
			),
			expect.stringMatching(/^To test in the editor, add a second subscription/),
		]);
		const link = panel.parameters.getByRole('link', { name: 'your app' });
		expect(await link.getAttribute('href')).toBe('https://marketplace.zoom.us/user/build');
		await panel.openHelp();
		expect(await panel.text()).toMatch(
			/Start with an event in Zoom[^]*While building your workflow, click "Execute step"[^]*first add the Test URL/,
		);
		const url = await panel.testUrl();
		const app = fixture.emulator.apps.serverToServer;
		const subscription = fixture.emulator.events.subscribe({ app, url });
		await panel.execute();
		await panel.listening.waitFor();
		expect(await fixture.emulator.events.validate(subscription)).toBe(true);
		await expectOutput(panel, subscription);
	});

	it('has no address where n8n registers the webhook, which it does for a test, too', async () => {
		const panel = await newTrigger();
		await panel.inputs.choose('delivery', 'Webhook: Register Automatically');
		expect((await steps(panel)).join()).toMatch(/n8n then creates the event subscription/);
		expect(await panel.text()).not.toContain('Webhook URLs');
		await panel.execute();
		await panel.listening.waitFor();
		const { subscriptions } = fixture.emulator.events;
		expect(subscriptions.all).toEqual([
			expect.objectContaining({
				url: expect.stringContaining('/webhook-test/'),
				events: [event, 'meeting.started'],
			}),
		]);
		await expectOutput(panel);
	});

	it('wants the Socket URL where events come by WebSocket, and nothing else', async () => {
		const panel = await newTrigger();
		await panel.inputs.choose('delivery', 'WebSocket: No Public URL Needed');
		expect((await steps(panel)).join()).toMatch(
			/with the method WebSocket .* Copy its endpoint URL, and paste it into Socket URL/,
		);
		expect(await panel.text()).not.toContain('Webhook URLs');
		const app = fixture.emulator.apps.serverToServer;
		const subscription = fixture.emulator.events.subscribe({ app, method: 'webSocket' });
		await panel.inputs.fill('socketUrl', subscription.url);
		await panel.execute();
		await fixture.rest.until('a connection', async () => {
			const [connection] = fixture.emulator.events.sockets.of(subscription.id);
			return await Promise.resolve(connection);
		});
		await expectOutput(panel, subscription);
	});
});
