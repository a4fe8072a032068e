import type { Schema } from '../../../../spec/facts';

/** Values that the documents' text or examples name and their lists leave out or misspell, by field. */
const unlisted: Record<string, string> = { file_type: 'TIMELINE', status: 'Do_Not_Disturb' };

/** What an answer is held against: its schema with nothing allowed beside what it names. */
export function closed(schema: Schema): Schema {
	const { enum: choices, ...rest } = schema;
	const { allOf, oneOf, properties, items } = schema;
	if (allOf) {
		const parts = allOf.map(closed);
		return {
			...parts[0],
			required: parts.flatMap(({ required = [] }) => required),
			properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Record<
				string,
				Schema
			>,
		};
	}
	if (oneOf) return { anyOf: oneOf.map(closed) };
	// In a few places Zoom writes beside a list what its entries may be.
	if (schema.type === 'array' && choices) {
		return closed({ ...rest, items: { ...items, enum: choices } });
	}
	return {
		...schema,
		...(properties && {
			additionalProperties: false,
			properties: Object.fromEntries(
				Object.entries(properties).map(([name, inner]) => [name, closed(completed(name, inner))]),
			),
		}),
		...(items && { items: closed(items) }),
	};
}

function completed(name: string, schema: Schema): Schema {
	if (!schema.enum || !(name in unlisted)) return schema;
	return { ...schema, enum: [...new Set([...schema.enum, unlisted[name]])] };
}
