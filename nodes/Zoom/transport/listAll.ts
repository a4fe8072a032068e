import type { IDataObject } from 'n8n-workflow';

import type { List, ZoomRequest } from '../operation';
import type { Client } from './client';
import type { Month } from './months';
import { monthsOf } from './months';
import { pages } from './pages';
import { time } from './time';

/** Tells the user something beside the items. */
type Warn = (message: string) => void;

/**
 * The entries of all pages together, at most `limit`; all of them without one. Where Zoom answers only a month at once
 * and more is wanted, month by month from the oldest, in the order of time and each entry once.
 */
export async function listAll(
	client: Client,
	request: ZoomRequest,
	list: List,
	limit = Infinity,
	warn: Warn = () => {},
): Promise<IDataObject[]> {
	const months = list.months ? monthsOf(request, time.now(), list.months.isAhead) : [];
	if (!list.months || months.length < 2) {
		return await listOnce(client, request, list, limit, warn);
	}
	const { by, id } = list.months;
	const identity = (entry: IDataObject) => (id ? entry[id] : JSON.stringify(entry));
	const found: IDataObject[] = [];
	for (const month of months) {
		const query = { ...request.query, ...month };
		const entries = await listOnce(client, { ...request, query }, list, Infinity, warn);
		const known = new Set(found.map(identity));
		for (const entry of inOrder(entries, by)) if (!known.has(identity(entry))) found.push(entry);
		if (found.length >= limit) break;
	}
	return found.slice(0, limit);
}

// Where Zoom does not say how large a page may be; most lists serve as many.
const USUAL_PAGE = 300;

const inOrder = (entries: readonly IDataObject[], by: string) =>
	[...entries].sort((a, b) => Date.parse(String(a[by])) - Date.parse(String(b[by])));

async function listOnce(
	client: Client,
	request: ZoomRequest,
	list: List,
	limit: number,
	warn: Warn,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	const pageSize = Math.min(list.pageSize ?? USUAL_PAGE, limit);
	for await (const { entries, answer } of pages(client, request, list, pageSize)) {
		if (found.length === 0) warnOfCut(request.query as Partial<Month>, answer, warn);
		for (const entry of entries) found.push(entry);
		if (found.length >= limit) return found.slice(0, limit);
	}
	return found;
}

// Zoom tells which days it answers, and moves the first one without an error where it deems the time too long.
function warnOfCut({ from }: Partial<Month>, answer: IDataObject, warn: Warn): void {
	const answered = String(answer.from ?? from);
	if (from !== undefined && Date.parse(answered) > Date.parse(from)) {
		warn(`Zoom answered from ${answered} on instead of ${from}; what is older is missing.`);
	}
}
