import { parse } from 'flatted';

/** One output item of a node. */
export interface Item {
	json: Record<string, unknown>;
	pairedItem?: unknown;
}

/** What n8n kept of an error. */
export interface ExecutionError {
	message: string;
	description?: string | null;
	httpCode?: string;
	context?: Record<string, unknown>;
}

/** One run of one node. */
export interface NodeRun {
	error?: ExecutionError;
	data?: { main: (Item[] | null)[] };
	hints?: { message: string }[];
}

/** An execution's stored result, as the CLI prints it and REST keeps it. */
export interface RunData {
	resultData: { error?: ExecutionError; runData: Record<string, NodeRun[]> };
}

/** An execution with its result decoded. */
export interface Execution {
	id: string;
	status: string;
	mode: string;
	stoppedAt?: string | null;
	data: RunData;
}

/** An execution as REST answers it: the result is flatted JSON. */
export type StoredExecution = Omit<Execution, 'data'> & { data: string };

export function decodeExecution(stored: StoredExecution): Execution {
	return { ...stored, data: parse(stored.data) as RunData };
}

/** The items one output of a node gave in its last run. */
export function outputOf(data: RunData, node: string, output = 0): Item[] {
	return data.resultData.runData[node]?.at(-1)?.data?.main[output] ?? [];
}
