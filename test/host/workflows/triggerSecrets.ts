import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App, Emulator } from '../../emulator';
import type { Rest } from '../n8n/rest';

/** What an n8n keeps of its own accord: its log, and the executions of these workflows. */
export interface Keeper {
	rest: Rest;
	userFolder: string;
	workflows: readonly { id: string }[];
}

/**
 * Which secrets of these apps n8n wrote down, and where; by their kind and not in full, since this may be printed. A
 * token that Zoom sends within an event is none of them.
 */
export async function secretsKept(
	emulator: Emulator,
	apps: readonly App[],
	keeper: Keeper,
): Promise<string[]> {
	const secrets = secretsOf(emulator, apps);
	const kept = await readFile(join(keeper.userFolder, 'n8n.log'), 'utf8').then((log) =>
		found(log, secrets).map((secret) => `${secret} in the log`),
	);
	for (const { id } of keeper.workflows) {
		for (const execution of await keeper.rest.executions(id)) {
			const { data } = await keeper.rest.storedExecution(execution.id);
			kept.push(...found(data, secrets).map((secret) => `${secret} in an execution`));
		}
	}
	return [...new Set(kept)];
}

/** The secrets of the apps, and every token that was brought to Zoom to ask for something or to connect. */
function secretsOf({ requests }: Emulator, apps: readonly App[]): Map<string, string> {
	const secrets = new Map<string, string>();
	for (const { clientSecret, secretToken } of apps) {
		secrets.set(clientSecret, 'a client secret').set(secretToken, 'a secret token');
	}
	for (const { headers, path, query } of requests) {
		const authorization = headers.authorization?.split(' ')[1];
		const isCall = /^\/(?:v2|oauth)\//.test(path);
		if (authorization && isCall) secrets.set(authorization, 'an authorization');
		if (typeof query.access_token === 'string') secrets.set(query.access_token, 'a socket token');
	}
	return secrets;
}

const found = (text: string, secrets: ReadonlyMap<string, string>) =>
	[...secrets].filter(([secret]) => text.includes(secret)).map(([, what]) => what);
