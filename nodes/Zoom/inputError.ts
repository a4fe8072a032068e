/** A mistake in what the user gave, found before anything is sent. */
export class InputError extends Error {}

/** Ends an item over one field: "Settings > Audio: must be one of both, voip". */
export function refuse(labels: readonly string[], allowed: string): never {
	throw new InputError(`${labels.join(' > ')}: ${allowed}`);
}
