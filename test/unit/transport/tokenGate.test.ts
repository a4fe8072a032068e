import { resetProcessState } from '../../../nodes/Zoom/host/processState';
import type { Connection, RestOperation } from '../../../nodes/Zoom/registry/types';
import { download } from '../../../nodes/Zoom/transport/download/download';
import type { NotSent, Outcome } from '../../../nodes/Zoom/transport/response/outcome';
import type { RetryPolicy } from '../../../nodes/Zoom/transport/retry/retryPolicy';
import type { CallSetting } from '../../../nodes/Zoom/transport/retry/sendWithRetry';
import { sendWithRetry } from '../../../nodes/Zoom/transport/retry/sendWithRetry';
import { passTokenGate } from '../../../nodes/Zoom/transport/retry/tokenGate';
import { subscriptionsOf } from '../../../nodes/Zoom/trigger/subscription/subscriptions';

import { clock as nodeClock } from '../../../nodes/Zoom/transport/sync/clock';
import { get } from '../../support/failures';
import type { FakeTime } from '../../support/time/fakeTime';
import { takeTime } from '../../support/time/fakeTime';

// Each test meets the gates of a process that has just started.
beforeEach(resetProcessState);

let accounts = 0;
/** A connection as it is read while there is no token. */
const signedOut = (account = `account ${++accounts}`): Connection => ({
	credentialType: 'zoomServerToServerOAuth2Api',
	appKind: 'serverToServer',
	apiUrl: 'https://api.zoom.us',
	account,
	plan: 'pro',
	share: 1,
	grantedScopes: undefined,
	tokenExpiresAt: 0,
	accessToken: undefined,
	identity: account,
	tokenKey: account,
	secrets: async () => [],
});

const success: Outcome = { kind: 'success', body: {} };
const noToken = (more: Partial<NotSent> = {}): NotSent => ({
	kind: 'notSent',
	message: 'No token.',
	transient: true,
	token: 'failed',
	...more,
});
const retry: RetryPolicy = {
	mode: 'retryWhenStatusCodeMatch',
	isListed: () => true,
	countMax: 3,
	multiplyWait: true,
	maxWait: 60_000,
	repeatUnsafe: false,
};
const settled = async () => await new Promise((resolve) => setImmediate(resolve));

/** Calls that are under way until they are answered, one after the other. */
function calls(policy: Partial<RetryPolicy> = {}) {
	const waiting: ((outcome: Outcome) => void)[] = [];
	const make = async () => await new Promise<Outcome>((resolve) => waiting.push(resolve));
	return {
		async begin(connection: Connection): Promise<Outcome> {
			const call = { holder: connection, retry: { ...retry, ...policy } };
			const pass = await passTokenGate(call);
			return 'kind' in pass ? pass : pass.note(await make());
		},
		underWay: () => waiting.length,
		async answer(outcome: Outcome) {
			await settled();
			waiting.shift()?.(outcome);
			await settled();
		},
	};
}

test('While there is no token one call of an account goes first, and then all others together', async () => {
	const { begin, underWay, answer } = calls();
	const { account } = signedOut();
	for (let call = 0; call < 5; call++) void begin(signedOut(account));
	void begin(signedOut());
	await settled();
	expect(underWay()).toBe(2);
	await answer(success);
	expect(underWay()).toBe(5);
});

test('A file holds all others up until Zoom begins to send it', async () => {
	const { begin, underWay } = calls();
	const connection = signedOut('with a long file');
	let send = (_: object): void => undefined;
	const httpRequestWithAuthentication = async () =>
		await new Promise<object>((resolve) => (send = resolve));
	const caller = {
		helpers: { httpRequestWithAuthentication },
		getExecutionCancelSignal: () => undefined,
	};
	const setting = { caller, connection, options: { retry: {}, timeout: 1 } } as never;
	const file = { url: 'https://zoom.us/rec/download/long' };
	const keep = async () => await new Promise<never>(() => undefined);
	void download(setting, { file, keep, operation: {} as RestOperation });
	await settled();
	void begin(signedOut(connection.account));
	await settled();
	expect(underWay()).toBe(0);
	send({ statusCode: 200, headers: {}, body: Buffer.from('a file') });
	await settled();
	expect(underWay()).toBe(1);
});

test('A call that brings its own token neither waits nor leads', async () => {
	const connection = signedOut('with a token of its own');
	const { begin, underWay, answer } = calls();
	void begin(connection);
	await settled();
	const setting = { caller: {}, connection, options: { retry, timeout: 1 } } as CallSetting;
	const attempt = async (): Promise<Outcome> => await Promise.resolve(success);
	const request = get;
	const endeavour = { request, attempt, token: 'none', isUnlimited: true } as const;
	expect(await sendWithRetry(setting, endeavour)).toEqual({});
	const httpRequest = async () => await Promise.resolve({ statusCode: 204, headers: {}, body: '' });
	const subscriptions = subscriptionsOf(
		{ ...setting, caller: { helpers: { httpRequest } } as never },
		{
			token: 'of the app',
			subject: jest.fn(),
			explain: async () => await Promise.resolve(undefined),
		},
	);
	await subscriptions.remove('an ID');
	expect(underWay()).toBe(1);
	await answer(success);
});

test('A connection that has made a call goes with all others from then on', async () => {
	const { begin, underWay, answer } = calls();
	const connections = [signedOut('one account'), signedOut('one account')];
	for (const connection of connections) void begin(connection);
	for (let call = 0; call < 2; call++) await answer(success);
	for (const connection of connections) void begin(connection);
	await settled();
	expect(underWay()).toBe(2);
});

describe('A token that cannot be had just now', () => {
	let clock: FakeTime;
	beforeEach(() => {
		clock = takeTime();
	});
	afterEach(() => jest.restoreAllMocks());

	/** What became of calls so far. */
	function watch(pending: Promise<Outcome>[]) {
		const outcomes: Outcome[] = [];
		for (const each of pending) void each.then((outcome) => outcomes.push(outcome));
		return outcomes;
	}

	test('is asked for by one call, whose failure all share, and again by one after a growing wait', async () => {
		const { begin, underWay, answer } = calls();
		const connection = signedOut();
		for (const [round, wait] of [1000, 2000, 4000, 4000].entries()) {
			const outcomes = watch(Array.from({ length: 10 }, () => begin(connection)));
			await settled();
			expect(underWay()).toBe(1);
			await answer(noToken());
			expect(outcomes).toEqual(
				Array.from({ length: 10 }, () =>
					expect.objectContaining({ tries: round + 1, pause: wait }),
				),
			);
			await clock.pass(wait);
		}
	});

	test('is waited for by calls that come later, of other runs too', async () => {
		const { begin, underWay, answer } = calls();
		const account = 'of two runs';
		void begin(signedOut(account));
		await answer(noToken());
		void begin(signedOut(account));
		void begin(signedOut(account));
		await clock.pass(999);
		expect(underWay()).toBe(0);
		await clock.pass(1);
		await clock.settle();
		expect(underWay()).toBe(1);
		await answer(success);
		expect(underWay()).toBe(1);
	});

	test('is waited for as long as Zoom asks, or not at all where that is too long', async () => {
		const { begin, underWay, answer } = calls({ maxWait: 5000 });
		const connection = signedOut();
		for (const [asked, calls] of [
			[5000, 1],
			[5001, 0],
		]) {
			void begin(connection);
			await settled();
			const resumeAt = clock.now() + asked;
			await answer(noToken({ resumeAt }));
			const [next] = await Promise.all([begin(connection), clock.pass(asked), answerAll(answer)]);
			expect(next).toMatchObject(calls === 1 ? { kind: 'success' } : { resumeAt });
			expect(underWay()).toBe(0);
		}
	});

	const answerAll = async (answer: (outcome: Outcome) => Promise<void>) => {
		for (let turn = 0; turn < 20; turn++) await answer(success);
	};

	test('fails all that begins while n8n still waits for it, and none that begins after', async () => {
		const { begin, underWay, answer } = calls();
		const connection = signedOut();
		let end: () => void = () => undefined;
		const stuck = new Promise<void>((resolve) => (end = resolve));
		void begin(connection);
		await settled();
		await answer(noToken({ stuck, token: 'stuck' }));
		for (let call = 0; call < 3; call++) {
			await clock.pass(3_600_000);
			expect(await begin(connection)).toMatchObject({ kind: 'notSent', token: 'stuck' });
		}
		end();
		await settled();
		void begin(connection);
		await settled();
		expect(underWay()).toBe(1);
	});

	test('is held back for elapsed time, however the clock of the machine is set', async () => {
		const { begin, underWay, answer } = calls();
		const connection = signedOut();
		for (const jump of [-86_400_000, 86_400_000]) {
			void begin(connection);
			await settled();
			await answer(noToken());
			const { now } = clock;
			jest.spyOn(nodeClock, 'now').mockImplementation(() => now() + jump);
			void begin(connection);
			await clock.pass(4000);
			await clock.settle();
			expect(underWay()).toBe(1);
			await answer(success);
		}
	});

	test('that began before another was had ends nothing', async () => {
		const { begin, underWay, answer } = calls();
		const connection = { ...signedOut(), tokenExpiresAt: Infinity };
		const outcomes = watch([begin(connection), begin(connection)]);
		await settled();
		expect(underWay()).toBe(2);
		await answer(noToken());
		await answer(noToken());
		expect(outcomes).toEqual([
			expect.objectContaining({ tries: 1 }),
			expect.objectContaining({ tries: 1 }),
		]);
	});
});

test('A call that waits for a token that Zoom refuses is refused with the one that asked', async () => {
	const { begin, underWay, answer } = calls();
	const connections = [signedOut('no token'), signedOut('no token')];
	const pending = connections.map(begin);
	await settled();
	const refused = noToken({ transient: false, token: 'refused' });
	await answer(refused);
	expect(await Promise.all(pending)).toEqual([refused, refused]);
	expect(underWay()).toBe(0);
});
