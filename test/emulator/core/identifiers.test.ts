import { Identifiers } from './identifiers';

describe('meeting IDs', () => {
	// How many IDs of other kinds are made between two meetings decides on the lengths that come.
	it.each([0, 1, 2, 3, 4, 5])('are never given twice, with %d others in between', (others) => {
		const ids = new Identifiers();
		const made = new Set<number>();
		for (let meeting = 0; meeting < 20_000; meeting++) {
			made.add(ids.meetingId());
			for (let other = 0; other < others; other++) ids.uuid();
		}
		expect(made.size).toBe(20_000);
	});

	it('are the same after a reset', () => {
		const ids = new Identifiers();
		const first = [ids.meetingId(), ids.meetingId()];
		ids.reset();
		expect([ids.meetingId(), ids.meetingId()]).toEqual(first);
	});
});
