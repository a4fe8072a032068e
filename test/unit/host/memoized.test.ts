import { memoized } from '../../../nodes/Zoom/host/memoized';

test('What is memoized is worked out once for each object, also where that is nothing', () => {
	const work = jest.fn(({ name }: { name?: string }) => name);
	const nameOf = memoized(work);
	const [ada, nobody] = [{ name: 'Ada' }, {}];
	for (let time = 0; time < 2; time++) {
		expect(nameOf(ada)).toBe('Ada');
		expect(nameOf(nobody)).toBeUndefined();
	}
	expect(work).toHaveBeenCalledTimes(2);
	expect(nameOf({ name: 'Ada' })).toBe('Ada');
	expect(work).toHaveBeenCalledTimes(3);
});
