import type { EventBody } from '../../nodes/Zoom/trigger/events/eventBody';
import { shaped } from '../../nodes/Zoom/trigger/output/output';

const body: EventBody = {
	event: 'meeting.updated',
	event_ts: 1626230691572,
	payload: {
		account_id: 'AAAAAABBBB',
		operator: 'jane@example.com',
		operator_id: 'z8yCxjabcdEFGHfp8uQ',
		scope: 'single',
		old_object: { id: 1234567890, topic: 'Old' },
		object: { id: 1234567890, uuid: '4444AAAiAAAAAiAiAiiAii==', topic: 'New', duration: 60 },
	},
};

const simple = (event: EventBody) => shaped(event, { output: 'simplified' });

test('An item is the body as Zoom sent it, unless it is to be simple', () => {
	expect(shaped(body, { output: 'zoom' })).toBe(body);
});

describe('A simple item', () => {
	test('has the object at the top, the time readable and IDs as text', () => {
		expect(simple(body)).toEqual({
			event: 'meeting.updated',
			eventTime: '2021-07-14T02:44:51.572Z',
			accountId: 'AAAAAABBBB',
			operator: 'jane@example.com',
			operator_id: 'z8yCxjabcdEFGHfp8uQ',
			scope: 'single',
			old_object: { id: '1234567890', topic: 'Old' },
			id: '1234567890',
			uuid: '4444AAAiAAAAAiAiAiiAii==',
			topic: 'New',
			duration: 60,
		});
	});

	test('begins with what all events have', () => {
		expect(Object.keys(simple(body)).slice(0, 3)).toEqual(['event', 'eventTime', 'accountId']);
	});

	test('has text for IDs at any depth, and numbers for what only looks like one', () => {
		const object = {
			meeting_number: 1,
			participant: { user_id: 16778240, id: 2, paid: 3 },
			list: [{ registrant_id: 4, ids: [5] }],
		};
		expect(simple({ event: 'meeting.x', payload: { object } })).toEqual({
			event: 'meeting.x',
			meeting_number: '1',
			participant: { user_id: '16778240', id: '2', paid: 3 },
			list: [{ registrant_id: '4', ids: [5] }],
		});
	});

	test('keeps its name and time whatever the object calls so', () => {
		const object = { event: 'party', eventTime: 'late', accountId: 'B', id: 'x' };
		expect(
			simple({ event: 'calendar.event_create', event_ts: 0, payload: { account_id: 'A', object } }),
		).toEqual({
			event: 'calendar.event_create',
			eventTime: '1970-01-01T00:00:00.000Z',
			accountId: 'A',
			id: 'x',
		});
	});

	test('keeps the token that opens the files', () => {
		expect(simple({ ...body, download_token: 'secret' })).toMatchObject({
			download_token: 'secret',
		});
	});

	test.each<[string, EventBody, object]>([
		[
			'no object',
			{ event: 'meeting.rtms_started', event_ts: '1626230691572', payload: { meeting_uuid: 'x' } },
			{
				event: 'meeting.rtms_started',
				eventTime: '2021-07-14T02:44:51.572Z',
				meeting_uuid: 'x',
			},
		],
		['no payload', { event: 'bot_installed' }, { event: 'bot_installed' }],
		['an odd time', { event: 'x', event_ts: 'soon' }, { event: 'x' }],
		['a text for an object', { event: 'x', payload: { object: 't' } }, { event: 'x', object: 't' }],
		[
			'nothing for an object',
			{ event: 'x', payload: { object: null } },
			{ event: 'x', object: null },
		],
		[
			'a list for an object',
			{ event: 'x', payload: { account_id: 'A', time: 1, object: [{ id: 2, topic: 'T' }, 3] } },
			{ event: 'x', accountId: 'A', time: 1, object: [{ id: '2', topic: 'T' }, 3] },
		],
		[
			'a list for a payload',
			{ event: 'x', payload: [{ meeting_id: 1 }] },
			{ event: 'x', payload: [{ meeting_id: '1' }] },
		],
		['a text for a payload', { event: 'x', payload: 'text' }, { event: 'x', payload: 'text' }],
		['nothing for a payload', { event: 'x', payload: null }, { event: 'x', payload: null }],
	])('makes what there is of an event with %s', (_, event, expected) => {
		expect(simple(event)).toEqual(expected);
	});
});
