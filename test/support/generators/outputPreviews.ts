import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RestOperation } from '../../../nodes/Zoom/registry/types';
import { isRest } from '../../../nodes/Zoom/registry/types';
import { resources } from '../../../nodes/Zoom/resources';

/** JSON schema as n8n's editor reads it to offer fields before the first run. */
interface Preview {
	type?: string;
	properties?: Record<string, Preview>;
	items?: Preview;
	version?: number;
}

interface SpecSchema extends Preview {
	$ref?: string;
	properties?: Record<string, SpecSchema>;
	items?: SpecSchema;
	allOf?: SpecSchema[];
	anyOf?: SpecSchema[];
	oneOf?: SpecSchema[];
}

interface SpecOperation {
	operationId: string;
	responses: Record<string, { content?: Record<string, { schema?: SpecSchema }> }>;
}

interface Spec {
	paths: Record<string, Record<string, SpecOperation>>;
}

interface ContractRow {
	resource: string;
	operation: string;
	operationId: string;
	success: string;
}

const root = join(__dirname, '../../..');
const shared = join(root, '..', 'shared');
const folder = join(root, 'nodes', 'Zoom', '__schema__', 'v1.0.0');

/** Whether Zoom's documents are at hand, from which the previews are made. */
export const hasSpec = existsSync(shared);

/** Where the preview of an operation is kept. */
export const previewPath = (resource: string, operation: string): string =>
	join(folder, resource, `${operation}.json`);

/** The previews of all operations of Zoom's REST API, by file. */
export function buildPreviews(): Map<string, string> {
	const rows = read<ContractRow[]>('operations.json');
	const specs = ['zoom-meeting.2026-08.json', 'zoom-users.2026-08.json'].map((name) =>
		read<Spec>(join('zoom-spec', name)),
	);
	const previews = new Map<string, string>();
	for (const resource of resources) {
		for (const operation of resource.operations.filter(isRest)) {
			const row = rows.find(
				(entry) => entry.resource === resource.value && entry.operation === operation.value,
			)!;
			const preview = { ...itemPreview(operation, row, specs), version: 1 };
			const text = `${JSON.stringify(preview, undefined, '\t')}\n`;
			previews.set(previewPath(resource.value, operation.value), text);
		}
	}
	return previews;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(join(shared, path), 'utf8')) as T;

function itemPreview(
	operation: RestOperation,
	{ operationId, success }: ContractRow,
	specs: Spec[],
): Preview {
	const [spec, found] = find(operationId, specs);
	const answer = found.responses[success]?.content?.['application/json']?.schema;
	const preview = typesOf(answer ?? {}, spec);
	const { properties = {} } = preview;
	if (Object.keys(properties).length === 0) return objectOf({ success: 'boolean' });
	if (operation.list) return properties[operation.list.key].items!;
	return MADE_OF[operationId]?.(preview, operation) ?? preview;
}

const objectOf = (types: Record<string, string>): Preview => ({
	type: 'object',
	properties: Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }])),
});

/** What the node makes of some answers, by Zoom's operation ID. */
const MADE_OF: Record<string, (answer: Preview, operation: RestOperation) => Preview | undefined> =
	{
		recordingGet({ properties }, { value }) {
			if (value !== 'download') return undefined;
			const { items: file } = properties!.recording_files;
			const names = ['id', 'uuid', 'topic', 'host_id', 'start_time'];
			const meeting = Object.fromEntries(names.map((name) => [name, properties![name]]));
			return {
				type: 'object',
				properties: { ...file!.properties, meeting: { type: 'object', properties: meeting } },
			};
		},
		GetMeetingTranscript({ properties }) {
			const segment = objectOf({
				speaker: 'string',
				start: 'number',
				end: 'number',
				text: 'string',
			});
			const segments = { type: 'array', items: segment };
			return { type: 'object', properties: { ...properties, text: { type: 'string' }, segments } };
		},
	};

function find(operationId: string, specs: Spec[]): [Spec, SpecOperation] {
	for (const spec of specs) {
		for (const methods of Object.values(spec.paths)) {
			const found = Object.values(methods).find((method) => method.operationId === operationId);
			if (found) return [spec, found];
		}
	}
	throw new Error(`Zoom's documents have no ${operationId}`);
}

/** Names and types, nothing else of Zoom's text. */
function typesOf(schema: SpecSchema, spec: Spec): Preview {
	if (schema.$ref) return typesOf(resolve(schema.$ref, spec), spec);
	const variants = schema.allOf ?? schema.anyOf ?? schema.oneOf;
	if (variants) return merged(variants.map((variant) => typesOf(variant, spec)));
	const preview: Preview = { type: schema.type ?? 'object' };
	if (schema.properties) {
		preview.properties = Object.fromEntries(
			Object.entries(schema.properties).map(([name, inner]) => [name, typesOf(inner, spec)]),
		);
	}
	if (schema.items) preview.items = typesOf(schema.items, spec);
	return preview;
}

const merged = (previews: Preview[]): Preview => ({
	...previews[0],
	properties: Object.assign({}, ...previews.map(({ properties }) => properties)) as Record<
		string,
		Preview
	>,
});

const resolve = (reference: string, spec: Spec): SpecSchema =>
	reference
		.replace(/^#\//, '')
		.split('/')
		.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], spec) as SpecSchema;

if (require.main === module) {
	for (const [path, text] of buildPreviews()) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	}
}
