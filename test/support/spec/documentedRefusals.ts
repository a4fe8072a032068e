import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Zoom's documents lie beside the repository, not in it.
const FOLDER = join(__dirname, '../../../../shared/zoom-spec');
const DOCUMENTS = [
	...['zoom-meeting.2026-08.json', 'zoom-users.2026-08.json', 'zoom-phone.2026-07.json'],
	...['zoom-canvas.2026-08.json', 'zoom-number-management.2026-07.json'],
	'zoom-legacy-combined.2022.json',
];

/** Whether Zoom's documents are at hand. */
export const hasDocuments = existsSync(FOLDER);

/** An error that Zoom documents for an endpoint. */
export interface DocumentedRefusal {
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly code: number;
	readonly message: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));

interface Row {
	readonly code: number;
	readonly message: string;
	readonly http: readonly string[];
	readonly ops: readonly string[];
}

function ofTable(): DocumentedRefusal[] {
	return (read('derived-error-codes.json') as Row[]).flatMap(({ code, message, http, ops }) =>
		ops.flatMap((operation) => {
			const [, method, path] = operation.split(' ');
			return http.map((status) => ({ method, path, status: Number(status), code, message }));
		}),
	);
}

interface Document {
	readonly paths: Record<string, Record<string, { responses?: Record<string, Response> }>>;
}

interface Response {
	readonly description?: string;
}

const ofDocument = ({ paths }: Document): DocumentedRefusal[] =>
	Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods).flatMap(([method, { responses = {} }]) =>
			Object.entries(responses).flatMap(([status, { description = '' }]) =>
				errorsIn(description).map((error) => ({
					method: method.toUpperCase(),
					path,
					status: Number(status),
					...error,
				})),
			),
		),
	);

const errorsIn = (description: string) =>
	[...description.matchAll(/\*\*Error Code:\*\* *`(\d+)`([^]*?)(?=\*\*Error Code|$)/g)].map(
		([, code, texts]) => ({ code: Number(code), message: texts }),
	);

/** Zoom lists what it may say under one code one below the other. */
const alternatives = (refusal: DocumentedRefusal): DocumentedRefusal[] =>
	refusal.message
		.split(/<br ?\/?>|\n|(?:^| )\* /)
		.map((text) => ({ ...refusal, message: text.replace(/\s+/g, ' ').trim() }))
		.filter(({ message }) => /\w/.test(message));

/** Every error in Zoom's documents, each once for each endpoint, as Zoom would say it of something that has IDs. */
export function documentedRefusals(ids: Readonly<Record<string, string>>): DocumentedRefusal[] {
	const all = [...ofTable(), ...DOCUMENTS.flatMap((file) => ofDocument(read(file) as Document))];
	const told = all
		.flatMap(alternatives)
		.map((refusal) => ({ ...refusal, message: asSaid(refusal.message, ids) }));
	const byText = new Map(told.map((refusal) => [JSON.stringify(refusal), refusal]));
	return [...byText.values()];
}

const asSaid = (text: string, ids: Readonly<Record<string, string>>) =>
	text.replace(/\{(\w*)[^{}]*\}|\$(\w+)/g, (_, braced?: string, dollar?: string) => {
		const name = (braced ?? dollar ?? '').toLowerCase();
		const kind = Object.keys(ids).find((entry) => name.includes(entry));
		return kind === undefined ? 'abc123' : ids[kind];
	});
