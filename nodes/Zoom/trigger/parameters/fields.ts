import type { EncodeContext, Field } from '../../registry/types';
import { fileTypeChoices } from '../../resources/meetings/recording/recordingFiles';
import { meetingId, userId } from '../../values/identifiers';
import { splitList } from '../../values/lists';

/** Stands for every event the subscription sends. */
export const ALL_EVENTS = '*';

const APP_PAGE = '<a href="https://marketplace.zoom.us/user/build" target="_blank">your app</a>';

const byDelivery = (...delivery: string[]): Field['displayOptions'] => ({ show: { delivery } });

const delivery: Field = {
	displayName: 'Delivery',
	name: 'delivery',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Webhook: I Paste the URL Into Zoom',
			value: 'webhook',
			description: 'For every kind of app; Zoom must be able to reach this n8n by https',
		},
		{
			name: 'Webhook: Register Automatically',
			value: 'webhookAutomatic',
			description:
				'The event subscription is made and removed by n8n, which Zoom must be able to reach by https',
		},
		{
			name: 'WebSocket: No Public URL Needed',
			value: 'webSocket',
			description: 'For account-level and Server-to-Server apps; n8n connects to Zoom',
		},
	],
	default: 'webhook',
	description: 'How events come to n8n',
};

/** n8n shows links and lists in a notice, and no line breaks. */
const notices: Field[] = [
	{
		displayName: `<ul><li>Open ${APP_PAGE} at Zoom, then Access, and copy the Secret Token into the credential, as Webhook Secret Token.</li><li>Activate this workflow.</li><li>At Zoom, below the Secret Token, add an event subscription with the events chosen here and the Production URL as endpoint URL, click Validate and save. The app needs the scopes of the events, too.</li><li>To try it in the editor, add a second subscription with the Test URL and validate it while this node listens.</li></ul>`,
		name: 'webhookNotice',
		type: 'notice',
		default: '',
		displayOptions: byDelivery('webhook'),
	},
	{
		displayName: `<ul><li>Open ${APP_PAGE} at Zoom, then Access, and copy the Secret Token into the credential, as Webhook Secret Token: Zoom gives it to nobody else.</li><li>Under Scopes, add those of the events chosen here; a General App needs user:read:user, too (account-level: user:read:user:admin), and an account-level one has to be authorized in the account.</li><li>Activate this workflow. n8n makes the event subscription then, and removes it when the workflow is deactivated.</li></ul>`,
		name: 'webhookAutomaticNotice',
		type: 'notice',
		default: '',
		displayOptions: byDelivery('webhookAutomatic'),
	},
	{
		displayName: `<ul><li>Open ${APP_PAGE} at Zoom, then Access, and add an event subscription with the method WebSocket and the events chosen here. A user-managed app has none.</li><li>Save it, and copy its endpoint URL below.</li><li>Activate this workflow.</li><li>Zoom allows one connection for each subscription, so use it in one n8n only. What happens while n8n is not connected is lost: Zoom does not send it again.</li></ul>`,
		name: 'webSocketNotice',
		type: 'notice',
		default: '',
		displayOptions: byDelivery('webSocket'),
	},
];

export const socketUrl: Field = {
	displayName: 'Socket URL',
	name: 'socketUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. wss://ws.zoom.us/ws?subscriptionId=…',
	displayOptions: byDelivery('webSocket'),
	description:
		'The endpoint URL that Zoom shows for the event subscription, or its subscription ID',
};

export const events: Field = {
	displayName: 'Event Names or IDs',
	name: 'events',
	type: 'multiOptions',
	typeOptions: {
		loadOptionsMethod: 'getEvents',
		loadOptionsDependsOn: ['delivery', 'authentication'],
	},
	default: [],
	description:
		'What starts the workflow; type to search. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const otherEvents: Field = {
	displayName: 'Other Events',
	name: 'otherEvents',
	type: 'string',
	default: '',
	placeholder: 'e.g. meeting.something_new',
	encode: (value) => splitList(String(value)),
	description: 'Names of events that are not in the list yet, separated by commas',
};

/** Meetings and webinars by ID, or by their links. */
function sessionIds(value: unknown, context: EncodeContext): string[] {
	return splitList(String(value)).map((entry) => {
		const id = meetingId(entry, context);
		return /^\d+$/.test(id)
			? id
			: context.refuse('must be IDs of meetings or webinars (digits), not UUIDs');
	});
}

export const hosts: Field = {
	displayName: 'Hosts',
	name: 'hosts',
	type: 'string',
	default: '',
	placeholder: 'e.g. jane@example.com',
	encode: (value, context) => splitList(String(value)).map((entry) => userId(entry, context)),
	description:
		'Only meetings and webinars of these users: e-mail addresses, user IDs or me, separated by commas. Addresses are looked up at Zoom when the workflow is activated. An event that names no host passes.',
};

export const meetingIds: Field = {
	displayName: 'Meeting or Webinar IDs',
	name: 'meetingIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 812 3456 7890, 934 5678 9012',
	encode: sessionIds,
	description:
		'Only these meetings and webinars, separated by commas. An event that is about none passes.',
};

/** What is told apart among the chosen events. */
export const filterFields: Field[] = [
	hosts,
	meetingIds,
	{
		displayName: 'Recording File Types',
		name: 'fileTypes',
		type: 'multiOptions',
		options: fileTypeChoices,
		default: [],
		description:
			'Only these files of a recording; an event that has files, but none of these, starts nothing. An event without files, and a file without a type, pass.',
	},
	{
		displayName: 'Topic Contains',
		name: 'topic',
		type: 'string',
		default: '',
		placeholder: 'e.g. weekly review',
		description:
			'Only meetings and webinars with this in their topic, in capitals or not. An event without a topic passes.',
	},
];

/** Minutes: Zoom signs every repeat anew, so this has to cover only the way here and clocks that differ. */
export const DEFAULT_MAXIMUM_AGE = 10;

/** How events are received and handed on. */
export const optionFields: Field[] = [
	{
		displayName: 'Download Recordings',
		name: 'downloadRecordings',
		type: 'boolean',
		default: false,
		description:
			'Whether to fetch the files an event tells of, such as those of a recording: an item for each file, with the file in its binary field "data"',
	},
	{
		displayName: 'Maximum Age (Minutes)',
		name: 'maximumAge',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1440 },
		default: DEFAULT_MAXIMUM_AGE,
		displayOptions: { hide: { '/delivery': ['webSocket'] } },
		description:
			'How long ago Zoom may have signed a delivery. Older deliveries are refused. Zoom signs a repeated delivery with its current time.',
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{
				name: 'Simplified',
				value: 'simplified',
				description: 'The object in question at the top, times readable, IDs as text',
			},
			{ name: 'Unchanged', value: 'zoom', description: 'The body as Zoom sends it' },
		],
		default: 'zoom',
		description: 'What an item looks like',
	},
	{
		displayName: 'Remove Duplicates',
		name: 'removeDuplicates',
		type: 'boolean',
		default: true,
		description: 'Whether an event that Zoom delivers more than once starts the workflow once only',
	},
];

/** The node's parameters, from top to bottom. */
export const triggerFields: Field[] = [
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
		description: 'The kind of app at Zoom that is to receive the events',
	},
	delivery,
	...notices,
	socketUrl,
	events,
	otherEvents,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: filterFields,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: optionFields,
	},
];
