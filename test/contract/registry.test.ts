import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { fieldsOf } from '../../nodes/Zoom/form/properties';
import { optionFieldsOf } from '../../nodes/Zoom/form/requestOptions';
import { apiNameOf, placeOf } from '../../nodes/Zoom/registry/fieldNames';
import type { Field, Resource } from '../../nodes/Zoom/registry/types';
import { resources } from '../../nodes/Zoom/resources';
import { hasNaturalOrder } from '../support/registry/naturalOrder';
import type { Placed } from '../support/registry/registry';
import {
	choicesOf,
	description,
	everyField,
	innerFields,
	operations,
	restOperations,
} from '../support/registry/registry';

// Each test names the offenders, so that a failure says what to correct.
const CAMEL_CASE = /^[a-z][a-zA-Z0-9]*$/;
const MENU_LENGTH_TO_SORT = 5; // n8n's lint leaves shorter lists in any order

const doubles = (values: readonly string[]) =>
	values.filter((value, index) => values.indexOf(value) !== index);
const sortedByName = (names: readonly string[]) => [...names].sort((a, b) => a.localeCompare(b));
const pathsOf = (fields: readonly Placed[]) => fields.map(({ path }) => path);
const nested = everyField.filter(({ field }) => innerFields(field).length > 0);

describe('Names', () => {
	test('every resource value is camelCase and stands once', () => {
		const values = resources.map(({ value }) => value);
		expect(values.filter((value) => !CAMEL_CASE.test(value))).toEqual([]);
		expect(doubles(values)).toEqual([]);
	});

	test('every operation value is camelCase and stands once in its resource', () => {
		const values = operations.map(({ operation }) => operation.value);
		expect(values.filter((value) => !CAMEL_CASE.test(value))).toEqual([]);
		expect(doubles(operations.map(({ name }) => name))).toEqual([]);
	});

	test('resources stand in the order of importance, what is our own last', () => {
		const values = resources.map(({ value }) => value);
		expect(values.slice(0, 3)).toEqual(['meeting', 'webinar', 'recording']);
		expect(values.slice(-2)).toEqual(['connection', 'api']);
		const between = ['meetingRegistrant', 'report', 'user', 'tsp'].map((each) =>
			values.indexOf(each),
		);
		expect(between).toEqual([...between].sort((a, b) => a - b));
	});

	test('operations stand in the order of their names', () => {
		for (const { operations: menu } of resources) {
			const labels = menu.map(({ name }) => name);
			expect(labels).toEqual(sortedByName(labels));
		}
	});

	test('no two operations have the same action', () => {
		expect(doubles(operations.map(({ operation }) => operation.action))).toEqual([]);
	});

	test('every action is a sentence of its own, in sentence case', () => {
		const properNouns = /\b(?:API|TSP|ZAK|Zoom)\b/g;
		const odd = operations.filter(({ operation: { action, name } }) => {
			const plain = action.replace(properNouns, 'it');
			return !/^[A-Z][^A-Z]* [^A-Z.]+$/.test(plain) || action === name;
		});
		expect(odd.map(({ operation }) => operation.action)).toEqual([]);
	});

	test('every field name is camelCase', () => {
		expect(pathsOf(everyField.filter(({ field }) => !CAMEL_CASE.test(field.name)))).toEqual([]);
	});
});

describe('Behaviours', () => {
	const behaving = restOperations.filter(({ operation }) => operation.behaviors);

	test('wrap one call that is sent, not a list or what an operation does by itself', () => {
		expect(behaving.length).toBeGreaterThan(0);
		const others = behaving.filter(({ operation }) => operation.list ?? operation.run);
		expect(others.map(({ name }) => name)).toEqual([]);
	});

	test('add options under names of their own', () => {
		for (const { name, operation } of behaving) {
			expect([name, doubles(optionFieldsOf(operation).map((field) => field.name))]).toEqual([
				name,
				[],
			]);
		}
	});
});

describe('Requests', () => {
	test('what stands in braces in a path is a required field of that name, and no other is', () => {
		for (const { operation } of restOperations) {
			const placeholders = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
			const isInPath = (field: Field) => placeOf(operation, field) === 'path';
			const inPath = operation.fields.filter(isInPath);
			expect([...new Set(inPath.map(({ name }) => name))].sort()).toEqual(placeholders.sort());
			expect(inPath.every(({ required }) => required)).toBe(true);
			expect((operation.optional ?? []).filter(isInPath)).toEqual([]);
		}
	});

	test('every field in a path says how it is encoded', () => {
		const inPath = restOperations.flatMap(({ name, operation }) =>
			operation.fields
				.filter((field) => placeOf(operation, field) === 'path')
				.map((field) => ({ path: `${name}: ${field.name}`, field })),
		);
		expect(inPath.length).toBeGreaterThan(100);
		expect(pathsOf(inPath.filter(({ field }) => !field.encode))).toEqual([]);
	});

	test('a field says where it goes where that is not the usual place, and no other does', () => {
		const unusual = new Set<string>();
		const said = new Set<string>();
		for (const { operation } of restOperations) {
			for (const field of [...operation.fields, ...(operation.optional ?? [])]) {
				if (field.in === undefined) continue;
				const label = `${field.name} ${field.in}`;
				said.add(label);
				if (placeOf(operation, { name: field.name }) !== field.in) unusual.add(label);
			}
		}
		expect(said.size).toBeGreaterThan(5);
		expect([...said].filter((label) => !unusual.has(label))).toEqual([]);
		const inner = nested.flatMap(({ field }) => innerFields(field));
		const topNames = ['additionalFields', 'updateFields', 'filters', 'options'];
		const collections = nested.filter(({ field }) => !topNames.includes(field.name));
		expect(collections.flatMap(({ field }) => innerFields(field)).filter((f) => f.in)).toEqual([]);
		expect(inner.length).toBeGreaterThan(100);
	});

	test('no two fields of an operation send the same key to the same place', () => {
		for (const { name, operation } of restOperations) {
			const top = [...operation.fields, ...(operation.optional ?? [])];
			const once = top.filter(
				({ displayOptions, whereStored }) => !displayOptions?.show && !whereStored,
			);
			expect([
				name,
				doubles(once.map((field) => `${placeOf(operation, field)} ${apiNameOf(field)}`)),
			]).toEqual([name, []]);
			expect([name, doubles(once.map((field) => field.name))]).toEqual([name, []]);
		}
		for (const { path, field } of nested.filter(({ field: { type } }) => type === 'collection')) {
			expect([path, doubles(innerFields(field).map(apiNameOf))]).toEqual([path, []]);
		}
	});

	test('a field that differs by authentication is one field in two forms, never both shown', () => {
		for (const { operation } of restOperations) {
			const shown = operation.fields.filter((field) => field.displayOptions?.show?.authentication);
			const hidden = operation.fields.filter((field) => field.displayOptions?.hide?.authentication);
			expect(shown.map(({ name }) => name)).toEqual(hidden.map(({ name }) => name));
			expect(shown.map((form) => form.displayOptions?.show)).toEqual(
				hidden.map((form) => form.displayOptions?.hide),
			);
		}
	});

	test('only GET lists, and only what is paged has a page size', () => {
		const lists = restOperations.filter(({ operation }) => operation.list);
		expect(lists.length).toBeGreaterThan(0);
		for (const { operation } of lists) {
			expect(operation.method).toBe('GET');
			if (operation.list?.paging === 'none') expect(operation.list.pageSize).toBeUndefined();
		}
	});

	test('GET and DELETE send no body', () => {
		const bodiless = restOperations.filter(({ operation: { method } }) =>
			['GET', 'DELETE'].includes(method),
		);
		const bodies = bodiless.filter(
			({ operation }) =>
				operation.body ?? fieldsOf(operation).some((field) => placeOf(operation, field) === 'body'),
		);
		expect(bodies.map(({ name }) => name)).toEqual([]);
	});

	test('every operation names granular scopes, or classic ones, as Zoom does', () => {
		const granular = /^[a-z0-9_]+:(?:read|write|update|delete):[a-z0-9_]+(?::admin|:master)?$/;
		const classic = /^[a-z0-9_]+(?::(?:read|write))?(?::(?:admin|master))?$/;
		for (const { name, operation } of restOperations) {
			const wrong = operation.scopes.filter((scope) => !granular.test(scope));
			const wrongClassic = operation.classicScopes.filter((scope) => !classic.test(scope));
			expect([name, wrong, wrongClassic]).toEqual([name, [], []]);
			expect(operation.scopes.length + operation.classicScopes.length).toBeGreaterThan(0);
		}
	});

	test('every operation has one of the four rate labels of Zoom', () => {
		const labels = ['light', 'medium', 'heavy', 'resourceIntensive'];
		const odd = restOperations.filter(
			({ operation }) => operation.rate !== undefined && !labels.includes(operation.rate),
		);
		expect(odd.map(({ name }) => name)).toEqual([]);
	});
});

describe('Choices and defaults', () => {
	const withChoices = everyField.filter(
		({ field: { type } }) => type === 'options' || type === 'multiOptions',
	);

	test('choices stand in the order of their names, or in their natural order', () => {
		const long = withChoices.filter(({ field }) => choicesOf(field).length >= MENU_LENGTH_TO_SORT);
		const unsorted = long.filter(({ field }) => {
			const names = choicesOf(field).map(({ name }) => name);
			return !hasNaturalOrder(names) && String(names) !== String(sortedByName(names));
		});
		expect(long.length).toBeGreaterThan(0);
		expect(pathsOf(unsorted)).toEqual([]);
	});

	test('no two choices of a field have the same name or value', () => {
		for (const { path, field } of withChoices) {
			const names = choicesOf(field).map(({ name }) => name);
			const values = choicesOf(field).map(({ value }) => String(value));
			expect([path, doubles(names), doubles(values)]).toEqual([path, [], []]);
		}
	});

	test('the default of a field with choices is among them', () => {
		const fixed = withChoices.filter(({ field }) => !field.typeOptions?.loadOptionsMethod);
		const odd = fixed.filter(({ field }) => {
			const values = choicesOf(field).map(({ value }) => value);
			const given = Array.isArray(field.default) ? field.default : [field.default];
			return !given.every((value) => values.includes(value as string));
		});
		expect(pathsOf(odd)).toEqual([]);
	});

	test('a field has choices or loads them', () => {
		const neither = withChoices.filter(
			({ field }) => choicesOf(field).length > 0 === Boolean(field.typeOptions?.loadOptionsMethod),
		);
		expect(pathsOf(neither)).toEqual([]);
	});

	test('the default of a number is empty or lies within its bounds', () => {
		const numbers = everyField.filter(({ field }) => field.type === 'number');
		const odd = numbers.filter(({ field: { default: value, typeOptions = {} } }) => {
			const { minValue = -Infinity, maxValue = Infinity } = typeOptions;
			if (value === '') return false;
			return !Number.isInteger(value) || Number(value) < minValue || Number(value) > maxValue;
		});
		expect(numbers.length).toBeGreaterThan(0);
		expect(pathsOf(odd)).toEqual([]);
	});

	test('bounds are in order', () => {
		const odd = everyField.filter(({ field: { typeOptions = {} } }) => {
			const {
				minValue = 0,
				maxValue = minValue,
				minLength = 0,
				maxLength = minLength,
			} = typeOptions;
			return minValue > maxValue || minLength > maxLength;
		});
		expect(pathsOf(odd)).toEqual([]);
	});
});

describe('Texts', () => {
	const described = [
		...everyField.map(({ path, field }) => ({ path, text: field.description })),
		...operations.map(({ name, operation }) => ({ path: name, text: operation.description })),
		...everyField
			.filter(({ field: { type } }) => type === 'options' || type === 'multiOptions')
			.flatMap(({ path, field }) =>
				choicesOf(field).map((choice) => ({
					path: `${path}=${choice.value}`,
					text: choice.description,
				})),
			),
	].filter((entry): entry is { path: string; text: string } => entry.text !== undefined);

	test('one sentence ends without a full stop, several end with one', () => {
		const odd = described.filter(({ text }) => {
			const plain = text.replace(/e\.g\./g, 'eg');
			return plain.endsWith('.') !== plain.includes('. ');
		});
		expect(described.length).toBeGreaterThan(100);
		expect(odd).toEqual([]);
	});

	test('the description of a switch says "Whether"', () => {
		const switches = everyField.filter(({ field }) => field.type === 'boolean');
		const odd = switches.filter(({ field }) => !field.description?.startsWith('Whether '));
		expect(switches.length).toBeGreaterThan(0);
		expect(pathsOf(odd)).toEqual([]);
	});

	test('no description repeats its label', () => {
		const odd = everyField.filter(({ field }) => field.description === field.displayName);
		expect(pathsOf(odd)).toEqual([]);
	});
});

describe('Files', () => {
	const folder = join(__dirname, '../../nodes/Zoom/resources');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.ts'),
	);

	function reachableFrom(file: string, found = new Set<string>()): Set<string> {
		if (found.has(file)) return found;
		found.add(file);
		const imports = readFileSync(file, 'utf8').matchAll(/from '(\.\.?\/[^']+)'/g);
		for (const [, name] of imports) {
			if (!name.endsWith('.json')) reachableFrom(`${join(dirname(file), name)}.ts`, found);
		}
		return found;
	}

	test('every file of resources/ is reached from its index', () => {
		const reached = reachableFrom(join(folder, 'index.ts'));
		expect(files.filter((file) => !reached.has(join(folder, file)))).toEqual([]);
	});

	test('every resource a file exports is in the menu', () => {
		const isResource = (value: unknown): value is Resource =>
			typeof value === 'object' && value !== null && 'operations' in value;
		const exported = files.flatMap((file) => {
			const names = [...readFileSync(join(folder, file), 'utf8').matchAll(/export const (\w+)/g)];
			const contents = jest.requireActual<Record<string, unknown>>(join(folder, file));
			return names.map(([, name]) => contents[name]).filter(isResource);
		});
		expect(exported.map(({ value }) => value).sort()).toEqual(
			resources.map(({ value }) => value).sort(),
		);
	});
});

describe('As built', () => {
	type Property = INodeProperties | INodePropertyCollection;
	const withinProperty = (property: Property): INodeProperties[] => {
		const inner = ('values' in property ? property.values : property.options) ?? [];
		const properties = (inner as Property[]).filter((entry) => 'displayName' in entry);
		const own = 'type' in property ? [property] : [];
		return [...own, ...properties.flatMap(withinProperty)];
	};

	test('every collection offers its fields in the order of their labels, but for those named first', () => {
		const collections = description.properties
			.flatMap(withinProperty)
			.filter(({ type }) => type === 'collection');
		const isInOrder = (fields: readonly Field[], first: readonly string[]) => {
			const leading = fields.slice(0, first.length).map(({ name }) => name);
			const labels = fields.slice(first.length).map(({ displayName }) => displayName);
			return String(leading) === String(first) && String(labels) === String(sortedByName(labels));
		};
		// Of several fields with one name, one says so.
		const unsorted = collections.filter(({ name, options }) => {
			const named = everyField.filter(({ field }) => field.name === name);
			return !named.some(({ field }) => isInOrder(options as Field[], field.first ?? []));
		});
		expect(collections.length).toBeGreaterThan(10);
		expect(unsorted.map(({ name }) => name)).toEqual([]);
	});

	test('a menu of resources offers each, and each has a menu of its operations', () => {
		const menu = description.properties.find(({ name }) => name === 'resource');
		expect(menu?.options?.map((option) => 'value' in option && option.value)).toEqual(
			resources.map(({ value }) => value),
		);
		const offered = description.properties
			.filter(({ name }) => name === 'operation')
			.map(({ displayOptions, options }) => ({
				of: displayOptions?.show?.resource,
				values: options?.map((option) => 'value' in option && option.value),
			}));
		expect(offered).toEqual(
			resources.map((resource) => ({
				of: [resource.value],
				values: resource.operations.map(({ value }) => value),
			})),
		);
	});
});
