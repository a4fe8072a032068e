import type { Paging } from '../registry/paging';
import type { OperationContext, ZoomRequest } from '../registry/types';
import { behaviorsOf } from '../registry/types';
import { resources } from '../resources';
import { sendInChunks } from '../transport/client/chunks';
import { createClient } from '../transport/client/client';
import { listAll } from '../transport/lists/listAll';
import { listPages } from '../transport/lists/pages';
import { zoomTimeOf } from '../transport/response/zoomClock';
import type { CallSetting } from '../transport/retry/sendWithRetry';
import type { ExecutionState } from './executionState';
import { warnOfRetryOnFail } from './warnings';

// Where Zoom does not say how large a page may be.
const PAGE_SIZE = 300;

const observers = resources
	.flatMap(({ operations }) => operations)
	.flatMap(behaviorsOf)
	.flatMap(({ observe = [] }) => observe);

type RequestCalls = Pick<OperationContext, 'send' | 'sendFile' | 'list' | 'find'>;

/** The calls of an operation that answer Zoom's JSON. */
export function requestCalls(
	{ caller, warnings }: ExecutionState,
	settingOf: () => Promise<CallSetting>,
): RequestCalls {
	const client = async () => createClient(await settingOf());
	return {
		async send(request, findMade) {
			if (request.method !== 'GET') warnOfRetryOnFail(warnings, caller);
			const { chunks } = request.operation;
			if (chunks) return await sendInChunks(await client(), request, chunks);
			const setting = await settingOf();
			const { account } = setting.connection;
			const findSince =
				findMade && (async (since: number) => await findMade(() => zoomTimeOf(account, since)));
			const answer = await createClient(setting).send(request, findSince);
			observers.forEach((observe) => observe(answer, request, setting.connection));
			return answer;
		},
		async sendFile(request, part, { content, fileName, mimeType }) {
			warnOfRetryOnFail(warnings, caller);
			const form = new FormData();
			form.append(part, new Blob([content], { type: mimeType }), fileName);
			return await (await client()).send({ ...request, form });
		},
		async list(request, limit = Infinity) {
			return await listAll(await client(), request, pagingOf(request), limit, warnings.warn);
		},
		async find(request, matches) {
			const paging = pagingOf(request);
			const pages = listPages(await client(), request, paging, paging.pageSize ?? PAGE_SIZE);
			for await (const { entries } of pages) {
				for (const entry of entries) if (await matches(entry)) return entry;
			}
			return undefined;
		},
	};
}

function pagingOf({ operation: { name, list } }: ZoomRequest): Paging {
	if (list) return list;
	throw new Error(`${name} does not list anything.`);
}
