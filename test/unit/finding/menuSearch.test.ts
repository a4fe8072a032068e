import { operationTitle } from '../../../nodes/Zoom/methods/operationTitle';
import { permissionOptions } from '../../../nodes/Zoom/methods/permissions';
import { isRest } from '../../../nodes/Zoom/registry/types';
import { resources } from '../../../nodes/Zoom/resources';
import { popularEvents } from '../../../nodes/Zoom/trigger/events/popularEvents';
import { menuMatches } from '../../support/registry/menuSearch';
import { credentialsFor } from '../../support/trigger/triggerCredentials';
import { install } from '../../support/trigger/triggerEngine';

describe('In the menu of events', () => {
	let labels: string[];
	let names: unknown[];
	beforeAll(async () => {
		const choices = await install(credentialsFor('http://127.0.0.1:9'), 'nobody', {}).events();
		labels = choices.map(({ name }) => name);
		names = choices.map(({ value }) => value);
	});

	test.each([
		['meeting started', 'meeting.started'],
		['Meeting Ended', 'meeting.ended'],
		['meeting.ended', 'meeting.ended'],
		['meeting created', 'meeting.created'],
		['meeting updated', 'meeting.updated'],
		['meeting deleted', 'meeting.deleted'],
		['meeting participant', 'meeting.participant_joined'],
		['participant joined', 'meeting.participant_joined'],
		['participant left', 'meeting.participant_left'],
		['waiting room', 'meeting.participant_joined_waiting_room'],
		['breakout room', 'meeting.breakout_room_sharing_ended'],
		['meeting registration', 'meeting.registration_created'],
		['registration created', 'meeting.registration_created'],
		['registration approved', 'meeting.registration_approved'],
		['meeting summary', 'meeting.summary_completed'],
		['summary completed', 'meeting.summary_completed'],
		['meeting invitation', 'meeting.invitation_accepted'],
		['live streaming', 'meeting.live_streaming_started'],
		['meeting sharing started', 'meeting.sharing_started'],
		['recording completed', 'recording.completed'],
		['recording', 'recording.completed'],
		['recording started', 'recording.started'],
		['recording stopped', 'recording.stopped'],
		['recording deleted', 'recording.deleted'],
		['recording transcript', 'recording.transcript_completed'],
		['transcript completed', 'recording.transcript_completed'],
		['transcript', 'recording.transcript_completed'],
		['webinar started', 'webinar.started'],
		['webinar ended', 'webinar.ended'],
		['webinar created', 'webinar.created'],
		['webinar registration', 'webinar.registration_created'],
		['webinar participant', 'webinar.participant_joined'],
		['user created', 'user.created'],
		['user deactivated', 'user.deactivated'],
		['user signed in', 'user.signed_in'],
		['chat message sent', 'chat_message.sent'],
		['channel message posted', 'team_chat.channel_message_posted'],
		['phone recording', 'phone.recording_completed'],
		['voicemail received', 'phone.voicemail_received'],
		['phone caller ringing', 'phone.caller_ringing'],
		['sms received', 'phone.sms_received'],
		['whiteboard created', 'whiteboard.created'],
		['contact center engagement started', 'contact_center.engagement_started'],
		['scheduled event created', 'scheduler.scheduled_event_created'],
	])('"%s" finds %s first', (typed, expected) => {
		const [first] = menuMatches(labels, typed);
		expect(names[labels.indexOf(first)]).toBe(expected);
	});

	test('the popular ones come first, and then all others, each once', () => {
		const popular = popularEvents.map(({ value }) => value);
		expect(names.slice(1, 1 + popular.length)).toEqual(popular);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(labels).size).toBe(labels.length);
	});
});

const titles = resources.flatMap((resource) =>
	resource.operations.filter(isRest).map((operation) => operationTitle(resource, operation)),
);

describe('In the menu of operations', () => {
	test.each([
		['create meeting', 'Create Meeting'],
		['get meeting invitation', 'Get Meeting Invitation'],
		['upcoming meetings', 'Get Upcoming Meetings'],
		['many users', 'Get Many Users'],
		['many webinar panelists', 'Get Many Webinar Panelists'],
		['get recording transcript', 'Get Recording Transcript'],
		['user ZAK', 'Get User ZAK'],
		['past meeting participants', 'Get Past Meeting Participants'],
	])('"%s" finds %s first', (typed, expected) => {
		expect(menuMatches(titles, typed)[0]).toBe(expected);
	});

	test('each has a title of its own', () => {
		expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
	});
});

describe('In the menu of permissions', () => {
	const labels = permissionOptions.map(({ name }) => name);

	test.each([
		['read meetings', 'Read Meetings'],
		['create meetings', 'Create Meetings'],
		['end meeting', 'End Meeting'],
		['download recording', 'Download Recording'],
		['delete users', 'Delete Users'],
		['ZAK', 'Get User ZAK'],
	])('"%s" finds %s first', (typed, expected) => {
		expect(menuMatches(labels, typed)[0]).toBe(expected);
	});

	test('each has a label of its own', () => {
		expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
	});
});
