import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { callOptionFields, callOptions } from './callOptions';
import { requireSupportedN8n } from './hostVersion';
import { InputError } from './inputError';
import type { ReadParameter } from './input';
import { readCollection, readFields, readInput } from './input';
import { DEFAULT_LIMIT, listFields } from './listFields';
import { asNodeError, errorItem } from './nodeErrors';
import type { Item, Operation, Run, RunContext, Values } from './operation';
import { isRest } from './operation';
import { resources } from './resources';
import { createRunContext } from './runContext';
import { simplified, simplifyField } from './simplify';
import { credentialTypeFor } from './transport/connection';

/** Runs the chosen operation once for each input item and answers its results in the items' order. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	requireSupportedN8n(this.getNode());
	const output: INodeExecutionData[] = [];
	for (const index of this.getInputData().keys()) {
		try {
			const results = await perform(this, index);
			for (const item of results) output.push({ ...item, pairedItem: { item: index } });
		} catch (error) {
			const failure = asNodeError(this.getNode(), error, index);
			if (!this.continueOnFail() || this.getExecutionCancelSignal()?.aborted) throw failure;
			output.push(errorItem(failure, index));
		}
	}
	return [output];
}

async function perform(caller: IExecuteFunctions, index: number): Promise<Item[]> {
	// A fallback keeps n8n from answering a parameter it does not know with an error of its own.
	const read: ReadParameter = (name) => caller.getNodeParameter(name, index, null);
	const operation = chosenOperation(read);
	const values = readInput(operation, read);
	const options = callOptions(readCollection(callOptionFields, read('options'), 'Options'));
	const credentialType = credentialTypeFor(read('authentication'));
	const limit = isRest(operation) && operation.list ? readLimit(read) : undefined;
	const context = createRunContext({ caller, index, credentialType, options, limit });
	const items = await answer(operation, context, values);
	const keys = isRest(operation) ? operation.simplify : undefined;
	const isSimple = readFields([simplifyField], { simplify: read('simplify') }, []).simplify;
	return keys && isSimple === true ? items.map((item) => simplified(item, keys)) : items;
}

async function answer(operation: Operation, context: RunContext, values: Values): Promise<Item[]> {
	if (!isRest(operation) || operation.run) return await (operation.run as Run)(context, values);
	const { list } = operation;
	if (list) {
		const entries = await context.list({ ...operation, list }, values, context.limit);
		return entries.map((json) => ({ json }));
	}
	const json = await context.send(operation, values);
	return [{ json: Object.keys(json).length > 0 ? json : { success: true } }];
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
		throw new InputError(
			`Resource: there is no "${String(resourceName)}"; choose one from the list`,
		);
	}
	const operation = resource.operations.find(({ value }) => value === operationName);
	if (operation) return operation;
	throw new InputError(
		`Operation: ${resource.name} has no "${String(operationName)}"; choose one from the list`,
	);
}

function readLimit(read: ReadParameter): number | undefined {
	const given = Object.fromEntries(listFields.map(({ name }) => [name, read(name)]));
	const { returnAll, limit } = readFields(listFields, given, []);
	return returnAll === true ? undefined : Number(limit ?? DEFAULT_LIMIT);
}
