import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../json/json';
import { shortened } from '../../text/quote';
import { isPage, PAGING_MEMBERS } from '../../transport/lists/paging';
import { own } from '../../values/own';

/** What an answer says of a list beside the list itself. */
const ABOUT_LIST = new Set([
	...PAGING_MEMBERS,
	'etag',
	'from',
	'kind',
	'nextSyncToken',
	'resultSizeEstimate',
	'schemas',
	'to',
]);

type Entries = readonly unknown[];
/** A list with its name. */
type List = [string, Entries];

/** How long the names in a sentence may be together. */
const MOST_TOLD = 200;

/** The members of an answer that may be its list: those that hold objects, or nothing yet. */
const candidates = (answer: IDataObject): List[] =>
	Object.entries(answer).filter(
		(member): member is [string, unknown[] & (typeof member)[1]] =>
			Array.isArray(member[1]) && !ABOUT_LIST.has(member[0]) && mayBeList(member[1]),
	);

// A list may have holes, but values of other kinds are properties of a thing.
const mayBeList = (entries: Entries) =>
	entries.length === 0 || entries.some(isObject) || entries.every((entry) => entry === null);

// A list of mail or calendars has its properties beside the entries, and no mark of paging on its last page.
const keyOfList = ({ kind, items }: IDataObject) =>
	kind !== undefined && Array.isArray(items) ? 'items' : undefined;

/** Whether an answer is a list rather than a thing: it says so, is paged, or has nothing else in it. */
export function isList(answer: IDataObject): boolean {
	if (keyOfList(answer) !== undefined) return true;
	if (isPage(answer)) return candidates(answer).length > 0 || isBare(answer);
	return candidates(answer).length === 1 && others(answer).length === 1;
}

const others = (answer: IDataObject) =>
	Object.keys(answer).filter((name) => !ABOUT_LIST.has(name) && answer[name] !== null);

// Some lists without entries are not there at all, or null.
const isBare = (answer: IDataObject) => isPage(answer) && others(answer).length === 0;

/** Which list of an answer is meant. */
export interface ListChoice {
	/** Its name, where the user gives it; dots lead inwards. */
	readonly listKey?: string;
	/** Names that Zoom's documents call deprecated: a list of another name is meant, unless only these have entries. */
	readonly deprecated?: readonly string[];
}

/**
 * Reads the entries of the list in an answer, page after page. What is no object becomes a `value` where the user named
 * the list.
 * @throws Error that names the lists when there is no telling which is meant
 */
export function listReader({
	listKey,
	deprecated = [],
}: ListChoice): (page: IDataObject) => Entries {
	let known: string | undefined;
	return (answer) => {
		const key = listKey ?? keyOfList(answer);
		if (key !== undefined) return namedEntries(answer, key).map(asItem);
		const sameAgain = known === undefined ? undefined : answer[known];
		if (Array.isArray(sameAgain)) return sameAgain;
		const list = onlyList(answer, deprecated);
		known = list?.[0];
		return list?.[1] ?? [];
	};
}

/** The list in an answer by its name; undefined where all there are have no entries. */
function onlyList(answer: IDataObject, deprecated: readonly string[]): List | undefined {
	const all = candidates(answer);
	if (all.length === 0 && !isBare(answer)) {
		throw new Error(
			"Zoom's response contains no list. Choose another Response, or set List Key to the name of the list.",
		);
	}
	const current = all.filter(([name]) => !deprecated.includes(name));
	const [filled, isCurrent] = [all.filter(hasEntries), current.some(hasEntries)];
	// An account that Zoom has not moved yet may still have all entries in the old list.
	const lists = isCurrent ? current : filled;
	if (lists.length > 1) {
		const names = shortened(lists.map(([name]) => name).join(', '), MOST_TOLD);
		throw new Error(
			`Zoom's response contains several lists: ${names}. Set List Key to one of them.`,
		);
	}
	return lists.at(0);
}

const hasEntries = ([, entries]: List) => entries.length > 0;

/** What an answer says of the list of a name: what stands beside it, wherever that is, goes before what is further out. */
export const aboutNamed = (answer: IDataObject, listKey: string): IDataObject =>
	within(answer, listKey)
		.filter(isObject)
		.reduce((about, inner) => ({ ...about, ...inner }), {});

/** An answer, and what each part of a name with dots leads to in it. */
function within(answer: IDataObject, listKey: string): unknown[] {
	const found: unknown[] = [answer];
	for (const name of listKey.split('.')) {
		const outer = found.at(-1);
		found.push(isObject(outer) ? own(outer, name) : undefined);
	}
	return found;
}

/** Whether an answer has a list of a name. */
export const hasNamed = (answer: IDataObject, listKey: string): boolean =>
	Array.isArray(within(answer, listKey).at(-1));

function namedEntries(answer: IDataObject, listKey: string): Entries {
	const found = within(answer, listKey).at(-1);
	if (Array.isArray(found)) return found;
	const arrays = Object.keys(answer).filter((name) => Array.isArray(answer[name]));
	const known = arrays.length > 0 ? `; it has ${shortened(arrays.join(', '), MOST_TOLD)}` : '';
	throw new Error(
		`Zoom's response contains no list named ${shortened(listKey, MOST_TOLD)}${known}.`,
	);
}

// An item of n8n is an object.
const asItem = (entry: unknown) =>
	isObject(entry) || entry === null || entry === undefined
		? entry
		: { value: entry as IDataObject[string] };
