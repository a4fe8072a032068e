import { Alarms } from './alarms';
import { manualClock, systemClock } from './clock';

describe('alarms', () => {
	it('ring in the order of their times when the clock is moved past them', () => {
		const clock = manualClock(0);
		const alarms = new Alarms(clock);
		const rung: string[] = [];
		alarms.set(20, () => rung.push('second'));
		alarms.set(10, () => {
			rung.push('first');
			alarms.set(15, () => rung.push('between'));
		});
		const callOff = alarms.set(5, () => rung.push('never'));
		alarms.set(0, () => rung.push('at once'));
		callOff();
		clock.advance(9);
		expect(rung).toEqual(['at once']);
		clock.set(100);
		expect(rung).toEqual(['at once', 'first', 'between', 'second']);
	});

	it('are silent once cleared or closed', () => {
		const clock = manualClock(0);
		const alarms = new Alarms(clock);
		const ring = jest.fn();
		alarms.set(5, ring);
		alarms.clear();
		clock.advance(10);
		alarms.close();
		alarms.set(20, ring);
		clock.advance(10);
		expect(ring).not.toHaveBeenCalled();
	});

	it('ring by themselves where time passes by itself, and at once when it is moved', async () => {
		const clock = systemClock();
		const alarms = new Alarms(clock);
		await new Promise<void>((resolve) => alarms.set(clock.now() + 5, resolve));
		const ring = jest.fn();
		alarms.set(clock.now() + 60_000, ring);
		clock.advance(60_000);
		expect(ring).toHaveBeenCalledTimes(1);
		alarms.close();
	});
});
