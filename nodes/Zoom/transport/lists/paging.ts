import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../json/json';

/** Where a page of a list begins: parameters of the query. */
export type Position = Readonly<Record<string, string>>;

/** A page as far as it says how the list goes on. */
export interface PageFacts {
	readonly answer: IDataObject;
	/** What was asked for, with the position of the page. */
	readonly query: Readonly<IDataObject>;
	/** How many entries the page has, whatever they are. */
	readonly size: number;
}

/** Reads where the page after this one begins; nothing where the list ends, or goes on in another way. */
type Way = (page: PageFacts) => Position | undefined;

type Names = readonly string[];

/** Members with which an answer leads on, and the parameter that takes their value. */
const TOKENS: Readonly<Record<string, string>> = {
	next_page_token: 'next_page_token',
	// Mail and calendars page as Google's do.
	nextPageToken: 'pageToken',
	next_cursor: 'cursor',
	nextCursor: 'cursor',
};
const LINKS: Names = [
	'next',
	'next_link',
	'nextLink',
	'next_url',
	'next_page_url',
	'next_page',
	'nextPage',
	'@odata.nextLink',
];
/** Members that number a page; most are parameters of the same name. */
const NUMBERS: Names = [
	'page_number',
	'pageNumber',
	'page_num',
	'pageNum',
	'page_no',
	'pageNo',
	'page_index',
	'pageIndex',
	'page',
	'current_page',
	'currentPage',
];
const PARAMETERS: Readonly<Record<string, string>> = { current_page: 'page', currentPage: 'page' };
/** Members that number the page after this one, and the parameter that takes it where nothing else tells. */
const FOLLOWING: Readonly<Record<string, string>> = {
	next_page: 'page',
	nextPage: 'page',
	next_page_number: 'page_number',
	nextPageNumber: 'pageNumber',
};
const COUNTS: Names = [
	'page_count',
	'pageCount',
	'total_pages',
	'totalPages',
	'total_page',
	'pages',
];
const OFFSETS: Names = ['startIndex', 'start_index', 'offset'];
const TOTALS: Names = [
	'total_records',
	'totalRecords',
	'totalResults',
	'total_results',
	'total_count',
	'totalCount',
	'total',
];
const SIZES: Names = ['page_size', 'pageSize', 'per_page', 'perPage', 'itemsPerPage', 'limit'];
const MORE: Names = ['has_more', 'hasMore', 'has_next_page', 'hasNextPage', 'has_next', 'hasNext'];
const LAST: Names = ['is_last_page', 'isLastPage', 'is_last', 'isLast'];
/** Objects in which an answer may say the same. */
const GROUPS: Names = [
	'pagination',
	'paging',
	'page_info',
	'pageInfo',
	'links',
	'_links',
	'meta',
	'metadata',
	'response_metadata',
];

/** All members that say something of a list rather than being one. */
export const PAGING_MEMBERS: Names = [
	...Object.keys(TOKENS),
	...Object.keys(FOLLOWING),
	...[LINKS, NUMBERS, COUNTS, OFFSETS, TOTALS, SIZES, MORE, LAST, GROUPS].flat(),
];

/** What an answer says of its list, wherever it says so. */
function aboutOf(answer: IDataObject): IDataObject {
	const groups = GROUPS.map((name) => answer[name]).filter(isObject);
	return groups.reduce<IDataObject>((all, group) => ({ ...group, ...all }), answer);
}

const countIn = (about: Readonly<IDataObject>, name: string): number | undefined => {
	const value = about[name];
	const isNumber = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
	const count = isNumber ? Number(value) : NaN;
	return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
};

const firstCount = (about: Readonly<IDataObject>, names: Names): number | undefined =>
	names.map((name) => countIn(about, name)).find((count) => count !== undefined);

const nameOfCount = (about: Readonly<IDataObject>, names: Names): string | undefined =>
	names.find((name) => countIn(about, name) !== undefined);

/** Whether a list goes on, where its answer says so in a word. */
function flagOf(about: IDataObject): boolean | undefined {
	const more = firstSwitch(about, MORE);
	const last = firstSwitch(about, LAST);
	return more ?? (last === undefined ? undefined : !last);
}

const firstSwitch = (about: Readonly<IDataObject>, names: Names): boolean | undefined =>
	names
		.map((name) => about[name])
		.map((value) => (typeof value === 'boolean' ? value : SWITCHES.get(value)))
		.find((value) => value !== undefined);

const SWITCHES: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
	['true', true],
	['false', false],
	[1, true],
	[0, false],
]);

/** Whether an answer says that its list has more pages, without saying where. */
export const saysMore = (answer: IDataObject): boolean => flagOf(aboutOf(answer)) === true;

/** Whether an answer says that its list has more pages, wherever they are. */
export const leadsOn = (answer: IDataObject): boolean =>
	saysMore(answer) || byToken({ answer, query: {}, size: 0 }) !== undefined;

/** How many entries and pages a list has in all, where the answer counts them. */
export function countsOf(answer: IDataObject): { entries: number; pages: number } {
	const about = aboutOf(answer);
	return { entries: firstCount(about, TOTALS) ?? 0, pages: firstCount(about, COUNTS) ?? 0 };
}

/** Whether an answer is beyond doubt a page of a list. */
export function isPage(answer: IDataObject): boolean {
	const about = aboutOf(answer);
	const marks = [
		...Object.keys(TOKENS),
		...Object.keys(FOLLOWING),
		'page_count',
		'totalResults',
		...MORE,
		...LAST,
	];
	return marks.some((name) => name in about);
}

/** Whether a query asks for a page other than the first. */
export const isInside = (query: Readonly<IDataObject>): boolean =>
	[...Object.values(TOKENS), ...NUMBERS, ...OFFSETS].some((name) => query[name] !== undefined);

const textOf = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const byToken: Way = ({ answer }) => {
	const about = aboutOf(answer);
	const name = Object.keys(TOKENS).find((each) => textOf(about[each]) !== '');
	return name === undefined ? undefined : { [TOKENS[name]]: textOf(about[name]) };
};

/** Only the query of a link counts, so that a call stays one of the same endpoint. */
const byLink: Way = ({ answer }) => {
	const about = aboutOf(answer);
	const links = LINKS.map((name) => about[name]).map((link) => (isObject(link) ? link.href : link));
	const link = links.find((each) => typeof each === 'string' && each.includes('?'));
	if (link === undefined) return undefined;
	const search = String(link).slice(String(link).indexOf('?') + 1);
	const parameters = [...new URLSearchParams(search)].filter(([name]) => /^[a-z]\w*$/i.test(name));
	return parameters.length > 0 ? Object.fromEntries(parameters) : undefined;
};

/** The first index is what the first page says it is, be it 0 or 1; SCIM's is 1, said or not. */
function offsetWay(): Way {
	let first: number | undefined;
	return ({ answer, query, size }) => {
		const about = aboutOf(answer);
		const isScim = countIn(about, 'totalResults') !== undefined;
		const name = nameOfCount(about, OFFSETS) ?? (isScim ? 'startIndex' : undefined);
		if (name === undefined || size === 0) return undefined;
		const start = countIn(about, name) ?? countIn(query, name) ?? 1;
		first ??= countIn(query, name) === undefined ? start : isScim ? 1 : 0;
		const next = start + size;
		const isMore = flagOf(about) ?? next - first < (firstCount(about, TOTALS) ?? 0);
		return isMore ? { [name]: String(next) } : undefined;
	};
}

/** Pages that nobody numbers are counted from the one that was asked for; a list may begin with 0. */
function numberWay(): Way {
	let first: number | undefined;
	return ({ answer, query }) => {
		const about = aboutOf(answer);
		const name = nameOfCount(about, NUMBERS);
		const asked = nameOfCount(query, NUMBERS);
		const count = firstCount(about, COUNTS);
		const following = nameOfCount(about, Object.keys(FOLLOWING));
		if ((name ?? asked ?? count ?? following) === undefined) return undefined;
		const own = asked ?? (name && (PARAMETERS[name] ?? name));
		if (following !== undefined) {
			const to = countIn(about, following);
			return to === 0 ? undefined : { [own ?? FOLLOWING[following]]: String(to) };
		}
		const parameter = own ?? 'page_number';
		const said = name === undefined ? undefined : countIn(about, name);
		const page = said ?? countIn(query, parameter) ?? 1;
		first ??= page === 0 ? 0 : 1;
		const done = page - first + 1;
		const size = firstCount(about, SIZES) ?? Infinity;
		const isMore =
			flagOf(about) ??
			(count === undefined ? done * size < (firstCount(about, TOTALS) ?? 0) : done < count);
		return isMore ? { [parameter]: String(page + 1) } : undefined;
	};
}

/**
 * Follows a list from page to page. How it goes on shows on the first page that does; the others are read in that way.
 * @param isNumbered whether Zoom documents that the list is paged by number and nothing else
 */
export function createTrail(isNumbered: boolean): Way {
	const [offset, number] = [offsetWay(), numberWay()];
	const ways: readonly Way[] = isNumbered ? [number, byToken] : [byToken, byLink, offset, number];
	let chosen: Way | undefined;
	return (page) => {
		if (chosen) return chosen(page);
		// Where there are tokens, an empty one ends the list, whatever pages are counted.
		const about = aboutOf(page.answer);
		const hasToken = !isNumbered && Object.keys(TOKENS).some((name) => name in about);
		const usable = hasToken && flagOf(about) !== true ? [byToken] : ways;
		chosen = usable.find((way) => way(page) !== undefined);
		return chosen?.(page);
	};
}
