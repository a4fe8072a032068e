import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpointName, readOperations } from '../../../spec/read';
import { restOperations } from '../registry/registry';

/** Where the endpoint of each operation is kept. */
export const operationsPath = join(__dirname, '../../../spec/operations.json');

/**
 * The text of spec/operations.json with the operations that it lacks, each behind those of its resource. What it has
 * stays: people's workflows hold these names, so a test fails where the node no longer has one.
 */
export function buildOperations(known: Readonly<Record<string, string>>): string {
	const rows = Object.entries(known);
	for (const { name, resource, operation } of restOperations) {
		if (Object.hasOwn(known, name)) continue;
		const last = rows.map(([key]) => key.split('.')[0]).lastIndexOf(resource);
		rows.splice(last < 0 ? rows.length : last + 1, 0, [name, endpointName(operation)]);
	}
	const lines = rows.map(([name, of]) => `${JSON.stringify(name)}:${JSON.stringify(of)}`);
	return `{\n${lines.join(',\n')}\n}\n`;
}

if (require.main === module) writeFileSync(operationsPath, buildOperations(readOperations()));
