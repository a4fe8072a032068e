import { readSettings } from '../../nodes/Zoom/trigger/parameters/settings';
import { messageOf } from '../support/registry/registry';

const read = (parameters: Record<string, unknown>) =>
	readSettings((name) => ({ events: ['meeting.started'], ...parameters })[name] ?? null);

test('Little has to be set', () => {
	expect(read({})).toEqual({
		credentialType: 'zoomGeneralAppOAuth2Api',
		delivery: 'webhook',
		socketUrl: '',
		wanted: ['meeting.started'],
		filters: { meetingIds: [], hosts: [], topic: '', fileTypes: [] },
		output: 'zoom',
		downloadRecordings: false,
		removeDuplicates: true,
		maximumAge: 10 * 60_000,
	});
});

test('Everything that is set counts', () => {
	expect(
		read({
			authentication: 'serverToServer',
			delivery: 'webSocket',
			socketUrl: ' wss://ws.zoom.us/ws?subscriptionId=x ',
			events: ['meeting.started', 'recording.completed'],
			otherEvents: 'meeting.new_one; meeting.started,',
			filters: {
				meetingIds: '812 3456 7890, https://us02web.zoom.us/j/93456789012?pwd=x',
				hosts: 'jane@example.com, me',
				topic: ' Weekly Review ',
				fileTypes: ['MP4'],
			},
			options: {
				output: 'simplified',
				downloadRecordings: true,
				removeDuplicates: false,
				maximumAge: 5,
			},
		}),
	).toEqual({
		credentialType: 'zoomServerToServerOAuth2Api',
		delivery: 'webSocket',
		socketUrl: 'wss://ws.zoom.us/ws?subscriptionId=x',
		wanted: ['meeting.started', 'recording.completed', 'meeting.new_one'],
		filters: {
			meetingIds: ['81234567890', '93456789012'],
			hosts: ['jane@example.com', 'me'],
			topic: 'weekly review',
			fileTypes: ['MP4'],
		},
		output: 'simplified',
		downloadRecordings: true,
		removeDuplicates: false,
		maximumAge: 300_000,
	});
});

test.each([
	[{ events: ['*'] }],
	[{ events: ['meeting.started', '*'] }],
	[{ events: '*' }],
	[{ events: [], otherEvents: '*' }],
])('%j is all events', (parameters) => {
	expect(read(parameters).wanted).toBeUndefined();
});

test.each([
	[{ events: 'meeting.started, user.created' }, ['meeting.started', 'user.created']],
	[{ events: [], otherEvents: 'app_deauthorized' }, ['app_deauthorized']],
	[{ events: ['a.b', ''], otherEvents: ['c.d', 'e.f'] }, ['a.b', 'c.d', 'e.f']],
])('%j, as an expression may have it, is %j', (parameters, expected) => {
	expect(read(parameters).wanted).toEqual(expected);
});

test.each([
	[{ popularEvents: ['recording.completed'], events: [] }, ['recording.completed']],
	[
		{ popularEvents: ['meeting.ended', 'other'], events: ['meeting.ended', 'user.updated'] },
		['meeting.ended', 'user.updated'],
	],
	[{ popularEvents: 'meeting.ended, user.created', events: [] }, ['meeting.ended', 'user.created']],
	[{ popularEvents: ['meeting.ended'], events: [], otherEvents: 'a.b' }, ['meeting.ended', 'a.b']],
])('%j, from all lists, is %j', (parameters, expected) => {
	expect(read(parameters).wanted).toEqual(expected);
});

test('All events of the one list include those chosen in the other', () => {
	expect(read({ popularEvents: ['meeting.ended'], events: ['*'] }).wanted).toBeUndefined();
});

test.each<[Record<string, unknown>, RegExp]>([
	[{ popularEvents: ['other'], events: [] }, /^Events: must have at least one event$/],
	[
		{ popularEvents: ['phone.sms_sent'] },
		/^Events: must be a list of any of the choices in the list$/,
	],
	[{ events: [] }, /^Events: must have at least one event$/],
	[{ events: null, otherEvents: ' , ' }, /^Events: must have at least one event$/],
	[{ events: ['meeting started'] }, /^More Event Names or IDs: must be event names of Zoom/],
	[{ events: { a: 1 } }, /^More Event Names or IDs: must be a list of text$/],
	[{ otherEvents: 'meeting.*' }, /^Other Events: must be event names of Zoom/],
	[{ otherEvents: { a: 1 } }, /^Other Events: must be text$/],
	[
		{ delivery: 'webhookAutomatic', events: ['*'] },
		/^More Event Names or IDs: must not be All Events/,
	],
	[{ delivery: 'pigeon' }, /^Delivery: must be one from the list, not "pigeon"$/],
	[{ filters: { meetingIds: 'weekly' } }, /^Meeting or Webinar IDs: must be a meeting ID/],
	[
		{ filters: { meetingIds: '123, 4444AAAiAAAAAiAiAiiAii==' } },
		/^Meeting or Webinar IDs: .*not UUIDs$/,
	],
	[{ filters: { hosts: 'jane doe' } }, /^Hosts: must be `me`, an email address or a Zoom user ID$/],
	[{ filters: { fileTypes: ['AVI'] } }, /^Recording File Types: must be a list of any of M4A, /],
	[{ filters: 'x' }, /^Filters: must be a collection of fields$/],
	[
		{ options: { maximumAge: 0 } },
		/^Maximum Age \(Minutes\): must be a whole number from 1 to 1440$/,
	],
	[{ options: { maximumAge: 'long' } }, /^Maximum Age \(Minutes\): must be a whole number/],
	[{ options: { output: 'raw' } }, /^Output: must be one of simplified, zoom$/],
	[{ options: { removeDuplicates: 'maybe' } }, /^Remove Duplicates: must be true or false$/],
])('%j is refused in a sentence that names the field', (parameters, message) => {
	expect(messageOf(() => read(parameters))).toMatch(message);
});

test('A Socket URL that is no text is none, and what is quoted is short', () => {
	expect(read({ socketUrl: { toString: 1 } }).socketUrl).toBe('');
	expect(messageOf(() => read({ delivery: 'x'.repeat(5000) }))).toMatch(
		/^Delivery: must be one from the list, not "x{79}…"$/,
	);
});
