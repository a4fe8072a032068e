import { Agent } from 'node:https';
import axios from 'axios';
import type { App, Delivery } from '../../../emulator';
import { encryptedToken, signature } from '../../../emulator/events/delivery/signing';
import { amount } from '../../amount';
import { Log } from '../../n8n/log';
import { sharedN8n } from '../../n8n/shared';
import { forgers, genuine, type Post } from '../../workflows/forgeries';
import { HostFixture } from '../../workflows/hostFixture';
import type { TriggerWorkflow } from '../../workflows/triggerWorkflow';

const forgeries = amount({ usual: 500, long: 1000 });
const atOnce = 8;

let fixture: HostFixture;
let app: App;
let workflow: TriggerWorkflow;
beforeAll(async () => {
	// Large bodies take a busy machine longer than Zoom waits, and that is not what is tried.
	fixture = await HostFixture.open(sharedN8n(), { events: { deliveryTimeoutMs: 60_000 } });
	app = fixture.newApp();
});
beforeEach(async () => {
	workflow = await fixture.trigger(await fixture.serverToServer(app), { events: ['*'] });
	await workflow.activate();
});
afterEach(async () => {
	await workflow.deactivate();
});
afterAll(async () => {
	await fixture.close();
});

const statusOf = ({ attempts }: Delivery) => attempts.at(-1)?.status;
const { certificate, userFolder } = sharedN8n();
const http = axios.create({
	httpsAgent: new Agent({ ca: certificate, keepAlive: true, maxSockets: atOnce }),
	proxy: false,
	transformRequest: (body: Buffer) => body,
	responseType: 'text',
	validateStatus: () => true,
});

async function send({ headers, body }: Post) {
	return await http.post<string>(workflow.productionUrl, body, { headers });
}

/** An event that nothing else is like. */
const event = (turn: number) =>
	JSON.stringify({
		event: 'meeting.started',
		event_ts: 1_790_000_000_000 + turn,
		payload: {
			account_id: 'Account',
			object: { id: String(81_000_000_000 + turn), topic: 'Café' },
		},
	});

const now = () => Math.floor(Date.now() / 1000);

it(`${forgeries} requests that are forged or altered start nothing`, async () => {
	const all = Object.entries(forgers);
	const others = [
		...['', 'undefined', 'not the secret', app.clientSecret, app.clientId],
		fixture.newApp().secretToken,
		fixture.emulator.apps.serverToServer.secretToken,
	];
	const answers: [string, number, string][] = [];
	const forge = async (turn: number) => {
		const [kind, forger] = all[turn % all.length];
		const known = { secret: app.secretToken, others, now: now() };
		const text = event(turn);
		const { status, data } = await send(forger(text, known, Math.floor(turn / all.length)));
		answers.push([kind, status, data]);
	};
	const turns = Array.from({ length: forgeries }, (_, turn) => turn);
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			for (let turn = turns.pop(); turn !== undefined; turn = turns.pop()) await forge(turn);
		}),
	);
	expect(answers).toHaveLength(forgeries);
	const believed = answers.filter(([, status]) => status < 400 || status >= 500);
	expect(believed).toEqual([]);
	// Some n8n does not hand on, since it cannot read them itself.
	const refused = answers.filter(([, , answer]) => answer === '{"message":"Not signed by Zoom"}');
	expect(refused.length).toBeGreaterThan(0.9 * forgeries);
	expect(answers.filter(([, , answer]) => answer.includes('encryptedToken'))).toEqual([]);

	const text = event(forgeries);
	expect(await send(genuine(text, { secret: app.secretToken, now: now() }))).toMatchObject({
		status: 200,
		data: '',
	});
	expect(await workflow.events(1)).toEqual([JSON.parse(text)]);
	expect(await workflow.executions()).toHaveLength(1);
});

it('what is refused is written down once a minute at most, with nothing in it of what was sent', async () => {
	const log = new Log(fixture.rest, userFolder);
	const forged = async (turn: number) => {
		const post = genuine(event(turn), { secret: 'not the secret', now: now() });
		expect((await send(post)).status).toBe(401);
	};
	const begun = Date.now();
	for (let turn = 0; turn < 20; turn++) await forged(turn);
	const refusals = await log.lines('Zoom Trigger rejected a delivery', workflow.id);
	expect(refusals.length).toBeGreaterThan(0);
	expect(refusals.length).toBeLessThanOrEqual(1 + Math.ceil((Date.now() - begun) / 60_000));
	expect(refusals.join()).not.toMatch(/81000000000|v0=/);
	expect(await workflow.executions()).toEqual([]);
});

describe('The same delivery ten times', () => {
	it('at once, one after the other, and with other request IDs starts the workflow once', async () => {
		const { events } = fixture.emulator;
		const { id: to } = events.subscribe({ app, url: workflow.productionUrl });
		const simultaneous = events.emit('meeting.started', undefined, { to, times: 10 });
		await events.settled();
		expect(simultaneous.map(statusOf).sort()).toEqual([200, ...Array<number>(9).fill(204)]);

		const [{ body }] = simultaneous;
		const inTurn = events.emit('meeting.started', body, { to, times: 10, inSequence: true });
		await events.settled();
		expect(inTurn.map(statusOf)).toEqual(Array(10).fill(204));
		expect(new Set([...simultaneous, ...inTurn].map(({ requestId }) => requestId)).size).toBe(2);
		expect(await workflow.events(1)).toEqual([JSON.parse(body)]);
		expect(await workflow.executions()).toHaveLength(1);
		events.unsubscribe(to);
	});
});

describe('A call that wants a proof', () => {
	it('gets none unless Zoom signed it, and none that would be the signature of an event', async () => {
		const { events } = fixture.emulator;
		const subscription = events.subscribe({ app, url: workflow.productionUrl });
		const wanted = event(1);
		const time = String(now());
		const unsigned = [
			await events.challenge(subscription, { forge: 'secret' }),
			await events.challenge(subscription, { forge: 'noSignature' }),
			await events.challenge(subscription, { forge: 'noTimestamp' }),
			await events.challenge(subscription, { forge: 'body' }),
			await events.challenge(subscription, { age: 2 * 3600 }),
		];
		expect(unsigned.map(statusOf)).toEqual(Array(5).fill(401));
		const tokens = [`v0:${time}:${wanted}`, `v0:${time}:{}`, 'a'.repeat(129), 'a b', ''];
		for (const plainToken of tokens) {
			const asked = await events.challenge(subscription, { plainToken });
			expect([plainToken, statusOf(asked)]).toEqual([plainToken, 400]);
			unsigned.push(asked);
		}
		const answers = unsigned.map(({ attempts }) => attempts[0].answer).join();
		expect(answers).not.toContain('encryptedToken');
		expect(answers).not.toContain(encryptedToken(app.secretToken, tokens[0]));
		expect(answers).not.toContain(signature(app.secretToken, time, wanted).slice(3));

		expect(await events.validate(subscription)).toBe(true);
		expect(await workflow.executions()).toEqual([]);
		events.unsubscribe(subscription.id);
	});
});

describe('A body that is odd', () => {
	/** Sends bodies that Zoom signed, each after the answer to the one before. */
	async function deliver(bodies: readonly string[]): Promise<(number | undefined)[]> {
		const { events } = fixture.emulator;
		const { id: to } = events.subscribe({ app, url: workflow.productionUrl });
		const statuses: (number | undefined)[] = [];
		for (const body of bodies) {
			const [delivery] = events.emit('meeting.started', body, { to });
			await events.settled();
			statuses.push(statusOf(delivery));
		}
		events.unsubscribe(to);
		return statuses;
	}

	const withTopic = (json: string, turn = 0) =>
		`{"event":"meeting.started","event_ts":${1_790_000_000_000 + turn},"payload":{"object":{"topic":${json}}}}`;

	it('comes out as it was sent', async () => {
		const values = [
			'"Ünïcödé ✓ 会議 👩‍👩‍👧 ‮ltr"',
			'"\\u00fc \\ud83d\\ude00 \\/ \\u2028 \\u0001"',
			'"half a character: \\ud800"',
			'"</script><b>${7*7}{{ $json }}</b>"',
			'"={{ 1 + 1 }}"',
			'1.10',
			'-0.1e-7',
			'0.30000000000000004',
			'9007199254740993',
			'123456789012345678901234567890',
			'true',
			'null',
			'[[],{},[null,[1,[2,[3]]]]]',
			'{"constructor":{"prototype":1},"toString":"x","a.b":1,"":2}',
			`"${'long '.repeat(20_000)}"`,
			`${'['.repeat(500)}${']'.repeat(500)}`,
		];
		const bodies = values.map(withTopic).map((body, turn) => (turn % 2 ? body : ` \n${body}\t`));
		expect(await deliver(bodies)).toEqual(bodies.map(() => 200));
		const found = await workflow.events(bodies.length);
		const byTime = (a: Record<string, unknown>, b: Record<string, unknown>) =>
			Number(a.event_ts) - Number(b.event_ts);
		expect(found.sort(byTime)).toEqual(bodies.map((body) => JSON.parse(body) as unknown));
	});

	it('with a number beyond all numbers starts the workflow with none', async () => {
		expect(await deliver([withTopic('1e400'), withTopic('-1e400', 1)])).toEqual([200, 200]);
		const found = await workflow.events(2);
		const topics = found.map(({ payload }) => (payload as { object: object }).object);
		for (const topic of topics) expect(topic).toHaveProperty('topic');
	});

	it('cannot lend its own methods to what reads it', async () => {
		const body = '{"event":"meeting.started","event_ts":1,"payload":{"__proto__":{"polluted":1}}}';
		expect(await deliver([body])).toEqual([200]);
		await workflow.finished(1);
		const { status } = await send(genuine(event(2), { secret: app.secretToken, now: now() }));
		expect(status).toBe(200);
		const [, after] = await workflow.events(2);
		expect(after).toEqual(JSON.parse(event(2)));
	});

	it('is refused where it is no event, although Zoom signed it', async () => {
		const bodies = [
			...['', ' ', '{', '{"event":"meeting.started"', '{"event":"meeting.started",}'],
			...['null', '1', '"meeting.started"', '[]', '[{"event":"meeting.started"}]', '{}'],
			...['{"event":1}', '{"event":""}', '{"event":null}', '{"event":["meeting.started"]}'],
			"{'event':'meeting.started'}",
			'<event>meeting.started</event>',
		];
		const statuses = await deliver(bodies);
		const taken = bodies.filter((_, turn) => (statuses[turn] ?? 0) < 400);
		expect(taken).toEqual([]);
		// What is no JSON n8n refuses itself.
		expect(new Set(statuses)).toEqual(new Set([400, 422]));
		expect(await workflow.executions()).toEqual([]);
	});

	it('is taken up to the size n8n takes, and no larger', async () => {
		const text = (megabytes: number) =>
			withTopic(`"${'x'.repeat(megabytes * 1024 * 1024)}"`, megabytes);
		// The second answer is n8n's own.
		expect(await deliver([text(15), text(17)])).toEqual([200, 500]);
		const [{ payload }] = await workflow.events(1);
		expect(JSON.stringify(payload)).toHaveLength(
			15 * 1024 * 1024 + '{"object":{"topic":""}}'.length,
		);
		expect(await workflow.executions()).toHaveLength(1);
	});
});
