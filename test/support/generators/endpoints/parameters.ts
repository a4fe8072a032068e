import type { Parameter } from '../../../../nodes/Zoom/resources/api/endpoints';
import type { Endpoint as Row, Schema, Shape } from '../../../../spec/facts';
import { flat } from '../../../../spec/lists';

// What these take is not offered.
const LEFT_OUT = ['zoom-number-management.2026-07'];

/** Whether a document that is up to date says what an endpoint takes. */
export const isCurrent = ({ document }: Row): boolean =>
	document !== undefined && !LEFT_OUT.includes(document);

/** What an endpoint takes in its path, its query and the first level of its body, as far as it is offered. */
export function parametersOf(row: Row): Parameter[] {
	if (isCurrent(row)) return parametersIn(row, row.shape!);
	return row.oldShape ? parametersIn(row, row.oldShape).map(roughly) : [];
}

/** Whether an endpoint takes nothing but a file. */
export const isUpload = ({ shape, oldShape }: Row): boolean =>
	Object.keys((shape ?? oldShape)?.body ?? {}).join() === 'multipart/form-data';

/** The lists of things that an endpoint answers. */
export function listsOf({ shape }: Row): { name: string; deprecated: boolean }[] {
	return Object.entries(flat(shape?.answers?.['200'] ?? {}).properties ?? {})
		.filter(([, { type, items }]) => type === 'array' && items?.type === 'object')
		.map(([name, { deprecated = false }]) => ({ name, deprecated }));
}

// Paging is the node's business.
const PAGING = ['next_page_token', 'page_number', 'page_size'];

function parametersIn({ method }: Row, { parameters = [], body: bodies }: Shape): Parameter[] {
	const simple = parameters
		.filter(
			(entry) => entry.in === 'path' || (entry.in === 'query' && !PAGING.includes(entry.name)),
		)
		.map(({ name, in: place, required, takesTime, schema = {} }) => ({
			name,
			in: place as 'path' | 'query',
			...(required && { required }),
			...typeOf(place === 'path' ? { ...schema, type: 'string', format: undefined } : schema),
			...(takesTime && { type: 'dateOrTime' as const }),
		}));
	const schema = bodies?.['application/json'];
	if (!schema || method === 'GET') return simple;
	const { properties = {}, required = [] } = flat(schema);
	const body = Object.entries(properties).map(([name, entry]) => ({
		name,
		in: 'body' as const,
		...(required.includes(name) && { required: true }),
		...typeOf(entry),
	}));
	return [...simple, ...body];
}

/** Name and type only, of a document so old that its bounds may be wrong by now. */
const roughly = ({ name, in: place, type }: Parameter): Parameter => ({
	name,
	in: place,
	...(place === 'path' && { required: true }),
	type,
});

function typeOf(given: Schema): Pick<Parameter, 'type'> & Partial<Parameter> {
	const schema = given.type ? given : { ...given, ...(given.allOf ?? given.oneOf ?? [])[0] };
	const { format, minimum, maximum, minLength, maxLength } = schema;
	const choices = (schema.enum ?? []).filter(
		(value) => typeof value === 'number' || (typeof value === 'string' && value !== ''),
	) as (string | number)[];
	switch (schema.type) {
		case 'integer':
			return {
				type: 'integer',
				...(choices.length > 0 ? { enum: choices } : clean({ min: minimum, max: maximum })),
			};
		case 'boolean':
		case 'array':
		case 'object':
			return { type: schema.type };
		case 'string':
			if (choices.length > 0) return { type: 'string', enum: choices };
			if (format === 'date') return { type: 'date' };
			if (format === 'date-time') return { type: 'dateTime' };
			return { type: 'string', ...clean({ minLength, maxLength }) };
		default:
			return { type: schema.properties ? 'object' : 'string' };
	}
}

const clean = (bounds: Record<string, number | undefined>) =>
	Object.fromEntries(Object.entries(bounds).filter(([, bound]) => bound !== undefined));
