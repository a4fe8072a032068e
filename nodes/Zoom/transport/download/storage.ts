import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { BaseError } from 'n8n-workflow';

import type { FileStream } from '../http/body';
import { discard, readUpTo } from '../http/body';
import { redact } from '../redaction/redact';
import type { NamedFile } from './namedFile';

/** What was made of a file. */
export interface Kept<T> {
	readonly value: T;
	/** How large the file was, where that is known. */
	readonly bytes?: number;
}

/** Takes in a whole file; what it throws counts as a file that broke off, unless n8n could not keep it. */
export type Keep<T> = (stream: FileStream, file: NamedFile) => Promise<Kept<T>>;

/** Keeps files in n8n's storage. */
export const storeIn =
	({ helpers }: IExecuteFunctions): Keep<IBinaryData> =>
	async (stream, { fileName, mimeType }) => {
		const value = await helpers.prepareBinaryData(stream, fileName, mimeType);
		return { value, bytes: value.bytes };
	};

/** A file in n8n's storage: its size, and its content unless it has more bytes than `most`, which are not read. */
export async function readBinary(
	{ helpers }: IExecuteFunctions,
	{ id, data }: IBinaryData,
	most: number,
): Promise<{ readonly size: number; readonly content?: Buffer }> {
	if (id === undefined) {
		const size = Buffer.byteLength(data, 'base64');
		return size > most ? { size } : { size, content: Buffer.from(data, 'base64') };
	}
	const { fileSize } = await helpers.getBinaryMetadata(id);
	if (fileSize > most) return { size: fileSize };
	// What is stored may have grown since its size was noted.
	const stream = await helpers.getBinaryStream(id);
	const { bytes } = await readUpTo(stream, most + 1);
	discard(stream);
	return bytes.length > most ? { size: bytes.length } : { size: bytes.length, content: bytes };
}

const NO_ROOM: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const FILE_SYSTEM = /^E(?:ACCES|IO|ISDIR|MFILE|NAMETOOLONG|NFILE|NOENT|NOTDIR|PERM|ROFS)$/;

/**
 * Why n8n could not keep a file, so that fetching it again is of no use; undefined when the fault is not n8n's, which
 * means that the file did not come whole.
 */
export function storageProblem(error: unknown): string | undefined {
	const { code = '', message = '' }: { code?: string; message?: string } = Object(error);
	if (NO_ROOM.includes(code)) return 'n8n has no storage space left for the file.';
	if (FILE_SYSTEM.test(code)) return `n8n could not store the file (${code}).`;
	return error instanceof BaseError
		? `n8n could not store the file: ${redact(message)}`
		: undefined;
}
