import type { IDataObject } from 'n8n-workflow';

import { DEFAULT_LIMIT } from '../../listFields';
import type { Item, RunContext, Values } from '../../operation';
import { collect, warnOfCut } from '../../transport/collect';
import type { Page, Source } from '../../transport/pages';
import { pages } from '../../transport/pages';
import { saysMore } from '../../transport/paging';
import { isList, listReader } from './answerList';
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
		warnOfCut(context.request(call.operation, call.values).query, first, context.warn);
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
	const { operation, values, endpoint } = call;
	const { query } = context.request(operation, values);
	const source: Source = {
		ask: async (position) => {
			if (Object.keys(position).length === 0) return first;
			const next = withQuery(call, position);
			return await context.send(next.operation, next.values);
		},
		read: listReader({ listKey, deprecated: endpoint?.deprecatedLists }),
		query,
		isNumbered: endpoint?.paging === 'page',
	};
	const { warn } = context;
	const wanted = { limit, query, warn };
	if (operation.method === 'GET') return await collect(pages(source), wanted);
	return await collect(onlyPage(source, context), wanted);
}

/** The answer to a call that changes something, or says in its body what it looks for, is no page that leads on. */
async function* onlyPage(source: Source, { warn }: RunContext): AsyncGenerator<Page> {
	for await (const page of pages(source)) {
		if (page.next !== undefined || saysMore(page.answer)) {
			warn(
				'The list has more pages. This node follows them for GET only; for others put into Body or Query what Zoom gives for the next page.',
			);
		}
		yield page;
		return;
	}
}

async function fileItem(context: RunContext, call: Call, values: Values): Promise<Item> {
	const { operation } = call;
	const file = await context.answerFile(operation, call.values);
	const { fileName, mimeType } = file;
	return { json: { fileName, mimeType }, binary: { [String(values.binaryPropertyName)]: file } };
}
