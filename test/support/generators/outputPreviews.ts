import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RestOperation } from '../../../nodes/Zoom/registry/types';
import { isRest } from '../../../nodes/Zoom/registry/types';
import { resources } from '../../../nodes/Zoom/resources';
import type { Schema } from '../../../spec/facts';
import { endpointName, readEndpoint } from '../../../spec/read';

/** JSON schema as n8n's editor reads it to offer fields before the first run. */
interface Preview {
	type?: string;
	properties?: Record<string, Preview>;
	items?: Preview;
	version?: number;
}

const root = join(__dirname, '../../..');
const folder = join(root, 'nodes', 'Zoom', '__schema__', 'v1.0.0');

/** Where the preview of an operation is kept. */
export const previewPath = (resource: string, operation: string): string =>
	join(folder, resource, `${operation}.json`);

/** The previews of all operations of Zoom's REST API, by file. */
export function buildPreviews(): Map<string, string> {
	const previews = new Map<string, string>();
	for (const resource of resources) {
		for (const operation of resource.operations.filter(isRest)) {
			const preview = { ...itemPreview(operation), version: 1 };
			const text = `${JSON.stringify(preview, undefined, '\t')}\n`;
			previews.set(previewPath(resource.value, operation.value), text);
		}
	}
	return previews;
}

function itemPreview(operation: RestOperation): Preview {
	const { operationId = '', success = '', shape } = readEndpoint(endpointName(operation));
	const preview = typesOf(shape?.answers?.[success] ?? {});
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

/** Names and types, nothing else. */
function typesOf(schema: Schema): Preview {
	const variants = schema.allOf ?? schema.anyOf ?? schema.oneOf;
	if (variants) return merged(variants.map(typesOf));
	const preview: Preview = { type: schema.type ?? 'object' };
	if (schema.properties) {
		preview.properties = Object.fromEntries(
			Object.entries(schema.properties).map(([name, inner]) => [name, typesOf(inner)]),
		);
	}
	if (schema.items) preview.items = typesOf(schema.items);
	return preview;
}

const merged = (previews: Preview[]): Preview => ({
	...previews[0],
	properties: Object.assign({}, ...previews.map(({ properties }) => properties)) as Record<
		string,
		Preview
	>,
});

if (require.main === module) {
	for (const [path, text] of buildPreviews()) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	}
}
