import { endpoint, listEndpoint } from '../../../nodes/Zoom/registry/endpoint';
import { publishedEndpoints } from '../../../nodes/Zoom/resources/api/endpoints';
import { placeOf } from '../../../nodes/Zoom/registry/fieldNames';
import { restOperations } from '../../support/registry/registry';

describe('What an operation takes over from its endpoint', () => {
	test('is method, path, scopes and rate label', () => {
		expect(endpoint('PATCH /users/{userId}/settings')).toEqual({
			method: 'PATCH',
			path: '/users/{userId}/settings',
			scopes: ['user:update:settings', 'user:update:settings:admin'],
			classicScopes: ['user:write', 'user:write:admin'],
			rate: 'medium',
		});
	});

	test('is the list, too, where its items are the entries of one', () => {
		expect(listEndpoint('GET /users', { id: 'id' }).list).toEqual({
			key: 'users',
			paging: 'token',
			pageSize: 2000,
			id: 'id',
		});
		expect(listEndpoint('GET /users/{userId}/assistants')).toMatchObject({
			...endpoint('GET /users/{userId}/assistants'),
			list: { key: 'assistants', paging: 'none' },
		});
	});

	test('is that of a published endpoint: no other name compiles', () => {
		// @ts-expect-error Zoom has no such endpoint.
		expect(() => endpoint('GET /userss')).toThrow('npm run generate');
		// @ts-expect-error It answers no list.
		expect(() => listEndpoint('GET /no_list')).toThrow('npm run generate');
		// @ts-expect-error It answers a thing.
		expect(() => listEndpoint('GET /users/{userId}')).toThrow('answers no list');
	});

	test('is what every operation says of itself', async () => {
		const all = await publishedEndpoints();
		for (const { name, operation } of restOperations) {
			const { method, path, scopes, classicScopes, rate } = operation;
			const known = all.find((entry) => entry.method === method && entry.path === path);
			expect([name, { scopes, classicScopes, rate }]).toEqual([
				name,
				{ scopes: known?.scopes, classicScopes: known?.classicScopes, rate: known?.rate },
			]);
		}
	});
});

test.each([
	['GET', '/users/{userId}', 'userId', 'path'],
	['GET', '/users/{userId}', 'loginType', 'query'],
	['DELETE', '/users/{userId}', 'action', 'query'],
	['POST', '/users', 'email', 'body'],
	['PUT', '/users/{userId}/status', 'action', 'body'],
	['PATCH', '/users/{userId}', 'userId', 'path'],
] as const)('a field of %s %s called %s goes into the %s', (method, path, name, place) => {
	expect(placeOf({ method, path }, { name })).toBe(place);
	expect(placeOf({ method, path }, { name, in: 'node' })).toBe('node');
});
