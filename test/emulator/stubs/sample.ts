import Ajv from 'ajv';
import type { Schema } from '../../../spec/facts';

const ajv = new Ajv();

/** What Zoom answers of a list that is whole in one page. */
const OF_ONE_PAGE: Readonly<Record<string, string | number>> = {
	next_page_token: '',
	page_count: 1,
	page_number: 1,
	total_records: 1,
};

const BY_FORMAT: Readonly<Record<string, string>> = {
	date: '2026-01-01',
	'date-time': '2026-01-01T00:00:00Z',
	email: 'jane@example.com',
	uri: 'https://example.com/',
	uuid: '00000000-0000-4000-8000-000000000000',
};

/** Texts, one of which fits each pattern that Zoom has. */
const PATTERNED = ['text', 'jane@example.com', '00:00:00.000', '1'];

/** A value that a schema allows, with all of its members; of alternatives the first. */
export function sampleOf(schema: Schema, name = ''): unknown {
	const { allOf, oneOf, anyOf, enum: choices, type, properties, items, minItems = 1 } = schema;
	const alternatives = oneOf ?? anyOf;
	if (alternatives) {
		const fitting = alternatives.find((one) => !type || !one.type || one.type === type);
		return sampleOf(fitting ?? alternatives[0], name);
	}
	if (allOf) return Object.assign({}, ...allOf.map((part) => sampleOf(part, name)));
	if (type === 'array') {
		const entry = choices ?? (items ? [sampleOf(items)] : []);
		return entry.slice(0, 1).flatMap((one) => Array.from({ length: minItems }, () => one));
	}
	if (choices?.length) return choices[0];
	if (properties) {
		return Object.fromEntries(
			Object.entries(properties).map(([key, inner]) => [key, sampleOf(inner, key)]),
		);
	}
	if (type === 'boolean') return false;
	return Object.hasOwn(OF_ONE_PAGE, name) ? OF_ONE_PAGE[name] : plainValue(schema);
}

function plainValue(schema: Schema): unknown {
	const { type, format = '', pattern, minimum, maximum, minLength, maxLength } = schema;
	if (type === 'integer' || type === 'number') return Math.min(minimum ?? 1, maximum ?? Infinity);
	if (type !== 'string') return {};
	const text = (BY_FORMAT[format] ?? 'text').padEnd(minLength ?? 0, 'x').slice(0, maxLength);
	const fitting = pattern && PATTERNED.find((other) => ajv.validate({ pattern }, other));
	return fitting ?? text;
}
