import type { Emulator, Fault } from '../../../emulator';
import type { RecordedRequest } from '../../../emulator/core/http/requests';
import { amount } from '../../amount';
import type { Item } from '../../workflows/execution';
import { outputOf } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';
import { chain, manualTrigger, type NodeSketch } from '../../workflows/workflow';
import { createMeeting, zoomNode } from '../../workflows/zoomNode';

const ITEMS = amount({ usual: 2_500, long: 10_000 });
// Zoom takes a hundred meetings a day of each, so that ten thousand items need at least a hundred.
const HOSTS = 120;
const FAULTS = 0.05;
const PLAN = 'business';
const WITHIN = 900_000;

/** Numbers from 0 up to 1 that look like chance and are the same in every run. */
function dice(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

/** What breaks. */
const BREAKAGES: Omit<Fault, 'match'>[] = [
	{ limit: 'perSecond' },
	{ limit: 'perSecond', retryAfter: '1' },
	{ limit: 'concurrent' },
	{ status: 500 },
	{ status: 503, afterWork: true },
	{ html: true, status: 502 },
	{ reset: 'before' },
	{ reset: 'after' },
	{ truncate: true },
	{ malformedJson: true },
	{ okError: { code: 300, message: 'Validation Failed.' } },
	{ expireToken: true },
];

/** Lets one call in twenty go wrong in a way that chance chooses. */
function unleash({ faults }: Emulator, seed: number): void {
	const roll = dice(seed);
	// One of them at a time looks at a call, so that each has its part of the chance that is left.
	BREAKAGES.forEach((fault, index) => {
		const chance = FAULTS / BREAKAGES.length / (1 - (index * FAULTS) / BREAKAGES.length);
		const match = ({ path }: RecordedRequest) => path.startsWith('/v2/') && roll() < chance;
		faults.add({ ...fault, times: Infinity, match });
	});
}

const many: NodeSketch[] = [
	{
		name: 'List',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: {
			mode: 'raw',
			jsonOutput: `={{ { "number": Array.from({ length: ${ITEMS} }, (_, index) => index) } }}`,
		},
	},
	{ name: 'Items', type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'number' } },
];

/** One way for chaos to reign. */
interface Reign {
	readonly name: string;
	readonly seed: number;
	readonly options: object;
	/** Where there is none, Zoom chooses the start. */
	readonly additionalFields: object;
}

/** What came of a run of creates. */
interface Outcome {
	/** In the order of the input. */
	readonly items: Item[];
	/** Meetings at Zoom, by topic. */
	readonly made: Map<string, number>;
	/** Topics of the creates that Zoom carried out, whatever became of the answer. */
	readonly carriedOut: Set<string | undefined>;
}

/** Creates a meeting of each item at a Zoom of its own that keeps breaking. */
async function createAll(
	{ name, seed, options, additionalFields }: Reign,
	fixture: HostFixture,
): Promise<Outcome> {
	const { emulator, rest } = fixture;
	for (let host = 0; host < HOSTS; host++) emulator.addUser({ email: `host${host}@example.com` });
	const credential = await fixture.serverToServer(fixture.newApp(), { plan: PLAN });
	const host = `={{ "host" + $json.number % ${HOSTS} + "@example.com" }}`;
	const create = zoomNode(
		credential,
		{
			...createMeeting('={{ "Meeting " + $json.number }}', host),
			additionalFields,
			options,
		},
		{ onError: 'continueRegularOutput' },
	);
	const { id } = await rest.createWorkflow(chain(name, [manualTrigger, ...many, create]));
	unleash(emulator, seed);
	const began = Date.now();
	const executionId = await rest.startWorkflow(id, manualTrigger.name);
	const { data, status } = await rest.finishedExecution(executionId, WITHIN);
	expect(status).toBe('success');
	const outcome = {
		items: outputOf(data, 'Zoom'),
		made: madeAt(emulator),
		carriedOut: carriedOutAt(emulator),
	};
	report(name, outcome, emulator, (Date.now() - began) / 1000);
	await fixture.close();
	return outcome;
}

function madeAt({ store }: Emulator): Map<string, number> {
	const made = new Map<string, number>();
	for (const { topic } of store.meetings.find(({ topic }) => /^Meeting \d+$/.test(topic))) {
		made.set(topic, (made.get(topic) ?? 0) + 1);
	}
	return made;
}

const carriedOutAt = ({ requests }: Emulator) =>
	new Set(
		requests
			.filter(({ method, workStatus }) => method === 'POST' && workStatus === 201)
			.map(({ body }) => (body as { topic?: string }).topic),
	);

const hasSucceeded = ({ json }: Item) => json.error === undefined;
const isDoubtful = ({ json }: Item) => /Zoom may have created it/.test(String(json.error));
const saysWhy = ({ json }: Item) => String(json.error).length > 20;

function report(name: string, { items, made }: Outcome, emulator: Emulator, seconds: number): void {
	const failed = items.filter((item) => !hasSucceeded(item));
	const refused = emulator.requests.filter(({ status }) => status === 429).length;
	process.stdout.write(
		`${name}: ${items.length} items, ${failed.length} failed (${failed.filter(isDoubtful).length} in doubt), ${made.size} meetings, ${emulator.requests.length} calls, ${refused} times 429, ${Math.round(seconds)} s\n`,
	);
}

let byDefault: Outcome;
let withUnsafeRepeats: Outcome;
beforeAll(async () => {
	const reigns: Reign[] = [
		{
			name: 'Chaos by default',
			seed: 1,
			options: {},
			additionalFields: { startTime: '2027-01-01T10:00:00Z' },
		},
		{
			name: 'Chaos with unsafe repeats',
			seed: 2,
			options: { retryUnsafeRequests: true },
			additionalFields: {},
		},
	];
	const fixtures: HostFixture[] = [];
	for (const _ of reigns)
		fixtures.push(await HostFixture.open(undefined, { plan: PLAN, hostDayCap: true }));
	[byDefault, withUnsafeRepeats] = await Promise.all(
		reigns.map(async (reign, index) => await createAll(reign, fixtures[index])),
	);
}, WITHIN);

test(`Of ${ITEMS} creates none is made twice or lost, and what is in doubt says so`, () => {
	const { items, made, carriedOut } = byDefault;
	expect(items).toHaveLength(ITEMS);
	const wrong = items.flatMap((item, number) => {
		const topic = `Meeting ${number}`;
		const expected = hasSucceeded(item) ? 1 : isDoubtful(item) ? Number(carriedOut.has(topic)) : 0;
		const isRight =
			(made.get(topic) ?? 0) === expected &&
			(hasSucceeded(item) ? item.json.topic === topic : saysWhy(item));
		return isRight ? [] : [{ topic, made: made.get(topic), json: item.json }];
	});
	expect(wrong).toEqual([]);
	const succeeded = items.filter(hasSucceeded).length;
	const doubtful = items.flatMap((item, number) => (isDoubtful(item) ? [`Meeting ${number}`] : []));
	const undone = doubtful.filter((topic) => !carriedOut.has(topic));
	// Each that succeeded, and each in doubt that Zoom did carry out: of the others nobody can know.
	expect(made.size).toBe(succeeded + doubtful.length - undone.length);
	expect(doubtful.length).toBeGreaterThan(0.01 * ITEMS);
	expect(succeeded).toBeGreaterThan(0.94 * ITEMS);
});

test('With repeats of unsafe calls there is one meeting for each item that succeeded, and no other', () => {
	const { items, made } = withUnsafeRepeats;
	expect(items).toHaveLength(ITEMS);
	const succeeded = items.filter(hasSucceeded).map(({ json }) => String(json.topic));
	expect(succeeded).toEqual(
		items.flatMap((item, number) => (hasSucceeded(item) ? [`Meeting ${number}`] : [])),
	);
	expect(succeeded.length).toBeGreaterThan(0.99 * ITEMS);
	expect([...made.values()].filter((count) => count > 1)).toEqual([]);
	expect([...made.keys()].sort()).toEqual(succeeded.sort());
	expect(items.filter((item) => !hasSucceeded(item) && !saysWhy(item))).toEqual([]);
});
