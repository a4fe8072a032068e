import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { processState } from '../../host/processState';
import { clock } from '../../transport/sync/clock';

/** Why a delivery is refused; for the log, since its sender is told nothing. */
export interface Rejection {
	/** Zoom repeats a delivery after 500 only. */
	readonly status: 400 | 401 | 500;
	readonly why: string;
}

const ANSWERS: Readonly<Record<Rejection['status'], string>> = {
	400: 'Not an event from Zoom',
	401: 'Not signed by Zoom',
	500: 'Not ready',
};

const PAUSE = 60_000;

/** When each node last complained, in elapsed milliseconds. */
const complained = processState(
	'when triggers last logged a rejected delivery',
	() => new Map<string, number>(),
);

/** Answers a delivery that starts nothing, and says why in the log, once a minute at most: anybody may send any number. */
export function reject(
	caller: IWebhookFunctions,
	{ status, why }: Rejection,
): IWebhookResponseData {
	const node = caller.getNode();
	const workflow = caller.getWorkflow();
	const key = `${workflow.id}:${node.id}`;
	const now = clock.elapsed();
	if (now - (complained().get(key) ?? -Infinity) >= PAUSE) {
		complained().set(key, now);
		caller.logger.warn(`Zoom Trigger rejected a delivery: ${why}`, {
			workflowId: workflow.id,
			nodeName: node.name,
		});
	}
	caller.getResponseObject().status(status).json({ message: ANSWERS[status] });
	return { noWebhookResponse: true };
}
