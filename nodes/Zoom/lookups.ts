import { DateTime } from 'luxon';
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { callOptions } from './callOptions';
import type { AppKind, RestOperation, Values } from './operation';
import { isRest } from './operation';
import { buildRequest } from './request';
import { resources } from './resources';
import { meeting } from './resources/meeting';
import { user } from './resources/user';
import { createClient } from './transport/client';
import { credentialTypeFor, readConnection } from './transport/connection';

const me = (appKind: AppKind): INodeListSearchItems => ({
	name: appKind === 'serverToServer' ? 'Me (Owner of the Zoom App)' : 'Me (Connected User)',
	value: 'me',
});

const FIRST_LOOK = 300;

/** The users to choose from, by name or e-mail address. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { appKind } = await readConnection(this, credentialType(this));
	// A user-managed app may not list anybody: it acts for the one user who connected it.
	if (appKind === 'user') return { results: [me(appKind)] };
	const found = await search(
		this,
		listOf(user.operations),
		{},
		userChoice,
		filter,
		paginationToken,
	);
	return paginationToken === undefined
		? { ...found, results: [...matching([me(appKind)], filter), ...found.results] }
		: found;
}

/** The upcoming meetings to choose from, by topic or ID; of the connected user, or of the host whose address is typed. */
export async function searchMeetings(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const host = /^\s*\S+@\S+\.\S+\s*$/.test(filter ?? '') ? filter?.trim() : undefined;
	const values = { userId: host ?? 'me', type: 'scheduled' };
	const words = host === undefined ? filter : undefined;
	const operation = listOf(meeting.operations);
	return await search(this, operation, values, meetingChoice, words, paginationToken);
}

/** All time zones, with their offset today. */
export async function getTimezones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const names = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')];
	return names.map((value) => ({
		name: `${value.replace(/_/g, ' ')} (${DateTime.now().setZone(value).toFormat('ZZ')})`,
		value,
	}));
}

/** Every operation that calls Zoom, for the question which scopes it needs. */
export async function getOperations(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return resources.flatMap((resource) =>
		resource.operations.filter(isRest).map((operation) => ({
			name: `${resource.name}: ${operation.name}`,
			value: `${resource.value}:${operation.value}`,
			description: operation.description,
		})),
	);
}

const credentialType = (caller: ILoadOptionsFunctions) =>
	credentialTypeFor(caller.getNodeParameter('authentication', ''));

const listOf = (operations: typeof meeting.operations) =>
	operations.filter(isRest).find(({ value }) => value === 'getAll') as RestOperation;

/** A page of choices; Zoom cannot search these lists, so one without a match leads on to the next. */
async function search(
	caller: ILoadOptionsFunctions,
	operation: RestOperation,
	values: Values,
	toChoice: (entry: IDataObject) => INodeListSearchItems,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	const connection = await readConnection(caller, credentialType(caller));
	const client = createClient(caller, connection, callOptions({}));
	const request = buildRequest(operation, values, caller.getTimezone());
	const pageSize = filter ? operation.list?.pageSize : FIRST_LOOK;
	let token = paginationToken;
	let results: INodeListSearchItems[];
	do {
		const query: IDataObject = { ...request.query, page_size: pageSize };
		if (token !== undefined) query.next_page_token = token;
		const page = await client.send({ ...request, query });
		results = matching(entries(page[operation.list?.key ?? '']).map(toChoice), filter);
		token = nextToken(page);
	} while (results.length === 0 && token !== undefined);
	return { results, paginationToken: token };
}

const entries = (found: unknown) => (Array.isArray(found) ? (found as IDataObject[]) : []);

function userChoice({ id, email, first_name, last_name }: IDataObject): INodeListSearchItems {
	const name = [first_name, last_name].filter(Boolean).join(' ');
	return {
		name: name === '' ? String(email) : `${name} (${String(email)})`,
		// Pending users have no ID yet.
		value: String(id ?? email),
	};
}

function meetingChoice({ id, topic, start_time, join_url }: IDataObject): INodeListSearchItems {
	const when = typeof start_time === 'string' ? ` (${start_time.slice(0, 10)})` : '';
	return {
		name: `${String(topic)}${when} – ${String(id)}`,
		value: String(id),
		url: join_url as string,
	};
}

function matching(choices: INodeListSearchItems[], filter = ''): INodeListSearchItems[] {
	const wanted = filter.trim().toLowerCase();
	return choices.filter(({ name, value }) =>
		`${name} ${String(value)}`.toLowerCase().includes(wanted),
	);
}

const nextToken = ({ next_page_token: token }: IDataObject) =>
	typeof token === 'string' && token !== '' ? token : undefined;
