import type { INode } from 'n8n-workflow';
import { NodeOperationError, sleep } from 'n8n-workflow';

/** The first n8n whose pauses end at once when an execution is cancelled. */
const MINIMUM = '2.34.0';

/**
 * Ends with a clear sentence on an n8n that is too old. n8n does not tell nodes its version; what gives it away is
 * `sleep`, which takes a cancel signal since 2.34. Everything else this node relies on came before.
 */
export function requireSupportedN8n(node: INode): void {
	if (sleep.length >= 2) return;
	throw new NodeOperationError(node, `The Zoom node needs n8n ${MINIMUM} or later`, {
		description: 'Update n8n to use it.',
	});
}
