import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { ExpressionError, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { objectOf } from '../json/json';
import { shortened } from '../text/quote';
import { ended } from '../text/sentence';
import { STOPPED } from './cancellation';

/** The errors n8n knows how to show. */
export type NodeFailure = NodeApiError | NodeOperationError | ExpressionError;

/**
 * An error as n8n shows it.
 * @param itemIndex the item it is about, where there are items
 */
export function asNodeError(node: INode, error: unknown, itemIndex?: number): NodeFailure {
	// n8n explains its own errors in the editor, those of expressions above all.
	if (isNodeError(error) || error instanceof ExpressionError) {
		if (itemIndex !== undefined) error.context.itemIndex = itemIndex;
		return bounded(error);
	}
	// The error itself is not handed on as the cause: whatever it holds would be stored with the execution.
	const thrown: Error = Object(error);
	const { stack } = thrown;
	const message = messageOf(thrown);
	const failure = new NodeOperationError(node, message, { itemIndex });
	return bounded(Object.assign(failure, { message, stack }));
}

const LONGEST = { message: 2000, description: 2000, stack: 6000 } as const;

/** An error that does not quote at length what somebody gave, as some of n8n's own do: it is stored several times. */
function bounded<T extends NodeFailure>(failure: T): T {
	for (const [name, most] of Object.entries(LONGEST) as Array<[keyof typeof LONGEST, number]>) {
		const text = failure[name];
		if (typeof text === 'string' && text.length > most) failure[name] = shortened(text, most);
	}
	return failure;
}

/** Errors of the language itself, which the node's own sentences never are: what it was given has a form it cannot read. */
const RAW_ERRORS: readonly string[] = ['TypeError', 'RangeError', 'SyntaxError'];

function messageOf(error: Error): string {
	if (isStop(error)) return STOPPED.message;
	return RAW_ERRORS.includes(error.name)
		? `The node could not read the response from Zoom or the input (${error.message}).`
		: error.message;
}

/** Whether an error says no more than that the execution was stopped. */
const isStop = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

const isNodeError = (error: unknown): error is NodeApiError | NodeOperationError =>
	error instanceof NodeApiError || error instanceof NodeOperationError;

/**
 * What stands for an item that failed: n8n routes it to the error output when its JSON has no other keys than these.
 * @param about what of the item failed, where that is only a part
 */
export const errorItem = (
	{ message, context }: NodeFailure,
	item: number,
	about: IDataObject = {},
): INodeExecutionData => ({
	json: { error: message, details: { ...objectOf(context.data), ...about } },
	pairedItem: { item },
});

/**
 * An error as n8n shows it for an activation, of which it tells the message and nothing else: all there is to say is in
 * it.
 */
export function asActivationError(node: INode, error: unknown): NodeFailure {
	const failure = asNodeError(node, error);
	const { message, description } = failure;
	if (typeof description !== 'string' || description === '' || message.includes(description)) {
		return failure;
	}
	return Object.assign(failure, { message: `${ended(message)} ${description}` });
}
