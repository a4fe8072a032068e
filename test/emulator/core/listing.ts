import type { Call } from './context';
import type { Page } from './pages';

/** The page a call asks for; a page token holds only for the same call with nothing else changed. */
export function askedPage<T>({ context, params, query, route }: Call, all: T[]): Page<T> {
	const { page_size: _size, page_number: _number, next_page_token: _token, ...question } = query;
	const listing = JSON.stringify([route.path, params, question]);
	return context.pages.page(all, listing, query, route.maxPageSize ?? 300);
}
