import type { ILoadOptionsFunctions, INode } from 'n8n-workflow';
import {
	NodeOperationError,
	NodeVersionNotFoundError,
	webhookDescriptionFields,
} from 'n8n-workflow';

/** The first n8n that sends a failed item with `error` and `details` to the error output. */
const MINIMUM = '2.35.3';

/**
 * Whether n8n is recent enough, as far as a node can tell: n8n does not tell its version, so what n8n-workflow exports
 * has to do. Both names came with 2.35.0; either is enough, since a later n8n may drop one. The releases 2.35.0 to 2.35.2
 * look the same as 2.35.3 and pass.
 */
const isSupported = (): boolean =>
	[NodeVersionNotFoundError, webhookDescriptionFields].some((name: unknown) => name !== undefined);

/**
 * Fails on an n8n that is too old.
 * @throws NodeOperationError that names the version needed
 */
export function requireSupportedN8n(node: INode): void {
	if (isSupported()) return;
	throw new NodeOperationError(node, `The Zoom node needs n8n ${MINIMUM} or later`, {
		description: 'Update n8n to use it.',
	});
}

/** What the editor calls to fill a list. */
type EditorMethod = (this: ILoadOptionsFunctions, ...given: never[]) => Promise<unknown>;

/** The same methods, each of which first fails on an n8n that is too old, so that nobody builds a workflow in vain. */
export const onSupportedN8n = <T extends Record<string, EditorMethod>>(methods: T): T =>
	Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, guarded(method)])) as T;

const guarded = (method: EditorMethod): EditorMethod =>
	async function (...given) {
		if (!isSupported()) requireSupportedN8n(this.getNode());
		return await method.apply(this, given);
	};
