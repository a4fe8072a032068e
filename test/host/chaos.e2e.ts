import type { Fault } from '../emulator';
import type { RecordedRequest } from '../emulator/requests';
import type { Item } from './execution';
import { outputOf } from './execution';
import { Stage } from './stage';
import { chain, manualTrigger, type NodeSketch } from './workflow';
import { zoomNode } from './zoomNode';

const ITEMS = 10_000;
// Zoom takes a hundred meetings a day of each, so that so many items need at least a hundred.
const HOSTS = 120;
const FAULTS = 0.05;
const PLAN = 'business';
const WITHIN = 900_000;

let stage: Stage;
beforeAll(async () => {
	stage = await Stage.open({ plan: PLAN, hostDayCap: true });
});
afterAll(async () => {
	await stage.close();
});

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
function unleash(seed: number): void {
	const roll = dice(seed);
	// One of them at a time looks at a call, so that each has its part of the chance that is left.
	BREAKAGES.forEach((fault, index) => {
		const chance = FAULTS / BREAKAGES.length / (1 - (index * FAULTS) / BREAKAGES.length);
		const match = ({ path }: RecordedRequest) => path.startsWith('/v2/') && roll() < chance;
		stage.emulator.faults.add({ ...fault, times: Infinity, match });
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

/** Creates a meeting of each item, and answers what came of it in the order of the items. */
async function createAll(options: Record<string, unknown>): Promise<Item[]> {
	const credential = await stage.serverToServer(stage.newApp(), { plan: PLAN });
	const create = zoomNode(
		credential,
		{
			resource: 'meeting',
			operation: 'create',
			userId: {
				__rl: true,
				mode: 'id',
				value: `={{ "host" + $json.number % ${HOSTS} + "@example.com" }}`,
			},
			topic: '={{ "Meeting " + $json.number }}',
			additionalFields: { startTime: '2027-01-01T10:00:00Z' },
			options: { concurrentRequests: 20, ...options },
		},
		{ onError: 'continueRegularOutput' },
	);
	const { id } = await stage.rest.createWorkflow(chain('Chaos', [manualTrigger, ...many, create]));
	const executionId = await stage.rest.startWorkflow(id, manualTrigger.name);
	const { data, status } = await stage.rest.finishedExecution(executionId, WITHIN);
	expect(status).toBe('success');
	return outputOf(data, 'Zoom');
}

const madeByTopic = () => {
	const made = new Map<string, number>();
	for (const { topic } of stage.emulator.store.meetings.find(({ topic }) =>
		/^Meeting \d+$/.test(topic),
	)) {
		made.set(topic, (made.get(topic) ?? 0) + 1);
	}
	return made;
};

const isDoubtful = ({ json }: Item) => /Zoom may have created it/.test(String(json.error));

/** Topics of the creates that Zoom carried out, whatever became of the answer. */
const carriedOut = () =>
	new Set(
		stage.emulator.requests
			.filter(({ method, workStatus }) => method === 'POST' && workStatus === 201)
			.map(({ body }) => (body as { topic?: string }).topic),
	);

function prepare(seed: number): void {
	stage.emulator.reset();
	for (let host = 0; host < HOSTS; host++) {
		stage.emulator.addUser({ email: `host${host}@example.com` });
	}
	unleash(seed);
}

function report(name: string, items: Item[], began: number): void {
	const failed = items.filter(({ json }) => json.error !== undefined);
	const refused = stage.emulator.requests.filter(({ status }) => status === 429).length;
	const seconds = (Date.now() - began) / 1000;
	process.stdout.write(
		`Chaos ${name}: ${items.length} items, ${failed.length} failed (${failed.filter(isDoubtful).length} in doubt), ${madeByTopic().size} meetings, ${stage.emulator.requests.length} calls, ${refused} times 429, ${Math.round(seconds)} s\n`,
	);
}

test(
	'Of ten thousand creates none is made twice or lost, and what is in doubt says so',
	async () => {
		prepare(1);
		const began = Date.now();
		const items = await createAll({});
		report('by default', items, began);
		const [made, done] = [madeByTopic(), carriedOut()];
		expect(items).toHaveLength(ITEMS);
		const wrong = items.flatMap((item, number) => {
			const topic = `Meeting ${number}`;
			const succeeded = item.json.error === undefined;
			const expected = succeeded ? 1 : isDoubtful(item) ? Number(done.has(topic)) : 0;
			const isRight =
				(made.get(topic) ?? 0) === expected &&
				(succeeded ? item.json.topic === topic : String(item.json.error).length > 20);
			return isRight ? [] : [{ topic, made: made.get(topic), json: item.json }];
		});
		expect(wrong).toEqual([]);
		const succeeded = items.filter(({ json }) => json.error === undefined);
		const doubtful = items.flatMap((item, number) =>
			isDoubtful(item) ? [`Meeting ${number}`] : [],
		);
		const undone = doubtful.filter((topic) => !done.has(topic));
		// Each that succeeded, and each in doubt that Zoom did carry out: of the others nobody can know.
		expect(made.size).toBe(succeeded.length + doubtful.length - undone.length);
		expect(doubtful.length).toBeGreaterThan(100);
	},
	WITHIN,
);

test(
	'With repeats of unsafe calls there is one meeting for each item that succeeded, and no other',
	async () => {
		prepare(2);
		const began = Date.now();
		const items = await createAll({ retryUnsafeRequests: true });
		report('with unsafe repeats', items, began);
		const made = madeByTopic();
		const succeeded = items.flatMap(({ json }) =>
			json.error === undefined ? [String(json.topic)] : [],
		);
		expect(items).toHaveLength(ITEMS);
		expect([...made.values()].filter((count) => count > 1)).toEqual([]);
		expect([...made.keys()].sort()).toEqual(succeeded.sort());
		for (const { json } of items) {
			if (json.error !== undefined) expect(String(json.error).length).toBeGreaterThan(20);
		}
	},
	WITHIN,
);
