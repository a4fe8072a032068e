import { DateTime } from 'luxon';
import type { Route, Shape } from '../contract/contract';
import type { FieldError } from './answers';
import { notJson, validationFailed } from './answers';

const formats: Record<string, RegExp> = {
	date: /^\d{4}-\d{2}-\d{2}$/,
	'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z?$/,
	email: /^[^\s@;,]+@[^\s@;,.]+(?:\.[^\s@;,.]+)+$/,
};

/** The query with its types, or Zoom's refusal of what is unknown, mistyped or missing. */
export function readQuery(
	route: Route,
	query: Record<string, string | string[]>,
): Record<string, unknown> {
	if (route.open) return query;
	const values: Record<string, unknown> = {};
	const errors: FieldError[] = [];
	for (const [name, text] of Object.entries(query)) {
		const shape = route.query[name];
		// Zoom puts a page size it does not like right instead of refusing it.
		if (name === 'page_size' && shape) values[name] = Number(text);
		else if (!shape || typeof text !== 'string') errors.push(invalid(name));
		else check(shape, (values[name] = typed(shape, text)), name, errors);
	}
	for (const name of route.requiredQuery ?? [])
		if (query[name] === undefined) errors.push(invalid(name));
	if (errors.length) throw validationFailed(...errors);
	return values;
}

/** The body, or Zoom's refusal of what is unknown, mistyped, out of range or missing. */
export function readBody(route: Route, body: unknown): Record<string, unknown> {
	if (!route.body) return {};
	if (typeof body !== 'object' || body === null || Array.isArray(body)) throw notJson();
	const errors: FieldError[] = [];
	check(route.body, body, '', errors);
	if (errors.length) throw validationFailed(...errors);
	return body as Record<string, unknown>;
}

function typed(shape: Shape, text: string): unknown {
	if (shape.type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
	if (shape.type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
	return text;
}

function check(shape: Shape, value: unknown, field: string, errors: FieldError[]): void {
	if (!hasType(shape, value)) errors.push(invalid(field));
	else if (Array.isArray(value)) checkArray(shape, value, field, errors);
	else if (shape.type === 'object') checkObject(shape, value as object, field, errors);
	else if (!isAllowed(shape, value as string | number)) errors.push(outOfBounds(field));
}

function hasType(shape: Shape, value: unknown): boolean {
	if (shape.type === 'any') return true;
	if (shape.type === 'array') return Array.isArray(value);
	if (shape.type === 'integer') return Number.isInteger(value);
	if (shape.type === 'object')
		return typeof value === 'object' && value !== null && !Array.isArray(value);
	return typeof value === shape.type;
}

function checkArray(shape: Shape, value: unknown[], field: string, errors: FieldError[]): void {
	const { minItems = 0, maxItems = Infinity, items } = shape;
	if (value.length < minItems || value.length > maxItems) errors.push(outOfBounds(field));
	if (items) value.forEach((entry, index) => check(items, entry, `${field}[${index}]`, errors));
}

function checkObject(shape: Shape, value: object, field: string, errors: FieldError[]): void {
	if (!shape.properties) return;
	const at = (name: string) => (field ? `${field}.${name}` : name);
	for (const [name, entry] of Object.entries(value)) {
		const known = Object.hasOwn(shape.properties, name);
		if (known) check(shape.properties[name], entry, at(name), errors);
		else errors.push(invalid(at(name)));
	}
	for (const name of shape.required ?? [])
		if (!Object.hasOwn(value, name)) errors.push(invalid(at(name)));
}

function isAllowed(shape: Shape, value: string | number): boolean {
	const { enum: allowed, list, format, min = -Infinity, max = Infinity } = shape;
	if (allowed) {
		const members = list ? String(value).split(',') : [value];
		return members.every((member) => allowed.includes(member));
	}
	if (typeof value === 'number') return value >= min && value <= max;
	if (typeof value !== 'string') return true;
	const { minLength = 0, maxLength = Infinity } = shape;
	const length = [...value].length;
	if (length < minLength || length > maxLength) return false;
	if (!format || !formats[format]) return true;
	return formats[format].test(value) && (format === 'email' || DateTime.fromISO(value).isValid);
}

function invalid(field: string): FieldError {
	return { field, message: 'Invalid field.' };
}

function outOfBounds(field: string): FieldError {
	return { field, message: `Invalid parameter: ${field.split('.').pop()}.` };
}
