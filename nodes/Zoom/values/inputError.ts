import { shortened } from '../text/quote';

// A sentence is stored with the execution, several times, and sent to everyone who opens it.
const MOST = 1000;
const MOST_OF_LABELS = 200;

/** A mistake in what the user gave, found before anything is sent. */
export class InputError extends Error {
	constructor(message: string) {
		super(shortened(message, MOST));
	}
}

/** Ends an item over one field: "Settings > Audio: must be one of both, voip". */
export function refuse(labels: readonly string[], allowed: string): never {
	throw new InputError(`${shortened(labels.join(' > '), MOST_OF_LABELS)}: ${allowed}`);
}
