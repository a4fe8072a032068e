import type { EncodeContext } from '../registry/types';
import { zoomDomainOf } from '../registry/zoomDomains';

// Longer than any ID, address or link; what is longer is not looked at.
const LONGEST = 4096;

const ID_IN_LINK = /(?:\/|[?&]meeting_id=)(\d{9,12})(?=$|[/?#&])/i;
// Half a character cannot be sent in a URL.
const SEGMENT = /^[^\s\p{Surrogate}]+$/u;
const BASE64 = /^[A-Za-z0-9+/=]+$/;
// Half a character cannot be sent in a URL.
const USER = /^[^\s/?#%\p{Surrogate}]+$/u;

const WEB_ADDRESS = /^https?:\/\/[^\s\p{Surrogate}]+$/iu;
const EMAIL = /^[^\s@,;]+@[^\s@,;]+$/;

const sessionExpected = (what: string) =>
	`must be a ${what} ID (digits; spaces and dashes are allowed), a ${what} UUID or a Zoom ${what} link`;
const USER_EXPECTED = 'must be `me`, an email address or a Zoom user ID';

/**
 * Reads a meeting's or webinar's ID, or the UUID of one of its instances, from any way a person has of writing it.
 */
const sessionId =
	(what: string) =>
	(value: unknown, { refuse }: EncodeContext): string => {
		const text = asText(value);
		const digits = text.replace(/[\s-]/g, '');
		if (/^\d+$/.test(digits)) return digits;
		return isUuid(text) ? text : (idInLink(text) ?? refuse(sessionExpected(what)));
	};

// Characters only base64 has tell a UUID from a mistyped ID.
const isUuid = (text: string) => BASE64.test(text) && /[+/=]/.test(text);

function idInLink(text: string): string | undefined {
	if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return undefined;
	return zoomDomainOf(new URL(text).hostname) ? ID_IN_LINK.exec(text)?.[1] : undefined;
}

export const meetingId = sessionId('meeting');

export const webinarId = sessionId('webinar');

/** As `meetingId`, where Zoom takes no UUID. */
export function meetingNumber(value: unknown, context: EncodeContext): number {
	const id = Number(meetingId(value, context));
	return Number.isSafeInteger(id) ? id : context.refuse('must be a meeting ID, not a UUID');
}

/** The UUID of one time a meeting or webinar took place. */
export function instanceUuid(value: unknown, { refuse }: EncodeContext): string {
	const text = asText(value);
	return isUuid(text) ? text : refuse('must be the UUID of a meeting or webinar, not its ID');
}

/** Any other ID, as Zoom gave it. */
export function segment(value: unknown, { refuse }: EncodeContext): string {
	const text = asText(value);
	return SEGMENT.test(text) ? text : refuse('must be an ID without spaces');
}

/** A code people enter on a telephone. */
export function digits(value: unknown, { refuse }: EncodeContext): string {
	const text = asText(value);
	return /^\d+$/.test(text) ? text : refuse('must be digits only');
}

/** A user's ID, e-mail address or `me`. */
export function userId(value: unknown, { refuse }: EncodeContext): string {
	const text = asText(value);
	return USER.test(text) ? text : refuse(USER_EXPECTED);
}

/** An e-mail address. */
export function email(value: unknown, { refuse }: EncodeContext): string {
	const text = asText(value);
	return EMAIL.test(text) ? text : refuse('must be an email address');
}

/** The address of a page. */
export function webAddress(value: unknown, { refuse }: EncodeContext): string {
	const text = asText(value);
	return WEB_ADDRESS.test(text) ? text : refuse('must be a link that begins with https://');
}

// A number past 2^53 has already lost digits, so it cannot be the ID the user meant.
function asText(value: unknown): string {
	const isText = typeof value === 'string' && value.length <= LONGEST;
	return isText || Number.isSafeInteger(value) ? String(value).trim() : '';
}
