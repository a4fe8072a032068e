import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Endpoint, Event } from '../../spec/facts';
import { Documents } from '../../spec/generate/documents';
import { generate } from '../../spec/generate/update';
import { hashOf } from '../../spec/hash';
import { SENTENCE, writeMadeUpDocuments } from '../support/spec/madeUpDocuments';

describe('What spec:update makes of documents', () => {
	const folder = mkdtempSync(join(tmpdir(), 'documents-'));
	let files: Record<string, string>;
	beforeAll(() => {
		writeMadeUpDocuments(folder);
		files = generate(new Documents(folder));
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	const endpoint = (method: string, path: string) =>
		Object.keys(files)
			.filter((name) => name.startsWith('endpoints/'))
			.flatMap((name) => JSON.parse(files[name]) as Endpoint[])
			.find((entry) => entry.method === method && entry.path === path);

	test('has none of their sentences', () => {
		const all = Object.values(files).join('\n');
		expect(all).not.toMatch(/quickly|foxes|jump|lazy|alas|reader/i);
		expect(JSON.parse(files['summaryHashes.json'])).toContain(hashOf(SENTENCE));
	});

	test('is an endpoint with what it takes, answers and refuses', () => {
		expect(endpoint('GET', '/things')).toEqual({
			product: 'things',
			method: 'GET',
			path: '/things',
			operationId: 'things',
			tag: 'Things',
			granularScopes: ['thing:read:thing'],
			classicScopes: ['thing:read'],
			rateLimitLabel: 'LIGHT',
			pagination: 'token',
			success: '200',
			listKey: 'things',
			document: 'zoom-things.2026-08',
			shape: {
				parameters: [{ name: 'from', in: 'query', schema: { format: 'date' }, takesTime: true }],
				answers: { 200: { type: 'object', properties: { things: { type: 'array' } } } },
			},
			refusals: [[404, 1001, '… user {userId} does not exist.']],
		});
		expect(endpoint('POST', '/things')).toMatchObject({
			shape: {
				body: {
					'application/json': {
						required: ['kind'],
						properties: { kind: { type: 'string', enum: ['a', 'b'] } },
					},
				},
				answers: { 201: null },
			},
			refusals: [[400, 300, '…']],
		});
	});

	test('takes what no document of today has from the old one, and from the client', () => {
		expect(endpoint('GET', '/old')).toMatchObject({
			granularScopes: ['old:read'],
			oldShape: { parameters: [{ name: 'from' }] },
			client: { parameters: [{ name: 'q', in: 'query', type: 'string' }], lists: ['olds'] },
		});
		expect(endpoint('GET', '/old')).not.toHaveProperty('shape');
	});

	test('has what only a document knows', () => {
		expect(endpoint('GET', '/newest')).toMatchObject({
			product: 'newest',
			rateLimitLabel: 'MEDIUM',
			listKey: 'newest',
			unlisted: true,
		});
	});

	test('is an event with what it refers to, and an example with its form', () => {
		const [made] = JSON.parse(files['events.json']) as Event[];
		expect(made).toMatchObject({
			event: 'thing.made',
			body: { properties: { of: { type: 'integer' }, event: { type: 'string' } } },
		});
		expect(JSON.parse(files['eventSamples.json'])).toEqual({
			'thing.made': '{\n\t"event": "thing.made",  "said": "Xxxxxxx \\"xxxxx\\"" }',
		});
	});

	test('says of which documents it is', () => {
		const lines = files.VERSION.trim().split('\n');
		expect(lines).toEqual([...lines].sort());
		expect(lines).toHaveLength(10);
		expect(files.VERSION).toMatch(/^zoom-things\.2026-08\.json 2026-08-09 [\da-f]{12}$/m);
		expect(files.VERSION).toMatch(/^zoom-things-events\.2026-08\.json 2026-08-01 [\da-f]{12}$/m);
	});

	test('is the same each time', () => {
		expect(generate(new Documents(folder))).toEqual(files);
	});
});
