import { manualClock } from '../../emulator';
import type { TestEnvironment } from '../../support/engine/testEnvironment';
import { byId, createTestEnvironment } from '../../support/engine/testEnvironment';

let environment: TestEnvironment;
beforeAll(async () => {
	environment = await createTestEnvironment({ clock: manualClock('2026-07-01T09:00:00Z') });
});
beforeEach(() => {
	environment.reset();
});
afterAll(async () => {
	await environment.close();
});

const run = (operation: string, parameters = {}) =>
	environment.run('serverToServer', `user.${operation}`, parameters);
const lastCall = () => environment.emulator.requests.to('* /v2/*').at(-1)!;
const nora = 'nora.nunez@example.com';

async function hire(): Promise<unknown> {
	const { items, error } = await run('create', {
		email: nora,
		action: 'custCreate',
		type: 2,
		additionalFields: { firstName: 'Nora', lastName: 'Nunez' },
	});
	expect(error).toBeUndefined();
	return items[0].id;
}

test('A user is made, read, changed, deactivated, activated and taken out', async () => {
	const id = await hire();
	expect(lastCall().body).toEqual({
		action: 'custCreate',
		user_info: { email: nora, type: 2, first_name: 'Nora', last_name: 'Nunez' },
	});
	const userId = byId(id);
	const updated = await run('update', {
		userId,
		updateFields: { dept: '', jobTitle: 'Engineer', timeZone: 'Europe/Madrid', usePmi: false },
	});
	expect(updated.items).toEqual([{ success: true }]);
	expect(lastCall().body).toEqual({
		dept: '',
		job_title: 'Engineer',
		timezone: 'Europe/Madrid',
		use_pmi: false,
	});
	const [read] = (await run('get', { userId })).items;
	expect(read).toMatchObject({ email: nora, job_title: 'Engineer', timezone: 'Europe/Madrid' });

	for (const [action, status] of [
		['deactivate', 'inactive'],
		['activate', 'active'],
	]) {
		expect((await run('updateStatus', { userId, action })).items).toEqual([{ success: true }]);
		expect((await run('get', { userId })).items[0].status).toBe(status);
	}

	const deleted = await run('delete', {
		userId,
		action: 'delete',
		additionalFields: {
			transferEmail: 'henrik.holm@example.com',
			transferMeeting: true,
			transferWebinar: false,
		},
	});
	expect(deleted.items).toEqual([{ success: true }]);
	expect(lastCall().query).toEqual({
		action: 'delete',
		transfer_email: 'henrik.holm@example.com',
		transfer_meeting: 'true',
		transfer_webinar: 'false',
	});
	expect((await run('get', { userId })).error?.message).toMatch(/^User not found at Zoom/);
});

test('A change that is made by a switch alone is a change', async () => {
	const { error } = await run('update', {
		userId: byId('henrik.holm@example.com'),
		updateFields: { removeTspCredentials: true },
	});
	expect(error).toBeUndefined();
	expect(lastCall()).toMatchObject({ query: { remove_tsp_credentials: 'true' }, body: {} });
});

test.each([
	[{}, 'Transfer To: is required if a Transfer field is on'],
	[{ transferEmail: '' }, 'Transfer To: is required if a Transfer field is on'],
	[{ transferEmail: ' ' }, 'Transfer To: must be an email address'],
	[{ transferEmail: 'Jane Doe' }, 'Transfer To: must be an email address'],
])('Handing over to nobody (%j) is refused before anything is sent', async (to, message) => {
	const { error } = await run('delete', {
		userId: byId('henrik.holm@example.com'),
		additionalFields: { transferMeeting: true, ...to },
	});
	expect(error?.message).toBe(message);
	expect(environment.emulator.requests).toHaveLength(0);
});

test('Handing over nothing in particular is refused, since all would be gone', async () => {
	const { error } = await run('delete', {
		userId: byId('henrik.holm@example.com'),
		additionalFields: { transferEmail: 'hana.hayashi@example.com' },
	});
	expect(error?.message).toMatch(/^Transfer To: needs a Transfer field for each kind of data/);
	expect(environment.emulator.requests).toHaveLength(0);
});

test('A pending user is invited and found by e-mail address', async () => {
	await run('create', { email: nora });
	expect(lastCall().body).toEqual({ action: 'create', user_info: { email: nora, type: 1 } });
	expect((await run('get', { userId: byId(nora) })).items[0]).toMatchObject({ status: 'pending' });
});

test('An address that is taken is said to be', async () => {
	const { error } = await run('create', { email: 'henrik.holm@example.com' });
	expect(error).toMatchObject({
		message: 'A Zoom user with this email address already exists.',
		httpCode: '409',
	});
});

test('Users are listed to the end, with the filters that were set', async () => {
	for (let index = 0; index < 2100; index++) {
		environment.emulator.addUser({ email: `clone${index}@example.com` });
	}
	const { items } = await run('getAll', { returnAll: true });
	expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
	expect(items.length).toBeGreaterThan(2100);
	expect(environment.emulator.requests.to('GET /v2/users')).toHaveLength(2);

	const pending = await run('getAll', { filters: { status: 'pending' } });
	expect(pending.items.map(({ email }) => email)).toEqual(['petra.pohl@example.com']);
});

test('Settings and tokens are read', async () => {
	const userId = byId('henrik.holm@example.com');
	const settings = await run('getSettings', { userId });
	expect(settings.items[0]).toHaveProperty('schedule_meeting');
	const token = await run('getToken', { userId, additionalFields: { type: 'zak', ttl: 60 } });
	expect(lastCall().query).toEqual({ type: 'zak', ttl: '60' });
	expect(token.items).toEqual([{ token: expect.stringMatching(/\S+/) }]);
	const zak = await environment.run('userManaged', 'user.getZak', {});
	expect(zak.items).toEqual([{ token: expect.stringMatching(/\S+/) }]);
	expect(lastCall().path).toBe('/v2/users/me/zak');
});

test('A token on behalf of somebody is for a meeting by its ID as people write it', async () => {
	const additionalFields = { type: 'onbehalf', meetingId: '812 3456-7890' };
	await run('getToken', { userId: byId('henrik.holm@example.com'), additionalFields });
	expect(lastCall().query).toEqual({ type: 'onbehalf', meeting_id: '81234567890' });
});

describe('Simple settings', () => {
	const simple = async (additionalFields: object) => {
		const userId = byId('henrik.holm@example.com');
		const parameters = { userId, simplify: true, additionalFields } as object;
		return Object.keys((await run('getSettings', parameters)).items[0]);
	};

	test.each([
		['meeting_authentication', 'meeting_authentication'],
		['meeting_security', 'meeting_security'],
		['recording_authentication', 'recording_authentication'],
	])('have the section %s when it was asked for', async (option, member) => {
		expect(await simple({ option })).toContain(member);
	});

	test.each([
		[{ telephony: {}, schedule_meeting: {} }, ['telephony', 'schedule_meeting']],
		[{ whiteboard: {} }, ['whiteboard']],
		[{ feature: {}, whiteboard: {} }, ['feature']],
	])('keep of %j: %j', async (body, members) => {
		environment.emulator.faults.add({
			match: 'GET /v2/users/{userId}/settings',
			status: 200,
			body,
		});
		expect(await simple({ customQueryFields: 'third_party_audio' })).toEqual(members);
	});
});

test('A user-managed app is told that it cannot list users', async () => {
	const { error } = await environment.run('userManaged', 'user.getAll', {});
	expect(error).toMatchObject({
		message: 'Your Zoom app is missing required permissions: user:read:list_users:admin',
		description: expect.stringContaining('A user-managed app cannot have this scope'),
	});
});

describe('The choices in the editor', () => {
	const search = async (
		kind: Parameters<TestEnvironment['choices']>[0],
		method: 'searchUsers' | 'searchMeetings',
		...more: string[]
	) => {
		const { Zoom } = await import('../../../nodes/Zoom/Zoom.node');
		return await new Zoom().methods.listSearch[method].call(environment.choices(kind), ...more);
	};

	test('are all users for an app that reaches the account, found by name', async () => {
		const { results } = await search('serverToServer', 'searchUsers');
		expect(results[0]).toEqual({ name: 'Me (Owner of the Zoom App)', value: 'me' });
		expect(results.map(({ name }) => name)).toContain('Henrik Holm (henrik.holm@example.com)');
		const found = await search('accountLevel', 'searchUsers', 'hana');
		expect(found.results.map(({ name }) => name)).toEqual([
			'Hana Hayashi (hana.hayashi@example.com)',
		]);
	});

	test.each(['henrik holm', 'holm henrik', ' HOLM  hen '])(
		'"%s" finds Henrik Holm',
		async (typed) => {
			const { results } = await search('serverToServer', 'searchUsers', typed);
			expect(results.map(({ name }) => name)).toEqual(['Henrik Holm (henrik.holm@example.com)']);
		},
	);

	test.each([
		['Round 399', ['Round 399']],
		['399 round', ['Round 399']],
		['81 3990 001', ['Round 12']],
		['813990001', ['Round 12']],
		['ound 1', ['Round 12']],
		['- –', []],
	])('of meetings: "%s" finds %j', async (typed, topics) => {
		const meetings = [
			{ id: 813990001, topic: 'Round 12', type: 2, start_time: '2026-08-01T09:00:00Z' },
			{ id: 850000002, topic: 'Round 399', type: 2, start_time: '2026-08-02T09:00:00Z' },
		];
		environment.emulator.faults.add({
			match: 'GET /v2/users/{userId}/meetings',
			status: 200,
			body: { meetings },
		});
		const { results } = await search('serverToServer', 'searchMeetings', typed);
		expect(results.map(({ name }) => name.split(' (')[0])).toEqual(topics);
	});

	test('go on page by page', async () => {
		for (let index = 0; index < 400; index++) {
			environment.emulator.addUser({ email: `clone${index}@example.com` });
		}
		const first = await search('serverToServer', 'searchUsers', '');
		expect(first.results).toHaveLength(301);
		const second = await search(
			'serverToServer',
			'searchUsers',
			'',
			first.paginationToken as string,
		);
		expect(second.results.length).toBeGreaterThan(99);
		expect(second.paginationToken).toBeUndefined();
	});

	test('are looked for on further pages when the first has none', async () => {
		for (let index = 0; index < 2100; index++) {
			environment.emulator.addUser({ email: `clone${index}@example.com` });
		}
		environment.emulator.addUser({ email: 'zoe.zabel@example.com', first_name: 'Zoe' });
		const { results } = await search('serverToServer', 'searchUsers', 'zabel');
		expect(results.map(({ name }) => name)).toEqual(['Zoe (zoe.zabel@example.com)']);
		expect(environment.emulator.requests.to('GET /v2/users')).toHaveLength(2);
	});

	const answer = (users: object[], next_page_token: string) => {
		environment.emulator.faults.add({
			match: 'GET /v2/users',
			status: 200,
			body: { users, next_page_token },
		});
	};
	const pagesAskedFor = () =>
		environment.emulator.requests.to('GET /v2/users').map(({ query }) => query.next_page_token);

	test('are looked for on ten pages, and on the next ones when n8n asks again', async () => {
		for (let page = 1; page <= 11; page++) answer([], `after ${page}`);
		const found = await search('serverToServer', 'searchUsers', 'zabel');
		expect(found.results).toEqual([]);
		expect(pagesAskedFor()).toHaveLength(10);
		answer([{ id: 'ZoeZabel', email: 'zoe.zabel@example.com' }], '');
		const next = found.paginationToken as string;
		const { results } = await search('serverToServer', 'searchUsers', 'zabel', next);
		expect(results.map(({ value }) => value)).toEqual(['ZoeZabel']);
		expect(pagesAskedFor().slice(10)).toEqual(['after 10', 'after 11']);
	});

	// The editor asks for the next page by itself as long as there is nothing to show.
	test('are looked for no further when twenty pages in a row have nobody', async () => {
		for (let page = 1; page <= 30; page++) answer([], `after ${page}`);
		const found = await search('serverToServer', 'searchUsers', '');
		expect(found.results).toHaveLength(1);
		const next = found.paginationToken as string;
		await expect(search('serverToServer', 'searchUsers', '', next)).rejects.toThrow(
			'20 pages without new entries in a row',
		);
		expect(pagesAskedFor()).toHaveLength(20);
	});

	test('are those of a list with holes', async () => {
		answer([null, 'x', { id: 'ZoeZabel', email: 'zoe.zabel@example.com' }] as object[], '');
		const { results } = await search('serverToServer', 'searchUsers', 'zabel');
		expect(results.map(({ value }) => value)).toEqual(['ZoeZabel']);
	});

	test('are never the page again that n8n has just shown', async () => {
		answer([{ id: 'ZoeZabel', email: 'zoe.zabel@example.com' }], 'same');
		const { paginationToken } = await search('serverToServer', 'searchUsers', 'zabel');
		answer([{ id: 'ZoeZabel', email: 'zoe.zabel@example.com' }], 'same');
		await expect(
			search('serverToServer', 'searchUsers', 'zabel', paginationToken as string),
		).rejects.toThrow('the same page');
	});

	test('are an error where Zoom answers the same page again', async () => {
		for (const token of ['one', 'other', 'one']) answer([], token);
		await expect(search('serverToServer', 'searchUsers', 'zabel')).rejects.toThrow(
			'Zoom returned the same page of the list twice.',
		);
		expect(pagesAskedFor()).toEqual([undefined, 'one', 'other']);
		answer([], 'one');
		const token = 'next_page_token=one';
		await expect(search('serverToServer', 'searchUsers', 'zabel', token)).rejects.toThrow(
			'Zoom returned the same page of the list twice.',
		);
	});

	test('are only me for a user-managed app, without a call that Zoom would refuse', async () => {
		const { results } = await search('userManaged', 'searchUsers');
		expect(results).toEqual([{ name: 'Me (Connected User)', value: 'me' }]);
		expect(environment.emulator.requests.to('* /v2/*')).toHaveLength(0);
	});

	test("are meetings by topic, or a host's by address", async () => {
		await environment.run('userManaged', 'meeting.create', { topic: 'Budget 2027' });
		const mine = await search('userManaged', 'searchMeetings', 'budget');
		expect(mine.results).toEqual([
			{
				name: expect.stringMatching(/^Budget 2027 .*\d+$/),
				value: expect.stringMatching(/^\d+$/),
				url: expect.stringContaining('/j/'),
			},
		]);
		const theirs = await search('serverToServer', 'searchMeetings', 'henrik.holm@example.com');
		expect(theirs.results.map(({ name }) => name).join()).toContain('Quarterly review');
	});

	test('say what is wrong when there are none', async () => {
		environment.apps.serverToServer.active = false;
		await expect(search('serverToServer', 'searchUsers')).rejects.toThrow(
			/^The Zoom app is not activated/,
		);
	});

	test('are time zones and operations', async () => {
		const { Zoom } = await import('../../../nodes/Zoom/Zoom.node');
		const { getOperations, getTimezones } = new Zoom().methods.loadOptions;
		const zones = await getTimezones.call(environment.choices('userManaged'));
		expect(zones[0]).toEqual({ name: 'UTC (+00:00)', value: 'UTC' });
		expect(zones.map(({ value }) => value)).toContain('Europe/Berlin');
		const operations = await getOperations.call(environment.choices('userManaged'));
		expect(operations).toContainEqual(
			expect.objectContaining({ name: 'Create Meeting', value: 'meeting:create' }),
		);
	});
});
