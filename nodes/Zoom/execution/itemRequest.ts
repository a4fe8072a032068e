import type { IExecuteFunctions } from 'n8n-workflow';

import { requestOptions, concurrencyOf, optionFieldsOf } from '../form/requestOptions';
import { DEFAULT_LIMIT, listFields } from '../registry/listFields';
import { simplifyField } from '../registry/simplify';
import type {
	Item,
	Operation,
	OperationContext,
	PreparedRequest,
	Values,
	ZoomRequest,
} from '../registry/types';
import { behaviorsOf, isRest } from '../registry/types';
import { resources } from '../resources';
import { quoted } from '../text/quote';
import { credentialTypeFor } from '../transport/auth/connection';
import { settle } from '../transport/sync/settle';
import type { ReadParameter } from '../values/input';
import { readCollection, readFields, readInput } from '../values/input';
import { InputError } from '../values/inputError';
import { answerOf, ownerMeant } from './answer';
import type { ExecutionState } from './executionState';
import { createOperationContext } from './operationContext';

/** What one item asks for, read and checked, or what is wrong with it. */
export interface PreparedItem {
	readonly index: number;
	readonly prepared?: PreparedCall;
	readonly error?: unknown;
	/** Items with the same key change the same thing, so that they must not overtake each other. */
	readonly orderingKey?: string;
}

interface PreparedCall {
	readonly run: () => Promise<Item[]>;
	/** Members that each item is cut down to, where the user wants it simple. */
	readonly simplify?: readonly string[];
}

/** Reads what an item asks for; never throws. */
export async function prepareItem(state: ExecutionState, index: number): Promise<PreparedItem> {
	const read = await settle(readItem(state, index));
	return read.status === 'fulfilled' ? { index, ...read.value } : { index, error: read.reason };
}

async function readItem(
	state: ExecutionState,
	index: number,
): Promise<Pick<PreparedItem, 'prepared' | 'orderingKey'>> {
	const { caller, warnings } = state;
	const read = reader(caller, index);
	const operation = chosenOperation(read);
	const values = readInput(operation, read, warnings.warn, storedReader(caller, index));
	const options = readCollection(optionFieldsOf(operation), read('options'), 'Options', {
		note: warnings.warn,
	});
	const simplify = readSimplify(operation, read);
	const context = createOperationContext(state, {
		index,
		credentialType: credentialTypeFor(read('authentication')),
		options,
		callOptions: requestOptions(options),
		limit: isRest(operation) && operation.list ? readLimit(read) : undefined,
	});
	const { request, run } = await prepareCall(operation, context, values);
	await operation.checkItem?.(context, values);
	const isOwner = values.userId === 'me' && read('authentication') === 'serverToServer';
	const runAndSay = async () => {
		const items = await run();
		warnings.warn(ownerMeant(items));
		return items;
	};
	return {
		prepared: { run: isOwner ? runAndSay : run, simplify },
		orderingKey: request && orderingKeyOf(request),
	};
}

/**
 * Builds the request of an item, which is what is sent later: what is wrong with it shows before an item behind this one
 * is begun.
 */
async function prepareCall(
	operation: Operation,
	context: OperationContext,
	values: Values,
): Promise<Partial<PreparedRequest> & Pick<PreparedRequest, 'run'>> {
	if ('prepare' in operation) return await operation.prepare(context, values);
	if ('perform' in operation) return { run: async () => await operation.perform(context, values) };
	const request = context.request(operation, values);
	behaviorsOf(operation).forEach(({ check }) => check?.({ context, request }));
	return { request, run: async () => await answerOf(context, request) };
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
		if ('perform' in operation) return 1;
		return concurrencyOf(read('options'));
	} catch {
		return concurrencyOf({});
	}
}

const CHANGES: readonly string[] = ['PUT', 'PATCH', 'DELETE'];

/** The thing that a request changes, by its address up to the first ID; undefined where it changes nothing that exists. */
function orderingKeyOf({ method, operation, path }: ZoomRequest): string | undefined {
	if (!CHANGES.includes(method)) return undefined;
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
			"Operation: for a Custom API Call, use n8n's HTTP Request node with the credential of this node",
		);
	}
	const resource = resources.find(({ value }) => value === resourceName);
	if (!resource) {
		throw new InputError(`Resource: must be one from the list, not ${quoted(resourceName)}`);
	}
	const operation = resource.operations.find(({ value }) => value === operationName);
	if (operation) return operation;
	throw new InputError(
		`Operation: must be one from the list of ${resource.name}, not ${quoted(operationName)}`,
	);
}

function readLimit(read: ReadParameter): number | undefined {
	const given = Object.fromEntries(listFields.map(({ name }) => [name, read(name)]));
	const { returnAll, limit } = readFields(listFields, given, []);
	return returnAll === true ? undefined : Number(limit ?? DEFAULT_LIMIT);
}

function readSimplify(operation: Operation, read: ReadParameter): readonly string[] | undefined {
	const keys = isRest(operation) ? operation.simplify : undefined;
	const { simplify } = keys ? readFields([simplifyField], { simplify: read('simplify') }, []) : {};
	return simplify === true ? keys : undefined;
}
