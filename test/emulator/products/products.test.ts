import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from '../caller';
import { apiOf } from '../caller';
import { contract } from '../core/contract/contract';
import type { Emulator } from '..';
import { createEmulator } from '..';
import { generateProducts } from './generate';
import { keyedProducts, productRoutes } from './routes';

describe('the other products', () => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator();
		api = apiOf(emulator);
	});
	beforeEach(() => {
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	it("have the routes and scopes of Zoom's list", () => {
		const stored = readFileSync(join(__dirname, 'routes.generated.json'), 'utf8');
		expect(stored === generateProducts()).toBe(true);
	});

	it('take nothing from the operations people automate', () => {
		const ids = [...contract, ...productRoutes].map(({ operationId }) => operationId);
		expect(new Set(ids).size).toBe(ids.length);
		const paths = contract.map(({ method, path }) => `${method} ${path}`);
		for (const { method, path } of productRoutes) expect(paths).not.toContain(`${method} ${path}`);
	});

	const concrete = (path: string) =>
		path
			.replace('{userId}', 'me')
			.replace('{meetingId}', '81234567890')
			.replace(/\{[^{}]+\}/g, 'something@example.com');
	const lists = productRoutes.filter(
		({ method, product, entries }) =>
			method === 'GET' && !entries.style && !keyedProducts.includes(product),
	);

	it.each(lists.map(({ path, entries }) => [path, entries] as const))(
		'list %s in pages',
		async (path, { key = '', id }) => {
			// Notes are for users alone, which no other app's scopes reach.
			const app = emulator.addApp({ scopes: productRoutes.flatMap(({ granular }) => granular) });
			const api = apiOf(emulator, emulator.authorize(app).access_token);
			const list = `${concrete(path)}?page_size=2&anything=else`;
			const { status, body } = await api('GET', list);
			const first = body[key] as Record<string, unknown>[];
			expect([status, body.total_records, first.length]).toEqual([200, 3, 2]);
			const next = await api('GET', `${list}&next_page_token=${String(body.next_page_token)}`);
			expect(next.body[key]).toHaveLength(1);
			expect(next.body.next_page_token).toBe('');
			expect(first[0]).toHaveProperty(id);
		},
	);

	it.each([
		['/calendars/primary/events', 'items'],
		['/emails/mailboxes/me@example.com/messages', 'messages'],
	])('list %s in pages as Google does', async (path, key) => {
		const { body } = await api('GET', `${path}?maxResults=2`);
		expect(Object.keys(body)).toEqual([key, 'nextPageToken']);
		const next = await api('GET', `${path}?maxResults=2&pageToken=${String(body.nextPageToken)}`);
		expect(next.body).toEqual({ [key]: [expect.any(Object)] });
	});

	it('list users as SCIM does, beside the versions of the API', async () => {
		const { access_token: token } = emulator.authorize(emulator.apps.serverToServer);
		const scim = async (path: string) =>
			await fetch(emulator.url + path, { headers: { authorization: `Bearer ${token}` } });
		const answer = await scim('/scim2/Users?count=2&startIndex=2');
		expect([answer.status, await answer.json()]).toEqual([
			200,
			expect.objectContaining({ totalResults: 3, startIndex: 2, itemsPerPage: 2 }),
		]);
		expect((await scim('/v2/scim2/Users')).status).toBe(404);
	});

	it.each(['/videosdk/sessions', '/aiservices/summarizer/jobs', '/cobrowsesdk/live_sessions'])(
		'take no token of an app for %s, since they have keys of their own',
		async (path) => {
			const { status, body } = await api('GET', path);
			expect([status, body]).toEqual([401, { code: 124, message: 'Invalid access token.' }]);
		},
	);

	it('keep what is added, each list for itself', async () => {
		const channels = (who: string) => `/chat/users/${who}/channels`;
		const { status, body } = await api('POST', channels('me'), { name: 'New', type: 1 });
		expect([status, body]).toEqual([201, { id: expect.any(String), name: 'New', type: 1 }]);
		const mine = (await api('GET', channels('olivia.ortiz@example.com'))).body;
		expect((mine.channels as object[])[3]).toEqual(body);
		const others = (await api('GET', channels('henrik.holm@example.com'))).body;
		expect(others.channels).toHaveLength(3);
		expect((await api('GET', channels('nobody@example.com'))).body.code).toBe(1001);
	});

	it('add under another path where Zoom does', async () => {
		await api('POST', '/commerce/order', { order_description: 'Ten seats' });
		const { orders } = (await api('GET', '/commerce/orders')).body;
		expect((orders as object[])[3]).toMatchObject({ order_description: 'Ten seats' });
	});

	it.each([
		['/phone/call_queues', 104, 'phone:read:list_call_queues:admin'],
		['/marketplace/apps', 201, 'marketplace:read:list_apps:admin'],
		['/rooms', 4711, 'zoom_rooms:read:list_rooms:admin'],
	])('refuse a token without the scope for %s with %i', async (path, code, scope) => {
		const app = emulator.addApp({ scopes: ['meeting:read:meeting:admin'] });
		const bare = apiOf(emulator, emulator.authorize(app).access_token);
		const { status, body } = await bare('GET', path);
		const message = `Invalid access token, does not contain scopes:[${scope}].`;
		expect([status, body]).toEqual([400, { code, message }]);
	});

	it('refuse it in JSON that is none where they are Zoom Events', async () => {
		const app = emulator.addApp({ scopes: ['meeting:read:meeting:admin'] });
		const bare = apiOf(emulator, emulator.authorize(app).access_token);
		const { status, headers, text } = await bare('GET', '/zoom_events/events');
		expect([status, headers.get('content-type')]).toEqual([400, 'application/json;charset=UTF-8']);
		expect(text).toBe(
			'{"code":104,"message":"Invalid access token, does not contain scopes:["zoom_events:read:list_events","zoom_events:read:list_events:admin"]"}',
		);
	});
});
