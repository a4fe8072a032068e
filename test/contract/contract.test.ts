import type { ZoomRequest } from '../../nodes/Zoom/registry/types';
import { resources } from '../../nodes/Zoom/resources';
import { docsPage } from '../support/generators/operationDocs';
import {
	allWithin,
	choicesOf,
	isOfferedAsJson,
	messageOf,
	requestOf,
	restOperations,
	valuesOf,
} from '../support/registry/registry';
import { changeInput, fullInput, loneInputs, TURNS } from '../support/registry/sampleInput';
import {
	UNSUPPORTED_CHOICES,
	isLeftOut,
	UNSUPPORTED_PARAMETERS,
} from '../support/spec/unsupportedParameters';
import type { Endpoint } from '../../spec/facts';
import type { CallSpec } from '../support/spec/zoomSpec';
import { filledBy, leavesOf, readCallSpec, readContract } from '../support/spec/zoomSpec';

describe("Zoom's contract", () => {
	let rows: Map<string, Endpoint>;
	beforeAll(() => {
		rows = readContract();
	});
	const rowOf = (name: string) => {
		const row = rows.get(name);
		if (!row) throw new Error(`The contract has no ${name}`);
		return row;
	};

	test('the node has every operation of the contract, and no other that calls Zoom', () => {
		expect(rows.size).toBeGreaterThanOrEqual(158);
		expect(restOperations.map(({ name }) => name).sort()).toEqual([...rows.keys()].sort());
	});

	describe.each(restOperations)('$name', ({ name, resource, operation }) => {
		let spec: CallSpec;
		beforeAll(() => {
			const { method, path } = rowOf(name);
			spec = readCallSpec(`${method} ${path}`);
		});

		// Every request of the operation with all its fields, made once: there are many.
		let made: ReturnType<typeof fullInput>[] | undefined;
		const inputs = () =>
			(made ??= Array.from({ length: TURNS }, (_, turn) => fullInput(operation, turn)));
		let full: ZoomRequest[] | undefined;
		const fullRequests = () => (full ??= inputs().map((input) => requestOf(name, input)));

		const problemsOf = (requests: readonly ZoomRequest[]) => [
			...new Set(requests.flatMap((request) => spec.problemsOf(request))),
		];

		test('is the row of the contract', () => {
			const row = rowOf(name);
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
		});

		test("leads to its place in Zoom's documentation", () => {
			const section = spec.tag.toLowerCase().replace(/&/g, '').replace(/ /g, '-');
			const page = docsPage(resources.find(({ value }) => value === resource)!, operation);
			expect(page).toMatch(new RegExp(`/#tag/${section}$`));
		});

		test('asks for no more than Zoom demands', () => {
			const request = requestOf(name, changeInput(operation));
			expect(problemsOf([request])).toEqual([]);
		});

		test('sends what Zoom takes, whatever is chosen', () => {
			expect(problemsOf(fullRequests())).toEqual([]);
		});

		test('sends what Zoom takes when one optional field is set, or refuses it', () => {
			const problems = loneInputs(operation).flatMap(({ path, parameters }) => {
				try {
					const found = spec.problemsOf(requestOf(name, parameters));
					return found.map((problem) => `${path}: ${problem}`);
				} catch {
					const message = messageOf(() => requestOf(name, parameters));
					return /is required|needs|^Recurrence|^Type|must have at least one/.test(message)
						? []
						: [`${path}: ${message}`];
				}
			});
			expect(problems).toEqual([]);
		});

		test('tries every field and every choice in these requests', () => {
			const given = new Set<string>();
			const note = (value: unknown, path: string): void => {
				given.add(path);
				if (Array.isArray(value)) value.forEach((entry) => note(entry, path));
				else if (typeof value === 'object' && value !== null) {
					Object.entries(value).forEach(([key, inner]) => note(inner, `${path}.${key}`));
				} else given.add(`${path}=${String(value)}`);
			};
			for (const input of inputs()) note(valuesOf(name, input), name);
			const fields = [...operation.fields, ...(operation.optional ?? [])];
			// What is given as JSON is read as entries of the list it adds to.
			const own = allWithin(fields, `${name}.`).filter(
				({ field }) => field.appendsTo === undefined,
			);
			const wanted = own.flatMap(({ path, field }) => [
				path,
				...(field.type === 'options' || field.type === 'multiOptions'
					? choicesOf(field).map(({ value }) => `${path}=${value}`)
					: []),
			]);
			expect(wanted.filter((path) => !given.has(path))).toEqual([]);
		});

		test("offers every parameter of Zoom's, but for those named with a reason", () => {
			const sent = new Set(
				fullRequests()
					.flatMap(filledBy)
					.map(({ path }) => path),
			);
			const missing = leavesOf(spec)
				.filter((leaf) => !isLeftOut(operation, leaf))
				.map(({ path }) => path)
				.filter((path) => !sent.has(path) && !isOfferedAsJson(operation, path));
			expect(missing.sort()).toEqual(Object.keys(UNSUPPORTED_PARAMETERS[name] ?? {}).sort());
		});

		test("offers every choice of Zoom's but no text at all, and what no number can hold", () => {
			const sent = new Set(
				fullRequests()
					.flatMap(filledBy)
					.flatMap(({ path, value }) =>
						path.endsWith('weekly_days')
							? String(value)
									.split(',')
									.map((day) => `${path}=${day}`)
							: [`${path}=${String(value)}`],
					),
			);
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
						.map((choice) => `${path}=${String(choice)}`),
				)
				.filter((choice) => !sent.has(choice));
			expect(missing).toEqual(Object.keys(UNSUPPORTED_CHOICES[name] ?? {}));
		});
	});
});
