import { DateTime } from 'luxon';
import type { Call } from '../core/context';
import { ZoomError } from '../core/http/answers';
import { accountScopeMissing } from '../oauth/access';
import type { PastInstance } from './records';

/** How far back Zoom looks: its reasons for refusing say a year, some of its pages 15 months. */
export const year = { years: 1 };
export const fifteenMonths = { months: 15 };

/** Whether the instance is so old that Zoom no longer tells of it. */
export function isBeyond(call: Call, { end_time }: PastInstance, reach: object): boolean {
	const now = DateTime.fromMillis(call.context.clock.now(), { zone: 'utc' });
	return DateTime.fromISO(end_time, { zone: 'utc' }) < now.minus(reach);
}

/** Refuses what is too old, in the words of the route. */
export function requireWithin(
	call: Call,
	instance: PastInstance,
	reach: object,
	refusal: string,
): void {
	if (isBeyond(call, instance, reach)) throw new ZoomError(400, 12702, refusal);
}

/** Refuses a user-level token what somebody else hosted. */
export function requireOwn(call: Call, { host_id }: { host_id: string }): void {
	if (!call.accountWide && host_id !== call.user?.id) throw accountScopeMissing(call);
}
