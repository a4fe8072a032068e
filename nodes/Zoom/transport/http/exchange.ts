import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { parsedJson } from '../../json/json';
import type { Failed } from '../response/outcome';
import { clock } from '../sync/clock';
import { settle } from '../sync/settle';
import type { Stream } from './body';
import { isStream } from './body';

/** One of n8n's ways to send a request, which may sign it; the signal ends it. */
export type Send = (request: IHttpRequestOptions, signal: AbortSignal) => Promise<unknown>;

/** Zoom's answer, whatever its status, or what became of a call without one. */
export type Reply = IN8nHttpFullResponse | Failed;

/** How long an answer is waited for. */
export interface Patience {
	/** Milliseconds in which nothing comes, neither the head of an answer nor more of its body. */
	readonly silence: number;
	/** Ends the exchange, with whatever else belongs to it. */
	readonly signal: AbortSignal;
}

const MEBIBYTE = 1024 * 1024;

/** The most that is taken of an answer of the API; what Zoom answers is a few hundred KiB at most. */
export const MOST_MEBIBYTES = 64;
export const MOST_OF_ANSWER = MOST_MEBIBYTES * MEBIBYTE;
/** The most that is taken of an answer with a token. */
export const MOST_OF_TOKEN = MEBIBYTE;
/** The most that is taken of an error; of a longer one it is the beginning. */
const MOST_OF_ERROR = MEBIBYTE;

/**
 * Sends a request as all of them are sent, until the head of its answer has come. The caller has to read the body or
 * to destroy it: until then its connection stays.
 */
export async function openAnswer(
	send: Send,
	request: IHttpRequestOptions,
	{ silence, signal }: Patience,
): Promise<Reply> {
	const options: IHttpRequestOptions = {
		...request,
		encoding: 'stream',
		timeout: silence,
		returnFullResponse: true,
		// Of an error that n8n throws the body stays open.
		ignoreHttpStatusErrors: true,
		// Zoom sends files on to its storage, which has no business with the token.
		sendCredentialsOnCrossOriginRedirect: false,
		// n8n would hand the client secret on to wherever a redirect leads.
		...(request.auth && { disableFollowRedirect: true }),
		abortSignal: signal,
	};
	return (await send(options, signal)) as Reply;
}

/**
 * Sends a request and takes in its answer, but no more of it than `most` bytes, unpacked. The body is what n8n makes of
 * one: what its JSON says, or else its text.
 */
export async function wholeAnswer(
	send: Send,
	request: IHttpRequestOptions,
	{ most, silence, signal }: Patience & { readonly most: number },
): Promise<Reply> {
	const end = new AbortController();
	const own = AbortSignal.any([signal, end.signal]);
	const answer = await openAnswer(send, request, { silence, signal: own });
	// What was taken in on the way here, or comes from a test server, is whole.
	if ('kind' in answer || !isStream(answer.body)) return answer;
	const isOk = answer.statusCode >= 200 && answer.statusCode < 300;
	const taken = await takeIn(answer.body, isOk ? most : MOST_OF_ERROR, silence);
	if (taken.end !== 'whole') end.abort();
	signal.throwIfAborted();
	if (taken.end === 'whole' || !isOk) return { ...answer, body: contentOf(taken) };
	return { kind: 'noResponse', how: taken.end };
}

/** What came of a body, and why there is no more of it. */
interface Taken {
	readonly chunks: readonly Buffer[];
	readonly end: 'whole' | 'tooLarge' | 'broken';
}

async function takeIn(stream: Stream, most: number, silence: number): Promise<Taken> {
	const chunks: Buffer[] = [];
	let [length, heardAt] = [0, clock.elapsed()];
	const done = new AbortController();
	const read = async () => {
		for await (const chunk of stream as AsyncIterable<Buffer>) {
			length += chunk.length;
			if (length > most) return 'tooLarge';
			chunks.push(chunk);
			heardAt = clock.elapsed();
		}
		return 'whole';
	};
	const listen = async () => {
		for (let left = silence; left > 0; left = heardAt + silence - clock.elapsed()) {
			await clock.alarm(Math.ceil(left), done.signal);
		}
		return 'broken' as const;
	};
	const end = await settle(Promise.race([read(), listen()]));
	done.abort();
	return { chunks, end: end.status === 'fulfilled' ? end.value : 'broken' };
}

/** A body as n8n hands one over that it took in itself; nothing of an error that broke off, which nobody can quote. */
function contentOf({ chunks, end }: Taken): IN8nHttpFullResponse['body'] {
	if (end === 'broken') return '';
	const text = Buffer.concat(chunks)
		.toString()
		.replace(/^\ufeff/, '');
	if (text === '') return text;
	const json = parsedJson(text);
	return json === undefined ? text : (json as IN8nHttpFullResponse['body']);
}
