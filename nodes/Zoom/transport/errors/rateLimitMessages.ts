import { DateTime } from 'luxon';

import type { FailedCall } from '../response/failedCall';
import type { Explanation, ErrorResponse } from '../response/outcome';
import { limitKind, limitedThing, nextUtcDay } from '../response/throttling';
import { clock } from '../sync/clock';

/** What a refusal over a limit means. */
export function rateLimited(
	refusal: ErrorResponse,
	{ resumeAt, timezone }: FailedCall,
): Explanation {
	const nextDay = tell(resumeAt ?? nextUtcDay(clock.now()), timezone);
	const thing = limitedThing(refusal);
	switch (limitKind(refusal)) {
		case 'userDay':
			if (thing !== undefined && PERSONS.has(thing)) return personLimited(thing, nextDay);
			return {
				message: `Zoom's daily limit for this user or meeting is used up. It resets at ${nextDay}.`,
				hint: /Create\/Update/i.test(refusal.message) ? PER_HOST : undefined,
			};
		case 'accountDay':
			return {
				message: `The Zoom account's daily limit is used up. It resets at ${nextDay}.`,
				hint: 'All apps of the account share this limit. Until then, this node does not send these calls.',
			};
		case 'operationDay':
			return {
				message: `The account's daily limit for this operation is used up. It resets at ${nextDay}.`,
				hint: 'Other operations are not affected.',
			};
		case 'otherDay':
			return {
				message: `One of Zoom's daily limits is used up. It resets at ${nextDay}.`,
			};
		case 'concurrent':
			return thing === undefined
				? BUSY
				: {
						message: `Zoom's rate limit for this ${thing} was exceeded.${untilWhen(resumeAt, timezone)}`,
					};
		case 'perSecond':
			return {
				message: `Zoom's per-second rate limit for this account was exceeded.${untilWhen(resumeAt, timezone)}`,
				hint: 'All apps of the account share this limit. Check Plan in the credential, and lower Share of Rate Limit (%) if other apps or n8n workers use the account.',
			};
	}
}

const BUSY: Explanation = {
	message: 'Zoom is still processing another change of the same object.',
	hint: 'Run the changes one after the other.',
};

/** Whose limits Zoom counts for one meeting or webinar. */
const PERSONS: ReadonlySet<string> = new Set(['registrant', 'panelist', 'attendee', 'participant']);

const personLimited = (person: string, nextDay: string): Explanation => ({
	message: `Zoom's daily limit for this ${person} is used up. It resets at ${nextDay}.`,
	hint: 'In each meeting or webinar, Zoom accepts three registrations and ten status changes per person and day.',
});

const PER_HOST =
	'Zoom allows 100 meeting creates and updates per host and day. Spread them over more hosts or days.';

const MINUTE = 60_000;

// To the next full minute, so that nobody comes back too early.
const tell = (moment: number, timezone: string) =>
	DateTime.fromMillis(Math.ceil(moment / MINUTE) * MINUTE)
		.setZone(timezone)
		.toFormat("yyyy-MM-dd HH:mm '('z')'");

/** From when on calls are allowed again, to follow a sentence; empty where that is unknown. */
export const untilWhen = (resumeAt: number | undefined, timezone: string): string =>
	resumeAt === undefined ? '' : ` Calls are allowed again from ${tell(resumeAt, timezone)}.`;
