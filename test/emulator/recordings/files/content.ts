import type { Content } from '../../core/http/content';
import { held } from '../../core/http/content';
import type { RecordingFile } from '../records';

const chunk = 65_536;

/** Bytes without sense, which repeat; twice as long as a chunk, so that one can begin anywhere. */
const noise = Buffer.from(Array.from({ length: chunk * 2 }, (_, at) => ((at % chunk) * 31) & 255));

/** The box every MPEG-4 file begins with, by which programs tell what it is. */
const heads: Record<string, Buffer> = {
	MP4: Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1'),
	M4A: Buffer.from('\0\0\0\x18ftypM4A \0\0\x02\0M4A isom', 'latin1'),
};

/** What a file holds: its text, or bytes made up while they are read. */
export function contentOf(file: RecordingFile): Content {
	if (file.text !== undefined) return held(Buffer.from(file.text));
	const head = heads[file.file_type];
	return {
		size: file.file_size,
		*chunks(from, to) {
			if (from < Math.min(head.length, to)) yield head.subarray(from, to);
			for (let at = Math.max(from, head.length); at < to; at += chunk)
				yield noise.subarray(at % chunk, (at % chunk) + Math.min(chunk, to - at));
		},
	};
}
