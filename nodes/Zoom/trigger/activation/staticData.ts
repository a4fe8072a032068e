import type { FunctionsBase } from 'n8n-workflow';

/** What a node keeps from one activation to the next, and to the deliveries between them; n8n saves it after a hook. */
export interface StaticData {
	/** The event subscription that this node made at Zoom, and the address it delivers to. */
	subscription?: { readonly id: string; readonly url: string };
	/** Address of a subscription that was asked for: whether Zoom made it is not known. */
	pendingUrl?: string;
	/** Whether the node has been active before. */
	wasActive?: boolean;
	/** IDs of the hosts in the filter that were given in another way. */
	hostIds?: Record<string, string>;
}

/** The node's memory; what is changed in it stays. */
export const staticDataOf = (caller: Pick<FunctionsBase, 'getWorkflowStaticData'>): StaticData =>
	caller.getWorkflowStaticData('node') as StaticData;

/** Takes things out of the memory. What is not there is let be: n8n would save the workflow for it. */
export function forget(memory: StaticData, ...names: ReadonlyArray<keyof StaticData>): void {
	for (const name of names) if (name in memory) delete memory[name];
}
