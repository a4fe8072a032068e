import type { Call, Handler } from '../core/context';
import { badToken } from '../core/http/answers';
import { askedPage } from '../core/listing';
import { userOf } from '../oauth/access';
import type { ProductRoute } from './routes';
import { keyedProducts, productRoutes } from './routes';

/** An entry somebody added to a list of another product. */
export interface ProductRecord {
	id: string;
	/** The list's path with its values, so that every mailbox or calendar has its own. */
	list: string;
	entry: Record<string, unknown>;
}

/** What the routes of the other products do: keep what is added, and list it. */
export const productHandlers: Record<string, Handler> = Object.fromEntries(
	productRoutes.map((route) => [
		route.operationId,
		keyedProducts.includes(route.product)
			? refuseToken
			: (call: Call) => (route.method === 'GET' ? list(call, route) : add(call, route)),
	]),
);

function refuseToken(): never {
	throw badToken();
}

function list(call: Call, { entries }: ProductRoute): object {
	const place = placeOf(call, entries.list);
	const added = call.context.store.productRecords.find((each) => each.list === place);
	const all = [...samples(entries), ...added.map(({ entry }) => entry)];
	const { key = 'items' } = entries;
	if (entries.style === 'scim') return scimPage(call, all);
	if (entries.style === 'google') return googlePage(call, all, key);
	const page = askedPage(call, all);
	return {
		page_size: page.fields.page_size,
		total_records: page.fields.total_records,
		next_page_token: page.fields.next_page_token,
		[key]: page.entries,
	};
}

/** A page as calendars and mailboxes answer it, which use Google's names. */
function googlePage(call: Call, all: object[], key: string): object {
	const { pageToken, maxResults, ...others } = call.query;
	const query = { ...others, next_page_token: pageToken, page_size: maxResults };
	const page = askedPage({ ...call, query }, all);
	const { next_page_token: next } = page.fields;
	return { [key]: page.entries, ...(next && { nextPageToken: next }) };
}

/** @see https://datatracker.ietf.org/doc/html/rfc7644#section-3.4.2.4 */
function scimPage({ query: { startIndex, count } }: Call, all: object[]): object {
	const start = Math.max(1, Number(startIndex) || 1);
	const entries = all.slice(start - 1, start - 1 + (Number(count) || 100));
	return {
		schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
		totalResults: all.length,
		startIndex: start,
		itemsPerPage: entries.length,
		Resources: entries,
	};
}

function add(call: Call, { entries }: ProductRoute): object {
	const { context, body } = call;
	const id = context.ids.userId();
	const entry = { [entries.id]: id, ...body };
	context.store.productRecords.insert({ id, list: placeOf(call, entries.list), entry });
	return entry;
}

/** The three entries every list begins with. */
function samples({ list, id }: ProductRoute['entries']): Record<string, unknown>[] {
	const name = list.split('/').pop() ?? '';
	return ['First', 'Second', 'Third'].map((word, index) => ({
		[id]: `EmulatorContext-${name}-${index + 1}`,
		name: `${word} of ${name.replaceAll('_', ' ')}`,
	}));
}

function placeOf(call: Call, list: string): string {
	return list.replace(/\{([^{}]+)\}/g, (_, name: string) =>
		name === 'userId' ? userOf(call).id : (call.params[name] ?? ''),
	);
}
