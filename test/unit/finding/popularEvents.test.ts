import type { INodeParameters, INodePropertyOptions } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { publishedEvents } from '../../../nodes/Zoom/trigger/events/events';
import { popularEvents } from '../../../nodes/Zoom/trigger/events/popularEvents';
import { readSettings } from '../../../nodes/Zoom/trigger/parameters/settings';
import { ZoomTrigger } from '../../../nodes/Zoom/ZoomTrigger.node';
import { credentialsFor } from '../../support/trigger/triggerCredentials';
import { install } from '../../support/trigger/triggerEngine';

const { description } = new ZoomTrigger();
// n8n's nodes panel makes its entries of the first parameter with one of these labels.
const list = description.properties.find(({ displayName }) =>
	['event', 'events', 'trigger on'].includes(displayName.toLowerCase()),
)!;
const options = list.options as INodePropertyOptions[];

/** The node's parameters, as n8n stores and fills them. */
const filled = (parameters: INodeParameters) =>
	NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		{ typeVersion: 1 },
		description,
	) as INodeParameters;
const wanted = (parameters: INodeParameters) =>
	readSettings((name) => filled(parameters)[name] ?? null).wanted;

describe('The entries of the nodes panel', () => {
	test('are the popular events and the way to all others', () => {
		expect(list).toMatchObject({ name: 'popularEvents', type: 'multiOptions' });
		const actions = options.map(({ action }) => action);
		expect(actions).toEqual(expect.arrayContaining(['On recording completed', 'On meeting ended']));
		expect(actions.at(-1)).toBe('On another event');
		expect(new Set(actions).size).toBe(options.length);
		expect(options.length).toBeGreaterThanOrEqual(15);
	});

	test.each(popularEvents.map(({ value, action }) => [String(value), action]))(
		'%s is chosen by "%s"',
		(value) => {
			expect(wanted({ popularEvents: [value] })).toEqual([value]);
		},
	);

	test("have the titles and scopes of Zoom's events", async () => {
		const published = new Map((await publishedEvents()).map((each) => [each.event.name, each]));
		for (const { name, value, description: text } of popularEvents) {
			const { product, event } = published.get(String(value))!;
			expect(name).toBe(`${product} ${event.title}`);
			const scope = /Needs (\S+)\.$/.exec(String(text))?.[1];
			expect(event.scopes?.includes(scope!)).toBe(scope && true);
		}
	});
});

test.each<[INodeParameters, string[] | undefined]>([
	[{ events: ['meeting.started'] }, ['meeting.started']],
	[{ events: ['phone.sms_sent'], otherEvents: 'a.b' }, ['phone.sms_sent', 'a.b']],
	[{ events: ['*'] }, undefined],
])(
	'A workflow stored before there was a list of popular events, with %j, waits for the same',
	(stored, expected) => {
		expect(filled(stored)).toMatchObject({ ...stored, popularEvents: [] });
		expect(wanted(stored)).toEqual(expected);
	},
);

describe('The line below the node', () => {
	test.each<[INodeParameters, string]>([
		[{ events: ['meeting.started', 'user.created'] }, 'meeting.started, user.created'],
		[{ popularEvents: ['meeting.ended', 'other'], events: ['a.b'] }, 'meeting.ended, a.b'],
		[{}, ''],
	])('of %j is "%s"', (parameters, expected) => {
		const { workflow, node } = install(credentialsFor('http://127.0.0.1:9'), 'user', parameters);
		const shown = workflow.expression.getSimpleParameterValue(
			node,
			description.subtitle,
			'internal',
			{},
		);
		expect(shown).toBe(expected);
	});
});
