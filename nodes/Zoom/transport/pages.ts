import type { IDataObject } from 'n8n-workflow';

import type { List, ZoomRequest } from '../operation';
import type { Client } from './client';

/** Some entries of a list. */
export interface Page {
	readonly entries: IDataObject[];
	/** Where the page after this one begins; undefined on the last. Zoom forgets it after 15 minutes. */
	readonly next: string | undefined;
	/** All that Zoom answered. */
	readonly answer: IDataObject;
}

/** A list that cannot be trusted to be whole. */
export class ListError extends Error {}

/** How a list leads on: the query parameter that says where a page begins, and its value for the page after this. */
interface Paging {
	readonly parameter: string;
	readonly next: (answer: IDataObject) => unknown;
}

const PAGINGS: Readonly<Record<List['paging'], Paging | undefined>> = {
	none: undefined,
	token: { parameter: 'next_page_token', next: ({ next_page_token: token }) => token },
	page: {
		parameter: 'page_number',
		next: ({ page_number: page, page_count: count }) =>
			Number(page) < Number(count) ? Number(page) + 1 : undefined,
	},
};

/**
 * The pages of a list until Zoom names no further one.
 * @param pageSize how many entries a page has at most; no matter where Zoom does not page
 * @param from where to begin, as a page before said
 * @see https://developers.zoom.us/docs/api/pagination/
 */
export async function* pages(
	client: Client,
	request: ZoomRequest,
	list: List,
	pageSize: number,
	from?: string,
): AsyncGenerator<Page> {
	const paging = PAGINGS[list.paging];
	const seen = new Set<string | undefined>();
	let position = from;
	do {
		seen.add(position);
		const query: IDataObject = { ...request.query };
		if (paging) query.page_size = pageSize;
		if (paging && position !== undefined) query[paging.parameter] = position;
		const answer = await client.send({ ...request, query });
		position = textOf(paging?.next(answer));
		if (position !== undefined && seen.has(position)) {
			throw new ListError('Zoom answered the same page of the list twice.');
		}
		yield { entries: entries(answer, list), next: position, answer };
	} while (position !== undefined);
}

const textOf = (value: unknown) =>
	value === undefined || value === null || value === '' ? undefined : String(value);

function entries(answer: IDataObject, { key }: List): IDataObject[] {
	const found = answer[key] ?? (Number(answer.total_records) === 0 ? [] : undefined);
	if (!Array.isArray(found)) throw new ListError(`Zoom's answer has no list of ${key}.`);
	return found as IDataObject[];
}
