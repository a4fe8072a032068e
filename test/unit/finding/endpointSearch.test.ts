import { findEndpoints } from '../../../nodes/Zoom/methods/endpointSearch';
import type { Endpoint } from '../../../nodes/Zoom/resources/api/endpoints';
import { publishedEndpoints } from '../../../nodes/Zoom/resources/api/endpoints';

let all: readonly Endpoint[];
beforeAll(async () => {
	all = await publishedEndpoints();
});

const names = (typed: string) =>
	findEndpoints(all, typed).map(({ method, path }) => `${method} ${path}`);

test.each([
	['create meeting', 'POST /users/{userId}/meetings'],
	['meeting create', 'POST /users/{userId}/meetings'],
	['Create a Zoom meeting', 'POST /users/{userId}/meetings'],
	['list meetings', 'GET /users/{userId}/meetings'],
	['get meeting', 'GET /meetings/{meetingId}'],
	['delete meeting', 'DELETE /meetings/{meetingId}'],
	['update meeting', 'PATCH /meetings/{meetingId}'],
	['PATCH meetings', 'PATCH /meetings/{meetingId}'],
	['past meeting participants', 'GET /past_meetings/{meetingId}/participants'],
	['meeting summary', 'GET /meetings/{meetingId}/meeting_summary'],
	['list recordings', 'GET /users/{userId}/recordings'],
	['meeting recordings', 'GET /meetings/{meetingId}/recordings'],
	['create webinar', 'POST /users/{userId}/webinars'],
	['webinar registrants', 'GET /webinars/{webinarId}/registrants'],
	['list webinar panelists', 'GET /webinars/{webinarId}/panelists'],
	['list users', 'GET /users'],
	['create user', 'POST /users'],
	['user settings', 'GET /users/{userId}/settings'],
	['list groups', 'GET /groups'],
	['list roles', 'GET /roles'],
	['phone users', 'GET /phone/users'],
	['phone call logs', 'GET /phone/metrics/call_logs'],
	['call queues', 'GET /phone/call_queues'],
	['send sms', 'POST /phone/sms/messages'],
	['GET /phone/call_history', 'GET /phone/call_history'],
	['Update a phone user', 'PATCH /phone/users/{userId}'],
	['zoom room locations', 'GET /rooms/locations'],
	['location room', 'GET /rooms/locations/{locationId}'],
	['zoom rooms', 'GET /rooms'],
	['send chat message', 'POST /chat/users/{userId}/messages'],
	['chat channels', 'GET /chat/channels'],
	['contact center queues', 'GET /contact_center/queues'],
	['archive files', 'GET /archive_files'],
	['calendar events', 'GET /calendars/{calId}/events'],
	['daily report', 'GET /report/daily'],
	['livestream', 'GET /meetings/{meetingId}/livestream'],
	['export whiteboard', 'POST /whiteboards/export'],
])('"%s" finds %s first', (typed, expected) => {
	expect(names(typed)[0]).toBe(expected);
});

test.each(['phone call log', 'chat', 'users'])(
	'Of "%s", deprecated endpoints come last',
	(typed) => {
		const deprecated = findEndpoints(all, typed).map((endpoint) => Boolean(endpoint.deprecated));
		expect(deprecated).toEqual([...deprecated].sort());
	},
);

test.each([
	['meeting poll', 'poll meeting'],
	['user phone create', 'create phone user'],
])('"%s" and "%s" find the same', (one, other) => {
	expect(names(one).length).toBeGreaterThan(0);
	expect(new Set(names(one))).toEqual(new Set(names(other)));
});

test('Nothing typed finds all, those of meetings first', () => {
	const found = findEndpoints(all, ' ');
	expect(found).toHaveLength(all.length);
	expect(found[0].product).toBe('meetings');
	expect(names('zoom').length).toBeGreaterThan(0);
	expect(names('no such thing anywhere')).toEqual([]);
});
