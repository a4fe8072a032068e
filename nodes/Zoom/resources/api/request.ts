import type { IDataObject } from 'n8n-workflow';

import { DEFAULT_LIMIT } from '../../listFields';
import type { Item, RunContext, Values } from '../../operation';
import { entriesOf, isList, wayOf } from './answerList';
import type { Call } from './call';
import { readCall, withQuery } from './call';

const calls = new WeakMap<Values, Call>();

/** The call that the fields describe, put together once. */
export async function target(context: RunContext, values: Values): Promise<Call> {
	const call = calls.get(values) ?? (await readCall(values, await context.connection()));
	calls.set(values, call);
	return call;
}

/** Makes the call and answers it in the form that was chosen. */
export async function request(context: RunContext, values: Values): Promise<Item[]> {
	const call = await target(context, values);
	if (values.response === 'file') return [await fileItem(context, call, values)];
	const isAll = values.returnAll === true || call.operation.method !== 'GET';
	const limit = isAll ? Infinity : Number(values.limit ?? DEFAULT_LIMIT);
	const listKey = values.listKey as string | undefined;
	const pagedCall = values.response === 'single' ? call : withPageSize(call, limit);
	const first = await context.send(pagedCall.operation, pagedCall.values);
	if (values.response === 'single' || (values.response === 'auto' && !isListAnswer(call, first))) {
		return [{ json: Object.keys(first).length > 0 ? first : { success: true } }];
	}
	const entries = await allEntries(context, pagedCall, first, { limit, listKey });
	return entries.map((json) => ({ json }));
}

const isListAnswer = ({ operation }: Call, answer: IDataObject) =>
	operation.method === 'GET' && isList(answer);

/** The call with the largest page that is any use, unless the user chose one. */
function withPageSize(call: Call, limit: number): Call {
	const { pageSize } = call.endpoint ?? {};
	const isChosen = Object.hasOwn(call.operation.query ?? {}, 'page_size');
	if (pageSize === undefined || call.operation.method !== 'GET' || isChosen) return call;
	return withQuery(call, { page_size: Math.min(pageSize, limit) });
}

interface Wanted {
	readonly limit: number;
	readonly listKey: string | undefined;
}

async function allEntries(
	context: RunContext,
	call: Call,
	first: IDataObject,
	{ limit, listKey }: Wanted,
): Promise<IDataObject[]> {
	const entries = entriesOf(first, listKey);
	const way = call.operation.method === 'GET' ? wayOf(first) : undefined;
	const seen = new Set<string>();
	let position = textOf(way?.next(first));
	while (way && position !== undefined && entries.length < limit) {
		if (seen.has(position)) throw new Error('Zoom answered the same page of the list twice.');
		seen.add(position);
		const { operation, values } = withQuery(call, { [way.parameter]: position });
		const answer = await context.send(operation, values);
		for (const entry of entriesOf(answer, listKey)) entries.push(entry);
		position = textOf(way.next(answer));
	}
	return entries.slice(0, limit);
}

const textOf = (value: unknown) =>
	value === undefined || value === null || value === '' ? undefined : String(value);

async function fileItem(context: RunContext, call: Call, values: Values): Promise<Item> {
	const { operation } = call;
	const file = await context.answerFile(operation, call.values);
	const { fileName, mimeType } = file;
	return { json: { fileName, mimeType }, binary: { [String(values.binaryPropertyName)]: file } };
}
