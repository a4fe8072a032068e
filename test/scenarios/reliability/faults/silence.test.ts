import { createTestEnvironment } from '../../../support/engine/testEnvironment';
import { expectationOf } from '../../../support/faults/expectation';
import { PATIENCE, silences } from '../../../support/faults/faults';
import { subjects } from '../../../support/faults/operations';
import type { FaultScenario } from '../../../support/faults/faultScenario';
import {
	expectNoSecret,
	KIND,
	policiesFor,
	useFaultSetup,
} from '../../../support/faults/faultScenario';

const { clock } = useFaultSetup();

/** The same in an emulator of its own, because tests that wait for silence should wait together. */
async function tellOfSilence({
	name,
	subject,
	failure,
	policy,
	times,
}: FaultScenario): Promise<string[]> {
	const own = await createTestEnvironment({ clock });
	const parameters = await subject.parameters(own, own.emulator.url);
	const match = failure.hitsBody && subject.body ? subject.body : subject.call;
	own.emulator.requests.reset();
	own.emulator.faults.add({ ...failure.fault, match, times });
	const result = await own.run(
		KIND,
		subject.operation,
		{ ...parameters, options: { ...policy, timeout: PATIENCE, retryCountMax: 1 } },
		{ binary: subject.binary },
	);
	const expected = expectationOf(subject, name, failure, policy, times, 1);
	const message = result.error?.message ?? 'success';
	const isAsExpected = [
		own.emulator.requests.to(match).length === expected.calls,
		(expected.succeeds ? /^success$/ : failure.says).test(message),
		/Zoom may have (created|done) it/.test(message) === (!expected.succeeds && expected.isDoubtful),
		!subject.done || subject.done(own) === Number(expected.succeeds || failure.done === true),
	];
	expectNoSecret(own, result);
	await own.close();
	return isAsExpected.every(Boolean)
		? []
		: [JSON.stringify({ name, policy, times, message, isAsExpected, expected })];
}

test.each(Object.entries(silences))(
	'Everything, when %s',
	async (_, failure) => {
		const scenarios = Object.entries(subjects).flatMap(([name, subject]) =>
			policiesFor(subject).flatMap((policy) =>
				([1, Infinity] as const).map((times) => ({ name, subject, failure, policy, times })),
			),
		);
		const problems = await Promise.all(scenarios.map(tellOfSilence));
		expect(problems.flat()).toEqual([]);
	},
	60_000,
);
