import { randomUUID } from 'node:crypto';

/** A node as a workflow file has it. */
export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	webhookId?: string;
}

/** A workflow as its file has it. */
export interface WorkflowInput {
	id?: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

/** A workflow n8n has stored. */
export interface Workflow extends WorkflowInput {
	id: string;
	active: boolean;
	versionId: string;
}

/** What a test says about a node; the rest is the same for all. */
export type NodeSketch = Pick<WorkflowNode, 'name' | 'type'> & Partial<WorkflowNode>;

/** The trigger that `chain` begins with unless told. */
export const manualTrigger: NodeSketch = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };

/** A workflow that passes its items from each node to the next. */
export function chain(name: string, nodes: NodeSketch[]): WorkflowInput {
	const links = nodes.slice(1).map(({ name: next }, index) => [nodes[index].name, link(next)]);
	return {
		name,
		nodes: nodes.map(drawn),
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1' },
	};
}

/** A workflow of nodes that have nothing to do with one another. */
export const alone = (name: string, nodes: NodeSketch[]): WorkflowInput => ({
	...chain(name, nodes),
	connections: {},
});

/** `chain` with a second way out of one node, for the items that failed there. */
export function withErrorOutput(
	workflow: WorkflowInput,
	from: string,
	to: NodeSketch,
): WorkflowInput {
	const { main = [[]] } = (workflow.connections[from] ?? {}) as Partial<ReturnType<typeof link>>;
	return {
		...workflow,
		nodes: [...workflow.nodes, drawn(to, workflow.nodes.length)],
		connections: { ...workflow.connections, [from]: { main: [main[0], ...link(to.name).main] } },
	};
}

/** A workflow with one more node that serves another, such as the model or a tool of an agent. */
export function withSubNode(
	workflow: WorkflowInput,
	type: 'ai_languageModel' | 'ai_tool',
	node: NodeSketch,
	served: string,
): WorkflowInput {
	return {
		...workflow,
		nodes: [...workflow.nodes, drawn(node, workflow.nodes.length)],
		connections: {
			...workflow.connections,
			[node.name]: { [type]: [[{ node: served, type, index: 0 }]] },
		},
	};
}

function drawn(node: NodeSketch, index: number): WorkflowNode {
	return {
		id: randomUUID(),
		typeVersion: 1,
		position: [index * 220, 0],
		parameters: {},
		...node,
	};
}

function link(node: string) {
	return { main: [[{ node, type: 'main', index: 0 }]] };
}
