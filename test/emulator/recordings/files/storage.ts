import type { EmulatorContext } from '../../core/context';
import type { Answer } from '../../core/http/answers';
import { slice } from '../../core/http/content';
import type { RecordedRequest } from '../../core/http/requests';
import { secret } from '../../core/identifiers';
import { fileKinds } from '../kinds';
import { allFiles } from '../library';
import type { RecordingFile } from '../records';
import { contentOf } from './content';
import { fileName } from './links';

const linkLife = 3_600_000;

/** A link to a file on the other origin, which opens it for an hour without a token. */
export function signedUrl(context: EmulatorContext, file: RecordingFile): string {
	const day = file.recording_start.slice(0, 10).replaceAll('-', '/');
	const name = fileName(file);
	const query = new URLSearchParams({
		'response-content-type': fileKinds[file.file_type].mediaType,
		'response-content-disposition': `attachment; filename=${name}`,
		Signature: context.passes.issue(secret(48), file.id, linkLife),
		'Key-Pair-Id': 'DESKKEYPAIR000000000',
	});
	return `${context.filesUrl}/replay/${day}/${file.id.toUpperCase()}/${name}?${query.toString()}`;
}

/** Answers a call to the origin of the files, where the signature is all that counts. */
export function storedFile(
	context: EmulatorContext,
	{ method, headers, query }: RecordedRequest,
): Answer {
	const id = context.passes.opened(String(query.Signature));
	const file = context.store.recordings
		.find()
		.flatMap(allFiles)
		.find((entry) => entry.id === id);
	// A link that is signed already is refused when a bearer comes with it.
	if (method !== 'GET' || !file || headers.authorization !== undefined) return denied;
	const whole = {
		status: 200,
		headers: {
			'content-type': String(query['response-content-type']),
			'content-disposition': String(query['response-content-disposition']),
			'accept-ranges': 'bytes',
			etag: `"${file.id}"`,
		},
		content: contentOf(file),
	};
	return headers.range === undefined ? whole : partOf(whole, headers.range);
}

function partOf(whole: Required<Omit<Answer, 'body'>>, range: string): Answer {
	const { size } = whole.content;
	const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
	// What is no single range is answered whole, as HTTP allows.
	if (!first && !last) return whole;
	const start = first ? Number(first) : Math.max(0, size - Number(last));
	const end = first && last ? Math.min(size, Number(last) + 1) : size;
	if (start >= end)
		return { status: 416, headers: { 'content-range': `bytes */${size}` }, body: '' };
	return {
		status: 206,
		headers: { ...whole.headers, 'content-range': `bytes ${start}-${end - 1}/${size}` },
		content: slice(whole.content, start, end),
	};
}

const denied: Answer = {
	status: 403,
	headers: { 'content-type': 'application/xml' },
	body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access denied</Message></Error>',
};
