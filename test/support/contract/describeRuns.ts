import { readFileSync } from 'node:fs';
import type { IDataObject } from 'n8n-workflow';
import type { RestOperation } from '../../../nodes/Zoom/registry/types';
import { manualClock } from '../../emulator';
import type { NodeResult } from '../engine/engine';
import type { TestEnvironment } from '../engine/testEnvironment';
import { createTestEnvironment } from '../engine/testEnvironment';
import { previewPath } from '../generators/outputPreviews';
import type { Named } from '../registry/registry';
import type { Links } from '../registry/seed';
import { prepareSeed } from '../registry/seed';
import { ITEM_FILES, leastInput, MORNING, mostInput } from '../registry/seededInput';
import { problemsOf } from '../spec/requestAssertions';

/** n8n with an emulator that has something for every operation. */
export interface SeededEnvironment {
	readonly environment: TestEnvironment;
	readonly links: Links;
	run(name: string, input: Record<string, unknown>): Promise<NodeResult>;
}

/** Prepares the emulator of a test file, at the start again for each test. */
export function useSeededEnvironment(): SeededEnvironment {
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
	return {
		get environment() {
			return environment;
		},
		get links() {
			return links;
		},
		run: async (name, input) =>
			await environment.run('serverToServer', name, input as never, { binary: ITEM_FILES }),
	};
}

// The last is a meeting that does not recur.
const TURNS = [0, 1, 2, 3, 4];

/** Runs operations against the emulator, with as little and as much as they take. */
export function describeRuns(operations: Named<RestOperation>[]): void {
	const seeded = useSeededEnvironment();

	describe.each(operations)('$name', (named) => {
		const { name, operation } = named;

		test('works with no more than it demands', async () => {
			const { items, error } = await seeded.run(name, leastInput(named, seeded.links));
			expect(error?.message).toBeUndefined();
			expect(items).not.toHaveLength(0);
			expectAllowedCalls(seeded);
			expectAsPreviewed(named, items);
		});

		test.each(TURNS)('works with all that goes together (%d)', async (turn) => {
			const { items, error } = await seeded.run(name, mostInput(named, seeded.links, turn));
			expect(error?.message).toBeUndefined();
			if (!operation.list) expect(items).not.toHaveLength(0);
			expectAllowedCalls(seeded);
			expectAsPreviewed(named, items);
		});
	});
}

// The emulator refuses what Zoom's documents do not allow; beside them, its calls are held against them once more.
function expectAllowedCalls({ environment }: SeededEnvironment): void {
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

function expectAsPreviewed({ name, resource, operation }: Named, items: IDataObject[]): void {
	const path = previewPath(resource, operation.value);
	const { properties } = JSON.parse(readFileSync(path, 'utf8')) as { properties: object };
	const known = [...Object.keys(properties), ...(ON_DEMAND[name] ?? [])];
	expect(known).toEqual(expect.arrayContaining(items.flatMap((item) => Object.keys(item))));
}
