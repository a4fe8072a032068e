import type { INodeProperties } from 'n8n-workflow';

import { tokenDomains } from '../nodes/Zoom/registry/zoomDomains';

const ZOOM_DOMAINS = tokenDomains.flatMap((name) => [name, `*.${name}`]);

// What n8n compares is the host alone, however the address was typed.
const HOST =
	'String(entry || "").trim().replace(/^[a-z]+:[/][/]/i, "").split(/[/?#]/)[0].split("@").pop().replace(/:[0-9]*$/, "")';

// n8n restricts by these fields where a credential may be used in HTTP Request, and where its own token calls go; it
// adds them to a credential that has none, with every domain allowed. Here the hosts are those of the environment.
const domainFields: INodeProperties[] = [
	{
		displayName: 'Allowed HTTP Request Domains',
		name: 'allowedHttpRequestDomains',
		type: 'options',
		options: [
			{
				name: 'All',
				value: 'all',
				description: 'Any domain, which then gets an access token of your Zoom account',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Not to be used in HTTP Request or GraphQL nodes',
			},
			{
				name: 'Zoom and Added Domains',
				value: 'domains',
				description: "Zoom's domains, those of a custom environment, and those added below",
			},
		],
		default: 'domains',
		description:
			'Which domains this credential can be used with in HTTP Request or GraphQL nodes. The Zoom nodes call Zoom and the URLs of the environment only.',
	},
	{
		displayName: 'Added Domains',
		name: 'addedDomains',
		type: 'string',
		default: '',
		placeholder: 'e.g. example.com, *.example.com',
		displayOptions: { show: { allowedHttpRequestDomains: ['domains'] } },
		description: 'Domains to allow besides, separated by commas',
	},
	{
		displayName: 'Allowed Domains',
		name: 'allowedDomains',
		type: 'hidden',
		default: `={{ ${JSON.stringify(ZOOM_DOMAINS)}.concat($self["environment"] === "custom" ? [$self["customTokenUrl"], $self["customApiUrl"]] : [], String($self["addedDomains"] || "").split(/[\\s,;]+/)).map((entry) => ${HOST}).filter((entry) => entry !== "").join(", ") }}`,
	},
];

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
	...domainFields,
];
