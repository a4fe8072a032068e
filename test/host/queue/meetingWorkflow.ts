import type { Emulator } from '../../emulator';
import type { Credential, ExecutionSummary } from '../n8n/rest';
import type { Address } from '../n8n/session';
import type { Execution } from '../workflows/execution';
import type { HostFixture } from '../workflows/hostFixture';
import { chain, type NodeSketch } from '../workflows/workflow';
import { createMeeting, zoomNode } from '../workflows/zoomNode';

/** A meeting that is to be made. */
export interface Entry {
	topic: string;
	host: string;
}

const finishedWithin = 240_000;
const hosts = 25;

/** Entries that differ, on so many hosts that none reaches the hundred a day that Zoom allows. */
export function entries(count: number, emulator: Emulator): Entry[] {
	const emails = Array.from({ length: hosts }, (_, index) => `host-${index}@example.com`);
	for (const email of emails) emulator.addUser({ email });
	return Array.from({ length: count }, (_, index) => ({
		topic: `Meeting ${index}`,
		host: emails[index % hosts],
	}));
}

/** An active workflow that makes a meeting of each entry it is sent, and goes on after one that fails. */
export class MeetingWorkflow {
	private constructor(
		private readonly fixture: HostFixture,
		private readonly id: string,
		private readonly url: string,
	) {}

	static async activate(
		fixture: HostFixture,
		{ url }: Address,
		credential: Credential,
	): Promise<MeetingWorkflow> {
		const path = `meetings-${credential.id}`;
		const webhook: NodeSketch = {
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: path,
			parameters: { path, httpMethod: 'POST', responseMode: 'onReceived' },
		};
		const split: NodeSketch = {
			name: 'Entries',
			type: 'n8n-nodes-base.splitOut',
			parameters: { fieldToSplitOut: 'body.entries' },
		};
		const create = zoomNode(credential, createMeeting('={{ $json.topic }}', '={{ $json.host }}'), {
			onError: 'continueRegularOutput',
		});
		const { rest } = fixture;
		const workflow = await rest.createWorkflow(chain('Meetings', [webhook, split, create]));
		await rest.activate(workflow);
		await rest.publication(workflow.id);
		return new MeetingWorkflow(fixture, workflow.id, `${url}/webhook/${path}`);
	}

	/** Starts an execution for these entries. */
	async send(entries: Entry[]): Promise<void> {
		const answer = await fetch(this.url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ entries }),
		});
		if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
	}

	/** All executions so far, the latest first. */
	async executions(): Promise<ExecutionSummary[]> {
		return await this.fixture.rest.executions(this.id);
	}

	/** The executions, the latest first, once there are so many and all have ended. */
	async finished(count: number): Promise<Execution[]> {
		const { rest } = this.fixture;
		const ended = async () => {
			const all = await this.executions();
			return all.length >= count && all.every(({ stoppedAt }) => stoppedAt) ? all : undefined;
		};
		const found = await rest.until(`${count} executions to end`, ended, finishedWithin);
		return await Promise.all(found.map(async ({ id }) => await rest.execution(id)));
	}

	async deactivate(): Promise<void> {
		await this.fixture.rest.deactivate(this.id);
	}
}
