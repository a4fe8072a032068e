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
				description: 'Any domain. It receives an access token of your Zoom account.',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Cannot be used in HTTP Request or GraphQL nodes',
			},
			{
				name: 'Zoom and Added Domains',
				value: 'domains',
				description:
					"Zoom's domains, the domains of a custom environment, and the domains added below",
			},
		],
		default: 'domains',
		description:
			'Which domains this credential can be used with in HTTP Request or GraphQL nodes. The Zoom nodes call only Zoom and the URLs of the environment.',
	},
	{
		displayName: 'Added Domains',
		name: 'addedDomains',
		type: 'string',
		default: '',
		placeholder: 'e.g. example.com, *.example.com',
		displayOptions: { show: { allowedHttpRequestDomains: ['domains'] } },
		description: 'Other domains to allow, separated by commas',
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
			{ name: 'Zoom', value: 'zoom', description: 'Zoom.us. Use this for almost every account.' },
			{ name: 'Zoom for Government', value: 'zoomGov', description: 'Zoomgov.com' },
			{
				name: 'Custom',
				value: 'custom',
				description: 'Your own URLs, for example of a proxy or a test server',
			},
		],
		default: 'zoom',
		description: 'Zoom cloud of your account',
	},
	{
		displayName: 'Authorization URL',
		name: 'customAuthorizationUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://zoom.us/oauth/authorize',
		displayOptions: { show: { environment: ['custom'] } },
		description: 'Page on which users allow the connection',
	},
	{
		displayName: 'Token URL',
		name: 'customTokenUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://zoom.us/oauth/token',
		displayOptions: { show: { environment: ['custom'] } },
		description:
			'URL that returns access tokens. To revoke tokens, the node uses the same URL with "revoke" at its end.',
	},
	{
		displayName: 'API URL',
		name: 'customApiUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://api.zoom.us',
		displayOptions: { show: { environment: ['custom'] } },
		description: 'Base URL of the REST API, without /v2',
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
			"Plan of the Zoom account. It determines Zoom's rate limits. The node stays just below the limits.",
	},
	{
		displayName: 'Share of Rate Limit (%)',
		name: 'rateLimitShare',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 100,
		description:
			'How much of the rate limit n8n can use. Zoom counts the calls of all apps of an account together, but each n8n worker counts only its own. With two workers, enter 50. Enter less if other apps use the account.',
	},
	{
		displayName: 'Webhook Secret Token',
		name: 'webhookSecretToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Secret Token of the app at Zoom, from its page Features > Access (Feature in some apps). Needed only for the Zoom Trigger with a webhook, which rejects events that are not signed with it.',
	},
	...domainFields,
];
