import type { INodeProperties } from 'n8n-workflow';

/** The fields both credentials share: where Zoom is, and what it signs events with. */
export const connectionFields: INodeProperties[] = [
	{
		displayName: 'Environment',
		name: 'environment',
		type: 'options',
		options: [
			{ name: 'Zoom', value: 'zoom', description: 'Zoom.us, where almost every account is' },
			{ name: 'Zoom for Government', value: 'zoomGov', description: 'Zoomgov.com' },
			{
				name: 'Custom',
				value: 'custom',
				description: 'URLs of your own: a proxy or a test server',
			},
		],
		default: 'zoom',
		description: 'The Zoom cloud your account is on',
	},
	{
		displayName: 'Authorization URL',
		name: 'customAuthorizationUrl',
		type: 'string',
		default: '',
		placeholder: 'https://zoom.us/oauth/authorize',
		displayOptions: { show: { environment: ['custom'] } },
		description: 'Where people are sent to allow the connection',
	},
	{
		displayName: 'Token URL',
		name: 'customTokenUrl',
		type: 'string',
		default: '',
		placeholder: 'https://zoom.us/oauth/token',
		displayOptions: { show: { environment: ['custom'] } },
		description:
			'Where access tokens come from. Revoking uses the same address with "revoke" at its end.',
	},
	{
		displayName: 'API URL',
		name: 'customApiUrl',
		type: 'string',
		default: '',
		placeholder: 'https://api.zoom.us',
		displayOptions: { show: { environment: ['custom'] } },
		description: 'Origin of the REST API, without /v2',
	},
	{
		displayName: 'Webhook Secret Token',
		name: 'webhookSecretToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Only for the Zoom Trigger with a webhook: the Secret Token on the Access page of the app at Zoom (Feature page in some apps). Events that are not signed with it are refused.',
	},
];
