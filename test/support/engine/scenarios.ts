import { manualClock } from '../../emulator';
import type { EmulatorOptions, Fault } from '../../emulator';
import type { RecordedRequest } from '../../emulator/core/http/requests';
import type { VirtualTime } from '../time/virtualTime';
import { startVirtualTime } from '../time/virtualTime';
import type { TestEnvironment } from './testEnvironment';
import { createTestEnvironment } from './testEnvironment';

/** When every scenario begins. */
export const START = '2026-07-01T09:00:00Z';

/** An environment under virtual time, at the start again for each test of the file. */
export interface Scenarios {
	readonly environment: TestEnvironment;
	readonly virtual: VirtualTime;
	/** Makes calls that match go wrong: once unless told. */
	readonly fail: (match: Fault['match'], fault: Omit<Fault, 'match'>) => void;
	/** The calls that reached the emulator. */
	readonly callsTo: (pattern: string) => RecordedRequest[];
	/** Seconds that have passed since the start. */
	readonly seconds: () => number;
}

/** Prepares a file's scenarios, each of which finds Zoom as it is at the start. */
export function scenarios(options: EmulatorOptions = {}): Scenarios {
	let environment: TestEnvironment;
	let virtual: VirtualTime;
	beforeAll(async () => {
		environment = await createTestEnvironment({ clock: manualClock(START), ...options });
	});
	beforeEach(() => {
		environment.emulator.clock.set(START);
		environment.reset();
		virtual = startVirtualTime(environment.emulator.clock);
	});
	afterEach(() => {
		virtual.stop();
	});
	afterAll(async () => {
		await environment.close();
	});
	return {
		get environment() {
			return environment;
		},
		get virtual() {
			return virtual;
		},
		fail: (match, fault) => environment.emulator.faults.add({ match, ...fault }),
		callsTo: (pattern) => environment.emulator.requests.to(pattern),
		seconds: () => (environment.emulator.clock.now() - Date.parse(START)) / 1000,
	};
}
