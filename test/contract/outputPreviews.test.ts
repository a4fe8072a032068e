import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { resources } from '../../nodes/Zoom/resources';
import { buildPreviews, previewPath } from '../support/generators/outputPreviews';

describe('Output previews', () => {
	// What any endpoint answers cannot be known.
	const operations = resources
		.filter(({ value }) => value !== 'api')
		.flatMap((resource) =>
			resource.operations.map((operation) => [resource.value, operation.value] as const),
		);

	test.each(operations)('%s.%s has a preview that n8n can read', (resource, operation) => {
		const path = previewPath(resource, operation);
		expect(existsSync(path)).toBe(true);
		const preview = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
		expect(preview).toMatchObject({ type: 'object', version: 1 });
		expect(Object.keys(preview.properties as object)).not.toHaveLength(0);
	});

	test.each([...buildPreviews()].map(([path, text]) => [relative('.', path), text]))(
		'%s is what Zoom documents',
		(path, expected) => {
			expect(readFileSync(path, 'utf8')).toBe(expected);
		},
	);
});
