import type { EncodeContext } from './operation';

const MEETING_URL =
	/^https?:\/\/[^/\s]*zoom(?:gov)?\.(?:us|com)\/\S*?(?:\/|meeting_id=)(\d{9,12})(?=$|[/?#&])/i;
const UUID = /^[A-Za-z0-9+/=]*[+/=][A-Za-z0-9+/=]*$/;
// Half a character cannot be sent in a URL.
const USER = /^[^\s/?#%\p{Surrogate}]+$/u;

const EMAIL = /^[^\s@,;]+@[^\s@,;]+$/;

const MEETING_EXPECTED =
	'must be a meeting ID (digits; spaces and dashes are fine), a meeting UUID or a Zoom meeting link';
const USER_EXPECTED = 'must be `me`, an e-mail address or a Zoom user ID';

/**
 * A meeting's ID or the UUID of one of its instances, from any way a person has of writing it. A UUID is told from a
 * mistyped ID by the characters only base64 has.
 */
export function meetingId(value: unknown, { refuse }: EncodeContext): string {
	const text = asText(value);
	const digits = text.replace(/[\s-]/g, '');
	if (/^\d+$/.test(digits)) return digits;
	if (UUID.test(text)) return text;
	return MEETING_URL.exec(text)?.[1] ?? refuse(MEETING_EXPECTED);
}

/** A user's ID, e-mail address or `me`. */
export function userId(value: unknown, { refuse }: EncodeContext): string {
	const text = asText(value);
	return USER.test(text) ? text : refuse(USER_EXPECTED);
}

/** An e-mail address. */
export function email(value: unknown, { refuse }: EncodeContext): string {
	const text = asText(value);
	return EMAIL.test(text) ? text : refuse('must be an e-mail address');
}

// A number past 2^53 has already lost digits, so it cannot be the ID the user meant.
function asText(value: unknown): string {
	return typeof value === 'string' || Number.isSafeInteger(value) ? String(value).trim() : '';
}
