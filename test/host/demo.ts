import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEmulator, type Emulator } from '../emulator';
import type { Host } from './install';
import { startN8n, type N8n } from './n8n/n8n';
import { installNodes } from './n8n/pack';
import { Rest, type Credential, type CredentialInput } from './n8n/rest';
import { N8nError } from './n8n/session';
import { Problem } from './process/problem';
import { generalAppCredential, serverToServerCredential } from './workflows/connections';
import { outputOf, type Execution } from './workflows/execution';
import type { WorkflowInput } from './workflows/workflow';

export interface DemoOptions {
	host: Host;
	port: number;
	emulatorPort: number;
	/** Whether n8n is to load the nodes again when their files change. */
	reloads: boolean;
	say(line: string): void;
}

/** Who signs in to the n8n of the demo. */
export const owner = { email: 'demo@example.com', password: 'Zoom-demo-1' };

/**
 * Beside n8n's modules and not at the top of the repository, from where the nodes would find the repository's own
 * copy of n8n-workflow and not n8n's.
 */
export const userFolder = join(__dirname, '.n8n-zoom');
const startOver = `delete ${userFolder} to start over`;
const example = join(__dirname, '../../examples/first-meeting.json');

/** Starts n8n and the emulator, runs the example workflow, says what came of it; answers how to stop. */
export async function startDemo(options: DemoOptions): Promise<() => Promise<void>> {
	const { host, port, emulatorPort, reloads, say } = options;
	await installNodes(userFolder, say);
	const insecure = { insecureRedirects: true, insecureWebhooks: true };
	const emulator = await createEmulator({ port: emulatorPort, ...insecure });
	say('Starting n8n (about 10 seconds) ...');
	const env = {
		GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
		...(reloads && { NODE_ENV: 'development', N8N_DEV_RELOAD: 'true' }),
	};
	const n8n = await startN8n({ host, userFolder, port, env });
	allowRedirects(emulator, n8n);
	say('Running the example workflow ...');
	const rest = await signIn(n8n);
	const { workflowId, execution } = await runExample(rest, emulator);
	report({ n8n, emulator, workflowId, execution, say });
	return async () => {
		await n8n.stop();
		await emulator.close();
	};
}

function allowRedirects({ apps }: Emulator, { url }: N8n): void {
	const callback = `${url}/rest/oauth2-credential/callback`;
	for (const app of [apps.userManaged, apps.accountLevel]) {
		if (!app.redirectUris.includes(callback)) app.redirectUris.push(callback);
	}
}

async function signIn(n8n: N8n): Promise<Rest> {
	try {
		return await Rest.signIn(n8n, owner);
	} catch (error) {
		if (!(error instanceof N8nError) || error.status !== 401) throw error;
		throw new Problem(`The demo's login was changed in n8n: ${startOver}.`);
	}
}

async function runExample(rest: Rest, emulator: Emulator) {
	const stored = await rest.credentials();
	const connection = await keepCredential(rest, stored, serverToServerCredential(emulator));
	const generalApp = await keepCredential(rest, stored, generalAppCredential(emulator));
	// A new emulator does not know the tokens of the last one.
	await rest.disconnect(generalApp.id);
	const { id, nodes } = await keepWorkflow(rest, connection);
	const trigger = nodes.find(({ type }) => type.endsWith('.manualTrigger'));
	if (!trigger) throw new Problem(`The example workflow has lost its trigger: ${startOver}.`);
	return { workflowId: id, execution: await rest.runWorkflow(id, trigger.name) };
}

async function keepCredential(
	rest: Rest,
	stored: Credential[],
	wanted: CredentialInput,
): Promise<Credential> {
	const found = stored.find(({ name, type }) => name === wanted.name && type === wanted.type);
	if (!found) return await rest.createCredential(wanted);
	await rest.updateCredential(found.id, wanted);
	return found;
}

/** Leaves the workflow of an earlier start as it is, since somebody may have worked on it. */
async function keepWorkflow(rest: Rest, { id, name, type }: Credential) {
	const workflow = JSON.parse(await readFile(example, 'utf8')) as WorkflowInput;
	const stored = (await rest.workflows()).find((one) => one.id === workflow.id);
	if (stored) return await rest.workflow(stored.id);
	for (const node of workflow.nodes) {
		if (node.type === 'n8n-nodes-zoom.zoom') node.credentials = { [type]: { id, name } };
	}
	return await rest.createWorkflow(workflow);
}

function report({
	n8n,
	emulator,
	workflowId,
	execution,
	say,
}: {
	n8n: N8n;
	emulator: Emulator;
	workflowId: string;
	execution: Execution;
	say(line: string): void;
}): void {
	const { error } = execution.data.resultData;
	if (error) {
		const why = [error.message.replace(/\.$/, ''), error.description].filter(Boolean).join('. ');
		throw new Problem(`The example workflow failed: ${why} (If you changed it: ${startOver}.)`);
	}
	const socket = emulator.events.subscribe({
		app: emulator.apps.serverToServer,
		method: 'webSocket',
	});
	const [meeting] = outputOf(execution.data, 'Create a meeting');
	const [user] = outputOf(execution.data, 'Get its host');
	say(`
The workflow created a meeting in the emulated Zoom account and read its host:
  Meeting ID  ${String(meeting?.json.id)}
  Topic       ${String(meeting?.json.topic)}
  Join link   ${String(meeting?.json.join_url)}
  Host        ${String(user?.json.display_name ?? user?.json.email)}

n8n           ${n8n.url}/workflow/${workflowId}
  Email       ${owner.email}
  Password    ${owner.password}
Emulator      ${emulator.url}/__emulator/
  Signs with  ${emulator.apps.serverToServer.secretToken}
State, log    ${userFolder}

To try the Zoom Trigger, give it the credential "${serverToServerCredential(emulator).name}", let it listen, and send an event to its Test URL:
  curl -d '{"event": "meeting.started", "url": "<Test URL>"}' ${emulator.url}/__emulator/events
or choose the delivery WebSocket with this Socket URL, and send an event to the connected triggers:
  ${socket.url}
  curl -d '{"event": "meeting.started"}' ${emulator.url}/__emulator/events
`);
}
