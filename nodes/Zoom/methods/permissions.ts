import type { INodePropertyOptions } from 'n8n-workflow';

import { isGranted, lackingScopes } from '../registry/scopes';
import type { Resource, RestOperation } from '../registry/types';
import { isRest } from '../registry/types';
import { resources } from '../resources';
import { operationTitle } from './operationTitle';

/** What an admin ticks, and the operations it stands for. */
interface Permission extends INodePropertyOptions {
	readonly value: string;
	readonly operations: readonly RestOperation[];
}

// What is done with a thing itself, in the words of someone who has never seen a scope.
const VERBS: ReadonlyArray<
	Readonly<Record<'verb' | 'word', string>> & { readonly values: readonly string[] }
> = [
	{ verb: 'read', word: 'Read', values: ['get', 'getAll'] },
	{ verb: 'write', word: 'Create', values: ['create'] },
	{ verb: 'update', word: 'Update', values: ['update'] },
	{ verb: 'delete', word: 'Delete', values: ['delete'] },
];

const isPlain = ({ value }: RestOperation) => VERBS.some(({ values }) => values.includes(value));

// Whoever may create meetings need not be able to do all else Zoom calls writing: the rest is ticked one by one.
function permissionsOf(resource: Resource): Permission[] {
	const { plural, value, operations } = resource;
	const rest = operations.filter(isRest);
	const plain = VERBS.map(({ verb, word, values }) => ({
		name: `${word} ${plural}`,
		value: `${value}:${verb}`,
		operations: rest.filter((operation) => values.includes(operation.value)),
	}));
	const single = rest
		.filter((operation) => !isPlain(operation))
		.map((operation) => ({
			name: operationTitle(resource, operation),
			value: `${value}:${operation.value}`,
			operations: [operation],
		}));
	return [...plain.filter((permission) => permission.operations.length > 0), ...single];
}

const permissions: readonly Permission[] = resources.flatMap(permissionsOf);

/** The choices of "Required Permissions". */
export const permissionOptions: INodePropertyOptions[] = permissions.map(({ name, value }) => ({
	name,
	value,
}));

/**
 * Names of the scopes a Server-to-Server app still lacks for what its admin ticked, in the vocabulary of its other ones:
 * an app made with classic scopes cannot be given granular ones.
 */
export function missingPermissions(
	granted: readonly string[],
	ticked: readonly string[],
): string[] {
	const lacking = permissions
		.filter(({ value }) => ticked.includes(value))
		.flatMap(({ operations }) => operations)
		.filter((operation) => !isGranted(granted, operation));
	const names = lacking.map((operation) =>
		lackingScopes('serverToServer', granted, operation).at(0),
	);
	return [...new Set(names.filter((name) => name !== undefined))];
}
