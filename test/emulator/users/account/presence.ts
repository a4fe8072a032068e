import { zoomTime } from '../../core/clock';
import type { EmulatorContext } from '../../core/context';
import { ZoomError } from '../../core/http/answers';
import type { UserRecord } from '../../core/records';

/** What a user's contacts see of them. */
export interface Presence {
	status: string;
	/** Epoch milliseconds. */
	setAt: number;
	/** When `Do_Not_Disturb` ends. */
	until?: number;
}

const minute = 60_000;

/** Sets what others see; Zoom takes it once a minute at most, and only of an active user. */
export function setPresence(
	{ clock }: EmulatorContext,
	user: UserRecord,
	asked: { status: string; duration?: number },
): void {
	const now = clock.now();
	if (user.status !== 'active' || now < (user.presence?.setAt ?? -Infinity) + minute)
		throw new ZoomError(400, 5301, 'Request to update the presence status of this user failed.');
	// Zoom's list spells it without the t, its text with it.
	const quiet = /^Do_Not?_Disturb$/.test(asked.status);
	user.presence = quiet
		? { status: 'Do_Not_Disturb', setAt: now, until: now + (asked.duration ?? 20) * minute }
		: { status: asked.status, setAt: now };
}

/** What others see of the user; only the user learns how long it is to be quiet. */
export function describePresence(
	{ clock }: EmulatorContext,
	user: UserRecord,
	self: boolean,
): object {
	const { status = 'Available', until } = user.presence ?? {};
	if (until === undefined) return { status };
	const left = until - clock.now();
	if (left <= 0) return { status: 'Available' };
	return {
		status,
		...(self && { end_time: zoomTime(until), remaining_time: Math.ceil(left / 1000) }),
	};
}
