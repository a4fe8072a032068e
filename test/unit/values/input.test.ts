import { requestOptionFields, requestOptions } from '../../../nodes/Zoom/form/requestOptions';
import type { Field } from '../../../nodes/Zoom/registry/types';
import { readCollection, readFields, readInput } from '../../../nodes/Zoom/values/input';
import { messageOf, operationNamed, requestOf } from '../../support/registry/registry';

/** Body of the request for a new meeting with these optional fields. */
const newMeeting = (additionalFields: unknown) =>
	requestOf('meeting.create', { additionalFields }).body;

describe('What the user set is sent, whatever it is', () => {
	test.each([
		['false', { preSchedule: false }, { pre_schedule: false }],
		['an empty text', { agenda: '' }, { agenda: '' }],
		['zero as a choice', { settings: { jbhTime: 0 } }, { settings: { jbh_time: 0 } }],
		[
			'zero as a number',
			{ type: 8, recurrence: { type: 1, endTimes: 0 } },
			{ type: 8, recurrence: { type: 1, end_times: 0 } },
		],
		['false inside', { settings: { waitingRoom: false } }, { settings: { waiting_room: false } }],
		['an empty collection', { settings: {} }, { settings: {} }],
		['a list without entries', { trackingFields: {} }, { tracking_fields: [] }],
		[
			'false two levels down',
			{ settings: { breakoutRoom: { enable: false } } },
			{ settings: { breakout_room: { enable: false } } },
		],
		[
			'no blank of an entry, which n8n puts into every new one',
			{ settings: { breakoutRoom: { rooms: { room: [{ name: '', participants: 'a@b.c' }] } } } },
			{ settings: { breakout_room: { rooms: [{ participants: ['a@b.c'] }] } } },
		],
		[
			'an empty value in an entry, which takes away the one before',
			{ trackingFields: { trackingField: [{ field: 'Team', value: '' }] } },
			{ tracking_fields: [{ field: 'Team', value: '' }] },
		],
	])('%s', (_, additionalFields, body) => {
		expect(newMeeting(additionalFields)).toEqual(body);
	});

	test.each([
		['meeting', 8],
		['webinar', 9],
	])('of a new %s with a recurrence the type that recurs, unless it says another', (name, type) => {
		const bodyOf = (operation: string, given: object) =>
			requestOf(`${name}.${operation}`, { [`${name}Id`]: '1', ...given }).body;
		const recurrence = { type: 1 };
		expect(bodyOf('create', { additionalFields: { recurrence } })).toEqual({ type, recurrence });
		expect(bodyOf('create', { additionalFields: { type, recurrence } })).toEqual({
			type,
			recurrence,
		});
		expect(bodyOf('create', { additionalFields: { agenda: 'x' } })).toEqual({ agenda: 'x' });
		expect(bodyOf('update', { updateFields: { recurrence } })).toEqual({ recurrence });
	});

	test('of a phone number what was filled in', () => {
		const phoneNumber = [{ country: '', code: '', label: 'Mobile', number: '1701234567' }];
		const updateFields = { phoneNumbers: { phoneNumber } };
		expect(requestOf('user.update', { updateFields }).body).toEqual({
			phone_numbers: [{ label: 'Mobile', number: '1701234567' }],
		});
	});

	test('false in a query', () => {
		const filters = { additionalFields: { scheduleForReminder: false } };
		expect(requestOf('meeting.delete', { meetingId: '1', ...filters }).query).toEqual({
			schedule_for_reminder: false,
		});
	});

	test('zero and false in an update', () => {
		const updateFields = { loginType: 0, usePmi: false, dept: '' };
		const request = requestOf('user.update', { updateFields });
		expect(request.query).toEqual({ login_type: 0 });
		expect(request.body).toEqual({ use_pmi: false, dept: '' });
	});
});

describe('What the user did not set is not sent', () => {
	test.each([
		['no field', {}],
		['an absent collection', null],
		['null, which an expression may give', { agenda: null, settings: null }],
		['undefined, which an expression may give', { agenda: undefined }],
	])('%s', (_, additionalFields) => {
		expect(newMeeting(additionalFields) ?? {}).toEqual({});
	});

	test('an empty optional field at the top', () => {
		expect(requestOf('meeting.create', { topic: '' }).body ?? {}).toEqual({});
		expect(requestOf('meeting.create', { topic: 'Review' }).body).toEqual({ topic: 'Review' });
	});

	test('fields of the other operations, and unknown ones', () => {
		expect(newMeeting({ showPreviousOccurrences: true, nonsense: 1 }) ?? {}).toEqual({});
	});

	test('a default never stands in for what is not set', () => {
		expect(newMeeting({ settings: { audio: 'voip' } })).toEqual({ settings: { audio: 'voip' } });
	});
});

describe('What expressions hand over as text or number means what it says', () => {
	test.each([
		['text for a number', { duration: '60' }, { duration: 60 }],
		['text with blanks for a number', { duration: ' 60 ' }, { duration: 60 }],
		['"true" for a switch', { preSchedule: 'true' }, { pre_schedule: true }],
		['"false" for a switch', { preSchedule: 'false' }, { pre_schedule: false }],
		['text for a choice that is a number', { type: '2' }, { type: 2 }],
		['a number for text', { agenda: 7 }, { agenda: '7' }],
		[
			'commas for a list',
			{ settings: { globalDialInCountries: 'US, DE,,FR ' } },
			{ settings: { global_dial_in_countries: ['US', 'DE', 'FR'] } },
		],
		[
			'a list for text with commas',
			{ settings: { globalDialInCountries: ['US', 'DE'] } },
			{ settings: { global_dial_in_countries: ['US', 'DE'] } },
		],
		[
			'commas and blanks for domains',
			{ settings: { authenticationDomains: 'example.com, *.example.org' } },
			{ settings: { authentication_domains: 'example.com,*.example.org' } },
		],
		[
			'a list for domains',
			{ settings: { authenticationDomains: ['example.com', '*.example.org'] } },
			{ settings: { authentication_domains: 'example.com,*.example.org' } },
		],
		[
			'commas or semicolons for alternative hosts',
			{ settings: { alternativeHosts: 'a@example.com, b@example.com;c@example.com' } },
			{ settings: { alternative_hosts: 'a@example.com;b@example.com;c@example.com' } },
		],
		[
			'numbers for weekdays',
			{ type: 8, recurrence: { type: 2, weeklyDays: [2, 4] } },
			{ type: 8, recurrence: { type: 2, weekly_days: '2,4' } },
		],
		[
			'commas for weekdays',
			{ type: 8, recurrence: { type: 2, weeklyDays: '2, 4' } },
			{ type: 8, recurrence: { type: 2, weekly_days: '2,4' } },
		],
		[
			'a bare list for repeated entries',
			{ trackingFields: [{ field: 'Team' }] },
			{ tracking_fields: [{ field: 'Team' }] },
		],
	])('%s', (_, additionalFields, body) => {
		expect(newMeeting(additionalFields)).toEqual(body);
	});
});

describe('Options', () => {
	const read = (given: unknown) =>
		requestOptions(readCollection(requestOptionFields, given, 'Options'));

	test('have the defaults that are promised', () => {
		const { retry, timeout } = read(null);
		expect(timeout).toBe(60);
		expect(retry).toMatchObject({
			mode: 'retryWhenStatusCodeMatch',
			countMax: 3,
			multiplyWait: true,
			maxWait: 60_000,
			repeatUnsafe: false,
		});
		const listed = [400, 404, 408, 409, 429, 500, 501, 502, 503, 504, 505].filter(retry.isListed);
		expect(listed).toEqual([429, 500, 502, 503, 504]);
	});

	test('are what was chosen, zero and false too', () => {
		const { retry, timeout } = read({
			retryMode: 'retryAny',
			retryStatusCodeList: '500-599',
			retryCountMax: 0,
			retryMultiplyWaitTime: false,
			retryMaxWait: '5',
			retryUnsafeRequests: true,
			timeout: 10,
		});
		expect(timeout).toBe(10);
		expect(retry).toMatchObject({
			mode: 'retryAny',
			countMax: 0,
			multiplyWait: false,
			maxWait: 5000,
			repeatUnsafe: true,
		});
		expect([429, 500, 599].map(retry.isListed)).toEqual([false, true, true]);
	});

	test.each([
		['x', 'Options: must be a collection of fields'],
		[
			{ retryMode: 'always' },
			'Retry Mode: must be one of retryAny, none, retryWhenStatusCodeMatch',
		],
		[{ retryCountMax: -1 }, 'Max Retries: must be a whole number from 0 to 20'],
		[{ retryMaxWait: 0 }, 'Longest Wait (Seconds): must be a whole number from 1 to 3600'],
		[{ timeout: 0 }, 'Timeout (Seconds): must be a whole number from 1 to 600'],
		[
			{ retryStatusCodeList: '429;500' },
			'Retry Status Codes: must be status codes from 400 to 599 and ranges of them, such as 429,500-599',
		],
		[
			{ retryStatusCodeList: '' },
			'Retry Status Codes: must be status codes from 400 to 599 and ranges of them, such as 429,500-599',
		],
	])('%j: %s', (given, sentence) => {
		expect(messageOf(() => read(given))).toBe(sentence);
	});
});

describe('A field that another one shows', () => {
	const name = { displayName: 'Name', name: 'name', type: 'string', default: '' } as const;
	const source: Field = {
		...name,
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: [
			{ name: 'By Name', value: 'name' },
			{ name: 'None', value: 'none' },
		],
	};
	const named: Field = { ...name, required: true, displayOptions: { show: { source: ['name'] } } };
	const operation = {
		...operationNamed('connection.getInfo'),
		fields: [source, named],
	} as const;
	const read = (given: Record<string, unknown>) => readInput(operation, (field) => given[field]);

	test('is read and demanded when it is shown', () => {
		expect(read({ source: 'name', name: 'a' })).toEqual({ source: 'name', name: 'a' });
		expect(messageOf(() => read({ source: 'name' }))).toBe('Name: is required');
	});

	test('does not count when it is not', () => {
		expect(read({ source: 'none' })).toEqual({ source: 'none' });
		expect(read({ source: 'none', name: 'a' })).toEqual({ source: 'none' });
	});

	test('is no matter when what shows it is wrong', () => {
		expect(messageOf(() => read({ source: 'x' }))).toBe('Source: must be one of name, none');
	});
});

describe('A field of JSON or of several texts', () => {
	const json: Field = { displayName: 'Body', name: 'body', type: 'json', default: '' };
	const members: Field = { ...json, displayName: 'More', name: 'more', flatten: true };
	const texts: Field = {
		displayName: 'Answers',
		name: 'answers',
		type: 'string',
		typeOptions: { multipleValues: true },
		default: [],
	};
	const read = (given: object) => readFields([json, members, texts], given, []);

	test.each([
		[{ body: '{"a": [1]}' }, { body: { a: [1] } }],
		[{ body: { a: 1 } }, { body: { a: 1 } }],
		[{ body: '[1, 2]' }, { body: [1, 2] }],
		[{ more: '{}' }, { more: {} }],
		[{ answers: ['Yes, please', 'No'] }, { answers: ['Yes, please', 'No'] }],
		[{ answers: 'Yes, please\nNo' }, { answers: ['Yes, please', 'No'] }],
		[{ answers: [1, 'two'] }, { answers: ['1', 'two'] }],
		[{ answers: 7 }, { answers: ['7'] }],
	])('%j is read as %j', (given, values) => {
		expect(read(given)).toEqual(values);
	});

	test.each([
		[{ body: '{"a":' }, 'Body: must be a JSON object or list'],
		[{ body: '7' }, 'Body: must be a JSON object or list'],
		[{ body: '' }, 'Body: must be a JSON object or list'],
		[{ more: '[]' }, 'More: must be a JSON object such as {"name": "value"}'],
		[{ more: 'x' }, 'More: must be a JSON object such as {"name": "value"}'],
		[{ answers: [{}] }, 'Answers: must be a list of text'],
		[{ answers: true }, 'Answers: must be a list of text'],
	])('%j is refused: %s', (given, message) => {
		expect(messageOf(() => read(given))).toBe(message);
	});
});

describe.each([
	['meeting', 'meeting.create'],
	['webinar', 'webinar.create'],
])('When a new %s takes place', (_, name) => {
	const bodyOf = (given: Readonly<Record<string, unknown>>) => requestOf(name, given).body;
	const body = { start_time: '2026-07-05T10:00:00', duration: 45, timezone: 'Europe/Berlin' };
	const given = { startTime: '2026-07-05T10:00:00', duration: 45, timeZone: 'Europe/Berlin' };

	test('is said at the top', () => {
		expect(bodyOf(given)).toEqual(body);
	});

	test('is said among the additional fields, as before', () => {
		expect(bodyOf({ additionalFields: given })).toEqual(body);
	});

	test('is not said by fields at the top that are empty or give nothing', () => {
		expect(bodyOf({ startTime: '', duration: '', timeZone: '' })).toEqual({});
		expect(bodyOf({ startTime: null, duration: null, timeZone: null })).toEqual({});
		expect(bodyOf({})).toEqual({});
	});

	test('is what the additional fields say where both say it', () => {
		const other = { startTime: '2026-08-01T09:00:00', duration: 5, timeZone: 'Asia/Tokyo' };
		expect(bodyOf({ ...other, additionalFields: given })).toEqual(body);
		expect(bodyOf({ ...given, additionalFields: { duration: 5 } })).toEqual({
			...body,
			duration: 5,
		});
		expect(bodyOf({ ...given, additionalFields: { duration: null } })).toEqual(body);
	});

	test('has the zone of one place for the time of the other', () => {
		const { timeZone, ...times } = given;
		expect(bodyOf({ timeZone, additionalFields: times })).toEqual(body);
		expect(bodyOf({ ...times, additionalFields: { timeZone } })).toEqual(body);
	});

	test('is refused by the same sentences in both places', () => {
		const wrong = [{ startTime: 'soon' }, { duration: 0 }, { timeZone: 'Nowhere/At all' }];
		for (const values of wrong) {
			const message = messageOf(() => bodyOf(values));
			expect(message).toMatch(/^(?:Start Time|Duration \(Minutes\)|Timezone Name or ID): must be/);
			expect(messageOf(() => bodyOf({ additionalFields: values }))).toBe(message);
		}
		expect(() => bodyOf({ additionalFields: { startTime: '' } })).toThrow(/^Start Time: must be/);
	});
});
