import type { FakeSocket } from './fakeSocket';
import { fakeSockets } from './fakeSocket';

/** Stands in for the WebSocket of the process during the tests of a file; all sockets that are opened are kept. */
export function takeWebSocket(): { sockets: FakeSocket[]; latest: () => FakeSocket } {
	const { sockets, open, latest } = fakeSockets();
	const before = Object.getOwnPropertyDescriptor(globalThis, 'WebSocket');
	beforeEach(() => {
		sockets.length = 0;
		Object.defineProperty(globalThis, 'WebSocket', {
			configurable: true,
			writable: true,
			// A function that is called with `new` and answers an object makes that object.
			value: function (url: string) {
				return open(url);
			},
		});
	});
	afterAll(() => {
		if (before) Object.defineProperty(globalThis, 'WebSocket', before);
	});
	return { sockets, latest };
}

/** Waits, in real time, until something is so; five seconds at most. */
export async function until(isSo: () => boolean): Promise<void> {
	for (let turn = 0; turn < 1000 && !isSo(); turn++) {
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	if (!isSo()) throw new Error('It did not come to that');
}
