import type { INodeExecutionData, ResourceMapperFields } from 'n8n-workflow';
import { getParameters, searchEndpoints } from '../../../nodes/Zoom/methods/resourceMapping';
import { publishedEndpoints } from '../../../nodes/Zoom/resources/api/endpoints';
import { keyedProducts, productRoutes } from '../../emulator/products/routes';
import { loadOptionsContext } from '../../support/engine/engine';
import type { TestEnvironment } from '../../support/engine/testEnvironment';
import { createTestEnvironment } from '../../support/engine/testEnvironment';

let environment: TestEnvironment;
beforeAll(async () => {
	environment = await createTestEnvironment();
});
beforeEach(() => {
	environment.reset();
});
afterAll(async () => {
	await environment.close();
});

const fromList = (value: string) => ({ __rl: true, mode: 'list', value });
const form = (value: Record<string, unknown>) => ({
	mappingMode: 'defineBelow',
	value,
	schema: [],
});

/** Calls an endpoint with what stands in the form, and more. */
const call = async (endpoint: string, values: Record<string, unknown> = {}, more = {}) =>
	await environment.run('serverToServer', 'api.request', {
		endpoint: fromList(endpoint),
		parameters: form(values),
		...more,
	} as Parameters<TestEnvironment['run']>[2]);

const lastCall = () => environment.emulator.requests.to('* /**').at(-1)!;

describe('Every product', () => {
	const own = [
		{ product: 'meetings', method: 'GET', path: '/users/{userId}/meetings' },
		{ product: 'users', method: 'GET', path: '/users' },
	];
	const offered = productRoutes.filter(({ product }) => !keyedProducts.includes(product));
	const routes = [...own, ...offered].map((route) => [route.product, route] as const);
	const one = [...new Map(routes).values()];

	const required: Record<string, object> = { '/my_notes/notes': { meeting_id: '81234567890' } };

	test('is in the emulator', async () => {
		const products = new Set((await publishedEndpoints()).map(({ product }) => product));
		expect(one.map(({ product }) => product).sort()).toEqual([...products].sort());
	});

	test.each(one)('$product: $method $path is reached', async ({ method, path }) => {
		// An app with whatever scope any of them asks for.
		const scopes = productRoutes.flatMap(({ granular, classic }) => [...granular, ...classic]);
		Object.assign(environment.apps.serverToServer, {
			scopes: [...environment.apps.serverToServer.scopes, ...scopes],
		});
		const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
		const values = Object.fromEntries(
			placeholders.map((name) => [name, /meeting/.test(name) ? '81234567890' : 'me']),
		);
		const more = method === 'POST' ? { body: '{"name": "Hello"}' } : { query: required[path] };
		const { items, error } = await call(`${method} ${path}`, values, more);
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(method === 'GET' ? 1 : 0);
		expect(lastCall()).toMatchObject({ method, route: path });
		if (method === 'POST') expect(items[0]).toMatchObject({ name: 'Hello' });
	});
});

describe('What is sent', () => {
	test('the parameters of the form, each in its place', async () => {
		const { items } = await call(
			'POST /users/{userId}/meetings',
			{ userId: 'me', topic: 'By any other name', type: 2, duration: 30, agenda: null },
			{ body: { duration: 45, settings: { waiting_room: false } } },
		);
		expect(items[0]).toMatchObject({ topic: 'By any other name', duration: 45 });
		expect(lastCall()).toMatchObject({
			path: '/v2/users/me/meetings',
			body: {
				topic: 'By any other name',
				type: 2,
				duration: 45,
				settings: { waiting_room: false },
			},
		});
		expect(lastCall().body).not.toHaveProperty('agenda');
	});

	test('for each item its own', async () => {
		const { items } = await environment.run(
			'serverToServer',
			'api.request',
			{
				endpoint: { __rl: true, mode: 'path', value: '={{ "GET /users/" + $json.who }}' },
			} as Parameters<TestEnvironment['run']>[2],
			{ items: [{ who: 'olivia.ortiz@example.com' }, { who: 'henrik.holm@example.com' }] },
		);
		expect(items.map(({ email }) => email)).toEqual([
			'olivia.ortiz@example.com',
			'henrik.holm@example.com',
		]);
	});

	test('a query, be it in the path or in JSON, with lists as Zoom wants them', async () => {
		await call('GET /phone/users?site_id=a&site_id=b', {}, { query: '{"keyword": "x"}' });
		expect(lastCall().query).toMatchObject({ site_id: ['a', 'b'], keyword: 'x' });
	});

	test('lists as lists, be they JSON or text', async () => {
		const targets = async (given: unknown) => {
			await call('DELETE /phone/roles/{roleId}/targets', { roleId: 'r', targets: given });
			return lastCall().body;
		};
		expect(await targets('[{"id": "a"}]')).toEqual({ targets: [{ id: 'a' }] });
		expect(await targets('a, b')).toEqual({ targets: ['a', 'b'] });
		expect(await targets(['a'])).toEqual({ targets: ['a'] });
		await call('POST /rooms', {}, { body: [1, 2] });
		expect(lastCall().body).toEqual([1, 2]);
	});

	test.each(['81234567890', 81234567890, '812 3456 7890', 'https://zoom.us/j/81234567890?pwd=x'])(
		'a meeting by its ID, however it is given: %s',
		async (meeting) => {
			// The placeholder of a path that somebody typed may have any name.
			for (const name of ['meetingId', 'meeting_id', 'id']) {
				await call(`GET /meetings/{${name}}`, { [name]: meeting });
				expect(lastCall().path).toBe('/v2/meetings/81234567890');
			}
			await call('GET /users/{userId}/recordings', { userId: 'me', meeting_id: meeting });
			expect(lastCall().query).toMatchObject({ meeting_id: '81234567890' });
			const template = { userId: 'me', meeting_id: meeting, name: 'x' };
			await call('POST /users/{userId}/meeting_templates', template);
			expect(lastCall().body).toMatchObject({ meeting_id: 81234567890 });
		},
	);

	test('no meeting that is none', async () => {
		const { error } = await call('GET /users/{userId}/recordings', {
			userId: 'me',
			meeting_id: 'soon',
		});
		expect(error?.message).toMatch(/^Meeting ID: must be a meeting ID/);
	});

	test('nothing that was removed from the form', async () => {
		const parameters = {
			mappingMode: 'defineBelow',
			value: { calling_type: 200, department: 'Sales' },
			schema: [
				{ id: 'calling_type', removed: true },
				{ id: 'department', removed: false },
			],
		};
		await call('GET /phone/users', {}, { parameters });
		expect(lastCall().query).toEqual({ department: 'Sales', page_size: '50' });
	});

	test('SCIM calls go beside the versions of the API', async () => {
		const { items } = await call('GET /scim2/Users', {}, { query: { count: 2 }, returnAll: true });
		expect(items).toHaveLength(3);
		expect(lastCall()).toMatchObject({ path: '/scim2/Users', query: { startIndex: '3' } });
	});
});

describe('What comes out', () => {
	const addUsers = async (count: number) => {
		for (let index = 0; index < count; index++) {
			await call('POST /rooms', {}, { body: { name: `Room ${index}` } });
		}
	};

	test('one item for each entry, over all pages or up to the limit', async () => {
		await addUsers(40);
		const all = await call('GET /rooms', {}, { returnAll: true });
		expect(all.items).toHaveLength(43);
		const calls = environment.emulator.requests.to('GET /v2/rooms');
		expect(calls.length).toBeGreaterThan(1);
		expect((await call('GET /rooms', {}, { limit: 31 })).items).toHaveLength(31);
		expect((await call('GET /rooms', {}, { limit: 2 })).items).toHaveLength(2);
	});

	test('the largest pages Zoom serves, where they are known', async () => {
		await call('GET /phone/users', {}, { returnAll: true });
		expect(lastCall().query).toEqual({ page_size: '100' });
		await call('GET /phone/users', {}, { limit: 5 });
		expect(lastCall().query).toEqual({ page_size: '5' });
		await call('GET /phone/users', {}, { limit: 5, query: { page_size: 7 } });
		expect(lastCall().query).toEqual({ page_size: '7' });
	});

	test("lists that are paged in Google's way go on, too", async () => {
		const { items } = await call(
			'GET /emails/mailboxes/{email}/messages',
			{ email: 'me@example.com' },
			{ query: { maxResults: 2 }, returnAll: true },
		);
		expect(items).toHaveLength(3);
		expect(lastCall().query.pageToken).toEqual(expect.any(String));
	});

	test('a list with properties of its own is a list on every page, the last one too', async () => {
		const about = { kind: 'calendar#events', timeZone: 'UTC', defaultReminders: [{ minutes: 5 }] };
		const answer = (page: object) => {
			environment.emulator.faults.add({
				match: 'GET /v2/calendars/{calId}/events',
				status: 200,
				body: { ...about, ...page },
			});
		};
		const list = async () =>
			await call('GET /calendars/{calId}/events', { calId: 'primary' }, { returnAll: true });
		answer({ items: [{ id: 'a' }], nextPageToken: 'next' });
		answer({ items: [{ id: 'b' }] });
		expect((await list()).items).toEqual([{ id: 'a' }, { id: 'b' }]);
		answer({ items: [{ id: 'b' }] });
		expect((await list()).items).toEqual([{ id: 'b' }]);
		answer({ items: [] });
		expect((await list()).items).toEqual([]);
	});

	test('one item for a thing, a list as one item where it is wanted, success for nothing', async () => {
		expect((await call('GET /users/me')).items).toEqual([
			expect.objectContaining({ email: 'olivia.ortiz@example.com' }),
		]);
		expect((await call('GET /users', {}, { response: 'single' })).items).toEqual([
			expect.objectContaining({ users: expect.any(Array) }),
		]);
		const meeting = await call('POST /users/me/meetings', { topic: 'Soon gone' });
		const gone = await call('DELETE /meetings/{meetingId}', { meetingId: meeting.items[0].id });
		expect(gone.items).toEqual([{ success: true }]);
	});

	test('which list is meant can be said, and has to be when there are several', async () => {
		environment.emulator.faults.add({
			match: 'GET /v2/users/{userId}',
			times: Infinity,
			status: 200,
			body: { left: [{ id: 1 }], right: [{ id: 2 }, { id: 3 }], ids: ['a'] },
		});
		const asList = { response: 'list' };
		expect((await call('GET /users/me', {}, asList)).error?.message).toBe(
			"Zoom's response contains several lists: left, right. Set List Key to one of them.",
		);
		const named = async (listKey: string) =>
			await call('GET /users/me', {}, { ...asList, additionalFields: { listKey } });
		expect((await named('right')).items).toEqual([{ id: 2 }, { id: 3 }]);
		expect((await named('ids')).items).toEqual([{ value: 'a' }]);
		expect((await named('users')).error?.message).toBe(
			"Zoom's response contains no list named users; it has left, right, ids.",
		);
	});

	test('a bare list is a list', async () => {
		const body = [{ id: 1 }, { id: 2 }];
		environment.emulator.faults.add({ match: 'GET /v2/rooms', status: 200, body });
		expect((await call('GET /rooms')).items).toEqual(body);
	});

	test('a list that goes in a circle ends with an error', async () => {
		const body = { rooms: [{ id: 1 }], next_page_token: 'again' };
		environment.emulator.faults.add({ match: 'GET /v2/rooms', times: Infinity, status: 200, body });
		const { error } = await call('GET /rooms', {}, { returnAll: true });
		expect(error?.message).toBe('Zoom returned the same page of the list twice.');
	});
});

describe('A list goes on', () => {
	/** Answers of `GET /rooms`, one for each call. */
	const answer = (...bodies: object[]) => {
		for (const body of bodies) {
			environment.emulator.faults.add({ match: 'GET /v2/rooms', status: 200, body });
		}
	};
	const list = async (more: Record<string, unknown> = {}) =>
		await call('GET /rooms', {}, { returnAll: true, ...more });
	const positions = () =>
		environment.emulator.requests
			.to('GET /v2/rooms')
			.map(({ query: { page_size: _, ...rest } }) => rest);
	const hintsOf = ({ run }: Awaited<ReturnType<typeof list>>) =>
		(run.data.resultData.runData.Zoom[0].hints ?? []).map(({ message }) => message);
	const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

	test.each<[string, object[], object[]]>([
		[
			'by pages that are counted and not numbered',
			[
				{ page_count: 2, rooms: [a] },
				{ page_count: 2, rooms: [b] },
			],
			[{}, { page_number: '2' }],
		],
		[
			'by page and has_next_page',
			[
				{ page: 1, has_next_page: true, rooms: [a] },
				{ page: 2, has_next_page: false, rooms: [b] },
			],
			[{}, { page: '2' }],
		],
		[
			'by page and has_next_page, in a group of their own',
			[
				{ pagination: { page: 0, hasNextPage: true }, rooms: [a] },
				{ pagination: { page: 1, hasNextPage: false }, rooms: [b] },
			],
			[{}, { page: '1' }],
		],
		[
			'by page_num and total_pages, from 0 on',
			[
				{ page_num: 0, total_pages: 2, rooms: [a] },
				{ page_num: 1, total_pages: 2, rooms: [b] },
			],
			[{}, { page_num: '1' }],
		],
		[
			'by current_page',
			[
				{ meta: { current_page: 1, total_pages: 2 }, rooms: [a] },
				{ meta: { current_page: 2, total_pages: 2 }, rooms: [b] },
			],
			[{}, { page: '2' }],
		],
		[
			'by page, size and number of entries',
			[
				{ page_number: 1, page_size: 1, total_records: 2, rooms: [a] },
				{ page_number: 2, page_size: 1, total_records: 2, rooms: [b] },
			],
			[{}, { page_number: '2' }],
		],
		[
			'by offset',
			[
				{ offset: 0, limit: 1, total: 2, rooms: [a] },
				{ offset: 1, limit: 1, total: 2, rooms: [b] },
			],
			[{}, { offset: '1' }],
		],
		[
			"by SCIM's index, said or not",
			[
				{ totalResults: 2, itemsPerPage: 1, rooms: [a] },
				{ totalResults: 2, startIndex: 2, rooms: [b] },
			],
			[{}, { startIndex: '2' }],
		],
		[
			'by a cursor',
			[
				{ next_cursor: 'x', has_more: true, rooms: [a] },
				{ next_cursor: null, has_more: false, rooms: [b] },
			],
			[{}, { cursor: 'x' }],
		],
		[
			'by a link',
			[
				{ links: { next: 'https://elsewhere.example/v2/other?start=a&count=1' }, rooms: [a] },
				{ links: { next: null }, rooms: [b] },
			],
			[{}, { start: 'a', count: '1' }],
		],
		[
			'by the number of the next page',
			[
				{ next_page: 2, rooms: [a] },
				{ next_page: null, rooms: [b] },
			],
			[{}, { page: '2' }],
		],
		[
			'by a number and a word for more, as text',
			[
				{ page: 1, has_more: 'true', rooms: [a] },
				{ page: 2, has_more: 'false', rooms: [b] },
			],
			[{}, { page: '2' }],
		],
		[
			'by a token, whatever pages are counted',
			[
				{ page_count: 2, page_number: 1, next_page_token: 'x', rooms: [a] },
				{ page_count: 2, page_number: 1, next_page_token: '', rooms: [b] },
			],
			[{}, { next_page_token: 'x' }],
		],
	])('%s', async (_, answers, asked) => {
		answer(...answers);
		const result = await list();
		expect(result.error).toBeUndefined();
		expect(result.items).toEqual([a, b]);
		expect(positions()).toEqual(asked);
		expect(hintsOf(result)).toEqual([]);
	});

	test('from the page that was asked for', async () => {
		answer({ page_number: 2, page_count: 3, total_records: 3, rooms: [b] });
		answer({ page_number: 3, page_count: 3, total_records: 3, rooms: [c] });
		const result = await list({ query: { page_number: 2 } });
		expect(result.items).toEqual([b, c]);
		expect(hintsOf(result)).toEqual([]);
	});

	test('by number where that is all Zoom documents', async () => {
		const match = 'GET /v2/users/{userId}/webinars';
		const page = (page_number: number, webinars: object[]) =>
			environment.emulator.faults.add({
				match,
				status: 200,
				body: { page_number, page_count: 2, next_page_token: '', webinars },
			});
		page(1, [a]);
		page(2, [b]);
		const { items } = await call('GET /users/me/webinars', {}, { returnAll: true });
		expect(items).toEqual([a, b]);
	});

	test.each<[string, object]>([
		['has_more', { has_more: true }],
		['has_next_page', { pagination: { has_next_page: true } }],
		['is_last_page', { is_last_page: false }],
		['has_more as text', { has_more: 'true' }],
		['has_more as a number', { has_more: 1 }],
	])('or is an error where nobody says how: %s', async (_, about) => {
		answer({ ...about, rooms: [a] });
		expect((await list()).error?.message).toBe(
			'Zoom reports more pages of the list, but no page token to get them.',
		);
		answer({ ...about, rooms: [a] });
		expect((await list({ returnAll: false, limit: 1 })).items).toEqual([a]);
	});

	test.each<[string, object]>([
		['entries', { total_records: 3 }],
		['entries, as SCIM counts them', { totalResults: 3, startIndex: 1, itemsPerPage: 0 }],
		['pages', { page_count: 3, next_page_token: '' }],
	])('or a hint says that there are more %s', async (_, about) => {
		answer({ ...about, rooms: about && 'itemsPerPage' in about ? [] : [a] });
		expect(hintsOf(await list())).toEqual([
			expect.stringMatching(/^The list may be incomplete: Zoom counts 3 (entries|pages)/),
		]);
	});

	test('or is an error where the position is not heeded', async () => {
		answer(...Array.from({ length: 3 }, () => ({ page_count: 3, rooms: [a, b] })));
		expect((await list()).error?.message).toBe('Zoom returned the same page of the list twice.');
		expect(positions()).toEqual([{}, { page_number: '2' }]);
	});

	test('or is an error when page after page is empty', async () => {
		for (let page = 1; page <= 30; page++) answer({ rooms: [], next_page_token: `${page}` });
		const { error } = await list({ returnAll: false, limit: 5 });
		expect(error?.message).toMatch(/^Zoom returned 20 pages without new entries in a row/);
		expect(positions()).toHaveLength(20);
	});

	test('with each entry once, and without what is none', async () => {
		answer(
			{ rooms: [null, a, b], next_page_token: 'x' },
			{ rooms: [b, 'text', c], next_page_token: '' },
		);
		const result = await list();
		expect(result.items).toEqual([a, b, c]);
		expect(hintsOf(result)).toEqual(["Entries of Zoom's list that are not objects were left out."]);
	});

	test('without entries where Zoom has null in place of the list', async () => {
		answer({ rooms: null, next_page_token: '' });
		expect((await list({ response: 'auto' })).items).toEqual([]);
	});

	test('further in, by what Zoom says there', async () => {
		const inner = (rooms: object[], next_page_token: string) => ({
			code: 0,
			data: { from: '2026-06-01', next_page_token, list: rooms },
		});
		for (const response of ['auto', 'list']) {
			environment.reset();
			answer(inner([a], 'x'), inner([b], ''));
			const query = { from: '2026-03-01' };
			const additionalFields = { listKey: 'data.list' };
			const result = await list({ response, additionalFields, query });
			expect(result.items).toEqual([a, b]);
			expect(positions().at(-1)).toEqual({ from: '2026-03-01', next_page_token: 'x' });
			expect(hintsOf(result)).toEqual([
				expect.stringMatching(/^Zoom returned entries from 2026-06-01/),
			]);
		}
	});

	test('or a hint says that the one item is not all', async () => {
		const body = { code: 0, data: { next_page_token: 'x', list: [a] } };
		answer(body);
		const result = await list({ response: 'auto' });
		expect(result.items).toEqual([body]);
		expect(hintsOf(result)).toEqual([
			'The response has more pages, but the item contains only the first one. To get all pages, set Response to List and List Key to the name of the list.',
		]);
		answer(body);
		expect(hintsOf(await list({ response: 'single' }))).toEqual([]);
		environment.emulator.faults.add({ match: 'POST /v2/rooms', status: 200, body });
		const found = await call('POST /rooms', {}, { body: { name: 'x' } });
		expect(hintsOf(found)).toEqual([expect.stringMatching(/^The list has more pages\./)]);
	});

	test('with an entry once that changed between two pages, where the node knows its ID', async () => {
		const page = (next_page_token: string, users: object[]) =>
			environment.emulator.faults.add({
				match: 'GET /v2/users',
				status: 200,
				body: { next_page_token, users },
			});
		page('x', [a, b]);
		page('', [{ ...b, name: 'New' }, c]);
		const { items } = await call('GET /users', {}, { returnAll: true });
		expect(items).toEqual([a, b, c]);
	});

	test('of calls other than GET by hand, which a hint says', async () => {
		const body = { children: [a], next_page_token: 'x' };
		environment.emulator.faults.add({ match: 'POST /v2/rooms', status: 200, body });
		const result = await call('POST /rooms', {}, { response: 'list', body: { name: 'x' } });
		expect(result.items).toEqual([a]);
		expect(hintsOf(result)).toEqual([expect.stringMatching(/^The list has more pages\./)]);
	});

	test('no further back than Zoom answers, which a hint says', async () => {
		const asked = { from: '2026-03-01', to: '2026-06-30' };
		for (const response of ['auto', 'list', 'single']) {
			answer({ from: '2026-06-01', to: '2026-06-30', rooms: [a], next_page_token: '' });
			expect(hintsOf(await list({ query: asked, response }))).toEqual([
				'Zoom returned entries from 2026-06-01 instead of 2026-03-01. Older entries are missing.',
			]);
		}
	});

	test.each(['GET /phone/call_history', 'GET /phone/users/me/call_history'])(
		'in %s with the entries that are not deprecated',
		async (endpoint) => {
			const body = { call_logs: [{ id: 'old' }], call_history: [a], next_page_token: '' };
			environment.emulator.faults.add({ match: `GET /v2${endpoint.slice(4)}`, status: 200, body });
			expect((await call(endpoint, {}, { returnAll: true })).items).toEqual([a]);
		},
	);
});

describe('A file', () => {
	const asFile = { response: 'file', binaryPropertyName: 'recording' };
	const binaryOf = (output: INodeExecutionData[]) => output[0].binary?.recording;

	test('has the name and type it came with', async () => {
		environment.emulator.faults.add({
			match: 'GET /v2/users/{userId}',
			status: 200,
			headers: {
				'content-type': 'audio/mpeg;charset=UTF-8',
				'content-disposition': 'attachment; filename="../a call.mp3"',
			},
			body: '\0la la la',
		});
		const { outputs, error } = await call('GET /users/me?x=1', {}, asFile);
		expect(error).toBeUndefined();
		expect(outputs[0][0].json).toEqual({ fileName: 'a call.mp3', mimeType: 'audio/mpeg' });
		const { data, ...file } = binaryOf(outputs[0])!;
		expect(file).toMatchObject({ fileName: 'a call.mp3', mimeType: 'audio/mpeg' });
		expect(Buffer.from(data, 'base64').toString()).toContain('la la la');
		expect(lastCall().query).toEqual({ x: '1' });
	});

	test('may be the JSON itself, named after the path', async () => {
		const { outputs } = await call('GET /users/me', {}, asFile);
		expect(binaryOf(outputs[0])).toMatchObject({
			fileName: 'me.json',
			mimeType: 'application/json',
		});
	});

	test('a refusal stays one', async () => {
		const { error } = await call('GET /meetings/{meetingId}', { meetingId: '999' }, asFile);
		expect(error?.message).toBe('Meeting not found at Zoom: 999');
	});

	test('comes by GET only', async () => {
		const { error } = await call('POST /rooms', {}, asFile);
		expect(error?.message).toBe('Response: can be File only for GET');
	});
});

describe('Calls that fail', () => {
	test('explain the scope that is missing', async () => {
		Object.assign(environment.apps.serverToServer, { scopes: ['user:read:user:admin'] });
		expect((await call('GET /phone/users')).error?.message).toBe(
			'Your Zoom app is missing required permissions: phone:read:list_users:admin',
		);
	});

	test('are repeated by the same rules as all others', async () => {
		const broken = { times: 1, status: 503, body: {} };
		environment.emulator.faults.add({ ...broken, match: 'GET /v2/rooms' });
		const options = { retryMultiplyWaitTime: false };
		expect((await call('GET /rooms', {}, { options })).error).toBeUndefined();
		environment.emulator.faults.add({ ...broken, match: 'POST /v2/rooms' });
		expect(
			(await call('POST /rooms', {}, { options, body: { name: 'x' } })).error?.message,
		).toMatch(/Zoom may have created it/);
	}, 20_000);

	test.each([
		['GET https://evil.example/v2/users', {}, /^Endpoint: must be a path, or a URL of http:/],
		['GET /users/../accounts', {}, /^Endpoint: must not have \. or \.\./],
		['GET /users/{userId}', {}, /^Parameters > User ID: is required/],
		['GET /users/{userId}', { userId: '..' }, /^User ID: must not be \. or \.\./],
		['GET /users/{userId}', { userId: '' }, /^Parameters > User ID: is required/],
		['GET /users/{who}', { userId: 'me' }, /^Parameters: has "userId", which the endpoint/],
		['POST /phone/call_queues', { name: 'x' }, /^Parameters > Site ID: is required/],
		['GET /users', { status: 'lost' }, /^Parameters > Status: must be one of active, inactive/],
		['PATCH /phone/users/{userId}', { userId: 'me', policy: 'x' }, /^Parameters > Policy: must be/],
		['POST /chat/users/me/files', {}, /^Endpoint: takes a file/],
	])('%s with %j is refused before anything is sent', async (endpoint, values, message) => {
		const { error } = await call(endpoint, values);
		expect(error?.message).toMatch(message);
		expect(environment.emulator.requests.to('* /v2/**')).toEqual([]);
	});

	test('a URL of the connection is taken for what it is', async () => {
		const { items } = await call(`${environment.emulator.url}/v2/users/me`);
		expect(items[0]).toHaveProperty('email');
	});
});

describe('The editor', () => {
	const context = (endpoint: string) =>
		loadOptionsContext({
			credentials: environment.credentials,
			use: { zoomServerToServerOAuth2Api: 'serverToServer' },
			parameters: {
				authentication: 'serverToServer',
				resource: 'api',
				operation: 'request',
				endpoint: fromList(endpoint) as never,
			},
		});
	const search = async (filter?: string, token?: string) =>
		await searchEndpoints.call(context(''), filter, token);
	const fieldsOf = async (endpoint: string): Promise<ResourceMapperFields> =>
		await getParameters.call(context(endpoint));

	test('offers all endpoints, a hundred at a time', async () => {
		const first = await search();
		expect(first.results).toHaveLength(100);
		const second = await search('', String(first.paginationToken));
		expect(second.results[0]).not.toEqual(first.results[0]);
		let count = 0;
		for (let token: unknown = '0'; token !== undefined; ) {
			const page = await search('', String(token));
			count += page.results.length;
			token = page.paginationToken;
		}
		expect(count).toBe((await publishedEndpoints()).length);
	});

	test.each([
		['list phone users', 'GET /phone/users'],
		['PHONE call_queues post', 'POST /phone/call_queues'],
		['contact center queues', 'GET /contact_center/queues'],
	])('finds "%s"', async (filter, value) => {
		expect((await search(filter)).results.map((entry) => entry.value)).toContain(value);
	});

	test('shows what fits best first', async () => {
		const first = async (filter: string) => (await search(filter)).results[0].value;
		expect(await first('Update a phone user')).toBe('PATCH /phone/users/{userId}');
		expect(await first('GET /phone/call_history')).toBe('GET /phone/call_history');
	});

	test('finds nothing where there is nothing', async () => {
		expect(await search('no such thing anywhere')).toEqual({ results: [] });
	});

	test('shows typed fields, the required ones first and the others on demand', async () => {
		const { fields } = await fieldsOf('PATCH /phone/users/{userId}');
		expect(fields[0]).toMatchObject({
			id: 'userId',
			displayName: 'User ID',
			type: 'string',
			required: true,
			removed: false,
		});
		const types = new Set(fields.map(({ type }) => type));
		expect([...types]).toEqual(expect.arrayContaining(['string', 'object']));
		expect(fields.slice(1).every(({ removed }) => removed)).toBe(true);
		const { fields: listing } = await fieldsOf('GET /users');
		expect(listing.find(({ id }) => id === 'status')).toMatchObject({
			type: 'options',
			options: [
				{ name: 'Active', value: 'active' },
				{ name: 'Inactive', value: 'inactive' },
				{ name: 'Pending', value: 'pending' },
			],
		});
		expect(listing.map(({ id }) => id)).not.toContain('page_size');
	});

	test('shows the placeholders of a path nobody published', async () => {
		const { fields } = await fieldsOf('PUT /new/{thingId}/things');
		expect(fields.map(({ id, required }) => [id, required])).toEqual([['thingId', true]]);
	});

	test('says so where nothing is known', async () => {
		expect(await fieldsOf('GET /tasks/items')).toEqual({
			fields: [],
			emptyFieldsNotice: expect.stringMatching(/^The parameters of this endpoint are not known/),
		});
		expect(await fieldsOf('')).toEqual({
			fields: [],
			emptyFieldsNotice: 'Choose an endpoint first.',
		});
	});
});
