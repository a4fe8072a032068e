import { DateTime } from 'luxon';
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { requestOptions } from '../form/requestOptions';
import type { AppKind, ListOperation, Values } from '../registry/types';
import { resources } from '../resources';
import { credentialTypeFor, readConnection } from '../transport/auth/connection';
import { createClient } from '../transport/client/client';
import { listPages } from '../transport/lists/pages';
import { buildRequest } from '../values/request';
import { groupChoice, occurrenceChoice, sessionChoice, userChoice } from './listItems';

/** A list the editor offers choices from. */
interface Source {
	/** Resource whose Get Many is asked. */
	readonly resource: string;
	readonly values: Values;
	readonly toChoice: (entry: IDataObject) => INodeListSearchItems;
}

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** The users to choose from, by name or email address. */
export const searchUsers: Search = async function (filter, paginationToken) {
	const { appKind } = await readConnection(this, credentialType(this));
	// A user-managed app may not list anybody: it acts for the one user who connected it.
	if (appKind === 'user') return { results: [me(appKind)] };
	const source = { resource: 'user', values: {}, toChoice: userChoice };
	const found = await search(this, source, filter, paginationToken);
	return paginationToken === undefined
		? { ...found, results: [...matching([me(appKind)], filter), ...found.results] }
		: found;
};

const me = (appKind: AppKind): INodeListSearchItems => ({
	name: appKind === 'serverToServer' ? 'Me (Owner of the Zoom App)' : 'Me (Connected User)',
	value: 'me',
});

/** The groups to choose from, by name. */
export const searchGroups: Search = async function (filter, paginationToken) {
	const source = { resource: 'group', values: {}, toChoice: groupChoice };
	return await search(this, source, filter, paginationToken);
};

// The longest email address there is.
const EMAIL_LENGTH = 320;

const isEmail = (text: string) =>
	text.length <= EMAIL_LENGTH && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text);

/** A search by topic or ID among what the connected user hosts, or the host whose address is typed. */
const hostSearch = (resource: string, toChoice: Source['toChoice'], values: () => Values): Search =>
	async function (filter, paginationToken) {
		const typed = filter?.trim() ?? '';
		const host = isEmail(typed) ? typed : undefined;
		const source = { resource, toChoice, values: { ...values(), userId: host ?? 'me' } };
		return await search(this, source, host === undefined ? filter : undefined, paginationToken);
	};

/** The upcoming meetings to choose from. */
export const searchMeetings = hostSearch('meeting', sessionChoice, () => ({ type: 'scheduled' }));

/** The meetings that took place. */
export const searchPastMeetings = hostSearch('meeting', occurrenceChoice, () => ({
	type: 'previous_meetings',
}));

/** The upcoming webinars to choose from. */
export const searchWebinars = hostSearch('webinar', sessionChoice, () => ({}));

/** The meetings and webinars with recordings of the last month. */
export const searchRecordings = hostSearch('recording', occurrenceChoice, () => ({
	from: DateTime.utc().minus({ months: 1 }).plus({ days: 1 }).toISODate(),
}));

const credentialType = (caller: ILoadOptionsFunctions) =>
	credentialTypeFor(caller.getNodeParameter('authentication', ''));

function listOf(resource: string): ListOperation {
	const operations = resources.find(({ value }) => value === resource)?.operations ?? [];
	return operations.find(({ value }) => value === 'getAll') as ListOperation;
}

const FIRST_LOOK = 300;
// Somebody waits in front of the editor.
const PATIENCE = { retryCountMax: 1, retryMaxWait: 5, timeout: 20 };
const MOST_PAGES = 10;

/** A page of choices; Zoom cannot search these lists, so one without a match leads on to the next. */
async function search(
	caller: ILoadOptionsFunctions,
	{ resource, values, toChoice }: Source,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	const operation = listOf(resource);
	const connection = await readConnection(caller, credentialType(caller));
	const client = createClient({ caller, connection, options: requestOptions(PATIENCE) });
	const request = buildRequest(operation, values, caller.getTimezone());
	const pageSize = filter ? (operation.list.pageSize ?? FIRST_LOOK) : FIRST_LOOK;
	let looked = 0;
	for await (const page of listPages(client, request, operation.list, pageSize, paginationToken)) {
		const results = matching(page.entries.map(toChoice), filter);
		looked += 1;
		if (results.length > 0 || looked === MOST_PAGES) {
			return { results, paginationToken: page.next };
		}
	}
	return { results: [] };
}

/**
 * Those that have the text somewhere, be it an ID with blanks, or words that begin with the words of it in any order: `399`
 * is to find the meeting of that name, not each with these digits in its ID.
 */
function matching(choices: INodeListSearchItems[], filter = ''): INodeListSearchItems[] {
	const whole = filter.trim().toLowerCase();
	const words = wordsIn(whole);
	return choices.filter(({ name, value }) => {
		const text = `${name} ${String(value)}`.toLowerCase();
		if (text.includes(whole) || String(value).includes(whole.replaceAll(' ', ''))) return true;
		const known = wordsIn(text);
		return words.length > 0 && words.every((word) => known.some((each) => each.startsWith(word)));
	});
}

const wordsIn = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
