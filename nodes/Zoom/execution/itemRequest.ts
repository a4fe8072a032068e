import type { IExecuteFunctions } from 'n8n-workflow';

import { checkReuse } from '../behaviors/reuseExisting';
import { requestOptions, concurrencyOf, optionFieldsOf } from '../form/requestOptions';
import { DEFAULT_LIMIT, listFields } from '../registry/listFields';
import { simplifyField } from '../registry/simplify';
import type { Operation, OperationContext, Values, ZoomRequest } from '../registry/types';
import { isRest } from '../registry/types';
import { resources } from '../resources';
import { quoted } from '../text/quote';
import { credentialTypeFor } from '../transport/auth/connection';
import type { ReadParameter } from '../values/input';
import { readCollection, readFields, readInput } from '../values/input';
import { InputError } from '../values/inputError';
import type { ExecutionState } from './operationContext';
import { createOperationContext } from './operationContext';

/** What one item asks for, read and checked, or what is wrong with it. */
export interface PreparedItem {
	readonly index: number;
	readonly prepared?: PreparedCall;
	readonly error?: unknown;
	/** Jobs of one lane change the same thing, so that they must not overtake each other. */
	readonly orderingKey?: string;
}

interface PreparedCall {
	readonly operation: Operation;
	readonly values: Values;
	readonly context: OperationContext;
	readonly isSimple: boolean;
}

/** Reads what an item asks for; never throws. */
export async function prepareItem(run: ExecutionState, index: number): Promise<PreparedItem> {
	const [read] = await Promise.allSettled([readCall(run, index)]);
	return read.status === 'fulfilled'
		? { index, ...read.value }
		: { index, error: read.reason as unknown };
}

async function readCall(
	run: ExecutionState,
	index: number,
): Promise<Pick<PreparedItem, 'prepared' | 'orderingKey'>> {
	const read = reader(run.caller, index);
	const operation = chosenOperation(read);
	const values = readInput(operation, read, run.warnings.warn, storedReader(run.caller, index));
	const options = readCollection(optionFieldsOf(operation), read('options'), 'Options', {
		note: run.warnings.warn,
	});
	const keys = isRest(operation) ? operation.simplify : undefined;
	const { simplify } = keys ? readFields([simplifyField], { simplify: read('simplify') }, []) : {};
	const context = createOperationContext(run, {
		index,
		credentialType: credentialTypeFor(read('authentication')),
		options,
		callOptions: requestOptions(options),
		limit: isRest(operation) && operation.list ? readLimit(read) : undefined,
	});
	const prepared = { operation, values, context, isSimple: simplify === true };
	return { prepared, orderingKey: await orderingKeyOf(prepared) };
}

/**
 * Makes the call that an item asks for, which `context` keeps until it is sent: what is wrong with it shows before an
 * item behind this one is begun.
 * @returns the lane of the call
 */
async function orderingKeyOf({
	operation,
	values,
	context,
}: PreparedCall): Promise<string | undefined> {
	const target = isRest(operation)
		? { operation, values }
		: await operation.call?.(context, values);
	if (!target) return undefined;
	const request = context.request(target.operation, target.values);
	if (target.operation.reuse !== undefined) checkReuse(context, target.operation, target.values);
	await operation.checkItem?.(context, values);
	return CHANGES.includes(request.method) ? changedBy(request) : undefined;
}

// A fallback keeps n8n from answering a parameter it does not know with an error of its own.
const reader =
	(caller: IExecuteFunctions, index: number): ReadParameter =>
	(name) =>
		caller.getNodeParameter(name, index, null);

/** Reads what the workflow holds, expressions unresolved. */
const storedReader =
	(caller: IExecuteFunctions, index: number): ReadParameter =>
	(name) =>
		caller.getNodeParameter(name, index, null, { rawExpressions: true });

/** How many items of a run are worked on side by side; it is read once, of the first. */
export function concurrentItems(caller: IExecuteFunctions): number {
	if (caller.getInputData().length === 0) return 1;
	const read = reader(caller, 0);
	// What is wrong there is told of each item.
	try {
		const operation = chosenOperation(read);
		if (!isRest(operation) && operation.call === undefined) return 1;
		return concurrencyOf(read('options'));
	} catch {
		return concurrencyOf({});
	}
}

const CHANGES: readonly string[] = ['PUT', 'PATCH', 'DELETE'];

/** The thing a call changes, by its address up to the first ID. */
function changedBy({ operation, path }: ZoomRequest): string {
	const names = (operation.endpoint ?? operation.path).split('/');
	const first = names.findIndex((name) => name.startsWith('{'));
	return first < 0
		? path
		: path
				.split('/')
				.slice(0, first + 1)
				.join('/');
}

const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

function chosenOperation(read: ReadParameter): Operation {
	const [resourceName, operationName] = [read('resource'), read('operation')];
	// n8n adds this choice to the menus of every node with a credential that can sign requests.
	if (resourceName === CUSTOM_API_CALL || operationName === CUSTOM_API_CALL) {
		throw new InputError(
			"Operation: Custom API Call is made with n8n's HTTP Request node and this node's credential",
		);
	}
	const resource = resources.find(({ value }) => value === resourceName);
	if (!resource) {
		throw new InputError(`Resource: there is no ${quoted(resourceName)}; choose one from the list`);
	}
	const operation = resource.operations.find(({ value }) => value === operationName);
	if (operation) return operation;
	throw new InputError(
		`Operation: ${resource.name} has no ${quoted(operationName)}; choose one from the list`,
	);
}

function readLimit(read: ReadParameter): number | undefined {
	const given = Object.fromEntries(listFields.map(({ name }) => [name, read(name)]));
	const { returnAll, limit } = readFields(listFields, given, []);
	return returnAll === true ? undefined : Number(limit ?? DEFAULT_LIMIT);
}
