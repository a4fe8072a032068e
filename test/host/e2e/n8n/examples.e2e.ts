import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DateTime } from 'luxon';
import type { Subscription } from '../../../emulator';
import { startMessageBoard, type MessageBoard } from '../../workflows/messageBoard';
import type { Execution } from '../../workflows/execution';
import { outputOf } from '../../workflows/execution';
import type { Workflow, WorkflowInput } from '../../workflows/workflow';
import { HostFixture } from '../../workflows/hostFixture';
import { sharedN8n } from '../../n8n/shared';

const folder = join(__dirname, '../../../../examples');
const examples = readdirSync(folder).map((file) => basename(file, '.json'));

let fixture: HostFixture;
let chat: MessageBoard;
beforeAll(async () => {
	fixture = await HostFixture.open();
	chat = await startMessageBoard();
});
beforeEach(() => {
	fixture.emulator.reset();
});
afterAll(async () => {
	await chat.close();
	await fixture.close();
});

/** Imports an example as a person does: the file, then a credential for each Zoom node, then what `change` says. */
async function imported(
	example: string,
	change?: (workflow: WorkflowInput) => void,
	app = fixture.newApp(),
): Promise<Workflow> {
	const text = readFileSync(join(folder, `${example}.json`), 'utf8');
	const { id: _, ...workflow } = JSON.parse(text) as WorkflowInput;
	const { id, name, type } = await fixture.serverToServer(app);
	for (const node of workflow.nodes) {
		if (node.type.startsWith('n8n-nodes-zoom.')) node.credentials = { [type]: { id, name } };
	}
	change?.(workflow);
	return await fixture.rest.createWorkflow(workflow);
}

async function run(example: string, trigger: string): Promise<Execution> {
	const { id } = await imported(example);
	const execution = await fixture.rest.runWorkflow(id, trigger);
	expect(execution.data.resultData.error).toBeUndefined();
	return execution;
}

/** An active example that Zoom starts. */
interface Started {
	readonly workflow: Workflow;
	/** The events the node waits for, sent to its Production URL. */
	readonly subscription: Subscription;
	/** What an app may ask Zoom for. */
	readonly call: (method: string, path: string, body: object) => Promise<void>;
	/** So many executions, in the order in which they began, all of which went well. */
	readonly finished: (count: number) => Promise<Execution[]>;
}

/** Imports and activates an example that begins with the Zoom Trigger, and pastes its address into Zoom. */
async function waiting(
	example: string,
	change?: (workflow: WorkflowInput) => void,
): Promise<Started> {
	const { rest, emulator } = fixture;
	const app = fixture.newApp();
	const workflow = await imported(example, change, app);
	const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-zoom.zoomTrigger')!;
	await rest.activate(workflow);
	expect(await rest.publication(workflow.id)).toMatchObject({ status: 'published' });
	const url = `${sharedN8n().url}/webhook/${trigger.webhookId}/zoom`;
	const events = trigger.parameters.events as string[];
	const subscription = emulator.events.subscribe({ app, url, events });
	expect(await emulator.events.validate(subscription)).toBe(true);
	return {
		workflow,
		subscription,
		async call(method, path, body) {
			const { access_token: token } = emulator.authorize(app);
			const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
			const request = { method, headers, body: JSON.stringify(body) };
			const { ok, status } = await fetch(`${emulator.url}/v2${path}`, request);
			if (!ok) throw new Error(`${method} ${path} answers ${status}`);
		},
		async finished(count) {
			await emulator.events.settled();
			const all = await rest.until(`${count} executions of ${example}`, async () => {
				const found = await rest.executions(workflow.id);
				const isOver = found.length >= count && found.every(({ stoppedAt }) => stoppedAt);
				return isOver ? found.reverse() : undefined;
			});
			const executions: Execution[] = [];
			for (const { id } of all) executions.push(await rest.execution(id));
			expect(executions.map(({ data }) => data.resultData.error)).toEqual(
				Array(count).fill(undefined),
			);
			return executions;
		},
	};
}

/** Lets something happen in a meeting of the emulator. */
async function inMeeting(id: number, what: 'start' | 'join' | 'leave', who = {}): Promise<void> {
	const url = `${fixture.emulator.url}/__emulator/meetings/${id}/${what}`;
	const { ok, status } = await fetch(url, { method: 'POST', body: JSON.stringify(who) });
	if (!ok) throw new Error(`${what} answers ${status}`);
}

const nodeOf = ({ nodes }: WorkflowInput, name: string) =>
	nodes.find((node) => node.name === name)!;

const jsonOf = ({ data }: Execution, node: string) => outputOf(data, node).map(({ json }) => json);

const manual = 'When clicking ‘Execute workflow’';

it('every example is tried here', () => {
	expect(examples.sort()).toEqual([
		'attendance',
		'booking-form',
		'calendar-event',
		'first-meeting',
		'meeting-ended-attendance',
		'nightly-report',
		'participant-joined',
		'recording-to-storage',
		'recording-transcript',
		'user-onboarding',
		'webinar-registration',
		'webinar-registration-crm',
	]);
});

it('first-meeting makes a meeting and reads its host', async () => {
	const execution = await run('first-meeting', manual);
	expect(jsonOf(execution, 'Create a meeting')).toEqual([
		expect.objectContaining({ topic: 'Hello from n8n', duration: 30, timezone: 'Europe/Berlin' }),
	]);
	expect(jsonOf(execution, 'Get its host')).toEqual([
		expect.objectContaining({ email: 'olivia.ortiz@example.com' }),
	]);
});

it('calendar-event keeps the wall-clock time in the zone of the event', async () => {
	const execution = await run('calendar-event', manual);
	expect(jsonOf(execution, 'Create a meeting')).toEqual([
		expect.objectContaining({
			topic: 'Design review',
			start_time: '2027-03-01T15:00:00Z',
			timezone: 'America/New_York',
			duration: 45,
			host_email: 'henrik.holm@example.com',
		}),
	]);
	expect(jsonOf(execution, 'Link for the event')[0].location).toMatch(/\/j\/\d+/);
});

it('attendance counts who left and came back once, and lists who did not come', async () => {
	const execution = await run('attendance', manual);
	const people = Object.fromEntries(
		jsonOf(execution, 'Attendance').map(({ email, ...row }) => [email, row]),
	);
	expect(Object.keys(people)).toHaveLength(4);
	expect(people['henrik.holm@example.com']).toMatchObject({ attended: true, joins: 3 });
	expect(people['uma.upton@example.com']).toEqual({ attended: false, minutes: 0, joins: 0 });
});

it('user-onboarding makes the user, a member of the group and a meeting', async () => {
	const inAWeek = () =>
		DateTime.now().setZone('Europe/Berlin').plus({ weeks: 1 }).startOf('day').set({ hour: 9 });
	const earliest = inAWeek();
	const execution = await run('user-onboarding', manual);
	expect(jsonOf(execution, 'Create the user')[0]).toMatchObject({
		email: 'nadia.novak@example.com',
	});
	expect(jsonOf(execution, 'Add to group')).toHaveLength(1);
	expect(jsonOf(execution, 'Welcome meeting')[0]).toMatchObject({
		topic: 'Welcome, Nadia!',
		host_email: 'henrik.holm@example.com',
	});
	// Midnight may have passed meanwhile.
	expect([earliest, inAWeek()].map(Number)).toContain(
		Date.parse(String(jsonOf(execution, 'Welcome meeting')[0].start_time)),
	);
});

it('nightly-report makes a table of hosts', async () => {
	const execution = await run('nightly-report', 'Every night');
	expect(jsonOf(execution, 'Columns')).toContainEqual(
		expect.objectContaining({ email: 'olivia.ortiz@example.com' }),
	);
	expect(jsonOf(execution, 'Table')).toHaveLength(1);
});

it('recording-to-storage stores video and transcript', async () => {
	const stored = join(sharedN8n().userFolder, '.n8n-files');
	mkdirSync(stored, { recursive: true });
	const { id } = await imported('recording-to-storage', ({ nodes }) => {
		const write = nodes.find(({ name }) => name === 'Write to disk')!;
		write.parameters.fileName = `=${stored}/{{ $binary.data.fileName }}`;
	});
	const execution = await fixture.rest.runWorkflow(id, manual);
	expect(execution.data.resultData.error).toBeUndefined();
	expect(
		jsonOf(execution, 'Download video and transcript').map(({ file_type }) => file_type),
	).toEqual(['MP4', 'TRANSCRIPT']);
	const [transcript, video] = readdirSync(stored).sort();
	expect(video).toMatch(/^Kick-off .*\.mp4$/);
	expect(readFileSync(join(stored, transcript), 'utf8')).toMatch(/^WEBVTT/);
});

it('webinar-registration answers with a link of their own', async () => {
	const workflow = await imported('webinar-registration');
	await fixture.rest.activate(workflow);
	await fixture.rest.webhookReady('webinar-registration');
	const { status, data } = await fixture.rest.callWebhook<{ joinUrl: string }>(
		'webinar-registration',
		{ email: 'lena.lang@customer.example', firstName: 'Lena', lastName: 'Lang' },
	);
	await fixture.rest.deactivate(workflow.id);
	expect(status).toBe(200);
	expect(data.joinUrl).toMatch(/^http/);
});

it('booking-form makes the meeting somebody asks for', async () => {
	const workflow = await imported('booking-form');
	await fixture.rest.activate(workflow);
	const trigger = workflow.nodes.find(({ type }) => type.endsWith('.formTrigger'))!;
	const answers = new FormData();
	['Bea', 'bea@customer.example', '2027-03-01', '14:00'].forEach((answer, index) =>
		answers.append(`field-${index}`, answer),
	);
	const answer = await fixture.rest.submitForm(trigger.webhookId!, answers);
	expect(answer.status).toBe(200);
	const call = await fixture.rest.until(
		'the meeting',
		async () =>
			await Promise.resolve(fixture.emulator.requests.to('POST /v2/users/{userId}/meetings').at(0)),
	);
	await fixture.rest.deactivate(workflow.id);
	expect(call.body).toMatchObject({
		topic: 'Call with Bea',
		start_time: '2027-03-01T14:00:00',
		timezone: 'Europe/Berlin',
		settings: { meeting_invitees: [{ email: 'bea@customer.example' }] },
	});
});

describe('Zoom starts', () => {
	it('recording-transcript, which makes text of the transcript, once', async () => {
		const { subscription, finished } = await waiting('recording-transcript');
		const { emulator } = fixture;
		const files = ['MP4', 'TRANSCRIPT'].map((file_type) => ({ file_type }));
		emulator.addRecording({
			host_id: 'HenrikHolm-Host_000000',
			topic: 'Sprint review',
			recording_files: files,
		});
		const [execution] = await finished(1);
		expect(jsonOf(execution, 'Transcript')).toEqual([
			{
				topic: 'Sprint review',
				startedAt: expect.stringMatching(/Z$/),
				host: 'henrik.holm@example.com',
				text: expect.stringMatching(/^[A-Z][^\n]*: [^\n]+(\n[A-Z][^\n]*: [^\n]+)+$/),
			},
		]);

		const [{ body }] = emulator.events.deliveries.filter(
			({ event }) => event === 'recording.transcript_completed',
		);
		const { payload, ...rest } = JSON.parse(body) as { payload: object };
		const again = JSON.stringify({ ...rest, event: 'recording.completed', payload });
		emulator.events.emit('recording.completed', again, { to: subscription.id });
		const [, second] = await finished(2);
		expect(jsonOf(second, 'Recording is ready')).toHaveLength(1);
		expect(jsonOf(second, 'Transcript')).toEqual([]);
	});

	it('participant-joined, which tells a chat of guests', async () => {
		const { finished } = await waiting('participant-joined', (workflow) => {
			nodeOf(workflow, 'Notify').parameters.url = chat.url;
		});
		await inMeeting(81234567890, 'start');
		await inMeeting(81234567890, 'join', { name: 'Greta Gast' });
		await finished(2);
		expect(chat.messages).toEqual([
			{ text: expect.stringMatching(/^Greta Gast joined "Quarterly review" at \d\d:\d\d$/) },
		]);
	});

	it('webinar-registration-crm, which makes a row of every person', async () => {
		const { subscription, call, finished } = await waiting('webinar-registration-crm');
		const { events } = fixture.emulator;
		const register = async (email: string, first_name: string, last_name: string) =>
			await call('POST', '/webinars/95678901234/registrants', {
				email,
				first_name,
				last_name,
				org: 'Customer AG',
			});
		await register('Rosa@prospect.example', 'Rosa', 'Ruiz');
		await finished(1);
		const { event, body } = events.deliveries.at(-1)!;
		await register('tim@prospect.example', 'Tim', 'Tran');
		await finished(2);
		events.emit(event, body.replace('"Ruiz"', '"Ruiz Roldán"'), { to: subscription.id });
		const rows = (await finished(3)).flatMap((execution) => jsonOf(execution, 'Lead'));
		const row = {
			company: 'Customer AG',
			webinar: 'Customer day',
			registeredAt: expect.stringMatching(/Z$/),
			status: 'approved',
		};
		expect(rows).toMatchObject([
			{ ...row, email: 'rosa@prospect.example', name: 'Rosa Ruiz' },
			{ ...row, email: 'tim@prospect.example', name: 'Tim Tran' },
			{ ...row, email: 'rosa@prospect.example', name: 'Rosa Ruiz Roldán', id: rows[0].id },
		]);
		expect(rows[1].id).not.toBe(rows[0].id);
	});

	it('meeting-ended-attendance, which counts who left and came back once', async () => {
		const { call, finished } = await waiting('meeting-ended-attendance', (workflow) => {
			Object.assign(nodeOf(workflow, 'Give Zoom some minutes').parameters, {
				amount: 1,
				unit: 'seconds',
			});
		});
		const greta = { name: 'Greta Gast', email: 'greta@customer.example' };
		await inMeeting(81234567890, 'start');
		await inMeeting(81234567890, 'join', greta);
		await inMeeting(81234567890, 'leave', greta);
		await inMeeting(81234567890, 'join', greta);
		await call('PUT', '/meetings/81234567890/status', { action: 'end' });
		const [execution] = await finished(1);
		const people = jsonOf(execution, 'Attendance');
		expect(people.map(({ name, joins }) => [name, joins]).sort()).toEqual([
			['Greta Gast', 2],
			['Henrik Holm', 1],
		]);
		const [file] = execution.data.resultData.runData.Table[0].data!.main[0] as unknown as {
			binary: { data: { fileName: string } };
		}[];
		expect(file.binary.data.fileName).toMatch(/^attendance-81234567890-\d{4}-\d\d-\d\d\.csv$/);
	});
});
