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
				message: `The day's limit for this user or meeting is used up; Zoom counts anew from ${nextDay}.`,
				hint: /Create\/Update/i.test(refusal.message) ? PER_HOST : undefined,
			};
		case 'accountDay':
			return {
				message: `The Zoom account has used up its calls for today; more are allowed from ${nextDay}.`,
				hint: 'The limit is shared by every app of the account.',
			};
		case 'operationDay':
			return {
				message: `The account's daily limit for this operation is used up; Zoom allows it again from ${nextDay}.`,
				hint: 'Other operations are not affected.',
			};
		case 'otherDay':
			return {
				message: `A daily limit of Zoom is used up; Zoom allows this again from ${nextDay}.`,
			};
		case 'concurrent':
			return thing === undefined
				? BUSY
				: {
						message: `Zoom's rate limit for this ${thing} was exceeded.${untilWhen(resumeAt, timezone)}`,
					};
		case 'perSecond':
			return {
				message: `Zoom gets more calls a second from this account than it allows.${untilWhen(resumeAt, timezone)}`,
				hint: 'The limit is shared by every app of the account. Check the rate limit settings of the credential, and lower Share of Rate Limit where others use the account, too.',
			};
	}
}

const BUSY: Explanation = {
	message: 'Zoom is still busy with another change of the same thing.',
	hint: 'Run the changes one after the other.',
};

/** Whose limits Zoom counts for one meeting or webinar. */
const PERSONS: ReadonlySet<string> = new Set(['registrant', 'panelist', 'attendee', 'participant']);

const personLimited = (person: string, nextDay: string): Explanation => ({
	message: `Zoom allows no more of this for the same ${person} today; it is possible again from ${nextDay}.`,
	hint: 'For one meeting or webinar Zoom takes three registrations and ten changes of status a day of the same person.',
});

const PER_HOST =
	'Zoom allows 100 meeting creates and updates a day per host: spread them over more hosts or days.';

const MINUTE = 60_000;

// To the next full minute, so that nobody comes back too early.
const tell = (moment: number, timezone: string) =>
	DateTime.fromMillis(Math.ceil(moment / MINUTE) * MINUTE)
		.setZone(timezone)
		.toFormat("yyyy-MM-dd HH:mm '('z')'");

/** From when on calls are allowed again, to follow a sentence; empty where that is unknown. */
export const untilWhen = (resumeAt: number | undefined, timezone: string): string =>
	resumeAt === undefined ? '' : ` Calls are allowed again from ${tell(resumeAt, timezone)}.`;
