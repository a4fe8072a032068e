import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { Emulator } from '../../emulator';
import { createEmulator, manualClock } from '../../emulator';
import { byId } from '../../support/engine/testEnvironment';
import { FileStore } from '../../support/process/fileStore';
import type { Order, Report } from '../../support/process/worker';

const CREATE = 'POST /v2/users/{userId}/meetings';
const TOKEN = 'POST /oauth/token';
const COUNT = 20;

let folder: string;
let emulator: Emulator;
let store: FileStore;
let workers: ChildProcess[];
let file: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'zoom-processes-'));
	file = join(folder, 'credentials.json');
	emulator = await createEmulator({
		clock: manualClock('2026-07-01T09:00:00Z'),
		hostDayCap: false,
	});
	store = new FileStore(file);
	const script = join(__dirname, '../../support/process/worker.ts');
	workers = [0, 1].map(() => fork(script, { execArgv: ['--import', 'tsx'], silent: true }));
	await Promise.all(workers.map(async (worker) => await once(worker, 'message')));
}, 120_000);
afterAll(async () => {
	for (const worker of workers) worker.kill();
	await emulator.close();
	rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
	emulator.reset();
	writeFileSync(file, '{}');
	const urls = {
		environment: 'custom',
		customTokenUrl: `${emulator.url}/oauth/token`,
		customApiUrl: emulator.url,
		plan: 'business',
	};
	const { accountLevel, serverToServer } = emulator.apps;
	const { clientId, clientSecret, accountId } = serverToServer;
	store.save('serverToServer', { ...urls, clientId, clientSecret, accountId });
	store.save('accountLevel', {
		...urls,
		clientId: accountLevel.clientId,
		clientSecret: accountLevel.clientSecret,
		appType: 'account',
		oauthTokenData: { ...emulator.authorize(accountLevel) },
	});
});

/** Has both processes create meetings at the same time. */
async function createInBoth(kind: 'serverToServer' | 'accountLevel'): Promise<Report[]> {
	const order: Order = {
		file,
		count: COUNT,
		use:
			kind === 'serverToServer'
				? { zoomServerToServerOAuth2Api: kind }
				: { zoomGeneralAppOAuth2Api: kind },
		parameters: {
			authentication: kind === 'serverToServer' ? 'serverToServer' : 'oAuth2',
			resource: 'meeting',
			operation: 'create',
			userId: byId('henrik.holm@example.com'),
			topic: 'Once',
		},
	};
	return await Promise.all(
		workers.map(async (worker) => {
			const done = once(worker, 'message');
			worker.send(order);
			const [report] = (await done) as [Report];
			return report;
		}),
	);
}

const errorsOf = (reports: Report[]) =>
	reports.flatMap(({ items, error }) => [
		...items.flatMap((item) => (item.error === undefined ? [] : [item.error])),
		...(error === undefined ? [] : [error]),
	]);
const tokenCalls = () => emulator.requests.to(TOKEN);
const meetingsMade = () => emulator.store.meetings.find(({ topic }) => topic === 'Once').length;

test('Where both renew the token of a General App, the one that comes too late takes what the other stored', async () => {
	emulator.clock.advance(2 * 3_600_000);
	let meet: () => void = () => undefined;
	const both = new Promise<void>((resolve) => (meet = resolve));
	emulator.faults.add({
		match: ({ path }) => path === '/oauth/token' && (tokenCalls().length < 2 || (meet(), true)),
		times: 2,
		hold: both,
	});
	expect(errorsOf(await createInBoth('accountLevel'))).toEqual([]);
	expect(meetingsMade()).toBe(2 * COUNT);
	expect(
		tokenCalls()
			.map(({ status }) => status)
			.sort(),
	).toEqual([200, 400]);
}, 60_000);

test.each(['serverToServer', 'accountLevel'] as const)(
	'A %s credential that is changed meanwhile ends the runs of both, and no call has the token of another host',
	async (kind) => {
		const elsewhere = await createEmulator();
		const calls: (string | undefined)[] = [];
		emulator.faults.add({
			match: ({ path, headers }) => {
				if (!path.startsWith('/v2/')) return false;
				calls.push(headers.authorization);
				if (calls.length !== 10) return false;
				const token = elsewhere.authorize(elsewhere.apps[kind]) as unknown as IDataObject;
				const other = kind === 'accountLevel' && { oauthTokenData: token };
				const customApiUrl = elsewhere.url;
				store.save(kind, { ...store.read(kind), customApiUrl, ...other });
				return false;
			},
			times: Infinity,
			status: 500,
		});
		const reports = await createInBoth(kind);
		await elsewhere.close();
		const errors = errorsOf(reports);
		expect(new Set(errors)).toEqual(
			new Set([
				'The credential was changed during this run, so the node stopped. Run the workflow again for the remaining items.',
			]),
		);
		expect(meetingsMade() + errors.length).toBe(2 * COUNT);
		expect(elsewhere.requests.to('* *')).toHaveLength(0);
		expect(errors.length).toBeGreaterThan(0);
	},
	60_000,
);

test('A token endpoint in trouble is asked by one call of each process at a time', async () => {
	emulator.faults.add({
		match: TOKEN,
		times: Infinity,
		status: 429,
		headers: { 'retry-after': '1' },
		body: { code: 429 },
	});
	expect(errorsOf(await createInBoth('serverToServer'))).toHaveLength(2 * COUNT);
	expect(tokenCalls().length).toBeLessThanOrEqual(2 * 5);
	expect(emulator.requests.to(CREATE)).toHaveLength(0);
}, 60_000);
