import { createHash } from 'node:crypto';

/** The beginning of a text's hash. */
export const hashOf = (text: string): string =>
	createHash('sha256').update(text).digest('hex').slice(0, 12);
