import { readEndpoints } from '../../../spec/read';

/** An error that Zoom documents for an endpoint. */
export interface DocumentedRefusal {
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly code: number;
	readonly message: string;
}

/** Every error that Zoom documents with a code, each once for each endpoint, said of something that has IDs. */
export function documentedRefusals(ids: Readonly<Record<string, string>>): DocumentedRefusal[] {
	return readEndpoints().flatMap(({ method, path, refusals = [] }) =>
		refusals.flatMap(([status, code, words]) =>
			code === null ? [] : [{ method, path, status, code, message: asSaid(words, ids) }],
		),
	);
}

/** A text with IDs for the names of IDs in it. */
export const asSaid = (text: string, ids: Readonly<Record<string, string>>): string =>
	text.replace(/\{(\w*)[^{}]*\}|\$(\w+)/g, (_, braced?: string, dollar?: string) => {
		const name = (braced ?? dollar ?? '').toLowerCase();
		const kind = Object.keys(ids).find((entry) => name.includes(entry));
		return kind === undefined ? 'abc123' : ids[kind];
	});
