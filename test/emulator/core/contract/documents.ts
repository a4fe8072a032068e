import type { Schema } from '../../../../spec/facts';
import type { Shape } from './contract';

/** What the documents' prose says and their schemas do not, by operation and place. */
const corrections: Record<string, Partial<Shape>> = {
	'meetingCreate recurrence.weekly_days': { list: true },
	'meetingUpdate recurrence.weekly_days': { list: true },
	'webinarCreate recurrence.weekly_days': { list: true },
	'webinarUpdate recurrence.weekly_days': { list: true },
	'Gethistorymeetingandwebinarlist meeting_feature': { list: true },
	// These dates may have a time of day.
	'reportOperationLogs from': { format: undefined },
	'reportOperationLogs to': { format: undefined },
	'updatePresenceStatus status': {
		enum: [
			'Away',
			'Available',
			'In_Calendar_Event',
			'Presenting',
			'In_A_Zoom_Meeting',
			'On_A_Call',
			'Out_of_Office',
			'Busy',
			'Do_Not_Disturb',
			'Do_No_Disturb',
		],
	},
	// Zoom's page on reading a meeting asks to double-encode a UUID, so a UUID is taken there.
	'meeting meetingId': { uuid: true },
};

/** What a schema of Zoom's says; `at` is where in the operation it stands. */
export function shapeOf(schema: Schema, operationId: string, at = ''): Shape {
	const parts = schema.allOf ?? schema.oneOf ?? schema.anyOf;
	if (parts)
		return parts.map((part) => shapeOf(part, operationId, at)).reduce((a, b) => merge(a, b));
	const type = (schema.type ?? (schema.properties ? 'object' : 'any')) as Shape['type'];
	const digits = type === 'integer' ? schema.maxLength : undefined;
	const isArray = type === 'array';
	return clean({
		type,
		enum: schema.enum as Shape['enum'],
		format: schema.format,
		// A few integers are bounded by their number of digits, and an array by `maximum`.
		min: digits ? 10 ** (digits - 1) : schema.minimum,
		max: digits ? 10 ** digits - 1 : isArray ? undefined : schema.maximum,
		minLength: digits ? undefined : schema.minLength,
		maxLength: digits ? undefined : schema.maxLength,
		minItems: schema.minItems,
		maxItems: schema.maxItems ?? (isArray ? schema.maximum : undefined),
		required: schema.required as string[] | undefined,
		properties: schema.properties && inner(schema.properties, operationId, at),
		items: schema.items && shapeOf(schema.items, operationId, `${at}[]`),
		...corrections[`${operationId} ${at}`],
	});
}

function inner(
	properties: Readonly<Record<string, Schema>>,
	operationId: string,
	at: string,
): Record<string, Shape> {
	return Object.fromEntries(
		Object.entries(properties).map(([name, schema]) => [
			name,
			shapeOf(schema, operationId, at ? `${at}.${name}` : name),
		]),
	);
}

function merge(a: Shape, b: Shape): Shape {
	return { ...a, ...b, properties: { ...a.properties, ...b.properties } };
}

/** The record without what is not known or not so. */
export function clean<T extends object>(record: T): T {
	return Object.fromEntries(
		Object.entries(record).filter(([, value]) => value !== undefined && value !== false),
	) as T;
}
