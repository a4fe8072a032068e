import { manualClock } from '../../emulator';
import type { EmulatorOptions, Fault } from '../../emulator';
import type { RecordedRequest } from '../../emulator/core/http/requests';
import type { VirtualTime } from '../time/virtualTime';
import { startVirtualTime } from '../time/virtualTime';
import type { Desk } from './testEnvironment';
import { createDesk } from './testEnvironment';

/** When every story begins. */
export const START = '2026-07-01T09:00:00Z';

/** A desk under virtual time, at the start again for each test of the file. */
export interface Stories {
	readonly desk: Desk;
	readonly virtual: VirtualTime;
	/** Makes calls that match go wrong: once unless told. */
	readonly fail: (match: Fault['match'], fault: Omit<Fault, 'match'>) => void;
	/** The calls that reached the emulator. */
	readonly callsTo: (pattern: string) => RecordedRequest[];
	/** Seconds that have passed since the start. */
	readonly seconds: () => number;
}

/** Prepares a file's stories, each of which finds Zoom as it is at the start. */
export function stories(options: EmulatorOptions = {}): Stories {
	let desk: Desk;
	let virtual: VirtualTime;
	beforeAll(async () => {
		desk = await createDesk({ clock: manualClock(START), ...options });
	});
	beforeEach(() => {
		desk.emulator.clock.set(START);
		desk.reset();
		virtual = startVirtualTime(desk.emulator.clock);
	});
	afterEach(() => {
		virtual.stop();
	});
	afterAll(async () => {
		await desk.close();
	});
	return {
		get desk() {
			return desk;
		},
		get virtual() {
			return virtual;
		},
		fail: (match, fault) => desk.emulator.faults.add({ match, ...fault }),
		callsTo: (pattern) => desk.emulator.requests.to(pattern),
		seconds: () => (desk.emulator.clock.now() - Date.parse(START)) / 1000,
	};
}
