import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const userFolder = mkdtempSync(join(tmpdir(), 'n8n-nodes-zoom-'));
process.env.N8N_USER_FOLDER = userFolder;
afterAll(() => {
	rmSync(userFolder, { recursive: true, force: true });
});
process.env.N8N_ENCRYPTION_KEY = 'a key for tests only';
process.env.N8N_LOG_LEVEL = 'silent';

import { ExecutionLifecycleHooks, LoadOptionsContext, WorkflowExecute } from 'n8n-core';
import type {
	IBinaryKeyData,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IRun,
	ITaskData,
	IWorkflowExecuteAdditionalData,
	NodeParameterValueType,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, NodeConnectionTypes, Workflow } from 'n8n-workflow';
import { Zoom } from '../../../nodes/Zoom/Zoom.node';
import { ZoomTrigger } from '../../../nodes/Zoom/ZoomTrigger.node';
import { CredentialStore } from './credentialStore';

const start: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

const types: Record<string, INodeType> = {
	'n8n-nodes-zoom.zoom': new Zoom(),
	'n8n-nodes-zoom.zoomTrigger': new ZoomTrigger(),
};
export const nodeTypes: INodeTypes = {
	getByName: (name) => types[name] ?? start,
	getByNameAndVersion: (name) => types[name] ?? start,
	getKnownTypes: () => ({}),
};

/** One run of the Zoom node. */
export interface NodeRun {
	parameters: Record<string, NodeParameterValueType>;
	/** JSON of the input items; one empty item unless given. */
	items?: IDataObject[];
	/** Files that every input item has, by field. */
	binary?: IBinaryKeyData;
	credentials: CredentialStore;
	/** Which stored credential the node has, by type. */
	use: { zoomGeneralAppOAuth2Api?: string; zoomServerToServerOAuth2Api?: string };
	node?: Partial<INode>;
	/** Workflow's time zone. */
	timezone?: string;
}

/** What came of it. */
export interface NodeResult {
	/** JSON of the items of the first output. */
	items: IDataObject[];
	/** The items of each output, whole. */
	outputs: INodeExecutionData[][];
	error?: ITaskData['error'];
	run: IRun;
}

function workflowOf({ parameters, use, node, timezone }: NodeRun): Workflow {
	const zoomNode: INode = {
		id: 'zoom-node',
		name: 'Zoom',
		type: 'n8n-nodes-zoom.zoom',
		typeVersion: 1,
		position: [200, 0],
		parameters: parameters as INode['parameters'],
		credentials: Object.fromEntries(
			Object.entries(use).map(([type, id]) => [type, { id, name: `Zoom of ${id}` }]),
		),
		...node,
	};
	const startNode: INode = {
		id: 'start-node',
		name: 'Start',
		type: 'test.start',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	return new Workflow({
		id: 'workflow',
		name: 'Test',
		nodes: [startNode, zoomNode],
		connections: {
			Start: { main: [[{ node: 'Zoom', type: NodeConnectionTypes.Main, index: 0 }]] },
		},
		active: false,
		nodeTypes,
		settings: { timezone: timezone ?? 'UTC' },
	});
}

const url = 'http://localhost/';
const workflowRow = { id: 'workflow', name: 'Test', active: false, nodes: [], connections: {} };

/** What n8n's server tells its engine about a run. */
export const additionalDataOf = (
	{ credentials }: Pick<NodeRun, 'credentials'>,
	mode: WorkflowExecuteMode = 'manual',
	executionId = '1',
) =>
	({
		credentialsHelper: credentials,
		executionId,
		currentNodeExecutionIndex: 0,
		hooks: new ExecutionLifecycleHooks(mode, executionId, workflowRow as never),
		restApiUrl: url,
		instanceBaseUrl: url,
		webhookBaseUrl: url,
		webhookTestBaseUrl: url,
		webhookWaitingBaseUrl: url,
		formWaitingBaseUrl: url,
		variables: {},
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
	}) as unknown as IWorkflowExecuteAdditionalData;

/** Starts the Zoom node in n8n's real engine; the promise can be cancelled. */
export function startNode(options: NodeRun) {
	const workflow = workflowOf(options);
	const { items = [{}], binary } = options;
	const input = items.map((json): INodeExecutionData => ({ json, ...(binary && { binary }) }));
	const data = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [
				{ node: workflow.getNode('Start')!, data: { main: [input] }, source: null },
			],
		},
	});
	const additionalData = additionalDataOf(options);
	return new WorkflowExecute(additionalData, 'manual', data).processRunExecutionData(workflow);
}

/** The context in which n8n asks the node for the choices of a field. */
export function loadOptionsContext(options: NodeRun): LoadOptionsContext {
	const workflow = workflowOf(options);
	const node = workflow.getNode('Zoom')!;
	return new LoadOptionsContext(workflow, node, additionalDataOf(options), '');
}

/** Runs the Zoom node in n8n's real engine. */
export async function runNode(options: NodeRun): Promise<NodeResult> {
	return resultOf(await startNode(options));
}

/** The Zoom node's part of a run. */
export function resultOf(run: IRun): NodeResult {
	const task = run.data.resultData.runData.Zoom?.[0];
	const outputs = (task?.data?.main ?? []).map((output) => output ?? []);
	return {
		items: (outputs[0] ?? []).map(({ json }) => json),
		outputs,
		error: task?.error ?? run.data.resultData.error,
		run,
	};
}
