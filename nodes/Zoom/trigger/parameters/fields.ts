import type { EncodeContext, Field } from '../../registry/types';
import { fileTypeChoices } from '../../resources/meetings/recording/recordingFiles';
import { meetingId, userId } from '../../values/identifiers';
import { splitList } from '../../values/lists';
import { anotherEvent, popularEvents } from '../events/popularEvents';

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
			description: 'For every kind of app. Zoom must be able to reach this n8n over https.',
		},
		{
			name: 'Webhook: Register Automatically',
			value: 'webhookAutomatic',
			description:
				'Creates and deletes the event subscription automatically. Zoom must be able to reach this n8n over https.',
		},
		{
			name: 'WebSocket: No Public URL Needed',
			value: 'webSocket',
			description: 'For account-level and Server-to-Server apps. n8n connects to Zoom.',
		},
	],
	default: 'webhook',
	description: 'How events reach n8n',
};

/** n8n shows links and lists in a notice, and no line breaks. */
const notices: Field[] = [
	{
		displayName: `<ul><li>1. Open ${APP_PAGE} at Zoom and go to Features > Access (Feature in some apps). Copy the Secret Token, and paste it into Webhook Secret Token in the credential.</li><li>2. Publish this workflow.</li><li>3. At Zoom, add the scopes of the events to the app. Below the Secret Token, turn on Event Subscription and add a subscription with the events of this node and the Production URL. Click Validate, then Save.</li><li>To test in the editor, add a second subscription with the Test URL, and click Validate while this node is listening.</li></ul>`,
		name: 'webhookNotice',
		type: 'notice',
		default: '',
		displayOptions: byDelivery('webhook'),
	},
	{
		displayName: `<ul><li>1. Open ${APP_PAGE} at Zoom and go to Features > Access (Feature in some apps). Copy the Secret Token, and paste it into Webhook Secret Token in the credential.</li><li>2. Under Scopes, add the scopes of the events of this node. A General App also needs user:read:user (account-level: user:read:user:admin). Then connect the credential of a General App again (account-level: as an admin), or deactivate and activate a Server-to-Server app.</li><li>3. Publish this workflow. n8n then creates the event subscription. It deletes the subscription when you unpublish the workflow.</li></ul>`,
		name: 'webhookAutomaticNotice',
		type: 'notice',
		default: '',
		displayOptions: byDelivery('webhookAutomatic'),
	},
	{
		displayName: `<ul><li>1. Open ${APP_PAGE} at Zoom and add the scopes of the events. Then go to Features > Access (Feature in some apps), turn on Event Subscription, and add a subscription with the method WebSocket and the events of this node. User-managed apps do not support WebSocket.</li><li>2. Save it. Copy its endpoint URL, and paste it into Socket URL.</li><li>3. Publish this workflow.</li><li>Zoom allows one connection per subscription, so use each subscription in only one n8n. Events that occur while n8n is not connected are lost: Zoom does not send them again.</li></ul>`,
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

/** n8n's nodes panel has an entry for each choice of a static list of this label, and chooses it. */
export const chosenEvents: Field = {
	displayName: 'Events',
	name: 'popularEvents',
	type: 'multiOptions',
	options: [...popularEvents, anotherEvent],
	default: [],
	description:
		'Events that start the workflow. For a Server-to-Server or account-level app, add :admin to the scope below an event. For all other events, use More Event Names or IDs.',
};

export const events: Field = {
	displayName: 'More Event Names or IDs',
	name: 'events',
	type: 'multiOptions',
	typeOptions: {
		loadOptionsMethod: 'getEvents',
		loadOptionsDependsOn: ['delivery', 'authentication'],
	},
	default: [],
	description:
		'More events that start the workflow, from all events of Zoom. Type to search. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const otherEvents: Field = {
	displayName: 'Other Events',
	name: 'otherEvents',
	type: 'string',
	default: '',
	placeholder: 'e.g. meeting.something_new',
	encode: (value) => splitList(String(value)),
	description: 'Comma-separated names of events that are missing from More Event Names or IDs',
};

/** Meetings and webinars by ID, or by their links. */
function sessionIds(value: unknown, context: EncodeContext): string[] {
	return splitList(String(value)).map((entry) => {
		const id = meetingId(entry, context);
		return /^\d+$/.test(id)
			? id
			: context.refuse('must be meeting or webinar IDs (digits), not UUIDs');
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
		'Only meetings and webinars of these users: email addresses, user IDs or me, separated by commas. The node looks up addresses at Zoom when you publish the workflow. Events without a host still start the workflow.',
};

export const meetingIds: Field = {
	displayName: 'Meeting or Webinar IDs',
	name: 'meetingIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 812 3456 7890, 934 5678 9012',
	encode: sessionIds,
	description:
		'Only these meetings and webinars, separated by commas. Events without a meeting ID still start the workflow.',
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
			'Only recording files of these types. If an event has only files of other types, the workflow does not start. Events without files still start it. Files without a type are kept.',
	},
	{
		displayName: 'Topic Contains',
		name: 'topic',
		type: 'string',
		default: '',
		placeholder: 'e.g. weekly review',
		description:
			'Only meetings and webinars with this text in their topic (not case-sensitive). Events without a topic still start the workflow.',
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
			'Whether to download the files of an event, such as recordings. Returns one item per file, with the file in the binary field "data".',
	},
	{
		displayName: 'Maximum Age (Minutes)',
		name: 'maximumAge',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1440 },
		default: DEFAULT_MAXIMUM_AGE,
		displayOptions: { hide: { '/delivery': ['webSocket'] } },
		description:
			'Maximum age of a delivery from Zoom. The node rejects older deliveries. When Zoom sends an event again, the age counts from the new delivery.',
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{
				name: 'Simplified',
				value: 'simplified',
				description:
					'The meeting, recording or other object at the top level, with readable times and IDs as text',
			},
			{ name: 'Unchanged', value: 'zoom', description: 'The body as Zoom sends it' },
		],
		default: 'zoom',
		description: 'Format of the output',
	},
	{
		displayName: 'Remove Duplicates',
		name: 'removeDuplicates',
		type: 'boolean',
		default: true,
		description: 'Whether to start the workflow only once if Zoom delivers an event more than once',
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
		description: 'Kind of Zoom app that receives the events',
	},
	delivery,
	...notices,
	socketUrl,
	chosenEvents,
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
