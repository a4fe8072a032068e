import type { Schema } from '../facts';
import type { Json } from './documents';

/** What is kept of a schema as it is. All else is Zoom's text, or says nothing of the value. */
const KEPT = [
	...['type', 'format', 'nullable', 'deprecated', 'enum', 'pattern', 'uniqueItems', 'required'],
	...['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'],
];

/** The facts in a schema of a document, with what it refers to in place. */
export function factsOf(schema: Json, document: object): Schema {
	const { $ref, ...rest } = schema;
	if (typeof $ref === 'string') return factsOf(target($ref, document), document);
	const inner = (value: unknown) => factsOf(value as Json, document);
	const entries = Object.entries(rest).flatMap(([name, value]): [string, unknown][] => {
		if (KEPT.includes(name)) return value === false ? [] : [[name, value]];
		if (name === 'properties') return [[name, mapped(value as Json, inner)]];
		if (name === 'items') return [[name, inner(value)]];
		if (name === 'additionalProperties')
			return [[name, typeof value === 'object' ? inner(value) : value]];
		return ['allOf', 'anyOf', 'oneOf'].includes(name) ? [[name, (value as Json[]).map(inner)]] : [];
	});
	return Object.fromEntries(entries) as Schema;
}

const mapped = (record: Json, change: (value: unknown) => unknown) =>
	Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

/** What a reference means; some of Zoom's point nowhere, which leaves anything allowed. */
function target(reference: string, document: object): Json {
	const inDocument = (path: string) =>
		path
			.split('/')
			.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
			.reduce<unknown>((at, part) => (at as Json | undefined)?.[part], document);
	const path = reference.replace('#/', '');
	// Those of webhooks are written for `paths`, where the events were before they had a place of their own.
	return (inDocument(path) ?? inDocument(path.replace(/^paths\//, 'webhooks/')) ?? {}) as Json;
}
