import { readFileSync } from 'node:fs';
import type { IDataObject } from 'n8n-workflow';
import { manualClock } from '../emulator';
import { apiOf } from '../emulator/caller';
import type { TestEnvironment } from '../support/engine/testEnvironment';
import { createTestEnvironment } from '../support/engine/testEnvironment';
import { previewPath } from '../support/generators/outputPreviews';
import { restOperation, restOperations } from '../support/registry/registry';
import type { Links } from '../support/registry/seed';
import { prepareSeed } from '../support/registry/seed';
import {
	idleEntries,
	ITEM_FILES,
	leastInput,
	LEFT_OUT,
	MORNING,
	mostInput,
	ONE_OF,
} from '../support/registry/seededInput';
import { problemsOf } from '../support/spec/requestAssertions';

type Operation = (typeof restOperations)[number];

// The last is a meeting that does not recur.
const TURNS = [0, 1, 2, 3, 4];

let environment: TestEnvironment;
let links: Links;
beforeAll(async () => {
	environment = await createTestEnvironment({ clock: manualClock(MORNING) });
});
beforeEach(async () => {
	environment.reset();
	links = await prepareSeed(environment.emulator);
});
afterAll(async () => await environment.close());

const run = async (name: string, input: Record<string, unknown>) =>
	await environment.run('serverToServer', name, input as never, { binary: ITEM_FILES });

// The emulator refuses what Zoom's documents do not allow; beside them, its calls are held against them once more.
function expectAllowedCalls(): void {
	const calls = environment.emulator.requests.to('* /v2/*');
	expect(calls.filter(({ status }) => status >= 300)).toEqual([]);
	expect(calls.flatMap(problemsOf)).toEqual([]);
}

// What the previews do not have, since it comes only where the user wants it.
const MERGED = ['duration_minutes', 'joins'];
// What Zoom was seen to say of participants, although its documents do not.
const SEEN = ['customer_key', 'public_ip', 'private_ip'];
const OF_PARTICIPANTS = [...MERGED, ...SEEN];
const ON_DEMAND: Readonly<Record<string, readonly string[]>> = {
	'pastMeeting.getParticipants': OF_PARTICIPANTS,
	'pastWebinar.getParticipants': OF_PARTICIPANTS,
	'recording.download': ['file_name', 'mime_type'],
	'recording.getTranscript': ['speaker', 'start', 'end'],
	'report.getMeetingParticipants': OF_PARTICIPANTS,
	'report.getWebinarParticipants': OF_PARTICIPANTS,
};

function expectAsPreviewed({ name, resource, operation }: Operation, items: IDataObject[]): void {
	const path = previewPath(resource, operation.value);
	const { properties } = JSON.parse(readFileSync(path, 'utf8')) as { properties: object };
	const known = [...Object.keys(properties), ...(ON_DEMAND[name] ?? [])];
	expect(known).toEqual(expect.arrayContaining(items.flatMap((item) => Object.keys(item))));
}

describe.each(restOperations)('$name', (named) => {
	const { name, operation } = named;

	test('works with no more than it demands', async () => {
		const { items, error } = await run(name, leastInput(named, links));
		expect(error?.message).toBeUndefined();
		expect(items).not.toHaveLength(0);
		expectAllowedCalls();
		expectAsPreviewed(named, items);
	});

	test.each(TURNS)('works with all that goes together (%d)', async (turn) => {
		const { items, error } = await run(name, mostInput(named, links, turn));
		expect(error?.message).toBeUndefined();
		if (!operation.list) expect(items).not.toHaveLength(0);
		expectAllowedCalls();
		expectAsPreviewed(named, items);
	});
});

test.each([
	['PATCH', '/users/me', { language: 1 }],
	['PATCH', '/users/me', { unknown: 'x' }],
	['GET', '/users?page_size=many', undefined],
	['GET', '/users?unknown=x', undefined],
	['GET', '/meetings/no%20ID', undefined],
])('%s %s with %j shows as a call that Zoom does not allow', async (method, path, body) => {
	await apiOf(environment.emulator)(method, path, body);
	expect(environment.emulator.requests.flatMap(problemsOf)).not.toEqual([]);
});

describe('What these runs leave out', () => {
	const together = [
		...Object.entries(ONE_OF),
		...Object.entries(LEFT_OUT).flatMap(([name, fields]) =>
			Object.keys(fields).map((field) => [name, [field]] as const),
		),
	];

	test.each(together)('%s: Zoom refuses %j beside the rest', async (name, fields) => {
		const named = { name, resource: name.split('.')[0], operation: restOperation(name) };
		const { error } = await run(name, mostInput(named, links, 0, fields));
		expect(error?.message).toBeDefined();
	});

	test('and what they fit in, has its field', () => {
		expect(idleEntries()).toEqual([]);
	});
});
