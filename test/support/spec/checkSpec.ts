import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RestOperation } from '../../../nodes/Zoom/registry/types';
import { limitKind } from '../../../nodes/Zoom/transport/response/throttling';
import { Documents } from '../../../spec/generate/documents';
import type { DocumentedRefusal } from '../../../spec/generate/refusals';
import { documentedRefusals } from '../../../spec/generate/refusals';
import { generate } from '../../../spec/generate/update';
import { wordsOf } from '../../../spec/generate/vocabulary';
import { endpointName, readOperations } from '../../../spec/read';
import { asSaid } from './documentedRefusals';
import { IDS, operationsOf, problemsOf, tellingOf } from './refusalTellings';

// Holds spec/ against the documents it was made from, and what is told of Zoom's errors against their whole texts.

const folder = join(__dirname, '../../../spec');

/** The files of spec/ that the documents would make anew. */
const outdated = (documents: Documents): string[] =>
	Object.entries(generate(documents))
		.filter(([name, text]) => readFileSync(join(folder, name), 'utf8') !== text)
		.map(([name]) => `spec/${name} is not what these documents say`);

/** Operations of the documents that the node has not, or with another endpoint. */
const missing = (documents: Documents): string[] =>
	documents.operations
		.map((row) => [`${row.resource}.${row.operation}`, endpointName(row)])
		.filter(([name, of]) => readOperations()[name] !== of)
		.map(([name, of]) => `spec/operations.json has no ${name} with ${of}`);

const operations = new Map<string, Promise<RestOperation[]>>();
function operationsAt(endpoint: string): Promise<RestOperation[]> {
	const [method, path] = endpoint.split(' ');
	const found = operations.get(endpoint) ?? operationsOf(method, path);
	operations.set(endpoint, found);
	return found;
}

/** What is wrong with what is told of an error, or differs from what is told of the words that spec/ keeps of it. */
async function problemsIn({ endpoint, status, code, text }: DocumentedRefusal): Promise<string[]> {
	const [method, path] = endpoint.split(' ');
	const [whole, words] = [text, wordsOf(text)].map((message) => asSaid(message, IDS));
	const kinds = [whole, words].map((message) => limitKind({ message, headers: {} }, 0));
	const told = status === 429 && kinds[0] !== kinds[1] ? [`a limit of another kind`] : [];
	if (code === null) return told;
	const refusal = { method, path, status, code };
	for (const operation of await operationsAt(endpoint)) {
		told.push(...problemsOf(operation, { ...refusal, message: whole }));
		const [own, ofWords] = [whole, words].map((message) =>
			ownWords(operation, { ...refusal, message }),
		);
		if (own !== ofWords) told.push(`${own} is not ${ofWords}`);
	}
	return told;
}

/** What is told but the quote, which is cut short where it is long. */
function ownWords(...[operation, refusal]: Parameters<typeof tellingOf>): string {
	const { own } = tellingOf(operation, refusal);
	return own.split(refusal.message.slice(0, 400))[0].toLowerCase().trim();
}

async function check(from: string): Promise<void> {
	const documents = new Documents(resolve(from));
	const refusals = documentedRefusals(documents);
	const problems = [...outdated(documents), ...missing(documents)];
	for (const refusal of refusals) {
		const found = await problemsIn(refusal);
		problems.push(...found.map((problem) => `${problem}: ${refusal.endpoint} ${refusal.text}`));
	}
	const lines = [...new Set(problems), `${refusals.length} errors, ${problems.length} problems`];
	process.stdout.write(`${lines.join('\n')}\n`);
	process.exitCode = problems.length > 0 ? 1 : 0;
}

const [, , from] = process.argv;
if (from) void check(from);
else {
	process.stderr.write("Name the folder with Zoom's documents: npm run spec:check -- <folder>\n");
	process.exitCode = 1;
}
