import { defaultOperation } from '../../../nodes/Zoom/form/defaultOperation';
import type { Operation, RestOperation } from '../../../nodes/Zoom/registry/types';
import { resources } from '../../../nodes/Zoom/resources';
import {
	description,
	operations,
	restOperation,
	restOperations,
} from '../../support/registry/registry';

/** Resources that only send, so that every choice of them sends. */
const ONLY_SENDS: readonly string[] = [];

/** Deletions that take somebody out of a list, and can be undone by adding them again. */
const TAKES_OUT: readonly string[] = [
	'group.removeMember',
	'user.deleteAssistant',
	'webinarPanelist.delete',
	'webinarPanelist.deleteAll',
];

const HARMFUL = /^(?:delete|remove|end|send|invite|revoke)|(?:invite|invitation)s?$/i;

const of = (...methods: string[]): Operation[] =>
	methods.map((method, index) => ({
		...restOperation('meeting.update'),
		method: method as RestOperation['method'],
		name: `${method} ${index}`,
		value: `${method.toLowerCase()}${index}`,
	}));

const named = (...values: string[]): Operation[] =>
	values.map((value) => ({ ...restOperation('meeting.update'), method: 'POST', value }));

const chosen = (value: string, menu: readonly Operation[]) =>
	defaultOperation({ name: 'Thing', plural: 'Things', value, operations: menu }).value;

describe('The first operation of a resource', () => {
	test('is Create for meetings and webinars', () => {
		const menu = named('addAll', 'create', 'get', 'getAll');
		expect(chosen('meeting', menu)).toBe('create');
		expect(chosen('webinar', menu)).toBe('create');
	});

	test('is Get Many for all others, else Get', () => {
		expect(chosen('poll', named('create', 'get', 'getAll'))).toBe('getAll');
		expect(chosen('poll', named('create', 'get', 'update'))).toBe('get');
	});

	test('is the first that reads where there is neither', () => {
		expect(chosen('report', of('DELETE', 'GET', 'GET', 'POST'))).toBe('get1');
	});

	test('is the least harmful where none reads', () => {
		expect(chosen('message', of('DELETE', 'PUT', 'PATCH', 'POST'))).toBe('post3');
		expect(chosen('message', of('DELETE', 'PUT', 'PATCH'))).toBe('patch2');
		expect(chosen('message', of('DELETE', 'PUT'))).toBe('put1');
	});

	test('is what the menu of its operations starts with', () => {
		const menus = description.properties.filter(({ name }) => name === 'operation');
		expect(menus.map((menu) => [menu.displayOptions?.show?.resource, menu.default])).toEqual(
			resources.map((resource) => [[resource.value], defaultOperation(resource).value]),
		);
	});
});

describe('No first choice does harm', () => {
	const defaults = operations.filter(({ resource, operation }) =>
		resources.some((each) => each.value === resource && defaultOperation(each) === operation),
	);

	test('every resource has one', () => {
		expect(defaults.map(({ resource }) => resource).sort()).toEqual(
			resources.map(({ value }) => value).sort(),
		);
	});

	test('none deletes, ends, sends or invites', () => {
		const harmful = defaults.filter(
			({ resource, operation }) =>
				!ONLY_SENDS.includes(resource) &&
				(HARMFUL.test(operation.value) ||
					('method' in operation && ['DELETE', 'PUT', 'PATCH'].includes(operation.method))),
		);
		expect(harmful.map(({ name }) => name)).toEqual([]);
	});

	test('only meetings and webinars start with one that writes', () => {
		const writing = defaults.filter(
			({ operation }) => 'method' in operation && operation.method !== 'GET',
		);
		expect(writing.map(({ name }) => name).sort()).toEqual(['meeting.create', 'webinar.create']);
	});

	test.each([
		['recording', 'getAll'],
		['meetingSummary', 'getAll'],
		['meetingSurvey', 'get'],
		['webinarSurvey', 'get'],
		['user', 'getAll'],
		['group', 'getAll'],
		['connection', 'getInfo'],
	])('%s starts with %s', (resource, operation) => {
		expect(defaults.map(({ name }) => name)).toContain(`${resource}.${operation}`);
	});
});

test('an operation that deletes says whether that can be undone', () => {
	const deletions = restOperations.filter(({ operation }) => operation.method === 'DELETE');
	const silent = deletions.filter(
		({ name, operation }) =>
			!TAKES_OUT.includes(name) &&
			!/cannot (?:be undone|restore)|trash|Recover restores/.test(operation.description),
	);
	expect(deletions.length).toBeGreaterThan(15);
	expect(silent.map(({ name }) => name)).toEqual([]);
	expect(TAKES_OUT.filter((name) => !deletions.some((each) => each.name === name))).toEqual([]);
});
