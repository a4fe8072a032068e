import { createDesk } from '../../../support/engine/testEnvironment';
import { expectationOf } from '../../../support/faults/expectation';
import { PATIENCE, silences } from '../../../support/faults/faults';
import { subjects } from '../../../support/faults/operations';
import type { Story } from '../../../support/faults/stories';
import { expectNoSecret, KIND, policiesFor, useStage } from '../../../support/faults/stories';

const { clock } = useStage();

/** The same in an emulator of its own, since whoever waits for silence should not wait alone. */
async function tellOfSilence({ name, subject, mishap, policy, times }: Story): Promise<string[]> {
	const own = await createDesk({ clock });
	const parameters = await subject.parameters(own, own.emulator.url);
	const match = mishap.hitsBody && subject.body ? subject.body : subject.call;
	own.emulator.requests.reset();
	own.emulator.faults.add({ ...mishap.fault, match, times });
	const result = await own.run(
		KIND,
		subject.operation,
		{ ...parameters, options: { ...policy, timeout: PATIENCE, retryCountMax: 1 } },
		{ binary: subject.binary },
	);
	const expected = expectationOf(subject, name, mishap, policy, times, 1);
	const message = result.error?.message ?? 'success';
	const isAsExpected = [
		own.emulator.requests.to(match).length === expected.calls,
		(expected.succeeds ? /^success$/ : mishap.says).test(message),
		/Zoom may have (created|done) it/.test(message) === (!expected.succeeds && expected.isDoubtful),
		!subject.done || subject.done(own) === Number(expected.succeeds || mishap.done === true),
	];
	expectNoSecret(own, result);
	await own.close();
	return isAsExpected.every(Boolean)
		? []
		: [JSON.stringify({ name, policy, times, message, isAsExpected, expected })];
}

test.each(Object.entries(silences))(
	'Everything, when %s',
	async (_, mishap) => {
		const stories = Object.entries(subjects).flatMap(([name, subject]) =>
			policiesFor(subject).flatMap((policy) =>
				([1, Infinity] as const).map((times) => ({ name, subject, mishap, policy, times })),
			),
		);
		const problems = await Promise.all(stories.map(tellOfSilence));
		expect(problems.flat()).toEqual([]);
	},
	60_000,
);
