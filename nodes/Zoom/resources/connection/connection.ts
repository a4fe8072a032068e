import type { IDataObject } from 'n8n-workflow';

import { textsIn } from '../../json/json';
import { choice, choices } from '../../registry/field';
import { hasLevel, isGranted, lackingScopes, scopeNames, scopesFor } from '../../registry/scopes';
import type {
	AppKind,
	Connection,
	Item,
	OperationContext,
	Resource,
	RestOperation,
	Values,
} from '../../registry/types';
import { isRest, restOperation } from '../../registry/types';
import { quoted } from '../../text/quote';
import { namesMissingScopes } from '../../transport/errors/nodeError';
import { refuse } from '../../values/inputError';
import { user } from '../users/user/user';

/** Which operations of each resource the granted scopes cover, and what the others lack. */
function coverage(
	resources: readonly Resource[],
	{ appKind, grantedScopes }: Connection,
): IDataObject {
	const granted = grantedScopes ?? [];
	const rows = resources.map((resource) => {
		const operations = resource.operations.filter(isRest);
		const covered = operations.filter((operation) => isGranted(granted, operation));
		const missing = operations.filter((operation) => !covered.includes(operation));
		return [
			resource.value,
			{
				covered: covered.map(({ value }) => value),
				missing: missing.map((operation) => ({
					operation: operation.value,
					anyOf: lackingScopes(appKind, granted, operation),
				})),
			},
		] as const;
	});
	return Object.fromEntries(
		rows.filter(([, { covered, missing }]) => covered.length + missing.length > 0),
	);
}

const USER_TYPES: Readonly<Record<number, string>> = {
	1: 'Basic',
	2: 'Licensed',
	4: 'Unassigned',
	99: 'None',
};

const getUser = restOperation(user, 'get');

async function getInfo(context: OperationContext): Promise<IDataObject> {
	// The call also fetches a first token, so the connection is read after it.
	const [profile] = await Promise.allSettled([
		context.send(context.request(getUser, { userId: 'me' })),
	]);
	// Without the scope for it the connection works all the same.
	if (profile.status === 'rejected' && !namesMissingScopes(profile.reason)) throw profile.reason;
	const connection = await context.connection();
	const granted = connection.grantedScopes ?? [];
	const me = profile.status === 'fulfilled' ? profile.value : {};
	return {
		connected: true,
		email: me.email ?? null,
		userId: me.id ?? null,
		displayName: me.display_name ?? null,
		accountId: me.account_id ?? null,
		planType: USER_TYPES[Number(me.type)] ?? null,
		appKind: connection.appKind,
		apiUrl: connection.apiUrl,
		grantedScopes: granted,
		coverage: coverage(context.resources, connection),
		...(profile.status === 'rejected' && {
			note: `The connected user is not known: the app lacks ${lackingScopes(connection.appKind, granted, getUser).join(' or ')}`,
		}),
	};
}

async function getRequiredScopes(context: OperationContext, values: Values): Promise<IDataObject> {
	const appKind = values.appKind as AppKind;
	const chosen = chooseOperations(context.resources, textsIn(values.operations));
	const isOffered = ({ operation }: Chosen) =>
		appKind !== 'user' || scopeNames(operation).some((scope) => !hasLevel(scope));
	const offered = chosen.filter(isOffered);
	const scopes = new Set(
		offered.flatMap(({ operation }) => scopesFor(appKind, scopeNames(operation))),
	);
	return {
		appKind,
		scopes: [...scopes].sort(),
		scopeList: [...scopes].sort().join('\n'),
		operations: offered.map(({ name }) => name),
		outOfReach: chosen.filter((entry) => !isOffered(entry)).map(({ name }) => name),
	};
}

interface Chosen {
	readonly name: string;
	readonly operation: RestOperation;
}

function chooseOperations(resources: readonly Resource[], names: readonly string[]): Chosen[] {
	const all = resources.flatMap((resource) =>
		resource.operations
			.filter(isRest)
			.map((operation) => ({ name: `${resource.value}:${operation.value}`, operation })),
	);
	const unknown = names.find((name) => !all.some((entry) => entry.name === name));
	if (unknown !== undefined) {
		refuse(['Operation Names or IDs'], `must be from the list; ${quoted(unknown)} is not in it`);
	}
	return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

async function revoke(context: OperationContext): Promise<Item[]> {
	const first = await context.revoke();
	if (first !== 'dead') return [{ json: { success: true, revoked: first === 'ended' } }];
	// An access token that has run out cannot be ended, but what renews it lives on. Any call has n8n renew it.
	const [renewal] = await Promise.allSettled([
		context.send(context.request(getUser, { userId: 'me' })),
	]);
	if ((await context.revoke()) === 'ended') return [{ json: { success: true, revoked: true } }];
	throw renewal.status === 'rejected'
		? renewal.reason
		: new Error('Zoom did not revoke the access token.');
}

/** The connection itself: who it is, what it may do, and how to end it. */
export const connection: Resource = {
	name: 'Connection',
	plural: 'Connections',
	value: 'connection',
	operations: [
		{
			name: 'Get Info',
			value: 'getInfo',
			action: 'Get information about the Zoom connection',
			description:
				'Get the connected user, the app type, the granted scopes and the operations they cover',
			fields: [],
			perform: async (context) => [{ json: await getInfo(context) }],
		},
		{
			name: 'Get Required Scopes',
			value: 'getRequiredScopes',
			action: 'Get the scopes that a Zoom app needs',
			description: 'Get the scopes to add to an app at Zoom for the operations you choose',
			fields: [
				choice('App Type', 'appKind', {
					required: true,
					options: [
						{ name: 'General App, Account-Level', value: 'account' },
						{ name: 'General App, User-Managed', value: 'user' },
						{ name: 'Server-to-Server OAuth App', value: 'serverToServer' },
					],
					default: 'serverToServer',
					description: 'Type of the app at Zoom. Each type has its own scope names.',
				}),
				choices('Operation Names or IDs', 'operations', {
					loadOptionsMethod: 'getOperations',
					description:
						'Operations that the app must be able to run. If empty, all operations. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				}),
			],
			withoutOptions: true,
			perform: async (context, values) => [{ json: await getRequiredScopes(context, values) }],
		},
		{
			name: 'Revoke',
			value: 'revoke',
			action: 'Revoke the access token of the Zoom connection',
			description:
				'Revoke the access token at Zoom. With a General App, you must then connect the credential again. With a Server-to-Server app, n8n gets a new token for the next call, unless you deactivate the app at Zoom.',
			fields: [],
			withoutOptions: true,
			perform: revoke,
		},
	],
};
