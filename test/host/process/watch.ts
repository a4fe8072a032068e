import { watch } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './problem';

export interface WatchOptions {
	/** Folders whose files are watched, at any depth. */
	readonly folders: readonly string[];
	/** Called after a change, and again when files changed meanwhile. A Problem it throws is reported. */
	readonly update: () => Promise<void>;
	readonly say: (line: string) => void;
	/** Ends the watching. */
	readonly signal: AbortSignal;
}

/** Editors write a file in several steps. */
const QUIET_MS = 200;

/** Calls `update` whenever a file changes, until the signal ends it. */
export async function watchSources({ folders, update, say, signal }: WatchOptions): Promise<void> {
	let changed: string | undefined;
	let updating: Promise<void> | undefined;

	const updateAll = async () => {
		while (changed !== undefined && !signal.aborted) {
			say(`${changed} changed. Building the nodes ...`);
			await sleep(QUIET_MS);
			changed = undefined;
			const [updated] = await Promise.allSettled([update()]);
			if (updated.status === 'fulfilled') say('n8n has loaded the new nodes.');
			else if (updated.reason instanceof Problem) say(updated.reason.message);
			else throw updated.reason;
		}
		updating = undefined;
	};

	const watchFolder = async (folder: string) => {
		for await (const { filename } of watch(folder, { recursive: true, signal })) {
			changed = join(folder, filename ?? '');
			updating ??= updateAll();
		}
	};

	const [ended] = await Promise.allSettled([Promise.all(folders.map(watchFolder))]);
	await updating;
	if (ended.status === 'rejected' && !signal.aborted) throw ended.reason;
}
