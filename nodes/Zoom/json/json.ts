import type { IDataObject } from 'n8n-workflow';

/** Whether a value is an object as JSON has it, which neither a list nor null is. */
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of an object; none of anything else. */
export const objectOf = (value: unknown): IDataObject => (isObject(value) ? value : {});

/** The objects in a list; none where there is no list. */
export const objectsIn = (list: unknown): IDataObject[] =>
	Array.isArray(list) ? list.filter(isObject) : [];

/** The texts in a list; none where there is no list. */
export const textsIn = (list: unknown): string[] =>
	Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];

/** What a text says as JSON; undefined where it is none. */
export function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
