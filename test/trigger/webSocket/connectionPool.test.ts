import fc from 'fast-check';
import {
	createConnectionPool,
	connectionPool,
} from '../../../nodes/Zoom/trigger/webSocket/connectionPool';
import type {
	ConnectionUrl,
	Listener,
	StatusChange,
} from '../../../nodes/Zoom/trigger/webSocket/sharedConnection';
import { echoes, isHeardIn } from '../../support/echoes';
import type { FakeTime } from '../../support/time/fakeTime';
import { takeTime } from '../../support/time/fakeTime';
import { fakeSockets } from '../../support/trigger/fakeSocket';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HEARTBEAT = JSON.stringify({ module: 'heartbeat' });

let clock: FakeTime;
beforeEach(() => {
	clock = takeTime();
});
afterEach(() => {
	jest.restoreAllMocks();
});

/** Someone who listens, and what they get to know. */
function listenerWith(addresses: ConnectionUrl[] = []) {
	const heard: unknown[] = [];
	const news: StatusChange[] = [];
	const counts = { address: 0, refused: 0 };
	const listener: Listener = {
		async address() {
			counts.address += 1;
			return addresses.shift() ?? { url: `wss://ws.zoom.us/ws?access_token=${counts.address}` };
		},
		refused: () => void (counts.refused += 1),
		event: (content) => void heard.push(content),
		news: (entry) => void news.push(entry),
	};
	return { listener, heard, news, counts, kinds: () => news.map(({ kind }) => kind) };
}

function setUp() {
	const { sockets, open, latest } = fakeSockets();
	return { pool: createConnectionPool(open), sockets, latest };
}

/** A pool with one listener who is connected. */
async function connected() {
	const { pool, sockets, latest } = setUp();
	const listener = listenerWith();
	const leave = pool.join('a', listener.listener);
	await clock.settle();
	latest().greet();
	return { pool, sockets, latest, leave, ...listener };
}

describe('A connection', () => {
	test('is made with a fresh token, and good when Zoom says so', async () => {
		const { pool, sockets } = setUp();
		const { listener, kinds } = listenerWith();
		pool.join('a', listener);
		await clock.settle();
		expect(sockets.map(({ url }) => url)).toEqual(['wss://ws.zoom.us/ws?access_token=1']);
		expect(kinds()).toEqual([]);
		sockets[0].greet();
		expect(kinds()).toEqual(['connected']);
	});

	test('brings events, as text within text or as they are', async () => {
		const { latest, heard } = await connected();
		latest().deliver({ event: 'meeting.started' });
		latest().say({ module: 'message', content: { event: 'meeting.ended' } });
		expect(heard).toEqual([{ event: 'meeting.started' }, { event: 'meeting.ended' }]);
	});

	test('is good, too, when the first word is an event', async () => {
		const { pool, sockets } = setUp();
		const { listener, heard, kinds } = listenerWith();
		pool.join('a', listener);
		await clock.settle();
		sockets[0].deliver({ event: 'meeting.started' });
		expect(kinds()).toEqual(['connected']);
		expect(heard).toHaveLength(1);
	});

	test('is kept alive with a heartbeat every 30 seconds', async () => {
		const { latest, sockets } = await connected();
		await clock.pass(15 * SECOND);
		expect(latest().sent).toEqual([HEARTBEAT]);
		for (let beat = 2; beat <= 10; beat++) {
			latest().say({ module: 'heartbeat', success: true, content: 'live' });
			await clock.pass(30 * SECOND);
			expect(latest().sent).toHaveLength(beat);
		}
		expect(sockets).toHaveLength(1);
		expect(latest().closedWith).toBeUndefined();
	});

	test('in which Zoom has fallen silent is given up, though nobody hung up', async () => {
		const { sockets, news } = await connected();
		await clock.pass(104 * SECOND);
		expect(sockets).toHaveLength(1);
		await clock.pass(2 * SECOND);
		expect(sockets[0].closedWith).toBe(1000);
		expect(sockets).toHaveLength(2);
		expect(news.at(-1)).toMatchObject({
			kind: 'lost',
			message: expect.stringMatching(/stopped responding/),
		});
	});

	test.each([3600, -3600])(
		'is judged by elapsed time when the clock is set by %s s',
		async (seconds) => {
			const { sockets, latest } = await connected();
			clock.setClock(seconds * SECOND);
			await clock.pass(50 * SECOND);
			expect(sockets).toHaveLength(1);
			latest().say({ module: 'heartbeat' });
			clock.setClock(seconds * SECOND);
			await clock.pass(60 * SECOND);
			expect(sockets).toHaveLength(1);
			clock.setClock(seconds * SECOND);
			await clock.pass(60 * SECOND);
			expect(sockets[0].closedWith).toBe(1000);
		},
	);

	test('that cannot be made is told as an outage after ten minutes, however the clock is set', async () => {
		const { pool, sockets } = setUp();
		const { listener, kinds } = listenerWith();
		pool.join('a', listener);
		await clock.settle();
		clock.setClock(60 * MINUTE);
		sockets[0].drop();
		await clock.settle();
		expect(kinds()).toEqual(['lost']);
		clock.setClock(-120 * MINUTE);
		for (let tries = 0; tries < 12; tries++) {
			await clock.pass(MINUTE);
			sockets.at(-1)?.drop();
			await clock.settle();
		}
		expect(kinds()).toContain('outage');
	});

	test('that is not greeted is given up, too', async () => {
		const { pool, sockets } = setUp();
		const { listener, news } = listenerWith();
		pool.join('a', listener);
		await clock.pass(15 * SECOND);
		expect(sockets[0].sent).toEqual([]);
		expect(sockets[0].closedWith).toBe(1000);
		expect(news).toEqual([expect.objectContaining({ kind: 'lost' })]);
		await clock.pass(SECOND);
		expect(sockets).toHaveLength(2);
	});

	test('says nothing to anybody after it is over', async () => {
		const { sockets, heard, kinds } = await connected();
		sockets[0].drop();
		await clock.settle();
		sockets[0].deliver({ event: 'late' });
		sockets[0].drop();
		expect(heard).toEqual([]);
		expect(kinds()).toEqual(['connected', 'lost']);
	});

	test('survives whatever is said in it', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.oneof(
						fc.string(),
						fc.json(),
						fc.jsonValue().map((value) => JSON.stringify({ module: 'message', content: value })),
					),
					{ maxLength: 20 },
				),
				async (frames) => {
					const { pool, latest } = setUp();
					const leave = pool.join('a', listenerWith().listener);
					await clock.settle();
					latest().greet();
					for (const frame of frames) latest().say(frame);
					await clock.settle();
					leave();
					await clock.settle();
				},
			),
			{ numRuns: 50 },
		);
	});
});

describe('After a connection has broken off', () => {
	test('the next comes with another token, after pauses that grow to a minute', async () => {
		const { pool, sockets, latest } = setUp();
		const { listener, news, counts } = listenerWith();
		pool.join('a', listener);
		for (let attempt = 1; attempt <= 9; attempt++) {
			await clock.settle();
			expect(sockets).toHaveLength(attempt);
			latest().drop();
			await clock.settle();
			await clock.pass((news.at(-1) as { pause: number }).pause);
		}
		const pauses = news.filter((entry) => entry.kind === 'lost').map(({ pause }) => pause / SECOND);
		expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
		expect(counts).toEqual({ address: 10, refused: 0 });
		expect(news[0]).toMatchObject({
			message:
				"Zoom's WebSocket cannot be reached. Check the proxy and firewall between this n8n and Zoom.",
		});
	});

	test('the pauses begin anew only after a connection that lasted', async () => {
		const { latest, news } = await connected();
		const pause = async () => {
			await clock.settle();
			const { pause: milliseconds } = news.at(-1) as { pause: number };
			await clock.pass(milliseconds);
			latest().greet();
			return milliseconds / SECOND;
		};
		latest().drop();
		expect(await pause()).toBe(1);
		await clock.pass(59 * SECOND);
		latest().drop();
		expect(await pause()).toBe(2);
		await clock.pass(60 * SECOND);
		latest().drop();
		expect(await pause()).toBe(1);
	});

	test('a socket that cannot be made at all is no other matter', async () => {
		const pool = createConnectionPool(() => {
			throw new SyntaxError('The URL is invalid');
		});
		const { listener, kinds } = listenerWith();
		const leave = pool.join('a', listener);
		await clock.pass(SECOND);
		expect(kinds()).toEqual(['lost', 'lost']);
		leave();
	});

	test('an error counts once, whatever follows it', async () => {
		const { sockets, kinds, latest } = await connected();
		const { onclose } = latest();
		latest().onerror?.({});
		onclose?.({ reason: '' });
		await clock.pass(SECOND);
		expect(kinds()).toEqual(['connected', 'lost']);
		expect(sockets).toHaveLength(2);
	});

	test('what Zoom said at the end is told, without what opens doors', async () => {
		const { latest, news } = await connected();
		latest().refuse('Session ended, token=abcdef', 'message');
		await clock.settle();
		expect(news.at(-1)).toMatchObject({
			kind: 'lost',
			message: 'The WebSocket connection to Zoom was lost (Session ended, token=[hidden]).',
		});
	});

	test.each(Object.entries(echoes))('nor the token, %s', async (_, echo) => {
		const { pool, latest } = setUp();
		const token = 'q7RkX2vLw9TzB4nMy6HsD1fGc3JpV8aE';
		const { listener, news } = listenerWith([{ url: `wss://ws.zoom.us/ws?access_token=${token}` }]);
		pool.join('a', listener);
		await clock.settle();
		latest().refuse(echo(token));
		await clock.settle();
		expect(news).not.toEqual([]);
		expect(isHeardIn(JSON.stringify(news), echo(token))).toBe(false);
	});

	test('a token that was bad from the beginning is not taken by its like', async () => {
		const { latest, counts } = await connected();
		latest().refuse('Token is invalid', 'heartbeat');
		await clock.pass(SECOND);
		expect(counts).toEqual({ address: 2, refused: 1 });
		latest().greet();
		latest().refuse('Going away', 'heartbeat');
		await clock.pass(2 * SECOND);
		expect(counts).toEqual({ address: 3, refused: 1 });
	});
});

test('A token that has run out is followed by its like', async () => {
	const { latest, counts } = await connected();
	for (let minute = 0; minute < 60; minute++) {
		await clock.pass(20 * SECOND);
		latest().deliver({ event: 'meeting.started' });
		await clock.pass(40 * SECOND);
		latest().deliver({ event: 'meeting.started' });
	}
	latest().refuse('Token is invalid', 'heartbeat');
	await clock.pass(SECOND);
	expect(counts).toEqual({ address: 2, refused: 0 });
});

describe('When Zoom refuses', () => {
	test('it is certain the second time, with another token', async () => {
		const { pool, latest } = setUp();
		const { listener, news, counts } = listenerWith();
		pool.join('a', listener);
		await clock.settle();
		latest().refuse('Invalid Token');
		await clock.pass(SECOND);
		expect(news).toEqual([expect.objectContaining({ kind: 'lost' })]);
		latest().refuse('Invalid Token');
		await clock.settle();
		expect(news[1]).toEqual({
			kind: 'refused',
			message: expect.stringMatching(
				/^Zoom refused the WebSocket connection \(Invalid Token\)\. Check that the Socket URL /,
			),
		});
		expect(counts.refused).toBe(2);
	});

	test('it is tried again, ever more seldom', async () => {
		const { pool, latest, sockets } = setUp();
		const { listener, kinds } = listenerWith();
		pool.join('a', listener);
		await clock.settle();
		for (const pause of [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]) {
			const before = sockets.length;
			latest().refuse('Invalid Token');
			await clock.pass(pause * SECOND - 1);
			expect(sockets).toHaveLength(before);
			await clock.pass(1);
			await clock.settle();
			expect(sockets).toHaveLength(before + 1);
		}
		latest().greet();
		expect(kinds().at(-1)).toBe('connected');
	});

	test('no token at all, that is certain at once', async () => {
		const { pool, sockets } = setUp();
		const problem = { problem: 'Invalid credentials', isFinal: true };
		const { listener, news } = listenerWith([problem]);
		pool.join('a', listener);
		await clock.settle();
		expect(news).toEqual([{ kind: 'refused', message: 'Invalid credentials' }]);
		await clock.pass(SECOND);
		expect(sockets).toHaveLength(1);
	});

	test('a token just now, it is tried again', async () => {
		const { pool, sockets } = setUp();
		const problem = { problem: 'Zoom cannot be reached', isFinal: false };
		const { listener, news } = listenerWith([problem]);
		pool.join('a', listener);
		await clock.settle();
		expect(news).toEqual([{ kind: 'lost', message: 'Zoom cannot be reached', pause: SECOND }]);
		await clock.pass(SECOND);
		expect(sockets).toHaveLength(1);
	});
});

describe('When somebody else takes the connection', () => {
	test.each<[string, (socket: ReturnType<ReturnType<typeof setUp>['latest']>) => void]>([
		['in a word', (socket) => socket.refuse('Connected in another place', 'message')],
		['as the reason of hanging up', (socket) => socket.drop('Connected in another place')],
	])('and Zoom says so %s, the answer is a long pause', async (_, end) => {
		const { sockets, latest, news } = await connected();
		await clock.pass(70 * SECOND);
		end(latest());
		await clock.settle();
		expect(news.at(-1)).toEqual({
			kind: 'replaced',
			message: expect.stringMatching(/^Another connection .*one n8n only/),
		});
		const before = sockets.length;
		await clock.pass(119 * SECOND);
		expect(sockets).toHaveLength(before);
		await clock.pass(SECOND);
		expect(sockets).toHaveLength(before + 1);
		expect(clock.pauses).toContain(2 * MINUTE);
	});

	test('again and again, that is told once', async () => {
		const { latest, kinds } = await connected();
		for (let turn = 0; turn < 6; turn++) {
			await clock.pass(70 * SECOND);
			latest().refuse('Connected in another place');
			await clock.pass(2 * MINUTE);
			latest().greet();
		}
		expect(kinds().filter((kind) => kind === 'replaced')).toHaveLength(6);
		expect(kinds().filter((kind) => kind === 'outage')).toHaveLength(1);
	});
});

describe('An outage', () => {
	const fail = async (latest: ReturnType<typeof setUp>['latest'], duration: number) => {
		for (let passed = 0; passed < duration; passed += MINUTE) {
			latest().drop();
			await clock.pass(MINUTE);
		}
	};

	test('is told once, after ten minutes', async () => {
		const { latest, kinds, news } = await connected();
		await clock.pass(MINUTE);
		await fail(latest, 9 * MINUTE);
		expect(kinds()).not.toContain('outage');
		await fail(latest, 30 * MINUTE);
		expect(kinds().filter((kind) => kind === 'outage')).toHaveLength(1);
		expect(news.find(({ kind }) => kind === 'outage')).toMatchObject({
			message:
				"Zoom's WebSocket cannot be reached. Check the proxy and firewall between this n8n and Zoom.",
		});
	});

	test('is not over with a connection that does not last', async () => {
		const { latest, kinds } = await connected();
		await clock.pass(MINUTE);
		for (let minute = 0; minute < 15; minute++) {
			latest().drop();
			await clock.pass(50 * SECOND);
			latest().greet();
			await clock.pass(10 * SECOND);
		}
		expect(kinds().filter((kind) => kind === 'outage')).toHaveLength(1);
	});

	test('is told anew after a good connection', async () => {
		const { latest, kinds } = await connected();
		await clock.pass(MINUTE);
		await fail(latest, 15 * MINUTE);
		latest().greet();
		for (let beat = 0; beat < 3; beat++) {
			latest().say({ module: 'heartbeat', success: true });
			await clock.pass(30 * SECOND);
		}
		await fail(latest, 15 * MINUTE);
		expect(kinds().filter((kind) => kind === 'outage')).toHaveLength(2);
	});

	test('is told to each who listens, also to who came late', async () => {
		const { pool, latest, kinds } = await connected();
		await clock.pass(MINUTE);
		await fail(latest, 15 * MINUTE);
		const late = listenerWith();
		pool.join('a', late.listener);
		await fail(latest, 5 * MINUTE);
		expect(late.kinds()).not.toContain('outage');
		await fail(latest, 6 * MINUTE);
		expect(late.kinds()).toContain('outage');
		expect(kinds().filter((kind) => kind === 'outage')).toHaveLength(1);
	});
});

describe('Several who listen to one subscription', () => {
	test('share a connection, and each hears everything', async () => {
		const { pool, sockets, latest, heard } = await connected();
		const other = listenerWith();
		pool.join('a', other.listener);
		await clock.settle();
		expect(sockets).toHaveLength(1);
		expect(other.kinds()).toEqual(['connected']);
		latest().deliver({ event: 'x' });
		expect([heard, other.heard]).toEqual([[{ event: 'x' }], [{ event: 'x' }]]);
		expect(other.counts.address).toBe(0);
	});

	test('do not take it from each other: it closes with the last', async () => {
		const { pool, latest, leave, heard } = await connected();
		const other = listenerWith();
		const leaveToo = pool.join('a', other.listener);
		leave();
		await clock.settle();
		expect(latest().closedWith).toBeUndefined();
		latest().deliver({ event: 'x' });
		expect([heard, other.heard]).toEqual([[], [{ event: 'x' }]]);
		leaveToo();
		await clock.settle();
		expect(latest().closedWith).toBe(1000);
	});

	test('reconnect with the credential of one who is still there', async () => {
		const { pool, latest, leave, counts } = await connected();
		const other = listenerWith();
		pool.join('a', other.listener);
		leave();
		latest().drop();
		await clock.pass(SECOND);
		expect([counts.address, other.counts.address]).toEqual([1, 1]);
	});

	test('are not to blame for the credential of another', async () => {
		const { pool, sockets } = setUp();
		const broken = { problem: 'Invalid credentials', isFinal: true };
		const one = listenerWith(Array(20).fill(broken));
		pool.join('a', one.listener);
		await clock.pass(20 * MINUTE);
		const other = listenerWith();
		pool.join('a', other.listener);
		await clock.settle();
		sockets[0].drop();
		await clock.pass(SECOND);
		expect(other.kinds()).toEqual(['lost', 'lost']);
		await clock.pass(2 * SECOND);
		sockets[1].greet();
		expect(one.kinds().at(-1)).toBe('connected');
		expect(other.kinds()).toEqual(['lost', 'lost', 'connected']);
	});

	test('are not connected by one who left while saying where', async () => {
		const { pool, sockets } = setUp();
		const gone = listenerWith();
		const other = listenerWith();
		const leave = pool.join('a', {
			...gone.listener,
			async address() {
				if (gone.counts.address > 0) leave();
				return await gone.listener.address();
			},
		});
		await clock.settle();
		pool.join('a', other.listener);
		sockets[0].drop();
		await clock.pass(SECOND);
		expect([gone.counts.address, other.counts.address]).toEqual([2, 1]);
		expect(sockets).toHaveLength(2);
	});

	test('have it tried at once when one more comes', async () => {
		const { pool, sockets } = setUp();
		const one = listenerWith();
		pool.join('a', one.listener);
		for (let attempt = 1; attempt <= 10; attempt++) {
			await clock.settle();
			sockets[sockets.length - 1].drop();
			await clock.pass(attempt < 10 ? MINUTE : 0);
		}
		const before = sockets.length;
		await clock.pass(SECOND);
		expect(sockets).toHaveLength(before);
		const other = listenerWith();
		pool.join('a', other.listener);
		await clock.settle();
		expect(sockets).toHaveLength(before + 1);
		expect(other.counts.address).toBe(1);
	});

	test('have a connection for each subscription', async () => {
		const { pool, sockets } = await connected();
		pool.join('b', listenerWith().listener);
		await clock.settle();
		expect(sockets).toHaveLength(2);
	});
});

describe('Who stops listening', () => {
	test('closes the connection, and no other is made', async () => {
		const { sockets, leave, latest, kinds } = await connected();
		leave();
		leave();
		await clock.pass(10 * MINUTE);
		expect(latest().closedWith).toBe(1000);
		expect(sockets).toHaveLength(1);
		expect(kinds()).toEqual(['connected']);
	});

	test('while it is being made, gets none', async () => {
		const { pool, sockets } = setUp();
		const { listener, kinds } = listenerWith();
		pool.join('a', listener)();
		await clock.pass(MINUTE);
		expect(sockets).toEqual([]);
		expect(kinds()).toEqual([]);
	});

	test('in a pause, ends it', async () => {
		const { sockets, leave, latest } = await connected();
		latest().drop();
		await clock.settle();
		leave();
		await clock.pass(10 * MINUTE);
		expect(sockets).toHaveLength(1);
	});

	test('and begins again, gets another connection', async () => {
		const { pool, sockets, leave, latest, heard } = await connected();
		leave();
		const again = listenerWith();
		const leaveAgain = pool.join('a', again.listener);
		await clock.settle();
		expect(sockets).toHaveLength(2);
		latest().greet();
		latest().deliver({ event: 'x' });
		leave();
		latest().deliver({ event: 'y' });
		expect([heard, again.heard]).toEqual([[], [{ event: 'x' }, { event: 'y' }]]);
		leaveAgain();
	});
});

test('A process without WebSocket is told what to do', () => {
	const before = Object.getOwnPropertyDescriptor(globalThis, 'WebSocket');
	Object.defineProperty(globalThis, 'WebSocket', { value: undefined, configurable: true });
	expect(connectionPool).toThrow(/^Delivery: WebSocket requires n8n on Node.js 22 or newer/);
	if (before) Object.defineProperty(globalThis, 'WebSocket', before);
});
