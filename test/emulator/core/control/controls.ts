import type { EmulatorContext } from '../context';

type Body = Record<string, unknown>;

/** What control endpoints do and answer, by method and path; `*` stands for an ID. */
export type Controls = Record<
	string,
	(context: EmulatorContext, body: Body, id: string) => unknown
>;

/** What was looked for, or a mistake that says what is not there. */
export function found<T>(record: T | undefined, kind: string, id: string): T {
	if (!record) throw new Error(`There is no ${kind} ${id}`);
	return record;
}

/** Takes over only names that are there already, so that a misspelt one is noticed. */
export function assignKnown<T extends object>(target: T, change: Body): T {
	const unknown = Object.keys(change).filter((name) => !Object.hasOwn(target, name));
	if (unknown.length) throw new Error(`Unknown: ${unknown.join(', ')}`);
	return Object.assign(target, change);
}
