import type { IDataObject } from 'n8n-workflow';
import { labelOfApiName } from '../../../nodes/Zoom/registry/fieldNames';
import type { Field, RestOperation } from '../../../nodes/Zoom/registry/types';
import { isIdempotent } from '../../../nodes/Zoom/registry/endpoint';
import { buildRequest } from '../../../nodes/Zoom/values/request';
import {
	messageOf,
	requestOf,
	restOperation,
	restOperations,
} from '../../support/registry/registry';

const text = (name: string, more: Partial<Field>): Field => ({
	displayName: name.toUpperCase(),
	name,
	type: 'string',
	default: '',
	...more,
});

/** An endpoint that does not exist, to show what is derived from a literal. */
const operation = (more: Partial<RestOperation> = {}): RestOperation => ({
	name: 'Get',
	value: 'get',
	action: 'Get a thing',
	description: 'Get a thing',
	method: 'POST',
	path: '/things/{thingId}/parts/{partId}',
	scopes: [],
	classicScopes: [],
	rate: 'light',
	fields: [
		text('thingId', { in: 'path', required: true }),
		text('partId', { in: 'path', required: true }),
		text('topic', { in: 'body' }),
		text('pageSize', { in: 'query' }),
	],
	optional: [
		text('email', { in: 'body', apiName: 'user_info.email' }),
		text('type', { in: 'body', apiName: 'user_info.feature.type' }),
		text('phone', { in: 'body', apiName: 'user_info.feature.phone' }),
		text('day', { in: 'query', apiName: 'date', encode: (value) => `on ${String(value)}` }),
	],
	...more,
});
const ids = { thingId: '1', partId: '2' };

describe('Where a value goes', () => {
	test('into the place of the path, query or body its field names, in snake_case', () => {
		const values = { ...ids, topic: 'Review', pageSize: 30 };
		expect(buildRequest(operation(), values, 'UTC')).toMatchObject({
			method: 'POST',
			path: '/things/1/parts/2',
			query: { page_size: 30 },
			body: { topic: 'Review' },
		});
	});

	test("under Zoom's own name where there is one, dots nesting side by side", () => {
		const values = { ...ids, email: 'a@example.com', type: 1, phone: false };
		expect(buildRequest(operation(), values, 'UTC').body).toEqual({
			user_info: { email: 'a@example.com', feature: { type: 1, phone: false } },
		});
	});

	test('as its field encodes it', () => {
		expect(buildRequest(operation(), { ...ids, day: 'Monday' }, 'UTC').query).toEqual({
			date: 'on Monday',
		});
	});

	test('nowhere when it is not set', () => {
		const request = buildRequest(operation(), ids, 'UTC');
		expect(request.query).toEqual({});
		expect(request.body).toEqual({});
	});

	test.each(['GET', 'DELETE'] as const)('%s has no body at all', (method) => {
		expect(buildRequest(operation({ method }), ids, 'UTC').body).toBeUndefined();
	});

	test('beside what the operation itself sends, which stays as it is', () => {
		const fixed = operation({ body: { action: 'end' } });
		expect(buildRequest(fixed, { ...ids, topic: 'x' }, 'UTC').body).toEqual({
			action: 'end',
			topic: 'x',
		});
		expect(fixed.body).toEqual({ action: 'end' });
	});

	test('for collections and entries, at any depth', () => {
		const settings: Field = text('settings', {
			type: 'collection',
			in: 'body',
			options: [
				text('waitingRoom', {}),
				text('breakoutRoom', {
					type: 'collection',
					options: [
						text('rooms', {
							type: 'fixedCollection',
							options: [
								{
									displayName: 'Room',
									name: 'room',
									values: [text('roomName', { apiName: 'name' })],
								},
							],
						}),
					],
				}),
			],
		});
		const values = {
			...ids,
			settings: { waitingRoom: true, breakoutRoom: { rooms: [{ roomName: 'A' }, {}] } },
		};
		expect(buildRequest(operation({ optional: [settings] }), values, 'UTC').body).toEqual({
			settings: { waiting_room: true, breakout_room: { rooms: [{ name: 'A' }, {}] } },
		});
	});

	test('an encoder that refuses names the field with all that it is in', () => {
		const rooms = text('rooms', {
			type: 'fixedCollection',
			in: 'body',
			options: [
				{
					displayName: 'Room',
					name: 'room',
					values: [text('day', { encode: (_, { refuse }) => refuse('must be a day') })],
				},
			],
		});
		const build = () =>
			buildRequest(operation({ optional: [rooms] }), { ...ids, rooms: [{}, { day: 1 }] }, 'UTC');
		expect(messageOf(build)).toBe('ROOMS > Room 2 > DAY: must be a day');
	});
});

describe('A path value', () => {
	const pathOf = (thingId: string) => buildRequest(operation(), { ...ids, thingId }, 'UTC').path;

	test.each([
		['plain', 'plain'],
		['a b', 'a%20b'],
		['a/b', 'a%2Fb'],
		['a?b#c&d', 'a%3Fb%23c%26d'],
		['a%2Fb', 'a%252Fb'],
		['jürgen@example.com', 'j%C3%BCrgen%40example.com'],
		['...', '...'],
		['..a', '..a'],
		['$&', '%24%26'],
		['{partId}', '%7BpartId%7D'],
		// Zoom decodes these twice.
		['/a', '%252Fa'],
		['a//b', 'a%252F%252Fb'],
		['/', '%252F'],
	])('%s is sent as %s', (value, encoded) => {
		expect(pathOf(value)).toBe(`/things/${encoded}/parts/2`);
	});

	test.each(['.', '..'])('%s is refused, since it would lead elsewhere', (value) => {
		expect(messageOf(() => pathOf(value))).toBe('THINGID: must not be . or ..');
	});
});

describe('The calls of real operations', () => {
	const host = { userId: 'jane@example.com' };
	const it = { meetingId: '812 3456 7890' };
	const updateFields = { topic: 'New' };
	const calls: [string, IDataObject, string, IDataObject, IDataObject | undefined][] = [
		['meeting.create', host, 'POST /users/jane%40example.com/meetings', {}, {}],
		['meeting.delete', it, 'DELETE /meetings/81234567890', {}, undefined],
		['meeting.end', it, 'PUT /meetings/81234567890/status', {}, { action: 'end' }],
		['meeting.recover', it, 'PUT /meetings/81234567890/status', {}, { action: 'recover' }],
		['meeting.get', it, 'GET /meetings/81234567890', {}, undefined],
		['meeting.getInvitation', it, 'GET /meetings/81234567890/invitation', {}, undefined],
		['meeting.getAll', host, 'GET /users/jane%40example.com/meetings', {}, undefined],
		['meeting.getUpcoming', host, 'GET /users/jane%40example.com/upcoming_meetings', {}, undefined],
		[
			'meeting.update',
			{ ...it, updateFields },
			'PATCH /meetings/81234567890',
			{},
			{ topic: 'New' },
		],
		[
			'user.create',
			{ email: 'a@example.com' },
			'POST /users',
			{},
			{ action: 'create', user_info: { email: 'a@example.com', type: 1 } },
		],
		[
			'user.delete',
			host,
			'DELETE /users/jane%40example.com',
			{ action: 'disassociate' },
			undefined,
		],
		['user.get', {}, 'GET /users/me', {}, undefined],
		['user.getAll', { filters: { roleId: '2' } }, 'GET /users', { role_id: '2' }, undefined],
		['user.getSettings', {}, 'GET /users/me/settings', {}, undefined],
		[
			'user.getToken',
			{ additionalFields: { type: 'zak', ttl: 60 } },
			'GET /users/me/token',
			{ type: 'zak', ttl: 60 },
			undefined,
		],
		['user.getZak', {}, 'GET /users/me/zak', {}, undefined],
		['user.update', { updateFields: { dept: 'IT' } }, 'PATCH /users/me', {}, { dept: 'IT' }],
		[
			'user.updateStatus',
			{ action: 'deactivate' },
			'PUT /users/me/status',
			{},
			{ action: 'deactivate' },
		],
	];

	test.each(calls)('%s with %j: %s', (name, given, call, query, body) => {
		const request = requestOf(name, given);
		expect(`${request.method} ${request.path}`).toBe(call);
		expect(request.query).toEqual(query);
		expect(request.body).toEqual(body);
	});
});

describe('The time from one day to another', () => {
	const days = ['from', 'to'].map((name) => text(name, { in: 'query' }));
	const ask = (from: string | undefined, to: string | undefined, longest?: 'month') =>
		buildRequest(
			operation({ path: '/things', fields: [], optional: days, maxRange: longest }),
			{ ...(from && { from }), ...(to && { to }) },
			'UTC',
			Date.parse('2026-08-05T23:00:00Z'),
		).query;

	test.each([
		['2026-07-05', '2026-07-05', undefined],
		['2026-01-01', '2026-07-05', undefined],
		['2026-07-05', '2026-08-05', 'month'],
		['2026-01-31', '2026-02-28', 'month'],
		['2026-07-05', undefined, 'month'],
		[undefined, '2026-07-05', 'month'],
		['2026-07-05T10:00:00Z', '2026-07-05T10:00:00Z', 'month'],
	] as const)('%s to %s, at most a %s, is asked for', (from, to, longest) => {
		expect(ask(from, to, longest)).toEqual({ ...(from && { from }), ...(to && { to }) });
	});

	const tooLong = 'To: must be at most one month after From, because Zoom returns no more at once';
	test.each([
		['2026-07-05', '2026-07-04', undefined, 'To: must not be before From'],
		['2026-07-05T10:00:00Z', '2026-07-05T09:59:59Z', undefined, 'To: must not be before From'],
		['2026-07-05', '2026-08-06', 'month', tooLong],
		['2026-01-31', '2026-03-01', 'month', tooLong],
		[
			'2026-07-04',
			undefined,
			'month',
			'To: must be at most one month after From (today if it is not set), because Zoom returns no more at once',
		],
	] as const)('%s to %s, at most a %s, is refused', (from, to, longest, sentence) => {
		expect(messageOf(() => ask(from, to, longest))).toBe(sentence);
	});
});

describe('Whether a call may be made twice', () => {
	test.each([
		['GET', true],
		['PUT', true],
		['DELETE', true],
		['POST', false],
		['PATCH', false],
	] as const)('%s: %s', (method, expected) => {
		expect(isIdempotent(operation({ method }))).toBe(expected);
	});

	test('unless the operation says otherwise', () => {
		expect(isIdempotent(operation({ method: 'POST', idempotent: true }))).toBe(true);
		expect(isIdempotent(operation({ method: 'GET', idempotent: false }))).toBe(false);
	});

	test('only what creates something, or makes something happen in a meeting, is not', () => {
		const unsafe = restOperations.filter((entry) => !isIdempotent(entry.operation));
		const others = unsafe.filter(({ operation: { value } }) => !value.startsWith('create'));
		expect(others.map(({ name }) => name)).toEqual([
			'meeting.sendControl',
			'meeting.updateLivestreamStatus',
			'webinar.updateLivestreamStatus',
		]);
	});
});

describe('Members of the body given as JSON', () => {
	const json = text('moreJson', { type: 'json', in: 'body', flatten: true });
	const withJson = operation({
		optional: [...(operation().optional ?? []), json, text('note', { in: 'node' })],
	});
	const bodyOf = (values: object) =>
		buildRequest(withJson, { thingId: 'a', partId: 'b', ...values }, 'UTC').body;

	test('stand beside those of fields, and over them', () => {
		const moreJson = {
			topic: 'Theirs',
			user_info: { feature: { type: 2 }, tags: ['x'] },
			more: null,
		};
		expect(bodyOf({ topic: 'Ours', email: 'e', type: 1, phone: 'p', moreJson })).toEqual({
			topic: 'Theirs',
			user_info: { email: 'e', feature: { type: 2, phone: 'p' }, tags: ['x'] },
			more: null,
		});
	});

	test('replace what is no object as a whole', () => {
		expect(bodyOf({ topic: 'Ours', moreJson: { topic: { deep: 1 } } })).toEqual({
			topic: { deep: 1 },
		});
	});

	test('may have any name, and change nothing but the body', () => {
		const moreJson = JSON.parse('{"__proto__": {"polluted": true}}') as IDataObject;
		expect(Object.keys(bodyOf({ moreJson }) ?? {})).toEqual(['__proto__']);
		expect(({} as IDataObject).polluted).toBeUndefined();
	});

	test('what is for the node itself is not sent', () => {
		expect(bodyOf({ note: 'mine' })).toEqual({});
	});
});

describe("The label of what Zoom's errors name", () => {
	test.each([
		['meeting.create', 'topic', 'Topic'],
		['meeting.create', 'settings.jbh_time', 'Settings > Join Before Host Time'],
		['meeting.create', 'recurrence.weekly_days', 'Recurrence > Weekdays'],
		['user.create', 'user_info.email', 'Email'],
		['user.create', 'user_info.feature.zoom_phone', 'Zoom Phone'],
		['meeting.create', 'settings.unknown', undefined],
		['meeting.create', 'set', undefined],
		['meeting.create', 'settings_audio', undefined],
		[
			'meetingRegistrant.create',
			'custom_questions[1].title',
			'Custom Questions > Answer 2 > Question',
		],
		['webinarPanelist.create', 'panelists[0].email', 'Panelists > Panelist 1 > Email'],
		['webinarPanelist.create', 'panelists[0]', 'Panelists > Panelist 1'],
		['webinarPanelist.create', 'panelists[0].nothing', undefined],
		['webinarPanelist.create', 'panelists.email', undefined],
		['webinarPanelist.create', 'panelists[0', undefined],
	])('%s %s: %s', (name, key, label) => {
		expect(labelOfApiName(restOperation(name), key)).toBe(label);
	});
});
