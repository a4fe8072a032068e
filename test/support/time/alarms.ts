import { clock as nodeClock } from '../../../nodes/Zoom/transport/sync/clock';

/** The nodes' bounds on what is under way, which pass when a test says so. */
export interface Alarms {
	/** Lets a bound of so many milliseconds pass as soon as there is one. */
	ring(milliseconds: number): Promise<void>;
	/** Lets every such bound pass at once, those there are and those to come. */
	ringAlways(milliseconds: number): void;
}

interface Alarm {
	readonly milliseconds: number;
	readonly ring: () => void;
}

/** Takes the nodes' alarms, until mocks are restored. */
export function takeAlarms(): Alarms {
	const set = new Set<Alarm>();
	const always = new Set<number>();
	jest.spyOn(nodeClock, 'alarm').mockImplementation(
		async (milliseconds, signal) =>
			await new Promise((resolve, reject) => {
				const alarm = { milliseconds, ring: resolve };
				signal.addEventListener('abort', () => {
					set.delete(alarm);
					reject(new Error('Nobody waits any more'));
				});
				if (always.has(milliseconds)) setImmediate(resolve);
				else set.add(alarm);
			}),
	);
	return {
		async ring(milliseconds) {
			const find = () => [...set].find((alarm) => alarm.milliseconds === milliseconds);
			await until(() => find() !== undefined);
			find()?.ring();
		},
		ringAlways(milliseconds) {
			always.add(milliseconds);
			for (const alarm of set) if (alarm.milliseconds === milliseconds) alarm.ring();
		},
	};
}

/** Lets everything happen until something has come about; a test whose time is up need not go on. */
export async function until(hasCome: () => boolean): Promise<void> {
	const end = performance.now() + GIVE_UP;
	while (!hasCome()) {
		if (performance.now() > end) throw new Error('It did not come about');
		await new Promise((resolve) => setImmediate(resolve));
	}
}

const GIVE_UP = 10_000;
