import type { Endpoint, Schema } from './facts';

/** The one list that an endpoint answers; undefined where it answers none, or several. */
export function listKeyOf({
	shape,
	oldShape,
}: Pick<Endpoint, 'shape' | 'oldShape'>): string | undefined {
	const members = Object.entries(
		flat((shape ?? oldShape)?.answers?.['200'] ?? {}).properties ?? {},
	);
	const lists = members.filter(
		([, entry]) => !entry.deprecated && (entry.type ?? entry.allOf?.[0]?.type) === 'array',
	);
	return lists.length === 1 ? lists[0][0] : undefined;
}

/** Says which part of a list an answer is. */
const OF_PAGES: ReadonlySet<string> = new Set([
	'from',
	'next_page_token',
	'page_count',
	'page_number',
	'page_size',
	'to',
	'total_records',
]);

/** The same where what the endpoint answers is that list, rather than one thing that has a list among its members. */
export function ownListKeyOf(endpoint: Endpoint): string | undefined {
	const { method, path, pagination, shape, oldShape } = endpoint;
	const key = method === 'GET' && pagination !== undefined ? listKeyOf(endpoint) : undefined;
	if (key === undefined || pagination !== 'none') return key;
	const answer = flat((shape ?? oldShape)?.answers?.['200'] ?? {});
	const others = Object.keys(answer.properties ?? {}).filter((name) => name !== key);
	return path.endsWith('}') || others.some((name) => !OF_PAGES.has(name)) ? undefined : key;
}

/** One object for all the ways Zoom puts one together; of alternatives nothing is required. */
export function flat(schema: Schema): Schema {
	const all = (schema.allOf ?? []).map(flat);
	const some = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].map(flat);
	return {
		properties: Object.assign({}, ...[schema, ...all, ...some].map(({ properties }) => properties)),
		required: [schema, ...all].flatMap(({ required = [] }) => required),
	};
}
