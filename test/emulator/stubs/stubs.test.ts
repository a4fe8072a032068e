import Ajv from 'ajv';
import { endpointName, readEndpoints } from '../../../spec/read';
import type { Api } from '../caller';
import { apiOf, read } from '../caller';
import { closed } from '../core/contract/closed';
import type { Emulator } from '..';
import { createEmulator } from '..';
import { stubAnswer } from './stubs';

// As if nobody had written a handler yet.
jest.mock('../core/routes', () => {
	const { contract } = jest.requireActual<typeof import('../core/contract/contract')>(
		'../core/contract/contract',
	);
	const { stubsOf } = jest.requireActual<typeof import('./stubs')>('./stubs');
	return { handlers: stubsOf(contract) };
});

describe('a stub', () => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	it("answers what Zoom's documents allow, whatever the endpoint", () => {
		const ajv = new Ajv({ strict: false, validateFormats: false });
		const described = readEndpoints().filter(({ shape }) => shape?.answers);
		expect(described.length).toBeGreaterThan(700);
		const wrong = described.filter((endpoint) => {
			const [schema] = Object.values(endpoint.shape?.answers ?? {});
			const answer = stubAnswer(endpointName(endpoint));
			return schema ? !ajv.validate(closed(schema), answer) : answer !== undefined;
		});
		expect(wrong.map(endpointName)).toEqual([]);
	});

	it('answers with the documented status, and under the label of its route', async () => {
		const list = await api('GET', '/users/me/meetings?page_size=30');
		expect([list.status, list.body.next_page_token]).toEqual([200, '']);
		expect(list.body.meetings).toHaveLength(1);
		expect(list.headers.get('x-ratelimit-category')).toBe('Medium');
		const { status, text } = await api('PATCH', '/meetings/85789012345', { topic: 'x' });
		expect([status, text]).toEqual([204, '']);
		expect((await api('POST', '/users/me/meetings', {})).status).toBe(201);
	});

	it.each([
		['an unknown parameter', 'GET', '/users/me/meetings?pagesize=30', undefined, 300],
		['a wrong choice', 'GET', '/users/me/meetings?type=past', undefined, 300],
		['an unknown member', 'PATCH', '/meetings/85789012345', { topik: 'x' }, 300],
		['a missing member', 'POST', '/users', {}, 300],
		['an ID that is none', 'DELETE', '/meetings/no%20ID', undefined, 300],
		['an unknown user', 'GET', '/users/nobody@example.com/meetings', undefined, 1001],
	])('refuses %s', async (_what, method, path, body, code) => {
		const reply = await api(method, path, body);
		expect([reply.status, reply.body.code]).toEqual([code === 1001 ? 404 : 400, code]);
	});

	it('refuses no token, and one without the scope', async () => {
		const bare = await read(fetch(`${emulator.url}/v2/users/me/meetings`));
		expect([bare.status, bare.body.code]).toEqual([401, 124]);
		const app = emulator.addApp({ scopes: ['user:read:user:admin'] });
		const { status, body } = await apiOf(emulator, emulator.authorize(app).access_token)(
			'GET',
			'/users/me/meetings',
		);
		expect([status, body.code]).toEqual([400, 4711]);
	});

	it('answers a token of one user about that user alone', async () => {
		const { access_token } = emulator.authorize(
			emulator.apps.userManaged,
			'henrik.holm@example.com',
		);
		const own = apiOf(emulator, access_token);
		expect((await own('GET', '/users/me/meetings')).status).toBe(200);
		expect((await own('GET', '/users/hana.hayashi@example.com/meetings')).body.code).toBe(4711);
	});
});
