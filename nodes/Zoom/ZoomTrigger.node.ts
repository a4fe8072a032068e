import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	ITriggerFunctions,
	ITriggerResponse,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { toProperty } from './form/properties';
import { onSupportedN8n } from './host/hostVersion';
import * as hooks from './trigger/hooks';
import { getEvents } from './trigger/parameters/eventChoices';
import { triggerFields } from './trigger/parameters/fields';
import { run } from './trigger/run';
import { receive } from './trigger/webhook/receive';

export class ZoomTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zoom Trigger',
		name: 'zoomTrigger',
		icon: { light: 'file:zoom.svg', dark: 'file:zoom.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ [$parameter["events"]].flat().join(", ") }}',
		description:
			'Starts the workflow when something happens in Zoom: meetings, recordings, chats, calls and more',
		defaults: { name: 'Zoom Trigger' },
		eventTriggerDescription: 'Waiting for an event in Zoom',
		activationMessage: 'This workflow waits for events from Zoom now.',
		triggerPanel: {
			header: 'Start with an event in Zoom',
			executionsHelp: {
				inactive:
					'<b>To build your workflow</b>, let this node listen and do in Zoom what it waits for. With a webhook pasted into Zoom the Test URL must be known there; otherwise nothing more is needed. What comes shows up here.<br><br><b>When it is done</b>, <a data-key="activate">activate</a> the workflow: from then on each event starts it, to be seen in its <a data-key="executions">executions</a>.',
				active:
					'<b>To build your workflow</b>, let this node listen and do in Zoom what it waits for. With a webhook pasted into Zoom the Test URL must be known there; otherwise nothing more is needed. What comes shows up here.<br><br><b>The workflow is active</b>: each event starts it, to be seen in its <a data-key="executions">executions</a>.',
			},
			activationHint: {
				inactive:
					'Once you are done building your workflow, <a data-key="activate">activate</a> it to have events start it without you.',
				active: 'Events start this workflow without you.',
			},
		},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'zoomGeneralAppOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
			{
				name: 'zoomServerToServerOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['serverToServer'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				// Without a method n8n has no webhook, and its panel no address.
				httpMethod: '={{ $parameter["delivery"] === "webSocket" ? "" : "POST" }}',
				path: 'zoom',
				responseMode: 'onReceived',
				// Anything else is an answer with a body, which Zoom does not expect.
				responseData: 'noData',
				ndvHideUrl: '={{ $parameter["delivery"] !== "webhook" }}',
			},
		],
		// What n8n is to blot out in stored executions: it opens the files of a recording to whoever has it.
		sensitiveOutputFields: ['download_token'],
		properties: triggerFields.map(toProperty),
	};

	methods = { loadOptions: onSupportedN8n({ getEvents }) };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await hooks.checkExists(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await hooks.create(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await hooks.remove(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	/** n8n calls this with every delivery there is, and again and again where it gets no answer. */
	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await hooks.start(this);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this);
	}
}
