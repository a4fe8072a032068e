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
		subtitle:
			'={{ [$parameter["popularEvents"], $parameter["events"]].flat().filter((name) => name && name !== "other").join(", ") }}',
		// n8n shows this for the one entry that stands for both nodes in its nodes panel.
		description:
			'Create and manage Zoom meetings, webinars, recordings and users, or start a workflow when something happens in Zoom',
		builderHint: {
			searchHint:
				'Starts a workflow with a Zoom event. Put common events into popularEvents, and all others by their Zoom name into events, such as phone.voicemail_received.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-zoom.zoom',
					relationHint: 'Gets what an event is about, such as the recording or the participants',
				},
			],
		},
		defaults: { name: 'Zoom Trigger' },
		eventTriggerDescription: 'Waiting for an event in Zoom',
		activationMessage:
			'Events from Zoom start this workflow once it is published. If you add the webhook at Zoom yourself, enter the Production URL there and click Validate.',
		triggerPanel: {
			header: 'Start with an event in Zoom',
			executionsHelp: {
				inactive:
					'<b>While building your workflow</b>, click "Execute step", then make the event happen in Zoom. With the delivery "Webhook: I Paste the URL Into Zoom", first add the Test URL to the app at Zoom. The event appears here.<br><br><b>When your workflow is ready</b>, <a data-key="activate">publish</a> it. Each event then starts the workflow. You can see the runs in the <a data-key="executions">executions</a>.',
				active:
					'<b>While building your workflow</b>, click "Execute step", then make the event happen in Zoom. With the delivery "Webhook: I Paste the URL Into Zoom", first add the Test URL to the app at Zoom. The event appears here.<br><br><b>Your workflow is published</b>. Each event starts the workflow. You can see the runs in the <a data-key="executions">executions</a>.',
			},
			activationHint: {
				inactive:
					'When your workflow is ready, <a data-key="activate">publish</a> it. Events from Zoom then start it automatically.',
				active: 'Events from Zoom start this workflow automatically.',
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
		// What n8n is to blot out in stored executions: with it, anyone can download the files of a recording.
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
