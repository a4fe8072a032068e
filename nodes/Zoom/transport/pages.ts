import type { IDataObject } from 'n8n-workflow';

import type { List, ZoomRequest } from '../operation';
import type { Client } from './client';

/**
 * The pages of a list, each as its entries, until Zoom names no further one.
 * @param limit how many entries are wanted; undefined for all
 * @see https://developers.zoom.us/docs/api/pagination/
 */
export async function* pages(
	client: Client,
	request: ZoomRequest,
	list: List,
	limit: number | undefined,
): AsyncGenerator<IDataObject[]> {
	if (list.pageSize === undefined) {
		yield entries(await client.send(request), list);
		return;
	}
	const pageSize = Math.min(list.pageSize, limit ?? list.pageSize);
	const seen = new Set<string>();
	let token = '';
	do {
		const query: IDataObject = { ...request.query, page_size: pageSize };
		if (token !== '') query.next_page_token = token;
		const page = await client.send({ ...request, query });
		yield entries(page, list);
		token = String(page.next_page_token ?? '');
		if (seen.has(token)) throw new ListError('Zoom answered the same page of the list twice.');
		seen.add(token);
	} while (token !== '');
}

/** A list that cannot be trusted to be whole. */
export class ListError extends Error {}

function entries(page: IDataObject, { key }: List): IDataObject[] {
	const found = page[key] ?? (Number(page.total_records) === 0 ? [] : undefined);
	if (!Array.isArray(found)) throw new ListError(`Zoom's answer has no list of ${key}.`);
	return found as IDataObject[];
}

/** The entries of all pages together, at most `limit`. */
export async function listAll(
	client: Client,
	request: ZoomRequest,
	list: List,
	limit: number | undefined,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	for await (const page of pages(client, request, list, limit)) {
		for (const entry of page) found.push(entry);
		if (limit !== undefined && found.length >= limit) return found.slice(0, limit);
	}
	return found;
}
