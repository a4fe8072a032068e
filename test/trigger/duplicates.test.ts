import { clock as nodeClock } from '../../nodes/Zoom/transport/sync/clock';
import { keyOf, ExpiringSet, requestKeyOf } from '../../nodes/Zoom/trigger/events/duplicates';
import type { EventBody } from '../../nodes/Zoom/trigger/events/eventBody';

let now: number;
beforeEach(() => {
	now = 1_000_000;
	jest.spyOn(nodeClock, 'elapsed').mockImplementation(() => now);
});
afterEach(() => {
	jest.restoreAllMocks();
});

const body: EventBody = {
	event: 'meeting.participant_joined',
	event_ts: 1626230691572,
	payload: { account_id: 'A', object: { id: '1', participant: { user_id: '7' } } },
};

describe('The key of an event', () => {
	test('is the same however often it is delivered, and with whatever token', () => {
		expect(keyOf({ ...body, download_token: 'a' })).toBe(keyOf({ ...body, download_token: 'b' }));
		expect(keyOf(JSON.parse(JSON.stringify(body)) as EventBody)).toBe(keyOf(body));
	});

	test.each<[string, Partial<EventBody>]>([
		['kind', { event: 'meeting.participant_left' }],
		['time', { event_ts: 1626230691573 }],
		['person in the same millisecond', { payload: { object: { participant: { user_id: '8' } } } }],
	])('is another for another %s', (_, more) => {
		expect(keyOf({ ...body, ...more })).not.toBe(keyOf(body));
	});
});

test('The key of a request is short, whatever was sent as its ID', () => {
	expect(requestKeyOf('x'.repeat(16_000), body)).toHaveLength(64);
	expect(requestKeyOf('a', body)).not.toBe(requestKeyOf('b', body));
	expect(requestKeyOf('a', body)).not.toBe(requestKeyOf('a', { ...body, event_ts: 1 }));
});

describe('What was met lately', () => {
	test('is known, by any of its keys', () => {
		const recent = new ExpiringSet();
		expect(recent.isKnown(['a', 'b'])).toBe(false);
		expect(recent.isKnown(['a', 'c'])).toBe(true);
		expect(recent.isKnown(['c'])).toBe(true);
		expect(recent.isKnown(['d'])).toBe(false);
	});

	test('is forgotten after a while, counted from when it was met last', () => {
		const recent = new ExpiringSet(10, 1000);
		recent.isKnown(['a']);
		now += 999;
		expect(recent.isKnown(['a'])).toBe(true);
		now += 999;
		expect(recent.isKnown(['a'])).toBe(true);
		now += 1000;
		expect(recent.isKnown(['a'])).toBe(false);
	});

	test("is remembered for two hours, over the last of Zoom's repeats", () => {
		const recent = new ExpiringSet();
		recent.isKnown(['a']);
		now += 85 * 60_000;
		expect(recent.isKnown(['a'])).toBe(true);
		now += 120 * 60_000;
		expect(recent.isKnown(['a'])).toBe(false);
	});

	test('gives way to what is newer, the oldest first', () => {
		const recent = new ExpiringSet(3, 1000);
		for (const key of ['a', 'b', 'c']) recent.isKnown([key]);
		recent.isKnown(['a']);
		recent.isKnown(['d']);
		expect(recent.isKnown(['a'])).toBe(true);
		expect(recent.isKnown(['b'])).toBe(false);
	});

	test('is 20,000 events with two keys each', () => {
		const recent = new ExpiringSet();
		const keysOf = (event: number) => [`${event}`, `${event}'`];
		for (let event = 0; event < 20_000; event++) recent.isKnown(keysOf(event));
		expect(recent.size).toBe(40_000);
		expect(recent.isKnown(keysOf(0))).toBe(true);
	});

	test('takes no more room than it may', () => {
		const recent = new ExpiringSet(100, 1000);
		for (let key = 0; key < 1000; key++) recent.isKnown([`${key}`, `${key}'`]);
		expect(recent.size).toBeLessThanOrEqual(101);
	});

	test('can be taken back', () => {
		const recent = new ExpiringSet();
		recent.isKnown(['a', 'b']);
		recent.forget(['a', 'b']);
		expect(recent.isKnown(['a', 'b'])).toBe(false);
	});
});
