import type {
	IBinaryData,
	IDataObject,
	IExecuteFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import type { RestOperation, RunContext, Values } from './operation';
import { buildRequest } from './request';
import { resources } from './resources';
import type { CallOptions } from './transport/attempts';
import { sendInBatches } from './transport/batches';
import { createClient, urlOf } from './transport/client';
import { readConnection, readRevocation } from './transport/connection';
import type { Keep } from './transport/download';
import { download } from './transport/download';
import { listAll } from './transport/listAll';
import { time } from './transport/time';
import { generalAppRefusal } from './transport/tokenRefusal';
import type { NetworkError } from './transport/unreachable';
import { unreachable } from './transport/unreachable';

/** Whose item is worked on, and how. */
export interface ItemSetting {
	readonly caller: IExecuteFunctions;
	readonly index: number;
	readonly credentialType: string;
	readonly options: CallOptions;
	/** How many entries of a list are wanted; undefined for all. */
	readonly limit: number | undefined;
}

/** What operations do with the connection, for one item. Each look reads the credential as it is then. */
export function createRunContext(setting: ItemSetting): RunContext {
	const { caller, index, credentialType, options, limit } = setting;
	const connection = async () => await readConnection(caller, credentialType);
	const client = async () => createClient(caller, await connection(), options);
	const calls = async () => ({ caller, connection: await connection(), options });
	const request = (operation: RestOperation, values: Values) =>
		buildRequest(operation, values, caller.getTimezone(), time.now());
	const store: Keep<IBinaryData> = async (stream, { fileName, mimeType }) =>
		await caller.helpers.prepareBinaryData(stream as Buffer, fileName, mimeType);
	const warn = (message: string) => caller.addExecutionHints({ message, type: 'warning' });
	return {
		resources,
		limit,
		connection,
		warn,
		async send(operation, values) {
			const call = request(operation, values);
			return operation.batch
				? await sendInBatches(await client(), call, operation.batch)
				: await (await client()).send(call);
		},
		async sendFile(operation, values, part, { content, fileName, mimeType }) {
			const form = new FormData();
			form.append(part, new Blob([content], { type: mimeType }), fileName);
			return await (await client()).send({ ...request(operation, values), form });
		},
		async list(operation, values, most = Infinity) {
			const call = request(operation, values);
			return await listAll(await client(), call, operation.list, most, warn);
		},
		async download(operation, file) {
			return await download(await calls(), operation, file, store);
		},
		async answerFile(operation, values) {
			const { path, query } = request(operation, values);
			const url = urlOf((await connection()).apiUrl, path) + searchOf(query);
			return await download(await calls(), operation, { url }, store);
		},
		async downloadText(operation, file) {
			const { binaryToString } = caller.helpers;
			return await download(
				await calls(),
				operation,
				file,
				async (stream) => await binaryToString(stream as Buffer),
			);
		},
		async inputFile(field) {
			const { fileName, mimeType } = caller.helpers.assertBinaryData(index, field);
			const content = await caller.helpers.getBinaryDataBuffer(index, field);
			return { fileName: fileName ?? field, mimeType, content };
		},
		async revoke() {
			const revocation = await readRevocation(caller, credentialType);
			if (revocation === undefined) return 'absent';
			const timeout = options.timeout * 1000;
			const [sent] = await Promise.allSettled([
				caller.helpers.httpRequest({ ...revocation, timeout }),
			]);
			if (sent.status === 'rejected') throw unsure(sent.reason as NetworkError, revocation.url);
			return revocationOf(sent.value as IN8nHttpFullResponse);
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

// The reason holds the client secret, so of it goes on only what is known to be harmless.
function unsure(reason: NetworkError, url: string): Error {
	const problem = unreachable(reason, new URL(url).host);
	return new Error(
		problem
			? `${problem.message} The access token was not revoked.`
			: 'The connection to Zoom broke off. The access token may have been revoked.',
	);
}

function revocationOf({ statusCode, body }: IN8nHttpFullResponse): 'ended' | 'dead' {
	if (statusCode === 200) return 'ended';
	const { reason } = Object(body) as { reason?: unknown };
	if (reason === 'Invalid Token!') return 'dead';
	throw new Error(
		generalAppRefusal(reason) ?? `Zoom did not revoke the access token (HTTP ${statusCode}).`,
	);
}
