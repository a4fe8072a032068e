import { join } from 'node:path';
import type { Shape } from '../../core/contract/contract';
import type { Json } from '../../core/contract/documents';
import { clean, readJson, shapeOf } from '../../core/contract/documents';
import type { EventFacts, Sketch } from './catalogue';

interface EventRow {
	event: string;
	granularScopes: string[];
	classicScopes: string[];
}

interface EventDocument {
	webhooks: Record<
		string,
		{ post: { requestBody: { content: { 'application/json': { schema: Json } } } } }
	>;
}

const documents = ['zoom-meeting-events.2026-08.json', 'zoom-phone-events.2026-07.json'];

/** The text of catalogue.generated.json, made from Zoom's documents in the shared folder. */
export function generateCatalogue(shared: string): string {
	const read = (name: string) => readJson(join(shared, 'zoom-spec', name)) as unknown;
	const bodies = new Map<string, Sketch>();
	for (const name of documents) {
		const document = read(name) as EventDocument;
		for (const [event, { post }] of Object.entries(document.webhooks)) {
			const { schema } = post.requestBody.content['application/json'];
			bodies.set(event, sketch(shapeOf(plain(schema, document), event)));
		}
	}
	const events = (read('derived-events.json') as EventRow[]).map(
		({ event, granularScopes, classicScopes }): EventFacts =>
			clean({
				name: event,
				granular: granularScopes,
				classic: classicScopes,
				body: bodies.get(event),
			}),
	);
	return `[\n${events.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`;
}

/** What a value is, as briefly as it can be said. */
function sketch({ type, enum: values, format, properties, items }: Shape): Sketch {
	if (values) return values;
	if (items) return { '[]': sketch(items) };
	if (properties)
		return Object.fromEntries(
			Object.entries(properties).map(([name, inner]) => [name, sketch(inner)]),
		);
	return format === 'date-time' || format === 'email' ? format : type;
}

/** A schema without references, and without the alternatives that only say "or empty". */
function plain(value: unknown, document: EventDocument): Json {
	if (Array.isArray(value)) return value.map((entry) => plain(entry, document)) as unknown as Json;
	if (typeof value !== 'object' || value === null) return value as unknown as Json;
	const { $ref, anyOf, description: _, ...rest } = value as Json;
	if (typeof $ref === 'string') return plain(target($ref, document), document);
	const schema = rest.type === undefined && anyOf !== undefined ? { ...rest, anyOf } : rest;
	return Object.fromEntries(
		Object.entries(schema).map(([name, inner]) => [name, plain(inner, document)]),
	);
}

/** What a reference means; some of Zoom's point nowhere, which leaves anything allowed. */
function target(reference: string, document: EventDocument): unknown {
	const path = reference
		// They are written for `paths`, where the events were before they had a place of their own.
		.replace(/^#\/paths\//, 'webhooks/')
		.split('/')
		.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
	return (
		path.reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], document) ?? {}
	);
}
