import type { Delivery } from '../../../emulator';
import { amount } from '../../amount';
import { jump } from '../../n8n/movableClock';
import type { N8n } from '../../n8n/n8n';
import { Cluster } from '../../queue/cluster';
import { entries, MeetingWorkflow, type Entry } from '../../queue/meetingWorkflow';
import { outputOf, type Execution } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';
import { TriggerWorkflow } from '../../workflows/triggerWorkflow';

const minutes = 60_000;
const many = amount({ usual: 1000, long: 2000 });
/** Calls a second that a Pro account has for creates. */
const limit = 30;
/** Calls that the node has under way at once, unless told. */
const underWay = 10;

let cluster: Cluster;
let fixture: HostFixture;
const active: { deactivate(): Promise<void> }[] = [];
beforeAll(async () => {
	cluster = await Cluster.start();
	fixture = await HostFixture.open(cluster.main, {
		plan: 'pro',
		hostDayCap: true,
		// All that runs here makes a machine slow, and that is not what is tried.
		events: { deliveryTimeoutMs: minutes },
	});
}, 5 * minutes);
beforeEach(() => {
	fixture.emulator.reset();
});
afterEach(async () => {
	for (const workflow of active.splice(0)) await workflow.deactivate();
});
afterAll(async () => {
	await fixture?.close();
	await cluster?.stop();
});

const say = (line: string) => void process.stdout.write(`${line}\n`);
const creates = () => fixture.emulator.requests.to('POST /v2/users/{userId}/meetings');
/** Without those that Zoom refused for its rate limit, which the node sends again. */
const unrefused = () => creates().filter(({ status }) => status !== 429);
const topicsSent = () => unrefused().map(({ body }) => (body as Entry).topic);
const topicsMade = () =>
	fixture.emulator.store.meetings
		.find(({ topic = '' }) => /^Meeting \d+$/.test(topic))
		.map(({ topic }) => topic);

/** How often a process says that it has begun an execution as a worker. */
const begins = ({ log }: N8n, { id }: { id: string }) =>
	log().split(`Worker started execution ${id} (`).length - 1;

/** The worker that runs an execution, or has run it. */
const workerOf = async (execution: { id: string }): Promise<N8n> =>
	await fixture.rest.until(`a worker to begin execution ${execution.id}`, async () =>
		Promise.resolve(cluster.workers.find((worker) => begins(worker, execution) > 0)),
	);

async function meetingWorkflow(rateLimitShare = 100): Promise<MeetingWorkflow> {
	const credential = await fixture.serverToServer(fixture.newApp(), { rateLimitShare });
	const workflow = await MeetingWorkflow.activate(fixture, cluster.webhook, credential);
	active.push(workflow);
	return workflow;
}

describe('Two workers with one account', () => {
	/** Has each of them make half of the meetings; what came of the entries. */
	async function makeAll(rateLimitShare: number) {
		const workflow = await meetingWorkflow(rateLimitShare);
		const all = entries(many, fixture.emulator);
		await Promise.all(
			[all.slice(0, many / 2), all.slice(many / 2)].map((half) => workflow.send(half)),
		);
		const executions = await workflow.finished(2);
		const workers = await Promise.all(executions.map(workerOf));
		expect(new Set(workers).size).toBe(2);
		const made: string[] = [];
		const failed: { topic: string; error: unknown }[] = [];
		for (const { topic, json } of executions.flatMap(resultsOf)) {
			if ('error' in json) failed.push({ topic, error: json.error });
			else made.push(topicOf(json));
		}
		return { all: all.map(topicOf), made, failed };
	}

	/** The entries of an execution with what became of them. */
	function resultsOf({ data }: Execution) {
		const outcomes = outputOf(data, 'Zoom').map(({ json }) => json);
		const given = outputOf(data, 'Entries').map(({ json }) => topicOf(json));
		expect(outcomes).toHaveLength(given.length);
		return given.map((topic, index) => ({ topic, json: outcomes[index] }));
	}

	const topicOf = ({ topic }: { topic?: unknown }) => String(topic);

	function report(how: string, failed: number): void {
		const made = creates().filter(({ status }) => status === 201);
		const calls = creates().length;
		const refused = creates().filter(({ status }) => status === 429).length;
		const seconds = (made.at(-1)!.at - made[0].at) / 1000;
		const share = `${((refused / calls) * 100).toFixed(1)} %`;
		const rate = `${(made.length / seconds).toFixed(1)} of ${limit} a second`;
		say(
			`Two workers, ${how}: ${many} items, ${failed} failed; ${refused} of ${calls} creates refused (${share}); ${rate}, ${seconds.toFixed(0)} s`,
		);
	}

	it(
		`of which each may take half make ${many} meetings, and no item fails`,
		async () => {
			const { all, made, failed } = await makeAll(50);
			report('half of the limit each', failed.length);
			expect(failed).toEqual([]);
			expect(made.sort()).toEqual(all.sort());
			expect(topicsMade().sort()).toEqual(all.sort());
		},
		5 * minutes,
	);

	it(
		'of which each takes all there is lose nothing and make nothing twice',
		async () => {
			const { all, made, failed } = await makeAll(100);
			report('all of the limit each', failed.length);
			expect(made.length).toBeGreaterThan(0.95 * many);
			expect(topicsMade().sort()).toEqual(made.sort());
			expect([...made, ...failed.map(({ topic }) => topic)].sort()).toEqual(all.sort());
			const sentence = expect.stringMatching(/^Zoom's per-second rate limit .* Tried 4 times/);
			expect(failed).toEqual(failed.map(({ topic }) => ({ topic, error: sentence })));
		},
		5 * minutes,
	);
});

/**
 * What n8n 2.40.7 does, and the node cannot change. The worker no longer renews its hold on the job; when that has run out
 * (after a minute, looked at every half of one; much sooner here) the queue gives the job up for good, and the process
 * that had put it there, for a webhook the one that took it, writes the execution down as failed. A worker that is
 * started again in its folder before that finds in its event log what it was about, and writes it down as crashed, until
 * the other writes failed. Where that other process is gone too, the main process finds an execution that is in no queue
 * (when it starts, and every three hours; much more often here), and writes it down as crashed. Nobody runs it again.
 */
describe('A worker that is killed', () => {
	const count = 400;

	/** An execution that has made some of its meetings, with what it takes for another one. */
	async function begun() {
		const workflow = await meetingWorkflow();
		const all = entries(count + 3, fixture.emulator);
		await workflow.send(all.slice(0, count));
		const [execution] = await fixture.rest.until('50 creates', async () =>
			creates().length >= 50 ? await workflow.executions() : undefined,
		);
		return { workflow, execution, worker: await workerOf(execution), later: all.slice(count) };
	}

	type Run = Awaited<ReturnType<typeof begun>>;

	/** Has another execution run, which the queue hands out after all that was in it before. */
	async function expectNotRunAgain(run: Run, status: string): Promise<void> {
		const { workflow, execution, worker, later } = run;
		await workflow.send(later);
		const [latest, first] = await workflow.finished(2);
		expect([latest.status, first.id, first.status]).toEqual(['success', execution.id, status]);
		const begun = [worker, ...cluster.workers].map((each) => begins(each, execution));
		expect(begun.filter((times) => times > 0)).toEqual([1]);
		expect(new Set(topicsSent()).size).toBe(topicsSent().length);
		expect(new Set(topicsMade()).size).toBe(topicsMade().length);
	}

	/** Ends processes without a word, and starts them again once n8n has given an execution the status it keeps. */
	async function kill(what: string, victims: N8n[], run: Run, status: string): Promise<void> {
		const before = unrefused().length;
		const killedAt = Date.now();
		await Promise.all(victims.map((each) => each.kill()));
		const isOver = async () => {
			const [execution] = await run.workflow.executions();
			return execution.status === status || undefined;
		};
		await fixture.rest.until(`the execution to be ${status}`, isOver, 2 * minutes);
		const seconds = ((Date.now() - killedAt) / 1000).toFixed(0);
		const after = unrefused().length;
		say(
			`${what} killed after ${before} of ${count} creates: ${after} arrived, ${status} after ${seconds} s`,
		);
		// Those that had been sent.
		expect(after - before).toBeLessThanOrEqual(underWay);
		await Promise.all(victims.map((each) => cluster.restart(each)));
		await expectNotRunAgain(run, status);
		expect(unrefused()).toHaveLength(after + run.later.length);
	}

	it(
		'leaves an execution that n8n writes down as failed and does not run again',
		async () => {
			const run = await begun();
			await kill('Worker', [run.worker], run, 'error');
			const { data } = await fixture.rest.execution(run.execution.id);
			expect(data.resultData.error?.message).toMatch(/will no longer retry/);
		},
		5 * minutes,
	);

	it(
		'together with the process that took the webhook leaves one that n8n marks as crashed and does not run again',
		async () => {
			const run = await begun();
			await kill('Worker and webhook process', [run.worker, cluster.webhook], run, 'crashed');
		},
		5 * minutes,
	);
});

describe('A Zoom Trigger', () => {
	const next = { name: 'Next', type: 'n8n-nodes-base.noOp' };
	const statusOf = ({ attempts }: Delivery) => attempts.at(-1)?.status;

	/** An active workflow that waits for an event, with the address it has at the process for webhooks. */
	async function triggerWorkflow(
		parameters: Record<string, unknown> = {},
		app = fixture.newApp(),
	): Promise<TriggerWorkflow> {
		const workflow = await TriggerWorkflow.create(
			fixture.rest,
			cluster.webhook,
			await fixture.serverToServer(app),
			{ events: ['meeting.started'], ...parameters },
			next,
		);
		active.push(await workflow.activate());
		return workflow;
	}

	/** Executions of which something went on to the next node. */
	const passed = (executions: Execution[]) =>
		executions.filter(({ data }) => outputOf(data, next.name).length > 0);

	it('by webhook is called in one process, and its workflow runs in another', async () => {
		const { events } = fixture.emulator;
		const app = fixture.newApp();
		const workflow = await triggerWorkflow({}, app);
		const subscription = events.subscribe({ app, url: workflow.productionUrl });
		expect(await events.validate(subscription)).toBe(true);
		const [delivery] = events.emit('meeting.started');
		await events.settled();
		expect(statusOf(delivery)).toBe(200);
		expect(await workflow.events(1)).toEqual([JSON.parse(delivery.body)]);
		const [execution] = await workflow.finished(1);
		expect(execution).toMatchObject({ mode: 'webhook', status: 'success' });
		await workerOf(execution);
		const enqueued = `Enqueued execution ${execution.id} (`;
		expect(cluster.webhook.log()).toContain(enqueued);
		expect(cluster.main.log()).not.toContain(enqueued);
	});

	it('by webhook starts the workflow once for what is delivered again, at once or later, wherever', async () => {
		const { events } = fixture.emulator;
		const app = fixture.newApp();
		const workflow = await triggerWorkflow({}, app);
		const webhook = events.subscribe({ app, url: workflow.productionUrl });
		const main = events.subscribe({
			app,
			url: workflow.seenBy(fixture.rest, cluster.main).productionUrl,
		});
		const atOnce = events.emit('meeting.started', undefined, { to: webhook.id, times: 10 });
		await events.settled();
		expect(atOnce.map(statusOf).sort()).toEqual([200, ...Array<number>(9).fill(204)]);
		await workflow.finished(1);

		const [{ body }] = atOnce;
		const later = { to: webhook.id, times: 10, inSequence: true };
		const inTurn = events.emit('meeting.started', body, later);
		await events.settled();
		expect(inTurn.map(statusOf)).toEqual(Array(10).fill(204));
		expect(await workflow.executions()).toHaveLength(1);

		// Another process knows nothing of that, but the workers do.
		const elsewhere = events.emit('meeting.started', body, { ...later, to: main.id });
		await events.settled();
		expect(elsewhere.map(statusOf)).toEqual([200, ...Array<number>(9).fill(204)]);
		const executions = await workflow.finished(2);
		expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
		expect(passed(executions)).toHaveLength(1);
		expect(await workflow.events(2)).toEqual([JSON.parse(body)]);
	});

	it('by webhook is not started by forgeries', async () => {
		const { events } = fixture.emulator;
		const app = fixture.newApp();
		const workflow = await triggerWorkflow({}, app);
		const subscription = events.subscribe({ app, url: workflow.productionUrl });
		const forgeries = [
			...(['secret', 'body', 'noSignature', 'noTimestamp'] as const).map((forge) => ({ forge })),
			{ age: 24 * 3600 },
			{ age: -3600 },
		].flatMap((forgery) => events.emit('meeting.started', undefined, forgery));
		const challenge = await events.challenge(subscription, { forge: 'secret' });
		await events.settled();
		expect([...forgeries, challenge].map(statusOf)).toEqual(Array(7).fill(401));
		const [genuine] = events.emit('meeting.started');
		expect(await workflow.events(1)).toEqual([JSON.parse(genuine.body)]);
		expect(await workflow.executions()).toHaveLength(1);
	});

	it('by WebSocket has one connection for a subscription, in the main process, and its workflows run on workers', async () => {
		const { emulator } = fixture;
		const app = fixture.newApp();
		const subscription = emulator.events.subscribe({ app, method: 'webSocket' });
		const connection = { delivery: 'webSocket', socketUrl: subscription.url };
		const workflows = [
			await triggerWorkflow(connection, app),
			await triggerWorkflow(connection, app),
		];
		const sent = ['first', 'second'].map((topic) => {
			const [delivery] = emulator.events.emit('meeting.started', { object: { topic } });
			return delivery;
		});
		expect(sent.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
		for (const workflow of workflows) {
			const executions = await workflow.finished(2);
			for (const execution of executions) {
				expect(execution).toMatchObject({ mode: 'trigger', status: 'success' });
				await workerOf(execution);
				expect(cluster.main.log()).toContain(`Enqueued execution ${execution.id} (`);
			}
			const bodies = sent.map(({ body }) => JSON.parse(body) as object);
			expect(await workflow.events(2)).toEqual(expect.arrayContaining(bodies));
		}
		expect(emulator.events.sockets.of(subscription.id)).toHaveLength(1);
		expect(emulator.requests.to('GET /ws')).toHaveLength(1);
		expect(cluster.main.log()).toContain('Zoom Trigger is connected');
	});

	it('tried out by WebSocket on a worker takes the connection, which the active workflow gets back', async () => {
		const { events, requests } = fixture.emulator;
		const app = fixture.newApp();
		const { id, url: socketUrl } = events.subscribe({ app, method: 'webSocket' });
		const workflow = await triggerWorkflow({ delivery: 'webSocket', socketUrl }, app);
		const connected = async (times: number) =>
			await fixture.rest.until(`connection ${times}`, async () => {
				const isThere =
					requests.to('GET /ws').length === times && events.sockets.of(id).length === 1;
				return Promise.resolve(isThere || undefined);
			});

		const test = await workflow.startTest();
		await connected(2);
		const [tested] = events.emit('meeting.started');
		const execution = await fixture.rest.finishedExecution(test);
		expect(execution).toMatchObject({ mode: 'manual', status: 'success' });
		await workerOf(execution);
		expect(cluster.main.log()).toContain(
			'Another connection to the same event subscription took over',
		);

		jump(cluster.main);
		await connected(3);
		const [event] = events.emit('meeting.started');
		const bodies = [tested, event].map(({ body }) => JSON.parse(body) as object);
		expect(await workflow.events(2)).toEqual(bodies);
	});
});
