import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { callOptions } from './callOptions';
import type { AppKind, List, RestOperation, Values } from './operation';
import { isRest } from './operation';
import { buildRequest } from './request';
import { meeting } from './resources/meeting/meeting';
import { user } from './resources/user/user';
import { createClient } from './transport/client';
import { credentialTypeFor, readConnection } from './transport/connection';
import { pages } from './transport/pages';

const me = (appKind: AppKind): INodeListSearchItems => ({
	name: appKind === 'serverToServer' ? 'Me (Owner of the Zoom App)' : 'Me (Connected User)',
	value: 'me',
});

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

const credentialType = (caller: ILoadOptionsFunctions) =>
	credentialTypeFor(caller.getNodeParameter('authentication', ''));

const listOf = (operations: typeof meeting.operations) =>
	operations.filter(isRest).find(({ list }) => list?.paging === 'token') as ListOperation;

type ListOperation = RestOperation & { readonly list: List };

const FIRST_LOOK = 300;
// Somebody waits in front of the editor.
const PATIENCE = { retryCountMax: 1, retryMaxWait: 5, timeout: 20 };
const MOST_PAGES = 10;

/** A page of choices; Zoom cannot search these lists, so one without a match leads on to the next. */
async function search(
	caller: ILoadOptionsFunctions,
	operation: ListOperation,
	values: Values,
	toChoice: (entry: IDataObject) => INodeListSearchItems,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	const connection = await readConnection(caller, credentialType(caller));
	const client = createClient(caller, connection, callOptions(PATIENCE));
	const request = buildRequest(operation, values, caller.getTimezone());
	const pageSize = filter ? (operation.list.pageSize ?? FIRST_LOOK) : FIRST_LOOK;
	let looked = 0;
	for await (const page of pages(client, request, operation.list, pageSize, paginationToken)) {
		const results = matching(page.entries.map(toChoice), filter);
		looked += 1;
		if (results.length > 0 || looked === MOST_PAGES) {
			return { results, paginationToken: page.next };
		}
	}
	return { results: [] };
}

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
