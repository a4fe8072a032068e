import type { Route } from '../core/contract/contract';
import facts from './routes.generated.json';

/** What is known of a route of another Zoom product: less than of those in the contract. */
export interface ProductRoute
	extends Pick<
		Route,
		| 'method'
		| 'path'
		| 'operationId'
		| 'granular'
		| 'classic'
		| 'label'
		| 'paging'
		| 'maxPageSize'
		| 'success'
	> {
	product: string;
	/** The list it shows or adds to, the key of that list in the answer, its entries' ID, and how it is paged. */
	entries: { list: string; key?: string; id: string; style?: 'google' | 'scim' };
}

/** A list and, where there is one, a way to add to it, for each of Zoom's other products. */
export const productRoutes = facts as unknown as ProductRoute[];

/** Products that take a token signed with a key of their own, and none of an app. */
export const keyedProducts = ['ai-services', 'cobrowse-sdk', 'video-sdk'];

/** How products refuse a token without the scope, where it is not as usual. */
const scopeErrors: Record<string, Route['scopeError']> = {
	phone: { code: 104 },
	events: { code: 104, unescaped: true },
	marketplace: { code: 201 },
};

/** The same as routes; what they take in query and body is not known, so they take all. */
export const openRoutes: Route[] = productRoutes.map(({ product, entries: _, ...route }) => ({
	...route,
	open: true,
	scopeError: scopeErrors[product],
	params: Object.fromEntries(
		[...route.path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => [name, { type: 'string' }]),
	),
	query: {},
	...(route.method === 'POST' && { body: { type: 'object' } }),
}));
