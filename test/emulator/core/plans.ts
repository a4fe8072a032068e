import type { Call } from './context';
import { ZoomError } from './http/answers';

/** Refuses on the free plan what Zoom gives to paying accounts only; it is worded in several ways. */
export function requirePaidPlan({ context }: Call, refusal: string): void {
	if (context.settings.plan === 'free') throw new ZoomError(400, 200, refusal);
}
