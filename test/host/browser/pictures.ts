import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, PageScreenshotOptions } from 'playwright-core';
import { createEmulator, type Emulator } from '../../emulator';
import type { Host } from '../install';
import { startN8n, temporaryUserFolder } from '../n8n/n8n';
import { installNodes } from '../n8n/pack';
import { Rest } from '../n8n/rest';
import { owner } from '../n8n/shared';
import { generalAppCredential, serverToServerCredential } from '../workflows/connections';
import { zoomTrigger } from '../workflows/triggerWorkflow';
import { chain, manualTrigger } from '../workflows/workflow';
import { createMeeting, zoomNode } from '../workflows/zoomNode';
import { openBrowser } from './browser';
import type { CredentialDialog } from './credentialDialog';
import { Editor } from './editor';
import type { NodePanel } from './nodePanel';

const folder = join(__dirname, '../../../docs/images');
const serverToServer = 'Zoom Server-to-Server OAuth2 API';
const generalApp = 'Zoom General App OAuth2 API';

/** What the nodes' credential is called. */
const credentialName = 'Zoom Server-to-Server account';

const margin = 20;

/** Wide enough for a node's panels; what is 1,000 wide there is 1,250 wide in a picture. */
const scale = { viewport: { width: 1440, height: 1200 }, deviceScaleFactor: 1.25 };

/** Dialogs in full height, n8n's messages out of the way, and of a start link no more than fits in a line. */
const style = `
	[data-test-id=editCredential-modal] { max-height: none !important; }
	.el-notification { visibility: hidden; }
	[data-test-id=run-data-schema-item-value] { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
`;

type Box = PageScreenshotOptions['clip'] & object;

/** Takes the pictures of the documentation in an n8n and an emulator of their own. */
export async function takePictures(host: Host, say: (line: string) => void): Promise<void> {
	const userFolder = temporaryUserFolder();
	await installNodes(userFolder, say);
	const env = { GENERIC_TIMEZONE: 'Europe/Berlin', N8N_WEBHOOK_URL: 'https://n8n.example.com/' };
	const n8n = await startN8n({ host, userFolder, https: true, port: 5678, env });
	const emulator = await createEmulator({ port: 4200 });
	const rest = await Rest.signIn(n8n, owner);
	const browser = await openBrowser(scale);
	const editor = await Editor.signIn(await browser.newPage(), n8n.url, owner);
	await mkdir(folder, { recursive: true });
	await testedCredential(editor, emulator);
	await unconnectedCredential(editor, emulator);
	await createdMeeting(editor, emulator, rest);
	await waitingTriggers(editor, rest);
	await browser.close();
	await emulator.close();
	await n8n.stop();
}

async function testedCredential(editor: Editor, emulator: Emulator): Promise<void> {
	const app = emulator.apps.serverToServer;
	const { scopes } = app;
	app.scopes = ['meeting:read:meeting:admin'];
	const dialog = await editor.newCredential(serverToServer);
	await dialog.fill(serverToServerCredential(emulator));
	await dialog.inputs.choose('checkScopesFor', 'Create Meetings', 'Delete Meetings');
	await dialog.save();
	await dialog.failure();
	await shootDialog('credential-missing-permissions', editor, dialog, 'checkScopesFor');
	app.scopes = scopes;
	await dialog.retry();
	await dialog.success.waitFor();
	await shootDialog('credential-server-to-server', editor, dialog, 'checkScopesFor');
}

async function unconnectedCredential(editor: Editor, emulator: Emulator): Promise<void> {
	const dialog = await editor.newCredential(generalApp);
	await dialog.fill(generalAppCredential(emulator));
	await shootDialog('credential-general-app', editor, dialog, 'appType');
}

async function createdMeeting(editor: Editor, emulator: Emulator, rest: Rest): Promise<void> {
	const credential = await rest.createCredential({
		...serverToServerCredential(emulator),
		name: credentialName,
	});
	const [host] = emulator.store.users.find(({ email }) => email.startsWith('henrik'));
	const name = `${host.display_name} (${host.email})`;
	const zoom = zoomNode(credential, {
		...createMeeting('Project kick-off'),
		userId: { __rl: true, mode: 'list', value: host.id, cachedResultName: name },
		additionalFields: { startTime: '2027-03-01T10:00:00' },
	});
	const { id, nodes } = await rest.createWorkflow(chain('Meetings', [manualTrigger, zoom]));
	const panel = await editor.openNode(id, nodes.find(({ name }) => name === zoom.name)!.id);
	await panel.execute();
	await panel.output.getByText('Schema', { exact: true }).click();
	await shoot('node-create-meeting', editor, async () => {
		const [parameters, output] = [await boxOf(panel.parameters), await boxOf(panel.output)];
		const passcode = await boxOf(panel.outputField('password'));
		return {
			x: parameters.x,
			y: output.y,
			width: output.x + output.width - parameters.x,
			height: passcode.y - output.y,
		};
	});
}

/** The Zoom Trigger in each of its ways, by the name of the picture. */
const triggers: Readonly<Record<string, Record<string, unknown>>> = {
	'trigger-webhook': {
		delivery: 'webhook',
		events: ['meeting.started', 'meeting.ended'],
	},
	'trigger-webhook-automatic': {
		delivery: 'webhookAutomatic',
		events: ['recording.completed'],
		filters: { fileTypes: ['MP4', 'TRANSCRIPT'] },
		options: { downloadRecordings: true },
	},
	'trigger-websocket': {
		delivery: 'webSocket',
		socketUrl: 'wss://ws.zoom.us/ws?subscriptionId=Zj4kXvQ8RmS2bT6nLpW9cA',
		events: ['*'],
	},
};

async function waitingTriggers(editor: Editor, rest: Rest): Promise<void> {
	const credential = (await rest.credentials()).find(({ name }) => name === credentialName)!;
	for (const [picture, parameters] of Object.entries(triggers)) {
		const node = zoomTrigger(credential, parameters);
		const { id } = await rest.createWorkflow(chain('Reacts to Zoom', [node]));
		const panel = await editor.openNode(id, node.id);
		if (parameters.delivery === 'webhook') await showProductionUrl(panel);
		await shoot(picture, editor, async () => {
			const { x, width } = await boxOf(panel.parameters);
			const { y } = await boxOf(panel.output);
			const last = await boxOf(panel.parameters.getByTestId('collection-parameter-add').last());
			return { x, y, width, height: last.y + last.height + margin - y };
		});
	}
}

async function showProductionUrl({ parameters }: NodePanel): Promise<void> {
	await parameters.getByText('Webhook URLs').click();
	await parameters.getByRole('radio', { name: 'Production URL' }).click();
	await parameters.getByText('/webhook/').waitFor();
}

/** A picture of a dialog from its top to one of its fields. */
async function shootDialog(
	name: string,
	editor: Editor,
	{ root, inputs }: CredentialDialog,
	lastField: string,
): Promise<void> {
	await shoot(name, editor, async () => {
		await root.getByText('Need help').scrollIntoViewIfNeeded();
		const { x, y, width } = await boxOf(root);
		const last = await boxOf(inputs.field(lastField));
		return { x, y, width, height: last.y + last.height + margin - y };
	});
}

async function shoot(name: string, { page }: Editor, clip: () => Promise<Box>): Promise<void> {
	await page.addStyleTag({ content: style });
	await page.mouse.move(0, 0);
	await page.evaluate('document.activeElement.blur()');
	await page.screenshot({ path: join(folder, `${name}.png`), clip: await clip() });
}

async function boxOf(locator: Locator): Promise<Box> {
	await locator.waitFor();
	return (await locator.boundingBox())!;
}
