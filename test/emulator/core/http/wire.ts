import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { pipeline } from 'node:stream/promises';
import { constants, deflateRawSync } from 'node:zlib';
import type { Answer } from './answers';
import type { Content } from './content';
import { held } from './content';

/** Sends an answer whole. */
export function send(response: ServerResponse, answer: Answer): void {
	const content = contentOf(answer);
	response.writeHead(answer.status, headersOf(answer, content.size));
	void pour(response, content, content.size, true);
}

/** Sends the head and half of the body, and leaves the connection open for good. */
export function sendHalf(response: ServerResponse, answer: Answer, then?: () => void): void {
	const content = contentOf(answer);
	// Without a body there is nothing to stop in the middle of, so the head promises one.
	const promised = content.size || 64;
	response.writeHead(content.size ? answer.status : 200, headersOf(answer, promised));
	response.flushHeaders();
	void pour(response, content, Math.floor(content.size / 2), false).then(then);
}

/** Sends half of the body of a longer one and closes the connection. */
export function sendTruncated(response: ServerResponse, answer: Answer): void {
	sendHalf(response, answer, () => setImmediate(() => response.destroy()));
}

const GZIP_HEAD = Buffer.from('1f8b08000000000000ff', 'hex');

/**
 * Sends a body that goes on at the pace at which the caller reads it, until the caller hangs up; packed, a few bytes of it
 * make a megabyte.
 */
export function sendEndless(response: ServerResponse, status: number, isPacked: boolean): void {
	const line = Buffer.from('Not found. '.repeat(isPacked ? 100_000 : 6000));
	response.writeHead(status, {
		'content-type': 'text/plain',
		...(isPacked && { 'content-encoding': 'gzip' }),
	});
	const part = isPacked ? deflateRawSync(line, { finishFlush: constants.Z_FULL_FLUSH }) : line;
	const content: Content = {
		size: Infinity,
		*chunks() {
			if (isPacked) yield GZIP_HEAD;
			for (;;) yield part;
		},
	};
	void pour(response, content, Infinity, true);
}

/** Sends a body byte by byte, until the caller hangs up. */
export async function sendDripping(
	response: ServerResponse,
	answer: Answer,
	milliseconds: number,
): Promise<void> {
	const content = contentOf(answer);
	response.writeHead(answer.status, headersOf(answer, content.size));
	response.flushHeaders();
	for (const byte of bytesOf(answer)) {
		await sleep(milliseconds, undefined, { ref: false });
		if (response.destroyed) return;
		response.write(Buffer.of(byte));
	}
	response.end();
}

/** Sends 200 with the first half of the answer's JSON as if it were all. */
export function sendMalformed(response: ServerResponse, answer: Answer): void {
	const text = bytesOf(answer).toString() || '{"code":0}';
	send(response, {
		status: 200,
		headers: { 'content-type': 'application/json;charset=UTF-8', ...answer.headers },
		body: text.slice(0, Math.ceil(text.length / 2)),
	});
}

/** Sends the first bytes of a content at the pace at which the caller reads them. */
async function pour(
	response: ServerResponse,
	content: Content,
	length: number,
	end: boolean,
): Promise<void> {
	try {
		await pipeline(Readable.from(content.chunks(0, length)), response, { end });
	} catch {
		// The caller hung up, which is its own affair.
	}
}

function contentOf(answer: Answer): Content {
	return answer.content ?? held(bytesOf(answer));
}

function bytesOf({ status, body }: Answer): Buffer {
	if (status === 204 || body === undefined) return Buffer.alloc(0);
	return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function headersOf({ status, headers, body }: Answer, length: number): Record<string, string> {
	const json = body !== undefined && typeof body !== 'string';
	const chunked = headers?.['transfer-encoding'] !== undefined;
	return {
		...(json && { 'content-type': 'application/json;charset=UTF-8' }),
		...(status !== 204 && !chunked && { 'content-length': String(length) }),
		...headers,
	};
}
