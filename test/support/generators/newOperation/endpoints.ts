import type { Endpoint } from '../../../../spec/facts';
import { endpointName, readEndpoints, readOperations } from '../../../../spec/read';

/** What is wrong with what was asked for, in a sentence for who asked. */
export class Problem extends Error {}

/** The endpoint of that name, if an operation can be written for it. */
export function endpointFor(name: string): Endpoint {
	const endpoint = readEndpoints().find((entry) => endpointName(entry) === name);
	if (!endpoint) {
		const near = nearestTo(name).map((other) => `\n  ${other}`);
		throw new Problem(`spec/endpoints has no "${name}". The nearest are:${near.join('')}`);
	}
	const has = Object.entries(readOperations()).find(([, other]) => other === name);
	if (has) throw new Problem(`${name} has an operation already: ${has[0]}.`);
	if (!endpoint.shape) {
		throw new Problem(`${name} is in none of Zoom's current documents, so its fields are unknown.`);
	}
	const types = Object.keys(endpoint.shape.body ?? {});
	if (types.length > 0 && !types.includes('application/json')) {
		throw new Problem(`${name} takes ${types.join()}: write its literal by hand.`);
	}
	return endpoint;
}

const MOST_NEAR = 5;

function nearestTo(name: string): string[] {
	const pairs = pairsIn(name);
	const likeness = (other: string) => {
		const others = pairsIn(other);
		const shared = [...pairs].filter((pair) => others.has(pair)).length;
		return shared / (pairs.size + others.size);
	};
	return readEndpoints()
		.map((endpoint) => endpointName(endpoint))
		.map((other) => ({ other, likeness: likeness(other) }))
		.sort((a, b) => b.likeness - a.likeness)
		.slice(0, MOST_NEAR)
		.map(({ other }) => other);
}

/** Every two letters that follow each other. */
const pairsIn = (text: string): Set<string> =>
	new Set([...text.toLowerCase()].map((_, index, all) => all.slice(index, index + 2).join('')));
