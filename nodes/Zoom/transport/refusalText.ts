import { DateTime } from 'luxon';

import { labelOfKey } from '../names';
import type { AppKind } from '../operation';
import { hasLevel, scopeNames, scopesFor } from '../scopes';
import type { Failure } from './failure';
import type { Explanation, Refusal } from './outcome';
import { limitKind, nextUtcDay } from './rateLimit';
import { time } from './time';

/** One known way Zoom refuses, told by what it says, since its numbers mean different things in different places. */
interface Case {
	readonly when: (refusal: Refusal) => boolean;
	readonly say: (refusal: Refusal, failure: Failure) => Explanation;
}

const MISSING_SCOPES = /does not contain scopes?\s*:?\s*\[?([^\]]*)\]?/i;

const SCOPE_NAME = /^[a-z0-9_]+(?::[a-z0-9_]+)*$/;

const says =
	(pattern: RegExp) =>
	({ message }: Refusal) =>
		pattern.test(message);
const hasStatus =
	(...statuses: number[]) =>
	({ status }: Refusal) =>
		statuses.includes(status);

/** Whether Zoom says that the app lacks a scope, which it does with many codes. */
export const isMissingScopes = says(MISSING_SCOPES);

const CASES: readonly Case[] = [
	{ when: isMissingScopes, say: missingScopes },
	{ when: hasStatus(429), say: rateLimited },
	{
		when: ({ status, code }) => status === 401 || code === 124,
		say: (refusal, { appKind }) => ({
			message: 'Zoom does not accept this connection.',
			hint:
				appKind === 'serverToServer'
					? withQuote(
							'Check that the Server-to-Server OAuth app is activated at marketplace.zoom.us, then save the credential in n8n again.',
							refusal,
						)
					: withQuote('Open the credential in n8n and connect it again.', refusal),
		}),
	},
	{
		when: says(/meeting does not exist|invalid meeting id|meeting id does not exist/i),
		say: (refusal) => ({
			message: notFound('meeting', refusal),
			hint: 'Check the meeting ID. A meeting that was deleted or has expired is gone, and an app sees only meetings of its own account.',
		}),
	},
	{
		when: says(/webinar does not exist|invalid webinar id/i),
		say: (refusal) => ({
			message: notFound('webinar', refusal),
			hint: 'Check the webinar ID. A webinar that was deleted or has expired is gone, and an app sees only webinars of its own account.',
		}),
	},
	{
		when: says(/no recording for this/i),
		say: () => ({
			message: 'Zoom has no recording of this meeting or webinar.',
			hint: 'It may still be in the making, in the trash, deleted or never recorded in the cloud. A meeting ID means the latest occurrence: for another one give its UUID.',
		}),
	},
	{
		when: says(/transcript does not exist/i),
		say: () => ({
			message: 'Zoom has no transcript of this meeting or webinar.',
			hint: "Zoom writes one some time after a recorded meeting, where the host's settings say so.",
		}),
	},
	{
		when: says(/user does not exist|user.*not found|does not belong to this account/i),
		say: (refusal, { appKind }) => ({
			message: notFound('user', refusal),
			hint:
				appKind === 'user'
					? 'A user-managed app reaches only the user who connected it: use me.'
					: 'Check the ID or e-mail address. A pending user is found by e-mail address only.',
		}),
	},
	{
		when: says(/webinar plan|webinar.*(?:subscri|add-?on|license)/i),
		say: (refusal) => ({
			message: 'The host has no webinar license.',
			hint: withQuote('Webinars need the webinar add-on, assigned to the host.', refusal),
		}),
	},
	{
		when: says(/\bpaid\b|\bZMP\b|upgrade (?:your|the) (?:account|plan)|subscription plan/i),
		say: (refusal) => ({
			message: 'This needs a paid Zoom plan or license.',
			hint: quote(refusal),
		}),
	},
	{
		when: ({ code, message }) =>
			code === 3161 || /hosting and scheduling|not allowed meeting hosting/i.test(message),
		say: () => ({
			message: 'This user is not allowed to host meetings.',
			hint: 'Give the user a license that includes meetings, or choose another host.',
		}),
	},
	{
		when: says(/has already been used|user already in the account/i),
		say: () => ({
			message: 'A Zoom user with this e-mail address already exists.',
			hint: 'Use another address, or update the user that is there.',
		}),
	},
	{
		when: says(/next page token/i),
		say: () => ({
			message: 'Zoom gave up listing: its page token is no longer valid.',
			hint: 'Zoom keeps a list open for 15 minutes. Run it again, with fewer items if it takes long.',
		}),
	},
	{
		when: ({ fields }) => fields.length > 0,
		say: ({ fields }, { request }) => ({
			message: `Zoom refuses ${fields
				.map(({ field, message }) => `${labelOfKey(request.operation, field) ?? field}: ${message}`)
				.join('; ')}`,
		}),
	},
	{
		when: ({ status, code, message }) =>
			(code === 200 || status === 403) && /permission|not allowed|privilege/i.test(message),
		say: (refusal) => ({
			message: 'Zoom does not permit this to the connected user.',
			hint: withQuote('Their role, or a setting of the account, forbids it.', refusal),
		}),
	},
	{
		when: ({ status }) => status >= 500,
		say: ({ status }, { resumeAt, timezone }) => ({
			message: `Zoom has a problem at the moment (HTTP ${status}).${untilWhen(resumeAt, timezone)}`,
			hint: 'See status.zoom.us, or try again later.',
		}),
	},
];

/** What Zoom's refusal means and what to do about it. */
export function refusalText(refusal: Refusal, failure: Failure): Explanation {
	if (refusal.explanation) return refusal.explanation;
	const known = CASES.find(({ when }) => when(refusal));
	if (known) return known.say(refusal, failure);
	if (refusal.message !== '') return { message: `Zoom refused the call: ${refusal.message}` };
	return {
		message: `The call was refused without a reason (HTTP ${refusal.status}).`,
		hint: 'Zoom gives a reason, so a proxy or firewall between n8n and Zoom may have answered.',
	};
}

const quote = ({ message }: Refusal) => (message === '' ? '' : `Zoom says: ${message}`);
const withQuote = (hint: string, refusal: Refusal) => `${hint} ${quote(refusal)}`.trim();

function notFound(what: string, { message }: Refusal): string {
	const id = /:\s*([^\s,]+?)\.?$/.exec(message)?.[1];
	return id === undefined ? `Zoom has no such ${what}.` : `Zoom has no such ${what}: ${id}`;
}

/** What to do about a scope that an app lacks. */
export const REMEDIES: Readonly<Record<AppKind, string>> = {
	user: 'Add it to the app at marketplace.zoom.us, then connect the credential in n8n again.',
	account: 'Add it to the app at marketplace.zoom.us, then connect the credential in n8n again.',
	serverToServer:
		'Add it to the app at marketplace.zoom.us, deactivate and activate the app, then save the credential in n8n again.',
};

function missingScopes({ message }: Refusal, { appKind, request }: Failure): Explanation {
	const listed = (MISSING_SCOPES.exec(message)?.[1] ?? '')
		.split(',')
		.map((scope) => scope.replace(/["'\s]|\.$/g, ''))
		.filter((scope) => SCOPE_NAME.test(scope));
	const named = listed.length > 0 ? listed : scopeNames(request.operation);
	const names = scopesFor(appKind, named);
	const choice = names.length > 1 ? ' (any one of them suffices)' : '';
	const isOutOfReach = appKind === 'user' && named.length > 0 && named.every(hasLevel);
	return {
		message: `Your Zoom app is missing required permissions: ${names.join(', ')}${choice}`,
		hint: isOutOfReach
			? 'A user-managed app cannot have it: use an account-level or a Server-to-Server OAuth app.'
			: REMEDIES[appKind],
		missingScopes: names,
	};
}

function rateLimited(refusal: Refusal, { resumeAt, timezone }: Failure): Explanation {
	const nextDay = tell(resumeAt ?? nextUtcDay(time.now()), timezone);
	switch (limitKind(refusal)) {
		case 'userDay':
			if (/registrant/i.test(refusal.message)) return registrantLimited(refusal, nextDay);
			return {
				message: `The day's limit for this user or meeting is used up; Zoom counts anew from ${nextDay}.`,
				hint: /Create\/Update/i.test(refusal.message)
					? withQuote(PER_HOST, refusal)
					: quote(refusal),
			};
		case 'accountDay':
			return {
				message: `The Zoom account has used up its calls for today; more are allowed from ${nextDay}.`,
				hint: 'The limit is shared by every app of the account and depends on its plan.',
			};
		case 'concurrent':
			return {
				message: 'Zoom is still busy with another change of the same thing.',
				hint: 'Run the changes one after the other.',
			};
		case 'perSecond':
			return {
				message: `Zoom gets more calls a second from this account than its plan allows.${untilWhen(resumeAt, timezone)}`,
				hint: 'The limit is shared by every app of the account. Check Plan in the credential, and lower Share of Rate Limit where others use the account, too.',
			};
	}
}

const registrantLimited = (refusal: Refusal, nextDay: string): Explanation => ({
	message: `Zoom allows no more of this for the same registrant today; it is possible again from ${nextDay}.`,
	hint: withQuote(
		'For one meeting or webinar Zoom takes three registrations and ten changes of status a day of the same person.',
		refusal,
	),
});

const PER_HOST =
	'Zoom allows 100 meeting creates and updates a day per host: spread them over more hosts or days.';

const MINUTE = 60_000;

// To the next full minute, so that nobody comes back too early.
const tell = (moment: number, timezone: string) =>
	DateTime.fromMillis(Math.ceil(moment / MINUTE) * MINUTE)
		.setZone(timezone)
		.toFormat("yyyy-MM-dd HH:mm '('z')'");

const untilWhen = (resumeAt: number | undefined, timezone: string) =>
	resumeAt === undefined ? '' : ` Calls are allowed again from ${tell(resumeAt, timezone)}.`;
