import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import type { Field } from '../../nodes/Zoom/registry/types';
import { triggerFields } from '../../nodes/Zoom/trigger/parameters/fields';
import { readSettings } from '../../nodes/Zoom/trigger/parameters/settings';
import { ZoomTrigger } from '../../nodes/Zoom/ZoomTrigger.node';
import { credentialsFor } from '../support/trigger/triggerCredentials';
import { install } from '../support/trigger/triggerEngine';

const { description } = new ZoomTrigger();
const DELIVERIES = ['webhook', 'webhookAutomatic', 'webSocket'];

const filled = (parameters: INodeParameters) =>
	NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		{ typeVersion: 1 },
		description,
	) as INodeParameters;
const isShown = (parameters: INodeParameters, property: { displayOptions?: object }) =>
	NodeHelpers.displayParameter(
		parameters,
		property as INodeProperties,
		{ typeVersion: 1 },
		description,
	);
const credentials = credentialsFor('http://127.0.0.1:9');

test('A new node waits for a webhook that is pasted into Zoom', () => {
	expect(filled({})).toMatchObject({
		authentication: 'oAuth2',
		delivery: 'webhook',
		popularEvents: [],
		events: [],
		otherEvents: '',
		filters: {},
		options: {},
	});
});

test.each(DELIVERIES)('With delivery %s there is one notice, and what it takes', (delivery) => {
	const parameters = filled({ delivery });
	const shown = description.properties.filter((property) => isShown(parameters, property));
	expect(shown.map(({ name }) => name)).toEqual([
		'authentication',
		'delivery',
		`${delivery}Notice`,
		...(delivery === 'webSocket' ? ['socketUrl'] : []),
		...['popularEvents', 'events', 'otherEvents', 'filters', 'options'],
	]);
	const notice = String(shown.find(({ type }) => type === 'notice')?.displayName);
	expect(notice).toMatch(/marketplace\.zoom\.us/);
	// n8n drops all other tags, and what they stand for with them.
	expect(notice.match(/<(?!\/?(?:a|ul|li)\b)/)).toBeNull();
	expect(notice).toMatch(
		delivery === 'webSocket' ? /endpoint URL, and paste it into Socket URL/ : /Secret Token/,
	);
});

test.each([
	['oAuth2', 'zoomGeneralAppOAuth2Api'],
	['serverToServer', 'zoomServerToServerOAuth2Api'],
])('With authentication %s the credential is %s', (authentication, expected) => {
	const asked = (description.credentials ?? []).filter((credential) =>
		isShown({ authentication }, credential),
	);
	expect(asked.map(({ name }) => name)).toEqual([expected]);
	const settings = readSettings((name) => ({ authentication, events: ['a.b'] })[name] ?? null);
	expect(settings.credentialType).toBe(expected);
});

describe('The webhook', () => {
	const [webhook] = description.webhooks ?? [];
	const evaluated = (delivery: string, property: string) => {
		const { workflow, node } = install(credentials, 'user', { delivery });
		return workflow.expression.getSimpleParameterValue(node, webhook[property], 'internal', {});
	};

	test.each([
		['webhook', 'POST', false],
		['webhookAutomatic', 'POST', true],
		['webSocket', '', true],
	])(
		'with delivery %s has the method "%s", and its address is hidden: %s',
		(delivery, method, hidden) => {
			expect(evaluated(delivery, 'httpMethod')).toBe(method);
			expect(evaluated(delivery, 'ndvHideUrl')).toBe(hidden);
		},
	);

	test('is answered at once and without a body', () => {
		expect(webhook).toMatchObject({
			name: 'default',
			path: 'zoom',
			responseMode: 'onReceived',
			responseData: 'noData',
		});
	});
});

test('What is offered in a collection comes in the order of its labels', () => {
	for (const name of ['filters', 'options']) {
		const { options = [] } = description.properties.find((property) => property.name === name)!;
		const labels = options.map((option) => ('displayName' in option ? option.displayName : ''));
		expect(labels).toEqual([...labels].sort());
	}
});

test('Descriptions say which events a filter leaves alone', () => {
	const { options } = triggerFields.find(({ name }) => name === 'filters')!;
	for (const { name, description: text } of options as Field[]) {
		expect([name, text]).toEqual([name, expect.stringMatching(/Events without .+ still start/)]);
	}
});

test('The description is small: the events are not in it', () => {
	expect(JSON.stringify(description).length).toBeLessThan(16 * 1024);
});

test('n8n finds the node by what people look for', () => {
	const codex = JSON.parse(
		readFileSync(join(__dirname, '../../nodes/Zoom/ZoomTrigger.node.json'), 'utf8'),
	) as { node: string; alias: string[] };
	expect(codex.node).toBe('n8n-nodes-zoom.zoomTrigger');
	expect(codex.alias).toEqual(expect.arrayContaining(['webhook', 'websocket']));
});

describe('The events to choose from', () => {
	const choices = async (more: Record<string, unknown> = {}, credential = 'user') =>
		await install(credentials, credential, more).events();

	test('are all that Zoom publishes, below the one for all of them', async () => {
		const found = await choices();
		expect(found).toHaveLength(575);
		expect(found.slice(0, 2)).toEqual([
			{
				name: 'All Events (*)',
				value: '*',
				description: 'All events of the event subscription at Zoom',
			},
			expect.objectContaining({ value: 'recording.completed' }),
		]);
	});

	test("are found by words and by Zoom's names", async () => {
		const found = await choices();
		expect(found.find(({ value }) => value === 'recording.transcript_completed')).toEqual({
			name: 'Recording Transcript Completed (recording.transcript_completed)',
			value: 'recording.transcript_completed',
			description: 'Needs cloud_recording:read:recording (scope missing)',
		});
	});

	test('say which scope they need, and which of them the connection lacks', async () => {
		const found = new Map((await choices()).map(({ value, description: text }) => [value, text]));
		expect(found.get('meeting.started')).toBe('Needs meeting:read:meeting');
		expect(found.get('meeting.participant_joined')).toBe(
			'Needs meeting:read:participant (scope missing)',
		);
		expect(found.get('user.created')).toBeUndefined();
	});

	test('say it in the names of the app, and nothing of what is lacking before it is connected', async () => {
		const found = await choices({ authentication: 'serverToServer' }, 'serverToServer');
		expect(found.find(({ value }) => value === 'meeting.started')?.description).toBe(
			'Needs meeting:read:meeting:admin',
		);
	});

	test('are there without a credential', async () => {
		const found = await choices({}, 'nobody');
		expect(found).toHaveLength(575);
		expect(found[1].description).not.toMatch(/missing/);
	});

	test('are named one by one where n8n registers them', async () => {
		const found = await choices({ delivery: 'webhookAutomatic' });
		expect(found).toHaveLength(574);
		expect(found.map(({ value }) => value)).not.toContain('*');
	});
});
