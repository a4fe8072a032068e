import type { RestOperation } from '../../../nodes/Zoom/registry/types';
import { documentedRefusals } from '../../support/spec/documentedRefusals';
import { IDS, operationsOf, problemsOf } from '../../support/spec/refusalTellings';

describe('What Zoom documents as errors', () => {
	test('is explained as what it is, and quoted', async () => {
		const refusals = documentedRefusals(IDS);
		const wrong: string[] = [];
		let pairs = 0;
		const made = new Map<string, Promise<RestOperation[]>>();
		for (const refusal of refusals) {
			const { method, path, status, code, message } = refusal;
			const name = `${method} ${path}`;
			if (!made.has(name)) made.set(name, operationsOf(method, path));
			for (const operation of await made.get(name)!) {
				pairs++;
				const problems = problemsOf(operation, refusal);
				if (problems.length > 0) {
					wrong.push(`${problems.join(', ')}: ${name} ${status}/${code} ${message}`);
				}
			}
		}
		process.stdout.write(`${pairs} pairs of a text and an operation\n`);
		expect(wrong).toEqual([]);
		expect(pairs).toBeGreaterThan(1831);
	});
});
