import {
	processState,
	processStates,
	resetProcessState,
} from '../../../nodes/Zoom/host/processState';

beforeEach(resetProcessState);

const visits = processState('visits', () => new Map<string, number>());

test('What a process keeps is made once, when it is first asked for', () => {
	const make = jest.fn(() => new Set<string>());
	const names = processState('names', make);
	expect(make).not.toHaveBeenCalled();
	names().add('Ada');
	expect([...names()]).toEqual(['Ada']);
	expect(make).toHaveBeenCalledTimes(1);
});

test('All that is kept can be listed and forgotten at once', () => {
	const before = visits();
	before.set('Ada', 1);
	expect(processStates()).toContain('visits');
	resetProcessState();
	expect(visits()).not.toBe(before);
	expect(visits().size).toBe(0);
});

test.each([1, 2])('A test meets nothing that another has left (%i)', () => {
	expect(visits().size).toBe(0);
	visits().set('Ada', 1);
});

test('Two states of one name are a mistake', () => {
	expect(() => processState('visits', () => ({}))).toThrow('There are two states called visits.');
});
