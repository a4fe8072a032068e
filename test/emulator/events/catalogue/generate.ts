import type { Schema } from '../../../../spec/facts';
import { readEvents } from '../../../../spec/read';
import type { Shape } from '../../core/contract/contract';
import { clean, shapeOf } from '../../core/contract/documents';
import type { EventFacts, Sketch } from './catalogue';

/** The text of catalogue.generated.json, made from Zoom's facts. */
export function generateCatalogue(): string {
	const events = readEvents().map(
		({ event, granularScopes, classicScopes, body }): EventFacts =>
			clean({
				name: event,
				granular: granularScopes,
				classic: classicScopes,
				body: body && sketch(shapeOf(plain(body), event)),
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

/** A schema without the alternatives that only say "or empty". */
function plain({ anyOf, properties, items, ...rest }: Schema): Schema {
	return {
		...rest,
		...(rest.type === undefined && anyOf && { anyOf: anyOf.map(plain) }),
		...(properties && {
			properties: Object.fromEntries(
				Object.entries(properties).map(([name, inner]) => [name, plain(inner)]),
			),
		}),
		...(items && { items: plain(items) }),
	};
}
