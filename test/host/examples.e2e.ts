import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Execution } from './execution';
import { outputOf } from './execution';
import type { Workflow, WorkflowInput } from './workflow';
import { Stage } from './stage';
import { sharedN8n } from './shared';

const folder = join(__dirname, '../../examples');
const examples = readdirSync(folder).map((file) => basename(file, '.json'));

let stage: Stage;
beforeAll(async () => {
	stage = await Stage.open();
});
beforeEach(() => {
	stage.emulator.reset();
});
afterAll(async () => {
	await stage.close();
});

/** Imports an example as a person does: the file, then a credential for each Zoom node, then what `change` says. */
async function imported(
	example: string,
	change?: (workflow: WorkflowInput) => void,
): Promise<Workflow> {
	const text = readFileSync(join(folder, `${example}.json`), 'utf8');
	const { id: _, ...workflow } = JSON.parse(text) as WorkflowInput;
	const { id, name, type } = await stage.serverToServer();
	for (const node of workflow.nodes) {
		if (node.type === 'n8n-nodes-zoom.zoom') node.credentials = { [type]: { id, name } };
	}
	change?.(workflow);
	return await stage.rest.createWorkflow(workflow);
}

async function run(example: string, trigger: string): Promise<Execution> {
	const { id } = await imported(example);
	const execution = await stage.rest.runWorkflow(id, trigger);
	expect(execution.data.resultData.error).toBeUndefined();
	return execution;
}

const jsonOf = ({ data }: Execution, node: string) => outputOf(data, node).map(({ json }) => json);

const manual = 'When clicking ‘Execute workflow’';

it('every example is tried here', () => {
	expect(examples.sort()).toEqual([
		'attendance',
		'booking-form',
		'calendar-event',
		'first-meeting',
		'nightly-report',
		'recording-to-storage',
		'user-onboarding',
		'webinar-registration',
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
	const execution = await run('user-onboarding', manual);
	expect(jsonOf(execution, 'Create the user')[0]).toMatchObject({
		email: 'nadia.novak@example.com',
	});
	expect(jsonOf(execution, 'Add to group')).toHaveLength(1);
	expect(jsonOf(execution, 'Welcome meeting')[0]).toMatchObject({
		topic: 'Welcome, Nadia!',
		host_email: 'henrik.holm@example.com',
	});
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
	const execution = await stage.rest.runWorkflow(id, manual);
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
	await stage.rest.activate(workflow);
	await stage.rest.webhookReady('webinar-registration');
	const { status, data } = await stage.rest.callWebhook<{ joinUrl: string }>(
		'webinar-registration',
		{ email: 'lena.lang@customer.example', firstName: 'Lena', lastName: 'Lang' },
	);
	await stage.rest.deactivate(workflow.id);
	expect(status).toBe(200);
	expect(data.joinUrl).toMatch(/^http/);
});

it('booking-form makes the meeting somebody asks for', async () => {
	const workflow = await imported('booking-form');
	await stage.rest.activate(workflow);
	const trigger = workflow.nodes.find(({ type }) => type.endsWith('.formTrigger'))!;
	const answers = new FormData();
	['Bea', 'bea@customer.example', '2027-03-01', '14:00'].forEach((answer, index) =>
		answers.append(`field-${index}`, answer),
	);
	const answer = await stage.rest.submitForm(trigger.webhookId!, answers);
	expect(answer.status).toBe(200);
	const call = await stage.rest.until(
		'the meeting',
		async () =>
			await Promise.resolve(stage.emulator.requests.to('POST /v2/users/{userId}/meetings').at(0)),
	);
	await stage.rest.deactivate(workflow.id);
	expect(call.body).toMatchObject({
		topic: 'Call with Bea',
		start_time: '2027-03-01T14:00:00',
		timezone: 'Europe/Berlin',
		settings: { meeting_invitees: [{ email: 'bea@customer.example' }] },
	});
});
