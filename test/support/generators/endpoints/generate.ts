import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { EndpointFacts } from '../../../../nodes/Zoom/registry/endpoint';
import { WITH_OWN_KEYS } from '../../../../nodes/Zoom/resources/api/address';
import type { Parameter } from '../../../../nodes/Zoom/resources/api/endpoints';
import type { Endpoint as Row } from '../../../../spec/facts';
import { listKeyOf } from '../../../../spec/lists';
import { endpointName, readEndpoints } from '../../../../spec/read';
import { isCurrent, isUpload, listsOf, parametersOf } from './parameters';
import { titleOf } from './titles';

// Zoom takes these files at file.zoom.us and fileapi.zoom.us, not where its API is.
const OTHER_HOSTS = [
	'POST /chat/emoji/files',
	'POST /chat/users/{userId}/files',
	'POST /chat/users/{userId}/messages/files',
	'POST /zoom_events/files',
	'POST /zoom_events/files/multipart',
	'POST /zoom_events/files/multipart/upload',
];

/** Where what is made goes. */
export const folder = resolve(__dirname, '../../../../nodes/Zoom');

/** All of Zoom's endpoints that an OAuth token can call. */
export const readRows = (): Row[] =>
	readEndpoints().filter(({ path }) => !WITH_OWN_KEYS.has(path.split('/')[1]));

/** What is made: the text of each file, by its path in the folder. */
export function generate(): Record<string, string> {
	const all = readRows();
	const current = all.filter(isCurrent);
	const oldLists = deprecatedListsOf(current);
	const uploads = new Set([...OTHER_HOSTS, ...all.filter(isUpload).map(endpointName)]);
	const products = [...new Set(all.map(({ product }) => product))].sort();
	// In the order of spec/: by path and method.
	const rowsOf = (product: string) => all.filter((row) => row.product === product);
	const parameters = products.flatMap((product) => {
		const found = rowsOf(product).flatMap((row) => {
			const list = parametersOf(row);
			return list.length > 0 ? [[endpointName(row), list] as const] : [];
		});
		return found.length > 0
			? [[`resources/api/parameters/${product}.generated.json`, lines(found)] as const]
			: [];
	});
	const table = products.flatMap(rowsOf).map((row) => {
		const name = endpointName(row);
		const facts: EndpointFacts = {
			...factsOf(row, uploads.has(name)),
			deprecatedLists: oldLists.get(name),
		};
		return [name, facts] as const;
	});
	const used = namesInUse();
	return {
		'registry/endpointFacts.generated.json': lines(table.filter(([name]) => used.has(name))),
		'registry/endpoints.generated.json': lines(table),
		...Object.fromEntries(parameters),
	};
}

/** The endpoints that operations name, as they stand in the code: it cannot run before their facts are there. */
function namesInUse(): Set<string> {
	const call = /\b(?:listE|e)ndpoint\(\s*'([A-Z]+ [^']+)'/g;
	return new Set(
		readdirSync(join(folder, 'resources'), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => readFileSync(join(folder, 'resources', file), 'utf8'))
			.flatMap((text) => [...text.matchAll(call)].map(([, name]) => name)),
	);
}

const lines = (entries: (readonly [string, EndpointFacts | readonly Parameter[]])[]) =>
	`{\n${entries.map(([name, said]) => `${JSON.stringify(name)}:${JSON.stringify(said)}`).join(',\n')}\n}\n`;

const PAGING: Readonly<Record<string, EndpointFacts['paging']>> = {
	token: 'token',
	'token+page#': 'token',
	'page#': 'page',
	none: 'none',
};

const LABELS: Readonly<Record<string, EndpointFacts['rate']>> = {
	LIGHT: 'light',
	MEDIUM: 'medium',
	HEAVY: 'heavy',
	'RESOURCE-INTENSIVE': 'resourceIntensive',
};

/** Chatbots and event subscriptions are an app's own and nobody's in the account. */
const isByApp = ({ path, classicScopes }: Row) =>
	classicScopes.includes('imchat:bot') || path.startsWith('/marketplace/app/event_subscription');

// An app of one user is asked for the first kind, one of the account for the others.
const LEVELS = [/^(?!.*:(?:admin|master)$)/, /:admin$/, /:master$/];

/** Scopes in the order of how far they reach. */
const byReach = (scopes: readonly string[]) =>
	LEVELS.flatMap((level) => scopes.filter((scope) => level.test(scope)));

function factsOf(row: Row, upload: boolean): EndpointFacts {
	const isRead = row.method === 'GET' && row.pagination !== undefined;
	return {
		product: row.product,
		title: titleOf(row.method, row.path),
		scopes: byReach(row.granularScopes),
		classicScopes: byReach(row.classicScopes),
		...(row.rateLimitLabel && { rate: LABELS[row.rateLimitLabel] }),
		...(isRead && { paging: PAGING[row.pagination], listKey: row.listKey ?? listKeyOf(row) }),
		...(row.maxPageSize && { pageSize: row.maxPageSize }),
		...(row.deprecated && { deprecated: true }),
		...(isByApp(row) && { token: 'app' }),
		...(upload && { upload: true }),
	};
}

/** The lists by endpoint that Zoom calls deprecated there or elsewhere, where the answer has another besides. */
function deprecatedListsOf(documented: readonly Row[]): Map<string, string[]> {
	const lists = documented
		.filter(({ method }) => method === 'GET')
		.map((entry) => [endpointName(entry), listsOf(entry)] as const)
		.filter(([, found]) => found.length > 1);
	const old = new Set(
		lists.flatMap(([, found]) =>
			found.filter(({ deprecated }) => deprecated).map(({ name }) => name),
		),
	);
	return new Map(
		lists.flatMap(([name, found]) => {
			const names = found.map((list) => list.name).filter((list) => old.has(list));
			return names.length > 0 && names.length < found.length ? [[name, names] as const] : [];
		}),
	);
}

if (require.main === module) {
	for (const [name, text] of Object.entries(generate())) {
		const file = join(folder, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		process.stdout.write(`${name}: ${(text.length / 1024).toFixed(0)} KB\n`);
	}
}
