import { forEachConcurrently } from '../../../nodes/Zoom/execution/concurrency';

/** Something that ends when told. */
function gate() {
	let open: (() => void) | undefined;
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	return { open: () => open?.(), opened };
}

const settled = async () => await new Promise((resolve) => setImmediate(resolve));

interface Job {
	readonly index: number;
	readonly key?: string;
}

/** Jobs that each end when their gate opens, with a log of what began. */
function scene(keys: (string | undefined)[], most = 3) {
	const gates = keys.map(gate);
	const begun: number[] = [];
	const failing = new Set<number>();
	const done = forEachConcurrently<Job>({
		count: keys.length,
		limit: most,
		prepare: async (index) => await Promise.resolve({ index, key: keys[index] }),
		orderingKeyOf: ({ key }) => key,
		perform: async ({ index }) => {
			begun.push(index);
			await gates[index].opened;
			if (failing.has(index)) throw new Error(`job ${index}`);
		},
	});
	return { begun, done, failing, open: (index: number) => gates[index].open() };
}

const none = (count: number) => Array.from({ length: count }, () => undefined);

test('So many jobs are under way at once and no more, and the next begins when one ends', async () => {
	const { begun, done, open } = scene(none(5));
	await settled();
	expect(begun).toEqual([0, 1, 2]);
	open(1);
	await settled();
	expect(begun).toEqual([0, 1, 2, 3]);
	[0, 2, 3, 4].forEach(open);
	await done;
	expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test('Items with one ordering key are not prepared far ahead', async () => {
	const count = 1000;
	let ready = 0;
	let performed = 0;
	await forEachConcurrently<Job>({
		count,
		limit: 3,
		prepare: async (index) => await Promise.resolve({ index: (ready = index) }),
		orderingKeyOf: () => 'the only one',
		perform: async ({ index }) => {
			expect(index).toBe(performed++);
			expect(ready - index).toBeLessThanOrEqual(16);
			await settled();
		},
	});
	expect(performed).toBe(count);
});

test('Nothing to do is done at once', async () => {
	const { begun, done } = scene([]);
	await done;
	expect(begun).toEqual([]);
});

test('Items with one ordering key run one after the other, and do not hold up the rest', async () => {
	const { begun, done, open } = scene(['a', 'a', 'a', undefined, 'b', 'b'], 3);
	await settled();
	expect(begun).toEqual([0, 3, 4]);
	open(4);
	await settled();
	expect(begun).toEqual([0, 3, 4, 5]);
	open(0);
	await settled();
	expect(begun).toEqual([0, 3, 4, 5, 1]);
	[1, 2, 3, 5].forEach(open);
	await done;
	expect(begun).toEqual([0, 3, 4, 5, 1, 2]);
});

test('An ordering key that was done is open for later items', async () => {
	const { begun, done, open } = scene(['a', undefined, 'a'], 1);
	await settled();
	[0, 1, 2].forEach(open);
	await done;
	expect(begun).toEqual([0, 1, 2]);
});

test('After a failure no job begins, those under way end, and the first failure is told', async () => {
	const { begun, done, failing, open } = scene([undefined, undefined, 'a', 'a', undefined]);
	const told = done.catch((error: Error) => error.message);
	[1, 2].forEach((index) => failing.add(index));
	await settled();
	expect(begun).toEqual([0, 1, 2]);
	open(2);
	await settled();
	open(1);
	await settled();
	let isOver = false;
	void told.then(() => {
		isOver = true;
	});
	await settled();
	expect(isOver).toBe(false);
	open(0);
	expect(await told).toBe('job 1');
	expect(begun).toEqual([0, 1, 2]);
});

test('Items before the one that failed are finished, later ones with the same ordering key are not begun', async () => {
	const { begun, done, failing, open } = scene(['a', 'a', undefined, 'a']);
	const told = done.catch((error: Error) => error.message);
	failing.add(2);
	await settled();
	expect(begun).toEqual([0, 2]);
	open(2);
	await settled();
	[0, 1, 3].forEach(open);
	expect(await told).toBe('job 2');
	expect(begun).toEqual([0, 2, 1]);
});

test('Jobs are made ready in order and not before somebody has time for them', async () => {
	const asked: number[] = [];
	const gates = none(4).map(gate);
	const done = forEachConcurrently<number>({
		count: 4,
		limit: 2,
		prepare: async (index) => {
			asked.push(index);
			// The later, the sooner.
			for (let turn = 0; turn < 4 - index; turn++) await settled();
			return index;
		},
		orderingKeyOf: () => undefined,
		perform: async (index) => {
			await gates[index].opened;
		},
	});
	for (let turn = 0; turn < 20; turn++) await settled();
	expect(asked).toEqual([0, 1]);
	gates.forEach(({ open }) => open());
	await done;
	expect(asked).toEqual([0, 1, 2, 3]);
});
