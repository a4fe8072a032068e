import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence as the documents are full of. */
export const SENTENCE = 'Quickly brown foxes jump over every lazy dog that sleeps';

const schema = (more: object = {}) => ({ description: SENTENCE, example: SENTENCE, ...more });
const scopes = { granularScopes: ['thing:read:thing'], classicScopes: ['thing:read'] };
const row = {
	...{ product: 'things', tag: 'Things', summary: SENTENCE, ...scopes, source: 'hub 2026-08-09' },
	...{ rateLimitLabel: 'LIGHT', pagination: 'none', maxPageSize: null, success: '200' },
	deprecated: false,
};
const list = { ...row, method: 'GET', path: '/things', operationId: 'things', pagination: 'token' };
const add = { ...row, method: 'POST', path: '/things', operationId: 'thingAdd', success: '201' };
const old = { ...row, method: 'GET', path: '/old', operationId: 'old', granularScopes: [] };

const operation = { description: SENTENCE, summary: SENTENCE, tags: ['Things'] };
const answer = (more: object) => ({
	description: SENTENCE,
	content: { 'application/json': { schema: schema(more) } },
});
const things = {
	get: {
		...operation,
		operationId: 'things',
		parameters: [
			{
				...{ name: 'from', in: 'query', required: false, schema: schema({ format: 'date' }) },
				description: "Quickly `yyyy-mm-dd` or `yyyy-mm-ddTHH:mm:ss'Z'`",
			},
		],
		responses: {
			200: answer({ type: 'object', properties: { things: schema({ type: 'array' }) } }),
			404: {
				description:
					'**HTTP Status Code:** `404`<br>\n**Error Code:** `1001`<br>Alas, dear reader, user {userId} does not exist.',
			},
		},
	},
	post: {
		...operation,
		operationId: 'thingAdd',
		requestBody: {
			content: {
				'application/json': {
					schema: schema({
						required: ['kind'],
						properties: { kind: schema({ type: 'string', enum: ['a', 'b'], title: SENTENCE }) },
					}),
				},
			},
		},
		responses: { 201: { description: SENTENCE } },
	},
};
const newest = {
	get: {
		...{ ...operation, operationId: 'newest' },
		responses: {
			200: answer({ properties: { newest: schema({ type: 'array' }), total_records: schema() } }),
		},
		description: '**[Rate Limit Label](https://example.com):** `MEDIUM`',
	},
};
const event = {
	post: {
		requestBody: {
			content: {
				'application/json': {
					schema: schema({
						properties: { of: { $ref: '#/paths/thing.made/post/x' }, event: { type: 'string' } },
					}),
					examples: {
						one: { value: `{\n\t"event": "thing.made",  "said": "Quickly \\"brown\\"" }` },
					},
				},
			},
		},
		x: schema({ type: 'integer' }),
	},
};

/** Documents of two things that Zoom does not have, in the form of its own. */
export function writeMadeUpDocuments(folder: string): void {
	const files: Record<string, unknown> = {
		'operations.json': [{ ...list, resource: 'thing', operation: 'getAll', listKey: 'things' }],
		'operations-more.json': [],
		'zoom-spec/derived-endpoints.json': [list, { ...old, rateLimitLabel: null }, add],
		'zoom-spec/derived-endpoints-fixes.json': {
			fixes: [{ method: 'GET', path: '/old', granularScopes: ['old:read'] }],
		},
		'zoom-spec/derived-events.json': [
			{ event: 'thing.made', group: 'thing', ...scopes, deprecated: false, source: 'x 2026-08-01' },
		],
		'zoom-spec/derived-error-codes.json': [
			{ code: 300, message: SENTENCE, http: ['400'], count: 1, ops: ['things POST /things'] },
		],
		'zoom-spec/rivet-0.4.0-parameters.json': {
			'GET /old': {
				parameters: [{ name: 'q', in: 'query', type: 'string' }],
				responseLists: ['olds'],
			},
		},
		'zoom-spec/zoom-things.2026-08.json': { paths: { '/things': things, '/newest': newest } },
		'zoom-spec/zoom-legacy-combined.2022.json': { paths: { '/old': { get: things.get } } },
		'zoom-spec/zoom-things-events.2026-08.json': { webhooks: { 'thing.made': event } },
	};
	mkdirSync(join(folder, 'zoom-spec'));
	for (const [name, content] of Object.entries(files)) {
		writeFileSync(join(folder, name), JSON.stringify(content));
	}
}
