import { expectationOf } from './expectation';
import type { Failure } from './faults';
import { failures, tokenFailures } from './faults';
import type { Subject } from './operations';
import type { FaultSetup, FaultScenario } from './faultScenario';
import { expectNoSecret, KIND, policiesFor, useFaultSetup } from './faultScenario';

// Turns come besides the waits, a little later after a refusal.
const TURNS = 300;

/** Lets it happen, and holds what came of it against what the design says. */
async function tell(
	setup: FaultSetup,
	{ name, subject, failure, policy, times, kind = KIND }: FaultScenario,
): Promise<void> {
	setup.begin();
	const { environment } = setup;
	const origin = failure.origin ?? environment.emulator.url;
	const parameters = await subject.parameters(environment, origin);
	environment.emulator.requests.reset();
	const match = failure.hitsBody && subject.body ? subject.body : subject.call;
	if (failure.fault) environment.emulator.faults.add({ ...failure.fault, match, times });
	if (failure.origin !== undefined) {
		environment.credentials.save(kind, {
			...environment.credentials.read(kind),
			customApiUrl: origin,
		});
	}
	failure.happen?.(environment);
	const started = environment.emulator.clock.now();
	const result = await environment.run(
		kind,
		subject.operation,
		{ ...parameters, options: { ...policy } },
		{ binary: subject.binary },
	);
	const expected = expectationOf(subject, name, failure, policy, times);

	const calls = environment.emulator.requests.to(match);
	expect(calls).toHaveLength(expected.calls);
	const says = (name === 'download' && failure.saysOfFile) || failure.says;
	expect(result.error?.message ?? 'success').toMatch(expected.succeeds ? /^success$/ : says);
	expect(/Zoom may have (created|done) it/.test(result.error?.message ?? '')).toBe(
		!expected.succeeds && expected.isDoubtful,
	);
	const waited = environment.emulator.clock.now() - started;
	const sum = (index: 0 | 1) => expected.waits.reduce((total, wait) => total + wait[index], 0);
	expect(waited).toBeGreaterThanOrEqual(Math.floor(sum(0)));
	const most = sum(1) + TURNS * (1 + expected.waits.length) + (failure.besides ?? 0);
	expect(waited).toBeLessThanOrEqual(most);
	if (subject.done) {
		const wasDone = expected.succeeds || (failure.done === true && failure.nature === 'ambiguous');
		expect(subject.done(environment)).toBe(Number(wasDone));
	}
	expectNoSecret(environment, result, kind);
	setup.end();
}

/** Lets everything go wrong, under everything that a user can choose, with each of these operations. */
export function describeFaults(subjects: Readonly<Record<string, Subject>>): void {
	const setup = useFaultSetup();

	describe.each(Object.entries(subjects))('%s', (name, subject) => {
		test.each(Object.entries(failures))('and %s', async (_, failure) => {
			if (failure.except?.[name] !== undefined) return;
			for (const policy of policiesFor(subject)) {
				await tell(setup, { name, subject, failure, policy, times: Infinity });
				if (failure.fault) await tell(setup, { name, subject, failure, policy, times: 1 });
			}
		});

		test.each(Object.entries(tokenFailures))('and %s', async (_, failure) => {
			for (const policy of policiesFor(subject)) {
				await tell(setup, { name, subject, failure, policy, times: Infinity, kind: failure.kind });
			}
		});

		test('and a token that expires in the middle', async () => {
			for (const policy of policiesFor(subject)) {
				const failure: Failure = {
					nature: 'definite',
					status: 401,
					says: /^success$/,
					fault: { expireToken: true },
				};
				await tell(setup, { name, subject, failure, policy, times: 1 });
			}
		});
	});
}
