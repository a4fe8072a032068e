import { messageOf, requestOf } from '../../support/registry/registry';

const locator = (value: unknown, mode = 'id') => ({ __rl: true, mode, value });
const meetingPath = (meetingId: unknown) =>
	requestOf('meeting.get', { meetingId }).path.replace('/meetings/', '');
const userPath = (userId: unknown) => requestOf('user.get', { userId }).path.replace('/users/', '');

describe('A meeting is known by', () => {
	test.each([
		['81234567890'],
		[81234567890],
		['812 3456 7890'],
		['812-3456-7890'],
		[' 812\u00a03456\t7890\n'],
	])('its ID: %j', (id) => {
		expect(meetingPath(id)).toBe('81234567890');
		expect(meetingPath(locator(id))).toBe('81234567890');
		expect(meetingPath(locator(id, 'list'))).toBe('81234567890');
	});

	test.each([
		// Once, unless it begins with a slash or has two in a row.
		['4444AAAiAAAAAiAiAiiAii==', '4444AAAiAAAAAiAiAiiAii%3D%3D'],
		['a+b/c=', 'a%2Bb%2Fc%3D'],
		['abc=', 'abc%3D'],
		['/abc==', '%252Fabc%253D%253D'],
		['ab//c==', 'ab%252F%252Fc%253D%253D'],
		['ab/c/d==', 'ab%2Fc%2Fd%3D%3D'],
		[' /abc== ', '%252Fabc%253D%253D'],
		['123+', '123%2B'],
	])('the UUID of an instance: %s', (uuid, encoded) => {
		expect(meetingPath(uuid)).toBe(encoded);
	});

	test.each([
		['https://zoom.us/j/81234567890'],
		['http://zoom.us/j/81234567890'],
		['HTTPS://ZOOM.US/j/81234567890'],
		[' https://zoom.us/j/81234567890 '],
		['https://zoom.us/j/81234567890/'],
		['https://us02web.zoom.us/j/81234567890?pwd=QWxhZGRpbjpvcGVu.1'],
		['https://us02web.zoom.us/j/81234567890?pwd=81111111111&uname=Jane#success'],
		['https://example.zoom.us/s/81234567890?zak=eyJhbGci.eyJpc3M.sig'],
		['https://example.zoom.us/w/81234567890?tk=abc'],
		['https://zoom.us/wc/join/81234567890'],
		['https://app.zoom.us/wc/81234567890/join?fromPWA=1'],
		['https://app.zoom.us/wc/81234567890/start'],
		['https://zoom.us/meeting/81234567890'],
		['https://us02web.zoom.us/meeting/81234567890/edit'],
		['https://us02web.zoom.us/meeting#/81234567890'],
		['https://zoom.us/launch/jc/81234567890'],
		['https://zoom.us/recording/management/detail?meeting_id=81234567890'],
		['https://zoomgov.com/j/81234567890'],
		['https://www.zoomgov.com/j/81234567890'],
		['https://example.zoom.com/j/81234567890?pwd=abc'],
		['https://zoom-x.de/j/81234567890'],
		['https://uni-example.zoom-x.de/j/81234567890?pwd=abc'],
		['https://eu02web.zoom-x.de/w/81234567890?tk=abc'],
		['https://example.zoom.com.cn/j/81234567890'],
	])('its link: %s', (link) => {
		expect(meetingPath(locator(link, 'url'))).toBe('81234567890');
		expect(meetingPath(link)).toBe('81234567890');
	});

	test.each([
		['standup'],
		['812345678a'],
		['812.345.678'],
		['８１２３４５６７８９０'],
		['ab c='],
		['abc=?'],
		['..'],
		['.'],
		[' '],
		['https://zoom.us/my/jane'],
		['https://zoom.us/meeting/register/tJYkcOmrpzkiHtXb'],
		['https://example.com/j/81234567890'],
		['https://zoom.us.example.com/j/81234567890'],
		['https://evilzoom.us/j/81234567890'],
		['https://evilzoom-x.de/j/81234567890'],
		['https://zoom-x.de.example.com/j/81234567890'],
		['https://zoom-x.example.de/j/81234567890'],
		['https://zoom.us@example.com/j/81234567890'],
		['https://zoom.us'],
		['javascript:81234567890'],
		[true],
		[{}],
		[['81234567890']],
		// Already another number than the one that was meant.
		[9007199254740992],
		[812345678.9],
	])('nothing else: %j', (value) => {
		expect(messageOf(() => meetingPath(value))).toBe(
			'Meeting: must be a meeting ID (digits; spaces and dashes are allowed), a meeting UUID or a Zoom meeting link',
		);
	});

	test.each([[''], [null], [undefined], [locator('')], [locator(null)], [{ __rl: true }]])(
		'%j is no answer',
		(value) => {
			expect(messageOf(() => meetingPath(value))).toBe('Meeting: is required');
		},
	);
});

describe('A user is known by', () => {
	test.each([
		['me', 'me'],
		['KDcuGIm1QgePTO8WbOqwIQ', 'KDcuGIm1QgePTO8WbOqwIQ'],
		['jane@example.com', 'jane%40example.com'],
		[' jane+zoom@example.com ', 'jane%2Bzoom%40example.com'],
		["o'hara@example.com", "o'hara%40example.com"],
		['jürgen@example.com', 'j%C3%BCrgen%40example.com'],
		[12345, '12345'],
	])('%j', (value, encoded) => {
		expect(userPath(value)).toBe(encoded);
		expect(userPath(locator(value, 'list'))).toBe(encoded);
	});

	test.each([
		['a b'],
		['a/b'],
		['a?b'],
		['a#b'],
		['a%2Fb'],
		['..%2f'],
		['\ud800'],
		['a\udc00@example.com'],
		[{}],
		[['me']],
		[true],
	])('nothing else: %j', (value) => {
		expect(messageOf(() => userPath(value))).toBe(
			'User: must be `me`, an email address or a Zoom user ID',
		);
	});

	test.each(['.', '..'])('not by %s', (value) => {
		expect(messageOf(() => userPath(value))).toBe('User: must not be . or ..');
	});
});

describe('An e-mail address', () => {
	const userInfo = (email: unknown) => requestOf('user.create', { email }).body?.user_info;
	const transferEmail = (email: unknown) =>
		requestOf('user.delete', {
			additionalFields: { transferEmail: email, transferMeeting: true },
		}).query.transfer_email;

	test.each([
		['jane@example.com', 'jane@example.com'],
		[' jane+zoom@example.com\n', 'jane+zoom@example.com'],
		["o'hara@example.com", "o'hara@example.com"],
		['jürgen@bücher.example', 'jürgen@bücher.example'],
		['jane@localhost', 'jane@localhost'],
		[['jane@example.com'], 'jane@example.com'],
	])('%j is sent without blanks around it', (value, sent) => {
		expect(userInfo(value)).toMatchObject({ email: sent });
		expect(transferEmail(value)).toBe(sent);
	});

	test.each([
		['jane'],
		['Jane Doe'],
		['jane@'],
		['@example.com'],
		['a@b@example.com'],
		['jane doe@example.com'],
		['Jane <jane@example.com>'],
		['a@example.com, b@example.com'],
		['a@example.com;b@example.com'],
		[['a@example.com', 'b@example.com']],
		[' '],
		[7],
	])('is not %j', (value) => {
		expect(messageOf(() => userInfo(value))).toBe('Email: must be an email address');
		expect(messageOf(() => transferEmail(value))).toBe('Transfer To: must be an email address');
	});
});
