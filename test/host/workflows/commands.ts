import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runN8n, type N8nOptions } from '../n8n/n8n';
import type { Credential } from '../n8n/rest';
import { tail } from '../process/run';
import type { RunData } from './execution';
import type { WorkflowInput } from './workflow';

/** A workflow run by `n8n execute`. */
export interface CommandExecution {
	/** 0, or 1 when the workflow failed. */
	code: number;
	data: RunData;
}

/** `n8n import:credentials`, of plain values under IDs of the caller's choice. */
export async function importCredentials(
	options: N8nOptions,
	credentials: Credential[],
): Promise<void> {
	await importFile(options, 'credentials', credentials);
}

/** `n8n import:workflow`, replacing the workflows that have these IDs. */
export async function importWorkflows(
	options: N8nOptions,
	workflows: (WorkflowInput & { id: string })[],
): Promise<void> {
	await importFile(options, 'workflow', workflows);
}

/** `n8n execute --id=… --rawOutput`. */
export async function executeWorkflow(options: N8nOptions, id: string): Promise<CommandExecution> {
	const { code, stdout, stderr } = await runN8n(options, ['execute', `--id=${id}`, '--rawOutput']);
	// Even with --rawOutput n8n writes log lines before the JSON.
	const [json] = /^\{\n.*?^\}$/ms.exec(stdout) ?? [];
	if (!json) throw new Error(`n8n execute printed no result:\n${tail(stdout + stderr)}`);
	const { data } = JSON.parse(json) as { data: RunData };
	if (code !== 0 && !data.resultData.error) {
		throw new Error(`n8n execute ended with ${code} after a success:\n${tail(stdout + stderr)}`);
	}
	return { code, data };
}

async function importFile(options: N8nOptions, what: string, content: unknown): Promise<void> {
	const file = join(options.userFolder, `import-${what}.json`);
	await writeFile(file, JSON.stringify(content), { mode: 0o600 });
	const { code, stdout, stderr } = await runN8n(options, [`import:${what}`, `--input=${file}`]);
	if (code !== 0) throw new Error(`n8n import:${what} failed:\n${tail(stdout + stderr)}`);
}
