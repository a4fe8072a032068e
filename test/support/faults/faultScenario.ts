import type { Clock } from '../../emulator';
import { manualClock } from '../../emulator';
import type { NodeResult } from '../engine/engine';
import type { TestEnvironment, Kind } from '../engine/testEnvironment';
import { createTestEnvironment } from '../engine/testEnvironment';
import type { VirtualTime } from '../time/virtualTime';
import { startVirtualTime } from '../time/virtualTime';
import type { Policy } from './expectation';
import type { Failure } from './faults';
import type { Subject } from './operations';

const START = '2026-07-01T09:00:00Z';
/** Unless told. */
export const KIND: Kind = 'accountLevel';

/** An emulator at a known time, which starts anew for each scenario. */
export interface FaultSetup {
	readonly clock: Clock;
	readonly environment: TestEnvironment;
	begin(): void;
	end(): void;
}

/** Sets up the emulator of a test file; every test of it begins a scenario. */
export function useFaultSetup(): FaultSetup {
	const clock = manualClock(START);
	let environment: TestEnvironment;
	let virtual: VirtualTime;
	const setup: FaultSetup = {
		clock,
		get environment() {
			return environment;
		},
		begin() {
			clock.set(START);
			environment.reset();
			virtual = startVirtualTime(clock, Math.random);
		},
		end: () => virtual.stop(),
	};
	beforeAll(async () => {
		environment = await createTestEnvironment({ clock });
	});
	afterAll(async () => {
		await environment.close();
	});
	beforeEach(setup.begin);
	afterEach(setup.end);
	return setup;
}

/** Something that goes wrong with an operation, so many times, under what a user chose. */
export interface FaultScenario {
	readonly name: string;
	readonly subject: Subject;
	readonly failure: Failure;
	readonly policy: Policy;
	readonly times: number;
	readonly kind?: Kind;
}

const MODES: Policy['retryMode'][] = ['none', 'retryWhenStatusCodeMatch', 'retryAny'];

/** Everything that a user can choose and that can matter. */
export const policiesFor = ({ idempotent }: Subject): Policy[] =>
	MODES.flatMap((retryMode) =>
		// For what may come twice the switch means nothing.
		(idempotent ? [false] : [false, true]).map((retryUnsafeRequests) => ({
			retryMode,
			retryUnsafeRequests,
		})),
	);

/** What must never be seen in an error or a hint. */
function secretsOf({ apps, credentials }: TestEnvironment, kind: Kind): string[] {
	const { oauthTokenData, sessionToken } = credentials.read(kind);
	const tokens = [...Object.values(Object(oauthTokenData)), sessionToken].filter(
		(value): value is string => typeof value === 'string' && value.length > 40,
	);
	return [apps[kind].clientSecret, ...tokens];
}

/** Expects that neither the error nor a hint shows a secret. */
export function expectNoSecret(at: TestEnvironment, { error, run }: NodeResult, kind = KIND): void {
	const hints = run.data.resultData.runData.Zoom[0].hints ?? [];
	const { message, description, context, stack } = error ?? {};
	const told = JSON.stringify([message, description, context, stack, hints]);
	for (const secret of secretsOf(at, kind)) expect(told).not.toContain(secret);
	// As words, since the six digits of a passcode may stand in a tracking ID by chance.
	const words = new Set(told.split(/\W+/));
	for (const { password } of at.emulator.store.meetings.find()) {
		if (password.length > 5) expect(words).not.toContain(password);
	}
}
