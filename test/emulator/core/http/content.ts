/** Bytes of a known number, held or made up while they are sent. */
export interface Content {
	size: number;
	chunks(from: number, to: number): Iterable<Buffer>;
}

/** Bytes that are all there. */
export function held(bytes: Buffer): Content {
	return {
		size: bytes.length,
		*chunks(from, to) {
			if (from < to) yield bytes.subarray(from, to);
		},
	};
}

/** A part of a content, as a range asks for it. */
export function slice(content: Content, start: number, end: number): Content {
	return {
		size: end - start,
		chunks: (from, to) => content.chunks(start + from, start + to),
	};
}
