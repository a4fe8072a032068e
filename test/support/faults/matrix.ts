import { expectationOf } from './expectation';
import type { Mishap } from './faults';
import { mishaps, tokenMishaps } from './faults';
import type { Subject } from './operations';
import type { Stage, Story } from './stories';
import { expectNoSecret, KIND, policiesFor, useStage } from './stories';

// Turns come besides the waits, a little later after a refusal.
const TURNS = 300;

/** Lets it happen, and holds what came of it against what the design says. */
async function tell(
	stage: Stage,
	{ name, subject, mishap, policy, times, kind = KIND }: Story,
): Promise<void> {
	stage.begin();
	const { desk } = stage;
	const origin = mishap.origin ?? desk.emulator.url;
	const parameters = await subject.parameters(desk, origin);
	desk.emulator.requests.reset();
	const match = mishap.hitsBody && subject.body ? subject.body : subject.call;
	if (mishap.fault) desk.emulator.faults.add({ ...mishap.fault, match, times });
	if (mishap.origin !== undefined) {
		desk.credentials.save(kind, { ...desk.credentials.read(kind), customApiUrl: origin });
	}
	mishap.happen?.(desk);
	const started = desk.emulator.clock.now();
	const result = await desk.run(
		kind,
		subject.operation,
		{ ...parameters, options: { ...policy } },
		{ binary: subject.binary },
	);
	const expected = expectationOf(subject, name, mishap, policy, times);

	const calls = desk.emulator.requests.to(match);
	expect(calls).toHaveLength(expected.calls);
	const says = (name === 'download' && mishap.saysOfFile) || mishap.says;
	expect(result.error?.message ?? 'success').toMatch(expected.succeeds ? /^success$/ : says);
	expect(/Zoom may have (created|done) it/.test(result.error?.message ?? '')).toBe(
		!expected.succeeds && expected.isDoubtful,
	);
	const waited = desk.emulator.clock.now() - started;
	const sum = (index: 0 | 1) => expected.waits.reduce((total, wait) => total + wait[index], 0);
	expect(waited).toBeGreaterThanOrEqual(Math.floor(sum(0)));
	const most = sum(1) + TURNS * (1 + expected.waits.length) + (mishap.besides ?? 0);
	expect(waited).toBeLessThanOrEqual(most);
	if (subject.done) {
		const wasDone = expected.succeeds || (mishap.done === true && mishap.nature === 'ambiguous');
		expect(subject.done(desk)).toBe(Number(wasDone));
	}
	expectNoSecret(desk, result, kind);
	stage.end();
}

/** Lets everything go wrong, under everything that a user can choose, with each of these operations. */
export function describeFaults(subjects: Readonly<Record<string, Subject>>): void {
	const stage = useStage();

	describe.each(Object.entries(subjects))('%s', (name, subject) => {
		test.each(Object.entries(mishaps))('and %s', async (_, mishap) => {
			if (mishap.except?.[name] !== undefined) return;
			for (const policy of policiesFor(subject)) {
				await tell(stage, { name, subject, mishap, policy, times: Infinity });
				if (mishap.fault) await tell(stage, { name, subject, mishap, policy, times: 1 });
			}
		});

		test.each(Object.entries(tokenMishaps))('and %s', async (_, mishap) => {
			for (const policy of policiesFor(subject)) {
				await tell(stage, { name, subject, mishap, policy, times: Infinity, kind: mishap.kind });
			}
		});

		test('and a token that expires in the middle', async () => {
			for (const policy of policiesFor(subject)) {
				const mishap: Mishap = {
					nature: 'definite',
					status: 401,
					says: /^success$/,
					fault: { expireToken: true },
				};
				await tell(stage, { name, subject, mishap, policy, times: 1 });
			}
		});
	});
}
