import { ZoomTokenError } from '../../transport/auth/storedToken';
import { isTemporary } from '../../transport/errors/nodeError';

/** Zoom was not reached, or could not answer just then: the same may work later. */
export class TransientError extends Error {}

/** Whether what failed may work later, rather than never. */
export const isTransient = (error: unknown): boolean =>
	error instanceof TransientError ||
	(error instanceof ZoomTokenError && error.transient) ||
	isTemporary(error);
