import type { IDataObject } from 'n8n-workflow';

import type { Paging } from '../../registry/paging';
import type { ZoomRequest } from '../../registry/types';
import type { Client } from '../client/client';
import { clock } from '../sync/clock';
import type { Warn } from './collect';
import { collect } from './collect';
import { dateWindowsOf } from './dateWindows';
import { digestOf } from './knownEntries';
import { listPages } from './pages';

/**
 * The entries of all pages together, at most `limit`; all of them without one. Where Zoom answers only a month at once
 * and more is wanted, month by month from the oldest, in the order of time and each entry once.
 */
export async function listAll(
	client: Client,
	request: ZoomRequest,
	list: Paging,
	limit = Infinity,
	warn: Warn = () => {},
): Promise<IDataObject[]> {
	const months = list.dateWindows
		? dateWindowsOf(request, clock.now(), list.dateWindows.isAhead)
		: [];
	if (!list.dateWindows || months.length < 2) {
		return await listOnce(client, request, list, limit, warn);
	}
	const { by, id } = list.dateWindows;
	const identity = (entry: IDataObject) => (id && entry[id]) ?? digestOf(entry);
	const found: IDataObject[] = [];
	const known = new Set<unknown>();
	for (const month of months) {
		const query = { ...request.query, ...month };
		const entries = await listOnce(client, { ...request, query }, list, Infinity, warn);
		const fresh = entries.filter((entry) => !known.has(identity(entry)));
		for (const entry of inOrder(fresh, by)) found.push(entry);
		for (const entry of fresh) known.add(identity(entry));
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
	list: Paging,
	limit: number,
	warn: Warn,
): Promise<IDataObject[]> {
	const pageSize = Math.min(list.pageSize ?? USUAL_PAGE, limit);
	const { query } = request;
	return await collect(listPages(client, request, list, pageSize), { limit, query, warn });
}
