import type { AppKind, ZoomRequest } from '../../registry/types';
import type { Failed } from './outcome';

/** A call that did not succeed, with all that is needed to say why. */
export interface FailedCall {
	readonly request: ZoomRequest;
	readonly outcome: Failed;
	readonly appKind: AppKind;
	/** Secrets of the call, which others may say back. */
	readonly secrets?: readonly string[];
	/** IANA name of the zone times are told in. */
	readonly timezone: string;
	readonly attempts: number;
	/** Milliseconds from the first attempt to the last. */
	readonly elapsed: number;
	/** Whether one of the attempts may have reached Zoom and been acted on. */
	readonly mayHaveHappened: boolean;
	/** Why it could not be found out whether it happened, where that was tried. */
	readonly unverified?: string;
	/** Milliseconds since 1970; when Zoom said from when on calls are allowed again. */
	readonly resumeAt?: number;
	/** Seconds of silence after which an attempt was given up. */
	readonly timeout: number;
}
