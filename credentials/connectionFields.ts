import type { INodeProperties } from 'n8n-workflow';

/** The fields both credentials share: where Zoom is, how much it takes, and what it signs events with. */
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
		displayName: 'Plan',
		name: 'plan',
		type: 'options',
		options: [
			{ name: 'Free', value: 'free', description: 'Basic accounts' },
			{ name: 'Pro', value: 'pro' },
			{
				name: 'Business or Higher',
				value: 'business',
				description: 'Business, Education, Enterprise and Partner',
			},
		],
		default: 'pro',
		description:
			'The plan of the Zoom account, by which Zoom limits how many calls it takes a second. Calls are paced to stay just below.',
	},
	{
		displayName: 'Share of Rate Limit (%)',
		name: 'rateLimitShare',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 100,
		description:
			'How much of that limit n8n may use. Zoom counts all apps of an account together, and each worker of n8n paces for itself: with two workers enter 50, and less if other apps are busy too.',
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
