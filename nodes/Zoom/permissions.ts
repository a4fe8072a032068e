import type { INodePropertyOptions } from 'n8n-workflow';

import type { Resource, RestOperation } from './operation';
import { isRest } from './operation';
import { resources } from './resources';
import { isGranted, lackingScopes, scopeNames } from './scopes';

/** What an admin ticks: one verb on one resource, and the operations it stands for. */
interface Permission extends INodePropertyOptions {
	readonly value: string;
	readonly operations: readonly RestOperation[];
}

// The second part of a granular scope, in the words of someone who has never seen one. Who may read users need not be
// able to get tokens with which to act as them.
const VERBS = [
	['read', 'read'],
	['write', 'create'],
	['update', 'update'],
	['delete', 'delete'],
	['token', 'get tokens'],
] as const;

const verbOf = (operation: RestOperation) => {
	const [scope = ''] = scopeNames(operation);
	const [, verb, object] = scope.split(':');
	return object === 'token' || object === 'zak' ? 'token' : verb;
};

const operationsWith = (resource: Resource, verb: string) =>
	resource.operations.filter(isRest).filter((operation) => verbOf(operation) === verb);

const permissions: readonly Permission[] = resources.flatMap((resource) =>
	VERBS.map(([verb, word]) => ({
		name: `${resource.plural}: ${word}`,
		value: `${resource.value}:${verb}`,
		operations: operationsWith(resource, verb),
	})).filter(({ operations }) => operations.length > 0),
);

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
