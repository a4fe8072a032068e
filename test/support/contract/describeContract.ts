import type { RestOperation, Values, ZoomRequest } from '../../../nodes/Zoom/registry/types';
import { resources } from '../../../nodes/Zoom/resources';
import type { Endpoint } from '../../../spec/facts';
import { docsPage } from '../generators/operationDocs';
import type { Named } from '../registry/registry';
import {
	allWithin,
	choicesOf,
	isOfferedAsJson,
	messageOf,
	requestFrom,
	requestOf,
	valuesOf,
} from '../registry/registry';
import { changeInput, fullInput, loneInputs, TURNS } from '../registry/sampleInput';
import {
	isLeftOut,
	UNSUPPORTED_CHOICES,
	UNSUPPORTED_PARAMETERS,
} from '../spec/unsupportedParameters';
import type { CallSpec } from '../spec/zoomSpec';
import { filledBy, leavesOf, readCallSpec, readContract } from '../spec/zoomSpec';

/** Holds operations against what Zoom's documents say of their endpoints. */
export function describeContract(operations: Named<RestOperation>[]): void {
	describe("Zoom's contract", () => {
		describe.each(operations)('$name', describeOperation);
	});
}

function describeOperation({ name, resource, operation }: Named<RestOperation>): void {
	let row: Endpoint;
	let spec: CallSpec;
	// With all fields in every turn.
	let values: Values[];
	let requests: ZoomRequest[];
	let filled: Map<string, Set<string>>;
	beforeAll(() => {
		row = rowOf(name);
		spec = readCallSpec(`${row.method} ${row.path}`);
		values = Array.from({ length: TURNS }, (_, turn) => valuesOf(name, fullInput(operation, turn)));
		requests = values.map((of) => requestFrom(name, of));
		filled = placesOf(requests);
	});
	afterAll(() => {
		// They are large, and Jest keeps what is defined until the file ends.
		values = [];
		requests = [];
		filled = new Map();
	});

	test('is the row of the contract', () => expectRow(operation, row));

	test("leads to its place in Zoom's documentation", () => {
		const section = spec.tag.toLowerCase().replace(/&/g, '').replace(/ /g, '-');
		const page = docsPage(resources.find(({ value }) => value === resource)!, operation);
		expect(page).toMatch(new RegExp(`/#tag/${section}$`));
	});

	test('asks for no more than Zoom demands', () => {
		const request = requestOf(name, changeInput(operation));
		expect(spec.problemsOf(request)).toEqual([]);
	});

	test('sends what Zoom takes, whatever is chosen', () => {
		expect([...new Set(requests.flatMap((request) => spec.problemsOf(request)))]).toEqual([]);
	});

	test('sends what Zoom takes when one optional field is set, or refuses it', () => {
		const problems = loneInputs(operation).flatMap(({ path, parameters }) =>
			problemsOfLone(name, spec, parameters).map((problem) => `${path}: ${problem}`),
		);
		expect(problems).toEqual([]);
	});

	test('tries every field and every choice in these requests', () => {
		const given = new Set<string>();
		for (const of of values) note(of, name, given);
		expect(wantedOf(operation, name).filter((path) => !given.has(path))).toEqual([]);
	});

	test("offers every parameter of Zoom's, but for those named with a reason", () => {
		const missing = leavesOf(spec)
			.filter((leaf) => !isLeftOut(operation, leaf))
			.map(({ path }) => path)
			.filter((path) => !filled.has(path) && !isOfferedAsJson(operation, path));
		expect(missing.sort()).toEqual(Object.keys(UNSUPPORTED_PARAMETERS[name] ?? {}).sort());
	});

	test("offers every choice of Zoom's but no text at all, and what no number can hold", () => {
		const missing = leavesOf(spec)
			.filter((leaf) => !isLeftOut(operation, leaf))
			.filter(
				({ path }) => !UNSUPPORTED_PARAMETERS[name]?.[path] && !isOfferedAsJson(operation, path),
			)
			.flatMap(({ path, choices }) =>
				choices
					.filter((choice) =>
						typeof choice === 'string' ? choice !== '' : Number.isSafeInteger(choice),
					)
					.filter((choice) => !filled.get(path)?.has(String(choice)))
					.map((choice) => `${path}=${String(choice)}`),
			);
		expect(missing).toEqual(Object.keys(UNSUPPORTED_CHOICES[name] ?? {}));
	});
}

function rowOf(name: string): Endpoint {
	const row = readContract().get(name);
	if (!row) throw new Error(`The contract has no ${name}`);
	return row;
}

function expectRow(operation: RestOperation, row: Endpoint): void {
	expect({
		method: operation.method,
		path: operation.path,
		granular: [...operation.scopes].sort(),
		classic: [...operation.classicScopes].sort(),
		rate: operation.rate?.toUpperCase() ?? null,
		listKey: operation.list?.key ?? null,
		paging: operation.list?.paging ?? 'none',
		pageSize: operation.list?.pageSize ?? null,
	}).toEqual({
		method: row.method,
		path: row.path,
		granular: [...row.granularScopes].sort(),
		classic: [...row.classicScopes].sort(),
		rate: row.rateLimitLabel?.replace(/[^A-Z]/g, '') ?? null,
		listKey: row.listKey ?? null,
		paging: row.pagination?.replace(/[#+].*/, ''),
		pageSize: row.maxPageSize ?? null,
	});
}

/** What is wrong with a request in which one optional field is set, unless the node refuses to make it. */
function problemsOfLone(
	name: string,
	spec: CallSpec,
	parameters: Parameters<typeof requestOf>[1],
): string[] {
	let request: ZoomRequest;
	try {
		request = requestOf(name, parameters);
	} catch {
		const message = messageOf(() => requestOf(name, parameters));
		const isExpected = /is required|needs|^Recurrence|^Type|must have at least one/.test(message);
		return isExpected ? [] : [message];
	}
	return spec.problemsOf(request);
}

/** Every place in requests that is filled, with the values there as text. */
function placesOf(requests: readonly ZoomRequest[]): Map<string, Set<string>> {
	const places = new Map<string, Set<string>>();
	for (const { path, value } of requests.flatMap(filledBy)) {
		const texts = places.get(path) ?? new Set();
		places.set(path, texts);
		// Several days are a list with commas.
		const parts = path.endsWith('weekly_days') ? String(value).split(',') : [String(value)];
		for (const part of parts) texts.add(part);
	}
	return places;
}

/** Notes the places of values, and what stands there. */
function note(value: unknown, path: string, given: Set<string>): void {
	given.add(path);
	if (Array.isArray(value)) value.forEach((entry) => note(entry, path, given));
	else if (typeof value === 'object' && value !== null) {
		Object.entries(value).forEach(([key, inner]) => note(inner, `${path}.${key}`, given));
	} else given.add(`${path}=${String(value)}`);
}

/** Every field of an operation and every choice it has. */
function wantedOf(operation: RestOperation, name: string): string[] {
	const fields = [...operation.fields, ...(operation.optional ?? [])];
	// What is given as JSON is read as entries of the list it adds to.
	const own = allWithin(fields, `${name}.`).filter(({ field }) => field.appendsTo === undefined);
	return own.flatMap(({ path, field }) => [
		path,
		...(field.type === 'options' || field.type === 'multiOptions'
			? choicesOf(field).map(({ value }) => `${path}=${value}`)
			: []),
	]);
}
