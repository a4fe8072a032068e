import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../json/json';
import type { Paging } from '../../registry/paging';
import type { ZoomRequest } from '../../registry/types';
import type { Client } from '../client/client';
import { digestOf, KnownEntries } from './knownEntries';
import type { Position } from './paging';
import { createTrail, saysMore } from './paging';

/** Some entries of a list. */
export interface Page {
	/** Those that no page before has had. */
	readonly entries: IDataObject[];
	/** How many entries Zoom's answer has, and how many of them are no objects. */
	readonly size: number;
	readonly unreadable: number;
	/** Where to go on after this page; undefined on the last. Zoom forgets it after 15 minutes. */
	readonly next: string | undefined;
	/** All that Zoom answered, what it says of the list at the top. */
	readonly answer: IDataObject;
}

/** A list that cannot be trusted to be whole. */
export class ListError extends Error {}

/** A list, for an operation, a picker or API Call. */
export interface Source {
	/** Asks for the page at a position; the first is at none. */
	readonly ask: (position: Position) => Promise<IDataObject>;
	/** The entries in an answer. */
	readonly read: (answer: IDataObject) => readonly unknown[];
	/** What an answer says of the list, where it does not say so at its top. */
	readonly about?: (answer: IDataObject) => IDataObject;
	/** What is asked for beside the position. */
	readonly query: Readonly<IDataObject>;
	/** Whether Zoom documents that the list is paged by number and nothing else. */
	readonly isNumbered: boolean;
	/** Member that tells each entry from all others, where Zoom has one. */
	readonly id?: string;
}

/**
 * How many pages in a row may lead on without an entry. Zoom filters some lists after it has cut them into pages, so a
 * few are no reason to stop.
 */
const MOST_EMPTY = 20;

/**
 * The pages of a list until Zoom names no further one.
 * @param from where to go on, as a page before said
 * @throws ListError where Zoom leads in a circle, or nowhere
 * @see https://developers.zoom.us/docs/api/pagination/
 */
export async function* pages(source: Source, from?: string): AsyncGenerator<Page> {
	const follow = createTrail(source.isNumbered);
	let { position, empty } = readCursor(from);
	const [positions, contents] = [new Set([JSON.stringify(position)]), new Set<string>()];
	const known = new KnownEntries(source.id);
	for (;;) {
		const reply = await source.ask(position);
		const all = source.read(reply);
		const answer = source.about?.(reply) ?? reply;
		const readable = all.filter(isObject);
		const next = follow({ answer, query: { ...source.query, ...position }, size: all.length });
		const content = digestOf(readable);
		// A single entry may well look like the one before.
		const isRepeated = readable.length > 1 && contents.has(content);
		if (isRepeated || (next && positions.has(JSON.stringify(next)))) {
			throw new ListError('Zoom returned the same page of the list twice.');
		}
		const entries = known.takeNew(readable);
		empty = entries.length === 0 || contents.has(content) ? empty + 1 : 0;
		if (next && empty >= MOST_EMPTY) throw new ListError(NOTHING_NEW);
		const unreadable = all.length - readable.length;
		yield { entries, size: all.length, unreadable, next: next && cursorOf(next, empty), answer };
		if (next === undefined && saysMore(answer)) throw new ListError(NO_WAY_ON);
		if (next === undefined) return;
		positions.add(JSON.stringify(next));
		contents.add(content);
		position = next;
	}
}

const NOTHING_NEW = `Zoom returned ${MOST_EMPTY} pages without new entries in a row. Try again later, or narrow the list.`;
const NO_WAY_ON = 'Zoom reports more pages of the list, but no page token to get them.';

/** The pages of a list that the registry describes. */
export const listPages = (
	client: Client,
	request: ZoomRequest,
	list: Paging,
	pageSize: number,
	from?: string,
): AsyncGenerator<Page> =>
	pages(
		{
			ask: async (position) => {
				const size = list.paging === 'none' ? {} : { page_size: pageSize };
				return await client.send({ ...request, query: { ...request.query, ...size, ...position } });
			},
			read: (answer) => entriesOf(answer, list),
			query: request.query,
			isNumbered: list.paging === 'page',
			id: list.id,
		},
		from,
	);

function entriesOf(answer: IDataObject, { key }: Paging): readonly unknown[] {
	const found = answer[key] ?? (Number(answer.total_records) === 0 ? [] : undefined);
	if (!Array.isArray(found)) throw new ListError(`Zoom's response has no list of ${key}.`);
	return found;
}

// What stands for a position in n8n's editor, with how many pages before it in a row had nothing.
const EMPTY = 'empty pages';

function cursorOf(position: Position, empty: number): string {
	const count: Position = empty > 0 ? { [EMPTY]: String(empty) } : {};
	return new URLSearchParams({ ...position, ...count }).toString();
}

function readCursor(cursor = ''): { position: Position; empty: number } {
	const { [EMPTY]: empty = '0', ...position } = Object.fromEntries(new URLSearchParams(cursor));
	return { position, empty: Number(empty) || 0 };
}
