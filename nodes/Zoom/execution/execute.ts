import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { requireSupportedN8n } from '../host/hostVersion';
import type { NodeFailure } from '../host/nodeErrors';
import { asNodeError, errorItem } from '../host/nodeErrors';
import { simplified } from '../registry/simplify';
import type { Item } from '../registry/types';
import { isDoubtful } from '../transport/errors/nodeError';
import { settle } from '../transport/sync/settle';
import { forEachConcurrently } from './concurrency';
import { startExecution } from './executionState';
import type { PreparedItem } from './itemRequest';
import { concurrentItems, prepareItem } from './itemRequest';
import { tellWaits } from './warnings';

/** Runs the chosen operation once for each input item and answers its results in the items' order. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	requireSupportedN8n(this.getNode());
	const run = startExecution(this);
	const output: INodeExecutionData[][] = [];
	const unsure: number[] = [];
	const count = this.getInputData().length;
	const work = forEachConcurrently({
		count,
		limit: concurrentItems(this),
		prepare: async (index) => {
			const item = await prepareItem(run, index);
			// Wrong input that ends the run ends it before the items that follow.
			if (item.prepared || this.continueOnFail()) return item;
			throw asNodeError(this.getNode(), item.error, index);
		},
		orderingKeyOf: ({ orderingKey }) => orderingKey,
		perform: async (item) => {
			const made = await settle(perform(this, item));
			if (made.status === 'fulfilled') output[item.index] = made.value;
			else if (isDoubtful(made.reason)) unsure.push(item.index);
			if (made.status === 'rejected') throw made.reason;
		},
	});
	const end = await settle(work);
	if (end.status === 'rejected') {
		throw withProgress(end.reason as NodeFailure, { output, unsure, count });
	}
	tellWaits(run.warnings, run.waits);
	return [output.flat()];
}

/** How far the items have come. */
interface Progress {
	readonly output: readonly unknown[];
	/** Items that failed although Zoom may have acted on them. */
	readonly unsure: readonly number[];
	readonly count: number;
}

/** The error of an item, with how far the others have come: what they did is done. */
function withProgress(failure: NodeFailure, { output, unsure, count }: Progress): NodeFailure {
	const done = output.filter((items) => items !== undefined).length;
	const sentences = [
		failure.description,
		done > 0 && `${done} of ${count} items were done when the run stopped.`,
		unsure.length > 1 &&
			`Items ${listed(unsure)} were in progress when the run stopped. Zoom may have processed them.`,
	];
	failure.description = sentences.filter(Boolean).join(' ') || failure.description;
	return failure;
}

function listed(indexes: readonly number[]): string {
	const [last, ...others] = [...indexes].sort((a, b) => b - a);
	return `${others.reverse().join(', ')} and ${last}`;
}

async function perform(
	caller: IExecuteFunctions,
	item: PreparedItem,
): Promise<INodeExecutionData[]> {
	const { index } = item;
	try {
		const items = await resultOf(item);
		return items.map((item) => ({ ...item, pairedItem: { item: index } }));
	} catch (error) {
		const failure = asNodeError(caller.getNode(), error, index);
		if (!caller.continueOnFail() || caller.getExecutionCancelSignal()?.aborted) throw failure;
		return [errorItem(failure, index)];
	}
}

async function resultOf({ error, prepared }: PreparedItem): Promise<Item[]> {
	if (prepared === undefined) throw error;
	const { run, simplify } = prepared;
	const items = await run();
	return simplify ? items.map((item) => simplified(item, simplify)) : items;
}
