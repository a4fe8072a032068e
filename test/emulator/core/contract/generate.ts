import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateCatalogue } from '../../events/catalogue/generate';
import { generateProducts } from '../../products/generate';
import type { Label, Route, Shape } from './contract';
import type { Json } from './documents';
import { clean, readJson, shapeOf } from './documents';

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
		body: body && shapeOf(body.schema ?? {}, operation.operationId),
		bodyType: bodyType && bodyType !== 'application/json' ? bodyType : undefined,
	});
}

function label(operation: Operation, row: OperationRow): Label | undefined {
	const stated = /Rate Limit Label\][^\]`]*`([A-Za-z-]+)`/.exec(operation.description ?? '')?.[1];
	return labels[(stated ?? row.rateLimitLabel ?? '').toLowerCase().replace('_', '-')];
}

function shapes(operation: Operation, place: string): Record<string, Shape> {
	return Object.fromEntries(
		(operation.parameters ?? [])
			.filter((parameter) => parameter.in === place)
			.map((parameter) => [
				parameter.name,
				clean({
					...shapeOf(parameter.schema ?? {}, operation.operationId, parameter.name),
					...(place === 'path' && /UUID/.test(parameter.description ?? '') && { uuid: true }),
				}),
			]),
	);
}

if (require.main === module) {
	const shared = resolve(process.argv[2] ?? join(__dirname, '../../../../../shared'));
	writeFileSync(join(__dirname, 'contract.json'), generateContract(shared));
	writeFileSync(join(__dirname, '../../products/routes.generated.json'), generateProducts(shared));
	writeFileSync(
		join(__dirname, '../../events/catalogue/catalogue.generated.json'),
		generateCatalogue(shared),
	);
}
