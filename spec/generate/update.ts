import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Endpoint } from '../facts';
import { hashOf } from '../hash';
import { Documents } from './documents';
import { endpointFacts } from './endpoints';
import { eventFacts, eventSamples } from './events';

const folder = resolve(__dirname, '..');

/** What is made of a folder with Zoom's documents: the text of each file, by its path in spec/. */
export function generate(documents: Documents): Record<string, string> {
	const endpoints = endpointFacts(documents);
	const events = eventFacts(documents);
	const products = [...new Set(endpoints.map(({ product }) => product))].sort();
	return {
		VERSION: versions(documents),
		...Object.fromEntries(
			products.map((product) => [
				`endpoints/${product}.json`,
				list(endpoints.filter((entry) => entry.product === product)),
			]),
		),
		'events.json': list(events),
		'eventSamples.json': record(eventSamples(documents)),
		'summaryHashes.json': list(summaryHashes(documents)),
	};
}

/** So that none of Zoom's sentences gets among ours: what it calls its endpoints, where that is one. */
const summaryHashes = ({ endpoints }: Documents): string[] => {
	const long = endpoints.map(({ summary }) => summary).filter((text) => text.split(' ').length > 6);
	return long.map(hashOf).sort();
};

/** Of each file: its name, which says of which month it is, the latest day that is known, the beginning of its hash. */
function versions(documents: Documents): string {
	const days = daysOf(documents);
	const lines = [...documents.hashes].map(([file, hash]) =>
		[file, days.get(file), hash].filter(Boolean).join(' '),
	);
	return `${lines.join('\n')}\n`;
}

/** The days of documents, as the lists of endpoints and events say them. */
function daysOf(documents: Documents): Map<string, string> {
	const sources = new Map([
		...documents.endpoints.map(
			({ method, path, source }) => [`${method} ${path}`, source] as const,
		),
		...documents.events.map(({ event, source }) => [event, source] as const),
	]);
	const contents = [
		...documents.current.map(({ name, paths }) => [name, namesIn(paths)] as const),
		...documents.webhooks.map(({ name, webhooks }) => [name, Object.keys(webhooks)] as const),
	];
	return new Map(
		contents.flatMap(([name, entries]) => {
			const found = entries.map((entry) => /\d{4}-\d\d-\d\d/.exec(sources.get(entry) ?? '')?.[0]);
			const last = found
				.filter((day) => day !== undefined)
				.sort()
				.pop();
			return last === undefined ? [] : [[`${name}.json`, last] as const];
		}),
	);
}

const namesIn = (paths: Readonly<Record<string, object>>) =>
	Object.entries(paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
	);

// One entry a line, so that a change shows in what it is about.
const list = (entries: readonly (Endpoint | object | string)[]) =>
	`[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
const record = (entries: Readonly<Record<string, string>>) =>
	`{\n${Object.entries(entries)
		.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
		.join(',\n')}\n}\n`;

function update(from: string): void {
	const files = generate(new Documents(resolve(from)));
	rmSync(join(folder, 'endpoints'), { recursive: true, force: true });
	for (const [name, text] of Object.entries(files)) {
		const file = join(folder, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		process.stdout.write(`${name}: ${(text.length / 1024).toFixed(0)} KB\n`);
	}
}

if (require.main === module) {
	const [, , from] = process.argv;
	if (from) update(from);
	else {
		process.stderr.write(
			"Name the folder with Zoom's documents: npm run spec:update -- <folder>\n",
		);
		process.exitCode = 1;
	}
}
