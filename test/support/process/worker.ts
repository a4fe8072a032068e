import type { IDataObject } from 'n8n-workflow';
import type { NodeRun } from '../engine/engine';

/** A run another process is to make, as its first. */
export interface Order extends Pick<NodeRun, 'parameters' | 'use'> {
	readonly file: string;
	readonly count: number;
}

/** What became of each item. */
export interface Report {
	readonly items: IDataObject[];
	readonly error?: string;
}

// The engine tidies up after a test file, and there is none here.
Object.assign(globalThis, { afterAll: () => undefined });

async function begin(): Promise<void> {
	const { runNode } = await import('../engine/engine');
	const { resetProcessState } = await import('../../../nodes/Zoom/host/processState');
	const { FileStore } = await import('./fileStore');
	process.on('message', ({ file, count, ...order }: Order) => {
		resetProcessState();
		void runNode({
			...order,
			items: Array.from({ length: count }, () => ({})),
			credentials: new FileStore(file),
			node: { onError: 'continueRegularOutput' },
		}).then(({ items, error }) => process.send?.({ items, error: error?.message }));
	});
	process.send?.('ready');
}

void begin();
