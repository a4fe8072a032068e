import { createHmac, timingSafeEqual } from 'node:crypto';

/** A delivery as it came, before anybody has looked into it. */
export interface SignedRequest {
	/** The body to the byte: read and written again it may differ. */
	readonly rawBody: Uint8Array;
	/** `x-zm-signature` */
	readonly signature: string;
	/** `x-zm-request-timestamp`, in seconds. */
	readonly timestamp: string;
}

/**
 * Whether Zoom signed a delivery with this secret.
 * @param secret the app's Secret Token; without one nothing is genuine
 * @see https://developers.zoom.us/docs/api/webhooks/#verify-webhook-events
 */
export function isGenuine(
	{ rawBody, signature, timestamp }: SignedRequest,
	secret: string,
): boolean {
	if (secret === '' || !/^\d{1,15}$/.test(timestamp)) return false;
	const expected = createHmac('sha256', secret)
		.update(`v0:${timestamp}:`)
		.update(rawBody)
		.digest('hex');
	return isEqual(signature, `v0=${expected}`);
}

function isEqual(given: string, expected: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(expected)];
	return a.length === b.length && timingSafeEqual(a, b);
}

/** How far Zoom's clock may be ahead of ours, in milliseconds. */
const AHEAD = 5 * 60_000;

/**
 * How long ago a delivery was signed, when that is too long, or too far in the future.
 * @param maximumAge in milliseconds
 * @param now milliseconds since 1970
 * @returns seconds, negative in the future; undefined when it is in time
 */
export function staleness(
	{ timestamp }: Pick<SignedRequest, 'timestamp'>,
	maximumAge: number,
	now: number,
): number | undefined {
	const age = now - Number(timestamp) * 1000;
	return age > maximumAge || age < -AHEAD ? Math.round(age / 1000) : undefined;
}

/** What Zoom wants to hear when it asks whether an address is the app's own. */
export interface ValidationAnswer {
	readonly plainToken: string;
	readonly encryptedToken: string;
}

/**
 * The answer to Zoom's question. A token that could be the text of a signature is refused: the answer would be the
 * signature of whatever event somebody made up.
 * @see https://developers.zoom.us/docs/api/webhooks/#validate-your-webhook-endpoint
 */
export function validationAnswer(
	plainToken: unknown,
	secret: string,
): ValidationAnswer | undefined {
	if (typeof plainToken !== 'string' || !/^[A-Za-z0-9_-]{1,128}$/.test(plainToken)) {
		return undefined;
	}
	const encryptedToken = createHmac('sha256', secret).update(plainToken).digest('hex');
	return { plainToken, encryptedToken };
}
