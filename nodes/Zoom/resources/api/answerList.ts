import type { IDataObject } from 'n8n-workflow';

import { own } from '../../own';
import { shortened } from '../../quote';

/** What an answer says of a list beside the list itself. */
const ABOUT_LIST = new Set([
	'etag',
	'from',
	'itemsPerPage',
	'kind',
	'next_page_token',
	'nextPageToken',
	'nextSyncToken',
	'page_count',
	'page_number',
	'page_size',
	'resultSizeEstimate',
	'schemas',
	'startIndex',
	'to',
	'total',
	'total_count',
	'total_pages',
	'total_records',
	'totalResults',
]);

/** How answers lead on: the query parameter that says where a page begins, and its value for the page after this. */
export interface Way {
	/** Member of the answers of lists that are paged so. */
	readonly mark: string;
	readonly parameter: string;
	readonly next: (answer: IDataObject) => unknown;
}

const WAYS: readonly Way[] = [
	{ mark: 'next_page_token', parameter: 'next_page_token', next: (page) => page.next_page_token },
	// Mail and calendars page as Google's do.
	{ mark: 'nextPageToken', parameter: 'pageToken', next: (page) => page.nextPageToken },
	{
		mark: 'page_count',
		parameter: 'page_number',
		next: ({ page_number: page, page_count: count }) =>
			Number(page) < Number(count) ? Number(page) + 1 : undefined,
	},
	{
		mark: 'totalResults',
		parameter: 'startIndex',
		next: ({ startIndex: start, itemsPerPage: size, totalResults: total }) => {
			const next = Number(start) + Number(size);
			return Number(size) > 0 && next <= Number(total) ? next : undefined;
		},
	},
];

/** How a list goes on that begins with this answer; undefined when it is no page of one. */
export const wayOf = (answer: IDataObject): Way | undefined =>
	WAYS.find(({ mark }) => mark in answer);

type Entries = readonly unknown[];

/** How long the names in a sentence may be together. */
const MOST_TOLD = 200;

/** The members of an answer that may be its list: those that hold objects, or nothing yet. */
const candidates = (answer: IDataObject): Array<[string, Entries]> =>
	Object.entries(answer).filter(
		(member): member is [string, IDataObject[]] =>
			Array.isArray(member[1]) && !ABOUT_LIST.has(member[0]) && member[1].every(isObject),
	);

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

// A list of mail or calendars has its properties beside the entries, and no mark of paging on its last page.
const keyOfList = ({ kind, items }: IDataObject) =>
	kind !== undefined && Array.isArray(items) ? 'items' : undefined;

/** Whether an answer is a list rather than a thing: it says so, is paged, or has nothing else in it. */
export function isList(answer: IDataObject): boolean {
	if (keyOfList(answer) !== undefined) return true;
	if (wayOf(answer)) return candidates(answer).length > 0 || isBare(answer);
	return candidates(answer).length === 1 && others(answer).length === 1;
}

const others = (answer: IDataObject) => Object.keys(answer).filter((name) => !ABOUT_LIST.has(name));

// Some lists without entries are not there at all.
const isBare = (answer: IDataObject) => wayOf(answer) !== undefined && others(answer).length === 0;

/**
 * The entries of the list in an answer.
 * @param listKey its name, where it is known; dots lead inwards
 * @throws Error that names the lists when there is no telling which is meant
 */
export function entriesOf(
	answer: IDataObject,
	listKey: string | undefined = keyOfList(answer),
): IDataObject[] {
	if (listKey !== undefined) return namedEntries(answer, listKey).map(asItem);
	const lists = candidates(answer);
	const filled = lists.filter(([, entries]) => entries.length > 0);
	if (lists.length > 1 && filled.length > 0) {
		const names = shortened(lists.map(([name]) => name).join(', '), MOST_TOLD);
		throw new Error(`Zoom's answer has several lists: ${names}. Say which under List Key.`);
	}
	if (lists.length === 0 && !isBare(answer)) {
		throw new Error(
			"Zoom's answer has no list. Choose another Response, or say under List Key where it is.",
		);
	}
	return lists.flatMap(([, entries]) => entries.map(asItem));
}

function namedEntries(answer: IDataObject, listKey: string): Entries {
	const found = listKey
		.split('.')
		.reduce<unknown>((within, name) => (isObject(within) ? own(within, name) : undefined), answer);
	if (Array.isArray(found)) return found;
	const arrays = Object.keys(answer).filter((name) => Array.isArray(answer[name]));
	const known = arrays.length > 0 ? `; it has ${shortened(arrays.join(', '), MOST_TOLD)}` : '';
	throw new Error(`Zoom's answer has no list called ${shortened(listKey, MOST_TOLD)}${known}.`);
}

// An item of n8n is an object.
const asItem = (entry: unknown): IDataObject =>
	isObject(entry) ? entry : { value: entry as IDataObject[string] };
