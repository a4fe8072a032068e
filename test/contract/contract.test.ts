import { restOperations } from '../support/registry/registry';
import { readContract } from '../support/spec/zoomSpec';

describe("Zoom's contract", () => {
	test('the node has every operation of the contract, and no other that calls Zoom', () => {
		const rows = readContract();
		expect(rows.size).toBeGreaterThanOrEqual(158);
		expect(restOperations.map(({ name }) => name).sort()).toEqual([...rows.keys()].sort());
	});
});
