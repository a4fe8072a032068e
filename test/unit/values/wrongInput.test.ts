import { InputError } from '../../../nodes/Zoom/values/inputError';
import { messageOf, requestOf, valuesOf } from '../../support/registry/registry';

const refusalOf = (name: string, given: Readonly<Record<string, unknown>>) =>
	messageOf(() => requestOf(name, given));

const MEETING_TYPES =
	'1 (Instant), 8 (Recurring with Fixed Time), 3 (Recurring with No Fixed Time), 2 (Scheduled), 10 (Screen Share Only)';
const WHOLE = 'must be a whole number from 1 to 1440';
const DATE =
	'must be a date and time such as 2026-07-05T10:00:00, with Z or an offset (+02:00) for an exact moment';
const ZONE = 'must be a time zone name such as Europe/Berlin, America/New_York or UTC';
const MEETING =
	'must be a meeting ID (digits; spaces and dashes are allowed), a meeting UUID or a Zoom meeting link';

describe('Wrong input ends in one sentence that names the field and says what is allowed', () => {
	test.each([
		[{ duration: 0 }, `Duration (Minutes): ${WHOLE}`],
		[{ duration: 1441 }, `Duration (Minutes): ${WHOLE}`],
		[{ duration: -60 }, `Duration (Minutes): ${WHOLE}`],
		[{ duration: 1.5 }, `Duration (Minutes): ${WHOLE}`],
		[{ duration: 'abc' }, `Duration (Minutes): ${WHOLE}`],
		[{ duration: '' }, `Duration (Minutes): ${WHOLE}`],
		[{ duration: true }, `Duration (Minutes): ${WHOLE}`],
		[{ duration: [60] }, `Duration (Minutes): ${WHOLE}`],
		[{ duration: Infinity }, `Duration (Minutes): ${WHOLE}`],
		[{ duration: NaN }, `Duration (Minutes): ${WHOLE}`],
		[{ preSchedule: 'yes' }, 'Pre-Schedule: must be true or false'],
		[{ preSchedule: 1 }, 'Pre-Schedule: must be true or false'],
		[{ preSchedule: '' }, 'Pre-Schedule: must be true or false'],
		[{ type: 4 }, `Type: must be one of ${MEETING_TYPES}`],
		[{ type: { toString: '' } }, `Type: must be one of ${MEETING_TYPES}`],
		[{ type: [2] }, `Type: must be one of ${MEETING_TYPES}`],
		[{ agenda: 'x'.repeat(2001) }, 'Agenda: must be text of at most 2000 characters'],
		[{ agenda: true }, 'Agenda: must be text of at most 2000 characters'],
		[{ agenda: { a: 1 } }, 'Agenda: must be text of at most 2000 characters'],
		[{ agenda: 'half \ud83d' }, 'Agenda: must be text of at most 2000 characters'],
		[{ password: '12345678901' }, 'Passcode: must be text of at most 10 characters'],
		[{ startTime: 'tomorrow' }, `Start Time: ${DATE}`],
		[{ startTime: '' }, `Start Time: ${DATE}`],
		[{ startTime: '2026-02-30T10:00:00' }, `Start Time: ${DATE}`],
		[{ startTime: '2026-07-05T25:00:00' }, `Start Time: ${DATE}`],
		[{ startTime: '2026-07-05T10:00:00+99:00' }, `Start Time: ${DATE}`],
		[{ startTime: '05.07.2026 10:00' }, `Start Time: ${DATE}`],
		[{ startTime: 1783238400000 }, `Start Time: ${DATE}`],
		[{ startTime: new Date(NaN) }, `Start Time: ${DATE}`],
		[{ startTime: { isLuxonDateTime: true, isValid: true } }, `Start Time: ${DATE}`],
		[{ timeZone: 'Berlin' }, `Timezone Name or ID: ${ZONE}`],
		[{ timeZone: '' }, `Timezone Name or ID: ${ZONE}`],
		[{ timeZone: '+02:00' }, `Timezone Name or ID: ${ZONE}`],
		[{ timeZone: 2 }, 'Timezone Name or ID: must be text'],
		[{ scheduleFor: 'a b' }, 'Schedule For: must be `me`, an email address or a Zoom user ID'],
		[{ trackingFields: 'Team' }, 'Tracking Fields: must be a list of entries'],
		[{ trackingFields: { trackingField: {} } }, 'Tracking Fields: must be a list of entries'],
		[
			{ trackingFields: { trackingField: [{ field: 'Team' }, 5] } },
			'Tracking Fields > Tracking Field 2: must be an entry with fields',
		],
		[
			{ trackingFields: { trackingField: [{ value: 'Blue' }] } },
			'Tracking Fields > Tracking Field 1 > Field: is required',
		],
		[
			{ trackingFields: { trackingField: [{ field: '', value: 'Blue' }] } },
			'Tracking Fields > Tracking Field 1 > Field: is required',
		],
		[
			{ settings: { meetingInvitees: { invitee: [{ email: 'a@example.com' }, { email: '' }] } } },
			'Settings > Invitees > Invitee 2 > Email: is required',
		],
		[
			{ settings: { authenticationException: { person: [{ email: 'Jane', name: '' }] } } },
			'Settings > Authentication Exceptions > Person 1 > Email: must be an email address',
		],
		[{ settings: 'strict' }, 'Settings: must be a collection of fields'],
		[
			{ trackingFields: { other: [{ field: 'Team' }] } },
			'Tracking Fields: must be a list of entries',
		],
		[{ settings: [] }, 'Settings: must be a collection of fields'],
		[
			{ settings: { audio: 'radio' } },
			'Settings > Audio: must be one of both, telephony, thirdParty, voip',
		],
		[
			{ settings: { breakoutRoom: { rooms: { room: [{ name: { a: 1 } }] } } } },
			'Settings > Breakout Rooms > Rooms > Room 1 > Name: must be text',
		],
		[
			{ settings: { globalDialInCountries: [{}] } },
			'Settings > Global Dial-in Countries: must be text',
		],
		[
			{ settings: { globalDialInCountries: [{ toString: '' }] } },
			'Settings > Global Dial-in Countries: must be text',
		],
		[
			{ settings: { waitingRoomOptions: { whoGoesToWaitingRoom: 'everyone' } } },
			'Settings > Waiting Room Options > Mode: is required',
		],
		[
			{ settings: { autoAddRecordingToVideoManagement: {} } },
			'Settings > Video Management > Enabled: is required',
		],
		[
			{
				settings: {
					autoAddRecordingToVideoManagement: {
						enable: true,
						channels: { channel: Array.from({ length: 6 }, () => ({ channelId: '1' })) },
					},
				},
			},
			'Settings > Video Management > Channels: must have at most 5 entries',
		],
		['all', 'Additional Fields: must be a collection of fields'],
		[['all'], 'Additional Fields: must be a collection of fields'],
	])('a new meeting with %j: %s', (additionalFields, sentence) => {
		expect(refusalOf('meeting.create', { additionalFields })).toBe(sentence);
	});

	test.each([
		['meeting.create', { topic: 'x'.repeat(201) }, 'Topic: must be text of at most 200 characters'],
		['meeting.create', { topic: ['a'] }, 'Topic: must be text of at most 200 characters'],
		['meeting.get', { meetingId: 'standup' }, `Meeting: ${MEETING}`],
		['meeting.get', { meetingId: '' }, 'Meeting: is required'],
		['meeting.get', { meetingId: null }, 'Meeting: is required'],
		['meeting.get', { meetingId: '..' }, `Meeting: ${MEETING}`],
		['meeting.create', { userId: '..' }, 'Host: must not be . or ..'],
		['meeting.create', { userId: '.' }, 'Host: must not be . or ..'],
		['meeting.create', { userId: 'a/b' }, 'Host: must be `me`, an email address or a Zoom user ID'],
		[
			'meeting.create',
			{ userId: '\ud800' },
			'Host: must be `me`, an email address or a Zoom user ID',
		],
		['meeting.create', { userId: {} }, 'Host: must be `me`, an email address or a Zoom user ID'],
		['meeting.update', { meetingId: '1' }, 'Update Fields: must have at least one field to change'],
		[
			'meeting.update',
			{ meetingId: '1', updateFields: { occurrenceId: '1783238400000' } },
			'Update Fields: must have at least one field to change',
		],
		[
			'meeting.update',
			{ meetingId: '1', updateFields: 'x' },
			'Update Fields: must be a collection of fields',
		],
		['meeting.getAll', { filters: 'x' }, 'Filters: must be a collection of fields'],
		[
			'meeting.getAll',
			{ filters: { type: 'all' } },
			'Type: must be one of live, previous_meetings, scheduled, upcoming, upcoming_meetings',
		],
		['user.create', { email: '' }, 'Email: is required'],
		[
			'group.update',
			{ groupId: 'g', updateFields: { name: '' } },
			'Name: must be text from 1 to 127 characters',
		],
		[
			'tsp.create',
			{ conferenceCode: '12 34', leaderPin: '1' },
			'Conference Code: must be digits only',
		],
		[
			'user.create',
			{ email: 'a@example.com', type: 3 },
			'Type: must be one of 1 (Basic), 2 (Licensed), 99 (None), 4 (Unassigned)',
		],
		[
			'user.create',
			{ email: 'a@example.com', additionalFields: { planUnitedType: 'all' } },
			'Zoom United Plan: must be one of the choices in the list',
		],
		[
			'user.create',
			{ email: 'a@example.com', additionalFields: { password: '1234567' } },
			'Password: must be text from 8 to 32 characters',
		],
		[
			'user.create',
			{ email: 'a@example.com', additionalFields: { divisionIds: 'a, b' } },
			'Division IDs: must be one ID',
		],
		[
			'user.update',
			{ updateFields: { loginType: 1 } },
			'Update Fields: must have at least one field to change',
		],
		[
			'user.update',
			{ updateFields: { phoneNumbers: { phoneNumber: [{}, {}, {}, {}] } } },
			'Phone Numbers: must have at most 3 entries',
		],
		[
			'user.delete',
			{ additionalFields: { transferMeeting: true } },
			'Transfer To: is required if a Transfer field is on',
		],
		[
			'user.delete',
			{ additionalFields: { transferMeeting: true, transferEmail: '' } },
			'Transfer To: is required if a Transfer field is on',
		],
		[
			'user.delete',
			{ additionalFields: { transferMeeting: false, transferEmail: '' } },
			'Transfer To: must be an email address',
		],
		[
			'user.updateStatus',
			{ action: 'deactivate', additionalFields: { transferEvents: true, transferEmail: '' } },
			'Transfer To: is required if a Transfer field is on',
		],
		[
			'webinar.create',
			{ additionalFields: { type: 9 } },
			'Recurrence: is required if Type is Recurring with Fixed Time',
		],
		[
			'webinar.create',
			{ additionalFields: { type: 9, recurrence: { type: 3, monthlyDay: 1, repeatInterval: 4 } } },
			'Recurrence > Every: must be at most 3 for this Repeat',
		],
		[
			'webinar.create',
			{ additionalFields: { simuliveDelayStart: { time: 11, timeunit: 'minute' } } },
			'Delay Simulive Start > Time: must be at most 10 minutes',
		],
		[
			'webinar.update',
			{ webinarId: '1', updateFields: { occurrenceId: '1783238400000' } },
			'Update Fields: must have at least one field to change',
		],
		[
			'meeting.sendControl',
			{ meetingId: '1', method: 'participant.invite' },
			'Contacts: is required',
		],
		[
			'meeting.sendControl',
			{ meetingId: '1', method: 'participant.invite', contacts: { contact: [{ email: '' }] } },
			'Contacts > Contact 1: needs an email address or an ID',
		],
		[
			'meeting.sendControl',
			{ meetingId: '1', method: 'participant.invite.callout' },
			'Phone Number: is required',
		],
		[
			'meeting.sendControl',
			{ meetingId: '1', method: 'waiting_room.update' },
			'Waiting Room Title or Waiting Room Description: is required to update the waiting room',
		],
		[
			'meeting.createTemplate',
			{ meetingId: '4444AAAiAAAAAiAiAiiAii==' },
			'Meeting: must be a meeting ID, not a UUID',
		],
		[
			'meeting.updateLivestream',
			{ meetingId: '1', streamUrl: 'rtmp://a', streamKey: 'b', pageUrl: 'example.com' },
			'Page URL: must be a link that begins with https://',
		],
		[
			'meetingSummary.get',
			{ meetingId: '81234567890' },
			'Meeting or Webinar: must be the UUID of a meeting or webinar, not its ID',
		],
		[
			'meetingRegistrant.updateStatus',
			{ meetingId: '1', registrants: { registrant: [{ id: 'a' }, { id: '' }] } },
			'Registrants > Registrant 2: needs an ID or an email address',
		],
		[
			'meetingRegistrant.updateQuestions',
			{ meetingId: '1' },
			'Additional Fields: must have at least one field to change',
		],
		[
			'webinarRegistrant.updateQuestions',
			{
				webinarId: '1',
				additionalFields: { customQuestions: { question: [{ title: 'Why?', type: 'multiple' }] } },
			},
			'Custom Questions > Question 1 > Answers: is required for this Type',
		],
		[
			'pastMeeting.getInstances',
			{ meetingId: '1', filters: { from: '2026-07-01' } },
			'To: is required if From is set',
		],
		[
			'pastMeeting.getInstances',
			{ meetingId: '1', filters: { to: '2026-07-01' } },
			'From: is required if To is set',
		],
	])('%s with %j: %s', (name, given, sentence) => {
		expect(refusalOf(name, given)).toBe(sentence);
	});

	test('with Server-to-Server the user is asked for', () => {
		const authentication = 'serverToServer';
		const ask = () => requestOf('meeting.create', {}, { authentication });
		expect(messageOf(ask)).toMatch(/^Host: is required/);
		const given = { userId: { __rl: true, mode: 'id', value: 'me' } };
		expect(requestOf('meeting.create', given, { authentication }).path).toBe('/users/me/meetings');
	});

	test('it is an InputError, which says that nothing was sent', () => {
		expect(() => valuesOf('meeting.create', { topic: ['a'] })).toThrow(InputError);
	});
});

describe('A recurrence that Zoom would refuse or drop', () => {
	const EITHER_DAY =
		'Recurrence: use either Monthly Day, or Monthly Week with Monthly Weekday, not both';
	const rules: [object, string][] = [
		[{}, 'Recurrence > Repeat: is required'],
		[{ repeatInterval: 2 }, 'Recurrence > Repeat: is required'],
		[{ type: 2 }, 'Recurrence > Weekdays: is required if Repeat is Weekly'],
		[{ type: 2, weeklyDays: [] }, 'Recurrence > Weekdays: must name at least one day'],
		[{ type: 1, weeklyDays: ['2'] }, 'Recurrence > Weekdays: can be set only if Repeat is Weekly'],
		[
			{ type: 2, weeklyDays: ['2'], repeatInterval: 51 },
			'Recurrence > Every: must be at most 50 for this Repeat',
		],
		[
			{ type: 3, monthlyDay: 1, repeatInterval: 11 },
			'Recurrence > Every: must be at most 10 for this Repeat',
		],
		[{ type: 1, repeatInterval: 100 }, 'Recurrence > Every: must be a whole number from 1 to 99'],
		[{ type: 1, repeatInterval: 0 }, 'Recurrence > Every: must be a whole number from 1 to 99'],
		[
			{ type: 1, endTimes: 61 },
			'Recurrence > End After (Occurrences): must be a whole number from 0 to 60',
		],
		[
			{ type: 1, endTimes: 5, endDateTime: '2026-12-31T00:00:00' },
			'Recurrence: use either End After or End On, not both',
		],
		[
			{ type: 3 },
			'Recurrence: set Monthly Day, or Monthly Week with Monthly Weekday, if Repeat is Monthly',
		],
		[{ type: 3, monthlyDay: 32 }, 'Recurrence > Monthly Day: must be a whole number from 1 to 31'],
		[{ type: 3, monthlyDay: 1, monthlyWeek: 1, monthlyWeekDay: 2 }, EITHER_DAY],
		[{ type: 3, monthlyWeek: 1 }, 'Recurrence: set Monthly Week and Monthly Weekday together'],
		[{ type: 3, monthlyWeekDay: 1 }, 'Recurrence: set Monthly Week and Monthly Weekday together'],
		[
			{ type: 3, monthlyWeek: 0, monthlyWeekDay: 1 },
			'Recurrence > Monthly Week: must be one of 1 (First), 2 (Second), 3 (Third), 4 (Fourth), -1 (Last)',
		],
		[
			{ type: 1, monthlyDay: 1 },
			'Recurrence > Monthly Day, Week and Weekday: can be set only if Repeat is Monthly',
		],
		[{ type: 1, endDateTime: 'soon' }, `Recurrence > End On: ${DATE}`],
	];

	test.each(rules)(
		'%j is refused on a new meeting and on an update: %s',
		(recurrence, sentence) => {
			expect(refusalOf('meeting.create', { additionalFields: { type: 8, recurrence } })).toBe(
				sentence,
			);
			expect(refusalOf('meeting.update', { meetingId: '1', updateFields: { recurrence } })).toBe(
				sentence,
			);
		},
	);

	test('a new meeting that recurs says nothing else, and one that says so has a rule', () => {
		const recurrence = { type: 1 };
		const demand = 'Type: must be Recurring with Fixed Time if Recurrence is set';
		expect(refusalOf('meeting.create', { additionalFields: { type: 2, recurrence } })).toBe(demand);
		expect(refusalOf('meeting.create', { additionalFields: { type: 8 } })).toBe(
			'Recurrence: is required if Type is Recurring with Fixed Time',
		);
	});

	test.each([
		[{ type: 1, repeatInterval: 99 }],
		[{ type: 2, repeatInterval: 50, weeklyDays: ['1', '7'] }],
		[{ type: 3, repeatInterval: 10, monthlyDay: 31, endTimes: 60 }],
		[{ type: 3, monthlyWeek: -1, monthlyWeekDay: 6, endDateTime: '2026-12-31T00:00:00Z' }],
	])('%j is sound', (recurrence) => {
		const { body } = requestOf('meeting.create', { additionalFields: { type: 8, recurrence } });
		expect(body).toHaveProperty('recurrence.type', recurrence.type);
	});
});
