import { manualClock } from '../../emulator';
import type { NodeResult } from '../../support/engine/engine';
import type { Desk, Kind } from '../../support/engine/testEnvironment';
import { createDesk } from '../../support/engine/testEnvironment';
import type { Policy } from '../../support/faults/expectation';
import { expectationOf } from '../../support/faults/expectation';
import type { Mishap } from '../../support/faults/faults';
import { mishaps, silences, tokenMishaps } from '../../support/faults/faults';
import type { Subject } from '../../support/faults/operations';
import { subjects } from '../../support/faults/operations';
import type { VirtualTime } from '../../support/time/virtualTime';
import { startVirtualTime } from '../../support/time/virtualTime';

const START = '2026-07-01T09:00:00Z';
/** Unless told. */
const KIND: Kind = 'accountLevel';
// Turns come besides the waits, a little later after a refusal.
const TURNS = 300;

const clock = manualClock(START);

let desk: Desk;
let virtual: VirtualTime;
beforeAll(async () => {
	desk = await createDesk({ clock });
});
afterAll(async () => {
	await desk.close();
});
const begin = () => {
	clock.set(START);
	desk.reset();
	virtual = startVirtualTime(clock, Math.random);
};
beforeEach(begin);
afterEach(() => {
	virtual.stop();
});

const MODES: Policy['retryMode'][] = ['none', 'retryWhenStatusCodeMatch', 'retryAny'];
const policiesFor = ({ idempotent }: Subject): Policy[] =>
	MODES.flatMap((retryMode) =>
		// For what may come twice the switch means nothing.
		(idempotent ? [false] : [false, true]).map((retryUnsafeRequests) => ({
			retryMode,
			retryUnsafeRequests,
		})),
	);

/** What must never be seen in an error or a hint. */
function secretsOf({ apps, credentials }: Desk, kind: Kind): string[] {
	const { oauthTokenData, sessionToken } = credentials.read(kind);
	const tokens = [...Object.values(Object(oauthTokenData)), sessionToken].filter(
		(value): value is string => typeof value === 'string' && value.length > 40,
	);
	return [apps[kind].clientSecret, ...tokens];
}

function expectNoSecret(at: Desk, { error, run }: NodeResult, kind = KIND): void {
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

interface Story {
	readonly name: string;
	readonly subject: Subject;
	readonly mishap: Mishap;
	readonly policy: Policy;
	readonly times: number;
	readonly kind?: Kind;
}

/** Lets it happen, and holds what came of it against what the design says. */
async function tell({ name, subject, mishap, policy, times, kind = KIND }: Story): Promise<void> {
	begin();
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
	virtual.stop();
}

describe.each(Object.entries(subjects))('%s', (name, subject) => {
	test.each(Object.entries(mishaps))('and %s', async (_, mishap) => {
		if (mishap.except?.[name] !== undefined) return;
		for (const policy of policiesFor(subject)) {
			await tell({ name, subject, mishap, policy, times: Infinity });
			if (mishap.fault) await tell({ name, subject, mishap, policy, times: 1 });
		}
	});

	test.each(Object.entries(tokenMishaps))('and %s', async (_, mishap) => {
		for (const policy of policiesFor(subject)) {
			await tell({ name, subject, mishap, policy, times: Infinity, kind: mishap.kind });
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
			await tell({ name, subject, mishap, policy, times: 1 });
		}
	});
});

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
		{ ...parameters, options: { ...policy, timeout: 1, retryCountMax: 1 } },
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

test.each(Object.entries(silences))('Everything, when %s', async (_, mishap) => {
	const stories = Object.entries(subjects).flatMap(([name, subject]) =>
		policiesFor(subject).flatMap((policy) =>
			([1, Infinity] as const).map((times) => ({ name, subject, mishap, policy, times })),
		),
	);
	const problems = await Promise.all(stories.map(tellOfSilence));
	expect(problems.flat()).toEqual([]);
});

test('A scope that is taken away in the middle of a run fails the rest of it, and each says so', async () => {
	const app = desk.apps.serverToServer;
	const seen = desk.emulator.requests.push.bind(desk.emulator.requests);
	let creates = 0;
	jest.spyOn(desk.emulator.requests, 'push').mockImplementation((request) => {
		if (request.method === 'POST' && request.path.endsWith('/meetings') && ++creates === 3) {
			app.scopes = app.scopes.filter((scope) => !scope.startsWith('meeting:write'));
			desk.emulator.faults.add({
				match: subjects.create.call,
				times: Infinity,
				status: 400,
				body: {
					code: 4711,
					message: 'Invalid access token, does not contain scopes:[meeting:write:meeting:admin].',
				},
			});
		}
		return seen(request);
	});
	const { items } = await desk.run(
		'serverToServer',
		'meeting.create',
		{
			...(await subjects.create.parameters(desk, '')),
			options: { concurrentRequests: 1, retryMode: 'retryAny', retryUnsafeRequests: true },
		},
		{ items: [{}, {}, {}, {}, {}], node: { onError: 'continueRegularOutput' } },
	);
	expect(items.map(({ error }) => error)).toEqual([
		undefined,
		undefined,
		...Array<string>(3).fill(
			'Your Zoom app is missing required permissions: meeting:write:meeting:admin',
		),
	]);
	expect(creates).toBe(5);
});
