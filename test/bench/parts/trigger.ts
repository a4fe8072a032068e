import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import { signature } from '../../emulator/events/delivery/signing';
import { zoomTrigger } from '../../host/workflows/triggerWorkflow';
import type { NodeSketch, Workflow } from '../../host/workflows/workflow';
import { chain } from '../../host/workflows/workflow';
import type { Part } from '../part';
import { median, percent, quantile, round } from '../report/figures';
import type { Section } from '../section';
import { targetOf } from '../section';
import type { Site } from '../site';
import { HOST } from '../zoom';

const EVENT = 'meeting.participant_joined';
const CONNECTIONS = 10;
const BURST = 60;

const TOOLS = {
	ours: 'Zoom Trigger',
	webhook: "n8n's Webhook",
	webhook1: "n8n's Webhook, version 1",
} as const;
type Tool = keyof typeof TOOLS;

/** Deliveries to one workflow, so many at a time. */
export interface DeliveryRun {
	readonly tool: Tool;
	readonly kind: 'steady' | 'burst';
	readonly deliveries: number;
	/** Until the last was answered. */
	readonly seconds: number;
	/** Executions that came of it. */
	readonly executions: number;
	/** Milliseconds until each was answered. */
	readonly answers: number[];
	readonly cpuMs: number;
}

interface Target {
	readonly workflow: Workflow;
	readonly path: string;
}

async function measure(site: Site): Promise<DeliveryRun[]> {
	const zoom = await site.startZoom();
	try {
		const credential = await site.rest.createCredential(zoom.credential());
		const trigger = zoomTrigger(credential, { events: [EVENT] });
		const targets: Record<Tool, Target> = {
			ours: await activated(site, trigger, `${trigger.webhookId}/zoom`),
			webhook: await activated(site, ...webhook(2)),
			webhook1: await activated(site, ...webhook(1)),
		};
		const deliver = async (tool: Tool, kind: DeliveryRun['kind'], count: number) =>
			await deliveries(site, zoom.app.secretToken, { tool, kind, ...targets[tool] }, count);
		for (const tool of tools) await deliver(tool, 'steady', site.size(200, 50));
		const runs: DeliveryRun[] = [];
		for (let round = 0; round < site.size(5, 1); round++) {
			for (const tool of tools) runs.push(await deliver(tool, 'steady', site.size(500, 200)));
			for (const tool of tools) runs.push(await deliver(tool, 'burst', BURST));
		}
		for (const { workflow } of Object.values(targets)) await site.rest.deactivate(workflow.id);
		return runs;
	} finally {
		await zoom.stop();
	}
}

const tools = Object.keys(TOOLS) as Tool[];

/** n8n's own node, which answers as soon as it has started an execution, and takes whatever comes. */
function webhook(typeVersion: number): [NodeSketch, string] {
	const id = randomUUID();
	return [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion,
			webhookId: id,
			parameters: { httpMethod: 'POST', path: id, responseMode: 'onReceived' },
		},
		id,
	];
}

async function activated({ rest }: Site, node: NodeSketch, path: string): Promise<Target> {
	const workflow = await rest.createWorkflow(chain('Reacts', [node]));
	await rest.activate(workflow);
	const { status } = await rest.publication(workflow.id);
	if (status !== 'published') throw new Error(`${node.name} is ${status}`);
	return { workflow, path };
}

async function deliveries(
	site: Site,
	secret: string,
	{ tool, kind, workflow, path }: Pick<DeliveryRun, 'tool' | 'kind'> & Target,
	count: number,
): Promise<DeliveryRun> {
	const before = await site.executionsOf(workflow.id);
	const { cpuMs } = await site.usage();
	const { answers, seconds } = await answersTo({
		url: site.n8n.url,
		connections: kind === 'burst' ? BURST : CONNECTIONS,
		amount: count,
		timeout: 60,
		requests: [{ method: 'POST', path: `/webhook/${path}`, setupRequest: signed(secret) }],
	});
	await settled(site, workflow.id, before + count);
	const executions = (await site.executionsOf(workflow.id)) - before;
	const used = (await site.usage()).cpuMs - cpuMs;
	site.say(
		`  ${TOOLS[tool]}, ${kind}: ${answers.length} of ${count} answered in ${round(seconds)} s, ${executions} executions`,
	);
	return { tool, kind, deliveries: count, seconds, executions, answers, cpuMs: used };
}

/** Sends and waits; autocannon itself looks at its watch once a second only. */
async function answersTo(
	load: autocannon.Options,
): Promise<Pick<DeliveryRun, 'answers' | 'seconds'>> {
	const answers: number[] = [];
	const began = performance.now();
	let ended = began;
	await new Promise<void>((resolve, reject) => {
		const run = autocannon(load, (error: Error | null) => (error ? reject(error) : resolve()));
		run.on('response', (_client, status, _bytes, milliseconds) => {
			if (status === 200) answers.push(milliseconds);
			ended = performance.now();
		});
	});
	return { answers, seconds: (ended - began) / 1000 };
}

let eventCount = 0;

/** Signs an event of its own for each request, as Zoom does. */
const signed =
	(secret: string) =>
	(request: autocannon.Request): autocannon.Request => {
		const now = Date.now();
		const timestamp = String(Math.floor(now / 1000));
		const body = JSON.stringify(eventAt(now, eventCount++));
		return {
			...request,
			body,
			headers: {
				'content-type': 'application/json',
				'x-zm-request-timestamp': timestamp,
				'x-zm-signature': signature(secret, timestamp, body),
				'x-zm-request-id': randomUUID(),
			},
		};
	};

const eventAt = (now: number, number: number) => ({
	event: EVENT,
	event_ts: now,
	payload: {
		account_id: 'DeskAcct_0-Emulator_Qw',
		object: {
			id: '81234567890',
			uuid: 'rXh3SgDqRBWvGQyNNFMH3Q==',
			host_id: HOST,
			topic: 'Design review',
			type: 2,
			start_time: new Date(now).toISOString(),
			timezone: 'Europe/Berlin',
			duration: 60,
			participant: {
				user_id: String(number),
				user_name: `Participant ${number}`,
				email: `participant${number}@example.com`,
				join_time: new Date(now).toISOString(),
				participant_uuid: randomUUID(),
			},
		},
	},
});

/** Waits until n8n has worked off what it was sent, so that the next run finds it idle. */
async function settled(site: Site, workflowId: string, executions: number): Promise<void> {
	const deadline = Date.now() + 120_000;
	while (Date.now() < deadline) {
		await pause(500);
		if ((await site.executionsOf(workflowId)) >= executions) break;
	}
	await pause(1500);
}

function tell(runs: DeliveryRun[]): Section {
	const of = (tool: Tool, kind: DeliveryRun['kind']) =>
		runs.filter((run) => run.tool === tool && run.kind === kind);
	const middle = (tool: Tool, value: (run: DeliveryRun) => number) =>
		median(of(tool, 'steady').map(value));
	const rate = (tool: Tool) => middle(tool, (run) => run.answers.length / run.seconds);
	const answered = (tool: Tool, part: number) =>
		middle(tool, ({ answers }) => quantile(answers, part));
	const slowest = (tool: Tool) => Math.max(...of(tool, 'burst').flatMap(({ answers }) => answers));
	const ms = (value: number) => `${round(value)} ms`;
	const all = runs.filter(({ tool }) => tool === 'ours');
	const unanswered = all.reduce((sum, run) => sum + run.deliveries - run.answers.length, 0);
	const missing = all.reduce((sum, run) => sum + Math.abs(run.deliveries - run.executions), 0);
	const [{ deliveries }] = of('ours', 'steady');
	return {
		title: 'Deliveries to the trigger',
		text: [
			`${deliveries} different events, signed as Zoom signs them, are sent over ${CONNECTIONS} connections. Each connection sends the next event as soon as one is answered (autocannon). Bursts send ${BURST} events at once. The events go to an active workflow with a Zoom Trigger and all its checks (signature, age, event, duplicates), and to one with n8n's own Webhook node, which checks nothing: version 2, which n8n adds today, and version 1, which n8n treats like every other node (see the target). Each event starts an execution, which n8n stores. Figures are medians of ${of('ours', 'steady').length} runs in turn, for bursts the slowest answer of all.`,
		],
		columns: [
			'node',
			'per second',
			'p50',
			'p99',
			'CPU time each',
			`slowest of a burst of ${BURST}`,
		],
		rows: tools.map((tool) => [
			TOOLS[tool],
			round(rate(tool)),
			ms(answered(tool, 0.5)),
			ms(answered(tool, 0.99)),
			ms(middle(tool, ({ cpuMs, deliveries: sent }) => cpuMs / sent)),
			ms(slowest(tool)),
		]),
		targets: [
			targetOf(
				"at least 60 % of the deliveries per second of n8n's Webhook",
				rate('ours') / rate('webhook'),
				{
					least: 0.6,
					show: percent,
					why: `For each webhook call, n8n creates an isolate for expressions before it asks the node, and discards it afterwards. It skips this only for version 2 of its own Webhook node. Version 1, which checks nothing either, reaches ${percent(rate('webhook1') / rate('webhook'))} of version 2. The Zoom Trigger reaches ${percent(rate('ours') / rate('webhook1'))} of version 1.`,
				},
			),
			targetOf(`a burst of ${BURST} answered within Zoom's 3 seconds`, slowest('ours'), {
				most: 3000,
				show: ms,
				why: 'n8n has a single thread, which is busy for the CPU time in the table for each delivery. Zoom sends late deliveries again, and the node removes them as duplicates.',
			}),
			targetOf('every delivery answered with 200', unanswered, {
				most: 0,
				show: (value) => `${value} were not`,
			}),
			targetOf('one execution for each', missing, {
				most: 0,
				show: (value) => `${value} too few or too many`,
			}),
		],
	};
}

export const trigger: Part<DeliveryRun[]> = { measure, tell };
