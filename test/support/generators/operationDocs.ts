import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requestOptionFields, optionFieldsOf } from '../../../nodes/Zoom/form/requestOptions';
import { collectionName } from '../../../nodes/Zoom/registry/fieldNames';
import { withTwins } from '../../../nodes/Zoom/registry/listTwins';
import { scopeNames, scopesFor } from '../../../nodes/Zoom/registry/scopes';
import type { Field, Operation, Resource, RestOperation } from '../../../nodes/Zoom/registry/types';
import { isIdempotent } from '../../../nodes/Zoom/registry/endpoint';
import { isRest } from '../../../nodes/Zoom/registry/types';
import { resources } from '../../../nodes/Zoom/resources';

const root = join(__dirname, '../../..');
const begin = '<!-- operations: made by `npm run docs` -->';
const end = '<!-- /operations -->';

/** Where the full reference is kept. */
export const referencePath = join(root, 'docs', 'operations.md');
/** The page with the short table. */
export const readmePath = join(root, 'README.md');

const labels = {
	light: 'Light',
	medium: 'Medium',
	heavy: 'Heavy',
	resourceIntensive: 'Resource-intensive',
};

/** The reference of all operations. */
export function buildReference(): string {
	return [
		'# Operations',
		'',
		'Every operation of the Zoom node with its scopes and fields. If several scopes are listed, the app needs one of them. The',
		'[Options](../README.md#options) of all operations are described in the README.',
		'',
		'`npm run docs` generates this page from the code.',
		'',
		...resources.flatMap(resourceSection),
	].join('\n');
}

/** The README with its table of operations brought up to date. */
export function withTable(readme: string): string {
	const [before, rest] = readme.split(begin);
	if (rest === undefined) throw new Error(`README.md has no line ${begin}`);
	const after = rest.slice(rest.indexOf(end) + end.length);
	return `${before}${begin}\n${table()}\n${end}${after}`;
}

const table = () =>
	[
		'| Resource | Operations |',
		'| --- | --- |',
		...resources.map(
			({ name, operations }) => `| ${name} | ${operations.map((entry) => entry.name).join(', ')} |`,
		),
	].join('\n');

const resourceSection = (resource: Resource): string[] => [
	`## ${resource.name}`,
	'',
	...resource.operations.flatMap((operation) => operationSection(resource, operation)),
];

function operationSection(resource: Resource, operation: Operation): string[] {
	return [
		`### ${resource.name}: ${operation.name}`,
		'',
		operation.description.replace(/([^.])$/, '$1.'),
		'',
		...(isRest(operation) ? facts(resource, operation) : []),
		...fieldTable(operation),
	];
}

const facts = (resource: Resource, operation: RestOperation): string[] => [
	`- Zoom endpoint: ${link(`${operation.method} ${operation.path}`, docsPage(resource, operation))}`,
	...(operation.requires === undefined ? [] : [`- Needs: ${operation.requires}`]),
	`- Scope (user-managed General App): ${names(scopesFor('user', scopeNames(operation)), 'user')}`,
	`- Scope (account-level General App, Server-to-Server): ${names(scopesFor('account', scopeNames(operation)), 'account')}`,
	`- Classic scopes: ${operation.classicScopes.map(code).join(', ') || 'none'}`,
	`- If the response is lost: ${isIdempotent(operation) ? 'the call is retried' : 'the call is retried only with *Retry Unsafe Requests*, because Zoom may have applied it'}`,
	`- Rate limit label: ${operation.rate ? labels[operation.rate] : 'not documented by Zoom'}`,
	'',
];

/** Zoom's page with the section of an operation. */
export const docsPage = ({ docs }: Resource, { docsTag }: RestOperation) =>
	docsTag === undefined ? docs : docs?.replace(/[^/]+$/, docsTag);

const link = (call: string, page: string | undefined) =>
	page === undefined ? code(call) : `[${code(call)}](${page}/${call.replace(' ', '')})`;

const code = (text: string) => `\`${text}\``;

const names = (scopes: string[], kind: 'user' | 'account') =>
	kind === 'user' && scopes.every((scope) => scope.endsWith(':admin'))
		? 'none. Use an account-level or a Server-to-Server app'
		: scopes.map(code).join(', ');

function fieldTable(operation: Operation): string[] {
	const rows = [
		...unique(withTwins(operation.fields)).map((field) =>
			row(field, field.required ? 'required' : 'top'),
		),
		...sorted(withTwins(operation.optional ?? []))
			.filter(({ whereStored }) => !whereStored)
			.flatMap((field) => nested(field, collectionName(operation))),
		// What all operations have under Options stands in the README.
		...optionFieldsOf(operation)
			.filter((field) => !requestOptionFields.includes(field))
			.map((field) => row(field, 'options')),
	];
	return rows.length === 0
		? []
		: ['| Field | Parameter | Description |', '| --- | --- | --- |', ...rows, ''];
}

const unique = (fields: readonly Field[]) => [
	...new Map(fields.map((field) => [field.name, field])).values(),
];

const sorted = (fields: readonly Field[]) =>
	[...fields].sort((a, b) => a.displayName.localeCompare(b.displayName));

function nested(field: Field, parent: string): string[] {
	const inner =
		field.type === 'collection'
			? withTwins(field.options as Field[]).flatMap((entry) =>
					nested(entry, `${parent}.${field.name}`),
				)
			: [];
	return [row(field, parent), ...inner];
}

function row({ displayName, name, description, displayOptions }: Field, place: string): string {
	const path = ['required', 'top'].includes(place) ? name : `${place}.${name}`;
	const isConditional = Object.keys(displayOptions?.show ?? {}).some(
		(by) => by !== 'authentication',
	);
	const mark = place !== 'required' ? '' : isConditional ? ' (required if shown)' : ' (required)';
	const text = (description ?? '').replace(/<[^>]+>/g, '').replace(/\|/g, '\\|');
	return `| ${displayName}${mark} | \`${path}\` | ${text} |`;
}

if (require.main === module) {
	writeFileSync(referencePath, buildReference());
	writeFileSync(readmePath, withTable(readFileSync(readmePath, 'utf8')));
}
