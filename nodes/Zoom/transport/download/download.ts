import type { IExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { cancelSignal } from '../../host/cancellation';
import type { Download } from '../../registry/files';
import type { RestOperation } from '../../registry/types';
import { downloadUrlProblem, takesAccessToken } from '../auth/environments';
import { renewToken } from '../client/client';
import { openSigned, openUnsigned } from '../client/signedCall';
import type { FileStream } from '../http/body';
import { discard, readUpTo, streamOf, textOf, textOfError, withBeginning } from '../http/body';
import type { Reply } from '../http/exchange';
import type { Outcome } from '../response/outcome';
import { meansOldToken, errorResponseOf } from '../response/outcome';
import type { CallSetting } from '../retry/sendWithRetry';
import { sendWithRetry } from '../retry/sendWithRetry';
import { settle } from '../sync/settle';
import type { Arrival, Mismatch } from './fileCheck';
import { hasExactSize, isText, mismatchOf, TELLING_BYTES } from './fileCheck';
import type { Pass } from './fileErrors';
import { explainedForFile, isAccessRefusal, mismatchRefusal, sizeRefusal } from './fileErrors';
import { arriving } from './namedFile';
import type { Keep } from './storage';
import { storageProblem } from './storage';

interface DownloadSetting extends CallSetting {
	readonly caller: IExecuteFunctions;
}

/** A file to fetch, and what to do with it. */
export interface Fetching<T> {
	readonly file: Download;
	/** What the file belongs to, for errors. */
	readonly operation: RestOperation;
	readonly keep: Keep<T>;
	/** Whether the file is what the API answers to a call, which has limits; hosts of files have none. */
	readonly isApiCall?: true;
}

/**
 * Fetches a file and makes something of it while it comes, all over again where it breaks off.
 * @throws NodeApiError that says what happened and what to do
 */
export async function download<T>(setting: DownloadSetting, fetching: Fetching<T>): Promise<T> {
	const { url, token, askToken } = fetching.file;
	const { apiUrl } = setting.connection;
	// An address that a user gave was looked at before.
	if (downloadUrlProblem(url, apiUrl) !== undefined) throw new Error(NOT_AT_ZOOM);
	const isOwnHost = token !== undefined || takesAccessToken(url, apiUrl);
	if (isOwnHost) return await orByTokenOfFile(setting, fetching, passOf(token));
	const asked = await askToken?.();
	return await fetchFile(setting, fetching, {
		pass: asked === undefined ? 'none' : { token: asked },
	});
}

const NOT_AT_ZOOM = "The file is not on one of Zoom's domains, so the node did not download it.";

const passOf = (token: string | undefined): Pass =>
	token === undefined ? 'connection' : { token };

interface Try {
	readonly pass: Pass;
	/** Whether the last refusal may be over who asked. */
	isAccessRefused?: boolean;
}

/** A file that its host does not hand out is asked for with a token that is for this file, before that is an error. */
async function orByTokenOfFile<T>(
	setting: DownloadSetting,
	fetching: Fetching<T>,
	pass: Pass,
): Promise<T> {
	const { askToken } = fetching.file;
	const first: Try = { pass };
	const fetched = await settle(fetchFile(setting, fetching, first));
	if (fetched.status === 'fulfilled') return fetched.value;
	if (!first.isAccessRefused || askToken === undefined) throw fetched.reason;
	const asked = await settle(askToken());
	cancelSignal(setting.caller)?.throwIfAborted();
	if (asked.status === 'rejected' || asked.value === undefined) throw fetched.reason;
	const second: Try = { pass: { token: asked.value } };
	const again = await settle(fetchFile(setting, fetching, second));
	if (again.status === 'fulfilled') return again.value;
	// The second token was the node's idea: what the host said to the first is what the user has to know.
	throw second.isAccessRefused ? fetched.reason : again.reason;
}

async function fetchFile<T>(
	setting: DownloadSetting,
	fetching: Fetching<T>,
	current: Try,
): Promise<T> {
	const { file, operation, isApiCall } = fetching;
	const { pass } = current;
	const isByConnection = pass === 'connection';
	// The call for a token of the file renews the access token, too.
	let mayRenew = isByConnection && file.askToken === undefined;
	return await sendWithRetry(setting, {
		request: { operation, method: 'GET', path: operation.path, query: {} },
		secrets: typeof pass === 'object' ? [pass.token] : [],
		token: isByConnection ? 'connection' : 'none',
		isUnlimited: !isApiCall,
		async attempt(answered) {
			let outcome = await attempt(setting, fetching, pass, answered);
			if (mayRenew && meansOldToken(outcome)) {
				const problem = await renewToken(setting, operation);
				// One that failed for the moment is made again with the next try.
				mayRenew = problem?.kind === 'notSent' && problem.transient;
				outcome = problem ?? (await attempt(setting, fetching, pass));
			}
			current.isAccessRefused = outcome.kind === 'errorResponse' && isAccessRefusal(outcome);
			return outcome;
		},
	});
}

async function attempt<T>(
	setting: DownloadSetting,
	fetching: Fetching<T>,
	pass: Pass,
	answered?: () => void,
): Promise<Outcome<T>> {
	const access = { pass, isApiCall: fetching.isApiCall === true };
	const reply = await open(setting, fetching.file, pass);
	const answer = 'kind' in reply ? explainedForFile(reply, access) : reply;
	if ('kind' in answer) return answer;
	answered?.();
	const taken = await settle(takeIn(setting, fetching, answer));
	discard(answer.body);
	if (taken.status === 'fulfilled') {
		const outcome = taken.value;
		return outcome.kind === 'success' ? outcome : explainedForFile(outcome, access);
	}
	const problem = storageProblem(taken.reason);
	return problem === undefined
		? { kind: 'noResponse', how: 'broken' }
		: { kind: 'storageFailure', message: problem };
}

/** A file whose head has come. It may take as long as it moves, but not until it begins. */
async function open(setting: DownloadSetting, { url }: Download, pass: Pass): Promise<Reply> {
	const request: IHttpRequestOptions = {
		method: 'GET',
		url,
		...(typeof pass === 'object' && { headers: { Authorization: `Bearer ${pass.token}` } }),
	};
	return pass === 'connection'
		? await openSigned(setting, request)
		: await openUnsigned(setting, request);
}

const PART = 206;

/** What comes of an answer that begins to arrive; what it throws means that it did not arrive whole, or not get kept. */
async function takeIn<T>(
	{ options }: DownloadSetting,
	{ file, keep }: Fetching<T>,
	answer: IN8nHttpFullResponse,
): Promise<Outcome<T>> {
	const { statusCode, headers } = answer;
	if (statusCode < 200 || statusCode >= 300) {
		const body = await textOfError(answer.body, options.timeout * 1000);
		return errorResponseOf({ statusCode, headers, body });
	}
	const refuse = (mismatch: Mismatch, body = '') =>
		mismatchRefusal(errorResponseOf({ statusCode, headers, body }), mismatch);
	if (statusCode === PART) return refuse('part');
	const { expected, isByHost, type, ...named } = arriving(file, headers);
	const { size } = file;
	const stream = streamOf(answer.body);
	const arrival = await arrivalOf(stream, type);
	const mismatch = mismatchOf({ expected, isByHost, size }, arrival);
	if (mismatch !== undefined && !(mismatch === 'nothing' && size === 0)) {
		const isQuotable = mismatch === 'error' && isText(arrival.bytes);
		return refuse(mismatch, isQuotable ? textOf(arrival.bytes) : '');
	}
	const { value, bytes } = await keep(withBeginning(stream, arrival), named);
	if (size && bytes !== undefined && bytes !== size && hasExactSize(expected)) {
		return sizeRefusal(errorResponseOf({ statusCode, headers, body: '' }), bytes, size);
	}
	return { kind: 'success', body: value };
}

const MOST_BYTES_OF_ERROR = 64 * 1024;

/** What an answer begins with; of text so much that an error is there whole. */
async function arrivalOf(stream: FileStream, type: string | undefined): Promise<Arrival> {
	const first = await readUpTo(stream, TELLING_BYTES);
	if (first.isWhole || !isText(first.bytes)) return { ...first, type };
	const { bytes, isWhole } = await readUpTo(stream, MOST_BYTES_OF_ERROR);
	return { bytes: Buffer.concat([first.bytes, bytes]), isWhole, type };
}
