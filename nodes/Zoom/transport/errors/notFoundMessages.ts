import type { AppKind } from '../../registry/types';
import { capitalized } from '../../text/sentence';
import type { Explanation, ErrorResponse } from '../response/outcome';
import type { Lack, Subject, Thing } from './subject';
import { lackIn, thingNamed } from './subject';

/** What a code of Zoom's means, of one of these things when the call's path has its ID. */
interface Meaning {
	readonly code: number;
	readonly things: readonly Thing[];
	readonly isForeign?: true;
}

/**
 * Codes that mean one thing of the things they are of, in whatever language Zoom says it.
 * @see https://developers.zoom.us/docs/api/errors/
 */
const MEANINGS: readonly Meaning[] = [
	{ code: 3001, things: ['webinar', 'meeting'] },
	{ code: 1001, things: ['user'] },
	{ code: 1010, things: ['group', 'user', 'webinar', 'meeting'], isForeign: true },
	{ code: 4130, things: ['group'] },
	{ code: 3079, things: ['registrant'] },
	{ code: 5110, things: ['tracking field'] },
];

/** Kinds of thing with a host. */
const HOSTED: readonly Thing[] = ['webinar', 'meeting'];

const isHosted = (thing: Thing | undefined) => thing !== undefined && HOSTED.includes(thing);

/** What a refusal says of the thing a call is about; undefined where that is not sure. */
export function thingText(
	refusal: ErrorResponse,
	about: Subject,
	appKind: AppKind,
): Explanation | undefined {
	const { code, message } = refusal;
	if (isExpiredInvitation(refusal, about)) return NO_INVITATION;
	if (code === 12702) return TOO_OLD;
	const lack = lackIn(message) ?? invalidId(message) ?? lackByCode(refusal, about);
	if (lack?.thing === undefined) return undefined;
	return lack.isForeign || isUnknownHost(refusal, lack, about)
		? foreignText(lack.thing, about, appKind)
		: absentText(lack, appKind);
}

const NO_INVITATION: Explanation = {
	message: 'Zoom has no valid invitation for this user.',
	hint: 'The user did not accept the invitation before it expired. Invite the user again. Pending users are found by email address only.',
};
const TOO_OLD: Explanation = {
	message: 'This meeting or webinar is too old.',
	hint: 'Zoom keeps its details for a year.',
};

const isExpiredInvitation = ({ code, message }: ErrorResponse, { things }: Subject) =>
	(code === 1120 && things.has('user')) || /\binvitation to join the zoom account\b/i.test(message);

const INVALID_ID =
	/\binvalid (meeting|webinar|user) id\b|\b(meeting|webinar|user) id is (?:invalid|not valid)\.?$/i;

function invalidId(message: string): Lack | undefined {
	const [, before, after] = INVALID_ID.exec(message) ?? [];
	const thing = (before ?? after)?.toLowerCase();
	return thing === undefined ? undefined : { thing, isForeign: false };
}

// A meeting that is there, but has not come so far.
const TOO_EARLY = /\bnot (?:yet )?(?:end|start)/i;

function lackByCode(
	{ code, message }: ErrorResponse,
	{ things, isPhone }: Subject,
): Lack | undefined {
	const meaning = MEANINGS.find((entry) => entry.code === code);
	const thing = meaning?.things.find((entry) => things.has(entry));
	// Zoom Phone has numbers of its own for all but users.
	if (!meaning || (isPhone && thing !== 'user') || TOO_EARLY.test(message)) return undefined;
	const { isForeign = false } = meaning;
	// What others host is foreign because its host is.
	const lacked = isForeign && isHosted(thing) ? 'user' : thing;
	const named = thingNamed(message);
	const isContradicted = named !== undefined && named !== thing && named !== lacked;
	return isContradicted ? undefined : { thing: lacked, isForeign };
}

// Where a call is about a meeting, a user of whom nothing else is known is its host.
const isUnknownHost = ({ code, message }: ErrorResponse, { thing }: Lack, { things }: Subject) =>
	thing === 'user' &&
	!things.has('user') &&
	code === 1001 &&
	/belong to this account/i.test(message);

function foreignText(thing: Thing, { things }: Subject, appKind: AppKind): Explanation {
	const hosted = HOSTED.find((entry) => things.has(entry));
	if (thing === 'user' && hosted !== undefined && !things.has('user')) {
		return {
			message: `The host of this ${hosted} is not a user of the connected Zoom account.`,
			hint: 'An app has access only to meetings and webinars of users of its own account.',
		};
	}
	return {
		message: `This ${thing} does not belong to the connected Zoom account.`,
		hint: thing === 'user' ? userHint(appKind) : undefined,
	};
}

const absentText = ({ thing = '', id }: Lack, appKind: AppKind): Explanation => ({
	message: `${capitalized(thing)} not found at Zoom${id === undefined ? '.' : `: ${id}`}`,
	hint: thing === 'user' ? userHint(appKind) : HINTS.get(thing),
});

const userHint = (appKind: AppKind) =>
	appKind === 'user'
		? 'A user-managed app has access only to the user who connected it: use me.'
		: 'Check the ID or email address. Pending users are found by email address only.';

const HINTS: ReadonlyMap<Thing, string> = new Map(
	['meeting', 'webinar'].map((thing) => [
		thing,
		`Check the ${thing} ID. The ${thing} may have been deleted, have expired, or belong to another account.`,
	]),
);
