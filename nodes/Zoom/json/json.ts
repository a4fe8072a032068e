import type { IDataObject } from 'n8n-workflow';

/** Whether a value is an object as JSON has it, which neither a list nor null is. */
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a text says as JSON; undefined where it is none. */
export function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
