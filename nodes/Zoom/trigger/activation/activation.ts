import type { IHookFunctions, ITriggerFunctions } from 'n8n-workflow';

import { settle } from '../../transport/sync/settle';
import type { StaticData } from './staticData';
import { isTransient } from './transient';

/** Who n8n activates a node through. */
export type Hooks = IHookFunctions | ITriggerFunctions;

/** Whether n8n activates what it had activated before: nothing was changed, and nobody is there to read an error. */
export const isRestart = (caller: Hooks): boolean =>
	['init', 'leadershipChange'].includes(caller.getActivationMode());

/**
 * Whether an outage must not fail this activation, since n8n would give the node up for good. `update` is a person who
 * publishes as well as n8n's reconciler, with nobody watching; it cannot be told which.
 */
const mustGoOn = (caller: Hooks, { wasActive = false }: StaticData): boolean =>
	isRestart(caller) || (wasActive && caller.getActivationMode() === 'update');

/** Notes that the node has been active; n8n saves the workflow when that changes. */
export function noteActive(memory: StaticData): void {
	if (memory.wasActive !== true) memory.wasActive = true;
}

/**
 * What an activation does at Zoom; when Zoom is out and the activation must not fail for that, what is done instead.
 * @throws whatever else is wrong, such as a secret or a scope
 */
export async function despiteOutage<T>(
	caller: Hooks,
	memory: StaticData,
	act: () => Promise<T>,
	instead: () => T,
): Promise<T> {
	const done = await settle(act());
	if (done.status === 'fulfilled') return done.value;
	if (!mustGoOn(caller, memory) || !isTransient(done.reason)) throw done.reason;
	const { message } = done.reason;
	caller.logger.warn(`Zoom Trigger stays active and will try again: ${message}`, {
		workflowId: caller.getWorkflow().id,
		nodeName: caller.getNode().name,
	});
	return instead();
}
