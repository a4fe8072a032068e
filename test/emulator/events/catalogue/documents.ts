import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

type Schema = Record<string, unknown>;

interface EventDocument {
	webhooks: Record<
		string,
		{
			post: {
				requestBody: {
					content: {
						'application/json': { schema: Schema; examples: Record<string, { value: string }> };
					};
				};
			};
		}
	>;
}

const folder = resolve(__dirname, '../../../../../shared/zoom-spec');
const names = ['zoom-meeting-events.2026-08.json', 'zoom-phone-events.2026-07.json'];

/** Whether Zoom's documents are at hand; tests that need them say so and are left out without. */
export const documented = existsSync(folder);
if (!documented)
	process.stderr.write(`Not compared with Zoom's documents: ${folder} does not exist.\n`);

/** What one of Zoom's documents says about an event. */
export interface DocumentedEvent {
	name: string;
	/** Its schema with references put right, and with nothing allowed beside what it names. */
	schema: Schema;
	/** Zoom's own example, as a text. */
	example: string;
}

/** Every event that the documents describe. */
export function documentedEvents(): DocumentedEvent[] {
	if (!documented) return [];
	return names.flatMap((file) => {
		const document = JSON.parse(readFileSync(join(folder, file), 'utf8')) as EventDocument;
		return Object.entries(document.webhooks).map(([name, { post }]) => {
			const { schema, examples } = post.requestBody.content['application/json'];
			const [{ value }] = Object.values(examples);
			return { name, schema: closed(schema, document) as Schema, example: value };
		});
	});
}

function closed(part: unknown, document: EventDocument): unknown {
	if (Array.isArray(part)) return part.map((entry) => closed(entry, document));
	if (typeof part !== 'object' || part === null) return part;
	const { $ref, ...rest } = part as Schema;
	// They point to `paths`, where the events stood before they had a place of their own.
	if (typeof $ref === 'string')
		return closed(target($ref.replace('#/paths/', 'webhooks/'), document), document);
	const { properties } = rest;
	const inner = Object.entries(rest).map(([name, value]) => [name, closed(value, document)]);
	return {
		...(Object.fromEntries(inner) as Schema),
		...(properties !== undefined && {
			additionalProperties: false,
			// One requires a field that it does not have.
			required: ((rest.required ?? []) as string[]).filter(
				(name) => name in (properties as Schema),
			),
		}),
	};
}

function target(path: string, document: EventDocument): unknown {
	return path
		.split('/')
		.map((part) => part.replaceAll('~1', '/'))
		.reduce<unknown>((at, part) => (at as Schema | undefined)?.[part], document);
}
