import { createHash } from 'node:crypto';

/** The same short text for the same parts alone, which do not show in it. */
export const digest = (parts: readonly unknown[]): string =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex');
