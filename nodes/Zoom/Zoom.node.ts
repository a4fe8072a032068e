import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { execute } from './execution/execute';
import { buildProperties, resourceOptions } from './form/properties';
import { onSupportedN8n } from './host/hostVersion';
import * as listSearch from './methods/listSearch';
import { getOperations, getTimezones } from './methods/loadOptions';
import { getParameters, searchEndpoints } from './methods/resourceMapping';
import { resources } from './resources';

export class Zoom implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zoom',
		name: 'zoom',
		icon: { light: 'file:zoom.svg', dark: 'file:zoom.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create and manage Zoom meetings, webinars, recordings and users, and get reports',
		builderHint: {
			searchHint:
				'For Zoom meetings, webinars, registrants, recordings, transcripts, reports and users. The resource "api" calls any other Zoom API endpoint, for example of Zoom Phone or Team Chat.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-zoom.zoomTrigger',
					relationHint:
						'Starts the workflow when a meeting ends, a recording is ready or a person registers',
				},
			],
		},
		defaults: { name: 'Zoom' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				// By `show`, without which n8n's editor does not offer a credential; the values beside today's are those
				// that workflows of n8n's own Zoom node may hold.
				name: 'zoomGeneralAppOAuth2Api',
				required: true,
				displayOptions: {
					show: { authentication: ['oAuth2', 'accessToken', ''] },
				},
			},
			{
				name: 'zoomServerToServerOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['serverToServer'] } },
			},
		],
		// What n8n is to blot out in stored executions: with one of these, anyone can act as the user.
		sensitiveOutputFields: ['token'],
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'General App', value: 'oAuth2' },
					{ name: 'Server-to-Server', value: 'serverToServer' },
				],
				default: 'oAuth2',
				description:
					'General App: a user signs in to Zoom. Server-to-Server: n8n acts for the whole account, and no user signs in.',
			},
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: resourceOptions(resources),
				default: 'meeting',
			},
			...buildProperties(resources),
		],
	};

	methods = {
		listSearch: onSupportedN8n({ ...listSearch, searchEndpoints }),
		loadOptions: onSupportedN8n({ getOperations, getTimezones }),
		resourceMapping: onSupportedN8n({ getParameters }),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute.call(this);
	}
}
