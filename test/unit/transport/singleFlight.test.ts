import { SingleFlight } from '../../../nodes/Zoom/transport/sync/singleFlight';

const always = () => true;
const never = () => false;

/** Work that ends when it is told to. */
function works() {
	const ends: { resolve: (result: string) => void; reject: (error: Error) => void }[] = [];
	const work = async () =>
		await new Promise<string>((resolve, reject) => ends.push({ resolve, reject }));
	return { work, ends };
}

test('What many ask for at once is done once', async () => {
	const { work, ends } = works();
	const flights = new SingleFlight<string>(10);
	const asked = [1, 2, 3].map(async () => await flights.run('a', work, always));
	expect(ends).toHaveLength(1);
	ends[0].resolve('done');
	expect(await Promise.all(asked)).toEqual(['done', 'done', 'done']);
	expect(await flights.run('a', work, always)).toBe('done');
	expect(ends).toHaveLength(1);
});

test('What serves no more is replaced once, for all who found it so', async () => {
	const { work, ends } = works();
	const flights = new SingleFlight<string>(10);
	const first = flights.run('a', work, always);
	ends[0].resolve('old');
	await first;
	const asked = [1, 2, 3].map(
		async () => await flights.run('a', work, async ({ result }) => (await result) !== 'old'),
	);
	await new Promise(setImmediate);
	expect(ends).toHaveLength(2);
	ends[1].resolve('new');
	expect(await Promise.all(asked)).toEqual(['new', 'new', 'new']);
});

test('A failure is shared, and then forgotten', async () => {
	const { work, ends } = works();
	const flights = new SingleFlight<string>(10);
	const asked = [1, 2].map(async () => await flights.run('a', work, always));
	ends[0].reject(new Error('No'));
	for (const each of asked) await expect(each).rejects.toThrow('No');
	expect(flights.latest('a')).toBeUndefined();
	void flights.run('a', work, always);
	expect(ends).toHaveLength(2);
});

test('The failure of earlier work does not make later work forgotten', async () => {
	const { work, ends } = works();
	const flights = new SingleFlight<string>(10);
	const first = flights.run('a', work, always);
	flights.forget('a');
	const second = flights.run('a', work, never);
	ends[0].reject(new Error('No'));
	await expect(first).rejects.toThrow('No');
	expect(flights.latest('a')).toBeDefined();
	ends[1].resolve('done');
	expect(await second).toBe('done');
});

test('Keys have nothing to do with each other', async () => {
	const { work, ends } = works();
	const flights = new SingleFlight<string>(10);
	void flights.run('a', work, always);
	void flights.run('b', work, always);
	expect(ends).toHaveLength(2);
});
