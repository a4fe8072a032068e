import type { IDisplayOptions } from 'n8n-workflow';

import { choice, json, locator, text } from '../../registry/field';
import { listFields } from '../../registry/listFields';
import type { Field, Resource } from '../../registry/types';
import { prepare } from './request';

const [returnAll, limit] = listFields;
const listed: IDisplayOptions = {
	show: { response: ['auto', 'list'] },
	hide: {
		endpoint: ['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({
			_cnd: { startsWith: method },
		})),
	},
};

const fields: Field[] = [
	locator('Endpoint', 'endpoint', {
		in: 'node',
		searchListMethod: 'searchEndpoints',
		modes: [
			{
				displayName: 'By Path',
				name: 'path',
				type: 'string',
				placeholder: 'e.g. PATCH /phone/users/{userId}',
				hint: 'Method and path. Each {placeholder} becomes a field under Parameters.',
			},
		],
		description: 'Zoom API endpoint to call',
	}),
	{
		displayName: 'Parameters',
		name: 'parameters',
		type: 'resourceMapper',
		in: 'node',
		noDataExpression: true,
		typeOptions: {
			loadOptionsDependsOn: ['endpoint.value'],
			resourceMapper: {
				resourceMapperMethod: 'getParameters',
				mode: 'add',
				addAllFields: false,
				supportAutoMap: false,
				valuesLabel: 'Parameters',
				fieldWords: { singular: 'parameter', plural: 'parameters' },
			},
		},
		default: { mappingMode: 'defineBelow', value: null },
		description: 'Path, query and body parameters of the endpoint',
	},
	json('Query (JSON)', 'query', {
		in: 'node',
		flatten: true,
		placeholder: 'e.g. {"status": "active"}',
		description:
			'Additional query parameters. If a name is also set in Parameters, this field overrides it.',
	}),
	json('Body (JSON)', 'body', {
		in: 'node',
		displayOptions: { hide: { endpoint: [{ _cnd: { startsWith: 'GET' } }] } },
		description:
			'Additional keys of the body. If a name is also set in Parameters, this field overrides it.',
	}),
	choice('Response', 'response', {
		in: 'node',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'One item per entry of a list, otherwise one item with the whole response',
			},
			{ name: 'File', value: 'file', description: 'The response as a file' },
			{
				name: 'List',
				value: 'list',
				description: 'One item per entry of the list in the response',
			},
			{ name: 'Single Item', value: 'single', description: 'One item with the whole response' },
		],
		default: 'auto',
		description: 'How to return the response',
	}),
	{ ...returnAll, in: 'node', displayOptions: listed },
	{
		...limit,
		in: 'node',
		displayOptions: { ...listed, show: { ...listed.show, returnAll: [false] } },
	},
	text('Put Output File in Field', 'binaryPropertyName', {
		in: 'node',
		displayOptions: { show: { response: ['file'] } },
		required: true,
		default: 'data',
		hint: 'The name of the output binary field to put the file in',
	}),
];

/** The rest of Zoom's API: whatever has no operation of its own. */
export const api: Resource = {
	name: 'API Call',
	plural: 'API Calls',
	value: 'api',
	operations: [
		{
			name: 'Request',
			value: 'request',
			action: 'Call any Zoom API endpoint',
			description:
				'Call any of more than 1,800 endpoints of the Zoom API. The node retries failed calls, reads all pages and names missing scopes.',
			fields,
			optional: [
				text('List Key', 'listKey', {
					in: 'node',
					placeholder: 'e.g. call_logs',
					description:
						'Name of the list to return, if the response contains several. Use dots for a nested list.',
				}),
			],
			prepare,
		},
	],
};
