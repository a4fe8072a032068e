import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Label, Route, Shape } from './contract';
import { generateProducts } from './products/generate';

type Json = Record<string, unknown>;

interface OperationRow {
	method: string;
	path: string;
	rateLimitLabel: string | null;
	maxPageSize: number | null;
}

interface Parameter {
	name: string;
	in: string;
	description?: string;
	required?: boolean;
	schema?: Json;
}

interface Operation {
	operationId: string;
	description?: string;
	parameters?: Parameter[];
	requestBody?: { content: Record<string, { schema?: Json }> };
	responses: Record<string, { description?: string }>;
	'x-extensions'?: { 'x-granular-scopes'?: string[]; 'x-macro-scopes'?: string[] };
}

const documents = ['zoom-meeting.2026-08.json', 'zoom-users.2026-08.json'];

const labels: Record<string, Label> = {
	light: 'Light',
	medium: 'Medium',
	heavy: 'Heavy',
	'resource-intensive': 'Resource-intensive',
};

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

/** The text of contract.json, made from Zoom's documents in the shared folder. */
export function generateContract(shared: string): string {
	const rows = readJson(join(shared, 'operations.json')) as unknown as OperationRow[];
	const paths = new Map<string, Operation>();
	for (const name of documents) {
		const document = readJson(join(shared, 'zoom-spec', name)) as {
			paths: Record<string, Record<string, Operation>>;
		};
		for (const [path, methods] of Object.entries(document.paths))
			for (const [method, operation] of Object.entries(methods))
				paths.set(`${method.toUpperCase()} ${path}`, operation);
	}
	const wanted = new Map(rows.map((row) => [`${row.method} ${row.path}`, row]));
	const routes = [...wanted].map(([key, row]) => {
		const operation = paths.get(key);
		if (!operation) throw new Error(`No document of Zoom's describes ${key}`);
		return route(row, operation);
	});
	routes.sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
	return `[\n${routes.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
}

function route(row: OperationRow, operation: Operation): Route {
	const parameters = operation.parameters ?? [];
	const query = parameters.filter((parameter) => parameter.in === 'query');
	const has = (name: string) => query.some((parameter) => parameter.name === name);
	const required = query.filter((parameter) => parameter.required).map(({ name }) => name);
	const pageSize = query.find(({ name }) => name === 'page_size')?.schema?.maximum;
	const [bodyType, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
	const perSecond = /Error Code:\*\* `(\d+)`/.exec(operation.responses['429']?.description ?? '');
	const paging = [has('next_page_token') && 'token', has('page_number') && 'page'];
	return clean({
		method: row.method,
		path: row.path,
		operationId: operation.operationId,
		granular: operation['x-extensions']?.['x-granular-scopes'] ?? [],
		classic: operation['x-extensions']?.['x-macro-scopes'] ?? [],
		label: label(operation, row),
		paging: (paging.filter(Boolean).join('+') || 'none') as Route['paging'],
		maxPageSize: (pageSize as number | undefined) ?? row.maxPageSize ?? undefined,
		success: Number(Object.keys(operation.responses).find((status) => status.startsWith('2'))),
		perSecondCode: perSecond ? Number(perSecond[1]) : undefined,
		params: shapes(operation, 'path'),
		query: shapes(operation, 'query'),
		requiredQuery: required.length ? required : undefined,
		body: body && shape(body.schema ?? {}, operation.operationId, ''),
		bodyType: bodyType && bodyType !== 'application/json' ? bodyType : undefined,
	});
}

function label(operation: Operation, row: OperationRow): Label | undefined {
	const stated = /Rate Limit Label\][^`]*`([A-Za-z-]+)`/.exec(operation.description ?? '')?.[1];
	return labels[(stated ?? row.rateLimitLabel ?? '').toLowerCase().replace('_', '-')];
}

function shapes(operation: Operation, place: string): Record<string, Shape> {
	return Object.fromEntries(
		(operation.parameters ?? [])
			.filter((parameter) => parameter.in === place)
			.map((parameter) => [
				parameter.name,
				clean({
					...shape(parameter.schema ?? {}, operation.operationId, parameter.name),
					...(place === 'path' && /UUID/.test(parameter.description ?? '') && { uuid: true }),
				}),
			]),
	);
}

function shape(schema: Json, operationId: string, at: string): Shape {
	const parts = (schema.allOf ?? schema.oneOf ?? schema.anyOf) as Json[] | undefined;
	if (parts) return parts.map((part) => shape(part, operationId, at)).reduce((a, b) => merge(a, b));
	const type = (schema.type ?? (schema.properties ? 'object' : 'any')) as Shape['type'];
	const digits = type === 'integer' ? (schema.maxLength as number | undefined) : undefined;
	const isArray = type === 'array';
	return clean({
		type,
		enum: schema.enum as Shape['enum'],
		format: schema.format as string | undefined,
		// A few integers are bounded by their number of digits, and an array by `maximum`.
		min: digits ? 10 ** (digits - 1) : (schema.minimum as number | undefined),
		max: digits ? 10 ** digits - 1 : isArray ? undefined : (schema.maximum as number | undefined),
		minLength: digits ? undefined : (schema.minLength as number | undefined),
		maxLength: digits ? undefined : (schema.maxLength as number | undefined),
		minItems: schema.minItems as number | undefined,
		maxItems: (schema.maxItems ?? (isArray ? schema.maximum : undefined)) as number | undefined,
		required: schema.required as string[] | undefined,
		properties: schema.properties && inner(schema.properties as Json, operationId, at),
		items: schema.items && shape(schema.items as Json, operationId, `${at}[]`),
		...corrections[`${operationId} ${at}`],
	} as Shape);
}

function inner(properties: Json, operationId: string, at: string): Record<string, Shape> {
	return Object.fromEntries(
		Object.entries(properties).map(([name, schema]) => [
			name,
			shape(schema as Json, operationId, at ? `${at}.${name}` : name),
		]),
	);
}

function merge(a: Shape, b: Shape): Shape {
	return { ...a, ...b, properties: { ...a.properties, ...b.properties } };
}

function clean<T extends object>(record: T): T {
	return Object.fromEntries(
		Object.entries(record).filter(([, value]) => value !== undefined && value !== false),
	) as T;
}

function readJson(path: string): Json {
	return JSON.parse(readFileSync(path, 'utf8')) as Json;
}

if (require.main === module) {
	const shared = resolve(process.argv[2] ?? join(__dirname, '..', '..', '..', 'shared'));
	writeFileSync(join(__dirname, 'contract.json'), generateContract(shared));
	writeFileSync(join(__dirname, 'products', 'routes.generated.json'), generateProducts(shared));
}
