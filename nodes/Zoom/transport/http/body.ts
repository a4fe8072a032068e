import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { clock } from '../sync/clock';
import { settle } from '../sync/settle';

/** A file on its way, or all of it. */
export type FileStream = Parameters<IExecuteFunctions['helpers']['binaryToBuffer']>[0];

type Body = IN8nHttpFullResponse['body'];
/** A body on its way. */
export type Stream = Exclude<FileStream, Buffer>;

/** What an answer begins with. */
export interface Beginning {
	readonly bytes: Buffer;
	readonly isWhole: boolean;
}

/** Whether a body is still on its way. */
export const isStream = (body: Body): body is Stream =>
	typeof body === 'object' && body !== null && 'iterator' in body && 'unshift' in body;

/** The body of an answer as one that can be read; n8n hands over a stream, and tests of workflows may not. */
export function streamOf(body: Body): FileStream {
	if (isStream(body)) return body;
	if (Buffer.isBuffer(body)) return body;
	return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body ?? ''));
}

/** Lets go of what nobody reads: as long as a body waits to be read, its connection stays. */
export function discard(body: Body): void {
	if (isStream(body)) body.destroy();
}

/** Reads until there are so many bytes, or the end. */
export async function readUpTo(stream: FileStream, most: number): Promise<Beginning> {
	if (Buffer.isBuffer(stream)) return { bytes: stream, isWhole: true };
	const chunks: Buffer[] = [];
	const isWhole = await collect(stream, most, chunks);
	return { bytes: Buffer.concat(chunks), isWhole };
}

/** What comes of a stream whose beginning was read: all of it again. */
export function withBeginning(stream: FileStream, { bytes, isWhole }: Beginning): FileStream {
	if (isWhole || Buffer.isBuffer(stream)) return bytes;
	stream.unshift(bytes);
	return stream;
}

async function collect(stream: Stream, most: number, chunks: Buffer[]): Promise<boolean> {
	let length = 0;
	// The end of an iterator is not that of the stream.
	for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
		chunks.push(chunk);
		length += chunk.length;
		if (length >= most) return false;
	}
	return true;
}

const MOST_BYTES_OF_ERROR = 64 * 1024;

/** What an error says, as far as it comes in time; whatever else there is of it is let go. */
export async function textOfError(body: Body, milliseconds: number): Promise<string> {
	const stream = streamOf(body);
	if (Buffer.isBuffer(stream)) return textOf(stream.subarray(0, MOST_BYTES_OF_ERROR));
	const chunks: Buffer[] = [];
	const done = new AbortController();
	await Promise.race([
		settle(collect(stream, MOST_BYTES_OF_ERROR, chunks)),
		settle(clock.alarm(milliseconds, done.signal)),
	]);
	done.abort();
	stream.destroy();
	return textOf(Buffer.concat(chunks).subarray(0, MOST_BYTES_OF_ERROR));
}

/** Bytes as text, in UTF-16 where they say so, else in UTF-8. */
export function textOf(bytes: Buffer): string {
	const mark = bytes.toString('hex', 0, 2);
	const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
	return new TextDecoder(encoding).decode(bytes);
}

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES_OF_TEXT = 64;

/** All of a file of text. */
export async function wholeText(stream: FileStream): Promise<string> {
	const { bytes, isWhole } = await readUpTo(stream, MOST_MEGABYTES_OF_TEXT * MEGABYTE);
	if (isWhole) return textOf(bytes);
	throw new UserError(`it is more than ${MOST_MEGABYTES_OF_TEXT} MB of text.`);
}
