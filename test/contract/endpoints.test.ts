import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readAddress } from '../../nodes/Zoom/resources/api/address';
import { isList, listReader } from '../../nodes/Zoom/resources/api/answerList';
import {
	type Endpoint,
	parametersOf,
	publishedAt,
	publishedEndpoints,
} from '../../nodes/Zoom/resources/api/endpoints';
import { knownOf, labelOf } from '../../nodes/Zoom/resources/api/parameterFields';
import { apiOrigins } from '../../nodes/Zoom/transport/auth/environments';
import { hashOf } from '../../spec/hash';
import { endpointName, readSummaryHashes } from '../../spec/read';
import { folder, generate, readRows } from '../support/generators/endpoints/generate';
import { messageOf } from '../support/registry/registry';

describe('The table of endpoints', () => {
	let table: readonly Endpoint[];
	beforeAll(async () => {
		table = await publishedEndpoints();
	});

	test('has each endpoint once, under a title that is a sentence', () => {
		const names = table.map(endpointName);
		expect(new Set(names).size).toBe(names.length);
		const odd = table.filter(({ title }) => !/^[A-Z][a-z]+(?: [^ ]+)+$/.test(title));
		expect(odd).toEqual([]);
	});

	test('its size is told, and what each product takes is in a file of its own', async () => {
		const products = [...new Set(table.map(({ product }) => product))];
		const known = products.filter((product) =>
			existsSync(join(folder, `resources/api/parameters/${product}.generated.json`)),
		);
		const files = known.map((product) => `resources/api/parameters/${product}.generated.json`);
		const size = ['registry/endpoints.generated.json', ...files]
			.map((file) => statSync(join(folder, file)).size)
			.reduce((sum, bytes) => sum + bytes);
		process.stdout.write(
			`Endpoints: ${table.length} of ${products.length} products, parameters of ${known.length} of them, ${(size / 1024).toFixed(0)} KB\n`,
		);
		expect(size).toBeLessThan(1.5 * 1024 * 1024);
		const taken = await Promise.all(table.map(parametersOf));
		expect(taken.filter((parameters) => parameters.length > 0).length).toBeGreaterThan(600);
	});

	test('names the scopes of a user before those of the account', () => {
		const reach = (scope: string) => (/:(admin|master)$/.exec(scope)?.[1] ?? '').length;
		const lists = table.flatMap(({ scopes, classicScopes }) => [scopes, classicScopes]);
		const mixed = lists.filter((scopes) =>
			scopes.some((scope, index) => index > 0 && reach(scope) < reach(scopes[index - 1])),
		);
		expect(mixed).toEqual([]);
	});

	test('names the list of an answer where it has but one', () => {
		const listed = table.filter(({ listKey }) => listKey !== undefined);
		expect(listed.length).toBeGreaterThan(200);
		expect(listed.filter(({ method, paging }) => method !== 'GET' || !paging)).toEqual([]);
		const keys = new Map(listed.map((entry) => [endpointName(entry), entry.listKey]));
		expect(keys.get('GET /users')).toBe('users');
		expect(keys.get('GET /phone/call_history')).toBe('call_history');
		expect(keys.get('GET /users/{userId}')).toBeUndefined();
	});

	describe("next to Zoom's documents", () => {
		const rows = readRows().filter(({ unlisted }) => !unlisted);

		test('has every endpoint of the list, and besides only those of newer documents', () => {
			const listed = rows.map(endpointName);
			const names = table.map(endpointName);
			expect(listed.filter((name) => !names.includes(name))).toEqual([]);
			expect(names.filter((name) => !listed.includes(name))).toEqual([
				'POST /docs/file_search',
				'GET /my_notes/notes',
				'GET /my_notes/notes/{noteId}/content',
			]);
		});

		test('says of each what the list says', () => {
			const byName = new Map(table.map((entry) => [endpointName(entry), entry]));
			const labels = { resourceIntensive: 'RESOURCE-INTENSIVE' } as Record<string, string>;
			for (const row of rows) {
				const facts = byName.get(endpointName(row))!;
				const { product, scopes, classicScopes, rate, paging, pageSize, deprecated } = facts;
				expect(product).toBe(row.product);
				expect([...scopes].sort()).toEqual([...row.granularScopes].sort());
				expect([...classicScopes].sort()).toEqual([...row.classicScopes].sort());
				expect(facts.listKey).toBe(row.listKey ?? facts.listKey);
				expect(rate && (labels[rate] ?? rate.toUpperCase())).toBe(row.rateLimitLabel);
				expect(pageSize).toBe(row.maxPageSize);
				expect(deprecated).toBe(row.deprecated);
				if (row.method === 'GET' && row.pagination !== undefined) {
					expect(row.pagination).toMatch(paging === 'page' ? /^page#/ : new RegExp(`^${paging}`));
				} else expect(paging).toBeUndefined();
			}
		});

		test('is what the script makes, and so are the parameters', () => {
			const differing = Object.entries(generate()).filter(
				([name, text]) => readFileSync(join(folder, name), 'utf8') !== text,
			);
			expect(differing.map(([name]) => name)).toEqual([]);
		});

		test('names scopes wherever a document of Zoom does', () => {
			const without = table.filter((row) => row.scopes.length + row.classicScopes.length === 0);
			expect(without.length).toBe(154);
			const found = ['GET /scheduler/schedules', 'GET /number_management/peering_numbers'];
			expect(without.filter((row) => found.includes(endpointName(row)))).toEqual([]);
			expect(table.find((row) => endpointName(row) === 'GET /scheduler/schedules')).toMatchObject({
				scopes: expect.arrayContaining(['scheduler:read:list_schedule']) as unknown,
			});
		});

		test("holds nobody's sentences but our own", () => {
			const long = readSummaryHashes();
			expect(long.length).toBeGreaterThan(200);
			const titles = new Set(table.map(({ title }) => hashOf(title)));
			expect(long.filter((summary) => titles.has(summary)).length).toBeLessThan(10);
		});
	});
});

describe('An address', () => {
	const origins = apiOrigins('https://api-us.zoom.us');
	const read = (text: string) => readAddress(text, origins);

	test.each([
		['GET /users', 'GET', '/users'],
		['  get   /v2/users/ ', 'GET', '/users'],
		['/users/me', 'GET', '/users/me'],
		['PATCH users/{userId}', 'PATCH', '/users/{userId}'],
		['POST https://api.zoom.us/v2/users', 'POST', '/users'],
		['DELETE HTTPS://API-US.ZOOM.US/v2/users/a%20b', 'DELETE', '/users/a%20b'],
		['GET /users/jane+x@example.com', 'GET', '/users/jane+x@example.com'],
	])('%j is %s %s', (text, method, path) => {
		expect(read(text)).toMatchObject({ method, path, query: {} });
	});

	test('may end in a query', () => {
		expect(read('GET /users?status=active&id=1&id=2&q=a%20b').query).toEqual({
			status: 'active',
			id: ['1', '2'],
			q: 'a b',
		});
	});

	test.each([
		['', /a method and a path/],
		['HEAD /users', /a method and a path/],
		['GET /users /x', /a method and a path/],
		['GET /users\\..\\x', /a method and a path/],
		['GET /users#x', /a method and a path/],
		['GET https://api.zoom.us.example/v2/users', /must be a path, or a URL of https:/],
		['GET https://api.zoom.us@example.com/v2/users', /must be a path/],
		['GET https://api.zoomgov.com/v2/users', /must be a path/],
		['GET http://api.zoom.us/v2/users', /must be a path/],
		['GET //example.com/users', /must be a path/],
		['GET /videosdk/sessions', /The Video SDK API takes a JSON Web Token/],
		['PATCH /v2/videosdk/sessions/{sessionId}/anything', /Video SDK/],
		[
			'POST https://api.zoom.us/v2/aiservices/scribe/jobs',
			/The AI Services API takes a JSON Web Token/,
		],
		['GET /VideoSDK/sessions', /Video SDK/],
		['GET cobrowsesdk/live_sessions', /The Cobrowse SDK API takes/],
		['GET file:///etc/passwd', /must be a path/],
		['GET /users/../roles', /must not have \. or \.\./],
		['GET /./users', /must not have \. or \.\./],
		['GET /users/%2e%2e/roles', /must not have \. or \.\./],
		['GET /users/.%2E/roles', /must not have \. or \.\./],
		['GET /users/%252e%252e/roles', /must not have \. or \.\./],
		['GET /users//meetings', /an empty part/],
		['GET /', /an empty part/],
		['GET /users/{user id}', /a method and a path/],
		['GET /users/{userId', /has "\{userId" in its path/],
		['GET /users/x{userId}', /has "x\{userId\}" in its path/],
		['GET /users/é', /has "é" in its path/],
		['GET /users/%zz', /has "%zz" in its path/],
		['GET /users?id={userId}', /placeholders in its path only/],
	])('%j is refused', (text, message) => {
		expect(messageOf(() => read(text))).toMatch(message);
	});

	test('of a custom environment is on its own host alone', () => {
		expect(apiOrigins('http://127.0.0.1:4100')).toEqual(['http://127.0.0.1:4100']);
		expect(apiOrigins('https://acme.zoomgov.com')).toEqual([
			'https://acme.zoomgov.com',
			'https://api.zoomgov.com',
		]);
		expect(apiOrigins('https://api.zoom.us')).toEqual(['https://api.zoom.us']);
	});
});

describe('The endpoint of an address', () => {
	test.each([
		['GET', '/users/{userId}/settings', '/users/{userId}/settings'],
		['GET', '/users/{id}/settings', '/users/{userId}/settings'],
		['GET', '/users/jane@example.com/settings', '/users/{userId}/settings'],
		['GET', '/users/me/zak', '/users/me/zak'],
		['PUT', '/users/me/zak', undefined],
		['GET', '/no/such/thing', undefined],
	])('%s %s', async (method, path, expected) => {
		expect((await publishedAt(method, path))?.path).toBe(expected);
	});

	test.each([
		['call_queue_id', 'Call Queue ID'],
		['userId', 'User ID'],
		['ivr_sms', 'IVR SMS'],
		['site_ids', 'Site IDs'],
		['valid', 'Valid'],
	])('%s is labelled %s', (name, label) => {
		expect(labelOf(name)).toBe(label);
	});

	test('has a field for each parameter, each under a name of its own', async () => {
		for (const endpoint of await publishedEndpoints()) {
			const { fields } = await knownOf(readAddress(endpointName(endpoint), []));
			const names = fields.map(({ field }) => field.name);
			expect([endpointName(endpoint), new Set(names).size]).toEqual([
				endpointName(endpoint),
				names.length,
			]);
			expect(fields.map(({ shown }) => shown.id)).toEqual(names);
		}
	});
});

describe('The list in an answer', () => {
	const page = { page_size: 30, next_page_token: '', total_records: 1 };

	test.each([
		['a page', { ...page, users: [{ id: 1 }] }, true],
		['a page without entries', { ...page, users: [] }, true],
		['a page without even a list', page, true],
		['a page with more than the list', { ...page, timezone: 'UTC', logs: [{ id: 1 }] }, true],
		['nothing but a list', { polls: [{ id: 1 }] }, true],
		['nothing but a list and its length', { total_records: 0, polls: [] }, true],
		['a list as SCIM has it', { schemas: ['urn:x'], totalResults: 0, Resources: [] }, true],
		['a thing with a list', { id: 1, occurrences: [{ id: 1 }] }, false],
		['a thing with two lists', { a: [{ id: 1 }], b: [{ id: 1 }] }, false],
		['a page with holes in its list', { ...page, users: [null, { id: 1 }, 'x'] }, true],
		['a page that says only that there is more', { has_more: true, users: [{ id: 1 }] }, true],
		['a page by offset', { offset: 0, limit: 2, total: 5, users: [{ id: 1 }] }, true],
		['texts only', { ids: ['a', 'b'] }, false],
		['nothing', {}, false],
	])('%s', (_, answer, expected) => {
		expect(isList(answer)).toBe(expected);
	});

	test.each([
		[{ ...page, users: [{ id: 1 }], ids: ['a'] }, undefined, [{ id: 1 }]],
		[{ ...page, a: [], b: [] }, undefined, []],
		[page, undefined, []],
		[{ data: { items: [{ id: 1 }] } }, 'data.items', [{ id: 1 }]],
		[{ ids: ['a'] }, 'ids', [{ value: 'a' }]],
	])('of %j by %s', (answer, key, entries) => {
		expect(listReader({ listKey: key })(answer)).toEqual(entries);
	});

	test.each([
		[{ ...page, a: [{ id: 1 }], b: [] }, undefined, /several lists: a, b\. Set List Key/],
		[{ id: 1 }, undefined, /contains no list\. Choose another Response/],
		[{ id: 1, ids: ['a'] }, undefined, /contains no list\./],
		[{ users: [] }, 'rooms', /no list named rooms; it has users\./],
		[{ id: 1 }, 'rooms', /no list named rooms\./],
	])('of %j by %s is none', (answer, key, message) => {
		expect(messageOf(() => listReader({ listKey: key })(answer))).toMatch(message);
	});

	describe('with deprecated ones beside it', () => {
		const read = (...answers: object[]) => {
			const reader = listReader({ deprecated: ['old'] });
			return answers.map((answer) => reader({ ...page, ...answer }));
		};
		const [one, two] = [[{ id: 1 }], [{ id: 2 }]];

		test.each([
			['both filled', { old: one, now: two }, two],
			['the old one empty', { old: [], now: two }, two],
			['the old one filled alone', { old: one, now: [] }, one],
			['none but the old one', { old: one }, one],
			['both empty', { old: [], now: [] }, []],
		])(
			'is that which is not deprecated, unless only the other has entries: %s',
			(_, answer, found) => {
				expect(read(answer)).toEqual([found]);
			},
		);

		test('stays the same from page to page', () => {
			expect(read({ old: one, now: two }, { old: one, now: [] })).toEqual([two, []]);
			expect(read({ old: one, now: [] }, { old: two, now: one })).toEqual([one, two]);
		});

		test('has to be named where two are left', () => {
			expect(messageOf(() => read({ old: one, now: one, other: two }))).toMatch(
				/several lists: now, other\./,
			);
		});
	});

	test('of the call history is known from the documents', async () => {
		for (const path of ['/phone/call_history', '/phone/users/{userId}/call_history']) {
			const known = await publishedAt('GET', path);
			expect(known?.deprecatedLists).toEqual(['call_logs']);
		}
	});
});
