import type { IDataObject } from 'n8n-workflow';
import { scenarios } from '../../support/engine/scenarios';
import type { Kind } from '../../support/engine/testEnvironment';
import { byId } from '../../support/engine/testEnvironment';

const CREATE = 'POST /v2/users/{userId}/meetings';
const HENRIK = 'henrik.holm@example.com';
const LINK = 'https://us02web.zoom.us/j/1234567890';

const scenario = scenarios();

const fail: typeof scenario.fail = (match, fault) =>
	scenario.fail(match, { times: Infinity, ...fault });
const create = (options: IDataObject = {}, more: IDataObject = {}, kind: Kind = 'serverToServer') =>
	scenario.environment.run(kind, 'meeting.create', {
		userId: byId(kind === 'userManaged' ? 'me' : HENRIK),
		topic: 'Urgent',
		options: { onFailure: 'personalMeeting', personalMeetingUrl: LINK, ...options },
		...more,
	});
const unreachable = () =>
	scenario.environment.credentials.save('serverToServer', {
		...scenario.environment.credentials.read('serverToServer'),
		customApiUrl: 'http://127.0.0.1:9',
	});

const outages: [string, () => void, RegExp][] = [
	['is down', () => fail(CREATE, { status: 503 }), /HTTP 503/],
	['cannot be reached', unreachable, /^Zoom cannot be reached at 127\.0\.0\.1:9\. Tried 4 times/],
	['breaks off', () => fail(CREATE, { reset: 'after' }), /Zoom may have created it/],
	[
		'gives no token',
		() => fail('POST /oauth/token', { status: 503 }),
		/^Zoom did not issue an access token: it answered with HTTP 503/,
	],
	[
		'has no calls left today',
		() => fail(CREATE, { limit: 'accountDay' }),
		/^The Zoom account's daily limit is used up/,
	],
	[
		'has no meetings left for the host today',
		() => fail(CREATE, { limit: 'userDay' }),
		/^Zoom's daily limit for this user/,
	],
	['takes the connection no more', () => fail(CREATE, { expireToken: true }), /does not accept/],
];

describe('The personal link stands in', () => {
	test.each(outages)('where Zoom %s', async (_, happen, reason) => {
		happen();
		const { items, error } = await create();
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{ join_url: LINK, fallback: true, reason: expect.stringMatching(reason) as string },
		]);
	});

	test('where a General App has to be connected again', async () => {
		scenario.environment.emulator.clock.advance(91 * 86_400_000);
		const { items } = await create({}, {}, 'userManaged');
		expect(items[0]).toMatchObject({
			join_url: LINK,
			reason: expect.stringMatching(/^Zoom no longer accepts this connection/) as string,
		});
	});

	test('only after the retries', async () => {
		fail(CREATE, { limit: 'perSecond', times: 2 });
		const { items } = await create();
		expect(items[0]).toMatchObject({ topic: 'Urgent' });
		expect(items[0]).not.toHaveProperty('fallback');
	});
});

describe('It does not stand in', () => {
	test.each([
		['a wrong field', () => fail(CREATE, { status: 400, body: { code: 300, message: 'Bad.' } })],
		[
			'a missing scope',
			() => {
				scenario.environment.apps.serverToServer.scopes = ['user:read:user:admin'];
			},
		],
		[
			'a wrong secret',
			() =>
				scenario.environment.credentials.save('serverToServer', {
					...scenario.environment.credentials.read('serverToServer'),
					clientSecret: 'wrong',
				}),
		],
		['too many calls a second', () => fail(CREATE, { limit: 'perSecond' })],
		[
			'an unknown host',
			() => fail(CREATE, { status: 404, body: { code: 1001, message: 'User does not exist: x.' } }),
		],
	])('for %s', async (_, happen) => {
		happen();
		const { items, error } = await create();
		expect(error).toBeDefined();
		expect(items).toEqual([]);
	});

	test('unless it is wanted', async () => {
		fail(CREATE, { status: 503 });
		expect((await create({ onFailure: 'error' })).error?.message).toMatch(/HTTP 503/);
	});
});

describe('Without a link among the options', () => {
	const own = { personalMeetingUrl: '' };
	const linkOf = (email: string) => {
		const [user] = scenario.environment.emulator.store.users.find((each) => each.email === email);
		return `${scenario.environment.emulator.url}/j/${user.pmi}?pwd=${user.personal_password}`;
	};
	const read = (userId: string, kind: Kind = 'serverToServer') =>
		scenario.environment.run(kind, 'user.get', { userId: byId(userId) });

	test("the host's stands in that was seen before, under any of their names", async () => {
		const [{ id }] = scenario.environment.emulator.store.users.find(
			({ email }) => email === HENRIK,
		);
		await read(id);
		fail(CREATE, { status: 503 });
		expect((await create(own)).items[0].join_url).toBe(linkOf(HENRIK));
		const byEmail = await create(own, { userId: byId(HENRIK.toUpperCase()) });
		expect(byEmail.items[0].join_url).toBe(linkOf(HENRIK));
	});

	test("nobody else's does", async () => {
		await read('hana.hayashi@example.com');
		fail(CREATE, { status: 503 });
		expect((await create(own)).error?.message).toMatch(/HTTP 503/);
	});

	test("that of the one it is scheduled for does, rather than the host's", async () => {
		await read(HENRIK);
		await read('hana.hayashi@example.com');
		fail(CREATE, { status: 503 });
		const additionalFields = { scheduleFor: 'hana.hayashi@example.com' };
		const { items } = await create(own, { additionalFields });
		expect(items[0].join_url).toBe(linkOf('hana.hayashi@example.com'));
	});

	test('a connected user is known as me', async () => {
		await read('me', 'userManaged');
		fail(CREATE, { status: 503 });
		const { items } = await create(own, {}, 'userManaged');
		expect(items[0].fallback).toBe(true);
	});

	test.each([
		['0', 'https://us02web.zoom.us/j/0?pwd=x'],
		['nothing', 'https://us02web.zoom.us/j/?pwd=x'],
		['0', LINK],
	])('that of a user whose room is gone does not: %s, %s', async (pmi, personal_meeting_url) => {
		await read(HENRIK);
		const body = { id: 'h', email: HENRIK, pmi: pmi === '0' ? 0 : undefined, personal_meeting_url };
		fail('GET /v2/users/{userId}', { status: 200, body, times: 1 });
		await read(HENRIK);
		fail(CREATE, { status: 503 });
		const { items, error } = await create(own);
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/HTTP 503/);
	});

	test('that of another account does not', async () => {
		await read('me', 'userManaged');
		fail(CREATE, { status: 503 });
		expect((await create(own, { userId: byId('me') })).error).toBeDefined();
	});
});

test('A link that is none is refused before anything is sent', async () => {
	const { error } = await create({ personalMeetingUrl: '123 456' });
	expect(error?.message).toBe('Personal Meeting Link: must be a link that begins with https://');
	expect(scenario.environment.emulator.requests).toHaveLength(0);
});

test.each(['https://us02web.zoom.us/j/0', 'https://us02web.zoom.us/j/?pwd=x'])(
	'A link without a meeting is refused before anything is sent: %s',
	async (personalMeetingUrl) => {
		const { error } = await create({ personalMeetingUrl });
		expect(error?.message).toBe(
			'Personal Meeting Link: must contain a meeting ID, such as https://zoom.us/j/1234567890',
		);
		expect(scenario.environment.emulator.requests).toHaveLength(0);
	},
);

test('A personal link with a name in place of an ID is one', async () => {
	fail(CREATE, { status: 503 });
	const personalMeetingUrl = 'https://us02web.zoom.us/my/j/jane';
	expect((await create({ personalMeetingUrl })).items[0].join_url).toBe(personalMeetingUrl);
});
