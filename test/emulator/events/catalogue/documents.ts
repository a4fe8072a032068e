import type { Schema } from '../../../../spec/facts';
import { readEventSamples, readEvents } from '../../../../spec/read';

/** What one of Zoom's documents says about an event. */
export interface DocumentedEvent {
	name: string;
	/** Its schema, with nothing allowed beside what it names. */
	schema: Schema;
	/** Zoom's own example as a text, but for its words. */
	example: string;
}

/** Every event that the documents describe. */
export const documentedEvents = (): DocumentedEvent[] =>
	readEvents().flatMap(({ event: name, body }) =>
		body ? [{ name, schema: closed(body), example: readEventSamples()[name] }] : [],
	);

function closed(schema: Schema): Schema {
	const { properties, required = [], items, allOf, anyOf, oneOf } = schema;
	return {
		...schema,
		...(items && { items: closed(items) }),
		...(allOf && { allOf: allOf.map(closed) }),
		...(anyOf && { anyOf: anyOf.map(closed) }),
		...(oneOf && { oneOf: oneOf.map(closed) }),
		...(properties && {
			additionalProperties: false,
			properties: Object.fromEntries(
				Object.entries(properties).map(([name, inner]) => [name, closed(inner)]),
			),
			// One requires a field that it does not have.
			required: required.filter((name) => name in properties),
		}),
	};
}
