import { restOperations } from '../../../support/registry/registry';
import type { Links } from '../../../support/registry/seed';
import { prepareSeed } from '../../../support/registry/seed';
import { ITEM_FILES, leastInput, MORNING, mostInput } from '../../../support/registry/seededInput';
import type { Credential } from '../../n8n/rest';
import type { Execution } from '../../workflows/execution';
import { outputOf } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';
import type { NodeSketch, WorkflowInput } from '../../workflows/workflow';
import { chain, manualTrigger } from '../../workflows/workflow';
import { zoomNode } from '../../workflows/zoomNode';

type Operation = (typeof restOperations)[number];

let fixture: HostFixture;
let links: Links;
beforeAll(async () => {
	fixture = await HostFixture.open();
	fixture.emulator.clock.set(MORNING);
});
beforeEach(async () => {
	fixture.emulator.reset();
	links = await prepareSeed(fixture.emulator);
});
afterAll(async () => {
	await fixture.close();
});

const { data: content, ...file } = ITEM_FILES.data;
const start: NodeSketch[] = [
	manualTrigger,
	{
		name: 'Content',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: JSON.stringify({ content }) },
	},
	{
		name: 'File',
		type: 'n8n-nodes-base.convertToFile',
		typeVersion: 1.1,
		parameters: {
			operation: 'toBinary',
			sourceProperty: 'content',
			binaryPropertyName: 'data',
			options: file,
		},
	},
];

/** A workflow in which one item goes to all of these nodes, one after the other. */
function fan(name: string, nodes: NodeSketch[]): WorkflowInput {
	const { connections } = chain(name, start);
	const all = nodes.map((node) => ({ node: node.name, type: 'main', index: 0 }));
	return {
		...chain(name, [...start, ...nodes]),
		connections: { ...connections, File: { main: [all] } },
	};
}

/** Reads first, then changes; what is inside another thing is deleted before that. */
function place({ operation: { method, path, value } }: Operation): number {
	if (method === 'GET') return 0;
	if (method === 'DELETE') return 100 - path.split('/').length;
	return value === 'end' ? 2 : 1;
}

function nodeOf(credential: Credential, operation: Operation, input: object): NodeSketch {
	const {
		name,
		resource,
		operation: { value },
	} = operation;
	return zoomNode(
		credential,
		{ resource, operation: value, ...input },
		{ name, onError: 'continueRegularOutput' },
	);
}

/** What went wrong at a node, in words. */
function problemAt({ data }: Execution, node: string): unknown {
	const runs = data.resultData.runData[node];
	if (!runs) return 'has not run';
	return runs[0].error?.message ?? outputOf(data, node).find(({ json }) => json.error)?.json.error;
}

const inputs: [string, (operation: Operation) => object][] = [
	['no more than they demand', (operation) => leastInput(operation, links)],
	...[0, 1].map((turn): [string, (operation: Operation) => object] => [
		`all that goes together (${turn})`,
		(operation) => mostInput(operation, links, turn),
	]),
];

const names = [...new Set(restOperations.map(({ resource }) => resource))];

describe.each(names)('All operations of %s', (resource) => {
	const operations = restOperations
		.filter((operation) => operation.resource === resource)
		.sort((a, b) => place(a) - place(b));

	it.each(inputs)('work with %s', async (_, inputOf) => {
		const credential = await fixture.serverToServer();
		const nodes = operations.map((operation) => nodeOf(credential, operation, inputOf(operation)));
		const { id } = await fixture.rest.createWorkflow(fan(resource, nodes));
		const execution = await fixture.rest.runWorkflow(id, manualTrigger.name);
		const problems = operations.map(({ name }) => [name, problemAt(execution, name)]);
		expect(problems.filter(([, problem]) => problem !== undefined)).toEqual([]);
	});
});
