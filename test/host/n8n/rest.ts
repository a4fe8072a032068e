import { decodeExecution, type Execution, type StoredExecution } from '../workflows/execution';
import type { Workflow, WorkflowInput } from '../workflows/workflow';
import { Session, type Address, type Owner } from './session';

export interface CredentialInput {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

export interface Credential extends CredentialInput {
	id: string;
}

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** How the publication of a workflow went, as the editor shows it. */
export interface Publication {
	status: 'in_progress' | 'published' | 'partial' | 'failed' | 'not_published';
	triggers: { nodeId: string; status: string; errorMessage: string | null }[];
}

/** What n8n's list of executions says of one. */
export interface ExecutionSummary {
	id: string;
	mode: string;
	status: string;
	stoppedAt?: string | null;
}

/** What the editor sends to fill a drop-down or a "From list" search. */
export interface DynamicParameters {
	path: string;
	methodName: string;
	nodeTypeAndVersion: { name: string; version: number };
	currentNodeParameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
}

export interface ListSearch {
	results: { name: string; value: string | number; url?: string }[];
	paginationToken?: string;
}

/** A field of a node or credential, as far as tests look at it. */
export interface LoadedField {
	name: string;
	type: string;
	options?: { name: string; value: string }[];
	displayOptions?: { show?: Record<string, unknown[]> };
}

/** A node or credential type that n8n has loaded. */
export interface LoadedType {
	name: string;
	displayName: string;
	description?: string;
	iconUrl?: string | { light: string; dark: string };
	properties: LoadedField[];
}

const finishedWithin = 60_000;
const pollEvery = 100;

/** n8n's own interface, used as its editor uses it. */
export class Rest {
	private constructor(private readonly session: Session) {}

	/** Signs in to an n8n, making the owner's account where there is none. */
	static async signIn(n8n: Address, owner: Owner): Promise<Rest> {
		const session = new Session(n8n);
		await session.signIn(owner);
		return new Rest(session);
	}

	async credentials(): Promise<Credential[]> {
		return await this.session.ask('GET', '/rest/credentials');
	}

	/** A credential as the editor shows it: secrets are blanked out. */
	async credential(id: string): Promise<Credential> {
		return await this.session.ask('GET', `/rest/credentials/${id}?includeData=true`);
	}

	async createCredential(credential: CredentialInput): Promise<Credential> {
		return await this.session.ask('POST', '/rest/credentials', credential);
	}

	async updateCredential(id: string, credential: CredentialInput): Promise<Credential> {
		return await this.session.ask('PATCH', `/rest/credentials/${id}`, credential);
	}

	async deleteCredential(id: string): Promise<void> {
		await this.session.ask('DELETE', `/rest/credentials/${id}`);
	}

	/** Tests what stands in the dialog, saved or not; blanked-out secrets count as unchanged. */
	async testCredential(credentials: Credential): Promise<CredentialTest> {
		return await this.session.ask('POST', '/rest/credentials/test', { credentials });
	}

	/** The editor's Save in a new dialog: stores the credential, then tests it. */
	async saveNewCredential(
		credential: CredentialInput,
	): Promise<{ credential: Credential; test: CredentialTest }> {
		const { id } = await this.createCredential(credential);
		const saved = { ...credential, id };
		return { credential: saved, test: await this.testCredential(saved) };
	}

	/** The editor's Save after some fields of a stored credential were changed. */
	async saveEditedCredential(
		id: string,
		changes: Record<string, unknown>,
	): Promise<CredentialTest> {
		const { name, type, data } = await this.credential(id);
		const edited = { id, name, type, data: { ...data, ...changes } };
		await this.updateCredential(id, edited);
		return await this.testCredential(edited);
	}

	/** Where the editor's Connect button opens its pop-up. */
	async authorizationUrl(credentialId: string): Promise<string> {
		return await this.session.ask('GET', `/rest/oauth2-credential/auth?id=${credentialId}`);
	}

	/** Follows the redirect back from Zoom and answers with the page n8n shows in the pop-up. */
	async authorizationCallback(url: string): Promise<string> {
		return await this.session.raw<string>('GET', url).then(({ data }) => data);
	}

	/** The editor's Disconnect. */
	async disconnect(credentialId: string): Promise<void> {
		await this.session.ask('DELETE', `/rest/credentials/${credentialId}/oauth-token`);
	}

	async workflows(): Promise<Workflow[]> {
		return await this.session.ask('GET', '/rest/workflows');
	}

	async workflow(id: string): Promise<Workflow> {
		return await this.session.ask('GET', `/rest/workflows/${id}`);
	}

	async createWorkflow(workflow: WorkflowInput): Promise<Workflow> {
		return await this.session.ask('POST', '/rest/workflows', workflow);
	}

	async deleteWorkflow(id: string): Promise<void> {
		await this.session.ask('POST', `/rest/workflows/${id}/archive`, {});
		await this.session.ask('DELETE', `/rest/workflows/${id}`);
	}

	/** Stores what was changed in the editor; an active workflow goes on as it was until it is activated again. */
	async updateWorkflow(id: string, changes: Partial<WorkflowInput>): Promise<Workflow> {
		return await this.session.ask('PATCH', `/rest/workflows/${id}`, changes);
	}

	async activate({ id, versionId }: Workflow): Promise<Workflow> {
		return await this.session.ask('POST', `/rest/workflows/${id}/activate`, { versionId });
	}

	async deactivate(id: string): Promise<Workflow> {
		return await this.session.ask('POST', `/rest/workflows/${id}/deactivate`, {});
	}

	/**
	 * How it went to activate or deactivate a workflow, once n8n is done with it.
	 * @param within milliseconds to wait at most
	 */
	async publication(id: string, within = finishedWithin): Promise<Publication> {
		const ask = async () => {
			const found = await this.session.ask<Publication>(
				'GET',
				`/rest/workflows/${id}/publication-status`,
			);
			return found.status === 'in_progress' ? undefined : found;
		};
		// n8n reads side by side whether it is done and how it went: its first answer may have the outcome of before.
		const settled = async () => (await ask()) && (await ask());
		return await this.until(`workflow ${id} to be published`, settled, within);
	}

	/** The editor's Execute button on a trigger with a webhook: n8n listens at its Test URL. */
	async listenForTest(id: string, trigger: string): Promise<void> {
		const start = { triggerToStartFrom: { name: trigger } };
		const answer = await this.session.ask<{ waitingForWebhook?: boolean }>(
			'POST',
			`/rest/workflows/${id}/run`,
			start,
		);
		if (!answer.waitingForWebhook) throw new Error(`n8n does not listen for workflow ${id}`);
	}

	/** The editor's Stop button while n8n listens. */
	async stopListening(id: string): Promise<void> {
		await this.session.ask('DELETE', `/rest/test-webhook/${id}`);
	}

	/** The editor's Execute button: runs a workflow from its trigger to the end. */
	async runWorkflow(id: string, trigger: string): Promise<Execution> {
		return await this.finishedExecution(await this.startWorkflow(id, trigger));
	}

	/** As `runWorkflow`, but answers with the execution's ID while it goes on. */
	async startWorkflow(id: string, trigger: string): Promise<string> {
		const start = { triggerToStartFrom: { name: trigger } };
		const { executionId } = await this.session.ask<{ executionId: string }>(
			'POST',
			`/rest/workflows/${id}/run`,
			start,
		);
		return executionId;
	}

	async execution(id: string): Promise<Execution> {
		return decodeExecution(await this.storedExecution(id));
	}

	/** An execution as n8n gives it away, not decoded. */
	async storedExecution(id: string): Promise<StoredExecution> {
		return await this.session.ask('GET', `/rest/executions/${id}`);
	}

	/** @param within milliseconds to wait at most */
	async finishedExecution(id: string, within = finishedWithin): Promise<Execution> {
		await this.until(
			`execution ${id} to finish`,
			async () => {
				const { results } = await this.session.ask<{ results: ExecutionSummary[] }>(
					'GET',
					'/rest/executions?limit=100',
				);
				// The whole of it may be large, so it is asked for only where the list does not go so far back.
				const known = results.find((execution) => execution.id === id);
				return (known ?? (await this.execution(id))).stoppedAt ?? undefined;
			},
			within,
		);
		return await this.execution(id);
	}

	/** All executions of a workflow, the latest first. */
	async executions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const all: ExecutionSummary[] = [];
		for (let page = ''; ; page = `&lastId=${all.at(-1)?.id}`) {
			const { results } = await this.session.ask<{ results: ExecutionSummary[] }>(
				'GET',
				`/rest/executions?limit=100&filter=${filter}${page}`,
			);
			all.push(...results);
			if (results.length < 100) return all;
		}
	}

	/** The first execution n8n starts by itself for an active workflow, once it has finished. */
	async scheduledExecution(workflowId: string): Promise<Execution> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId, finished: true }));
		const found = await this.until(`workflow ${workflowId} to be started`, async () => {
			const { results } = await this.session.ask<{ results: { id: string; mode: string }[] }>(
				'GET',
				`/rest/executions?filter=${filter}`,
			);
			return results.find(({ mode }) => mode === 'trigger');
		});
		return await this.finishedExecution(found.id);
	}

	/** Calls an active workflow's webhook as somebody who is not signed in to n8n. */
	async callWebhook<T>(path: string, body: unknown = {}): Promise<{ status: number; data: T }> {
		return await this.session.raw<T>('POST', `/webhook/${path}`, body);
	}

	/** Waits for the webhook of a workflow that was activated just now, without running the workflow. */
	async webhookReady(path: string): Promise<void> {
		await this.until(`webhook ${path} to be registered`, async () => {
			const { data } = await this.session.raw<{ message: string }>('GET', `/webhook/${path}`);
			return /not registered for GET/.test(data.message) || undefined;
		});
	}

	/** Sends in the form of a workflow that was activated just now, as a visitor's browser does. */
	async submitForm(path: string, answers: FormData): Promise<{ status: number }> {
		await this.until(`form ${path} to be shown`, async () => {
			const { status } = await this.session.raw('GET', `/form/${path}`);
			return status === 200 || undefined;
		});
		return await this.session.raw('POST', `/form/${path}`, answers);
	}

	async stopExecution(id: string): Promise<void> {
		await this.session.ask('POST', `/rest/executions/${id}/stop`);
	}

	async options(parameters: DynamicParameters): Promise<{ name: string; value: unknown }[]> {
		return await this.session.ask('POST', '/rest/dynamic-node-parameters/options', parameters);
	}

	async listSearch(
		parameters: DynamicParameters & { filter?: string; paginationToken?: string },
	): Promise<ListSearch> {
		const path = '/rest/dynamic-node-parameters/resource-locator-results';
		return await this.session.ask('POST', path, parameters);
	}

	/** Every node type n8n has loaded, as its editor gets them. */
	async nodeTypes(): Promise<LoadedType[]> {
		return (await this.session.raw<LoadedType[]>('GET', '/types/nodes.json')).data;
	}

	async credentialTypes(): Promise<LoadedType[]> {
		return (await this.session.raw<LoadedType[]>('GET', '/types/credentials.json')).data;
	}

	/** An icon's text, by the path that a loaded type gives. */
	async icon(path: string): Promise<string> {
		return (await this.session.raw<string>('GET', `/${path}`)).data;
	}

	/** The output preview the editor shows before a node's first run; undefined where there is none. */
	async outputSchema(
		nodeType: string,
		version: string,
		resource: string,
		operation: string,
	): Promise<unknown> {
		const path = `/schemas/${nodeType}/${version}/${resource}/${operation}.json`;
		const { status, data } = await this.session.raw<unknown>('GET', path);
		return status === 200 ? data : undefined;
	}

	/** Repeats a question until it has an answer. */
	async until<T>(
		what: string,
		question: () => Promise<T | undefined>,
		within = finishedWithin,
	): Promise<T> {
		const deadline = Date.now() + within;
		while (Date.now() < deadline) {
			const answer = await question();
			if (answer !== undefined) return answer;
			await new Promise((resolve) => setTimeout(resolve, pollEvery));
		}
		throw new Error(`Waited ${within / 1000} s for ${what}`);
	}
}
