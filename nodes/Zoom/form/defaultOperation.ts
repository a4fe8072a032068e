import type { Operation, Resource } from '../registry/types';

/** Resources whose first choice is to create, which workflows stored without an operation mean. */
const CREATES_FIRST: readonly string[] = ['meeting', 'webinar'];

/** Methods from the one that changes nothing to the one that loses most. */
const LEAST_HARMFUL_FIRST: readonly string[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

/**
 * The operation that a newly chosen resource starts with: Get Many, else Get, else the first that reads, else the least
 * harmful. n8n does not store defaults, so a change of this rule changes stored workflows.
 */
export function defaultOperation({ value, operations }: Resource): Operation {
	const named = (name: string) => operations.find((operation) => operation.value === name);
	const created = CREATES_FIRST.includes(value) ? named('create') : undefined;
	const [leastHarmful] = [...operations].sort((a, b) => harmOf(a) - harmOf(b));
	return created ?? named('getAll') ?? named('get') ?? leastHarmful;
}

/** How much an operation may change; one without a method of its own reads if it is named so. */
function harmOf(operation: Operation): number {
	if ('method' in operation) return LEAST_HARMFUL_FIRST.indexOf(operation.method);
	return operation.value.startsWith('get') ? 0 : LEAST_HARMFUL_FIRST.length;
}
