import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { requireSupportedN8n } from '../host/hostVersion';
import { asNodeError, errorItem } from '../host/nodeErrors';
import type { Item } from '../registry/types';
import { runExclusive } from '../transport/sync/keyedMutex';
import { settle } from '../transport/sync/settle';
import { keyOf } from './events/duplicates';
import type { EventBody } from './events/eventBody';
import { isEventBody } from './events/eventBody';
import { lookUpHosts } from './filter/users';
import { shaped } from './output/output';
import type { OnFailure } from './output/recordings';
import { withFiles } from './output/recordings';
import type { Settings } from './parameters/settings';
import { readSettings } from './parameters/settings';
import { nextEvent } from './webSocket/listen';

/**
 * Makes items of the event that started an execution. n8n runs this at the head of each, and when somebody tries the node
 * out; a test by WebSocket waits for an event here.
 */
export async function run(caller: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const node = caller.getNode();
	requireSupportedN8n(node);
	const output: INodeExecutionData[] = [];
	for (const [index, { json }] of caller.getInputData().entries()) {
		const failed: OnFailure = (error, about) => {
			const failure = asNodeError(node, error, index);
			if (!caller.continueOnFail() || caller.getExecutionCancelSignal()?.aborted) throw failure;
			return errorItem(failure, index, about);
		};
		try {
			const settings = readSettings((name) => caller.getNodeParameter(name, index, null));
			const items = await itemsOf(caller, settings, json, failed);
			for (const item of items) output.push({ ...item, pairedItem: { item: index } });
		} catch (error) {
			output.push(failed(error));
		}
	}
	return [output];
}

async function itemsOf(
	caller: IExecuteFunctions,
	settings: Settings,
	json: INodeExecutionData['json'],
	failed: OnFailure,
): Promise<Item[]> {
	const body = isEventBody(json) ? json : await awaited(caller, settings);
	// Started in another way, there is no event to make anything of.
	if (!body) return [{ json }];
	if (await isRepeat(caller, settings, body)) return [];
	return settings.downloadRecordings
		? await withFiles(caller, body, settings, failed)
		: [{ json: shaped(body, settings) }];
}

async function awaited(
	caller: IExecuteFunctions,
	settings: Settings,
): Promise<EventBody | undefined> {
	if (settings.delivery !== 'webSocket' || caller.getMode() !== 'manual') return undefined;
	return await nextEvent(caller, settings, await lookUpHosts(caller, settings));
}

/** n8n reads and writes the whole list each time; the process itself remembers far more. */
const REMEMBERED = 1000;
const KEYS_PER_EVENT = 2;

/**
 * Whether the same event started another execution before, in whatever process of n8n that was; two processes that have
 * it at the same moment may both miss that. Zoom repeats webhooks only; and an execution that is tried again is not to be
 * taken for its own repeat.
 */
async function isRepeat(
	caller: IExecuteFunctions,
	{ removeDuplicates }: Settings,
	body: EventBody,
): Promise<boolean> {
	if (!removeDuplicates || caller.getMode() !== 'webhook') return false;
	const key = keyOf(body);
	const own = `${key}:${caller.getExecutionId()}`;
	const node = `duplicates of ${caller.getWorkflow().id}:${caller.getNode().id}`;
	// n8n reads the list and then writes it: of two at once, the one would undo what the other added.
	const record = async () =>
		await runExclusive(
			node,
			async () =>
				await caller.helpers.checkProcessedAndRecord([key, own], 'node', {
					mode: 'entries',
					maxEntries: REMEMBERED * KEYS_PER_EVENT,
				}),
		);
	// Two that are the first ever at the same moment, in two processes, get into each other's way, once.
	const first = await settle(record());
	const kept = first.status === 'fulfilled' ? first : await settle(record());
	if (kept.status === 'fulfilled') {
		const { processed } = kept.value;
		return processed.includes(key) && !processed.includes(own);
	}
	const { message } = kept.reason;
	caller.logger.warn(`Zoom Trigger could not check for duplicates: ${message}`);
	return false;
}
