import { createEmulator, type App, type Emulator, type EmulatorOptions } from '../../emulator';
import { Rest, type Credential } from '../n8n/rest';
import type { Address } from '../n8n/session';
import { owner, sharedN8n } from '../n8n/shared';
import { generalAppCredential, serverToServerCredential } from './connections';
import type { Execution } from './execution';
import { TriggerWorkflow } from './triggerWorkflow';
import { chain, manualTrigger, type NodeSketch } from './workflow';

/** An n8n, the one that all end-to-end tests share unless told, and an emulator for one file of them. */
export class HostFixture {
	/** The apps that tests made for themselves. */
	readonly apps: App[] = [];

	private constructor(
		readonly rest: Rest,
		readonly emulator: Emulator,
	) {}

	/**
	 * @param n8n the one that all share, unless told
	 * @param options of the emulator
	 */
	static async open(
		n8n: Address = sharedN8n(),
		options: EmulatorOptions = {},
	): Promise<HostFixture> {
		const rest = await Rest.signIn(n8n, owner);
		const redirectUris = [`${n8n.url}/rest/oauth2-credential/callback`];
		// n8n's certificate is its own, and its address one that Zoom would not post to.
		const events = { insecureWebhooks: true, insecureTls: true };
		return new HostFixture(
			rest,
			await createEmulator({ hostDayCap: false, redirectUris, ...events, ...options }),
		);
	}

	/** An app of its own for a test, since n8n's process keeps the tokens of those it has met. */
	newApp(kind: App['kind'] = 'serverToServer', app: Partial<App> = {}): App {
		const { redirectUris } = this.emulator.apps[kind];
		const made = this.emulator.addApp({ kind, redirectUris, ...app });
		this.apps.push(made);
		return made;
	}

	/** A stored Server-to-Server credential that has not been tested, so that there is no token yet. */
	async serverToServer(
		app = this.newApp(),
		fields: Record<string, unknown> = {},
	): Promise<Credential> {
		const credential = serverToServerCredential(this.emulator, app);
		const data = { ...credential.data, ...fields };
		return await this.rest.createCredential({ ...credential, data });
	}

	/** A stored General App credential, not connected yet. */
	async generalApp(app = this.newApp('userManaged')): Promise<Credential> {
		return await this.rest.createCredential(generalAppCredential(this.emulator, app));
	}

	/** What a person does after Connect: chooses who to be at Zoom, and allows or declines. */
	async answerConsent(
		authorizationUrl: string,
		decision: 'allow' | 'decline' = 'allow',
		user = 'henrik.holm@example.com',
	): Promise<string> {
		const answer = await fetch(authorizationUrl, {
			method: 'POST',
			body: new URLSearchParams({ user, decision }),
			redirect: 'manual',
		});
		const back = answer.headers.get('location');
		if (!back) throw new Error(`Zoom does not ask for consent:\n${await answer.text()}`);
		return await this.rest.authorizationCallback(back);
	}

	/** A General App credential that somebody has connected. */
	async connectedApp(app = this.newApp('userManaged'), user?: string): Promise<Credential> {
		const credential = await this.generalApp(app);
		await this.reconnect(credential, user);
		return credential;
	}

	async reconnect({ id }: Credential, user?: string): Promise<void> {
		await this.answerConsent(await this.rest.authorizationUrl(id), 'allow', user);
	}

	/** Stores and runs a workflow of these nodes behind a manual trigger. */
	async run(...nodes: NodeSketch[]): Promise<Execution> {
		const { id } = await this.rest.createWorkflow(chain('Test', [manualTrigger, ...nodes]));
		return await this.rest.runWorkflow(id, manualTrigger.name);
	}

	/** Stores a workflow that begins with a Zoom Trigger and goes on with these nodes; it is not active yet. */
	async trigger(
		credential: Credential,
		parameters: Record<string, unknown>,
		...next: NodeSketch[]
	): Promise<TriggerWorkflow> {
		return await TriggerWorkflow.create(this.rest, sharedN8n(), credential, parameters, ...next);
	}

	/** How many times a token was asked for. */
	get tokenCalls(): number {
		return this.emulator.requests.to('POST /oauth/token').length;
	}

	async close(): Promise<void> {
		await this.emulator.close();
	}
}
