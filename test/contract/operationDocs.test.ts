import { readFileSync } from 'node:fs';
import {
	buildReference,
	readmePath,
	referencePath,
	withTable,
} from '../support/generators/operationDocs';

const advice = 'Run `npm run docs`';

test('docs/operations.md is what the registry says', () => {
	expect([advice, readFileSync(referencePath, 'utf8')]).toEqual([advice, buildReference()]);
});

test("The README's table of operations is what the registry says", () => {
	const readme = readFileSync(readmePath, 'utf8');
	expect([advice, readme]).toEqual([advice, withTable(readme)]);
});
