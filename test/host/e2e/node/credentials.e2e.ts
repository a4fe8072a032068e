import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '../../../emulator';
import type { CredentialTest } from '../../n8n/rest';
import { freePort } from '../../process/ports';
import { serverToServerCredential } from '../../workflows/connections';
import { outputOf, type Execution } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';
import { chain, manualTrigger } from '../../workflows/workflow';
import { getUser, zoomNode } from '../../workflows/zoomNode';

type Fields = Record<string, unknown>;

const success: CredentialTest = { status: 'OK', message: 'Connection successful!' };
const failure = (message: RegExp) => ({
	status: 'Error',
	message: expect.stringMatching(message) as string,
});
const once = { options: { retryMode: 'none' } };

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

const errorOf = ({ status, data }: Execution) => ({
	status,
	message: data.resultData.error?.message,
});
const emailOf = ({ data }: Execution) => outputOf(data, 'Zoom')[0]?.json.email;

/** The editor's Save in a new dialog. */
async function saveNew(app: App, fields: Fields = {}): Promise<CredentialTest> {
	const credential = serverToServerCredential(fixture.emulator, app);
	const data = { ...credential.data, ...fields };
	return (await fixture.rest.saveNewCredential({ ...credential, data })).test;
}

/** A saved credential that works, its last save, and runs of a workflow with it. */
async function savedCredential(app: App) {
	const { rest, emulator } = fixture;
	const { credential, test } = await rest.saveNewCredential(
		serverToServerCredential(emulator, app),
	);
	expect(test).toEqual(success);
	return {
		save: async (fields: Fields) => await rest.saveEditedCredential(credential.id, fields),
		run: async () => await fixture.run(zoomNode(credential, { ...getUser(), ...once })),
	};
}

interface Mistake {
	about: string;
	/** What is typed into the dialog. */
	fields?(app: App): Fields | Promise<Fields>;
	/** What is wrong at Zoom's end. */
	atZoom?(app: App): void;
	says: RegExp;
	/** Whether Zoom can be asked at all. */
	withoutCall?: boolean;
}

const mistakes: Mistake[] = [
	{
		about: 'a wrong secret',
		fields: () => ({ clientSecret: 'wrong' }),
		says: /^Invalid credentials: Zoom does not know this Client ID and Client Secret\./,
	},
	{
		about: 'a wrong client ID',
		fields: () => ({ clientId: 'wrong' }),
		says: /^Invalid credentials: Zoom does not know this Client ID and Client Secret\./,
	},
	...['jane@example.com', '123456789', 'TestEnvironment Acct', ''].map((accountId) => ({
		about: `the Account ID "${accountId}"`,
		fields: () => ({ accountId }),
		says: /^Invalid Account ID format: an Account ID contains only letters, digits, - and _\./,
		withoutCall: true,
	})),
	{
		about: "another account's ID",
		fields: () => ({ accountId: 'another_Account-ID' }),
		says: /^Zoom does not know this Account ID for this app\./,
	},
	{
		about: 'an app that is not activated',
		atZoom: (app) => {
			app.active = false;
		},
		says: /^The Zoom app is not activated\. Open it at marketplace\.zoom\.us, activate it,/,
	},
	{
		about: 'a General App',
		fields: () => {
			const { clientId, clientSecret } = fixture.newApp('accountLevel');
			return { clientId, clientSecret };
		},
		says: /^This Zoom app is not a Server-to-Server OAuth app\./,
	},
	{
		about: 'a token host that is not there',
		fields: async () => ({ customTokenUrl: `http://127.0.0.1:${await freePort()}/oauth/token` }),
		says: /^Zoom cannot be reached at 127\.0\.0\.1:\d+\. Check n8n's access to the internet/,
		withoutCall: true,
	},
	{
		about: 'a token host that is not well',
		atZoom: () => {
			fixture.emulator.faults.add({ match: 'POST /oauth/token', status: 503, times: Infinity });
		},
		says: /^Zoom did not issue an access token: it answered with HTTP 503\. Try again in a moment\./,
	},
];

describe('Saving a Server-to-Server credential', () => {
	it('says that it works', async () => {
		expect(await saveNew(fixture.newApp())).toEqual(success);
		expect(fixture.tokenCalls).toBeGreaterThan(0);
	});

	it('says so for URLs with a slash at their end, too', async () => {
		const { url } = fixture.emulator;
		const slashed = { customTokenUrl: `${url}/oauth/token/`, customApiUrl: `${url}/` };
		expect(await saveNew(fixture.newApp(), slashed)).toEqual(success);
	});

	it.each(mistakes)('says what is wrong with $about', async (mistake) => {
		const app = fixture.newApp();
		mistake.atZoom?.(app);
		expect(await saveNew(app, await mistake.fields?.(app))).toEqual(failure(mistake.says));
		if (mistake.withoutCall) expect(fixture.tokenCalls).toBe(0);
	});

	it.each(mistakes.filter(({ fields }) => fields))(
		'says at once what is wrong when $about is edited in, and that it works when it is edited back',
		async (mistake) => {
			const app = fixture.newApp();
			const { save, run } = await savedCredential(app);
			expect(emailOf(await run())).toBe('olivia.ortiz@example.com');
			const right = serverToServerCredential(fixture.emulator, app).data;
			const wrong = await mistake.fields!(app);
			fixture.emulator.requests.reset();
			expect(await save(wrong)).toEqual(failure(mistake.says));
			expect(errorOf(await run())).toEqual({
				status: 'error',
				message: expect.stringMatching(mistake.says),
			});
			if (mistake.withoutCall) expect([...fixture.emulator.requests]).toEqual([]);
			expect(await save(right)).toEqual(success);
			expect(emailOf(await run())).toBe('olivia.ortiz@example.com');
		},
	);

	it('says at once that a saved app was deactivated, and that it was activated', async () => {
		const app = fixture.newApp();
		const { save, run } = await savedCredential(app);
		app.active = false;
		expect(await save({})).toEqual(failure(/^The Zoom app is not activated\./));
		expect(errorOf(await run()).message).toMatch(/^The Zoom app is not activated\./);
		app.active = true;
		expect(await save({})).toEqual(success);
		expect(errorOf(await run())).toEqual({ status: 'success' });
	});

	it('keeps the secret and the token to itself', async () => {
		const app = fixture.newApp();
		const { credential } = await fixture.rest.saveNewCredential(
			serverToServerCredential(fixture.emulator, app),
		);
		const shown = JSON.stringify(await fixture.rest.credential(credential.id));
		expect(shown).toContain(app.clientId);
		expect(shown).not.toContain(app.clientSecret);
		expect(shown).not.toContain('eyJ');
	});
});

describe('An execution that is going on', () => {
	let gate: Server;
	let held: ServerResponse | undefined;
	beforeAll(async () => {
		gate = createServer((_, response) => (held = response));
		await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
	});
	afterAll(() => {
		gate.close();
		gate.closeAllConnections();
	});

	/** What comes of a workflow whose credential is edited between its first Zoom node and its last. */
	async function editedMeanwhile(fields: Fields): Promise<Execution> {
		const { rest } = fixture;
		const credential = await fixture.serverToServer();
		const url = `http://127.0.0.1:${(gate.address() as AddressInfo).port}`;
		const { id } = await rest.createWorkflow(
			chain('Edited meanwhile', [
				manualTrigger,
				zoomNode(credential, { ...getUser(), ...once }, { name: 'Before' }),
				{
					name: 'Gate',
					type: 'n8n-nodes-base.httpRequest',
					typeVersion: 4.2,
					parameters: { url },
				},
				zoomNode(credential, { ...getUser(), ...once }),
			]),
		);
		held = undefined;
		const executionId = await rest.startWorkflow(id, manualTrigger.name);
		while (!held) await new Promise((resolve) => setTimeout(resolve, 50));
		const { name, type, data } = await rest.credential(credential.id);
		await rest.updateCredential(credential.id, { name, type, data: { ...data, ...fields } });
		(held as ServerResponse).setHeader('content-type', 'application/json').end('{}');
		return await rest.finishedExecution(executionId);
	}

	it.each<[string, Fields, RegExp]>([
		['secret', { clientSecret: 'wrong' }, /^Invalid credentials/],
		['Account ID', { accountId: 'another_Account-ID' }, /^Zoom does not know this Account ID/],
	])('stops at the next call when a wrong %s is saved', async (_, fields, says) => {
		const execution = await editedMeanwhile(fields);
		expect(outputOf(execution.data, 'Before')).toHaveLength(1);
		expect(errorOf(execution)).toEqual({
			status: 'error',
			message: expect.stringMatching(says),
		});
		expect(fixture.emulator.requests.to('GET /v2/users/{userId}')).toHaveLength(1);
	});

	it('goes on when nothing that matters is saved', async () => {
		const execution = await editedMeanwhile({});
		expect(emailOf(execution)).toBe('olivia.ortiz@example.com');
		expect(fixture.tokenCalls).toBe(1);
	});
});

describe('Required permissions', () => {
	const ticked = { checkScopesFor: ['trackingField:write', 'trackingField:delete'] };
	const write = 'tracking_field:write:tracking_field';
	const remove = 'tracking_field:delete:tracking_field';
	const says = new RegExp(`^Your Zoom app is missing required permissions: ${write}:admin\\.`);
	const withScopes = (...scopes: string[]) => fixture.newApp('serverToServer', { scopes });

	it.each<[string, string[]]>([
		['classic scopes', ['tracking_fields:write:admin']],
		['classic scopes without a level', ['tracking_fields:write']],
		['classic scopes for sub-accounts', ['tracking_fields:master']],
		['granular scopes', [`${write}:admin`, `${remove}:admin`]],
		['granular scopes without a level', [write, remove]],
		['granular scopes for sub-accounts', [`${write}:master`, `${remove}:master`]],
	])('are given by %s', async (_, scopes) => {
		expect(await saveNew(withScopes(...scopes), ticked)).toEqual(success);
	});

	it.each<[string, string[], string]>([
		['all that the app lacks', ['user:read:user:admin'], `${write}:admin, ${remove}:admin`],
		['only those it lacks', [`${write}:admin`, 'user:read:user:admin'], `${remove}:admin`],
		[
			'those of the old kind to an app of that kind',
			['user:read:admin'],
			'tracking_fields:write:admin',
		],
	])('are named: %s', async (_, scopes, names) => {
		expect(await saveNew(withScopes(...scopes), ticked)).toEqual({
			status: 'Error',
			message: `Your Zoom app is missing required permissions: ${names}. Add them to the app at marketplace.zoom.us, deactivate and activate the app, then save again.`,
		});
	});

	it('are asked for as soon as they are ticked, on save and in workflows', async () => {
		const { save, run } = await savedCredential(withScopes('user:read:user:admin'));
		expect(errorOf(await run())).toEqual({ status: 'success' });
		expect(await save({ checkScopesFor: ['trackingField:write'] })).toEqual(failure(says));
		expect(errorOf(await run())).toEqual({
			status: 'error',
			message: expect.stringMatching(says),
		});
		expect(await save({ checkScopesFor: [] })).toEqual(success);
		expect(errorOf(await run())).toEqual({ status: 'success' });
	});

	it('that a new credential lacked and the app was given let it pass when it is saved again', async () => {
		const app = withScopes('user:read:user:admin');
		const { name, type, data } = serverToServerCredential(fixture.emulator, app);
		const { credential, test } = await fixture.rest.saveNewCredential({
			name,
			type,
			data: { ...data, checkScopesFor: ['trackingField:write'] },
		});
		expect(test).toEqual(failure(says));
		app.scopes.push(`${write}:admin`);
		expect(await fixture.rest.saveEditedCredential(credential.id, {})).toEqual(success);
	});

	it('that were ticked, lacking and then added at Zoom let the credential and workflows pass', async () => {
		const app = withScopes('user:read:user:admin');
		const { save, run } = await savedCredential(app);
		expect(await save({ checkScopesFor: ['trackingField:write'] })).toEqual(failure(says));
		expect(errorOf(await run()).message).toMatch(says);
		app.scopes.push(`${write}:admin`);
		expect(await save({})).toEqual(success);
		expect(errorOf(await run())).toEqual({ status: 'success' });
	});

	it('that Zoom found lacking and were added there serve once the credential is saved again', async () => {
		const app = withScopes('meeting:read:meeting:admin');
		const { save, run } = await savedCredential(app);
		expect(errorOf(await run()).message).toMatch(
			/^Your Zoom app is missing required permissions: user:read:user:admin/,
		);
		app.scopes.push('user:read:user:admin');
		expect(await save({})).toEqual(success);
		expect(emailOf(await run())).toBe('olivia.ortiz@example.com');
	});
});
