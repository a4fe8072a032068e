import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint, Parameter } from '../../../../spec/facts';
import { readEndpoint, readOperations } from '../../../../spec/read';
import { generateCatalogue } from '../../events/catalogue/generate';
import { generateProducts } from '../../products/generate';
import type { Label, Route, Shape } from './contract';
import { clean, shapeOf } from './documents';

const labels: Record<string, Label> = {
	light: 'Light',
	medium: 'Medium',
	heavy: 'Heavy',
	'resource-intensive': 'Resource-intensive',
};

/** The text of contract.json, made from Zoom's facts about the endpoints that the node has operations for. */
export function generateContract(): string {
	const routes = [...new Set(Object.values(readOperations()))].map(readEndpoint).map(route);
	routes.sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
	return `[\n${routes.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
}

function route(endpoint: Endpoint): Route {
	const { method, path, operationId = '', rateLimitLabel, refusals = [] } = endpoint;
	if (!endpoint.shape) throw new Error(`No document of Zoom's describes ${method} ${path}`);
	const { parameters = [], body: bodies = {}, answers = {} } = endpoint.shape;
	const query = parameters.filter((parameter) => parameter.in === 'query');
	const has = (name: string) => query.some((parameter) => parameter.name === name);
	const required = query.filter((parameter) => parameter.required).map(({ name }) => name);
	const pageSize = query.find(({ name }) => name === 'page_size')?.schema?.maximum;
	const [bodyType, body] = Object.entries(bodies)[0] ?? [];
	const perSecond = refusals.find(([status, code]) => status === 429 && code !== null);
	const paging = [has('next_page_token') && 'token', has('page_number') && 'page'];
	return clean({
		method,
		path,
		operationId,
		granular: endpoint.granularScopes,
		classic: endpoint.classicScopes,
		label: labels[rateLimitLabel?.toLowerCase().replace('_', '-') ?? ''],
		paging: (paging.filter(Boolean).join('+') || 'none') as Route['paging'],
		maxPageSize: pageSize ?? endpoint.maxPageSize,
		success: Number(Object.keys(answers)[0]),
		perSecondCode: perSecond?.[1] ?? undefined,
		params: shapes(parameters, operationId, 'path'),
		query: shapes(parameters, operationId, 'query'),
		requiredQuery: required.length ? required : undefined,
		body: body && shapeOf(body, operationId),
		bodyType: bodyType && bodyType !== 'application/json' ? bodyType : undefined,
	});
}

const shapes = (
	parameters: readonly Parameter[],
	operationId: string,
	place: string,
): Record<string, Shape> =>
	Object.fromEntries(
		parameters
			.filter((parameter) => parameter.in === place)
			.map(({ name, schema = {}, takesUuid }) => [
				name,
				clean({ ...shapeOf(schema, operationId, name), ...(takesUuid && { uuid: true }) }),
			]),
	);

if (require.main === module) {
	writeFileSync(join(__dirname, 'contract.json'), generateContract());
	writeFileSync(join(__dirname, '../../products/routes.generated.json'), generateProducts());
	writeFileSync(
		join(__dirname, '../../events/catalogue/catalogue.generated.json'),
		generateCatalogue(),
	);
}
