import type { Refusal } from '../facts';
import type { ApiDocument, Documents, ErrorRow } from './documents';
import { wordsOf } from './vocabulary';

/** An error as a document has it, with Zoom's text. */
export interface DocumentedRefusal {
	readonly endpoint: string;
	readonly status: number;
	readonly code: number | null;
	readonly text: string;
}

/** The errors in all documents, each text by itself, each once for each endpoint. */
export function documentedRefusals(documents: Documents): DocumentedRefusal[] {
	const all = [
		...refusalsOf(documents.errors),
		...[...documents.current, documents.old].flatMap(refusalsIn),
	];
	return [...new Map(all.map((refusal) => [JSON.stringify(refusal), refusal])).values()];
}

/** The errors in a document. */
const refusalsIn = ({ paths }: ApiDocument): DocumentedRefusal[] =>
	Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods).flatMap(([method, { responses = {} }]) =>
			Object.entries(responses).flatMap(([status, { description = '' }]) => {
				const endpoint = `${method.toUpperCase()} ${path}`;
				return errorsIn(description)
					.filter(({ code }) => code !== null || status === '429')
					.flatMap((error) => alternatives({ endpoint, status: Number(status), ...error }));
			}),
		),
	);

/** A status's description begins with what is said of it as a whole; each code has its texts behind it. */
function errorsIn(description: string): { code: number | null; text: string }[] {
	const [whole, ...parts] = description.split(/\*\*Error Code:\*\* */);
	const errors = parts.map((part) => {
		const [, code, text] = /^`(\d+)`([^]*)$/.exec(part) ?? [undefined, undefined, part];
		return { code: code === undefined ? null : Number(code), text };
	});
	return [{ code: null, text: whole.replace(/\*\*HTTP[^\n<]*/g, '') }, ...errors];
}

/** The errors of the list. */
const refusalsOf = (rows: readonly ErrorRow[]): DocumentedRefusal[] =>
	rows.flatMap(({ code, message, http, ops }) =>
		ops.flatMap((name) => {
			const [, method, path] = name.split(' ');
			return http.flatMap((status) =>
				alternatives({
					endpoint: `${method} ${path}`,
					status: Number(status),
					code,
					text: message,
				}),
			);
		}),
	);

/** Zoom lists what it may say under one code one below the other. */
const alternatives = (refusal: DocumentedRefusal): DocumentedRefusal[] =>
	refusal.text
		.split(/<br ?\/?>|\n|(?:^| )\* /)
		.map((text) => ({ ...refusal, text: text.replace(/\s+/g, ' ').trim() }))
		.filter(({ text }) => /\w/.test(text));

/** What is kept of refusals, each once for each endpoint. */
export function refusalFacts(all: readonly DocumentedRefusal[]): Map<string, Refusal[]> {
	const byEndpoint = new Map<string, Map<string, Refusal>>();
	for (const { endpoint, status, code, text } of all) {
		const refusal: Refusal = [status, code, wordsOf(text)];
		const known = byEndpoint.get(endpoint) ?? new Map<string, Refusal>();
		byEndpoint.set(endpoint, known.set(JSON.stringify(refusal), refusal));
	}
	const sorted = (refusals: Map<string, Refusal>) =>
		[...refusals.values()].sort((a, b) => compare(a, b));
	return new Map([...byEndpoint].map(([endpoint, refusals]) => [endpoint, sorted(refusals)]));
}

const compare = (a: Refusal, b: Refusal) =>
	a[0] - b[0] || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] < b[2] ? -1 : 1);
