import type { IDataObject } from 'n8n-workflow';
import type { EventBody } from '../../nodes/Zoom/trigger/events/eventBody';
import { parseEventBody } from '../../nodes/Zoom/trigger/events/eventBody';
import type { HostIds } from '../../nodes/Zoom/trigger/filter/filter';
import { accepted } from '../../nodes/Zoom/trigger/filter/filter';
import type { Filters } from '../../nodes/Zoom/trigger/parameters/settings';

const about = (event: string, object: IDataObject): EventBody => ({
	event,
	payload: { account_id: 'A', object },
});

const none: Filters = { meetingIds: [], hosts: [], topic: '', fileTypes: [] };
const passes = (body: EventBody, filters: Partial<Filters>, hostIds: HostIds = {}) =>
	accepted(body, { wanted: undefined, filters: { ...none, ...filters } }, hostIds) !== undefined;

describe('Of the events', () => {
	const body = about('meeting.started', {});
	test.each<[string[] | undefined, boolean]>([
		[undefined, true],
		[['meeting.started'], true],
		[['meeting.ended', 'meeting.started'], true],
		[['meeting.ended'], false],
		[['meeting.start'], false],
		[['meeting'], false],
		[['Meeting.Started'], false],
	])('chosen by %j, meeting.started is taken: %s', (wanted, expected) => {
		expect(accepted(body, { wanted, filters: none }, {})).toBe(expected ? body : undefined);
	});

	test('those count whose name ends in a dot or a blank, with it and without', () => {
		const names = ['contact_center.user_skills_assigned.', 'contact_center.user_skills_assigned'];
		for (const name of names) {
			for (const wanted of names) {
				expect(accepted(about(name, {}), { wanted: [wanted], filters: none }, {})).toBeDefined();
			}
		}
	});
});

describe('The filter for meeting and webinar IDs', () => {
	const meetingIds = ['81234567890', '93456789012'];
	test.each<[string, IDataObject, boolean]>([
		['meeting.started', { id: '81234567890' }, true],
		['meeting.created', { id: 81234567890 }, true],
		['webinar.started', { id: '93456789012' }, true],
		['recording.completed', { id: 81234567890 }, true],
		['meeting.started', { id: '81234567891' }, false],
		['meeting.started', { id: 8123456789 }, false],
		['meeting.summary_completed', { meeting_id: 81234567890 }, true],
		['meeting.summary_completed', { meeting_id: 1 }, false],
		['meeting.ai_companion_started', { meeting_number: 81234567890 }, true],
		['meeting.ai_companion_started', { meeting_number: 1 }, false],
		['webinar.chat_message_file_sent', { webinar_id: 93456789012 }, true],
		['webinar.chat_message_file_sent', { webinar_id: 1 }, false],
		['recording.batch_trashed', { meetings: [] }, true],
		['recording.cloud_storage_usage_updated', { storage_exceed: 'x' }, true],
		// The ID of something else is no meeting's.
		['user.created', { id: 'z8yCxjabcdEFGHfp8uQ' }, true],
		['chat_channel.created', { id: '12345' }, true],
		['phone.callee_ringing', { call_id: '1', meeting_id: '' }, true],
	])('%s with %j passes: %s', (event, object, expected) => {
		expect(passes(about(event, object), { meetingIds })).toBe(expected);
	});

	test('looks into the payload where there is no object', () => {
		const body: EventBody = { event: 'meeting.x', payload: { meeting_id: '5' } };
		expect(passes(body, { meetingIds: ['5'] })).toBe(true);
		expect(passes(body, { meetingIds: ['6'] })).toBe(false);
	});
});

describe('The filter for hosts', () => {
	const hosts = ['Jane@Example.com', 'x1yCzABCDEfg23HiJKl4mN', 'me'];
	const hostIds = { 'Jane@Example.com': 'janesId', me: 'myId' };
	test.each<[IDataObject, boolean]>([
		[{ host_id: 'x1yCzABCDEfg23HiJKl4mN' }, true],
		[{ host_id: 'janesId' }, true],
		[{ host_id: 'myId' }, true],
		[{ host_id: 'somebody' }, false],
		[{ host_id: 'X1YCZABCDEFG23HIJKL4MN' }, false],
		[{ host_id: 'me' }, false],
		[{ meeting_host_id: 'janesId' }, true],
		[{ meeting_host_id: 'somebody' }, false],
		[{ host_id: 'other', host_email: 'jane@example.COM' }, true],
		[{ meeting_host_id: 'other', meeting_host_email: 'jane@example.com' }, true],
		[{ host_email: 'john@example.com' }, false],
		[{ host_id: '' }, true],
		[{ host_account_id: 'a' }, true],
		[{}, true],
	])('%j passes: %s', (object, expected) => {
		expect(passes(about('meeting.started', object), { hosts }, hostIds)).toBe(expected);
	});

	test('knows an address that was not looked up by the address alone', () => {
		const body = about('meeting.started', { host_id: 'janesId' });
		expect(passes(body, { hosts: ['jane@example.com'] })).toBe(false);
		expect(passes(body, { hosts: ['toString'] })).toBe(false);
	});
});

describe('The filter for the topic', () => {
	test.each<[IDataObject, boolean]>([
		[{ topic: 'Weekly Review' }, true],
		[{ topic: 'WEEKLY REVIEWS of all' }, true],
		[{ topic: 'Weekly' }, false],
		[{ meeting_topic: 'The weekly review' }, true],
		[{ meeting_topic: 'Other' }, false],
		[{ topic: '' }, false],
		[{}, true],
		[{ topic: null }, true],
	])('%j passes: %s', (object, expected) => {
		expect(passes(about('meeting.started', object), { topic: 'weekly review' })).toBe(expected);
	});
});

describe('The filter for recording files', () => {
	const file = (id: string, file_type?: string) => ({ id, ...(file_type && { file_type }) });
	const chosen = (object: IDataObject, fileTypes: string[]) =>
		accepted(
			about('recording.completed', object),
			{ wanted: undefined, filters: { ...none, fileTypes } },
			{},
		)?.payload;
	const object = {
		topic: 'x',
		recording_files: [file('1', 'MP4'), file('2', 'M4A'), file('3', 'TRANSCRIPT')],
		participant_audio_files: [file('4', 'M4A')],
	};

	test('leaves the others out, in every list', () => {
		expect(chosen(object, ['M4A'])).toEqual({
			account_id: 'A',
			object: {
				topic: 'x',
				recording_files: [file('2', 'M4A')],
				participant_audio_files: [file('4', 'M4A')],
			},
		});
		expect(chosen({ archive_files: [file('5', 'CHAT'), file('6', 'MP4')] }, ['CHAT'])).toEqual({
			account_id: 'A',
			object: { archive_files: [file('5', 'CHAT')] },
		});
	});

	test('lets an event with none of them pass by', () => {
		expect(chosen(object, ['CSV'])).toBeUndefined();
	});

	test('says nothing about an event without files, or a file without a type', () => {
		expect(chosen({ topic: 'x' }, ['CSV'])).toEqual({ account_id: 'A', object: { topic: 'x' } });
		expect(chosen({ recording_files: [file('7'), file('8', 'MP4')] }, ['CSV'])).toEqual({
			account_id: 'A',
			object: { recording_files: [file('7')] },
		});
	});

	test('changes nothing of the body it looks at', () => {
		const body = about('recording.completed', object);
		const before = structuredClone(body);
		expect(
			accepted(body, { wanted: undefined, filters: { ...none, fileTypes: ['M4A'] } }, {}),
		).not.toBe(body);
		expect(body).toEqual(before);
		expect(accepted(body, { wanted: undefined, filters: none }, {})).toBe(body);
	});
});

test('All filters have to let an event pass', () => {
	const body = about('meeting.started', { id: '1', host_id: 'h', topic: 'Review' });
	const filters = { meetingIds: ['1'], hosts: ['h'], topic: 'review' };
	expect(passes(body, filters)).toBe(true);
	expect(passes(body, { ...filters, meetingIds: ['2'] })).toBe(false);
	expect(passes(body, { ...filters, hosts: ['g'] })).toBe(false);
	expect(passes(body, { ...filters, topic: 'sync' })).toBe(false);
});

test.each([
	['{"event":"x"}', true],
	['{"event":"x","payload":null}', true],
	['{"event":"x","payload":{"a":1}}', true],
	['{"event":""}', false],
	['{"event":1}', false],
	['{"event":"x","payload":"text"}', true],
	['{"event":"x","payload":[]}', true],
	['{}', false],
	['[]', false],
	['null', false],
	['"event"', false],
	['{"event":"x"', false],
	['', false],
])('%s is the body of an event: %s', (json, expected) => {
	expect(parseEventBody(json) !== undefined).toBe(expected);
});

describe('An event that Zoom calls by two names is one', () => {
	const filters = { meetingIds: [], hosts: [], topic: '', fileTypes: [] };
	test.each([
		['group.members_deleted', 'group.member_deleted'],
		['meeting.rtms_concurrency_limited', 'rtms.concurrency_limited'],
		['meeting.rtms_concurrency_near_limit', 'rtms.concurrency_near_limit'],
		['team_chat.shared_spaces_edit', 'team_chat.shared_spaces_edited'],
		['whiteboard.share_setting_updated', 'whiteboard.share_settings_updated'],
		['workspace.reservation_updated', 'workspace.reservation_update'],
	])('%s and %s', (one, other) => {
		for (const [wanted, event] of [
			[one, other],
			[other, one],
			[one, `${other}. `],
		]) {
			expect(accepted({ event }, { wanted: [wanted], filters }, {})).toEqual({ event });
		}
		expect(accepted({ event: `${other}s` }, { wanted: [one], filters }, {})).toBeUndefined();
	});
});
