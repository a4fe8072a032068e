import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../json/json';
import { DEFAULT_LIMIT } from '../../registry/listFields';
import type {
	Item,
	OperationContext,
	OperationRequest,
	PreparedRequest,
	RestOperation,
	Values,
} from '../../registry/types';
import { isRest } from '../../registry/types';
import { collect, warnOfCut } from '../../transport/lists/collect';
import type { Page, Source } from '../../transport/lists/pages';
import { pages } from '../../transport/lists/pages';
import { leadsOn, saysMore } from '../../transport/lists/paging';
import { aboutNamed, hasNamed, isList, listReader } from './answerList';
import { readCall } from './call';
import type { Endpoint } from './endpoints';

/** A request and the published endpoint it goes to, if it goes to one. */
interface Call {
	readonly request: OperationRequest;
	readonly endpoint: Endpoint | undefined;
}

/** Builds the request that the fields describe; sent, it is answered in the form that was chosen. */
export async function prepare(context: OperationContext, values: Values): Promise<PreparedRequest> {
	const call = await readCall(values, await context.connection());
	const request = context.request(call.operation, call.values);
	const { endpoint } = call;
	return { request, run: async () => await answerOf(context, { request, endpoint }, values) };
}

async function answerOf(context: OperationContext, call: Call, values: Values): Promise<Item[]> {
	const { method, query } = call.request;
	if (values.response === 'file') return [await fileItem(context, call, values)];
	const isAll = values.returnAll === true || method !== 'GET';
	const limit = isAll ? Infinity : Number(values.limit ?? DEFAULT_LIMIT);
	const listKey = values.listKey === undefined ? undefined : String(values.listKey);
	const pagedCall = values.response === 'single' ? call : withPageSize(call, limit);
	const first = await context.send(pagedCall.request);
	const isOne = values.response === 'auto' && !isListAnswer(call, first, listKey);
	if (values.response === 'single' || isOne) {
		if (isOne) warnOfMore(call, first, context);
		for (const part of partsOf(first)) warnOfCut(query, part, context.warn);
		return [{ json: Object.keys(first).length > 0 ? first : { success: true } }];
	}
	const entries = await allEntries(context, pagedCall, first, { limit, listKey });
	return entries.map((json) => ({ json }));
}

/** Whether an answer is to become an item for each entry: it is a list, or has the one that the user names. */
function isListAnswer({ request }: Call, answer: IDataObject, listKey: string | undefined) {
	if (listKey !== undefined && hasNamed(answer, listKey)) return true;
	return request.method === 'GET' && isList(answer);
}

/** An answer and the objects in it, each of which may be about a list. */
const partsOf = (answer: IDataObject): IDataObject[] => [
	answer,
	...Object.values(answer).filter(isObject),
];

/** Tells of pages that nobody asks for, since the answer does not look like a list. */
function warnOfMore({ request }: Call, answer: IDataObject, { warn }: OperationContext): void {
	if (!partsOf(answer).some(leadsOn)) return;
	warn(
		request.method === 'GET'
			? 'The response has more pages, but the item contains only the first one. To get all pages, set Response to List and List Key to the name of the list.'
			: MORE_PAGES,
	);
}

const MORE_PAGES =
	'The list has more pages. The node gets further pages for GET only. For other methods, put the page token that Zoom returned into Body or Query.';

/** The call with the largest page that is any use, unless the user chose one. */
function withPageSize(call: Call, limit: number): Call {
	const { request, endpoint } = call;
	const isChosen = Object.hasOwn(request.operation.query ?? {}, 'page_size');
	if (endpoint?.pageSize === undefined || request.method !== 'GET' || isChosen) return call;
	const size = { page_size: Math.min(endpoint.pageSize, limit) };
	return { request: withQuery(request, size), endpoint };
}

const withQuery = (request: OperationRequest, query: IDataObject): OperationRequest => ({
	...request,
	query: { ...request.query, ...query },
});

interface Wanted {
	readonly limit: number;
	readonly listKey: string | undefined;
}

async function allEntries(
	context: OperationContext,
	{ request, endpoint }: Call,
	first: IDataObject,
	{ limit, listKey }: Wanted,
): Promise<IDataObject[]> {
	const { operation, method, query } = request;
	const source: Source = {
		ask: async (position) => {
			if (Object.keys(position).length === 0) return first;
			return await context.send(withQuery(request, position));
		},
		read: listReader({ listKey, deprecated: endpoint?.deprecatedLists }),
		...(listKey !== undefined && { about: (answer) => aboutNamed(answer, listKey) }),
		query,
		isNumbered: endpoint?.paging === 'page',
		id: idOf(context, operation),
	};
	const { warn } = context;
	const wanted = { limit, query, warn };
	if (method === 'GET') return await collect(pages(source), wanted);
	return await collect(onlyPage(source, context), wanted);
}

/** The member by which an operation of the node's own tells entries of the same list apart. */
const idOf = ({ resources }: OperationContext, { method, endpoint }: RestOperation) =>
	resources
		.flatMap(({ operations }) => operations)
		.filter(isRest)
		.find((each) => each.method === method && each.path === endpoint && each.list !== undefined)
		?.list?.id;

/** The answer to a call that changes something, or says in its body what it looks for, is no page that leads on. */
async function* onlyPage(source: Source, { warn }: OperationContext): AsyncGenerator<Page> {
	for await (const page of pages(source)) {
		if (page.next !== undefined || saysMore(page.answer)) {
			warn(MORE_PAGES);
		}
		yield page;
		return;
	}
}

async function fileItem(
	context: OperationContext,
	{ request }: Call,
	values: Values,
): Promise<Item> {
	const file = await context.answerFile(request);
	const { fileName, mimeType } = file;
	return { json: { fileName, mimeType }, binary: { [String(values.binaryPropertyName)]: file } };
}
