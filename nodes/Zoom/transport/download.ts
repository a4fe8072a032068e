import type { IExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { Download, RestOperation } from '../operation';
import { cancelSignal } from './aborted';
import type { CallSetting } from './attempts';
import { untilDone } from './attempts';
import { explainedForFile } from './fileRefusal';
import { downloadUrlProblem } from './hosts';
import { InputError } from '../inputError';
import type { Outcome } from './outcome';
import { outcomeOf, refusalOf } from './outcome';
import { storageProblem } from './storage';
import { outcomeOfError } from './thrown';

interface DownloadSetting extends CallSetting {
	readonly caller: IExecuteFunctions;
}

/** A file on its way. */
export type FileStream = IN8nHttpFullResponse['body'];

/** Takes in a whole file; what it throws counts as a file that broke off, unless n8n could not keep it. */
export type Keep<T> = (stream: FileStream, file: Download) => Promise<T>;

/** A file to fetch, and what becomes of it. */
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
export async function download<T>(
	setting: DownloadSetting,
	{ file, operation, keep, isApiCall }: Fetching<T>,
): Promise<T> {
	const problem = downloadUrlProblem(file.url, setting.connection.apiUrl);
	if (problem !== undefined) throw new InputError(problem);
	const request = { operation, method: 'GET', path: operation.path, query: {} } as const;
	return await untilDone(setting, {
		request,
		attempt: async (answered) => await attempt(setting, file, keep, answered),
		secrets: file.token === undefined ? [] : [file.token],
		takesToken: file.token === undefined,
		isUnlimited: !isApiCall,
	});
}

async function attempt<T>(
	setting: DownloadSetting,
	file: Download,
	keep: Keep<T>,
	answered?: () => void,
): Promise<Outcome<T>> {
	const hasToken = file.token !== undefined;
	const answer = await open(setting, file).catch((error: unknown) =>
		explainedForFile(outcomeOfError(error, file.url), hasToken),
	);
	if ('kind' in answer) return answer;
	answered?.();
	const [taken] = await Promise.allSettled([takeIn(setting, file, keep, answer)]);
	if (taken.status === 'fulfilled') {
		const outcome = taken.value;
		return outcome.kind === 'success' ? outcome : explainedForFile(outcome, hasToken);
	}
	const problem = storageProblem(taken.reason);
	return problem === undefined
		? { kind: 'loss', how: 'broken' }
		: { kind: 'notKept', message: problem };
}

/** What comes of an answer that begins to arrive; what it throws means that it did not arrive whole, or not get kept. */
async function takeIn<T>(
	{ caller }: DownloadSetting,
	file: Download,
	keep: Keep<T>,
	{ statusCode, headers, body }: IN8nHttpFullResponse,
): Promise<Outcome<T>> {
	if (isWebPage(headers, file)) return refusalOf({ statusCode, headers, body: '' });
	const text =
		statusCode >= 300 || isSmallJson(headers)
			? await caller.helpers.binaryToString(body as Buffer)
			: undefined;
	const content = text === undefined ? body : Buffer.from(text);
	if (text !== undefined) {
		const outcome = outcomeOf({ statusCode, headers, body: parsed(text) });
		if (outcome.kind === 'refusal') return outcome;
	}
	return { kind: 'success', body: await keep(content, named(file, headers)) };
}

async function open(
	{ caller, connection, options }: DownloadSetting,
	{ url, token }: Download,
): Promise<IN8nHttpFullResponse> {
	const request: IHttpRequestOptions = {
		method: 'GET',
		url,
		encoding: 'stream',
		timeout: options.timeout * 1000,
		returnFullResponse: true,
		// Zoom sends on to its storage, which has no business with the token.
		sendCredentialsOnCrossOriginRedirect: false,
		ignoreHttpStatusErrors: token === undefined ? { ignore: true, except: [401] } : true,
		// n8n sees to it where it signs the request itself.
		abortSignal: cancelSignal(caller),
		...(token !== undefined && { headers: { Authorization: `Bearer ${token}` } }),
	};
	const { httpRequest, httpRequestWithAuthentication } = caller.helpers;
	const answer: unknown =
		token === undefined
			? await httpRequestWithAuthentication.call(caller, connection.credentialType, request)
			: await httpRequest(request);
	return answer as IN8nHttpFullResponse;
}

// Where a link has expired, Zoom shows a page to sign in, with a status that says all is well.
const isWebPage = (headers: object, { mimeType }: Download) =>
	/^text\/html/i.test(header(headers, 'content-type')) && !/html/.test(mimeType ?? '');

const SMALL = 64 * 1024;

// With a status that says all is well Zoom may still answer an error, which must not be taken for the file.
const isSmallJson = (headers: object) =>
	/^application\/json/i.test(header(headers, 'content-type')) &&
	Number(header(headers, 'content-length') || SMALL) < SMALL;

/** A file with the name and type its host gives it, where it has none of its own. */
function named(file: Download, headers: object): Download {
	const disposition = header(headers, 'content-disposition');
	const [, encoded] = /filename\*=(?:utf-8|iso-8859-1)''([^;\s]+)/i.exec(disposition) ?? [];
	const [, plain] = /filename="?([^";]+)/i.exec(disposition) ?? [];
	const path = new URL(file.url).pathname;
	const [name] = /[^/\\]*$/.exec(decoded(encoded ?? plain ?? path)) ?? [];
	const [type] = header(headers, 'content-type').split(';');
	return { ...file, fileName: file.fileName ?? name, mimeType: file.mimeType ?? type };
}

const header = (headers: object, name: string) =>
	String((headers as Record<string, unknown>)[name] ?? '');

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
