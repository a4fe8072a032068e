import type { IDataObject } from 'n8n-workflow';

import type { List, ZoomRequest } from '../operation';
import type { Client } from './client';

/** Some entries of a list. */
export interface Page {
	readonly entries: IDataObject[];
	/** What to ask Zoom for the page after this one with; undefined on the last. It lives for 15 minutes. */
	readonly next: string | undefined;
}

/** A list that cannot be trusted to be whole. */
export class ListError extends Error {}

/**
 * The pages of a list until Zoom names no further one.
 * @param pageSize how many entries a page has at most; no matter where Zoom does not page
 * @param from token of the page to begin with
 * @see https://developers.zoom.us/docs/api/pagination/
 */
export async function* pages(
	client: Client,
	request: ZoomRequest,
	list: List,
	pageSize: number,
	from?: string,
): AsyncGenerator<Page> {
	const seen = new Set<string | undefined>();
	let token = from;
	do {
		seen.add(token);
		const query: IDataObject = { ...request.query };
		if (list.paging === 'token') query.page_size = pageSize;
		if (token !== undefined) query.next_page_token = token;
		const answer = await client.send({ ...request, query });
		token = nextToken(answer);
		yield { entries: entries(answer, list), next: token };
		if (token !== undefined && seen.has(token)) {
			throw new ListError('Zoom answered the same page of the list twice.');
		}
	} while (token !== undefined);
}

const nextToken = ({ next_page_token: token }: IDataObject) =>
	typeof token === 'string' && token !== '' ? token : undefined;

function entries(answer: IDataObject, { key }: List): IDataObject[] {
	const found = answer[key] ?? (Number(answer.total_records) === 0 ? [] : undefined);
	if (!Array.isArray(found)) throw new ListError(`Zoom's answer has no list of ${key}.`);
	return found as IDataObject[];
}

/** The entries of all pages together, at most `limit`; all of them without one. */
export async function listAll(
	client: Client,
	request: ZoomRequest,
	list: List,
	limit = Infinity,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	const pageSize = Math.min(list.pageSize ?? limit, limit);
	for await (const page of pages(client, request, list, pageSize)) {
		for (const entry of page.entries) found.push(entry);
		if (found.length >= limit) return found.slice(0, limit);
	}
	return found;
}
