import { randomUUID } from 'node:crypto';
import type { Credential, ExecutionSummary, Publication, Rest } from '../n8n/rest';
import type { Address } from '../n8n/session';
import { outputOf, type Execution } from './execution';
import { chain, type NodeSketch, type Workflow } from './workflow';

type Parameters = Record<string, unknown>;

const name = 'Zoom Trigger';

/** A Zoom Trigger that uses a credential, as the editor saves it. */
export function zoomTrigger(
	{ id, name: credentialName, type }: Pick<Credential, 'id' | 'name' | 'type'>,
	parameters: Parameters,
): NodeSketch & { id: string; webhookId: string } {
	const authentication = type === 'zoomServerToServerOAuth2Api' ? 'serverToServer' : 'oAuth2';
	return {
		id: randomUUID(),
		name,
		type: 'n8n-nodes-zoom.zoomTrigger',
		webhookId: randomUUID(),
		parameters: { authentication, ...parameters },
		credentials: { [type]: { id, name: credentialName } },
	};
}

/** A stored workflow that begins with a Zoom Trigger. */
export class TriggerWorkflow {
	private constructor(
		readonly rest: Rest,
		private readonly n8n: Address,
		private workflow: Workflow,
		private readonly webhookId: string,
	) {}

	static async create(
		rest: Rest,
		n8n: Address,
		credential: Credential,
		parameters: Parameters,
		...next: NodeSketch[]
	): Promise<TriggerWorkflow> {
		const trigger = zoomTrigger(credential, parameters);
		const workflow = await rest.createWorkflow(chain('Reacts to Zoom', [trigger, ...next]));
		return new TriggerWorkflow(rest, n8n, workflow, trigger.webhookId);
	}

	/** The same workflow for somebody who signed in anew, after n8n was started again. */
	seenBy(rest: Rest, n8n: Address = this.n8n): TriggerWorkflow {
		return new TriggerWorkflow(rest, n8n, this.workflow, this.webhookId);
	}

	get id(): string {
		return this.workflow.id;
	}

	/** Where events go while the workflow is active; the node shows it as Production URL. */
	get productionUrl(): string {
		return `${this.n8n.url}/webhook/${this.webhookId}/zoom`;
	}

	/** Where an event goes while somebody tries the node out. */
	get testUrl(): string {
		return `${this.n8n.url}/webhook-test/${this.webhookId}/zoom`;
	}

	/** Publishes the workflow as it is stored; answers when n8n is done with it, however that went. */
	async publish(): Promise<Publication> {
		await this.rest.activate(this.workflow);
		return await this.rest.publication(this.id);
	}

	/** Publishes the workflow, which is to go well. */
	async activate(): Promise<this> {
		const publication = await this.publish();
		if (publication.status === 'published') return this;
		throw new Error(`Not published: ${JSON.stringify(publication)}`);
	}

	async deactivate(): Promise<void> {
		await this.rest.deactivate(this.id);
		await this.rest.publication(this.id);
	}

	/** Changes parameters of the trigger in the editor, which apply to an active workflow only after it is published. */
	async edit(parameters: Parameters): Promise<void> {
		const nodes = this.workflow.nodes.map((node) =>
			node.name === name ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
		);
		const { connections } = this.workflow;
		await this.save({ nodes, connections });
	}

	/** Adds a node behind the trigger in the editor. */
	async add(next: NodeSketch): Promise<void> {
		const [trigger] = this.workflow.nodes;
		const { nodes, connections } = chain('', [trigger, next]);
		await this.save({ nodes, connections });
	}

	/** The editor's Execute button where a webhook is waited for. */
	async listen(): Promise<void> {
		await this.rest.listenForTest(this.id, name);
	}

	/** The editor's Execute button where the execution itself waits. */
	async startTest(): Promise<string> {
		return await this.rest.startWorkflow(this.id, name);
	}

	/** All executions of the workflow, the latest first. */
	async executions(): Promise<ExecutionSummary[]> {
		return await this.rest.executions(this.id);
	}

	/** The executions there are, oldest first, once there are so many and all have finished. */
	async finished(count: number): Promise<Execution[]> {
		const all = await this.rest.until(`${count} executions of ${this.id}`, async () => {
			const found = await this.executions();
			return found.length >= count && found.every(({ stoppedAt }) => stoppedAt) ? found : undefined;
		});
		return await inTurn(all.reverse(), async ({ id }) => await this.rest.execution(id));
	}

	/** What the trigger handed on in each execution, oldest first, once there are so many. */
	async events(count: number): Promise<Record<string, unknown>[]> {
		const executions = await this.finished(count);
		return executions.flatMap(({ data }) => outputOf(data, name).map(({ json }) => json));
	}

	private async save(changes: Pick<Workflow, 'nodes' | 'connections'>): Promise<void> {
		this.workflow = await this.rest.updateWorkflow(this.id, changes);
	}
}

async function inTurn<T, U>(all: readonly T[], act: (one: T) => Promise<U>): Promise<U[]> {
	const done: U[] = [];
	for (const one of all) done.push(await act(one));
	return done;
}
