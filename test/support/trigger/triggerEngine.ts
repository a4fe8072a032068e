import { setImmediate } from 'node:timers/promises';
import { additionalDataOf, nodeTypes } from '../engine/engine';
import {
	DataDeduplicationService,
	HookContext,
	LoadOptionsContext,
	TriggerContext,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';
import type {
	IDataDeduplicator,
	IDataObject,
	INode,
	INodeExecutionData,
	INodePropertyOptions,
	ITriggerResponse,
	IWebhookData,
	IWebhookResponseData,
	NodeParameterValueType,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import { ZoomTrigger } from '../../../nodes/Zoom/ZoomTrigger.node';
import type { CredentialStore } from '../engine/credentialStore';

/** What n8n's server keeps of items it saw, for `checkProcessedAndRecord`. */
export const seen = {
	keys: [] as string[],
	/** How many of the next questions are to fail. */
	failures: 0,
};

const deduplicator = {
	async checkProcessedAndRecord(
		items: (string | number)[],
		_scope: string,
		_context: object,
		{ maxEntries = Infinity }: { maxEntries?: number },
	) {
		if (seen.failures > 0) {
			seen.failures -= 1;
			throw new Error('UNIQUE constraint failed');
		}
		// As n8n does it: the whole list is read, and written somewhat later.
		const keys = [...seen.keys];
		await setImmediate();
		const isKnown = (item: string | number) => keys.includes(String(item));
		const [processed, fresh] = [items.filter(isKnown), items.filter((item) => !isKnown(item))];
		seen.keys = [...keys, ...fresh.map(String)].slice(-maxEntries);
		return { new: fresh, processed };
	},
} as unknown as IDataDeduplicator;

beforeAll(async () => {
	await DataDeduplicationService.init(deduplicator);
});

/** How a webhook was answered, by the node or by n8n. */
export interface WebhookAnswer extends IWebhookResponseData {
	/** What the node itself answered. */
	readonly status?: number;
	readonly json?: unknown;
	/** The connection is over, answered with this status. */
	readonly end: (status: number) => void;
	/** Zoom does not wait any longer; how it would have been answered turns out later. */
	readonly hangUp: () => (status: number) => void;
}

export interface Delivery {
	readonly rawBody?: Buffer;
	readonly headers?: Record<string, string>;
	readonly mode?: WorkflowExecuteMode;
}

/** A workflow that begins with a Zoom Trigger, in n8n's own contexts. */
export interface Installed {
	readonly workflow: Workflow;
	readonly node: INode;
	/** What the node said in the log. */
	readonly logs: string[];
	/** What the node keeps between its calls. */
	readonly memory: () => IDataObject;
	checkExists(mode?: WorkflowActivateMode): Promise<boolean>;
	create(mode?: WorkflowActivateMode): Promise<boolean>;
	/** @param isTest whether it is the webhook of a test */
	remove(isTest?: boolean): Promise<boolean>;
	/** As n8n activates: asks whether the webhook exists, and makes it where it does not. */
	activate(mode?: WorkflowActivateMode): Promise<void>;
	receive(delivery: Delivery): Promise<WebhookAnswer>;
	/** Starts it as a trigger; what it emits is collected. */
	start(mode?: WorkflowActivateMode): Promise<Started>;
	/** Runs it as n8n does at the head of an execution. */
	execute(items: IDataObject[], run?: Run): ReturnType<WorkflowExecute['processRunExecutionData']>;
	events(): Promise<INodePropertyOptions[]>;
}

export interface Run {
	readonly mode?: WorkflowExecuteMode;
	readonly executionId?: string;
	readonly node?: Partial<INode>;
}

export interface Started {
	readonly response: ITriggerResponse;
	readonly emitted: INodeExecutionData[][][];
	readonly failures: Error[];
}

const trigger = new ZoomTrigger();
const bases = {
	webhookBaseUrl: 'http://localhost/webhook',
	webhookTestBaseUrl: 'http://localhost/webhook-test',
};
let installed = 0;

export function install(
	credentials: CredentialStore,
	credential: string,
	parameters: Record<string, unknown>,
): Installed {
	const isForAccount = parameters.authentication === 'serverToServer';
	const id = `${++installed}`;
	const node: INode = {
		id: `trigger-${id}`,
		name: 'Zoom Trigger',
		type: 'n8n-nodes-zoom.zoomTrigger',
		typeVersion: 1,
		position: [0, 0],
		webhookId: `hook-${id}`,
		parameters: parameters as INode['parameters'],
		credentials: {
			[isForAccount ? 'zoomServerToServerOAuth2Api' : 'zoomGeneralAppOAuth2Api']: {
				id: credential,
				name: credential,
			},
		},
	};
	const workflow = new Workflow({
		id: `workflow-${id}`,
		name: 'Reacts to Zoom',
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes,
	});
	const own = workflow.getNode('Zoom Trigger')!;
	const logs: string[] = [];
	const listening = <T extends object>(context: T): T => {
		const log = (level: string) => (message: string, more?: object) =>
			void logs.push(`${level}: ${message} ${JSON.stringify(more ?? {})}`);
		const levels = ['debug', 'info', 'warn', 'error'].map((level) => [level, log(level)]);
		return Object.defineProperty(context, 'logger', { value: Object.fromEntries(levels) });
	};
	const webhook = { webhookDescription: trigger.description.webhooks![0] } as IWebhookData;
	const hook = (mode: WorkflowActivateMode, isTest = mode === 'manual') =>
		listening(
			new HookContext(
				workflow,
				own,
				{ ...additionalDataOf({ credentials }), ...bases },
				mode === 'manual' ? 'manual' : 'trigger',
				mode,
				{ ...webhook, isTest },
			),
		);
	const { checkExists, create, delete: remove } = trigger.webhookMethods.default;
	const it: Installed = {
		workflow,
		node: own,
		logs,
		memory: () => workflow.getStaticData('node', own) as IDataObject,
		checkExists: async (mode = 'activate') => await checkExists.call(hook(mode)),
		create: async (mode = 'activate') => await create.call(hook(mode)),
		remove: async (isTest = false) => await remove.call(hook('update', isTest)),
		async activate(mode = 'activate') {
			if (!(await it.checkExists(mode))) await it.create(mode);
		},
		async receive({ rawBody, headers = {}, mode = 'webhook' }) {
			const answered: { status?: number; json?: unknown } = {};
			const onClose: (() => void)[] = [];
			const response = {
				statusCode: 200,
				writableFinished: false,
				status: (status: number) =>
					Object.assign(response, answered, { statusCode: (answered.status = status) }),
				json: (json: unknown) => void (answered.json = json),
				end: () => undefined,
				once: (_: string, act: () => void) => void onClose.push(act),
			};
			const additionalData = {
				...additionalDataOf({ credentials }, mode),
				httpRequest: { rawBody, headers },
				httpResponse: response,
			};
			const context = new WebhookContext(
				workflow,
				own,
				additionalData as never,
				mode,
				webhook,
				[],
				null,
			);
			const result = await trigger.webhook.call(listening(context));
			return {
				...result,
				...answered,
				end(status) {
					Object.assign(response, { statusCode: status, writableFinished: true });
					for (const act of onClose.splice(0)) act();
				},
				hangUp() {
					for (const act of onClose.splice(0)) act();
					return (status) => void (response.statusCode = status);
				},
			};
		},
		async start(mode = 'activate') {
			const emitted: INodeExecutionData[][][] = [];
			const failures: Error[] = [];
			const context = new TriggerContext(
				workflow,
				own,
				additionalDataOf({ credentials }, 'trigger'),
				'trigger',
				mode,
				(data) => void emitted.push(data),
				undefined,
				(error) => void failures.push(error),
			);
			return { response: await trigger.trigger.call(listening(context)), emitted, failures };
		},
		execute(items, { mode = 'webhook', executionId = '1', node: more } = {}) {
			const data = createRunExecutionData({
				executionData: {
					nodeExecutionStack: [
						{
							node: { ...own, ...more },
							data: { main: [items.map((json) => ({ json }))] },
							source: null,
						},
					],
				},
			});
			const additionalData = additionalDataOf({ credentials }, mode, executionId);
			return new WorkflowExecute(additionalData, mode, data).processRunExecutionData(workflow);
		},
		async events() {
			const context = new LoadOptionsContext(workflow, own, additionalDataOf({ credentials }), '');
			return await trigger.methods.loadOptions.getEvents.call(context);
		},
	};
	return it;
}

/** The node's part of a run. */
export function triggerResult(run: Awaited<ReturnType<Installed['execute']>>) {
	const task = run.data.resultData.runData['Zoom Trigger']?.[0];
	return {
		items: task?.data?.main[0] ?? [],
		hints: task?.hints ?? [],
		error: task?.error ?? run.data.resultData.error,
		status: run.status,
	};
}

export type Parameters = Record<string, NodeParameterValueType>;
