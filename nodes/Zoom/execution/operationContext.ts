import type { IDataObject, IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { rememberPersonalMeeting } from '../behaviors/personalMeetingFallback';
import type {
	Connection,
	RestOperation,
	OperationContext,
	Values,
	ZoomRequest,
} from '../registry/types';
import { resources } from '../resources';
import { readConnection, readRevocation } from '../transport/auth/connection';
import { generalAppRefusal } from '../transport/auth/tokenRefusal';
import { sendInChunks } from '../transport/client/chunks';
import { createClient, urlOf } from '../transport/client/client';
import { sendUnsigned } from '../transport/client/signedCall';
import { download } from '../transport/download/download';
import type { Keep } from '../transport/download/storage';
import { readBinary, storeIn } from '../transport/download/storage';
import { wholeText } from '../transport/http/body';
import { listAll } from '../transport/lists/listAll';
import { listPages } from '../transport/lists/pages';
import type { Failed } from '../transport/response/outcome';
import { zoomTimeOf } from '../transport/response/zoomClock';
import type { CallOptions, Trust } from '../transport/retry/sendWithRetry';
import { freshTrust } from '../transport/retry/sendWithRetry';
import { time } from '../transport/sync/clock';
import { runExclusive } from '../transport/sync/keyedMutex';
import { WaitMetrics } from '../transport/sync/waitMetrics';
import { buildRequest } from '../values/request';
import type { Warnings } from './warnings';
import { warningsOf, warnOfRetryOnFail } from './warnings';

// Where Zoom does not say how large a page may be.
const MOST = 300;

/** What the items of a run share. */
export interface ExecutionState {
	readonly caller: IExecuteFunctions;
	readonly warnings: Warnings;
	readonly waits: WaitMetrics;
	/** The connection, read again only when its token has run out: nothing else of it may change in a run. */
	readonly connection: (credentialType: string) => Promise<Connection>;
	readonly trust: Trust;
}

/** Begins a run. */
export function startExecution(caller: IExecuteFunctions): ExecutionState {
	const connections = new Map<string, Connection>();
	return {
		caller,
		warnings: warningsOf(caller),
		waits: new WaitMetrics(),
		trust: freshTrust(),
		async connection(credentialType) {
			const known = connections.get(credentialType);
			if (known && (known.tokenExpiresAt ?? Infinity) > time.now()) return known;
			const connection = await readConnection(caller, credentialType, known);
			// A token that works is the same connection, whatever the clock says of it.
			if (known?.accessToken !== undefined && known.accessToken === connection.accessToken)
				return known;
			connections.set(credentialType, connection);
			return connection;
		},
	};
}

/** Which item is worked on, and how. */
export interface ItemOptions {
	readonly index: number;
	readonly credentialType: string;
	readonly callOptions: CallOptions;
	/** All that was set under Options. */
	readonly options: Values;
	/** How many entries of a list are wanted; undefined for all. */
	readonly limit: number | undefined;
}

/** What operations do with the connection, for one item. */
export function createOperationContext(
	run: ExecutionState,
	setting: ItemOptions,
): OperationContext {
	const { caller, trust, waits } = run;
	const { index, credentialType, options, callOptions, limit } = setting;
	const calls = async () => {
		const connection = await run.connection(credentialType);
		return { caller, connection, options: callOptions, trust, waits };
	};
	const client = async () => createClient(await calls());
	const built = new WeakMap<Values, ZoomRequest>();
	const request = (operation: RestOperation, values: Values) => {
		const known = built.get(values);
		if (known?.operation === operation) return known;
		const made = buildRequest(operation, values, caller.getTimezone(), time.now());
		built.set(values, made);
		return made;
	};
	const store = storeIn(caller);
	return {
		resources,
		options,
		limit,
		request,
		connection: async () => await readConnection(caller, credentialType),
		warn: run.warnings.warn,
		async runExclusive(key, work) {
			return await runExclusive(key, work, caller.getExecutionCancelSignal());
		},
		async send(operation, values, findMade) {
			const call = request(operation, values);
			if (call.method !== 'GET') warnOfRetryOnFail(run.warnings, caller);
			if (operation.chunks) return await sendInChunks(await client(), call, operation.chunks);
			const { connection } = await calls();
			const findSince =
				findMade &&
				(async (since: number) => await findMade(() => zoomTimeOf(connection.account, since)));
			const answer = await (await client()).send(call, findSince);
			rememberPersonalMeeting(connection, answer, values.userId);
			return answer;
		},
		async sendFile(operation, values, part, { content, fileName, mimeType }) {
			warnOfRetryOnFail(run.warnings, caller);
			const form = new FormData();
			form.append(part, new Blob([content], { type: mimeType }), fileName);
			return await (await client()).send({ ...request(operation, values), form });
		},
		async list(operation, values, most = Infinity) {
			const call = request(operation, values);
			return await listAll(await client(), call, operation.list, most, run.warnings.warn);
		},
		async find({ list, ...operation }, values, matches) {
			const call = request(operation, values);
			for await (const { entries } of listPages(
				await client(),
				call,
				list,
				list.pageSize ?? MOST,
			)) {
				for (const entry of entries) if (await matches(entry)) return entry;
			}
			return undefined;
		},
		async download(operation, file) {
			return await download(await calls(), { operation, file, keep: store });
		},
		async answerFile(operation, values) {
			const { path, query } = request(operation, values);
			const setting = await calls();
			const file = { url: urlOf(setting.connection.apiUrl, path) + searchOf(query) };
			return await download(setting, { operation, file, keep: store, isApiCall: true });
		},
		async downloadText(operation, file) {
			const keep: Keep<string> = async (stream) => ({ value: await wholeText(stream) });
			return await download(await calls(), { operation, file, keep });
		},
		async inputFile(field, most) {
			const binary = caller.helpers.assertBinaryData(index, field);
			return { fileName: binary.fileName ?? field, ...(await readBinary(caller, binary, most)) };
		},
		async revoke() {
			const revocation = await readRevocation(caller, credentialType);
			if (revocation === undefined) return 'absent';
			const reply = await sendUnsigned({ caller, options: callOptions }, revocation);
			if ('kind' in reply) throw unsure(reply);
			return revocationOf(reply);
		},
	};
}

/** A query as a URL has it, with lists as repeated names. */
function searchOf(query: Readonly<IDataObject>): string {
	const search = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) {
		for (const entry of [value].flat()) search.append(name, String(entry));
	}
	return search.size > 0 ? `?${search.toString()}` : '';
}

const unsure = (outcome: Failed) =>
	new Error(
		outcome.kind === 'notSent'
			? `${outcome.message} The access token was not revoked.`
			: 'The connection to Zoom broke off. The access token may have been revoked.',
	);

function revocationOf({ statusCode, body }: IN8nHttpFullResponse): 'ended' | 'dead' {
	if (statusCode === 200) return 'ended';
	const { reason } = Object(body) as { reason?: unknown };
	if (reason === 'Invalid Token!') return 'dead';
	throw new Error(
		generalAppRefusal(reason) ?? `Zoom did not revoke the access token (HTTP ${statusCode}).`,
	);
}
