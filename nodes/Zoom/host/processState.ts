/** What this process keeps beyond a run, by name. */
const kept = new Map<string, () => void>();

/**
 * Declares something this process keeps beyond a run, for all executions, editors and credentials in it. Other processes
 * of the same n8n have their own. All that changes and outlives a call is declared here, so that it can be listed and
 * tests can start without it.
 * @param name what is kept, for people
 * @param make makes it anew, when it is first asked for
 * @returns what hands it out
 */
export function processState<T extends object>(name: string, make: () => T): () => T {
	if (kept.has(name)) throw new Error(`There are two states called ${name}.`);
	let state: T | undefined;
	kept.set(name, () => (state = undefined));
	return () => (state ??= make());
}

/** The names of all that is kept. */
export const processStates = (): string[] => [...kept.keys()];

/** Forgets all that is kept, as if the process had just started; for tests. */
export function resetProcessState(): void {
	for (const reset of kept.values()) reset();
}
