import type { ServerResponse } from 'node:http';
import type { Answer } from './answers';

/** Sends an answer whole. */
export function send(response: ServerResponse, answer: Answer): void {
	const bytes = bytesOf(answer);
	response.writeHead(answer.status, headersOf(answer, bytes.length));
	response.end(bytes);
}

/** Sends the head and half of the body, and leaves the connection open for good. */
export function sendHalf(response: ServerResponse, answer: Answer, then?: () => void): void {
	const bytes = bytesOf(answer);
	// Without a body there is nothing to stop in the middle of, so the head promises one.
	const promised = bytes.length || 64;
	response.writeHead(bytes.length ? answer.status : 200, headersOf(answer, promised));
	response.flushHeaders();
	response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => then?.());
	if (!bytes.length) then?.();
}

/** Sends half of the body of a longer one and closes the connection. */
export function sendTruncated(response: ServerResponse, answer: Answer): void {
	sendHalf(response, answer, () => setImmediate(() => response.destroy()));
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

function bytesOf({ status, body }: Answer): Buffer {
	if (status === 204 || body === undefined) return Buffer.alloc(0);
	return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function headersOf({ status, headers, body }: Answer, length: number): Record<string, string> {
	const json = body !== undefined && typeof body !== 'string';
	return {
		...(json && { 'content-type': 'application/json;charset=UTF-8' }),
		...(status !== 204 && { 'content-length': String(length) }),
		...headers,
	};
}
