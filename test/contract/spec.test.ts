import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutProse } from '../../spec/generate/samples';
import { wordsOf } from '../../spec/generate/vocabulary';
import {
	endpointName,
	readEndpoint,
	readEndpoints,
	readEvents,
	readEventSamples,
	readOperations,
} from '../../spec/read';

const folder = join(__dirname, '../../spec');
const text = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Where a document of Zoom's has its sentences. */
const PROSE = ['description', 'summary', 'title', 'example', 'default'];

/** Every text in a value, with the name of what it is in. */
function textsIn(value: unknown, name = ''): { name: string; text: string }[] {
	if (typeof value === 'string') return [{ name, text: value }];
	if (Array.isArray(value)) return value.flatMap((entry) => textsIn(entry, name));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => [
		{ name: 'a name', text: key },
		...textsIn(inner, key),
	]);
}

describe("Zoom's facts", () => {
	const endpoints = readEndpoints();
	const refusals = endpoints.flatMap((endpoint) => endpoint.refusals ?? []);

	test('are of every endpoint, each once, and of every event', () => {
		const names = endpoints.map(endpointName);
		expect(names.length).toBe(1900);
		expect(new Set(names).size).toBe(names.length);
		expect(endpoints.filter(({ shape }) => shape).length).toBe(703);
		expect(
			endpoints.filter(({ shape, oldShape, client }) => shape ?? oldShape ?? client).length,
		).toBe(999);
		expect(endpoints.filter(({ rateLimitLabel }) => rateLimitLabel).length).toBeGreaterThan(820);
		const open = endpoints.filter(
			(row) => row.granularScopes.length + row.classicScopes.length > 0,
		);
		expect(open.length).toBeGreaterThan(1650);
		const events = readEvents();
		expect(events).toHaveLength(571);
		expect(events.filter(({ body }) => body).map(({ event }) => event)).toEqual(
			Object.keys(readEventSamples()),
		);
	});

	test('describe in full what the node has operations for', () => {
		const called = Object.values(readOperations()).map(readEndpoint);
		expect(called.length).toBeGreaterThanOrEqual(158);
		const [incomplete] = called.filter(
			({ shape, success = '', tag }) =>
				!tag || !Object.keys(shape?.answers ?? {}).includes(success),
		);
		expect(incomplete).toBeUndefined();
	});

	test.each([
		['GET /users', 'users'],
		['GET /users/{userId}/collaboration_devices', 'collaboration_devices'],
		['GET /phone/call_queues/{callQueueId}', undefined],
		['GET /report/billing', undefined],
		['GET /users/{userId}/settings', undefined],
	])('say where the list is in the answer of %s: %s', (name, key) => {
		expect(readEndpoint(name).listKey).toBe(key);
	});

	test('say of which documents they are, and of which day', () => {
		expect(text('VERSION')).toMatch(/^zoom-meeting\.\S+ \d{4}-\d\d-\d\d [\da-f]{12}$/m);
		const documents = endpoints.flatMap(({ document }) => document ?? []);
		for (const document of new Set(documents))
			expect(text('VERSION')).toContain(`${document}.json`);
	});

	test.each([
		...readdirSync(join(folder, 'endpoints')).map((name) => `endpoints/${name}`),
		'events.json',
		'operations.json',
		'eventSamples.json',
		'summaryHashes.json',
	])('%s has one fact a line', (name) => {
		const facts = JSON.parse(text(name)) as object;
		const lines = Array.isArray(facts)
			? facts.map((fact) => JSON.stringify(fact))
			: Object.entries(facts).map(
					([key, fact]) => `${JSON.stringify(key)}:${JSON.stringify(fact)}`,
				);
		const [open, close] = Array.isArray(facts) ? '[]' : '{}';
		expect(text(name) === `${open}\n${lines.join(',\n')}\n${close}\n`).toBe(true);
	});

	describe("are no sentences of Zoom's", () => {
		test('but names and values', () => {
			const rows = [...endpoints.map(({ refusals: _, ...row }) => row), ...readEvents()];
			const texts = textsIn(rows);
			expect(texts.filter(({ name }) => PROSE.includes(name))).toEqual([]);
			const long = texts.filter(
				({ text }) => /\s/.test(text) && (text.length > 60 || text.split(/\s+/).length > 8),
			);
			expect(long).toEqual([]);
		});

		test('of errors only words of the vocabulary', () => {
			const texts = [...new Set(refusals.map(([, , words]) => words))];
			expect(texts.length).toBeGreaterThan(1000);
			expect(texts.filter((words) => wordsOf(words) !== words)).toEqual([]);
			const runs = texts.flatMap((words) => words.split('…'));
			expect(Math.max(...runs.map((run) => run.trim().split(' ').length))).toBeLessThan(20);
		});

		test('and of examples of events no words', () => {
			for (const [name, sample] of Object.entries(readEventSamples())) {
				expect([name, withoutProse(sample)]).toEqual([name, sample]);
				const words = textsIn(JSON.parse(sample)).filter(({ text }) =>
					/[a-wyz]{2,} [a-wyz]{2,}/i.test(text),
				);
				expect([name, words]).toEqual([name, []]);
			}
		});
	});
});
